"""Maps between offsets: before and after canonicalising, and code points to UTF-16 units at the view's edge."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class OffsetMap(NamedTuple):
    """Offsets of a raw text to those of its canonical form.

    `shifts` are (raw offset, code points removed before it), ascending.
    """

    shifts: tuple[tuple[int, int], ...]

    def __call__(self, raw: int) -> int:
        """Return where *raw* lies in the canonical text; an offset between CR and LF falls behind the line end."""
        index = bisect_right(self.shifts, (raw, 1 << 62)) - 1
        moved = raw - (self.shifts[index][1] if index >= 0 else 0)
        if index + 1 < len(self.shifts):
            # inside a removed stretch: not past what the next shift maps to
            edge, removed = self.shifts[index + 1]
            moved = min(moved, edge - removed)
        return moved


class Utf16Map:
    """Code-point offsets of one text to UTF-16 units and back; costs nothing where no character is astral."""

    __slots__ = ("_points", "_units")

    def __init__(self, text: str) -> None:
        self._points = [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [point + index for index, point in enumerate(self._points)]

    def to_units(self, point: int) -> int:
        """Return the UTF-16 unit at code point *point*."""
        return point + bisect_left(self._points, point) if self._points else point

    def to_point(self, unit: int) -> int:
        """Return the code point at UTF-16 unit *unit*; the second half of a pair counts as its first."""
        return unit - bisect_left(self._units, unit) if self._units else unit
