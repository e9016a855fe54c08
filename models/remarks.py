"""Remarks: every note of a layer in one list, on the article, an entity or a relation, open or resolved."""

from __future__ import annotations

from typing import NamedTuple

from .article import Article, JsonObject
from .change import Change, RowChange
from .edit import leave_note
from .errors import BadInput
from .layer import Entity, Layer, Relation

_RESOLVED = "note_resolved"  # kept with what else is known of a mark, so that it survives an export


class Remark(NamedTuple):
    """A note; `id` is its own or that of the mark it is on; `at` is where the mark begins, -1 for the article."""

    id: str
    on: str | None
    at: int
    by: str
    text: str
    resolved: bool


def remarks(layer: Layer) -> list[Remark]:
    """Return all notes of a layer: those on the article, then those on marks in the order of the text."""
    found = [Remark(n.id, None, -1, n.by, n.text, n.resolved) for n in layer.notes.values()]
    marks: list[Entity | Relation] = [*layer.entities.values(), *layer.relations.values()]
    for mark in marks:
        if mark.note:
            found.append(Remark(mark.id, mark.id, _place(layer, mark), "", mark.note, bool(mark.meta.get(_RESOLVED))))
    return sorted(found, key=lambda remark: (remark.at, remark.id))


def _place(layer: Layer, mark: Entity | Relation) -> int:
    entity = mark if isinstance(mark, Entity) else layer.entities.get(mark.head)
    return entity.start if entity is not None else 0


def resolve(article: Article, layer: Layer, remark_id: str, *, resolved: bool) -> Change:
    """Say that a note is answered, or open again; BadInput where there is none."""
    note = layer.notes.get(remark_id)
    if note is not None:
        return leave_note(article, layer, note._replace(resolved=resolved))
    entity, relation = layer.entities.get(remark_id), layer.relations.get(remark_id)
    if entity is not None and entity.note:
        row = RowChange("entity", entity.id, entity, entity._replace(meta=_with(entity.meta, resolved=resolved)))
    elif relation is not None and relation.note:
        after = relation._replace(meta=_with(relation.meta, resolved=resolved))
        row = RowChange("relation", relation.id, relation, after)
    else:
        raise BadInput("There is no note “{id}” in this layer.", id=remark_id)
    return Change("note", article.id, layer.annotator, (row,))


def withdraw(article: Article, layer: Layer, remark_id: str) -> Change:
    """Take a note away; BadInput where there is none."""
    note = layer.notes.get(remark_id)
    if note is not None:
        return Change("note", article.id, layer.annotator, (RowChange("note", note.id, note, None),))
    entity, relation = layer.entities.get(remark_id), layer.relations.get(remark_id)
    if entity is not None and entity.note:
        bare = entity._replace(note=None, meta=_with(entity.meta, resolved=False))
        row = RowChange("entity", entity.id, entity, bare)
    elif relation is not None and relation.note:
        left = relation._replace(note=None, meta=_with(relation.meta, resolved=False))
        row = RowChange("relation", relation.id, relation, left)
    else:
        raise BadInput("There is no note “{id}” in this layer.", id=remark_id)
    return Change("note", article.id, layer.annotator, (row,))


def _with(meta: JsonObject, *, resolved: bool) -> JsonObject:
    rest = {key: value for key, value in meta.items() if key != _RESOLVED}
    return {**rest, _RESOLVED: True} if resolved else rest
