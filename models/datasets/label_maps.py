"""Label maps: the labels of one schema told in another's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..errors import Message
from ..layer import Entity, Layer, Relation
from ..schema import Schema

LEFT_OUT = Message("The label map has no label for {label}.")


class LabelMap(NamedTuple):
    """What each label is called afterwards; `whole` maps leave out entities of labels that they do not name.

    Relation labels are renamed too, and kept where the map does not name them.
    """

    names: Mapping[str, str]
    whole: bool


class Mapped(NamedTuple):
    """A layer in other labels, and the marks that it lost with the reason."""

    layer: Layer
    lost: list[tuple[Entity | Relation, Message]]


def mapped(layer: Layer, by: LabelMap) -> Mapped:
    """Return a layer in the map's labels; relations go with their ends, chains with their members."""
    lost: list[tuple[Entity | Relation, Message]] = []
    entities: dict[str, Entity] = {}
    for entity in layer.sorted_entities():
        name = by.names.get(entity.label, None if by.whole else entity.label)
        if name is None:
            lost.append((entity, Message(LEFT_OUT.template, label=entity.label)))
        else:
            entities[entity.id] = entity if name == entity.label else entity._replace(label=name)
    relations: dict[str, Relation] = {}
    for key, relation in sorted(layer.relations.items()):
        if relation.head in entities and relation.tail in entities:
            name = by.names.get(relation.label, relation.label)
            relations[key] = relation if name == relation.label else relation._replace(label=name)
        else:
            lost.append((relation, Message("An entity that it joins is left out.")))
    return Mapped(with_marks(layer, entities, relations), lost)


def with_marks(layer: Layer, entities: Mapping[str, Entity], relations: Mapping[str, Relation]) -> Layer:
    """Return a layer with these marks alone; chains keep the members that are left, if more than one."""
    chains = {}
    for chain in layer.chains.values():
        members = tuple(member for member in chain.members if member in entities)
        if len(members) > 1:
            chains[chain.id] = chain._replace(members=members)
    return layer._replace(entities=entities, relations=relations, chains=chains)


def mapped_schema(schema: Schema, by: LabelMap, target: Schema | None) -> Schema:
    """Return the schema of mapped layers: the *target* the map is made for, or one with the new names alone."""
    if target is not None:
        return target
    kept = [entity for entity in schema.entities if not by.whole or entity.id in by.names]
    names = list(dict.fromkeys(by.names.get(entity.id, entity.id) for entity in kept))
    known = {entity.id: entity for entity in schema.entities}
    first = {by.names.get(entity.id, entity.id): entity for entity in reversed(kept)}
    entities = tuple(known.get(name) or first[name]._replace(id=name, key=None) for name in names)
    renamed = {relation.id: by.names.get(relation.id, relation.id) for relation in schema.relations}
    relations = tuple(
        relation._replace(
            id=renamed[relation.id],
            joins=tuple(
                (
                    tuple(dict.fromkeys(by.names.get(label, label) for label in heads)),
                    tuple(dict.fromkeys(by.names.get(label, label) for label in tails)),
                )
                for heads, tails in relation.joins
            ),
        )
        for relation in {renamed[relation.id]: relation for relation in reversed(schema.relations)}.values()
    )
    return Schema(schema.name, schema.version, schema.title, entities, relations[::-1], schema.labels, schema.groups)
