"""Chips: an entity type's short name on its colour, as in the article view."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ..models.schema import EntityType, Pattern
from . import fonts
from .guard import guarded
from .look import Look

_DASHES: dict[str, list[float]] = {"dash": [3.5, 1.5], "dot": [1, 1.5], "dash-dot": [4.5, 1.5, 1, 1.5]}
HEIGHT = 18


def paint_underline(painter: QPainter, pattern: Pattern, left: float, right: float, y: float, ink: QColor) -> None:
    """Paint a type's underline, 2 px strong, in its pattern."""
    pen = QPen(ink, 2)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if pattern in _DASHES:
        pen.setDashPattern(_DASHES[pattern])
    painter.setPen(pen)
    painter.drawLine(QPointF(left, y), QPointF(right, y))


class Chip(QWidget):
    """One entity type; *solid* stands for the focused one."""

    def __init__(self, look: Look, kind: EntityType, *, solid: bool = False) -> None:
        super().__init__()
        self._look, self._kind, self._solid = look, kind, solid
        self._font = fonts.interface(fonts.CHIP_PIXELS, QFont.Weight.DemiBold)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._text())

    def _text(self) -> str:
        return self._kind.short.in_language(self._look.language)

    @override
    @guarded(QSize(40, HEIGHT))
    def sizeHint(self) -> QSize:
        return QSize(round(QFontMetricsF(self._font).horizontalAdvance(self._text())) + 13, HEIGHT)

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        ink = theme.ink(self._kind)
        ground = QColor(ink)
        if not self._solid:
            ground.setAlphaF(theme.chip_alpha)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
            painter.setFont(self._font)
            painter.setPen(theme.colour("on_ink") if self._solid else ink)
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._text())
