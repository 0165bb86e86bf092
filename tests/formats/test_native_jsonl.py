"""Native JSON Lines: the exact shape, the round trip, and every refusal with its line."""

from __future__ import annotations

import io
import json
import uuid
from pathlib import Path

import pytest
from awkward import awkward_documents
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotation import Annotation, AnnotationId, Origin
from annotator.core.article import Article, ArticleId, Meta, Status, text_hash
from annotator.errors import DataError, UserError
from annotator.formats import native_jsonl
from annotator.formats.article import Documents, ImportedArticle, Source
from annotator.formats.loss import LossReport

GOLDEN = Path(__file__).parent / "golden" / "awkward.jsonl"
FIRST, SECOND = str(uuid.UUID(int=1)), str(uuid.UUID(int=2))


def written(documents: Documents) -> bytes:
    out = io.BytesIO()
    with LossReport("jsonl") as report:
        native_jsonl.write(documents, out, report)
    return out.getvalue()


def read_text(text: str) -> list[ImportedArticle]:
    return list(native_jsonl.read(Source(path=Path("a.jsonl"), pasted=text)))


def read_bytes(path: Path, data: bytes) -> list[ImportedArticle]:
    path.write_bytes(data)
    return list(native_jsonl.read(Source(path=path)))


def stored(imported: ImportedArticle) -> tuple[Article, list[Annotation]]:
    """What a project would hold of an article that says everything."""
    article = Article(
        id=ArticleId(1),
        uuid=imported.uuid,
        text=imported.text,
        sha256=text_hash(imported.text),
        meta=imported.meta,
        status=imported.status,
    )
    return article, [
        Annotation(
            id=AnnotationId(span.id),
            article=article.id,
            label=span.label,
            start=span.start,
            end=span.end,
            text=imported.text[span.start : span.end],
            attributes=span.attributes,
            note=span.note,
            review=span.review,
            annotator=span.annotator,
            origin=span.origin,
            created=span.created,
            modified=span.modified,
        )
        for span in imported.spans
    ]


def test_the_golden_file_byte_for_byte() -> None:
    assert written(awkward_documents()) == GOLDEN.read_bytes()


def test_reading_the_golden_file_and_writing_it_again_gives_the_same_bytes() -> None:
    read = native_jsonl.read(Source(path=GOLDEN))
    assert written(stored(article) for article in read) == GOLDEN.read_bytes()


def test_the_keys_stand_in_the_order_of_the_contract() -> None:
    line = json.loads(GOLDEN.read_bytes().split(b"\n")[0])
    assert list(line) == ["id", "text", "spans", "meta"]
    span_keys = "id start end label text attributes note review annotator origin created modified"
    assert " ".join(line["spans"][0]) == span_keys
    assert list(line["meta"]) == ["title", "outlet", "url", "date", "source", "status"]


def test_no_program_sees_more_lines_than_articles() -> None:
    data = GOLDEN.read_bytes()
    assert len(data.decode().splitlines()) == data.count(b"\n") == len(awkward_documents())
    assert "راجع" in data.decode()  # letters are letters, not escapes


LETTERS = (
    'سجن لا\u064b\u0653\u0640\u200f\u200c\u202e\u2068\u00a0\ufeff🙏🏽👍é0٣،\\"{}'
    "\n\t\x0b\x1c\x85\u2028\u2029"
)
any_text = st.text(st.one_of(st.sampled_from(LETTERS), st.characters(exclude_categories=["Cs"])))
line_text = any_text.map(lambda t: "ن" + t.replace("\r", "").replace("\0", "")).map(
    lambda t: t.translate({0x85: "\n", 0x2028: "\n", 0x2029: "\n"})
)
times = st.sampled_from(["2026-01-31T23:59:59Z", "1999-12-01T00:00:00.000001Z"])
values = st.one_of(
    any_text,
    st.integers(-(2**53), 2**53),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.lists(st.one_of(st.integers(-9, 10**12), st.floats(-1e300, 1e300)), max_size=2),
)


