"""Every annotation of a gold article made by hand in the real window: by keys alone under an Arabic
layout, and by mouse alone. The project file, read by another process, holds what the gold holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from desktop import Desktop, rows, wait_for
from gold_article import GoldArticle
from hands import Pointer, Typist

pytestmark = [pytest.mark.window, pytest.mark.timeout(400)]

Z, D, M, R = "52", "40", "58", "27"  # physical keys, whatever the layout makes of them
B, F = "56", "41"


@pytest.fixture
def article(tmp_path: Path) -> GoldArticle:
    return GoldArticle(tmp_path, "02-politics.txt")


def test_by_keys_alone_under_an_arabic_layout(desktop: Desktop, article: GoldArticle) -> None:
    desktop.start(str(article.project))
    desktop.layout("ara")
    desktop.key("ctrl+28")  # to the text
    typist = Typist(desktop, article)
    for span in article.spans:
        typist.make(span)
    assert article.made() == article.wanted()
    print(f"{typist.acts} keys, {typist.acts / len(article.spans):.1f} a span")
    assert typist.acts <= 12 * len(article.spans)
    correct(desktop, article)


def correct(desktop: Desktop, article: GoldArticle) -> None:
    """Relabel, remove, a note, a doubt, and all taken back: on the first annotation."""
    first = article.wanted()[0]

    def there(what: str, ready: Callable[[], object]) -> None:
        wait_for(what, ready)

    def noted() -> list[tuple[object, ...]]:
        return rows(article.project, "SELECT note, review FROM annotations ORDER BY start")[:1]

    desktop.key("ctrl+Home", "4")
    there("it is a source", lambda: article.made()[0][2] == "source")
    desktop.key("Delete")
    there("it is gone", lambda: len(article.made()) == len(article.wanted()) - 1)
    desktop.key(f"ctrl+{Z}", f"ctrl+{Z}")
    there("it is back as it was", lambda: article.made()[0] == first)
    desktop.key(f"ctrl+{M}", B, F, "Escape")
    there("the note is kept", lambda: noted() == [("لاب", 0)])
    desktop.key(f"ctrl+{R}")
    there("it needs review", lambda: noted() == [("لاب", 1)])
    desktop.key(f"ctrl+{Z}", f"ctrl+{Z}")
    there("neither", lambda: noted() == [("", 0)])
    assert article.made() == article.wanted()


def test_by_mouse_alone(desktop: Desktop, article: GoldArticle) -> None:
    desktop.start(str(article.project))
    pointer = Pointer(desktop, article)
    for span in article.spans:
        pointer.make(span)
    assert article.made() == article.wanted()
    print(f"{pointer.acts} clicks and drags, {pointer.acts / len(article.spans):.1f} a span")
    assert pointer.acts <= 6 * len(article.spans)
