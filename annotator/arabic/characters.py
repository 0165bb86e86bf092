"""The characters that are not seen or are mistaken: their names, and how to show them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

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
}
_BIDI_CONTROLS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_ZERO_WIDTH = frozenset("\u00ad\u034f\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff")


def name_of(character: str, language: str = "en") -> str:
    """Its name in "ar" or "en"; Unicode's English one where we have none of our own."""
    known = _KNOWN.get(character)
    if known is not None:
        return known.arabic if language == "ar" else known.english
    return unicodedata.name(character, "").lower() or f"U+{ord(character):04X}"


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
