"""The command search: every command, label and article by its Thai or English name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from .. import fonts
from ..guard import guarded
from ..look import Look
from ..translate import tr
from ..widgets import column, rule

_SHOWN = 50
_KEYS = int(Qt.ItemDataRole.UserRole)
_WIDTH, _HEIGHT = 560, 420


class Found(NamedTuple):
    """Something to choose: its name as shown, other names it is found by, its keys, and what it does."""

    name: str
    also: str
    keys: str
    run: Callable[[], object]


Search = Callable[[str], Sequence[Found]]


def matching(entries: Sequence[Found], text: str) -> list[Found]:
    """Return the entries whose names hold every word of *text*, those that begin with it first."""
    words = text.casefold().split()
    found = [e for e in entries if all(word in f"{e.name} {e.also}".casefold() for word in words)]
    start = text.casefold()
    return sorted(found, key=lambda e: not (e.name.casefold().startswith(start) or e.also.casefold().startswith(start)))


class KeysDelegate(QStyledItemDelegate):
    """Paints an entry with its keys at the right."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    @override
    @guarded()
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        painter.setFont(fonts.interface(fonts.SMALL_PIXELS))
        painter.setPen(self._look.theme.colour("muted"))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(option.rect.adjusted(0, 0, -12, 0), int(side), index.data(_KEYS) or "")


class CommandSearch(QWidget):
    """Covers the window until something is chosen or Esc is pressed."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._search: Search = lambda _: ()
        self._found: list[Found] = []
        self._back: QWidget | None = None
        self._card = QFrame(self)
        self._card.setProperty("card", True)
        self.field = QLineEdit()
        self.field.setProperty("bare", True)
        self.field.setContentsMargins(16, 6, 16, 6)
        self.list = QListWidget()
        self.list.setProperty("menu", True)
        self.list.setItemDelegate(KeysDelegate(look, self.list))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._card.setLayout(column(self.field, rule(), self.list, spacing=4, margins=(4, 4, 4, 4)))
        self.field.textChanged.connect(self._refresh)
        self.field.returnPressed.connect(self._choose)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda _: self._choose())
        self.hide()

    def begin(self, search: Search, hint: str) -> None:
        """Search with *search* until something is chosen."""
        parent = self.parentWidget()
        if parent is None:
            return
        self._search = search
        self._back = parent.window().focusWidget()
        self.setGeometry(parent.rect())
        width, height = min(_WIDTH, parent.width() - 48), min(_HEIGHT, parent.height() - 120)
        self._card.setGeometry(QRect((parent.width() - width) // 2, 64, width, height))
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.field.clear()
        self._refresh("")
        self.show()
        self.raise_()
        self.field.setFocus()

    def _refresh(self, text: str) -> None:
        self._found = list(self._search(text.strip()))[:_SHOWN]
        self.list.clear()
        for entry in self._found:
            item = QListWidgetItem(" ".join(entry.name.split()))
            item.setData(_KEYS, entry.keys)
            self.list.addItem(item)
        if not self._found:
            nothing = QListWidgetItem(tr("Nothing found"))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        self.list.setCurrentRow(0)

    def _choose(self) -> None:
        place = self.list.currentRow()
        self.leave()
        if 0 <= place < len(self._found):
            self._found[place].run()

    def leave(self) -> None:
        """Go back to where the person was."""
        self.hide()
        if self._back is not None:
            self._back.setFocus()

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if event.key() in steps:
            place = self.list.currentRow() + steps[Qt.Key(event.key())]
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, place)))
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        return False

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour("scrim", theme.scrim_alpha))

    @override
    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.leave()
