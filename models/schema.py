"""The schema: entity types, relation types with what they may join, attributes and article labels of a project."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Literal, NamedTuple

from .article import JsonObject
from .errors import BadInput
from .layer import Entity, Layer

Pattern = Literal["solid", "dash", "dot", "dash-dot"]
PATTERNS: tuple[Pattern, ...] = ("solid", "dash", "dot", "dash-dot")
COMMAND_KEYS = frozenset("greanpx")
EVERY = "*"


class Words(NamedTuple):
    """The same words in Thai and English."""

    th: str = ""
    en: str = ""

    def in_language(self, language: str) -> str:
        """Return the words in “th” or “en”, or in the other one where they are missing."""
        return (self.th or self.en) if language == "th" else (self.en or self.th)


class Choice(NamedTuple):
    """One value of a choice attribute."""

    id: str
    name: Words


class Attribute(NamedTuple):
    """A named value that an entity or relation may carry."""

    id: str
    name: Words
    kind: Literal["string", "choice", "boolean", "link"] = "string"
    choices: tuple[Choice, ...] = ()


class EntityType(NamedTuple):
    """A label for entities; `id` never changes, colours are “#rrggbb” inks for the light and the dark theme."""

    id: str
    name: Words
    short: Words
    key: str | None = None
    light: str = "#565E6C"
    dark: str = "#A3AAB6"
    pattern: Pattern = "solid"
    group: str | None = None
    guideline: Words = Words()
    right: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    nested: bool = True
    crossing: bool = True
    discontinuous: bool = False
    archived: bool = False


class RelationType(NamedTuple):
    """A label for relations; `joins` are head×tail blocks of type ids, “*” standing for every type."""

    id: str
    name: Words
    key: str | None = None
    symmetric: bool = False
    same_type: bool = False
    joins: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    guideline: Words = Words()
    right: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    archived: bool = False

    def allows(self, head: str, tail: str) -> bool:
        """Tell whether the relation may lead from a *head* type to a *tail* type."""
        if self.same_type and head != tail:
            return False
        return any(
            (EVERY in heads or head in heads) and (EVERY in tails or tail in tails) for heads, tails in self.joins
        )


class Named(NamedTuple):
    """A group of entity types or an article label."""

    id: str
    name: Words


