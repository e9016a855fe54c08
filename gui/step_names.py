"""What an undo took back, or a redo did again, in one line."""

from __future__ import annotations

from ..models.change import Change, RowChange
from ..models.errors import Message
from ..models.layer import Entity, Relation

_LONGEST = 60  # code points of an entity's text
_OTHERS = {
    "chain": Message("changed a chain"),
    "note": Message("wrote a note"),
    "layer": Message("set the status"),
    "article": Message("changed words or exclusions"),
    "word": Message("taught a word"),
}


def step_told(change: Change, text: str) -> Message:
    """Return the line for an undo or redo of the article with that text."""
    again = change.what == "redo"
    done = change if again else change.inverse("")
    what = done_told(done, text)
    return Message("Done again: {what}", what=what) if again else Message("Undone: {what}", what=what)


def done_told(change: Change, text: str) -> Message:
    """Return the line for a change of the article with that text."""
    entities = [row for row in change.rows if row.kind == "entity"]
    relations = [row for row in change.rows if row.kind == "relation"]
    if len(entities) == 1:
        return _entity(entities[0], text)
    if entities:
        count = len(entities)
        if all(row.before is None for row in entities):
            return Message("marked {count} entities", count=count)
        if all(row.after is None for row in entities):
            return Message("removed {count} entities", count=count)
        return Message("changed {count} entities", count=count)
    if relations:
        return _relation(relations[0])
    kinds = [row.kind for row in change.rows if row.kind in _OTHERS]
    return _OTHERS[kinds[-1]] if kinds else Message("changed something else")


def _entity(row: RowChange, text: str) -> Message:
    before, after = row.before, row.after
    entity = after if isinstance(after, Entity) else before
    assert isinstance(entity, Entity)
    surface = entity.surface(text)[:_LONGEST]
    if not isinstance(before, Entity):
        return Message("marked “{surface}” as {label}", surface=surface, label=entity.label)
    if not isinstance(after, Entity):
        return Message("removed “{surface}” ({label})", surface=surface, label=entity.label)
    if before.label != after.label:
        labels = {"one": before.label, "other": after.label}
        return Message("relabelled “{surface}” from {one} to {other}", surface=surface, **labels)
    if before.ranges != after.ranges:
        return Message("moved the edges of “{surface}”", surface=surface)
    if before.note != after.note:
        return Message("wrote a note on “{surface}”", surface=surface)
    return Message("set attributes of “{surface}”", surface=surface)


def _relation(row: RowChange) -> Message:
    before, after = row.before, row.after
    if not isinstance(before, Relation):
        label = after.label if isinstance(after, Relation) else ""
        return Message("made the relation “{relation}”", relation=label)
    if not isinstance(after, Relation):
        return Message("removed the relation “{relation}”", relation=before.label)
    if before.label != after.label:
        return Message("changed the relation “{one}” to “{other}”", one=before.label, other=after.label)
    if (before.head, before.tail) != (after.head, after.tail):
        return Message("turned the relation “{relation}” round", relation=after.label)
    return Message("set attributes of the relation “{relation}”", relation=after.label)
