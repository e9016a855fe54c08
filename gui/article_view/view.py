"""The article view: the widget that ties layout, painting, mouse and keyboard together."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ...models.change import Change
from ...models.layer import Entity, Fragment, Relation
from ...models.schema import RelationType
from ..guard import guarded
from ..open_article import OpenArticle
from ..reading import Reading
from .bindings import Bindings
from .canvas import REACH
from .chaining import Chaining
from .commands import COMMANDS, Command, State
from .edits import Edits
from .gestures import Mouse
from .keyboard import Keyboard
from .keymap import chord
from .metrics import make_fonts
from .preview import Preview
from .proposals import Proposals
from .ranges import Ranges
from .relate import Relating
from .relations import Relations
from .scene import Scene
from .speech import describe
from .steps import Clusters, cluster_starts
from .surface import Surface

_FRESH_MS = 600
_MANY = 40  # places of one change, beyond which the whole view is painted again


class ArticleView(Surface):
    """Shows an open article and lets people mark it.

    *Signals:* `focus_changed(Entity | Relation | None)`; `selection_changed()`; `label_search_requested()`: the person
    wants to find a label by name; `end_search_requested()`: or a legal end by its text; `inspect_requested()`: or to
    edit attributes; `note_requested()`: or to leave a note; `done_requested()`, `undo_requested()`,
    `redo_requested()`; `told(str)`: one line for the status bar; `mode_changed(str)`: “relate”, “jump”, “preview”,
    “chain” or “”; `offers_changed()`: other legal ends are offered than before; `error_shown(Exception)`.
    """

    focus_changed = Signal(object)
    selection_changed = Signal()
    caret_moved = Signal()
    label_search_requested = Signal()
    end_search_requested = Signal()
    inspect_requested = Signal()
    done_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    told = Signal(str)
    mode_changed = Signal(str)
    offers_changed = Signal()
    note_requested = Signal()

    commands: ClassVar[tuple[Command, ...]] = COMMANDS

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened: OpenArticle | None = None
        self.clusters: Clusters = cluster_starts
        self.bindings = Bindings()
        self.relation_owner: str | None = None
        self.edits, self.ranges, self.relations = Edits(self), Ranges(self), Relations(self)
        self.relating, self.chaining = Relating(self), Chaining(self)
        self.proposals, self.preview = Proposals(self), Preview(self)
        self.keyboard = Keyboard(self)
        self._mouse = Mouse(self)
        self._fade = QTimer(self, interval=_FRESH_MS, singleShot=True)
        self._fade.timeout.connect(self._faded)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Article")

    # ---- what is shown

    def show_article(self, opened: OpenArticle | None) -> None:
        """Show another article, or none."""
        self.stop_modes()
        self._mouse.forget()
        if self._opened is not None:
            self._opened.changed.disconnect(self._on_changed)
            self._opened.replaced.disconnect(self._rebuild)
            self._opened.tokens_changed.disconnect(self._on_tokens)
        self._opened = opened
        self._canvas.scene = Scene(active=self.hasFocus())
        self._canvas.document = None
        self._failure.hide()
        if opened is not None:
            opened.changed.connect(self._on_changed)
            opened.replaced.connect(self._rebuild)
            opened.tokens_changed.connect(self._on_tokens)
            self._canvas.show(opened, self.viewport().width())
            self._idle.start()
        self.proposals.follow(opened)
        self.verticalScrollBar().setValue(0)
        self._sync()
        self.focus_changed.emit(None)
        self.selection_changed.emit()

    def set_language(self, language: str) -> None:
        """Show labels in “th” or “en”."""
        self._canvas.speak(language)
        self._idle.start()
        self._sync()

    def set_bindings(self, bindings: Bindings) -> None:
        """Take the keys that a person has chosen."""
        self.bindings = bindings

    def set_reading(self, reading: Reading) -> None:
        """Set the article as the person likes to read."""
        if reading != self._canvas.fonts.reading:
            self._canvas.fonts = make_fonts(reading)
            self._rebuild()

    # ---- focus and selection

    @property
    def state(self) -> State:
        """What the keys act on now."""
        if self.scene.token_hints:
            return "jump"
        if self.preview.active:
            return "preview"
        if self.chaining.active:
            return "chain"
        if self.relating.active:
            return "choose" if self.relating.choosing else "relate"
        if self.scene.selection is not None:
            return "selection"
        if self.focused_relation() is not None:
            return "relation"
        if self.scene.proposal is not None:
            return "suggestion"
        return "entity" if self.focused_entity() is not None else "caret"

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

    def label(self, label_id: str, *, second: bool = False) -> None:
        """Do what a label's key or a click on the label bar does."""
        if self._opened is not None and not self.relating.active:
            self.edits.label(label_id, second=second)

    def choose_end(self, entity_id: str) -> None:
        """Take an entity as the other end of the relation that is being made."""
        if self.relating.active:
            self.relating.choose(entity_id)
            self.setFocus()

    def relation_kinds(self) -> list[RelationType]:
        """Return the types that the focused relation may have."""
        return self.relations.kinds_of_focused()

    def relabel_relation(self, label: str) -> None:
        """Give the focused relation another type."""
        self.relations.relabel(label)

    def flip_relation(self) -> None:
        """Turn the focused relation round."""
        self.relations.flip()

    def run(self, command: str) -> None:
        """Do a command of the table by its id."""
        if self._opened is not None:
            self.keyboard.run(command)

    def leave(self, *, forward: bool) -> None:
        """Give the keyboard to the next or previous widget."""
        super().focusNextPrevChild(forward)

    def stop_modes(self) -> None:
        """Leave whatever mode the keys are in."""
        self.relating.stop()
        self.chaining.stop()
        self.preview.stop()
        self.stop_jump()

    def follow_layout(self) -> None:
        """Show lines that have other decorations than before, without moving the text at the top."""
        self._idle.start()
        self._sync()

    def stop_jump(self) -> None:
        """Take the hint letters of the words away."""
        if self.scene.token_hints:
            self.scene.token_hints, self.scene.typed = {}, ""
            self.mode_changed.emit("")

    def reveal_focus(self) -> None:
        """Bring the focused mark into view."""
        entity, relation = self.focused_entity(), self.focused_relation()
        if entity is None and relation is not None and self._opened is not None:
            entity = self._opened.layer.entities.get(relation.head)
        if entity is not None:
            self.reveal(entity.start)

    # ---- following the article

    def _on_changed(self, change: Change) -> None:
        if any(row.kind == "article" for row in change.rows):
            self._rebuild()
            return
        document, places = self.document, self._places(change)
        # Until the document has taken the change no line may be laid out: its marks are not those of the layer.
        known = bool(places) and document.is_known(min(places)[0])
        height, first = document.height, document.line_of(min(places)[0]).top if known else 0.0
        document.apply(change)
        self.preview.stop()
        self.chaining.stop()
        if self.scene.focus is not None and self.focused_entity() is None and self.focused_relation() is None:
            self.focus_mark(None)
        else:
            self.scene.accented = self._accented()
        if self.relating.active:
            self.relating.refresh()
        self._idle.start()
        if not known or len(places) > _MANY or self.scene.accented or self.scene.lit is not None:
            self._sync()
            return
        self._repaint(*places)
        if document.height != height:
            # The line has grown or shrunk, and everything below it moves.
            below = QRectF(0, first - self.top - REACH, self.viewport().width(), self.viewport().height() * 2.0)
            self.viewport().update(below.toAlignedRect())
            self._follow(self.top)

    def _places(self, change: Change) -> list[Fragment]:
        """Return where a change shows, or nothing where relations carry it to other places."""
        places: list[Fragment] = []
        for row in change.rows:
            if row.kind not in ("entity", "layer"):
                return []
            for mark in (row.before, row.after):
                if isinstance(mark, Entity):
                    if self.document.index.relations_of(mark.id):
                        return []
                    places.append((mark.start, mark.end))
        return places

    def _on_tokens(self) -> None:
        self._rebuild()

    def _rebuild(self) -> None:
        """Lay everything out anew and keep the first visible line where it is."""
        if self._opened is None:
            return
        if self.relating.active:
            self.relating.stop()
        self.chaining.stop()
        self.preview.stop()
        self.stop_jump()
        old = self._canvas.document
        first = old.line_at(self.top + 1) if old is not None else None
        at, y = (first.line.row.start, first.top - self.top) if first is not None else (0, 0.0)
        scene = self.scene
        self._canvas.show(self._opened, self.viewport().width())
        end = len(self._opened.article.text)
        scene.caret = min(scene.caret, end)
        scene.anchor = None if scene.anchor is None else min(scene.anchor, end)
        scene.hover = None
        if self.top > 0:
            self._put(at, y)
        if scene.focus is not None and self.focused_entity() is None and self.focused_relation() is None:
            self.focus_mark(None)
        scene.accented = self._accented()
        self._idle.start()
        self._sync()

    @override
    def rearranged(self) -> None:
        """Give the hint letters to what is on screen now."""
        if self.relating.active:
            self.relating.refresh()
        self.chaining.refresh()
        self.stop_jump()

    # ---- Qt's virtuals

    @guarded()
    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = chord(event)
        if self._canvas.document is None or not pressed or not self.keyboard.press(pressed):
            super().keyPressEvent(event)
            return
        event.accept()

    @guarded(default=False)
    @override
    def event(self, event: QEvent) -> bool:
        # Keys that mean something here are not to be taken by the window's shortcuts.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = chord(event)
            if self._canvas.document is not None and pressed and self.keyboard.knows(pressed):
                event.accept()
                return True
        return super().event(event)

    @guarded(default=False)
    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        # Tab goes from entity to entity; F6 leaves.
        return self._canvas.document is None and super().focusNextPrevChild(next)

    @guarded()
    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.scene.active = True
        self.viewport().update()
        super().focusInEvent(event)

    @guarded()
    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.scene.active = False
        self.viewport().update()
        super().focusOutEvent(event)

    @guarded()
    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._canvas.document is not None and event.button() == Qt.MouseButton.LeftButton:
            self._mouse.press(event)

    @guarded()
    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._canvas.document is not None:
            self._mouse.move(event)

    @guarded()
    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._canvas.document is not None and event.button() == Qt.MouseButton.LeftButton:
            self._mouse.release(event)

    @guarded()
    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._canvas.document is not None and event.button() == Qt.MouseButton.LeftButton:
            self._mouse.double(event)

    @guarded(default=False)
    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave and self._canvas.document is not None:
            self._mouse.leave()
        return super().viewportEvent(event)
