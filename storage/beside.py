"""Versions kept beside: what a merge brought of a layer or an article's state and could not decide about.

Neither version came from the other, so the one that was here stays and the other one lies here, whole, until somebody
settles it; settling makes both of them ancestors of what is then there, so that no later merge asks again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import NamedTuple

import orjson
from sqlalchemy import Connection, delete, insert, select

from ..models.article import ArticleState
from ..models.change import Change, RowChange, apply
from ..models.layer import Layer
from ..models.records import change_from, change_record
from .rows import MARKS, dump
from .tables import article, beside

STATE = ""  # in place of an annotator, for the article's own state


class Kept(NamedTuple):
    """A version that waits: of whose layer (empty: the article's state) of which article, and from which bundle."""

    article: str
    annotator: str
    revision: str
    source: str


def keep(
    connection: Connection, number: int, version: str, source: str, content: Layer | ArticleState, change: int
) -> None:
    """Keep a version of a layer or of an article's state beside the present one."""
    if isinstance(content, Layer):
        owner = content.annotator
        marks = [(kind, getattr(content, table.field)) for kind, table in MARKS.items()]
        rows = [RowChange(kind, key, None, mark) for kind, found in marks for key, mark in found.items()]  # type: ignore[arg-type]
        rows.insert(0, RowChange("layer", owner, None, content.head))
    else:
        owner, rows = STATE, [RowChange("article", "", None, content)]
    record = dump(change_record(Change("keep", None, owner, tuple(rows))))
    values = {"article": number, "annotator": owner, "revision": version, "source": source, "record": record}
    connection.execute(insert(beside), {**values, "change": change})


def known(connection: Connection, numbers: Sequence[int]) -> dict[tuple[int, str], list[str]]:
    """Return the revisions that lie beside each (article number, annotator)."""
    wanted = select(beside.c.article, beside.c.annotator, beside.c.revision).where(beside.c.article.in_(numbers))
    found: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for number, owner, version in connection.execute(wanted):
        found[number, owner].append(version)
    return found


def drop(connection: Connection, number: int, owner: str, versions: Collection[str]) -> None:
    """Let go of versions that what is there now came from."""
    here = (beside.c.article == number, beside.c.annotator == owner, beside.c.revision.in_(versions))
    connection.execute(delete(beside).where(*here))


def listed(connection: Connection) -> list[Kept]:
    """Return every version that waits, in the order of articles and annotators."""
    wanted = (
        select(article.c.id, beside.c.annotator, beside.c.revision, beside.c.source)
        .join_from(beside, article)
        .order_by(article.c.id, beside.c.annotator, beside.c.revision)
    )
    return [Kept(*row) for row in connection.execute(wanted)]


def read(connection: Connection, number: int, owner: str, version: str) -> Layer | ArticleState | None:
    """Return a version that waits, None where there is none."""
    wanted = select(beside.c.record).where(
        beside.c.article == number, beside.c.annotator == owner, beside.c.revision == version
    )
    record = connection.execute(wanted).scalar()
    if record is None:
        return None
    rows = change_from(orjson.loads(record)).rows
    if owner == STATE:
        state = rows[0].after
        return state if isinstance(state, ArticleState) else None
    return apply(Layer(owner), rows)
