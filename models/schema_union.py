"""Uniting two projects' schemas: what the other one adds, what it defines otherwise, which labels may be the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, Protocol, TypeVar

from .renaming import LabelMap
from .schema import EntityType, RelationType, Schema, Words

# How a type looks and which key it has is a project's own business.
_LOOKS = frozenset(("key", "short", "light", "dark", "pattern", "group", "archived"))


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_Entry = TypeVar("_Entry", bound=_HasId)


class SchemaUnion(NamedTuple):
    """Our schema with what theirs adds to it.

    `entities` and `relations` are ids that were added; `differing` are ids that mean something else there, where ours
    stays; `alike` proposes which id of ours may be meant by one that is added, for a person to confirm.
    """

    schema: Schema
    entities: tuple[str, ...]
    relations: tuple[str, ...]
    differing: tuple[str, ...]
    alike: LabelMap


def unite(ours: Schema, theirs: Schema, labels: LabelMap) -> SchemaUnion:
    """Unite two schemas; types of theirs that *labels* maps to ours are not added.

    New types come into the run of ascending ids at the end of ours, so that the order of merging leaves no trace.
    """
    entities = [kind for kind in theirs.entities if kind.id not in {**ours.entity_types, **labels.entities}]
    relations = [kind for kind in theirs.relations if kind.id not in {**ours.relation_types, **labels.relations}]
    keys = {kind.key for kind in ours.entities if kind.key and not kind.archived}
    schema = Schema(
        ours.name,
        ours.version,
        ours.title,
        _inserted(ours.entities, [kind._replace(key=None) if kind.key in keys else kind for kind in entities]),
        _inserted(ours.relations, [_mapped(kind, labels) for kind in relations]),
        _inserted(ours.labels, _lacking(ours.labels, theirs.labels)),
        _inserted(ours.groups, _lacking(ours.groups, theirs.groups)),
        {**theirs.maps, **ours.maps},
    )
    return SchemaUnion(
        schema,
        tuple(sorted(kind.id for kind in entities)),
        tuple(sorted(kind.id for kind in relations)),
        tuple(_differing(ours, theirs, labels)),
        LabelMap(_alike(ours.entities, entities), _alike(ours.relations, relations)),
    )


def _inserted(ours: Sequence[_Entry], new: Sequence[_Entry]) -> tuple[_Entry, ...]:
    start = len(ours)
    while start > 1 and ours[start - 2].id < ours[start - 1].id:
        start -= 1
    start = max(0, start - 1)
    return (*ours[:start], *sorted((*ours[start:], *new), key=lambda entry: entry.id))


def _lacking(ours: Iterable[_Entry], theirs: Iterable[_Entry]) -> list[_Entry]:
    known = {entry.id for entry in ours}
    return [entry for entry in theirs if entry.id not in known]


def _mapped(kind: RelationType, labels: LabelMap) -> RelationType:
    def ids(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(labels.entities.get(name, name) for name in names))

    return kind._replace(joins=tuple((ids(heads), ids(tails)) for heads, tails in kind.joins))


def _differing(ours: Schema, theirs: Schema, labels: LabelMap) -> Iterable[str]:
    for entity in theirs.entities:
        known = ours.entity_types.get(entity.id)
        if known is not None and _meaning(known) != _meaning(entity):
            yield entity.id
    for relation in theirs.relations:
        there = ours.relation_types.get(relation.id)
        if there is not None and _meaning(there) != _meaning(_mapped(relation, labels)):
            yield relation.id


def _meaning(kind: EntityType | RelationType) -> dict[str, Any]:
    return {key: value for key, value in kind._asdict().items() if key not in _LOOKS}


def _alike(ours: Iterable[EntityType | RelationType], new: Iterable[EntityType | RelationType]) -> dict[str, str]:
    """Return which of ours has the same name, in either language, or the same id but for case."""
    known = {name: kind.id for kind in reversed([*ours]) for name in _names(kind.id, kind.name)}
    found = {}
    for kind in new:
        same = next((known[name] for name in _names(kind.id, kind.name) if name in known), None)
        if same is not None:
            found[kind.id] = same
    return found


def _names(label: str, name: Words) -> list[str]:
    return [said.casefold() for said in (label, name.en, name.th) if said]
