"""The reviewer's verbs: what is decided about a card, each a pure function that returns the gold layer's Change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from .change import Change, Kind, RowChange
from .edit import checked_ranges, refuse_entity, refuse_relation
from .errors import BadInput
from .layer import GOLD, HUMAN, Decision, Entity, Fragment, Layer, Relation, Verdict
from .review import REASONS, Case, mark_of, relation_review, review
from .review_cards import Card, Mark, Version, fingerprint


class Ruling(NamedTuple):
    """Who decides and why: `by` a person's name or “rule:NAME”, `new_id` gives ids that no mark has."""

    by: str
    new_id: Callable[[], str]
    reason: str | None = None
    note: str | None = None


def take(case: Case, card: Card, number: int, ruling: Ruling) -> Change:
    """Take one version of a card into the gold layer; taking “nothing” is deciding that there is no mark."""
    return keep(case, card, [number], ruling)


def keep(case: Case, card: Card, numbers: Sequence[int], ruling: Ruling) -> Change:
    """Keep several versions of a card side by side; marks that they share are kept once."""
    versions = [_version(card, number) for number in dict.fromkeys(numbers)]
    filled = [version for version in versions if version.marks]
    if not filled:
        return reject(case, card, ruling)
    marks: dict[str, Mark] = {}
    for version in filled:
        for mark in version.marks:
            marks.setdefault(fingerprint(mark), mark)
    supports = tuple(name for version in filled for name in version.by)
    draft = Draft(case)
    draft.settle(card, "several" if len(filled) > 1 else "taken", list(marks.values()), supports, ruling)
    return draft.change("decide")


def reject(case: Case, card: Card, ruling: Ruling) -> Change:
    """Decide that none of the versions is right: what the card has in gold goes, and the decision is remembered."""
    draft = Draft(case)
    supports = tuple(name for version in card.versions if not version.marks for name in version.by)
    draft.settle(card, "none", [], supports, ruling)
    return draft.change("decide")


def correct(case: Case, card: Card, marks: Sequence[tuple[str, Sequence[Fragment]]], ruling: Ruling) -> Change:
    """Put the reviewer's own entities in the place of a card's versions: each a label and its [start, end) ranges."""
    if card.ends:
        raise BadInput("A relation has no edges of its own. Change the entities that it joins.")
    made = []
    for label, fragments in marks:
        ranges = checked_ranges(case.article.text, fragments)
        made.append(Entity("", label, ranges[0][0], ranges[-1][1], ranges if len(ranges) > 1 else ()))
    draft = Draft(case)
    draft.settle(card, "edited", made, (), ruling)
    return draft.change("decide")


def accept_agreed(case: Case, ruling: Ruling) -> Change:
    """Take into gold all that everybody has and nobody decided yet, entities first, then the relations between them.

    Raises BadInput where there is nothing to take.
    """
    draft = Draft(case)
    for card in review(case).to_accept:
        if not card.ends:
            draft.settle(
                card, "taken", card.versions[0].marks, card.versions[0].by, ruling, follow=False, checked=False
            )
    draft.follow(None, ruling)
    return draft.change("agree")


def explain(case: Case, card: Card, reason: str | None, note: str | None) -> Change:
    """Set or clear the reason and the note of a decision."""
    if card.decision is None:
        raise BadInput("This place is not decided yet.")
    _refuse_reason(reason)
    after = card.decision._replace(reason=reason or None, note=note or None)
    row = RowChange("decision", after.id, card.decision, after)
    return Change("explain", case.article.id, GOLD, (row,))


def withdraw(case: Case, card: Card) -> Change:
    """Take a decision back with the marks that it left; the place is open again."""
    draft = Draft(case)
    for mark in card.gold:
        draft.drop(mark)
    if card.decision is not None:
        draft.put("decision", card.decision.id, None)
    return draft.change("withdraw")


def _version(card: Card, number: int) -> Version:
    found = next((version for version in card.versions if version.number == number), None)
    if found is None:
        raise BadInput("This place has no version {number}.", number=number)
    return found


def _refuse_reason(reason: str | None) -> None:
    if reason and reason not in REASONS:
        raise BadInput("The reason can be {reasons}, not “{reason}”.", reasons=", ".join(REASONS), reason=reason)


_FIELDS: dict[Kind, str] = {"entity": "entities", "relation": "relations", "decision": "decisions"}


