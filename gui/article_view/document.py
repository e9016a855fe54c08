"""The laid-out article: blocks from top to bottom, exact where they were looked at, estimated elsewhere. No widget."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np

from ...models.change import Change
from ...models.layer import Entity, Relation
from ..open_article import OpenArticle
from .blocks import Block, Line, make_blocks
from .compose import Composer
from .geometry import Box
from .marks import MarkIndex, ProposalIndex
from .metrics import BLANK, BOTTOM, GUTTER, LANE, MARGIN, MIN_COLUMN, TOP, Fonts

Numbers = np.ndarray[Any, np.dtype[Any]]


class Placed(NamedTuple):
    """A line with its block and the y of its top in the document."""

    at: int
    block: Block
    line: Line
    top: float

    @property
    def baseline(self) -> float:
        """The y of its baseline in the document."""
        return self.top + self.line.baseline


class Document:
    """Blocks, their heights, and the marks on them."""

    def __init__(self, opened: OpenArticle, fonts: Fonts, composer: Composer, width: float) -> None:
        self.opened, self.fonts, self.composer = opened, fonts, composer
        self.view_width = width
        self.blocks = make_blocks(opened.article)
        self._starts = [block.start for block in self.blocks]
        self.index = MarkIndex(opened.layer, self._starts)
        self.proposals = ProposalIndex(opened.suggestions, self.block_of)
        self.room_below: Callable[[int, int], float] | None = None  # what a line of [start, end) needs under it
        self._known = np.zeros(len(self.blocks), bool)
        self._heights: Numbers = np.zeros(len(self.blocks))
        self.tops = np.zeros(len(self.blocks) + 1)
        self._estimate()

    @property
    def column(self) -> float:
        """The width that text is wrapped to."""
        return float(max(MIN_COLUMN, min(self.fonts.reading.column, self.view_width - GUTTER - MARGIN)))

    @property
    def height(self) -> float:
        """The height of all, margins included."""
        return float(self.tops[-1]) + BOTTOM

    def resize(self, width: float) -> None:
        """Take another width; blocks are wrapped again when they are looked at."""
        if width == self.view_width:
            return
        before, self.view_width = self.column, width
        if before != self.column:
            self.forget()

    def forget(self) -> None:
        """Wrap and decorate every block anew when it is looked at."""
        for block in self.blocks:
            block.reflow()
        self._known[:] = False
        self._estimate()

    def _estimate(self) -> None:
        per_line = max(1.0, self.column / self.fonts.advance)
        lengths = np.array([block.end - block.start for block in self.blocks])
        lines = np.ceil(np.maximum(lengths, 1) / per_line)
        pitch = self.fonts.body.up + self.fonts.body.down + self.fonts.reading.plain_gap
        marked = np.minimum(lines, np.array(self.index.counts(len(self.blocks))))
        guess = lines * pitch + marked * (LANE + 8) + self.fonts.reading.paragraph_gap
        blank = np.array([block.kind == "blank" for block in self.blocks], bool)
        guess[blank] = BLANK
        np.copyto(self._heights, guess, where=~self._known)
        self._sum()

    def _sum(self) -> None:
        self.tops[0] = TOP
        np.cumsum(self._heights, out=self.tops[1:])
        self.tops[1:] += TOP

    def ensure(self, index: int) -> float:
        """Lay out one block and return by how much its height has changed."""
        if self._known[index]:
            return 0.0
        block = self.blocks[index]
        block.lay(self.opened.article.text, self.opened.tokens, self.fonts, self.column)
        for line in block.lines:
            if line.decoration is None and block.kind != "blank":
                made = self.composer.compose(self, index, block, line)
                if self.room_below is not None:
                    made = made._replace(below=made.below + self.room_below(line.row.start, line.row.end))
                line.decoration = made
        height = block.stack(self.fonts)
        grown = height - float(self._heights[index])
        self._known[index] = True
        if grown:
            self._heights[index] = height
            self._sum()
        return grown

    def is_known(self, offset: int) -> bool:
        """Tell whether the block that an offset lies in is laid out."""
        return bool(self._known[self.block_of(offset)])

    def unknown(self, near: int) -> int | None:
        """Return the block nearest to *near* that is not laid out yet."""
        missing = np.flatnonzero(~self._known)
        return int(missing[np.argmin(np.abs(missing - near))]) if len(missing) else None

    def block_at(self, y: float) -> int:
        """Return the block that a y lies in."""
        found = int(np.searchsorted(self.tops, y, "right")) - 1
        return max(0, min(found, len(self.blocks) - 1))

    def block_of(self, offset: int) -> int:
        """Return the block that an offset lies in."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def paragraph_of(self, offset: int) -> int:
        """Return the number in the margin of the paragraph that an offset lies in."""
        index = self.block_of(offset)
        while index > 0 and not self.blocks[index].number:
            index -= 1
        return self.blocks[index].number

    def visible(self, top: float, bottom: float) -> Iterator[Placed]:
        """Lay out and yield the lines between two y."""
        index = self.block_at(top)
        while index < len(self.blocks) and self.tops[index] < bottom:
            self.ensure(index)
            block, at = self.blocks[index], float(self.tops[index])
            for line in block.lines:
                if at + line.top >= bottom:
                    break
                if at + line.top + line.height > top:
                    yield Placed(index, block, line, at + line.top)
            index += 1

    def line_of(self, offset: int) -> Placed:
        """Return the line that an offset lies on."""
        index = self.block_of(offset)
        self.ensure(index)
        block = self.blocks[index]
        line = block.lines[block.line_index(offset)]
        return Placed(index, block, line, float(self.tops[index]) + line.top)

    def line_at(self, y: float) -> Placed:
        """Return the line that a y lies on or is nearest to."""
        index = self.block_at(y)
        self.ensure(index)
        block, top = self.blocks[index], float(self.tops[index])
        line = next((line for line in block.lines if y < top + line.top + line.height), block.lines[-1])
        return Placed(index, block, line, top + line.top)

    def x_of(self, placed: Placed, offset: int) -> float:
        """Return the x of a position on a line, in the view."""
        shaped, row = placed.block.shaped, placed.line.row
        if shaped is None or row.start == row.end:
            return float(GUTTER)
        if offset >= row.end:
            return GUTTER + row.x1 - row.x0
        if offset <= row.start:
            return float(GUTTER)
        return GUTTER + shaped.span(row, row.start, offset)[1]

    def band(self, placed: Placed, start: int, end: int) -> Box | None:
        """Return where [start, end) stands on a line, in the document."""
        shaped, row = placed.block.shaped, placed.line.row
        if shaped is None or start >= row.end or end <= row.start:
            return None
        x0, x1 = shaped.span(row, start, end)
        face = placed.block.face(self.fonts)
        return Box(GUTTER + x0, placed.baseline - face.up, x1 - x0, face.up + face.down)

    def apply(self, change: Change) -> None:
        """Take a change of marks: only the lines that it touches are decorated again."""
        for row in change.rows:
            if row.kind == "entity":
                for entity in (row.before, row.after):
                    if isinstance(entity, Entity):
                        self.touch_entity(entity)
                self.index.replace_entity(
                    row.before if isinstance(row.before, Entity) else None,
                    row.after if isinstance(row.after, Entity) else None,
                )
            elif row.kind == "relation":
                before = row.before if isinstance(row.before, Relation) else None
                after = row.after if isinstance(row.after, Relation) else None
                self.index.replace_relation(before, after)
                for relation in (before, after):
                    if relation is not None:
                        self._touch_ends(relation.head, relation.tail)

    def touch_entity(self, entity: Entity) -> None:
        """Decorate again the lines of an entity and of those that it is related to."""
        self.touch(entity.start, entity.end)
        for relation_id in self.index.relations_of(entity.id):
            relation = self.opened.layer.relations.get(relation_id)
            if relation is not None:
                self._touch_ends(relation.head, relation.tail)

    def _touch_ends(self, *ids: str) -> None:
        for entity_id in ids:
            entity = self.opened.layer.entities.get(entity_id)
            if entity is not None:
                self.touch(entity.start, entity.start + 1)

    def touch(self, start: int, end: int) -> None:
        """Decorate the lines of [start, end) again."""
        for index in range(self.block_of(start), self.block_of(max(start, end - 1)) + 1):
            self._known[index] = False
            for line in self.blocks[index].lines:
                if line.row.start < end and start < line.row.end:
                    line.decoration = None

    def propose(self) -> None:
        """Take the article's present suggestions: only the lines whose suggestions differ are decorated again."""
        before, now = self.proposals, ProposalIndex(self.opened.suggestions, self.block_of)
        self.proposals = now
        for one in set(before.list) ^ set(now.list):
            self.touch(one.start, one.end)

    def touch_all(self) -> None:
        """Decorate every line again: names or language of the labels have changed."""
        for block in self.blocks:
            for line in block.lines:
                line.decoration = None
        self._known[:] = False

    def edges(self, index: int) -> list[int]:
        """Return the edges of a block's units."""
        return self.blocks[index].edges(self.opened.article.text, self.opened.tokens)

    def entities_on(self, placed: Placed) -> Iterable[Entity]:
        """Return the entities that touch a line."""
        row, entities = placed.line.row, self.opened.layer.entities
        for entity_id in self.index.in_block(placed.at):
            entity = entities[entity_id]
            if entity.start < row.end and row.start < entity.end:
                yield entity
