"""Tokens: words proposed by an engine, repaired by rule and by hand. A token is a pair (start, end) of code points."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from .text import is_boundary

Token = tuple[int, int]
Cut = Callable[[str], list[str]]

# newmm takes quadratic time on digits; a run this long is no number that an annotator would cut.
_DIGITS = re.compile(r"\d{48,}")
_LINE = re.compile(r"[^\n]+")
# What newmm glues together outside Thai: “MFP, (22, "La. Letters, numbers with their marks, spaces, and all else alone.
_NOT_THAI = re.compile(r"[^\u0e00-\u0e7f]+\Z")
_PARTS = re.compile(r"[^\W\d_]+|\d+(?:[.,:]\d+)*|\s+|.", re.DOTALL)


def tokenise(text: str, cut: Cut, excluded: Sequence[Token] = ()) -> list[Token]:
    """Return the tokens of *text* outside line feeds and the *excluded* ranges.

    *cut* is the engine: it gets a piece of one line and returns its words, which must join to the piece again.
    No boundary ever lies inside a grapheme cluster.
    """
    found: list[Token] = []
    for start, end in _pieces(text, excluded):
        piece = text[start:end]
        words = [piece] if _DIGITS.fullmatch(piece) else cut(piece)
        if "".join(words) != piece:
            words = [piece]
        last = at = start
        for word in words:
            for part in _PARTS.findall(word) if _NOT_THAI.match(word) else (word,):
                at += len(part)
                if at == end or is_boundary(text, at):
                    found.append((last, at))
                    last = at
    return found


def _pieces(text: str, excluded: Sequence[Token]) -> Iterator[Token]:
    for line in _LINE.finditer(text):
        for start, end in _outside(line.start(), line.end(), excluded):
            at = start
            for digits in _DIGITS.finditer(text, start, end):
                if digits.start() > at:
                    yield at, digits.start()
                yield digits.span()
                at = digits.end()
            if at < end:
                yield at, end


def _outside(start: int, end: int, excluded: Sequence[Token]) -> Iterator[Token]:
    for low, high in excluded:
        if high > start and low < end:
            if low > start:
                yield start, low
            start = max(start, high)
    if start < end:
        yield start, end


def repair(tokens: Sequence[Token], cuts: Iterable[int], joins: Iterable[int]) -> list[Token]:
    """Return the tokens with the boundaries *cuts* added and *joins* taken away; what does not fit is passed over."""
    added = sorted(cuts)
    removed = frozenset(joins)
    result: list[Token] = []
    for start, end in tokens:
        if result and start in removed and result[-1][1] == start:
            start = result.pop()[0]
        for at in added[bisect_right(added, start) : bisect_left(added, end)]:
            result.append((start, at))
            start = at
        result.append((start, end))
    return result


def repairs_between(proposed: Sequence[Token], wanted: Sequence[Token]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the cuts and joins that turn one list of tokens into another over the same ground."""
    before = {edge for token in proposed for edge in token}
    after = {edge for token in wanted for edge in token}
    return tuple(sorted(after - before)), tuple(sorted(before - after))


def cut_at_edges(tokens: Sequence[Token], edges: Iterable[int]) -> tuple[list[Token], int]:
    """Return the tokens cut wherever an entity's edge falls inside one, and how many tokens were cut."""
    result: list[Token] = []
    cut = taken = 0
    for edge in sorted(set(edges)):
        place = bisect_left(tokens, (edge, -1)) - 1
        if place < 0 or tokens[place][1] <= edge:
            continue
        if place >= taken:
            result += tokens[taken : place + 1]
            taken = place + 1
            cut += 1
        start, end = result.pop()
        result += ((start, edge), (edge, end))
    result += tokens[taken:]
    return result, cut


def token_range(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """Return (first, after last) of the tokens that [start, end) touches."""
    first = bisect_right(tokens, (start, 1 << 62)) - 1
    if first < 0 or tokens[first][1] <= start:
        first += 1
    after = bisect_left(tokens, (end, -1))
    return first, max(first, after)
