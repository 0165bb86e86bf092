"""The list of articles: what it shows, what it keeps back, and that it is lazy."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from annotator.core.annotation import Annotation
from annotator.core.article import ArticleId, Status
from annotator.ops.articles import set_flag, set_status
from annotator.ops.project import Project
from annotator.store import Store
from annotator.store.records import ArticleRow
from annotator.ui.article_delegate import text_after
from annotator.ui.article_list import ArticleList
from annotator.ui.article_model import ROW, ArticleModel
from annotator.ui.session import Session

MakeProject = Callable[..., Project]


@pytest.fixture
def articles(session: Session, make_project: MakeProject, qtbot: QtBot) -> ArticleList:
    made = ArticleList(session)
    qtbot.addWidget(made)
    made.filter.delay = 0
    session.adopt(make_project("وصل الوفد إلى بغداد", "السِّجْن المركزي", "نزح الأهالي"))
    return made


def openings(articles: ArticleList) -> list[str]:
    model = articles.model
    return [model.index(row).data() for row in range(model.rowCount())]


def test_every_article_is_listed_by_its_first_words(articles: ArticleList) -> None:
    assert openings(articles) == ["وصل الوفد إلى بغداد", "السِّجْن المركزي", "نزح الأهالي"]


def test_the_model_keeps_qts_contract(articles: ArticleList, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(articles.model)


def test_words_are_found_folded(articles: ArticleList, qtbot: QtBot) -> None:
    articles.focus_filter("سجن")
    qtbot.waitUntil(lambda: openings(articles) == ["السِّجْن المركزي"])


def test_status_and_flag_keep_back(session: Session, articles: ArticleList, qtbot: QtBot) -> None:
    _first, second, third = articles.model.ids
    session.run(set_status, second, Status.DONE)
    session.run(set_flag, third, True)
    articles.filter.choose_status(Status.DONE)
    assert list(articles.model.ids) == [second]
    articles.filter.choose_status(None)
    articles.filter.only_flagged(True)
    assert list(articles.model.ids) == [third]


def test_a_change_repaints_its_row_only(
    session: Session, articles: ArticleList, qtbot: QtBot
) -> None:
    second = articles.model.ids[1]
    with qtbot.waitSignal(articles.model.dataChanged) as changed:
        session.run(set_status, second, Status.SKIPPED)
    assert changed.args[0].row() == changed.args[1].row() == 1
    assert articles.model.index(1).data(ROW).status is Status.SKIPPED


def test_undoing_an_import_empties_list_and_view(session: Session, articles: ArticleList) -> None:
    assert articles.step(1)
    assert session.article is not None
    session.undo()
    assert session.article is None
    assert articles.model.rowCount() == 0
    session.redo()
    assert articles.model.rowCount() == 3


def test_rows_are_fetched_by_the_page(
    session: Session, make_project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.adopt(make_project("نص"))
    asked: list[int] = []
    original = Store.article_rows

    def counted(store: Store, ids: list[ArticleId]) -> object:
        asked.append(len(ids))
        return original(store, ids)

    monkeypatch.setattr(Store, "article_rows", counted)
    model = ArticleModel(session)
    model.show([ArticleId(n) for n in range(1, 100_001)])
    assert model.rowCount() == 100_000
    assert asked == []
    for row in range(10):
        model.index(row).data()
    assert model.index(99_999).data() is None  # no such article: an empty row, not a crash
    assert len(asked) == 2
    assert max(asked) <= 64


def test_enter_in_the_list_goes_to_the_text(articles: ArticleList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(articles.entered):
        qtbot.keyClick(articles.view, Qt.Key.Key_Return)


def test_nothing_in_the_list_says_what_to_do(
    session: Session, articles: ArticleList, qtbot: QtBot
) -> None:
    articles.focus_filter("لا شيء من هذا")
    qtbot.waitUntil(lambda: articles.model.rowCount() == 0)
    assert articles.shows_empty
    articles.press_empty_button()
    assert articles.model.rowCount() == 3
    assert not articles.shows_empty


def test_the_open_article_stays_open_when_it_no_longer_passes(
    session: Session, articles: ArticleList
) -> None:
    session.open_article(articles.model.ids[0])
    articles.filter.choose_status(Status.DONE)
    assert session.article is not None
    assert articles.position() == (0, 0)


def test_an_annotation_counts_on_its_row(session: Session, articles: ArticleList) -> None:
    from annotator.ops.annotate import tag

    article = articles.model.ids[0]
    changes = session.run(tag, article, 14, 19, "location")
    assert changes is not None
    (made,) = changes.added
    assert isinstance(made, Annotation)
    assert articles.model.index(0).data(ROW).count == 1


@pytest.fixture
def shown(articles: ArticleList, qtbot: QtBot) -> ArticleList:
    articles.resize(300, 600)
    articles.show()
    qtbot.waitExposed(articles)
    return articles


def click(
    qtbot: QtBot,
    articles: ArticleList,
    row: int,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
) -> None:
    place = articles.view.visualRect(articles.model.index(row)).center()
    qtbot.mouseClick(articles.view.viewport(), button, modifier, place)


def press(articles: ArticleList, text: str) -> None:
    menu = articles.context_menu()
    action = next(each for each in menu.actions() if each.text() == text)
    action.trigger()


def test_several_rows_are_chosen_by_shift_and_control(shown: ArticleList, qtbot: QtBot) -> None:
    first, second, third = shown.model.ids
    click(qtbot, shown, 0)
    assert shown.chosen() == [first]
    click(qtbot, shown, 2, Qt.KeyboardModifier.ShiftModifier)
    assert shown.chosen() == [first, second, third]
    click(qtbot, shown, 1, Qt.KeyboardModifier.ControlModifier)
    assert shown.chosen() == [first, third]
    click(qtbot, shown, 1, button=Qt.MouseButton.RightButton)
    assert shown.chosen() == [second]


def test_a_click_goes_to_the_text_but_not_one_that_chooses_more(
    shown: ArticleList, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(shown.entered):
        click(qtbot, shown, 0)
    shown.view.setFocus()
    with qtbot.assertNotEmitted(shown.entered):
        qtbot.keyPress(shown.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(shown.chosen()) == 2


def test_the_next_article_is_chosen_alone(
    session: Session, shown: ArticleList, qtbot: QtBot
) -> None:
    click(qtbot, shown, 0)
    click(qtbot, shown, 1, Qt.KeyboardModifier.ShiftModifier)
    shown.step(1)
    assert shown.chosen() == [shown.model.ids[2]] == [session.article_id]


def test_those_that_are_chosen_are_marked_in_one_step(
    session: Session, shown: ArticleList, qtbot: QtBot
) -> None:
    first, second, third = shown.model.ids
    click(qtbot, shown, 0)
    click(qtbot, shown, 2, Qt.KeyboardModifier.ControlModifier)
    press(shown, "Done")
    press(shown, "Flag")
    assert session.project is not None
    store = session.project.store
    rows = store.article_rows([first, second, third])
    assert [row.status for row in rows] == [Status.DONE, Status.NEW, Status.DONE]
    assert [row.flag for row in rows] == [True, False, True]
    assert shown.chosen() == [first, third]
    session.undo()
    session.undo()
    rows = store.article_rows([first, second, third])
    assert {(row.status, row.flag) for row in rows} == {(Status.NEW, False)}


def test_those_that_are_chosen_are_asked_to_go(shown: ArticleList, qtbot: QtBot) -> None:
    click(qtbot, shown, 0)
    click(qtbot, shown, 1, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(shown.removal_asked) as asked:
        press(shown, "Remove 2 articles")
    assert asked.args == [list(shown.model.ids[:2])]


def test_what_may_only_be_looked_at_cannot_be_marked(
    session: Session, shown: ArticleList, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    click(qtbot, shown, 0)
    monkeypatch.setattr(type(session), "read_only", property(lambda _session: True))
    assert not shown.context_menu().isEnabled()


@pytest.mark.parametrize(
    ("title", "above", "below"),
    [
        ("هجوم في الحسكة", "هجوم في الحسكة", "قُتل أربعة."),
        ("هجوم في الحسكة", "هجوم في ال…", "قُتل أربعة."),
        ("عنوان آخر", "عنوان آخر", "هجوم في الحسكة قُتل أربعة."),
        ("", "هجوم في الحس…", "الحسكة قُتل أربعة."),
        ("", "هجوم في الحسكة …", "قُتل أربعة."),
        ("", "هج…", "هجوم في الحسكة قُتل أربعة."),
        ("", "هجوم في الحسكة قُتل أربعة.", ""),
    ],
)
def test_the_second_line_of_a_row_goes_on_where_the_first_ends(
    title: str, above: str, below: str
) -> None:
    row = ArticleRow(
        id=ArticleId(1), title=title, opening="هجوم في الحسكة قُتل أربعة.", status=Status.NEW,
        flag=False, count=0, outlet="", date="", tokens=5,
    )  # fmt: skip
    assert text_after(row, above) == below
