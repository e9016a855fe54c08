"""What marks say of people, once those have other names: votes of gold marks, decisions, notes, and their history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import orjson
from sqlalchemy import Connection, bindparam, insert, or_, select, update

from ..models.layer import GOLD
from ..models.records import change_from, change_record
from ..models.renaming import change_with_names, with_names
from . import layers
from .history import UNDOABLE
from .rows import MARKS, dump, layer_rows
from .tables import history, layer, note

_CHUNK = 200
_LINES = select(history.c.number, history.c.change)
_KEEP_LINE = update(history).where(history.c.number == bindparam("key")).values(change=bindparam("now"))
_KEEP_HASH = update(layer).where(layer.c.number == bindparam("key")).values(hash=bindparam("now"))


def follow(connection: Connection, names: Mapping[str, str]) -> None:
    """Call people by their new names wherever marks speak of them, so that votes find their marks and undo its rows.

    A layer keeps its revision, because it says the same as before, and a line of the history its hash.
    """
    noted = select(note.c.layer).where(note.c.author.in_(names))
    spoken = (layer.c.annotator == GOLD) | layer.c.number.in_(noted)
    found = list(connection.scalars(select(layer.c.article).where(spoken).distinct().order_by(layer.c.article)))
    for at in range(0, len(found), _CHUNK):
        _follow_layers(connection, found[at : at + _CHUNK], names)
    # As JSON begins a name or a vote.
    begun = or_(*(history.c.change.contains(dump(name)[:-1], autoescape=True) for name in names))
    lines = list(connection.scalars(select(history.c.number).where(history.c.kind.in_(UNDOABLE), begun)))
    for at in range(0, len(lines), _CHUNK):
        _follow_lines(connection, lines[at : at + _CHUNK], names)


def _follow_layers(connection: Connection, articles: Sequence[int], names: Mapping[str, str]) -> None:
    wanted = select(layer.c.number, layer.c.article, layer.c.annotator).where(layer.c.article.in_(articles))
    read = layers.read_many(connection, articles)
    for number, article, owner in connection.execute(wanted).all():
        made = read[article][owner]
        after = with_names(made, names)
        if after == made:
            continue
        rows, total = layer_rows(number, after)
        for kind, table in MARKS.items():
            if getattr(after, table.field) != getattr(made, table.field):
                columns = table.table.columns.keys()
                connection.execute(table.table.delete().where(table.table.c.layer == number))
                connection.execute(insert(table.table), [dict(zip(columns, row, strict=True)) for row in rows[kind]])
        connection.execute(_KEEP_HASH, {"key": number, "now": total.to_bytes(32, "big")})


def _follow_lines(connection: Connection, numbers: Sequence[int], names: Mapping[str, str]) -> None:
    kept = connection.execute(_LINES.where(history.c.number.in_(numbers))).all()
    changed = [
        {"key": number, "now": dump(change_record(change_with_names(change_from(orjson.loads(change)), names)))}
        for number, change in kept
    ]
    connection.execute(_KEEP_LINE, changed)
