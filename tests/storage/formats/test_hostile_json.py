"""What no JSON of another tool can do to its reader: fail it, fill the memory, or come in half."""

from __future__ import annotations

import copy
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest
from format_making import OPTIONS, read_file, reasons
from hypothesis import given, settings
from hypothesis import strategies as st

from khaotag.storage.formats.contract import Parsed, Problem, Raw
from khaotag.storage.formats.coref import Ended
from khaotag.storage.formats.doccano import Counted
from khaotag.storage.formats.label_studio import Task
from khaotag.storage.formats.registry import name_for, reader_named

TEXT = "นายก้อง ใจดี พบ ส.ส.🍊"
SPAN = {"start": 0, "end": 7, "token_start": 0, "token_end": 0, "label": "X", "text": "นายก้อง", "id": "e1"}
REGION = {"start": 0, "end": 7, "text": "นายก้อง", "labels": ["X"]}
LINK = {"type": "relation", "from_id": "e1", "to_id": "e1", "direction": "bi", "labels": ["R"]}
RECORDS: dict[str, dict[str, Any]] = {
    "doccano": {
        "id": 3,
        "text": TEXT,
        "label": [[0, 7, "X"], "sport"],
        "entities": [{"id": 0, "start_offset": 0, "end_offset": 7, "label": "X", "text": "นายก้อง"}],
        "relations": [{"id": 1, "from_id": 0, "to_id": 0, "type": "R"}],
        "Comments": ["x"],
        "meta": {"x": 1},
    },
    "label-studio": {
        "data": {"text": TEXT, "meta": {"x": 1}},
        "annotations": [
            {
                "completed_by": {"id": 1, "email": "a"},
                "result": [
                    {"id": "e1", "type": "labels", "from_name": "l", "to_name": "t", "value": REGION, "score": 0.5},
                    {"id": "e1", "type": "choices", "from_name": "c", "value": {"choices": ["a", "b"]}},
                    {
                        "id": "z",
                        "type": "textarea",
                        "from_name": "c",
                        "value": {"text": ["a"]},
                        "meta": {"text": ["x"]},
                    },
                    LINK,
                ],
            }
        ],
        "predictions": [{"result": []}],
    },
    "prodigy": {
        "text": TEXT,
        "tokens": [{"text": "นายก้อง", "start": 0, "end": 7, "id": 0, "ws": True}],
        "spans": [SPAN],
        "relations": [{"head": 0, "child": 0, "head_span": SPAN, "child_span": {"start": 0}, "label": "R"}],
        "accept": ["a"],
        "answer": "accept",
        "_annotator_id": "noi",
        "meta": {"x": 1},
    },
    "gliner": {
        "tokenized_text": ["นายก้อง", " ", "ใจดี"],
        "ner": [[0, 2, "X"]],
        "relations": [[0, 0, "R"]],
        "text": "นายก้อง ใจดี",
        "offsets": [[0, 7], [7, 8], [8, 12]],
    },
    "dygie": {
        "doc_key": "a",
        "sentences": [["นายก้อง", "ใจดี"], ["พบ"]],
        "ner": [[[0, 1, "X"]], [[2, 2, "Y"]]],
        "relations": [[[0, 1, 0, 1, "R"]], []],
        "clusters": [[[0, 1], [2, 2]]],
        "events": [[], [[[2, "E"]]]],
        "_text": ["นายก้องใจดี", "พบ"],
        "_offsets": [[[0, 7], [7, 11]], [[11, 13]]],
        "_relation_ends": [[[0, 0]], []],
    },
    "coref": {
        "text": TEXT,
        "clusters": [[[0, 7], [8, 12]]],
        "clusters_strings": [["นายก้อง", "ใจดี"]],
        "clusters_labels": [["X", "Y"]],
        "source": "x",
    },
}
NAMES = [*RECORDS]
WRONG: list[Any] = [None, True, -1, 0, 10**9, 1.5, "", "x", "\0", [], [[]], {}, {"start": 1}, [None], [1, 2, 3]]


def _data(name: str, record: Any) -> Any:
    line = orjson.dumps(record)
    wrapped = {
        "doccano": Counted("points", line),
        "coref": Ended("inclusive", line),
        "label-studio": Task(line, {}),
    }
    return wrapped.get(name, line)


