"""Painting of lines: bands under the text, the text itself, underlines, arcs, chips and pills."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ...models.article import Exclusion
from ...models.layer import Relation
from ...models.schema import Pattern
from ..theme import Theme
from .document import Document, Placed
from .geometry import Arc, Band, Chip, Decoration, Pill, Underline
from .metrics import CHIP, GUTTER, PILL_PAD, RADIUS_ARC
from .pixmaps import Pixmaps, rounded_path
from .scene import Scene

# Dashes in pixels, which Qt counts in widths of the pen.
PATTERNS: dict[Pattern, list[float]] = {
    "solid": [],
    "dash": [3.5, 1.5],
    "dot": [1.0, 1.5],
    "dash-dot": [4.5, 1.5, 1.0, 1.5],
}
_DIM = 0.3
_DEPTHS = 2


class LinePainter:
    """Paints lines of a document at one scroll position."""

    def __init__(
        self, painter: QPainter, document: Document, scene: Scene, theme: Theme, pixmaps: Pixmaps, scroll: float
    ) -> None:
        self.painter, self.document, self.scene = painter, document, scene
        self.theme, self.pixmaps, self.scroll = theme, pixmaps, scroll

    def paint(self, lines: Sequence[Placed]) -> None:
        """Paint lines from the back to the front."""
        for placed in lines:
            self.painter.translate(GUTTER, placed.baseline - self.scroll)
            self._back(placed)
            self._text(placed)
            self._front(placed)
            self.painter.resetTransform()
            self._gutter(placed)

    def _alpha(self, entity_id: str, label: str) -> float:
        lit, only = self.scene.lit, self.scene.only
        if only is not None and label not in only and entity_id != self.scene.focus:
            return _DIM
        return 1.0 if lit is None or entity_id in lit or entity_id == self.scene.source else _DIM

    def _alpha_of(self, relation: Relation | None) -> float:
        """Return how bright a relation is: as its brighter end is; of several in one pill nothing is known."""
        only, entities = self.scene.only, self.document.opened.layer.entities
        if self.scene.lit is not None:
            return _DIM
        if only is None or relation is None or relation.id in self.scene.accented:
            return 1.0
        ends = (entities.get(relation.head), entities.get(relation.tail))
        return 1.0 if any(end is not None and end.label in only for end in ends) else _DIM

    def _ink(self, label: str, alpha: float = 1.0) -> QColor:
        return self.pixmaps.ink(label, alpha)

    def _back(self, placed: Placed) -> None:
        face = placed.block.face(self.document.fonts)
        painter, scene = self.painter, self.scene
        decoration = placed.line.decoration or Decoration()
        painter.setPen(Qt.PenStyle.NoPen)
        for band in decoration.bands:
            alpha = self._band_alpha(band)
            if alpha:
                painter.setBrush(self._ink(band.label, alpha))
                painter.drawRects(rounded_rows(band.x0, band.x1, -face.up, face.down))
        if scene.hover is not None and scene.drag is None:
            self._stretch(placed, scene.hover, self.theme.colour("text", 0.05))
        if scene.selection is not None:
            self._stretch(placed, scene.selection, self.theme.colour("accent", 0.22))

    def _band_alpha(self, band: Band) -> float:
        if band.depth >= _DEPTHS:
            return 0.0
        alpha = self.theme.band_alpha * self._alpha(band.id, band.label)
        if band.id == self.scene.focus:
            alpha *= 1.25
        if band.id == self.scene.hover_mark:
            alpha += 0.06
        return alpha

    def _stretch(self, placed: Placed, stretch: tuple[int, int], colour: QColor) -> None:
        box = self.document.band(placed, *stretch)
        if box is not None:
            self.painter.fillRect(QRectF(box.x - GUTTER, box.y - placed.baseline, box.width, box.height), colour)

    def _text(self, placed: Placed) -> None:
        block, line, painter = placed.block, placed.line, self.painter
        runs = block.prepare(line, self.document.opened.article.text)
        dimmed = self.scene.lit is not None
        painter.setPen(self.theme.colour("ghost" if dimmed or block.kind == "ghost" else "text"))
        for x, y, run in runs:
            painter.drawGlyphRun(QPointF(x, y), run)
        if block.kind not in ("ghost", "blank"):
            if self.document.fonts.reading.words:
                self._words(placed)
            for exclusion in block.exclusions:
                if exclusion.state == "confirmed":
                    self._recolour(placed, exclusion.start, exclusion.end, "ghost")
        if dimmed:
            self._light(placed)
        for x0, x1 in line.suspects:
            painter.setPen(QPen(self.theme.colour("warn"), 1))
            painter.drawRect(QRectF(x0 + 0.5, -9.5, max(3.0, x1 - x0 - 1), 10))

    def _words(self, placed: Placed) -> None:
        """Draw a faint line under each word, so that one sees what a step or a click takes."""
        y = placed.block.face(self.document.fonts).down - 1.5
        self.painter.setPen(QPen(self.theme.colour("line"), 1))
        self.painter.translate(0, y)
        self.painter.drawLines(placed.line.words)
        self.painter.translate(0, -y)

    def _light(self, placed: Placed) -> None:
        bright = (self.scene.lit or frozenset()) | {self.scene.source}
        ranges: list[tuple[int, int]] = []
        for entity in self.document.entities_on(placed):
            if entity.id in bright:
                ranges.extend(entity.ranges)
        # Drawn twice, nested text would look bold.
        at = -1
        for start, end in sorted(ranges):
            if end > at:
                self._recolour(placed, max(start, at), end, "text")
                at = end

    def _recolour(self, placed: Placed, start: int, end: int, role: str) -> None:
        row = placed.line.row
        self.painter.setPen(self.theme.colour(role))
        for x, y, run in placed.block.glyphs(row, max(start, row.start), min(end, row.end)):
            self.painter.drawGlyphRun(QPointF(x, y), run)

    def _front(self, placed: Placed) -> None:
        decoration = placed.line.decoration
        if decoration is None:
            return
        self._underlines(decoration)
        painter, scene = self.painter, self.scene
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for arc in decoration.arcs:
            if arc.id not in scene.accented:
                self._arc(arc)
        for arc in decoration.arcs:
            if arc.id in scene.accented:
                self._arc(arc)
        up = placed.block.face(self.document.fonts).up
        for chip in decoration.chips:
            if chip.lane:
                painter.setOpacity(self._alpha(chip.id, chip.label))
                painter.fillRect(
                    QRectF(chip.stem_x, chip.box.bottom, 1, -up - chip.box.bottom), self._ink(chip.label, 0.5)
                )
        for chip in decoration.chips:
            self._chip(chip)
        for pill in decoration.pills:
            self._pill(pill)
        painter.setOpacity(1.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _underlines(self, decoration: Decoration) -> None:
        painter, schema = self.painter, self.document.opened.schema
        for line in decoration.underlines:
            kind = schema.entity_type(line.label)
            painter.setPen(self._underline_pen(line, kind.pattern))
            y = line.y + self.theme.underline / 2
            painter.drawLine(QLineF(line.x0 + (0 if line.gap else 1), y, line.x1 - (0 if line.gap else 1), y))

    def _underline_pen(self, line: Underline, pattern: Pattern) -> QPen:
        alpha = self._alpha(line.id, line.label)
        key = (line.label, line.gap, alpha)
        pen = self.pixmaps.pens.get(key)
        if pen is None:
            pen = QPen(self._ink(line.label, alpha), 1.0 if line.gap else self.theme.underline)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            dashes = [1.0, 3.0] if line.gap else PATTERNS[pattern]
            if dashes:
                pen.setDashPattern(dashes)
            self.pixmaps.pens[key] = pen
        return pen

    def _arc(self, arc: Arc) -> None:
        painter, scene = self.painter, self.scene
        relation = self.document.opened.layer.relations.get(arc.id)
        if relation is None:
            return
        accent = arc.id in scene.accented
        colour = self.theme.colour("accent" if accent else "faint")
        alpha = self._alpha_of(relation)
        painter.setOpacity(alpha)
        width = 1.5 if accent or arc.id == scene.hover_mark else 1.0
        painter.setPen(QPen(colour, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        x0, x1, y = round(arc.x0) + 0.5, round(arc.x1) + 0.5, round(arc.y) + 0.5
        radius = min(RADIUS_ARC, abs(x1 - x0) / 2)
        painter.drawPath(rounded_path([(x0, arc.y0 - 1), (x0, y), (x1, y), (x1, arc.y1 - 2)], radius))
        self._head(x1, arc.y1, colour)
        if arc.symmetric:
            self._head(x0, arc.y0, colour)
        if not arc.label.width:
            return
        text = self.pixmaps.composer.arc_text(relation.label, arc.label.width)
        if alpha < 1.0:
            painter.setOpacity(1.0)
            painter.fillRect(QRectF(*arc.label), self.theme.colour("paper"))
            painter.setOpacity(alpha)
        pixmap = self.pixmaps.label(text, arc.label.width, arc.label.height, accent=accent)
        painter.drawPixmap(QPointF(arc.label.x - 1, arc.label.y - 1), pixmap)

    def _head(self, x: float, y: float, colour: QColor) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        self.painter.drawPolygon([QPointF(x - 3.5, y - 6), QPointF(x + 3.5, y - 6), QPointF(x, y - 1)])

    def _chip(self, chip: Chip) -> None:
        scene = self.scene
        solid = chip.id in (scene.focus, scene.fresh, scene.source)
        self.painter.setOpacity(self._alpha(chip.id, chip.label))
        pixmap = self.pixmaps.chip(chip.label, chip.box.width, solid=solid)
        self.painter.drawPixmap(QPointF(chip.box.x - 1, chip.box.y - 1), pixmap)

    def _pill(self, pill: Pill) -> None:
        relation = self.document.opened.layer.relations.get(pill.id)
        if pill.more or relation is not None:
            self.painter.setOpacity(self._alpha_of(relation))
            accent = pill.entity == self.scene.focus if pill.more else pill.id in self.scene.accented
            pixmap = self.pixmaps.pill(pill, accent=accent)
            self.painter.drawPixmap(QPointF(pill.box.x - 1, pill.box.y - 1), pixmap)

    def _gutter(self, placed: Placed) -> None:
        block, line, painter = placed.block, placed.line, self.painter
        y = placed.baseline - self.scroll
        face = block.face(self.document.fonts)
        if block.kind == "ghost" or any(e.state == "proposed" for e in block.exclusions):
            pen = QPen(self.theme.colour("border"), 2)
            pen.setDashPattern([1.0, 1.5])
            painter.setPen(pen)
            painter.drawLine(QLineF(GUTTER - 13, y - face.up + 5, GUTTER - 13, y + face.down - 2))
        elif block.number and line is block.lines[0]:
            painter.setFont(self.document.fonts.small)
            painter.setPen(self.theme.colour("faint"))
            box = QRectF(0, y - face.up, GUTTER - 20, face.up + face.down)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(block.number))
        tag = line.decoration.tag if line.decoration is not None else None
        if tag is not None:
            exclusion = tagged(placed)
            if exclusion is not None:
                self._tag(QRectF(GUTTER + tag.x, y + tag.y, tag.width, CHIP), exclusion)

    def _tag(self, box: QRectF, exclusion: Exclusion) -> None:
        painter = self.painter
        composer = self.pixmaps.composer
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.document.fonts.small)
        text = composer.tag_text(exclusion.state)
        proposed = exclusion.state == "proposed"
        if proposed:
            painter.setPen(QPen(self.theme.colour("border"), 1))
            painter.setBrush(self.theme.colour("panel"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), CHIP / 2, CHIP / 2)
        painter.setPen(self.theme.colour("muted" if proposed else "faint"))
        side = Qt.AlignmentFlag.AlignLeft if proposed else Qt.AlignmentFlag.AlignRight
        inner = box.adjusted(PILL_PAD, 0, -PILL_PAD if proposed else 0, 0)
        painter.drawText(inner, int(side | Qt.AlignmentFlag.AlignVCenter), text)
        if proposed:
            self._tick(box.right() - 32, box.center().y())
            self._cross(box.right() - 13, box.center().y())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _tick(self, x: float, y: float) -> None:
        self.painter.setPen(QPen(self.theme.colour("ok"), 1.5))
        self.painter.drawPolyline([QPointF(x - 4, y), QPointF(x - 1, y + 3), QPointF(x + 4, y - 3.5)])

    def _cross(self, x: float, y: float) -> None:
        self.painter.setPen(QPen(self.theme.colour("bad"), 1.5))
        self.painter.drawLine(QLineF(x - 3, y - 3, x + 3, y + 3))
        self.painter.drawLine(QLineF(x - 3, y + 3, x + 3, y - 3))


def rounded_rows(x0: float, x1: float, y0: int, y1: int) -> list[QRect]:
    """Return a rectangle with corners of 3 px as rows that do not overlap: twenty times faster than a smooth path."""
    left, width, height = round(x0), max(1, round(x1) - round(x0)), y1 - y0
    if width < 6:
        return [QRect(left, y0, width, height)]
    return [
        QRect(left + 2, y0, width - 4, 1),
        QRect(left + 1, y0 + 1, width - 2, 1),
        QRect(left, y0 + 2, width, height - 4),
        QRect(left + 1, y1 - 2, width - 2, 1),
        QRect(left + 2, y1 - 1, width - 4, 1),
    ]


def tagged(placed: Placed) -> Exclusion | None:
    """Return the exclusion whose note stands on a line."""
    row = placed.line.row
    for exclusion in placed.block.exclusions:
        if row.start <= exclusion.start < max(row.end, row.start + 1):
            return exclusion
    return None
