"""Label Studio JSON: a list of tasks, each with `data.text` and the results of its annotators.

Offsets are half-open code points today and UTF-16 units in older exports: `value.text` tells which
a file has. It is what the screen showed: of several blanks one, and line breaks may be a backslash
and an n. Cancelled annotations are left out. Of several annotators' the ground truth is read, else
the last. Its other export, JSON-MIN, has an object an annotation: the task's data, and the values
of its results under the names of the tags that made them; it does not say what they were made by.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import IO, Any, Final
from xml.sax.saxutils import quoteattr

import msgspec

from annotator.arabic.utf16 import Utf16Map
from annotator.core.annotation import Annotation
from annotator.core.article import Article
from annotator.core.labels import Label, LabelSet
from annotator.errors import QT_TRANSLATE_NOOP, DataError
from annotator.formats.article import Documents, ImportedArticle, ImportedSpan, Source
from annotator.formats.article_columns import columns
from annotator.formats.file_set import FileSet
from annotator.formats.json_list import json_list
from annotator.formats.loss import LossReport
from annotator.formats.options import ExportOptions
from annotator.formats.standoff import imported, json_text
from annotator.formats.wrong_shape import converted


class _Value(msgspec.Struct, frozen=True):
    start: int
    end: int
    labels: tuple[str, ...]
    text: str | None = None


class _Result(msgspec.Struct, frozen=True):
    value: _Value


class _Annotations(msgspec.Struct, frozen=True):
    result: tuple[dict[str, Any], ...] = ()
    was_cancelled: bool | None = False
    ground_truth: bool | None = False


class _Data(msgspec.Struct, frozen=True):
    text: str


class _Task(msgspec.Struct, frozen=True):
    data: _Data
    annotations: tuple[_Annotations, ...] = ()
    predictions: tuple[Any, ...] = ()
    drafts: tuple[Any, ...] = ()


_OWN: Final = frozenset(  # what JSON-MIN has besides the task's data and the results
    ("id", "annotator", "annotation_id", "created_at", "updated_at", "lead_time")
)
_CONFIG: Final = """\
<View>
  <Labels name="label" toName="text">
{labels}
  </Labels>
  <View style="direction: rtl; text-align: right">
    <Text name="text" value="$text"/>
  </View>
</View>
"""


@dataclass(frozen=True, slots=True)
class _Found:
    """One task as the file has it: its line, its text, its spans in the file's own unit."""

    line: int
    text: str
    spans: tuple[ImportedSpan, ...]
    left_out: frozenset[str]


def write(
    documents: Documents,
    out: IO[bytes],
    labels: LabelSet,
    options: ExportOptions,
    report: LossReport,
) -> None:
    """Write the documents as one list of tasks; what has no place is counted in `report`."""
    before = "[\n"
    for article, marks in documents:
        report.count_article(article, marks)
        report.count_beyond_tags(article, marks)
        out.write((before + json_text(_task(article, marks))).encode("utf-8"))
        before = ",\n"
    out.write(b"[]\n" if before == "[\n" else b"\n]\n")


def write_files(
    documents: Documents,
    files: FileSet,
    labels: LabelSet,
    options: ExportOptions,
    report: LossReport,
) -> None:
    """Write the same with the labelling interface, in which the project has to be set up."""
    with files.open("tasks.json") as out:
        write(documents, out, labels, options, report)
    with files.open("labels.xml") as out:
        out.write(_config(labels).encode("utf-8"))


def _config(labels: LabelSet) -> str:
    return _CONFIG.format(labels="\n".join(map(_label, labels)))


def _label(label: Label) -> str:
    names = {"value": label.key, "background": label.colour, "hotkey": str(label.digit or "")}
    return f"    <Label {' '.join(f'{k}={quoteattr(v)}' for k, v in names.items() if v)}/>"


def _task(article: Article, marks: Sequence[Annotation]) -> dict[str, Any]:
    made = {
        "id": article.id,
        "result": [_result(mark) for mark in marks],
        "was_cancelled": False,
        "ground_truth": False,
    }
    return {
        "id": article.id,
        "data": {"text": article.text},
        "annotations": [made] if marks else [],
        "predictions": [],
    }


def _result(mark: Annotation) -> dict[str, Any]:
    return {
        "id": mark.id,
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {"start": mark.start, "end": mark.end, "text": mark.text, "labels": [mark.label]},
    }


def tells(first: dict[str, Any]) -> bool:
    """Whether an object is a task, or one of JSON-MIN."""
    return isinstance(first.get("data"), dict) or _is_minimal(first)


def _is_minimal(given: Any) -> bool:
    return isinstance(given, dict) and "data" not in given and "annotation_id" in given


def read(source: Source) -> Iterator[ImportedArticle]:
    """Each task of a file, once the whole of it has told the unit of its offsets.

    Raises UserError when the file cannot be read, DataError with the line at which the task that
    is wrong begins (and the column where the JSON itself is broken).
    """
    tasks = [_found(given, source, line) for line, given in _tasks(source)]
    if not tasks:
        raise DataError(
            QT_TRANSLATE_NOOP("Errors", "There is no article in it."),
            file=source.path,
            remedy=QT_TRANSLATE_NOOP("Errors", "Leave it out, or look where its lines went."),
        )
    if not all(map(_is_exact, tasks)):
        tasks = max(tasks, [_from_utf16(task) for task in tasks], key=_sureness)
    for task in tasks:
        spans = tuple(
            msgspec.structs.replace(span, text=None) if _covers(task.text, span) else span
            for span in task.spans
        )
        yield imported(task.text, spans, source, task.line, task.left_out)


