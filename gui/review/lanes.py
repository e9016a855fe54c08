"""Lanes: below a line in dispute, one strip a person with what that person marked there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ...models.layer import Entity, Fragment
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
        self._marks = {name: _Marks(case.layers[name].entities.values()) for name in self._people}
        self._strong = fonts.interface(fonts.CHIP_PIXELS, QFont.Weight.DemiBold)
        self._strong_metrics = QFontMetricsF(self._strong)
        self._plain = fonts.interface(fonts.CHIP_PIXELS)
        self._plain_metrics = QFontMetricsF(self._plain)
        self._cards: list[Card] = []
        self._open: list[Card] = []
        self.follow(cards)
        self.focused: str = ""
        self.numbers: Mapping[str, int] = {}

    def follow(self, cards: Sequence[Card]) -> list[Fragment]:
        """Take the cards as they are now, and return the stretches of those that are others than before."""
        before = {card.id: card for card in self._cards}
        self._cards = [card for card in cards if card.versions and not card.ends]
        self._open = [card for card in self._cards if card.open]
        changed = [card for card in self._cards if before.pop(card.id, None) is not card]
        return [(card.start, card.end) for card in (*changed, *before.values())]

    def stretch(self, card_id: str) -> Fragment | None:
        """Return where a card stands; None for one that has no frame."""
        return next(((card.start, card.end) for card in self._cards if card.id == card_id), None)

    def height(self, start: int, end: int) -> float:
        """Return the room that a line of [start, end) needs below it."""
        disputed = any(card.start < end and start < card.end for card in self._open)
        return len(self._people) * LANE + 2 * PAD if disputed else 0.0

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
            here = [card for card in self._cards if card.start < row.end and row.start < card.end]
            disputed = [card for card in here if card.open]
            if disputed:
                self._paint_lanes(painter, document, line, scroll, theme, disputed)
            for card in here:
                self._paint_frame(painter, document, line, scroll, theme, card)
        painter.restore()

    def _paint_frame(
        self, painter: QPainter, document: Document, line: Placed, scroll: float, theme: Theme, card: Card
    ) -> None:
        focused = card.id == self.focused
        if not card.open and not focused:
            return
        band = document.band(line, card.start, card.end)
        if band is None:
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
        painter.setFont(self._strong)
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
            if card.id == self.focused and (band := document.band(line, card.start, card.end)) is not None:
                painter.fillRect(QRectF(band.x, top + 3, band.width, room - 6), theme.colour("warn_soft"))
        row = line.line.row
        for place, name in enumerate(self._people):
            y = top + PAD + place * LANE
            self._paint_name(painter, name, y, theme)
            here = sorted(self._marks[name].within(row.start, row.end), key=lambda one: (one.start, -one.end))
            bright = {one.id for one in here if any(c.start < one.end and one.start < c.end for c in disputed)}
            for entity in here:
                painter.setOpacity(1.0 if entity.id in bright else _FADED)
                self._paint_mark(painter, document, line, entity, y, theme)
            starts = sorted({entity.start for entity in here})
            for start, until in pairwise((*starts, row.end)):
                stacked = [entity for entity in here if entity.start == start]
                painter.setOpacity(1.0 if stacked[0].id in bright else _FADED)
                self._paint_labels(painter, document, line, stacked, until, y, theme)
            painter.setOpacity(1.0)

    def _paint_name(self, painter: QPainter, name: str, y: float, theme: Theme) -> None:
        painter.setFont(self._plain)
        painter.setPen(theme.colour("muted"))
        elide = Qt.TextElideMode.ElideRight
        shown = self._plain_metrics.elidedText(self._names.get(name, name), elide, GUTTER - 10)
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
    ) -> None:
        kind = self._schema.entity_type(entity.label)
        ink = QColor(theme.ink(kind))
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

    def _paint_labels(
        self,
        painter: QPainter,
        document: Document,
        line: Placed,
        stacked: Sequence[Entity],
        until: int,
        y: float,
        theme: Theme,
    ) -> None:
        """Write what one person calls what begins at a place, up to where their next mark begins."""
        first = stacked[0]
        band = document.band(line, first.start, min(max(one.ranges[0][1] for one in stacked), until))
        if band is None or line.line.row.start > first.start:
            return
        kinds = [self._schema.entity_type(one.label) for one in stacked]
        names = " · ".join(kind.short.in_language(document.composer.language) for kind in kinds)
        room = QRectF(band.x + 6, y, band.width - 9, _BAND)
        painter.setFont(self._strong)
        painter.setPen(QColor(theme.ink(kinds[0])) if len(kinds) == 1 else theme.colour("text"))
        shown = self._strong_metrics.elidedText(names, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)


class _Marks:
    """One person's entities, found by place."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._sorted = sorted(entities, key=lambda entity: (entity.start, entity.end))
        self._starts = [entity.start for entity in self._sorted]
        self._longest = max((entity.end - entity.start for entity in self._sorted), default=0)

    def within(self, start: int, end: int) -> Iterator[Entity]:
        """Yield what touches [start, end), in text order."""
        first = bisect_left(self._starts, start - self._longest)
        for entity in self._sorted[first : bisect_left(self._starts, end)]:
            if entity.end > start:
                yield entity
