"""Derive `annotator/arabic/_symbols.py` and `_emoji.py` from camel-tools and the Unicode database.

`python tests/arabic/derive_symbols.py`, on the oldest Python that Hashiya supports, writes both
again (after an upgrade of camel-tools, emoji or regex); `test_symbols.py` fails when they no longer
say what camel-tools does.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path

import regex
from camel_tools.tokenizers.word import simple_word_tokenize
from camel_tools.utils.charsets import EMOJI_ALL_CHARSET, EMOJI_SINGLECHAR_CHARSET

PACKAGE = Path(__file__).parents[2] / "annotator" / "arabic"
EVERY_CODE_POINT = "".join(chr(c) for c in range(0x110000))


def symbols() -> set[str]:
    """What camel-tools splits off, under the newest Unicode that `regex` knows."""
    return set(regex.findall(r"[\p{P}\p{S}]", EVERY_CODE_POINT)) | EMOJI_SINGLECHAR_CHARSET


def recent() -> set[str]:
    """Those of `symbols()` that this interpreter's older Unicode, hence camel-tools, leaves out."""
    known = {c for c in symbols() if unicodedata.category(c)[0] in "PS"}
    return symbols() - known - EMOJI_SINGLECHAR_CHARSET


def emoji() -> set[str]:
    return set(regex.findall(r"\p{Emoji}", EVERY_CODE_POINT))


def ranges(chars: Iterable[str]) -> list[tuple[int, int]]:
    """Inclusive runs of code points."""
    runs: list[tuple[int, int]] = []
    for code in sorted(map(ord, chars)):
        if runs and runs[-1][1] == code - 1:
            runs[-1] = (runs[-1][0], code)
        else:
            runs.append((code, code))
    return runs


def ranges_text(chars: Iterable[str]) -> str:
    return " ".join(f"{a:X}" if a == b else f"{a:X}-{b:X}" for a, b in ranges(chars))


def expand(text: str) -> list[str]:
    """The characters of what `ranges_text` wrote."""
    pairs = (part.split("-") for part in text.split())
    return [chr(c) for pair in pairs for c in range(int(pair[0], 16), int(pair[-1], 16) + 1)]


def _escape(char: str) -> str:
    if " " < char < "\x7f":
        return "\\" + char if char in "\\^-[]*" else char
    return f"\\u{ord(char):04x}" if char < "\U00010000" else f"\\U{ord(char):08x}"


def _one_of(chars: list[str]) -> str:
    body = "".join(
        _escape(chr(a)) + ("-" if b > a + 1 else "") + (_escape(chr(b)) if b > a else "")
        for a, b in ranges(chars)
    )
    return body if len(chars) == 1 else f"[{body}]"


def trie_pattern(words: Iterable[str]) -> str:
    """A pattern whose longest match is the longest of `words`; equal branches are merged."""
    branches: dict[str, list[str]] = {}
    for word in words:
        branches.setdefault(word[:1], []).append(word[1:])
    final = branches.pop("", None) is not None
    by_rest: dict[str, list[str]] = {}
    for first, rests in branches.items():
        by_rest.setdefault(trie_pattern(rests), []).append(first)
    alternatives = sorted(_one_of(firsts) + rest for rest, firsts in by_rest.items())
    if not alternatives:
        return ""
    pattern = "|".join(alternatives)
    if final and alternatives == [pattern] and _is_atom(pattern):
        return pattern + "?"
    if len(alternatives) > 1 or final:
        pattern = f"(?:{pattern})"
    return pattern + "?" if final else pattern


def _is_atom(pattern: str) -> bool:
    return regex.fullmatch(r"\\(u....|U.{8})|\[[^\]]*\]", pattern) is not None


def sequences() -> str:
    """A pattern for the sequences that come out whole (`1` + U+20E3, for one, does not)."""
    return trie_pattern(
        s for s in EMOJI_ALL_CHARSET if len(s) > 1 and simple_word_tokenize("x" + s) == ["x", s]
    )


def _literal(name: str, text: str) -> str:
    """`text` as an assignment of adjacent raw strings, within the line length."""
    pieces = regex.findall(r"(?:\\U.{8}|\\.|[^\\]){1,80}?(?= )|(?:\\U.{8}|\\u.{4}|\\.|[^\\])", text)
    lines, line = [], ""
    for piece in pieces:
        if len(line) + len(piece) > 92:
            lines.append(line)
            line = ""
        line += piece
    lines.append(line)
    assert "".join(lines) == text
    return f"{name} = (\n" + "".join(f'    r"{part}"\n' for part in lines) + ")\n"


def symbols_module() -> str:
    return (
        '"""The code points that camel-tools makes tokens of their own: ranges in hex.\n\n'
        "Derived by `tests/arabic/derive_symbols.py`. `SYMBOLS` is the general categories P and S "
        "of Python\n3.11's Unicode, and the single emoji; `RECENT` what later Unicode adds to P "
        "and S, which camel-tools\ntherefore splits off under a newer Python only.\n"
        '"""\n\n'
        + _literal("SYMBOLS", ranges_text(symbols() - recent()))
        + _literal("RECENT", ranges_text(recent()))
    )


def emoji_module() -> str:
    return (
        '"""Emoji of more than one code point; imported only for text that may hold one.\n\n'
        "Derived by `tests/arabic/derive_symbols.py`: `EMOJI` is Unicode's property Emoji as "
        "ranges in hex,\n`SEQUENCES` a pattern for exactly the sequences that camel-tools takes "
        'for one token.\n"""\n\n'
        + _literal("EMOJI", ranges_text(emoji()))
        + _literal("SEQUENCES", sequences())
    )


if __name__ == "__main__":
    (PACKAGE / "_symbols.py").write_text(symbols_module(), encoding="utf-8")
    (PACKAGE / "_emoji.py").write_text(emoji_module(), encoding="utf-8")
