"""Agreement between annotators over the articles that several of them finished.

The headline is pairwise F1, because what nobody marked has no number. Coefficients are counted on forced-cut tokens
(`agreement_units`). Articles are streamed: `Measure.add` each one, then `Measure.result`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np

from . import agreement_coefficients as coefficient
from .agreement_coefficients import Counts
from .agreement_matching import Difference
from .agreement_parts import Line, Pair, compare, match_of
from .agreement_sample import Score, Table, score
from .agreement_unitizing import Disagreement, alpha_u
from .agreement_units import stretches
from .agreement_values import (
    NOTHING_SHARED,
    ONE_CATEGORY,
    TOO_FEW_UNITS,
    Agreement,
    ArticleAgreement,
    Conflict,
    LabelAgreement,
    Marks,
    Tagged,
)
from .errors import Message


class Measure:
    """Takes in articles one by one and keeps only counts and conflicts.

    *label* leaves entities and relations of every other label out; *symmetric* are relation types without a direction.
    """

    def __init__(
        self, annotators: Sequence[str], *, label: str | None = None, symmetric: frozenset[str] = frozenset()
    ) -> None:
        self._annotators = tuple(sorted(annotators))
        self._label = label
        self._symmetric = symmetric
        self._pairs = {pair: Pair() for pair in combinations(self._annotators, 2)}
        self._all = Table()
        self._lines: defaultdict[tuple[str, ...], Line] = defaultdict(Line)
        self._bits: dict[str, int] = {}
        self._per_article: list[ArticleAgreement] = []
        self._conflicts: list[Conflict] = []
        self._disputes: defaultdict[str, Counter[Difference]] = defaultdict(Counter)

    def add(self, tagged: Tagged) -> None:
        """Take in an article; it counts where at least two of the annotators finished it."""
        people = {name: self._chosen(tagged.people[name]) for name in self._annotators if name in tagged.people}
        if len(people) < 2:
            return
        number = len(self._per_article)
        for marks in people.values():
            for span in marks.entities:
                self._bits.setdefault(span.label, 1 << len(self._bits))
        units = stretches(tagged.tokens, [marks.entities for marks in people.values()], self._bits)
        self._all.add(number, self._ratings(units))
        self._lines[tuple(people)].extend(tagged.length, people)
        self._compare(number, tagged.article, people, units)

    def _chosen(self, marks: Marks) -> Marks:
        if self._label is None:
            return marks
        return Marks(
            [span for span in marks.entities if span.label == self._label],
            [link for link in marks.relations if link.label == self._label],
        )

    def _compare(
        self, number: int, article: str, people: Mapping[str, Marks], units: Mapping[tuple[int, ...], int]
    ) -> None:
        together: Counter[str] = Counter()
        found: list[Conflict] = []
        for (place, a), (other, b) in combinations(enumerate(people), 2):
            counts, conflicts = compare(article, a, b, people[a], people[b], self._symmetric)
            pair = self._pairs[a, b]
            pair.take(number, counts, conflicts, [(cell[place], cell[other], n) for cell, n in units.items()])
            together.update(counts)
            found.extend(conflicts)
        self._all.add(number, together)
        kinds: Counter[Difference] = Counter(conflict.kind for conflict in found)
        matched, first, second = (_total(together, side) for side in ("exact", "a", "b"))
        f1 = coefficient.value(coefficient.f1(matched, first, second))
        self._per_article.append(ArticleAgreement(article, f1, first + second - matched, kinds))
        self._conflicts.extend(found)
        for conflict in found:
            if conflict.kind != "relation":
                for label in {mark.label for mark in (conflict.one, conflict.other) if mark is not None}:
                    self._disputes[label][conflict.kind] += 1

    def _ratings(self, units: Mapping[tuple[int, ...], int]) -> Mapping[str, float]:
        """Return what alpha and Fleiss' kappa count: ratings by category, agreeing and differing pairs."""
        counts: defaultdict[str, float] = defaultdict(float)
        for categories, n in units.items():
            people = len(categories)
            chosen = Counter(categories)
            agreeing = sum(count * (count - 1) for count in chosen.values())
            counts["units"] += n
            counts["agreeing"] += n * agreeing / (people * (people - 1))
            counts["differing"] += n * (people * (people - 1) - agreeing) / (people - 1)
            for category, count in chosen.items():
                counts[f"c{category}"] += n * count
            if len(chosen) > 1 or 0 not in chosen:
                self._rate_labels(counts, categories, n)
        return counts

    def _rate_labels(self, counts: defaultdict[str, float], categories: tuple[int, ...], n: int) -> None:
        people, over = len(categories), 0
        for category in categories:
            over |= category
        for label, bit in self._bits.items():
            if over & bit:
                having = sum(1 for category in categories if category & bit)
                counts[f"has {label}"] += n * having
                counts[f"split {label}"] += 2 * n * having * (people - having) / (people - 1)

    def result(self) -> Agreement:
        """Return all measures over the articles that were taken in."""
        every = self._all
        categories = every.columns("c")
        ratings = int(every.sums(categories).sum())
        labels = sorted(self._bits)
        return Agreement(
            self._annotators,
            len(self._per_article),
            tuple(pair.result(a, b) for (a, b), pair in self._pairs.items()),
            match_of(every, "exact", labels),
            match_of(every, "overlap", labels),
            match_of(every, "exact-r", None),
            score(
                every,
                ["differing", *categories],
                lambda s: coefficient.alpha(s[..., 0], s[..., 1:]),
                ratings,
                self._why(),
            ),
            self._alpha_u(None),
            score(
                every,
                ["agreeing", "units", *categories],
                lambda s: coefficient.fleiss(s[..., 0], s[..., 1], s[..., 2:]),
                int(every.sums(["units"])[0]),
                self._why(),
            ),
            tuple(self._label_result(label, ratings) for label in labels),
            tuple(self._per_article),
            tuple(self._conflicts),
        )

    def _why(self) -> Message:
        return ONE_CATEGORY if self._per_article else NOTHING_SHARED

    def _label_result(self, label: str, ratings: int) -> LabelAgreement:
        columns = [f"split {label}", f"has {label}", *self._all.columns("c")]

        def alpha(sums: Counts) -> Counts:
            having = sums[..., 1]
            both = np.stack([having, sums[..., 2:].sum(axis=-1) - having], axis=-1)
            return coefficient.alpha(sums[..., 0], both)

        return LabelAgreement(
            label,
            match_of(self._all, "exact", [label]),
            match_of(self._all, "overlap", [label]),
            score(self._all, columns, alpha, ratings, ONE_CATEGORY),
            self._alpha_u(label),
            self._disputes[label],
        )

    def _alpha_u(self, label: str | None) -> Score:
        parts: list[tuple[float, Disagreement]] = []
        for line in self._lines.values():
            parts.extend((line.length, part) for part in line.parts(label))
        found = alpha_u(parts)
        n = sum(part.units for _, part in parts)
        return Score(found, n, why=None if found is not None else TOO_FEW_UNITS if self._per_article else self._why())


def _total(counts: Mapping[str, int], side: str) -> int:
    return sum(count for name, count in counts.items() if name.startswith(f"{side} "))
