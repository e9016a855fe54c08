"""Marks as rows of their tables and back, with the hash that each row carries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

import orjson
from sqlalchemy import Table

from ..models.article import NOTHING, JsonObject
from ..models.layer import Chain, Decision, Entity, Layer, Note, Relation
from . import tables

HASH_SPACE = 1 << 256


def dump(value: object) -> str:
    """Return a value as JSON text with sorted keys."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()


def load(value: str | None) -> Any:
    """Return what `dump` wrote; an empty object for NULL."""
    return orjson.loads(value) if value else NOTHING


def _sha(mark: tuple[object, ...]) -> bytes:
    # A plain tuple, because orjson refuses named ones.
    return sha256(orjson.dumps((*mark,), option=orjson.OPT_SORT_KEYS)).digest()


def entity_row(layer: int, entity: Entity) -> tuple[Any, ...]:
    """Return an entity as a row of its table."""
    mark_id, label, start, end, fragments, attributes, note, origin, score, votes, meta = entity
    return (
        layer, mark_id, label, start, end,
        dump(fragments) if fragments else None,
        dump(attributes) if attributes else None,
        note, origin, score,
        dump(votes) if votes else None,
        dump(meta) if meta else None,
        _sha(entity),
    )  # fmt: skip


def relation_row(layer: int, relation: Relation) -> tuple[Any, ...]:
    """Return a relation as a row of its table."""
    mark_id, label, head, tail, attributes, note, origin, score, votes, meta = relation
    return (
        layer, mark_id, label, head, tail,
        dump(attributes) if attributes else None,
        note, origin, score,
        dump(votes) if votes else None,
        dump(meta) if meta else None,
        _sha(relation),
    )  # fmt: skip


def chain_row(layer: int, chain: Chain) -> tuple[Any, ...]:
    """Return a chain as a row of its table, without its members."""
    return layer, chain.id, chain.label, dump(chain.meta) if chain.meta else None, _sha(chain)


def member_rows(layer: int, chain: Chain) -> list[tuple[Any, ...]]:
    """Return the members of a chain as rows."""
    return [(layer, chain.id, place, member) for place, member in enumerate(chain.members)]


def note_row(layer: int, note: Note) -> tuple[Any, ...]:
    """Return a note as a row of its table."""
    return layer, note.id, note.by, note.text, note.resolved, dump(note.meta) if note.meta else None, _sha(note)


def decision_row(layer: int, decision: Decision) -> tuple[Any, ...]:
    """Return a decision as a row of its table."""
    decision_id, by, verdict, marks, supports, seen, asked, reason, note = decision
    return (
        layer, decision_id, by, verdict, dump(marks), dump(supports), dump(seen), dump(asked), reason, note,
        _sha(decision),
    )  # fmt: skip


def entity_of(row: Sequence[Any]) -> Entity:
    """Return the entity of a row that begins with its id."""
    fragments = tuple((start, end) for start, end in orjson.loads(row[4])) if row[4] else ()
    return Entity(
        row[0], row[1], row[2], row[3], fragments, _object(row[5]), row[6], row[7], row[8], _texts(row[9]),
        _object(row[10]),
    )  # fmt: skip


def relation_of(row: Sequence[Any]) -> Relation:
    """Return the relation of a row that begins with its id."""
    return Relation(
        row[0], row[1], row[2], row[3], _object(row[4]), row[5], row[6], row[7], _texts(row[8]), _object(row[9])
    )


def decision_of(row: Sequence[Any]) -> Decision:
    """Return the decision of a row that begins with its id."""
    return Decision(
        row[0], row[1], row[2], _texts(row[3]), _texts(row[4]), _pairs(row[5]), _pairs(row[6]), row[7], row[8]
    )


def _pairs(value: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, text) for name, text in orjson.loads(value))


def _object(value: str | None) -> JsonObject:
    return orjson.loads(value) if value else NOTHING


def _texts(value: str | None) -> tuple[str, ...]:
    return tuple(orjson.loads(value)) if value else ()


class MarkTable(NamedTuple):
    """How one kind of mark is kept."""

    table: Table
    row: Callable[[int, Any], tuple[Any, ...]]
    field: str


MARKS: Mapping[str, MarkTable] = {
    "entity": MarkTable(tables.entity, entity_row, "entities"),
    "relation": MarkTable(tables.relation, relation_row, "relations"),
    "chain": MarkTable(tables.chain, chain_row, "chains"),
    "note": MarkTable(tables.note, note_row, "notes"),
    "decision": MarkTable(tables.decision, decision_row, "decisions"),
}


def hash_sum(hashes: Iterable[bytes], start: int = 0) -> int:
    """Return the sum of row hashes modulo 2^256, in which the order of the rows does not matter."""
    for digest in hashes:
        start += int.from_bytes(digest, "big")
    return start % HASH_SPACE


def row_hash(kind: str, mark: Any) -> int:
    """Return a mark's row hash as a number."""
    return int.from_bytes(MARKS[kind].row(0, mark)[-1], "big")


def layer_rows(number: int, layer: Layer) -> tuple[dict[str, list[tuple[Any, ...]]], int]:
    """Return all rows of a layer's marks by table name, and the layer's hash."""
    rows: dict[str, list[tuple[Any, ...]]] = {}
    total = 0
    for name, kind in MARKS.items():
        marks: Mapping[str, Any] = getattr(layer, kind.field)
        if marks:
            # In key order, so that the table grows at its end.
            rows[name] = [kind.row(number, marks[key]) for key in sorted(marks)]
            total = hash_sum((row[-1] for row in rows[name]), total)
    if layer.chains:
        rows["chain_member"] = [row for chain in layer.chains.values() for row in member_rows(number, chain)]
    return rows, total


def revision(parent: str | None, total: int, *head: object) -> str:
    """Return a layer's or article state's revision: a hash over its parent's revision and what it holds now."""
    return sha256(f"{parent or ''}|{total:064x}|{dump(head)}".encode()).hexdigest()[:32]
