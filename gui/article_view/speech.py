"""What a screen reader is told of the view's state."""

from __future__ import annotations

from bisect import bisect_left

from ...models.layer import Relation
from ..translate import tr
from .document import Document
from .scene import Scene
from .steps import unit_at

_LONGEST = 120


def describe(document: Document, scene: Scene) -> str:
    """Return the focused mark, the selection or the word at the caret, in words."""
    opened, composer = document.opened, document.composer
    text = opened.article.text
    entity = opened.layer.entities.get(scene.focus or "")
    if entity is not None:
        return tr(
            "{surface}, {label}, {number} of {count}",
            surface=entity.surface(text)[:_LONGEST],
            label=composer.chip_text(entity.label),
            number=bisect_left(document.index.order, entity.place) + 1,
            count=len(document.index.order),
        )
    relation = opened.layer.relations.get(scene.focus or "")
    if relation is not None:
        return _relation(document, relation)
    if scene.selection is not None:
        return tr("Selected: {surface}", surface=text[slice(*scene.selection)][:_LONGEST])
    start, end = unit_at(document.edges(document.block_of(scene.caret)), scene.caret)
    return text[start:end][:_LONGEST]


def _relation(document: Document, relation: Relation) -> str:
    opened = document.opened
    ends = [opened.layer.entities[name].surface(opened.article.text)[:_LONGEST] for name in relation[2:4]]
    return f"{ends[0]} · {document.composer.relation_text(relation.label)} · {ends[1]}"
