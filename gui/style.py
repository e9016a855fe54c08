"""The one style sheet, made from a theme's tokens: flat, 1 px lines, 8 px grid."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from .theme import INTERFACE_FONT, Theme

_SHEET = Template("""
* { font-family: "$font"; font-size: 13px; color: $text; }
QWidget#window { background: $window; }
QWidget[pane="panel"] { background: $panel; }
QWidget[pane="paper"] { background: $paper; }
QDialog, QMessageBox { background: $paper; }
QWidget#topBar { background: $panel; border-bottom: 1px solid $line; }
QWidget#rail { background: $panel; border-right: 1px solid $line; }
QWidget#statusBar { background: $panel; border-top: 1px solid $line; }
QWidget#labelBar { background: $panel; border-top: 1px solid $line; }
QWidget#articleList { background: $panel; border-right: 1px solid $line; }
QWidget#articleHeader { background: $paper; border-bottom: 1px solid $line; }
QWidget#inspector { background: $panel; }
QWidget#sidePanel { background: $panel; border-left: 1px solid $line; }
QFrame[rule="true"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QFrame[rule="vertical"] { background: $line; border: 0; max-width: 1px; min-width: 1px; }

QLabel { background: transparent; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="faint"] { color: $faint; font-size: 12px; }
QLabel[role="small"] { color: $muted; font-size: 12px; }
QLabel[role="heading"] { color: $muted; font-weight: 500; font-size: 12px; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="title"] { font-size: 15px; font-weight: 600; }
QLabel[role="figure"] { font-size: 20px; font-weight: 500; }
QLabel[role="ok"] { color: $ok; }
QLabel[role="warn"] { color: $warn; font-weight: 500; }
QLabel[role="bad"] { color: $bad; }
QLabel[role="accent"] { color: $accent_text; font-weight: 500; }
QLabel[role="pill"] { background: $soft; color: $muted; font-size: 11px; border-radius: 9px; padding: 1px 8px; }
QLabel[role="warnPill"] {
  background: $warn_soft; color: $warn; font-size: 11px; font-weight: 500; border-radius: 9px; padding: 1px 8px;
}
QLabel[role="keycap"] {
  background: $paper; color: $muted; border: 1px solid $border; border-bottom: 2px solid $border;
  border-radius: 4px; font-size: 11px; font-weight: 500; padding: 0 4px;
}
QLabel[role="hint"] {
  background: $hint; color: $hint_text; border: 1px solid $hint_border;
  border-radius: 4px; font-size: 11px; font-weight: 600;
}
QLabel[role="avatar"] {
  background: $accent_soft; color: $accent_text; font-size: 11px; font-weight: 600; border-radius: 14px;
}
QLabel[role="mono"] { font-family: monospace; }

QPushButton {
  background: $paper; border: ${edge}px solid $border; border-radius: 6px; padding: 0 12px; min-height: 28px;
}
QPushButton:hover { background: $soft; }
QPushButton:pressed { background: $line; }
QPushButton:focus { outline: 0; border: 2px solid $accent; padding: 0 11px; min-height: 26px; }
QPushButton:disabled { color: $ghost; border-color: $line; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[kind="primary"]:disabled { background: $soft; color: $ghost; border-color: $line; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="danger"] { color: $bad; }
QPushButton[kind="link"] { border: 0; background: transparent; color: $accent_text; padding: 0 4px; min-height: 22px; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 2px solid $accent; border-radius: 4px; padding: 0 2px; min-height: 18px; }

QToolButton { background: transparent; border: 0; border-radius: 6px; padding: 0; }
QToolButton:hover { background: $soft; }
QToolButton:pressed { background: $line; }
QToolButton:checked { background: $accent_soft; }
QToolButton:focus { border: 2px solid $accent; }
QToolButton[boxed="true"] { border: ${edge}px solid $border; background: $paper; }
QToolButton[boxed="true"]:focus { border: 2px solid $accent; }
QToolButton[segment="true"] {
  border: ${edge}px solid $border; border-radius: 0; background: $paper; color: $muted; padding: 0 10px;
  min-height: 26px; max-height: 26px; margin-left: -1px;
}
QToolButton[segment="true"]:hover { background: $soft; }
QToolButton[segment="true"]:checked { background: $accent_soft; color: $accent_text; font-weight: 500; }
QToolButton[segment="true"]:focus { border: 2px solid $accent; }
QToolButton[segment="true"][edge="first"] {
  border-top-left-radius: 6px; border-bottom-left-radius: 6px; margin-left: 0;
}
QToolButton[segment="true"][edge="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
QToolButton[segment="true"][edge="only"] { border-radius: 6px; margin-left: 0; }
QToolButton[field="true"] { border: ${edge}px solid $border; background: $paper; padding: 0 10px; }
QToolButton[field="true"]::menu-indicator { width: 0; image: none; }
QToolButton[field="true"]:focus { border: 2px solid $accent; }
QToolButton[pill="true"] {
  background: $soft; color: $muted; font-size: 11px; border-radius: 9px; padding: 1px 8px;
}
QToolButton[pill="true"]:hover { background: $line; }
QToolButton[pill="true"][other="true"] { background: $warn_soft; color: $warn; font-weight: 500; }
QToolButton[pill="true"]:focus { border: 2px solid $accent; padding: 0 6px; }
QToolButton[count="true"] { color: $muted; padding: 0 4px; min-height: 24px; }
QToolButton[count="true"]:checked { color: $accent_text; }

QLineEdit, QPlainTextEdit, QSpinBox {
  background: $paper; border: ${edge}px solid $border; border-radius: 6px; padding: 0 8px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QSpinBox { min-height: 28px; max-height: 28px; }
QPlainTextEdit { padding: 4px; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus { border: 2px solid $accent; padding: 0 7px; }
QPlainTextEdit:focus { padding: 3px; }
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus { border: 0; background: transparent; padding: 0; }
QLineEdit:disabled, QSpinBox:disabled { color: $ghost; border-color: $line; }
QSpinBox { padding: 0; }
QSpinBox QLineEdit, QSpinBox QLineEdit:focus {
  border: 0; background: transparent; padding: 0 8px; min-height: 0; border-radius: 0;
}
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: 0; }
QFrame[box="true"] { background: $paper; border: ${edge}px solid $border; border-radius: 6px; }
QFrame[box="true"][focus="true"] { border: 2px solid $accent; }
QFrame[card="true"] { background: $panel; border: ${edge}px solid $border; border-radius: 8px; }

QListView, QTreeView, QTableView { background: transparent; border: 0; outline: 0; }
QListView::item { border: 0; }
QListView[box="true"] { background: $paper; border: ${edge}px solid $border; border-radius: 6px; padding: 4px; }
QTreeView::item { min-height: 28px; padding: 0 8px; border: 0; }
QTreeView::item:hover { background: $soft; }
QTreeView::item:selected { background: $accent_soft; color: $accent_text; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section {
  background: transparent; border: 0; border-bottom: 1px solid $line; padding: 4px 8px; color: $muted; font-size: 12px;
}
QAbstractScrollArea::corner { background: transparent; border: 0; }
QTableCornerButton::section { background: transparent; border: 0; border-bottom: 1px solid $line; }
QComboBox QAbstractItemView {
  background: $paper; border: ${edge}px solid $border; selection-background-color: $accent_soft;
  selection-color: $accent_text; outline: 0;
}
QAbstractItemView[menu="true"]::item { min-height: 28px; padding: 0 12px; border-radius: 4px; }
QAbstractItemView[menu="true"]::item:hover { background: $soft; }
QAbstractItemView[menu="true"]::item:selected { background: $accent_soft; color: $accent_text; }
QMenu { background: $paper; border: ${edge}px solid $border; border-radius: 6px; padding: 4px; }
QMenu::item { padding: 4px 24px 4px 12px; border-radius: 4px; min-height: 20px; }
QMenu::item:selected { background: $accent_soft; color: $accent_text; }
QMenu::item:disabled { color: $ghost; }
QMenu::separator { height: 1px; background: $line; margin: 4px 0; }
QToolTip { background: $paper; color: $text; border: ${edge}px solid $border; padding: 4px 8px; }

QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget[pane="clear"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $ghost; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QProgressBar { background: $soft; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $ok; border-radius: 3px; }
QProgressBar#workLine { border-radius: 0; max-height: 2px; min-height: 2px; background: $line; }
QProgressBar#workLine::chunk { background: $accent; border-radius: 0; }
""")


def style_sheet(theme: Theme) -> str:
    """Return the application's style sheet for a theme."""
    return _SHEET.substitute(asdict(theme), font=INTERFACE_FONT)
