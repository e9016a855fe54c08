"""Two people's marks of one article matched one by one, exactly or where they overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from .layer import Fragment

Difference = Literal["boundary", "label", "missing", "relation"]


class Span(NamedTuple):
    """An entity as agreement sees it; offsets in code points, `fragments` only where there is more than one."""

    id: str
    label: str
    start: int
    end: int
    fragments: tuple[Fragment, ...] = ()

    @property
    def ranges(self) -> tuple[Fragment, ...]:
        """Every [start, end) of the entity, in order."""
        return self.fragments or ((self.start, self.end),)


class Link(NamedTuple):
    """A relation with the entities that it joins."""

    id: str
    label: str
    head: Span
    tail: Span


class Matching(NamedTuple):
    """What of two lists belongs together: `exact`, `overlapping` with the same label, `other` labels, and the rest."""

    exact: list[tuple[Span, Span]]
    overlapping: list[tuple[Span, Span]]
    other: list[tuple[Span, Span]]
    left: list[Span]
    right: list[Span]


def match_spans(one: Sequence[Span], other: Sequence[Span]) -> Matching:
    """Pair the entities of two people, each at most once.

    Equal range and label first; then the same label by the most shared code points; then other labels, equal ranges
    first.  The order of the two people changes nothing but which side is which.
    """
    exact, left, right = _equal(one, other)
    overlapping: list[tuple[Span, Span]] = []
    different: list[tuple[Span, Span]] = []
    if left and right:
        overlapping, left, right = _closest(left, right, same_label=True)
    if left and right:
        different, left, right = _closest(left, right, same_label=False)
    return Matching(exact, overlapping, different, left, right)


def _equal(one: Sequence[Span], other: Sequence[Span]) -> tuple[list[tuple[Span, Span]], list[Span], list[Span]]:
    waiting: defaultdict[tuple[object, ...], list[Span]] = defaultdict(list)
    for span in other:
        waiting[span[1:]].append(span)
    exact: list[tuple[Span, Span]] = []
    left: list[Span] = []
    for span in one:
        twins = waiting.get(span[1:])
        if twins:
            exact.append((span, twins.pop()))
        else:
            left.append(span)
    return exact, left, [span for spans in waiting.values() for span in spans]


def shared(one: Span, other: Span) -> int:
    """Return how many code points two entities share."""
    if not (one.fragments or other.fragments):
        return max(0, min(one.end, other.end) - max(one.start, other.start))
    return sum(max(0, min(e, f) - max(s, t)) for s, e in one.ranges for t, f in other.ranges)


def _closest(
    left: list[Span], right: list[Span], *, same_label: bool
) -> tuple[list[tuple[Span, Span]], list[Span], list[Span]]:
    """Pair greedily what shares most, relative to the length of both, and return it with what is left over."""
    candidates = []
    ordered = sorted(right, key=lambda span: span.start)
    for span in left:
        for other in ordered:
            if other.start >= span.end:
                break
            if other.end > span.start and (span.label == other.label) is same_label and (both := shared(span, other)):
                closeness = both / (span.end - span.start + other.end - other.start - both)
                candidates.append((-closeness, min(span[2:4], other[2:4]), max(span[2:4], other[2:4]), span, other))
    candidates.sort(key=lambda candidate: candidate[:3])
    taken: set[int] = set()
    pairs: list[tuple[Span, Span]] = []
    for *_, span, other in candidates:
        if id(span) not in taken and id(other) not in taken:
            taken.update((id(span), id(other)))
            pairs.append((span, other))
    return pairs, [s for s in left if id(s) not in taken], [s for s in right if id(s) not in taken]


def match_links(
    one: Sequence[Link], other: Sequence[Link], symmetric: frozenset[str] = frozenset()
) -> tuple[list[tuple[Link, Link]], list[tuple[Link, Link]], list[Link], list[Link]]:
    """Pair relations of one label: with equal ranges at both ends, then with ends that overlap; and what is left."""
    exact, left, right = _paired(one, other, symmetric, lambda s, t: s.ranges == t.ranges)
    overlapping, left, right = _paired(left, right, symmetric, lambda s, t: shared(s, t) > 0)
    return exact, overlapping, left, right


def _paired(
    one: Sequence[Link], other: Sequence[Link], symmetric: frozenset[str], same: Callable[[Span, Span], bool]
) -> tuple[list[tuple[Link, Link]], list[Link], list[Link]]:
    pairs: list[tuple[Link, Link]] = []
    left: list[Link] = []
    right = list(other)
    for link in one:
        for place, twin in enumerate(right):
            if link.label != twin.label:
                continue
            straight = same(link.head, twin.head) and same(link.tail, twin.tail)
            if straight or (link.label in symmetric and same(link.head, twin.tail) and same(link.tail, twin.head)):
                pairs.append((link, twin))
                del right[place]
                break
        else:
            left.append(link)
    return pairs, left, right
