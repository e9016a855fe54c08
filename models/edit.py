"""The verbs: what a person can do to a layer, each a pure function that checks the step and returns its Change."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from .article import Article, Exclusion, JsonObject
from .change import Change, RowChange
from .errors import BadInput
from .layer import HUMAN, STATUSES, Chain, Entity, Fragment, Layer, Note, Relation
from .locking import refuse_locked
from .schema import Attribute, Schema
from .text import is_boundary
from .tokens import Token


def mark(
    article: Article,
    layer: Layer,
    schema: Schema,
    entity_id: str,
    label: str,
    fragments: Sequence[Fragment],
    *,
    attributes: JsonObject | None = None,
    note: str | None = None,
    origin: str = HUMAN,
    score: float | None = None,
) -> Change:
    """Mark a new entity over *fragments* (one or more [start, end))."""
    ranges = checked_ranges(article.text, fragments)
    refuse_taken(layer, entity_id)
    entity = Entity(
        entity_id,
        label,
        ranges[0][0],
        ranges[-1][1],
        ranges if len(ranges) > 1 else (),
        _checked_attributes(schema.entity_type(label).attributes, attributes or {}),
        note or None,
        origin,
        score,
    )
    refuse_entity(layer, schema, entity)
    return _change("mark", article, layer, [RowChange("entity", entity_id, None, entity)])


def relabel(article: Article, layer: Layer, schema: Schema, mark_id: str, label: str) -> Change:
    """Give an entity or a relation another label; relations of the entity that become illegal refuse it."""
    if mark_id in layer.relations:
        relation = layer.relations[mark_id]
        after = relation._replace(label=label)
        refuse_relation(layer, schema, after)
        return _change("relabel", article, layer, [RowChange("relation", mark_id, relation, after)])
    entity = entity_of(layer, mark_id)
    changed = entity._replace(label=label)
    if label == entity.label:
        raise BadInput("“{id}” has the label “{label}” already.", id=mark_id, label=label)
    refuse_entity(layer, schema, changed)
    relabelled = layer._replace(entities={**layer.entities, mark_id: changed})
    broken = [r for r in layer.relations_of(mark_id) if not _legal(relabelled, schema, r)]
    if broken:
        raise BadInput(
            "As “{label}” this entity cannot keep its relation “{relation}”. Remove the relation first.",
            label=label,
            relation=broken[0].label,
        )
    return _change("relabel", article, layer, [RowChange("entity", mark_id, entity, changed)])


def resize(article: Article, layer: Layer, schema: Schema, entity_id: str, fragments: Sequence[Fragment]) -> Change:
    """Give an entity other ranges; its id, relations and attributes stay."""
    entity = entity_of(layer, entity_id)
    ranges = checked_ranges(article.text, fragments)
    changed = entity._replace(start=ranges[0][0], end=ranges[-1][1], fragments=ranges if len(ranges) > 1 else ())
    if changed == entity:
        raise BadInput("The entity “{id}” has these edges already.", id=entity_id)
    refuse_entity(layer, schema, changed)
    return _change("resize", article, layer, [RowChange("entity", entity_id, entity, changed)])


def remove(article: Article, layer: Layer, mark_id: str) -> Change:
    """Remove a relation, or an entity with its relations and its places in chains."""
    if mark_id not in layer.entities and mark_id in layer.relations:
        return unrelate(article, layer, mark_id)
    if mark_id not in layer.entities and mark_id in layer.chains:
        return _change("unchain", article, layer, [RowChange("chain", mark_id, layer.chains[mark_id], None)])
    entity = entity_of(layer, mark_id)
    rows = [RowChange("relation", r.id, r, None) for r in layer.relations_of(mark_id)]
    for chain in layer.chains_of(mark_id):
        left = tuple(member for member in chain.members if member != mark_id)
        after = chain._replace(members=left) if len(left) > 1 else None
        rows.append(RowChange("chain", chain.id, chain, after))
    rows.append(RowChange("entity", mark_id, entity, None))
    return _change("remove", article, layer, rows)


def relate(
    article: Article,
    layer: Layer,
    schema: Schema,
    relation_id: str,
    label: str,
    head: str,
    tail: str,
    *,
    attributes: JsonObject | None = None,
    origin: str = HUMAN,
) -> Change:
    """Link two entities of the layer."""
    refuse_taken(layer, relation_id)
    attributes = _checked_attributes(schema.relation_type(label).attributes, attributes or {})
    relation = Relation(relation_id, label, head, tail, attributes, origin=origin)
    refuse_relation(layer, schema, relation)
    return _change("relate", article, layer, [RowChange("relation", relation_id, None, relation)])


def flip(article: Article, layer: Layer, schema: Schema, relation_id: str) -> Change:
    """Turn a relation round, where the schema allows it."""
    relation = relation_of(layer, relation_id)
    after = relation._replace(head=relation.tail, tail=relation.head)
    refuse_relation(layer, schema, after)
    return _change("flip", article, layer, [RowChange("relation", relation_id, relation, after)])


def unrelate(article: Article, layer: Layer, relation_id: str) -> Change:
    """Remove a relation."""
    relation = relation_of(layer, relation_id)
    return _change("unrelate", article, layer, [RowChange("relation", relation_id, relation, None)])


def annotate(article: Article, layer: Layer, mark_id: str, note: str | None) -> Change:
    """Set or clear the note of an entity or relation."""
    if mark_id in layer.relations:
        relation = layer.relations[mark_id]
        row = RowChange("relation", mark_id, relation, relation._replace(note=note or None))
    else:
        entity = entity_of(layer, mark_id)
        row = RowChange("entity", mark_id, entity, entity._replace(note=note or None))
    return _change("note", article, layer, [row])


def set_attributes(article: Article, layer: Layer, schema: Schema, mark_id: str, attributes: JsonObject) -> Change:
    """Set attributes of an entity or relation; a value of None clears one, attributes not named stay."""
    if mark_id in layer.relations:
        relation = layer.relations[mark_id]
        merged = _merged(relation.attributes, attributes)
        merged = _checked_attributes(schema.relation_type(relation.label).attributes, merged)
        row = RowChange("relation", mark_id, relation, relation._replace(attributes=merged))
    else:
        entity = entity_of(layer, mark_id)
        merged = _merged(entity.attributes, attributes)
        merged = _checked_attributes(schema.entity_type(entity.label).attributes, merged)
        row = RowChange("entity", mark_id, entity, entity._replace(attributes=merged))
    return _change("attributes", article, layer, [row])


def leave_note(article: Article, layer: Layer, note: Note) -> Change:
    """Leave or change a note on the layer's article."""
    if not note.text.strip():
        raise BadInput("A note needs a text.")
    before = layer.notes.get(note.id)
    return _change("note", article, layer, [RowChange("note", note.id, before, note)], starts=False)


