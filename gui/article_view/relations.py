"""What gestures do to relations: make, relabel and flip them; which ones are legal between two entities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...models import edit
from ...models.layer import Relation
from ...models.schema import RelationType

if TYPE_CHECKING:
    from .view import ArticleView


class Relations:
    """The verbs, on the layer of a view and its focused relation."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self.last_label: str | None = None

    def legal(self, head: str, tail: str, *, but: str = "") -> list[RelationType]:
        """Return the relation types that may lead from one entity to another and are not there yet.

        The relation with the id *but* counts as not there.
        """
        opened = self._view.document.opened
        entities = opened.layer.entities
        if head == tail or head not in entities or tail not in entities:
            return []
        kinds = opened.schema.legal_relations(entities[head].label, entities[tail].label)
        there = set()
        for relation_id in self._view.document.index.relations_of(head) if kinds else ():
            relation = opened.layer.relations[relation_id]
            symmetric = opened.schema.relation_type(relation.label).symmetric
            same = (relation.head, relation.tail) == (head, tail) or (symmetric and relation.head == tail)
            if same and relation_id != but:
                there.add(relation.label)
        return [kind for kind in kinds if kind.id not in there]

    def kinds_of(self, relation: Relation) -> list[RelationType]:
        """Return the types that a relation may have between its ends, its own among them."""
        return self.legal(relation.head, relation.tail, but=relation.id)

    def kinds_of_focused(self) -> list[RelationType]:
        """Return the types that the focused relation may have."""
        relation = self._view.focused_relation()
        return self.kinds_of(relation) if relation is not None else []

    def relate(self, label: str, head: str, tail: str) -> None:
        """Make a relation and keep it in focus."""
        opened = self._view.document.opened
        new = self._view.edits.new_id("r")
        if opened.perform(lambda: edit.relate(opened.article, opened.layer, opened.schema, new, label, head, tail)):
            self.last_label = label
            self._view.focus_mark(new)

    def relabel(self, label: str) -> None:
        """Give the focused relation another type."""
        opened, relation = self._view.document.opened, self._view.focused_relation()
        if relation is None or relation.label == label:
            return
        if opened.perform(lambda: edit.relabel(opened.article, opened.layer, opened.schema, relation.id, label)):
            self.last_label = label
            self._view.focus_mark(relation.id)

    def flip(self) -> None:
        """Turn the focused relation round."""
        opened, relation = self._view.document.opened, self._view.focused_relation()
        if relation is None:
            return
        if opened.perform(lambda: edit.flip(opened.article, opened.layer, opened.schema, relation.id)):
            self._view.focus_mark(relation.id)
