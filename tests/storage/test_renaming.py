"""A person gets another name after decisions: votes, decisions and notes follow, and everything can still be undone."""

from __future__ import annotations

import itertools
from pathlib import Path

import orjson
import pytest

from khaotag.models import decide, edit
from khaotag.models.layer import GOLD, Layer, Note
from khaotag.models.review import review
from khaotag.storage import schemas
from khaotag.storage.jobs import know_people
from khaotag.storage.jobs.bundle import bundle
from khaotag.storage.jobs.check import check
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.jobs.merge import merge
from khaotag.storage.jobs.review_queue import case_of
from khaotag.storage.project import Project

TEXT = "นายก อบต.หนองแสงทอง อำเภอภูวารี 🍊 แถลง"


def entities(*marks: tuple[str, int, int]) -> list[dict[str, object]]:
    return [{"id": f"e{n}", "label": label, "start": start, "end": end} for n, (label, start, end) in enumerate(marks)]


@pytest.fixture
def project(database_url: str, tmp_path: Path) -> Project:
    made = Project.create(database_url, schemas.named(None))
    layers = [
        {"annotator": "dao", "status": "done", "entities": entities(("POSITION", 0, 4), ("LOCAL_GOV", 5, 19))},
        {"annotator": "d", "status": "done", "entities": entities(("POSITION", 0, 4), ("FACILITY", 5, 19))},
    ]
    (tmp_path / "n.jsonl").write_bytes(orjson.dumps({"khaotag": 1, "id": "n0", "text": TEXT, "layers": layers}))
    import_files(made, ImportParams([tmp_path / "n.jsonl"]))
    return made


def decided(project: Project) -> Layer:
    """Decide everything, leave a note, and return gold."""
    numbers = itertools.count()
    ruling = decide.Ruling("wipa", lambda: f"g{next(numbers)}", None, "ตามคู่มือ")
    case = case_of(project, "n0")
    project.commit(decide.take(case, review(case).cards[0], 1, ruling), "wipa")
    project.commit(decide.accept_agreed(case_of(project, "n0"), ruling), "wipa")
    left = edit.leave_note(project.read("n0"), project.layer("n0", "d"), Note("n1", "dao", "ดูอีกที"))
    project.commit(left, "dao")
    return project.layer("n0", GOLD)


def test_votes_decisions_and_notes_follow_a_new_name_and_nothing_opens_again(project: Project) -> None:
    with project:
        before = decided(project)
        for old, new in (("dao", 'ดาว "ด" 100%_'), ("wipa", "วิภา")):
            know_people.rename(project, old, new)
        gold = project.layer("n0", GOLD)
        assert {vote.partition(":")[0] for mark in gold.entities.values() for vote in mark.votes} == {
            "d", 'ดาว "ด" 100%_',
        }  # fmt: skip
        assert {made.by for made in gold.decisions.values()} == {"วิภา"}
        assert gold.entities.keys() == before.entities.keys()
        found = review(case_of(project, "n0"))
        assert (found.open, found.to_accept) == ((), ())
        assert [note.by for note in project.layer("n0", "d").notes.values()] == ['ดาว "ด" 100%_']
        assert check(project).problems == []


def test_what_was_decided_before_a_name_changed_can_be_undone_and_done_again(project: Project) -> None:
    with project:
        decided(project)
        know_people.rename(project, "dao", "ดาว")
        after = project.layer("n0", GOLD)
        for _ in range(2):
            assert project.undo("n0", "wipa") is not None
        assert not project.layer("n0", GOLD).entities
        assert not project.layer("n0", GOLD).decisions
        for _ in range(2):
            assert project.redo("n0", "wipa") is not None
        assert project.layer("n0", GOLD) == after
        assert project.undo("n0", "ดาว") is not None
        assert project.layer("n0", "d").notes == {}
        assert check(project).problems == []


def test_a_project_that_knows_somebody_by_another_name_merges_decides_and_undoes_all_the_same(
    project: Project, tmp_path: Path
) -> None:
    with project:
        decided(project)
        bundle(project, tmp_path / "first")
        with Project.create(tmp_path / "other.khaotag", schemas.named(None)) as other:
            merge(other, [tmp_path / "first"])
            know_people.rename(other, "dao", "ดาว")
            assert merge(other, [tmp_path / "first"]).changes == []
            # a later decision comes on top of the one under the older name
            case = case_of(project, "n0")
            project.commit(decide.reject(case, review(case).cards[0], decide.Ruling("wipa", lambda: "g9")), "wipa")
            bundle(project, tmp_path / "second")
            assert merge(other, [tmp_path / "second"]).layers_updated == 1
            assert review(case_of(other, "n0")).open == ()
            mine = other.layer("n0", GOLD)
            assert other.undo("n0", "wipa") is not None
            assert other.redo("n0", "wipa") is not None
            assert other.layer("n0", GOLD) == mine
            assert check(other).problems == []
