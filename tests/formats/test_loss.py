"""The loss report: totals, text and JSON, from memory and from its spool alike."""

from __future__ import annotations

import io
import json

from awkward import awkward_documents, make_article, mark_at

from annotator.core.article import Meta
from annotator.formats.loss import Loss, LossReport, Lost, LostSpan, Reason

ARTICLE = make_article("أهل\nالحسكة", meta=Meta(title="عنوان"))
SPAN = mark_at(ARTICLE, 4, 10, "location", 1)
WINNER = mark_at(ARTICLE, 0, 10, "actor", 2)
LOST = (
    Lost(SPAN, Reason.INSIDE_TOKEN, "بالحسكة"),
    Lost(SPAN, Reason.LONGER, winner=WINNER),
)


def filled(report: LossReport, times: int = 1) -> LossReport:
    for _ in range(times):
        report.add(ARTICLE, LOST)
    for article, marks in awkward_documents():
        report.count_article(article, marks)
        report.count_beyond_tags(article, marks)
    return report


def test_an_untouched_report_reads_zero() -> None:
    with LossReport("jsonl") as report:
        assert (report.total, report.lost, report.widened, list(report.losses())) == (0, 0, 0, [])
        assert report.narrowed == 0
        assert report.headline() == "0 spans in 0 articles: 0 left out, 0 widened to tokens."


def test_text_names_each_span_its_reason_and_its_winner() -> None:
    out = io.StringIO()
    with filled(LossReport("conll2003")) as report:
        report.write_text(out)
    assert out.getvalue() == (
        "conll2003: 19 spans in 4 articles: 1 left out, 1 widened to tokens.\n"
        "       1  begins or ends inside a token: the whole token was tagged\n"
        "       1  left out: a longer span holds these tokens\n"
        "\nNot held by this format:\n"
        "       7  annotations with attributes\n"
        "       1  annotations with a note\n"
        "       1  annotations marked “needs review”\n"
        "      19  annotations with their id, annotator, origin and times\n"
        "       2  articles with a title, outlet, URL, date or source\n"
        f"\n{ARTICLE.uuid}  عنوان\n"
        "  4–10 location “الحسكة”  begins or ends inside a token: the whole token was tagged\n"
        "      tagged: “بالحسكة”\n"
        "  4–10 location “الحسكة”  left out: a longer span holds these tokens\n"
        "      winner: 0–10 actor “أهل الحسكة”\n"
    )


def test_json_is_whole_and_holds_the_same() -> None:
    out = io.StringIO()
    with filled(LossReport("conll2003")) as report:
        report.write_json(out)
        totals = report.totals()
    read = json.loads(out.getvalue())
    losses = read.pop("losses")
    assert read == totals
    assert (read["lost"], read["widened"], read["total"]) == (1, 1, 2)
    assert losses[1]["winner"] == {"start": 0, "end": 10, "label": "actor", "text": "أهل\nالحسكة"}


def test_many_losses_are_spooled_and_come_back_in_order() -> None:
    with filled(LossReport("conll2003"), times=20_000) as report:
        reasons = [loss.reason for loss in report.losses()]
        report.add(ARTICLE, [Lost(SPAN, Reason.NO_TOKEN)])
        assert report.total == 40_001
        *before, last = report.losses()
        assert (
            [loss.reason for loss in before] == reasons == [lost.reason for lost in LOST] * 20_000
        )
    span = LostSpan(4, 10, "location", "الحسكة")
    assert last == Loss(ARTICLE.uuid, "عنوان", span, Reason.NO_TOKEN)


def test_a_title_with_line_breaks_stays_on_its_line() -> None:
    article = make_article("x", meta=Meta(title="a\nb"))
    out = io.StringIO()
    with LossReport("conll2002") as report:
        report.add(article, [Lost(SPAN, Reason.NO_TOKEN)])
        report.write_text(out)
    assert f"{article.uuid}  a b\n" in out.getvalue()
