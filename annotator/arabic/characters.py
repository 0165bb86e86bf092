"""The characters that are not seen or are mistaken: their names, and how to show them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

LEFT_TO_RIGHT, RIGHT_TO_LEFT = "\u200e", "\u200f"  # marks
FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"


@dataclass(frozen=True, slots=True)
class _Known:
    """`glyph` is the short stand-in that is drawn for it, empty where it is seen anyway."""

    arabic: str
    english: str
    glyph: str = ""


_KNOWN = {
    "\t": _Known("مسافة جدولة", "tab", "⇥"),
    "\n": _Known("نهاية سطر", "line break", "¶"),
    " ": _Known("مسافة", "space", "·"),
    "\u00a0": _Known("مسافة غير فاصلة", "no-break space", "⍽"),
    "\u00ad": _Known("واصلة اختيارية", "soft hyphen", "SHY"),
    "\u034f": _Known("واصل المحارف", "combining grapheme joiner", "CGJ"),
    "\u061c": _Known("علامة الاتجاه العربية", "Arabic letter mark", "ALM"),
    "\u0640": _Known("تطويل", "tatweel"),
    "\u200b": _Known("مسافة عديمة العرض", "zero-width space", "ZWSP"),
    "\u200c": _Known("فاصل عديم العرض", "zero-width non-joiner", "ZWNJ"),
    "\u200d": _Known("واصل عديم العرض", "zero-width joiner", "ZWJ"),
    "\u200e": _Known("علامة يسار إلى يمين", "left-to-right mark", "LRM"),
    "\u200f": _Known("علامة يمين إلى يسار", "right-to-left mark", "RLM"),
    "\u2028": _Known("فاصل أسطر", "line separator", "LS"),
    "\u2029": _Known("فاصل فقرات", "paragraph separator", "PS"),
    "\u202a": _Known("تضمين يسار إلى يمين", "left-to-right embedding", "LRE"),
    "\u202b": _Known("تضمين يمين إلى يسار", "right-to-left embedding", "RLE"),
    "\u202c": _Known("نهاية الاتجاه", "pop directional formatting", "PDF"),
    "\u202d": _Known("فرض يسار إلى يمين", "left-to-right override", "LRO"),
    "\u202e": _Known("فرض يمين إلى يسار", "right-to-left override", "RLO"),
    "\u202f": _Known("مسافة ضيقة غير فاصلة", "narrow no-break space", "NNBSP"),
    "\u2060": _Known("واصل كلمات", "word joiner", "WJ"),
    "\u2066": _Known("عزل يسار إلى يمين", "left-to-right isolate", "LRI"),
    "\u2067": _Known("عزل يمين إلى يسار", "right-to-left isolate", "RLI"),
    "\u2068": _Known("عزل بحسب أول حرف", "first strong isolate", "FSI"),
    "\u2069": _Known("نهاية العزل", "pop directional isolate", "PDI"),
    "\ufeff": _Known("علامة ترتيب البايتات", "byte order mark", "BOM"),
    "\u060c": _Known("فاصلة", "Arabic comma"),
    "\u061b": _Known("فاصلة منقوطة", "Arabic semicolon"),
    "\u061f": _Known("علامة استفهام", "Arabic question mark"),
    "\u066a": _Known("علامة النسبة", "Arabic percent sign"),
    "\u066b": _Known("فاصلة عشرية", "Arabic decimal separator"),
    "\u066c": _Known("فاصلة آلاف", "Arabic thousands separator"),
    "\u064b": _Known("تنوين فتح", "fathatan"),
    "\u064c": _Known("تنوين ضم", "dammatan"),
    "\u064d": _Known("تنوين كسر", "kasratan"),
    "\u064e": _Known("فتحة", "fatha"),
    "\u064f": _Known("ضمة", "damma"),
    "\u0650": _Known("كسرة", "kasra"),
    "\u0651": _Known("شدة", "shadda"),
    "\u0652": _Known("سكون", "sukun"),
    "\u0670": _Known("ألف خنجرية", "superscript alef"),
    "\u00ab": _Known("علامة اقتباس «", "quotation mark «"),
    "\u00bb": _Known("علامة اقتباس »", "quotation mark »"),
    '"': _Known("علامة اقتباس مستقيمة", "straight quotation mark"),
    "'": _Known("فاصلة عليا مستقيمة", "straight apostrophe"),
    "\u201c": _Known("علامة اقتباس “", "quotation mark “"),
    "\u201d": _Known("علامة اقتباس ”", "quotation mark ”"),
    "\u201e": _Known("علامة اقتباس „", "quotation mark „"),
    "\u2018": _Known("علامة اقتباس ‘", "quotation mark ‘"),
    "\u2019": _Known("علامة اقتباس ’", "quotation mark ’"),
    "\u2039": _Known("علامة اقتباس ‹", "quotation mark ‹"),
    "\u203a": _Known("علامة اقتباس ›", "quotation mark ›"),
    "\u0653": _Known("مدّة فوق", "maddah above"),
    "\u0654": _Known("همزة فوق", "hamza above"),
    "\u0655": _Known("همزة تحت", "hamza below"),
    ".": _Known("نقطة", "full stop"),
    ":": _Known("نقطتان", "colon"),
    "(": _Known("قوس", "left parenthesis"),
    ")": _Known("قوس", "right parenthesis"),
    "-": _Known("شرطة", "hyphen-minus"),
    "%": _Known("علامة النسبة اللاتينية", "percent sign"),
    ",": _Known("فاصلة لاتينية", "comma"),
}
_LETTERS = {
    "ء": "همزة", "آ": "ألف بمدّة", "أ": "ألف بهمزة", "ؤ": "واو بهمزة", "إ": "ألف بهمزة تحتها",
    "ئ": "ياء بهمزة", "ا": "ألف", "ب": "باء", "ة": "تاء مربوطة", "ت": "تاء", "ث": "ثاء",
    "ج": "جيم", "ح": "حاء", "خ": "خاء", "د": "دال", "ذ": "ذال", "ر": "راء", "ز": "زاي",
    "س": "سين", "ش": "شين", "ص": "صاد", "ض": "ضاد", "ط": "طاء", "ظ": "ظاء", "ع": "عين",
    "غ": "غين", "ف": "فاء", "ق": "قاف", "ك": "كاف", "ل": "لام", "م": "ميم", "ن": "نون",
    "ه": "هاء", "و": "واو", "ى": "ألف مقصورة", "ي": "ياء", "ٱ": "ألف وصل",
    "ی": "ياء فارسية", "ک": "كاف فارسية",
}  # fmt: skip
_DIGITS = (("٠", "رقم مشرقي", "Arabic-Indic digit"), ("۰", "رقم فارسي", "Persian digit"),
           ("0", "رقم غربي", "Western digit"))  # fmt: skip
_FORMS = {
    "isolated": ("منفصلة", "isolated form"), "initial": ("أوّلية", "initial form"),
    "medial": ("وسطى", "medial form"), "final": ("أخيرة", "final form"),
}  # fmt: skip
_BIDI_CONTROLS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_ZERO_WIDTH = frozenset("\u00ad\u034f\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff")


def name_of(character: str, language: str = "en") -> str:
    """Its name in "ar" or "en"; Unicode's English one where we have none of our own."""
    known = _KNOWN.get(character)
    if known is not None:
        return known.arabic if language == "ar" else known.english
    if language == "ar" and character in _LETTERS:
        return _LETTERS[character]
    for zero, arabic, english in _DIGITS:
        if 0 <= ord(character) - ord(zero) < 10:
            return f"{arabic if language == 'ar' else english} {character}"
    if is_presentation_form(character):
        return _form_name(character, language)
    return unicodedata.name(character, "").lower() or f"U+{ord(character):04X}"