def chain(article: Article, layer: Layer, chain_id: str, members: Sequence[str], label: str | None) -> Change:
    """Make or change a chain of entities that name the same thing; no members dissolve it."""
    for member in members:
        entity_of(layer, member)
    before = layer.chains.get(chain_id)
    if before is None:
        refuse_taken(layer, chain_id)
    if len(set(members)) < 2 and not (before and not members):
        raise BadInput("A chain needs at least two entities.")
    after = Chain(chain_id, label, tuple(dict.fromkeys(members))) if members else None
    if before and after:
        after = after._replace(meta=before.meta)
    return _change("chain", article, layer, [RowChange("chain", chain_id, before, after)])


def set_status(article: Article, layer: Layer, status: str) -> Change:
    """Say how far the layer is."""
    if status not in STATUSES:
        raise BadInput("The status can be todo, in_progress or done, not “{status}”.", status=status)
    if status == layer.head.status:
        raise BadInput("The layer has the status “{status}” already.", status=status)
    row = RowChange("layer", layer.annotator, layer.head, layer.head._replace(status=status))
    return Change("status", article.id, layer.annotator, (row,))


def set_labels(article: Article, layer: Layer, schema: Schema, labels: Sequence[str]) -> Change:
    """Set the article labels of a layer."""
    refuse_locked(layer)
    known = {label.id for label in schema.labels}
    for label in labels:
        if label not in known:
            raise BadInput("The schema has no article label “{label}”.", label=label)
    row = RowChange("layer", layer.annotator, layer.head, layer.head._replace(labels=tuple(sorted(set(labels)))))
    return Change("labels", article.id, layer.annotator, (row,))


def exclude(article: Article, layer: Layer, exclusion: Exclusion) -> Change:
    """Propose, confirm or dismiss that a stretch is not news text."""
    (start, end), *_ = checked_ranges(article.text, [(exclusion.start, exclusion.end)])
    others = tuple(e for e in article.state.excluded if (e.start, e.end) != (start, end))
    known = next((e for e in article.state.excluded if (e.start, e.end) == (start, end)), None)
    if known is not None:
        exclusion = known._replace(state=exclusion.state, reason=exclusion.reason or known.reason)
    after = article.state._replace(excluded=tuple(sorted((*others, exclusion), key=lambda e: e[:2])))
    return _article_change("exclude", article, layer, after)


