"""Every format in one table: a new one is its module and a row here."""

from __future__ import annotations

from pathlib import Path
from typing import IO, Final

from annotator.core.labels import LabelSet
from annotator.errors import QT_TRANSLATE_NOOP, HashiyaError, UserError
from annotator.formats import (
    article_json,
    article_table,
    brat,
    cas_json,
    conll2002,
    conll2003,
    conll_nested,
    conll_nested_reading,
    conllu,
    conllu_plus,
    conllu_plus_reading,
    doccano,
    docx,
    html,
    hugging_face,
    hugging_face_reading,
    label_studio,
    mhtml,
    native_jsonl,
    prodigy,
    spacy_docbin,
    spacy_json,
    spans_table,
    text,
    webanno_tsv,
    webanno_tsv_reading,
)
from annotator.formats.article import Documents, Source
from annotator.formats.conll_rows import looks_tagged
from annotator.formats.format import Format, beside
from annotator.formats.loss import LossReport
from annotator.formats.options import Choices, Clitics, ExportOptions, Nesting, Scheme
from annotator.formats.telling import by_head, by_object, container, is_json_lines


def _write_jsonl(
    documents: Documents,
    out: IO[bytes],
    labels: LabelSet,
    options: ExportOptions,
    report: LossReport,
) -> None:
    """The native writer holds every label alike and needs no label set and no options."""
    native_jsonl.write(documents, out, report)


_ONE_FORM = (Clitics.WHOLE, Clitics.STRICT, Clitics.SPLIT, Clitics.SEGMENT)
_ONE_TAG = (Nesting.OUTERMOST, Nesting.INNERMOST, Nesting.PRIORITY)
_SCHEMES = tuple(Scheme)
_ROWS: Final = Choices(clitics=_ONE_FORM, nesting=(*_ONE_TAG, Nesting.COLUMNS), scheme=_SCHEMES)
_NESTED: Final = Choices(clitics=_ONE_FORM, nesting=(Nesting.COLUMNS,), scheme=_SCHEMES)
_RANGES: Final = Choices(
    clitics=(Clitics.RANGE, Clitics.WHOLE, Clitics.STRICT, Clitics.SEGMENT),
    nesting=(Nesting.COLUMNS, *_ONE_TAG),
    scheme=_SCHEMES,
)
_ONE_ROW: Final = Choices(clitics=_ONE_FORM, nesting=_ONE_TAG, scheme=_SCHEMES)

