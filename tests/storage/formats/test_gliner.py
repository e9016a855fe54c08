"""GLiNER: tokens with inclusive indices, told apart from other JSON, and Thai back to the letter."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest
from format_making import Ledger, documents, read_file, read_line, reasons
from hypothesis import given, settings
from round_trips import PLAIN, check_kept_or_reported, check_same_again

from khaotag.models.article import Article
from khaotag.models.layer import Entity, Layer, Relation
from khaotag.storage.formats.contract import ExportDocument
from khaotag.storage.formats.gliner import GlinerReader
from khaotag.storage.formats.gliner_writer import GlinerWriter
from khaotag.storage.formats.registry import name_for

READER = GlinerReader()


@settings(max_examples=60)
@given(documents(one_layer=True))
def test_every_mark_is_read_back_or_reported(document: ExportDocument) -> None:
    check_kept_or_reported("gliner", document)


def test_the_sample_has_the_count_that_others_found(peerdata: Path) -> None:
    path = peerdata / "gliner/sample_data.json"
    assert name_for(path) == "gliner"
    parsed = read_file(READER, path)
    assert reasons(parsed) == []
    assert len(parsed.documents) == 64
    assert sum(len(document.layers[0].entities) for document in parsed.documents) == 236
    first = parsed.documents[0]
    assert first.article.text == "State University of New York Press , 1997 ."
    assert [e.surface(first.article.text) for e in first.layers[0].sorted_entities()] == [
        "State University of New York Press"
    ]
    check_same_again("gliner", parsed.documents)


def test_thai_tokens_join_without_spaces_and_relations_name_places_in_the_list() -> None:
    record = {
        "tokenized_text": ["นายกฯ", " ", "พบ", "ส.ส."],
        "ner": [[3, 3, "POSITION"], [0, 0, "PERSON"]],
        "relations": [[1, 0, "MET"]],
    }
    parsed = read_line(READER, orjson.dumps(record))
    assert reasons(parsed) == []
    [document] = parsed.documents
    [layer] = document.layers
    assert document.article.text == "นายกฯ พบส.ส."
    [relation] = layer.relations.values()
    assert layer.entities[relation.head].label == "PERSON"
    assert layer.entities[relation.tail].surface(document.article.text) == "ส.ส."


def test_a_text_beside_the_tokens_is_the_text() -> None:
    record = {"text": "A  B,\r\nC", "tokenized_text": ["A", "B", ",", "C"], "ner": [[1, 3, "X"]]}
    [document] = read_line(READER, orjson.dumps(record)).documents
    assert document.article.text == "A  B,\nC"
    assert [e.surface(document.article.text) for e in document.layers[0].entities.values()] == ["B,\nC"]
    parsed = read_line(READER, orjson.dumps({**record, "text": "A B C"}))
    assert "not those of the text" in reasons(parsed)[0]


def test_a_token_is_cut_at_an_edge_and_counted_never_the_entity() -> None:
    layer = Layer("noi", entities={"a": Entity("a", "X", 1, 3), "b": Entity("b", "Y", 2, 6)})
    ledger = Ledger()
    document = ExportDocument(Article("a1", "กขคงจฉ"), (layer,), lambda: [(0, 6)])
    record = orjson.loads(GlinerWriter().preview(document, PLAIN, ledger))
    assert record["tokenized_text"] == ["ก", "ข", "ค", "งจฉ"]
    assert record["ner"] == [[1, 2, "X"], [2, 3, "Y"]]
    assert (ledger.cut, ledger.losses) == (1, [])


def test_what_has_no_words_is_reported_with_its_relations() -> None:
    entities = {"a": Entity("a", "X", 0, 1), "b": Entity("b", "Y", 1, 2)}
    layer = Layer("noi", entities=entities, relations={"r": Relation("r", "R", "a", "b")})
    ledger = Ledger()
    GlinerWriter().preview(ExportDocument(Article("a1", "กข"), (layer,), lambda: [(0, 1)]), PLAIN, ledger)
    assert ledger.what == ["b", "r"]


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"ner": [[0, 9, "X"]]}, "The token 9 is not there"),
        ({"ner": [[-1, 0, "X"]]}, "The token -1 is not there"),
        ({"ner": [[1, 0, "X"]]}, "reversed"),
        ({"ner": [[True, 1, "X"]]}, "whole number"),
        ({"ner": [[0.0, 1, "X"]]}, "whole number"),
        ({"ner": [[0, 1]]}, "[first, last, label]"),
        ({"ner": [[0, 1, ""]]}, "no label"),
        ({"ner": [[0, 1, None]]}, "a text"),
        ({"ner": [[0, 1, "X"]], "relations": [[0, 1, "R"]]}, "names the entity 1"),
        ({"ner": [[0, 1, "X"]], "relations": [[0, False, "R"]]}, "whole number"),
        ({"ner": [[0, 1, "X"]] * 100_001}, "the limit is 100000"),
        ({"tokenized_text": ["a", 7]}, "a text"),
        ({"tokenized_text": "ab"}, "a list"),
        ({"tokenized_text": []}, "no text"),
        ({"text": "a b", "offsets": [[0, 1], [1, 2]]}, "is not what the text has"),
        ({"text": "a b", "offsets": [[0, 1]]}, "each token"),
        ({"text": "a b", "offsets": [[0, 1], [-1, 3]]}, "is not what the text has"),
    ],
)
def test_a_record_that_does_not_fit_its_tokens_is_left_out_and_says_why(record: Any, said: str) -> None:
    parsed = read_line(READER, orjson.dumps({"tokenized_text": ["a", "b"], **record}))
    assert parsed.documents == []
    assert said in reasons(parsed)[0]
