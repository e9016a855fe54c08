"""The view's scroll bar: a flat thumb, painted in a fraction of the time that a styled one takes at each scroll."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget
from typing_extensions import override

from ..guard import guarded
from ..theme import LIGHT, Theme

_SHEET = (
    "QScrollBar:vertical { width: 12px; border: none; background: transparent; }"
    "QScrollBar::handle:vertical { min-height: 32px; }"
    "QScrollBar::add-line, QScrollBar::sub-line { height: 0; }"
)


class SlimBar(QScrollBar):
    """A vertical scroll bar without arrows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = LIGHT
        self.setStyleSheet(_SHEET)
        self.setSingleStep(24)

    def restyle(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self.update()

    @guarded()
    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour("paper"))
            if self.maximum() <= self.minimum():
                return
            option = QStyleOptionSlider()
            self.initStyleOption(option)
            thumb = self.style().subControlRect(
                QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
            )
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("faint" if self.isSliderDown() else "border"))
            painter.drawRoundedRect(QRectF(thumb).adjusted(3, 2, -3, -2), 3, 3)
