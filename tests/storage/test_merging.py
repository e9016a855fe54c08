"""Projects merge: in every order and however often the same, newer work untouched, differences told."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
import three_annotators
from running import khaotag

from khaotag.storage import schemas
from khaotag.storage.jobs.bundle import bundle
from khaotag.storage.jobs.check import check
from khaotag.storage.jobs.merge import merge, plan_merge
from khaotag.storage.project import Project


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
