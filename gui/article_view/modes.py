"""Keys in the two modes: letters that lead to words or to legal ends, and the few commands that go on working."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..translate import tr
from . import onscreen
from .commands import MODES
from .document import Document
from .hints import hint_letters

if TYPE_CHECKING:
    from .view import ArticleView

_HINT = 26.0  # two hint letters and a little air


def jump(view: ArticleView) -> None:
    """Give every visible word its letters, the shortest to those that come next: one works onwards."""
    offsets = onscreen.words(view.document, view.top, view.top + view.viewport().height())
    offsets = _apart(view.document, offsets)
    at = view.scene.caret
    offsets.sort(key=lambda offset: (offset < at, abs(offset - at)))
    view.scene.token_hints = dict(zip(offsets, hint_letters(len(offsets)), strict=True))
    view.scene.typed = ""
    view.mode_changed.emit("jump")
    view.viewport().update()


def jump_key(view: ArticleView, pressed: str) -> bool:
    """Take a letter of a word's hint."""
    scene = view.scene
    typed = scene.typed + pressed if len(pressed) == 1 else ""
    found = [offset for offset, name in scene.token_hints.items() if typed and name.startswith(typed)]
    if view.bindings.name_of(pressed, "jump") == "back":
        view.stop_jump()
    elif not found:
        # Not what a letter means elsewhere: a slip must not tag a word.
        view.told.emit(tr("No word has these letters. Esc leaves."))
    elif scene.token_hints[found[0]] != typed:
        scene.typed = typed
    else:
        view.stop_jump()
        view.set_caret(found[0])
    view.viewport().update()
    return True


def relate_key(view: ArticleView, pressed: str) -> bool:
    """Take a letter of a legal end, the digit of a relation, or a command of the mode."""
    relating = view.relating
    if len(pressed) == 1 and relating.type(pressed):
        return True
    name = "search_label" if pressed == "/" else view.bindings.name_of(pressed, "relate")
    if name not in MODES[view.state]:
        if len(pressed) == 1:
            view.told.emit(tr("No legal end has this letter. Esc leaves."))
        return True
    match name:
        case "back":
            relating.back()
        case "flip":
            relating.swap()
        case "next_entity" | "previous_entity":
            relating.cycle(1 if name == "next_entity" else -1)
        case "other_end":
            relating.confirm()
        case "repeat":
            relating.pick_last()
        case "search_label":
            view.end_search_requested.emit()
        case _:
            view.keyboard.page(1 if name == "page_down" else -1)
    return True


def _apart(document: Document, offsets: list[int]) -> list[int]:
    """Return the words whose hints would not cover the one before; the arrows lead to those between."""
    kept: list[int] = []
    last_line, last_x = -1.0, 0.0
    for offset in offsets:
        placed = document.line_of(offset)
        x = document.x_of(placed, offset)
        if placed.baseline != last_line or x - last_x >= _HINT:
            kept.append(offset)
            last_line, last_x = placed.baseline, x
    return kept
