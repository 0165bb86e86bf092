"""The system asks the real program to end while a note is half typed and a job goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.core.article import ArticleId
from annotator.core.change import OperationName
from annotator.formats.label_toml import default_labels
from annotator.store import NewArticle, Store

RUN = """
import sys, threading
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from annotator import app
from annotator.ops.annotate import tag
from annotator.ui.note_field import NoteField
from annotator.ui.window import MainWindow

settle = MainWindow.settle

def type_half_a_note(window):
    (field,) = (each for each in window.findChildren(NoteField) if each.isVisible())
    field.setFocus()
    QTest.keyClicks(field, "half")
    print("typed", flush=True)

def begin(window):
    settle(window)
    QTimer.singleShot(0, window, lambda: work(window))

def work(window):
    session = window.session
    session.open_article(1)
    session.run(tag, 1, 0, 4, "location", exact=True)
    session.select(session.article.annotations[0])
    begun = threading.Event()
    def go_on(progress, cancelled):
        begun.set()
        while not cancelled():
            pass
    session.jobs.start("job", go_on, done=print)
    begun.wait()
    QTimer.singleShot(0, window, lambda: type_half_a_note(window))

MainWindow.settle = begin
sys.exit(app.run([Path(sys.argv[1])]))
"""


@pytest.mark.fault(16)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends none of these")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_what_is_being_typed_is_kept_when_the_program_is_asked_to_end(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / "p.hashiya"
    with (
        Store.create(path, annotator="ليلى", labels=default_labels()) as store,
        store.operation(OperationName("import", {"count": "1"})) as op,
    ):
        op.add_article(NewArticle(text="دمشق مدينة قديمة."))
    window = subprocess.Popen(
        [sys.executable, "-c", RUN, str(path)], stdout=subprocess.PIPE, text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path / "home"),
             "XDG_CONFIG_HOME": str(tmp_path / "home"), "XDG_DATA_HOME": str(tmp_path / "home"),
             "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert window.stdout is not None
    assert window.stdout.readline() == "typed\n"
    window.send_signal(getattr(signal, name))
    window.communicate(timeout=60)
    assert window.returncode == 0
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith("p.")] == [path.name]
    with Store.open(path) as store:
        (made,) = store.annotations(ArticleId(1))
    assert made.note == "half"
