"""The verbs allow what is right, refuse what is not, and each can be taken back."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaotag.models import edit
from khaotag.models.article import Article, Exclusion
from khaotag.models.change import Change, apply
from khaotag.models.errors import BadInput
from khaotag.models.layer import Layer, Note
from khaotag.models.records import change_from, change_record
from khaotag.models.schema import Schema, schema_from_record
from khaotag.models.text import grapheme_starts
from khaotag.storage import schemas

TEXT = "📌พล.ต.ท. คำรณ น้ำใส นายก อบต.กี๋ฎู\nที่ศรีธารา 🍊เมื่อ 5 ม.ค. 2569"
SCHEMA = schemas.named(None)
LABELS = ["PERSON", "TITLE", "POSITION", "LOCAL_GOV", "LOCATION", "DATE"]
IDS = [f"e{n}" for n in range(6)]


@st.composite
def gestures(draw: st.DrawFn) -> list[tuple[Any, ...]]:
    offset = st.integers(-2, len(TEXT) + 2)
    mark_id = st.sampled_from(IDS)
    label = st.sampled_from(LABELS)
    one = st.one_of(
        st.tuples(st.just("mark"), mark_id, label, st.lists(st.tuples(offset, offset), min_size=1, max_size=2)),
        st.tuples(st.just("relabel"), mark_id, label),
        st.tuples(st.just("resize"), mark_id, st.lists(st.tuples(offset, offset), min_size=1, max_size=2)),
        st.tuples(st.just("remove"), mark_id),
        st.tuples(st.just("relate"), st.sampled_from(["r1", "r2", "r3"]), mark_id, mark_id),
        st.tuples(st.just("flip"), st.sampled_from(["r1", "r2", "r3"])),
        st.tuples(st.just("note"), mark_id, st.sampled_from(["", "ดู"])),
        st.tuples(st.just("chain"), st.sampled_from(["c1", "c2"]), st.lists(mark_id, max_size=3)),
        st.tuples(st.just("status"), st.sampled_from(["todo", "in_progress", "done"])),
        st.tuples(st.just("leave"), st.sampled_from(["n1", "n2"])),
    )
    return draw(st.lists(one, max_size=25))


def carry_out(article: Article, layer: Layer, gesture: tuple[Any, ...]) -> Change:
    verb, *rest = gesture
    if verb == "mark":
        return edit.mark(article, layer, SCHEMA, *rest)
    if verb == "relabel":
        return edit.relabel(article, layer, SCHEMA, *rest)
    if verb == "resize":
        return edit.resize(article, layer, SCHEMA, *rest)
    if verb == "remove":
        return edit.remove(article, layer, *rest)
    if verb == "relate":
        relation_id, head, tail = rest
        legal = SCHEMA.legal_relations(edit.entity_of(layer, head).label, edit.entity_of(layer, tail).label)
        return edit.relate(article, layer, SCHEMA, relation_id, legal[0].id if legal else "LOCATED_IN", head, tail)
    if verb == "flip":
        return edit.flip(article, layer, SCHEMA, *rest)
    if verb == "note":
        return edit.annotate(article, layer, *rest)
    if verb == "chain":
        return edit.chain(article, layer, *rest, None)
    if verb == "status":
        return edit.set_status(article, layer, *rest)
    return edit.leave_note(article, layer, Note(rest[0], "noi", "ถาม"))


@given(gestures())
def test_no_gesture_cuts_a_character_leaves_a_loose_end_or_resists_undo(steps: list[tuple[Any, ...]]) -> None:
    article, layer = Article("a", TEXT), Layer("noi")
    edges = {*grapheme_starts(TEXT), len(TEXT)}
    done: list[tuple[Layer, Change]] = []
    for gesture in steps:
        with contextlib.suppress(BadInput):
            change = carry_out(article, layer, gesture)
            done.append((layer, change))
            layer = apply(layer, change.rows)
        assert {at for e in layer.entities.values() for pair in e.ranges for at in pair} <= edges
        assert all({r.head, r.tail} <= layer.entities.keys() for r in layer.relations.values())
        assert all(set(c.members) <= layer.entities.keys() for c in layer.chains.values())
        assert not SCHEMA.misfits(layer)
    for before, change in reversed(done):
        assert change_from(change_record(change)) == change
        undone = apply(layer, change.inverse("undo").rows)
        assert undone == before
        assert apply(undone, change.rows) == layer
        layer = undone


def _layer(*marks: tuple[str, str, int, int]) -> tuple[Article, Layer]:
    article, layer = Article("a", TEXT), Layer("noi")
    for mark_id, label, start, end in marks:
        layer = apply(layer, edit.mark(article, layer, SCHEMA, mark_id, label, [(start, end)]).rows)
    return article, layer


def test_the_first_mark_of_a_layer_begins_the_work_on_it() -> None:
    _, layer = _layer(("e1", "PERSON", 9, 13))
    assert layer.head.status == "in_progress"


def test_the_same_stretch_may_carry_two_labels_but_not_one_twice() -> None:
    article, layer = _layer(("e1", "PERSON", 9, 13), ("e2", "POSITION", 9, 13))
    assert len(layer.entities) == 2
    with pytest.raises(BadInput, match="already"):
        edit.mark(article, layer, SCHEMA, "e3", "PERSON", [(9, 13)])


def test_an_illegal_relation_is_refused_with_both_types() -> None:
    article, layer = _layer(("e1", "PERSON", 9, 13), ("e2", "DATE", 45, 46))
    with pytest.raises(BadInput, match=r"PERSON.*DATE"):
        edit.relate(article, layer, SCHEMA, "r1", "OCCURS_ON", "e1", "e2")


def test_relabelling_that_would_make_a_relation_illegal_is_refused() -> None:
    article, layer = _layer(("e1", "PERSON", 9, 13), ("e2", "TITLE", 1, 8))
    layer = apply(layer, edit.relate(article, layer, SCHEMA, "r1", "HAS_TITLE", "e1", "e2").rows)
    with pytest.raises(BadInput, match="HAS_TITLE"):
        edit.relabel(article, layer, SCHEMA, "e2", "DATE")


def test_a_symmetric_relation_is_not_drawn_a_second_time_from_the_other_side() -> None:
    article, layer = _layer(("e1", "PERSON", 9, 13), ("e2", "PERSON", 1, 8))
    layer = apply(layer, edit.relate(article, layer, SCHEMA, "r1", "ALIAS_OF", "e1", "e2").rows)
    with pytest.raises(BadInput, match="already"):
        edit.relate(article, layer, SCHEMA, "r2", "ALIAS_OF", "e2", "e1")


def test_removing_an_entity_takes_its_relations_and_its_place_in_a_chain() -> None:
    article, layer = _layer(("e1", "PERSON", 9, 13), ("e2", "TITLE", 1, 8), ("e3", "PERSON", 14, 19))
    layer = apply(layer, edit.relate(article, layer, SCHEMA, "r1", "HAS_TITLE", "e1", "e2").rows)
    layer = apply(layer, edit.chain(article, layer, "c1", ["e1", "e3"], None).rows)
    layer = apply(layer, edit.remove(article, layer, "e1").rows)
    assert (set(layer.entities), layer.relations, layer.chains) == ({"e2", "e3"}, {}, {})


def _with_policy(**policy: bool) -> Schema:
    record = SCHEMA.to_record()
    for entity in record["entities"]:
        entity.update(policy)
    return schema_from_record(record)


@pytest.mark.parametrize(
    ("policy", "ranges"),
    [({"nested": False}, [(11, 13)]), ({"crossing": False}, [(8, 11)]), ({"discontinuous": False}, [(1, 3), (5, 6)])],
)
def test_a_schema_may_forbid_what_the_default_one_allows(
    policy: dict[str, bool], ranges: list[tuple[int, int]]
) -> None:
    article, layer = _layer(("e1", "PERSON", 9, 13))
    edit.mark(article, layer, SCHEMA, "e2", "ORG", ranges)
    with pytest.raises(BadInput, match="may not"):
        edit.mark(article, layer, _with_policy(**policy), "e2", "ORG", ranges)


def test_an_exclusion_is_proposed_confirmed_and_dismissed_in_one_place() -> None:
    article, layer = Article("a", TEXT), Layer("noi")
    for state in ("proposed", "confirmed", "dismissed"):
        change = edit.exclude(article, layer, Exclusion(0, 8, "ทดสอบ", state))
        article = article._replace(state=change.rows[0].after)
        assert [(e.start, e.end, e.state) for e in article.state.excluded] == [(0, 8, state)]


def test_a_step_that_would_leave_a_loose_end_is_refused_whatever_its_order() -> None:
    article, layer = _layer(("e1", "PERSON", 9, 13), ("e2", "POSITION", 14, 18))
    gone = edit.remove(article, layer, "e2")
    link = edit.relate(article, layer, SCHEMA, "r1", "HOLDS_POSITION", "e1", "e2")
    chain = edit.chain(article, layer, "c1", ["e1", "e2"], None)
    for one, other in ((gone, link), (link, gone), (gone, chain), (chain, gone)):
        with pytest.raises(BadInput, match="in the meantime"):
            apply(apply(layer, one.rows), other.rows)
