"""Units never cut an entity; marks stand in the unit where they stood in the article."""

from __future__ import annotations

from itertools import pairwise

from format_making import articles, edges_of, layers
from hypothesis import given, settings
from hypothesis import strategies as st

from khaotag.models.article import Article
from khaotag.models.datasets.label_maps import LabelMap, mapped
from khaotag.models.datasets.pairs import NO_RELATION, pairs
from khaotag.models.datasets.units import cut, joined, paragraphs
from khaotag.models.layer import Entity, Layer, Relation


@settings(max_examples=80)
@given(st.data())
def test_every_entity_is_whole_in_one_unit_with_the_same_words(data: st.DataObject) -> None:
    article = data.draw(articles())
    layer = data.draw(layers(article.text, "malee"))
    borders = sorted(data.draw(st.sets(st.sampled_from(edges_of(article.text)), max_size=6)))
    ranges = list(pairwise(borders))
    made = cut(article, [layer], ranges)
    found = {}
    for unit in made.units:
        assert unit.article.text == article.text[unit.start : unit.end]
        for key, entity in unit.layers[0].entities.items():
            assert key not in found
            found[key] = entity.surface(unit.article.text)
    assert found == {key: entity.surface(article.text) for key, entity in layer.entities.items()}
    kept = [key for unit in made.units for key in unit.layers[0].relations]
    assert sorted(kept + [relation.id for relation in made.lost]) == sorted(layer.relations)


def test_a_border_inside_an_entity_joins_the_units_and_is_counted() -> None:
    article = Article("a", "วรรคหนึ่ง\n\nวรรคสอง\nวรรคสาม")
    layer = Layer("noi", entities={"e": Entity("e", "ORG", 15, 25), "f": Entity("f", "ORG", 0, 4)},
                  relations={"r": Relation("r", "PART_OF", "e", "f")})  # fmt: skip
    assert [article.text[start:end] for start, end in paragraphs(article.text)] == ["วรรคหนึ่ง", "วรรคสอง", "วรรคสาม"]
    made = cut(article, [layer], paragraphs(article.text))
    assert [unit.article.text for unit in made.units] == ["วรรคหนึ่ง", "วรรคสอง\nวรรคสาม"]
    assert [unit.article.id for unit in made.units] == ["a#1", "a#2"]
    assert made.joined == 1
    assert [relation.id for relation in made.lost] == ["r"]
    assert joined([(0, 3), (5, 8)], [(3, 5)]) == [(0, 3), (3, 5), (5, 8)]


def test_a_whole_map_leaves_out_what_it_does_not_name_and_says_so() -> None:
    entities = {"p": Entity("p", "PARTY", 0, 3), "d": Entity("d", "EVENT", 4, 6)}
    layer = Layer("noi", entities=entities, relations={"r": Relation("r", "HOLDS", "p", "d")})
    whole = mapped(layer, LabelMap({"PARTY": "ORGANIZATION"}, whole=True))
    assert [e.label for e in whole.layer.entities.values()] == ["ORGANIZATION"]
    assert sorted(mark.id for mark, _ in whole.lost) == ["d", "r"]
    some = mapped(layer, LabelMap({"PARTY": "ORGANIZATION"}, whole=False))
    assert sorted(e.label for e in some.layer.entities.values()) == ["EVENT", "ORGANIZATION"]
    assert not some.lost


def test_negatives_are_as_many_as_asked_for_never_related_and_the_same_for_the_same_seed() -> None:
    entities = {f"e{n}": Entity(f"e{n}", "PERSON", n, n + 1) for n in range(8)}
    relations = {"r1": Relation("r1", "KNOWS", "e0", "e1"), "r2": Relation("r2", "KNOWS", "e2", "e3")}
    layer = Layer("noi", entities=entities, relations=relations)
    made = pairs(layer, None, 3, "5 a")
    assert [pair.label for pair in made[:2]] == ["KNOWS", "KNOWS"]
    assert [pair.label for pair in made[2:]] == [NO_RELATION] * 6
    related = {frozenset(("e0", "e1")), frozenset(("e2", "e3"))}
    assert not related & {frozenset((pair.head.id, pair.tail.id)) for pair in made[2:]}
    assert made == pairs(layer, None, 3, "5 a")
    assert made != pairs(layer, None, 3, "6 a")
