"""In which unit a file counts: told by which reading of its offsets leaves whole words, where others tear them.

Thai makes a wrong unit visible: no word begins with a vowel below or above, a tone mark or ะ า ำ, none ends with
เ แ โ ใ ไ, and no annotator marks half a Latin word or the space beside one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from ...models.errors import Message
from ...models.offsets import Utf16Map
from ...models.text import grapheme_starts

POINTS = "points"
UTF16 = "utf16"
GRAPHEMES = "graphemes"

Range = tuple[int, int]
Place = Callable[[int, int], Range]
Reading = Callable[[str], Place]

_LETTER = re.compile(r"[^\W_]")
_FOLLOWS = frozenset("ะัาำิีึืฺุู็่้๊๋์ํ๎ๅๆ\u200d\ufe0f")
_LEADS = frozenset("เแโใไ")
# How odd a range is, beside 1 for an edge amid Thai letters, where most words begin and end but most offsets lie too.
_TORN = 4
_OUTSIDE = 16
_HOPELESS = 1000  # how much worse than the best a reading may be before it is no longer tried


def points(_: str) -> Place:
    """Read offsets as code points."""
    return lambda start, end: (start, end)


def utf16(text: str) -> Place:
    """Read offsets as UTF-16 units; one inside a pair is moved outwards."""
    units = Utf16Map(text)

    def place(start: int, end: int) -> Range:
        last = units.to_point(end)
        return units.to_point(start), last + (units.to_units(last) < end)

    return place


def graphemes(text: str) -> Place:
    """Read offsets as user-perceived characters."""
    edges = [*grapheme_starts(text), len(text)]
    count = len(edges) - 1

    def point(at: int) -> int:
        return edges[at] if 0 <= at <= count else at if at < 0 else len(text) + at - count

    return lambda start, end: (point(start), point(end))


NAMES = {POINTS: Message("code points"), UTF16: Message("UTF-16 units"), GRAPHEMES: Message("graphemes")}
READINGS: Mapping[str, Reading] = {POINTS: points, UTF16: utf16, GRAPHEMES: graphemes}


class Sample(NamedTuple):
    """A text with the ranges that a file names on it, and their surfaces where the file has them."""

    text: str
    ranges: list[tuple[int, int, str | None]]


class Verdict(NamedTuple):
    """The reading that fits best, how many ranges it reads otherwise than the first one, and whether that is sure."""

    reading: str
    differing: int
    sure: bool


def diagnose(samples: Iterable[Sample], readings: Mapping[str, Reading]) -> Verdict:
    """Return the reading under which the fewest words are torn; the first of them where nothing tells them apart."""
    names = [*readings]
    first = best = names[0]
    torn = dict.fromkeys(names, 0)
    differing = dict.fromkeys(names, 0)
    for text, ranges in samples:
        places = {name: readings[name](text) for name in names}
        for start, end, surface in ranges:
            read = {name: place(start, end) for name, place in places.items()}
            if len({*read.values()}) == 1:
                continue
            for name, span in read.items():
                torn[name] += misfit(text, *span, surface)
                differing[name] += span != read[first]
        best = min(names, key=torn.__getitem__)
        names = [name for name in names if name == first or torn[name] <= torn[best] + _HOPELESS]
    rivals = [name for name in names if torn[name] == torn[best] and differing[name] != differing[best]]
    return Verdict(best, differing[best], not rivals)


def misfit(text: str, start: int, end: int, surface: str | None = None) -> int:
    """Return how badly a range sits: past the end or with another surface, torn from a word, or amid a run of Thai."""
    if not 0 <= start < end <= len(text):
        return _OUTSIDE
    if surface is not None:
        return 0 if text[start:end] == surface else _OUTSIDE
    spaces = text[start].isspace() + text[end - 1].isspace()
    return _edge(text, start) + _edge(text, end) + spaces * _TORN


def _edge(text: str, at: int) -> int:
    """Return how odd it is to begin or end at an offset: not at all beside a space, a sign or another script."""
    before, after = text[at - 1 : at], text[at : at + 1]
    if after in _FOLLOWS or before in _LEADS:
        return _TORN
    if not (_LETTER.match(before) and _LETTER.match(after)) or before.isascii() != after.isascii():
        return 0
    return _TORN if before.isascii() else 1
