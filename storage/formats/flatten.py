"""Choosing entities that do not overlap, for formats in which a token has one tag."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from ...models.layer import Entity
from .contract import Nested


def flatten(entities: Iterable[Entity], nested: Nested) -> tuple[list[Entity], list[tuple[Entity, Entity]]]:
    """Return the entities to write, in file order, and each other one with the kept one in its way.

    “outermost” prefers the longer of two, “innermost” the shorter; equal ranges are decided by label and id.
    """
    sign = 1 if nested == "innermost" else -1
    kept: list[tuple[int, int, Entity]] = []
    dropped = []
    for entity in sorted(entities, key=lambda e: (sign * (e.end - e.start), e.start, e.label, e.id)):
        at = bisect_left(kept, (entity.start, entity.end))
        if at > 0 and kept[at - 1][1] > entity.start:
            dropped.append((entity, kept[at - 1][2]))
        elif at < len(kept) and kept[at][0] < entity.end:
            dropped.append((entity, kept[at][2]))
        else:
            insort(kept, (entity.start, entity.end, entity), key=lambda entry: entry[:2])
    dropped.sort(key=lambda pair: pair[0].place)
    return [entity for _, _, entity in kept], dropped


def levels(entities: Iterable[Entity]) -> list[list[Entity]]:
    """Return the entities in as many flat levels as they need, the outermost first."""
    found = []
    left = list(entities)
    while left:
        kept, dropped = flatten(left, "outermost")
        found.append(kept)
        left = [entity for entity, _ in dropped]
    return found
