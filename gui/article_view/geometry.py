"""What a line's decorations are, as plain values: y runs down from the baseline, x from the left of the column."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ...models.suggest import Suggestion

Arrow = Literal["out", "in", "both"]


class Box(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x after it."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y under it."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """The x of its middle."""
        return self.x + self.width / 2

    def overlaps(self, other: Box) -> bool:
        """Tell whether the two share any ground."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom


class Part(NamedTuple):
    """What one line shows of one entity: the x ranges of its fragments, and the width of its chip if it begins here."""

    id: str
    label: str
    start: int
    end: int
    ranges: tuple[tuple[float, float], ...]
    chip: float | None = None

    @property
    def x0(self) -> float:
        """The left end of all."""
        return self.ranges[0][0]

    @property
    def x1(self) -> float:
        """The right end of all."""
        return max(right for _, right in self.ranges)


class Link(NamedTuple):
    """A relation of which both ends have their chip on the line; `width` is that of its label."""

    id: str
    head: str
    tail: str
    width: float
    symmetric: bool = False


class Stub(NamedTuple):
    """An end of a relation whose other end is elsewhere; a pill beside the entity's chip.

    One with `more` stands for the relations that found no pill of their own.
    """

    id: str
    entity: str
    width: float
    name: str = ""
    surface: str = ""
    arrow: Arrow = "out"
    more: bool = False


class Band(NamedTuple):
    """A tinted stretch; `depth` counts the bands that it lies on."""

    id: str
    label: str
    x0: float
    x1: float
    depth: int


class Underline(NamedTuple):
    """A line under a stretch; `gap` joins the fragments of a discontinuous entity."""

    id: str
    label: str
    x0: float
    x1: float
    y: float
    gap: bool = False


class Chip(NamedTuple):
    """An entity's label above its first fragment; `stem` is the y to which a lifted one reaches down."""

    id: str
    label: str
    box: Box
    lane: int
    stem_x: float


class Pill(NamedTuple):
    """A relation's stub; `entity` is the end that it stands at. One with `more` stands for several relations."""

    id: str
    entity: str
    box: Box
    name: str = ""
    surface: str = ""
    arrow: Arrow = "out"
    more: bool = False


class Arc(NamedTuple):
    """A relation within the line: up from (x0, y0), along y, down to (x1, y1); the head is at x0."""

    id: str
    x0: float
    y0: float
    x1: float
    y1: float
    y: float
    label: Box
    broken: bool
    symmetric: bool

    @property
    def left(self) -> float:
        """The lesser x."""
        return min(self.x0, self.x1)

    @property
    def right(self) -> float:
        """The greater x."""
        return max(self.x0, self.x1)


class Proposed(NamedTuple):
    """A suggestion's outline; its chip stands above where it begins."""

    suggestion: Suggestion
    x0: float
    x1: float
    chip: Box | None = None


class Decoration(NamedTuple):
    """All that one line carries beside its text, and the room that it takes above and below the baseline."""

    bands: tuple[Band, ...] = ()
    underlines: tuple[Underline, ...] = ()
    chips: tuple[Chip, ...] = ()
    pills: tuple[Pill, ...] = ()
    arcs: tuple[Arc, ...] = ()
    tag: Box | None = None
    proposed: tuple[Proposed, ...] = ()
    above: float = 0.0
    below: float = 0.0
