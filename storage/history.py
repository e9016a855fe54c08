"""The history's store: every committed change, which is also the undo stack."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Literal, NamedTuple

import orjson
from sqlalchemy import Connection, bindparam, func, insert, select, update

from ..models.change import Change
from ..models.records import change_from, change_record
from .rows import dump
from .tables import article, history

UNDOABLE = ("change", "undo", "redo")  # lines that keep the rows of a change
Step = Literal["change", "undo", "redo", "import", "remove", "schema", "merge", "assign", "person"]


class Entry(NamedTuple):
    """One line of the history; `article` is the article's id, `when` ISO 8601 in UTC."""

    change: int
    when: str
    who: str
    what: str
    article: str | None
    undoes: int | None


class Recorded(NamedTuple):
    """A change as it was recorded, with the number it has."""

    number: int
    change: Change


_INSERT = insert(history)
_HASHED = ("at", "who", "kind", "what", "annotator", "revision", "parent", "change")


def record(
    connection: Connection,
    number: int,
    who: str,
    kind: Step,
    what: str,
    payload: dict[str, Any],
    *,
    article_number: int | None = None,
    annotator: str | None = None,
    undoes: int | None = None,
    revision: tuple[str | None, str | None] = (None, None),
    step: int | None = None,
) -> None:
    """Write one line; *payload* is the change's JSON or, for imports and the like, the ids that it touched.

    *step* is the number of the first line of the step that this one belongs to, else its own.
    """
    line = {
        "number": number,
        "step": number if step is None else step,
        "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "who": who,
        "kind": kind,
        "what": what,
        "article": article_number,
        "annotator": annotator,
        "undoes": undoes,
        "live": True,
        "parent": revision[0],
        "revision": revision[1],
        "change": dump(payload),
    }
    connection.execute(_INSERT, {**line, "hash": line_hash(line)})


def line_hash(line: Mapping[str, Any]) -> bytes:
    """Return what a line is known by in every project, whatever number it has there."""
    return sha256("\0".join(line[name] or "" for name in _HASHED).encode()).digest()


def payload_of(change: Change) -> dict[str, Any]:
    """Return what the history keeps of a change."""
    return change_record(change)


def _steps_of(kind: Step) -> Any:
    return select(func.max(history.c.number)).where(
        history.c.article == bindparam("article"),
        history.c.who == bindparam("who"),
        history.c.kind == kind,
        history.c.live,
    )


_LAST_CHANGE = _steps_of("change")
_LAST_UNDO = _steps_of("undo")
_NEWEST = select(func.max(history.c.number)).where(
    history.c.article == bindparam("article"), history.c.who == bindparam("who"), history.c.kind == "change"
)


def to_undo(connection: Connection, article_number: int, who: str) -> Recorded | None:
    """Return a person's last change of an article that still holds, or None."""
    number = connection.execute(_LAST_CHANGE, {"article": article_number, "who": who}).scalar()
    return None if number is None else recorded(connection, number)


def to_redo(connection: Connection, article_number: int, who: str) -> Recorded | None:
    """Return the last undo of a person that nothing new was done after, or None."""
    bound = {"article": article_number, "who": who}
    number = connection.execute(_LAST_UNDO, bound).scalar()
    newest = connection.execute(_NEWEST, bound).scalar()
    if number is None or (newest is not None and number < newest):
        return None
    return recorded(connection, number)


def recorded(connection: Connection, number: int) -> Recorded | None:
    """Return the change of a number, or None where it is not one that can be taken back."""
    wanted = (
        select(history.c.kind, history.c.change, article.c.id, history.c.annotator)
        .select_from(history.join(article, history.c.article == article.c.number, isouter=True))
        .where(history.c.number == number)
    )
    row = connection.execute(wanted).first()
    if row is None or row[0] not in UNDOABLE:
        return None
    # A person may have another name by now, and a line from elsewhere speak of the article by another id.
    return Recorded(number, change_from(orjson.loads(row[1]))._replace(article=row[2], annotator=row[3]))


def what(connection: Connection, number: int) -> str:
    """Return the verb of a line."""
    return str(connection.execute(select(history.c.what).where(history.c.number == number)).scalar_one())


def payload(connection: Connection, number: int) -> dict[str, Any]:
    """Return what a line keeps, as JSON."""
    found: dict[str, Any] = orjson.loads(
        connection.execute(select(history.c.change).where(history.c.number == number)).scalar_one()
    )
    return found


class Line(NamedTuple):
    """One line of a step."""

    number: int
    kind: str
    who: str


def of_step(connection: Connection, step: int) -> list[Line]:
    """Return the lines of a step that still hold, the newest first."""
    wanted = select(history.c.number, history.c.kind, history.c.who).where(history.c.step == step, history.c.live)
    return [Line(*row) for row in connection.execute(wanted.order_by(history.c.number.desc()))]


class Past(NamedTuple):
    """A line of the past; `change` is None for imports and the like, which keep no rows."""

    number: int
    change: Change | None


def since(connection: Connection, article_number: int, annotator: str, number: int) -> list[Past]:
    """Return what was done to a layer and to the state of its article after change *number*, the newest first."""
    wanted = select(history.c.number).where(
        history.c.article == article_number,
        (history.c.annotator == annotator) | history.c.annotator.is_(None),
        history.c.number > number,
    )
    found = []
    for one in connection.scalars(wanted.order_by(history.c.number.desc())):
        past = recorded(connection, one)
        found.append(Past(one, past.change if past else None))
    return found


def undone_by(connection: Connection, number: int) -> int | None:
    """Return which change an undo took back."""
    return connection.execute(select(history.c.undoes).where(history.c.number == number)).scalar()


def set_live(connection: Connection, number: int, live: bool) -> None:
    """Say whether a change still holds."""
    connection.execute(update(history).where(history.c.number == number).values(live=live))


def entries(connection: Connection, article_number: int | None, before: int | None, limit: int | None) -> list[Entry]:
    """Return the history's lines, the newest first."""
    wanted = (
        select(history.c.number, history.c.at, history.c.who, history.c.what, article.c.id, history.c.undoes)
        .select_from(history.join(article, history.c.article == article.c.number, isouter=True))
        .order_by(history.c.number.desc())
    )
    if article_number is not None:
        wanted = wanted.where(history.c.article == article_number)
    if before is not None:
        wanted = wanted.where(history.c.number < before)
    if limit is not None:
        wanted = wanted.limit(limit)
    return [Entry(*row) for row in connection.execute(wanted)]
