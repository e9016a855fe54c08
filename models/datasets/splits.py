"""Splitting articles into parts without letting what belongs together be torn apart."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

_ARTICLES = ""  # counted beside the labels, none of which is empty
NO_LABELS: Mapping[str, int] = {}


class Group(NamedTuple):
    """Articles that stay on one side: their places, how often each label stands in them, and when they were published.

    `published` is an ISO date, empty where none is known.
    """

    members: tuple[int, ...]
    labels: Mapping[str, int] = NO_LABELS
    published: str = ""


def united(count: int, kinds: Iterable[Sequence[Hashable]]) -> list[tuple[int, ...]]:
    """Return places 0 to *count* grouped so that equal keys in any of *kinds* are together; None joins nothing."""
    parent = list(range(count))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = place = parent[parent[place]]
        return place

    for keys in kinds:
        first: dict[Hashable, int] = {}
        for place, key in enumerate(keys):
            if key is not None:
                one, other = sorted((root(first.setdefault(key, place)), root(place)))
                parent[other] = one
    found: defaultdict[int, list[int]] = defaultdict(list)
    for place in range(count):
        found[root(place)].append(place)
    return [tuple(members) for members in found.values()]


def targets(count: int, shares: Sequence[int]) -> list[int]:
    """Return how many articles each part should have; the numbers add up to *count*."""
    total = sum(shares)
    edges = [round(count * share / total) for share in accumulate(shares)]
    return [after - before for before, after in zip([0, *edges], edges, strict=False)]


def by_lot(groups: Sequence[Group], wanted: Sequence[int], seed: int) -> list[int]:
    """Return the part of each group: the largest groups first, each to the part that lacks most, order by the seed."""
    left = list(wanted)
    chosen = [0] * len(groups)
    for place in _shuffled(groups, seed):
        chosen[place] = _neediest(left, range(len(left)), seed, place)
        left[chosen[place]] -= len(groups[place].members)
    return chosen


def by_time(groups: Sequence[Group], wanted: Sequence[int]) -> list[int]:
    """Return the part of each group: the oldest in the first part; a group is as old as its oldest article."""
    order = sorted(range(len(groups)), key=lambda place: (groups[place].published, groups[place].members))
    edges = list(accumulate(wanted))
    chosen = [0] * len(groups)
    done = 0
    for place in order:
        size = len(groups[place].members)
        # A group that lies across an edge goes where its middle is.
        middle = done + (size - 1) / 2
        chosen[place] = next((part for part, edge in enumerate(edges) if middle < edge), len(edges) - 1)
        done += size
    return chosen


def stratified(groups: Sequence[Group], wanted: Sequence[int], seed: int) -> list[int]:
    """Return the part of each group so that every label's shares come close to the parts' own.

    One pass, groups with rare labels first; each goes to the part that this leaves nearest to its share of all that has
    been given away so far, summed over labels by the square of the distance, each label weighing the same.
    """
    count = sum(wanted) or 1
    brought = [{**group.labels, _ARTICLES: len(group.members)} for group in groups]
    weight: Counter[str] = Counter()
    for numbers in brought:
        weight.update({label: number * number for label, number in numbers.items()})
    shares = [part / count for part in wanted]
    had: list[Counter[str]] = [Counter() for _ in wanted]
    given: Counter[str] = Counter()
    left = list(wanted)
    chosen = [0] * len(groups)
    order = _shuffled(groups, seed)
    order.sort(key=lambda place: min((weight[label] for label in groups[place].labels), default=count))
    for place in order:
        size = len(groups[place].members)
        given.update(brought[place])
        parts = [p for p, room in enumerate(left) if room >= size] or [_neediest(left, range(len(left)), seed, place)]
        cost = {
            part: sum(
                number * (2 * (had[part][label] - shares[part] * given[label]) + number) / weight[label]
                for label, number in brought[place].items()
            )
            / (shares[part] or 1 / count)
            for part in parts
        }
        least = min(cost.values())
        part = chosen[place] = _neediest(left, [part for part in parts if cost[part] == least], seed, place)
        left[part] -= size
        had[part].update(brought[place])
    return chosen


def _shuffled(groups: Sequence[Group], seed: int) -> list[int]:
    order = list(range(len(groups)))
    random.Random(seed).shuffle(order)  # noqa: S311 - a seed must give the same split again
    return sorted(order, key=lambda place: -len(groups[place].members))


def _neediest(left: Sequence[int], among: Iterable[int], seed: int, place: int) -> int:
    """Return the part that lacks most articles; where several do, the seed decides."""
    parts = list(among)
    most = max(left[part] for part in parts)
    ties = [part for part in parts if left[part] == most]
    return ties[0] if len(ties) == 1 else random.Random(f"{seed} {place}").choice(ties)  # noqa: S311 - as above
