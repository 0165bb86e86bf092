"""Take the README's pictures: the real window on the gold articles, in a home of its own.

    uv run python tests/shots/take_screenshots.py [FOLDER]

Writes PNG files into `resources/screenshots`, or into FOLDER. No display is needed: Qt draws into
memory, with the fonts that are installed. Pictures are looked at by a person, never compared.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SIZE = (1400, 880)
SCREEN = {"name": "desk", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1}
MOST_BYTES = 250_000
SURFACES = 96  # colours that a picture keeps exactly
QUIET = 400  # ms without which a picture would show half a fade
PATIENCE = 20_000  # ms until whatever is waited for must have come


def own_place(home: Path) -> None:
    """Read and write nothing of this user's; before anything imports Qt."""
    sys.path.insert(0, str(ROOT))
    screen = home / "screen.json"  # Qt's own is 800 × 800
    screen.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        os.environ[name] = str(home)


def wait(ready: Callable[[], bool] = lambda: True) -> None:
    """Run the event loop for a moment, and on until `ready`."""
    from PySide6.QtTest import QTest

    for _ in range(PATIENCE // QUIET):
        QTest.qWait(QUIET)
        if ready():
            return
    raise SystemExit("What the picture is of did not come.")


def gold_project(folder: Path):
    """The gold articles as a project that somebody is in the middle of."""
    from annotator.core.article import Status
    from annotator.ops.articles import set_flag, set_status
    from annotator.ops.import_plan import plan_import
    from annotator.ops.imports import run_import
    from annotator.ops.project import new_project
    from annotator.store.records import ArticleQuery

    project = new_project(folder / "أخبار.hashiya", annotator="ليلى")
    run_import(project, plan_import([ROOT / "seeds" / "gold.jsonl"], store=project.store))
    articles = project.store.find_articles(ArticleQuery())
    set_status(project, articles[:1], Status.IN_PROGRESS)
    set_status(project, articles[9:], Status.NEW)
    set_flag(project, articles[4:5], True)
    return project


def palette(image) -> list[int]:
    """256 of the image's colours, as 0xffrrggbb: the commonest, which are those of all surfaces,
    and one from each of the commonest cubes of near colours, for the edges of letters."""
    counted = Counter(memoryview(image.constBits()).cast("I"))
    chosen = dict.fromkeys(colour for colour, _ in counted.most_common(SURFACES))
    cubes: Counter[int] = Counter()
    of_cube: dict[int, int] = {}
    for colour, count in counted.most_common():
        cubes[colour & 0xF0F0F0] += count
        of_cube.setdefault(colour & 0xF0F0F0, colour)
    chosen |= dict.fromkeys(of_cube[cube] for cube, _ in cubes.most_common())
    return list(chosen)[:256]


def save(widget, path: Path) -> None:
    """The widget as a PNG: of 256 colours when more of them would make the file too large."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    image.save(str(path), "PNG", 0)
    if path.stat().st_size > MOST_BYTES:
        nearest = Qt.ImageConversionFlag.ThresholdDither
        indexed = image.convertToFormat(QImage.Format.Format_Indexed8, palette(image), nearest)
        indexed.save(str(path), "PNG", 0)
    print(f"{path.name}: {image.width()} × {image.height()}, {path.stat().st_size // 1000} kB")


def incoming(folder: Path) -> Path:
    """A folder of articles to import: new ones, one in an old encoding, and one that is there."""
    made = folder / "incoming"
    made.mkdir()
    for number, source in enumerate(sorted((ROOT / "seeds" / "articles").glob("*.txt"))[:6]):
        text = source.read_text(encoding="utf-8")
        if number:
            text = f"{text.rstrip()}\n\nتابعونا لمعرفة المزيد.\n"
        encoding = "windows-1256" if number == 3 else "utf-8"
        (made / source.name).write_text(text, encoding=encoding, errors="ignore")
    return made


def dress(window, *, language: str, theme: str) -> None:
    window.session.language.choose(language)
    window.session.theme.choose(theme)
    wait()


def show_annotation(window, number: int) -> None:
    """Open the article that is in progress and put the caret in one of its annotations."""
    session = window.session
    wait(lambda: session.article is not None)
    annotations = session.project.store.annotations(session.article_id)
    session.go_to(annotations[number].id)
    window.workspace.focus_text()
    wait(lambda: session.selected is not None)


def take(folder: Path, home: Path) -> None:
    from PySide6.QtWidgets import QRadioButton

    from annotator.app import make_application, make_window
    from annotator.ui.concordance_dialog import ConcordanceDialog
    from annotator.ui.export_dialog import ExportDialog
    from annotator.ui.import_dialog import ImportDialog
    from annotator.ui.preferences import Preferences

    app = make_application()
    preferences = Preferences()
    for key, value in (("language", "en"), ("theme", "light"), ("annotator", "ليلى")):
        preferences.set(key, value)
    window = make_window(preferences)
    window.resize(*SIZE)
    window.show()
    wait()
    window.settle()

    session = window.session
    session.adopt(gold_project(home))
    window.messages.hide()
    show_annotation(window, 6)
    save(window, folder / "window-en-light.png")
    dress(window, language="ar", theme="dark")
    window.actions_["show_lens"].trigger()
    wait()
    save(window, folder / "window-ar-dark.png")

    dress(window, language="en", theme="light")
    for name, dialog in (
        ("import-en", ImportDialog(session, [incoming(home)], window)),
        ("concordance-en", ConcordanceDialog(session, window)),
        ("export-en", ExportDialog(session, window)),
    ):
        dialog.show()
        if isinstance(dialog, ConcordanceDialog):
            dialog.look_for("مدينة")
        if isinstance(dialog, ExportDialog):
            dialog.findChildren(QRadioButton)[1].click()  # CoNLL-2003
            wait(lambda dialog=dialog: not dialog.form.preview.busy)
        wait(lambda dialog=dialog: not dialog.busy)
        save(dialog, folder / f"{name}.png")
        dialog.reject()
    wait()
    window.close()
    app.processEvents()


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="hashiya-shots-") as home:
        own_place(Path(home))
        take(folder, Path(home))


if __name__ == "__main__":
    main()
