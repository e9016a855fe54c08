"""A schema changes as one step: foreseen before, taken back after, and no annotation is lost on the way."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import orjson
import pytest

from khaotag.models import decide, schema_edit
from khaotag.models.errors import BadInput
from khaotag.models.review import review
from khaotag.models.schema import EntityType, Words
from khaotag.storage import schemas
from khaotag.storage.jobs.check import check
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.jobs.review_queue import case_of
from khaotag.storage.jobs.set_schema import foresee, usage
from khaotag.storage.project import Project

LAYER = {
    "annotator": "noi",
    "status": "done",
    "entities": [
        {"id": "e1", "label": "PARTY", "start": 0, "end": 4},
        {"id": "e2", "label": "LOCAL_GOV", "start": 5, "end": 9},
    ],
    "relations": [{"id": "r1", "label": "SUPPORTS", "head": "e1", "tail": "e2"}],
}


@pytest.fixture
def project(database_url: str, tmp_path: Path) -> Project:
    made = Project.create(database_url, schemas.named(None))
    lines = [orjson.dumps({"khaotag": 1, "text": f"พรรค อบต. {n}", "layers": [LAYER]}) for n in range(3)]
    (tmp_path / "news.jsonl").write_bytes(b"\n".join(lines))
    assert import_files(made, ImportParams([tmp_path / "news.jsonl"])).imported == 3
    return made


def test_labels_are_merged_in_every_layer_and_that_is_taken_back_as_one_step(project: Project) -> None:
    with project:
        before = project.schema
        step = project.set_schema(schema_edit.merged(before, "PARTY", "ORG"), "noi", {"PARTY": "ORG"})
        assert usage(project) == {"ORG": 3, "LOCAL_GOV": 3, "SUPPORTS": 3}
        assert project.schema.entity_types["PARTY"].archived
        assert check(project).as_json(str)["ok"] is True
        project.take_back(step, "noi")
        assert project.schema == before
        assert usage(project) == {"PARTY": 3, "LOCAL_GOV": 3, "SUPPORTS": 3}
        with Project.open(str(project.target), write=False) as again:
            assert again.schema == before


def test_what_a_change_makes_illegal_is_told_before_it_is_made(project: Project) -> None:
    with project:
        kind = project.schema.relation_types["SUPPORTS"]
        pairs = schema_edit.pairs_of(project.schema, kind)
        assert ("PARTY", "LOCAL_GOV") in pairs
        narrow = schema_edit.with_pairs(project.schema, kind, pairs - {("PARTY", "LOCAL_GOV")})
        changed = schema_edit.with_relation_type(project.schema, narrow)
        seen = foresee(project, changed)
        assert len(seen.new) == 3
        assert {entry["what"] for entry in seen.new} == {"relation"}
        assert usage(project)["SUPPORTS"] == 3, "and nothing was done"


def test_a_matrix_is_kept_to_the_cell(project: Project) -> None:
    with project:
        for kind in project.schema.relations:
            pairs = schema_edit.pairs_of(project.schema, kind)
            again = schema_edit.with_pairs(project.schema, kind, pairs)
            assert schema_edit.pairs_of(project.schema, again) == pairs


def test_a_label_in_use_is_archived_and_an_unused_one_goes(project: Project) -> None:
    with project:
        schema = project.schema
        kept = schema_edit.without_type(schema, "PARTY", used=True)
        assert kept.entity_types["PARTY"].archived
        gone = schema_edit.without_type(schema, "EVENT", used=False)
        assert "EVENT" not in gone.entity_types
        assert all("EVENT" not in pair for kind in gone.relations for pair in schema_edit.pairs_of(gone, kind))


def test_a_key_that_is_taken_is_refused_with_both_names(project: Project) -> None:
    kind = EntityType("RIVER", Words("แม่น้ำ", "River"), Words("แม่น้ำ", "River"), key="1")
    with pytest.raises(BadInput, match="PERSON"):
        schema_edit.with_entity_type(project.schema, kind)
    project.close()


def test_an_older_schema_step_is_not_taken_back_under_a_newer_one(project: Project) -> None:
    with project:
        first = project.set_schema(schema_edit.moved(project.schema, "PERSON", 2), "noi")
        project.set_schema(schema_edit.moved(project.schema, "PERSON", -1), "noi")
        with pytest.raises(BadInput, match="changed again"):
            project.take_back(first, "noi")


def test_merged_labels_open_no_decision_again_and_taking_the_step_back_neither(project: Project) -> None:
    with project:
        article = project.page().rows[0].id
        for number in range(3):
            case = case_of(project, article)
            ruling = decide.Ruling("wipa", partial("g{}{}".format, number, number))
            card = review(case).to_accept[0] if number < 2 else review(case).agreed[0]
            verb = decide.take(case, card, 1, ruling) if number < 2 else decide.reject(case, card, ruling)
            project.commit(verb, "wipa")
        assert not review(case_of(project, article)).open
        step = project.set_schema(schema_edit.merged(project.schema, "PARTY", "ORG"), "noi", {"PARTY": "ORG"})
        assert [card.stale for card in review(case_of(project, article)).agreed] == [(), ()]
        project.take_back(step, "noi")
        assert [card.stale for card in review(case_of(project, article)).agreed] == [(), ()]
        assert check(project).problems == []
