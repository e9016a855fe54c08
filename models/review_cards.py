"""What people agree on and dispute in one article: marks of several layers matched into cards with versions."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from .article import JsonObject
from .layer import Decision, Entity, Fragment, Layer, Relation

Dispute = Literal["boundary", "label", "missing", "relation", "attribute"]
Mark = Entity | Relation
Shape = tuple[tuple[Fragment, ...], str]

# Below these, overlapping marks are two things and not two versions of one; found by hand on nested Thai names.
_CLOSE = 0.4  # overlap (Dice) from which marks with different labels are versions of each other
_PART = 0.2  # share of a long mark that a short one must cover to be one of its parts


class Version(NamedTuple):
    """What some annotators have in common at a disputed place: nothing, a mark, or a set of marks.

    `marks` are the first supporter's own (in a relation card their ends are ids of gold entities), `votes` name every
    supporting mark as “annotator:id”.
    """

    number: int
    marks: tuple[Mark, ...]
    by: tuple[str, ...]
    votes: tuple[str, ...]

    def votes_for(self, mark: Mark) -> tuple[str, ...]:
        """Return the votes of this version for a mark that says the same."""
        same = fingerprint(mark)
        places = [place for place, own in enumerate(self.marks) if fingerprint(own) == same]
        return tuple(
            self.votes[first + place] for first in range(0, len(self.votes), len(self.marks) or 1) for place in places
        )


class Card(NamedTuple):
    """One place that a reviewer looks at: agreed when it has a single version that everybody supports.

    `kinds` say what is in dispute, the most telling first (none where all agree); `start` and `end` are the hull of
    every mark, in code points; `gold` are the gold marks that answer it; `stale` are the annotators whose marks here
    changed since the decision.  `ends` are the two gold entities of a relation card.
    """

    id: str
    kinds: tuple[Dispute, ...]
    start: int
    end: int
    versions: tuple[Version, ...]
    gold: tuple[Mark, ...] = ()
    decision: Decision | None = None
    stale: tuple[str, ...] = ()
    ends: tuple[Entity, ...] = ()

    @property
    def agreed(self) -> bool:
        """Whether everybody has the same here."""
        return not self.kinds

    @property
    def decided(self) -> bool:
        """Whether the gold layer answers it, by a decision or by a mark that somebody put there."""
        return self.decision is not None or bool(self.gold)

    @property
    def open(self) -> bool:
        """Whether a reviewer still has to look at it: undecided, or decided on marks that have changed since."""
        return not self.decided or bool(self.stale)

    @property
    def votes(self) -> tuple[str, ...]:
        """Every mark in it as “annotator:id”."""
        return tuple(vote for version in self.versions for vote in version.votes)


class Item:
    """One range, label and attributes with everybody who has them; equal marks of one layer are counted apart."""

    __slots__ = ("by", "end", "label", "length", "ranges", "start")

    def __init__(self, ranges: tuple[Fragment, ...], label: str) -> None:
        self.ranges = ranges
        self.label = label
        self.start, self.end = ranges[0][0], ranges[-1][1]
        self.length = sum(end - start for start, end in ranges)
        self.by: dict[str, Entity] = {}


def vote_of(annotator: str, mark_id: str) -> str:
    """Return how a gold mark or a decision names a mark of somebody's layer."""
    return f"{annotator}:{mark_id}"


def attributes_key(attributes: JsonObject) -> str:
    """Return attributes as text that is equal where they are."""
    return json.dumps(attributes, sort_keys=True, ensure_ascii=False) if attributes else ""


def fingerprint(mark: Mark) -> str:
    """Return what a mark says, as one line: two marks with the same line are no dispute."""
    if isinstance(mark, Entity):
        if not (mark.fragments or mark.attributes):
            return f"{mark.label} {mark.start}-{mark.end}"
        where = ",".join(f"{start}-{end}" for start, end in mark.ranges)
    else:
        where = f"{mark.head}>{mark.tail}"
    return f"{mark.label} {where} {attributes_key(mark.attributes)}".rstrip()


def overlap(one: Sequence[Fragment], other: Sequence[Fragment]) -> int:
    """Return how many code points two lists of ranges share."""
    return sum(max(0, min(e, f) - max(s, t)) for s, e in one for t, f in other)


def entity_cards(layers: Mapping[str, Layer]) -> list[Card]:
    """Match the entities of all layers and return a card for each place, in text order.

    Exactly equal marks come first, so that nested and stacked ones are compared level by level; what is left is
    paired by overlap and label, one mark of each annotator at a time; parts join the long mark that they divide.
    """
    items = _items(layers)
    everybody = len(layers)
    groups = [[item] for item in items if len(item.by) == everybody]
    groups.extend(_disputes([item for item in items if len(item.by) < everybody]))
    return sorted((_card(group, tuple(layers)) for group in groups), key=lambda card: (card.start, card.end, card.id))


