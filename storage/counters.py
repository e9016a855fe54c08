"""Numbers that the project hands out: of changes, articles, layers and the like, each from one counter row."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, insert, select, update

from .tables import counter

NAMES = ("change", "article", "layer", "schema", "suggestion", "decision")

_TAKE = (
    update(counter)
    .where(counter.c.name == bindparam("which"))
    .values(value=counter.c.value + bindparam("many"))
    .returning(counter.c.value)
)
_LAST = select(counter.c.value).where(counter.c.name == bindparam("which"))


def begin(connection: Connection) -> None:
    """Start every counter of a new project at nought."""
    connection.execute(insert(counter), [{"name": name, "value": 0} for name in NAMES])


def take(connection: Connection, name: str, many: int = 1) -> int:
    """Return the first of *many* new numbers."""
    return int(connection.execute(_TAKE, {"which": name, "many": many}).scalar_one()) - many + 1


def last(connection: Connection, name: str) -> int:
    """Return the number that was handed out last."""
    return int(connection.execute(_LAST, {"which": name}).scalar_one())
