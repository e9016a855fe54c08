"""Several people's layers compared, and what a reviewer decides about them."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from layer_making import TEXT, after, case, layer, said

from khaotag.models import decide
from khaotag.models.change import Change, apply
from khaotag.models.decide import Ruling
from khaotag.models.errors import BadInput
from khaotag.models.review import Case, review
from khaotag.models.review_cards import Card, entity_cards
from khaotag.models.schema import Schema
from khaotag.storage import schemas


@pytest.fixture
def schema() -> Schema:
    return schemas.named(None)


@pytest.fixture
def ruling() -> Ruling:
    numbers = itertools.count(1)
    return Ruling("pranee", lambda: f"g{next(numbers)}")


def test_what_all_have_is_agreed_and_the_rest_are_cards_with_numbered_versions(schema: Schema) -> None:
    mali = layer("mali", "POSITION 0-18", "LOCATION 19-31", "LAW 36-61")
    kong = layer("kong", "POSITION 0-4", "LOCAL_GOV 5-18", "LOCATION 19-31")
    dao = layer("dao", "POSITION 0-4", "LOCAL_GOV 5-18", "FACILITY 19-31", "LAW 36-61")
    found = review(case(schema, mali, kong, dao))
    assert not found.agreed
    boundary, label, missing = found.cards
    assert boundary.kinds == ("boundary", "label")
    assert [(v.number, v.by, len(v.marks)) for v in boundary.versions] == [(1, ("dao", "kong"), 2), (2, ("mali",), 1)]
    assert label.kinds == ("label",)
    assert [v.votes for v in label.versions] == [("kong:e3", "mali:e2"), ("dao:e3",)]
    assert missing.kinds == ("missing",)
    assert missing.versions[-1].marks == ()
    assert missing.versions[-1].by == ("kong",)
    assert [card.open for card in found.cards] == [True] * 3
    there = case(schema, mali, kong, dao)
    assert review(there, entity_cards(there.layers)) == found


def test_nested_and_stacked_marks_are_compared_level_by_level(schema: Schema) -> None:
    """One long entity does not drag the ones inside it into its dispute."""
    long = "PROJECT 0-70"
    inner = ("POSITION 0-4", "LOCAL_GOV 5-18", "LOCATION 19-31", "LOCAL_GOV 47-60")
    found = review(case(schema, layer("a", long, *inner), layer("b", *inner), layer("c", "PROJECT 0-68", *inner)))
    assert [card.start for card in found.agreed] == [0, 5, 19, 47]
    (dispute,) = found.cards
    assert dispute.kinds == ("boundary", "missing")
    stacked = ("LOCAL_GOV 5-18", "ORG 5-18")
    found = review(case(schema, layer("a", *stacked), layer("b", *stacked)))
    assert len(found.agreed) == 2
    assert not found.cards
    found = review(case(schema, layer("a", *stacked), layer("b", "ORG 5-18")))
    assert [card.kinds for card in found.cards] == [("missing",)]
    assert len(found.agreed) == 1


def test_discontinuous_marks_and_attributes_can_be_in_dispute(schema: Schema) -> None:
    found = review(case(schema, layer("a", "LAW 36-46,62-71"), layer("b", "LAW 36-71")))
    assert [card.kinds for card in found.cards] == [("boundary",)]
    one, other = layer("a", "LAW 36-46"), layer("b", "LAW 36-46")
    marked = other._replace(entities={"e1": other.entities["e1"]._replace(attributes={"certain": "no"})})
    found = review(case(schema, one, marked))
    assert [card.kinds for card in found.cards] == [("attribute",)]


@pytest.mark.parametrize(
    ("verb", "gold", "verdict"),
    [
        (lambda c, card, r: decide.take(c, card, 1, r), ["POSITION 0-4", "LOCAL_GOV 5-18"], "taken"),
        (lambda c, card, r: decide.take(c, card, 2, r), ["POSITION 0-18"], "taken"),
        (lambda c, card, r: decide.keep(c, card, [1, 2], r),
         ["POSITION 0-4", "POSITION 0-18", "LOCAL_GOV 5-18"], "several"),
        (decide.reject, [], "none"),
        (lambda c, card, r: decide.correct(c, card, [("POSITION", [(0, 4)]), ("ORG", [(5, 9)])], r),
         ["POSITION 0-4", "ORG 5-9"], "edited"),
    ],
)  # fmt: skip
def test_each_verb_decides_a_card_for_good_and_its_inverse_takes_all_back(
    schema: Schema,
    ruling: Ruling,
    verb: Callable[[Case, Card, Ruling], Change],
    gold: list[str],
    verdict: str,
) -> None:
    mali, kong = layer("mali", "POSITION 0-18"), layer("kong", "POSITION 0-4", "LOCAL_GOV 5-18")
    dao = layer("dao", "POSITION 0-4", "LOCAL_GOV 5-18")
    there = case(schema, mali, kong, dao, revisions={"mali": "r7"})
    (card,) = review(there).cards
    change = verb(there, card, ruling._replace(reason="guideline_gap", note="§4.1"))
    decided = after(there, change)
    assert said(decided) == gold
    (card,) = review(decided).cards
    assert card.decided
    assert not card.open
    assert card.decision is not None
    assert (card.decision.by, card.decision.verdict) == ("pranee", verdict)
    assert (card.decision.reason, card.decision.note) == ("guideline_gap", "§4.1")
    assert dict(card.decision.layers) == {"dao": "", "kong": "", "mali": "r7"}
    assert [mark.id for mark in card.gold] == list(card.decision.marks)
    assert apply(decided.gold, change.inverse("undo").rows) == there.gold


def test_gold_marks_say_whose_votes_they_are(schema: Schema, ruling: Ruling) -> None:
    there = case(schema, layer("a", "LAW 36-46"), layer("b", "LAW 36-46"), layer("c", "PRODUCT 36-46"))
    decided = after(there, decide.take(there, review(there).cards[0], 1, ruling))
    (mark,) = decided.gold.entities.values()
    assert mark.votes == ("a:e1", "b:e1")


def test_deciding_anew_keeps_the_gold_mark_and_its_relations(schema: Schema, ruling: Ruling) -> None:
    one = layer("a", "LOCATION 19-31", "LOCAL_GOV 5-18", links=("LOCATED_IN e2 e1",))
    other = layer("b", "LOCATION 24-31", "LOCAL_GOV 5-18", links=("LOCATED_IN e2 e1",))
    there = case(schema, one, other)
    there = after(there, decide.accept_agreed(there, ruling))
    there = after(there, decide.take(there, review(there).cards[0], 1, ruling))
    before = set(there.gold.entities), set(there.gold.relations)
    there = after(there, decide.take(there, review(there).cards[0], 2, ruling))
    assert said(there) == ["LOCAL_GOV 5-18", "LOCATION 24-31"]
    assert (set(there.gold.entities), set(there.gold.relations)) == before
    there = after(there, decide.reject(there, review(there).cards[0], ruling))
    assert said(there) == ["LOCAL_GOV 5-18"]
    assert not there.gold.relations
    assert review(there).fallen == ("a:r1", "b:r1")


def test_relations_follow_their_entities_and_ask_where_people_differ(schema: Schema, ruling: Ruling) -> None:
    one = layer("a", "PERSON 0-4", "PARTY 5-18", links=("MEMBER_OF e1 e2",))
    two = layer("b", "PERSON 0-4", "PARTY 5-18", links=("SUPPORTS e1 e2",))
    three = layer("c", "PERSON 0-4", "ORG 5-18", links=("MEMBER_OF e1 e2",))
    there = case(schema, one, two, three)
    assert review(there).waiting == ("a:r1", "b:r1", "c:r1")
    there = after(there, decide.accept_agreed(there, ruling))
    there = after(there, decide.take(there, review(there).cards[0], 1, ruling))
    assert not there.gold.relations
    card = review(there).open[0]
    assert card.kinds == ("relation",)
    assert [(v.by, v.marks[0].label) for v in card.versions] == [(("a", "c"), "MEMBER_OF"), (("b",), "SUPPORTS")]
    assert {end.id for end in card.ends} == set(there.gold.entities)
    there = after(there, decide.take(there, card, 1, ruling))
    (link,) = there.gold.relations.values()
    assert (link.label, link.votes) == ("MEMBER_OF", ("a:r1", "c:r1"))
    assert not review(there).open
    there = after(there, decide.reject(there, review(there).cards[-1], ruling))
    assert not there.gold.relations
    assert not review(there).open


def test_a_relation_that_only_one_could_draw_comes_with_the_entity(schema: Schema, ruling: Ruling) -> None:
    one = layer("a", "PERSON 0-4", "PARTY 5-18", links=("MEMBER_OF e1 e2",))
    there = case(schema, one, layer("b", "PARTY 5-18"))
    there = after(there, decide.accept_agreed(there, ruling))
    change = decide.take(there, review(there).cards[0], 1, ruling)
    there = after(there, change)
    assert [link.label for link in there.gold.relations.values()] == ["MEMBER_OF"]
    assert not after(there, change.inverse("undo")).gold.relations


def test_a_decision_is_stale_when_a_mark_that_it_saw_has_changed(schema: Schema, ruling: Ruling) -> None:
    one, other = layer("a", "LOCATION 19-31"), layer("b", "LOCATION 24-31", "LAW 36-46")
    there = case(schema, one, other)
    there = after(there, decide.take(there, review(there).cards[0], 1, ruling))
    elsewhere = layer("b", "LOCATION 24-31", "LAW 36-44")
    found = review(there._replace(layers={"a": one, "b": elsewhere}))
    assert found.cards[0].stale == ()
    moved = layer("b", "LOCATION 25-31", "LAW 36-46")
    found = review(there._replace(layers={"a": one, "b": moved}))
    assert found.cards[0].stale == ("b",)
    assert found.cards[0].open
    third = layer("c", "LOCATION 19-31")
    assert review(there._replace(layers={"a": one, "b": other, "c": third})).cards[0].stale == ()
    third = layer("c", "FACILITY 19-30")
    assert review(there._replace(layers={"a": one, "b": other, "c": third})).cards[0].stale == ("c",)


def test_a_decision_outlives_the_marks_it_was_made_on(schema: Schema, ruling: Ruling) -> None:
    there = case(schema, layer("a", "LOCATION 19-31"), layer("b"))
    there = after(there, decide.take(there, review(there).cards[0], 1, ruling))
    (card,) = review(there._replace(layers={"a": layer("a"), "b": layer("b")})).cards
    assert card.versions == ()
    assert card.stale == ("a",)
    assert card.open


def test_marks_that_stand_in_gold_without_a_decision_answer_their_card(schema: Schema) -> None:
    gold = layer("gold", "LOCATION 19-31", "LAW 36-46")
    there = case(schema, layer("a", "LOCATION 19-31"), layer("b", "LOCATION 24-31"), gold)
    found = review(there)
    assert found.cards[0].decided
    assert found.own == ("e2",)


def test_only_finished_layers_are_asked_where_there_are_any(schema: Schema) -> None:
    half = layer("b", "LAW 36-46", status="in_progress")
    assert set(case(schema, layer("a", "LAW 36-46"), half).layers) == {"a"}
    assert set(case(schema, half, layer("c", status="in_progress")).layers) == {"b"}


def test_wrong_use_is_refused_with_the_reason(schema: Schema, ruling: Ruling) -> None:
    there = case(schema, layer("a", "LOCATION 19-31"), layer("b", "LOCATION 24-31"))
    (card,) = review(there).cards
    with pytest.raises(BadInput, match="no version 9"):
        decide.take(there, card, 9, ruling)
    with pytest.raises(BadInput, match="not “because”"):
        decide.take(there, card, 1, ruling._replace(reason="because"))
    with pytest.raises(BadInput, match="inside a character"):
        decide.correct(there, card, [("LOCATION", [(19, TEXT.index("ู"))])], ruling)
    with pytest.raises(BadInput, match="changes nothing"):
        decide.accept_agreed(there, ruling)
    decided = after(there, decide.take(there, card, 1, ruling))
    (card,) = review(decided).cards
    explained = after(decided, decide.explain(decided, card, "slip", "ตัดชื่ออำเภอ"))
    assert next(iter(explained.gold.decisions.values())).note == "ตัดชื่ออำเภอ"
    withdrawn = after(explained, decide.withdraw(explained, review(explained).cards[0]))
    assert not withdrawn.gold.decisions
    assert review(withdrawn).cards[0].open
