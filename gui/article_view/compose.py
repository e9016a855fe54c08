"""From marks to decorations: gathers what one line shows of the layer and has it laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetricsF

from ...models.layer import Entity, Relation
from ...models.schema import Schema
from ...models.text import grapheme_starts
from ..translate import tr
from .blocks import Block, Line
from .decorations import decorate
from .geometry import Arrow, Box, Decoration, Link, Part, Proposed, Stub
from .metrics import CHIP, CHIP_PAD, GUTTER, MARGIN, PILL_ARROW, PILL_PAD, PILL_WIDTH, PILLS, Fonts

if TYPE_CHECKING:
    from .document import Document

_SURFACE = 60
_ARC_PAD = 8.0
_TAG_ROOM = 40  # of the confirm and dismiss marks in the tag of a proposed exclusion


class Composer:
    """Knows what labels are called in the user's language, and how wide they are."""

    def __init__(self, schema: Schema, fonts: Fonts, language: str) -> None:
        self.schema, self.language = schema, language
        self._chip_metrics, self._small_metrics = QFontMetricsF(fonts.chip), QFontMetricsF(fonts.small)
        self._chips: dict[str, float] = {}
        self._widths: dict[str, float] = {}

    def chip_text(self, label: str) -> str:
        """Return what the chip of an entity type says."""
        return self.schema.entity_type(label).short.in_language(self.language)

    def relation_text(self, label: str) -> str:
        """Return what a relation type is called."""
        return self.schema.relation_type(label).name.in_language(self.language)

    def arc_text(self, label: str, width: float) -> str:
        """Return what a relation type is called, cut to the width of its label on an arc."""
        return self.elided(self.relation_text(label), width - _ARC_PAD + 1)

    def chip_width(self, label: str) -> float:
        """Return how wide the chip of an entity type is."""
        width = self._chips.get(label)
        if width is None:
            width = self._chip_metrics.horizontalAdvance(self.chip_text(label)) + 2 * CHIP_PAD
            self._chips[label] = width
        return width

    def small_width(self, text: str) -> float:
        """Return how wide a small text is."""
        width = self._widths.get(text)
        if width is None:
            if len(self._widths) > 5000:
                self._widths.clear()
            width = self._widths[text] = self._small_metrics.horizontalAdvance(text)
        return width

    def pill_parts(self, relation: Relation, other: Entity, text: str) -> tuple[str, str]:
        """Return (relation name, other end's text) of a pill, cut at graphemes to what fits."""
        name = self.relation_text(relation.label)
        surface = " ".join(other.surface(text)[:_SURFACE].split())
        room = PILL_WIDTH - 2 * PILL_PAD - PILL_ARROW
        name = self.elided(name, room * 0.6)
        return name, self.elided(surface, room - self.small_width(name))

    def elided(self, text: str, width: float) -> str:
        """Return a text cut at a grapheme to a width, with three dots where it was cut."""
        if self.small_width(text) <= width:
            return text
        for at in reversed(list(grapheme_starts(text))):
            if self.small_width(text[:at].rstrip() + "…") <= width:
                return text[:at].rstrip() + "…"
        return "…"

    def _arrow(self, relation: Relation, entity_id: str) -> Arrow:
        if self.schema.relation_type(relation.label).symmetric:
            return "both"
        return "out" if relation.head == entity_id else "in"

    def pill_width(self, parts: tuple[str, str]) -> float:
        """Return how wide a pill is."""
        return self.small_width(parts[0]) + self.small_width(parts[1]) + 2 * PILL_PAD + PILL_ARROW

    def tag_text(self, state: str) -> str:
        """Return the note at the right of an excluded stretch."""
        return tr("Not news · not exported") if state == "confirmed" else tr("Not news?")

    def compose(self, document: Document, index: int, block: Block, line: Line) -> Decoration:
        """Return the decoration of one line."""
        face = block.face(document.fonts)
        parts = self._parts(document, index, block, line)
        links, stubs = self._relations(document, parts)
        right = max(document.column, document.view_width - GUTTER - MARGIN + 4)
        proposed, reading = self._proposed(document, index, block, line), document.fonts.reading
        return decorate(
            parts,
            links,
            stubs,
            up=face.up,
            down=face.down,
            left=0.0,
            right=right,
            gap=reading.marked_gap if parts or proposed else reading.plain_gap,
            text_right=line.row.x1 - line.row.x0,
            tag=self._tag_width(block, line),
            proposed=proposed,
        )

    def _proposed(self, document: Document, index: int, block: Block, line: Line) -> list[Proposed]:
        shaped, row = block.shaped, line.row
        found: list[Proposed] = []
        for one in document.proposals.in_block(index):
            if shaped is None or one.start >= row.end or one.end <= row.start:
                continue
            x0, x1 = shaped.span(row, one.start, one.end)
            width = self.proposed_width(one.label, one.score)
            chip = Box(x0, 0, width, CHIP) if row.start <= one.start else None
            found.append(Proposed(one, x0, x1, chip))
        return found

    def proposed_text(self, label: str, score: float) -> str:
        """Return what the chip of a suggestion says."""
        return f"{self.chip_text(label)} {score:.2f}"

    def proposed_width(self, label: str, score: float) -> float:
        """Return how wide the chip of a suggestion is."""
        return self.chip_width(label) + self.small_width(f" {score:.2f}") + 4

    def _tag_width(self, block: Block, line: Line) -> float:
        for exclusion in block.exclusions:
            begins = line.row.start <= max(exclusion.start, block.start) < max(line.row.end, line.row.start + 1)
            if begins and exclusion.start >= block.start:
                room = _TAG_ROOM if exclusion.state == "proposed" else 0
                return self.small_width(self.tag_text(exclusion.state)) + 2 * PILL_PAD + room
        return 0.0

    def _parts(self, document: Document, index: int, block: Block, line: Line) -> list[Part]:
        shaped, row = block.shaped, line.row
        entities = document.opened.layer.entities
        parts: list[Part] = []
        if shaped is None:
            return parts
        for entity_id in document.index.in_block(index):
            entity = entities[entity_id]
            if entity.start >= row.end or entity.end <= row.start:
                continue
            ranges = tuple(
                shaped.span(row, start, end) for start, end in entity.ranges if start < row.end and end > row.start
            )
            if not ranges:
                continue
            chip = self.chip_width(entity.label) if row.start <= entity.start < row.end else None
            parts.append(Part(entity.id, entity.label, entity.start, entity.end, ranges, chip))
        parts.sort(key=lambda part: (part.start, part.end, part.id))
        return parts

    def _relations(self, document: Document, parts: list[Part]) -> tuple[list[Link], list[Stub]]:
        layer, text = document.opened.layer, document.opened.article.text
        here = {part.id for part in parts if part.chip is not None}
        links: dict[str, Link] = {}
        stubs: list[Stub] = []
        for part in parts:
            count = 0
            for relation_id in document.index.relations_of(part.id) if part.id in here else ():
                relation = layer.relations[relation_id]
                other_id = relation.tail if relation.head == part.id else relation.head
                other = layer.entities.get(other_id)
                if other is None:
                    continue
                if other_id in here and not nested(layer.entities[part.id], other):
                    width = self.small_width(self.relation_text(relation.label)) + _ARC_PAD
                    symmetric = self.schema.relation_type(relation.label).symmetric
                    links[relation_id] = Link(relation_id, relation.head, relation.tail, width, symmetric)
                    continue
                count += 1
                if count <= PILLS:
                    names = self.pill_parts(relation, other, text)
                    stubs.append(
                        Stub(relation_id, part.id, self.pill_width(names), *names, self._arrow(relation, part.id))
                    )
            if count > PILLS:
                name = f"+{count - PILLS}"
                width = self.small_width(name) + 2 * PILL_PAD
                stubs.append(Stub(part.id, part.id, width, name, more=True))
        return list(links.values()), stubs


def nested(one: Entity, other: Entity) -> bool:
    """Tell whether one of two entities lies within the other."""
    return (one.start <= other.start and other.end <= one.end) or (other.start <= one.start and one.end <= other.end)
