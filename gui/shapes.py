"""Shapes that stand for a status, told apart without colour: a ring, a half-filled disc, a disc with a tick."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from .guard import guarded
from .look import Look
from .theme import Theme


def paint_status(painter: QPainter, status: str, box: QRectF, theme: Theme) -> None:
    """Paint a status into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ring = box.adjusted(1.5, 1.5, -1.5, -1.5)
    if status == "done":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("ok"))
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
        pen = QPen(theme.colour("paper"), box.width() / 9)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        x, y, w = box.x(), box.y(), box.width()
        painter.drawPolyline([QPointF(x + w * a, y + w * b) for a, b in ((0.29, 0.52), (0.44, 0.66), (0.71, 0.36))])
    elif status == "in_progress":
        painter.setPen(QPen(theme.colour("accent"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawPie(ring.adjusted(1, 1, -1, -1), -90 * 16, 180 * 16)
    else:
        painter.setPen(QPen(theme.colour("ghost"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
    painter.restore()


class StatusShape(QWidget):
    """A status as a small widget."""

    def __init__(self, look: Look, status: str = "todo", size: int = 14) -> None:
        super().__init__()
        self._look = look
        self._status = status
        self.setFixedSize(QSize(size, size))
        look.changed.connect(self.update)

    def show_status(self, status: str) -> None:
        """Show another status."""
        self._status = status
        self.update()

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_status(painter, self._status, QRectF(self.rect()), self._look.theme)
