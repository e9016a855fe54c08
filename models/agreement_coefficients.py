"""Chance-corrected agreement from counts. A coefficient that cannot be computed is None, never 0 or 1."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.float64]


def _ratio(upper: Any, lower: Any) -> Counts:
    """Divide, giving NaN where the divisor is nothing."""
    upper, lower = np.asarray(upper, float), np.asarray(lower, float)
    enough = np.abs(lower) > 1e-12
    return np.where(enough, upper / np.where(enough, lower, 1.0), np.nan)


def value(number: Any) -> float | None:
    """Return a number, or None for NaN."""
    number = float(number)
    return None if np.isnan(number) else number


def f1(matched: Any, first: Any, second: Any) -> Counts:
    """Return the F1 of *matched* among *first* and *second* marks; NaN where nobody marked anything."""
    return _ratio(2 * np.asarray(matched, float), np.asarray(first, float) + np.asarray(second, float))


def cohen(agreed: Any, total: Any, first: Counts, second: Counts) -> Counts:
    """Return Cohen's kappa (1960) from the agreeing units and both people's counts per category (last axis).

    NaN where both used one and the same category throughout: chance alone explains it all.
    """
    total = np.asarray(total, float)
    observed = _ratio(agreed, total)
    expected = _ratio((first * second).sum(axis=-1), total**2)
    return _ratio(observed - expected, 1 - expected)


def cohen_of(confusion: Any) -> float | None:
    """Return Cohen's kappa of a square matrix that counts (first's category, second's category)."""
    table = np.asarray(confusion, float)
    return value(cohen(np.trace(table), table.sum(), table.sum(axis=1), table.sum(axis=0)))


def scott_of(confusion: Any) -> float | None:
    """Return Scott's pi of a square matrix: as Cohen's kappa, with one distribution for both people."""
    table = np.asarray(confusion, float)
    both = (table.sum(axis=0) + table.sum(axis=1)) / 2
    return value(cohen(np.trace(table), table.sum(), both, both))


def fleiss(agreeing: Any, units: Any, categories: Counts) -> Counts:
    """Return Fleiss' kappa (1971) from the sum over units of the share of agreeing pairs of people.

    *categories* count all ratings (last axis); units may have been rated by different numbers of people.
    """
    observed = _ratio(agreeing, units)
    expected = _ratio((categories**2).sum(axis=-1), categories.sum(axis=-1) ** 2)
    return _ratio(observed - expected, 1 - expected)


def fleiss_of(ratings: Any) -> float | None:
    """Return Fleiss' kappa of a table units × categories that counts who chose what; single ratings are passed over."""
    table = np.asarray(ratings, float)
    people = table.sum(axis=1)
    table, people = table[people > 1], people[people > 1]
    agreeing = ((table * (table - 1)).sum(axis=1) / (people * (people - 1))).sum()
    return value(fleiss(agreeing, len(table), table.sum(axis=0)))


def alpha(differing: Any, categories: Counts) -> Counts:
    """Return Krippendorff's nominal alpha from the coincidences off the diagonal and those per category (last axis)."""
    total = categories.sum(axis=-1)
    expected = total**2 - (categories**2).sum(axis=-1)
    return 1 - _ratio((total - 1) * np.asarray(differing, float), expected)


def alpha_of(ratings: Any) -> float | None:
    """Return nominal alpha of a table units × categories that counts who chose what; single ratings are passed over."""
    table = np.asarray(ratings, float)
    people = table.sum(axis=1)
    table, people = table[people > 1], people[people > 1]
    agreeing = ((table * (table - 1)).sum(axis=1) / (people - 1)).sum()
    return value(alpha(table.sum() - agreeing, table.sum(axis=0)))
