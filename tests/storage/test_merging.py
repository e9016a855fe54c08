"""Projects merge: in every order and however often the same, newer work untouched, differences told."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
import three_annotators
from running import khaotag
from sqlalchemy import select

from khaotag.models import edit
from khaotag.models.change import Change, RowChange
from khaotag.models.layer import Decision
from khaotag.models.suggest import Reason, Suggestion
from khaotag.storage import schemas, suggestions, tokens
from khaotag.storage.jobs.bundle import bundle
from khaotag.storage.jobs.check import check
from khaotag.storage.jobs.merge import merge, plan_merge
from khaotag.storage.project import Project
from khaotag.storage.tables import rejection


def _state(path: Path) -> tuple[bytes, bytes]:
    """What a project writes: its native export and its bundle."""
    folder = path.parent
    exported, bundled = folder / f"{path.stem}.out.jsonl", folder / f"{path.stem}.out.khaotag-bundle"
    assert khaotag("export", path, exported, "--format", "khaotag").code == 0
    with Project.open(path, write=False) as project:
        bundle(project, bundled)
        assert not check(project).problems
    return exported.read_bytes(), bundled.read_bytes()


def _bundles(made: dict[str, Path]) -> list[Path]:
    found = []
    for name, path in made.items():
        found.append(path.with_suffix(".khaotag-bundle"))
        with Project.open(path, write=False) as project:
            bundle(project, found[-1])
            assert name
    return found


@pytest.mark.parametrize("count", [12, pytest.param(200, marks=pytest.mark.slow)])
def test_three_projects_merged_in_every_order_and_twice_are_always_the_same_project(
    count: int, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    peerdata = request.getfixturevalue("peerdata") if count > 50 else None
    made = three_annotators.projects(tmp_path, count, peerdata=peerdata)
    bundles = _bundles(made)
    states = set()
    for number, order in enumerate(permutations(bundles)):
        target = tmp_path / f"merged-{number}.khaotag"
        with Project.create(target, schemas.named(None)) as project:
            first = [merge(project, [path]) for path in order]
            assert [report.layers_added for report in first] == [count, count, count]
            last = project.history(limit=1)[0].change
            again = merge(project, order)
            assert (again.articles, again.layers_added, again.layers_updated, again.changes) == (0, 0, 0, [])
            assert (again.unchanged, again.exit_code) == (3 * count, 0)
            assert project.history(limit=1)[0].change == last
        states.add(_state(target))
    # and each of the three takes in the two others
    for own, path in zip(bundles, made.values(), strict=True):
        with Project.open(path) as project:
            merge(project, [other for other in bundles if other != own])
        states.add(_state(path))
    assert len(states) == 1


def test_a_plan_tells_what_a_merge_does_and_changes_nothing(tmp_path: Path) -> None:
    made = three_annotators.projects(tmp_path, 3)
    bundles = _bundles(made)
    target = next(iter(made.values()))
    before = _state(target)
    with Project.open(target) as project:
        plan = plan_merge(project, bundles[1])
        assert (plan.report.articles, plan.report.layers_added, plan.changes_nothing) == (0, 3, False)
        assert _state(target.with_name(target.name)) == before
        assert merge(project, [bundles[1]]).as_json(str) == plan.report.as_json(str)
        assert plan_merge(project, bundles[1]).changes_nothing


def test_words_suggestions_rejections_and_decisions_come_along_once(tmp_path: Path) -> None:
    made = three_annotators.projects(tmp_path, 2)
    source = next(iter(made.values()))
    with Project.open(source) as project:
        article = project.read(project.page().rows[0].id)
        project.commit(edit.teach("หนองแสงทอง", article.id, "anong"), "anong")
        decision = Decision("d1", "anong", "none", supports=("anong",), reason="slip", note="ไม่ใช่ชื่อ")
        row = RowChange("decision", "d1", None, decision)
        project.commit(Change("decide", article.id, "gold", (row,)), "anong")
        with project.transaction() as connection:
            found = [Suggestion(0, 4, "PERSON", 0.5, "rules 1", Reason(text="คำนำหน้า"))]
            suggestions.keep(connection, article, "rules 1", found)
            suggestions.reject(connection, "anong", "บริบท", "ORG")
        bundle(project, tmp_path / "first")
    with Project.create(tmp_path / "all.khaotag", schemas.named(None)) as project:
        assert merge(project, [tmp_path / "first"]).exit_code == 0
        assert merge(project, [tmp_path / "first"]).changes == []
        bundle(project, tmp_path / "second")
        with project.reading() as connection:
            assert suggestions.of_article(connection, article) == found
            rejections = connection.execute(select(rejection.c.context, rejection.c.label, rejection.c.person)).all()
            assert [tuple(row) for row in rejections] == [("บริบท", "ORG", "anong")]
            assert "หนองแสงทอง" in tokens.words(connection)
        assert project.layer(article.id, "gold").decisions == {"d1": decision}
        assert not check(project).problems
    assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()


def test_a_server_takes_a_bundle_as_a_file_does(database_url: str, tmp_path: Path) -> None:
    made = three_annotators.projects(tmp_path, 3)
    bundles = _bundles(made)
    with Project.create(database_url, schemas.named(None)) as project:
        assert [merge(project, [path]).layers_added for path in bundles] == [3, 3, 3]
        assert merge(project, bundles).unchanged == 9
        bundle(project, tmp_path / "all")
        assert not check(project).problems
    first = next(iter(made.values()))
    with Project.open(first) as project:
        merge(project, bundles)
        bundle(project, tmp_path / "first")
    assert (tmp_path / "all").read_bytes() == (tmp_path / "first").read_bytes()
