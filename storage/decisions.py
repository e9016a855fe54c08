"""The reviewer's store: the case of an article with the revisions of its layers, and when each decision was made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import orjson
from sqlalchemy import Connection, select

from ..models.layer import GOLD
from ..models.review import Case, case_of
from ..models.schema import Schema
from . import articles, layers
from .tables import article, history, layer


class Made(NamedTuple):
    """When a decision got its present form: the change's number, its time in UTC, and who made it."""

    change: int
    at: str
    who: str


def case(connection: Connection, article_number: int, schema: Schema) -> Case:
    """Return what a reviewer has before them in an article."""
    return next(cases(connection, [article_number], schema))


def cases(connection: Connection, numbers: Sequence[int], schema: Schema) -> Iterator[Case]:
    """Yield the cases of several articles, in their order."""
    theirs = layers.read_many(connection, numbers)
    revisions: dict[int, dict[str, str]] = {}
    wanted = select(layer.c.article, layer.c.annotator, layer.c.revision).where(layer.c.article.in_(numbers))
    for number, annotator, revision in connection.execute(wanted):
        revisions.setdefault(number, {})[annotator] = revision
    for number in numbers:
        of = articles.read(connection, number)
        yield case_of(of, theirs.get(number, {}), schema, revisions.get(number, {}))


def to_adjudicate(connection: Connection) -> list[int]:
    """Return the articles in which somebody other than gold has a layer, by number."""
    wanted = (
        select(layer.c.article)
        .join_from(layer, article)
        .where(layer.c.annotator != GOLD, article.c.removed.is_(None))
        .distinct()
        .order_by(layer.c.article)
    )
    return list(connection.scalars(wanted))


def when_made(connection: Connection, article_number: int) -> dict[str, Made]:
    """Return for each decision of an article, also a withdrawn one, when it got its present form."""
    wanted = (
        select(history.c.number, history.c.at, history.c.who, history.c.change)
        .where(history.c.article == article_number, history.c.annotator == GOLD)
        .order_by(history.c.number)
    )
    made: dict[str, Made] = {}
    for number, at, who, change in connection.execute(wanted):
        for row in orjson.loads(change).get("rows", ()):
            if row[0] == "decision":
                made[row[1]] = Made(number, at, who)
    return made
