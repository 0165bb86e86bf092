"""A saved news page with what stands around an article, and what must come out of it."""

from __future__ import annotations

PARAGRAPHS = (
    'دمشق (وكالات) - قال مسؤول لـ"قسد" إنّ السِّجْن\u200f تعرّض لهجومٍ، وأضاف: «لن نتراجع» عن المواقع.',
    "وبلغ العدد ١٬٢٠٠\u00a0نازح أي نحو 4 آلاف شخص، وﻻ صحّة للخبر ﷺ، "
    "قرا\u0653ن سج\u0650\u0651ن ب\u200cها.\n"
    "وكتب ناشط 🙏🏽: وصلنا إلى القامشلي عند الساعة الثالثة فجرا وعدنا منها.",
    "وقالت الوزيرة إن المساعدات ستصل إلى المخيم في نهاية الأسبوع بعد تأمين الطريق.",
)
TITLE = "اشتباكات في الحسكة & جوارها"
TEXT = "\n\n".join((TITLE, *PARAGRAPHS))

_HEAD = """<!DOCTYPE html>
<!-- saved from url=(0034)https://news.example.org/syria/17 -->
<html lang="ar" dir="rtl"><head>{charset}
<title>اشتباكات في الحسكة &amp; جوارها</title>
<meta property="og:site_name" content="وكالة المدينة">
<meta property="article:published_time" content="2026-03-01T08:30:00+03:00">
<script src="https://evil.example/x.js"></script>
<script>document.write("كلام لا يقال")</script><style>p {{ color: red }}</style></head>
<body onload="steal()">
<nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/s">سياسة</a></li></ul></nav>
<article><h1>اشتباكات في الحسكة &amp; جوارها</h1><img src="https://evil.example/x.png">
"""
_TAIL = """</article><aside><h3>اقرأ أيضا</h3><ul><li><a href="/x">خبر آخر</a></li></ul></aside>
<iframe src="https://evil.example/frame"></iframe>
<footer><a href="/">جميع الحقوق محفوظة</a></footer></body></html>"""


def page(charset: str = '<meta charset="utf-8">') -> str:
    body = "".join(f"<p>{p}</p>\n" for p in PARAGRAPHS).replace("\n", "\n  ")
    body = body.replace(".\n  وكتب", ".<br>وكتب").replace("\u200f", "&rlm;")
    return _HEAD.format(charset=charset) + body.replace("\u00a0", "&nbsp;") + _TAIL
