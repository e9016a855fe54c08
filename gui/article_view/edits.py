"""What gestures do to entities and text: label, relabel, remove, exclude, mend words; each one change."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING

from ...models import edit
from ...models.article import Exclusion
from ...models.change import Change
from ...models.errors import Message
from ...models.layer import Entity, Fragment
from ..translate import tr
from .steps import word_at

if TYPE_CHECKING:
    from .view import ArticleView

NewId = Callable[[str], str]


def fresh_id(prefix: str) -> str:
    """Return an id for a new mark: a letter for its kind and eight random digits."""
    return prefix + secrets.token_hex(4)


class Edits:
    """The verbs, on what is selected or focused in a view."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self.new_id: NewId = fresh_id
        self.last_label: str | None = None

    def label(self, label: str, *, second: bool = False) -> None:
        """Mark the selection, relabel the focused entity, or mark the word at the caret.

        With *second* the focused entity's range gets another label beside its own.
        """
        view = self._view
        entity = view.focused_entity()
        selected = self.selected()
        if view.focused_relation() is not None and selected is None:
            self._refuse(Message("A label is for an entity; a relation is in focus."))
            return
        if entity is None and selected is not None and not second:
            entity = self._standing_at(selected)
        if entity is not None and view.selection is None and second:
            self._mark(label, entity.ranges)
        elif entity is not None:
            self._relabel(entity, label)
        elif selected is not None:
            self._mark(label, (selected,))
        else:
            word = self.word()
            if word is None:
                self._refuse(Message("There is no word here to mark."))
            else:
                self._mark(label, (word,))

    def repeat(self) -> None:
        """Use the last label again."""
        if self.last_label is None:
            self._refuse(Message("No label was used yet."))
        else:
            self.label(self.last_label)

    def ground(self) -> Fragment | None:
        """Return the selection without the spaces at its ends, or the word at the caret."""
        return self._trimmed(self._view.selection) or self.word()

    def selected(self) -> Fragment | None:
        """Return the selection without the spaces at its ends."""
        return self._trimmed(self._view.selection)

    def word(self) -> Fragment | None:
        """Return the word at the caret."""
        view = self._view
        document, at = view.document, view.scene.caret
        edges = document.edges(document.block_of(at))
        return self._trimmed(word_at(document.opened.article.text, edges, at))

    def _trimmed(self, selected: Fragment | None) -> Fragment | None:
        if selected is None:
            return None
        text = self._view.document.opened.article.text
        start, end = selected
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return (start, end) if start < end else None

    def _standing_at(self, selected: Fragment) -> Entity | None:
        """Return the entity that has exactly the selected range, if there is just one."""
        document = self._view.document
        layer = document.opened.layer
        same = [
            entity_id
            for entity_id in document.index.in_block(document.block_of(selected[0]))
            if layer.entities[entity_id].ranges == (selected,)
        ]
        return layer.entities[same[0]] if len(same) == 1 else None

    def _mark(self, label: str, ranges: tuple[Fragment, ...]) -> None:
        opened = self._view.document.opened
        new = self.new_id("e")
        if self._perform(lambda: edit.mark(opened.article, opened.layer, opened.schema, new, label, ranges)):
            self.last_label = label
            self._view.show_fresh(new)

    def _relabel(self, entity: Entity, label: str) -> None:
        opened = self._view.document.opened
        if entity.label == label:
            self._view.focus_mark(entity.id)
        elif self._perform(lambda: edit.relabel(opened.article, opened.layer, opened.schema, entity.id, label)):
            self.last_label = label
            self._view.show_fresh(entity.id)

    def remove(self) -> None:
        """Remove the focused entity with its relations, or the focused relation."""
        view = self._view
        opened, focus = view.document.opened, view.scene.focus
        if focus is None:
            return
        entity = opened.layer.entities.get(focus)
        change = self._perform(lambda: edit.remove(opened.article, opened.layer, focus))
        if change is None:
            return
        relations = sum(1 for row in change.rows if row.kind == "relation")
        view.focus_mark(None, at=entity.start if entity is not None else None)
        if entity is None:
            view.told.emit(tr("Relation removed · Ctrl+Z undoes it"))
        elif relations:
            view.told.emit(tr("Entity and {count} relations removed · Ctrl+Z undoes it", count=relations))
        else:
            view.told.emit(tr("Entity removed · Ctrl+Z undoes it"))

    def not_news(self) -> None:
        """Confirm the proposed exclusion at the caret, or exclude what is selected."""
        selected = self._view.selection
        found = self._exclusion_here()
        if found is not None and selected is None:
            self.exclude(found._replace(state="confirmed"))
        elif selected is not None:
            self.exclude(Exclusion(selected[0], selected[1], state="confirmed"))
        else:
            self._refuse(Message("Select what is not news first."))

    def is_news(self) -> None:
        """Dismiss the exclusion at the caret."""
        found = self._exclusion_here()
        if found is not None:
            self.exclude(found._replace(state="dismissed"))

    def exclude(self, exclusion: Exclusion) -> None:
        """Set an exclusion's state."""
        opened = self._view.document.opened
        self._perform(lambda: edit.exclude(opened.article, opened.layer, exclusion))

    def one_word(self) -> None:
        """Repair the tokens so that the selection is one word."""
        opened = self._view.document.opened
        selected = self.selected()
        if selected is None:
            self._refuse(Message("Select what is one word first; with Alt the selection goes by character."))
            return
        start, end = selected
        self._perform(lambda: edit.one_word(opened.article, opened.layer, opened.tokens, opened.tokenizer, start, end))

    def teach(self) -> None:
        """Teach the selection to the project's dictionary."""
        opened = self._view.document.opened
        selected = self.selected()
        if selected is None:
            self._refuse(Message("Select the word to teach first; with Alt the selection goes by character."))
            return
        word = opened.article.text[selected[0] : selected[1]]
        self._perform(lambda: edit.teach(word, opened.article.id, opened.layer.annotator))

    def _exclusion_here(self) -> Exclusion | None:
        at = self._view.scene.caret
        excluded = self._view.document.opened.article.state.excluded
        return next((e for e in excluded if e.start <= at <= e.end and e.state != "dismissed"), None)

    def _perform(self, make: Callable[[], Change]) -> Change | None:
        return self._view.document.opened.perform(make)

    def _refuse(self, message: Message) -> None:
        self._view.document.opened.refuse(message)
