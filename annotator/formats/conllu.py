"""CoNLL-U (https://universaldependencies.org/format.html): text exactly as it says, and its names.

What stands between the words is taken from `SpacesAfter` and `SpacesBefore` (UDPipe's), else from
`SpaceAfter=No`, else from `TokenRange` (or Stanza's `start_char` and `end_char`), else from
`# text`, which is compared with the words in any case. A sentence is a line, or a paragraph where
the file has `# newpar`, unless the file says its white space by `SpacesAfter` or `TokenRange`.
A range line (`3-4`) is what stands in the text; its words are pieces of it where they make up its
letters, and the whole of it where they do not. Tags of names are read from `ner=` in MISC, and in
CoNLL-U Plus from the columns that are named so; those on a range line are of all its words, where
these have none (Stanza). Lemmas, features and trees are left out, and said so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from annotator.errors import QT_TRANSLATE_NOOP, DataError
from annotator.formats.article import ImportedArticle, Source, not_told
from annotator.formats.conll_rows import text_lines, wrong_columns
from annotator.formats.conllu_words import Unit, Word, checked_spacing, units_of, word_of
from annotator.formats.tag_schemes import OUTSIDE
from annotator.formats.token_articles import Sentence, read_sentences

COLUMNS: Final = tuple("ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL DEPS MISC".split())
UNSPECIFIED: Final = frozenset({"_", "*", ""})
_COMMENT: Final = re.compile(r"#\s*([^\s=]+)(?:\s+id)?\s*(?:=\s?(.*))?", re.DOTALL)
_TAGS: Final = re.compile(r"(?:.*:)?(?:NER|NE|IOB|BIO)\d*", re.IGNORECASE)
_OWN_COLUMNS: Final = frozenset({"ID", "FORM", "MISC"})


def tells(source: Source) -> bool:
    """Whether the first row has the ten columns and begins with the number of a word, or of one
    that is not there (0.1); its first line names no columns, as CoNLL-U Plus's does."""
    for number, line in text_lines(replace(source, advance=not_told)):
        if number == 1 and line.startswith("# global.columns"):
            return False
        if line.strip() and not line.startswith("#"):
            cells = line.split("\t")
            return len(cells) == len(COLUMNS) and cells[0].startswith(("1", "0."))
    return False


def read(source: Source) -> Iterator[ImportedArticle]:
    """The articles of a file, one for each `# newdoc`, its id their name.

    Raises UserError when the file cannot be read, DataError with line and column.
    """
    return read_sentences(source, lambda again: sentences(again, COLUMNS))


def sentences(source: Source, columns: Sequence[str]) -> Iterator[Sentence]:
    """Each sentence of a file whose columns have those names."""
    block = _Block(source.path, columns)
    for number, line in text_lines(source):
        if not line.strip():
            yield from block.ended()
        elif line.startswith("#"):
            block.comment(number, line)
        else:
            block.row(number, line)
    yield from block.ended()


@dataclass(slots=True)
class _Head:
    """What the comments before a sentence say."""

    text: str | None = None
    text_line: int = 0
    text_column: int = 0
    document: str | None = None
    paragraph: bool = False
    left_out: set[str] = field(default_factory=set)