class Draft:
    """A gold layer while one step is made of it: settled card by card, then told as one Change."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._rows: dict[Kind, dict[str, Any]] = {
            kind: dict(getattr(case.gold, field)) for kind, field in _FIELDS.items()
        }
        self._touched: dict[tuple[Kind, str], None] = {}

    @property
    def gold(self) -> Layer:
        """The gold layer as it is now."""
        rows = self._rows
        return self._case.gold._replace(entities=rows["entity"], relations=rows["relation"], decisions=rows["decision"])

    def put(self, kind: Kind, row_id: str, row: Entity | Relation | Decision | None) -> None:
        """Set or, with None, remove a row."""
        self._touched[kind, row_id] = None
        if row is None:
            self._rows[kind].pop(row_id, None)
        else:
            self._rows[kind][row_id] = row

    def drop(self, mark: Mark) -> None:
        """Remove a gold mark; an entity goes with its relations and with what was decided about those."""
        if isinstance(mark, Entity):
            for relation in self.gold.relations_of(mark.id):
                self._drop_relation(relation)
            self.put("entity", mark.id, None)
        else:
            self.put("relation", mark.id, None)

    def _drop_relation(self, relation: Relation) -> None:
        self.put("relation", relation.id, None)
        for decision in list(self._rows["decision"].values()):
            if relation.id in decision.marks:
                self.put("decision", decision.id, None)

    def settle(
        self,
        card: Card,
        verdict: Verdict,
        marks: Sequence[Mark],
        supports: tuple[str, ...],
        ruling: Ruling,
        *,
        follow: bool = True,
        checked: bool = True,
    ) -> None:
        """Give a card its gold marks and its decision; a gold mark that is there keeps its id and its relations.

        With *checked* the schema's rules hold for each mark; with *follow* the relations that all who marked both
        ends agree on come along.
        """
        _refuse_reason(ruling.reason)
        old = list(card.gold)
        for mark in old[len(marks) :]:
            self.drop(mark)
        made: list[Mark] = []
        for number, mark in enumerate(marks):
            new_id = old[number].id if number < len(old) else ruling.new_id()
            made.append(self._place(card, mark, new_id, checked=checked))
        decision = Decision(
            card.decision.id if card.decision is not None else ruling.new_id(),
            ruling.by,
            verdict,
            tuple(mark.id for mark in made),
            supports,
            tuple((vote, fingerprint(own)) for vote in card.votes if (own := mark_of(self._case.layers, vote))),
            tuple((name, self._case.revisions.get(name, "")) for name in self._case.layers),
            ruling.reason or None,
            ruling.note or None,
        )
        self.put("decision", decision.id, decision)
        if follow and not card.ends:
            self.follow({mark.id for mark in made}, ruling)

    def _place(self, card: Card, mark: Mark, new_id: str, *, checked: bool) -> Mark:
        votes = tuple(vote for version in card.versions for vote in version.votes_for(mark))
        if isinstance(mark, Entity):
            origin = mark.origin if votes else HUMAN
            entity = mark._replace(id=new_id, note=None, origin=origin, votes=votes, meta={})
            if checked:
                refuse_entity(self.gold, self._case.schema, entity)
            self.put("entity", new_id, entity)
            self._drop_illegal(entity)
            return entity
        relation = mark._replace(id=new_id, note=None, votes=votes, meta={})
        if checked:
            refuse_relation(self.gold, self._case.schema, relation)
        self.put("relation", new_id, relation)
        return relation

    def _drop_illegal(self, entity: Entity) -> None:
        types = self._case.schema.relation_types
        for relation in self.gold.relations_of(entity.id):
            head, tail = (self._rows["entity"][end].label for end in (relation.head, relation.tail))
            if relation.label in types and not types[relation.label].allows(head, tail):
                self._drop_relation(relation)

    def follow(self, touched: set[str] | None, ruling: Ruling) -> None:
        """Take the agreed relations that end at *touched* gold entities (at any, where it is None)."""
        case = self._case._replace(gold=self.gold)
        bare = ruling._replace(reason=None, note=None)
        if not any(layer.relations for layer in case.layers.values()):
            return
        for card in relation_review(case):
            if not card.agreed or card.decided:
                continue
            if touched is None or touched & {end.id for end in card.ends}:
                version = card.versions[0]
                self.settle(card, "taken", version.marks, version.by, bare, checked=False)

    def change(self, what: str) -> Change:
        """Return what the step changes; BadInput where that is nothing."""
        before = {kind: getattr(self._case.gold, field) for kind, field in _FIELDS.items()}
        rows = [
            RowChange(kind, row_id, before[kind].get(row_id), self._rows[kind].get(row_id))
            for kind, row_id in self._touched
        ]
        rows = [row for row in rows if row.before != row.after]
        if not rows:
            raise BadInput("That changes nothing.")
        head = self._case.gold.head
        if head.status == "todo":
            rows.insert(0, RowChange("layer", GOLD, head, head._replace(status="in_progress")))
        return Change(what, self._case.article.id, GOLD, tuple(rows))
