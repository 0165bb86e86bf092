"""Every command of the window, in one table: what it is called, its keys, where it stands.

Menus, the F1 sheet and the shortcuts all read `COMMANDS`; `Actions` makes a QAction of each.
Letters and brackets get their Arabic-layout twins by themselves (`arabic_keys`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QWidget

from annotator.errors import QT_TRANSLATE_NOOP
from annotator.ui.arabic_keys import sequences
from annotator.ui.icons import icon
from annotator.ui.theme import Theme

FILE = QT_TRANSLATE_NOOP("Commands", "&File")
EDIT = QT_TRANSLATE_NOOP("Commands", "&Edit")
ANNOTATE = QT_TRANSLATE_NOOP("Commands", "&Annotate")
ARTICLE = QT_TRANSLATE_NOOP("Commands", "A&rticle")
VIEW = QT_TRANSLATE_NOOP("Commands", "&View")
HELP = QT_TRANSLATE_NOOP("Commands", "&Help")
CARET = QT_TRANSLATE_NOOP("Commands", "Caret and selection")
_CAPS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Return": "Enter", "Del": "Delete"}
PLACES = (FILE, EDIT, ANNOTATE, ARTICLE, VIEW, HELP)


class Command(NamedTuple):
    """One row. `keys` are portable shortcuts, the first one shown; `place` is the menu (or the
    heading on the F1 sheet). `needs` is what must be there for it to be enabled: "project",
    "article", "write" (a project that may be changed) or "edit" (an article that may be).

    In scope "text" the keys count while the article has the focus; in "view" they belong to the
    text view itself and no action is made: the row is there for the F1 sheet.
    """

    name: str
    text: str
    place: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: str = ""
    scope: str = "window"
    checkable: bool = False
    rule: bool = False  # a separator above it in its menu
    number: int = 0  # fills the {n} of its text


COMMANDS: tuple[Command, ...] = (
    Command(name="new_project", place=FILE, keys=("Ctrl+N",), icon="new",
            text=QT_TRANSLATE_NOOP("Commands", "&New project…")),
    Command(name="open_project", place=FILE, keys=("Ctrl+O",), icon="open",
            text=QT_TRANSLATE_NOOP("Commands", "&Open project…")),
    Command(name="samples", place=FILE, icon="sample",
            text=QT_TRANSLATE_NOOP("Commands", "Try the &sample articles")),
    Command(name="import_files", place=FILE, keys=("Ctrl+I",), icon="import", needs="write",
            rule=True, text=QT_TRANSLATE_NOOP("Commands", "&Import files…")),
    Command(name="import_folder", place=FILE, needs="write",
            text=QT_TRANSLATE_NOOP("Commands", "Import a &folder…")),
    Command(name="paste_article", place=FILE, keys=("Ctrl+V", "Ctrl+Shift+V"), needs="write",
            text=QT_TRANSLATE_NOOP("Commands", "&Paste as an article…")),
    Command(name="export", place=FILE, keys=("Ctrl+E",), icon="export", needs="project",
            text=QT_TRANSLATE_NOOP("Commands", "&Export…")),
    Command(name="save_copy", place=FILE, needs="project", rule=True,
            text=QT_TRANSLATE_NOOP("Commands", "Save a &copy of the project…")),
    Command(name="restore_backup", place=FILE, icon="history", needs="project",
            text=QT_TRANSLATE_NOOP("Commands", "Restore a &backup…")),
    Command(name="rescue", place=FILE,
            text=QT_TRANSLATE_NOOP("Commands", "Rescue a dama&ged project…")),
    Command(name="print_pdf", place=FILE, keys=("Ctrl+P",), needs="article",
            text=QT_TRANSLATE_NOOP("Commands", "Article as P&DF…")),
    Command(name="stats", place=FILE, icon="stats", needs="project",
            text=QT_TRANSLATE_NOOP("Commands", "S&tatistics…")),
    Command(name="close_project", place=FILE, keys=("Ctrl+W",), needs="project", rule=True,
            text=QT_TRANSLATE_NOOP("Commands", "Close p&roject")),
    Command(name="quit", place=FILE, keys=("Ctrl+Q",),
            text=QT_TRANSLATE_NOOP("Commands", "&Quit")),

    Command(name="undo", place=EDIT, keys=("Ctrl+Z",), icon="undo", needs="write",
            text=QT_TRANSLATE_NOOP("Commands", "&Undo")),
    Command(name="redo", place=EDIT, keys=("Ctrl+Shift+Z", "Ctrl+Y"), icon="redo", needs="write",
            text=QT_TRANSLATE_NOOP("Commands", "&Redo")),
    Command(name="copy", place=EDIT, keys=("Ctrl+C",), needs="article", scope="text", rule=True,
            text=QT_TRANSLATE_NOOP("Commands", "&Copy")),
    Command(name="select_all", place=EDIT, keys=("Ctrl+A",), needs="article", scope="text",
            text=QT_TRANSLATE_NOOP("Commands", "Select &all")),
    Command(name="find", place=EDIT, keys=("Ctrl+F",), icon="find", needs="article", rule=True,
            text=QT_TRANSLATE_NOOP("Commands", "&Find in the article")),
    Command(name="find_next", place=EDIT, keys=("F3",), needs="article",
            text=QT_TRANSLATE_NOOP("Commands", "Find &next")),
    Command(name="find_previous", place=EDIT, keys=("Shift+F3",), needs="article",
            text=QT_TRANSLATE_NOOP("Commands", "Find &previous")),
    Command(name="find_project", place=EDIT, keys=("Ctrl+Shift+F",), needs="project",
            text=QT_TRANSLATE_NOOP("Commands", "Find in the pro&ject")),
    Command(name="labels", place=EDIT, icon="labels", needs="project", rule=True,
            text=QT_TRANSLATE_NOOP("Commands", "&Labels…")),
    Command(name="settings", place=EDIT, keys=("Ctrl+,",), icon="settings",
            text=QT_TRANSLATE_NOOP("Commands", "&Settings…")),

    *(Command(name=f"tag_{n}", place=ANNOTATE, keys=(str(n),), needs="edit", scope="text",
              number=n, text=QT_TRANSLATE_NOOP("Commands", "Label {n}"))
      for n in range(1, 10)),
    Command(name="remove", place=ANNOTATE, keys=("Del",), icon="delete", needs="edit",
            scope="text", rule=True, text=QT_TRANSLATE_NOOP("Commands", "&Remove the annotation")),
    Command(name="start_out", place=ANNOTATE, keys=("[",), needs="edit", scope="text", rule=True,
            text=QT_TRANSLATE_NOOP("Commands", "Start: take in the proclitic or letter before")),
    Command(name="start_in", place=ANNOTATE, keys=("]",), needs="edit", scope="text",
            text=QT_TRANSLATE_NOOP("Commands", "Start: leave out the proclitic or letter")),
    Command(name="end_out", place=ANNOTATE, keys=("Shift+[",), needs="edit", scope="text",
            text=QT_TRANSLATE_NOOP("Commands", "End: take in the letter after")),
    Command(name="end_in", place=ANNOTATE, keys=("Shift+]",), needs="edit", scope="text",
            text=QT_TRANSLATE_NOOP("Commands", "End: leave out the enclitic or letter")),
    Command(name="start_out_letter", place=ANNOTATE, keys=("Alt+[",), needs="edit", scope="text",
            text=QT_TRANSLATE_NOOP("Commands", "Start: one letter out")),
    Command(name="start_in_letter", place=ANNOTATE, keys=("Alt+]",), needs="edit", scope="text",
            text=QT_TRANSLATE_NOOP("Commands", "Start: one letter in")),
    Command(name="end_out_letter", place=ANNOTATE, keys=("Alt+Shift+[",), needs="edit",
            scope="text", text=QT_TRANSLATE_NOOP("Commands", "End: one letter out")),
    Command(name="end_in_letter", place=ANNOTATE, keys=("Alt+Shift+]",), needs="edit",
            scope="text", text=QT_TRANSLATE_NOOP("Commands", "End: one letter in")),
    Command(name="propagate", place=ANNOTATE, keys=("Ctrl+D",), icon="propagate", needs="edit",
            rule=True, text=QT_TRANSLATE_NOOP("Commands", "Label every mention in the &article")),
    Command(name="propagate_everywhere", place=ANNOTATE, keys=("Ctrl+Shift+D",), needs="edit",
            text=QT_TRANSLATE_NOOP("Commands", "Label every mention in the &project…")),
    Command(name="inspect", place=ANNOTATE, keys=("Return", "Enter"), needs="article",
            scope="text", rule=True, text=QT_TRANSLATE_NOOP("Commands", "Edit its &attributes")),
    Command(name="note", place=ANNOTATE, keys=("Ctrl+M",), icon="note", needs="edit",
            text=QT_TRANSLATE_NOOP("Commands", "Write a &note")),
    Command(name="review", place=ANNOTATE, keys=("Ctrl+R",), icon="review", needs="edit",
            text=QT_TRANSLATE_NOOP("Commands", "Needs re&view")),
    Command(name="next_span", place=ANNOTATE, keys=("Tab",), needs="article", scope="text",
            rule=True, text=QT_TRANSLATE_NOOP("Commands", "N&ext annotation")),
    Command(name="previous_span", place=ANNOTATE, keys=("Shift+Tab", "Shift+Backtab"),
            needs="article", scope="text",
            text=QT_TRANSLATE_NOOP("Commands", "Previous annotation")),

    Command(name="next_article", place=ARTICLE, keys=("Ctrl+Down",), icon="down",
            needs="project", text=QT_TRANSLATE_NOOP("Commands", "&Next article")),
    Command(name="previous_article", place=ARTICLE, keys=("Ctrl+Up",), icon="up",
            needs="project", text=QT_TRANSLATE_NOOP("Commands", "&Previous article")),
    Command(name="done_next", place=ARTICLE, keys=("Ctrl+Shift+Down",), icon="done",
            needs="edit", text=QT_TRANSLATE_NOOP("Commands", "&Done, and next")),
    Command(name="status_new", place=ARTICLE, needs="edit", rule=True,
            text=QT_TRANSLATE_NOOP("Commands", "Mark as new")),
    Command(name="status_in_progress", place=ARTICLE, needs="edit",
            text=QT_TRANSLATE_NOOP("Commands", "Mark as in progress")),
    Command(name="status_done", place=ARTICLE, needs="edit",
            text=QT_TRANSLATE_NOOP("Commands", "Mark as done")),
    Command(name="status_skipped", place=ARTICLE, needs="edit",
            text=QT_TRANSLATE_NOOP("Commands", "Mark as skipped")),
    Command(name="flag", place=ARTICLE, keys=("Ctrl+G",), icon="flag", needs="edit", rule=True,
            checkable=True, text=QT_TRANSLATE_NOOP("Commands", "&Flag")),
    Command(name="article_details", place=ARTICLE, keys=("Ctrl+Shift+M",), needs="article",
            text=QT_TRANSLATE_NOOP("Commands", "Title, outlet and &note…")),
    Command(name="revise_file", place=ARTICLE, needs="edit",
            text=QT_TRANSLATE_NOOP("Commands", "Replace the text by a &later version…")),
    Command(name="revise_paste", place=ARTICLE, needs="edit",
            text=QT_TRANSLATE_NOOP("Commands", "Replace the text by the &clipboard’s…")),
    Command(name="remove_article", place=ARTICLE, icon="delete", needs="edit", rule=True,
            text=QT_TRANSLATE_NOOP("Commands", "&Remove from the project")),

    Command(name="show_list", place=VIEW, keys=("F7",), icon="list", checkable=True,
            text=QT_TRANSLATE_NOOP("Commands", "&Articles")),
    Command(name="show_side", place=VIEW, keys=("F8",), icon="side", checkable=True,
            text=QT_TRANSLATE_NOOP("Commands", "A&nnotations and guideline")),
    Command(name="show_lens", place=VIEW, keys=("F9",), checkable=True,
            text=QT_TRANSLATE_NOOP("Commands", "&Character lens")),
    Command(name="next_pane", place=VIEW, keys=("F6",), needs="project",
            text=QT_TRANSLATE_NOOP("Commands", "Next &pane")),
    Command(name="focus_text", place=VIEW, keys=("Ctrl+T",), needs="article",
            text=QT_TRANSLATE_NOOP("Commands", "Go to the &text")),
    Command(name="zoom_in", place=VIEW, keys=("Ctrl++", "Ctrl+="), needs="article", rule=True,
            text=QT_TRANSLATE_NOOP("Commands", "&Larger text")),
    Command(name="zoom_out", place=VIEW, keys=("Ctrl+-",), needs="article",
            text=QT_TRANSLATE_NOOP("Commands", "&Smaller text")),
    Command(name="zoom_reset", place=VIEW, keys=("Ctrl+0",), needs="article",
            text=QT_TRANSLATE_NOOP("Commands", "&Usual size")),
    Command(name="show_marks", place=VIEW, keys=("Ctrl+Shift+I",), checkable=True,
            text=QT_TRANSLATE_NOOP("Commands", "Show &invisible characters")),
    Command(name="theme", place=VIEW, icon="theme", rule=True,
            text=QT_TRANSLATE_NOOP("Commands", "Light or &dark")),
    Command(name="language", place=VIEW, icon="language",
            text=QT_TRANSLATE_NOOP("Commands", "العربية")),
    Command(name="full_screen", place=VIEW, keys=("F11",), checkable=True,
            text=QT_TRANSLATE_NOOP("Commands", "&Full screen")),

    Command(name="shortcuts", place=HELP, keys=("F1",), icon="keyboard",
            text=QT_TRANSLATE_NOOP("Commands", "&Keyboard shortcuts")),
    Command(name="guideline", place=HELP, keys=("F2",), icon="guideline", needs="project",
            text=QT_TRANSLATE_NOOP("Commands", "Annotation &guideline")),
    Command(name="log_folder", place=HELP, rule=True,
            text=QT_TRANSLATE_NOOP("Commands", "Show the &log folder")),
    Command(name="about", place=HELP,
            text=QT_TRANSLATE_NOOP("Commands", "&About Hashiya")),

    Command(name="caret_token", place=CARET, scope="view", keys=("Left", "Right"),
            text=QT_TRANSLATE_NOOP("Commands", "To the next or previous word")),
    Command(name="caret_letter", place=CARET, scope="view", keys=("Alt+Left", "Alt+Right"),
            text=QT_TRANSLATE_NOOP("Commands", "By letter")),
    Command(name="caret_sentence", place=CARET, scope="view", keys=("Ctrl+Left", "Ctrl+Right"),
            text=QT_TRANSLATE_NOOP("Commands", "By sentence")),
    Command(name="caret_line", place=CARET, scope="view", keys=("Up", "Down"),
            text=QT_TRANSLATE_NOOP("Commands", "By line")),
    Command(name="caret_edge", place=CARET, scope="view", keys=("Home", "End"),
            text=QT_TRANSLATE_NOOP("Commands", "To the start or end of the line")),
    Command(name="caret_article", place=CARET, scope="view", keys=("Ctrl+Home", "Ctrl+End"),
            text=QT_TRANSLATE_NOOP("Commands", "To the start or end of the article")),
    Command(name="caret_extend", place=CARET, scope="view", keys=("Shift+Left", "Shift+Right"),
            text=QT_TRANSLATE_NOOP("Commands", "Shift with any of these selects")),
)  # fmt: skip
BY_NAME = {command.name: command for command in COMMANDS}


class Actions(QObject):
    """A QAction for each command; `actions["undo"]`. Shortcuts of scope "text" are live only once
    `attach_text` has named the widget whose focus they need."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self._connected: set[str] = set()
        self._actions = {c.name: self._make(c, window) for c in COMMANDS if c.scope != "view"}
        theme.changed.connect(self.restyle)
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[tuple[Command, QAction]]:
        return ((BY_NAME[name], action) for name, action in self._actions.items())

    def connect_all(self, slots: dict[str, Callable[[], object]]) -> None:
        """Call `slots[name]()` when that command is triggered, by key, menu or button."""
        self._connected.update(slots)
        for name, slot in slots.items():
            self._actions[name].triggered.connect(lambda _checked=False, call=slot: call())

    def idle(self) -> set[str]:
        """Commands that nobody has connected."""
        return set(self._actions) - self._connected

    def attach_text(self, view: QWidget) -> None:
        for command, action in self:
            if command.scope == "text":
                view.addAction(action)

    def enable(self, *, project: bool, article: bool, writable: bool) -> None:
        met = {"": True, "project": project, "article": article, "write": project and writable,
               "edit": article and writable}  # fmt: skip
        for command, action in self:
            action.setEnabled(met[command.needs])

    def retranslate(self) -> None:
        """Names in the interface's language. In a menu that runs from right to left a key that is
        a sign would be drawn as its mirror image, ] for [, and Qt has Arabic names for some keys
        alone, none of them on the keyboard: there they are what the caps say, fenced."""
        mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for command, action in self:
            text = text_of(command)
            action.setToolTip(text.replace("&", "").removesuffix("…"))
            if command.keys:
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                if mirrored:
                    keys = "+".join(caps(command.keys[0]))
                    text = f"{text}\t\u2066{keys}\u2069"
                action.setToolTip(f"{action.toolTip()} (\u2066{keys}\u2069)")
            action.setText(text)

    def restyle(self) -> None:
        for command, action in self:
            if command.icon:
                action.setIcon(icon(command.icon, self._theme))

    def _make(self, command: Command, window: QWidget) -> QAction:
        action = QAction(self)
        action.setObjectName(command.name)
        action.setShortcuts(sequences(command.keys))
        action.setCheckable(command.checkable)
        if command.scope == "text":
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        else:
            window.addAction(action)
        return action


def caps(keys: str) -> list[str]:
    """The caps of a portable shortcut: "Ctrl+Shift+Down" → Ctrl, Shift, ↓."""
    parts = ["Ctrl", "+"] if keys == "Ctrl++" else keys.split("+")
    return [_CAPS.get(part, part) for part in parts]


def text_of(command: Command) -> str:
    """The command's name in the interface's language, with its mnemonic."""
    return QCoreApplication.translate("Commands", command.text).format(n=command.number)


def place_of(command: Command) -> str:
    """The heading under which it stands, without the mnemonic."""
    return QCoreApplication.translate("Commands", command.place).replace("&", "")
