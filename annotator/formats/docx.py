"""A Word document: its paragraphs and the text of its tables, in reading order.

Tracked changes are read as if all were accepted: what was inserted is in, what was deleted is out,
the ends of paragraphs and rows of tables too. Comments, footnotes, headers, pictures, hidden text
and the numbers of lists are left out, and counted. Paragraphs end with a line break, the cells of
a table's row have a tab between them. The title is the core properties', else that of a
paragraph styled Title or Heading 1, else the first line where it reads as a headline.

python-docx opens the package; the text is taken from the XML, because its `Paragraph.text` leaves
insertions, content controls and text boxes out in silence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from annotator.core.article import Meta
from annotator.errors import QT_TRANSLATE_NOOP, DataError
from annotator.formats import archive
from annotator.formats.article import AUTHOR, ImportedArticle, Repairs, Source
from annotator.formats.canonical import canonicalise
from annotator.formats.text import has_words, headline

if TYPE_CHECKING:
    from docx.document import Document

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT, _PARAGRAPH, _CELL, _ROW, _RUN = (f"{_W}{tag}" for tag in ("t", "p", "tc", "tr", "r"))
_SIGNS: Final = {
    f"{_W}tab": "\t",
    f"{_W}ptab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}softHyphen": "\u00ad",
}
# Left out with all that is in them; a text box stands twice, for old programs in a Fallback.
_SKIPPED: Final = (
    *(f"{_W}{tag}" for tag in ("del", "moveFrom", "pPr", "rPr")),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
)
_DELETED: Final = QT_TRANSLATE_NOOP("Import", "Tracked deletions left out: {count}")
_INSERTED: Final = QT_TRANSLATE_NOOP("Import", "Tracked insertions taken in: {count}")
_FOOTNOTES: Final = QT_TRANSLATE_NOOP("Import", "Footnotes left out: {count}")
_PICTURES: Final = QT_TRANSLATE_NOOP("Import", "Pictures, symbols or formulas left out: {count}")
_INSIDE: Final = QT_TRANSLATE_NOOP("Import", "Documents inside it left out: {count}")
_HIDDEN: Final = QT_TRANSLATE_NOOP("Import", "Pieces of hidden text left out: {count}")
_NUMBERS: Final = QT_TRANSLATE_NOOP("Import", "Numbers or bullets of lists left out: {count}")
_HEADERS: Final = QT_TRANSLATE_NOOP("Import", "Headers or footers of pages left out: {count}")
_REMARKS: Final = {
    f"{_W}del": _DELETED,
    f"{_W}moveFrom": _DELETED,
    f"{_W}ins": _INSERTED,
    f"{_W}moveTo": _INSERTED,
    f"{_W}commentReference": QT_TRANSLATE_NOOP("Import", "Comments left out: {count}"),
    f"{_W}footnoteReference": _FOOTNOTES,
    f"{_W}endnoteReference": _FOOTNOTES,
    f"{_W}altChunk": _INSIDE,
    f"{_W}subDoc": _INSIDE,
    f"{_W}sym": _PICTURES,
    f"{_W}object": _PICTURES,
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic": _PICTURES,
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart": _PICTURES,
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds": _PICTURES,
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath": _PICTURES,
    "{urn:schemas-microsoft-com:vml}imagedata": _PICTURES,
}
_NOBODY: Final = "python-docx"  # the author of what it makes
_TITLE_STYLES: Final = ("Title", "Heading 1")
# What python-docx, which trusts the file, raises for a package that is not as it should be.
_BROKEN: Final = (
    *archive.DAMAGED,
    OSError,  # a part that begins before the file does
    LookupError,
    ValueError,
    AttributeError,
    TypeError,
    AssertionError,
    SyntaxError,
)


def read(source: Source) -> Iterator[ImportedArticle]:
    """The one article of a document.

    Raises UserError when it cannot be read, DataError when it is no Word document, is damaged or
    locked, or holds no text.
    """
    from docx.oxml.exceptions import XmlchemyError

    found: Counter[str] = Counter()
    try:
        document = _opened(source)
        _accept_deletions(document.element.body, found)
        lines = _lines(document.element.body, found)
        found[_HEADERS] += _headers(document)
        title, date = _title(document), _date(document)
        if _property(document, "author") not in ("", _NOBODY):
            found[AUTHOR] += 1
    except (*_BROKEN, XmlchemyError) as error:
        raise _not_word(source) from error
    canonical = canonicalise("\n".join(lines).strip("\n"))
    if not has_words(canonical.text):
        raise DataError(
            QT_TRANSLATE_NOOP("Errors", "There is no text in it."),
            file=source.path,
            remedy=QT_TRANSLATE_NOOP("Errors", "Leave it out, or look where its text went."),
        )
    yield ImportedArticle(
        text=canonical.text,
        meta=Meta(title=title or headline(canonical.text), date=date, source=source.name),
        repairs=Repairs(remarks=+found, surrogates=canonical.surrogates),
        encoding="",
    )


def _opened(source: Source) -> Document:
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    with archive.open_zip(source.path):
        pass  # only looked over: python-docx opens the package itself
    try:
        return docx.Document(str(source.path))
    except PackageNotFoundError as error:
        raise _not_word(source) from error


def _accept_deletions(body: Any, found: Counter[str]) -> None:
    """Take out the rows that were deleted and the ends of paragraphs, counted in `found`: the next
    paragraph goes on where its predecessor's end was, and its style is that of both."""
    for row in list(body.iter(_ROW)):
        if row.find(f"{_W}trPr/{_W}del") is not None:
            found[_DELETED] += 1
            row.getparent().remove(row)
    for paragraph in reversed(list(body.iter(_PARAGRAPH))):
        mark = f"{_W}pPr/{_W}rPr/{_W}"
        if paragraph.find(f"{mark}del") is None and paragraph.find(f"{mark}moveFrom") is None:
            continue
        found[_DELETED] += 1
        following = next(filter(_holds_words, paragraph.itersiblings()), None)
        if following is not None and following.tag == _PARAGRAPH:
            paragraph.remove(paragraph.find(f"{_W}pPr"))
            paragraph.extend(list(following))
            following.getparent().remove(following)


