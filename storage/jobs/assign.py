"""Assign: who tags what, dealt out by rule, given and taken back by hand, and dealt anew where it lies idle.

Each is one step of the history, and `undo_assign` takes one back.  Queues are read by the article list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import orjson
from sqlalchemy import Connection, func, select

from ...models.deal import Dealt, deal
from ...models.errors import BadInput, Message, Translate
from ...models.records import Record
from .. import articles, assignments, counters, history, people
from ..articles import Listing
from ..project import Project
from ..tables import article, layer
from ..tables import history as history_table

Pair = tuple[str, str]  # an article's id and a person's name


@dataclass(frozen=True)
class AssignParams:
    """Whom to deal to, how many people an article needs, what the seed is, and how many articles one takes at most."""

    annotators: Sequence[str]
    per_article: int = 1
    seed: int = 0
    quotas: Mapping[str, int] = field(default_factory=dict)
    query: str | None = None


@dataclass
class AssignReport:
    """Everybody's queue afterwards, what was new in it, and articles that too few people have."""

    assignments: Dealt = field(default_factory=dict)
    new: Dealt = field(default_factory=dict)
    short: list[str] = field(default_factory=list)
    change: int = 0

    @property
    def exit_code(self) -> int:
        """1 where quotas left an article with fewer people than it needs."""
        return 1 if self.short else 0

    def as_json(self, translate: Translate) -> Record:
        """Return each person's articles, in the order of their queue."""
        record: Record = {"assignments": self.assignments}
        if self.short:
            why = Message("The quotas leave too few people for this article.").render(translate)
            record["short"] = [{"article": article_id, "reason": why} for article_id in self.short]
        return record


def assign(project: Project, params: AssignParams) -> AssignReport:
    """Deal articles out by rule; what people have already stays with them and counts.  BadInput for a wrong rule."""
    for name in params.annotators:
        people.checked_name(name)
    with project.reading() as connection:
        wanted = _ids(connection, params.query)
        queues = _queues(connection)
    if not wanted:
        raise BadInput("No article was found to assign.")
    new = deal(wanted, params.annotators, params.per_article, params.seed, params.quotas, queues)
    report = AssignReport(new=new)
    report.change = give(project, [(one, name) for name, theirs in new.items() for one in theirs])
    report.assignments = {name: queue(project, name) for name in new}
    held = dict.fromkeys(wanted, 0)
    for theirs in [*(queues.get(name, []) for name in queues), *new.values()]:
        for one in theirs:
            if one in held:
                held[one] += 1
    report.short = [one for one, count in held.items() if count < params.per_article]
    return report


def queue(project: Project, annotator: str) -> list[str]:
    """Return a person's articles in the order of their queue."""
    with project.reading() as connection:
        return _queues(connection, annotator).get(annotator, [])


def queue_length(project: Project, annotator: str) -> int:
    """Return how many articles are in a person's queue."""
    with project.reading() as connection:
        return len(assignments.given(connection, annotator))


def matrix(project: Project) -> dict[str, list[str]]:
    """Return everybody's articles, each in the order of their queue."""
    with project.reading() as connection:
        return _queues(connection)


def give(project: Project, pairs: Iterable[Pair]) -> int:
    """Give articles to people, (id, name) each, and return the step's number, 0 where all of it was so already."""
    return _step(project, pairs, (), None)


def take_back(project: Project, pairs: Iterable[Pair]) -> int:
    """Take articles out of people's queues; their layers stay.  Returns the step's number, 0 where nothing changed."""
    return _step(project, (), pairs, None)


def undo_assign(project: Project, number: int) -> int:
    """Take back one step of assigning, and return the number of the step that does so."""
    with project.reading() as connection:
        wanted = select(history_table.c.kind, history_table.c.change).where(history_table.c.number == number)
        row = connection.execute(wanted).first()
    if row is None or row[0] != "assign":
        raise BadInput("Change {number} is no step of assigning.", number=number)
    record = orjson.loads(row[1])
    return _step(project, [(a, n) for a, n in record["taken"]], [(a, n) for a, n in record["given"]], number)


