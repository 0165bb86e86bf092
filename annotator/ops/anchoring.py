"""Where an annotation goes when its article's text is revised.

Kept and moved spans have the letters that they had. One whose words were respelled (harakat,
tatweel, hamza, a blank) has changed; one whose words became other words, and one that was found
only elsewhere, is doubtful; one whose words are gone is lost. Words are followed in order, so no
two spans come to cross that did not before, but for the doubtful ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from annotator.arabic.alignment import ABSENT, Alignment, Words
from annotator.arabic.edges import tidy
from annotator.arabic.fold import find_all, fold, fold_with_map
from annotator.arabic.proclitics import HEADS
from annotator.core.annotation import Annotation
from annotator.core.span import Span

_SURVIVING = 0.5  # of a span's letters, for it to be the same span
_STRETCH, _SLACK = 2, 20  # times and code points by which a span may grow


class Fate(StrEnum):
    KEPT = "kept"
    MOVED = "moved"
    CHANGED = "changed"
    DOUBTFUL = "doubtful"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where one annotation goes: to `span` of the new text; None when it is lost."""

    annotation: Annotation
    fate: Fate
    span: Span | None


def anchors(alignment: Alignment, annotations: Iterable[Annotation]) -> list[Anchor]:
    """One for each annotation, in the order given."""
    placed = [_placed(alignment, annotation) for annotation in annotations]
    lost = [anchor for anchor in placed if anchor.span is None]
    elsewhere = _elsewhere(alignment, lost) if lost else {}
    return [
        replace(anchor, fate=Fate.DOUBTFUL, span=elsewhere[anchor.annotation.span])
        if anchor.span is None and anchor.annotation.span in elsewhere
        else anchor
        for anchor in placed
    ]


def _placed(alignment: Alignment, annotation: Annotation) -> Anchor:
    span, tokens = annotation.span, alignment.old_tokens
    covered = tokens.within(span)
    followed = [i for i in covered if alignment.tokens[i] != ABSENT]
    letters = sum(_shared(tokens.span(i), span) for i in covered)
    new = None
    if followed and sum(_shared(tokens.span(i), span) for i in followed) >= _SURVIVING * letters:
        new = tidy(
            alignment.new,
            _start(alignment, span, followed[0], whole=followed[0] == covered[0]),
            _end(alignment, span, followed[-1]),
        )
    if 0 < len(followed) < len(covered) and (slid := _slid(alignment, annotation, followed)):
        fate = Fate.KEPT if slid == span else Fate.MOVED
        return Anchor(annotation, fate, slid)
    if new is None or len(new) > _STRETCH * len(span) + _SLACK:
        return Anchor(annotation, Fate.LOST, None)
    return Anchor(annotation, _fate(alignment, annotation, new, followed, len(covered)), new)


def _fate(
    alignment: Alignment, annotation: Annotation, new: Span, followed: Sequence[int], tokens: int
) -> Fate:
    text = new.of(alignment.new)
    if text == annotation.text and len(followed) == tokens:
        return Fate.KEPT if new == annotation.span else Fate.MOVED
    same_words = alignment.replaced.isdisjoint(followed) and fold(text) == fold(annotation.text)
    return Fate.CHANGED if same_words else Fate.DOUBTFUL


def _slid(alignment: Alignment, annotation: Annotation, followed: Sequence[int]) -> Span | None:
    """Where all the span's words stand around one that was followed: in `a b` without the `a b`
    after it, the diff may have followed the first a and the second b."""
    for token in (followed[0], followed[-1]):
        at = alignment.old_tokens.starts[token]
        if alignment.letters[at] == ABSENT:
            continue
        start = annotation.start + alignment.letters[at] - at
        place = Span(start, start + len(annotation.span)) if start >= 0 else None
        if (
            place
            and place.of(alignment.new) == annotation.text
            and _cuts_as(alignment, place, annotation.span)
        ):
            return place
    return None


def _start(alignment: Alignment, span: Span, token: int, *, whole: bool) -> int:
    """Where the span begins now: at its first letter where it left a proclitic out, or where the
    word got one; else with the word."""
    word, now = alignment.old_tokens.span(token), alignment.new_tokens.span(alignment.tokens[token])
    letters = alignment.letters[max(word.start, span.start) : min(word.end, span.end)]
    first = next((at for at in letters if at != ABSENT), now.start)
    if not whole or first == now.start:
        return now.start
    if span.start > word.start:
        return first
    grew = letters[0] == first and fold(alignment.new[now.start : first]) in HEADS
    return first if grew else now.start


def _end(alignment: Alignment, span: Span, token: int) -> int:
    """Where the span ends now: with its last word, or after its last letter where it left an
    enclitic out."""
    word, now = alignment.old_tokens.span(token), alignment.new_tokens.span(alignment.tokens[token])
    if span.end >= word.end:
        return now.end
    letters = alignment.letters[max(word.start, span.start) : span.end]
    return max((at + 1 for at in letters if at != ABSENT), default=now.end)


def _elsewhere(alignment: Alignment, lost: Iterable[Anchor]) -> dict[Span, Span]:
    """Where lost spans stand in text that is new, as after a paragraph was moved: those of one
    wording, in order, when there are as many places as spans."""
    taken = set(alignment.tokens)
    if len(taken - {ABSENT}) == len(alignment.new_tokens):
        return {}
    wordings: dict[str, set[Span]] = {}
    for anchor in lost:
        wordings.setdefault(fold(anchor.annotation.text), set()).add(anchor.annotation.span)
    folded, found = fold_with_map(alignment.new), dict[Span, Span]()
    for wording, spans in wordings.items():
        like = min(spans)
        places = [p for p in find_all(folded, wording) if _is_free(alignment, p, like, taken)]
        if len(places) == len(spans):
            found.update(zip(sorted(spans), places, strict=True))
    return found


def _is_free(alignment: Alignment, place: Span, like: Span, taken: set[int]) -> bool:
    """Whether no word there is followed from the old text, and the place cuts none."""
    words = alignment.new_tokens.within(place)
    return _cuts_as(alignment, place, like) and taken.isdisjoint(words)


def _cuts_as(alignment: Alignment, place: Span, like: Span) -> bool:
    """Whether `place` leaves of its words what `like` left of them, a proclitic aside."""
    head, tail = _left_out(alignment.new, alignment.new_tokens, place)
    old_head, old_tail = _left_out(alignment.old, alignment.old_tokens, like)
    return tail == old_tail and (head in ("", old_head) or fold(head) in HEADS)


def _left_out(text: str, tokens: Words, span: Span) -> tuple[str, str]:
    """What there is of the first and the last word of `span` outside it."""
    words = tokens.within(span)
    return text[tokens.starts[words[0]] : span.start], text[span.end : tokens.ends[words[-1]]]


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