def _read(name: str, record: Any) -> Parsed:
    return reader_named(name).parse(Raw("x.json", "line 1", _data(name, record)), OPTIONS)


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        yield from _places(part, (*path, key))


@pytest.mark.parametrize("name", NAMES)
def test_the_records_that_are_spoiled_here_are_sound(name: str, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(orjson.dumps(RECORDS[name]))
    [document] = read_file(reader_named(name), path).documents
    assert document.layers[0].entities


@settings(max_examples=400)
@given(st.sampled_from(NAMES), st.data())
def test_whatever_stands_in_place_of_a_value_the_record_is_read_or_refused(name: str, data: st.DataObject) -> None:
    record = copy.deepcopy(RECORDS[name])
    for _ in range(data.draw(st.integers(1, 2))):
        path = data.draw(st.sampled_from([*_places(record)][1:] or [()]))
        if not path:
            continue
        inside: Any = record
        for key in path[:-1]:
            inside = inside[key]
        inside[path[-1]] = copy.deepcopy(data.draw(st.sampled_from(WRONG)))
    parsed = _read(name, record)
    assert len(parsed.documents) + sum(problem.rejected for problem in parsed.problems) == 1
    for document in parsed.documents:
        text = document.article.text
        for layer in document.layers:
            assert all(0 <= e.start < e.end <= len(text) and e.label for e in layer.entities.values())
            ends = layer.entities.keys()
            assert all(r.head in ends and r.tail in ends for r in layer.relations.values())
            assert all(member in ends for chain in layer.chains.values() for member in chain.members)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("escape", [b"\\ud83c", b"\\udf4a", b"\\udf4a\\ud83c"])
def test_half_a_surrogate_pair_is_refused(escape: bytes, name: str, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    spoiled = orjson.dumps(RECORDS[name]).replace("ก้อง".encode(), "ก้อง".encode() + escape, 1)
    path.write_bytes(spoiled + b"\n" + orjson.dumps(RECORDS[name]) + b"\n")
    parsed = read_file(reader_named(name), path)
    assert len(parsed.documents) == 1
    assert "surrogate" in " ".join(reasons(parsed))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", [b"NaN", b"Infinity", b"-Infinity", b"1e999", b"[" * 70 + b"]" * 70, b"{" * 2000])
def test_what_is_no_json_or_too_deep_is_refused(value: bytes, name: str, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    spoiled = orjson.dumps(RECORDS[name])[:-1] + b', "extra": ' + value + b"}"
    path.write_bytes(spoiled + b"\n" + orjson.dumps(RECORDS[name]) + b"\n")
    parsed = read_file(reader_named(name), path)
    assert len(parsed.documents) == 1
    [problem] = [problem for problem in parsed.problems if problem.rejected]
    assert problem.record == "line 1"


@pytest.mark.parametrize("name", NAMES)
def test_one_hundred_megabytes_on_one_line_are_refused_and_the_next_line_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    line = orjson.dumps(RECORDS[name])
    with path.open("wb") as file:
        file.write(line[:-1] + b', "extra": "')
        for _ in range(100):
            file.write(b"x" * 1_000_000)
        file.write(b'"}\n' + line + b"\n")
    began = time.monotonic()
    tracemalloc.start()
    assert name_for(path) == name
    found = list(reader_named(name).split(path, OPTIONS))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    problems = [raw for raw in found if isinstance(raw, Problem) and raw.rejected]
    assert ["limit" in str(problem.reason) for problem in problems] == [True]
    assert len(found) == 2
    assert peak < 200_000_000
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("name", ["gliner", "dygie", "coref", "prodigy", "doccano", "label-studio"])
def test_relations_that_run_in_circles_are_read_and_chains_hold_each_member_once(name: str) -> None:
    record = copy.deepcopy(RECORDS[name])
    if name == "coref":
        record["clusters"] = [[[0, 7]] * 3, [[0, 7]] * 2]
        record["clusters_strings"] = record["clusters_labels"] = []
        line = orjson.dumps(record)
        parsed = reader_named(name).parse(Raw("x.json", "line 1", Ended("exclusive", line)), OPTIONS)
        assert [c.members for c in parsed.documents[0].layers[0].chains.values()] == [("MENTION-0-7",)] * 2
        return
    [document] = _read(name, record).documents
    [relation] = document.layers[0].relations.values()
    assert relation.head == relation.tail
