"""Krippendorff's unitizing alpha: agreement on where units of a category begin and end along a text.

Krippendorff 1995, “On the reliability of unitizing continuous data”, and 2004, Content Analysis, p. 251 ff.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

Unit = tuple[int, int]


class Disagreement(NamedTuple):
    """Observed and expected disagreement of one category on one continuum, and how many units there are."""

    observed: float
    expected: float
    units: int


def alpha_u(parts: Iterable[tuple[float, Disagreement]]) -> float | None:
    """Return alpha of categories and continua together, each with its weight.

    None with fewer than two units, which nothing can be compared with.  Within one continuum every category weighs
    the same: Krippendorff's alpha of all categories.
    """
    observed = expected = 0.0
    units = 0
    for weight, part in parts:
        observed += weight * part.observed
        expected += weight * part.expected
        units += part.units
    return 1 - observed / expected if expected > 0 and units > 1 else None


def united(units: Iterable[Unit]) -> list[Unit]:
    """Return the units in order, overlapping ones as one: within a category a person's units lie side by side."""
    result: list[Unit] = []
    for start, end in sorted(units):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        elif end > start:
            result.append((start, end))
    return result


def disagreement(people: Sequence[Sequence[Unit]], length: int) -> Disagreement:
    """Return what two or more people disagree on along a continuum of *length* code points.

    *people* hold the [start, end) units of one category each, in order and without overlap.
    """
    count = len(people)
    differing = sum(_differing(one, other) for place, one in enumerate(people) for other in people[place + 1 :])
    observed = 2 * differing / (count * (count - 1) * length**2)
    return Disagreement(observed, _expected(people, length), sum(len(units) for units in people))


def _differing(one: Sequence[Unit], other: Sequence[Unit]) -> float:
    """Sum the squared differences of two people: of edges where units meet, of lengths where one has none."""
    total = 0.0
    met = [False] * len(other)
    first = 0
    for start, end in one:
        while first < len(other) and other[first][1] <= start:
            first += 1
        at, alone = first, True
        while at < len(other) and other[at][0] < end:
            alone = False
            met[at] = True
            total += (start - other[at][0]) ** 2 + (end - other[at][1]) ** 2
            at += 1
        if alone:
            total += (end - start) ** 2
    return total + sum((end - start) ** 2 for (start, end), seen in zip(other, met, strict=True) if not seen)


def _expected(people: Sequence[Sequence[Unit]], length: int) -> float:
    units = np.array([end - start for theirs in people for start, end in theirs], float)
    if not len(units):
        return 0.0
    gaps = np.sort(np.array([gap for theirs in people for gap in _gaps(theirs, length)], float))
    # For each unit: the sum over all gaps that can hold it of the places where it could lie there.
    first = np.searchsorted(gaps, units)
    behind = np.concatenate([np.cumsum(gaps[::-1])[::-1], [0.0]])
    places = behind[first] - (len(gaps) - first) * (units - 1)
    upper = (len(units) - 1) / 3 * (2 * units**3 - 3 * units**2 + units) + units**2 * places
    whole = len(people) * length
    lower = whole * (whole - 1) - (units * (units - 1)).sum()
    return float(2 / length * upper.sum() / lower) if lower > 0 else 0.0


def _gaps(units: Sequence[Unit], length: int) -> list[int]:
    edges = [0, *(edge for unit in units for edge in unit), length]
    return [end - start for start, end in list(pairwise(edges))[::2] if end > start]
