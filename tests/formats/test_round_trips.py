"""Every format that is written and read: any article with any legal spans comes back as it was.

A new format joins by a row of `TRIPS`; the registry is held against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from awkward import awkward_documents
from hypothesis import given, settings
from hypothesis import strategies as st
from standoff import Made, tidy_documents

from annotator.core.annotation import Annotation
from annotator.core.article import Article
from annotator.formats.article import ImportedArticle
from annotator.formats.label_toml import default_labels
from annotator.formats.loss import Loss, LossReport
from annotator.formats.options import Clitics, ExportOptions, Nesting, Scheme
from annotator.formats.registry import FORMATS, format_named
from annotator.ops.import_sources import sources_of

Spans = list[tuple[int, int, str]]
SPLIT = ExportOptions(clitics=Clitics.SPLIT, nesting=Nesting.COLUMNS)
RANGE = ExportOptions(clitics=Clitics.RANGE, nesting=Nesting.COLUMNS)
LEVELS = (Scheme.IOB2, Scheme.IOB1, Scheme.BIOES)


@dataclass(frozen=True)
class Trip:
    """How a format travels: with which options, whether blanks come back (a row of tags has none),
    whether articles are told apart, and whether it has room for every span."""

    options: ExportOptions = ExportOptions()  # noqa: RUF009 it is frozen
    schemes: Sequence[Scheme] = (Scheme.IOB2,)
    blanks: bool = True
    articles: bool = True
    all_spans: bool = True
    needs: str = ""  # a package that is not always installed


TRIPS = {
    "jsonl": Trip(),
    "doccano": Trip(),
    "spacy_json": Trip(),
    "label_studio": Trip(),
    "prodigy": Trip(),
    "brat": Trip(),
    "webanno_tsv": Trip(),
    "cas_json": Trip(needs="cassis"),
    "spacy": Trip(needs="spacy"),
    "spans_csv": Trip(),
    "spans_tsv": Trip(),
    "conll2002": Trip(SPLIT, LEVELS, blanks=False, articles=False),
    "conll2003": Trip(SPLIT, LEVELS, blanks=False),
    "conll_nested": Trip(SPLIT, LEVELS, blanks=False),
    "conllu_plus": Trip(RANGE, LEVELS),
}


def travelled(
    key: str, made: Made, options: ExportOptions
) -> tuple[list[ImportedArticle], LossReport, list[Loss]]:
    """What an export of `made` reads back as, its report, and each loss that it names."""
    form = format_named(key)
    with TemporaryDirectory() as folder, LossReport(key) as report:
        out = Path(folder, "set") if form.write is None else Path(folder, f"a{form.suffixes[0]}")
        opened, write = form.sink(out)
        with opened as sink:
            write(made, sink, default_labels(), options, report)
        assert form.read is not None
        back = [a for source in sources_of(out, key, "auto") for a in form.read(source)]
        return back, report, list(report.losses())


def held(article: Article, marks: Sequence[Annotation], lost: Sequence[Loss]) -> Spans:
    """The spans of an article that are not lost."""
    spans = sorted((mark.start, mark.end, mark.label) for mark in marks)
    for loss in lost:
        if loss.article == article.uuid:
            spans.remove((loss.span.start, loss.span.end, loss.span.label))
    return spans


def letters(text: str) -> str:
    return "".join(text.split())


def by_letters(text: str, spans: Spans) -> Spans:
    """The spans in letters, blanks not counted: what a row of tokens can say."""
    before = [0]
    for character in text:
        before.append(before[-1] + (not character.isspace()))
    return sorted((before[start], before[end], label) for start, end, label in spans)


def as_one(articles: list[tuple[str, Spans]]) -> list[tuple[str, Spans]]:
    """The articles as one, their letters and spans by letters."""
    whole, spans = "", []
    for text, own in articles:
        begin = len(whole)
        spans += [(begin + start, begin + end, label) for start, end, label in own]
        whole += text
    return [(whole, sorted(spans))] if whole else []


def assert_travels(key: str, made: Made, scheme: Scheme) -> None:
    trip = TRIPS[key]
    if trip.needs:
        pytest.importorskip(trip.needs)
    read, report, lost = travelled(key, made, replace(trip.options, scheme=scheme))
    assert report.total == len(lost)
    assert not (trip.all_spans and lost)
    sent = [(a.text, held(a, marks, lost)) for a, marks in made]
    back = [(a.text, sorted((s.start, s.end, s.label) for s in a.spans)) for a in read]
    if not trip.blanks:
        sent = [(letters(text), by_letters(text, spans)) for text, spans in sent]
        back = [(letters(text), by_letters(text, spans)) for text, spans in back]
    if not trip.articles:
        sent = as_one(sent)
        assert len(back) == bool(sent)
    assert back == sent
    assert not any(article.mended for article in read)


TAGS = {"hugging_face"}  # has no room for nesting


@pytest.mark.parametrize("key", TRIPS)
@given(made=tidy_documents().filter(bool), data=st.data())
@settings(max_examples=25)
def test_any_article_with_any_legal_spans_comes_back(
    key: str, made: Made, data: st.DataObject
) -> None:
    assert_travels(key, made, data.draw(st.sampled_from(TRIPS[key].schemes)))


@pytest.mark.parametrize("key", TRIPS)
def test_the_awkward_articles_come_back(key: str) -> None:
    for scheme in TRIPS[key].schemes:
        assert_travels(key, awkward_documents(), scheme)


@pytest.mark.parametrize("key", TRIPS)
def test_an_export_is_of_the_same_bytes_whenever_it_is_made(key: str, tmp_path: Path) -> None:
    if TRIPS[key].needs:
        pytest.importorskip(TRIPS[key].needs)
    form = format_named(key)
    made = []
    for name in ("one", "two"):
        out = tmp_path / name if form.write is None else tmp_path / f"{name}{form.suffixes[0]}"
        opened, write = form.sink(out)
        with opened as sink, LossReport(key) as report:
            write(awkward_documents(), sink, default_labels(), TRIPS[key].options, report)
        files = sorted(out.iterdir()) if out.is_dir() else [out]
        made.append([path.read_bytes() for path in files])
    assert made[0] == made[1]


def test_no_format_that_is_written_and_read_stays_at_home() -> None:
    both = {f.key for f in FORMATS if f.read is not None and (f.write or f.write_files)}
    assert set(TRIPS) == both - TAGS


@pytest.mark.parametrize("key", ["jsonl"])
def test_an_article_that_has_an_id_keeps_it(key: str) -> None:
    made = awkward_documents()
    read, _, _ = travelled(key, made, TRIPS[key].options)
    assert [article.uuid for article in read] == [article.uuid for article, _ in made]
