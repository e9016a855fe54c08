"""Painting of frames over the text: same strings that wait to be marked, and the members of shown chains."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ...models.occurrences import Standing
from ..theme import Theme
from .document import Document, Placed
from .metrics import GUTTER
from .scene import Scene

_DASHES = [3.0, 2.0]
_BADGE = 14.0
# role of the colour, width of the pen, whether it is dashed
_FRAMES: dict[Standing, tuple[str, float, bool]] = {
    "free": ("accent", 2.0, True),
    "marked": ("ok", 1.0, False),
    "conflict": ("warn", 2.0, True),
    "part": ("faint", 1.0, True),
    "excluded": ("ghost", 1.0, True),
}


class FramePainter:
    """Draws frames and small round numbers around stretches of the lines on screen."""

    def __init__(self, painter: QPainter, document: Document, scene: Scene, theme: Theme, scroll: float) -> None:
        self._painter, self._document, self._scene = painter, document, scene
        self._theme, self._scroll = theme, scroll

    def paint(self, lines: Sequence[Placed]) -> None:
        """Draw all frames of the lines."""
        if not lines or not (self._scene.preview or self._scene.tints):
            return
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for placed in lines:
            self._chains(placed)
            self._preview(placed)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _preview(self, placed: Placed) -> None:
        found, row = self._scene.preview, placed.line.row
        conflicts = [one.start for one in found if one.standing == "conflict"]
        at = max(0, bisect_left(found, row.start, key=lambda one: one.start) - 1)
        while at < len(found) and found[at].start < row.end:
            one = found[at]
            role, width, dashed = _FRAMES[one.standing]
            colour = self._theme.colour(role)
            box = self._frame(placed, one.start, one.end, colour, width, dashed=dashed)
            if box is not None and one.standing == "conflict":
                self._badge(box, str(conflicts.index(one.start) + 1), colour)
            at += 1

    def _chains(self, placed: Placed) -> None:
        tints = self._scene.tints
        for entity in self._document.entities_on(placed) if tints else ():
            number = tints.get(entity.id)
            if number is not None:
                colour = self._theme.chain(number)
                for start, end in entity.ranges:
                    box = self._frame(placed, start, end, colour, 1.5, dashed=False)
                    if box is not None and start == entity.start:
                        self._badge(box, str(number + 1), colour)

    def _frame(
        self, placed: Placed, start: int, end: int, colour: QColor, width: float, *, dashed: bool
    ) -> QRectF | None:
        band = self._document.band(placed, start, end)
        if band is None:
            return None
        pen = QPen(colour, width)
        if dashed:
            pen.setDashPattern(_DASHES)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(band.x, band.y - self._scroll, band.width, band.height).adjusted(0.5, 0.5, -0.5, -0.5)
        self._painter.drawRoundedRect(box, 3, 3)
        return box if placed.line.row.start <= start else None

    def _badge(self, box: QRectF, number: str, colour: QColor) -> None:
        painter = self._painter
        width = _BADGE if len(number) == 1 else _BADGE + 6
        # At the lower left, where neither chips nor the text's own marks are.
        disc = QRectF(max(GUTTER - 8.0, box.left() - width / 2), box.bottom() - 4, width, _BADGE)
        painter.setPen(QPen(self._theme.colour("paper"), 1))
        painter.setBrush(colour)
        painter.drawRoundedRect(disc, _BADGE / 2, _BADGE / 2)
        painter.setFont(self._document.fonts.chip)
        painter.setPen(self._theme.colour("paper"))
        painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), number)
