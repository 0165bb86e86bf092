"""The whole journey in a real window, with real key presses; what is on the disk is the judge."""

from __future__ import annotations

from pathlib import Path

import pytest
from desktop import Desktop, hashiya, rows, wait_for

pytestmark = [pytest.mark.window, pytest.mark.timeout(300)]

TEXT = (
    "قال وزير الصحة في دمشق 😀 إن نحو 3 آلاف نازح وصلوا إلى الحسكة، وفق مصادر محلية.\n"
    "وأضاف أنّ الوضع في الحسكة مستقر بعد الاتصال بالحسكة ولبنان.\n"
)
# Physical keys, whatever the layout makes of them.
Z, D, F, T, TWO = "52", "40", "41", "28", "11"
AL_HASAKA = ["43", "42", "33", "39", "47", "58"]  # الحسكة under the Arabic layout


@pytest.fixture
def project(desktop: Desktop, tmp_path: Path) -> Path:
    source = tmp_path / "مقال.txt"
    source.write_text(TEXT, encoding="utf-8")
    path = tmp_path / "يوميات.hashiya"
    hashiya("new", path, "--annotator", "ليلى")
    hashiya("import", path, source)
    return path


def tagged(project: Path) -> list[tuple[object, ...]]:
    return rows(project, "SELECT text, label, start FROM annotations_readable ORDER BY start, text")


def press_until(desktop: Desktop, keys: list[str], project: Path, expected: object) -> None:
    desktop.key(*keys)
    wait_for(f"{expected}", lambda: tagged(project) == expected)


def test_an_article_is_annotated_by_keyboard_alone_and_survives_a_power_cut(
    desktop: Desktop, project: Path
) -> None:
    desktop.start(str(project))
    desktop.key("ctrl+t")
    wazir = ("وزير الصحة", "actor", 4)
    press_until(desktop, ["Left", "shift+Left", "shift+Left", "1"], project, [wazir])
    dimashq = ("دمشق", "location", TEXT.index("دمشق"))
    press_until(desktop, ["Left"] * 3 + ["2"], project, [wazir, dimashq])
    desktop.kill()
    assert tagged(project) == [wazir, dimashq]

    desktop.start(str(project))
    press_until(desktop, ["ctrl+z"], project, [wazir])
    press_until(desktop, ["ctrl+shift+z"], project, [wazir, dimashq])


def test_every_mention_is_offered_and_the_proclitic_left_out(
    desktop: Desktop, project: Path
) -> None:
    desktop.start(str(project))
    desktop.layout("ara")
    desktop.key(f"ctrl+{F}", *AL_HASAKA, "Escape", TWO)
    first = ("الحسكة", "location", TEXT.index("الحسكة"))
    wait_for("the first mention is tagged", lambda: first in tagged(project))
    desktop.key(f"ctrl+{D}")
    places = [at for at in range(len(TEXT)) if TEXT.startswith("الحسكة", at)]
    assert len(places) == 3
    wait_for(
        "every mention is tagged",
        lambda: tagged(project) == [("الحسكة", "location", at) for at in places],
    )


def test_the_shortcuts_work_under_an_arabic_layout_alone(desktop: Desktop, project: Path) -> None:
    desktop.start(str(project))
    desktop.layout("ara")
    desktop.key(f"ctrl+{T}")
    dimashq = ("دمشق", "location", TEXT.index("دمشق"))
    press_until(desktop, ["Left"] * 4 + [TWO], project, [dimashq])
    press_until(desktop, [f"ctrl+{Z}"], project, [])
    press_until(desktop, [f"ctrl+shift+{Z}"], project, [dimashq])
