"""The ranges of an entity of several pieces, as they are after one piece came, went or was moved."""

from __future__ import annotations

from collections.abc import Iterable

from .layer import Entity, Fragment


def with_fragment(entity: Entity, fragment: Fragment) -> tuple[Fragment, ...]:
    """Return the entity's ranges and one more; what touches or overlaps becomes one."""
    return joined((*entity.ranges, fragment))


def without_fragment(entity: Entity, index: int) -> tuple[Fragment, ...]:
    """Return the entity's ranges but for the one at *index*; none where it was the only one."""
    return tuple(ranges for at, ranges in enumerate(entity.ranges) if at != index)


def with_range(entity: Entity, index: int, fragment: Fragment) -> tuple[Fragment, ...]:
    """Return the entity's ranges with another one in place of that at *index*."""
    return joined((*without_fragment(entity, index), fragment))


def joined(ranges: Iterable[Fragment]) -> tuple[Fragment, ...]:
    """Return ranges in order, those that touch or overlap as one."""
    found: list[Fragment] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)
