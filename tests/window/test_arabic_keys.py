"""Every kind of shortcut under X11's `ara` layout alone, pressed by position on a real display."""

from __future__ import annotations

from pathlib import Path

import pytest
from desktop import Desktop, rows, wait_for

from annotator.ops.annotate import tag
from annotator.ops.project import new_project
from annotator.store.records import NewArticle

pytestmark = [pytest.mark.window, pytest.mark.timeout(300)]

TEXT = "وصل الوفد إلى الحسكة، ثم غادر الحسكة إلى دمشق."
# Keys by their place on the keyboard: what `ara` types there is in the comment.
A, C, D, F, M, V = "38", "54", "40", "41", "58", "55"  # ش ؤ ي ب ة ر
OPEN, CLOSE, TWO = "34", "35", "11"  # ج د 2


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two articles; in the first one "الحسكة" is a location."""
    from annotator.core.change import OperationName

    path = tmp_path / "مشروع.hashiya"
    with new_project(path, annotator="ليلى") as made:
        with made.store.operation(OperationName("import", {"count": "2"})) as op:
            first = op.add_article(NewArticle(text=TEXT))
            op.add_article(NewArticle(text="عاد الوفد من الحسكة."))
        made.absorb(op.changes)
        start = TEXT.index("الحسكة")
        tag(made, first, start, start + 6, "location", exact=True)
    return path


def spans(project: Path) -> list[str]:
    found = rows(project, "SELECT text FROM annotations ORDER BY article_id, start")
    return [str(text) for (text,) in found]


@pytest.fixture
def arabic(desktop: Desktop, project: Path) -> Desktop:
    """The program on the project, the caret on the annotation, the layout Arabic alone."""
    desktop.start(str(project))
    desktop.layout("ara")
    desktop.key("Tab")
    return desktop


def test_brackets_move_the_edges_by_position(arabic: Desktop, project: Path) -> None:
    for keys, text in (
        (CLOSE, "لحسكة"),
        (OPEN, "الحسكة"),
        (f"shift+{CLOSE}", "الحسك"),
        (f"shift+{OPEN}", "الحسكة"),
    ):
        arabic.key(keys)
        wait_for(f"{keys} makes it {text}", lambda text=text: spans(project) == [text])


def test_the_whole_project_by_control_shift_d(arabic: Desktop, project: Path) -> None:
    arabic.key(f"ctrl+shift+{D}")
    wait_for("the preview is shown", lambda: arabic.windows("Label every mention"))

    def marked() -> bool:
        """Return counts only once the preview has looked through the project."""
        if arabic.windows("Label every mention"):
            arabic.key("Return")
        return spans(project) == ["الحسكة"] * 3

    wait_for("every mention is marked", marked)


def test_control_m_writes_a_note_and_a_field_copies_and_pastes(
    arabic: Desktop, project: Path
) -> None:
    arabic.key(f"ctrl+{M}", F, C, f"ctrl+{A}", f"ctrl+{C}", "End", f"ctrl+{V}", "Escape")
    wait_for(
        "the note holds what was typed, twice",
        lambda: rows(project, "SELECT note FROM annotations") == [("بؤبؤ",)],
    )
