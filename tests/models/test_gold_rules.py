"""Rules that fill the gold layer, with INCEpTION's semantics of votes, confidence and ties."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from layer_making import case, layer, said

from khaotag.models import decide
from khaotag.models.change import apply
from khaotag.models.decide import Ruling
from khaotag.models.errors import BadInput
from khaotag.models.gold_rules import Rule, adjudicate, checked_rule
from khaotag.models.layer import Layer
from khaotag.models.review import Case, review
from khaotag.models.schema import Schema
from khaotag.storage import schemas


@pytest.fixture
def schema() -> Schema:
    return schemas.named(None)


@pytest.fixture
def new_id() -> Callable[[], str]:
    numbers = itertools.count(1)
    return lambda: f"g{next(numbers)}"


def ruled(there: Case, rule: Rule, new_id: Callable[[], str]) -> tuple[Case, int, int]:
    done = adjudicate(there, rule, new_id)
    gold = there.gold if done.change is None else apply(there.gold, done.change.rows)
    return there._replace(gold=gold), done.decided, done.conflicts


def voters(*votes: tuple[int, str]) -> list[Layer]:
    """So many annotators with each mark; an empty mark is a silent annotator."""
    names = iter("abcdefghij")
    return [layer(next(names), *([mark] if mark else [])) for count, mark in votes for _ in range(count)]


ORG, LOC, SHORT = "ORG 5-18", "LOCATION 5-18", "ORG 9-18"


@pytest.mark.parametrize(
    ("rule", "votes", "gold"),
    [
        (Rule("unanimous"), [(3, ORG)], [ORG]),
        (Rule("unanimous"), [(2, ORG), (1, "")], []),
        (Rule("unanimous"), [(2, ORG), (1, LOC)], []),
        (Rule("unanimous"), [(1, ORG)], []),
        (Rule("unanimous", min_votes=1), [(1, ORG)], [ORG]),
        (Rule("majority"), [(2, ORG), (1, "")], [ORG]),
        (Rule("majority"), [(2, ORG), (1, SHORT)], [ORG]),
        (Rule("majority"), [(1, ORG), (1, LOC), (1, SHORT)], []),
        (Rule("majority"), [(2, ORG), (2, LOC)], []),
        (Rule("majority", min_votes=3), [(2, ORG), (1, "")], []),
        # no confidence asked: the first wins, a tie decides nothing
        (Rule("threshold"), [(2, ORG), (1, LOC)], [ORG]),
        (Rule("threshold"), [(1, ORG), (1, LOC)], []),
        (Rule("threshold"), [(1, ORG), (2, "")], [ORG]),
        (Rule("threshold", min_votes=2), [(1, ORG), (2, "")], []),
        # full confidence: any dissent decides nothing
        (Rule("threshold", confidence=1.0), [(4, ORG), (1, LOC)], []),
        (Rule("threshold", confidence=1.0), [(4, ORG), (1, "")], [ORG]),
        (Rule("threshold", confidence=0.5), [(3, ORG), (2, LOC)], [ORG]),
        # two ranks: both where they may lie over each other
        (Rule("threshold", confidence=0.4, top=2), [(3, ORG), (2, LOC)], [LOC, ORG]),
        (Rule("threshold", confidence=0.5, top=2), [(3, ORG), (2, LOC)], [ORG]),
        (Rule("threshold", top=2), [(2, ORG), (2, LOC)], [LOC, ORG]),
    ],
)
def test_each_rule_takes_what_has_the_votes(
    schema: Schema, new_id: Callable[[], str], rule: Rule, votes: list[tuple[int, str]], gold: list[str]
) -> None:
    there, decided, conflicts = ruled(case(schema, *voters(*votes)), rule, new_id)
    assert said(there) == gold
    assert (decided, conflicts) == ((1, 0) if gold else (0, 1))


def test_two_ranks_give_only_the_first_where_types_may_not_lie_over_each_other(
    schema: Schema, new_id: Callable[[], str]
) -> None:
    flat = Schema(schema.name, schema.version, schema.title, tuple(e._replace(nested=False) for e in schema.entities))
    there, _, _ = ruled(case(flat, *voters((3, ORG), (2, LOC))), Rule("threshold", confidence=0.4, top=2), new_id)
    assert said(there) == [ORG]


def test_a_majority_of_the_silent_is_a_decision_without_a_mark(schema: Schema, new_id: Callable[[], str]) -> None:
    there, decided, conflicts = ruled(case(schema, *voters((1, ORG), (2, ""))), Rule("majority"), new_id)
    assert (said(there), decided, conflicts) == ([], 1, 0)
    (decision,) = there.gold.decisions.values()
    assert (decision.verdict, decision.supports, decision.by) == ("none", ("b", "c"), "rule:majority")
    assert not review(there).open


def test_stacked_nested_and_crossing_entities_are_kept(schema: Schema, new_id: Callable[[], str]) -> None:
    marks = ("LOCAL_GOV 5-18", "ORG 5-18", "LOCATION 9-18", "PROJECT 0-12")
    there, decided, _ = ruled(case(schema, layer("a", *marks), layer("b", *marks)), Rule("unanimous"), new_id)
    assert set(said(there)) == set(marks)
    assert decided == 4


def test_attributes_are_voted_on_value_by_value(schema: Schema, new_id: Callable[[], str]) -> None:
    def with_attributes(name: str, **attributes: object) -> Layer:
        made = layer(name, ORG)
        return made._replace(entities={"e1": made.entities["e1"]._replace(attributes=attributes)})

    three = (
        with_attributes("a", certain="yes", era="old"),
        with_attributes("b", certain="yes"),
        with_attributes("c", certain="no"),
    )
    there, _, _ = ruled(case(schema, *three), Rule("majority"), new_id)
    assert next(iter(there.gold.entities.values())).attributes == {"certain": "yes"}
    _, decided, conflicts = ruled(case(schema, *three), Rule("unanimous"), new_id)
    assert (decided, conflicts) == (0, 1)


def test_relations_are_voted_on_once_their_entities_are_in_gold(schema: Schema, new_id: Callable[[], str]) -> None:
    marks = ("PERSON 0-4", "PARTY 5-18")
    three = (
        layer("a", *marks, links=("MEMBER_OF e1 e2",)),
        layer("b", *marks, links=("MEMBER_OF e1 e2", "SUPPORTS e2 e1")),
        layer("c", *marks),
    )
    there, decided, conflicts = ruled(case(schema, *three), Rule("majority"), new_id)
    assert [(link.label, link.votes) for link in there.gold.relations.values()] == [("MEMBER_OF", ("a:r1", "b:r1"))]
    assert (decided, conflicts) == (3, 0)
    there, decided, conflicts = ruled(case(schema, *three), Rule("unanimous"), new_id)
    assert not there.gold.relations
    assert (decided, conflicts) == (2, 1)


def test_a_rule_never_touches_what_a_person_decided_and_renews_its_own(
    schema: Schema, new_id: Callable[[], str]
) -> None:
    three = voters((2, ORG), (1, LOC))
    there = case(schema, *three)
    rejected = decide.reject(there, review(there).cards[0], Ruling("pranee", new_id))
    there = there._replace(gold=apply(there.gold, rejected.rows))
    after, decided, conflicts = ruled(there, Rule("majority"), new_id)
    assert (after, decided, conflicts) == (there, 0, 0)
    imported = case(schema, *three, layer("gold", "LOCATION 5-18"))
    assert ruled(imported, Rule("majority"), new_id)[1:] == (0, 0)
    there, _, _ = ruled(case(schema, *three), Rule("majority"), new_id)
    assert ruled(there, Rule("majority"), new_id)[1:] == (0, 0)
    changed = {**there.layers, "a": layer("a", LOC)}
    renewed, decided, _ = ruled(there._replace(layers=changed), Rule("majority"), new_id)
    assert (said(renewed), decided) == ([LOC], 1)
    assert len(renewed.gold.decisions) == 1


def test_a_rule_that_cannot_be_is_refused() -> None:
    for name, votes, confidence in (("loudest", None, None), ("majority", 0, None), ("threshold", 1, 1.5)):
        with pytest.raises(BadInput):
            checked_rule(name, votes, confidence)
    assert checked_rule("threshold", 2, 0.5) == Rule("threshold", 2, 0.5)
