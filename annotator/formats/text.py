"""Plain text: one file is one article, whole.

The text is kept from its first character to its last. Where the first line is plainly a headline
it is copied into the title as well, so that a list and a report can name the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from annotator.core.article import Meta
from annotator.errors import QT_TRANSLATE_NOOP, DataError
from annotator.formats.article import ImportedArticle, Repairs, Source
from annotator.formats.canonical import canonicalise
from annotator.formats.encoding import Decoded, decode
from annotator.formats.source import read_whole

_LONGEST_HEADLINE: Final = 140
_VISIBLE: Final = re.compile(r"[^\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_CAS: Final = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<xmi:XMI\b")
_SENTENCE_END: Final = (".", "؟", "?", "!", "؛", "،", ":", "…", "-", "–", "—", ")")


def read(source: Source) -> Iterator[ImportedArticle]:
    """The one article of a text file or of pasted text.

    Raises DataError when there is nothing to read, or it is not text, or it is too large.
    """
    if source.pasted is not None:
        decoded = Decoded(source.pasted, "utf-8", 1.0)
    else:
        decoded = decode(read_whole(source.path), source.path, source.encoding)
        _refuse_cas(decoded.text, source)
    canonical = canonicalise(decoded.text)
    if not has_words(canonical.text):
        raise DataError(
            QT_TRANSLATE_NOOP("Errors", "There is no text in it."),
            file=source.path,
            remedy=QT_TRANSLATE_NOOP("Errors", "Leave it out, or look where its text went."),
        )
    yield ImportedArticle(
        text=canonical.text,
        meta=Meta(title=headline(canonical.text), source=source.name),
        repairs=Repairs(
            line_breaks=canonical.line_breaks,
            surrogates=canonical.surrogates,
            bom=decoded.bom or canonical.bom,
        ),
        encoding=decoded.encoding,
        confidence=decoded.confidence,
    )


def _refuse_cas(text: str, source: Source) -> None:
    """Raise DataError for UIMA's annotations in XML, of which markup would become an article."""
    if _CAS.match(text):
        raise DataError(
            QT_TRANSLATE_NOOP("Errors", "This is a UIMA CAS in XML (XMI), not text."),
            file=source.path,
            remedy=QT_TRANSLATE_NOOP("Errors", "Export it from INCEpTION as UIMA CAS JSON."),
        )


def has_words(text: str) -> bool:
    """Whether `text` holds anything that can be seen."""
    return _VISIBLE.search(text) is not None


def headline(text: str) -> str:
    """The first line of `text` when it reads as a headline over the rest, else "".

    A headline is short, has at least three words, does not end like a sentence or a wire
    agency's place line (دمشق (سانا) -), and stands above more text.
    """
    first, _, rest = text.lstrip().partition("\n")
    line = first.strip()
    short = len(line) <= _LONGEST_HEADLINE and len(line.split()) >= 3
    return line if short and not line.endswith(_SENTENCE_END) and has_words(rest) else ""
