"""Coreference: clusters as chains, and ends that are inclusive in one corpus and exclusive in another."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest
from format_making import Ledger, documents, read_file, read_line, reasons
from hypothesis import given, settings
from round_trips import PLAIN, check_kept_or_reported, check_same_again

from khaotag.models.article import Article
from khaotag.models.layer import Chain, Entity, Layer
from khaotag.storage.formats.contract import ExportDocument, Parsed
from khaotag.storage.formats.coref import CorefReader, Ended
from khaotag.storage.formats.coref_writer import CorefWriter
from khaotag.storage.formats.registry import name_for

READER = CorefReader()


def _line(record: Any) -> Parsed:
    return read_line(READER, Ended("exclusive", orjson.dumps(record)))


@settings(max_examples=60)
@given(documents(one_layer=True))
def test_every_mark_is_read_back_or_reported(document: ExportDocument) -> None:
    check_kept_or_reported("coref", document)


def test_han_coref_has_the_counts_that_others_found(peerdata: Path) -> None:
    path = peerdata / "han-coref/val_2152023_newmm.jsonlines"
    assert name_for(path) == "coref"
    parsed = read_file(READER, path)
    assert reasons(parsed) == []
    layers = [document.layers[0] for document in parsed.documents]
    assert len(layers) == 150
    assert sum(len(chain.members) for layer in layers for chain in layer.chains.values()) == 555
    assert sum(len(chain.members) - 1 for layer in layers for chain in layer.chains.values()) == 356
    for line, document in zip(path.read_bytes().splitlines(), parsed.documents, strict=True):
        surfaces = [s for cluster in orjson.loads(line)["clusters_strings"] for s in cluster]
        [layer] = document.layers
        members = [member for chain in layer.chains.values() for member in chain.members]
        assert [layer.entities[member].surface(document.article.text) for member in members] == surfaces
    check_same_again("coref", parsed.documents)


@pytest.mark.parametrize("surfaces", [True, False])
@pytest.mark.parametrize("shift", [0, -1])
def test_the_meaning_of_the_ends_is_told_by_the_mentions(
    shift: int, surfaces: bool, peerdata: Path, tmp_path: Path
) -> None:
    given = peerdata / "han-coref/val_2152023_newmm.jsonlines"
    path = tmp_path / "x.jsonl"
    with path.open("wb") as file:
        for line in given.read_bytes().splitlines():
            record = orjson.loads(line)
            record["clusters"] = [[[start, end + shift] for start, end in c] for c in record["clusters"]]
            if not surfaces:
                del record["clusters_strings"]
            file.write(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE))
    parsed = read_file(READER, path)
    assert ["inclusive" in reason for reason in reasons(parsed)] == ([True] if shift else [])
    honest = read_file(READER, given)
    assert [d.layers[0].entities for d in parsed.documents] == [d.layers[0].entities for d in honest.documents]


def test_labels_of_mentions_come_back_and_what_is_in_no_chain_is_reported() -> None:
    entities = {
        "a": Entity("a", "PERSON", 0, 2),
        "b": Entity("b", "ORG", 0, 2),
        "c": Entity("c", "X", 3, 4),
        "d": Entity("d", "PERSON", 0, 2),
    }
    layer = Layer("noi", entities=entities, chains={"k": Chain("k", "same", ("a", "b", "d"))})
    ledger = Ledger()
    line = CorefWriter().preview(ExportDocument(Article("a1", "กข ค"), (layer,), list), PLAIN, ledger)
    assert ledger.what == ["d", "c", "chains"]
    [document] = _line(orjson.loads(line)).documents
    assert [e.label for e in document.layers[0].entities.values()] == ["PERSON", "ORG"]


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"clusters": [[[0, 99]]]}, "past the end"),
        ({"clusters": [[[-1, 2]]]}, "negative"),
        ({"clusters": [[[2, 1]]]}, "reversed"),
        ({"clusters": [[[1, 1]]]}, "empty"),
        ({"clusters": [[[0, True]]]}, "whole number"),
        ({"clusters": [[[0, 1.0]]]}, "whole number"),
        ({"clusters": [[[0]]]}, "a pair"),
        ({"clusters": [7]}, "a list"),
        ({"clusters": 7}, "a list"),
        ({"clusters": [[[0, 1]]], "clusters_strings": [["ค"]]}, "its text is “ค”"),
        ({"clusters": [[[0, 1]]], "clusters_labels": [[7]]}, "a text"),
        ({"text": 7}, "a text"),
        ({"text": " "}, "no text"),
    ],
)
def test_a_record_that_does_not_fit_its_text_is_left_out_and_says_why(record: Any, said: str) -> None:
    parsed = _line({"text": "กขค", **record})
    assert parsed.documents == []
    assert said in reasons(parsed)[0]


def test_a_mention_in_two_clusters_is_one_entity_and_one_named_twice_counts_once() -> None:
    [document] = _line({"text": "กขค", "clusters": [[[0, 1], [0, 1], [1, 2]], [[0, 1], [2, 3]]]}).documents
    [layer] = document.layers
    assert len(layer.entities) == 3
    assert [len(chain.members) for chain in layer.chains.values()] == [2, 2]
