"""Relation examples: each relation as a pair of entities, beside pairs that could be related and are not."""

from __future__ import annotations

import random
from typing import NamedTuple

from ..layer import Entity, Layer
from ..schema import Schema

NO_RELATION = "no_relation"


class Pair(NamedTuple):
    """Two entities and the label of the relation between them; `id` is the relation's, None for a pair without one."""

    head: Entity
    tail: Entity
    label: str
    id: str | None


def pairs(layer: Layer, schema: Schema | None, negatives: int, seed: str) -> list[Pair]:
    """Return the relations of a layer in the order of the text, then up to *negatives* unrelated pairs for each.

    An unrelated pair joins entities of types that some relation type may join; which ones is decided by *seed*.
    """
    related = [
        Pair(layer.entities[r.head], layer.entities[r.tail], r.label, r.id)
        for r in sorted(layer.relations.values(), key=lambda r: (layer.entities[r.head].place, r.label, r.id))
    ]
    if not negatives or not related:
        return related
    known = {frozenset((pair.head.id, pair.tail.id)) for pair in related}
    legal: dict[tuple[str, str], bool] = {}
    entities = layer.sorted_entities()
    others = [
        Pair(head, tail, NO_RELATION, None)
        for head in entities
        for tail in entities
        if head is not tail
        and frozenset((head.id, tail.id)) not in known
        and _may_join(schema, head.label, tail.label, legal)
    ]
    wanted = min(len(others), negatives * len(related))
    chosen = random.Random(seed).sample(range(len(others)), wanted)  # noqa: S311 - a seed must give the same pairs again
    return related + [others[place] for place in sorted(chosen)]


def _may_join(schema: Schema | None, head: str, tail: str, legal: dict[tuple[str, str], bool]) -> bool:
    if schema is None:
        return True
    if (head, tail) not in legal:
        legal[head, tail] = bool(schema.legal_relations(head, tail))
    return legal[head, tail]
