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
        self._whole: tuple[Counts, dict[str, int]] | None = None
        self._draws: Counts | None = None

    def __len__(self) -> int:
        return len(self._articles)

    def add(self, article: int, counts: Mapping[str, float]) -> None:
        """Add counts of an article to columns by name."""
        self._whole = self._draws = None
        row = self._articles.setdefault(article, len(self._articles))
        for column, count in counts.items():
            if count:
                rows, values = self._cells[column]
                rows.append(row)
                values.append(count)

    def columns(self, *prefixes: str) -> list[str]:
        """Return the names of the columns that begin with one of the prefixes."""
        return [name for name in self._cells if name.startswith(prefixes)]

    def sums(self, columns: list[str]) -> Counts:
        """Return the sums of columns over all articles."""
        whole, places = self._matrix()
        return _picked(whole.sum(axis=0), columns, places)

    def drawn(self, columns: list[str]) -> Counts | None:
        """Return the sums of columns over drawn articles, a draw a row; None with fewer than two to draw from."""
        whole, places = self._matrix()
        if self._draws is None:
            self._draws = _drawn(whole)
        return None if len(whole) < 2 else _picked(self._draws, columns, places)

    def _matrix(self) -> tuple[Counts, dict[str, int]]:
        if self._whole is not None:
            return self._whole
        places = {column: number for number, column in enumerate(self._cells)}
        whole = np.zeros((len(self._articles), len(places)))
        for column, (rows, counts) in self._cells.items():
            np.add.at(whole[:, places[column]], np.frombuffer(rows, np.uint32), np.frombuffer(counts))
        self._whole = whole, places
        return self._whole


def _picked(sums: Counts, columns: list[str], places: Mapping[str, int]) -> Counts:
    """Return some columns (last axis) in their order; one that was never counted is 0."""
    made = np.zeros((*sums.shape[:-1], len(columns)))
    for number, column in enumerate(columns):
        if column in places:
            made[..., number] = sums[..., places[column]]
    return made


def _drawn(whole: Counts) -> Counts:
    """Return the column sums of as many articles drawn with replacement, once for each draw; always the same."""
    articles = len(whole)
    random = np.random.default_rng(SEED)
    made = []
    for _ in range(0, DRAWS if articles else 0, _AT_ONCE):
        picks = random.integers(0, articles, (_AT_ONCE, articles))
        picks += np.arange(_AT_ONCE)[:, None] * articles
        weights = np.bincount(picks.ravel(), minlength=_AT_ONCE * articles).reshape(_AT_ONCE, articles)
        # Not a matrix product: its threads would wait for each other on a busy machine, and round differently.
        made.append(np.einsum("da,ac->dc", weights.astype(float), whole))
    return np.concatenate(made) if made else np.zeros((0, whole.shape[1]))


def score(table: Table, columns: list[str], measure: Callable[[Counts], Counts], n: int, why: Message) -> Score:
    """Return a measure of column sums with its interval; *measure* takes the sums along the last axis.

    *why* says what is wrong where the measure is undefined.
    """
    found = value(measure(table.sums(columns)))
    if found is None:
        return Score(None, n, why=why)
    drawn = table.drawn(columns)
    if drawn is None:
        return Score(found, n)
    values = measure(drawn)
    values = values[~np.isnan(values)]
    if not len(values):
        return Score(found, n)
    low, high = np.percentile(values, [2.5, 97.5])
    return Score(found, n, float(low), float(high))
