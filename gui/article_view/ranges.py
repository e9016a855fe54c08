"""What gestures do to the edges of an entity: move them, grow to the whole name, add and remove fragments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...models import edit
from ...models.errors import Message
from ...models.fragments import with_fragment, with_range, without_fragment
from ...models.layer import Entity, Fragment
from ...models.whole_name import whole_name
from ..translate import tr
from . import caret

if TYPE_CHECKING:
    from .view import ArticleView


class Ranges:
    """The verbs, on what is selected or focused in a view."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view

    def resize(self, edge: int, direction: int, *, small: bool = False) -> None:
        """Move the start (0) or the end (1) of the fragment in hand by a token or a character cluster."""
        entity = self._view.focused_entity()
        if entity is None:
            return
        document = self._view.document
        text = document.opened.article.text
        index = self._in_hand(entity, edge)
        at = entity.ranges[index][edge]
        while True:
            before = at
            step = caret.small_step(document, at, direction, self._view.clusters) if small else None
            at = caret.token_step(document, at, direction) if step is None else step
            beside = text[at - 1 : at] if edge else text[at : at + 1]
            if at == before or (beside and not beside.isspace()):
                break
        self.resize_to(entity, edge, at, index)

    def resize_to(self, entity: Entity, edge: int, at: int, index: int) -> None:
        """Move the start (0) or the end (1) of one fragment of an entity to an offset."""
        start, end = entity.ranges[index]
        if at != (start, end)[edge]:
            self._put(entity, with_range(entity, index, (start, at) if edge else (at, end)), at)

    def expand(self) -> None:
        """Grow the selection, the focused entity's fragment or the word at the caret to the likely whole name."""
        view = self._view
        document, entity, selected = view.document, view.focused_entity(), view.selection
        if selected is None and entity is not None:
            index = self._in_hand(entity, 1)
            found = self.whole(*entity.ranges[index])
            if found is not None:
                self._put(entity, with_range(entity, index, found), found[1])
        else:
            found = self.whole(*(selected or view.edits.word() or (view.scene.caret, view.scene.caret)))
            if found is not None:
                view.select(*found)
        if found is None:
            document.opened.refuse(Message("There is no wider name here."))

    def whole(self, start: int, end: int) -> Fragment | None:
        """Return the likely whole name around a stretch, None where there is no wider one."""
        document = self._view.document
        opened = document.opened
        text = opened.article.text
        edges = frozenset(document.edges(document.block_of(start)))
        known = {entity.surface(text) for entity in opened.layer.entities.values() if not entity.fragments}
        return whole_name(text, start, end, edges=edges, known=known)

    def add_fragment(self) -> None:
        """Add the selection, or the word at the caret, to the entity that was focused last."""
        view = self._view
        opened = view.document.opened
        entity = opened.layer.entities.get(view.scene.kept or "")
        piece = view.edits.selected() or view.edits.word()
        if entity is None or view.focused_id is not None:
            opened.refuse(Message("Focus the entity first, then select what belongs to it elsewhere."))
        elif piece is not None:
            self.add_to(entity, piece)

    def add_to(self, entity: Entity, piece: Fragment) -> None:
        """Add a stretch to an entity and take it in hand."""
        view, text = self._view, self._view.document.opened.article.text
        ranges = with_fragment(entity, piece)
        if self._put(entity, ranges, piece[1]):
            view.scene.fragment = next(at for at, (start, end) in enumerate(ranges) if start <= piece[0] < end)
            view.told.emit(tr("Added to “{name}” · Ctrl+Z undoes it", name=entity.surface(text)))

    def remove_fragment(self) -> None:
        """Take the fragment in hand, or the last one, off the focused entity."""
        entity = self._view.focused_entity()
        if entity is None:
            return
        if not entity.fragments:
            self._view.document.opened.refuse(Message("The entity has no second fragment. Del removes it whole."))
            return
        index = self._in_hand(entity, 1)
        self._put(entity, without_fragment(entity, index), entity.start if index else entity.fragments[1][0])

    def take_fragment(self, step: int) -> None:
        """Take the next or previous fragment in hand, whose edges the keys move then."""
        view, entity = self._view, self._view.focused_entity()
        if entity is None or not entity.fragments:
            view.document.opened.refuse(Message("The entity has one fragment only."))
            return
        now, count = view.scene.fragment, len(entity.fragments)
        view.scene.fragment = (now + step) % count if now is not None else (0 if step > 0 else count - 1)
        start, end = entity.fragments[view.scene.fragment]
        view.reveal(start)
        view.viewport().update()
        surface = view.document.opened.article.text[start:end]
        view.told.emit(
            tr("Fragment {number} of {count}: {surface}", number=view.scene.fragment + 1, count=count, surface=surface)
        )

    def _in_hand(self, entity: Entity, edge: int) -> int:
        index = self._view.scene.fragment
        if index is not None and index < len(entity.ranges):
            return index
        return len(entity.ranges) - 1 if edge else 0

    def _put(self, entity: Entity, ranges: Sequence[Fragment], at: int) -> bool:
        opened, scene = self._view.document.opened, self._view.scene
        index = scene.fragment
        change = opened.perform(lambda: edit.resize(opened.article, opened.layer, opened.schema, entity.id, ranges))
        if change is None:
            return False
        self._view.focus_mark(entity.id, at=at)
        scene.fragment = index if index is not None and 1 < len(ranges) > index else None
        return True
