"""People are known by their uuid, types by their id; what differs is told, and may be mapped."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest
from running import Answer, khaotag

from khaotag.models.renaming import LabelMap
from khaotag.storage import people, schemas
from khaotag.storage.jobs.assign import take_back
from khaotag.storage.jobs.bundle import bundle
from khaotag.storage.jobs.know_people import hidden_names
from khaotag.storage.jobs.merge import MergeParams, merge, plan_merge
from khaotag.storage.project import Project

TEXT = "นายคำรณ ธารา นายก อบต. หนองแสงทอง"


class Machines:
    """A folder, and whose machine the program runs on."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder, self._patch = folder, patch

    def __truediv__(self, name: str) -> Path:
        return self.folder / name

    def at(self, name: str, called: str) -> None:
        """Go to the machine *name*, whose person is *called* so."""
        home = self.folder / name
        home.mkdir(exist_ok=True)
        self._patch.setenv("XDG_CONFIG_HOME", str(home))
        self._patch.setenv("HOME", str(home))
        people.set_person(called)


@pytest.fixture
def machines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machines:
    return Machines(tmp_path, monkeypatch)


def _tagged(path: Path, label: str = "PERSON", end: int = 12, schema: str | None = None) -> Path:
    """Make a project in which the person of this machine has tagged; return its bundle."""
    khaotag("new", path, *(["--schema", schema] if schema else []))
    source = path.with_suffix(".jsonl")
    source.write_bytes(orjson.dumps({"khaotag": 1, "id": "a", "text": TEXT}))
    khaotag("import", path, source)
    gesture = {"do": "mark", "article": "a", "label": label, "start": 3, "end": end, "id": "e1"}
    assert khaotag("edit", path, stdin=orjson.dumps(gesture).decode()).code == 0
    out = path.with_suffix(".khaotag-bundle")
    assert khaotag("bundle", path, out).code == 0
    return out


def _names(path: Path) -> list[str]:
    return sorted(khaotag("info", path, "--json").json["by_annotator"])


def test_two_people_of_one_name_are_kept_apart_and_told(machines: Machines) -> None:
    machines.at("one", "somchai")
    _tagged(machines / "one.khaotag")
    machines.at("two", "somchai")
    other = _tagged(machines / "two.khaotag", end=7)
    uuid = people.person_of_this_machine().uuid
    answer = khaotag("merge", machines / "one.khaotag", other, "--json")
    assert (answer.code, answer.json["layers_added"]) == (1, 1)
    assert _names(machines / "one.khaotag") == ["somchai", f"somchai~{uuid[:4]}"]
    again = khaotag("merge", machines / "one.khaotag", other, "--json")
    assert (again.code, again.json["unchanged"]) == (0, 1)


def test_the_list_of_people_says_what_its_numbers_count(machines: Machines) -> None:
    machines.at("one", "somchai")
    _tagged(machines / "one.khaotag")
    khaotag("assign", machines / "one.khaotag", "--annotators", "malee", "--per-article", "1")
    lines = khaotag("people", machines / "one.khaotag").out.splitlines()
    assert [line.split()[0] for line in lines] == ["malee", "somchai"]
    assert "0/0 finished, 1 dealt" in lines[0]


def test_a_person_of_another_name_is_known_by_the_uuid(machines: Machines) -> None:
    machines.at("one", "somchai")
    first = _tagged(machines / "one.khaotag")
    khaotag("new", machines / "all.khaotag")
    khaotag("merge", machines / "all.khaotag", first)
    renamed = khaotag("people", machines / "one.khaotag", "--rename", "somchai=สมชาย", "--json")
    assert [entry["name"] for entry in renamed.json["people"]] == ["สมชาย"]
    assert _names(machines / "one.khaotag") == ["สมชาย"]
    khaotag("bundle", machines / "one.khaotag", first)
    answer = khaotag("merge", machines / "all.khaotag", first, "--json")
    assert (answer.code, answer.json["unchanged"]) == (0, 1)
    assert _names(machines / "all.khaotag") == ["somchai"]


