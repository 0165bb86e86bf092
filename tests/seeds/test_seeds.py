"""The sample articles are real in their awkwardness, and their gold annotations keep the guideline.

Checked here is what a machine can check; that every mention is marked was read by a person.
"""

from __future__ import annotations

import io
import json
import re
import unicodedata
import uuid
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from annotator.arabic.edges import tidy
from annotator.arabic.fold import fold
from annotator.arabic.proclitics import FrequencyProclitics, word_counts
from annotator.arabic.tokens import token_ranges
from annotator.core.annotation import Annotation, AnnotationId, Origin
from annotator.core.article import Article, ArticleId, text_hash
from annotator.core.labels import AttributeKind, LabelSet
from annotator.core.span import Span
from annotator.formats import native_jsonl
from annotator.formats.article import Source
from annotator.formats.label_toml import read_labels
from annotator.formats.loss import LossReport
from annotator.ops.attributes import filled_in
from annotator.resources import resource, seeds

Row = dict[str, Any]
GOLD = seeds() / "gold.jsonl"
FILES = sorted((seeds() / "articles").glob("*.txt"))
ROWS: list[Row] = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
NAMES = [row["meta"]["source"] for row in ROWS]
QUOTES = set("\"'«»“”„‘’‹›()[]{}،؛؟.,:;!…")

each_article = pytest.mark.parametrize("row", ROWS, ids=NAMES)

# Awkward things of real news (name: pattern); each stands in at least two of the articles.
DIGITS = "0-9٠-٩"
AWKWARD = {
    "full diacritics": r"(?:[\u0621-\u064a][\u064b-\u0652]{1,2}){3}",
    "shadda and vowel": r"\u0651[\u064b-\u0650]|[\u064b-\u0650]\u0651",
    "tatweel between a proclitic and a quote": r"\b[بل]ـ[\"«“]",
    "tatweel between a proclitic and digits": r"[بل]ـ(?:€|\$|[0-9٠-٩])|الـ[0-9٠-٩]",
    "tatweel for emphasis": r"[\u0621-\u064a]ـ+[\u0621-\u064a]",
    "Arabic decimal": r"[٠-٩]٫[٠-٩]",
    "decimal comma": r"(?<![\d,])\d{1,2},\d{1,2}(?![\d,])",
    "decimal point": r"\d\.\d",
    "thousands comma": r"\d{1,3},\d{3}",
    "Arabic thousands": r"[٠-٩]٬[٠-٩]{3}",
    "percent sign": r"\d%",
    "Arabic percent sign": r"[٠-٩]٪",
    "percent in words": r"في المئة|في المائة|بالمئة",
    "Latin name": r"[A-Z][a-z]+",
    "COVID-19": r"COVID-19",
    "web address": r"https?://|www\.\w+|\w\.example/",
    "e-mail": r"\w@\w",
    "nested quotes": r"«[^»]*\"[^\"»]*\"[^»]*»",
    "straight quotes": r"\"[^\"]+\"",
    "curly quotes": r"“[^”]+”",
    "presentation form of a letter": r"[\ufe70-\ufefc]",
    "ligature of a phrase": r"[\ufdf0-\ufdfc]",
    "no-break space before a unit": r"[0-9٠-٩]\u00a0\S",
    "right-to-left mark": r"\u200f",
    "left-to-right mark": r"\u200e",
    "isolate around Latin": r"\u2068[A-Za-z][^\u2069]*\u2069",
    "emoji": r"[\U0001f300-\U0001faff]",
    "joined emoji": r"\ufe0f|[\U0001f3fb-\U0001f3ff]|[\U0001f1e6-\U0001f1ff]{2}",
    "hashtag": r"#\w+",
    "Persian yeh or keheh": r"[\u06cc\u06a9]",
    "zero-width non-joiner": r"\u200c",
    "clock time": r"(?:[01]?\d|2[0-3]):[0-5]\d",
    "date with two month names": r"\w+/(?:يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|"
    r"أكتوبر|نوفمبر|ديسمبر)",
    "numeric date": r"\d\d/\d\d/\d{4}",
    "telephone": r"\d{3,4}-555-\d{4}|0800-555-\d{3}|-555-\d{4}",
    "currency sign": r"[$€£﷼]",
    "range with a dash": rf"[{DIGITS}]–[{DIGITS}]",
    "range in words": r"بين \d\S* و|\d إلى \d",
    "fraction": r"\b(?:نصف|ثلث|ربع|خُمس|ثُمن|عُشر|ثلاثة أرباع|ثلثا|ثلثي)",
    "vague quantity": r"عشرات|مئات|بضع(?:ة)? |آلاف الأسر",
    "dual of a scale": r"مليونَي|مليارَي|ألفَي|مئتا",
    "approximator": r"نحو|قرابة|زهاء|حوالي|ما لا يقلّ عن|ما يقارب|تقريباً|على الأقل",
    "wire header": r"^[^\n]+\n\n[^\n]{3,30} – ",
    "rights or contact at the end": r"(?:حقوق|@|©|للاستعلام|\d{3}-555)[^\n]*\n?[^\n]*\n\Z",
    "proclitic glued to a name": r"\s(?:وب|ب|ك|ف)(?:الحسكة|الكفرة|المغرب|الأردن|لبنان|الجـــزائر)",
}  # fmt: skip
SCORES = re.compile(r"(?<![\d-])[0-9]-[0-9](?![\d-])")