def split_token(article: Article, layer: Layer, tokens: Sequence[Token], tokenizer: str, at: int) -> Change:
    """Cut the token around offset *at* in two; *tokens* are the article's present ones."""
    if not is_boundary(article.text, at):
        raise BadInput("Offset {at} lies inside a character that cannot be cut.", at=at)
    if not any(start < at < end for start, end in tokens):
        raise BadInput("Offset {at} is not inside a token.", at=at)
    state = article.state
    if at in state.joins:
        after = state._replace(joins=tuple(j for j in state.joins if j != at))
    else:
        after = state._replace(cuts=tuple(sorted((*state.cuts, at))))
    return _article_change("split_token", article, layer, after._replace(tokenizer=tokenizer))


def merge_tokens(
    article: Article, layer: Layer, tokens: Sequence[Token], tokenizer: str, start: int, end: int
) -> Change:
    """Make one token of those that lie in [start, end)."""
    inner = [token for token in tokens if token[0] < end and token[1] > start]
    edges = {edge for token in inner for edge in token}
    if len(inner) < 2 or start not in edges or end not in edges:
        raise BadInput("[{start}, {end}) is not a run of two or more tokens.", start=start, end=end)
    if any(left[1] != right[0] for left, right in pairwise(inner)):
        raise BadInput("A token cannot reach across a line end or an excluded stretch.")
    gone = edges - {start, end}
    state = article.state
    cuts = tuple(cut for cut in state.cuts if cut not in gone)
    joins = tuple(sorted({*state.joins, *(gone - set(state.cuts))}))
    return _article_change("merge_tokens", article, layer, state._replace(cuts=cuts, joins=joins, tokenizer=tokenizer))


def one_word(article: Article, layer: Layer, tokens: Sequence[Token], tokenizer: str, start: int, end: int) -> Change:
    """Make exactly [start, end) one token: what lies inside is merged, what reaches over an edge is cut there."""
    checked_ranges(article.text, [(start, end)])
    inner = [token for token in tokens if token[0] < end and token[1] > start]
    whole = inner and inner[0][0] <= start and inner[-1][1] >= end
    if not whole or any(left[1] != right[0] for left, right in pairwise(inner)):
        raise BadInput("A token cannot reach across a line end or an excluded stretch.")
    present = {edge for token in tokens for edge in token}
    wanted = {edge for edge in present if not start < edge < end} | {start, end}
    state = article.state
    proposed = (present - set(state.cuts)) | set(state.joins)
    after = state._replace(
        cuts=tuple(sorted(wanted - proposed)), joins=tuple(sorted(proposed - wanted)), tokenizer=tokenizer
    )
    return _article_change("one_word", article, layer, after)


def teach(word: str, article: str | None = None, annotator: str | None = None) -> Change:
    """Teach the project's dictionary a word; with the article at hand, its undo takes it back."""
    if not word.strip() or "\n" in word:
        raise BadInput("A word of the dictionary is a stretch of one line, and not empty.")
    return Change("teach", article, annotator, (RowChange("word", word, None, word),))


def entity_of(layer: Layer, entity_id: str) -> Entity:
    """Return an entity of the layer; BadInput where there is none of that id."""
    entity = layer.entities.get(entity_id)
    if entity is None:
        raise BadInput("The layer of {annotator} has no mark “{id}”.", annotator=layer.annotator, id=entity_id)
    return entity


def relation_of(layer: Layer, relation_id: str) -> Relation:
    """Return a relation of the layer; BadInput where there is none of that id."""
    relation = layer.relations.get(relation_id)
    if relation is None:
        raise BadInput("The layer of {annotator} has no relation “{id}”.", annotator=layer.annotator, id=relation_id)
    return relation


def checked_ranges(text: str, fragments: Sequence[Fragment]) -> tuple[Fragment, ...]:
    """Return the fragments in order; BadInput where one is empty, past the end, overlaps or cuts a character."""
    ranges = tuple(sorted((start, end) for start, end in fragments))
    if not ranges:
        raise BadInput("An entity needs a range.")
    last = -1
    for start, end in ranges:
        if start < 0 or end > len(text):
            raise BadInput(
                "[{start}, {end}) reaches past the text, which has {length} code points.",
                start=start,
                end=end,
                length=len(text),
            )
        if start >= end:
            raise BadInput("[{start}, {end}) is empty or reversed.", start=start, end=end)
        if start < last:
            raise BadInput("The fragments [{start}, {end}) and the one before overlap.", start=start, end=end)
        for at in (start, end):
            if not is_boundary(text, at):
                raise BadInput("Offset {at} lies inside a character that cannot be cut.", at=at)
        last = end
    return ranges


def refuse_taken(layer: Layer, mark_id: str) -> None:
    """One id names one thing of a layer, so that a gesture on it cannot hit another."""
    if mark_id in layer.entities or mark_id in layer.relations or mark_id in layer.chains:
        raise BadInput("The id “{id}” is taken in this layer.", id=mark_id)


