"""spaCy's DocBin (`.spacy`) through spaCy (the extra `spacy`): what `spacy train` reads.

The document's tokens are Hashiya's, cut once more at the edges of spans, for spaCy has no span
inside a token; words and white space together are the text, letter for letter. Every span is in
`doc.spans["sc"]`, the key of spaCy's span categorizer; those that do not overlap, the outermost
first, are in `doc.ents` too. DocBin is one compressed block: the whole export is in memory.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import IO, Any, Final

from annotator.arabic.tokens import token_ranges
from annotator.core.annotation import Annotation
from annotator.core.article import Article
from annotator.core.labels import LabelSet
from annotator.errors import QT_TRANSLATE_NOOP, DataError
from annotator.formats.article import Documents, ImportedArticle, Source
from annotator.formats.json_lines import no_article
from annotator.formats.loss import LossReport, on_one_line
from annotator.formats.optional import required
from annotator.formats.options import ExportOptions
from annotator.formats.source import read_whole
from annotator.formats.standoff import imported, of_groups

SPANS_KEY: Final = "sc"
_LARGEST_FILE: Final = 1 << 30  # bytes, packed or not


def write(
    documents: Documents,
    out: IO[bytes],
    labels: LabelSet,
    options: ExportOptions,
    report: LossReport,
) -> None:
    """Write the documents as one DocBin; what it cannot hold is counted in `report`."""
    required("spacy", "spacy")
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    vocab = Vocab()
    docs = DocBin(attrs=["ORTH", "SPACY", "ENT_IOB", "ENT_TYPE"])
    for article, marks in documents:
        report.count_article(article, marks)
        report.count_beyond_tags(article, marks)
        docs.add(_doc(vocab, article, marks))
    out.write(docs.to_bytes())


def _doc(vocab: Any, article: Article, marks: Sequence[Annotation]) -> Any:
    from spacy.tokens import Doc
    from spacy.util import filter_spans

    words, spaces = _words(article.text, marks)
    doc = Doc(vocab, words=words, spaces=spaces)
    spans = [doc.char_span(mark.start, mark.end, label=mark.label) for mark in marks]
    doc.spans[SPANS_KEY] = spans
    doc.ents = filter_spans(spans)
    return doc


def _words(text: str, marks: Sequence[Annotation]) -> tuple[list[str], list[bool]]:
    """The text in words, and whether a blank that is no word of its own follows each."""
    starts, ends = {mark.start for mark in marks}, {mark.end for mark in marks}
    tokens = token_ranges(text)
    cuts = {0, len(text), *starts, *ends, *tokens.starts, *tokens.ends}
    words: list[str] = []
    spaces: list[bool] = []
    for start, end in pairwise(sorted(cuts)):
        own = start in starts or start + 1 in ends  # a span begins or ends with the blank
        if words and text[start] == " " and not spaces[-1] and not own:
            spaces[-1] = True
            start += 1
        if start < end:
            words.append(text[start:end])
            spaces.append(False)
    return words, spaces


def read(source: Source) -> Iterator[ImportedArticle]:
    """Each document of a DocBin, with the spans of all its groups and its entities.

    Raises UserError when the file cannot be read or spaCy is not there, DataError when it is no
    DocBin.
    """
    required("spacy", "spacy")
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    data = read_whole(source.path, _LARGEST_FILE)
    try:
        _refuse_bomb(data)
        docs = list(DocBin().from_bytes(data).get_docs(Vocab()))
    except Exception as error:  # the library lets through whatever damage leads it to
        raise DataError(
            QT_TRANSLATE_NOOP("Errors", "This is no DocBin of spaCy's: {reason}."),
            file=source.path,
            remedy=QT_TRANSLATE_NOOP("Errors", "Write it again with spaCy 3."),
            reason=on_one_line(str(error) or type(error).__name__).rstrip("."),
        ) from error
    if not docs:
        raise no_article(source.path)
    for doc in docs:
        groups = [*doc.spans.values(), doc.ents]
        spans = of_groups([(s.start_char, s.end_char, s.label_) for s in g] for g in groups)
        try:
            article = imported(doc.text, spans, source, 1, _left_out(doc, groups))
        except DataError as error:
            error.line = None  # there are no lines in it
            raise
        yield replace(article, line=None)


def _left_out(doc: Any, groups: Sequence[Any]) -> frozenset[str]:
    """What is said of the document, or of what a span stands for; analyses of tokens are not."""
    linked = any(span.kb_id_ for group in groups for span in group)
    held = {"cats": doc.cats, "user_data": doc.user_data, "kb_id": linked}
    return frozenset(name for name, said in held.items() if said)


def _refuse_bomb(data: bytes) -> None:
    """Raise ValueError when the block is far larger than any export, once it is unpacked."""
    inflating, size = zlib.decompressobj(), 0
    while data:
        size += len(inflating.decompress(data, 1 << 20))
        if size > _LARGEST_FILE:
            raise ValueError("it is too large")
        data = inflating.unconsumed_tail
