"""Relation mode: one end pinned, letters on the legal other ends, then the relation where more than one is legal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...models.schema import RelationType
from ..translate import tr
from . import onscreen
from .geometry import Box
from .hints import hint_letters
from .hit import chip_of
from .metrics import CHIP
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
        self._candidate: str | None = None

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
        self._swapped, self._keys, self._target, self._candidate = False, keys, None, None
        scene = self._view.scene
        scene.source, scene.typed = source, ""
        self.refresh()
        self._view.mode_changed.emit("relate")

    def stop(self) -> None:
        """Leave the mode; the pinned end is focused again."""
        scene = self._view.scene
        source, scene.source = scene.source, None
        scene.lit, scene.hints, scene.typed, scene.drag = None, {}, "", None
        self._view.banner.tell("")
        scene.hover_mark = None
        self._close_choices()
        if source is not None:
            self._view.mode_changed.emit("")
            self._view.viewport().update()

    def refresh(self) -> None:
        """Find the legal ends on screen again: it was scrolled, or turned round."""
        scene = self._view.scene
        if scene.source is None:
            return
        targets = self.targets
        scene.lit = frozenset(targets)
        names = dict(zip(targets, hint_letters(len(targets)), strict=True)) if self._keys else {}
        scene.hints = {} if self.choosing else names
        self._view.banner.tell(self._banner(len(targets)) if self._keys else "")
        if self.choosing:
            self._place_choices()
        self._view.viewport().update()

    def _banner(self, count: int) -> str:
        if self.choosing:
            return tr("Relate: press the relation's number · Esc back")
        if not count:
            return tr("Relate: no legal end is on screen · PgUp PgDn scroll · Shift+Space turns it round · Esc back")
        if self._swapped:
            return tr("Relate: type the letter of where it comes from · Shift+Space turns it round · Esc back")
        return tr("Relate: type the letter of where it leads · Shift+Space turns it round · Esc back")

    def _ends(self, other: str) -> tuple[str, str]:
        source = self._view.scene.source or ""
        return (other, source) if self._swapped else (source, other)

    def _legal(self, other: str) -> bool:
        return bool(self._view.edits.legal(*self._ends(other)))

    def swap(self) -> None:
        """Turn the relation that is being made round."""
        self._swapped = not self._swapped
        self._view.scene.typed, self._candidate = "", None
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
            if key == "." and self._view.edits.last_relation in scene.choices:
                self.pick(scene.choices.index(self._view.edits.last_relation or ""))
            elif key.isdigit() and 0 < int(key) <= len(self._kinds):
                self.pick(int(key) - 1)
            return True
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
        """Go to the next or previous legal end on screen."""
        targets = self.targets
        if not targets:
            return
        at = targets.index(self._candidate) + step if self._candidate in targets else (0 if step > 0 else -1)
        self._candidate = targets[at % len(targets)]
        self._view.scene.hover_mark = self._candidate
        self._view.viewport().update()

    def confirm(self) -> None:
        """Take the end that was cycled to, or the first relation."""
        if self.choosing:
            self.pick(0)
        elif self._candidate is not None:
            self.choose(self._candidate)

    def choose(self, other: str) -> None:
        """Take the other end; make the relation at once where only one is legal."""
        kinds = self._view.edits.legal(*self._ends(other))
        if not kinds:
            self.stop()
            return
        self._target, self._kinds = other, kinds
        if len(kinds) == 1:
            self.pick(0)
            return
        scene = self._view.scene
        scene.choices = tuple(kind.id for kind in kinds)
        scene.drag, scene.hints = None, {}
        self._keys = True
        self.refresh()
        scene.lit = frozenset([other])

    def pick(self, index: int) -> None:
        """Make the relation with the type at an index of the choices."""
        if self._target is None or not 0 <= index < len(self._kinds):
            return
        head, tail = self._ends(self._target)
        label = self._kinds[index].id
        self.stop()
        self._view.edits.relate(label, head, tail)

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
