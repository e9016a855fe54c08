"""Reviewing: several people's layers of one article beside the gold layer, and what is left to decide."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from .article import Article
from .layer import GOLD, Decision, Entity, Layer
from .review_cards import Card, Mark, entity_cards, fingerprint
from .review_relations import relation_cards
from .schema import Schema

RULE = "rule:"
REASONS = ("unclear_text", "guideline_gap", "slip", "edge_case")


class Case(NamedTuple):
    """What a reviewer has before them: an article, the layers that are asked, the gold layer and the schema.

    `layers` are by annotator, without gold; `revisions` are theirs, kept with each decision.  After a `Change` go on
    with `case._replace(gold=apply(case.gold, change.rows))`.
    """

    article: Article
    layers: Mapping[str, Layer]
    gold: Layer
    schema: Schema
    revisions: Mapping[str, str] = {}


class Review(NamedTuple):
    """A case sorted: `agreed` and disputed `cards` (decided ones included), each in text order, relations last.

    `own` are ids of gold marks that answer no card, `waiting` the relations whose entities are not decided yet,
    `fallen` those whose entities were decided away or into one; both as “annotator:id”.
    """

    agreed: tuple[Card, ...]
    cards: tuple[Card, ...]
    own: tuple[str, ...]
    waiting: tuple[str, ...]
    fallen: tuple[str, ...]

    @property
    def open(self) -> tuple[Card, ...]:
        """The disputes that still have to be looked at."""
        return tuple(card for card in self.cards if card.open)

    @property
    def to_accept(self) -> tuple[Card, ...]:
        """What all agree on and the gold layer does not have yet."""
        return tuple(card for card in self.agreed if not card.decided)

    def card(self, card_id: str) -> Card | None:
        """Return the card of an id, which lasts as long as the layers are as they are."""
        return next((card for card in (*self.agreed, *self.cards) if card.id == card_id), None)


def case_of(
    article: Article, layers: Mapping[str, Layer], schema: Schema, revisions: Mapping[str, str] | None = None
) -> Case:
    """Return the case of an article: the layers that are asked, and its gold layer or a blank one."""
    return Case(article, asked(layers), layers.get(GOLD) or Layer(GOLD), schema, revisions or {})


def asked(layers: Mapping[str, Layer]) -> dict[str, Layer]:
    """Return whose layers count: the finished ones; where nobody has finished, all that hold marks."""
    people = {name: layer for name, layer in sorted(layers.items()) if name != GOLD}
    finished = {name: layer for name, layer in people.items() if layer.head.status == "done"}
    return finished or {name: layer for name, layer in people.items() if layer.entities}


def mark_of(layers: Mapping[str, Layer], vote: str) -> Mark | None:
    """Return the mark that a vote names as “annotator:id”, or None where it is gone."""
    annotator, _, mark_id = vote.partition(":")
    layer = layers.get(annotator)
    return None if layer is None else layer.entities.get(mark_id) or layer.relations.get(mark_id)


def is_rule(decision: Decision) -> bool:
    """Whether a rule decided, which a person or a rule may overrule."""
    return decision.by.startswith(RULE)


def review(case: Case, matched: Sequence[Card] | None = None, before: Review | None = None) -> Review:
    """Compare the layers of a case and say of each place whether people agree and how it was decided.

    *matched* is `entity_cards(case.layers)`, kept by who asks again after each decision: the layers stay as they are.
    *before* is what was answered with the same *matched*; cards that a decision left alone are the very same then.
    """
    answers = _Answers(case)
    known = {} if before is None else {card.id: card for card in (*before.agreed, *before.cards)}
    entities = [
        answers.answered(card, known.get(card.id))
        for card in (entity_cards(case.layers) if matched is None else matched)
    ]
    relations = relation_cards(case.layers, case.gold, case.schema)
    every = [*entities, *(answers.answered(card) for card in relations.cards)]
    every.extend(answers.orphans(every))
    used = {mark.id for card in every for mark in card.gold}
    own = sorted({*case.gold.entities, *case.gold.relations} - used)
    return Review(
        tuple(card for card in every if card.agreed),
        tuple(card for card in every if not card.agreed),
        tuple(own),
        relations.waiting,
        relations.fallen,
    )


def entity_review(case: Case) -> list[Card]:
    """Return the cards of entities, agreed and disputed, in text order."""
    answers = _Answers(case)
    return [answers.answered(card) for card in entity_cards(case.layers)]


def relation_review(case: Case) -> list[Card]:
    """Return the cards of relations whose entities are in gold, agreed and disputed, in text order."""
    answers = _Answers(case)
    return [answers.answered(card) for card in relation_cards(case.layers, case.gold, case.schema).cards]


class _Answers:
    """What the gold layer says: its decisions and marks, found by the votes that they name or by what they are."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._decisions: dict[str, Decision] = {}
        for _, decision in sorted(case.gold.decisions.items(), key=lambda entry: (not is_rule(entry[1]), entry[0])):
            self._decisions.update((vote, decision) for vote, _ in decision.seen)
        self._marks: dict[str, Mark] = {**case.gold.entities, **case.gold.relations}
        self._by_vote: dict[str, list[Mark]] = {}
        self._by_content: dict[str, Mark] = {}
        # A decision on layers that are not here any more says nothing by its votes, but its marks still answer.
        decided = {
            mark_id
            for decision in case.gold.decisions.values()
            if any(vote.partition(":")[0] in case.layers for vote, _ in decision.seen)
            for mark_id in decision.marks
        }
        for mark in self._marks.values():
            if mark.id not in decided:
                self._by_content[fingerprint(mark)] = mark
            for vote in mark.votes:
                self._by_vote.setdefault(vote, []).append(mark)

    def answered(self, card: Card, known: Card | None = None) -> Card:
        """Return the card with its gold marks, its decision, and whose marks changed since; *known* where it holds."""
        votes = card.votes
        decisions = {one.id: one for vote in votes if (one := self._decisions.get(vote)) is not None}
        decision = max(decisions.values(), key=lambda one: _weight(one, votes), default=None)
        found: dict[str, Mark] = {}
        for mark_id in decision.marks if decision is not None else ():
            if mark_id in self._marks:
                found[mark_id] = self._marks[mark_id]
        if decision is None:
            found.update((mark.id, mark) for vote in votes for mark in self._by_vote.get(vote, ()))
        if decision is None and not found:
            contents = (fingerprint(mark) for version in card.versions for mark in version.marks)
            found.update((mark.id, mark) for content in contents if (mark := self._by_content.get(content)))
        if known is not None and known.versions is card.versions and _is_answer(known, decision, found.values()):
            return known
        if decision is None and not found:
            return card
        stale = () if decision is None else self._changed(decision, card, found.values())
        return card._replace(gold=tuple(found.values()), decision=decision, stale=stale)

    def _changed(self, decision: Decision, card: Card, gold: Iterable[Mark]) -> tuple[str, ...]:
        """Return the annotators whose marks are not as the decision saw them; who now has it as gold does not count."""
        seen = dict(decision.seen)
        changed = {vote.partition(":")[0] for vote, what in seen.items() if self._says(vote) not in (what, None)}
        decided = {fingerprint(mark) for mark in gold}
        for version in card.versions:
            if all(fingerprint(mark) in decided for mark in version.marks) and version.marks:
                continue
            changed.update(vote.partition(":")[0] for vote in version.votes if vote not in seen)
        return tuple(sorted(changed))

    def _says(self, vote: str) -> str | None:
        """Return what a mark says now, nothing where it is gone, None where its layer is not asked at present."""
        if vote.partition(":")[0] not in self._case.layers:
            return None
        mark = mark_of(self._case.layers, vote)
        return "" if mark is None else fingerprint(mark)

    def orphans(self, cards: Sequence[Card]) -> list[Card]:
        """Return cards for decisions on marks that nobody has any more."""
        known = {card.decision.id for card in cards if card.decision is not None}
        found = []
        for decision in self._case.gold.decisions.values():
            if decision.id not in known and decision.seen:
                gold = tuple(self._marks[mark_id] for mark_id in decision.marks if mark_id in self._marks)
                spans = [mark for mark in gold if isinstance(mark, Entity)]
                if gold:
                    start = min((mark.start for mark in spans), default=0)
                    end = max((mark.end for mark in spans), default=0)
                    card = Card(decision.seen[0][0], ("missing",), start, end, (), gold, decision)
                    found.append(card._replace(stale=self._changed(decision, card, gold)))
        return found


def _is_answer(known: Card, decision: Decision | None, gold: Collection[Mark]) -> bool:
    """Tell whether a card was answered by this very decision and these very marks."""
    same = known.decision is decision and len(known.gold) == len(gold)
    return same and all(one is other for one, other in zip(known.gold, gold, strict=True))


def _weight(decision: Decision, votes: Sequence[str]) -> tuple[bool, int, str]:
    seen = {vote for vote, _ in decision.seen}
    return not is_rule(decision), len(seen.intersection(votes)), decision.id
