"""doccano: every shape it exports, in whichever unit it counts, and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest
from format_making import documents, read_file, read_line, reasons
from hypothesis import given, settings
from round_trips import check_kept_or_reported, check_same_again

from khaotag.models.layer import Layer
from khaotag.models.text import grapheme_starts
from khaotag.storage.formats.contract import ExportDocument, Parsed
from khaotag.storage.formats.doccano import Counted, DoccanoReader
from khaotag.storage.formats.registry import name_for
from khaotag.storage.formats.units import POINTS, UTF16

READER = DoccanoReader()
TEXT = "🍊🍊 นายก้อง ใจดี พบ ส.ส.ที่นา"


def _file(folder: Path, *records: Any, name: str = "x.jsonl") -> Path:
    path = folder / name
    path.write_bytes(b"\n".join(map(orjson.dumps, records)))
    return path


def _line(record: Any, unit: str = POINTS) -> Parsed:
    return read_line(READER, Counted(unit, orjson.dumps(record)))


def _layer(parsed: Parsed) -> Layer:
    assert reasons(parsed) == []
    return parsed.documents[0].layers[0]


def _surfaces(parsed: Parsed) -> list[str]:
    [document] = parsed.documents
    return [e.surface(document.article.text) for e in document.layers[0].sorted_entities()]


@settings(max_examples=60)
@given(documents(one_layer=True))
def test_every_mark_is_read_back_or_reported(document: ExportDocument) -> None:
    check_kept_or_reported("doccano", document)


def test_relations_of_the_example(peerdata: Path) -> None:
    path = peerdata / "doccano/data_import/data/relation_extraction/example.jsonl"
    assert name_for(path) == "doccano"
    parsed = read_file(READER, path)
    layer = _layer(parsed)
    assert (len(layer.entities), len(layer.relations)) == (4, 3)
    assert _surfaces(parsed) == ["Google", "September 4, 1998", "Larry Page", "Sergey Brin"]
    check_same_again("doccano", parsed.documents)


@pytest.mark.parametrize(
    ("file", "entities", "labels", "bad"),
    [
        ("sequence_labeling/example.jsonl", [1, 0], [0, 0], ["line 3"]),
        ("sequence_labeling/example_overlapping.jsonl", [2], [0], []),
        ("text_classification/example.jsonl", [0, 0, 0], [1, 2, 0], []),
        ("text_classification/example.json", [0, 0, 0], [1, 2, 0], ["record 4"]),
        ("seq2seq/example.json", [0, 0], [1, 0], ["record 3", "record 4"]),
        ("intent/example.jsonl", [1, 0, 1, 0], [1, 1, 0, 0], ["line 5"]),
    ],
)
def test_the_other_examples(file: str, entities: list[int], labels: list[int], bad: list[str], peerdata: Path) -> None:
    path = peerdata / "doccano/data_import/data" / file
    assert name_for(path) == "doccano"
    parsed = read_file(READER, path)
    layers = [document.layers[0] if document.layers else Layer("") for document in parsed.documents]
    assert [len(layer.entities) for layer in layers] == entities
    assert [len(layer.head.labels) for layer in layers] == labels
    assert [problem.record for problem in parsed.problems] == bad


SURFACES = ["นายก้อง", "ใจดี", "ส.ส."]
COUNTED: dict[str, Callable[[str], int]] = {
    "points": len,
    "UTF-16 units": lambda text: len(text.encode("utf-16-le")) // 2,
    "graphemes": lambda text: sum(1 for _ in grapheme_starts(text)),
}


@pytest.mark.parametrize("unit", COUNTED)
def test_the_unit_of_a_file_is_told_by_its_marks(unit: str, tmp_path: Path) -> None:
    count = COUNTED[unit]
    label = []
    for surface in SURFACES:
        start = TEXT.index(surface)
        label.append([count(TEXT[:start]), count(TEXT[: start + len(surface)]), "X"])
    parsed = read_file(READER, _file(tmp_path, {"text": TEXT, "label": label}))
    assert _surfaces(parsed) == SURFACES
    assert len(parsed.problems) == (unit != "points")
    assert all(unit in str(problem.reason) and not problem.rejected for problem in parsed.problems)


def test_a_file_whose_unit_cannot_be_told_is_read_as_code_points_with_a_warning(tmp_path: Path) -> None:
    parsed = read_file(READER, _file(tmp_path, {"text": "🍊 ก ก ก ก", "label": [[2, 3, "X"]]}))
    assert _surfaces(parsed) == ["ก"]
    parsed = read_file(READER, _file(tmp_path, {"text": "🍊กกกกกก", "label": [[3, 4, "X"]]}))
    assert "cannot be told" in reasons(parsed)[0]


def test_surfaces_decide_over_everything_else(tmp_path: Path) -> None:
    entity = {"id": 7, "start_offset": 5, "end_offset": 6, "label": "X", "text": "ก"}
    parsed = read_file(READER, _file(tmp_path, {"text": "🍊🍊 กข", "entities": [entity], "relations": []}))
    assert _surfaces(parsed) == ["ก"]
    assert list(parsed.documents[0].layers[0].entities) == ["7"]


def test_titles_metadata_comments_and_old_keys_are_kept() -> None:
    record = {
        "id": 12,
        "data": "ข่าว\r\nสอง",
        "label": [[6, 9, "X"]],
        "meta": {"desk": "local"},
        "title": "ชื่อ",
        "tag": 1,
        "Comments": ["ดูอีกครั้ง"],
    }
    parsed = _line(record)
    [document] = parsed.documents
    assert (document.article.id, document.article.title) == ("12", "ชื่อ")
    assert document.article.meta == {"desk": "local", "tag": 1}
    assert _surfaces(parsed) == ["สอง"]
    assert [note.text for note in document.layers[0].notes.values()] == ["ดูอีกครั้ง"]


ENTITY = {"id": 0, "start_offset": 3, "end_offset": 10, "label": "X"}


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"label": [[3, 99, "X"]]}, "past the end"),
        ({"label": [[10, 3, "X"]]}, "reversed"),
        ({"label": [[-3, 3, "X"]]}, "negative"),
        ({"label": [[3, 3, "X"]]}, "empty"),
        ({"label": [[True, 3, "X"]]}, "whole number"),
        ({"label": [[1.0, 3, "X"]]}, "whole number"),
        ({"label": [["1", 3, "X"]]}, "whole number"),
        ({"label": [[None, 3, "X"]]}, "whole number"),
        ({"label": [[2**63, 3, "X"]]}, "reversed"),
        ({"label": [[1, 3]]}, "[start, end, label]"),
        ({"label": [[1, 3, 4]]}, "a text"),
        ({"label": [[3, 10, ""]]}, "no label"),
        ({"label": {"a": 1}}, "a list"),
        ({"entities": [ENTITY, ENTITY]}, "same id"),
        ({"entities": [{**ENTITY, "text": "นาง"}]}, "its text is “นาง”"),
        ({"entities": [ENTITY], "relations": [{"from_id": 0, "to_id": 9, "type": "R"}]}, "“9” is not there"),
        ({"entities": [ENTITY], "relations": [{"from_id": 0, "to_id": True, "type": "R"}]}, "whole number"),
        ({"entities": [ENTITY], "relations": [7]}, "an object"),
        ({"label": [], "meta": {"x": [[[]]]}}, ""),
    ],
)
def test_a_record_that_does_not_fit_its_text_is_left_out_and_says_why(record: Any, said: str) -> None:
    parsed = _line({"text": TEXT, **record})
    assert (parsed.documents == []) is bool(said)
    assert said in "".join(reasons(parsed))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"text": "x", "label": [[NaN, 1, "X"]]}', "not valid JSON"),
        (b'{"text": "x", "label": [[0, Infinity, "X"]]}', "not valid JSON"),
        (b'{"text": "\\ud83c", "label": []}', "surrogate"),
        (b'{"text": "x", "label": [], "m": ' + b"[" * 70 + b"]" * 70 + b"}", "64 levels"),
        (b'{"text": "x", "label": [], "m": ' + b"[" * 5000, "not valid JSON"),
        (b'{"label": []}', "no text"),
        (b"[]", "not an object"),
    ],
)
def test_json_that_is_broken_says_how(line: bytes, said: str) -> None:
    parsed = read_line(READER, Counted(POINTS, line))
    assert parsed.documents == []
    assert said in reasons(parsed)[0] or "64 levels" in reasons(parsed)[0]


def test_an_offset_inside_a_pair_of_units_is_moved_outwards() -> None:
    parsed = _line({"text": "ก🍊ข", "label": [[2, 4, "X"], [0, 2, "Y"]]}, UTF16)
    assert _surfaces(parsed) == ["ก🍊", "🍊ข"]


def test_more_entities_than_the_limit_are_refused() -> None:
    parsed = _line({"text": "x", "label": [[0, 1, "X"]] * 100_001})
    assert "the limit is 100000" in reasons(parsed)[0]


def test_spans_of_old_versions_have_numbers_as_labels(tmp_path: Path) -> None:
    spans = [{"label": 3, "start_offset": 3, "end_offset": 10, "user": 1}]
    path = _file(tmp_path, {"id": 1, "text": TEXT, "annotations": spans, "meta": {}, "annotation_approver": None})
    assert name_for(path) == "doccano"
    parsed = read_file(READER, path)
    assert _surfaces(parsed) == [TEXT[3:10]]
    assert [entity.label for entity in parsed.documents[0].layers[0].entities.values()] == ["3"]
