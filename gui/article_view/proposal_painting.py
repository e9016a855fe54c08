"""Painting of suggestions: dashed outlines, chips with a score, and the line that tells why the focused one is made."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ..theme import Theme
from .document import Document, Placed
from .metrics import GUTTER, RADIUS_BAND
from .pixmaps import Pixmaps
from .proposal_note import note_box, paint_note
from .scene import Scene

_DASHES = [3.0, 2.0]
_AWAY = 0.3  # of a suggestion with another label than those that are shown bright


def paint_proposals(
    painter: QPainter,
    lines: Sequence[Placed],
    document: Document,
    scene: Scene,
    theme: Theme,
    pixmaps: Pixmaps,
    scroll: float,
    room: float,
) -> None:
    """Outline each suggestion on the lines; the focused one gets a frame. *room* is the height of the viewport."""
    if scene.lit is not None:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for placed in lines:
        decoration = placed.line.decoration
        face = placed.block.face(document.fonts)
        y = placed.baseline - scroll
        for one in decoration.proposed if decoration is not None else ():
            focused = one.suggestion == scene.proposal
            away = scene.only is not None and one.suggestion.label not in scene.only and not focused
            painter.setOpacity(_AWAY if away else 1.0)
            pen = QPen(pixmaps.ink(one.suggestion.label, 1.0), 1.2)
            pen.setDashPattern(_DASHES)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 2) if focused else pen)
            box = QRectF(GUTTER + one.x0 + 0.5, y - face.up, one.x1 - one.x0 - 1, face.up + face.down)
            painter.drawRoundedRect(box, RADIUS_BAND, RADIUS_BAND)
            if one.chip is not None:
                chip = pixmaps.proposal(one.suggestion.label, one.suggestion.score, one.chip.width, focused=focused)
                painter.drawPixmap(QPointF(GUTTER + one.chip.x - 1, y + one.chip.y - 1), chip)
    painter.setOpacity(1.0)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    shown = scene.proposal
    if shown is not None and any(line.line.row.start <= shown.start < line.line.row.end for line in lines):
        note = note_box(document, shown, scroll, document.view_width, room)
        if note is not None:
            paint_note(painter, document, shown, note, theme)