class _Block:
    """A sentence that grows by lines."""

    def __init__(self, file: Path, columns: Sequence[str]) -> None:
        self.file, self.columns = file, columns
        self.places = {name: place for place, name in enumerate(columns)}
        self.tags = [p for p, name in enumerate(columns) if _TAGS.fullmatch(name)]
        self.document: str | None = None
        self._clear()

    def _clear(self) -> None:
        self.head = _Head()
        self.words: list[Word] = []

    def comment(self, number: int, line: str) -> None:
        """Take what a comment says of the sentence, its paragraph or its document."""
        match = _COMMENT.fullmatch(line)
        key, value = (match[1], match[2]) if match else ("", None)
        head = self.head
        if key == "text" and value is not None and match:
            head.text, head.text_line, head.text_column = value, number, match.start(2) + 1
        elif key == "newdoc":
            head.document = (value or "").strip()
        elif key == "newpar":
            head.paragraph = True
        elif key and key not in ("sent_id", "global.columns"):
            head.left_out.add(f"# {key}")

    def row(self, number: int, line: str) -> None:
        """Take a word, a range or an empty node."""
        cells = line.split("\t")
        if len(cells) != len(self.columns):
            raise wrong_columns(self.file, number, len(cells), len(self.columns))
        before = self.words[-1] if self.words else None
        word = word_of(cells, self.places, before, self.file, number)
        if word is None:
            self.head.left_out.add("8.1")
            return
        self.words.append(word)
        for name, cell in zip(self.columns, cells, strict=True):
            used = name in _OWN_COLUMNS or _TAGS.fullmatch(name)
            if not used and cell not in UNSPECIFIED:
                self.head.left_out.add(name)
        if word.misc_left_out:
            self.head.left_out.add("MISC")

    def ended(self) -> Iterator[Sentence]:
        """The sentence, if there was a word."""
        if not self.words:
            return
        head = self.head
        units, words, inside = units_of(self.words, self.file, self._tagged_whole)
        after = checked_spacing(units, self.file)
        if head.text is not None:
            after = self._spaced_as_text(units, after, head.text)
        new = head.document is not None and (not head.document or head.document != self.document)
        self.document = head.document if head.document is not None else self.document
        yield Sentence(
            lines=[word.line for word in words],
            forms=[unit.form for unit in units],
            after=after,
            tags=self._tag_columns(words),
            words=inside,
            before=units[0].before,
            spaced=head.text is not None or any(unit.spaced for unit in units),
            exact=any(unit.exact for unit in units),
            begins=new,
            name=self.document or "",
            paragraph=head.paragraph,
            left_out=frozenset(head.left_out),
        )
        self._clear()

    def _tag_columns(self, words: Sequence[Word]) -> list[list[str]]:
        columns = [[word.cells[place] for word in words] for place in self.tags]
        columns.append([word.tag for word in words])
        return [
            [OUTSIDE if tag in UNSPECIFIED else tag for tag in column]
            for column in columns
            if not UNSPECIFIED.issuperset(column)
        ]

    def _tagged_whole(self, row: Word, pieces: Sequence[Word]) -> bool:
        """Whether the range of a `row` has a tag, and none of its words is tagged as a name."""
        said = self._tags_of(row) - UNSPECIFIED
        return bool(said) and all(
            self._tags_of(piece) <= UNSPECIFIED | {OUTSIDE} for piece in pieces
        )

    def _tags_of(self, word: Word) -> set[str]:
        return {word.tag, *(word.cells[place] for place in self.tags)}

    def _spaced_as_text(
        self, units: Sequence[Unit], after: Sequence[str | None], text: str
    ) -> list[str | None]:
        """The spacing, what is not said taken from `# text`. Raises DataError where they differ."""
        found = list(after)
        place = len(text) - len(text.lstrip())
        for index, unit in enumerate(units):
            if not text.startswith(unit.shown, place):
                raise self._parted(place, unit.shown)
            place += len(unit.shown)
            end = place
            while place < len(text) and text[place].isspace():
                place += 1
            if index + 1 == len(units):
                break
            gap, said = text[end:place], found[index]
            if said is None:
                found[index] = gap
            elif bool(said) != bool(gap):
                raise self._parted(end, units[index + 1].shown)
        if place < len(text):
            raise self._parted(place, units[-1].shown)
        return found

    def _parted(self, place: int, form: str) -> DataError:
        return DataError(
            QT_TRANSLATE_NOOP("Errors", "“# text” is not what its words say at “{form}”."),
            file=self.file,
            line=self.head.text_line,
            column=self.head.text_column + place,
            remedy=QT_TRANSLATE_NOOP(
                "Errors", "Correct “# text” or the words and their SpaceAfter, or leave it out."
            ),
            form=form,
        )