def test_whoever_was_known_by_name_alone_is_the_one_who_comes_with_a_uuid(machines: Machines) -> None:
    machines.at("one", "somchai")
    first = _tagged(machines / "one.khaotag")
    uuid = people.person_of_this_machine().uuid
    machines.at("two", "malee")
    second = machines / "two.khaotag"
    khaotag("new", second)
    source = machines / "b.jsonl"
    source.write_bytes(orjson.dumps({"text": "อีกข่าว", "layers": [{"annotator": "somchai", "labels": ["x"]}]}))
    khaotag("import", second, source, "--format", "khaotag")
    assert khaotag("merge", second, first, "--json").code == 0
    known = {entry["name"]: entry for entry in khaotag("people", second, "--json").json["people"]}
    assert (known["somchai"]["uuid"], known["somchai"]["layers"]) == (uuid, 2)


def test_whoever_was_assigned_by_name_has_their_own_uuid_once_they_work(machines: Machines) -> None:
    machines.at("one", "wipa")
    _many(machines / "one.khaotag", 1)
    _assign(machines / "one.khaotag", "--annotators", "somchai", "--per-article", 1)
    machines.at("two", "somchai")
    gesture = {"do": "exclude", "article": "a00", "start": 0, "end": 4}
    assert khaotag("edit", machines / "one.khaotag", stdin=orjson.dumps(gesture).decode()).code == 0
    known = {
        entry["name"]: entry["uuid"] for entry in khaotag("people", machines / "one.khaotag", "--json").json["people"]
    }
    assert known["somchai"] == people.person_of_this_machine().uuid


def test_a_reviewer_is_made_by_a_reviewer(machines: Machines) -> None:
    machines.at("one", "somchai")
    _tagged(machines / "one.khaotag")
    answer = khaotag("people", machines / "one.khaotag", "--reviewer", "malee", "--json")
    assert {entry["name"]: entry["role"] for entry in answer.json["people"]} == {
        "malee": "reviewer", "somchai": "reviewer",
    }  # fmt: skip
    machines.at("two", "dang")
    assert khaotag("people", machines / "one.khaotag", "--reviewer", "dang").code == 2


def test_hidden_names_stay_when_others_come(machines: Machines) -> None:
    machines.at("one", "somchai")
    _tagged(machines / "one.khaotag")
    with Project.open(machines / "one.khaotag") as project:
        before = hidden_names(project)["somchai"]
        with project.transaction() as connection:
            for name in ("malee", "dang", "lek"):
                people.ensure(connection, name)
        after = hidden_names(project)
    assert after["somchai"] == before
    assert before.th.startswith("ผู้ตรวจ ")
    assert len({words.en for words in after.values()}) == 4


def _schema(folder: Path, label: str, name: str) -> str:
    path = folder / f"{label}.json"
    names = {"th": name, "en": label.title()}
    path.write_bytes(orjson.dumps({"name": label, "entities": [{"id": label, "name": names, "key": "7"}]}))
    return str(path)


def test_types_that_are_new_are_added_and_told(machines: Machines) -> None:
    machines.at("one", "somchai")
    other = _tagged(machines / "one.khaotag", label="DRAGON", schema=_schema(machines.folder, "DRAGON", "มังกร"))
    khaotag("new", machines / "all.khaotag")
    answer = khaotag("merge", machines / "all.khaotag", other, "--json")
    assert (answer.code, answer.json["types_added"]) == (0, ["DRAGON"])
    assert "DRAGON" in [entry["id"] for entry in khaotag("schema", machines / "all.khaotag", "--json").json["entities"]]
    assert khaotag("check", machines / "all.khaotag").code == 0


def test_a_type_of_the_same_name_is_proposed_and_mapped_once_confirmed(machines: Machines) -> None:
    machines.at("one", "somchai")
    other = _tagged(machines / "one.khaotag", label="HUMAN", schema=_schema(machines.folder, "HUMAN", "บุคคล"))
    target = machines / "all.khaotag"
    khaotag("new", target)
    with Project.open(target) as project:
        proposed = plan_merge(project, other).schema.alike
        assert proposed == LabelMap({"HUMAN": "PERSON"}, {})
        report = merge(project, [other], MergeParams(proposed))
        assert (report.exit_code, report.layers_added, report.types) == (0, 1, [])
        assert project.layer("a", "somchai").entities["e1"].label == "PERSON"
        assert merge(project, [other], MergeParams(proposed)).changes == []
        assert merge(project, [other]).layers_updated == 0
        assert project.undo("a", "somchai") is None  # the gesture there was another label's
    assert khaotag("check", target).code == 0


