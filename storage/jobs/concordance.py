"""Concordance: hits of a search with how each stands in a person's layer, the first at once, the rest in batches."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from ...models.concordance import Hit
from ...models.schema import Schema
from ..project import Project
from .mark_places import Stand, stands
from .reporting import Cancelled, never
from .search import Found, SearchParams, hits, labelled

FIRST, BATCH = 50, 500
KEPT = 20_000  # rows that are handed over; what lies beyond is counted
_PATIENCE = 0.1  # seconds


class Row(NamedTuple):
    """One hit and how it stands."""

    hit: Hit
    stand: Stand

    @property
    def kind(self) -> str:
        """Return “marked”, “conflict”, or “free” for all else."""
        standing = self.stand.standing
        return standing if standing in ("marked", "conflict") else "free"

    @property
    def is_offered(self) -> bool:
        """Whether the row is ticked without being asked for: free, no part of a longer word, not in finished work."""
        return self.stand.standing == "free" and not self.stand.finished


class Batch(NamedTuple):
    """New rows, and how many hits and articles were found until now."""

    rows: list[Row]
    hits: int
    articles: int


def concordance(
    project: Project, params: SearchParams, label: str, by: str, cancelled: Cancelled = never
) -> Iterator[Batch]:
    """Yield what a search finds; *label* is what the places may be marked as in *by*'s layers.

    Raises BadInput where nothing is asked for, Stopped as soon as *cancelled* says so.
    """
    waiting: list[Found] = []
    held = sent = found = seen = 0
    last = time.perf_counter()
    with project.reading() as connection:
        for part in hits(connection, params, cancelled):
            found, seen = found + len(part.spans), seen + 1
            if sent + held < KEPT:
                waiting.append(part)
                held += len(part.spans)
            if held >= (BATCH if sent else FIRST) or time.perf_counter() - last > _PATIENCE:
                yield Batch(_rows(connection, project.schema, waiting, label, by), found, seen)
                waiting, sent, held, last = [], sent + held, 0, time.perf_counter()
        yield Batch(_rows(connection, project.schema, waiting, label, by), found, seen)


def _rows(connection: Connection, schema: Schema, found: Sequence[Found], label: str, by: str) -> list[Row]:
    held = labelled(connection, found, by)
    around = [stand for part in found for stand in stands(connection, schema, part.article, part.spans, label, by)]
    return [Row(hit, stand) for hit, stand in zip(held, around, strict=True)]
