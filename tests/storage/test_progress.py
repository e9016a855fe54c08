"""Progress counts people's layers, finished layers by day, and each place of an article once by label."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest
from team_making import team_project

from khaotag.models import edit
from khaotag.models.layer import GOLD
from khaotag.storage import schemas
from khaotag.storage.jobs.assign import AssignParams, assign
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.jobs.progress import newest_change, progress
from khaotag.storage.project import Project


def set_status(project: Project, article_id: str, name: str, status: str) -> None:
    article, layer = project.read(article_id), project.layer(article_id, name)
    project.commit(edit.set_status(article, layer, status), name)


def test_people_are_measured_by_all_articles_until_they_have_a_queue(tmp_path: Path) -> None:
    with Project.open(team_project(tmp_path)) as project:
        set_status(project, "n0", "anong", "in_progress")
        set_status(project, "n1", "boonmee", "todo")
        found = {one.name: one for one in progress(project).people}
        assert (found["anong"].done, found["anong"].in_progress, found["anong"].todo) == (5, 1, 0)
        assert (found["boonmee"].done, found["boonmee"].todo, found["boonmee"].total) == (5, 1, 6)
        assert found["anong"].last is not None
        assert found["chalida"].last is None
        assign(project, AssignParams(["anong", "darunee"], 1))
        found = {one.name: one for one in progress(project).people}
        assert (found["anong"].total, found["anong"].assigned) == (3, True)
        assert (found["darunee"].total, found["darunee"].todo) == (3, 3)
        assert not found["boonmee"].assigned


def test_days_end_at_what_is_finished_now_and_count_only_steps_that_hold(tmp_path: Path) -> None:
    with Project.open(team_project(tmp_path)) as project:
        assert progress(project).days == ()
        set_status(project, "n0", "anong", "in_progress")
        set_status(project, "n1", "anong", "in_progress")
        project.undo("n1", "anong")
        days = progress(project).days
        assert [one.done for one in days] == [17]


@pytest.mark.parametrize("gold", [False, True])
def test_a_label_is_counted_once_a_place_and_a_finished_gold_layer_stands_for_its_article(
    tmp_path: Path, *, gold: bool
) -> None:
    mark = {"id": "e1", "label": "PERSON", "start": 0, "end": 3}
    other = {"id": "e1", "label": "ORG", "start": 0, "end": 3}
    layers = [
        {"annotator": "anong", "status": "done", "entities": [mark], "relations": []},
        {"annotator": "boonmee", "status": "done", "entities": [mark, {**other, "id": "e2"}], "relations": []},
        {"annotator": "chalida", "status": "in_progress", "entities": [{**mark, "start": 1}], "relations": []},
    ]
    if gold:
        layers.append({"annotator": GOLD, "status": "done", "entities": [other], "relations": []})
    (tmp_path / "n.jsonl").write_bytes(orjson.dumps({"khaotag": 1, "id": "n", "text": "กขคงจ", "layers": layers}))
    with Project.create(tmp_path / "p.khaotag", schemas.named(None)) as project:
        import_files(project, ImportParams([tmp_path / "n.jsonl"]))
        assert progress(project).labels == ({"ORG": 1} if gold else {"PERSON": 1, "ORG": 1})
        assert GOLD not in {one.name for one in progress(project).people}


def test_the_newest_change_tells_when_something_is_other_than_before(tmp_path: Path) -> None:
    with Project.open(team_project(tmp_path, 1)) as project:
        before = newest_change(project)
        assert newest_change(project) == before
        set_status(project, "n0", "anong", "todo")
        assert newest_change(project) > before
