"""The parts of an agreement: two people compared, a pair's counts, and articles laid end to end."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from . import agreement_coefficients as coefficient
from .agreement_coefficients import Counts
from .agreement_matching import match_links, match_spans
from .agreement_sample import Table, score
from .agreement_unitizing import Disagreement, Unit, disagreement, united
from .agreement_values import NOBODY_MARKED, NOTHING_SHARED, ONE_CATEGORY, Conflict, Marks, Match, PairAgreement


def compare(
    article: str, a: str, b: str, one: Marks, other: Marks, symmetric: frozenset[str] = frozenset()
) -> tuple[Counter[str], list[Conflict]]:
    """Compare two people's marks of one article: counts by measure and label, and every conflict.

    Counts are named “exact LABEL”, “overlap LABEL”, “label LABEL”, “a LABEL” and “b LABEL” for entities, and
    “exact-r”, “overlap-r”, “a-r” and “b-r” for relations.
    """
    matched = match_spans(one.entities, other.entities)
    counts: Counter[str] = Counter()
    labels_a, labels_b = Counter(s.label for s in one.entities), Counter(s.label for s in other.entities)
    for side, labels in (("a", labels_a), ("b", labels_b), ("label", labels_a & labels_b)):
        counts.update({f"{side} {label}": count for label, count in labels.items()})
    for span, _ in matched.exact:
        counts[f"exact {span.label}"] += 1
    for span, _ in (*matched.exact, *matched.overlapping):
        counts[f"overlap {span.label}"] += 1
    found = [Conflict(article, "boundary", a, b, *pair) for pair in matched.overlapping]
    found.extend(Conflict(article, "label", a, b, *pair) for pair in matched.other)
    found.extend(Conflict(article, "missing", a, b, span, None) for span in matched.left)
    found.extend(Conflict(article, "missing", a, b, None, span) for span in matched.right)
    if one.relations or other.relations:
        exact, overlapping, left, right = match_links(one.relations, other.relations, symmetric)
        counts.update({"exact-r": len(exact), "overlap-r": len(exact) + len(overlapping)})
        counts.update({"a-r": len(one.relations), "b-r": len(other.relations)})
        found.extend(Conflict(article, "relation", a, b, *links) for links in overlapping)
        found.extend(Conflict(article, "relation", a, b, link, None) for link in left)
        found.extend(Conflict(article, "relation", a, b, None, link) for link in right)
    return counts, found


class Pair:
    """What two annotators have together so far."""

    def __init__(self) -> None:
        self.table = Table()
        self.confusion: Counter[tuple[str | None, str | None]] = Counter()

    def take(
        self, article: int, counts: Counter[str], conflicts: Sequence[Conflict], cells: Sequence[tuple[int, int, int]]
    ) -> None:
        """Take in one article."""
        units: Counter[str] = Counter()
        for one, other, n in cells:
            units["units"] += n
            units["same"] += n if one == other else 0
            units[f"A{one}"] += n
            units[f"B{other}"] += n
        self.table.add(article, counts)
        self.table.add(article, units)
        for name, count in counts.items():
            side, _, label = name.partition(" ")
            if side == "exact":
                self.confusion[label, label] += count
        for conflict in conflicts:
            if conflict.kind != "relation":
                one_label = conflict.one.label if conflict.one else None
                self.confusion[one_label, conflict.other.label if conflict.other else None] += 1

    def result(self, a: str, b: str) -> PairAgreement:
        """Return the pair's measures."""
        table = self.table
        categories = sorted({name[1:] for name in table.columns("A", "B")})
        columns = ["same", "units", *(f"A{c}" for c in categories), *(f"B{c}" for c in categories)]
        half = 2 + len(categories)
        labels = sorted({name[2:] for name in table.columns("a ", "b ")})
        why = ONE_CATEGORY if len(table) else NOTHING_SHARED
        exact = match_of(table, "exact", labels)
        return PairAgreement(
            a,
            b,
            len(table),
            exact.f1.n,
            exact,
            match_of(table, "overlap", labels),
            match_of(table, "label", labels),
            score(
                table,
                columns,
                lambda s: coefficient.cohen(s[..., 0], s[..., 1], s[..., 2:half], s[..., half:]),
                int(table.sums(["units"])[0]),
                why,
            ),
            match_of(table, "exact-r", None),
            match_of(table, "overlap-r", None),
            dict(sorted(self.confusion.items(), key=str)),
        )


class Line:
    """The articles that the same people finished, laid end to end for unitizing alpha."""

    def __init__(self) -> None:
        self.length = 0
        self._units: defaultdict[str, dict[str, list[Unit]]] = defaultdict(dict)
        self._people: tuple[str, ...] = ()

    def extend(self, length: int, people: Mapping[str, Marks]) -> None:
        """Lay an article behind the others."""
        self._people = tuple(people)
        for name, marks in people.items():
            for span in marks.entities:
                units = self._units[span.label].setdefault(name, [])
                units.extend((start + self.length, end + self.length) for start, end in span.ranges)
        self.length += length

    def parts(self, label: str | None) -> list[Disagreement]:
        """Return the disagreement of one label, or of each."""
        chosen = sorted(self._units) if label is None else [label] if label in self._units else []
        return [
            disagreement([united(self._units[name].get(person, ())) for person in self._people], self.length)
            for name in chosen
        ]


def match_of(table: Table, measure: str, labels: Sequence[str] | None) -> Match:
    """Return precision, recall and F1 of a measure over labels; None stands for relations."""
    if labels is None:
        columns = [measure, "a-r", "b-r"]
    else:
        columns = [f"{side} {label}" for side in (measure, "a", "b") for label in labels]
    matched, first, second = (int(count) for count in _sides(table.sums(columns)))
    why = NOBODY_MARKED if len(table) else NOTHING_SHARED

    def f1(sums: Counts) -> Counts:
        sides = _sides(sums)
        return coefficient.f1(sides[..., 0], sides[..., 1], sides[..., 2])

    found = score(table, columns, f1, first + second - matched, why)
    return Match(matched / second if second else None, matched / first if first else None, found)


def _sides(sums: Counts) -> Counts:
    """Return what matched and what each side has, over all labels."""
    return sums.reshape(*sums.shape[:-1], 3, -1).sum(axis=-1) if sums.shape[-1] else np.zeros((*sums.shape[:-1], 3))
