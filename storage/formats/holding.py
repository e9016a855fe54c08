"""What of a layer a format can hold: the rest is reported, mark by mark, before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from ...models.article import NOTHING, Article
from ...models.errors import Message
from ...models.layer import Chain, Entity, Layer, LayerHead, Relation
from .contract import Loss, LossSink
from .writing import report_counts, with_origin

Refusal = Callable[[Entity], Message | None]


class Holds(NamedTuple):
    """What a format has a place for, beside labelled spans."""

    discontinuous: bool = False
    relations: bool = False
    attributes: bool = False
    notes: bool = False
    remarks: bool = False
    chains: bool = False
    labels: bool = False
    chain_labels: bool = False


def held(article: Article, layer: Layer, holds: Holds, sink: LossSink, refuse: Refusal = lambda _: None) -> Layer:
    """Return the layer with what can be written alone; *refuse* says why an entity cannot be."""
    entities: dict[str, Entity] = {}
    for entity in layer.sorted_entities():
        why = refuse(entity)
        if why is None and entity.fragments and not holds.discontinuous:
            why = Message("It is discontinuous.")
        if why is not None:
            sink.lost(Loss(article.id, entity.id, why))
            continue
        attributes, note = entity.attributes if holds.attributes else NOTHING, entity.note if holds.notes else None
        entities[entity.id] = Entity(
            entity.id, entity.label, entity.start, entity.end, entity.fragments, attributes, note or None
        )
    relations = _relations(article, layer, holds, entities, sink)
    chains = _chains(article, layer, holds, entities, sink) if holds.chains else {}
    _report(article, layer, holds, sink)
    head = LayerHead(layer.head.status, layer.head.labels if holds.labels else ())
    return Layer(layer.annotator, head, entities, relations, chains, layer.notes if holds.remarks else {})


def _relations(
    article: Article, layer: Layer, holds: Holds, entities: Mapping[str, Entity], sink: LossSink
) -> dict[str, Relation]:
    found = {}
    for _, relation in sorted(layer.relations.items()):
        if not holds.relations:
            sink.lost(Loss(article.id, relation.id, Message("This format holds no relations.")))
        elif relation.head not in entities or relation.tail not in entities:
            sink.lost(Loss(article.id, relation.id, Message("An entity that it joins cannot be written.")))
        else:
            attributes = relation.attributes if holds.attributes else NOTHING
            note = relation.note if holds.notes else None
            found[relation.id] = Relation(
                relation.id, relation.label, relation.head, relation.tail, attributes, note or None
            )
    return found


def _chains(
    article: Article, layer: Layer, holds: Holds, entities: Mapping[str, Entity], sink: LossSink
) -> dict[str, Chain]:
    found = {}
    for _, chain in sorted(layer.chains.items()):
        members = tuple(dict.fromkeys(member for member in chain.members if member in entities))
        if not members:
            sink.lost(Loss(article.id, "chains", Message("No entity of the chain “{id}” can be written.", id=chain.id)))
            continue
        found[chain.id] = Chain(chain.id, chain.label if holds.chain_labels else None, members)
        if chain.label and not holds.chain_labels:
            why = Message("The label of the chain “{id}” has no place in this format.", id=chain.id)
            sink.lost(Loss(article.id, "chains", why))
    return found


def _report(article: Article, layer: Layer, holds: Holds, sink: LossSink) -> None:
    marks: list[Entity | Relation] = [*layer.entities.values(), *layer.relations.values()]
    with_attributes = sum(1 for mark in marks if mark.attributes)
    noted = sum(1 for mark in marks if mark.note)
    report_counts(
        article.id,
        sink,
        attributes=0 if holds.attributes else with_attributes,
        notes=(0 if holds.notes else noted) + (0 if holds.remarks else len(layer.notes)),
        chains=0 if holds.chains else len(layer.chains),
        origins=with_origin(marks),
        labels=0 if holds.labels else len(layer.head.labels),
    )
