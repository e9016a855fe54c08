"""The article view: the widget that ties layout, painting, mouse and keyboard together."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ...models.schema import RelationType
from ..guard import guarded
from ..open_article import OpenArticle
from .bindings import Bindings
from .chaining import Chaining
from .commands import COMMANDS, Command, State
from .edits import Edits
from .following import Following
from .gestures import Mouse
from .keyboard import Keyboard
from .keymap import chord
from .preview import Preview
from .proposals import Proposals
from .ranges import Ranges
from .relate import Relating
from .relations import Relations
from .steps import Clusters, cluster_starts


class ArticleView(Following):
    """Shows an open article and lets people mark it.

    *Signals:* `focus_changed(Entity | Relation | None)`; `selection_changed()`; `label_search_requested()`: the person
    wants to find a label by name; `end_search_requested()`: or a legal end by its text; `inspect_requested()`: or to
    edit attributes; `note_requested()`: or to leave a note; `done_requested()`, `undo_requested()`,
    `redo_requested()`; `told(str)`: one line for the status bar; `mode_changed(str)`: “relate”, “jump”, “preview”,
    “chain” or “”; `offers_changed()`: other legal ends are offered than before; `error_shown(Exception)`.
    """

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
        self.clusters: Clusters = cluster_starts
        self.bindings = Bindings()
        self.edits, self.ranges, self.relations = Edits(self), Ranges(self), Relations(self)
        self.relating, self.chaining = Relating(self), Chaining(self)
        self.proposals, self.preview = Proposals(self), Preview(self)
        self.keyboard = Keyboard(self)
        self._mouse = Mouse(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Article")

    # ---- what is shown

    @override
    def show_article(self, opened: OpenArticle | None) -> None:
        """Show another article, or none."""
        self._mouse.forget()
        super().show_article(opened)
        self.proposals.follow(opened)

    def set_language(self, language: str) -> None:
        """Show labels in “th” or “en”."""
        self._canvas.speak(language)
        self._idle.start()
        self._sync()

    def set_bindings(self, bindings: Bindings) -> None:
        """Take the keys that a person has chosen."""
        self.bindings = bindings

    @property
    def shown_labels(self) -> frozenset[str] | None:
        """The labels whose marks stay bright; None for all."""
        return self.scene.only

    def show_labels(self, labels: frozenset[str] | None) -> None:
        """Dim the marks that have none of these labels; None dims nothing."""
        self.scene.only = labels
        self.viewport().update()

    # ---- modes and commands

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

    @override
    def stop_modes(self) -> None:
        """Leave whatever mode the keys are in."""
        self.relating.stop()
        self.chaining.stop()
        self.preview.stop()
        self.stop_jump()

    @override
    def renew_modes(self) -> None:
        """Leave the modes that a change ends, and offer what is left in the others."""
        self.preview.stop()
        self.chaining.stop()
        if self.relating.active:
            self.relating.refresh()

    def follow_layout(self) -> None:
        """Show lines that have other decorations than before, without moving the text at the top."""
        self._idle.start()
        self._sync()

    def stop_jump(self) -> None:
        """Take the hint letters of the words away."""
        if self.scene.token_hints:
            self.scene.token_hints, self.scene.typed = {}, ""
            self.mode_changed.emit("")

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
            self._mouse.hover.leave()
        return super().viewportEvent(event)
