"""UIMA files through the commands: a folder of users becomes layers, and an export comes back as what it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from running import khaotag

ARTICLES = Path(__file__).parents[2] / "resources/articles/annotations.jsonl"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "p.khaotag"
    assert khaotag("new", path, "--json").code == 0
    return path


def test_a_folder_of_users_becomes_a_layer_for_each(project: Path, peerdata: Path, tmp_path: Path) -> None:
    folder = tmp_path / "case"
    shutil.copytree(peerdata / "inception/curation/testsuite/simpleRelGovDiffTest", folder)
    answer = khaotag("import", project, folder, "--annotator", "noi", "--json").json
    assert (answer["imported"], answer["duplicates"], answer["layers"], answer["rejected"]) == (1, 2, 3, [])
    assert khaotag("info", project, "--json").json["by_annotator"] == {"curator": 1, "user1": 1, "user2": 1}


def test_a_file_that_is_named_with_its_annotator_belongs_to_that_one(project: Path, peerdata: Path) -> None:
    folder = peerdata / "inception/agreement"
    assert khaotag("import", project, folder / "kappatest.tsv", "--annotator", "noi", "--json").json["entities"] == 9
    assert khaotag("import", project, folder / "kappaarcdiff.tsv", "--json").json["relations"] == 9
    assert khaotag("info", project, "--json").json["by_annotator"] == {"kappaarcdiff": 1, "noi": 1}


@pytest.mark.parametrize("name", ["cas-xmi", "cas-json"])
def test_the_sample_articles_come_back_from_a_cas_as_they_were(name: str, project: Path, tmp_path: Path) -> None:
    pytest.importorskip("cassis", reason="dkpro-cassis is not installed (the extra “cas”)")
    khaotag("import", project, ARTICLES, "--json")
    told = khaotag("export", project, tmp_path / "out", "--format", name, "--layer", "gold", "--json")
    assert (told.code, told.json["dropped"]) == (0, [])
    again = tmp_path / "again.khaotag"
    khaotag("new", again, "--json")
    read = khaotag("import", again, tmp_path / "out", "--annotator", "gold", "--json")
    assert (read.code, read.json["entities"]) == (0, told.json["entities"])
    for source, out in ((project, "one.jsonl"), (again, "other.jsonl")):
        khaotag("export", source, tmp_path / out, "--format", "khaotag", "--layer", "gold", "--json")
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "other.jsonl").read_bytes()
