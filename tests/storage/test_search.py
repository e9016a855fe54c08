"""A search finds each place where a string stands, and nothing else, with the index and without it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from running import khaotag

from khaotag.models.concordance import Query, hit, left_key, places
from khaotag.models.errors import BadInput
from khaotag.models.text import is_boundary
from khaotag.storage import schemas, search_index
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.jobs.remove import remove
from khaotag.storage.jobs.search import SearchParams, fill_index, search
from khaotag.storage.project import Project

THAI = st.text(st.sampled_from("กขทา ีี่้่ำเแ😀👨‍👩‍👧1a\n"), max_size=40)


@given(THAI, THAI.filter(bool), st.booleans())
def test_places_cut_no_grapheme_and_do_not_overlap(text: str, wanted: str, ignore_tones: bool) -> None:
    found = list(places(text, Query(wanted, ignore_tones)))
    assert all(is_boundary(text, start) and is_boundary(text, end) for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    if not ignore_tones:
        assert all(text[start:end] == wanted for start, end in found)


def test_a_tone_makes_another_word_unless_it_is_ignored() -> None:
    text = "ที่ทีที่"
    assert list(places(text, Query("ที"))) == [(3, 5)]
    assert list(places(text, Query("ที", ignore_tones=True))) == [(0, 3), (3, 5), (5, 8)]


def test_surroundings_are_cut_at_graphemes_and_sorted_backwards_on_the_left() -> None:
    text = "ก่" * 50 + "คำ" + "น้ำ" * 40
    found = hit("a", text, 100, 102)
    assert found.match == "คำ"
    assert not found.right.endswith("น้")
    assert left_key(hit("a", "ขก่คำ", 3, 5)) == "ก่ข"


def _project(target: str | Path, folder: Path, count: int) -> Project:
    project = Project.create(target, schemas.named(None))
    lines = [
        orjson.dumps({"title": f"ข่าว {n}", "text": f"ข่าวที่ {n} จากตำบล{'น้ำใส' if n % 300 == 7 else 'ดอนตาล'} 💧"})
        for n in range(count)
    ]
    (folder / "news.jsonl").write_bytes(b"\n".join(lines))
    import_files(project, ImportParams([folder / "news.jsonl"], "jsonl"))
    return project


def test_the_index_finds_what_reading_everything_finds(database_url: str, tmp_path: Path) -> None:
    with _project(database_url, tmp_path, search_index.BLOCK + 150) as project:
        queries = ["น้ำใส", "ใส", "น", "ตาล 💧", "ข่าวที่ 7", "ไม่มี", "\u0e49"]
        asked = [SearchParams(Query(text, tones)) for text in queries for tones in (False, True)]
        before = [search(project, params, 5) for params in asked]
        assert fill_index(project) == 2
        assert fill_index(project) == 0
        assert [search(project, params, 5) for params in asked] == before
        assert before[0].total == 4
        with project.reading() as connection:
            numbers = [number for part in search_index.candidates(connection, "น้ำใส") for number in part]
        assert len(numbers) < 20
        (tmp_path / "more.txt").write_text("ตำบลน้ำใส อีกข่าวหนึ่ง", "utf-8")
        import_files(project, ImportParams([tmp_path / "more.txt"]))
        assert fill_index(project) == 0, "one article more is read, not indexed"
        assert search(project, asked[0], 9).total == before[0].total + 1


def test_what_was_removed_is_not_found_and_what_was_purged_leaves_the_index(tmp_path: Path) -> None:
    with _project(tmp_path / "p.khaotag", tmp_path, search_index.BLOCK + 1) as project:
        fill_index(project)
        wanted = SearchParams(Query("น้ำใส"))
        first = search(project, wanted, 1).hits[0].article
        remove(project, [first], purge=False, by="noi")
        assert search(project, wanted, 9).total == 3
        remove(project, [first], purge=True, by="noi")
        with project.reading() as connection:
            assert [entry.block for entry in search_index.missing(connection)] == [0]
        assert search(project, wanted, 9).total == 3
        assert fill_index(project) == 1
        assert search(project, wanted, 9).total == 3


def test_the_command_tells_hits_with_their_surroundings_and_labels(tmp_path: Path) -> None:
    project = tmp_path / "p.khaotag"
    khaotag("demo", "--out", tmp_path, "--json")
    project = tmp_path / "demo.khaotag"
    answer = khaotag("search", project, "ศรีธารา", "--limit", 3, "--json")
    assert answer.code == 0
    assert answer.json["total"] > 3 == len(answer.json["hits"])
    for found in answer.json["hits"]:
        assert list(found) == ["article", "start", "end", "left", "match", "right", "labels"]
        assert found["match"] == "ศรีธารา"
    people = khaotag("search", project, "", "--label", "PERSON", "--json").json
    assert all("PERSON" in found["labels"] for found in people["hits"])
    marked = khaotag("search", project, "ศรีธารา", "--label", "LOCATION", "--json").json
    assert 0 < marked["total"] < answer.json["total"]
    assert khaotag("search", project, "", "--json").code == 2
    assert khaotag("search", project, "ก", "--label", "NOPE", "--json").code == 2


def test_whole_words_are_told_from_their_parts(tmp_path: Path) -> None:
    project = Project.create(tmp_path / "p.khaotag", schemas.named(None))
    (tmp_path / "a.txt").write_text("การบ้าน และ บ้าน", "utf-8")
    import_files(project, ImportParams([tmp_path / "a.txt"]))
    with project:
        assert search(project, SearchParams(Query("บ้าน")), 9).total == 2
        assert search(project, SearchParams(Query("บ้าน", whole_word=True)), 9).total == 1


@settings(max_examples=30)
@given(st.lists(THAI.filter(str.strip), min_size=1, max_size=12, unique=True), THAI.filter(bool))
def test_no_place_is_missed_whatever_the_texts(texts: list[str], wanted: str) -> None:
    rows = dict(search_index._rows(enumerate(texts)))
    grams = search_index._grams_of(wanted)
    for place, text in enumerate(texts):
        if wanted in text:
            assert all(search_index._bits(rows[gram]) >> place & 1 for gram in grams)


def test_nothing_to_look_for_is_an_error(tmp_path: Path) -> None:
    with _project(tmp_path / "p.khaotag", tmp_path, 1) as project, pytest.raises(BadInput):
        search(project, SearchParams(Query("")), 1)
