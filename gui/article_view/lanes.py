"""Lanes: rows of room above a line, in which chips and pills never overlap."""

from __future__ import annotations

from .geometry import Box
from .metrics import CHIP, CHIP_SPACE, LANE


class Lanes:
    """What is taken in each lane; lane 0 is nearest the text, with its top at y *base*."""

    def __init__(self, base: float, left: float, right: float) -> None:
        self.base, self.left, self.right = base, left, right
        self.taken: list[list[Box]] = []

    @property
    def used(self) -> bool:
        """Whether anything stands in a lane."""
        return bool(self.taken)

    @property
    def top(self) -> float:
        """The y of the highest lane's top."""
        return self.base - LANE * (len(self.taken) - 1) if self.taken else self.base + CHIP

    def clamp(self, x: float, width: float) -> float:
        """Return x moved as little as keeps *width* inside."""
        return max(self.left, min(x, self.right - width))

    def is_free(self, lane: int, x: float, width: float) -> bool:
        """Tell whether a lane has room from x on, with a little space on either side."""
        if lane >= len(self.taken):
            return True
        return all(box.right + CHIP_SPACE <= x or x + width + CHIP_SPACE <= box.x for box in self.taken[lane])

    def first_free(self, x: float, width: float) -> int:
        """Return the lowest lane that has room from x on."""
        lane = 0
        while not self.is_free(lane, x, width):
            lane += 1
        return lane

    def take(self, lane: int, x: float, width: float) -> Box:
        """Take room in a lane and return it."""
        while lane >= len(self.taken):
            self.taken.append([])
        box = Box(x, self.base - LANE * lane, width, CHIP)
        self.taken[lane].append(box)
        return box

    def boxes(self) -> list[Box]:
        """Return all that is taken."""
        return [box for lane in self.taken for box in lane]
