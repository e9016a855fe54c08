"""The list of entity types: key, name, id and how often each is used; drag or Alt+arrows change the order."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option
from typing_extensions import override

from ...models.schema import EntityType, Schema
from .. import fonts
from ..chips import paint_underline
from ..guard import guarded
from ..look import Look

ROW, _CAP, _SIDE = 42, 26, 16
_ID = int(Qt.ItemDataRole.UserRole)


class TypeList(QListWidget):
    """The list. *Signals:* `chosen(label id)`, `moved(label id, places down)`."""

    chosen = Signal(str)
    moved = Signal(str, int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._schema: Schema | None = None
        self._usage: dict[str, int] = {}
        self._filling = False
        self.setItemDelegate(_TypeDelegate(self))
        self.setUniformItemSizes(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._on_current)
        self.model().rowsMoved.connect(self._on_moved)

    def show_types(self, schema: Schema, usage: dict[str, int], *, archived: bool, chosen: str) -> None:
        """Show the types in use, or the archived ones."""
        self._filling = True
        self._schema, self._usage = schema, usage
        self.clear()
        for kind in schema.entities:
            if kind.archived == archived:
                item = QListWidgetItem(kind.name.in_language(self._look.language))
                item.setData(_ID, kind.id)
                self.addItem(item)
                if kind.id == chosen:
                    self.setCurrentItem(item)
        self._filling = False
        if self.currentItem() is None and self.count():
            self.setCurrentRow(0)

    def kind_of(self, index: QModelIndex | QPersistentModelIndex) -> EntityType | None:
        """Return the type of a row."""
        return self._schema.entity_types.get(index.data(_ID)) if self._schema else None

    def use_of(self, label: str) -> int:
        """Return how many marks bear a label."""
        return self._usage.get(label, 0)

    @property
    def look(self) -> Look:
        """The window's look, for the delegate."""
        return self._look

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._filling:
            self.chosen.emit(item.data(_ID))

    def _on_moved(self, _: QModelIndex, first: int, _last: int, _to: QModelIndex, at: int) -> None:
        places = at - first - (1 if at > first else 0)
        item = self.item(first + places)
        if item is not None and places:
            self.moved.emit(item.data(_ID), places)

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if item is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            places = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if places is not None:
                self.moved.emit(item.data(_ID), places)
                return
        super().keyPressEvent(event)


class _TypeDelegate(QStyledItemDelegate):
    def __init__(self, owner: TypeList) -> None:
        super().__init__(owner)
        self._owner = owner

    @override
    @guarded(QSize(200, ROW))
    def sizeHint(self, option: Option, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, ROW)

    @override
    @guarded()
    def paint(self, painter: QPainter, option: Option, index: QModelIndex | QPersistentModelIndex) -> None:
        kind = self._owner.kind_of(index)
        if kind is None:
            return
        theme, look = self._owner.look.theme, self._owner.look
        box, state = QRectF(option.rect), option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("soft"))
        ink, ground = theme.ink(kind), QColor(theme.ink(kind))
        ground.setAlphaF(theme.chip_alpha)
        cap = QRectF(box.x() + _SIDE, box.y() + 7, _CAP, 22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(ink)
        painter.setFont(fonts.interface(weight=QFont.Weight.DemiBold))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), (kind.key or "·").upper())
        paint_underline(painter, kind.pattern, cap.left(), cap.right(), cap.bottom() + 4, ink)
        count = f"{self._owner.use_of(kind.id):,}"
        small = fonts.interface(fonts.CHIP_PIXELS)
        width = QFontMetricsF(small).horizontalAdvance(count) + 24
        room = QRectF(cap.right() + 12, box.y() + 3, box.right() - cap.right() - 12 - width - 8, 20)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(fonts.interface(weight=QFont.Weight.Medium))
        painter.setPen(theme.colour("text"))
        name = painter.fontMetrics().elidedText(
            kind.name.in_language(look.language), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, int(middle), name)
        painter.setFont(small)
        painter.setPen(theme.colour("muted"))
        painter.drawText(room.translated(0, 18), int(middle), kind.id)
        painter.drawText(box.adjusted(0, 0, -_SIDE, 0), int(middle | Qt.AlignmentFlag.AlignRight), count)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0.5, 0.5, -1.5, -1.5))
        painter.restore()
