"""Reviewing in a project: decisions are kept with the gold layer, rules are one step, agreement is told in full."""

from __future__ import annotations

import csv
import itertools
from pathlib import Path
from typing import Any

import orjson
import pytest
from running import khaotag

from khaotag.models import decide, edit
from khaotag.models.errors import BadInput
from khaotag.models.gold_rules import Rule
from khaotag.models.layer import GOLD
from khaotag.models.review import Case, review
from khaotag.storage import articles, decisions, people, schemas
from khaotag.storage.jobs.adjudicate import adjudicate_project
from khaotag.storage.jobs.agree import agree, summary, table
from khaotag.storage.jobs.check import check
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.project import Project

TEXT = "นายก อบต.หนองแสงทอง อำเภอภูวารี 🍊 แถลง"


def layer(name: str, *marks: tuple[str, int, int], status: str = "done", links: int = 0) -> dict[str, Any]:
    entities = [
        {"id": f"e{n}", "label": label, "start": start, "end": end} for n, (label, start, end) in enumerate(marks)
    ]
    relations = [{"id": f"r{n}", "label": "POSITION_IN", "head": "e0", "tail": "e1"} for n in range(links)]
    return {"annotator": name, "status": status, "entities": entities, "relations": relations}


BOTH = (("POSITION", 0, 4), ("LOCAL_GOV", 5, 19))
ARTICLES = [
    [layer("dao", *BOTH, ("LOCATION", 20, 31), links=1), layer("kong", *BOTH, ("FACILITY", 20, 31), links=1)],
    [layer("dao", *BOTH), layer("kong", *BOTH), layer("mali", ("POSITION", 0, 19))],
    [layer("dao", *BOTH), layer("mali", ("LOCAL_GOV", 9, 19), status="in_progress")],
]


def lines() -> bytes:
    records = [{"id": f"n{n}", "text": f"{TEXT} {n}", "layers": layers} for n, layers in enumerate(ARTICLES)]
    return b"\n".join(orjson.dumps(record) for record in records)


@pytest.fixture
def project(database_url: str, tmp_path: Path) -> Project:
    made = Project.create(database_url, schemas.named(None))
    (tmp_path / "news.jsonl").write_bytes(lines())
    report = import_files(made, ImportParams([tmp_path / "news.jsonl"], "khaotag"))
    assert not report.rejected
    return made


def case(project: Project, article_id: str) -> Case:
    with project.reading() as connection:
        return decisions.case(connection, articles.number_of(connection, article_id), project.schema)


def gold(project: Project, article_id: str) -> list[str]:
    entities = project.layer(article_id, GOLD).sorted_entities()
    return [f"{entity.label} {entity.start}-{entity.end}" for entity in entities]


def ruling() -> decide.Ruling:
    numbers = itertools.count()
    return decide.Ruling("pranee", lambda: f"g{next(numbers)}", "guideline_gap", "§4.1")


def test_a_decision_is_read_back_with_who_when_and_what_supported_it(project: Project) -> None:
    with project:
        there = case(project, "n0")
        assert set(there.revisions) >= {"dao", "kong"}
        number = project.commit(decide.take(there, review(there).cards[0], 1, ruling()), "pranee")
        again = case(project, "n0")
        (card,) = review(again).cards
        assert card.decision is not None
        assert card.decision.layers == tuple(sorted((name, there.revisions[name]) for name in ("dao", "kong")))
        assert (card.decision.reason, card.decision.note, card.open) == ("guideline_gap", "§4.1", False)
        with project.reading() as connection:
            made = decisions.when_made(connection, articles.number_of(connection, "n0"))[card.decision.id]
        assert (made.change, made.who) == (number, "pranee")
        assert made.at.startswith("20")
        assert check(project).exit_code == 0


