"""Relation mode: one end pinned, letters on the legal other ends, then the relation where more than one is legal."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from ...models.schema import RelationType
from ..translate import tr
from . import onscreen
from .banner import Says
from .geometry import Box
from .hints import hint_letters
from .hit import chip_of
from .metrics import CHIP
from .offers import all_legal
from .overlay import CHOICE_PAD, CHOICE_ROW

if TYPE_CHECKING:
    from .view import ArticleView


class Relating:
    """The state of making a relation, by keys or by dragging from chip to chip."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self._swapped = False
        self._keys = False
        self._target: str | None = None
        self._kinds: list[RelationType] = []

    @property
    def active(self) -> bool:
        """Whether a relation is being made."""
        return self._view.scene.source is not None

    @property
    def choosing(self) -> bool:
        """Whether the two ends are known and the relation type is asked."""
        return self._target is not None

    @property
    def targets(self) -> list[str]:
        """The legal other ends on screen, in reading order."""
        view = self._view
        on_screen = onscreen.entities(view.document, view.top, view.top + view.viewport().height())
        return [found for found in on_screen if self._legal(found)]

    def start(self, source: str, *, keys: bool) -> None:
        """Pin one end; with *keys* the legal others get letters."""
        if not self._view.document.opened.is_open():
            return
        self._swapped, self._keys, self._target = False, keys, None
        scene = self._view.scene
        scene.source, scene.typed, scene.candidate = source, "", None
        self.refresh()
        self._view.mode_changed.emit("relate")

    def stop(self) -> None:
        """Leave the mode; the pinned end is focused again."""
        scene = self._view.scene
        source, scene.source = scene.source, None
        scene.lit, scene.hints, scene.typed, scene.drag = None, {}, "", None
        self._view.banner.tell("")
        scene.hover_mark = scene.candidate = None
        self._close_choices()
        if source is not None:
            self._view.mode_changed.emit("")
            self._view.offers_changed.emit()
            self._view.viewport().update()

    def refresh(self) -> None:
        """Find the legal ends on screen again: it was scrolled, or turned round."""
        scene = self._view.scene
        if scene.source is None:
            return
        if not {scene.source, self._target or scene.source} <= set(self._view.document.opened.layer.entities):
            self.stop()  # an undo has taken an end away
            return
        targets = self.targets
        scene.lit = frozenset([self._target] if self._target is not None else targets)
        names = dict(zip(targets, hint_letters(len(targets)), strict=True)) if self._keys else {}
        scene.hints = {} if self.choosing else names
        self._view.banner.tell(self._says(len(targets)) if self._keys else "")
        if self.choosing:
            self._place_choices()
        self._view.offers_changed.emit()
        self._view.viewport().update()

    def _says(self, count: int) -> Says:
        view = self._view
        source = view.document.opened.layer.entities[view.scene.source or ""]
        if self.choosing:
            ask = tr("press its number")
        elif not count and not all_legal(view):
            ask = tr("nothing here can be joined to it")
        elif not count:
            ask = tr("none on screen, Tab goes to the next")
        else:
            ask = tr("type the letter of the other end")
        keys = [(view.bindings.keys_of(name)[0], title) for name, title in self._going_on()]
        opened = view.document.opened
        return Says(
            tr("Relate"),
            tr("to") if self._swapped else tr("from"),
            opened.schema.entity_type(source.label),
            view.document.composer.chip_text(source.label),
            source.surface(opened.article.text),
            ask,
            keys,
        )

    def _going_on(self) -> list[tuple[str, str]]:
        flip, back = ("flip", tr("turn round")), ("back", tr("back"))
        return [flip, back] if self.choosing else [flip, ("next_entity", tr("next end")), back]

    @property
    def target(self) -> str | None:
        """The other end, once it is known."""
        return self._target

    def turned(self, source: str, other: str) -> tuple[str, str]:
        """Return (head, tail) of what belongs to the pinned end and to the other one."""
        return (other, source) if self._swapped else (source, other)

    def ends(self, other: str) -> tuple[str, str]:
        """Return (head, tail) of the relation with another entity."""
        return self.turned(self._view.scene.source or "", other)

    def _legal(self, other: str) -> bool:
        return bool(self._view.relations.legal(*self.ends(other)))

    def swap(self) -> None:
        """Turn the relation that is being made round."""
        self._swapped = not self._swapped
        self._view.scene.typed, self._view.scene.candidate = "", None
        self._close_choices()
        self.refresh()

    def back(self) -> None:
        """Go one step back."""
        scene = self._view.scene
        if self.choosing and self._keys:
            self._close_choices()
            scene.typed = ""
            self.refresh()
        elif scene.typed:
            scene.typed = ""
            self._view.viewport().update()
        else:
            self.stop()

    def type(self, key: str) -> bool:
        """Take a letter of a hint or the number of a relation; tell whether it meant something."""
        scene = self._view.scene
        if self.choosing:
            chosen = next((at for at, kind in enumerate(self._kinds) if kind.key == key), None)
            if chosen is None and key.isdigit() and 0 < int(key) <= len(self._kinds):
                chosen = int(key) - 1
            if chosen is not None:
                self.pick(chosen)
            return chosen is not None
        typed = scene.typed + key
        matching = [name for name, letters in scene.hints.items() if letters.startswith(typed)]
        if not matching:
            return False
        scene.typed = typed
        if scene.hints[matching[0]] == typed:
            self.choose(matching[0])
        self._view.viewport().update()
        return True

    def cycle(self, step: int) -> None:
        """Go to the next or previous legal end, first of those on screen, then to the end of the article and round."""
        view, scene = self._view, self._view.scene
        targets = self.targets
        if scene.candidate is None and targets:
            found: str | None = targets[0 if step > 0 else -1]
        else:
            found = self._next_legal(scene.candidate or scene.source or "", step)
        if found is None:
            view.told.emit(tr("No entity of this article may be joined to it."))
            return
        scene.candidate = scene.hover_mark = found
        view.reveal(view.document.opened.layer.entities[found].start)
        self.refresh()

    def _next_legal(self, start: str, step: int) -> str | None:
        document = self._view.document
        order = document.index.order
        place = document.opened.layer.entities[start].place
        at = bisect_left(order, place)
        names = (order[(at + step * away) % len(order)][3] for away in range(1, len(order) + 1))
        return next((name for name in names if self._legal(name)), None)

    def pick_last(self) -> None:
        """Take the relation that was used last, where it is one of the choices."""
        choices, last = self._view.scene.choices, self._view.relations.last_label
        if last in choices:
            self.pick(choices.index(last))

    def confirm(self) -> None:
        """Take the end that was cycled to, or the first relation."""
        if self.choosing:
            self.pick(0)
        elif self._view.scene.candidate is not None:
            self.choose(self._view.scene.candidate)

    def choose(self, other: str) -> None:
        """Take the other end; make the relation at once where only one is legal."""
        kinds = self._view.relations.legal(*self.ends(other))
        if not kinds:
            self.stop()
            return
        self._target, self._kinds = other, kinds
        if len(kinds) == 1:
            self.pick(0)
            return
        scene = self._view.scene
        scene.choices = tuple(kind.id for kind in kinds)
        scene.drag, self._keys = None, True
        self._view.reveal(self._view.document.opened.layer.entities[other].start)
        self.refresh()

    def pick(self, index: int) -> None:
        """Make the relation with the type at an index of the choices."""
        if self._target is None or not 0 <= index < len(self._kinds):
            return
        head, tail = self.ends(self._target)
        label = self._kinds[index].id
        self.stop()
        self._view.relations.relate(label, head, tail)

    def choice_at(self, x: float, y: float) -> int:
        """Return the index of the choice at a point of the viewport, or -1."""
        box = self._view.scene.choice_box
        if box is None or not box.holds(x, y):
            return -1
        index = int((y - box.y - CHOICE_PAD) // CHOICE_ROW)
        return index if 0 <= index < len(self._kinds) else -1

    def _place_choices(self) -> None:
        view, scene = self._view, self._view.scene
        if self._target is None:
            return
        composer = view.document.composer
        width = 52 + max(composer.small_width(composer.relation_text(kind.id)) for kind in self._kinds)
        height = len(self._kinds) * CHOICE_ROW + 2 * CHOICE_PAD
        entity = view.document.opened.layer.entities[self._target]
        placed = view.document.line_of(entity.start)
        x, y = chip_of(placed, entity.id) or (0.0, placed.baseline)
        # Under the target's line, or above its chip where there is no room left.
        top = placed.baseline - view.top + 14
        if top + height > view.viewport().height():
            top = max(4.0, y - view.top - CHIP - height)
        left = max(4.0, min(x - 20, view.viewport().width() - width - 4))
        scene.choice_box = Box(left, top, width, height)

    def _close_choices(self) -> None:
        self._target, self._kinds = None, []
        scene = self._view.scene
        scene.choices, scene.choice_box, scene.choice_hover = (), None, -1