def _items(layers: Mapping[str, Layer]) -> list[Item]:
    items: dict[tuple[str, int], Item] = {}
    for annotator, layer in layers.items():
        for entity in layer.sorted_entities():
            what, twin = fingerprint(entity), 0
            while (item := items.get((what, twin))) is not None and annotator in item.by:
                twin += 1
            if item is None:
                item = items[what, twin] = Item(entity.ranges, entity.label)
            item.by[annotator] = entity
    return sorted(items.values(), key=lambda item: (item.start, item.end, item.label))


def _disputes(items: Sequence[Item]) -> list[list[Item]]:
    """Group the marks that not everybody has."""
    group_of = {id(item): [item] for item in items}
    pairs = list(_rivals(items))
    for _, one, other in sorted(pairs, key=lambda pair: -pair[0]):
        left, right = group_of[id(one)], group_of[id(other)]
        if left is not right and not _annotators(left) & _annotators(right):
            _unite(group_of, left, right)
    for _, one, other in pairs:
        for part, whole in ((one, other), (other, one)):
            group = group_of[id(whole)]
            if len(group_of[id(part)]) == 1 and group is not group_of[id(part)] and _divides(part, whole, group):
                _unite(group_of, group, group_of[id(part)])
    return list({id(group): group for group in group_of.values()}.values())


def _unite(group_of: dict[int, list[Item]], left: list[Item], right: list[Item]) -> None:
    left.extend(right)
    for item in right:
        group_of[id(item)] = left


def _annotators(group: Iterable[Item]) -> set[str]:
    return {annotator for item in group for annotator in item.by}


def _rivals(items: Sequence[Item]) -> Iterable[tuple[float, Item, Item]]:
    """Yield overlapping marks of different people that could be versions of one, with how much speaks for it."""
    active: list[Item] = []
    for item in items:
        active = [other for other in active if other.end > item.start]
        for other in active:
            if item.by.keys() & other.by.keys():
                continue
            shared = overlap(item.ranges, other.ranges)
            dice = 2 * shared / (item.length + other.length)
            same = item.label == other.label
            if shared and (same or dice >= _CLOSE or shared >= _PART * max(item.length, other.length)):
                yield dice + (0.5 if same else 0.0) + (1.0 if item.ranges == other.ranges else 0.0), other, item
        active.append(item)


def _divides(part: Item, whole: Item, group: Sequence[Item]) -> bool:
    """Tell whether *part* is one of several marks that its annotators made of one long mark of *group*."""
    shared = overlap(part.ranges, whole.ranges)
    if 2 * shared < part.length or shared < _PART * whole.length:
        return False
    beside = [item for item in group if item.by.keys() & part.by.keys()]
    return bool(beside) and not any(overlap(item.ranges, part.ranges) for item in beside)


def _card(group: Sequence[Item], annotators: Sequence[str]) -> Card:
    theirs: defaultdict[str, list[Entity]] = defaultdict(list)
    for item in sorted(group, key=lambda item: (item.start, item.end, item.label)):
        for annotator, entity in item.by.items():
            theirs[annotator].append(entity)
    versions = versions_of({annotator: theirs.get(annotator, []) for annotator in annotators})
    return Card(
        min(vote for version in versions for vote in version.votes),
        _kinds(versions),
        min(item.start for item in group),
        max(item.end for item in group),
        versions,
    )


def versions_of(theirs: Mapping[str, Sequence[Mark]]) -> tuple[Version, ...]:
    """Group annotators by what they have: the version with most supporters first, “nothing” last."""
    groups: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for annotator, marks in theirs.items():
        groups[tuple(fingerprint(mark) for mark in marks)].append(annotator)
    ordered = sorted(groups.items(), key=lambda group: (not group[0], -len(group[1]), group[1]))
    return tuple(
        Version(
            number,
            tuple(theirs[by[0]]),
            tuple(by),
            tuple(vote_of(annotator, mark.id) for annotator in by for mark in theirs[annotator]),
        )
        for number, (_, by) in enumerate(ordered, 1)
    )


def shapes(version: Version) -> tuple[Shape, ...]:
    """Return the ranges and labels of a version's entities."""
    return tuple((mark.ranges, mark.label) for mark in version.marks if isinstance(mark, Entity))


def _kinds(versions: Sequence[Version]) -> tuple[Dispute, ...]:
    if len(versions) == 1:
        return ()
    filled = [version for version in versions if version.marks]
    found: list[Dispute] = []
    if len({tuple(ranges for ranges, _ in shapes(version)) for version in filled}) > 1:
        found.append("boundary")
    if len({tuple(sorted(label for _, label in shapes(version))) for version in filled}) > 1:
        found.append("label")
    if len(filled) < len(versions):
        found.append("missing")
    if len({shapes(version) for version in filled}) < len(filled):
        found.append("attribute")
    return tuple(found)
