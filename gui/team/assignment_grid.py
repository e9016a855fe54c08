"""The assignment matrix: a click or Space gives an article to somebody or takes it back."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from .. import keys
from ..guard import guarded
from ..look import Look
from .assignment_model import GIVEN, AssignmentModel

_ROW, _COLUMN, _TITLES = 30, 108, 320
_BOX = 16


class AssignmentGrid(QTableView):
    """Articles by people; Space ticks every selected cell like the one in focus."""

    def __init__(self, look: Look, model: AssignmentModel) -> None:
        super().__init__()
        self._rows = model
        self.setModel(model)
        self.setItemDelegate(_Delegate(look, self))
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setDefaultSectionSize(_COLUMN)
        across.setHighlightSections(False)
        across.setFixedHeight(48)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(_ROW)
        down.setFixedWidth(_TITLES)
        down.setHighlightSections(False)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        look.changed.connect(self.viewport().update)

    def toggle(self) -> None:
        """Tick the selected cells, or take the ticks away where the one in focus has one."""
        here = self.currentIndex()
        if here.isValid():
            cells = self.selectedIndexes() or [here]
            self._rows.set_given(cells, given=not self._rows.is_given(here))

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if keys.physical(event).key() == Qt.Key.Key_Space:
            self.toggle()
        else:
            super().keyPressEvent(event)

    @override
    @guarded()
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        here = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and here.isValid() and self.selectedIndexes() == [here]:
            self.toggle()


class _Delegate(QStyledItemDelegate):
    """Paints a box, ticked or not."""

    def __init__(self, look: Look, parent: QTableView) -> None:
        super().__init__(parent)
        self._look = look

    @override
    @guarded(QSize(_COLUMN, _ROW))
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(_COLUMN, _ROW)

    @override
    @guarded()
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, state = self._look.theme, option.state
        cell, flags = QRectF(option.rect), QStyle.StateFlag
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & flags.State_Selected:
            painter.fillRect(cell, theme.colour("accent_soft"))
        elif state & flags.State_MouseOver:
            painter.fillRect(cell, theme.colour("soft"))
        middle, given = cell.center(), bool(index.data(GIVEN))
        box = QRectF(middle.x() - _BOX / 2, middle.y() - _BOX / 2, _BOX, _BOX)
        painter.setPen(QPen(theme.colour("accent" if given else "border"), 1))
        painter.setBrush(theme.colour("accent" if given else "paper"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if given:
            painter.setPen(QPen(theme.colour("on_accent"), 1.7))
            corners = ((4, 8), (7, 11), (12, 5))
            painter.drawPolyline([QPointF(box.x() + x, box.y() + y) for x, y in corners])
        if state & flags.State_HasFocus:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), 3, 3)
        painter.restore()
