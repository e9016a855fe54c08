"""Painting of suggestions: dashed outlines, chips with a score, and the line that tells why the focused one is made."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ..theme import Theme
from .document import Document, Placed
from .geometry import Box
from .metrics import GUTTER, PILL_PAD, RADIUS_BAND, RADIUS_CHIP
from .pixmaps import Pixmaps
from .scene import Scene

_DASHES = [3.0, 2.0]
MARK = 24  # the room of each of the two marks beside the reason


def paint_proposals(
    painter: QPainter,
    lines: Sequence[Placed],
    document: Document,
    scene: Scene,
    theme: Theme,
    pixmaps: Pixmaps,
    scroll: float,
) -> None:
    """Outline each suggestion on the lines; the focused one gets a frame."""
    if scene.lit is not None:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for placed in lines:
        decoration = placed.line.decoration
        face = placed.block.face(document.fonts)
        y = placed.baseline - scroll
        for one in decoration.proposed if decoration is not None else ():
            focused = one.suggestion == scene.proposal
            pen = QPen(pixmaps.ink(one.suggestion.label, 1.0), 1.2)
            pen.setDashPattern(_DASHES)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 2) if focused else pen)
            box = QRectF(GUTTER + one.x0 + 0.5, y - face.up, one.x1 - one.x0 - 1, face.up + face.down)
            painter.drawRoundedRect(box, RADIUS_BAND, RADIUS_BAND)
            if one.chip is not None:
                chip = pixmaps.proposal(one.suggestion.label, one.suggestion.score, one.chip.width, focused=focused)
                painter.drawPixmap(QPointF(GUTTER + one.chip.x - 1, y + one.chip.y - 1), chip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def paint_note(painter: QPainter, box: Box, text: str, document: Document, theme: Theme) -> None:
    """Write why the focused suggestion is made, with a tick and a cross to click."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("border"), 1))
    painter.setBrush(theme.colour("panel"))
    frame = QRectF(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1)
    painter.drawRoundedRect(frame, RADIUS_CHIP + 2, RADIUS_CHIP + 2)
    painter.setFont(document.fonts.small)
    painter.setPen(theme.colour("muted"))
    inner = frame.adjusted(PILL_PAD, 0, -2 * MARK, 0)
    painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), text)
    x, y = box.right - 1.5 * MARK, box.y + box.height / 2
    painter.setPen(QPen(theme.colour("ok"), 1.5))
    painter.drawPolyline([QPointF(x - 4, y), QPointF(x - 1, y + 3), QPointF(x + 4, y - 3.5)])
    x += MARK
    painter.setPen(QPen(theme.colour("bad"), 1.5))
    painter.drawPolyline([QPointF(x - 3, y - 3), QPointF(x + 3, y + 3)])
    painter.drawPolyline([QPointF(x - 3, y + 3), QPointF(x + 3, y - 3)])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
