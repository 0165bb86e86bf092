import re
from collections.abc import Iterator
from itertools import chain

from awkward_text import TEXTS
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.fold import (
    find_all,
    fold,
    fold_with_map,
    folded_words,
    search_query,
    search_words,
)
from annotator.arabic.graphemes import is_boundary


def test_harakat_tatweel_and_hamza_do_not_hide_a_word() -> None:
    text = "في السِّجْنِ والسجــن"
    assert [s.of(text) for s in find_all(text, "سجن")] == ["سِّجْنِ", "سجــن"]
    assert [s.of("مسؤول و مسئول") for s in find_all("مسؤول و مسئول", "مسءول")] == ["مسؤول", "مسئول"]
    assert find_all("أحمد إلى", "احمد الي")[0].of("أحمد إلى") == "أحمد إلى"


def test_a_query_of_several_words_is_found_across_any_white_space() -> None:
    assert find_all("قوات\u00a0\n سوريا", " قوات سوريا ")[0].of("قوات\u00a0\n سوريا")


def test_presentation_forms_are_found_whole() -> None:
    assert [s.of("ﻻ أحد") for s in find_all("ﻻ أحد", "ا")] == ["ﻻ", "أ"]
    assert fold("ﷺ") == fold("صلى الله عليه وسلم")


def test_nothing_is_found_for_a_query_without_letters() -> None:
    assert find_all("أي نص", " \u064b") == []


def test_persian_letters_and_every_digit_fold() -> None:
    assert fold("کتابی ۲۵ ٢٥ 25 ۂ") == "كتابي 25 25 25 ه"


@given(TEXTS)
def test_the_mapped_key_is_the_key(text: str) -> None:
    folded = fold_with_map(text)
    assert folded.text == fold(text)
    assert len(folded.origin) == len(folded.text) + 1
    assert list(folded.origin) == sorted(folded.origin)
    assert folded.origin[-1] == len(text)
    for letter, at in zip(folded.text, folded.origin, strict=False):
        assert letter in fold(text[at])


def test_the_map_leads_back_through_what_is_dropped_and_what_becomes_several() -> None:
    text = "مُـﻼ  \u200f ﷲ…é"
    folded = fold_with_map(text)
    assert folded.text == "ملا الله...e"
    assert list(folded.origin) == [0, 3, 3, 4, 8, 8, 8, 8, 9, 9, 9, 10, 11]
    vocalised = "مُدَرِّسَ"
    assert list(fold_with_map(vocalised).origin) == [0, 2, 4, 7, len(vocalised)]


def test_every_code_point_folds_for_good_and_alike_on_both_paths() -> None:
    text = " ".join(map(chr, range(0x110000)))
    assert fold_with_map(text).text == fold(text)
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS, TEXTS)
def test_what_is_found_has_the_key_and_whole_letters(text: str, query: str) -> None:
    for span in find_all(text, query):
        assert fold(query).strip() in fold(span.of(text))
        assert is_boundary(text, span.end)


@given(TEXTS, TEXTS)
def test_a_text_holds_what_it_is_made_of(before: str, word: str) -> None:
    if fold(word).strip() and not fold(word).startswith(" "):
        assert find_all(before + "x" + word, word)


def test_the_index_finds_a_word_behind_its_proclitics() -> None:
    words = set(search_words(*folded_words("وبالسجن للسجن ولبنان")).split())
    assert {"وبالسجن", "السجن", "سجن", "لبنان"} <= words
    assert search_query("السِّجن كبير") == '"السجن"* "كبير"*'
    assert search_query("؟") == ""


@given(st.lists(st.text(alphabet="وفبلكسامن1_é", min_size=1, max_size=8), max_size=6))
def test_the_index_holds_each_word_and_what_is_left_behind_each_proclitic(words: list[str]) -> None:
    entry = search_words(words).split(" ")
    assert set(entry) - {""} == {*words, *(stem for word in words for stem in _stems(word))}
    assert len(entry) == len(set(entry))


def _stems(word: str) -> Iterator[str]:
    """One letter after the other taken off, while the word has more than three."""
    for proclitics in ("وف", "بلكس"):
        if len(word) > 3 and word[0] in proclitics:
            word = word[1:]
            yield word
    if len(word) > 3 and word.startswith(("ال", "ل")):
        yield word[2:] if word.startswith("ال") else word[1:]


@given(st.one_of(TEXTS, st.text()), st.booleans())
def test_words_folded_run_by_run_are_those_of_the_whole_key(text: str, long: bool) -> None:
    text = text + "ط" * 300 if long else text
    assert list(chain.from_iterable(folded_words(text))) == re.findall(r"\w+", fold(text))
