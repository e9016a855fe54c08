"""A choice and a check box that paint themselves, because style sheets have no arrows and ticks without image files."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy
from typing_extensions import override

from . import icons
from .guard import guarded
from .look import Look
from .widgets import one_line


class ComboBox(QComboBox):
    """A choice in the window's look; the wheel scrolls the panel and not the choice."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(30)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(80)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    @guarded()
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            focused = self.hasFocus()
            painter.setPen(QPen(theme.colour("accent" if focused else "border"), 2 if focused else 1))
            painter.setBrush(theme.colour("paper"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5) if focused else box, 6, 6)
            painter.setPen(theme.colour("text" if self.isEnabled() else "ghost"))
            painter.setFont(self.font())
            room = box.adjusted(10, 0, -28, 0)
            shown = QFontMetricsF(self.font()).elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
            arrow = QRectF(box.right() - 22, box.center().y() - 7, 14, 14)
            icons.paint(painter, "chevron-down", arrow, theme.colour("muted"))


class CheckBox(QCheckBox):
    """A check box in the window's look."""

    def __init__(self, look: Look, text: str = "") -> None:
        super().__init__(one_line(text))
        self._look = look

    @override
    @guarded(QSize(120, 24))
    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self.font()).horizontalAdvance(self.text().replace("&&", "&"))
        return QSize(round(width) + 28, 24)

    @override
    @guarded(False)
    def hitButton(self, pos: object) -> bool:
        return True

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        box = QRectF(1.5, (self.height() - 15) / 2, 15, 15)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setOpacity(1 if self.isEnabled() else 0.4)
            on = self.isChecked()
            focused = self.hasFocus()
            painter.setPen(QPen(theme.colour("accent" if on or focused else "border"), 2 if focused else 1))
            painter.setBrush(theme.colour("accent" if on else "paper"))
            painter.drawRoundedRect(box, 4, 4)
            if on:
                painter.setPen(QPen(theme.colour("on_accent"), 1.6))
                corners = ((4, 7.5), (6.6, 10.2), (11, 5))
                painter.drawPolyline([QPointF(box.x() + x, box.y() + y) for x, y in corners])
            painter.setPen(theme.colour("text"))
            painter.drawText(
                QRectF(26, 0, self.width() - 26, self.height()),
                int(Qt.AlignmentFlag.AlignVCenter),
                self.text().replace("&&", "&"),
            )
