"""Chain mode: letters on the other entities on screen; the chosen one names the same thing as the pinned one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...models import chains
from ..translate import tr
from . import onscreen
from .banner import Says
from .hints import hint_letters

if TYPE_CHECKING:
    from .view import ArticleView


class Chaining:
    """Joining entities to a chain, leaving one, and going from member to member."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self._pinned: str | None = None
        self._shown = False

    @property
    def active(self) -> bool:
        """Whether the other entity is being chosen."""
        return self._pinned is not None

    def start(self) -> None:
        """Ask which entity names the same thing as the focused one, or as the one at the caret."""
        view = self._view
        entity = view.focused_entity() or onscreen.entity_at(view.document, view.scene.caret)
        if entity is None:
            view.told.emit(tr("Focus an entity first: Tab, or a click on its label"))
            return
        view.focus_mark(entity.id)
        self._pinned = entity.id
        view.scene.typed = ""
        self.refresh()
        view.mode_changed.emit("chain")

    def refresh(self) -> None:
        """Give the letters to the entities that are on screen now."""
        view, scene = self._view, self._view.scene
        if self._pinned is None:
            return
        shown = onscreen.entities(view.document, view.top, view.top + view.viewport().height())
        others = [found for found in shown if found != self._pinned]
        scene.hints = dict(zip(others, hint_letters(len(others)), strict=True))
        scene.tints = self._tints()
        ask = tr("Type the letter of what names the same")
        keys = (("PgDn", tr("scroll")), ("Esc", tr("leave")))
        opened = view.document.opened
        entity = opened.layer.entities[self._pinned]
        chip = view.document.composer.chip_text(entity.label)
        surface, kind = entity.surface(opened.article.text), opened.schema.entity_type(entity.label)
        view.banner.tell(Says(tr("Chain"), "", kind, chip, surface, ask, keys))
        view.viewport().update()

    def stop(self) -> None:
        """Leave the mode."""
        if self._pinned is not None:
            self._pinned = None
            scene = self._view.scene
            scene.hints, scene.typed, scene.tints = {}, "", self._tints() if self._shown else {}
            self._view.banner.tell("")
            self._view.mode_changed.emit("")
            self._view.viewport().update()

    def show(self, *, on: bool) -> None:
        """Frame the members of all chains from now on, or no longer."""
        scene = self._view.scene
        found = self._tints() if on else {}
        self._shown = on
        if found != scene.tints:
            scene.tints = found
            self._view.viewport().update()

    def _tints(self) -> dict[str, int]:
        known = chains.ordered(self._view.document.opened.layer)
        return {member: number for number, chain in enumerate(known) for member in chain.members}

    def press(self, pressed: str, name: str) -> bool:
        """Take a letter, or a command of the mode."""
        if len(pressed) == 1 and self._type(pressed):
            return True
        if name == "back":
            self.stop()
        elif name in ("page_down", "page_up"):
            bar = self._view.verticalScrollBar()
            bar.setValue(bar.value() + (1 if name == "page_down" else -1) * (self._view.viewport().height() - 80))
        elif len(pressed) == 1:
            self._view.told.emit(tr("No entity has this letter. Esc leaves."))
        return True

    def _type(self, key: str) -> bool:
        scene = self._view.scene
        typed = scene.typed + key
        matching = [entity for entity, letters in scene.hints.items() if letters.startswith(typed)]
        if not matching:
            return False
        scene.typed = typed
        if scene.hints[matching[0]] == typed:
            self.choose(matching[0])
        self._view.viewport().update()
        return True

    def choose(self, other: str) -> None:
        """Join the pinned entity with another."""
        view, pinned = self._view, self._pinned
        self.stop()
        if pinned is not None:
            opened, new = view.document.opened, view.edits.new_id("c")
            if opened.perform(lambda: chains.join(opened.article, opened.layer, new, pinned, other)):
                view.focus_mark(pinned)
                view.told.emit(tr("Joined to one chain · Ctrl+Z undoes it"))

    def leave(self) -> None:
        """Take the focused entity out of its chain."""
        view = self._view
        entity = view.focused_entity()
        if entity is not None:
            opened, member = view.document.opened, entity.id
            if opened.perform(lambda: chains.leave(opened.article, opened.layer, member)):
                view.told.emit(tr("Taken out of its chain · Ctrl+Z undoes it"))

    def step(self, direction: int) -> None:
        """Focus the next or previous member of the focused entity's chain."""
        view = self._view
        entity = view.focused_entity()
        chain = chains.chain_of(view.document.opened.layer, entity.id) if entity is not None else None
        if entity is None or chain is None:
            view.told.emit(tr("This entity is in no chain. Ctrl+L joins it to another."))
            return
        at = chain.members.index(entity.id) + direction
        view.focus_entity(chain.members[at % len(chain.members)])
