"""What a screen reader is told, and what comes out on paper."""

from __future__ import annotations

import gc
import re

import pytest
import shiboken6
from PySide6.QtGui import QAccessible

from annotator.errors import UserError
from annotator.ops.progress import Stopped
from annotator.ui.textview import accessible
from annotator.ui.textview.printing import write_pdf
from annotator.ui.textview.view import ArticleView

TEXT = "قال 😀 وزير الخارجية\nفي دمشق."


@pytest.fixture(autouse=True)
def _installed(qapp):
    accessible.install()  # as the workspace does


def interface(view):
    found = QAccessible.queryAccessibleInterface(view)
    assert found is not None
    return found


def test_a_reader_is_given_the_text_in_utf16(show):
    view = show(TEXT)
    text = interface(view).textInterface()
    assert text.characterCount() == len(TEXT) + 1  # the emoji is two there
    assert text.text(0, text.characterCount()) == TEXT
    assert text.text(4, 6) == "😀"
    assert text.text(-5, 10_000) == TEXT


def test_the_caret_is_told_and_can_be_moved(show):
    view = show(TEXT)
    text = interface(view).textInterface()
    view.place_caret(6)
    assert text.cursorPosition() == 7
    text.setCursorPosition(9)
    assert view.caret() == 8


def test_the_selection_and_the_label_are_described(show, mark):
    span = mark(TEXT, "وزير الخارجية")
    view = show(TEXT, [span])
    found = interface(view)
    found.textInterface().setSelection(0, 7, 11)
    assert view.selection().of(TEXT) == "وزير"
    said = found.text(QAccessible.Text.Description)
    assert "وزير" in said
    assert "فاعل" in said
    found.textInterface().removeSelection(0)
    assert view.selection() is None


def test_places_of_characters_go_both_ways(show):
    view = show(TEXT)
    text = interface(view).textInterface()
    for unit in (0, 1, 4, 7, 12):
        assert text.offsetAtPoint(text.characterRect(unit).center()) == unit
    assert text.characterRect(text.characterCount()).isEmpty()


def test_it_is_read_only_text_and_its_view_can_go_before_it(show, qapp):
    view = ArticleView()
    found = interface(view)
    assert found.role() == QAccessible.Role.EditableText
    assert found.state().readOnly
    assert found.valueInterface() is None
    assert found.actionInterface() is None
    shiboken6.delete(view)
    del view, found
    gc.collect()
    other = show(TEXT)
    assert interface(other).textInterface().characterCount() == len(TEXT) + 1


def pages(path) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", path.read_bytes()))


def test_an_article_is_printed_on_as_many_pages_as_it_needs(qapp, labels, mark, tmp_path):
    marks = [mark(TEXT, "دمشق", "location", review=True)]
    write_pdf(tmp_path / "one.pdf", TEXT, marks, labels, title="عنوان المقال")
    assert pages(tmp_path / "one.pdf") == 1
    told = []
    long = "\n".join([TEXT] * 100)
    path = tmp_path / "many.pdf"
    write_pdf(path, long, [], labels, progress=lambda *so_far: told.append(so_far))
    assert pages(path) > 3
    assert len(told) == pages(path) - 1
    assert told == sorted(told)
    assert told[-1][1] == len(long)


def test_a_pdf_that_is_stopped_leaves_the_older_one(qapp, labels, tmp_path):
    path = tmp_path / "many.pdf"
    path.write_bytes(b"older")
    with pytest.raises(Stopped):
        write_pdf(path, "\n".join([TEXT] * 100), [], labels, cancelled=lambda: True)
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]


def test_a_pdf_that_cannot_be_written_is_said_with_its_reason(qapp, labels, tmp_path):
    with pytest.raises(UserError, match="could not be written"):
        write_pdf(tmp_path / "no" / "such.pdf", TEXT, [], labels)
