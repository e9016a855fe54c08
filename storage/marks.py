"""The marks of a layer as they are written: each must be as the change expects it, and carries its hash."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Connection, Delete, Insert, Select, bindparam, delete, insert, select

from ..models.change import Kind, RowChange
from ..models.errors import BadInput
from ..models.layer import Chain
from .rows import MARKS, member_rows, row_hash
from .tables import chain_member

_CHUNK = 500
_INSERT: dict[str, Insert] = {name: insert(kind.table) for name, kind in MARKS.items()}


def _by_key(table: Any) -> tuple[Select[Any], Delete]:
    here = (table.c.layer == bindparam("in_layer"), table.c.id == bindparam("mark"))
    return select(table.c.sha).where(*here), delete(table).where(*here)


_BY_KEY = {name: _by_key(kind.table) for name, kind in MARKS.items()}
_EXISTING: dict[str, Select[Any]] = {
    name: select(kind.table.c.id).where(
        kind.table.c.layer == bindparam("in_layer"), kind.table.c.id.in_(bindparam("marks", expanding=True))
    )
    for name, kind in MARKS.items()
    if name != "chain"
}
_DROP_MEMBERS = delete(chain_member).where(
    chain_member.c.layer == bindparam("in_layer"), chain_member.c.chain == bindparam("mark")
)


def write(connection: Connection, number: int, rows: Sequence[RowChange]) -> int:
    """Write the marks of a change and return what they add to the layer's hash."""
    together = _new_together(rows)
    total = sum(_insert_new(connection, number, kind, [row for row in rows if row.kind == kind]) for kind in together)
    return total + sum(
        _write_mark(connection, number, row) for row in rows if row.kind in MARKS and row.kind not in together
    )


def _new_together(rows: Sequence[RowChange]) -> list[Kind]:
    """Return the kinds of which a change holds nothing but several new marks: those are written at once."""
    counts = Counter(row.kind for row in rows)
    old = {row.kind for row in rows if row.before is not None or row.after is None}
    ids = {(row.kind, row.id) for row in rows}
    return [
        kind
        for kind, count in counts.items()
        if kind in _EXISTING and count > 1 and kind not in old and count == sum(one == kind for one, _ in ids)
    ]


def _insert_new(connection: Connection, number: int, kind: Kind, changes: Sequence[RowChange]) -> int:
    """Write new marks of one kind and return what they add to the layer's hash."""
    ids = [change.id for change in changes]
    for at in range(0, len(ids), _CHUNK):
        bound = {"in_layer": number, "marks": ids[at : at + _CHUNK]}
        for taken in connection.scalars(_EXISTING[kind], bound):
            expect(holds=False, mark_id=taken)
    names = MARKS[kind].table.columns.keys()
    rows = [MARKS[kind].row(number, change.after) for change in changes]
    connection.execute(_INSERT[kind], [dict(zip(names, row, strict=True)) for row in rows])
    return sum(int.from_bytes(row[-1], "big") for row in rows)


def _write_mark(connection: Connection, number: int, change: RowChange) -> int:
    """Write one mark and return what it adds to the layer's hash."""
    key = {"in_layer": number, "mark": change.id}
    kind: Kind = change.kind
    find, drop = _BY_KEY[kind]
    present = connection.execute(find, key).scalar()
    added = 0
    if change.before is None:
        expect(present is None, change.id)
    else:
        expect(present is not None and int.from_bytes(present, "big") == row_hash(kind, change.before), change.id)
        added -= int.from_bytes(present or b"", "big")
        if kind == "chain":
            connection.execute(_DROP_MEMBERS, key)
        connection.execute(drop, key)
    if change.after is not None:
        row = MARKS[kind].row(number, change.after)
        columns: Sequence[Column[Any]] = MARKS[kind].table.columns.values()
        connection.execute(_INSERT[kind], {column.name: value for column, value in zip(columns, row, strict=True)})
        if isinstance(change.after, Chain) and change.after.members:
            names = chain_member.columns.keys()
            connection.execute(
                insert(chain_member),
                [dict(zip(names, member, strict=True)) for member in member_rows(number, change.after)],
            )
        added += int.from_bytes(row[-1], "big")
    return added


def expect(holds: bool, mark_id: str) -> None:
    """Raise BadInput where a row is not as the change expects it."""
    if not holds:
        raise BadInput("“{id}” was changed in the meantime, so this step cannot be applied.", id=mark_id)
