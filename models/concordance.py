"""Concordance: a string wherever it stands, with what stands left and right of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from .text import grapheme_starts, is_boundary

CONTEXT = 60  # code points on each side, cut at a grapheme

_TONES = dict.fromkeys(range(0x0E48, 0x0E4C))  # mai ek, mai tho, mai tri, mai chattawa
_ANY_TONES = "[\u0e48-\u0e4b]*"


class Query(NamedTuple):
    """What is looked for: a string as it stands, in any tone, or only where it is whole words."""

    text: str
    ignore_tones: bool = False
    whole_word: bool = False


class Hit(NamedTuple):
    """One place of an article, in code points, with its surroundings; line feeds are shown as spaces there."""

    article: str
    start: int
    end: int
    left: str
    match: str
    right: str
    labels: tuple[str, ...] = ()


def without_tones(text: str) -> str:
    """Return *text* without its tone marks; for comparing, never for storing."""
    return text.translate(_TONES)


def places(text: str, query: Query) -> Iterator[tuple[int, int]]:
    """Yield where *query* stands in *text*, each [start, end) on grapheme boundaries, none inside another.

    “ที” is not found in “ที่”: it would cut the cluster; ignoring tones it is, and the tone mark belongs to the hit.
    A query of tone marks alone finds nothing where tones are ignored.
    """
    if not (without_tones(query.text) if query.ignore_tones else query.text):
        return
    find = _finder(text, query)
    at = 0
    while (found := find(at)) is not None:
        start, end = found
        if is_boundary(text, start) and is_boundary(text, end):
            yield found
            at = end
        else:
            at = start + 1


def _finder(text: str, query: Query) -> Callable[[int], tuple[int, int] | None]:
    wanted = query.text
    if not query.ignore_tones:

        def find(at: int) -> tuple[int, int] | None:
            start = text.find(wanted, at)
            return None if start < 0 else (start, start + len(wanted))

        return find
    pattern = re.compile("".join(re.escape(char) + _ANY_TONES for char in without_tones(wanted)))

    def search(at: int) -> tuple[int, int] | None:
        found = pattern.search(text, at)
        return None if found is None else found.span()

    return search


def hit(article_id: str, text: str, start: int, end: int, labels: tuple[str, ...] = ()) -> Hit:
    """Return a place with its surroundings."""
    first, last = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    while first < start and not is_boundary(text, first):
        first += 1
    while last > end and not is_boundary(text, last):
        last -= 1
    left, match, right = (text[a:b].replace("\n", " ") for a, b in ((first, start), (start, end), (end, last)))
    return Hit(article_id, start, end, left, match, right, labels)


def left_key(found: Hit) -> str:
    """Return what hits are sorted by to bring alike left contexts together: the context read backwards."""
    starts = list(grapheme_starts(found.left))
    ends = [*starts[1:], len(found.left)]
    return "".join(found.left[a:b] for a, b in zip(reversed(starts), reversed(ends), strict=True)).lstrip()


def right_key(found: Hit) -> str:
    """Return what hits are sorted by to bring alike right contexts together."""
    return found.right.lstrip()
