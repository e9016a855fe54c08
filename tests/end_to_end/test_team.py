"""Two people tag, send their files, and a reviewer brings the work together and exports it."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest
from running import khaotag

from khaotag.storage import people

TEXTS = {
    "n1": "นายคำรณ ธารา นายก อบต.หนองแสงทอง แถลงข่าว",
    "n2": "พรรคธารประชาส่งผู้สมัครนายก อบจ.ศรีธารา",
}


def _home(tmp_path: Path, patch: pytest.MonkeyPatch, name: str) -> Path:
    """Go to somebody's machine."""
    home = tmp_path / name
    home.mkdir(exist_ok=True)
    for variable in ("HOME", "XDG_CONFIG_HOME"):
        patch.setenv(variable, str(home))
    people.set_person(name)
    return home


def _tag(path: Path, *gestures: tuple[str, str, str]) -> None:
    """Mark strings of articles with a label, and finish what was begun."""
    lines = []
    for article, surface, label in gestures:
        start = TEXTS[article].index(surface)
        lines.append({"do": "mark", "article": article, "label": label, "start": start, "end": start + len(surface)})
    lines += [{"do": "status", "article": article, "status": "done"} for article in {one for one, *_ in gestures}]
    answer = khaotag("edit", path, stdin="\n".join(orjson.dumps(line).decode() for line in lines))
    assert answer.code == 0, answer


def test_two_people_tag_send_their_files_and_the_reviewer_has_all_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # the reviewer makes the project, deals it out and sends it round
    desk = _home(tmp_path, monkeypatch, "wipa")
    project = desk / "news.khaotag"
    khaotag("new", project)
    source = desk / "news.jsonl"
    source.write_bytes(b"\n".join(orjson.dumps({"khaotag": 1, "id": n, "text": t}) for n, t in TEXTS.items()))
    khaotag("import", project, source)
    dealt = khaotag("assign", project, "--annotators", "anong", "boonmee", "--per-article", "2", "--json")
    assert dealt.json["assignments"] == {"anong": ["n1", "n2"], "boonmee": ["n1", "n2"]}
    sent = tmp_path / "to-all.khaotag-bundle"
    assert khaotag("bundle", project, sent).code == 0

    # both tag at home and send back what is theirs
    back = []
    for name, marks in (
        ("anong", [("n1", "คำรณ ธารา", "PERSON"), ("n1", "นายก", "POSITION"), ("n2", "พรรคธารประชา", "PARTY")]),
        ("boonmee", [("n1", "นายคำรณ ธารา", "PERSON"), ("n1", "นายก", "POSITION"), ("n2", "อบจ.ศรีธารา", "LOCAL_GOV")]),
    ):
        home = _home(tmp_path, monkeypatch, name)
        mine = home / "mine.khaotag"
        khaotag("new", mine)
        assert khaotag("merge", mine, sent).code == 0
        _tag(mine, *marks)
        back.append(tmp_path / f"{name}.khaotag-bundle")
        assert khaotag("bundle", mine, back[-1], "--annotator", name).code == 0

    # the reviewer merges, twice by mistake, reopens one layer, and has both sides by side
    _home(tmp_path, monkeypatch, "wipa")
    first = khaotag("merge", project, *back, "--json")
    assert (first.code, first.json["articles"], first.json["layers_added"]) == (0, 0, 4)
    again = khaotag("merge", project, *back, "--json")
    assert (again.code, again.json["layers_added"], again.json["unchanged"]) == (0, 0, 4)
    told = khaotag("info", project, "--json").json
    assert (told["by_annotator"], told["by_status"]["done"]) == ({"anong": 2, "boonmee": 2}, 2)
    roles = {one["name"]: (one["role"], one["done"], one["assigned"]) for one in
             khaotag("people", project, "--json").json["people"]}  # fmt: skip
    assert roles == {"anong": ("annotator", 2, 2), "boonmee": ("annotator", 2, 2), "wipa": ("reviewer", 0, 0)}
    assert khaotag("agreement", project, "--json").json["articles"] == 2
    who = {line["who"] for line in khaotag("history", project, "n1", "--json").json["changes"]}
    assert who == {"anong", "boonmee"}
    assert khaotag("check", project).code == 0