class Schema:
    """A project's labels. Immutable; types keep the order they were written in."""

    def __init__(
        self,
        name: str,
        version: int,
        title: Words,
        entities: tuple[EntityType, ...],
        relations: tuple[RelationType, ...] = (),
        labels: tuple[Named, ...] = (),
        groups: tuple[Named, ...] = (),
        maps: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        self.name = name
        self.version = version
        self.title = title
        self.entities = entities
        self.relations = relations
        self.labels = labels
        self.groups = groups
        self.maps: Mapping[str, Mapping[str, str]] = maps or {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Schema) and self.to_record() == other.to_record()

    def __hash__(self) -> int:
        return hash((self.name, self.version, self.entities, self.relations))

    @cached_property
    def entity_types(self) -> Mapping[str, EntityType]:
        """Entity types by id, archived ones included."""
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def relation_types(self) -> Mapping[str, RelationType]:
        """Relation types by id, archived ones included."""
        return {relation.id: relation for relation in self.relations}

    @cached_property
    def by_key(self) -> Mapping[str, EntityType]:
        """The entity type that each key stands for."""
        return {e.key: e for e in self.entities if e.key and not e.archived}

    def entity_type(self, label: str) -> EntityType:
        """Return the type called *label*, or a plain one with that name where the schema has none."""
        return self.entity_types.get(label) or EntityType(label, Words(label, label), Words(label, label))

    def relation_type(self, label: str) -> RelationType:
        """Return the relation type called *label*, or one that may join nothing where the schema has none."""
        return self.relation_types.get(label) or RelationType(label, Words(label, label))

    def legal_relations(self, head: str, tail: str) -> list[RelationType]:
        """Return the relation types that may lead from one entity type to another."""
        return [relation for relation in self.relations if not relation.archived and relation.allows(head, tail)]

    def with_entity_types(self, labels: list[str]) -> Schema:
        """Return the schema with plain entity types added for *labels* that it lacks; the version stays."""
        new = tuple(EntityType(x, Words(x, x), Words(x, x)) for x in labels if x not in self.entity_types)
        return self._with(self.entities + new, self.relations)

    def with_relation_types(self, labels: list[str]) -> Schema:
        """Return the schema with relation types added for *labels* that it lacks, allowed between all types."""
        joins = (((EVERY,), (EVERY,)),)
        new = tuple(RelationType(x, Words(x, x), joins=joins) for x in labels if x not in self.relation_types)
        return self._with(self.entities, self.relations + new)

    def _with(self, entities: tuple[EntityType, ...], relations: tuple[RelationType, ...]) -> Schema:
        return Schema(self.name, self.version, self.title, entities, relations, self.labels, self.groups, self.maps)

    def misfits(self, layer: Layer) -> list[tuple[str, str]]:
        """Return (what, id) of the marks of a layer that the schema does not allow.

        `what` is “entity type”, “relation type”, “relation” (an illegal pair) or “discontinuous”.
        """
        found: list[tuple[str, str]] = []
        for entity in layer.sorted_entities():
            known = self.entity_types.get(entity.label)
            if known is None:
                found.append(("entity type", entity.id))
            elif entity.fragments and not known.discontinuous:
                found.append(("discontinuous", entity.id))
        for relation in layer.relations.values():
            kind = self.relation_types.get(relation.label)
            if kind is None:
                found.append(("relation type", relation.id))
            elif not self._joins(kind, layer.entities, relation.head, relation.tail):
                found.append(("relation", relation.id))
        return found

    @staticmethod
    def _joins(kind: RelationType, entities: Mapping[str, Entity], head: str, tail: str) -> bool:
        return head in entities and tail in entities and kind.allows(entities[head].label, entities[tail].label)

    def to_record(self) -> dict[str, Any]:
        """Return the schema as a JSON object with the keys of a schema file."""
        record: dict[str, Any] = {
            "name": self.name,
            "version": self.version,
            "title": self.title._asdict(),
            "groups": [_named(group) for group in self.groups],
            "entities": [_entity_record(entity) for entity in self.entities],
            "relations": [_relation_record(relation) for relation in self.relations],
            "labels": [_named(label) for label in self.labels],
            "maps": {name: dict(pairs) for name, pairs in self.maps.items()},
        }
        return {key: value for key, value in record.items() if value not in ([], {})}


def schema_from_record(record: JsonObject) -> Schema:
    """Return the schema that a TOML or JSON object describes; BadInput names the key that is wrong."""
    try:
        schema = Schema(
            name=str(record["name"]),
            version=int(record.get("version", 1)),
            title=_words(record.get("title", record["name"])),
            entities=tuple(_entity_type(entry) for entry in record.get("entities", ())),
            relations=tuple(_relation_type(entry) for entry in record.get("relations", ())),
            labels=tuple(Named(str(e["id"]), _words(e.get("name", e["id"]))) for e in record.get("labels", ())),
            groups=tuple(Named(str(e["id"]), _words(e.get("name", e["id"]))) for e in record.get("groups", ())),
            maps={str(k): {str(a): str(b) for a, b in v.items()} for k, v in record.get("maps", {}).items()},
        )
    except KeyError as error:
        raise BadInput("The schema lacks the key {key}.", key=str(error)) from None
    except (TypeError, ValueError, AttributeError) as error:
        raise BadInput("The schema cannot be read: {reason}.", reason=str(error)) from None
    _refuse_clashes(schema)
    return schema


def _refuse_clashes(schema: Schema) -> None:
    if not schema.entities:
        raise BadInput("The schema has no entity types.")
    _refuse_keys(schema)
    for kind, ids in (("entities", [e.id for e in schema.entities]), ("relations", [r.id for r in schema.relations])):
        for name in ids:
            if ids.count(name) > 1:
                raise BadInput("“{id}” stands twice under {kind}.", id=name, kind=kind)
    for relation in schema.relations:
        for name in (name for block in relation.joins for names in block for name in names):
            if name != EVERY and name not in schema.entity_types:
                raise BadInput(
                    "The relation “{relation}” joins “{label}”, which is no entity type.",
                    relation=relation.id,
                    label=name,
                )


def _refuse_keys(schema: Schema) -> None:
    keys: dict[str, str] = {}
    for entity in schema.entities:
        if entity.pattern not in PATTERNS:
            raise BadInput(
                "“{label}” has the pattern “{pattern}”; it can be solid, dash, dot or dash-dot.",
                label=entity.id,
                pattern=entity.pattern,
            )
        if entity.key is None or entity.archived:
            continue
        if entity.key in COMMAND_KEYS or len(entity.key) != 1 or not entity.key.isalnum():
            raise BadInput("“{label}” claims the key “{key}”, which is a command.", label=entity.id, key=entity.key)
        if entity.key in keys:
            raise BadInput(
                "“{one}” and “{other}” claim the same key “{key}”.",
                one=keys[entity.key],
                other=entity.id,
                key=entity.key,
            )
        keys[entity.key] = entity.id


def _words(value: Any) -> Words:
    return Words(value, value) if isinstance(value, str) else Words(str(value.get("th", "")), str(value.get("en", "")))


def _attribute(entry: JsonObject) -> Attribute:
    choices = tuple(
        Choice(c, Words(c, c)) if isinstance(c, str) else Choice(str(c["id"]), _words(c.get("name", c["id"])))
        for c in entry.get("choices", ())
    )
    return Attribute(str(entry["id"]), _words(entry.get("name", entry["id"])), entry.get("kind", "string"), choices)


def _entity_type(entry: JsonObject) -> EntityType:
    name = _words(entry.get("name", entry["id"]))
    colour = entry.get("colour", {})
    examples = entry.get("examples", {})
    return EntityType(
        id=str(entry["id"]),
        name=name,
        short=_words(entry["short"]) if "short" in entry else name,
        key=str(entry["key"]).lower() if entry.get("key") else None,
        light=str(colour.get("light", EntityType._field_defaults["light"])),
        dark=str(colour.get("dark", EntityType._field_defaults["dark"])),
        pattern=entry.get("pattern", "solid"),
        group=entry.get("group"),
        guideline=_words(entry.get("guideline", "")),
        right=tuple(examples.get("right", ())),
        wrong=tuple(examples.get("wrong", ())),
        attributes=tuple(_attribute(a) for a in entry.get("attributes", ())),
        nested=bool(entry.get("nested", True)),
        crossing=bool(entry.get("crossing", True)),
        discontinuous=bool(entry.get("discontinuous", False)),
        archived=bool(entry.get("archived", False)),
    )


def _relation_type(entry: JsonObject) -> RelationType:
    examples = entry.get("examples", {})
    return RelationType(
        id=str(entry["id"]),
        name=_words(entry.get("name", entry["id"])),
        key=str(entry["key"]).lower() if entry.get("key") else None,
        symmetric=bool(entry.get("symmetric", False)),
        same_type=bool(entry.get("same_type", False)),
        joins=tuple((tuple(block["head"]), tuple(block["tail"])) for block in entry.get("joins", ())),
        guideline=_words(entry.get("guideline", "")),
        right=tuple(examples.get("right", ())),
        wrong=tuple(examples.get("wrong", ())),
        attributes=tuple(_attribute(a) for a in entry.get("attributes", ())),
        archived=bool(entry.get("archived", False)),
    )


def _named(value: Named) -> dict[str, Any]:
    return {"id": value.id, "name": value.name._asdict()}


def _attribute_record(attribute: Attribute) -> dict[str, Any]:
    record: dict[str, Any] = {"id": attribute.id, "name": attribute.name._asdict(), "kind": attribute.kind}
    if attribute.choices:
        record["choices"] = [{"id": choice.id, "name": choice.name._asdict()} for choice in attribute.choices]
    return record


def _entity_record(entity: EntityType) -> dict[str, Any]:
    record: dict[str, Any] = {
        "id": entity.id,
        "name": entity.name._asdict(),
        "short": entity.short._asdict(),
        "key": entity.key,
        "colour": {"light": entity.light, "dark": entity.dark},
        "pattern": entity.pattern,
        "group": entity.group,
        "guideline": entity.guideline._asdict(),
        "examples": {"right": list(entity.right), "wrong": list(entity.wrong)},
        "nested": entity.nested,
        "crossing": entity.crossing,
        "discontinuous": entity.discontinuous,
        "archived": entity.archived or None,
        "attributes": [_attribute_record(attribute) for attribute in entity.attributes] or None,
    }
    return {key: value for key, value in record.items() if value is not None}


def _relation_record(relation: RelationType) -> dict[str, Any]:
    record: dict[str, Any] = {
        "id": relation.id,
        "name": relation.name._asdict(),
        "key": relation.key,
        "symmetric": relation.symmetric,
        "same_type": relation.same_type,
        "joins": [{"head": list(heads), "tail": list(tails)} for heads, tails in relation.joins],
        "guideline": relation.guideline._asdict(),
        "examples": {"right": list(relation.right), "wrong": list(relation.wrong)},
        "archived": relation.archived or None,
        "attributes": [_attribute_record(attribute) for attribute in relation.attributes] or None,
    }
    return {key: value for key, value in record.items() if value is not None}
