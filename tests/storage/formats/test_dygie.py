"""DyGIE++: indices into the whole document, relations within a paragraph, clusters as chains."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest
from format_making import Ledger, documents, read_file, read_line, reasons, tokens_of
from hypothesis import given, settings
from round_trips import PLAIN, check_kept_or_reported, check_same_again

from khaotag.models.article import Article
from khaotag.models.layer import Chain, Entity, Layer, Relation
from khaotag.storage.formats.contract import ExportDocument
from khaotag.storage.formats.dygie import DygieReader
from khaotag.storage.formats.dygie_writer import DygieWriter
from khaotag.storage.formats.registry import name_for

READER = DygieReader()


@settings(max_examples=60)
@given(documents(one_layer=True).filter(lambda made: bool(made.tokens())))
def test_every_mark_is_read_back_or_reported(document: ExportDocument) -> None:
    check_kept_or_reported("dygie", document)


def test_the_article_of_scierc_has_the_counts_that_others_found(peerdata: Path) -> None:
    path = peerdata / "dygiepp/fixtures/scierc_article.json"
    assert name_for(path) == "dygie"
    parsed = read_file(READER, path)
    assert reasons(parsed) == []
    [document] = parsed.documents
    [layer] = document.layers
    assert document.article.id == "CVPR_2003_18_abs"
    assert document.article.text.count("\n") + 1 == 8
    assert (len(layer.entities), len(layer.relations), len(layer.chains)) == (25, 15, 4)
    text = document.article.text
    assert layer.sorted_entities()[1].surface(text) == "intrinsic object structure"
    check_same_again("dygie", parsed.documents)


@pytest.mark.parametrize("file", ["collate/scierc/train.json", "collate/scierc/dev.json", "collate/scierc/test.json"])
def test_other_files_have_the_counts_of_their_lists(file: str, peerdata: Path) -> None:
    path = peerdata / "dygiepp/fixtures" / file
    parsed = read_file(READER, path)
    assert reasons(parsed) == []
    for line, document in zip(path.read_bytes().splitlines(), parsed.documents, strict=True):
        record = orjson.loads(line)
        [layer] = document.layers
        assert len(layer.entities) == sum(map(len, record["ner"]))
        assert len(layer.relations) == sum(map(len, record["relations"]))
        assert [len(chain.members) for chain in layer.chains.values()] == [
            len({tuple(span) for span in cluster}) for cluster in record["clusters"]
        ]
    check_same_again("dygie", parsed.documents)


def test_mentions_that_are_no_entities_are_added_and_told(peerdata: Path) -> None:
    parsed = read_file(READER, peerdata / "dygiepp/fixtures/multi_dataset/dev.noace.jsonl")
    assert [problem.rejected for problem in parsed.problems] == [False]
    assert "20 spans" in reasons(parsed)[0]
    assert sum(e.label == "MENTION" for e in parsed.documents[0].layers[0].entities.values()) == 20


def test_what_crosses_a_paragraph_is_reported() -> None:
    text = "กข\nคง"
    entities = {
        "a": Entity("a", "X", 0, 2),
        "b": Entity("b", "Y", 3, 4),
        "c": Entity("c", "Z", 1, 4),
        "d": Entity("d", "W", 3, 5),
    }
    relations = {"r": Relation("r", "R", "a", "b"), "s": Relation("s", "R", "d", "b")}
    layer = Layer("noi", entities=entities, relations=relations, chains={"k": Chain("k", None, ("a", "d"))})
    article = Article("a1", text)
    ledger = Ledger()
    line = DygieWriter().preview(ExportDocument(article, (layer,), lambda: tokens_of(article)), PLAIN, ledger)
    record = orjson.loads(line)
    assert ledger.what == ["c", "r"]
    assert record["sentences"] == [["กข"], ["ค", "ง"]]
    assert record["ner"] == [[[0, 0, "X"]], [[1, 1, "Y"], [1, 2, "W"]]]
    assert record["relations"] == [[], [[1, 2, 1, 1, "R"]]]
    assert record["clusters"] == [[[0, 0], [1, 2]]]
    assert "".join(record["_text"]) == text


def test_every_field_that_dygie_does_not_know_has_an_underscore_and_an_entry_a_sentence() -> None:
    article = Article("a1", "\nก\n\nข\n")
    line = DygieWriter().preview(ExportDocument(article, (), lambda: tokens_of(article)), PLAIN, Ledger())
    record = orjson.loads(line)
    known = {"doc_key", "dataset", "sentences", "ner", "relations", "clusters"}
    added = {key: value for key, value in record.items() if key not in known}
    assert all(key.startswith("_") and len(value) == 2 for key, value in added.items())
    assert read_line(READER, line).documents[0].article.text == article.text


def test_an_article_without_words_is_reported() -> None:
    ledger = Ledger()
    assert DygieWriter().preview(ExportDocument(Article("a1", "ก"), (), list), PLAIN, ledger) == ""
    assert ledger.what == ["text"]


SENTENCES = {"doc_key": "d", "sentences": [["a", "b"], ["c"]]}


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"ner": [[[0, 9, "X"]]]}, "The token 9 is not there"),
        ({"ner": [[[1, 0, "X"]]]}, "reversed"),
        ({"ner": [[[-1, 0, "X"]]]}, "is not there"),
        ({"ner": [[[0.5, 1, "X"]]]}, "whole number"),
        ({"ner": [[[0, True, "X"]]]}, "whole number"),
        ({"ner": [7]}, "a list"),
        ({"ner": [[7]]}, "[first, last, label]"),
        ({"relations": [[[0, 0, 1, 9, "R"]]]}, "The token 9 is not there"),
        ({"relations": [[[0, 0, "R"]]]}, "[first, last, first, last, label]"),
        ({"ner": [[[0, 0, "X"]]], "relations": [[[0, 0, 0, 0, "R"]]], "_relation_ends": [[[0, 5]]]}, "the entity 5"),
        ({"clusters": [[[0, 9]]]}, "The token 9 is not there"),
        ({"clusters": [[[0]]]}, "[first, last]"),
        ({"clusters": [7]}, "a list"),
        ({"sentences": [["a", ["b"]]]}, "a text"),
        ({"sentences": []}, "no text"),
        ({"_text": ["a b", "x"], "_offsets": [[[0, 1], [2, 3]], [[3, 4]]]}, "is not what the text has"),
        ({"_text": ["a b", "c"], "_offsets": [7]}, "a list of lists"),
    ],
)
def test_a_record_that_does_not_fit_its_tokens_is_left_out_and_says_why(record: Any, said: str) -> None:
    parsed = read_line(READER, orjson.dumps({**SENTENCES, **record}))
    assert parsed.documents == []
    assert said in reasons(parsed)[0]
