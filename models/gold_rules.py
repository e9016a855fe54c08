"""Rules that fill the gold layer where people agree enough, and leave a conflict where they do not.

A rule never touches what a person decided, or a gold mark that somebody put there.  It may renew its own decisions
when the marks that they were made on have changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from .change import Change
from .decide import Draft, Ruling
from .errors import BadInput
from .layer import Entity
from .review import RULE, Case, entity_review, is_rule, relation_review
from .review_cards import Card, Mark, Version, fingerprint, overlap

RuleName = Literal["unanimous", "majority", "threshold"]
RULES: tuple[RuleName, ...] = ("unanimous", "majority", "threshold")


class Rule(NamedTuple):
    """How many votes decide.

    unanimous: everybody who was asked has the mark; majority: more than half of them, and where more than half have
    none there is none.  threshold: of those who marked the place, a share of at least *confidence* has the version;
    the *top* most voted versions are taken, and a tie for the only place is none (INCEpTION's rule).  In each a mark
    needs *min_votes*: where None two, for threshold one.
    """

    name: RuleName
    min_votes: int | None = None
    confidence: float = 0.0
    top: int = 1

    @property
    def votes(self) -> int:
        """The fewest votes that a mark needs."""
        return self.min_votes if self.min_votes is not None else 1 if self.name == "threshold" else 2


class Ruled(NamedTuple):
    """What a rule did to one article: its Change (None for nothing new), places decided, and places it left open."""

    change: Change | None
    decided: int
    conflicts: int


class Verdict(NamedTuple):
    """The marks that a rule takes at one place, perhaps none, and who is for it."""

    marks: tuple[Mark, ...]
    by: tuple[str, ...]


def checked_rule(name: str, min_votes: int | None, confidence: float | None) -> Rule:
    """Return the rule of that name; BadInput for another name or a number that cannot be."""
    if name not in RULES:
        raise BadInput("The rule can be {rules}, not “{name}”.", rules=", ".join(RULES), name=name)
    if min_votes is not None and min_votes < 1:
        raise BadInput("A mark needs at least one vote, not {votes}.", votes=min_votes)
    if confidence is not None and not 0 <= confidence <= 1:
        raise BadInput("The confidence lies between 0 and 1, and is not {confidence}.", confidence=confidence)
    return Rule(name, min_votes, confidence or 0.0)


def adjudicate(case: Case, rule: Rule, new_id: Callable[[], str]) -> Ruled:
    """Decide by a rule what can be decided: entities first, then the relations between what is in gold by then."""
    draft = Draft(case)
    ruling = Ruling(RULE + rule.name, new_id)
    decided, conflicts = _decide(case, draft, entity_review(case), rule, ruling)
    if any(layer.relations for layer in case.layers.values()):
        case = case._replace(gold=draft.gold)
        more, left = _decide(case, draft, relation_review(case), rule, ruling)
        decided, conflicts = decided + more, conflicts + left
    return Ruled(draft.change("adjudicate") if decided else None, decided, conflicts)


def _decide(case: Case, draft: Draft, cards: Sequence[Card], rule: Rule, ruling: Ruling) -> tuple[int, int]:
    decided = conflicts = 0
    for card in cards:
        if not _may_decide(card):
            continue
        verdict = verdict_of(case, card, rule)
        if verdict is None:
            conflicts += 1
            continue
        kind: Literal["taken", "several", "none"] = "none" if not verdict.marks else "taken"
        if rule.name == "threshold" and rule.top != 1 and len(verdict.marks) > 1:
            kind = "several"
        draft.settle(card, kind, verdict.marks, verdict.by, ruling, follow=False, checked=False)
        decided += 1
    return decided, conflicts


def _may_decide(card: Card) -> bool:
    if card.decision is not None:
        return is_rule(card.decision) and bool(card.stale)
    return not card.gold


def verdict_of(case: Case, card: Card, rule: Rule) -> Verdict | None:
    """Return what a rule takes at a card; None where it cannot decide."""
    if any(not _legal(case, card, mark) for version in card.versions for mark in version.marks):
        return None
    if rule.name == "threshold":
        return _by_threshold(case, card, rule)
    people = sorted(case.layers)
    needed = len(people) if rule.name == "unanimous" else len(people) // 2 + 1
    groups = _by_shape(card.versions)
    taken: list[Mark] = []
    supports: set[str] = set(people)
    for theirs in groups.values():
        if len(theirs) < max(needed, rule.votes) or len(theirs) < rule.confidence * _present(card):
            continue
        mark = _with_attributes(theirs, needed if rule.name == "unanimous" else len(theirs) // 2 + 1)
        if mark is None:
            return None
        taken.append(mark)
        supports &= theirs.keys()
    silent = next((version.by for version in card.versions if not version.marks), ())
    if taken:
        return Verdict(tuple(taken), tuple(sorted(supports)))
    if rule.name == "majority" and len(silent) >= max(needed, rule.votes):
        return Verdict((), silent)
    return None


def _legal(case: Case, card: Card, mark: Mark) -> bool:
    """Whether the schema lets a relation stand between the gold entities; entities may stand as people have them."""
    if isinstance(mark, Entity):
        return True
    kind = case.schema.relation_types.get(mark.label)
    labels = {end.id: end.label for end in card.ends}
    return kind is not None and kind.allows(labels[mark.head], labels[mark.tail])


def _present(card: Card) -> int:
    return sum(len(version.by) for version in card.versions if version.marks)


def _by_shape(versions: Sequence[Version]) -> dict[tuple[str, int], dict[str, Mark]]:
    """Return each mark without its attributes, equal ones of one person counted apart, with who has it how."""
    groups: dict[tuple[str, int], dict[str, Mark]] = {}
    for version in versions:
        seen: Counter[str] = Counter()
        for mark in version.marks:
            shape = fingerprint(mark._replace(attributes={}))
            group = groups.setdefault((shape, seen[shape]), {})
            group.update(dict.fromkeys(version.by, mark))
            seen[shape] += 1
    return groups


def _with_attributes(theirs: Mapping[str, Mark], needed: int) -> Mark | None:
    """Return the mark with each attribute's value that enough people have; None where for one there is none."""
    first = next(iter(theirs.values()))
    names = sorted({name for mark in theirs.values() for name in mark.attributes})
    attributes: dict[str, Any] = {}
    for name in names:
        values = [mark.attributes.get(name) for mark in theirs.values()]
        best = max(values, key=values.count)
        if values.count(best) < needed:
            return None
        if best is not None:
            attributes[name] = best
    return first._replace(attributes=attributes)


def _by_threshold(case: Case, card: Card, rule: Rule) -> Verdict | None:
    """Take the most voted versions of those who marked the place, as INCEpTION merges by threshold."""
    ranked = [version for version in card.versions if version.marks and len(version.by) >= rule.votes]
    if not ranked:
        return None
    if rule.top == 1 and len(ranked) > 1 and len(ranked[0].by) == len(ranked[1].by):
        return None
    sure = [version for version in ranked if len(version.by) >= rule.confidence * _present(card)]
    if not sure:
        return None
    taken: list[Mark] = list(sure[0].marks)
    by = list(sure[0].by)
    for version in sure[1 : rule.top or None]:
        if all(_may_overlap(case, one, other) for one in taken for other in version.marks):
            taken.extend(mark for mark in version.marks if mark not in taken)
            by.extend(version.by)
    return Verdict(tuple(taken), tuple(by))


def _may_overlap(case: Case, one: Mark, other: Mark) -> bool:
    if not (isinstance(one, Entity) and isinstance(other, Entity)) or not overlap(one.ranges, other.ranges):
        return True
    kinds = [case.schema.entity_types.get(mark.label) for mark in (one, other)]
    inside = (one.start <= other.start and other.end <= one.end) or (other.start <= one.start and one.end <= other.end)
    return all(kind is None or (kind.nested if inside else kind.crossing) for kind in kinds)
