"""No relation and no chain without its entities: an undo may have taken one away while the next step was made."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from ..models.change import RowChange, joined_by
from ..models.errors import BadInput
from .tables import chain_member, entity, layer, relation

_FEW = 500  # names in one question to the database


def refuse(connection: Connection, article_number: int, annotator: str, rows: Iterable[RowChange]) -> None:
    """Raise BadInput where what a change has written joins, or leaves joined, an entity that is not there."""
    rows = list(rows)
    gone = {row.id for row in rows if row.kind == "entity" and row.after is None}
    wanted = {end for row in rows for end in joined_by(row.after)}
    if not gone and not wanted:
        return
    here = select(layer.c.number).where(layer.c.article == article_number, layer.c.annotator == annotator)
    number = connection.execute(here).scalar_one()
    known = select(entity.c.id).where(entity.c.layer == number)
    if len(wanted) <= _FEW:
        known = known.where(entity.c.id.in_(wanted))
    if wanted and wanted - set(connection.scalars(known)):
        raise BadInput("What this step joins was taken away in the meantime, so the step cannot be kept.")
    if gone:
        ends = select(relation.c.head, relation.c.tail).where(relation.c.layer == number)
        joined = {end for row in connection.execute(ends) for end in row}
        joined.update(connection.scalars(select(chain_member.c.entity).where(chain_member.c.layer == number)))
        if gone & joined:
            raise BadInput("What this step removes was joined to something in the meantime, so it cannot be kept.")