def test_undo_takes_the_decision_with_its_mark_and_redo_brings_both(project: Project) -> None:
    with project:
        there = case(project, "n0")
        project.commit(decide.take(there, review(there).cards[0], 1, ruling()), "pranee")
        decided = project.layer("n0", GOLD)
        project.undo("n0", "pranee")
        assert not project.layer("n0", GOLD).decisions
        assert gold(project, "n0") == []
        project.redo("n0", "pranee")
        assert project.layer("n0", GOLD) == decided
        rejected = decide.reject(case(project, "n0"), review(case(project, "n0")).cards[0], ruling())
        project.commit(rejected, "pranee")
        assert [one.verdict for one in project.layer("n0", GOLD).decisions.values()] == ["none"]
        assert check(project).exit_code == 0


def test_a_reviewers_change_to_somebodys_layer_is_the_reviewers_own_and_makes_decisions_stale(
    project: Project,
) -> None:
    with project:
        there = case(project, "n0")
        project.commit(decide.take(there, review(there).cards[0], 1, ruling()), "pranee")
        with project.transaction() as connection:
            people.set_role(connection, "pranee", "reviewer")
        article = project.read("n0")
        project.commit(edit.set_status(article, project.layer("n0", "kong"), "in_progress"), "pranee")
        kong = project.layer("n0", "kong")
        number = project.commit(edit.relabel(article, kong, project.schema, "e2", "LOCATION"), "pranee")
        project.commit(edit.set_status(article, project.layer("n0", "kong"), "done"), "pranee")
        assert project.layer("n0", "kong").entities["e2"].label == "LOCATION"
        (line,) = [entry for entry in project.history("n0") if entry.change == number]
        assert line.who == "pranee"
        (card,) = [card for card in review(case(project, "n0")).agreed if card.start == 20]
        assert card.stale == ("kong",)


def test_a_rule_is_one_step_over_all_articles_and_never_overrules_a_person(project: Project) -> None:
    with project:
        there = case(project, "n1")
        project.commit(decide.reject(there, review(there).cards[0], ruling()), "pranee")
        report = adjudicate_project(project, Rule("majority"), "noi")
        assert report.as_json(str) == {"articles": 2, "decided": 3, "conflicts": 1}
        assert gold(project, "n0") == ["POSITION 0-4", "LOCAL_GOV 5-19"]
        assert len(project.layer("n0", GOLD).relations) == 1
        assert gold(project, "n1") == []
        assert check(project).exit_code == 0
        assert adjudicate_project(project, Rule("majority"), "noi").as_json(str)["decided"] == 0
        project.take_back(report.change, "noi")
        assert gold(project, "n0") == []
        assert not project.layer("n0", GOLD).decisions
        assert project.layer("n1", GOLD).decisions


def test_one_article_of_a_rules_step_can_be_undone_by_itself_and_a_finished_gold_layer_stays(project: Project) -> None:
    with project:
        report = adjudicate_project(project, Rule("majority"), "noi")
        assert (report.articles, report.decided, report.conflicts) == (2, 4, 1)
        assert gold(project, "n1") == ["POSITION 0-4", "LOCAL_GOV 5-19"]
        project.undo("n1", "noi")
        assert gold(project, "n1") == []
        assert gold(project, "n0") != []
        project.commit(edit.set_status(project.read("n1"), project.layer("n1", GOLD), "done"), "noi")
        assert adjudicate_project(project, Rule("majority"), "noi").articles == 1
        assert gold(project, "n1") == []


