"""The line that tells why the focused suggestion is made: where it stands, what it says, what a click on it means."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ...models.suggest import Suggestion
from ..reasons import told_reason
from ..theme import Theme
from .document import Document
from .geometry import Box
from .metrics import CHIP, CHIP_GAP, PILL_PAD, RADIUS_CHIP

_HEIGHT, _MARK, _GAP = 24.0, 24.0, 5.0


def note_text(document: Document, suggestion: Suggestion) -> str:
    """Return what is told about a suggestion."""
    return told_reason(suggestion, document.opened.schema, document.composer.language)


def note_box(document: Document, suggestion: Suggestion, scroll: float, width: float, height: float) -> Box | None:
    """Return where the line stands in a viewport: under the suggestion, or above it where there is no room."""
    placed = document.line_of(suggestion.start)
    band = document.band(placed, suggestion.start, suggestion.end)
    if band is None:
        return None
    wanted = document.composer.small_width(note_text(document, suggestion)) + 2 * PILL_PAD + 2 * _MARK
    left = max(8.0, min(band.x, width - wanted - 8))
    top = band.bottom - scroll + _GAP
    if top + _HEIGHT > height:
        top = band.y - scroll - CHIP - CHIP_GAP - _GAP - _HEIGHT
    return Box(left, top, wanted, _HEIGHT)


def note_answer(box: Box, x: float) -> bool | None:
    """Return whether a click at x of the line accepts (True), rejects (False), or neither."""
    if x >= box.right - _MARK:
        return False
    return True if x >= box.right - 2 * _MARK else None


def paint_note(painter: QPainter, document: Document, suggestion: Suggestion, box: Box, theme: Theme) -> None:
    """Write why a suggestion is made, with a tick and a cross to click."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("border"), 1))
    painter.setBrush(theme.colour("panel"))
    frame = QRectF(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1)
    painter.drawRoundedRect(frame, RADIUS_CHIP + 2, RADIUS_CHIP + 2)
    painter.setFont(document.fonts.small)
    painter.setPen(theme.colour("text"))
    inner = frame.adjusted(PILL_PAD, 0, 0, 0)
    side = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
    painter.drawText(inner, side, note_text(document, suggestion))
    x, y = box.right - 1.5 * _MARK, box.y + box.height / 2
    painter.setPen(QPen(theme.colour("ok"), 1.5))
    painter.drawPolyline([QPointF(x - 4, y), QPointF(x - 1, y + 3), QPointF(x + 4, y - 3.5)])
    x += _MARK
    painter.setPen(QPen(theme.colour("bad"), 1.5))
    painter.drawPolyline([QPointF(x - 3, y - 3), QPointF(x + 3, y + 3)])
    painter.drawPolyline([QPointF(x - 3, y + 3), QPointF(x + 3, y - 3)])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