FORMATS: Final = (
    Format(
        key="text",
        name=QT_TRANSLATE_NOOP("Formats", "Plain text"),
        suffixes=(".txt", ".text"),
        read=text.read,
    ),
    Format(
        key="html",
        name=QT_TRANSLATE_NOOP("Formats", "Saved web page"),
        suffixes=(".html", ".htm", ".xhtml"),
        read=html.read,
    ),
    Format(
        key="mhtml",
        name=QT_TRANSLATE_NOOP("Formats", "Web page in one file (MHTML)"),
        suffixes=(".mhtml", ".mht"),
        read=mhtml.read,
    ),
    Format(
        key="docx",
        name=QT_TRANSLATE_NOOP("Formats", "Word document"),
        suffixes=(".docx",),
        read=docx.read,
    ),
    Format(
        key="articles_csv",
        name=QT_TRANSLATE_NOOP("Formats", "Table of articles (CSV)"),
        suffixes=(".csv", ".tsv"),
        read=article_table.read,
        many=True,
    ),
    Format(
        key="jsonl",
        name=QT_TRANSLATE_NOOP("Formats", "Hashiya JSON Lines"),
        suffixes=(".jsonl", ".ndjson"),
        read=native_jsonl.read,
        tells=by_object(native_jsonl.tells),
        write=_write_jsonl,
        many=True,
        is_parts=True,
    ),
    Format(
        key="conll2003",
        name=QT_TRANSLATE_NOOP("Formats", "CoNLL-2003"),
        suffixes=(".conll", ".iob", ".bio"),
        read=conll2003.read,
        tells=conll2003.tells,
        write=conll2003.write,
        many=True,
        choices=_ROWS,
        is_parts=True,
    ),
    Format(
        key="conll2002",
        name=QT_TRANSLATE_NOOP("Formats", "CoNLL-2002"),
        suffixes=(".conll", ".iob", ".bio"),
        read=conll2002.read,
        tells=conll2002.tells,
        write=conll2002.write,
        many=True,
        choices=_ROWS,
        is_parts=True,
    ),
    Format(
        key="conll_nested",
        name=QT_TRANSLATE_NOOP("Formats", "Nested CoNLL"),
        suffixes=(".conll", ".iob", ".bio"),
        read=conll_nested_reading.read,
        write=conll_nested.write,
        many=True,
        tells=conll_nested_reading.tells,
        choices=_NESTED,
    ),
    Format(
        key="conllu",
        name=QT_TRANSLATE_NOOP("Formats", "CoNLL-U"),
        suffixes=(".conllu", ".conll"),
        read=conllu.read,
        many=True,
        tells=conllu.tells,
    ),
    Format(
        key="conllu_plus",
        name=QT_TRANSLATE_NOOP("Formats", "CoNLL-U Plus"),
        suffixes=(".conllup", ".conllu", ".conll"),
        read=conllu_plus_reading.read,
        write=conllu_plus.write,
        many=True,
        tells=conllu_plus_reading.tells,
        choices=_RANGES,
    ),
    Format(
        key="spacy_json",
        name=QT_TRANSLATE_NOOP("Formats", "spaCy JSON Lines"),
        suffixes=(".jsonl",),
        read=spacy_json.read,
        write=spacy_json.write,
        many=True,
        tells=by_object(spacy_json.tells),
        is_parts=True,
    ),
    Format(
        key="doccano",
        name=QT_TRANSLATE_NOOP("Formats", "doccano JSON Lines"),
        suffixes=(".jsonl",),
        read=doccano.read,
        write=doccano.write,
        many=True,
        tells=by_object(doccano.tells),
        is_parts=True,
    ),
    Format(
        key="prodigy",
        name=QT_TRANSLATE_NOOP("Formats", "Prodigy JSON Lines"),
        suffixes=(".jsonl",),
        read=prodigy.read,
        write=prodigy.write,
        many=True,
        tells=by_object(prodigy.tells),
        is_parts=True,
    ),
    Format(
        key="articles_json",
        name=QT_TRANSLATE_NOOP("Formats", "Articles as JSON"),
        suffixes=(".json", ".jsonl"),
        read=article_json.read,
        many=True,
        tells=by_object(article_json.tells),
    ),
    Format(
        key="label_studio",
        name=QT_TRANSLATE_NOOP("Formats", "Label Studio JSON"),
        suffixes=(".json",),
        read=label_studio.read,
        write=label_studio.write,
        write_files=label_studio.write_files,
        many=True,
        tells=by_object(label_studio.tells),
    ),
    Format(
        key="hugging_face",
        name=QT_TRANSLATE_NOOP("Formats", "Hugging Face token classification"),
        suffixes=(".json", ".jsonl"),
        read=hugging_face_reading.read,
        write=hugging_face.write,
        write_files=hugging_face.write_files,
        many=True,
        beside=beside(*hugging_face_reading.LISTS),
        tells=by_object(hugging_face_reading.tells),
        choices=_ONE_ROW,
        is_parts=True,
    ),
    Format(
        key="brat",
        name=QT_TRANSLATE_NOOP("Formats", "brat standoff"),
        suffixes=(".ann",),
        read=brat.read,
        write_files=brat.write_files,
        beside=beside("*.txt"),
    ),
    Format(
        key="webanno_tsv",
        name=QT_TRANSLATE_NOOP("Formats", "WebAnno TSV 3.3 (INCEpTION)"),
        suffixes=(".tsv",),
        read=webanno_tsv_reading.read,
        write_files=webanno_tsv.write_files,
        tells=by_head(webanno_tsv_reading.begins),
    ),
    Format(
        key="cas_json",
        name=QT_TRANSLATE_NOOP("Formats", "UIMA CAS JSON (INCEpTION)"),
        suffixes=(".json",),
        read=cas_json.read,
        write_files=cas_json.write_files,
        tells=by_head(cas_json.begins),
    ),
    Format(
        key="spacy",
        name=QT_TRANSLATE_NOOP("Formats", "spaCy DocBin"),
        suffixes=(".spacy",),
        read=spacy_docbin.read,
        write=spacy_docbin.write,
        many=True,
    ),
    Format(
        key="spans_csv",
        name=QT_TRANSLATE_NOOP("Formats", "Table of spans, CSV (Excel)"),
        suffixes=(".csv",),
        read=spans_table.read,
        write=spans_table.write_csv,
        many=True,
        tells=by_head(spans_table.begins),
    ),
    Format(
        key="spans_tsv",
        name=QT_TRANSLATE_NOOP("Formats", "Table of spans, tab-separated"),
        suffixes=(".tsv",),
        read=spans_table.read,
        write=spans_table.write_tsv,
        many=True,
        tells=by_head(spans_table.begins),
    ),
)
READERS: Final = tuple(f for f in FORMATS if f.read is not None)
WRITERS: Final = tuple(f for f in FORMATS if f.write is not None or f.write_files is not None)
_CONTAINERS: Final = ("html", "mhtml", "docx")  # told by their bytes
READABLE_SUFFIXES: Final = tuple(dict.fromkeys(suffix for f in READERS for suffix in f.suffixes))