def _holds_words(element: Any) -> bool:
    """Whether it is a paragraph, a table, a frame for either; a bookmark or a comment's is none."""
    return next(element.iter(_PARAGRAPH), None) is not None


def _lines(body: Any, found: Counter[str]) -> list[str]:
    """Every paragraph and row of the document's body; what there is to remark goes into `found`."""
    from lxml.etree import iterwalk

    lines: list[list[str]] = [[]]  # of the body, and of each cell that is open
    rows: list[list[str]] = []  # the cells of each row that is open
    runs: list[list[str]] = []  # the text of each paragraph that is open: a text box is in one
    walker = iterwalk(body, events=("start", "end"))
    for event, element in walker:
        tag = element.tag
        if event == "start":
            if tag in _REMARKS:
                found[_REMARKS[tag]] += 1
            if tag in _SKIPPED:
                walker.skip_subtree()
            elif tag == _RUN and _is_on(element.find(f"{_W}rPr/{_W}vanish")):
                found[_HIDDEN] += 1
                walker.skip_subtree()
            elif tag == _PARAGRAPH:
                runs.append([])
                found[_NUMBERS] += _is_on(element.find(f"{_W}pPr/{_W}numPr/{_W}numId"))
            elif tag == _ROW:
                rows.append([])
            elif tag == _CELL:
                lines.append([])
            elif runs and tag == _TEXT:
                runs[-1].append(element.text or "")
            elif runs and tag in _SIGNS:
                runs[-1].append(_SIGNS[tag])
        elif tag == _PARAGRAPH:
            lines[-1].append("".join(runs.pop()))
        elif tag == _CELL:
            cell = "\n".join(lines.pop())
            rows[-1].append(cell)
        elif tag == _ROW:
            lines[-1].append("\t".join(rows.pop()))
    return lines[0]


def _is_on(element: Any) -> bool:
    """Whether a property is there, and not there to be switched off."""
    return element is not None and element.get(f"{_W}val") not in ("0", "false", "off")


def _headers(document: Document) -> int:
    """How many headers and footers hold words, not a page's number alone. The text is
    read whatever they are: one that is elsewhere, or not said to be XML, is none."""
    from docx.opc.part import XmlPart

    parts = [
        rel.target_part
        for rel in document.part.rels.values()
        if rel.reltype.endswith(("/header", "/footer")) and not rel.is_external
    ]
    texts = (
        "".join(text.text or "" for text in part.element.iter(_TEXT))
        for part in parts
        if isinstance(part, XmlPart)
    )
    return sum(any(map(str.isalpha, text)) for text in texts)


def _title(document: Document) -> str:
    given = _property(document, "title")
    if given:
        return given
    for paragraph in document.paragraphs[:10]:
        style = paragraph.style
        if style is not None and style.name in _TITLE_STYLES and paragraph.text.strip():
            return " ".join(paragraph.text.split())
    return ""


def _date(document: Document) -> str:
    """The day on which the document was made, as ISO 8601."""
    made = _property(document, "created")
    return made[:10]


def _property(document: Document, name: str) -> str:
    """A core property; asked of a document without any, python-docx would make some up."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    related = document.part.package
    if related is None or not any(
        rel.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES for rel in related.rels.values()
    ):
        return ""
    found = getattr(related.core_properties, name)
    return "" if found is None else " ".join(str(found).split())


def _not_word(source: Source) -> DataError:
    return DataError(
        QT_TRANSLATE_NOOP("Errors", "This is not a Word document, or it is damaged."),
        file=source.path,
        remedy=QT_TRANSLATE_NOOP("Errors", "Open it in Word or LibreOffice and save it as .docx."),
    )
