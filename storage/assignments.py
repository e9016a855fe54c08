"""The assignments' store: who tags what, as a matrix of articles and people.

A cell counts how often it was given and taken back (`turn`): odd is given.  Two projects' cells unite by the larger
number, so that taking an article back from somebody survives a bundle that was made before, whatever any clock says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, delete, func, insert, select

from .bundle_records import Assigned
from .tables import article, assignment


class Cell(NamedTuple):
    """An article, by its number, in somebody's queue; `place` is the order there."""

    article: int
    annotator: str
    place: int


def given(connection: Connection, annotator: str | None = None) -> list[Cell]:
    """Return every assignment, or one person's, in the order of their queues; what lies in the bin is left out."""
    wanted = (
        select(assignment.c.article, assignment.c.annotator, assignment.c.place)
        .join_from(assignment, article)
        .where(assignment.c.turn % 2 == 1, article.c.removed.is_(None))
        .order_by(assignment.c.annotator, assignment.c.place, assignment.c.article)
    )
    if annotator is not None:
        wanted = wanted.where(assignment.c.annotator == annotator)
    return [Cell(*row) for row in connection.execute(wanted)]


def change(connection: Connection, cells: Iterable[tuple[int, str]], *, give: bool) -> list[tuple[int, str]]:
    """Give or take back cells (article number, annotator) and return those that this changed."""
    wanted = list(dict.fromkeys(cells))
    rows = _rows(connection, {number for number, _ in wanted})
    last = _last_places(connection)
    changed: dict[tuple[int, str], Assigned] = {}
    for cell in wanted:
        known = rows.get(cell)
        if (known is not None and known.turn % 2 == 1) == give:
            continue
        place = last[cell[1]] = last.get(cell[1], 0) + 1
        changed[cell] = Assigned(cell[1], place, known.turn + 1 if known else 1)
    _put(connection, changed)
    return list(changed)


def unite(connection: Connection, theirs: Mapping[int, Sequence[Assigned]]) -> bool:
    """Unite the cells of articles, by number, with those of another project; tell whether any of it was new."""
    rows = _rows(connection, theirs.keys())
    changed: dict[tuple[int, str], Assigned] = {}
    for number, cells in theirs.items():
        for cell in cells:
            known = rows.get((number, cell.annotator))
            # of two places in a queue the earlier one stays
            if known is None or (cell.turn, -cell.place) > (known.turn, -known.place):
                changed[number, cell.annotator] = cell
    _put(connection, changed)
    return bool(changed)


def _rows(connection: Connection, numbers: Iterable[int]) -> dict[tuple[int, str], Assigned]:
    found = {}
    wanted = sorted(numbers)
    for at in range(0, len(wanted), 500):
        here = assignment.c.article.in_(wanted[at : at + 500])
        columns = (assignment.c.article, assignment.c.annotator, assignment.c.place, assignment.c.turn)
        for number, *cell in connection.execute(select(*columns).where(here)):
            found[number, cell[0]] = Assigned(*cell)
    return found


def _last_places(connection: Connection) -> dict[str, int]:
    wanted = select(assignment.c.annotator, func.max(assignment.c.place)).group_by(assignment.c.annotator)
    return dict(connection.execute(wanted).all())


def _put(connection: Connection, cells: Mapping[tuple[int, str], Assigned]) -> None:
    for number, annotator in cells:
        here = (assignment.c.article == number, assignment.c.annotator == annotator)
        connection.execute(delete(assignment).where(*here))
    if cells:
        rows = [
            {"article": number, "annotator": annotator, "place": cell.place, "turn": cell.turn}
            for (number, annotator), cell in cells.items()
        ]
        connection.execute(insert(assignment), rows)
