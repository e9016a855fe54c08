"""The lineage: from which revisions a layer's or an article state's revision came, which no clock can tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select
from sqlalchemy.dialects import postgresql, sqlite

from .tables import lineage

_CHUNK = 200
_INSERT = {
    "sqlite": sqlite.insert(lineage).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(lineage).on_conflict_do_nothing(),
}


def extend(connection: Connection, links: Iterable[tuple[str, str]]) -> None:
    """Keep (revision, parent) pairs; those that are known stay."""
    if rows := [{"revision": made, "parent": parent} for made, parent in links if made != parent]:
        connection.execute(_INSERT[connection.dialect.name], rows)


def ancestors(connection: Connection, heads: Sequence[str]) -> dict[str, frozenset[str]]:
    """Return every revision that each of the *heads* came from, itself left out."""
    found: dict[str, frozenset[str]] = {}
    for at in range(0, len(heads), _CHUNK):
        chunk = heads[at : at + _CHUNK]
        parents = _parents(connection, chunk)
        found.update((head, _above(head, parents)) for head in chunk)
    return found


def _parents(connection: Connection, heads: Sequence[str]) -> dict[str, list[str]]:
    up = select(lineage.c.revision, lineage.c.parent).where(lineage.c.revision.in_(heads)).cte("up", recursive=True)
    up = up.union(select(lineage.c.revision, lineage.c.parent).join(up, lineage.c.revision == up.c.parent))
    parents: defaultdict[str, list[str]] = defaultdict(list)
    for revision, parent in connection.execute(select(up.c.revision, up.c.parent)):
        parents[revision].append(parent)
    return parents


def _above(head: str, parents: dict[str, list[str]]) -> frozenset[str]:
    seen: set[str] = set()
    left = [head]
    while left:
        for parent in parents.get(left.pop(), ()):
            if parent not in seen:
                seen.add(parent)
                left.append(parent)
    return frozenset(seen - {head})


def descend(connection: Connection, head: str, known: Iterable[str]) -> None:
    """Say that *head* came from each of the *known* revisions."""
    extend(connection, ((head, parent) for parent in known))
