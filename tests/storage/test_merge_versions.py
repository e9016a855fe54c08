"""Newer work is never overwritten: an ancestor is fast-forwarded, what went two ways is kept beside and told."""

from __future__ import annotations

import shutil
from pathlib import Path

import orjson
import pytest
from running import Answer, khaotag

from khaotag.models.errors import BadInput
from khaotag.storage.jobs import settle
from khaotag.storage.jobs.check import check
from khaotag.storage.project import Project

TEXT = "นายคำรณ ธารา นายก อบต. หนองแสงทอง"
MARK = {"do": "mark", "label": "PERSON", "start": 3, "end": 12, "id": "e1"}
OTHER = {"do": "mark", "label": "POSITION", "start": 13, "end": 17, "id": "e2"}
THIRD = {"do": "mark", "label": "LOCAL_GOV", "start": 18, "end": 33, "id": "e3"}


class Desk:
    """One machine's copy of a project."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def do(self, *gestures: dict[str, object], who: str = "noi") -> Answer:
        lines = "\n".join(orjson.dumps({"article": "a", **gesture}).decode() for gesture in gestures)
        answer = khaotag("edit", self.path, "--annotator", who, stdin=lines)
        assert answer.code == 0, answer
        return answer

    def bundle(self, *words: str) -> Path:
        out = self.path.with_suffix(".khaotag-bundle")
        assert khaotag("bundle", self.path, out, *words).code == 0
        return out

    def merge(self, other: Desk) -> Answer:
        return khaotag("merge", self.path, other.bundle(), "--json")

    def marks(self, who: str = "noi") -> set[str]:
        with Project.open(self.path, write=False) as project:
            assert not check(project).problems
            return set(project.layer("a", who).entities)

    def lines(self) -> list[str]:
        return [line["what"] for line in khaotag("history", self.path, "a", "--json").json["changes"]]


@pytest.fixture
def desks(tmp_path: Path) -> tuple[Desk, Desk]:
    """Two machines that begin with the same article and the same mark."""
    path = tmp_path / "one.khaotag"
    khaotag("new", path)
    source = tmp_path / "a.jsonl"
    source.write_bytes(orjson.dumps({"khaotag": 1, "id": "a", "text": TEXT}))
    khaotag("import", path, source)
    one, two = Desk(path), Desk(tmp_path / "two.khaotag")
    one.do(MARK)
    khaotag("new", two.path)
    assert two.merge(one).code == 0
    return one, two


def _counts(answer: Answer) -> tuple[int, int, int, int]:
    found = answer.json
    return found["layers_added"], found["layers_updated"], found["unchanged"], len(found["conflicts"])


def test_an_older_layer_is_brought_up_to_date_and_a_newer_one_left_alone(desks: tuple[Desk, Desk]) -> None:
    one, two = desks
    old = shutil.copy(one.bundle(), one.path.with_name("old.khaotag-bundle"))
    one.do(OTHER, {"do": "remove", "id": "e1"})
    answer = two.merge(one)
    assert (answer.code, _counts(answer)) == (0, (0, 1, 0, 0))
    assert two.marks() == {"e2"}
    two.do(THIRD)
    assert _counts(khaotag("merge", two.path, old, "--json")) == (0, 0, 1, 0)
    assert _counts(two.merge(one)) == (0, 0, 1, 0)
    assert two.marks() == {"e2", "e3"}
    assert _counts(one.merge(two)) == (0, 1, 0, 0)
    assert one.marks() == two.marks()


def test_the_history_comes_along_once_and_undo_goes_on_where_the_other_stopped(desks: tuple[Desk, Desk]) -> None:
    one, two = desks
    one.do(OTHER, {"do": "undo"}, {"do": "redo"}, THIRD)
    two.merge(one)
    two.merge(one)
    assert two.lines() == one.lines() == ["mark", "mark", "undo", "redo", "mark"]
    two.do({"do": "undo"}, {"do": "undo"})
    assert two.marks() == {"e1"}
    assert _counts(one.merge(two)) == (0, 1, 0, 0)
    assert one.marks() == {"e1"}
    one.do({"do": "redo"})
    assert one.marks() == {"e1", "e2"}


def test_what_went_two_ways_is_kept_beside_and_told_each_time_until_it_is_settled(desks: tuple[Desk, Desk]) -> None:
    one, two = desks
    one.do(OTHER)
    two.do(THIRD)
    first = two.merge(one)
    assert (first.code, _counts(first)) == (1, (0, 0, 0, 1))
    assert first.json["conflicts"][0]["annotator"] == "noi"
    assert two.marks() == {"e1", "e3"}
    assert len(khaotag("info", two.path, "--json").json["beside"]) == 1
    before = two.bundle().read_bytes()
    assert _counts(two.merge(one)) == (0, 0, 0, 1)
    assert two.bundle().read_bytes() == before
    with Project.open(two.path) as project:
        [kept] = settle.waiting(project)
        assert set(getattr(settle.version(project, kept), "entities")) == {"e1", "e2"}  # noqa: B009
        settle.take_theirs(project, kept, "noi")
        assert set(project.layer("a", "noi").entities) == {"e1", "e2"}
        assert settle.waiting(project) == []
        project.undo("a", "noi")
        assert set(project.layer("a", "noi").entities) == {"e1", "e3"}
        with pytest.raises(BadInput):
            settle.take_mine(project, kept, "noi")
    assert _counts(two.merge(one)) == (0, 0, 1, 0)
    assert _counts(one.merge(two)) == (0, 1, 0, 0)
    assert one.marks() == two.marks() == {"e1", "e3"}


def test_keeping_ones_own_version_makes_the_other_one_history(desks: tuple[Desk, Desk]) -> None:
    one, two = desks
    one.do(OTHER)
    two.do(THIRD)
    two.merge(one)
    with Project.open(two.path) as project:
        settle.take_mine(project, settle.waiting(project)[0], "noi")
    assert _counts(two.merge(one)) == (0, 0, 1, 0)
    one.merge(two)
    assert one.marks() == {"e1", "e3"}


def test_a_newer_version_of_what_lies_beside_takes_its_place(desks: tuple[Desk, Desk]) -> None:
    one, two = desks
    one.do(OTHER)
    two.do(THIRD)
    two.merge(one)
    old = shutil.copy(one.bundle(), one.path.with_name("old.khaotag-bundle"))
    one.do({"do": "remove", "id": "e1"})
    two.merge(one)
    khaotag("merge", two.path, old)
    with Project.open(two.path) as project:
        [kept] = settle.waiting(project)
        assert set(getattr(settle.version(project, kept), "entities")) == {"e2"}  # noqa: B009


def test_exclusions_and_repairs_have_a_version_of_their_own(desks: tuple[Desk, Desk]) -> None:
    one, two = desks
    one.do({"do": "exclude", "start": 0, "end": 3})
    assert two.merge(one).code == 0
    one.do({"do": "exclude", "start": 8, "end": 12})
    two.do({"do": "exclude", "start": 13, "end": 17})
    assert _counts(two.merge(one))[3] == 1
    with Project.open(two.path) as project:
        assert [e.start for e in project.read("a").state.excluded] == [0, 13]
        settle.take_theirs(project, settle.waiting(project)[0], "noi")
        assert [e.start for e in project.read("a").state.excluded] == [0, 8]
    assert two.merge(one).code == 0
    assert _counts(one.merge(two))[3] == 0


def test_the_same_work_done_twice_is_no_conflict_and_goes_on_from_either(desks: tuple[Desk, Desk]) -> None:
    one, two = desks
    one.do(OTHER, THIRD)
    two.do(THIRD, OTHER)
    assert _counts(two.merge(one)) == (0, 0, 1, 0)
    assert _counts(one.merge(two)) == (0, 0, 1, 0)
    assert one.bundle().read_bytes() == two.bundle().read_bytes()
    one.do({"do": "remove", "id": "e1"})
    assert _counts(two.merge(one)) == (0, 1, 0, 0)


def test_one_annotators_bundle_holds_that_layer_alone(desks: tuple[Desk, Desk]) -> None:
    one, two = desks
    one.do(OTHER, who="lek")
    one.do(THIRD)
    khaotag("merge", two.path, one.bundle("--annotator", "lek"))
    assert (two.marks("lek"), two.marks("noi")) == ({"e2"}, {"e1"})


def test_an_article_in_the_bin_stays_there_and_is_told(desks: tuple[Desk, Desk]) -> None:
    one, two = desks
    khaotag("remove", two.path, "a")
    answer = two.merge(one)
    assert (answer.code, len(answer.json["rejected"])) == (1, 1)
    assert khaotag("info", two.path, "--json").json["articles"] == 0


def test_an_id_that_another_text_has_is_replaced_and_told(desks: tuple[Desk, Desk], tmp_path: Path) -> None:
    one, _ = desks
    other = Desk(tmp_path / "other.khaotag")
    khaotag("new", other.path)
    source = tmp_path / "b.jsonl"
    source.write_bytes(orjson.dumps({"khaotag": 1, "id": "a", "text": "อีกข่าวหนึ่ง"}))
    khaotag("import", other.path, source)
    answer = other.merge(one)
    assert (answer.code, answer.json["articles"]) == (1, 1)
    assert answer.json["conflicts"][0]["article"].startswith("a-")
    again = other.merge(one)
    assert (again.json["articles"], again.json["layers_added"]) == (0, 0)


def test_finished_layers_merge_although_they_are_locked(desks: tuple[Desk, Desk]) -> None:
    one, two = desks
    two.do({"do": "status", "status": "done"})
    assert _counts(one.merge(two)) == (0, 1, 0, 0)
    one.do({"do": "status", "status": "in_progress"}, OTHER)
    assert _counts(two.merge(one)) == (0, 1, 0, 0)
    assert two.marks() == {"e1", "e2"}


def test_a_purged_article_leaves_nothing_of_what_lay_beside_it(desks: tuple[Desk, Desk]) -> None:
    one, two = desks
    one.do(OTHER)
    two.do(THIRD)
    two.merge(one)
    assert khaotag("remove", two.path, "a", "--purge").code == 0
    assert khaotag("info", two.path, "--json").json.get("beside") is None
    assert khaotag("check", two.path).code == 0
