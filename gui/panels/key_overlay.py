"""The overlay that lists the keys which work now; `?` shows it, any key takes it away."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget
from typing_extensions import override

from ..actions import ACTIONS
from ..article_view.commands import COMMANDS
from ..guard import guarded
from ..look import Look
from ..translate import tr, translate
from ..widgets import Keycap, PlainLabel, clear, column, row, rule

_WIDTH, _COLUMNS, _CAPS = 1120, 3, 124


def key_caps(keys: str) -> list[str]:
    """Return the keys of a chord as they are printed on a keyboard."""
    names = {"Right": "→", "Left": "←", "Up": "↑", "Down": "↓", "Return": "↵"}
    return [names.get(key, key.upper() if len(key) == 1 else key) for key in keys.split("+") if key] or ["+"]


class KeyOverlay(QWidget):
    """Covers the window; keys of the article view are listed while an article is open."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._card = QFrame(self)
        self._card.setProperty("card", True)
        self._title, self._hint = PlainLabel(role="strong"), PlainLabel(role="muted")
        self._close = PlainLabel(role="small")
        self._inside = QWidget()
        self._inside.setObjectName("keyGrid")
        self._inside.setStyleSheet("QWidget#keyGrid { background: transparent; }")
        self._grid = QGridLayout(self._inside)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(5)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self._inside)
        area.viewport().setAutoFillBackground(False)
        head = row(Keycap("?"), self._title, self._hint, None, self._close, Keycap("Esc"), margins=(16, 10, 16, 10))
        self._card.setLayout(column(head, rule(), area, spacing=0))
        self.hide()

    def show_keys(self, *, article: bool) -> None:
        """Show the keys."""
        self._title.setText(tr("Keys that work now"))
        self._hint.setText(tr("by their place, also under a Thai layout"))
        self._close.setText(tr("close"))
        clear(self._grid)
        groups: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for command in COMMANDS if article else ():
            groups.setdefault(group_name(command.group), []).append((translate(command.title), command.keys))
        if article:
            labels = (tr("Label the selection, relabel the entity"), ("1…0 Q…L",))
            groups.setdefault(group_name("Mark"), []).insert(0, labels)
        known = {title for entries in groups.values() for title, _ in entries}
        shown = [action for action in ACTIONS if action.keys and (article or not action.needs_project)]
        titles = [(translate(action.title), action.keys) for action in shown]
        groups[tr("Window")] = [entry for entry in titles if entry[0] not in known]
        self._fill(groups)
        self._place()
        self.show()
        self.raise_()
        self.setFocus()

    def _fill(self, groups: dict[str, list[tuple[str, tuple[str, ...]]]]) -> None:
        heights = [0] * _COLUMNS
        for name, entries in groups.items():
            at = heights.index(min(heights))
            caption = PlainLabel(name, "heading")
            caption.setContentsMargins(_CAPS + 8, 0, 0, 0)
            self._grid.addWidget(caption, heights[at], at)
            for title, keys in entries:
                heights[at] += 1
                line = QWidget()
                caps = [Keycap(cap) for cap in key_caps(keys[0])]
                held, said = QWidget(), PlainLabel(title, wrap=True)
                held.setFixedWidth(_CAPS)
                held.setLayout(row(None, *caps, spacing=2))
                entry = row(held, said, spacing=8)
                entry.setStretchFactor(said, 1)
                line.setLayout(entry)
                self._grid.addWidget(line, heights[at], at)
            heights[at] += 2
        for column_number in range(_COLUMNS):
            self._grid.setColumnStretch(column_number, 1)
        self._grid.setRowStretch(max(heights), 1)

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        self.setGeometry(parent.rect())
        width, height = min(_WIDTH, parent.width() - 48), min(760, parent.height() - 64)
        self._card.setGeometry(QRect((parent.width() - width) // 2, (parent.height() - height) // 2, width, height))

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour("scrim", theme.scrim_alpha))

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt):
            self.leave()

    @override
    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.leave()

    def leave(self) -> None:
        """Take the overlay away."""
        self.hide()


def group_name(group: str) -> str:
    """Return the name of a group of commands."""
    names: Iterable[tuple[str, str]] = (
        ("Move", tr("Move")),
        ("Select", tr("Select")),
        ("Mark", tr("Mark")),
        ("Relate", tr("Relate")),
        ("Article", tr("Article")),
    )
    return dict(names).get(group, group)
