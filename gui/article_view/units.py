"""Units: what the view wraps, steps and snaps by: a paragraph's tokens, with what lies between them filled in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ...models.text import grapheme_starts
from ...models.tokens import Token

# A longer token is cut at graphemes, so that no step of the layout ever has to walk through it at once.
LONGEST = 160
_PIECE = re.compile(r"\s+|[^\s\u0e00-\u0e7f]+|[\u0e00-\u0e7f]+")
_UNTOKENISED = 24


def unit_edges(text: str, start: int, end: int, tokens: Sequence[Token]) -> list[int]:
    """Return the edges of the units of [start, end), both ends included; an empty stretch has the one edge."""
    edges = [start]
    at = start
    for low, high in tokens:
        high = min(high, end)
        if low < at or high <= low:
            continue
        if low > at:
            edges.extend(_filled(text, at, low))
        if high - low > LONGEST:
            edges.extend(_cut(text, low, high, LONGEST))
        edges.append(high)
        at = high
    if at < end:
        edges.extend(_filled(text, at, end))
    return edges


def tokens_between(tokens: Sequence[Token], start: int, end: int) -> Sequence[Token]:
    """Return the tokens that begin in [start, end)."""
    return tokens[bisect_right(tokens, (start, -1)) : bisect_right(tokens, (end, -1))]


def _filled(text: str, start: int, end: int) -> Iterator[int]:
    for piece in _PIECE.finditer(text, start, end):
        if piece.end() - piece.start() > _UNTOKENISED:
            yield from _cut(text, piece.start(), piece.end(), _UNTOKENISED // 2)
        # A combining mark may begin a piece; an edge before it would cut a cluster.
        if piece.end() == end or _clean(text, piece.start(), piece.end(), end):
            yield piece.end()


def _clean(text: str, start: int, at: int, end: int) -> bool:
    return at in set(grapheme_starts(text, max(start, at - LONGEST), min(end, at + 8)))


def _cut(text: str, start: int, end: int, size: int) -> Iterator[int]:
    last = start
    for at in grapheme_starts(text, start, end):
        if at - last >= size:
            last = at
            yield at
