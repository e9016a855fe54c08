"""Uniting schemas, hiding names and calling people and labels as another project does."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from khaotag.models.aliases import aliases
from khaotag.models.layer import Decision, Entity, Layer, LayerHead, Note, Relation
from khaotag.models.renaming import LabelMap, with_labels, with_names
from khaotag.models.schema import EntityType, Schema, Words
from khaotag.models.schema_union import unite

NOTHING = LabelMap()


def _schema(*labels: str) -> Schema:
    return Schema("s", 1, Words("s", "s"), tuple(EntityType(x, Words(x, x), Words(x, x)) for x in labels))


@given(
    st.lists(st.sampled_from("ABCDEFGH"), unique=True, min_size=1, max_size=5),
    st.lists(st.lists(st.sampled_from("ABCDEFGHIJK"), unique=True, min_size=1, max_size=4), min_size=2, max_size=3),
)
def test_schemas_unite_to_the_same_in_every_order_and_ours_keeps_its_own(
    first: list[str], others: list[list[str]]
) -> None:
    results = set()
    for order in permutations(others):
        schema = _schema(*first)
        for theirs in (*order, *order):
            schema = unite(schema, _schema(*theirs), NOTHING).schema
        results.add(tuple(kind.id for kind in schema.entities))
        kept = [kind.id for kind in schema.entities if kind.id in first]
        assert kept == first
    assert len(results) == 1


@given(st.sets(st.uuids().map(str), min_size=1, max_size=60))
def test_aliases_are_of_one_person_each_and_another_project_gives_others(uuids: set[str]) -> None:
    here = aliases(uuids, "one")
    assert len({words.th for words in here.values()}) == len({words.en for words in here.values()}) == len(uuids)
    assert here == aliases(sorted(uuids, reverse=True), "one")
    if len(uuids) > 5:
        assert here != aliases(uuids, "two")


def test_a_layer_is_renamed_wherever_a_person_is_named() -> None:
    gold = Layer(
        "gold",
        LayerHead(),
        {"e1": Entity("e1", "PERSON", 0, 4, votes=("noi:e7", "lek:e1"))},
        {"r1": Relation("r1", "ALIAS_OF", "e1", "e1", votes=("noi:r2",))},
        notes={"n1": Note("n1", "noi", "?")},
        decisions={"d1": Decision("d1", "noi", "taken", ("e1",), ("noi",), (("noi:e7", "x"),), (("noi", "a" * 32),))},
    )
    named = with_names(gold, {"noi": "นิด", "gold": "gold"})
    assert "noi" not in str(named)
    assert named.entities["e1"].votes == ("นิด:e7", "lek:e1")
    assert with_names(named, {"นิด": "noi"}) == gold
    assert with_names(gold, {"noi": "noi"}) is gold


def test_labels_are_mapped_only_where_they_occur() -> None:
    layer = Layer("noi", LayerHead(), {"e1": Entity("e1", "PER", 0, 4)}, {"r1": Relation("r1", "IS", "e1", "e1")})
    assert with_labels(layer, LabelMap({"ORG": "X"}, {})) is layer
    mapped = with_labels(layer, LabelMap({"PER": "PERSON"}, {"IS": "ALIAS_OF"}))
    assert (mapped.entities["e1"].label, mapped.relations["r1"].label) == ("PERSON", "ALIAS_OF")


def test_what_a_decision_saw_is_mapped_too_so_that_it_is_not_taken_for_changed() -> None:
    made = Decision(
        "d1", "noi", "none", seen=(("dao:e1", "PER 0-4"), ("kong:r1", "IS e1>e2"), ("dao:e2", "PERIOD 5-6"))
    )
    gold = Layer("gold", LayerHead(), decisions={"d1": made})
    mapped = with_labels(gold, LabelMap({"PER": "PERSON"}, {"IS": "ALIAS_OF"})).decisions["d1"]
    assert [what for _, what in mapped.seen] == ["PERSON 0-4", "ALIAS_OF e1>e2", "PERIOD 5-6"]
