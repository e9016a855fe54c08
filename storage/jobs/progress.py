"""Progress: how far people are, how many layers were finished on each day, and how many examples a label has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

import orjson
from sqlalchemy import Connection, and_, func, or_, select

from ...models.layer import GOLD
from .. import counters, people
from ..project import Project
from ..tables import article, assignment, entity, history, layer


class PersonProgress(NamedTuple):
    """One person's layers by status; `total` is their queue, or every article where they have none.

    `assigned` tells which, `last` is when they last did something, in ISO 8601.
    """

    name: str
    done: int
    in_progress: int
    total: int
    assigned: bool
    last: str | None

    @property
    def todo(self) -> int:
        """How many are not begun."""
        return max(0, self.total - self.done - self.in_progress)


class Day(NamedTuple):
    """How many layers were finished at the end of a day."""

    day: date
    done: int


class Progress(NamedTuple):
    """What there is to tell without comparing anybody; `labels` counts entities, each place of an article once.

    An article whose gold layer is finished counts with that one alone, another with all its finished layers.
    """

    articles: int
    people: tuple[PersonProgress, ...]
    days: tuple[Day, ...]
    labels: Mapping[str, int]


def progress(project: Project) -> Progress:
    """Return how far the project is; gold is nobody's work and in `labels` alone."""
    with project.reading() as connection:
        present = select(func.count()).where(article.c.removed.is_(None))
        total = int(connection.execute(present).scalar_one())
        return Progress(total, _people(connection, total), _days(connection), _labels(connection))


def newest_change(project: Project) -> int:
    """Return the number of the last change, by which what was computed before is known to hold still."""
    with project.reading() as connection:
        return counters.last(connection, "change")


def _people(connection: Connection, total: int) -> tuple[PersonProgress, ...]:
    queues = _queues(connection)
    last = dict(connection.execute(select(history.c.who, func.max(history.c.at)).group_by(history.c.who)).all())
    theirs = and_(assignment.c.article == layer.c.article, assignment.c.annotator == layer.c.annotator)
    given = and_(theirs, assignment.c.turn % 2 == 1)
    wanted = (
        select(layer.c.annotator, layer.c.status, assignment.c.turn.is_not(None), func.count())
        .select_from(layer.join(article).join(assignment, given, isouter=True))
        .where(article.c.removed.is_(None))
        .group_by(layer.c.annotator, layer.c.status, assignment.c.turn.is_not(None))
    )
    work: defaultdict[tuple[str, str], int] = defaultdict(int)
    for name, status, is_given, count in connection.execute(wanted):
        if is_given or name not in queues:
            work[name, status] += count
    names = {who.name for who in people.listed(connection)} | {name for name, _ in work} | queues.keys()
    # A reviewer who tags nothing is nobody to wait for.
    shown = sorted(
        name
        for name in names - {GOLD}
        if name in queues or any(work[name, status] for status in ("todo", "in_progress", "done"))
    )
    return tuple(
        PersonProgress(
            name, work[name, "done"], work[name, "in_progress"], queues.get(name, total), name in queues, last.get(name)
        )
        for name in shown
    )


def _queues(connection: Connection) -> dict[str, int]:
    wanted = (
        select(assignment.c.annotator, func.count())
        .join_from(assignment, article)
        .where(article.c.removed.is_(None), assignment.c.turn % 2 == 1)
        .group_by(assignment.c.annotator)
    )
    return {name: int(count) for name, count in connection.execute(wanted)}


def _days(connection: Connection) -> tuple[Day, ...]:
    """Return the days on which somebody set a status; what an import brought was finished before the first of them."""
    lines = (
        select(history.c.at, history.c.change)
        .join_from(history, article, history.c.article == article.c.number)
        .where(history.c.what == "status", history.c.live, history.c.annotator != GOLD, article.c.removed.is_(None))
        .order_by(history.c.at, history.c.number)
        .execution_options(yield_per=1000)
    )
    steps: defaultdict[date, int] = defaultdict(int)
    for at, change in connection.execute(lines):
        for kind, _, before, after in orjson.loads(change)["rows"]:
            if kind == "layer":
                day = datetime.fromisoformat(at).astimezone().date()
                steps[day] += _is_done(after) - _is_done(before)
    finished = select(func.count()).select_from(layer.join(article))
    here = (layer.c.status == "done", layer.c.annotator != GOLD, article.c.removed.is_(None))
    level = int(connection.execute(finished.where(*here)).scalar_one()) - sum(steps.values())
    found = []
    for day, by in sorted(steps.items()):
        level += by
        found.append(Day(day, max(0, level)))
    return tuple(found)


def _is_done(head: Mapping[str, object] | None) -> bool:
    return head is not None and head.get("status") == "done"


def _labels(connection: Connection) -> dict[str, int]:
    gold = select(layer.c.article).where(layer.c.annotator == GOLD, layer.c.status == "done")
    places = (
        select(layer.c.article, entity.c.label, entity.c.start, entity.c.end)
        .select_from(entity.join(layer, entity.c.layer == layer.c.number).join(article))
        .where(
            article.c.removed.is_(None),
            layer.c.status == "done",
            or_(layer.c.annotator == GOLD, layer.c.article.not_in(gold)),
        )
        .distinct()
        .subquery()
    )
    wanted = select(places.c.label, func.count()).group_by(places.c.label)
    return {label: int(count) for label, count in connection.execute(wanted)}
