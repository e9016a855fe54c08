"""Changing a schema: each function returns another schema, checked as one that is read from a file."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from .errors import BadInput
from .schema import EVERY, EntityType, RelationType, Schema, schema_from_record

Pair = tuple[str, str]


def with_entity_type(schema: Schema, kind: EntityType, *, before: str | None = None) -> Schema:
    """Return the schema with a type of this id, in place of the one it had, or new and in front of type *before*."""
    kinds = [kind if known.id == kind.id else known for known in schema.entities]
    if kind.id not in schema.entity_types:
        at = next((i for i, known in enumerate(kinds) if known.id == before), len(kinds))
        kinds.insert(at, kind)
    return _checked(schema, kinds, schema.relations)


def with_relation_type(schema: Schema, kind: RelationType) -> Schema:
    """Return the schema with a relation type of this id, in place of the one it had or at the end."""
    kinds = [kind if known.id == kind.id else known for known in schema.relations]
    if kind.id not in schema.relation_types:
        kinds.append(kind)
    return _checked(schema, schema.entities, kinds)


def moved(schema: Schema, label: str, by: int) -> Schema:
    """Return the schema with an entity type some places further down, or up where *by* is negative."""
    kinds = list(schema.entities)
    at = next(i for i, kind in enumerate(kinds) if kind.id == label)
    kind = kinds.pop(at)
    kinds.insert(max(0, min(len(kinds), at + by)), kind)
    return _checked(schema, kinds, schema.relations)


def without_type(schema: Schema, label: str, *, used: bool) -> Schema:
    """Return the schema without an entity or relation type; one that is *used* is archived and stays readable."""
    if used:
        entities = [kind._replace(archived=True, key=None) if kind.id == label else kind for kind in schema.entities]
        relations = [kind._replace(archived=True, key=None) if kind.id == label else kind for kind in schema.relations]
        return _checked(schema, entities, relations)
    entities = [kind for kind in schema.entities if kind.id != label]
    relations = [_not_joining(kind, label) for kind in schema.relations if kind.id != label]
    return _checked(schema, entities, relations)


def merged(schema: Schema, label: str, into: str) -> Schema:
    """Return the schema after all that was *label* has become *into*: *label* is archived, its relations are joined."""
    if label == into or (into not in schema.entity_types and into not in schema.relation_types):
        raise BadInput("“{label}” cannot be merged into “{into}”.", label=label, into=into)
    relations = []
    for kind in schema.relations:
        pairs = pairs_of(schema, kind)
        more = {(into if head == label else head, into if tail == label else tail) for head, tail in pairs}
        relations.append(kind if more <= pairs else with_pairs(schema, kind, pairs | more))
    return without_type(_checked(schema, schema.entities, relations), label, used=True)


def pairs_of(schema: Schema, kind: RelationType) -> set[Pair]:
    """Return every (head type, tail type) that a relation type may join, archived types included."""
    every = tuple(entity.id for entity in schema.entities)
    found: set[Pair] = set()
    for heads, tails in kind.joins:
        found.update(product(every if EVERY in heads else heads, every if EVERY in tails else tails))
    return {(head, tail) for head, tail in found if head == tail} if kind.same_type else found


def with_pairs(schema: Schema, kind: RelationType, pairs: Iterable[Pair]) -> RelationType:
    """Return a relation type that joins exactly these pairs, in as few blocks as heads have different tails."""
    order = {entity.id: place for place, entity in enumerate(schema.entities)}
    tails: dict[str, set[str]] = {}
    for head, tail in pairs:
        tails.setdefault(head, set()).add(tail)
    heads: dict[frozenset[str], list[str]] = {}
    for head in sorted(tails, key=order.__getitem__):
        heads.setdefault(frozenset(tails[head]), []).append(head)
    blocks = tuple((tuple(group), tuple(sorted(ends, key=order.__getitem__))) for ends, group in heads.items())
    return kind._replace(joins=blocks, same_type=False)


def _not_joining(kind: RelationType, label: str) -> RelationType:
    blocks = (
        (tuple(name for name in heads if name != label), tuple(name for name in tails if name != label))
        for heads, tails in kind.joins
    )
    return kind._replace(joins=tuple((heads, tails) for heads, tails in blocks if heads and tails))


def _checked(schema: Schema, entities: Iterable[EntityType], relations: Iterable[RelationType]) -> Schema:
    made = Schema(
        schema.name,
        schema.version,
        schema.title,
        tuple(entities),
        tuple(relations),
        schema.labels,
        schema.groups,
        schema.maps,
    )
    return schema_from_record(made.to_record())
