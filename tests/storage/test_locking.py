"""A finished layer is locked until its owner or a reviewer reopens it, and the history tells."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import orjson
import pytest
from running import Answer, khaotag

from khaotag.models import edit
from khaotag.models.errors import BadInput
from khaotag.storage.project import Project

TEXT = "นายคำรณ ธารา นายก อบต. หนองแสงทอง"
MARK = {"do": "mark", "label": "PERSON", "start": 3, "end": 12, "id": "e1"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "p.khaotag"
    khaotag("new", path)
    source = tmp_path / "a.jsonl"
    source.write_bytes(orjson.dumps({"khaotag": 1, "id": "a", "text": TEXT}))
    khaotag("import", path, source)
    _do(path, "noi", MARK, {"do": "status", "status": "done"})
    return path


def _do(path: Path, who: str, *gestures: Mapping[str, object]) -> Answer:
    lines = "\n".join(orjson.dumps({"article": "a", **gesture}).decode() for gesture in gestures)
    return khaotag("edit", path, "--annotator", who, stdin=lines)


@pytest.mark.parametrize(
    "gesture",
    [
        {"do": "mark", "label": "POSITION", "start": 13, "end": 17},
        {"do": "remove", "id": "e1"},
        {"do": "relabel", "id": "e1", "label": "GROUP"},
        {"do": "resize", "id": "e1", "start": 3, "end": 7},
        {"do": "note", "id": "e1", "text": "?"},
        {"do": "labels", "labels": ["politics"]},
    ],
)
def test_the_marks_of_a_finished_layer_cannot_be_changed(project: Path, gesture: dict[str, object]) -> None:
    answer = _do(project, "noi", gesture)
    assert answer.code == 2
    assert "Reopen it first" in answer.lines[0]["error"]
    assert khaotag("info", project, "--json").json["by_label"] == {"PERSON": 1}


def test_the_owner_reopens_it_and_the_history_tells(project: Path) -> None:
    answer = _do(project, "noi", {"do": "status", "status": "in_progress"}, {"do": "remove", "id": "e1"})
    assert answer.code == 0, answer
    told = [(line["who"], line["what"]) for line in khaotag("history", project, "a", "--json").json["changes"]]
    assert told == [("noi", "mark"), ("noi", "status"), ("noi", "status"), ("noi", "remove")]


def test_a_note_and_an_exclusion_are_no_marks_and_stay_free(project: Path) -> None:
    note, exclude = {"do": "note", "text": "ดูอีกที"}, {"do": "exclude", "start": 0, "end": 3}
    assert _do(project, "noi", note, exclude).code == 0


def test_undo_of_finishing_reopens_it(project: Path) -> None:
    assert _do(project, "noi", {"do": "undo"}, {"do": "undo"}).code == 0
    assert khaotag("info", project, "--json").json["entities"] == 0


def test_others_may_not_reopen_it_but_a_reviewer_may(project: Path) -> None:
    with Project.open(project) as opened:
        layer = opened.layer("a", "noi")
        reopen = edit.set_status(opened.read("a"), layer, "in_progress")
        with pytest.raises(BadInput, match="reviewer"):
            opened.commit(reopen, "lek")
        assert opened.layer("a", "noi") == layer
        opened.commit(reopen, opened.person.name)  # who made the project reviews it
        assert opened.history("a")[0].who == opened.person.name


def test_a_change_that_was_made_before_the_layer_was_finished_is_refused_whole(project: Path) -> None:
    with Project.open(project) as opened:
        layer = opened.layer("a", "noi")
        unfinished = layer._replace(head=layer.head._replace(status="in_progress"))
        stale = edit.mark(opened.read("a"), unfinished, opened.schema, "e2", "POSITION", [(13, 17)])
        with pytest.raises(BadInput, match="Reopen"):
            opened.commit(stale, "noi")
        assert opened.layer("a", "noi") == layer