def test_agreement_counts_what_both_have_finished_and_names_each_conflict(project: Project) -> None:
    with project:
        record = agree(project).as_json(str)
        assert list(record) == [
            "articles", "pairs", "alpha", "alpha_u", "fleiss", "per_label", "conflicts", "undefined",
        ]  # fmt: skip
        assert record["articles"] == 2
        dao_kong, dao_mali, _ = record["pairs"]
        assert list(dao_kong) == ["a", "b", "n", "exact", "overlap", "kappa", "relations"]
        assert dao_kong["exact"] == {"p": 0.8, "r": 0.8, "f1": 0.8}
        assert (dao_kong["n"], dao_kong["relations"]) == (6, {"f1": 1.0})
        assert dao_mali["exact"]["f1"] == 0.0
        assert [(c["article"], c["kind"], c["mark_a"]["id"], c["mark_b"]["id"]) for c in record["conflicts"][:1]] == [
            ("n0", "label", "e2", "e2")
        ]
        assert {"what": "dao – mali: relations", "why": "Neither of them marked any of these."} in record["undefined"]
        only = agree(project, ["kong", "dao"], "FACILITY").as_json(str)
        assert [pair["exact"]["f1"] for pair in only["pairs"]] == [0.0]
        assert agree(project, article="n1").agreement.articles == 1
        with pytest.raises(BadInput, match="Nobody named “nobody”"):
            agree(project, ["dao", "nobody"])
        with pytest.raises(BadInput, match="at least two"):
            agree(project, ["dao"])
        with pytest.raises(BadInput, match="no label “NOSE”"):
            agree(project, label="NOSE")


def test_tokens_cached_or_not_and_repaired_give_the_same_units(project: Project) -> None:
    with project:
        first = agree(project).agreement
        for number in range(3):
            project.tokens(project.read(f"n{number}"))
        assert agree(project).agreement == first
        article = project.read("n0")
        before = project.tokens(article)
        start, end = next(span for span in before.spans if span[1] - span[0] > 3 and span[0] > 31)
        split = edit.split_token(article, project.layer("n0", "noi"), before.spans, before.tokenizer, start + 1)
        project.commit(split, "noi")
        assert agree(project).agreement.fleiss.n == first.fleiss.n + 1
        assert end > start


def test_the_table_and_the_card_say_what_a_number_rests_on(project: Project) -> None:
    with project:
        found = agree(project).agreement
    rows = {row[0]: row for row in table(found)}
    assert rows["measure"] == ["measure", "value", "low", "high", "n", "why", "unit"]
    assert rows["dao – kong: exact"][1:5] == ["0.8000", "0.6667", "1.0000", 6]
    assert rows["dao – mali: relations"][1] == ""
    assert rows["dao – mali: relations"][5] == "Neither of them marked any of these."
    assert rows["alpha"][6] == "forced-cut token"
    assert summary(found)["annotators"] == 3
    assert set(summary(found)) >= {"alpha", "alpha_u", "exact", "articles", "unit"}


def test_the_command_line_measures_fills_and_exports_gold(tmp_path: Path) -> None:
    project, source, out = tmp_path / "p.khaotag", tmp_path / "news.jsonl", tmp_path / "numbers.csv"
    source.write_bytes(lines())
    assert khaotag("new", project).code == 0
    khaotag("import", project, source)
    answer = khaotag("agreement", project, "--annotators", "dao", "kong", "--csv", out, "--json")
    assert answer.code == 0
    assert [(pair["a"], pair["b"]) for pair in answer.json["pairs"]] == [("dao", "kong")]
    with out.open(encoding="utf-8-sig") as file:
        assert next(csv.reader(file))[0] == "measure"
    assert "dao – mali: relations: — Neither of them marked any of these." in khaotag("agreement", project).out
    assert khaotag("agreement", project, "--csv", project).code == 2
    assert khaotag("adjudicate", project, "--rule", "unanimous", "--json").json == {
        "articles": 2, "decided": 3, "conflicts": 2,
    }  # fmt: skip
    assert khaotag("adjudicate", project, "--rule", "threshold", "--confidence", "2").code == 2
    khaotag("export", project, tmp_path / "gold.jsonl", "--format", "khaotag", "--layer", "gold")
    records = [orjson.loads(line) for line in (tmp_path / "gold.jsonl").read_bytes().splitlines()]
    votes = [entity["from"] for record in records for entity in record["layers"][-1].get("entities", ())]
    assert ["dao:e0", "kong:e0"] in votes
