"""What holds of every review, whatever people marked."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st
from layer_making import TEXT, case

from khaotag.models import decide
from khaotag.models.change import apply
from khaotag.models.decide import Ruling
from khaotag.models.gold_rules import Rule, adjudicate
from khaotag.models.layer import Entity, Layer, LayerHead, Relation
from khaotag.models.review import Case, review
from khaotag.storage import schemas

SCHEMA = schemas.named(None)
EDGES = [0, 2, 4, 5, 9, 14, 19, 20, 25, 31, 36]


@st.composite
def layers(draw: st.DrawFn, name: str) -> Layer:
    entities: dict[str, Entity] = {}
    for number in range(draw(st.integers(0, 5))):
        first, last = sorted(draw(st.lists(st.sampled_from(EDGES), min_size=2, max_size=2, unique=True)))
        label = draw(st.sampled_from(["PERSON", "ORG", "LOCATION"]))
        attributes = draw(st.sampled_from([{}, {}, {"certain": "no"}]))
        entities[f"e{number}"] = Entity(f"e{number}", label, first, last, attributes=attributes)
    relations: dict[str, Relation] = {}
    ends = list(itertools.permutations(entities, 2))
    for number in range(draw(st.integers(0, 2)) if ends else 0):
        label = draw(st.sampled_from(["MEMBER_OF", "ALIAS_OF"]))
        relations[f"r{number}"] = Relation(f"r{number}", label, *draw(st.sampled_from(ends)))
    return Layer(name, LayerHead("done"), entities, relations)


cases = st.tuples(layers("a"), layers("b"), layers("c")).map(lambda three: case(SCHEMA, *three))


@settings(max_examples=60)
@given(cases)
def test_each_mark_is_in_one_card_and_each_annotator_in_one_version_of_it(there: Case) -> None:
    found = review(there)
    entities = [card for card in (*found.agreed, *found.cards) if not card.ends]
    votes = [vote for card in entities for vote in card.votes]
    assert sorted(votes) == sorted(f"{n}:{e}" for n, layer in there.layers.items() for e in layer.entities)
    for card in entities:
        assert sorted(name for version in card.versions for name in version.by) == ["a", "b", "c"]
        assert card.agreed == (len(card.versions) == 1)
        assert len({version.number for version in card.versions}) == len(card.versions)
        assert 0 <= card.start < card.end <= len(TEXT)


@settings(max_examples=60)
@given(cases)
def test_every_dispute_can_be_decided_and_every_step_taken_back(there: Case) -> None:
    numbers = itertools.count()
    ruling = Ruling("pranee", lambda: f"g{next(numbers)}")
    for _ in range(40):
        found = review(there)
        todo = [*(card for card in found.to_accept), *found.open]
        if not todo:
            break
        try:
            change = decide.take(there, todo[0], 1, ruling)
        except decide.BadInput:
            change = decide.reject(there, todo[0], ruling)
        gold = apply(there.gold, change.rows)
        assert apply(gold, change.inverse("undo").rows) == there.gold
        there = there._replace(gold=gold)
    left = review(there)
    assert not left.open
    assert not left.to_accept
    assert not left.waiting
    assert not left.own
    for link in there.gold.relations.values():
        assert {link.head, link.tail} <= there.gold.entities.keys()


@settings(max_examples=60)
@given(cases, st.sampled_from(["unanimous", "majority", "threshold"]))
def test_a_rule_twice_is_the_rule_once(there: Case, name: str) -> None:
    numbers = itertools.count()
    rule = Rule(name)  # type: ignore[arg-type]
    first = adjudicate(there, rule, lambda: f"g{next(numbers)}")
    if first.change is not None:
        there = there._replace(gold=apply(there.gold, first.change.rows))
    second = adjudicate(there, rule, lambda: f"g{next(numbers)}")
    assert second.change is None
    assert (second.decided, second.conflicts) == (0, first.conflicts)