# The same letters that are another thing in this article, and why.
NOT_A_MENTION = {
    ("11-technology.txt", "سله"): "«سلّة» the app, a product; the company of that name is marked",
}

# Names whose own first letter looks like a proclitic before a word; one key puts it back.
LOOKS_CUT = {"ولاته", "سنابل"}

# Duals that only their head noun shows (the nun is dropped before a genitive).
NOT_PARSED = {"قطارا ضواحٍ"}


@cache
def labels() -> LabelSet:
    return read_labels(resource("labels.toml"))


def span_of(mark: Row) -> Span:
    return Span(mark["start"], mark["end"])


def contained(row: Row, start: int, end: int) -> bool:
    """Whether an actor, location or source covers `start..end`."""
    return any(
        mark["start"] <= start and end <= mark["end"]
        for mark in row["spans"]
        if mark["label"] != "quantity"
    )


def words(text: str) -> list[tuple[str, int, int]]:
    """Folded tokens with letters or digits, and where they stand."""
    found = ((fold(text[start:end]), start, end) for start, end in token_ranges(text))
    return [word for word in found if any(letter.isalnum() for letter in word[0])]


def proclitic_of(word: str, name: str) -> int | None:
    """The length of the proclitic by which `word` is `name`, or None when it is not."""
    for proclitic in ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب"):
        if word == proclitic + name:
            return len(proclitic)
        if proclitic[-1:] == "ل" and name.startswith("ال") and word == proclitic + name[1:]:
            return len(proclitic)
    return None