def _tasks(source: Source) -> Iterator[tuple[int, Any]]:
    """Each task with its line; the annotations that JSON-MIN makes a row each are its own again."""
    merged: dict[object, tuple[int, dict[str, Any]]] = {}
    for line, given in json_list(source):
        if not _is_minimal(given):
            yield line, _named_as_today(given)
            continue
        task = _full(given)
        number = given.get("id")
        known = merged.setdefault(
            number if isinstance(number, int | str) else object(),
            (line, {**task, "annotations": []}),
        )
        known[1]["annotations"] += task["annotations"]
    yield from merged.values()


def _named_as_today(given: Any) -> Any:
    """A task whose annotations are called completions, as before Label Studio 1.0."""
    if isinstance(given, dict) and "completions" in given and "annotations" not in given:
        return {**given, "annotations": given["completions"]}
    return given


def _full(given: dict[str, Any]) -> dict[str, Any]:
    """A row of JSON-MIN as the task that it was; what it was made by is told by what it has."""
    lists = {name: value for name, value in given.items() if isinstance(value, list)}
    results = [
        {"type": "labels" if isinstance(each, dict) and "labels" in each else name, "value": each}
        for name, value in lists.items()
        for each in value
    ]
    made = [{"result": results}] if given["annotation_id"] is not None else []
    data = {name: given[name] for name in given.keys() - lists.keys() - _OWN}
    return {"data": data, "annotations": made}


def _with_text(given: Any) -> tuple[Any, dict[str, Any]]:
    """A task with its text called so, whatever its labelling interface calls it, and what else it
    says."""
    data = given.get("data") if isinstance(given, dict) else None
    if not isinstance(data, dict):
        return given, {}
    name = columns(data).get("text")
    text = {} if name is None else {"text": data[name]}
    return {**given, "data": text}, {key: data[key] for key in data.keys() - {name} if data[key]}


def _found(given: Any, source: Source, line: int) -> _Found:
    """A task's text and spans; DataError when it is not of Label Studio's shape."""
    given, others = _with_text(given)
    left_out = set(others)
    task = converted(given, _Task, source.path, line)
    if task.predictions:
        left_out.add("predictions")
    if task.drafts:
        left_out.add("drafts")
    finished = [made for made in task.annotations if not made.was_cancelled]
    if len(finished) < len(task.annotations):
        left_out.add("cancelled annotations")
    if len(finished) > 1:
        left_out.add("annotations")
    chosen = next((made for made in finished if made.ground_truth), None)
    if chosen is None and finished:
        chosen = finished[-1]
    spans: list[ImportedSpan] = []
    for result in chosen.result if chosen is not None else ():
        if result.get("type") != "labels":
            left_out.add(str(result.get("type")))
            continue
        shown = str(result.get("to_name"))
        if _is_of(others.get(shown), result, task.data.text):
            left_out.add(f"spans of {shown}")
            continue
        if result.get("meta"):
            left_out.add("meta")
        value = converted(result, _Result, source.path, line).value
        if not value.labels:
            left_out.add("result without a label")
        spans.extend(
            ImportedSpan(value.start, value.end, label, text=value.text) for label in value.labels
        )
    return _Found(line, task.data.text, tuple(spans), frozenset(left_out))


def _is_of(other: Any, result: dict[str, Any], text: str) -> bool:
    """Whether a result is of another text of the task, not of `text`. What it is of is told by a
    tag's name, which may by chance be that of something known of the article: then it fits `text`.
    """
    value = result.get("value")
    if not isinstance(other, str) or not isinstance(value, dict):
        return False
    said, start, end = (value.get(key) for key in ("text", "start", "end"))
    if not (isinstance(said, str) and isinstance(start, int) and isinstance(end, int)):
        return True  # a sound's, or one that only its place tells
    span = ImportedSpan(start, end, "", text=said)
    return _covers(other, span) or not _covers(text, span)


def _sureness(tasks: Sequence[_Found]) -> tuple[bool, int]:
    """How surely the offsets are counted right: all spans fit, and in how many tasks exactly."""
    return all(map(_fits, tasks)), sum(map(_is_exact, tasks))


def _is_exact(task: _Found) -> bool:
    """Whether every span that says what it covers covers just that, blanks and all. (One that goes
    over the text's end, as UTF-16 units do where it has an emoji, covers all up to there.)"""
    return _fits(task) and all(
        span.text is None or _unbroken(task.text[span.start : span.end]) == _unbroken(span.text)
        for span in task.spans
    )


def _unbroken(text: str) -> str:
    """The text with its line breaks written one way."""
    return text.replace("\\n", "\n")


def _fits(task: _Found) -> bool:
    """Whether every span that says what it covers does cover it, counted in code points."""
    return all(span.text is None or _covers(task.text, span) for span in task.spans)


def _covers(text: str, span: ImportedSpan) -> bool:
    """Whether the offsets cover what the span says, whatever blanks and line breaks it has."""
    if span.text is None or not 0 <= span.start < span.end <= len(text):
        return False
    return _on_screen(text[span.start : span.end]) == _on_screen(span.text)


def _on_screen(text: str) -> list[str]:
    """The words of a text whose line breaks may be written as a backslash and an n."""
    return _unbroken(text).split()


def _from_utf16(task: _Found) -> _Found:
    """The task with its offsets taken for UTF-16 units and made code points."""
    units = Utf16Map(task.text)
    spans = tuple(
        msgspec.structs.replace(
            span, start=units.to_code_point(span.start), end=units.to_code_point(span.end)
        )
        for span in task.spans
    )
    return _Found(task.line, task.text, spans, task.left_out)
