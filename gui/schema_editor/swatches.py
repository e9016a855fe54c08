"""The inks a type may have, each readable in both themes, as swatches to choose from."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ...storage import schemas
from ..guard import guarded
from ..look import Look

_SIDE, _GAP, _PER_ROW = 24, 8, 9


class Inks(NamedTuple):
    """One ink for the light and one for the dark theme, each “#rrggbb”."""

    light: str
    dark: str


@cache
def palette() -> tuple[Inks, ...]:
    """Return the inks of the default schema, which were chosen to be told apart."""
    default = schemas.bundled()[schemas.DEFAULT]
    return tuple(dict.fromkeys(Inks(kind.light, kind.dark) for kind in default.entities))


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two colours by the WCAG definition, from 1 to 21."""

    def luminance(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def blended(ink: QColor, paper: QColor, alpha: float) -> QColor:
    """Return *ink* laid over *paper* with an opacity."""
    return QColor.fromRgbF(
        ink.redF() * alpha + paper.redF() * (1 - alpha),
        ink.greenF() * alpha + paper.greenF() * (1 - alpha),
        ink.blueF() * alpha + paper.blueF() * (1 - alpha),
    )


class Swatches(QWidget):
    """The palette. *Signal:* `chosen(Inks)`."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._chosen = Inks("", "")
        self._here = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        rows = -(-len(palette()) // _PER_ROW)
        self.setFixedSize(QSize(_PER_ROW * (_SIDE + _GAP), rows * (_SIDE + _GAP)))

    def show_chosen(self, inks: Inks) -> None:
        """Ring the inks that the type has."""
        self._chosen = inks
        self._here = palette().index(inks) if inks in palette() else 0
        self.update()

    def _box(self, at: int) -> QRectF:
        line, place = divmod(at, _PER_ROW)
        return QRectF(4 + place * (_SIDE + _GAP), 4 + line * (_SIDE + _GAP), _SIDE, _SIDE)

    def _at(self, point: QPointF) -> int | None:
        return next((at for at in range(len(palette())) if self._box(at).contains(point)), None)

    @override
    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position())
        if at is not None:
            self.chosen.emit(palette()[at])

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -_PER_ROW, Qt.Key.Key_Down: _PER_ROW}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self.chosen.emit(palette()[max(0, min(len(palette()) - 1, self._here + step))])
        else:
            super().keyPressEvent(event)

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for at, inks in enumerate(palette()):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(inks.dark if theme.is_dark else inks.light))
                painter.drawRoundedRect(self._box(at), 6, 6)
                if inks == self._chosen:
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.setPen(QPen(theme.colour("accent"), 2))
                    painter.drawRoundedRect(self._box(at).adjusted(-3, -3, 3, 3), 8, 8)