def idle(project: Project, days: float) -> list[Pair]:
    """Return assignments on which nothing was begun, given at least so many days ago."""
    before = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="milliseconds")
    with project.reading() as connection:
        begun = set(
            connection.execute(
                select(article.c.id, layer.c.annotator).join_from(layer, article).where(layer.c.status != "todo")
            ).all()
        )
        since: dict[Pair, str] = {}
        lines = select(history_table.c.at, history_table.c.change).where(history_table.c.kind == "assign")
        for at, change in connection.execute(lines.order_by(history_table.c.number)):
            since.update(((one, name), at) for one, name in orjson.loads(change)["given"])
        touched = _last_touched(connection)
        present = [(one, name) for name, theirs in _queues(connection).items() for one in theirs]
    return [pair for pair in present if pair not in begun and max(since.get(pair, ""), touched.get(pair, "")) <= before]


def reassign_idle(project: Project, days: float, params: AssignParams) -> AssignReport:
    """Take idle articles from those who have them and deal them to others among the annotators, as one step."""
    lying = idle(project, days)
    queues = matrix(project)
    without: Dealt = {name: [one for one in theirs if (one, name) not in set(lying)] for name, theirs in queues.items()}
    report = AssignReport()
    given: list[Pair] = []
    for holder in sorted({name for _, name in lying}):
        wanted = [one for one, name in lying if name == holder]
        others = [name for name in params.annotators if name != holder]
        if not others:
            raise BadInput("There is nobody else to give the articles of {name} to.", name=holder)
        # one person for one: the others who have the article do not count here
        have = {name: without.get(name, []) for name in others}
        for one in wanted:
            free = [name for name in others if one not in have[name]]
            dealt = (
                deal([one], free, 1, params.seed, params.quotas, {name: have[name] for name in free}) if free else {}
            )
            for name in (name for name, theirs in dealt.items() if theirs):
                given.append((one, name))
                have[name] = without[name] = [*have[name], one]
    moved = {one for one, _ in given}
    report.change = _step(project, given, [pair for pair in lying if pair[0] in moved], None)
    report.assignments = matrix(project)
    report.short = sorted({one for one, _ in lying} - moved)
    return report


def _ids(connection: Connection, query: str | None) -> list[str]:
    numbers = articles.numbers(connection, Listing(query))
    known = dict(connection.execute(select(article.c.number, article.c.id)).all())
    return [known[number] for number in sorted(numbers)]


def _queues(connection: Connection, annotator: str | None = None) -> Dealt:
    known = dict(connection.execute(select(article.c.number, article.c.id)).all())
    found: defaultdict[str, list[str]] = defaultdict(list)
    for cell in assignments.given(connection, annotator):
        found[cell.annotator].append(known[cell.article])
    return dict(found)


def _last_touched(connection: Connection) -> dict[Pair, str]:
    wanted = (
        select(article.c.id, history_table.c.who, func.max(history_table.c.at))
        .join_from(history_table, article, history_table.c.article == article.c.number)
        .group_by(article.c.id, history_table.c.who)
    )
    return {(one, who): at for one, who, at in connection.execute(wanted)}


def _step(project: Project, give_to: Iterable[Pair], take_from: Iterable[Pair], undoes: int | None) -> int:
    with project.transaction() as connection:
        known = dict(connection.execute(select(article.c.id, article.c.number)).all())
        ids = {number: one for one, number in known.items()}
        cells = []
        for pairs, wanted in ((take_from, False), (give_to, True)):
            numbers = [(_known(known, one), people.checked_name(name)) for one, name in pairs]
            changed = assignments.change(connection, numbers, give=wanted)
            cells.append([[ids[number], name] for number, name in changed])
        taken, given = cells
        if not taken and not given:
            return 0
        for name in sorted({name for _, name in (*taken, *given)}):
            people.ensure(connection, name)
        number = counters.take(connection, "change")
        by = project.person.name
        people.ensure(connection, by)
        payload = {"what": "assign", "given": given, "taken": taken}
        history.record(connection, number, by, "assign", "assign", payload, undoes=undoes)
    project.acknowledge(number)
    return number


def _known(numbers: Mapping[str, int], article_id: str) -> int:
    if article_id not in numbers:
        raise BadInput("There is no article “{id}”.", id=article_id)
    return numbers[article_id]
