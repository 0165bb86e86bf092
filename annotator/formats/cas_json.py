"""UIMA CAS JSON through dkpro-cassis (the extra `cas`): what INCEpTION writes and reads.

One article a file: the text, and each span as a named entity with its label as `value`
(annotator.formats.dkpro_layers says why). The file counts in UTF-16 units, dkpro-cassis in code
points: it converts both ways.
"""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from annotator.arabic.utf16 import Utf16Map
from annotator.core.annotation import Annotation
from annotator.core.labels import LabelSet
from annotator.errors import QT_TRANSLATE_NOOP, DataError
from annotator.formats.article import Documents, ImportedArticle, ImportedSpan, Source
from annotator.formats.dkpro_layers import (
    LABEL_FEATURE,
    NAMED_ENTITY,
    holds_spans,
    label_feature,
    short_name,
)
from annotator.formats.encoding import decode
from annotator.formats.file_set import FileSet, file_stem
from annotator.formats.loss import LossReport, on_one_line
from annotator.formats.optional import required
from annotator.formats.options import ExportOptions
from annotator.formats.source import read_whole
from annotator.formats.standoff import imported
from annotator.formats.text import headline

_ANNOTATION = "uima.tcas.Annotation"
_STRING = "uima.cas.String"
_VIEW = "_InitialView"
_EVERYWHERE = frozenset(  # layers that every document of INCEpTION has
    (
        "uima.tcas.DocumentAnnotation",
        "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData",
        "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence",
        "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token",
    )
)
_OWN = "de.tudarmstadt.ukp.clarin.webanno.api.type."  # INCEpTION's: who has the file, its layers
_ID = re.compile(r'"%ID"\s*:\s*(\d+)')
_LINKS = frozenset(("Governor", "Dependent", "next"))  # features of relations and chains


def write_files(
    documents: Documents,
    files: FileSet,
    labels: LabelSet,
    options: ExportOptions,
    report: LossReport,
) -> None:
    """Write each document as one file; what has no place is counted in `report`."""
    cassis = required("cassis", "cas")
    types = cassis.TypeSystem(add_document_annotation_type=True)
    layer = types.create_type(NAMED_ENTITY, _ANNOTATION)
    for feature in (LABEL_FEATURE, "identifier"):  # both, as INCEpTION defines the layer
        types.create_feature(layer, feature, _STRING)
    for number, (article, marks) in enumerate(documents, 1):
        report.count_article(article, marks)
        report.count_beyond_tags(article, marks)
        cas = cassis.Cas(types)
        cas.sofa_string = article.text
        cas.sofa_mime = "text/plain"
        cas.add_all(_entities(layer, marks))
        with files.open(f"{file_stem(article, number)}.json") as file:
            file.write(cas.to_json(pretty_print=True).encode("utf-8"))


def _entities(layer: Any, marks: Sequence[Annotation]) -> Iterator[Any]:
    for mark in marks:
        yield layer(begin=mark.start, end=mark.end, **{LABEL_FEATURE: mark.label})


def begins(head: str) -> bool:
    """Whether a JSON file that begins so is a CAS."""
    return head.lstrip().startswith("{") and ('"%TYPES"' in head or '"%FEATURE_STRUCTURES"' in head)


def read(source: Source) -> Iterator[ImportedArticle]:
    """The one article of a file.

    Raises UserError when the file cannot be read or the library is not there, DataError when it is
    no CAS.
    """
    cassis = required("cassis", "cas")
    said = source.pasted
    if said is None:
        said = decode(read_whole(source.path), source.path, source.encoding).text
    said = said.removeprefix("\ufeff")
    warnings.filterwarnings("ignore", "Not mapping external offset")  # said in words, below
    try:
        given = json.loads(said)
        structures = _structures(given)
        others = _other_views(structures)
        if others:
            given["%FEATURE_STRUCTURES"] = [
                each
                for each in structures
                if each["%ID"] not in others and each.get("@sofa") not in others
            ]
            given["%VIEWS"] = {_VIEW: given["%VIEWS"][_VIEW]}
        view = cassis.load_cas_from_json(json.dumps(given) if others else said).get_view(_VIEW)
        text = _string(view.sofa_string) or ""
        begins_at = _lines(said)
        line = begins_at.get(view.get_sofa().xmiID, 1)
        spans, ids, left_out = _spans(view)
    except json.JSONDecodeError as error:
        raise _wrong(source, error.msg, error.lineno, error.colno) from error
    except Exception as error:  # the library lets through whatever damage leads it to
        raise _wrong(source, on_one_line(f"{type(error).__name__}: {error}")) from error
    left_out |= {f"view {name}" for name in others.values()}
    lines = [begins_at.get(number, line) for number in ids]
    _check_offsets(structures, text, ids, spans, lines, source)
    article = imported(text, tuple(spans), source, line, frozenset(left_out), lines)
    yield replace(article, meta=replace(article.meta, title=headline(article.text)))


