"""Shaping: a paragraph as a few QTextLayouts of one endless line each, whose unit positions are read once."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QGlyphRun, QTextLayout, QTextLine, QTextOption

from ...models.offsets import Utf16Map
from ...models.text import grapheme_starts
from .wrapping import Floats, Row, Stretch

UNITS, LENGTH = 400, 2000  # of one chunk: reading a position costs time in proportion to what stands before it
_ENDLESS = 4_000_000.0
# What is there but not seen is shown as a box: zero-width characters, direction controls, control characters.
SUSPECT = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_TAB = re.compile("\t")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_BOX = "\u00a0"
_OPENING, _CLOSING, _REPEATING = frozenset("([{“‘"), frozenset(")]}”’,.;:!?%ฯ"), frozenset("ๆ")


class Chunk:
    """A run of units shaped as one line; `x` is where it begins in the block."""

    __slots__ = ("_layout", "_line", "_text", "ascent", "end", "first", "last", "rtl", "start", "units", "x")

    def __init__(self, text: str, first: int, edges: Sequence[int], font: QFont, x: float) -> None:
        self.start, self.end = edges[0], edges[-1]
        self.first, self.last = first, first + len(edges) - 1
        self.x = x
        shown = self._text = text[self.start : self.end]
        self.rtl = bool(_RIGHT_TO_LEFT.search(shown))
        self.units = Utf16Map(shown)
        self._layout = QTextLayout(_TAB.sub(" ", SUSPECT.sub(_BOX, shown)), font)
        self._layout.setCacheEnabled(True)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        # A paragraph that begins with an Arabic name is still a Thai one.
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        self._line: QTextLine = self._layout.createLine()
        self._line.setLineWidth(_ENDLESS)
        self._line.setPosition(QPointF(0, 0))
        self._layout.endLayout()
        self.ascent = self._line.ascent()

    def edge_x(self, offset: int) -> float:
        """Return the block x of a position in the text."""
        found: tuple[float, int] = self._line.cursorToX(self.units.to_units(offset - self.start))  # type: ignore[assignment]
        return self.x + found[0]

    def runs(self, start: int, end: int) -> list[QGlyphRun]:
        """Return the glyphs of [start, end)."""
        low = self.units.to_units(start - self.start)
        high = self.units.to_units(end - self.start)
        return self._line.glyphRuns(low, high - low)

    def extents(self, start: int, end: int) -> tuple[float, float]:
        """Return the least and greatest x of [start, end), whatever direction its characters run in."""
        starts = grapheme_starts(self._text, start - self.start, end - self.start)
        xs = [self.edge_x(self.start + at) for at in starts]
        xs.append(self.edge_x(end))
        return min(xs), max(xs)


class Shaped:
    """A block's chunks with the x of each unit."""

    __slots__ = ("_starts", "chunks", "stretch")

    def __init__(self, text: str, edges: Sequence[int], font: QFont) -> None:
        self.chunks: list[Chunk] = []
        count = len(edges) - 1
        left, right = np.zeros(count), np.zeros(count)
        first, x = 0, 0.0
        groups: list[int] = []
        tied = _tied(text, edges)
        while first < count:
            last = _chunk_end(edges, first)
            chunk = Chunk(text, first, edges[first : last + 1], font, x)
            self.chunks.append(chunk)
            xs = np.array([chunk.edge_x(at) for at in edges[first : last + 1]])
            left[first:last], right[first:last] = xs[:-1], xs[1:]
            if chunk.rtl:
                groups.extend(unit for unit in _lay_mixed(chunk, text, edges, left, right) if unit not in tied)
            else:
                groups.extend(unit for unit in range(first, last) if unit not in tied)
            x = float(right[first:last].max())
            first = last
        space = np.fromiter((text[a:b].isspace() for a, b in itertools.pairwise(edges)), bool, count)
        mixed = bool(tied) or any(chunk.rtl for chunk in self.chunks)
        self.stretch = Stretch(edges, left, right, space, [*groups, count] if mixed else None)
        self._starts = [chunk.start for chunk in self.chunks]

    def chunk_at(self, offset: int) -> Chunk:
        """Return the chunk that holds an offset."""
        return self.chunks[max(0, bisect_right(self._starts, offset) - 1)]

    def split(self, text: str, unit: int) -> list[tuple[int, float]]:
        """Return (offset, x) of each grapheme of a unit and of its end."""
        start, end = self.stretch.edges[unit], self.stretch.edges[unit + 1]
        chunk = self.chunk_at(start)
        return [(at, chunk.edge_x(at)) for at in (*grapheme_starts(text, start, end), end)]

    def span(self, row: Row, start: int, end: int) -> tuple[float, float]:
        """Return the x of [start, end) within a row, from the row's left."""
        stretch = self.stretch
        start, end = max(start, row.start), min(end, row.end)
        if start >= end or not self.chunks:
            return 0.0, 0.0
        first = max(0, bisect_right(stretch.edges, start) - 1)
        last = max(first, bisect_right(stretch.edges, end - 1) - 1)
        x0, x1 = float(stretch.left[first : last + 1].min()), float(stretch.right[first : last + 1].max())
        if stretch.edges[first] < start and not self.chunk_at(start).rtl:
            x0 = self.chunk_at(start).edge_x(start)
        if stretch.edges[last + 1] > end and not self.chunk_at(end - 1).rtl:
            x1 = self.chunk_at(end - 1).edge_x(end)
        return x0 - row.x0, max(min(x1, max(row.x1, x0)), x0) - row.x0


def _tied(text: str, edges: Sequence[int]) -> set[int]:
    """Return the units that no line may begin with: closing marks, ๆ, and what follows an opening mark."""
    found: set[int] = set()
    for unit in range(1, len(edges) - 1):
        char, before = text[edges[unit]], text[edges[unit] - 1]
        if char in _CLOSING and not before.isspace():
            found.add(unit)
        elif char in _REPEATING:
            found.add(unit)
            if before.isspace():
                found.add(unit - 1)
        elif before in _OPENING and not char.isspace():
            found.add(unit)
    return found


def _chunk_end(edges: Sequence[int], first: int) -> int:
    last = min(len(edges) - 1, first + UNITS)
    # Half the length in code points leaves room for a text that is all emoji.
    limit = edges[first] + LENGTH
    while last > first + 1 and edges[last] > limit:
        last -= 1
    return last


def _lay_mixed(chunk: Chunk, text: str, edges: Sequence[int], left: Floats, right: Floats) -> list[int]:
    """Set the x of the units of a chunk with right-to-left runs; return the first unit of each run or word."""
    run = -1
    groups: list[int] = []
    for unit in range(chunk.first, chunk.last):
        left[unit], right[unit] = chunk.extents(edges[unit], edges[unit + 1])
        word = text[edges[unit] : edges[unit + 1]]
        if _RIGHT_TO_LEFT.search(word):
            if run < 0:
                run = unit
                groups.append(unit)
        elif run >= 0 and not any(char.isalnum() for char in word) and _continues(text, edges, unit, chunk.last):
            continue
        else:
            run = -1
            groups.append(unit)
    return groups


def _continues(text: str, edges: Sequence[int], unit: int, last: int) -> bool:
    """Tell whether after neutral characters another right-to-left word follows."""
    for at in range(unit + 1, last):
        word = text[edges[at] : edges[at + 1]]
        if _RIGHT_TO_LEFT.search(word):
            return True
        if any(char.isalnum() for char in word):
            return False
    return False