def format_named(key: str) -> Format:
    """The format of that key. Raises UserError when there is none."""
    for known in FORMATS:
        if known.key == key:
            return known
    raise UserError(
        QT_TRANSLATE_NOOP("Errors", "There is no format “{key}”."),
        remedy=QT_TRANSLATE_NOOP("Errors", "Choose one of: {keys}."),
        key=key,
        keys=", ".join(f.key for f in FORMATS),
    )


def format_of(source: Source, key: str = "auto") -> Format:
    """How to read `source`: by the key given, else as the page or document that it shows itself to
    be, else by its suffix and, where several share it, by what it begins with; else as text."""
    if key != "auto":
        return format_named(key)
    shown = container(source)
    if shown in _CONTAINERS:
        return format_named(shown)
    suffix = source.path.suffix.lower() if source.pasted is None else ""
    suffixes = {suffix}
    if suffix == ".json":
        suffixes.add(".jsonl")  # lines under that name, or a list of what is written as lines
    if suffix == ".tsv" and looks_tagged(source):
        suffixes = {".conll"}  # many a set of names is given away so
    sharing = [f for f in READERS if suffixes & set(f.suffixes)] or [FORMATS[0]]
    usual = sharing[0]
    if suffix == ".json" and not is_json_lines(source):
        usual = format_named("articles_json")
    able = [f for f in sharing if f.tells is not None] if len(sharing) > 1 else []
    try:
        return next((f for f in able if f.tells is not None and f.tells(source)), usual)
    except (HashiyaError, OSError):
        return usual  # its reader will say what is wrong


def misnamed(source: Source, chosen: Format) -> bool:
    """Whether the file's name says that it is of another format."""
    suffix = source.path.suffix.lower()
    return source.pasted is None and suffix in READABLE_SUFFIXES and suffix not in chosen.suffixes


def format_for_writing(path: Path, key: str) -> Format:
    """The writer of that key. Raises UserError when the format cannot be written."""
    known = format_named(key)
    if known not in WRITERS:
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "{path} cannot be written as {key}."),
            remedy=QT_TRANSLATE_NOOP("Errors", "Choose one of: {keys}."),
            path=path,
            key=key,
            keys=", ".join(f.key for f in WRITERS),
        )
    return known
