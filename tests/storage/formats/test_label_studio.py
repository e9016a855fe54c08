"""Label Studio: several people's annotations of a task, read in either unit, written so that its own checks pass."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import orjson
import pytest
from format_making import Ledger, documents, read_file, read_line, reasons
from hypothesis import given, settings
from round_trips import PLAIN, check_kept_or_reported, check_same_again, written_and_read

from khaotag.models.article import Article
from khaotag.models.layer import Entity, Layer, LayerHead, Relation
from khaotag.storage import schemas
from khaotag.storage.formats.contract import ExportDocument, Parsed, WriteOptions
from khaotag.storage.formats.label_studio import LabelStudioReader, Task
from khaotag.storage.formats.label_studio_writer import LabelStudioWriter
from khaotag.storage.formats.registry import name_for

READER = LabelStudioReader()
TEXT = "🍊 นายก้อง ใจดี พบ ส.ส."


def _region(mark: str, start: int, end: int, *labels: str, **more: Any) -> dict[str, Any]:
    value = {"start": start, "end": end, "text": TEXT[start:end], "labels": list(labels)}
    return {"id": mark, "type": "labels", "from_name": "label", "to_name": "text", "value": value, **more}


def _link(head: Any, tail: Any, **more: Any) -> dict[str, Any]:
    return {"type": "relation", "from_id": head, "to_id": tail, "direction": "right", "labels": ["MET"], **more}


PEOPLE = [_region("a", 2, 9, "PERSON"), _region("b", 18, 22, "POSITION")]


def _task(*results: Any, by: Any = 7, **more: Any) -> dict[str, Any]:
    return {"id": 1, "data": {"text": TEXT}, "annotations": [{"completed_by": by, "result": list(results)}], **more}


def _read(task: dict[str, Any], **texts: str) -> Parsed:
    return read_line(READER, Task(orjson.dumps(task), texts))


def _layer(parsed: Parsed) -> Layer:
    [document] = parsed.documents
    [layer] = document.layers
    return layer


@settings(max_examples=60)
@given(documents())
def test_every_mark_is_read_back_or_reported(document: ExportDocument) -> None:
    for layer in document.layers:
        check_kept_or_reported("label-studio", document._replace(layers=(layer,)))
    parsed, _ = written_and_read("label-studio", [document])
    assert [layer.annotator for layer in parsed.documents[0].layers] == [layer.annotator for layer in document.layers]


def test_regions_relations_attributes_and_notes_are_read() -> None:
    region = {"start": 2, "end": 9}
    parsed = _read(
        _task(
            _link("b", "a", direction="left"),
            _link("a", "b", direction="bi", labels=["WITH", "NEAR"]),
            {
                "id": "a",
                "type": "choices",
                "from_name": "sure",
                "to_name": "text",
                "value": {**region, "choices": ["x"]},
            },
            {
                "id": "a",
                "type": "textarea",
                "from_name": "w",
                "to_name": "text",
                "value": {**region, "text": ["1", "2"]},
            },
            {"id": "a", "type": "rating", "from_name": "stars", "to_name": "text", "value": {"rating": 4}},
            {
                "id": "z",
                "type": "choices",
                "from_name": "topic",
                "to_name": "text",
                "value": {"choices": ["กีฬา", "ท้องถิ่น"]},
            },
            {"id": "y", "type": "textarea", "from_name": "remark", "to_name": "text", "value": {"text": ["ดู"]}},
            _region("a", 2, 9, "PERSON", meta={"text": ["ตรวจแล้ว"]}),
            PEOPLE[1],
        )
    )
    assert reasons(parsed) == []
    layer = _layer(parsed)
    assert (layer.annotator, layer.head) == ("7", LayerHead("done", ("กีฬา", "ท้องถิ่น")))
    kong = layer.entities["a"]
    assert kong.surface(parsed.documents[0].article.text) == "นายก้อง"
    assert kong.attributes == {"sure": "x", "w": ["1", "2"], "stars": 4}
    assert kong.note == "ตรวจแล้ว"
    assert {(r.label, r.head, r.tail, r.attributes.get("direction")) for r in layer.relations.values()} == {
        ("MET", "a", "b", None),
        ("WITH", "a", "b", "bi"),
        ("NEAR", "a", "b", "bi"),
    }
    assert [note.text for note in layer.notes.values()] == ["ดู"]


def test_a_region_with_several_labels_is_as_many_entities() -> None:
    again = {**_region("a", 2, 9, "KONG"), "from_name": "other"}
    layer = _layer(_read(_task(_region("a", 2, 9, "PERSON", "POSITION"), again, _region("c", 2, 9))))
    assert sorted(e.label for e in layer.entities.values()) == ["KONG", "PERSON", "POSITION", "label"]


def test_people_are_layers_and_machines_are_not() -> None:
    result = {"result": [PEOPLE[0]]}
    task = _task(PEOPLE[1], by={"id": 3, "email": "noi@example.org"})
    task["annotations"] += [
        {"completed_by": {"id": 3, "email": "noi@example.org"}, **result},
        {"completed_by": 4, "was_cancelled": True, **result},
        {"completed_by": {"email": "gold"}, **result},
        result,
    ]
    parsed = _read({**task, "predictions": [{"model_version": "m", **result}]})
    [document] = parsed.documents
    assert [layer.annotator for layer in document.layers] == ["noi@example.org", "noi@example.org (2)", "gold", "noi"]
    assert [problem.rejected for problem in parsed.problems] == [False] * 3
    assert "several annotations" in reasons(parsed)[0]
    assert "skipped" in reasons(parsed)[1]
    assert "1 predictions" in reasons(parsed)[2]


def test_a_prediction_that_a_person_submitted_says_so() -> None:
    layer = _layer(_read(_task({**PEOPLE[0], "origin": "prediction", "score": 0.5})))
    assert (layer.entities["a"].origin, layer.entities["a"].score) == ("suggestion:label-studio", 0.5)


def test_old_exports_in_utf16_units_are_told_by_the_texts_of_their_regions() -> None:
    regions = [_region("a", 2, 9, "PERSON"), _region("b", 18, 22, "POSITION")]
    for region in regions:
        region["value"] |= {key: region["value"][key] + 1 for key in ("start", "end")}
    parsed = _read(_task(*regions))
    assert "UTF-16" in reasons(parsed)[0]
    assert [e.surface(TEXT) for e in _layer(parsed).sorted_entities()] == ["นายก้อง", "ส.ส."]


def test_line_ends_that_were_written_as_two_characters_fit_the_text() -> None:
    task = _task({**PEOPLE[0], "value": {"start": 0, "end": 3, "text": "ก\\nข", "labels": ["X"]}})
    task["data"]["text"] = "ก\nข"
    assert reasons(_read(task)) == []


def test_the_configuration_beside_it_says_which_field_is_the_text(tmp_path: Path) -> None:
    task = _task(PEOPLE[0], {**PEOPLE[1], "to_name": "headline"})
    task["data"] = {"text": "อื่น", "words": TEXT}
    (tmp_path / "tasks.json").write_bytes(orjson.dumps([task]))
    (tmp_path / "config.xml").write_text(
        "<View><Text name='text' value=\"$words\"/><Text name='headline' value='$text'/></View>", "utf-8"
    )
    assert name_for(tmp_path / "tasks.json") == "label-studio"
    parsed = read_file(READER, tmp_path / "tasks.json")
    assert parsed.documents[0].article.text == TEXT
    assert list(_layer(parsed).entities) == ["a"]
    assert "1 results" in reasons(parsed)[0]


def test_the_short_export_is_read_too(tmp_path: Path) -> None:
    regions = [region["value"] for region in PEOPLE]
    path = tmp_path / "project-1.json"
    path.write_bytes(orjson.dumps([{"text": TEXT, "id": 1, "label": regions, "annotator": 3, "lead_time": 2.5}]))
    assert name_for(path) == "label-studio"
    parsed = read_file(READER, path)
    assert reasons(parsed) == []
    assert (_layer(parsed).annotator, len(_layer(parsed).entities)) == ("3", 2)
    assert parsed.documents[0].article.meta == {}


def test_without_a_configuration_the_regions_say_which_field_is_the_text() -> None:
    task = _task(*PEOPLE)
    task["data"] = {"url": "https://example.org", "words": TEXT}
    assert _read(task).documents[0].article.text == TEXT
    assert "no text" in reasons(_read({**task, "annotations": []}))[0]


@pytest.mark.parametrize(
    ("file", "texts", "layers", "bad"),
    [
        ("test_export_csv/csv_test.json", 2, 2, 0),
        ("test_export_csv/csv_test2.json", 0, 0, 1),
        ("test_export_csv/csv_test_colliding_keys.json", 1, 1, 0),
        ("test_export_csv/csv_test_colliding_keys_mixed.json", 2, 1, 0),
        ("test_export_csv/csv_test_history.json", 1, 1, 0),
        ("test_export_json_min/data.json", 0, 0, 1),
        ("test_export_json_min/data_repeater.json", 0, 0, 1),
        ("test_export_json_min/chat_data.json", 0, 0, 1),
    ],
)
def test_exports_by_others(file: str, texts: int, layers: int, bad: int, peerdata: Path) -> None:
    path = peerdata / "label-studio-sdk/data" / file
    assert name_for(path) == "label-studio"
    parsed = read_file(READER, path)
    assert len(parsed.documents) == texts
    assert sum(len(document.layers) for document in parsed.documents) == layers
    assert sum(problem.rejected for problem in parsed.problems) == bad
    check_same_again("label-studio", parsed.documents)


@settings(max_examples=25)
@given(documents())
def test_label_studios_own_checks_take_every_annotation(document: ExportDocument) -> None:
    sdk = pytest.importorskip("label_studio_sdk.label_interface", reason="label-studio-sdk is not installed")
    schema = schemas.named(None)
    with TemporaryDirectory() as folder:
        tasks, config = LabelStudioWriter().write(
            [document], Path(folder), "data", WriteOptions(schema=schema), Ledger()
        )
        interface = sdk.LabelInterface(config.path.read_text("utf-8"))
        [task] = orjson.loads(tasks.path.read_bytes())
    interface.validate()
    assert interface.get_tag("text").attr["granularity"] == "character"
    for annotation in task["annotations"]:
        assert interface.validate_annotation(annotation)


def test_all_that_it_keeps_comes_back_under_the_same_ids() -> None:
    entities = {
        "e1": Entity("e1", "PERSON", 2, 14, attributes={"sure": "มาก", "n": 3, "all": ["a", "b"]}, note="ดู\nอีก"),
        "e2": Entity("e2", "ORG", 2, 9),
    }
    one = Layer("noi", LayerHead("done", ("กีฬา",)), entities, {"R": Relation("R", "R", "e1", "e2")})
    document = ExportDocument(Article("a1", TEXT, "ชื่อ", meta={"desk": "local"}), (one, Layer("gold")), list)
    parsed, ledger = written_and_read("label-studio", [document])
    assert ledger.losses == []
    [read] = parsed.documents
    assert (read.article.id, read.article.title, read.article.meta) == ("a1", "ชื่อ", {"desk": "local"})
    assert read.layers[0].entities == entities
    assert read.layers[0].head == one.head
    assert [layer.annotator for layer in read.layers] == ["noi", "gold"]


def test_attributes_that_have_no_control_are_reported() -> None:
    attributes = {"flag": True, "text": "x", "0": "x", "deep": {"a": 1}, "one": ["x"], "n": 1}
    entities = {
        "e1": Entity("e1", "X", 0, 1, attributes=attributes),
        "e2": Entity("e2", "X", 0, 1, attributes={"n": "x"}),
    }
    relations = {"r": Relation("r", "R", "e1", "e2", {"a": "b"}, "note")}
    ledger = Ledger()
    document = ExportDocument(Article("a1", TEXT), (Layer("noi", entities=entities, relations=relations),), list)
    task = orjson.loads(LabelStudioWriter().preview(document, PLAIN, ledger))
    assert ledger.what == ["attributes"]
    assert "e1: flag, e1: text, e1: 0, e1: deep, e1: one, e2: n, r: a, r: note" in str(ledger.losses[0].why)
    assert [r["type"] for r in task["annotations"][0]["result"]] == ["labels", "number", "labels", "relation"]


@pytest.mark.parametrize(
    ("results", "said"),
    [
        ([{**PEOPLE[0], "value": {"start": 2, "end": 99, "labels": ["X"]}}], "past the end"),
        ([{**PEOPLE[0], "value": {"start": 9, "end": 2, "labels": ["X"]}}], "reversed"),
        ([{**PEOPLE[0], "value": {"start": -1, "end": 2, "labels": ["X"]}}], "negative"),
        ([{**PEOPLE[0], "value": {"start": True, "end": 2, "labels": ["X"]}}], "whole number"),
        ([{**PEOPLE[0], "value": {"start": 1.5, "end": 2, "labels": ["X"]}}], "whole number"),
        ([{**PEOPLE[0], "value": {"start": "/p[1]", "end": "/p[1]", "labels": ["X"]}}], "whole number"),
        ([{**PEOPLE[0], "value": {"start": 2, "end": 9, "text": "นาง", "labels": ["X"]}}], "its text is “นาง”"),
        ([{**PEOPLE[0], "value": {"start": 2, "end": 9, "labels": [7]}}], "a text"),
        ([{**PEOPLE[0], "value": 7}], "an object"),
        ([{**PEOPLE[0], "id": 7}], "a text"),
        ([PEOPLE[0], {**PEOPLE[1], "id": "a"}], "same id"),
        ([PEOPLE[0], _link("a", "z")], "“z” is not there"),
        ([PEOPLE[0], _link("a", 7)], "a text"),
        ([*PEOPLE, _link("a", "b", direction="up")], "left, right or bi"),
        ([7], "an object"),
        ([_region(f"e{n}", 2, 9, "X") for n in range(100_001)], "the limit is 100000"),
    ],
)
def test_a_task_that_does_not_fit_its_text_is_left_out_and_says_why(results: list[Any], said: str) -> None:
    parsed = _read(_task(*results))
    assert parsed.documents == []
    assert said in reasons(parsed)[0]


def test_the_parts_of_a_split_have_folders(tmp_path: Path) -> None:
    written = LabelStudioWriter().write([], tmp_path, "train", PLAIN, Ledger())
    assert [file.path.relative_to(tmp_path).as_posix() for file in written] == ["train/tasks.json", "train/config.xml"]
    assert orjson.loads(written[0].path.read_bytes()) == []
