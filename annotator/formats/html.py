"""A saved web page: the article in it, without what stands around it on the page.

trafilatura finds the article, its title, date, outlet and address. The page is parsed as text: no
script runs, and nothing that it refers to is fetched. The encoding is what a byte order mark, the
page itself (`<meta charset>`) or its bytes say. Text is kept character for character but for
blanks, which run together as in a browser; a no-break space stays one.
"""

from __future__ import annotations

import codecs
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.core.article import Meta
from annotator.errors import QT_TRANSLATE_NOOP, DataError
from annotator.formats.article import AUTHOR, ImportedArticle, Repairs, Source
from annotator.formats.canonical import canonicalise
from annotator.formats.encoding import Decoded, decode
from annotator.formats.source import read_whole
from annotator.formats.text import has_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

AROUND: Final = QT_TRANSLATE_NOOP(
    "Import", "The article alone is taken from the page: compare it with the original"
)
_LARGEST: Final = 16 * 1024 * 1024
_HEAD: Final = 4096  # bytes in which a page names its encoding; the standard says 1024
_CHARSET: Final = re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
# A browser's or SingleFile's note of where a page was saved from.
_SAVED_FROM: Final = re.compile(
    r"<!--\s*saved from url=(?:\(\d+\))?(\S+)|<!--\s*Page saved with SingleFile\s+url:\s*(\S+)"
)
# Blanks that stay in a text, as the letters that trafilatura, which makes each a space, takes them
# for: of the last private plane, where no page has any.
_KEPT_BLANKS: Final = {
    ord(blank): 0x100000 + ord(blank) for blank in "\u00a0\u202f\u2007\u2002\u2003\u2009\u200a"
}
_BLANKS_AGAIN: Final = {stand_in: blank for blank, stand_in in _KEPT_BLANKS.items()}
_BLANKS: Final = re.compile(r"[ \t\r\n\f]+")
_AROUND_BREAK: Final = re.compile(r"[ \t\u00a0]*\n[ \t\u00a0]*")
_BLOCKS: Final = {"p", "head", "quote", "list", "table", "code", "div"}
_LINES: Final = {"item", "row", "lb"}


def read(source: Source) -> Iterator[ImportedArticle]:
    """The one article of a page.

    Raises DataError when there is none in it, or it is not text, or it is too large.
    """
    if source.pasted is not None:
        decoded = Decoded(source.pasted, "utf-8", 1.0)
    else:
        data = read_whole(source.path, _LARGEST)
        decoded = decoded_page(data, source.path, source.encoding)
    yield article_of(decoded, source)


def decoded_page(
    data: bytes, file: Path, encoding: str = "auto", declared: str | None = None
) -> Decoded:
    """The page as text, in the encoding named, or `declared` with it, or said in it, or detected.

    Raises DataError as `decode` does.
    """
    if encoding != "auto":
        return decode(data, file, encoding)
    if declared is None:
        found = _CHARSET.search(data, 0, _HEAD)
        declared = found[1].decode("ascii", "replace") if found else ""
    try:
        return decode(data, file, "utf-8" if _is_utf8(data) else _codec(declared))
    except DataError:
        return decode(data, file)  # many a page says what it is not


def _is_utf8(data: bytes) -> bool:
    """Whether letters beyond ASCII are UTF-8, as no other encoding's are by accident: one that has
    a meaning for every byte, as Windows-1256 has, would read them as nonsense."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not data.isascii()


def _codec(label: str) -> str:
    """Python's name for what a page calls its encoding; "auto" for one that it does not have.

    As the Encoding Standard has it, ISO-8859-1 means Windows-1252; a page that can be read so far
    is not UTF-16, whatever it says.
    """
    label = label.lower()
    label = {"iso-8859-6-i": "iso-8859-6", "iso-8859-6-e": "iso-8859-6"}.get(label, label)
    try:
        name = codecs.lookup(label).name
        b"".decode(name)
    except (LookupError, UnicodeError):
        return "auto"
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-16": "auto"}.get(name, name)


def article_of(decoded: Decoded, source: Source, url: str = "") -> ImportedArticle:
    """The article of a page that was saved from `url`. Raises DataError when there is none."""
    from lxml.etree import LxmlError
    from trafilatura.core import bare_extraction

    for name in ("trafilatura", "htmldate", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # they would quote the page
    try:
        found = bare_extraction(
            _tree(decoded.text),
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
        text = _text(found.body) if found is not None and not isinstance(found, dict) else ""
    except (LxmlError, RecursionError, ValueError) as error:
        raise _no_article(source) from error
    if found is None or isinstance(found, dict) or not has_words(text):
        raise _no_article(source)
    title = _line(found.title)
    if title and title not in (_line(line) for line in text.split("\n", 3)[:3]):
        text = f"{title}\n\n{text}"
    canonical = canonicalise(text)
    return ImportedArticle(
        text=canonical.text,
        meta=Meta(
            title=title,
            outlet=_line(found.sitename),
            url=_line(found.url) or url or _saved_from(decoded.text),
            date=_line(found.date),
            source=source.name,
        ),
        repairs=Repairs(
            surrogates=canonical.surrogates,
            bom=decoded.bom,
            remarks={AROUND: 1} | ({AUTHOR: 1} if found.author else {}),
        ),
        encoding=decoded.encoding,
        confidence=decoded.confidence,
    )


def _tree(page: str) -> HtmlElement:
    """The page parsed, with the blanks that are kept made letters."""
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    tree = document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    for element in tree.iter("*"):
        if element.text:
            element.text = element.text.translate(_KEPT_BLANKS)
        if element.tail:
            element.tail = element.tail.translate(_KEPT_BLANKS)
    return tree


def _text(body: HtmlElement) -> str:
    """Paragraphs with an empty line between them, the items and rows of a list or table each on a
    line of its own, the cells of a row with a tab between them."""
    from lxml.etree import iterwalk

    parts: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS:
            parts.append("\n\n")
        elif element.tag in _LINES:
            parts.append("\n" if event == "start" else "")
        elif element.tag == "cell" and event == "end":
            parts.append("\t")
        written = element.text if event == "start" else element.tail
        if written and not (event == "end" and element is body):
            parts.append(_BLANKS.sub(" ", written))
    text = "".join(parts).translate(_BLANKS_AGAIN)
    text = _AROUND_BREAK.sub("\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _line(found: str | None) -> str:
    """A finding about a page on one line, its blanks as they were."""
    return _BLANKS.sub(" ", (found or "").translate(_BLANKS_AGAIN)).strip()


def _saved_from(page: str) -> str:
    found = _SAVED_FROM.search(page, 0, _HEAD)
    url = (found[1] or found[2]) if found else ""
    return url if url.startswith(("http://", "https://")) else ""


def _no_article(source: Source) -> DataError:
    return DataError(
        QT_TRANSLATE_NOOP("Errors", "No article was found in this page."),
        file=source.path,
        remedy=QT_TRANSLATE_NOOP("Errors", "Copy the article's text in a browser and paste it."),
    )
