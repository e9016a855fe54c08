"""The main job from end to end, through the command line: import, tag, keep, export, import again."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import orjson
import pytest
from running import khaotag

from khaotag.models.text import default_id, grapheme_starts, text_hash


def _gesture(**record: object) -> str:
    return orjson.dumps(record).decode() + "\n"


def _tag(project: Path, article: str, text: str, surfaces: dict[str, str], links: list[tuple[str, str, str]]) -> None:
    """Mark every surface (its last occurrence, so that it lies behind the emoji) and relate by surface."""
    marks = []
    for surface, label in surfaces.items():
        start = text.rindex(surface)
        marks.append(_gesture(do="mark", article=article, label=label, start=start, end=start + len(surface)))
    answers = khaotag("edit", project, "--annotator", "noi", stdin="".join(marks))
    assert answers.code == 0, answers.out
    ids = dict(zip(surfaces, (answer["id"] for answer in answers.lines), strict=True))
    relations = [
        _gesture(do="relate", article=article, label=label, head=ids[head], tail=ids[tail])
        for label, head, tail in links
    ]
    related = khaotag("edit", project, "--annotator", "noi", stdin="".join(relations))
    assert related.code == 0, related.out


FIRST = {
    "ธนาธร จึงรุ่งเรืองกิจ": "PERSON", "ประธาน": "POSITION", "คณะก้าวหน้า": "PARTY", "เทพพร จำปานวน": "PERSON",
    "เทศบาลตำบลอาจสามารถ": "LOCAL_GOV", "จังหวัดร้อยเอ็ด": "LOCATION", "99 วัน": "DURATION", "6,150 บาท": "MONEY",
    "“กองทุนขยะฌาปนกิจ”": "PROJECT", "200,000 บาท": "MONEY", "เทศบาลตำบลทากาศเหนือ": "LOCAL_GOV",
    "จังหวัดลำพูน": "LOCATION", "La Sportiva Kheknoi Ultra": "EVENT", "อบต. เข็กน้อย": "LOCAL_GOV",
    "จังหวัดเพชรบูรณ์": "LOCATION", "พรรคก้าวไกล": "PARTY", "ก้าวไกล": "PARTY", "100 ตัน": "QUANTITY",
}  # fmt: skip
FIRST_LINKS = [
    ("HOLDS_POSITION", "ธนาธร จึงรุ่งเรืองกิจ", "ประธาน"), ("POSITION_IN", "ประธาน", "คณะก้าวหน้า"),
    ("LOCATED_IN", "เทศบาลตำบลอาจสามารถ", "จังหวัดร้อยเอ็ด"), ("LOCATED_IN", "เทศบาลตำบลทากาศเหนือ", "จังหวัดลำพูน"),
    ("ORGANIZES", "อบต. เข็กน้อย", "La Sportiva Kheknoi Ultra"), ("LOCATED_IN", "อบต. เข็กน้อย", "จังหวัดเพชรบูรณ์"),
    ("MEMBER_OF", "เทพพร จำปานวน", "คณะก้าวหน้า"),
]  # fmt: skip
SECOND = {
    "📌ก้าวไกล": "PARTY", "400 อำเภอ": "QUANTITY", "1 แสนคน": "QUANTITY", "ตทอ.": "GROUP",
    "22 ตุลาคม 2566": "DATE", "อ.พระนครศรีอยุธยา": "LOCATION", "อ.เมืองมุกดาหาร": "LOCATION", "อ.บางเสาธง": "LOCATION",
    "จ.สมุทรปราการ": "LOCATION", "อ.พนมสารคาม": "LOCATION", "จ.ฉะเชิงเทรา": "LOCATION", "77,760 คน": "QUANTITY",
    "พริษฐ์ วัชรสินธุ": "PERSON", "โฆษก": "POSITION", "พรรคก้าวไกล": "PARTY", "MFP Today": "PRODUCT",
    "ตัวแทนพรรคประจำอำเภอ": "GROUP", "สมาชิกพรรคก้าวไกล": "GROUP",
}  # fmt: skip
SECOND_LINKS = [
    ("HOLDS_POSITION", "พริษฐ์ วัชรสินธุ", "โฆษก"), ("POSITION_IN", "โฆษก", "พรรคก้าวไกล"),
    ("LOCATED_IN", "อ.บางเสาธง", "จ.สมุทรปราการ"), ("LOCATED_IN", "อ.พนมสารคาม", "จ.ฉะเชิงเทรา"),
    ("ALIAS_OF", "ตัวแทนพรรคประจำอำเภอ", "ตทอ."), ("ALIAS_OF", "📌ก้าวไกล", "พรรคก้าวไกล"),
]  # fmt: skip


def _layers(line: bytes) -> list[dict[str, Any]]:
    return orjson.loads(line)["layers"]


def test_two_real_articles_survive_the_whole_way_and_back(shared_articles: list[Path], tmp_path: Path) -> None:
    project, again = tmp_path / "p.khaotag", tmp_path / "q.khaotag"
    khaotag("new", project)
    assert khaotag("import", project, *shared_articles, "--json").json["imported"] == 2
    for path, surfaces, links in zip(shared_articles, (FIRST, SECOND), (FIRST_LINKS, SECOND_LINKS), strict=True):
        text = path.read_text("utf-8")
        _tag(project, default_id(text_hash(text)), text, surfaces, links)
    one = khaotag("export", project, tmp_path / "one.jsonl", "--format", "khaotag", "--json")
    assert one.code == 0
    assert (one.json["entities"], one.json["relations"]) == (36, 13)
    khaotag("new", again)
    assert khaotag("import", again, tmp_path / "one.jsonl", "--json").json["entities"] == 36
    khaotag("export", again, tmp_path / "two.jsonl", "--format", "khaotag")
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()
    for line in (tmp_path / "two.jsonl").read_bytes().splitlines():
        text = orjson.loads(line)["text"]
        edges = {*grapheme_starts(text), len(text)}
        for entity in _layers(line)[0]["entities"]:
            assert text[entity["start"] : entity["end"]] == entity["text"]
            assert {entity["start"], entity["end"]} <= edges
    assert khaotag("check", again, "--json").json == {"ok": True, "problems": []}


@pytest.mark.parametrize("name", ["brat", "conll"])
def test_the_samples_go_out_and_come_back(name: str, tmp_path: Path) -> None:
    project, again = tmp_path / "p.khaotag", tmp_path / "q.khaotag"
    samples = Path(__file__).parents[2] / "resources" / "articles" / "annotations.jsonl"
    khaotag("new", project)
    khaotag("import", project, samples)
    sent = khaotag("export", project, tmp_path / "out", "--format", name, "--json").json
    assert (sent["articles"], sent["without_layer"]) == (3, 9)
    khaotag("new", again)
    read = khaotag("import", again, tmp_path / "out", "--format", name, "--annotator", "noi", "--json")
    assert read.json["rejected"] == []
    assert read.json["entities"] == sent["entities"]
    assert read.json["relations"] == sent["relations"]


def test_the_same_export_twice_gives_the_same_bytes_and_a_split_leaves_no_article_out(tmp_path: Path) -> None:
    project = tmp_path / "p.khaotag"
    khaotag("new", project)
    khaotag("import", project, Path(__file__).parents[2] / "resources" / "articles" / "annotations.jsonl")
    words = ("--format", "khaotag", "--split", "50/25/25", "--seed", 5, "--json")
    first = khaotag("export", project, tmp_path / "a", *words).json
    second = khaotag("export", project, tmp_path / "b", *words).json
    assert [f["sha256"] for f in first["files"]] == [f["sha256"] for f in second["files"]]
    assert first["splits"] == {"train": 6, "dev": 3, "test": 3}
    assert sum(f["articles"] for f in first["files"]) == 12


def test_a_format_of_several_files_refuses_a_file_name(tmp_path: Path) -> None:
    project = tmp_path / "p.khaotag"
    khaotag("new", project)
    khaotag("import", project, Path(__file__).parents[2] / "resources" / "articles" / "annotations.jsonl")
    answer = khaotag("export", project, tmp_path / "out.ann", "--format", "brat", "--json")
    assert answer.code == 2
    assert "folder" in answer.json["error"]
    assert not [p for p in tmp_path.iterdir() if "out" in p.name]


def test_a_one_layer_format_names_the_layers_where_there_is_no_gold(tmp_path: Path) -> None:
    project = tmp_path / "p.khaotag"
    khaotag("new", project)
    source = tmp_path / "a.txt"
    source.write_text("ธารา อยู่ ศรีธารา", "utf-8")
    article = khaotag("import", project, source, "--json")
    assert article.json["imported"] == 1
    article_id = khaotag("articles", project, "--json").json["articles"][0]["id"]
    for name in ("noi", "lek"):
        gesture = _gesture(do="mark", article=article_id, label="PERSON", start=0, end=4)
        assert khaotag("edit", project, "--annotator", name, stdin=gesture).code == 0
    answer = khaotag("export", project, tmp_path / "out", "--format", "conll", "--json")
    assert answer.code == 2
    assert "lek, noi" in answer.json["error"]


def test_every_gesture_of_edit_is_answered_and_undone_one_by_one(tmp_path: Path) -> None:
    project = tmp_path / "p.khaotag"
    khaotag("new", project)
    source = tmp_path / "a.txt"
    source.write_text("ร้อยเอก ธารา ใจดี นายก อบต.นาคำ\nเดินทางไปศรีธารา", "utf-8")
    khaotag("import", project, source)
    a = khaotag("articles", project, "--json").json["articles"][0]["id"]
    gestures = [
        {"do": "mark", "label": "PERSON", "start": 8, "end": 17, "id": "p"},
        {"do": "mark", "label": "TITLE", "start": 0, "end": 7, "id": "t"},
        {"do": "mark", "label": "LOCAL_GOV", "fragments": [[18, 22], [23, 31]], "id": "g"},
        {"do": "relate", "label": "HAS_TITLE", "head": "p", "tail": "t", "id": "r"},
        {"do": "relabel", "id": "g", "label": "ORG"},
        {"do": "resize", "id": "g", "start": 23, "end": 31},
        {"do": "note", "id": "p", "text": "ใคร"},
        {"do": "note", "text": "ถามบรรณาธิการ"},
        {"do": "chain", "members": ["p", "g"], "id": "c"},
        {"do": "split_token", "at": 2},
        {"do": "merge_tokens", "start": 8, "end": 17},
        {"do": "exclude", "start": 32, "end": 48, "reason": "boilerplate"},
        {"do": "unrelate", "id": "r"},
        {"do": "remove", "id": "p"},
        {"do": "status", "status": "done"},
    ]
    lines = "".join(_gesture(article=a, **gesture) for gesture in gestures)
    before = khaotag("export", project, tmp_path / "0.jsonl", "--format", "khaotag")
    assert before.code == 0
    answers = khaotag("edit", project, "--annotator", "noi", stdin=lines)
    assert answers.code == 0, answers.out
    assert [answer["change"] for answer in answers.lines] == list(
        range(answers.lines[0]["change"], answers.lines[0]["change"] + len(gestures))
    )
    undone = khaotag("edit", project, "--annotator", "noi", stdin=_gesture(do="undo", article=a) * len(gestures))
    assert undone.code == 0, undone.out
    khaotag("export", project, tmp_path / "1.jsonl", "--format", "khaotag")
    assert (tmp_path / "0.jsonl").read_bytes() == (tmp_path / "1.jsonl").read_bytes()
    redone = khaotag("edit", project, "--annotator", "noi", stdin=_gesture(do="redo", article=a) * len(gestures))
    assert redone.code == 0, redone.out
    changes = khaotag("history", project, a, "--json").json["changes"]
    assert len(changes) == 3 * len(gestures)
    assert all(later["change"] > earlier["change"] for earlier, later in pairwise(changes))
    assert khaotag("check", project).code == 0


def test_removed_articles_come_back_by_importing_them_again_and_purged_ones_are_gone(tmp_path: Path) -> None:
    project = tmp_path / "p.khaotag"
    samples = Path(__file__).parents[2] / "resources" / "articles" / "annotations.jsonl"
    khaotag("new", project)
    khaotag("import", project, samples)
    a = khaotag("articles", project, "--json").json["articles"][1]["id"]
    assert khaotag("remove", project, a, "--json").json["removed"] == [a]
    assert khaotag("info", project, "--json").json["articles"] == 11
    khaotag("import", project, samples)
    assert khaotag("info", project, "--json").json["articles"] == 12
    assert khaotag("remove", project, a, "--purge", "--json").json["purged"] is True
    assert khaotag("check", project).code == 0
    assert khaotag("import", project, samples, "--json").json["imported"] == 1


def test_another_schema_lists_what_no_longer_fits_and_drops_nothing(tmp_path: Path) -> None:
    project = tmp_path / "p.khaotag"
    khaotag("new", project)
    khaotag("import", project, Path(__file__).parents[2] / "resources" / "articles" / "annotations.jsonl")
    before = khaotag("info", project, "--json").json
    answer = khaotag("schema", project, "--set", "thainer", "--json")
    assert answer.code == 1
    assert len(answer.json["misfits"]) > 100
    after = khaotag("info", project, "--json").json
    assert (after["entities"], after["relations"]) == (before["entities"], before["relations"])
    assert khaotag("schema", project, "--json").json["name"] == "thainer"
