"""A step of many changes is one: kept, taken back, done again as a whole; an old one goes where nothing needs it."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from khaotag.models import edit
from khaotag.models.change import Change, apply, compose
from khaotag.models.errors import BadInput
from khaotag.storage import schemas
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.project import Project


@pytest.fixture
def project(database_url: str, tmp_path: Path) -> Project:
    made = Project.create(database_url, schemas.named(None))
    lines = [orjson.dumps({"id": f"n{n}", "text": f"ข่าวที่ {n} จังหวัดศรีธารา 🍊 อำเภอภูวารี"}) for n in range(3)]
    (tmp_path / "news.jsonl").write_bytes(b"\n".join(lines))
    import_files(made, ImportParams([tmp_path / "news.jsonl"], "jsonl"))
    return made


def marked(project: Project, article_id: str, mark_id: str, surface: str, by: str = "noi") -> Change:
    article = project.read(article_id)
    start = article.text.index(surface)
    ranges = [(start, start + len(surface))]
    return edit.mark(article, project.layer(article_id, by), project.schema, mark_id, "LOCATION", ranges)


def related(project: Project, article_id: str) -> Change:
    layer = project.layer(article_id, "noi")
    return edit.relate(project.read(article_id), layer, project.schema, "r1", "LOCATED_IN", "e2", "e1")


def entities(project: Project) -> list[int]:
    return [len(project.layer(f"n{n}", "noi").entities) for n in range(3)]


def test_a_step_over_several_articles_is_taken_back_and_done_again_as_one(project: Project) -> None:
    with project:
        project.commit_step([marked(project, f"n{n}", "e1", "จังหวัดศรีธารา") for n in range(3)], "noi")
        first = project.history(limit=3)[-1].change
        assert entities(project) == [1, 1, 1]
        back = project.take_back(first, "noi")
        assert len(back) == 3
        assert entities(project) == [0, 0, 0]
        project.take_back(back[0].number, "noi")
        assert entities(project) == [1, 1, 1]
        project.undo("n1", "noi")
        assert entities(project) == [1, 0, 1], "within an article the usual undo takes back its part"
        project.take_back(first, "noi")
        assert entities(project) == [0, 0, 0], "and the step then takes back what is left"


def test_a_step_is_kept_whole_or_not_at_all(project: Project) -> None:
    with project:
        good = marked(project, "n0", "e1", "จังหวัดศรีธารา")
        bad = marked(project, "n1", "e1", "จังหวัดศรีธารา")
        project.commit(bad, "noi")
        with pytest.raises(BadInput):
            project.commit_step([good, bad], "noi")
        assert entities(project) == [0, 1, 0]


def test_an_old_step_goes_alone_only_while_nothing_later_needs_it(project: Project) -> None:
    with project:
        first = project.commit(marked(project, "n0", "e1", "จังหวัดศรีธารา"), "noi")
        second = project.commit(marked(project, "n0", "e2", "อำเภอภูวารี"), "noi")
        third = project.commit(related(project, "n0"), "noi")
        with pytest.raises(BadInput, match="depends on this step"):
            project.take_back(first, "noi")
        project.take_back(third, "noi")
        project.take_back(first, "noi")
        assert list(project.layer("n0", "noi").entities) == ["e2"]
        with pytest.raises(BadInput, match="cannot be taken back"):
            project.take_back(first, "noi")
        with pytest.raises(BadInput, match="is by noi"):
            project.take_back(second, "somebody")


def test_an_article_is_made_as_it_was_and_that_is_a_step_too(project: Project) -> None:
    with project:
        project.commit(marked(project, "n0", "e1", "จังหวัดศรีธารา"), "noi")
        number = project.commit(marked(project, "n0", "e2", "อำเภอภูวารี"), "noi")
        then = project.layer("n0", "noi")
        project.commit(related(project, "n0"), "noi")
        project.undo("n0", "noi")
        article = project.read("n0")
        project.commit(edit.remove(article, project.layer("n0", "noi"), "e1"), "noi")
        after = project.layer("n0", "noi")
        assert project.restore("n0", "noi", number, "noi") is not None
        assert project.layer("n0", "noi") == then
        assert project.restore("n0", "noi", number, "noi") is None
        project.undo("n0", "noi")
        assert project.layer("n0", "noi") == after


def test_what_restoring_would_change_is_told_before_and_is_not_for_strangers(project: Project) -> None:
    with project:
        number = project.commit(marked(project, "n0", "e1", "จังหวัดศรีธารา"), "noi")
        project.commit(marked(project, "n0", "e2", "อำเภอภูวารี"), "noi")
        change = project.restoring("n0", "noi", number)
        assert change is not None
        assert [(row.kind, row.id, row.after) for row in change.rows] == [("entity", "e2", None)]
        assert len(project.layer("n0", "noi").entities) == 2, "nothing was done yet"
        with pytest.raises(BadInput, match="This layer is by noi"):
            project.restore("n0", "noi", number, "somebody")


def test_changes_compose_into_what_is_left_of_them(project: Project) -> None:
    with project:
        layer = project.layer("n0", "noi")
        one = marked(project, "n0", "e1", "จังหวัดศรีธารา")
        there = apply(layer, one.rows)
        two = edit.relabel(project.read("n0"), there, project.schema, "e1", "FACILITY")
        both = compose([one, two])
        assert apply(layer, both.rows) == apply(there, two.rows)
        assert compose([one, one.inverse("undo")]).rows == ()


def test_what_joins_an_entity_that_was_taken_away_meanwhile_is_not_kept(project: Project) -> None:
    with project:
        project.commit(marked(project, "n0", "e1", "จังหวัดศรีธารา"), "noi")
        project.commit(marked(project, "n0", "e2", "อำเภอภูวารี"), "noi")
        late = related(project, "n0")
        article, before = project.read("n0"), project.layer("n0", "noi")
        chain = edit.chain(article, before, "c1", ["e1", "e2"], None)
        gone = edit.remove(article, before, "e2")
        project.undo("n0", "noi")
        for step in (late, chain):
            with pytest.raises(BadInput, match="taken away in the meantime"):
                project.commit(step, "noi")
        project.redo("n0", "noi")
        project.commit(late, "noi")
        with pytest.raises(BadInput, match="joined to something in the meantime"):
            project.commit(gone, "noi")
        assert project.layer("n0", "noi").relations.keys() == {"r1"}
