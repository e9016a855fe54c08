"""What is focused and selected: told to others, and painted with no more of the view than it takes."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ...models.layer import Entity, Fragment, Relation
from ..open_article import OpenArticle
from .speech import describe
from .surface import Surface

_FRESH_MS = 600


class Focusing(Surface):
    """A surface with a caret, a selection and a mark in focus.

    *Signals:* `focus_changed(Entity | Relation | None)`; `selection_changed()`; `caret_moved()`.
    """

    focus_changed = Signal(object)
    selection_changed = Signal()
    caret_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened: OpenArticle | None = None
        self.relation_owner: str | None = None
        self._fade = QTimer(self, interval=_FRESH_MS, singleShot=True)
        self._fade.timeout.connect(self._faded)

    @property
    def selection(self) -> tuple[int, int] | None:
        """The selected [start, end) in code points, if any."""
        return self.scene.selection

    @property
    def focused_id(self) -> str | None:
        """The id of the focused entity or relation."""
        return self.scene.focus

    def focused_entity(self) -> Entity | None:
        """Return the focused entity."""
        return self._opened.layer.entities.get(self.scene.focus or "") if self._opened is not None else None

    def focused_relation(self) -> Relation | None:
        """Return the focused relation."""
        return self._opened.layer.relations.get(self.scene.focus or "") if self._opened is not None else None

    def focus_entity(self, entity_id: str | None) -> None:
        """Focus an entity and bring it into view."""
        self.focus_mark(entity_id)
        self.reveal_focus()

    def focus_relation(self, relation_id: str | None) -> None:
        """Focus a relation and bring its head into view."""
        self.focus_mark(relation_id)
        self.reveal_focus()

    def focus_mark(self, mark_id: str | None, *, at: int | None = None, owner: str | None = None) -> None:
        """Focus an entity or a relation, or nothing; *owner* is the entity from which a relation was reached."""
        if self._opened is None:
            return
        scene, layer = self.scene, self._opened.layer
        entity, relation = layer.entities.get(mark_id or ""), layer.relations.get(mark_id or "")
        previous, seen = scene.focus, self._highlighted()
        if relation is not None:
            ends = (relation.head, relation.tail)
            known = self.relation_owner if previous == mark_id else previous
            self.relation_owner = owner or (known if known in ends else relation.head)
        scene.focus = mark_id if entity is not None or relation is not None else None
        scene.proposal = None
        if scene.focus != previous:
            scene.fragment = None
        if entity is not None:
            scene.kept = entity.id
        scene.accented = self._accented()
        if at is not None or entity is not None:
            scene.caret = at if at is not None else entity.start if entity is not None else scene.caret
        selected, scene.anchor = scene.selection, None
        self.setAccessibleDescription(describe(self.document, scene))
        self._repaint_highlights(seen)
        if selected is not None:
            self.selection_changed.emit()
        self.focus_changed.emit(entity or relation)

    def _highlighted(self) -> list[Fragment] | None:
        """Return the stretches of focus, selection and caret; None where relations are lit, which reach anywhere."""
        scene, entity = self.scene, self.focused_entity()
        if scene.proposal is not None or scene.preview or scene.tints:
            return None
        if scene.accented or scene.lit is not None or scene.token_hints or self.focused_relation() is not None:
            return None
        fresh = self.document.opened.layer.entities.get(scene.fresh or "")
        kept = self.document.opened.layer.entities.get(scene.kept or "") if scene.selection is not None else None
        focused = [(mark.start, mark.end) for mark in (entity, fresh, kept) if mark is not None]
        return [*focused, scene.selection or (scene.caret, scene.caret), (scene.caret, scene.caret)]

    def _repaint_highlights(self, before: list[Fragment] | None) -> None:
        """Paint what was highlighted and what is now."""
        now = self._highlighted()
        if before is None or now is None:
            self.viewport().update()
        else:
            self._repaint(*before, *now)

    def _accented(self) -> frozenset[str]:
        if self.focused_relation() is not None:
            return frozenset([self.scene.focus or ""])
        return frozenset(self.document.index.relations_of(self.scene.focus or ""))

    def set_caret(self, offset: int, *, extend: bool = False, keep_focus: bool = False) -> None:
        """Put the caret somewhere, or extend the selection to there."""
        scene = self.scene
        anchor = (scene.caret if scene.anchor is None else scene.anchor) if extend else None
        self._set_selection(anchor, offset, keep_focus=keep_focus)
        self.reveal(offset)

    def select(self, anchor: int, offset: int, *, keep_focus: bool = False) -> None:
        """Select from *anchor* to *offset*, where the caret is put."""
        self._set_selection(anchor, offset, keep_focus=keep_focus)

    def _set_selection(self, anchor: int | None, offset: int, *, keep_focus: bool) -> None:
        scene = self.scene
        before, left, seen = scene.selection, scene.caret, self._highlighted()
        scene.anchor, scene.caret, scene.proposal = anchor, offset, None
        if scene.focus is not None and not keep_focus:
            scene.focus, scene.accented = None, frozenset()
            self.focus_changed.emit(None)
        self.setAccessibleDescription(describe(self.document, scene))
        self._repaint_highlights(seen)
        if scene.selection != before:
            self.selection_changed.emit()
        elif scene.caret != left:
            self.caret_moved.emit()

    def show_fresh(self, entity_id: str) -> None:
        """Focus an entity that was labelled just now and let its chip stand out for a moment."""
        entity = self.document.opened.layer.entities.get(entity_id)
        seen = self._highlighted()
        self.scene.fresh = entity_id
        self.focus_mark(entity_id, at=entity.end if entity is not None else None)
        self._repaint_highlights(seen)
        self._fade.start()

    def _faded(self) -> None:
        if self._opened is not None:
            seen = self._highlighted()
            self.scene.fresh = None
            self._repaint_highlights(seen)

    def reveal_focus(self) -> None:
        """Bring the focused mark into view."""
        entity, relation = self.focused_entity(), self.focused_relation()
        if entity is None and relation is not None and self._opened is not None:
            entity = self._opened.layer.entities.get(relation.head)
        if entity is not None:
            self.reveal(entity.start)
