"""Editing a boundary: one stretch with a label, whose ends move by words or by characters."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from ...models.text import grapheme_starts
from ...models.tokens import Token


class Stretch(NamedTuple):
    """[start, end) in code points, and what it is to be labelled."""

    label: str
    start: int
    end: int


class Steps:
    """Where the ends of a stretch may go: the edges of words, and of characters between them."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self._text = text
        self._words = sorted({edge for token in tokens for edge in token})

    def moved(self, at: int, by: int, *, fine: bool) -> int:
        """Return the next edge before or behind *at*; *fine* steps go by character."""
        if fine:
            low, high = max(0, at - 40), min(len(self._text), at + 40)
            edges = [*grapheme_starts(self._text, self._edge_before(low), high), high]
        else:
            edges = self._words
        place = bisect_right(edges, at) if by > 0 else bisect_left(edges, at) - 1
        return edges[place] if 0 <= place < len(edges) else at

    def nearest(self, at: int) -> int:
        """Return the edge of a word that is nearest to *at*."""
        return min(self._words, key=lambda edge: abs(edge - at), default=at)

    def _edge_before(self, at: int) -> int:
        place = bisect_right(self._words, at) - 1
        return self._words[place] if place >= 0 else 0


def resized(stretch: Stretch, steps: Steps, by: int, *, start: bool, fine: bool) -> Stretch:
    """Return the stretch with one end moved; it never becomes empty."""
    if start:
        at = steps.moved(stretch.start, by, fine=fine)
        return stretch._replace(start=at) if at < stretch.end else stretch
    at = steps.moved(stretch.end, by, fine=fine)
    return stretch._replace(end=at) if at > stretch.start else stretch
