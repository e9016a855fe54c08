"""Forced-cut tokens: the units that coefficients count, cut wherever an entity begins or ends.

An article's tokens are cut at every edge of every compared layer, so that no entity shares a unit with what is beside
it and the numbers do not hang on how the tokenizer cut a name.  Each unit has a category: the set of labels over it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .agreement_matching import Span


class Tokens(NamedTuple):
    """An article's tokens as two columns of offsets in code points."""

    starts: Sequence[int]
    ends: Sequence[int]

    def holds(self, at: int) -> bool:
        """Whether *at* lies inside a token, which is cut there."""
        place = bisect_right(self.starts, at) - 1
        return place >= 0 and self.starts[place] < at < self.ends[place]

    def units(self, start: int, end: int) -> int:
        """Return how many tokens lie in [start, end) when they are cut at both."""
        return bisect_left(self.starts, end) - bisect_left(self.starts, start) + self.holds(start)


def stretches(tokens: Tokens, people: Sequence[Sequence[Span]], bits: Mapping[str, int]) -> dict[tuple[int, ...], int]:
    """Return how many units have which categories by person, each a sum of the labels' *bits* (0: no label)."""
    edges = sorted({edge for spans in people for span in spans for piece in span.ranges for edge in piece})
    place = {edge: number for number, edge in enumerate(edges)}
    columns = []
    for spans in people:
        column = [0] * len(edges)
        for span in spans:
            bit = bits[span.label]
            for start, end in span.ranges:
                for number in range(place[start], place[end]):
                    column[number] |= bit
        columns.append(column)
    counted: dict[tuple[int, ...], int] = {}
    inside = cut = 0
    for number, categories in enumerate(zip(*columns, strict=True)):
        cut += tokens.holds(edges[number])
        if any(categories):
            units = tokens.units(edges[number], edges[number + 1])
            inside += units
            if units:
                counted[categories] = counted.get(categories, 0) + units
    nothing = len(tokens.starts) + cut - inside
    if nothing:
        counted[(0,) * len(people)] = nothing
    return counted
