"""What the tests of the stand-off JSON formats share: any articles, written and read back."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO
from unicodedata import category
from uuid import UUID

from awkward import make_article, mark_at
from hypothesis import strategies as st

from annotator.arabic.edges import tidy
from annotator.core.annotation import Annotation
from annotator.core.article import Article
from annotator.formats.article import ImportedArticle, Source
from annotator.formats.label_toml import default_labels
from annotator.formats.loss import LossReport
from annotator.formats.options import ExportOptions
from annotator.formats.registry import format_named

GOLDEN = Path(__file__).parent / "golden"
LETTERS = 'سجن لا\u064b\u0640\u200f\u200c\u202e\u00a0\ufeff🙏🏽👍é0٣،\\"{}\n\t\x0b'
Made = list[tuple[Article, list[Annotation]]]
Triples = list[tuple[int, int, str]]


def written(key: str, made: Made) -> tuple[bytes, LossReport]:
    """The bytes of the export, and its report (closed: the totals still stand)."""
    out = io.BytesIO()
    form = format_named(key)
    assert form.write is not None
    with LossReport(key) as report:
        form.write(made, out, default_labels(), form.choices.defaults(), report)
    return out.getvalue(), report


class FilesInMemory:
    """A set of files that stays in memory: what each holds, by its name."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        assert name not in self.files
        file = io.BytesIO()
        yield file
        self.files[name] = file.getvalue()


def written_files(key: str, made: Made) -> tuple[dict[str, bytes], LossReport]:
    """The files of the export by their names, and its report (closed: the totals still stand)."""
    out = FilesInMemory()
    write = format_named(key).write_files
    assert write is not None
    with LossReport(key) as report:
        write(made, out, default_labels(), ExportOptions(), report)
    return out.files, report


def golden_files(name: str) -> dict[str, bytes]:
    """What every file of the golden folder of that name holds."""
    return {path.name: path.read_bytes() for path in (GOLDEN / name).iterdir()}


def read_files(key: str, files: Mapping[str, bytes]) -> list[ImportedArticle]:
    """Every article of a set of files, in the order of their names."""
    suffixes = format_named(key).suffixes
    with TemporaryDirectory() as folder:
        for name, data in files.items():
            (Path(folder) / name).write_bytes(data)
        paths = sorted(path for path in Path(folder).iterdir() if path.suffix in suffixes)
        return [article for path in paths for article in read_file(key, path)]


def _is_text(made: Made) -> bool:
    """Whether no text is mostly control characters: a file of them is refused as no text."""
    return not any(category(c) == "Cc" and c not in "\t\n" for a, _ in made for c in a.text)


def tidy_documents() -> st.SearchStrategy[Made]:
    """Any articles of text with any spans whose edges are where a project allows them."""
    return (
        documents()
        .filter(_is_text)
        .map(
            lambda made: [
                (
                    article,
                    [
                        mark_at(article, span.start, span.end, mark.label, int(UUID(mark.id)))
                        for mark in marks
                        if (span := tidy(article.text, mark.start, mark.end)) is not None
                    ],
                )
                for article, marks in made
            ]
        )
    )


def read(key: str, text: str) -> list[ImportedArticle]:
    reader = format_named(key).read
    assert reader is not None
    return list(reader(Source(path=Path("a.json"), pasted=text)))


def read_file(key: str, path: Path) -> list[ImportedArticle]:
    reader = format_named(key).read
    assert reader is not None
    return list(reader(Source(path=path)))


def triples(article: ImportedArticle) -> Triples:
    return [(span.start, span.end, span.label) for span in article.spans]


def as_read(made: Made) -> list[tuple[str, Triples]]:
    """What reading `made` back must give: each text with its spans."""
    return [(a.text, [(m.start, m.end, m.label) for m in marks]) for a, marks in made]


@st.composite
def documents(draw: st.DrawFn) -> Made:
    """Any articles that a project could hold, with any spans on them, overlaps included."""
    letters = st.one_of(
        st.sampled_from(LETTERS),
        st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\x85\u2028\u2029"),
    )
    made: Made = []
    for number, rest in enumerate(draw(st.lists(st.text(letters), max_size=3)), 1):
        article = make_article("ن" + rest, number)
        marks = []
        for index in range(draw(st.integers(0, 4))):
            start = draw(st.integers(0, len(article.text) - 1))
            end = draw(st.integers(start + 1, len(article.text)))
            label = draw(st.sampled_from(["actor", "مكان"]))
            marks.append(mark_at(article, start, end, label, (number << 16) + index))
        made.append((article, marks))
    return made
