"""Moves of the caret over a document, across lines and blocks."""

from __future__ import annotations

import itertools

from .document import Document, Placed
from .metrics import GUTTER
from .steps import Clusters, cluster_step, edge_step, phrase_step


def token_step(document: Document, offset: int, direction: int) -> int:
    """Return the next token edge, over the line end where the block ends."""
    index = document.block_of(offset)
    found = edge_step(document.edges(index), offset, direction)
    if found is not None:
        return found
    return _neighbour(document, index, direction, offset)


def small_step(document: Document, offset: int, direction: int, clusters: Clusters) -> int:
    """Return the next character cluster boundary."""
    index = document.block_of(offset)
    block = document.blocks[index]
    if (direction > 0 and offset >= block.end) or (direction < 0 and offset <= block.start):
        return _neighbour(document, index, direction, offset)
    return cluster_step(document.opened.article.text, block.start, block.end, offset, direction, clusters)


def phrase_move(document: Document, offset: int, direction: int) -> int:
    """Return the next start of a phrase."""
    index = document.block_of(offset)
    block = document.blocks[index]
    if (direction > 0 and offset >= block.end) or (direction < 0 and offset <= block.start):
        return _neighbour(document, index, direction, offset)
    return phrase_step(document.opened.article.text, block.start, block.end, offset, direction)


def _neighbour(document: Document, index: int, direction: int, offset: int) -> int:
    at = index + direction
    while 0 <= at < len(document.blocks) and document.blocks[at].kind == "blank":
        at += direction
    if not 0 <= at < len(document.blocks):
        return offset
    return document.blocks[at].start if direction > 0 else document.blocks[at].end


def line_step(document: Document, offset: int, direction: int, x: float | None) -> tuple[int, float]:
    """Return the offset one visual line further at the same x, and that x."""
    placed = document.line_of(offset)
    goal = document.x_of(placed, offset) if x is None else x
    beside = _line_beside(document, placed, direction)
    return (offset if beside is None else edge_near(document, beside, goal)), goal


def _line_beside(document: Document, placed: Placed, direction: int) -> Placed | None:
    at = placed.block.lines.index(placed.line) + direction
    if 0 <= at < len(placed.block.lines):
        return document.line_of(placed.block.lines[at].row.start)
    index = placed.at + direction
    while 0 <= index < len(document.blocks) and document.blocks[index].kind == "blank":
        index += direction
    if not 0 <= index < len(document.blocks):
        return None
    block = document.blocks[index]
    document.ensure(index)
    return document.line_of(block.lines[0 if direction > 0 else -1].row.start)


def page_step(document: Document, offset: int, distance: float, x: float | None) -> tuple[int, float]:
    """Return the offset a page further at the same x, and that x."""
    placed = document.line_of(offset)
    goal = document.x_of(placed, offset) if x is None else x
    found = document.line_at(min(max(placed.baseline + distance, 0.0), document.height))
    if found.block.kind == "blank":
        found = _line_beside(document, found, 1 if distance > 0 else -1) or placed
    return edge_near(document, found, goal), goal


def line_ends(document: Document, offset: int) -> tuple[int, int]:
    """Return the first and last offset of the visual line."""
    row = document.line_of(offset).line.row
    index = document.block_of(offset)
    last = row.end
    if last < document.blocks[index].end:
        last = token_step(document, last, -1)
    return row.start, max(row.start, last)


def unit_under(document: Document, x: float, y: float) -> tuple[int, int]:
    """Return the unit at or nearest to a point of the document."""
    return unit_on(document.line_at(y), x)


def unit_on(placed: Placed, x: float) -> tuple[int, int]:
    """Return the unit of a line at or nearest to x."""
    row, shaped = placed.line.row, placed.block.shaped
    if shaped is None or row.start == row.end:
        return row.start, row.start
    stretch, goal = shaped.stretch, x - GUTTER + row.x0
    best, distance = row.first, float("inf")
    for unit in range(row.first, row.last):
        left, right = float(stretch.left[unit]), float(stretch.right[unit])
        away = 0.0 if left <= goal < right else min(abs(goal - left), abs(goal - right))
        if away < distance:
            best, distance = unit, away
    return stretch.edges[best], stretch.edges[best + 1]


def edge_near(document: Document, placed: Placed, x: float) -> int:
    """Return the unit edge of a line that is nearest to x, never the one that already belongs to the next line."""
    start, end = unit_on(placed, x)
    row = placed.line.row
    near = start if x - document.x_of(placed, start) <= document.x_of(placed, end) - x else end
    if near >= row.end and row.end < placed.block.end:
        near = start
    return max(row.start, near)


def cluster_under(document: Document, x: float, y: float, clusters: Clusters) -> tuple[int, int]:
    """Return the character cluster at a point."""
    placed = document.line_at(y)
    start, end = unit_under(document, x, y)
    text = document.opened.article.text
    points = [start + at for at in clusters(text[start:end])] + [end]
    for low, high in itertools.pairwise(points):
        box = document.band(placed, low, high)
        if box is not None and x < box.right:
            return low, high
    return (points[-2], points[-1]) if len(points) > 1 else (start, end)
