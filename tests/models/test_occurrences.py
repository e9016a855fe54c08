from __future__ import annotations

import pytest

from khaotag.models.article import Article, ArticleState, Exclusion
from khaotag.models.change import apply
from khaotag.models.errors import BadInput
from khaotag.models.layer import Entity, Layer
from khaotag.models.occurrences import mark_many, occurrences
from khaotag.models.schema import Schema, schema_from_record

TEXT = "นาย ก พบ ส้ม แล้ว ส้ม ไป ส้มโอ กับ ส้ม และ ส้ม จบ"


@pytest.fixture
def schema() -> Schema:
    kinds = [{"id": name, "crossing": name != "FLAT", "nested": name != "FLAT"} for name in ("FRUIT", "PERSON", "FLAT")]
    return schema_from_record({"name": "test", "entities": kinds})


def places_of(string: str) -> list[int]:
    return [at for at in range(len(TEXT)) if TEXT.startswith(string, at)]


def test_occurrences_tell_marked_conflicting_excluded_and_parts_of_words_apart(schema: Schema) -> None:
    one, two, part, four, five = places_of("ส้ม")
    layer = Layer(
        "me",
        entities={
            "a": Entity("a", "FRUIT", one, one + 3),
            "b": Entity("b", "PERSON", two, two + 3),
            "c": Entity("c", "FRUIT", four - 3, four + 1),
        },
    )
    article = Article("a-1", TEXT, state=ArticleState(excluded=(Exclusion(five, five + 6, state="confirmed"),)))
    tokens = [(at, at + len(word)) for word in TEXT.split() for at in places_of(word) if word != "ส้ม"]
    tokens += [(at, at + 3) for at in (one, two, four, five)]
    found = occurrences(article, layer, schema, "FRUIT", "ส้ม", tokens)
    assert [(o.start, o.standing) for o in found] == [
        (one, "marked"),
        (two, "conflict"),
        (part, "part"),
        (four, "conflict"),
        (five, "excluded"),
    ]
    assert found[1].marks == ("b",)


def test_a_string_inside_a_grapheme_is_no_occurrence(schema: Schema) -> None:
    article = Article("a-1", "กำ กำ้ กำ")
    found = occurrences(article, Layer("me"), schema, "FRUIT", "ก")
    assert found == []


def test_many_places_are_marked_in_one_step_that_begins_the_layer(schema: Schema) -> None:
    article, layer = Article("a-1", TEXT), Layer("me")
    spans = {f"e{at}": (at, at + 3) for at in places_of("ส้ม")}
    change = mark_many(article, layer, schema, "FRUIT", spans)
    after = apply(layer, change.rows)
    assert len(after.entities) == 5
    assert after.head.status == "in_progress"
    assert apply(after, change.inverse("undo").rows) == layer


@pytest.mark.parametrize(("label", "start", "end"), [("FLAT", 9, 14), ("FRUIT", 9, 12), ("NONE", 0, 3)])
def test_nothing_is_marked_where_one_of_many_may_not_be(schema: Schema, label: str, start: int, end: int) -> None:
    layer = Layer("me", entities={"a": Entity("a", "FRUIT", 9, 12)})
    with pytest.raises(BadInput):
        mark_many(Article("a-1", TEXT), layer, schema, label, {"x": (0, 3), "y": (start, end)})
