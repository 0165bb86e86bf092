"""The one style sheet: flat, quiet controls on top of Fusion, coloured by the theme's roles.

Paddings are symmetric, since Qt does not mirror a style sheet for right-to-left. Widgets opt in to
a look by the dynamic property `kind`: "primary", "quiet", "danger" buttons; "title", "muted",
"small" labels; "bar", "notice", "card", "side" frames.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

from annotator.resources import resource
from annotator.ui.ink import luminance, rgb

_SHEET = Template("""
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 2px 4px; }
QMenuBar { background: $window; border: none; padding: 2px 6px; }
QMenuBar::item { background: transparent; padding: 5px 10px; border-radius: 5px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $hover; }
QMenu { background: $raised; border: 1px solid $border; padding: 5px; }
QMenu::item { padding: 6px 28px; border-radius: 5px; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::icon { margin: 0 7px; }
QMenu::separator { height: 1px; background: $border; margin: 5px 8px; }

QPushButton, QComboBox, QToolButton[kind="button"] {
  background: $raised; color: $text; border: 1px solid $border; border-radius: 7px;
  padding: 5px 14px; min-height: 18px;
}
QPushButton:hover, QComboBox:hover, QToolButton[kind="button"]:hover { background: $hover; }
QPushButton:pressed { background: $selected; }
QPushButton:focus, QComboBox:focus { border: 1px solid $accent; outline: none; }
QPushButton:disabled, QComboBox:disabled { color: $faint; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[kind="primary"]:focus { border: 1px solid $text; }
QPushButton[kind="primary"]:disabled {
  background: $hover; color: $faint; border-color: $border; }
QPushButton[kind="big"], QPushButton[kind="primary"] { padding: 5px 18px; }
QPushButton[kind="danger"] { color: $error; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; color: $accent; }
QPushButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="quiet"]:disabled { color: $faint; }
QPushButton[kind="quiet"]:focus { border-color: $accent; }
QComboBox { padding: 4px 9px; combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 15px; }
QComboBox::down-arrow { image: none; width: 0px; }
QComboBox QAbstractItemView {
  background: $raised; border: 1px solid $border; selection-background-color: $selected;
  selection-color: $text; padding: 4px; outline: none; }

QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px;
  padding: 4px; color: $text; }
QToolButton[kind="switch"] { padding: 2px 7px; }
QToolButton:hover { background: $hover; }
QToolButton:checked, QToolButton:pressed { background: $selected; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $faint; }
QToolButton::menu-indicator { image: none; width: 0px; }

QCheckBox, QRadioButton { spacing: 7px; }
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator, QTreeView::indicator {
  width: 14px; height: 14px; border: 1px solid $faint; background: $surface; }
QCheckBox::indicator, QListView::indicator, QTreeView::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover, QCheckBox::indicator:focus,
QRadioButton::indicator:focus { border-color: $accent; }
QCheckBox::indicator:checked, QListView::indicator:checked, QTreeView::indicator:checked {
  background: $accent; border-color: $accent; image: url("$check"); }
QRadioButton::indicator:checked { border: 5px solid $accent; width: 6px; height: 6px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: $hover; }
QCheckBox::indicator:checked:disabled { background: $faint; border-color: $faint; }
QRadioButton::indicator:checked:disabled { border-color: $faint; }
QCheckBox:focus, QRadioButton:focus { color: $accent; outline: none; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QDateEdit {
  background: $surface; color: $text; border: 1px solid $border; border-radius: 7px;
  padding: 5px 9px; selection-background-color: $selected; selection-color: $text; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus {
  border-color: $accent; }
QLineEdit:read-only { background: $raised; color: $muted; }

QListView, QTreeView, QTableView {
  background: $surface; alternate-background-color: $raised; border: 1px solid $border;
  border-radius: 7px; outline: none; selection-background-color: $selected;
  selection-color: $text; }
QListView[kind="side"], QTreeView[kind="side"], QTableView[kind="side"] {
  background: transparent; border: none; border-radius: 0; }
QListView[kind="rows"]::item { padding: 6px 10px; color: $text; }
QListView[kind="rows"]::item:selected { background: $selected; }
QHeaderView::section { background: $raised; color: $muted; border: none;
  border-bottom: 1px solid $border; padding: 5px 4px; }
QTableView { gridline-color: $border; }

QTabWidget::pane { border: none; border-top: 1px solid $border; }
QTabBar { qproperty-drawBase: 0; background: transparent; }
QTabBar::tab { background: transparent; color: $muted; border: none;
  border-bottom: 2px solid transparent; padding: 8px 12px; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { color: $accent; }

QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 34px; }
QScrollBar::handle:horizontal { min-width: 34px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: $hover; border: none; border-radius: 3px; text-align: center;
  min-height: 6px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }
QGroupBox { border: 1px solid $border; border-radius: 8px; margin-top: 12px; padding: 12px; }
QGroupBox::title { subcontrol-origin: margin; padding: 0 6px; color: $muted; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QLabel[kind="display"] { font-size: 22pt; font-weight: 600; }
QLabel[kind="drop"] { color: $muted; border: 1px dashed $faint; border-radius: 10px;
  padding: 12px; }
QLabel[kind="title"], ElidedLabel[kind="title"] { font-size: 15pt; font-weight: 600; }
QLabel[kind="heading"], ElidedLabel[kind="heading"] { font-weight: 600; }
QLabel[kind="muted"], ElidedLabel[kind="muted"] { color: $muted; }
QLabel[kind="small"], ElidedLabel[kind="small"] { color: $muted; font-size: 9pt; }
QLabel[kind="error"] { color: $error; }
QLabel[kind="warning"] { color: $warning; }
QFrame[kind="bar"] { background: $raised; border: none; }
QFrame[kind="notice"] { background: $raised; border: none; border-top: 1px solid $border; }
QFrame[kind="page"] { background: $surface; border: none; }
QFrame[kind="card"] { background: $raised; border: 1px solid $border; border-radius: 10px; }
QFrame[kind="row"] { background: transparent; border: 1px solid transparent; border-radius: 8px; }
QFrame[kind="row"]:hover { background: $hover; }
QFrame[kind="row"]:focus { border-color: $accent; }
QFrame[kind="rule"] { background: $border; border: none; max-height: 1px; min-height: 1px; }
""")


def style_sheet(roles: Mapping[str, str]) -> str:
    """The application's style sheet with each `$role` filled; raises KeyError on an unknown one.

    A style sheet takes pictures from files only, so the check mark is there in two colours.
    """
    dark = luminance(rgb(roles["on_accent"])) < 0.5
    check = resource("icons", f"check-{'dark' if dark else 'light'}.svg").as_posix()
    return _SHEET.substitute(roles, check=check)
