"""Steps of the caret: by token, character cluster, phrase. Pure functions of the text and the unit edges."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from ...models.text import grapheme_starts

Clusters = Callable[[str], Sequence[int]]
_BEFORE = frozenset("เแโใไ")  # a leading vowel belongs to the consonant after it
_AFTER = frozenset("ะาๅ")  # a following vowel belongs to the consonant before it
_LATE = {"ย": "ี", "อ": "ื"}  # as in เกี๊ย and เรือ: a vowel written around its consonant
_REACH = 64


def cluster_starts(text: str) -> list[int]:
    """Return where the character clusters of a word begin: graphemes, joined where a Thai vowel spans several."""
    starts = list(grapheme_starts(text))
    return [at for index, at in enumerate(starts) if index == 0 or not _joined(text, starts[index - 1], at)]


def _joined(text: str, before: int, at: int) -> bool:
    char = text[at]
    if text[before] in _BEFORE or char in _AFTER:
        return True
    vowel = _LATE.get(char)
    return vowel is not None and vowel in text[before:at] and before > 0 and text[before - 1] == "เ"


def cluster_step(text: str, low: int, high: int, offset: int, direction: int, clusters: Clusters) -> int:
    """Return the next cluster boundary from *offset* within the paragraph [low, high)."""
    start, end = max(low, offset - _REACH), min(high, offset + _REACH)
    # Begin at a space or the paragraph's start, where a boundary is certain.
    while start > low and not text[start - 1].isspace():
        start -= 1
    found = [start + at for at in clusters(text[start:end])]
    found.append(end)
    if direction > 0:
        index = bisect_right(found, offset)
        return found[index] if index < len(found) else high
    index = bisect_left(found, offset) - 1
    return found[index] if index >= 0 else low


def edge_step(edges: Sequence[int], offset: int, direction: int) -> int | None:
    """Return the next unit edge, or None beyond the block."""
    if direction > 0:
        index = bisect_right(edges, offset)
        return edges[index] if index < len(edges) else None
    index = bisect_left(edges, offset) - 1
    return edges[index] if index >= 0 else None


def unit_at(edges: Sequence[int], offset: int) -> tuple[int, int]:
    """Return the unit that holds an offset; at the end of a block the last one."""
    if len(edges) < 2:
        return edges[0], edges[0]
    index = max(0, min(bisect_right(edges, offset) - 1, len(edges) - 2))
    return edges[index], edges[index + 1]


def word_at(text: str, edges: Sequence[int], offset: int) -> tuple[int, int]:
    """Return the unit at an offset, or the one before where that is only space."""
    start, end = unit_at(edges, offset)
    if text[start:end].isspace() and start > edges[0]:
        start, end = unit_at(edges, start - 1)
    return start, end


def phrase_at(text: str, low: int, high: int, offset: int) -> tuple[int, int]:
    """Return the stretch between spaces around an offset of the paragraph [low, high)."""
    start = end = min(max(offset, low), high)
    while start > low and not text[start - 1].isspace():
        start -= 1
    while end < high and not text[end].isspace():
        end += 1
    return start, end


def phrase_step(text: str, low: int, high: int, offset: int, direction: int) -> int:
    """Return the start of the next phrase, or of this or the one before."""
    if direction > 0:
        at = offset
        while at < high and not text[at].isspace():
            at += 1
        while at < high and text[at].isspace():
            at += 1
        return at
    at = offset
    while at > low and text[at - 1].isspace():
        at -= 1
    while at > low and not text[at - 1].isspace():
        at -= 1
    return at
