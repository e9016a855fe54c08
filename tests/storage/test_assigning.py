"""Dealing out, by hand and by rule, with quotas; each step can be taken back; idle articles go to others."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from khaotag.models import edit
from khaotag.models.deal import deal
from khaotag.models.errors import BadInput
from khaotag.storage import schemas
from khaotag.storage.jobs.assign import (
    AssignParams,
    assign,
    give,
    idle,
    matrix,
    queue,
    reassign_idle,
    take_back,
    undo_assign,
)
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.project import Project


@pytest.fixture
def project(database_url: str, tmp_path: Path) -> Project:
    made = Project.create(database_url, schemas.named(None))
    source = tmp_path / "a.jsonl"
    source.write_bytes(b"\n".join(orjson.dumps({"text": f"ข่าวที่ {n}", "id": f"a{n}"}) for n in range(6)))
    import_files(made, ImportParams([source], "jsonl"))
    return made


def test_a_cell_is_set_and_unset_by_hand_and_each_step_taken_back(project: Project) -> None:
    with project:
        first = give(project, [("a1", "lek"), ("a3", "lek"), ("a1", "noi")])
        assert matrix(project) == {"lek": ["a1", "a3"], "noi": ["a1"]}
        assert give(project, [("a1", "lek")]) == 0
        second = take_back(project, [("a1", "lek")])
        assert queue(project, "lek") == ["a3"]
        undo_assign(project, second)
        assert set(queue(project, "lek")) == {"a1", "a3"}
        undo_assign(project, first)
        assert matrix(project) == {}
        with pytest.raises(BadInput):
            give(project, [("none", "lek")])
        with pytest.raises(BadInput):
            give(project, [("a1", "gold")])


def test_what_people_have_counts_and_quotas_leave_articles_short(project: Project) -> None:
    with project:
        give(project, [(f"a{n}", "lek") for n in range(4)])
        report = assign(project, AssignParams(["lek", "noi"], 1, quotas={"noi": 1}))
        assert (len(report.new["noi"]), len(report.new["lek"])) == (1, 1)
        assert report.exit_code == 0
        short = assign(project, AssignParams(["lek", "noi"], 2, quotas={"noi": 2}))
        assert (len(queue(project, "noi")), short.exit_code, len(short.short)) == (2, 1, 4)


def test_idle_articles_go_to_somebody_else_and_begun_ones_stay(project: Project) -> None:
    with project:
        assign(project, AssignParams(["lek"], 1))
        article = project.read("a0")
        project.commit(edit.mark(article, project.layer("a0", "lek"), project.schema, "e1", "PERSON", [(0, 4)]), "lek")
        assert idle(project, 1) == []
        assert sorted(one for one, _ in idle(project, 0)) == ["a1", "a2", "a3", "a4", "a5"]
        report = reassign_idle(project, 0, AssignParams(["lek", "noi"]))
        assert matrix(project) == {"lek": ["a0"], "noi": ["a1", "a2", "a3", "a4", "a5"]}
        undo_assign(project, report.change)
        assert len(queue(project, "lek")) == 6


def test_the_load_is_even_whatever_the_seed() -> None:
    articles = [f"a{n}" for n in range(100)]
    for seed in range(20):
        dealt = deal(articles, ["a", "b", "c"], 2, seed)
        assert sorted(len(theirs) for theirs in dealt.values()) == [66, 67, 67]
        assert all(sum(one in theirs for theirs in dealt.values()) == 2 for one in articles)
