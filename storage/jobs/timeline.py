"""The history as people read it: step by step, a page at a time, with what each line needs to be told in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import orjson
from sqlalchemy import Connection, Row, Select, func, select

from ...models.change import Change
from ...models.layer import Fragment, Relation
from ...models.records import change_from
from .. import people
from ..history import UNDOABLE
from ..project import Project
from ..tables import article, article_text, entity, history, layer

PAGE = 200
_TOLD = 8  # rows of a change, up to which its marks are told by their text


class Wanted(NamedTuple):
    """Which lines: of one article, by one person, with one of these verbs; None stands for all."""

    article: str | None = None
    who: str | None = None
    verbs: frozenset[str] | None = None


class Line(NamedTuple):
    """One line; `when` is ISO 8601 in UTC.

    `lines` counts those of its step, `facts` is what imports and the like keep in place of a change, `text` the
    article's where the change is small enough to be told by it, `ends` where the ends of its relations stand now.
    """

    number: int
    step: int
    when: str
    who: str
    kind: str
    what: str
    undoes: int | None
    live: bool
    article: str | None
    title: str
    annotator: str | None
    lines: int = 1
    change: Change | None = None
    facts: Mapping[str, Any] = {}
    text: str = ""
    ends: Mapping[str, Fragment] = {}

    @property
    def can_be_taken_back(self) -> bool:
        """Whether the history keeps what it takes; later work may still forbid it."""
        return self.live and self.kind in (*UNDOABLE, "schema")


def timeline(
    project: Project, wanted: Wanted, *, before: int | None = None, after: int | None = None, limit: int = PAGE
) -> list[Line]:
    """Return up to *limit* lines, the newest first; of a project's longer steps only the first line of each."""
    with project.reading() as connection:
        # The numbers alone come from an index, however long the history of the article is.
        numbers = connection.scalars(_numbers(wanted, before, after).limit(limit)).all()
        selected = _lines().where(history.c.number.in_(numbers)).order_by(history.c.number.desc())
        rows = connection.execute(selected).all()
        return _told(connection, rows, _counts(connection, {row.step for row in rows}, before))


def of_step(project: Project, step: int, *, before: int | None = None, limit: int = PAGE) -> list[Line]:
    """Return the lines of one step, the newest first."""
    with project.reading() as connection:
        selected = _lines().where(history.c.step == step, history.c.number >= step)
        if before is not None:
            selected = selected.where(history.c.number < before)
        rows = connection.execute(selected.order_by(history.c.number.desc()).limit(limit)).all()
        return _told(connection, rows, {})


def titles(project: Project, ids: Sequence[str]) -> dict[str, str]:
    """Return the titles of articles by their ids."""
    with project.reading() as connection:
        found = connection.execute(select(article.c.id, article.c.title).where(article.c.id.in_(ids)))
        return {article_id: title or article_id for article_id, title in found}


def everybody(project: Project) -> list[str]:
    """Return the names of all who are known in the project."""
    with project.reading() as connection:
        return sorted(person.name for person in people.listed(connection))


def _numbers(wanted: Wanted, before: int | None, after: int | None) -> Select[Any]:
    selected = select(history.c.number).order_by(history.c.number.desc())
    if wanted.article is not None:
        at = select(article.c.number).where(article.c.id == wanted.article).scalar_subquery()
        selected = selected.where(history.c.article == at)
    else:
        selected = selected.where(history.c.number == history.c.step)
    if wanted.who is not None:
        selected = selected.where(history.c.who == wanted.who)
    if wanted.verbs is not None:
        selected = selected.where(history.c.what.in_(wanted.verbs))
    if before is not None:
        selected = selected.where(history.c.number < before)
    return selected if after is None else selected.where(history.c.number > after)


def _lines() -> Select[Any]:
    return select(
        history.c.number,
        history.c.step,
        history.c.at,
        history.c.who,
        history.c.kind,
        history.c.what,
        history.c.undoes,
        history.c.live,
        article.c.id,
        article.c.title,
        history.c.annotator,
        history.c.change,
    ).select_from(history.join(article, history.c.article == article.c.number, isouter=True))


def _counts(connection: Connection, steps: Collection[int], before: int | None) -> dict[int, int]:
    """Return how many lines each of some steps has; a step's lines follow one another."""
    if not steps:
        return {}
    wanted = select(history.c.step, func.count()).where(history.c.number >= min(steps), history.c.step.in_(steps))
    if before is not None and before not in steps:
        wanted = wanted.where(history.c.number < before)
    return dict(connection.execute(wanted.group_by(history.c.step)).all())


def _told(connection: Connection, rows: Sequence[Row[Any]], counts: Mapping[int, int]) -> list[Line]:
    lines = [_line(row, counts.get(row.step, 1)) for row in rows]
    small = [line for line in lines if line.change is not None and len(line.change.rows) <= _TOLD and line.article]
    told = {line.number for line in small}
    texts = _texts(connection, {line.article for line in small if line.article})
    ends = _ends(connection, small)
    return [
        line._replace(text=texts.get(line.article or "", ""), ends=ends.get((line.article, line.annotator), {}))
        if line.number in told
        else line
        for line in lines
    ]


def _line(row: Row[Any], lines: int) -> Line:
    record, change = orjson.loads(row.change), None
    if row.kind in UNDOABLE:
        # A person may have another name by now, and a line from elsewhere speak of the article by another id.
        change = change_from(record)._replace(article=row.id, annotator=row.annotator)
    return Line(
        row.number, row.step, row.at, row.who, row.kind, row.what, row.undoes, row.live, row.id, row.title or "",
        row.annotator, lines, change, {} if change is not None else record,
    )  # fmt: skip


def _texts(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    wanted = select(article.c.id, article_text.c.text).join_from(article, article_text)
    return dict(connection.execute(wanted.where(article.c.id.in_(list(ids)))).all())


def _ends(connection: Connection, lines: Sequence[Line]) -> dict[tuple[str | None, str | None], dict[str, Fragment]]:
    """Return where the ends of the relations in some lines stand now, by layer."""
    marks = {mark for line in lines if line.change is not None for mark in _ends_of(line.change)}
    found: dict[tuple[str | None, str | None], dict[str, Fragment]] = {}
    if not marks:
        return found
    wanted = (
        select(article.c.id, layer.c.annotator, entity.c.id, entity.c.start, entity.c.end)
        .join_from(layer, entity)
        .join(article)
        .where(entity.c.id.in_(marks), article.c.id.in_({line.article for line in lines}))
    )
    for article_id, annotator, mark, start, end in connection.execute(wanted):
        found.setdefault((article_id, annotator), {})[mark] = (start, end)
    return found


def _ends_of(change: Change) -> Iterable[str]:
    for row in change.rows:
        for mark in (row.before, row.after):
            if isinstance(mark, Relation):
                yield from (mark.head, mark.tail)
