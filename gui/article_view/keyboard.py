"""The keyboard: chords to commands, commands to what they do; letters of hints and labels where they mean those."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from ..translate import tr
from . import caret, modes, onscreen
from .commands import MODES

if TYPE_CHECKING:
    from .view import ArticleView


class Keyboard:
    """Does what a chord stands for in the view's present state."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self._goal_x: float | None = None
        self._does: Mapping[str, Callable[[], None]] = self._table()

    def _table(self) -> dict[str, Callable[[], None]]:
        view, edits, ranges = self._view, self._view.edits, self._view.ranges
        return {
            "token_right": lambda: self._move(1),
            "token_left": lambda: self._move(-1),
            "cluster_right": lambda: self._go(caret.small_step(view.document, view.scene.caret, 1, view.clusters)),
            "cluster_left": lambda: self._go(caret.small_step(view.document, view.scene.caret, -1, view.clusters)),
            "phrase_right": lambda: self._go(caret.phrase_move(view.document, self._from(1), 1)),
            "phrase_left": lambda: self._go(caret.phrase_move(view.document, self._from(-1), -1)),
            "line_down": lambda: self._line(1),
            "line_up": lambda: self._line(-1),
            "line_start": lambda: self._go(caret.line_ends(view.document, view.scene.caret)[0]),
            "line_end": lambda: self._go(caret.line_ends(view.document, view.scene.caret)[1]),
            "text_start": lambda: self._go(0),
            "text_end": lambda: self._go(view.document.blocks[-1].end),
            "page_down": lambda: self.page(1),
            "page_up": lambda: self.page(-1),
            "next_entity": lambda: self._entity(1),
            "previous_entity": lambda: self._entity(-1),
            "jump": lambda: modes.jump(view),
            "leave": lambda: view.leave(forward=True),
            "leave_back": lambda: view.leave(forward=False),
            "expand": ranges.expand,
            "token_right_more": lambda: self._extend(1),
            "token_left_more": lambda: self._extend(-1),
            "cluster_right_more": lambda: self._extend(1, small=True),
            "cluster_left_more": lambda: self._extend(-1, small=True),
            "start_right": lambda: self._start(1),
            "start_left": lambda: self._start(-1),
            "start_cluster_right": lambda: ranges.resize(0, 1, small=True),
            "start_cluster_left": lambda: ranges.resize(0, -1, small=True),
            "line_down_more": lambda: self._line(1, extend=True),
            "line_up_more": lambda: self._line(-1, extend=True),
            "line_start_more": lambda: self._go(caret.line_ends(view.document, view.scene.caret)[0], extend=True),
            "line_end_more": lambda: self._go(caret.line_ends(view.document, view.scene.caret)[1], extend=True),
            "select_paragraph": self._paragraph,
            "copy": self._copy,
            "repeat": edits.repeat,
            "search_label": self._search,
            "add_fragment": ranges.add_fragment,
            "remove_fragment": ranges.remove_fragment,
            "next_fragment": lambda: ranges.take_fragment(1),
            "previous_fragment": lambda: ranges.take_fragment(-1),
            "remove": edits.remove,
            "inspect": view.inspect_requested.emit,
            "not_news": edits.not_news,
            "is_news": edits.is_news,
            "one_word": edits.one_word,
            "teach": edits.teach,
            "relate": self._relate,
            "flip": view.relations.flip,
            "next_relation": lambda: self._relation(1),
            "previous_relation": lambda: self._relation(-1),
            "other_end": self._enter,
            "back": self._back,
            "undo": view.undo_requested.emit,
            "redo": view.redo_requested.emit,
            "done": view.done_requested.emit,
            "chain": view.chaining.start,
            "unchain": view.chaining.leave,
            "next_member": lambda: view.chaining.step(1),
            "previous_member": lambda: view.chaining.step(-1),
            "note": view.note_requested.emit,
            **view.preview.table(),
            **view.proposals.table(),
        }

    def knows(self, pressed: str) -> bool:
        """Tell whether a chord means something in the present state."""
        view = self._view
        name = view.bindings.name_of(pressed, view.state)
        if view.state in MODES:
            return name in MODES[view.state] or name in self._does or len(pressed) == 1
        named = name in self._does
        return named or self._label(pressed) is not None or self._kind(pressed) is not None

    def press(self, pressed: str) -> bool:
        """Do what a chord stands for; tell whether it stood for anything."""
        view, known = self._view, self.knows(pressed)
        if known and view.scene.token_hints:
            return modes.jump_key(view, pressed)
        if known and view.relating.active:
            return modes.relate_key(view, pressed)
        name, label = view.bindings.name_of(pressed, view.state), self._label(pressed)
        if known and view.preview.active:
            return view.preview.press(name, label)
        if known and view.chaining.active:
            return view.chaining.press(pressed, name)
        kind = self._kind(pressed)
        if kind is not None:
            view.relations.relabel(kind)
            return True
        if label is not None and view.scene.proposal is not None:
            view.proposals.accept(label)
            return True
        if label is not None:
            view.edits.label(label, second=pressed.startswith("Shift+"))
            return True
        return self.run(name)

    def run(self, command: str) -> bool:
        """Do a command by its id."""
        does = self._does.get(command)
        if does is None:
            return False
        if command not in ("line_down", "line_up", "line_down_more", "line_up_more", "page_down", "page_up"):
            self._goal_x = None
        does()
        return True

    def _label(self, pressed: str) -> str | None:
        key = pressed.removeprefix("Shift+").lower()
        kind = self._view.document.opened.schema.by_key.get(key) if len(key) == 1 else None
        return kind.id if kind is not None else None

    def _kind(self, pressed: str) -> str | None:
        """Return the relation type that a digit stands for while a relation is in focus."""
        if not pressed.isdigit() or self._view.focused_relation() is None:
            return None
        kinds = self._view.relations.kinds_of_focused()
        return kinds[int(pressed) - 1].id if 0 < int(pressed) <= len(kinds) else None

    # ---- moving

    def _from(self, direction: int) -> int:
        """Return where a move starts: at the caret, or at the edge of the focused entity."""
        entity = self._view.focused_entity()
        if entity is None:
            return self._view.scene.caret
        return entity.end if direction > 0 else entity.start

    def _go(self, offset: int, *, extend: bool = False) -> None:
        self._view.set_caret(offset, extend=extend)

    def _move(self, direction: int) -> None:
        """Go to the next word, past spaces and line ends."""
        view = self._view
        text = view.document.opened.article.text
        at = start = self._from(direction)
        if direction > 0 and view.focused_entity() is not None and at < len(text) and not text[at].isspace():
            self._go(at)
            return
        while True:
            before, at = at, caret.token_step(view.document, at, direction)
            if at == before or not text[at : at + 1].isspace():
                break
        self._go(at if text[at : at + 1].strip() or at != start else start)

    def _line(self, direction: int, *, extend: bool = False) -> None:
        at, self._goal_x = caret.line_step(self._view.document, self._from(direction), direction, self._goal_x)
        self._go(at, extend=extend)

    def page(self, direction: int) -> None:
        """Go a page down or up; a relation that is being made keeps its pinned end."""
        view = self._view
        distance = direction * (view.viewport().height() - 80)
        if view.relating.active:
            view.verticalScrollBar().setValue(int(view.top + distance))
            return
        at, self._goal_x = caret.page_step(view.document, self._from(direction), distance, self._goal_x)
        self._go(at)

    def _entity(self, step: int) -> None:
        view = self._view
        entity = view.focused_entity()
        index = view.document.index
        if entity is not None:
            found = index.beside(entity, step)
        else:
            found = index.after(view.scene.caret) if step > 0 else index.before(view.scene.caret)
        if found is not None:
            view.focus_mark(found)
            view.reveal_focus()

    # ---- selecting and resizing

    def _extend(self, direction: int, *, small: bool = False) -> None:
        view = self._view
        if view.focused_entity() is not None:
            view.ranges.resize(1, direction, small=small)
            return
        document, at = view.document, view.scene.caret
        text = document.opened.article.text
        while True:
            before = at
            if small:
                at = caret.small_step(document, at, direction, view.clusters)
            else:
                at = caret.token_step(document, at, direction)
            # going on over a space saves a step that could mark nothing
            beside = text[at - 1 : at] if direction > 0 else text[at : at + 1]
            if at == before or small or not beside.isspace():
                break
        self._go(at, extend=True)

    def _start(self, direction: int) -> None:
        view = self._view
        if view.focused_entity() is not None:
            view.ranges.resize(0, direction)
        else:
            self._go(caret.phrase_move(view.document, view.scene.caret, direction), extend=True)

    def _paragraph(self) -> None:
        view = self._view
        block = view.document.blocks[view.document.block_of(view.scene.caret)]
        view.select(block.start, block.end)

    def _copy(self) -> None:
        view = self._view
        entity = view.focused_entity()
        text = view.document.opened.article.text
        if view.selection is not None:
            QGuiApplication.clipboard().setText(text[slice(*view.selection)])
        elif entity is not None:
            QGuiApplication.clipboard().setText(entity.surface(text))

    # ---- marks

    def _search(self) -> None:
        if self._view.selection is not None or self._view.focused_id is not None:
            self._view.label_search_requested.emit()

    def _relate(self) -> None:
        if self._view.focused_relation() is not None:
            self._view.relations.flip()
            return
        entity = self._view.focused_entity() or onscreen.entity_at(self._view.document, self._view.scene.caret)
        if entity is None:
            self._view.told.emit(tr("Focus an entity first: Tab, or a click on its label"))
            return
        self._view.focus_mark(entity.id)
        self._view.relating.start(entity.id, keys=True)

    def _relation(self, step: int) -> None:
        view = self._view
        focus = view.scene.focus or ""
        relation = view.document.opened.layer.relations.get(focus)
        owner = view.relation_owner if relation is not None else focus
        found = view.document.index.relations_of(owner or "")
        if found:
            at = found.index(focus) + step if focus in found else (0 if step > 0 else -1)
            view.focus_mark(found[at % len(found)], owner=owner)

    def _enter(self) -> None:
        view = self._view
        relation = view.document.opened.layer.relations.get(view.scene.focus or "")
        if relation is not None:
            other = relation.head if view.relation_owner == relation.tail else relation.tail
            view.focus_mark(other)
            view.reveal_focus()
            return
        entity = onscreen.entity_at(view.document, view.scene.caret)
        if entity is not None and view.scene.focus is None:
            view.focus_mark(entity.id)

    def _back(self) -> None:
        view = self._view
        if view.scene.proposal is not None:
            view.proposals.focus(None)
            return
        if view.selection is not None:
            view.set_caret(view.scene.caret)
        elif view.document.opened.layer.relations.get(view.scene.focus or "") is not None and view.relation_owner:
            view.focus_mark(view.relation_owner)
        else:
            view.focus_mark(None)
            view.scene.kept = None
