"""MHTML, a web page saved as one file: its HTML is read, the pictures beside it are left alone.

The shape is RFC 2557's: a MIME message whose first HTML part is the page; browsers write its
address into Snapshot-Content-Location or into the part's Content-Location.
"""

from __future__ import annotations

from collections.abc import Iterator

from annotator.errors import QT_TRANSLATE_NOOP, DataError
from annotator.formats import html
from annotator.formats.article import ImportedArticle, Source
from annotator.formats.source import read_whole


def read(source: Source) -> Iterator[ImportedArticle]:
    """The one article of the page. Raises DataError when there is no page or no article."""
    from email import policy  # slow to import
    from email.parser import BytesParser

    message = BytesParser(policy=policy.compat32).parsebytes(read_whole(source.path))
    for part in message.walk():
        data = part.get_payload(decode=True)
        if part.get_content_type() == "text/html" and isinstance(data, bytes):
            break
    else:
        raise DataError(
            QT_TRANSLATE_NOOP("Errors", "There is no web page in it."),
            file=source.path,
            remedy=QT_TRANSLATE_NOOP("Errors", "Save the page again, as HTML."),
        )
    charset = part.get_param("charset")
    declared = charset if isinstance(charset, str) else None
    decoded = html.decoded_page(data, source.path, source.encoding, declared)
    address = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "")
    yield html.article_of(decoded, source, address if address.startswith("http") else "")