@st.composite
def documents(draw: st.DrawFn) -> list[tuple[Article, list[Annotation]]]:
    """Any articles that a project could hold, with any spans on them."""
    made = []
    for number, text in enumerate(draw(st.lists(line_text, max_size=3))):
        article = Article(
            id=ArticleId(number),
            uuid=str(uuid.UUID(int=number)),
            text=text,
            sha256=text_hash(text),
            meta=Meta(title=draw(any_text), url=draw(any_text), source=draw(any_text)),
            status=draw(st.sampled_from(Status)),
        )
        annotations = []
        for index in range(draw(st.integers(0, 4))):
            start = draw(st.integers(0, len(text) - 1))
            end = draw(st.integers(start + 1, len(text)))
            annotations.append(
                Annotation(
                    id=AnnotationId(str(uuid.UUID(int=(number << 16) + index))),
                    article=article.id,
                    label=draw(st.sampled_from(["actor", "مكان"])),
                    start=start,
                    end=end,
                    text=text[start:end],
                    attributes=draw(st.dictionaries(any_text, values, max_size=3)),
                    note=draw(any_text),
                    review=draw(st.booleans()),
                    annotator=draw(any_text),
                    origin=draw(st.sampled_from(Origin)),
                    created=draw(times),
                    modified=draw(times),
                )
            )
        made.append((article, annotations))
    return made


@given(documents())
def test_what_is_written_is_read_and_written_again_to_the_same_bytes(
    made: list[tuple[Article, list[Annotation]]],
) -> None:
    data = written(made)
    assert len(data.decode().splitlines()) == len(made)
    if made:
        read = [stored(article) for article in read_text(data.decode())]
        assert written(read) == data
        assert [[a.span for a in marks] for _, marks in read] == [
            [a.span for a in marks] for _, marks in made
        ]


def test_text_alone_is_enough() -> None:
    (article,) = read_text('{"text": "خبر"}')
    assert (article.text, article.uuid, article.spans, article.line) == ("خبر", "", (), 1)
    assert article.status is Status.NEW


def test_a_span_needs_its_place_and_its_label_alone() -> None:
    (article,) = read_text('{"text": "خبر", "spans": [{"start": 0, "end": 3, "label": "actor"}]}')
    assert article.status is Status.IN_PROGRESS
    (span,) = article.spans
    assert (span.id, span.annotator, span.created, span.origin) == ("", "", "", Origin.IMPORTED)


def test_blank_lines_and_a_bom_are_not_articles(tmp_path: Path) -> None:
    data = '\ufeff{"text": "a b"}\r\n\n  \n{"text": "c"}'.encode()
    articles = read_bytes(tmp_path / "a.jsonl", data)
    assert [(a.text, a.line) for a in articles] == [("a b", 1), ("c", 4)]
    assert articles[0].meta.source == "a.jsonl"


def test_a_line_separator_inside_a_string_does_not_end_the_line(tmp_path: Path) -> None:
    articles = read_bytes(tmp_path / "a.jsonl", '{"text": "a\u2028b\x85c"}\n'.encode())
    assert [a.text for a in articles] == ["a\nb\nc"]
    assert articles[0].repairs.line_breaks == 2


def test_spans_follow_their_letters_when_line_breaks_are_repaired() -> None:
    text = "\ufeffa\r\nسجن\u2028\ud83dب\r\nج"
    spans = [
        {"start": 4, "end": 7, "label": "x", "text": "سجن"},
        {"start": 7, "end": 13, "label": "x", "text": "\u2028\ud83dب\r\nج"},
    ]
    (article,) = read_text(json.dumps({"text": text, "spans": spans}))
    assert article.text == "a\nسجن\nب\nج"
    assert [article.text[s.start : s.end] for s in article.spans] == ["سجن", "\nب\nج"]
    assert [s.text for s in article.spans] == ["سجن", "\nب\nج"]
    assert (article.repairs.line_breaks, article.repairs.surrogates) == (3, 1)
    assert article.repairs.bom


def test_lone_surrogates_are_dropped_from_every_string() -> None:
    line = r'{"text": "ab", "meta": {"title": "x\udc4d"}, "spans": [{"start": 0, "end": 1, '
    (article,) = read_text(line + r'"label": "l", "note": "n\ud83d"}]}')
    assert (article.meta.title, article.spans[0].note) == ("x", "n")


def test_keys_that_are_not_ours_are_left_out_and_named() -> None:
    (article,) = read_text(
        '{"text": "ab", "labels": [], "meta": {"page": 3}, '
        '"spans": [{"start": 0, "end": 1, "label": "x", "kb_id": ""}]}'
    )
    assert article.repairs.unknown_keys == {"labels", "meta.page", "spans.kb_id"}