def mentions(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where the folded `name` stands as whole tokens, proclitics left out, not in a hashtag."""
    found, wanted = words(text), [word for word, _, _ in words(name)]
    for first in range(len(found) - len(wanted) + 1):
        run = found[first : first + len(wanted)]
        length = proclitic_of(run[0][0], wanted[0])
        if length is None or [word for word, _, _ in run[1:]] != wanted[1:]:
            continue
        start, end = run[0][1], run[-1][2]
        if "_" in text[max(start - 1, 0) : end + 1]:
            continue
        span = tidy(text, start + (length and letters_end(text, start, length)), end)
        if span is not None:
            yield span.start, span.end


def letters_end(text: str, start: int, count: int) -> int:
    """How many code points from `start` hold `count` letters, with their marks and tatweel."""
    position, seen = start, 0
    while seen < count or not fold(text[position]):
        seen += len(fold(text[position]))
        position += 1
    return position - start


def is_read(character: str) -> bool:
    """Whether it is anything but a control of direction or joining."""
    return unicodedata.category(character) != "Cf"


def test_sixteen_articles_each_with_its_gold() -> None:
    assert len(FILES) == 16
    assert [path.name for path in FILES] == NAMES
    assert all(row["meta"]["status"] == "done" and row["meta"]["outlet"] for row in ROWS)


@each_article
def test_gold_text_is_the_file_byte_for_byte(row: Row) -> None:
    file = seeds() / "articles" / row["meta"]["source"]
    assert file.read_bytes() == row["text"].encode("utf-8")
    assert "\r" not in row["text"]


@each_article
def test_length_is_that_of_a_news_story(row: Row) -> None:
    counted = [word for word in row["text"].split() if any(map(str.isalnum, word))]
    assert 250 <= len(counted) <= 600


def test_gold_is_what_hashiya_itself_would_write() -> None:
    """Read and written again, the gold gives the same bytes: shape, key order, ids, times."""
    documents = []
    for number, read in enumerate(native_jsonl.read(Source(path=GOLD)), 1):
        key = ArticleId(number)
        article = Article(
            id=key, uuid=read.uuid, text=read.text, sha256=text_hash(read.text), meta=read.meta,
            status=read.status,
        )  # fmt: skip
        marks = [
            Annotation(
                id=AnnotationId(span.id), article=key, label=span.label, start=span.start,
                end=span.end, text=read.text[span.start : span.end], attributes=span.attributes,
                note=span.note, review=span.review, annotator=span.annotator, origin=span.origin,
                created=span.created, modified=span.modified,
            )
            for span in read.spans
        ]  # fmt: skip
        documents.append((article, marks))
    out = io.BytesIO()
    with LossReport("jsonl") as report:
        native_jsonl.write(iter(documents), out, report)
    assert out.getvalue() == GOLD.read_bytes()


def test_every_id_is_a_uuid4_of_its_own() -> None:
    ids = [row["id"] for row in ROWS] + [mark["id"] for row in ROWS for mark in row["spans"]]
    assert len(ids) == len(set(ids))
    assert all(uuid.UUID(given).version == 4 and str(uuid.UUID(given)) == given for given in ids)


@each_article
def test_spans_are_sealed_and_signed(row: Row) -> None:
    for mark in row["spans"]:
        assert span_of(mark).of(row["text"]) == mark["text"]
        assert (mark["annotator"], mark["origin"]) == ("gold", Origin.MANUAL)
        assert mark["created"] == mark["modified"]


@each_article
def test_span_edges_are_on_letters(row: Row) -> None:
    text = row["text"]
    for mark in row["spans"]:
        span = span_of(mark)
        assert tidy(text, span.start, span.end) == span, mark["text"]
        assert mark["text"][0] not in QUOTES, mark["text"]
        assert mark["text"][-1] not in QUOTES, mark["text"]
        assert mark["text"][0] != "ـ", "a tatweel after a proclitic stays outside"
        assert mark["text"].count("\u2068") == mark["text"].count("\u2069"), mark["text"]


@each_article
def test_spans_end_with_their_token(row: Row) -> None:
    """Only a proclitic is ever cut off a token: pronouns stay inside."""
    text, tokens = row["text"], token_ranges(row["text"])
    for mark in row["spans"]:
        first = next(start for start, end in tokens if start <= mark["start"] < end)
        last = next(end for start, end in tokens if start < mark["end"] <= end)
        cut = "".join(filter(is_read, text[first : mark["start"]]))
        assert re.fullmatch("[وف]?[بلك]?ـ?", cut), mark["text"]
        assert not any(filter(is_read, text[mark["end"] : last])), mark["text"]


def test_no_span_begins_with_a_proclitic() -> None:
    """What the tool would leave out when a token is tagged is not inside any gold span."""
    heuristic = FrequencyProclitics(word_counts(row["text"] for row in ROWS))
    first_words = {
        row["text"][start:end]
        for row in ROWS
        for start, end in token_ranges(row["text"])
        if any(mark["start"] == start for mark in row["spans"])
    }
    assert {fold(word) for word in first_words if heuristic.length(word)} <= LOOKS_CUT


@each_article
def test_spans_nest_and_never_cross_or_repeat(row: Row) -> None:
    spans = [span_of(mark) for mark in row["spans"]]
    assert len(set(spans)) == len(spans), "two labels on one span"
    for position, span in enumerate(spans):
        for other in spans[position + 1 :]:
            assert not span.crosses(other), (span.of(row["text"]), other.of(row["text"]))


@each_article
def test_labels_and_attributes_are_those_that_ship(row: Row) -> None:
    for mark in row["spans"]:
        label = labels()[mark["label"]]
        for key, value in mark["attributes"].items():
            attribute = label.attribute(key)
            assert attribute is not None, key
            if attribute.kind is AttributeKind.CHOICE:
                assert value in {choice.key for choice in attribute.choices}
        if mark["label"] in ("actor", "source"):
            assert "kind" in mark["attributes"], mark["text"]


@each_article
def test_quantities_have_a_value_or_are_vague(row: Row) -> None:
    for mark in row["spans"]:
        if mark["label"] != "quantity":
            continue
        given = mark["attributes"]
        value = given.get("value")
        assert value is not None or given.get("approximate"), mark["text"]
        assert value is not None or re.search("عشرات|مئات|آلاف", mark["text"]), mark["text"]
        assert given.get("unit", "") in mark["text"], mark["text"]
        if isinstance(value, list):
            assert len(value) == 2
            assert value[0] < value[1], mark["text"]


@each_article
def test_quantities_say_what_the_numeral_parser_reads(row: Row) -> None:
    """Written by hand, the values, units and approximations are those the tool would fill in."""
    for mark in row["spans"]:
        if mark["label"] == "quantity" and mark["text"] not in NOT_PARSED:
            given, read = mark["attributes"], dict(filled_in(labels()["quantity"], mark["text"]))
            assert given.keys() == read.keys(), mark["text"]
            assert given.get("value") == pytest.approx(read.get("value")), mark["text"]
            assert given.get("unit") == read.get("unit"), mark["text"]


@each_article
def test_every_repeat_of_a_name_is_marked(row: Row) -> None:
    names = {fold(mark["text"]) for mark in row["spans"] if mark["label"] != "quantity"}
    missed = [
        (name, row["text"][max(start - 20, 0) : end + 20])
        for name in sorted(names)
        if (row["meta"]["source"], name) not in NOT_A_MENTION
        for start, end in mentions(row["text"], name)
        if not contained(row, start, end)
    ]
    assert not missed


def test_each_exception_is_still_one() -> None:
    """An entry of the allow-list that excuses nothing any more has to go."""
    by_name = {row["meta"]["source"]: row for row in ROWS}
    for file, name in NOT_A_MENTION:
        row = by_name[file]
        assert any(not contained(row, *found) for found in mentions(row["text"], name))


@each_article
def test_dates_and_times_are_not_quantities(row: Row) -> None:
    clock_or_date = re.compile(
        rf"[{DIGITS}]{{1,2}}:[{DIGITS}]{{2}}|\d+/\d+/\d+|COVID-\d+|-555-|[{DIGITS}]{{1,2}} "
        r"(?:كانون|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين)|"
        r"(?:عام|سنة|لسنة|منذ|موسم|بحلول) (?:19|20)\d\d"
    )  # fmt: skip
    digits = [found.span() for found in clock_or_date.finditer(row["text"])]
    digits += [found.span() for found in SCORES.finditer(row["text"])]
    for mark in row["spans"]:
        if mark["label"] == "quantity":
            span = span_of(mark)
            assert not any(span.overlaps(Span(*taken)) for taken in digits), mark["text"]


@pytest.mark.parametrize("thing", AWKWARD)
def test_awkward_thing_stands_in_two_articles(thing: str) -> None:
    pattern = re.compile(AWKWARD[thing])
    assert sum(bool(pattern.search(row["text"])) for row in ROWS) >= 2


@each_article
def test_each_article_has_its_share_of_awkward_things(row: Row) -> None:
    present = [thing for thing, pattern in AWKWARD.items() if re.search(pattern, row["text"])]
    assert len(present) >= 12, present


@each_article
def test_offsets_in_code_points_differ_from_utf16_before_a_mention(row: Row) -> None:
    """A reader that counts UTF-16 units would be caught by every article that has an emoji."""
    astral = [place for place, letter in enumerate(row["text"]) if ord(letter) > 0xFFFF]
    assert not astral or any(mark["start"] > astral[0] for mark in row["spans"])


def test_labels_nest_and_all_four_are_used() -> None:
    used = {mark["label"] for row in ROWS for mark in row["spans"]}
    assert used == {label.key for label in labels()}
    nested = sum(
        span_of(outer).contains(span_of(inner)) and outer is not inner
        for row in ROWS
        for outer in row["spans"]
        for inner in row["spans"]
    )
    assert nested >= 40


@pytest.mark.parametrize("language", ["ar", "en"])
def test_guideline_examples_close_their_brackets(language: str) -> None:
    guideline = resource("guidelines", f"{language}.md").read_text(encoding="utf-8")
    for line in guideline.splitlines():
        assert line.count("[") == line.count("]"), line
        assert line.count("**") % 2 == 0, line


def test_the_two_guidelines_say_the_same_things() -> None:
    """One heading, paragraph or item for each of the other, with the same examples in it."""
    arabic, english = (
        resource("guidelines", f"{language}.md").read_text(encoding="utf-8").splitlines()
        for language in ("ar", "en")
    )
    for in_arabic, in_english in zip(arabic, english, strict=True):
        assert re.match("#*|-", in_arabic).group() == re.match("#*|-", in_english).group()  # type: ignore[union-attr]
        examples = [sorted(re.findall(r"\[([^\[\]]+)\]", line)) for line in (in_arabic, in_english)]
        assert examples[0] == examples[1]
