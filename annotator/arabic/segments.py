"""Where the segments that a morphological analyser names stand in the word as it is written.

An analyser gives segments in its own spelling: ل+ ال+ حسكة for للحسكة, مدينة +ها for مدينتها, often
with harakat that the text lacks. Both sides are folded and their letters aligned in order; letters
that Arabic spelling exchanges or leaves out at a seam cost one each, and an alignment dearer than
two is refused.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.arabic.fold import fold, fold_with_map

_DEAREST = 2
_EXCHANGED = frozenset(
    frozenset(pair) for pair in ("ته", "يا", "يء", "ءا", "ءو", "وا")
)  # مدينته, رماه, شيء and hamza carriers
_ARTICLE = "ال"  # للحسكة lacks its alef, للغة its lam as well


def segment_starts(word: str, segments: Sequence[str]) -> list[int] | None:
    """The code point of `word` at which each of `segments` starts; None where they do not fit.

    A segment starts at its first letter that is written; marks and tatweels stay with the letter
    before. One of which nothing is written starts where the next one does.
    """
    folded = fold_with_map(word.replace("ة", "ت"))
    spelled = [fold(segment.strip("+").replace("ة", "ت")) for segment in segments]
    places = _align(
        [
            (letter, letter == "ا" or letters == _ARTICLE)
            for letters in spelled
            for letter in letters
        ],
        folded.text,
    )
    if places is None:
        return None
    starts: list[int] = []
    first = 0
    for letters in spelled:
        starts.append(next((at for at in places[first:] if at is not None), len(folded.text)))
        first += len(letters)
    return [0 if at == 0 else folded.origin[at] for at in starts]


def _align(letters: Sequence[tuple[str, bool]], written: str) -> list[int | None] | None:
    """For each of `letters` its place in `written`, None for one that is not written.

    Each comes with whether it may be left unwritten: an alef (بسم), or a letter of the article.
    Every written letter is taken, in order, as early as may be. None when that costs more than
    `_DEAREST`.
    """
    rows: dict[int, tuple[int, tuple[int | None, ...]]] = {0: (0, ())}
    for letter, may_lack in letters:
        reached: dict[int, tuple[int, tuple[int | None, ...]]] = {}
        for at, (cost, places) in rows.items():
            price = _price(letter, written[at]) if at < len(written) else None
            steps: list[tuple[int, int, int | None]] = []
            if price is not None:
                steps.append((at + 1, price, at))
            if may_lack:
                steps.append((at, 1, None))
            for after, price, place in steps:
                known = reached.get(after)
                if cost + price <= _DEAREST and (known is None or cost + price < known[0]):
                    reached[after] = (cost + price, (*places, place))
        rows = reached
    found = rows.get(len(written))
    return list(found[1]) if found is not None else None


def _price(letter: str, written: str) -> int | None:
    """What it costs to read `written` as `letter`; None when it cannot be."""
    if letter == written:
        return 0
    return 1 if frozenset((letter, written)) in _EXCHANGED else None
