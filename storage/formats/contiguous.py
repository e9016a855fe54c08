"""What formats with one range an entity write of a layer."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import NamedTuple

from ...models.article import Article
from ...models.errors import Message
from ...models.layer import Entity, Layer, Relation
from .contract import Loss, LossSink


class Marks(NamedTuple):
    """Entities in the order of the text, and relations between them in the order of their ids."""

    entities: list[Entity]
    relations: list[Relation]


def contiguous(
    article: Article,
    layer: Layer,
    sink: LossSink,
    labels: Container[str] | None = None,
    excluded: Sequence[tuple[int, int]] = (),
) -> Marks:
    """Return the entities in one piece, whole with all they carry, and the relations that join them.

    Where *labels* are given, an entity must have one of them; it must not touch what is *excluded*.
    """
    entities: list[Entity] = []
    for entity in layer.sorted_entities():
        if entity.fragments:
            sink.lost(Loss(article.id, entity.id, Message("It is discontinuous.")))
        elif labels is not None and entity.label not in labels:
            sink.lost(Loss(article.id, entity.id, Message("The schema has no type {labels}.", labels=entity.label)))
        elif any(start < entity.end and entity.start < end for start, end in excluded):
            sink.lost(Loss(article.id, entity.id, Message("It lies in an excluded stretch.")))
        else:
            entities.append(entity)
    there = {entity.id for entity in entities}
    relations: list[Relation] = []
    for _, relation in sorted(layer.relations.items()):
        if relation.head in there and relation.tail in there:
            relations.append(relation)
        else:
            sink.lost(Loss(article.id, relation.id, Message("An entity that it joins cannot be written.")))
    return Marks(entities, relations)
