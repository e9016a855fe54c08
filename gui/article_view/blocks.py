"""Blocks: the paragraphs of an article, each shaped, wrapped and decorated only when it is first looked at."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QLineF
from PySide6.QtGui import QGlyphRun

from ...models.article import Article, Exclusion
from ...models.text import grapheme_starts
from ...models.tokens import Token
from .geometry import Decoration
from .metrics import BLANK, Face, Fonts
from .shaping import SUSPECT, Shaped
from .units import tokens_between, unit_edges
from .wrapping import Row, wrap

Kind = Literal["title", "body", "ghost", "blank"]
# A paragraph that is longer goes on in another block, on a new line: what is shaped at once stays bounded.
LONGEST = 12_000
_TITLE_WITHIN = 12


class Line:
    """One visual line; `top` is from the block's top, `baseline` from its own."""

    __slots__ = ("baseline", "decoration", "height", "row", "runs", "suspects", "top", "words")

    def __init__(self, row: Row) -> None:
        self.row = row
        self.top = self.height = self.baseline = 0.0
        self.decoration: Decoration | None = None
        self.runs: list[tuple[float, float, QGlyphRun]] | None = None
        self.words: list[QLineF] = []
        self.suspects: list[tuple[float, float]] = []


class Block:
    """A paragraph (or a part of a giant one): [start, end) of the text without its line feed."""

    __slots__ = ("_edges", "_tokens", "_width", "end", "exclusions", "kind", "lines", "number", "shaped", "start")

    def __init__(self, start: int, end: int, kind: Kind, number: int, exclusions: tuple[Exclusion, ...]) -> None:
        self.start, self.end, self.kind, self.number = start, end, kind, number
        self.exclusions = exclusions
        self.shaped: Shaped | None = None
        self.lines: list[Line] = []
        self._edges: list[int] | None = None
        self._tokens: frozenset[int] = frozenset()
        self._width = -1.0

    def face(self, fonts: Fonts) -> Face:
        """Return the font that the block is set in."""
        return fonts.title if self.kind == "title" else fonts.ghost if self.kind == "ghost" else fonts.body

    def edges(self, text: str, tokens: Sequence[Token]) -> list[int]:
        """Return the edges of the block's units."""
        if self._edges is None:
            own = tokens_between(tokens, self.start, self.end)
            self._edges = unit_edges(text, self.start, self.end, own)
            self._tokens = frozenset(start for start, _ in own)
        return self._edges

    def lay(self, text: str, tokens: Sequence[Token], fonts: Fonts, width: float) -> bool:
        """Shape the block and wrap it to a width; tell whether its lines are new."""
        if self._width == width:
            return False
        self._width = width
        if self.shaped is None:
            self.shaped = Shaped(text, self.edges(text, tokens), self.face(fonts).font)
        shaped = self.shaped
        self.lines = [Line(row) for row in wrap(shaped.stretch, width, lambda unit: shaped.split(text, unit))]
        return True

    def reflow(self) -> None:
        """Forget the wrapping."""
        self._width = -1.0

    @property
    def laid(self) -> bool:
        """Whether the block has lines for its last width."""
        return self._width >= 0

    def stack(self, fonts: Fonts) -> float:
        """Set the lines one under another by their decorations and return the block's height."""
        if self.kind == "blank":
            for line in self.lines:
                line.height, line.baseline = BLANK, BLANK
            return float(BLANK)
        top = 0.0
        face = self.face(fonts)
        for line in self.lines:
            decoration = line.decoration
            above, below = (decoration.above, decoration.below) if decoration else (face.up, face.down)
            line.top, line.baseline, line.height = top, above, above + below
            top += line.height
        return top + fonts.reading.paragraph_gap

    def line_index(self, offset: int) -> int:
        """Return the index of the line that an offset lies on."""
        return max(0, bisect_right([line.row.start for line in self.lines], offset) - 1)

    def prepare(self, line: Line, text: str) -> list[tuple[float, float, QGlyphRun]]:
        """Return a line's glyph runs with where they are drawn, made when it is first painted."""
        if line.runs is not None:
            return line.runs
        line.runs = self.glyphs(line.row, line.row.start, line.row.end)
        shaped, row = self.shaped, line.row
        if shaped is not None:
            stretch = shaped.stretch
            for unit in range(row.first, row.last):
                if not stretch.space[unit] and stretch.edges[unit] in self._tokens:
                    x0, x1 = shaped.span(row, stretch.edges[unit], stretch.edges[unit + 1])
                    line.words.append(QLineF(x0 + 1.5, 0.0, max(x0 + 1.5, x1 - 1.5), 0.0))
            for found in SUSPECT.finditer(text, row.start, row.end):
                line.suspects.append(shaped.span(row, found.start(), found.end()))
        return line.runs

    def glyphs(self, row: Row, start: int, end: int) -> list[tuple[float, float, QGlyphRun]]:
        """Return the glyph runs of [start, end) of a row, with x from the row's left and y from its baseline."""
        found: list[tuple[float, float, QGlyphRun]] = []
        for chunk in self.shaped.chunks if self.shaped is not None else ():
            low, high = max(start, chunk.start), min(end, chunk.end)
            if low < high:
                found.extend((chunk.x - row.x0, -chunk.ascent, run) for run in chunk.runs(low, high))
        return found


def make_blocks(article: Article) -> list[Block]:
    """Return the blocks of an article; paragraphs that are not blank are numbered."""
    text, excluded = article.text, article.state.excluded
    blocks: list[Block] = []
    number = 0
    title = _title_start(article)
    for start, end in _lines(text):
        blank = not text[start:end].strip()
        touching = tuple(e for e in excluded if e.start < end and e.end > start and e.state != "dismissed")
        ghost = any(e.state == "confirmed" and _covers(e, text, start, end) for e in touching)
        if not blank:
            number += 1
        kind: Kind = "blank" if blank else "ghost" if ghost else "title" if start == title else "body"
        for index, (low, high) in enumerate(_bounded(text, start, end)):
            blocks.append(Block(low, high, kind, 0 if blank or index else number, touching))
    return blocks


def _title_start(article: Article) -> int:
    """Return where the headline's paragraph begins: the known title's, else the first that may be news."""
    text, known = article.text, article.title.strip()
    first = -1
    for start, end in _lines(text)[:_TITLE_WITHIN]:
        line = text[start:end].strip()
        if known and line == known:
            return start
        skipped = any(e.state != "dismissed" and _covers(e, text, start, end) for e in article.state.excluded)
        if first < 0 and line and not skipped:
            first = start
    return first


def _covers(exclusion: Exclusion, text: str, start: int, end: int) -> bool:
    """Tell whether all of a line but the space around it is excluded."""
    line = text[start:end]
    first, last = start + len(line) - len(line.lstrip()), start + len(line.rstrip())
    return exclusion.start <= first and last <= exclusion.end


def _lines(text: str) -> list[tuple[int, int]]:
    edges = [-1, *(found.start() for found in re.finditer("\n", text)), len(text)]
    lines = [(low + 1, high) for low, high in itertools.pairwise(edges)]
    if len(lines) > 1 and lines[-1][0] == lines[-1][1]:
        lines.pop()
    return lines


def _bounded(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a giant paragraph, at a space where there is one, else between two graphemes."""
    parts: list[tuple[int, int]] = []
    while end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        at = space + 1 if space >= 0 else list(grapheme_starts(text, start, start + LONGEST))[-1]
        parts.append((start, at))
        start = at
    parts.append((start, end))
    return parts
