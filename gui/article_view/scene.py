"""What is shown on top of the article for now: focus, selection, caret, hover, hints. Gestures set it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...models.occurrences import Occurrence
from ...models.suggest import Suggestion
from .geometry import Box


@dataclass(slots=True)
class Scene:
    """The passing state of the view; offsets are code points of the article."""

    caret: int = 0
    anchor: int | None = None
    focus: str | None = None
    fragment: int | None = None  # which piece of the focused entity is in hand
    kept: str | None = None  # the entity that was focused last, to which a selection may be added
    active: bool = False  # the view has the keyboard
    hover: tuple[int, int] | None = None
    hover_mark: str | None = None
    fresh: str | None = None  # just labelled: solid for a moment
    accented: frozenset[str] = frozenset()  # relations of the focused entity, or the focused one
    lit: frozenset[str] | None = None  # entities that stay bright; None while nothing is dimmed
    only: frozenset[str] | None = None  # labels whose marks stay bright; None for all
    source: str | None = None  # the pinned end of the relation being made
    hints: dict[str, str] = field(default_factory=dict)  # entity → letters
    token_hints: dict[int, str] = field(default_factory=dict)  # offset → letters
    typed: str = ""
    proposal: Suggestion | None = None  # the focused suggestion
    preview: tuple[Occurrence, ...] = ()  # same strings that wait to be marked
    tints: Mapping[str, int] = field(default_factory=dict)  # entity → number of its chain, where chains are shown
    candidate: str | None = None  # the legal end that Tab went to
    drag: tuple[float, float, float, float] | None = None  # chip drag, in the viewport
    choices: tuple[str, ...] = ()
    choice_box: Box | None = None
    choice_hover: int = -1

    @property
    def selection(self) -> tuple[int, int] | None:
        """The selected [start, end), if any."""
        if self.anchor is None or self.anchor == self.caret:
            return None
        return min(self.anchor, self.caret), max(self.anchor, self.caret)
