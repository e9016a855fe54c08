"""Suggestions from the command line: kept apart, accepted above a score, remembered when rejected, never exported."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest
from running import khaotag

from khaotag.models.suggest import context_of
from khaotag.storage import suggestions
from khaotag.storage.project import Project

FIRST = "อบต.หนองแสงทอง แถลง เปิดโครงการ อบต.หนองแสงทอง วันนี้"
SECOND = "เมื่อวาน อบต.หนองแสงทอง กับ นายวิศรุต แก้วมณีทอง ลงพื้นที่"
NAME = "อบต.หนองแสงทอง"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two articles; in the first, one of two places of a name is marked by noi."""
    lines = []
    for text, marks in ((FIRST, [(0, "LOCAL_GOV")]), (SECOND, [])):
        entities = [
            {"id": f"e{at}", "label": label, "start": at, "end": at + len(NAME), "text": NAME} for at, label in marks
        ]
        lines.append(orjson.dumps({"text": text, "layers": [{"annotator": "noi", "entities": entities}]}))
    source, path = tmp_path / "news.jsonl", tmp_path / "news.khaotag"
    source.write_bytes(b"\n".join(lines))
    assert khaotag("new", path).code == 0
    assert khaotag("import", path, source, "--format", "khaotag").code == 0
    return path


def ids(path: Path) -> list[str]:
    return [entry["id"] for entry in khaotag("articles", path, "--json").json["articles"]]


def marks_of(path: Path) -> list[Any]:
    with Project.open(path, write=False) as opened:
        return [
            (e.label, e.start, e.origin, e.score)
            for article in ids(path)
            for e in opened.layer(article, "noi").sorted_entities()
        ]


def test_what_is_proposed_is_kept_apart_with_its_reason_and_marks_nothing(project: Path) -> None:
    answered = khaotag("suggest", project, "--json")
    assert answered.code == 0
    assert answered.json == {"engines": ["repeat"], "articles": 2, "suggestions": 2, "accepted": 0}
    assert len(marks_of(project)) == 1
    with Project.open(project, write=False) as opened:
        articles = [opened.read(name) for name in ids(project)]
        with opened.reading() as connection:
            found = [one for article in articles for one in suggestions.of_article(connection, article)]
    assert [(one.label, one.score, one.reason.votes) for one in found] == [("LOCAL_GOV", 1.0, (("LOCAL_GOV", 1),))] * 2
    assert khaotag("suggest", project, "--json").json["suggestions"] == 2


def test_what_scores_above_the_limit_becomes_a_mark_that_says_where_it_came_from(project: Path) -> None:
    answered = khaotag("suggest", project, "--accept-above", 0.9, "--annotator", "noi", "--json")
    assert answered.json == {"engines": ["repeat"], "articles": 2, "suggestions": 0, "accepted": 2}
    marked = marks_of(project)
    assert [mark[2:] for mark in marked] == [("human", None), *[("suggestion:repeat", 1.0)] * 2]
    assert khaotag("suggest", project, "--accept-above", 1, "--annotator", "noi", "--json").json["accepted"] == 0


def test_a_finished_layer_is_left_alone_and_named(project: Path) -> None:
    first = ids(project)[0]
    line = orjson.dumps({"do": "status", "article": first, "status": "done"}).decode()
    assert khaotag("edit", project, "--annotator", "noi", stdin=line).code == 0
    answered = khaotag("suggest", project, "--accept-above", 0.5, "--annotator", "noi", "--json")
    assert answered.code == 1
    assert [entry["article"] for entry in answered.json["left_out"]] == [first]


def test_a_rejection_is_remembered_by_person_and_context(project: Path) -> None:
    second = next(name for name in ids(project) if "เมื่อวาน" in _text(project, name))
    at = SECOND.index(NAME)
    with Project.open(project) as opened, opened.transaction() as connection:
        context = context_of(SECOND, at, at + len(NAME))
        for _ in range(2):
            suggestions.reject(connection, "noi", context, "LOCAL_GOV")
        suggestions.reject(connection, "noi", "labels\x1eword")
        assert suggestions.rejected(connection, "noi").count(NAME, "LOCAL_GOV") == 1
        assert suggestions.rejected(connection, "somchai").count(NAME, "LOCAL_GOV") == 0
        assert suggestions.right(connection, "noi") == {"labels\x1eword"}
    khaotag("suggest", project, "--accept-above", 0.99, "--annotator", "noi")
    with Project.open(project) as opened:
        article = opened.read(second)
    with Project.open(project) as opened, opened.transaction() as connection:
        assert suggestions.of_article(connection, article) == []
        suggestions.forget(connection, "noi", context, "LOCAL_GOV")
        assert suggestions.rejected(connection, "noi").count(NAME, "LOCAL_GOV") == 0


def _text(path: Path, article: str) -> str:
    with Project.open(path, write=False) as opened:
        return opened.read(article).text


def test_suggestions_never_reach_an_export(project: Path, tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    assert khaotag("export", project, before, "--format", "khaotag").code == 0
    khaotag("suggest", project)
    assert khaotag("export", project, after, "--format", "khaotag").code == 0
    assert (after / "data.jsonl").read_bytes() == (before / "data.jsonl").read_bytes()


def test_an_engine_that_is_not_there_is_named(project: Path) -> None:
    answered = khaotag("suggest", project, "--engine", "oracle")
    assert answered.code == 2
    assert "oracle" in answered.err
    assert "repeat" in answered.err


def test_a_purge_takes_the_suggestions_of_its_text_along(project: Path) -> None:
    khaotag("suggest", project)
    with Project.open(project, write=False) as opened:
        articles = [opened.read(name) for name in ids(project)]
    assert khaotag("remove", project, *[article.id for article in articles], "--purge").code == 0
    with Project.open(project, write=False) as opened, opened.reading() as connection:
        assert [suggestions.of_article(connection, article) for article in articles] == [[], []]
