"""The program as a person sees it: asked on standard input, it tells where things are.

The hands of a test are xdotool's; nothing here moves, chooses or changes anything. A request is a
JSON list on one line; the answer is the middle of the thing in pixels of the screen, null while it
is not to be seen, or everything that is shown.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QSocketNotifier
from PySide6.QtWidgets import QApplication, QMenu, QWidget

import annotator.app
from annotator.ui.textview.geometry import extents
from annotator.ui.window import MainWindow

ABOVE_THE_LINE = 5  # pixels: inside the boxes of all spans that are nested there


class Eyes(QObject):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._asked = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._asked.activated.connect(self._answer)

    def word(self, start: int, end: int) -> QPoint | None:
        """The middle of `start:end` where it begins to be drawn."""
        view = self._window.workspace.view
        for block, line, y in view.lines_showing(start, end):
            for left, right in extents(block, line, start, end):
                x = view.column_left + (left + right) / 2
                point = QPointF(x, y + line.baseline - ABOVE_THE_LINE).toPoint()
                if view.viewport().rect().adjusted(0, 40, 0, -20).contains(point):
                    return view.viewport().mapToGlobal(point)
        return None

    def label(self, key: str) -> QPoint | None:
        return _middle(self._window.workspace.palette_bar._buttons[key])

    def choice(self, attribute: str, key: str) -> QPoint | None:
        editors = self._window.workspace.side.inspector._editors
        return _middle(editors[attribute].chips[key]) if attribute in editors else None

    def command(self, name: str) -> QPoint | None:
        """The command in the menu that is open."""
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu) or not menu.windowHandle().isExposed():
            return None
        place = menu.actionGeometry(self._window.actions_[name])
        return menu.mapToGlobal(place.center()) if place.isValid() else None

    def text(self) -> QPoint | None:
        return _middle(self._window.workspace.view.viewport())

    def article(self) -> int | None:
        """The article that the text view shows and would take keys for."""
        session = self._window.session
        return session.article_id if self._window.isActiveWindow() else None

    def everything(self) -> dict[str, object]:
        """The annotations that the text view shows, and the step that the screen tells of."""
        session = self._window.session
        shown = sorted(self._window.workspace.view._spans, key=lambda a: a.id)
        return {
            "step": session.project.store.last_seq(),
            "annotations": [[a.id, a.start, a.end, a.label] for a in shown],
        }

    def _answer(self) -> None:
        name, *arguments = json.loads(sys.stdin.readline())
        told = getattr(self, name)(*arguments)
        print(json.dumps([told.x(), told.y()] if isinstance(told, QPoint) else told), flush=True)


def _middle(widget: QWidget) -> QPoint | None:
    rect: QRect = widget.visibleRegion().boundingRect()
    return widget.mapToGlobal(rect.center()) if rect.height() >= widget.height() // 2 else None


def main() -> None:
    make_window = annotator.app.make_window

    def make_seen_window() -> MainWindow:
        window = make_window()
        Eyes(window)
        return window

    annotator.app.make_window = make_seen_window
    raise SystemExit(annotator.app.run([Path(path) for path in sys.argv[1:]]))


if __name__ == "__main__":
    main()
