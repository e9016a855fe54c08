"""Prodigy: only what was accepted, relations by their last tokens, a line for each annotator."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest
from format_making import Ledger, documents, export_of, read_file, read_line, reasons, tokens_of
from hypothesis import given, settings
from round_trips import PLAIN, check_kept_or_reported, check_same_again, written_and_read

from khaotag.models.article import Article, ArticleState, Exclusion
from khaotag.models.layer import Entity, Layer, LayerHead, Relation
from khaotag.storage import schemas
from khaotag.storage.formats.contract import ExportDocument, Parsed
from khaotag.storage.formats.prodigy import ProdigyReader
from khaotag.storage.formats.prodigy_writer import ProdigyWriter
from khaotag.storage.formats.registry import name_for
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.project import Project

READER = ProdigyReader()
TEXT = "นายก้อง ใจดี พบ ส.ส.🍊"
TOKENS = [(0, 7), (8, 12), (13, 15), (16, 20), (20, 21)]


def _record(**fields: Any) -> dict[str, Any]:
    tokens = [
        {"text": TEXT[start:end], "start": start, "end": end, "id": n, "ws": n < 3}
        for n, (start, end) in enumerate(TOKENS)
    ]
    return {"text": TEXT, "tokens": tokens, "spans": [], "answer": "accept", **fields}


def _span(first: int, last: int, label: str = "X") -> dict[str, Any]:
    start, end = TOKENS[first][0], TOKENS[last][1]
    return {"start": start, "end": end, "token_start": first, "token_end": last, "label": label}


def _line(**fields: Any) -> Parsed:
    return read_line(READER, orjson.dumps(_record(**fields)))


@settings(max_examples=60)
@given(documents())
def test_every_mark_is_read_back_or_reported(document: ExportDocument) -> None:
    ledger = Ledger()
    for layer in document.layers:
        check_kept_or_reported("prodigy", document._replace(layers=(layer,)))
    lines = ProdigyWriter().preview(document, PLAIN, ledger).splitlines()
    assert [orjson.loads(line).get("_annotator_id") for line in lines] == (
        [layer.annotator for layer in document.layers] or [None]
    )
    for record in map(orjson.loads, lines):
        text = "".join(token["text"] + " " * token["ws"] for token in record["tokens"])
        assert text == document.article.text


def test_the_relation_annotations_have_the_counts_that_others_found(peerdata: Path) -> None:
    path = peerdata / "prodigy/rel_component_annotations.jsonl"
    assert name_for(path) == "prodigy"
    parsed = read_file(READER, path)
    assert reasons(parsed) == []
    layers = [document.layers[0] for document in parsed.documents]
    assert len(layers) == 149
    assert sum(len(layer.entities) for layer in layers) == 466
    assert sum(len(layer.relations) for layer in layers) == 267
    for line, document in zip(path.read_bytes().splitlines(), parsed.documents, strict=True):
        record = orjson.loads(line)
        entities = document.layers[0].entities
        text = document.article.text
        assert [e.surface(text) for e in entities.values()] == [span["text"] for span in record["spans"]]
        assert [(entities[r.head].end, entities[r.tail].end) for r in document.layers[0].relations.values()] == [
            (r["head_span"]["end"], r["child_span"]["end"]) for r in record["relations"]
        ]
    check_same_again("prodigy", parsed.documents)


def test_relations_are_found_by_the_last_tokens_alone() -> None:
    parsed = _line(
        spans=[_span(0, 0, "FIRST"), _span(0, 1, "PERSON"), _span(3, 3, "POSITION")],
        relations=[{"head": 1, "child": 3, "label": "MET"}],
    )
    assert reasons(parsed) == []
    [layer] = parsed.documents[0].layers
    [relation] = layer.relations.values()
    assert (layer.entities[relation.head].label, layer.entities[relation.tail].label) == ("PERSON", "POSITION")


def test_a_span_without_offsets_lies_on_its_tokens() -> None:
    parsed = _line(spans=[{"token_start": 0, "token_end": 1, "label": "X"}])
    [entity] = parsed.documents[0].layers[0].entities.values()
    assert entity.surface(TEXT) == "นายก้อง ใจดี"


@pytest.mark.parametrize("answer", ["reject", "ignore"])
def test_what_was_not_accepted_is_not_taken_over_and_said(answer: str) -> None:
    parsed = _line(spans=[_span(0, 0)], answer=answer, _annotator_id="noi")
    assert [document.layers for document in parsed.documents] == [()]
    assert [problem.rejected for problem in parsed.problems] == [False]
    assert f"“{answer}”: 1 spans" in reasons(parsed)[0]


def test_labels_of_texts_and_annotators_are_read() -> None:
    [document] = _line(accept=["sport", "local"], _session_id="data-noi", _annotator_id="noi").documents
    assert (document.layers[0].annotator, document.layers[0].head) == ("noi", LayerHead("done", ("sport", "local")))
    [document] = _line(label="sport", _session_id="data-noi").documents
    assert (document.layers[0].annotator, document.layers[0].head.labels) == ("data-noi", ("sport",))
    [document] = read_line(READER, orjson.dumps({"text": TEXT, "meta": {"desk": "local"}})).documents
    assert (document.layers, document.article.meta) == ((), {"desk": "local"})


def test_the_sessions_of_one_text_join_in_a_project(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    lines = [_record(spans=[_span(0, n)], _annotator_id=by) for n, by in ((0, "noi"), (1, "malee"))]
    path.write_bytes(b"\n".join(map(orjson.dumps, lines)))
    with Project.create(tmp_path / "p.khaotag", schemas.named(None)) as project:
        report = import_files(project, ImportParams([path], annotator="x"))
    assert (report.imported, report.layers, report.entities) == (1, 2, 2)


def test_all_layers_are_written_and_join_again() -> None:
    article = Article("a1", TEXT)
    one = Layer("noi", LayerHead("done", ("sport",)), {"e1": Entity("e1", "X", 0, 7)})
    two = Layer("gold", LayerHead("done"), {"e1": Entity("e1", "Y", 8, 12), "e2": Entity("e2", "Y", 13, 15)})
    two = two._replace(relations={"r": Relation("r", "R", "e1", "e2")})
    parsed, ledger = written_and_read("prodigy", [ExportDocument(article, (one, two), lambda: tokens_of(article))])
    assert ledger.losses == []
    assert [layer.entities for document in parsed.documents for layer in document.layers] == [
        one.entities,
        two.entities,
    ]
    assert [layer.head for document in parsed.documents for layer in document.layers] == [one.head, two.head]


def test_a_space_is_a_words_ws_unless_an_entity_ends_with_it_and_what_is_excluded_is_disabled() -> None:
    text = "ก ข ค\nง"
    article = Article("a1", text, state=ArticleState((Exclusion(4, 5, None, "confirmed"),)))
    layer = Layer("noi", entities={"e": Entity("e", "X", 0, 2)})
    tokens = [(0, 1), (1, 2), (2, 3), (3, 4), (6, 7)]
    line = ProdigyWriter().preview(ExportDocument(article, (layer,), lambda: tokens), PLAIN, Ledger())
    record = orjson.loads(line)
    assert [(t["text"], t["ws"], t["disabled"]) for t in record["tokens"]] == [
        ("ก", False, False),
        (" ", False, False),
        ("ข", True, False),
        ("ค\n", False, True),
        ("ง", False, False),
    ]
    [span] = record["spans"]
    assert (span["token_start"], span["token_end"]) == (0, 1)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"spans": [{**_span(0, 0), "end": 99}]}, "past the end"),
        ({"spans": [{**_span(0, 0), "start": -1}]}, "negative"),
        ({"spans": [{**_span(1, 1), "end": 2}]}, "reversed"),
        ({"spans": [{**_span(0, 0), "start": True}]}, "whole number"),
        ({"spans": [{**_span(0, 0), "start": 0.0}]}, "whole number"),
        ({"spans": [{**_span(0, 0), "text": "นาง"}]}, "its text is “นาง”"),
        ({"spans": [{**_span(0, 0), "label": ""}]}, "no label"),
        ({"spans": [{**_span(0, 0), "label": None}]}, "a text"),
        ({"spans": [{**_span(0, 0), "id": "e"}, {**_span(1, 1), "id": "e"}]}, "same id"),
        ({"spans": [{"token_start": 0, "token_end": 9, "label": "X"}]}, "The token 9 is not there"),
        ({"spans": [7]}, "an object"),
        ({"spans": {}}, "a list"),
        ({"relations": [{"head": 0, "child": 1, "label": "R"}]}, "No span ends with the token 0"),
        ({"relations": [{"head": "0", "child": 1, "label": "R"}]}, "whole number"),
        ({"relations": [7]}, "an object"),
        ({"tokens": [{"start": 0, "end": 3, "text": "นาง"}]}, "is not what the text has"),
        ({"tokens": [{"start": -3, "end": 3, "text": "x"}]}, "is not what the text has"),
        ({"tokens": [7]}, "a list of objects"),
        ({"answer": "maybe"}, "accept, reject or ignore"),
        ({"_annotator_id": 7}, "a text"),
        ({"text": 7}, "a text"),
    ],
)
def test_a_record_that_does_not_fit_its_text_is_left_out_and_says_why(fields: dict[str, Any], said: str) -> None:
    parsed = _line(**fields)
    assert parsed.documents == []
    assert said in reasons(parsed)[0]


def test_an_entity_that_was_read_is_written_under_its_id() -> None:
    [document] = _line(spans=[{**_span(0, 0), "id": "e7"}]).documents
    line = orjson.loads(ProdigyWriter().preview(export_of(document), PLAIN, Ledger()))
    assert [span["id"] for span in line["spans"]] == ["e7"]


def test_words_that_are_joined_without_being_spans_become_mentions() -> None:
    ends = [{**_span(first, last, ""), "label": None} for first, last in ((0, 1), (3, 3))]
    relation = {"head": 1, "child": 3, "label": "COREF", "head_span": ends[0], "child_span": ends[1]}
    parsed = _line(relations=[relation, {**relation, "label": "SAME"}])
    assert reasons(parsed) == []
    [layer] = parsed.documents[0].layers
    assert [(e.label, e.start, e.end) for e in layer.sorted_entities()] == [("MENTION", 0, 12), ("MENTION", 16, 20)]
    assert {r.label for r in layer.relations.values()} == {"COREF", "SAME"}
