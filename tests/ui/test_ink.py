"""A label's colour is drawn so that it can be read, whatever colour was chosen for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.label_toml import read_labels
from annotator.resources import resource
from annotator.ui.ink import MARK_CONTRAST, TEXT_CONTRAST, contrast, ink, rgb
from annotator.ui.theme import DARK, LIGHT, Colours

THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
any_colour = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@THEMES
@given(colour=any_colour)
def test_any_label_colour_passes_wcag_aa(colours: Colours, colour: str) -> None:
    made = ink(colour, surface=colours.surface, text=colours.text)
    for ground in (made.fill, made.strong):
        assert contrast(rgb(colours.text), rgb(ground)) >= TEXT_CONTRAST
    assert contrast(rgb(made.chip_text), rgb(made.chip)) >= TEXT_CONTRAST
    assert contrast(rgb(made.name), rgb(colours.surface)) >= TEXT_CONTRAST
    assert contrast(rgb(made.line), rgb(colours.surface)) >= MARK_CONTRAST


@THEMES
def test_the_labels_that_ship_stay_apart(colours: Colours) -> None:
    labels = read_labels(resource("labels.toml"))
    fills = [ink(each.colour, surface=colours.surface, text=colours.text).fill for each in labels]
    lines = [ink(each.colour, surface=colours.surface, text=colours.text).line for each in labels]
    assert len(set(fills)) == len(set(lines)) == len(labels)


@THEMES
def test_the_words_of_the_interface_pass_wcag_aa(colours: Colours) -> None:
    grounds = (colours.window, colours.surface, colours.raised)
    for words in ("text", "muted", "accent", "good", "warning", "error"):
        for ground in grounds:
            ratio = contrast(rgb(getattr(colours, words)), rgb(ground))
            assert ratio >= TEXT_CONTRAST, f"{words} on {ground}: {ratio:.2f}"
    for ground in (colours.hover, colours.selected):
        assert contrast(rgb(colours.text), rgb(ground)) >= TEXT_CONTRAST
    assert contrast(rgb(colours.on_accent), rgb(colours.accent)) >= TEXT_CONTRAST


def test_a_broken_colour_is_grey_not_a_crash() -> None:
    assert rgb("#zzzzzz") == rgb("blue") == (128, 128, 128)
