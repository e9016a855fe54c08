"""Wrapping: greedy, at unit boundaries; whitespace hangs, what is wider than the column is cut at graphemes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
# (offset, x) of the graphemes of one unit, its end included.
Split = Callable[[int], Sequence[tuple[int, float]]]
_SLACK = 0.01


class Row(NamedTuple):
    """One visual line: [start, end) of the text, the units it touches, and its ink from x0 to x1 in the block's x."""

    start: int
    end: int
    first: int
    last: int
    x0: float
    x1: float


class Stretch(NamedTuple):
    """Units that are wrapped: edges (one more than units), their left and right x, and which are whitespace.

    `groups` are the first units of runs that stay together (right-to-left runs, a word with its brackets), with the
    number of units at the end; None where each unit stands alone.
    """

    edges: Sequence[int]
    left: Floats
    right: Floats
    space: NDArray[np.bool_]
    groups: Sequence[int] | None = None


def wrap(stretch: Stretch, width: float, split: Split) -> list[Row]:
    """Return the rows of a stretch in a column of *width*."""
    count = len(stretch.edges) - 1
    if count <= 0:
        return [Row(stretch.edges[0], stretch.edges[0], 0, 0, 0.0, 0.0)]
    ends = _group_ends(stretch)
    rights = np.maximum.accumulate(stretch.right)
    rows: list[Row] = []
    first = 0
    while first < count:
        x0 = float(stretch.left[first : ends[first]].min())
        after = int(np.searchsorted(rights, x0 + width + _SLACK, "right"))
        after = _to_group(ends, first, after)
        if after <= first:
            first = _break_group(stretch, rows, first, ends[first], width, split)
            continue
        inked = after
        while after < count and stretch.space[after]:
            after += 1
        while inked > first + 1 and stretch.space[inked - 1]:
            inked -= 1
        x1 = float(rights[inked - 1])
        rows.append(Row(stretch.edges[first], stretch.edges[after], first, after, x0, x1))
        first = after
    return rows


def _group_ends(stretch: Stretch) -> Sequence[int]:
    """Return, for each unit, the end of the group that it belongs to."""
    count = len(stretch.edges) - 1
    if stretch.groups is None:
        return range(1, count + 1)
    ends = [0] * count
    for low, high in zip(stretch.groups, stretch.groups[1:], strict=False):
        ends[low:high] = [high] * (high - low)
    return ends


def _to_group(ends: Sequence[int], first: int, after: int) -> int:
    """Return *after* moved back to the end of a whole group."""
    while after > first and after < len(ends) and ends[after - 1] != after:
        after -= 1
    return after


def _break_group(stretch: Stretch, rows: list[Row], first: int, end: int, width: float, split: Split) -> int:
    """Lay what is wider than the column: by units as far as they fit, a unit too wide by graphemes; return the next."""
    unit = first
    while unit < end:
        after = unit
        while after < end and _extent(stretch, unit, after + 1)[1] - _extent(stretch, unit, after + 1)[0] <= width:
            after += 1
        if after == unit:
            _break_unit(rows, unit, width, split)
            unit += 1
            continue
        x0, x1 = _extent(stretch, unit, after)
        rows.append(Row(stretch.edges[unit], stretch.edges[after], unit, after, x0, x1))
        unit = after
    return end


def _extent(stretch: Stretch, first: int, last: int) -> tuple[float, float]:
    return float(stretch.left[first:last].min()), float(stretch.right[first:last].max())


def _break_unit(rows: list[Row], unit: int, width: float, split: Split) -> None:
    points = split(unit)
    at = 0
    while at < len(points) - 1:
        x0 = points[at][1]
        after = at + 1
        while after + 1 < len(points) and points[after + 1][1] - x0 <= width:
            after += 1
        rows.append(Row(points[at][0], points[after][0], unit, unit + 1, x0, max(x0, points[after][1])))
        at = after
