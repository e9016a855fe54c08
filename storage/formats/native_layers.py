"""The layers of a native line: each mark compared with the text it lies on."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from ...models.errors import BadInput, KhaotagError
from ...models.layer import STATUSES, Chain, Entity, Layer, LayerHead, Note, Relation
from ...models.records import (
    chain_from,
    entity_from,
    listing,
    meta_of,
    note_from,
    relation_from,
    string,
    strings,
    wrong,
)
from ...models.text import is_boundary
from .ground import Ground, merged, range_on
from .json_values import check_depth
from .reading import check_range, mark_id, note_id

_LAYER = frozenset(("annotator", "status", "labels", "notes", "entities", "relations", "chains", "meta"))
_MARK_LEVEL = 6  # of an entity's attributes: article, layers, layer, entities, entity, attributes


def layer_from(record: Any, ground: Ground, annotator: str) -> Layer:
    """Return the layer of a JSON object; one without an annotator belongs to *annotator*."""
    if not isinstance(record, dict):
        wrong("layers", record, "an object")
    status = record.get("status") or "todo"
    if status not in STATUSES:
        wrong("status", status, "todo, in_progress or done")
    meta = meta_of(record, _LAYER)
    if meta:
        check_depth(meta, 4)
    entities = _entities(record, ground)
    return Layer(
        string(record, "annotator", "") or annotator,
        LayerHead(status, strings(record, "labels"), meta),
        entities,
        _relations(record, entities),
        _chains(record, entities),
        _notes(record),
    )


def _entities(layer: dict[str, Any], ground: Ground) -> dict[str, Entity]:
    found: dict[str, Entity] = {}
    text, length, moves = ground.text, len(ground.raw), bool(ground.moved.shifts)
    for record in listing(layer, "entities"):
        try:
            if type(record) is not dict:
                wrong("entities", record, "an object")
            entity = entity_from(record if "id" in record else _with_id(record))
            start, end = entity.start, entity.end
            if not entity.label:
                raise _nameless()
            if moves or entity.fragments or not (0 <= start < end <= length) or entity.attributes or entity.meta:
                entity = _placed(entity, record, ground)
            else:
                surface = record.get("text")
                if surface is not None and surface != text[start:end]:
                    raise _differs(surface, text[start:end])
                if not (is_boundary(text, start) and is_boundary(text, end)):
                    entity = _placed(entity, record, ground)
            if entity.id in found:
                _refuse_second(record, found[entity.id], entity)
        except BadInput as error:
            raise _named("Entity “{id}”: {reason}", record, error) from None
        found[entity.id] = entity
    return found


def _placed(entity: Entity, record: dict[str, Any], ground: Ground) -> Entity:
    """Return the entity on the canonical text, its surface compared, its edges on whole graphemes."""
    check_depth(entity.attributes, _MARK_LEVEL)
    check_depth(entity.meta, _MARK_LEVEL)
    for key, at in (("start", entity.start), ("end", entity.end)):
        if record.get(key, at) != at:
            value = repr(record[key])[:60]
            raise BadInput("“{key}” is {value}, but the fragments say {at}.", key=key, value=value, at=at)
    for start, end in entity.ranges:
        check_range(start, end, len(ground.raw))
    if any(one[1] > other[0] for one, other in pairwise(entity.ranges)):
        raise BadInput("The fragments overlap or are out of order.")
    # `text` is the whole slice; the fragments alone, as other tools write them, are taken too.
    expected = ground.raw[entity.start : entity.end]
    accepted = {expected, entity.surface(ground.raw)}
    ranges = merged([range_on(ground, start, end, f"“{entity.id}”") for start, end in entity.ranges])
    entity = entity._replace(start=ranges[0][0], end=ranges[-1][1], fragments=ranges if len(ranges) > 1 else ())
    surface = record.get("text")
    accepted |= {ground.text[entity.start : entity.end], entity.surface(ground.text)}
    if surface is not None and surface not in accepted:
        raise _differs(surface, expected)
    return entity


def _relations(layer: dict[str, Any], entities: dict[str, Entity]) -> dict[str, Relation]:
    found: dict[str, Relation] = {}
    for record in listing(layer, "relations"):
        try:
            if type(record) is not dict:
                wrong("relations", record, "an object")
            relation = relation_from(record if "id" in record else _with_id(record))
            if relation.head not in entities or relation.tail not in entities:
                raise _missing(relation.tail if relation.head in entities else relation.head)
            if relation.attributes or relation.meta:
                check_depth(relation.attributes, _MARK_LEVEL)
                check_depth(relation.meta, _MARK_LEVEL)
            if relation.id in found:
                _refuse_second(record, found[relation.id], relation)
        except BadInput as error:
            raise _named("Relation “{id}”: {reason}", record, error) from None
        found[relation.id] = relation
    return found


def _chains(layer: dict[str, Any], entities: dict[str, Entity]) -> dict[str, Chain]:
    found: dict[str, Chain] = {}
    for record in listing(layer, "chains"):
        try:
            if type(record) is not dict:
                wrong("chains", record, "an object")
            chain = chain_from(record if "id" in record else _with_id(record))
            for member in chain.members:
                if member not in entities:
                    raise _missing(member)
            check_depth(chain.meta, _MARK_LEVEL)
            if chain.id in found:
                _refuse_second(record, found[chain.id], chain)
        except BadInput as error:
            raise _named("Chain “{id}”: {reason}", record, error) from None
        found[chain.id] = chain
    return found


def _notes(layer: dict[str, Any]) -> dict[str, Note]:
    found: dict[str, Note] = {}
    seen: dict[tuple[str, str], int] = {}
    for record in listing(layer, "notes"):
        if type(record) is not dict:
            wrong("notes", record, "an object")
        note = note_from(record, "")
        check_depth(note.meta, _MARK_LEVEL)
        nth = seen[note.by, note.text] = seen.get((note.by, note.text), -1) + 1
        note = note._replace(id=note_id(note.by, note.text, nth))
        found[note.id] = note
    return found


def _with_id(record: dict[str, Any]) -> dict[str, Any]:
    """Return a mark of a hand-made file with an id that says what it is, so that reading it twice changes nothing."""
    if "members" in record:
        made = f"chain-{'-'.join(strings(record, 'members'))}"
    elif "head" in record:
        made = f"{record.get('label')}-{record.get('head')}-{record.get('tail')}"
    else:
        made = mark_id(str(record.get("label")), record.get("start", 0), record.get("end", 0))
    return {"id": made, **record}


def _differs(surface: Any, expected: str) -> BadInput:
    return BadInput(
        "its text is “{surface}”, but the article has “{expected}” there.",
        surface=str(surface)[:60],
        expected=expected[:60],
    )


def _nameless() -> BadInput:
    return BadInput("it has no label.")


def _missing(mark: str) -> BadInput:
    return BadInput("the entity “{id}” is not there.", id=mark)


def _named(template: str, record: Any, error: KhaotagError) -> BadInput:
    mark = record.get("id", "?") if isinstance(record, dict) else "?"
    return BadInput(template, id=str(mark)[:60], reason=error.message)


def _refuse_second(record: dict[str, Any], first: object, second: object) -> None:
    # marks without ids of their own got them from what they are: the same mark twice is one
    if "id" in record or first != second:
        raise BadInput("another one has the same id.")
