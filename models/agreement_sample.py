"""Sums over articles, and how far they would stray had other articles been drawn: a bootstrap by article."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np

from .agreement_coefficients import Counts, value
from .errors import Message

SEED = 20_260_101
DRAWS = 1000
_AT_ONCE = 50


class Score(NamedTuple):
    """A number with its interval (95 %, by article), how much it rests on, and why it is None where it is.

    `n` counts marks for F1 and units for coefficients.
    """

    value: float | None
    n: int
    low: float | None = None
    high: float | None = None
    why: Message | None = None


class Table:
    """Counts by article and column; both grow as they come, and what was never counted is 0."""

    def __init__(self) -> None:
        self._cells: defaultdict[str, tuple[array[int], array[float]]] = defaultdict(lambda: (array("I"), array("d")))
        self._articles: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self._articles)

    def add(self, article: int, counts: Mapping[str, float]) -> None:
        """Add counts of an article to columns by name."""
        row = self._articles.setdefault(article, len(self._articles))
        for column, count in counts.items():
            if count:
                rows, values = self._cells[column]
                rows.append(row)
                values.append(count)

    def columns(self, *prefixes: str) -> list[str]:
        """Return the names of the columns that begin with one of the prefixes."""
        return [name for name in self._cells if name.startswith(prefixes)]

    def matrix(self, columns: list[str]) -> Counts:
        """Return counts as articles × columns."""
        made = np.zeros((len(self._articles), len(columns)))
        for number, column in enumerate(columns):
            if column in self._cells:
                rows, counts = self._cells[column]
                np.add.at(made[:, number], np.frombuffer(rows, np.uint32), np.frombuffer(counts))
        return made


def score(matrix: Counts, measure: Callable[[Counts], Counts], n: int, why: Message) -> Score:
    """Return a measure of the column sums with its interval; *measure* takes sums along the last axis.

    *why* says what is wrong where the measure is undefined.
    """
    found = value(measure(matrix.sum(axis=0)))
    if found is None:
        return Score(None, n, why=why)
    low, high = _interval(matrix, measure)
    return Score(found, n, low, high)


def _interval(matrix: Counts, measure: Callable[[Counts], Counts]) -> tuple[float | None, float | None]:
    """Return the 2.5th and 97.5th percentile over drawn articles; None with fewer than two to draw from."""
    articles = len(matrix)
    if articles < 2:
        return None, None
    drawn = np.random.default_rng(SEED)
    measured = []
    for _ in range(0, DRAWS, _AT_ONCE):
        picks = drawn.integers(0, articles, (_AT_ONCE, articles))
        picks += np.arange(_AT_ONCE)[:, None] * articles
        weights = np.bincount(picks.ravel(), minlength=_AT_ONCE * articles).reshape(_AT_ONCE, articles)
        measured.append(measure(weights.astype(float) @ matrix))
    values = np.concatenate(measured)
    values = values[~np.isnan(values)]
    if not len(values):
        return None, None
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)
