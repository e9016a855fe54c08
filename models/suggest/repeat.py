"""The engine `repeat`: proposes what this article, or this project, already calls by that name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..layer import Fragment
from ..names import Named, Names
from . import Given, Reason, Suggestion, context_of

NAME = "repeat"
_LEAST = 0.5  # of all that was ever decided about a string


class Repeat:
    """Proposes the names of one person's work in the label that most of their marks have."""

    def __init__(self, names: Names) -> None:
        self._names = names

    @property
    def name(self) -> str:
        """What the origin of an accepted suggestion says after “suggestion:”."""
        return NAME

    def suggest(self, given: Given, within: Fragment) -> Iterator[Suggestion]:
        """Yield the longest known name at each place that is neither marked, excluded nor rejected there before."""
        for found in self._names.found(given.article.text, given.edges, within):
            suggestion = _judged(found, self._names.labels(found.name), given)
            if suggestion is not None and given.free(found.start, found.end):
                yield suggestion


def _judged(found: Named, votes: Mapping[str, int], given: Given) -> Suggestion | None:
    """Return the suggestion for a name, or None where it was rejected here or too often elsewhere."""
    ordered = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))
    label, count = ordered[0]
    if given.rejections.here(context_of(given.article.text, found.start, found.end), label):
        return None
    rejected = given.rejections.count(found.name, label)
    score = count / (sum(votes.values()) + rejected)
    if score < _LEAST:
        return None
    return Suggestion(found.start, found.end, label, round(score, 2), NAME, Reason(tuple(ordered), rejected))