def span_line(**span: object) -> str:
    return json.dumps({"text": "🙂 سجن الرمل", "spans": [{"label": "x", **span}]})


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("[]", "There is a JSON array in place of object"),
        ("{}", "“text” is missing."),
        ('{"text": 3}', "In text there is a JSON integer in place of string"),
        ('{"text": "a", "spans": [{"start": 0, "end": 1}]}', "“label” is missing in spans[0]"),
        ('{"text": "a", "meta": {"status": "ready"}}', "“ready” in meta.status"),
        ('{"text": " \\n "}', "has no text"),
        ('{"text": "a\\u0000b"}', "NUL"),
        ('{"text": "a", "id": "7"}', "“7” is not a UUID"),
        (span_line(start=0, end=99), "0–99 is not a range inside the text's 11 characters"),
        (span_line(start=3, end=3), "3–3 is not a range"),
        (span_line(start=-1, end=3), "-1–3 is not a range"),
        (
            span_line(start="1", end=3),
            "In spans[0].start there is a JSON string in place of integer",
        ),
        (
            span_line(start=1.5, end=3),
            "In spans[0].start there is a JSON number in place of integer",
        ),
        (span_line(start=2, end=5, text="الر"), "covers “سجن”, not “الر”"),
        (span_line(start=3, end=6, text="سجن"), "counts an emoji as two (UTF-16"),
        (span_line(start=2, end=5, id="x"), "“x” is not a UUID"),
        (span_line(start=2, end=5, created="yesterday"), "“yesterday” in “created”"),
        (span_line(start=2, end=5, origin="guess"), "“guess” in spans[0].origin is no value"),
        (span_line(start=2, end=5, attributes={"a": {"b": 1}}), "In spans[0].attributes"),
        ('{"text": "a", "spans": [{"start": 0, "end": 1, "label": "x", "note": NaN}]}', "NaN"),
    ],
)
def test_a_wrong_line_is_refused_in_words_with_its_number(line: str, said: str) -> None:
    with pytest.raises(DataError) as raised:
        read_text('{"text": "fine"}\n\n' + line)
    assert raised.value.line == 3
    assert said in str(raised.value)
    assert raised.value.remedy
    assert "`" not in str(raised.value)


def test_broken_json_is_told_with_line_and_column() -> None:
    with pytest.raises(DataError, match="not valid JSON") as raised:
        read_text('{"text": "fine"}\n{"text": "خبر" "id": 1}')
    assert (raised.value.line, raised.value.column) == (2, 16)


def test_bytes_that_are_not_utf_8_are_told_with_line_and_column(tmp_path: Path) -> None:
    data = b'{"text": "fine"}\n{"text": "b\xe9"}\n'
    with pytest.raises(DataError, match="not UTF-8") as raised:
        read_bytes(tmp_path / "a.jsonl", data)
    assert (raised.value.line, raised.value.column) == (2, 12)


def test_an_id_is_given_once_in_a_file() -> None:
    line = json.dumps({"text": "a", "id": FIRST})
    with pytest.raises(DataError, match="given on line 1 already") as raised:
        read_text(f"{line}\n{line}")
    assert raised.value.line == 2
    spans = [{"start": 0, "end": 1, "label": "x", "id": SECOND}] * 2
    with pytest.raises(DataError, match="Two spans have the id"):
        read_text(json.dumps({"text": "a", "spans": spans}))


def test_another_encoding_is_read_when_it_is_named_or_marked(tmp_path: Path) -> None:
    line = '{"text": "خبر عاجل"}\n'
    path = tmp_path / "a.jsonl"
    path.write_bytes(line.encode("cp1256"))
    assert [a.text for a in native_jsonl.read(Source(path=path, encoding="cp1256"))] == ["خبر عاجل"]
    assert [a.text for a in read_bytes(path, line.encode("utf-16"))] == ["خبر عاجل"]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(DataError, match="no article in it"):
        read_bytes(tmp_path / "a.jsonl", data)


def test_a_binary_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="not text"):
        read_bytes(tmp_path / "a.jsonl", b"PK\x03\x04\0\0")
    with pytest.raises(UserError, match="There is no file"):
        list(native_jsonl.read(Source(path=tmp_path / "none.jsonl")))
