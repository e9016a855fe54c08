"""Change: one gesture's effect as rows before and rows after; the one currency of view, project, history and undo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple

from .article import ArticleState
from .errors import BadInput
from .layer import Chain, Decision, Entity, Layer, LayerHead, Note, Relation

Kind = Literal["entity", "relation", "chain", "note", "decision", "layer", "article", "word"]
Row = Entity | Relation | Chain | Note | Decision | LayerHead | ArticleState | str

# In this order rows are written, so that a relation never waits for its entity; removals run backwards.
KINDS: tuple[Kind, ...] = ("article", "word", "layer", "entity", "relation", "chain", "note", "decision")

_LAYER_FIELDS: dict[Kind, str] = {
    "entity": "entities",
    "relation": "relations",
    "chain": "chains",
    "note": "notes",
    "decision": "decisions",
}


class RowChange(NamedTuple):
    """One row before and after; None stands for a row that is not there."""

    kind: Kind
    id: str
    before: Row | None
    after: Row | None


class Change(NamedTuple):
    """What one gesture does to one layer of one article (or to its state, or to the project's dictionary).

    `what` is the verb, `by` the person who did it, `annotator` the layer's owner.
    """

    what: str
    article: str | None
    annotator: str | None
    rows: tuple[RowChange, ...]

    def inverse(self, what: str) -> Change:
        """Return the change that takes this one back."""
        rows = tuple(RowChange(row.kind, row.id, row.after, row.before) for row in reversed(self.rows))
        return Change(what, self.article, self.annotator, rows)

    def ids(self) -> tuple[str, ...]:
        """Return the ids of the rows that it touches."""
        return tuple(row.id for row in self.rows)


def apply(layer: Layer, rows: Iterable[RowChange]) -> Layer:
    """Return the layer with the rows of a change applied.

    Raises BadInput where a row is not as the change expects it, or what a relation or a chain joins is not there:
    something else has changed it since.
    """
    tables: dict[str, dict[str, Any]] = {}
    head, rows = layer.head, tuple(rows)
    for row in rows:
        if row.kind == "layer":
            head = row.after if isinstance(row.after, LayerHead) else LayerHead()
            continue
        field = _LAYER_FIELDS.get(row.kind)
        if field is None:
            continue
        table = tables.get(row.kind)
        if table is None:
            current: Mapping[str, Any] = getattr(layer, field)
            table = tables[row.kind] = dict(current)
        if table.get(row.id) != row.before:
            raise BadInput("“{id}” was changed in the meantime, so this step cannot be applied.", id=row.id)
        if row.after is None:
            del table[row.id]
        else:
            table[row.id] = row.after
    made = Layer(
        layer.annotator,
        head,
        tables.get("entity", layer.entities),
        tables.get("relation", layer.relations),
        tables.get("chain", layer.chains),
        tables.get("note", layer.notes),
        tables.get("decision", layer.decisions),
    )
    _refuse_loose_ends(made, rows)
    return made


def joined_by(row: Row | None) -> tuple[str, ...]:
    """Return the ids of the entities that a relation or a chain joins."""
    if isinstance(row, Relation):
        return row.head, row.tail
    return row.members if isinstance(row, Chain) else ()


def _refuse_loose_ends(layer: Layer, rows: tuple[RowChange, ...]) -> None:
    """Look at no more than the change can have loosened."""
    loose = {end for row in rows for end in joined_by(row.after)} - layer.entities.keys()
    gone = {row.id for row in rows if row.kind == "entity" and row.after is None} - layer.entities.keys()
    if gone:
        marks: list[Row] = [*layer.relations.values(), *layer.chains.values()]
        loose |= {end for mark in marks for end in joined_by(mark)} & gone
    for end in sorted(loose):
        raise BadInput("“{id}” was changed in the meantime, so this step cannot be applied.", id=end)


def compose(changes: Iterable[Change]) -> Change:
    """Return the one change that does what several of the same layer do one after the other; at least one is needed."""
    first: Change | None = None
    rows: dict[tuple[Kind, str], RowChange] = {}
    for change in changes:
        first = first or change
        for row in change.rows:
            known = rows.pop((row.kind, row.id), None)
            rows[row.kind, row.id] = row if known is None else known._replace(after=row.after)
    if first is None:
        raise ValueError("no change to compose")
    net = [row for row in rows.values() if row.before != row.after]
    order = {kind: place for place, kind in enumerate(KINDS)}
    net.sort(key=lambda row: -order[row.kind] if row.after is None else len(KINDS) + order[row.kind])
    return first._replace(rows=tuple(net))
