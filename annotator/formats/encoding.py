"""Bytes to text: which encoding a file is in, how sure that is, and a plain refusal otherwise.

Order of evidence: a byte order mark, the shape of UTF-16, strict UTF-8, then the old Arabic code
pages told apart by which of them yields letters as common as Arabic's are, then
charset-normalizer for what is not Arabic at all.
"""

from __future__ import annotations

import codecs
import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from annotator.errors import QT_TRANSLATE_NOOP, DataError

MAX_TEXT_BYTES: Final = 64 * 1024 * 1024  # one article: far more than anyone can annotate
_SAMPLE = 256 * 1024
SURE = 0.8  # below this confidence the analyst is asked to look

# What the import dialog offers, in this order: Python's name, and the name people know.
ENCODINGS: Final = (
    ("utf-8", "UTF-8"),
    ("cp1256", "Windows-1256"),
    ("iso8859_6", "ISO 8859-6"),
    ("mac_arabic", "Mac Arabic"),
    ("utf-16-le", "UTF-16 (little-endian)"),
    ("utf-16-be", "UTF-16 (big-endian)"),
    ("cp1252", "Windows-1252"),
)
_NAMES: Final = dict(ENCODINGS)

_BOMS = (  # UTF-32 before UTF-16: its mark begins with the same bytes
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OLD_ARABIC = ("cp1256", "iso8859_6", "mac_arabic")  # the likelier first

# Per mille of each letter in running Arabic text, rounded; what is not here is not Arabic prose.
_COMMON = {
    "ا": 160, "ل": 125, "ي": 75, "م": 60, "و": 60, "ن": 60, "ر": 52, "ت": 47, "ب": 38, "ع": 36,
    "د": 33, "ة": 32, "ه": 30, "س": 30, "ف": 28, "ك": 23, "ق": 23, "أ": 22, "ح": 20, "ج": 15,
    "ش": 13, "ص": 11, "ط": 11, "خ": 10, "ى": 10, "إ": 9, "ض": 7, "ذ": 6, "ز": 6, "ث": 6, "غ": 5,
    "ئ": 5, "ء": 5, "ظ": 3, "ؤ": 2, "آ": 2,
}  # fmt: skip
_SCORES = {letter: math.log(share / 20) for letter, share in _COMMON.items()}
_NEUTRAL = frozenset("ًٌٍَُِّْـ،؛؟٪«»–—“”‘’…\u200c\u200d\u200e\u200f\u00a0") | frozenset("٠١٢٣٤٥٦٧٨٩")
_PENALTY = -4.0
_BONUS = 3.0
_TEMPER = 4.0  # letters are not independent of each other: each counts for a quarter
_ARTICLE = re.compile("(?<![\u0621-\u064a])[وفبك]?ال(?=[\u0621-\u064a]{2})")
_MISPLACED = re.compile(
    "[ةى](?=[\u0621-\u064a])|(?<=[A-Za-z])[\u0621-\u064a]|[\u0621-\u064a](?=[A-Za-z])"
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_NOT_TEXT = QT_TRANSLATE_NOOP("Errors", "This file is not text.")
_SAVE_AS_TEXT = QT_TRANSLATE_NOOP("Errors", "Save it as plain text, in UTF-8, and import that.")
_SAVE_AS_DOCX = QT_TRANSLATE_NOOP("Errors", "Open it in Word or LibreOffice and save it as .docx.")
_NOT_ZIP = QT_TRANSLATE_NOOP("Errors", "This file is a packed archive, and no zip.")
_UNPACK = QT_TRANSLATE_NOOP("Errors", "Unpack it yourself and import the folder.")
# How files begin that are not text, what they are, and what to do with them.
_SIGNATURES: Final = (
    (
        b"%PDF-",
        QT_TRANSLATE_NOOP("Errors", "This file is a PDF, not text."),
        QT_TRANSLATE_NOOP("Errors", "Copy the article out of it and paste it."),
    ),
    (
        b"PK\x03\x04",
        QT_TRANSLATE_NOOP("Errors", "This file is a packed archive or document, not text."),
        QT_TRANSLATE_NOOP("Errors", "Import it with the format left to be found out."),
    ),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        QT_TRANSLATE_NOOP("Errors", "This is a document of the old kind, or a locked one."),
        QT_TRANSLATE_NOOP(
            "Errors", "Open it in Word or LibreOffice and save it as .docx, a table as CSV (UTF-8)."
        ),
    ),
    (b"{\\rtf", QT_TRANSLATE_NOOP("Errors", "This is a Rich Text document (RTF)."), _SAVE_AS_DOCX),
    (b"\x1f\x8b", _NOT_ZIP, _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", _NOT_ZIP, _UNPACK),
    (b"Rar!\x1a\x07", _NOT_ZIP, _UNPACK),
    (
        b"PAR1",
        QT_TRANSLATE_NOOP("Errors", "This file is a Parquet table, not text."),
        QT_TRANSLATE_NOOP("Errors", "Save it as JSON lines (to_json in Python), and import that."),
    ),
    (b"\x89PNG", _NOT_TEXT, _SAVE_AS_TEXT),
    (b"\xff\xd8\xff", _NOT_TEXT, _SAVE_AS_TEXT),
    (b"SQLite format 3", _NOT_TEXT, _SAVE_AS_TEXT),
)

_CHOOSE = QT_TRANSLATE_NOOP(
    "Errors", "Choose its encoding yourself (--encoding on the command line)."
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text out of bytes. `encoding` is Python's name of it; `confidence` is from 0 to 1."""

    text: str
    encoding: str
    confidence: float
    bom: bool = False


def encoding_name(encoding: str) -> str:
    """The name that people know an encoding by."""
    return _NAMES.get(encoding, encoding.upper())


def known_encoding(encoding: str) -> bool:
    """Whether `encoding` is "auto" or a text encoding that Python has."""
    if encoding == "auto":
        return True
    try:
        codecs.lookup(encoding)
        "".encode(encoding)
    except (LookupError, UnicodeError):
        return False
    return True


def decode(data: bytes, file: Path | str, encoding: str = "auto") -> Decoded:
    """The text in `data`, in the encoding named or detected.

    Raises DataError when the data is binary, damaged, or in no encoding that can be recognised.
    """
    refuse_signature(data, file)
    if encoding == "auto":
        return _detected(data, file)
    for mark, its in _BOMS:
        if data.startswith(mark) and codecs.lookup(its).name in _plain_names(encoding):
            return Decoded(_strict(data[len(mark) :], its, file), its, 1.0, bom=True)
    return Decoded(_strict(data, encoding, file), encoding, 1.0)


def refuse_signature(data: bytes, file: Path | str) -> None:
    """Raise DataError when `data` begins like a PDF, an archive, a picture or a database."""
    for signature, what, remedy in _SIGNATURES:
        if data.startswith(signature):
            raise DataError(what, file=file, remedy=remedy)


def _plain_names(encoding: str) -> tuple[str, ...]:
    """The byte orders that an encoding's name may stand for: "utf-16" leaves it to the mark."""
    name = codecs.lookup(encoding).name
    if name in ("utf-16", "utf-32"):
        return (f"{name}-le", f"{name}-be")
    return (name.removesuffix("-sig"),)


def _detected(data: bytes, file: Path | str) -> Decoded:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return Decoded(_strict(data[len(mark) :], encoding, file), encoding, 1.0, bom=True)
    wide = _utf16_without_mark(data)
    if wide is not None:
        return Decoded(_strict(data, wide, file), wide, 0.9)
    if b"\0" in data:
        raise _binary(file)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_damaged_utf8(data, error, file)
        return _old(data, file)
    _refuse_binary(text, file)
    return Decoded(text, "utf-8", 1.0)


def _strict(data: bytes, encoding: str, file: Path | str) -> str:
    """`data` decoded, or a DataError with the place of the first byte that does not fit."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise undecodable(data, error, encoding, file) from error
    _refuse_binary(text, file)
    return text


def undecodable(
    data: bytes, error: UnicodeDecodeError, encoding: str, file: Path | str, first_line: int = 1
) -> DataError:
    """The error that tells where `data` (beginning at `first_line`) is not `encoding`."""
    before = data[: error.start].decode(encoding, "replace")
    return DataError(
        QT_TRANSLATE_NOOP("Errors", "This file is not {encoding}: the bytes here have no meaning."),
        file=file,
        line=first_line + before.count("\n"),
        column=len(before) - before.rfind("\n"),
        remedy=_CHOOSE,
        encoding=encoding_name(encoding),
    )


def _refuse_damaged_utf8(data: bytes, error: UnicodeDecodeError, file: Path | str) -> None:
    """Raise when nearly all of it is UTF-8: a code page would turn the good part into nonsense."""
    sample = data[: max(_SAMPLE, error.end)]
    text = sample.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = sum(1 for byte in sample if byte >= 0xC0) - wrong  # lead bytes of good sequences
    if right > 10 * wrong:
        raise DataError(
            QT_TRANSLATE_NOOP("Errors", "This file is UTF-8, but damaged here."),
            file=file,
            line=data.count(b"\n", 0, error.start) + 1,
            column=len(data[data.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8"))
            + 1,
            remedy=QT_TRANSLATE_NOOP("Errors", "Get a whole copy of the file, or repair it."),
        ) from error


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 told by every second byte: 06 for Arabic, 00 for Latin and blanks."""
    sample = data[: _SAMPLE & ~1]
    if len(data) % 2 or len(sample) < 4:
        return None
    even, odd = sample[0::2], sample[1::2]
    for encoding, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if high.count(0) + high.count(6) > 0.9 * len(high) and low.count(0) < 0.05 * len(low):
            return encoding
    return None


def _old(data: bytes, file: Path | str) -> Decoded:
    """The old Arabic code page that reads most like Arabic, or what charset-normalizer says.

    The confidence is the winner's share of the evidence, so that a longer text is surer.
    """
    sample = data[:_SAMPLE]
    readings = [(name, _reading(sample, name)) for name in _OLD_ARABIC]
    scored = [(_arabic_evidence(text), name, text) for name, text in readings]
    (best, letters), encoding, text = max(scored, key=lambda entry: entry[0][0])  # first of equals
    if not letters or best < 0:
        return _foreign(data, sample, file)
    rival = max((score for (score, _), _, other in scored if other != text), default=-math.inf)
    confidence = 0.99 / (1 + math.exp(max(-50.0, (rival - best) / _TEMPER)))
    return Decoded(_strict(data, encoding, file), encoding, round(confidence, 2))


def _reading(sample: bytes, encoding: str) -> str:
    try:
        return sample.decode(encoding)
    except UnicodeDecodeError:
        return ""


def _arabic_evidence(text: str) -> tuple[float, int]:
    """How much speaks for `text` being Arabic prose (below 0: nothing), and its letters' number.

    The log likelihood of its letters, more for each article ال, less for each letter where none
    stands in Arabic: a final one inside a word, or one that touches a Latin letter (déclaré in
    Windows-1252 becomes dىclarى).
    """
    letters = [c for c in text if c > "\x7f" and c not in _NEUTRAL]
    if not letters:
        return -math.inf, 0
    likely = sum(_SCORES.get(c, _PENALTY) for c in letters)
    articles, misplaced = len(_ARTICLE.findall(text)), len(_MISPLACED.findall(text))
    return likely + _BONUS * articles + _PENALTY * misplaced, len(letters)


def _foreign(data: bytes, sample: bytes, file: Path | str) -> Decoded:
    """What charset-normalizer makes of bytes that are neither UTF nor Arabic."""
    from charset_normalizer import from_bytes

    guess = from_bytes(sample).best()
    if guess is None or _CONTROLS.search(str(guess)):
        raise DataError(
            QT_TRANSLATE_NOOP("Errors", "This file is not text in any encoding known here."),
            file=file,
            remedy=_CHOOSE,
        )
    confidence = round(max(0.0, 0.7 * (1 - guess.chaos)), 2)
    return Decoded(_strict(data, guess.encoding, file), guess.encoding, confidence)


def _refuse_binary(text: str, file: Path | str) -> None:
    """Raise when `text` holds NUL, or more control characters than prose has by accident."""
    if "\0" in text or len(_CONTROLS.findall(text[:_SAMPLE])) > len(text[:_SAMPLE]) // 100:
        raise _binary(file)


def _binary(file: Path | str) -> DataError:
    return DataError(_NOT_TEXT, file=file, remedy=_SAVE_AS_TEXT)
