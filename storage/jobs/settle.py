"""Settle: choose between the version that is here and one that a merge has put beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from ...models.article import ArticleState
from ...models.change import Change, RowChange
from ...models.errors import BadInput
from ...models.layer import Layer
from .. import articles, beside, counters, history, layers, lineage, people
from ..beside import STATE, Kept
from ..project import Project
from ..rows import MARKS
from ..tables import article


def waiting(project: Project) -> list[Kept]:
    """Return every version that lies beside another one until somebody chooses."""
    with project.reading() as connection:
        return beside.listed(connection)


def version(project: Project, kept: Kept) -> Layer | ArticleState:
    """Return what a version that waits holds; BadInput where it waits no more."""
    with project.reading() as connection:
        return _content(connection, kept)[1]


def take_mine(project: Project, kept: Kept, by: str) -> int:
    """Let go of a version that waits; what is here stays, and no merge of that version asks again."""
    with project.transaction() as connection:
        number, _ = _content(connection, kept)
        step = counters.take(connection, "change")
        people.ensure(connection, by)
        _settle(connection, number, kept)
        payload = {"what": "take_mine", "article": kept.article, "annotator": kept.annotator, "version": kept.revision}
        history.record(connection, step, by, "merge", "take_mine", payload)
    project.acknowledge(step)
    return step


def take_theirs(project: Project, kept: Kept, by: str) -> int:
    """Make a layer, or an article's state, what a version that waits holds: a change that can be undone like any other.

    Raises BadInput where the layer is finished: reopen it first.
    """
    with project.reading() as connection:
        number, theirs = _content(connection, kept)
        if isinstance(theirs, Layer):
            mine = layers.read(connection, number).get(kept.annotator) or Layer(kept.annotator)
            rows = _rows_between(mine, theirs)
            owner = kept.annotator
        else:
            state = articles.read(connection, number).state
            rows, owner = (RowChange("article", kept.article, state, theirs),), by
    made = project.commit(Change("take_theirs", kept.article, owner, rows), by)
    with project.transaction() as connection:
        _settle(connection, number, kept)
    return made


def _content(connection: Connection, kept: Kept) -> tuple[int, Layer | ArticleState]:
    number = articles.number_of(connection, kept.article)
    found = beside.read(connection, number, kept.annotator, kept.revision)
    if found is None:
        raise BadInput("This version of {article} has been settled already.", article=kept.article)
    return number, found


def _settle(connection: Connection, number: int, kept: Kept) -> None:
    if kept.annotator == STATE:
        present = connection.execute(select(article.c.revision).where(article.c.number == number)).scalar_one()
    else:
        present = layers.revisions(connection, [number])[number][kept.annotator]
    lineage.extend(connection, [(present, kept.revision)])
    beside.drop(connection, number, kept.annotator, [kept.revision])


def _rows_between(old: Layer, new: Layer) -> tuple[RowChange, ...]:
    """Return the rows that make the one layer of the other; what goes comes first, links before what they join."""
    rows = [RowChange("layer", new.annotator, old.head, new.head)] if old.head != new.head else []
    gone: list[RowChange] = []
    for kind, table in MARKS.items():
        before: Mapping[str, Any] = getattr(old, table.field)
        after: Mapping[str, Any] = getattr(new, table.field)
        named: Any = kind
        gone += [RowChange(named, key, mark, None) for key, mark in before.items() if key not in after]
        for key, mark in after.items():
            if before.get(key) != mark:
                rows.append(RowChange(named, key, before.get(key), mark))
    return (*reversed(gone), *rows)
