"""An index over a layer's marks, kept up to date change by change, so that no gesture walks through all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from ...models.layer import Entity, Layer, Relation
from ...models.suggest import Suggestion

Place = tuple[int, int, str, str]


class MarkIndex:
    """Entities by block and in reading order, relations by entity."""

    def __init__(self, layer: Layer, block_starts: Sequence[int]) -> None:
        self._block_starts = block_starts
        self._blocks: defaultdict[int, set[str]] = defaultdict(set)
        self._relations: defaultdict[str, set[str]] = defaultdict(set)
        self.order: list[Place] = sorted(entity.place for entity in layer.entities.values())
        for entity in layer.entities.values():
            for block in self.blocks_of(entity):
                self._blocks[block].add(entity.id)
        for relation in layer.relations.values():
            self._relations[relation.head].add(relation.id)
            self._relations[relation.tail].add(relation.id)

    def blocks_of(self, entity: Entity) -> range:
        """Return the blocks that an entity touches."""
        first = bisect_right(self._block_starts, entity.start) - 1
        last = bisect_left(self._block_starts, entity.end)
        return range(max(0, first), max(first + 1, last))

    def in_block(self, block: int) -> Iterable[str]:
        """Return the ids of the entities that touch a block."""
        return self._blocks.get(block, ())

    def counts(self, blocks: int) -> list[int]:
        """Return how many entities touch each of the first *blocks* blocks."""
        return [len(self._blocks.get(block, ())) for block in range(blocks)]

    def relations_of(self, entity_id: str) -> list[str]:
        """Return the ids of the relations that begin or end at an entity."""
        return sorted(self._relations.get(entity_id, ()))

    def replace_entity(self, before: Entity | None, after: Entity | None) -> None:
        """Take one entity's change."""
        if before is not None:
            at = bisect_left(self.order, before.place)
            if at < len(self.order) and self.order[at] == before.place:
                del self.order[at]
            for block in self.blocks_of(before):
                self._blocks[block].discard(before.id)
        if after is not None:
            insort(self.order, after.place)
            for block in self.blocks_of(after):
                self._blocks[block].add(after.id)

    def replace_relation(self, before: Relation | None, after: Relation | None) -> None:
        """Take one relation's change."""
        if before is not None:
            self._relations[before.head].discard(before.id)
            self._relations[before.tail].discard(before.id)
        if after is not None:
            self._relations[after.head].add(after.id)
            self._relations[after.tail].add(after.id)

    def after(self, offset: int) -> str | None:
        """Return the first entity that begins at or after an offset."""
        at = bisect_left(self.order, (offset, -1, "", ""))
        return self.order[at][3] if at < len(self.order) else None

    def before(self, offset: int) -> str | None:
        """Return the last entity that begins before an offset."""
        at = bisect_left(self.order, (offset, -1, "", ""))
        return self.order[at - 1][3] if at > 0 else None

    def beside(self, entity: Entity, step: int) -> str | None:
        """Return the entity *step* places after one in reading order."""
        at = bisect_left(self.order, entity.place) + step
        return self.order[at][3] if 0 <= at < len(self.order) else None


class ProposalIndex:
    """Suggestions in the order of the text, by block; `list` must not be changed in place."""

    def __init__(self, suggestions: Sequence[Suggestion], block_of: Callable[[int], int]) -> None:
        self.list = suggestions
        self._blocks: defaultdict[int, list[Suggestion]] = defaultdict(list)
        for one in suggestions:
            for block in range(block_of(one.start), block_of(one.end - 1) + 1):
                self._blocks[block].append(one)

    def in_block(self, block: int) -> Sequence[Suggestion]:
        """Return the suggestions that touch a block."""
        return self._blocks.get(block, ())
