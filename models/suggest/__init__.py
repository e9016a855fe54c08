"""Suggestions: what a machine proposes, why, and the small contract that every engine keeps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from ..article import Article
from ..layer import Entity, Fragment, Layer
from ..occurrences import Neighbours, Skipped, WordEdges
from ..tokens import Token

ORIGIN = "suggestion:"
_CONTEXT = 12  # code points to either side by which a place is known again
_PART = "\x1f"
_LINE = re.compile(r"[^\n]+")


class Reason(NamedTuple):
    """Why something is proposed: how often the string was marked as what, how often it was rejected, or a rule's words.

    `votes` are (label, count), the most frequent first.
    """

    votes: tuple[tuple[str, int], ...] = ()
    rejected: int = 0
    text: str = ""


class Suggestion(NamedTuple):
    """A proposed entity [start, end); `score` lies between 0 and 1."""

    start: int
    end: int
    label: str
    score: float
    engine: str
    reason: Reason = Reason()

    @property
    def key(self) -> tuple[int, int, str]:
        """What tells it from another one of the same article."""
        return self.start, self.end, self.label

    def entity(self, entity_id: str, label: str | None = None) -> Entity:
        """Return the entity that it becomes when a person accepts it, with another *label* where one is given."""
        score = self.score if label in (None, self.label) else None
        return Entity(
            entity_id, label or self.label, self.start, self.end, origin=f"{ORIGIN}{self.engine}", score=score
        )


class Rejections(Protocol):
    """What one person rejected before."""

    def here(self, context: str, label: str) -> bool:
        """Tell whether the same was rejected in the same context."""

    def count(self, string: str, label: str) -> int:
        """Return in how many contexts a string was rejected as a label."""


class Given:
    """What an engine looks at: an article with one person's layer, and what that person rejected before."""

    def __init__(self, article: Article, layer: Layer, tokens: Sequence[Token], rejections: Rejections) -> None:
        self.article, self.layer, self.rejections = article, layer, rejections
        self.edges = WordEdges(tokens)
        self._marks, self._skipped = Neighbours(layer), Skipped(article)

    def free(self, start: int, end: int) -> bool:
        """Tell whether [start, end) lies outside every mark and exclusion; marks inside it are no hindrance."""
        if self._skipped.touches(start, end):
            return False
        touching = list(self._marks.touching(start, end))
        inner = all(start <= entity.start and entity.end <= end for entity in touching)
        return inner and not any(entity.ranges == ((start, end),) for entity in touching)

    def lines(self) -> Iterator[Fragment]:
        """Yield [start, end) of the lines that hold something."""
        return (found.span() for found in _LINE.finditer(self.article.text))


class Engine(Protocol):
    """Proposes entities. Pure: it reads no file and no clock, and the same input gives the same answer."""

    @property
    def name(self) -> str:
        """What the origin of an accepted suggestion says after “suggestion:”."""

    def suggest(self, given: Given, within: Fragment) -> Iterator[Suggestion]:
        """Yield suggestions in [start, end), which are whole lines, in the order of the text; none over another."""


def context_of(text: str, start: int, end: int) -> str:
    """Return the words by which a place is known again, in this article and in another: itself and what is around."""
    return _PART.join((text[start:end], text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]))


def string_of(context: str) -> str:
    """Return the string that a context is about."""
    return context.partition(_PART)[0]


class Rejected:
    """Rejections in memory, by (context, label)."""

    def __init__(self, pairs: Mapping[tuple[str, str], object] | Sequence[tuple[str, str]] = ()) -> None:
        self._pairs = set(pairs)
        self._counts: dict[tuple[str, str], int] = {}
        for context, label in self._pairs:
            self._tally(context, label, 1)

    def _tally(self, context: str, label: str, by: int) -> None:
        key = (string_of(context), label)
        self._counts[key] = self._counts.get(key, 0) + by

    def here(self, context: str, label: str) -> bool:
        """Tell whether the same was rejected in the same context."""
        return (context, label) in self._pairs

    def count(self, string: str, label: str) -> int:
        """Return in how many contexts a string was rejected as a label."""
        return self._counts.get((string, label), 0)

    def add(self, context: str, label: str) -> None:
        """Remember a rejection."""
        if (context, label) not in self._pairs:
            self._pairs.add((context, label))
            self._tally(context, label, 1)

    def discard(self, context: str, label: str) -> None:
        """Forget a rejection."""
        if (context, label) in self._pairs:
            self._pairs.remove((context, label))
            self._tally(context, label, -1)
