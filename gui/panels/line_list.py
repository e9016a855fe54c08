"""A list of short entries in two lines each, worked by keys and by mouse; the side panels share it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from .. import fonts
from ..article_view.keymap import chord
from ..guard import guarded
from ..look import Look

_LINE = int(Qt.ItemDataRole.UserRole)
_HEIGHT, _LOW, _SIDE, _CHIP = 48, 28, 16, 18
MOST = 300  # entries of a list that is to be read; the rest is counted


class Line(NamedTuple):
    """An entry: a chip's words and colour, what is said, and more of it in small; `data` is what it stands for."""

    text: str
    detail: str = ""
    chip: str = ""
    ink: QColor | None = None
    solid: bool = False
    faint: bool = False
    data: Any = None


class LineList(QListWidget):
    """Shows lines. *Signals:* `chosen(data)` by click or Enter; `pressed(chord, data)` for any other key."""

    chosen = Signal(object)
    pressed = Signal(str, object)
    left = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()
        self.setAccessibleName(name)
        self.setItemDelegate(_Delegate(look, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(False)
        self.itemClicked.connect(lambda _: self._choose())
        look.changed.connect(self.viewport().update)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines and stay near the one that was current."""
        shown = tuple(lines[:MOST])
        if shown == self._lines:
            return
        self._lines = shown
        at, bar = self.currentRow(), self.verticalScrollBar().value()
        self.setUpdatesEnabled(False)
        self.clear()
        for line in shown:
            item = QListWidgetItem(" ".join(part for part in (line.chip, line.text, line.detail) if part))
            item.setData(_LINE, line)
            if line.data is None:
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.addItem(item)
        self.setCurrentRow(max(0, min(at, self.count() - 1)))
        self.verticalScrollBar().setValue(bar)
        self.setUpdatesEnabled(True)

    def current(self) -> Any:
        """Return what the current line stands for."""
        item = self.currentItem()
        return item.data(_LINE).data if item is not None else None

    def _choose(self) -> None:
        if self.current() is not None:
            self.chosen.emit(self.current())

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = chord(event)
        if pressed == "Return":
            self._choose()
        elif pressed == "Esc":
            self.left.emit()
        elif pressed in ("Up", "Down", "PgUp", "PgDown", "Home", "End", "Tab", "Shift+Tab", "") or "Ctrl+" in pressed:
            super().keyPressEvent(event)
        elif self.current() is not None:
            self.pressed.emit(pressed, self.current())


class _Delegate(QStyledItemDelegate):
    """Paints a line."""

    def __init__(self, look: Look, parent: QListWidget) -> None:
        super().__init__(parent)
        self._look = look

    @override
    @guarded(QSize(0, _HEIGHT))
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line: Line = index.data(_LINE)
        return QSize(0, _HEIGHT if line.detail else _LOW)

    @override
    @guarded()
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: Line = index.data(_LINE)
        theme, box = self._look.theme, QRect(option.rect)
        state = QStyle.StateFlag
        if line.data is not None and option.state & state.State_Selected:
            painter.fillRect(box, theme.colour("accent_soft"))
            if option.state & state.State_HasFocus:
                painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), theme.colour("accent"))
        elif line.data is not None and option.state & state.State_MouseOver:
            painter.fillRect(box, theme.colour("soft"))
        left = box.left() + _SIDE
        height = box.height() // 2 if line.detail else box.height()
        top = box.top() + (3 if line.detail else 0)
        if line.chip:
            left += self._chip(painter, line, left, top + (height - _CHIP) // 2) + 8
        painter.setFont(fonts.interface())
        role = "muted" if line.data is None else "faint" if line.faint else "text"
        self._text(painter, QRectF(left, top, box.right() - _SIDE - left, height), line.text, role)
        if line.detail:
            painter.setFont(fonts.interface(fonts.SMALL_PIXELS))
            under = QRectF(box.left() + _SIDE, top + height - 2, box.width() - 2 * _SIDE, height - 2)
            self._text(painter, under, line.detail, "muted")

    def _text(self, painter: QPainter, box: QRectF, text: str, role: str) -> None:
        painter.setPen(self._look.theme.colour(role))
        words = " ".join(text.split())
        shown = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)

    def _chip(self, painter: QPainter, line: Line, left: int, top: int) -> int:
        theme = self._look.theme
        font = fonts.interface(fonts.CHIP_PIXELS, QFont.Weight.DemiBold)
        width = round(QFontMetricsF(font).horizontalAdvance(line.chip)) + 12
        ink = line.ink or theme.colour("muted")
        ground = QColor(ink)
        if not line.solid:
            ground.setAlphaF(theme.chip_alpha)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(left, top, width, _CHIP), 4, 4)
        painter.setFont(font)
        painter.setPen(theme.colour("paper") if line.solid else ink)
        painter.drawText(QRectF(left, top, width, _CHIP), int(Qt.AlignmentFlag.AlignCenter), line.chip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        return width
