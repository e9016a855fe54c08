"""Lanes: below a line in dispute, one strip a person with what that person marked there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ...models.layer import Entity
from ...models.review import Case
from ...models.review_cards import Card
from .. import fonts
from ..article_view.document import Document, Placed
from ..article_view.metrics import GUTTER
from ..chips import paint_underline
from ..theme import Theme

LANE, PAD, _BAND, _MOST = 24, 8, 20, 6
_FADED, _BADGE = 0.4, 18


class Lanes:
    """Which lines need lanes and how they are painted; offsets are code points of the article."""

    def __init__(self, case: Case, cards: Sequence[Card], names: Mapping[str, str]) -> None:
        self._people = list(case.layers)[:_MOST]
        self._names = names
        self._schema = case.schema
        self._cards = [card for card in cards if card.versions and not card.ends]
        self._open = [card for card in self._cards if card.open]
        self._marks = {name: sorted(case.layers[name].entities.values(), key=_place) for name in self._people}
        self.focused: str = ""
        self.numbers: Mapping[str, int] = {}

    def height(self, start: int, end: int) -> float:
        """Return the room that a line of [start, end) needs below it."""
        return len(self._people) * LANE + 2 * PAD if self._disputed(start, end) else 0.0

    def _disputed(self, start: int, end: int) -> list[Card]:
        return [card for card in self._open if card.start < end and start < card.end]

    def card_at(self, document: Document, x: float, y: float) -> Card | None:
        """Return the card whose frame, badge or lanes lie at a point of the document."""
        placed = document.line_at(y)
        for card in self._cards:
            box = document.band(placed, card.start, card.end)
            if box is not None and box.x - 4 <= x <= box.right + 4:
                return card
        return None

    def paint(
        self, painter: QPainter, document: Document, placed: Sequence[Placed], scroll: float, theme: Theme
    ) -> None:
        """Paint frames with numbers around what is in dispute, and lanes below."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line in placed:
            row = line.line.row
            disputed = self._disputed(row.start, row.end)
            if disputed:
                self._paint_lanes(painter, document, line, scroll, theme, disputed)
            for card in self._cards:
                if card.start < row.end and row.start < card.end:
                    self._paint_frame(painter, document, line, scroll, theme, card)
        painter.restore()

    def _paint_frame(
        self, painter: QPainter, document: Document, line: Placed, scroll: float, theme: Theme, card: Card
    ) -> None:
        band = document.band(line, card.start, card.end)
        if band is None:
            return
        focused = card.id == self.focused
        if not card.open and not focused:
            return
        colour = theme.colour("warn" if card.open else "ok")
        painter.setPen(QPen(colour, 2 if focused else 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(band.x, band.y - scroll, band.width, band.height).adjusted(-1.5, 0.5, 1.5, -0.5)
        painter.drawRoundedRect(box, 4, 4)
        number = self.numbers.get(card.id)
        if number is None or line.line.row.start > card.start:
            return
        badge = QRectF(box.x(), box.y() - _BADGE - 1, max(_BADGE, 8 + 8 * len(str(number))), _BADGE)
        painter.setPen(QPen(theme.colour("warn"), 1))
        painter.setBrush(theme.colour("warn_soft"))
        painter.drawRoundedRect(badge.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(fonts.interface(fonts.CHIP_PIXELS, QFont.Weight.DemiBold))
        painter.setPen(theme.colour("warn"))
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), str(number))

    def _paint_lanes(
        self,
        painter: QPainter,
        document: Document,
        line: Placed,
        scroll: float,
        theme: Theme,
        disputed: Sequence[Card],
    ) -> None:
        room = len(self._people) * LANE + 2 * PAD
        top = line.top + line.line.height - room - scroll
        width = document.view_width
        painter.fillRect(QRectF(0, top + 2, width, room - 4), theme.colour("panel"))
        painter.setPen(QPen(theme.colour("line"), 1))
        for y in (top + 2.5, top + room - 2.5):
            painter.drawLine(0, round(y), round(width), round(y))
        for card in disputed:
            band = document.band(line, card.start, card.end)
            if band is not None and card.id == self.focused:
                painter.fillRect(QRectF(band.x, top + 3, band.width, room - 6), theme.colour("warn_soft"))
        row = line.line.row
        for place, name in enumerate(self._people):
            y = top + PAD + place * LANE
            self._paint_name(painter, name, y, theme)
            for entity in self._marks[name]:
                if entity.start < row.end and row.start < entity.end:
                    bright = any(card.start < entity.end and entity.start < card.end for card in disputed)
                    self._paint_mark(painter, document, line, entity, y, theme, bright=bright)

    def _paint_name(self, painter: QPainter, name: str, y: float, theme: Theme) -> None:
        font = fonts.interface(fonts.CHIP_PIXELS)
        painter.setFont(font)
        painter.setPen(theme.colour("muted"))
        shown = QFontMetricsF(font).elidedText(self._names.get(name, name), Qt.TextElideMode.ElideRight, GUTTER - 10)
        side = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(2, y, GUTTER - 10, _BAND), side, shown)

    def _paint_mark(
        self,
        painter: QPainter,
        document: Document,
        line: Placed,
        entity: Entity,
        y: float,
        theme: Theme,
        *,
        bright: bool,
    ) -> None:
        kind = self._schema.entity_type(entity.label)
        ink = QColor(theme.ink(kind))
        painter.setOpacity(1.0 if bright else _FADED)
        for start, end in entity.ranges:
            band = document.band(line, start, end)
            if band is None:
                continue
            ground = QColor(ink)
            ground.setAlphaF(theme.chip_alpha)
            box = QRectF(band.x + 1, y, max(2.0, band.width - 2), _BAND)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(box, 3, 3)
            paint_underline(painter, kind.pattern, box.left(), box.right(), box.bottom() + 1, ink)
            if start == entity.start:
                font = fonts.interface(fonts.CHIP_PIXELS, QFont.Weight.DemiBold)
                painter.setFont(font)
                painter.setPen(ink)
                name = kind.short.in_language(document.composer.language)
                room = box.adjusted(5, 0, -2, 0)
                shown = QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideRight, room.width())
                painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.setOpacity(1.0)


def _place(entity: Entity) -> tuple[int, int]:
    return entity.start, entity.end
