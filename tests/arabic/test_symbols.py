"""The derived literals still say what camel-tools and Unicode say."""

import derive_symbols as derive

from annotator.arabic import _emoji, _symbols


def test_the_symbols_are_those_of_unicode_and_the_emoji() -> None:
    listed = derive.expand(f"{_symbols.SYMBOLS} {_symbols.RECENT}")
    assert len(listed) == len(set(listed))
    assert set(listed) == derive.symbols()


def test_what_this_interpreter_does_not_know_is_listed_as_recent() -> None:
    assert derive.recent() <= set(derive.expand(_symbols.RECENT))


def test_the_emoji_are_those_of_the_emoji_package() -> None:
    assert derive.ranges_text(derive.emoji()) == _emoji.EMOJI
    assert derive.sequences() == _emoji.SEQUENCES