def is_presentation_form(character: str) -> bool:
    """Whether it is an Arabic letter or ligature frozen in one shape, which keys take apart."""
    code = ord(character)
    if code == 0xFEFF or unicodedata.category(character) in ("Cn", "Ps", "Pe"):
        return False
    return 0xFB50 <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFC


def _form_name(character: str, language: str) -> str:
    """What it is frozen from, and in which shape."""
    decomposed = unicodedata.decomposition(character)
    shape = decomposed[1 : decomposed.find(">")] if decomposed.startswith("<") else "isolated"
    arabic, english = _FORMS.get(shape, _FORMS["isolated"])
    plain = unicodedata.normalize("NFKC", character).strip()
    return f"صورة {arabic}: {plain}" if language == "ar" else f"{english} of {plain}"


def is_bidi_control(character: str) -> bool:
    return character in _BIDI_CONTROLS


def is_zero_width(character: str) -> bool:
    """Whether it takes no room and is neither a mark nor a bidi control."""
    return character in _ZERO_WIDTH


def glyph(character: str) -> str:
    """What to draw for a character that is not seen; empty for one that is."""
    known = _KNOWN.get(character)
    return known.glyph if known is not None else ""


def bidi_controls(text: str) -> list[int]:
    """The positions (code points) of the bidi controls in `text`."""
    return [at for at, character in enumerate(text) if character in _BIDI_CONTROLS]


def isolate(text: str) -> str:
    """`text` fenced so that it cannot turn the text around it (UAX #9): for names in the interface.

    Bidi controls of its own are dropped: a name must not read other than it is spelled.
    """
    plain = "".join(c for c in text if c not in _BIDI_CONTROLS)
    return f"{FIRST_STRONG_ISOLATE}{plain}{POP_ISOLATE}"
