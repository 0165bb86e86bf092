"""Whether a word is the dual of a counted noun: شخصان, سيارتين, جولتَي.

Endings alone do not tell: ان also ends masdars and broken plurals (عدوان, سكان), ين sound plurals
(نازحين) and words of their own (قوانين, تأمين). What stays in doubt is taken for no dual.
"""

from __future__ import annotations

import re

from annotator.arabic.fold import fold

_NO_DUALS_IN_AN = frozenset(
    """
    انسان حيوان عنوان ديوان برلمان مهرجان فستان بستان دخان مكان زمان لسان حصان ضمان امان ايمان
    اعلان امكان بيان كيان سرطان شيطان سلطان ثعبان بركان خزان قبطان ربان فنان دكان المان افغان
    يونان طالبان رمضان نيسان حزيران شعبان قران اذان ميزان وجدان لجان احيان رومان قربان جثمان كتمان
    بهتان طوفان فيضان فدان فقدان حرمان غفران عدوان عصيان طيران دوران غليان جريان هيجان نسيان خسران
    ميدان ثوران سريان لمعان خفقان ذوبان غثيان شان اثمان ازمان اديان اركان الوان اوطان اسنان ابدان
    اعوان اخوان اغصان احزان احضان شبان بلدان قضبان جدران سكان جيران فرسان رهبان شجعان قطعان فءران
    نيران ولدان غلمان قمصان خلجان وديان قيعان ودجان صبيان فتيان خرفان غزلان اقران امتحان احسان
    اتقان ادمان برهان عثمان عمان لبنان ايران سودان باكستان طهران سليمان مروان حسان غسان عدنان
    مرجان ريحان رمان جان كان بان خان الان حيثان تيجان عميان اذعان اعيان ارجوان اقحوان بنيان تبيان
    جولان حنان دهان رهان رجحان زعفران سنديان شريان صوان طغيان عرفان عنفوان فرقان قطران كثبان
    كهرمان لقمان هوان هذيان هوجان اتان اوان
    """.split()
)
_NO_DUALS_IN_IN = frozenset(
    """
    اهلين اخرين اولين كثيرين قليلين فلسطين تشرين بنزين مليين ملايين بلايين مساكين بساتين سلاطين
    شياطين قوانين عناوين ميادين براكين شرايين سكاكين مضامين موازين دكاكين دواوين ثعابين فناجين
    قرابين مجانين ملاعين بحرين ياسمين انسولين هيرويين كوكايين بروتين فيتامين طيارين بحارين نجارين
    حلاقين خبازين فلاحين عداءين سباحين رسامين فنانين قناصين حسين ياسين روتين
    """.split()
)
# Stems of which ين looks like a sound plural's (م…, فاعل, …ي), and is the dual's.
_NO_PERSONS = frozenset(
    """
    منزل مبني مسجد مصنع متجر مركز مخيم مطار معبر مشروع ملعب مصرف مقعد محور مستشفي مدخل مسلسل موقع
    موسم مشهد مفتاح مسار مطلب مبدا معرض معمل معهد مقطع مقال مبلغ مجلس محرك مدفع مسدس مخزن مستودع
    مستوي مشفي مصدر مطعم معدل معسكر مقياس ملجا منصب منجم منفذ مورد موعد ميدان مثال مجلد محيط مرفا
    مرسوم مزار مصباح منبر مهرجان موكب ميناء قارب شارع حاجز طابق جانب جامع خادم شاهد حارس فارس تاجر
    طالب كاتب قاءد ضابط حادث وادي نادي ساحل هاتف شاعر قاتل هاجس سارق عالم حاكم خاتم جاسوس صاروخ
    فاصل عامل بالون شاحن كابل جندي كرسي صبي نبي حي ملهي مقهي مرمي
    """.split()
)
_SHORT_DUALS = frozenset(
    "يدين صفين طنين حدين خطين سدين جدين فخين فكين كفين حلين لصين شقين حقين عمين اخين ابين".split()
)
_NO_CONSTRUCTS = frozenset(
    """
    بيتا وقتا صوتا زيتا ميتا سبتا نبتا موقتا ثابتا صامتا ساكتا لافتا مثبتا بحتا دلتا التي حتي ياتي
    تاتي شتي ستي متي فتي يوتي بيتي وقتي صوتي موتي ذاتي سيرتي حياتي ياتي اتي
    """.split()
)
_MARKED_DUAL = re.compile("\u064e\u0651?ي\u0652?(?:ن[\u064b-\u0652]*)?$")  # …َيْن, …َي
_ACCUSATIVE, _GENITIVE = "\u064b", "\u064d"  # tanween


def is_dual(surface: str) -> bool:
    """Whether the word is a noun's dual in ان or ين; with a fatha before the ي beyond doubt."""
    noun = _bare(surface)
    if len(noun) < 4:
        return False
    if noun.endswith("ان"):
        return noun not in _NO_DUALS_IN_AN
    if not noun.endswith("ين") or noun in _NO_DUALS_IN_IN:
        return False
    return _MARKED_DUAL.search(surface) is not None or _is_dual_in_in(noun)


def is_construct_dual(surface: str, after: str) -> bool:
    """Whether the word may be a noun's dual that lost its ن before `after`: طائرتا شحن, جولتَي حوار.

    Without a mark that tells (…َي, or the genitive of قطارا ضواحٍ) only in the feminine.
    """
    noun = _bare(surface)
    if len(noun) < 4 or noun in _NO_CONSTRUCTS:
        return False
    if noun.endswith("ي") and _MARKED_DUAL.search(surface):
        return True
    if noun.endswith("ا") and _GENITIVE in after and _ACCUSATIVE not in surface:
        return True
    return noun.endswith("تا") or (noun.endswith("تي") and len(noun) > 4)


def same_noun(one: str, two: str) -> bool:
    """Whether the dual `two` is of the noun `one`: يوم, يومين; سنة, سنتين."""
    stem = fold(one).removesuffix("ا").removesuffix("ه")
    dual = fold(two)
    return len(stem) > 1 and dual.startswith(stem) and len(dual) - len(stem) <= 3


def _bare(surface: str) -> str:
    key = fold(surface)
    return key[2:] if key.startswith("ال") else key


def _is_dual_in_in(noun: str) -> bool:
    stem = noun[:-2]
    if stem.endswith("ت"):
        return True
    if len(noun) == 4:
        return noun in _SHORT_DUALS
    if stem in _NO_PERSONS:
        return True
    person = (
        (stem[0] == "م" and len(stem) > 3)
        or (len(stem) >= 4 and stem[1] == "ا")
        or stem.endswith("ي")
    )
    masdar = len(noun) == 5 and stem[0] == "ت"  # تأمين, تحسين
    return not person and not masdar