def refuse_label(schema: Schema, label: str) -> None:
    """Raise BadInput where no entity can be marked as *label*."""
    kind = schema.entity_types.get(label)
    if kind is None:
        raise BadInput("The schema has no entity type “{label}”.", label=label)
    if kind.archived:
        raise BadInput("The entity type “{label}” is archived.", label=label)


def refuse_beside(schema: Schema, entity: Entity, other: Entity) -> None:
    """Raise BadInput where the schema does not allow an entity beside another that shares ground with it."""
    if other.label == entity.label and other.ranges == entity.ranges:
        raise BadInput("The same stretch is marked as “{label}” already.", label=entity.label)
    inside = (other.start <= entity.start and entity.end <= other.end) or (
        entity.start <= other.start and other.end <= entity.end
    )
    kind, against = schema.entity_type(entity.label), schema.entity_type(other.label)
    if inside and not (kind.nested and against.nested):
        raise BadInput("“{one}” and “{other}” may not nest.", one=entity.label, other=other.label)
    if not inside and not (kind.crossing and against.crossing):
        raise BadInput("“{one}” and “{other}” may not cross.", one=entity.label, other=other.label)


def refuse_entity(layer: Layer, schema: Schema, entity: Entity) -> None:
    """Raise BadInput where the schema or another mark of the layer does not let the entity stand there."""
    refuse_label(schema, entity.label)
    if entity.fragments and not schema.entity_type(entity.label).discontinuous:
        raise BadInput("“{label}” may not be discontinuous.", label=entity.label)
    start, end = entity.start, entity.end
    # One look at each of many thousand marks: the fewer steps in it, the sooner the key is answered.
    for other in [other for other in layer.entities.values() if other.start < end and start < other.end]:
        if other.id != entity.id:
            refuse_beside(schema, entity, other)


def refuse_relation(layer: Layer, schema: Schema, relation: Relation) -> None:
    """Raise BadInput where the relation may not join its entities, or is there already."""
    head, tail = entity_of(layer, relation.head), entity_of(layer, relation.tail)
    kind = schema.relation_types.get(relation.label)
    if kind is None:
        raise BadInput("The schema has no relation type “{label}”.", label=relation.label)
    if kind.archived:
        raise BadInput("The relation type “{label}” is archived.", label=relation.label)
    if head.id == tail.id:
        raise BadInput("A relation needs two different entities.")
    if not kind.allows(head.label, tail.label):
        raise BadInput(
            "“{label}” may not lead from {head} to {tail}.", label=relation.label, head=head.label, tail=tail.label
        )
    for other in layer.relations.values():
        same = (other.head, other.tail) == (head.id, tail.id)
        mirrored = kind.symmetric and (other.head, other.tail) == (tail.id, head.id)
        if other.label == relation.label and other.id != relation.id and (same or mirrored):
            raise BadInput("These two entities have the relation “{label}” already.", label=relation.label)


def _legal(layer: Layer, schema: Schema, relation: Relation) -> bool:
    kind = schema.relation_types.get(relation.label)
    head, tail = layer.entities[relation.head], layer.entities[relation.tail]
    return kind is not None and kind.allows(head.label, tail.label)


def _merged(old: JsonObject, new: JsonObject) -> JsonObject:
    return {key: value for key, value in {**old, **new}.items() if value is not None}


def _checked_attributes(known: Sequence[Attribute], values: JsonObject) -> JsonObject:
    for attribute in known:
        value = values.get(attribute.id)
        if value is None:
            continue
        if attribute.kind == "boolean" and not isinstance(value, bool):
            raise BadInput("The attribute “{name}” is true or false.", name=attribute.id)
        if attribute.kind == "choice" and value not in {choice.id for choice in attribute.choices}:
            raise BadInput(
                "The attribute “{name}” can be {choices}, not “{value}”.",
                name=attribute.id,
                choices=", ".join(choice.id for choice in attribute.choices),
                value=value,
            )
        if attribute.kind in ("string", "link") and not isinstance(value, str):
            raise BadInput("The attribute “{name}” is a text.", name=attribute.id)
    return values


def _change(what: str, article: Article, layer: Layer, rows: list[RowChange], *, starts: bool = True) -> Change:
    """Return the change; the first mark of a layer also says that work on it has begun."""
    if starts:
        refuse_locked(layer)
    if starts and layer.head.status == "todo":
        begun = layer.head._replace(status="in_progress")
        rows.insert(0, RowChange("layer", layer.annotator, layer.head, begun))
    return Change(what, article.id, layer.annotator, tuple(rows))


def _article_change(what: str, article: Article, layer: Layer, after: Any) -> Change:
    if after == article.state:
        raise BadInput("That changes nothing.")
    row = RowChange("article", article.id, article.state, after)
    return Change(what, article.id, layer.annotator, (row,))
