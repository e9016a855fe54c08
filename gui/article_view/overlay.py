"""Painting on top of the lines: the focused frame, caret, route, hint letters, the drag line and the small choices."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ...models.layer import Entity
from ..theme import Theme
from .document import Document, Placed
from .geometry import Box
from .metrics import CHIP, GUTTER, RADIUS_ARC, RADIUS_OVERLAY
from .pixmaps import Pixmaps, rounded_path
from .scene import Scene

CHOICE_ROW, CHOICE_PAD = 26, 6


class OverlayPainter:
    """Paints what is passing; y is in the viewport."""

    def __init__(
        self, painter: QPainter, document: Document, scene: Scene, theme: Theme, pixmaps: Pixmaps, scroll: float
    ) -> None:
        self.painter, self.document, self.scene = painter, document, scene
        self.theme, self.pixmaps, self.scroll = theme, pixmaps, scroll

    def focus(self, lines: Sequence[Placed]) -> None:
        """Frame the focused (or pinned) entity, the end that Tab went to, and the one that a selection may join."""
        scene, entities = self.scene, self.document.opened.layer.entities
        focused, candidate = entities.get(scene.source or scene.focus or ""), entities.get(scene.candidate or "")
        kept = entities.get(scene.kept or "") if scene.focus is None and scene.selection is not None else None
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for entity, dashed in ((kept, True), (candidate, True), (focused, False)):
            if entity is not None:
                for placed in lines:
                    self._entity(placed, entity, dashed=dashed)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _entity(self, placed: Placed, entity: Entity, *, dashed: bool) -> None:
        painter, scene, row = self.painter, self.scene, placed.line.row
        for index, (start, end) in enumerate(entity.ranges):
            box = self.document.band(placed, start, end)
            if box is None:
                continue
            frame = self._frame(placed, box, entity.id)
            aside = dashed or scene.fragment not in (None, index)
            pen = QPen(self.theme.colour("accent"), 1 if aside else 2)
            if dashed:
                pen.setDashPattern([3.0, 3.0])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame, 4, 4)
            for x, offset in ((frame.left(), start), (frame.right(), end)):
                if not aside and row.start <= offset <= row.end and scene.source is None:
                    painter.setBrush(self.theme.colour("paper"))
                    painter.drawRoundedRect(QRectF(x - 2.5, box.y - self.scroll + box.height / 2 - 6, 5, 12), 2, 2)

    def _frame(self, placed: Placed, box: Box, entity_id: str) -> QRectF:
        deepest = box.bottom
        for line in placed.line.decoration.underlines if placed.line.decoration else ():
            if line.id == entity_id:
                deepest = placed.baseline + line.y + 3
        return QRectF(box.x - 1, box.y - 1 - self.scroll, box.width + 2, deepest - box.y + 2)

    def caret(self, lines: Sequence[Placed]) -> None:
        """Draw the caret at the edge of its token, where that is on screen."""
        scene = self.scene
        if not scene.active or scene.focus is not None or scene.source is not None or scene.proposal is not None:
            return
        # Asked for its line, the document might lay out a far one and so move what is being painted.
        here = [placed for placed in lines if placed.line.row.start <= scene.caret <= placed.line.row.end]
        if here:
            placed = here[-1]
            face = placed.block.face(self.document.fonts)
            x = self.document.x_of(placed, scene.caret)
            y = placed.baseline - self.scroll - face.up
            self.painter.fillRect(QRectF(x - 1, y, 2, face.up + face.down), self.theme.colour("accent"))

    def route(self, points: list[tuple[float, float]]) -> None:
        """Draw the whole way of the focused entity's relation to another line."""
        if len(points) < 2:
            return
        painter = self.painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.colour("accent"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        shown = [(x, y - self.scroll) for x, y in points]
        painter.drawPath(rounded_path(shown, RADIUS_ARC))
        x, y = shown[-1]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("accent"))
        painter.drawPolygon([QPointF(x - 4, y + 6), QPointF(x + 4, y + 6), QPointF(x, y)])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def hints(self, lines: Sequence[Placed]) -> None:
        """Put the hint letters left of the chips of the entities, and above the tokens."""
        scene, painter = self.scene, self.painter
        for placed in lines:
            y = placed.baseline - self.scroll
            for chip in placed.line.decoration.chips if placed.line.decoration and scene.hints else ():
                letters = scene.hints.get(chip.id)
                if letters is not None and letters.startswith(scene.typed):
                    width = self.pixmaps.hint_width(letters)
                    x = max(0.0, GUTTER + chip.box.x - width - 2)
                    painter.drawPixmap(QPointF(x - 1, y + chip.box.y - 1), self.pixmaps.hint(letters, scene.typed))
            row = placed.line.row
            up = placed.block.face(self.document.fonts).up
            for offset, letters in scene.token_hints.items():
                if row.start <= offset < row.end and letters.startswith(scene.typed):
                    x = self.document.x_of(placed, offset)
                    painter.drawPixmap(QPointF(x - 3, y - up - 14), self.pixmaps.hint(letters, scene.typed))

    def drag(self) -> None:
        """Draw the line that follows a chip's drag."""
        if self.scene.drag is None:
            return
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setPen(QPen(self.theme.colour("accent"), 1.5))
        self.painter.drawLine(QLineF(*self.scene.drag))
        self.painter.setBrush(self.theme.colour("accent"))
        self.painter.drawEllipse(QPointF(self.scene.drag[2], self.scene.drag[3]), 3, 3)

    def choices(self) -> None:
        """Draw the relation types that are legal here, each with its digit."""
        box = self.scene.choice_box
        if box is None:
            return
        painter, theme = self.painter, self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.setBrush(theme.colour("panel"))
        painter.drawRoundedRect(
            QRectF(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1), RADIUS_OVERLAY, RADIUS_OVERLAY
        )
        for index, label in enumerate(self.scene.choices):
            y = box.y + CHOICE_PAD + index * CHOICE_ROW
            if index == self.scene.choice_hover:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("accent_soft"))
                painter.drawRoundedRect(QRectF(box.x + 4, y, box.width - 8, CHOICE_ROW), 4, 4)
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.setBrush(theme.colour("paper"))
            painter.drawRoundedRect(QRectF(box.x + 10.5, y + 4.5, CHIP - 1, CHIP - 1), 4, 4)
            painter.setFont(self.document.fonts.small)
            painter.setPen(theme.colour("text"))
            centre = int(Qt.AlignmentFlag.AlignCenter)
            painter.drawText(QRectF(box.x + 10, y + 4, CHIP, CHIP), centre, str(index + 1))
            name = self.pixmaps.composer.relation_text(label)
            painter.drawText(
                QRectF(box.x + 36, y, box.width - 40, CHOICE_ROW), int(Qt.AlignmentFlag.AlignVCenter), name
            )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