def test_a_type_that_is_defined_otherwise_is_told_and_ours_stays(machines: Machines) -> None:
    machines.at("one", "somchai")
    one, two = _schema(machines.folder, "PERSON", "คน"), machines / "all.khaotag"
    other = _tagged(machines / "one.khaotag", schema=one)
    khaotag("new", two)
    before = khaotag("schema", two, "--json").json
    answer = khaotag("merge", two, other, "--json")
    assert answer.code == 1
    assert "PERSON" in answer.json["conflicts"][0]["reason"]
    assert khaotag("schema", two, "--json").json == before


def test_the_order_of_merging_leaves_no_trace_in_the_schema(machines: Machines) -> None:
    machines.at("one", "somchai")
    made = [
        _tagged(machines / f"{label}.khaotag", label=label, schema=_schema(machines.folder, label, label))
        for label in ("ZEBRA", "APE", "MULE")
    ]
    found = []
    for name, order in (("x", made), ("y", made[::-1])):
        with Project.create(machines / f"{name}.khaotag", schemas.named(None)) as project:
            merge(project, order)
            found.append([kind.id for kind in project.schema.entities])
            bundle(project, machines / name)
    assert found[0] == found[1]


# --- who tags what


def _assign(path: Path, *words: object) -> Answer:
    return khaotag("assign", path, *words, "--json")


def _many(path: Path, count: int) -> None:
    khaotag("new", path)
    source = path.with_suffix(".jsonl")
    source.write_bytes(b"\n".join(orjson.dumps({"text": f"ข่าวที่ {n}", "id": f"a{n:02}"}) for n in range(count)))
    khaotag("import", path, source, "--format", "jsonl")


def test_articles_are_dealt_out_evenly_and_the_same_for_the_same_seed(machines: Machines) -> None:
    for name in ("one", "two"):
        _many(machines / f"{name}.khaotag", 12)
    words = ("--annotators", "anong", "boonmee", "chalida", "--per-article", 2, "--seed", 5)
    answer = _assign(machines / "one.khaotag", *words)
    queues = answer.json["assignments"]
    assert (answer.code, [len(theirs) for theirs in queues.values()]) == (0, [8, 8, 8])
    assert sorted(one for theirs in queues.values() for one in theirs) == sorted([f"a{n:02}" for n in range(12)] * 2)
    assert _assign(machines / "two.khaotag", *words).json == answer.json
    last = khaotag("history", machines / "one.khaotag", "--json").json["changes"][-1]
    assert last["what"] == "assign"
    assert _assign(machines / "one.khaotag", *words).json == answer.json  # all have enough already
    assert khaotag("history", machines / "one.khaotag", "--json").json["changes"][-1] == last


def test_more_people_an_article_than_there_are_is_wrong_use(machines: Machines) -> None:
    _many(machines / "one.khaotag", 2)
    assert _assign(machines / "one.khaotag", "--annotators", "anong", "--per-article", 2).code == 2


def test_a_queue_travels_and_what_was_taken_back_stays_so(machines: Machines) -> None:
    one, two = machines / "one.khaotag", machines / "two.khaotag"
    _many(one, 4)
    _assign(one, "--annotators", "anong", "--per-article", 1)
    khaotag("bundle", one, machines / "old")
    with Project.open(one) as project:
        assert take_back(project, [("a01", "anong")])
        assert [row.id for row in project.page(assigned_to="anong").rows] == ["a00", "a02", "a03"]
        assert merge(project, [machines / "old"]).changes == []
        bundle(project, machines / "new")
    khaotag("new", two)
    for name in ("old", "new", "old"):
        khaotag("merge", two, machines / name)
    with Project.open(two) as project:
        assert [row.id for row in project.page(assigned_to="anong").rows] == ["a00", "a02", "a03"]