def _structures(given: dict[str, Any]) -> list[dict[str, Any]]:
    """The feature structures of a CAS, each with its number, which may also be its key."""
    found = given["%FEATURE_STRUCTURES"]
    if isinstance(found, dict):
        return [{"%ID": int(number)} | each for number, each in found.items()]
    return list(found)


def _other_views(structures: Sequence[Mapping[str, Any]]) -> dict[int, str]:
    """The names of all views but the first by the numbers of their texts: dkpro-cassis (0.12) loads
    no file that has one, not even its own."""
    sofas = [each for each in structures if each["%TYPE"] == "uima.cas.Sofa"]
    return {each["%ID"]: each["sofaID"] for each in sofas if each["sofaID"] != _VIEW}


def _lines(said: str) -> Mapping[int, int]:
    """On which line of the file each feature structure begins, by its number: the library does not
    say."""
    found: dict[int, int] = {}
    line, counted = 1, 0
    for match in _ID.finditer(said):
        line += said.count("\n", counted, match.start())
        counted = match.start()
        found[int(match[1])] = line
    return found


def _spans(view: Any) -> tuple[list[ImportedSpan], list[int], set[str]]:
    """The labelled spans of a view, their numbers in the file, and what is no such thing."""
    spans: list[ImportedSpan] = []
    ids: list[int] = []
    left_out: set[str] = set()
    for found in view.select_all_fs():
        layer, features = found.type.name, {f.name: f for f in found.type.all_features}
        if layer in _EVERYWHERE or layer.startswith(_OWN):
            continue
        if "begin" not in features or not holds_spans(layer) or not _LINKS.isdisjoint(features):
            left_out.add(short_name(layer))
            continue
        if found.begin == found.end:
            left_out.add("empty spans")
            continue
        named = [name for name, f in features.items() if f.rangeType.name == _STRING]
        label = label_feature(named)
        value = _string(found.get(label)) if label is not None else None
        ids.append(found.xmiID)
        spans.append(ImportedSpan(int(found.begin), int(found.end), value or short_name(layer)))
        left_out |= {
            f"{short_name(layer)} {name}"
            for name in features
            if name not in ("begin", "end", "sofa", label) and found.get(name) is not None
        }
    return spans, ids, left_out


def _string(said: Any) -> str | None:
    """What is said where a string belongs; the library takes anything. Raises TypeError."""
    if said is not None and not isinstance(said, str):
        raise TypeError(f"{said} is no string")
    return said


def _check_offsets(
    structures: Sequence[Mapping[str, Any]],
    text: str,
    ids: Sequence[int],
    spans: Sequence[ImportedSpan],
    lines: Sequence[int],
    source: Source,
) -> None:
    """Raise DataError for a span that begins or ends inside a character: the library leaves such an
    offset as it is, among code points."""
    given = {
        each["%ID"]: (each["begin"], each["end"])
        for each in structures
        if each.keys() >= {"%ID", "begin", "end"}
    }
    units = Utf16Map(text)
    for number, span, line in zip(ids, spans, lines, strict=True):
        found = units.to_utf16(span.start), units.to_utf16(span.end)
        start, end = given.get(number, found)  # what is not said, the library takes for 0
        if span.end <= len(text) and found != (start, end):
            raise DataError(
                QT_TRANSLATE_NOOP(
                    "Errors", "The span {start}–{end} does not lie on whole characters."
                ),
                file=source.path,
                line=line,
                remedy=QT_TRANSLATE_NOOP(
                    "Errors", "Its offsets must be UTF-16 units, as INCEpTION writes them."
                ),
                start=start,
                end=end,
            )


def _wrong(
    source: Source, reason: str, line: int | None = None, column: int | None = None
) -> DataError:
    return DataError(
        QT_TRANSLATE_NOOP("Errors", "This is no UIMA CAS in JSON: {reason}."),
        file=source.path,
        line=line,
        column=column,
        remedy=QT_TRANSLATE_NOOP("Errors", "Export it from INCEpTION as UIMA CAS JSON."),
        reason=reason.rstrip("."),
    )
