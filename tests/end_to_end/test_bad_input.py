"""Bad input: each kind is named, with where it stands, and leaves nothing half done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest
from running import Answer, khaotag

TEXT = "ที่น้ำ🍊 ธารา ใจดี นายก อบต.นาคำ"
GOOD: dict[str, Any] = {"text": "ข่าวดีหนึ่งข่าว", "id": "good"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "p.khaotag"
    assert khaotag("new", path).code == 0
    return path


def _layer(*entities: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"text": TEXT, "layers": [{"annotator": "noi", "entities": list(entities), **more}]}


def _entity(start: object = 8, end: object = 12, label: object = "PERSON", **more: Any) -> dict[str, Any]:
    return {"id": "e1", "label": label, "start": start, "end": end, **more}


E2 = {"id": "e2", "label": "POSITION", "start": 18, "end": 22}
REJECTED: dict[str, dict[str, Any]] = {
    "past the end": _layer(_entity(8, 999)),
    "reversed": _layer(_entity(12, 8)),
    "negative": _layer(_entity(-3, 8)),
    "an offset that is text": _layer(_entity("8", 12)),
    "an offset that is a fraction": _layer(_entity(8.5, 12)),
    "an offset that is true": _layer(_entity(True, 12)),
    "a label that is a number": _layer(_entity(label=7)),
    "another surface": _layer(_entity(text="ใจดี")),
    "a relation to nowhere": _layer(
        _entity(), relations=[{"id": "r1", "label": "HAS_TITLE", "head": "e1", "tail": "e9"}]
    ),
    "colliding ids": _layer(_entity(), {**E2, "id": "e1"}),
    "a text that is a number": {"text": 5},
    "no text": {"title": "x"},
}


def _import(project: Path, tmp_path: Path, data: bytes, name: str = "in.jsonl", *words: str) -> Answer:
    source = tmp_path / name
    source.write_bytes(data)
    return khaotag("import", project, source, *words, "--json")


@pytest.mark.parametrize("case", REJECTED)
def test_a_wrong_record_is_rejected_with_its_line_and_the_next_one_is_imported(
    case: str, project: Path, tmp_path: Path
) -> None:
    data = orjson.dumps(REJECTED[case]) + b"\n" + orjson.dumps(GOOD) + b"\n"
    answer = _import(project, tmp_path, data, "in.jsonl", "--format", "khaotag")
    assert answer.code == 1
    assert answer.json["imported"] == 1
    [problem] = answer.json["rejected"]
    assert problem["source"].endswith("in.jsonl")
    assert "1" in problem["record"]
    assert problem["reason"]
    assert khaotag("info", project, "--json").json["entities"] == 0
    assert khaotag("check", project).code == 0


def test_a_strict_import_takes_everything_back(project: Path, tmp_path: Path) -> None:
    data = orjson.dumps(GOOD) + b"\n" + orjson.dumps(REJECTED["reversed"])
    answer = _import(project, tmp_path, data, "in.jsonl", "--strict")
    assert answer.code == 2
    assert answer.json["imported"] == 0
    assert khaotag("info", project, "--json").json["articles"] == 0


def test_a_boundary_inside_a_grapheme_is_widened_with_a_warning(project: Path, tmp_path: Path) -> None:
    answer = _import(project, tmp_path, orjson.dumps(_layer(_entity(1, 5))))
    assert (answer.code, len(answer.json["warnings"]), answer.json["entities"]) == (1, 1, 1)
    khaotag("export", project, tmp_path / "out.jsonl", "--format", "khaotag")
    entity = orjson.loads((tmp_path / "out.jsonl").read_bytes())["layers"][0]["entities"][0]
    assert (entity["start"], entity["end"], entity["text"]) == (0, 6, "ที่น้ำ")


def test_an_unknown_type_is_added_with_a_warning_or_rejected_when_only_known_ones_may_come(
    project: Path, tmp_path: Path
) -> None:
    data = orjson.dumps(_layer(_entity(label="DRAGON")))
    strict = _import(project, tmp_path, data, "in.jsonl", "--known-types")
    assert (strict.code, len(strict.json["rejected"])) == (2, 1)
    answer = _import(project, tmp_path, data)
    assert (answer.code, len(answer.json["warnings"]), answer.json["entities"]) == (1, 1, 1)
    types = [entity["id"] for entity in khaotag("schema", project, "--json").json["entities"]]
    assert types[-1] == "DRAGON"


def test_a_relation_between_wrong_types_is_kept_and_listed_by_check(project: Path, tmp_path: Path) -> None:
    relation = {"id": "r1", "label": "LOCATED_IN", "head": "e1", "tail": "e2"}
    answer = _import(project, tmp_path, orjson.dumps(_layer(_entity(), E2, relations=[relation])))
    assert (answer.code, len(answer.json["warnings"]), answer.json["relations"]) == (1, 1, 1)
    checked = khaotag("check", project, "--json")
    assert checked.code == 1
    assert "r1" in checked.json["problems"][0]


def test_a_lone_surrogate_is_rejected(project: Path, tmp_path: Path) -> None:
    answer = _import(project, tmp_path, b'{"text": "\\ud83c \xe0\xb8\x81"}\n' + orjson.dumps(GOOD))
    assert (answer.code, answer.json["imported"], len(answer.json["rejected"])) == (1, 1, 1)


def test_a_line_cut_in_the_middle_is_rejected_and_the_others_stay(project: Path, tmp_path: Path) -> None:
    answer = _import(project, tmp_path, orjson.dumps(GOOD) + b"\n" + orjson.dumps(_layer(_entity()))[:50])
    assert (answer.code, answer.json["imported"], len(answer.json["rejected"])) == (1, 1, 1)


def test_a_text_beyond_the_limit_is_rejected_with_the_limit(project: Path, tmp_path: Path) -> None:
    answer = _import(project, tmp_path, orjson.dumps({"text": "ก" * 2_000_001}))
    assert answer.code == 2
    assert "2000000" in answer.json["rejected"][0]["reason"].replace(",", "")


def test_an_empty_and_a_binary_file_are_rejected_by_name(project: Path, tmp_path: Path) -> None:
    for name, data in (("empty.txt", b""), ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200))):
        answer = _import(project, tmp_path, data, name)
        assert answer.code == 2, name
        assert answer.json["rejected"][0]["source"].endswith(name)


ENCODED: dict[str, Callable[[str], bytes]] = {
    "cp874": lambda text: text.encode("cp874"),
    "utf-8 with BOM": lambda text: text.encode("utf-8-sig"),
    "utf-32": lambda text: text.encode("utf-32"),
    "utf-16 little": lambda text: text.encode("utf-16"),
    "utf-16 big": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
}


@pytest.mark.parametrize("how", ENCODED)
def test_text_in_other_encodings_is_the_same_article(how: str, project: Path, tmp_path: Path) -> None:
    text = "นายกเทศมนตรีเมืองธารา “แถลงข่าว”\nวันที่ 5 มกราคม 2569"
    assert _import(project, tmp_path, text.encode(), "plain.txt").json["imported"] == 1
    answer = _import(project, tmp_path, ENCODED[how](text), "other.txt")
    assert (answer.code, answer.json["duplicates"]) == (0, 1), answer


def test_bytes_that_are_no_text_are_asked_about(project: Path, tmp_path: Path) -> None:
    answer = _import(project, tmp_path, "ข่าว".encode() + b"\xff\xfe\x81" + "ต่อ".encode(), "bad.txt")
    assert answer.code == 2
    assert "--encoding" in answer.json["rejected"][0]["reason"]


def test_offsets_move_with_line_ends_and_byte_order_mark(project: Path, tmp_path: Path) -> None:
    raw = "\ufeffบรรทัดแรก\r\nธารา ใจดี\r\nจบ"
    start = raw.index("ธารา")
    record = {"text": raw, "layers": [{"annotator": "noi", "entities": [_entity(start, start + 9, text="ธารา ใจดี")]}]}
    answer = _import(project, tmp_path, orjson.dumps(record))
    assert answer.json["entities"] == 1, answer
    khaotag("export", project, tmp_path / "out.jsonl", "--format", "khaotag")
    written = orjson.loads((tmp_path / "out.jsonl").read_bytes())
    assert written["text"] == "บรรทัดแรก\nธารา ใจดี\nจบ"
    assert written["layers"][0]["entities"][0]["start"] == 10


def test_the_same_file_twice_adds_nothing(project: Path, tmp_path: Path) -> None:
    data = orjson.dumps(_layer(_entity(), E2))
    first = _import(project, tmp_path, data).json
    second = _import(project, tmp_path, data)
    assert (first["imported"], first["entities"]) == (1, 2)
    assert (second.code, second.json["imported"], second.json["duplicates"], second.json["entities"]) == (0, 0, 1, 2)
    assert khaotag("info", project, "--json").json["entities"] == 2


def test_a_different_mark_under_a_known_id_is_rejected_and_a_new_one_added(project: Path, tmp_path: Path) -> None:
    _import(project, tmp_path, orjson.dumps(_layer(_entity())))
    answer = _import(project, tmp_path, orjson.dumps(_layer(_entity(13, 17), E2)))
    assert (answer.code, len(answer.json["rejected"]), answer.json["entities"]) == (1, 1, 1)
    assert khaotag("info", project, "--json").json["entities"] == 2


def test_an_id_taken_by_another_text_is_replaced_with_a_warning(project: Path, tmp_path: Path) -> None:
    answer = _import(project, tmp_path, orjson.dumps(GOOD) + b"\n" + orjson.dumps({**GOOD, "text": "อีกข่าว"}))
    assert (answer.code, answer.json["imported"], len(answer.json["warnings"])) == (1, 2, 1)


def test_a_path_that_is_not_there_is_an_error_before_anything_is_read(project: Path, tmp_path: Path) -> None:
    answer = khaotag("import", project, tmp_path / "none.txt", "--json")
    assert answer.code == 2
    assert "none.txt" in answer.json["error"]


def test_gold_is_a_name_that_no_person_can_take(project: Path) -> None:
    assert khaotag("edit", project, "--annotator", "gold", stdin="{}\n").code == 2


def test_unknown_keys_are_kept_under_meta(project: Path, tmp_path: Path) -> None:
    record = _layer(_entity(colour="red"), mood="calm")
    _import(project, tmp_path, orjson.dumps({**record, "desk": "local"}))
    khaotag("export", project, tmp_path / "out.jsonl", "--format", "khaotag")
    written = orjson.loads((tmp_path / "out.jsonl").read_bytes())
    assert written["meta"] == {"desk": "local"}
    assert written["layers"][0]["meta"] == {"mood": "calm"}
    assert written["layers"][0]["entities"][0]["meta"] == {"colour": "red"}


def test_a_project_is_never_overwritten_by_its_own_export_or_picture(project: Path, tmp_path: Path) -> None:
    before = project.read_bytes()
    link = tmp_path / "link.khaotag"
    link.symlink_to(project)
    for target in (project, link, project.with_name(project.name + "-wal")):
        assert khaotag("export", project, target, "--format", "khaotag", "--json").code == 2
    assert khaotag("screenshot", project, project, "--json").code == 2
    assert project.read_bytes() == before


def test_wrong_use_is_one_json_object_too(project: Path) -> None:
    for words in (["nonsense"], ["articles", project, "--limit", "0"], ["export", project, "out"], ["--lang", "fr"]):
        answer = khaotag(*words, "--json")
        assert answer.code == 2
        assert answer.json["error"]


def test_an_empty_note_is_refused_and_an_imported_one_does_no_harm(project: Path, tmp_path: Path) -> None:
    _import(project, tmp_path, orjson.dumps({**_layer(), "layers": [{"annotator": "noi", "notes": [{"by": "x"}]}]}))
    article = khaotag("articles", project, "--json").json["articles"][0]["id"]
    gesture = orjson.dumps({"do": "note", "article": article, "text": " "}).decode()
    assert khaotag("edit", project, "--annotator", "noi", stdin=gesture).code == 2
    assert khaotag("export", project, tmp_path / "out.jsonl", "--format", "khaotag").code == 0


def test_the_same_text_again_reports_what_differs_and_drops_no_mark(project: Path, tmp_path: Path) -> None:
    first = _layer(_entity(note="หนึ่ง"), status="done", meta={"desk": "a"})
    second = _layer({**_entity(), "id": "e9", "note": "สอง"}, status="in_progress", meta={"desk": "b"})
    _import(project, tmp_path, orjson.dumps({**first, "title": "หนึ่ง"}))
    answer = _import(project, tmp_path, orjson.dumps({**second, "title": "สอง"}))
    assert answer.code == 1
    assert len(answer.json["warnings"]) == 3, answer.json["warnings"]
    assert khaotag("info", project, "--json").json["entities"] == 2


def test_values_nested_too_deep_for_a_file_are_refused_where_they_are_made(project: Path, tmp_path: Path) -> None:
    _import(project, tmp_path, orjson.dumps({"text": TEXT}))
    article = khaotag("articles", project, "--json").json["articles"][0]["id"]
    for depth in (60, 500):
        value = "[" * depth + "]" * depth
        gesture = (
            f'{{"do": "mark", "article": "{article}", "label": "PERSON", "start": 8, "end": 12,'
            f' "attributes": {{"deep": {value}}}}}'
        )
        answer = khaotag("edit", project, "--annotator", "noi", stdin=gesture)
        assert answer.code == 2
        assert "64" in answer.lines[0]["error"]


def test_encodings_that_are_none_are_named(project: Path, tmp_path: Path) -> None:
    for encoding in ("hex", "base64", "undefined", "klingon"):
        for name in ("a.txt", "a.jsonl", "a.csv", "a.conll"):
            answer = _import(project, tmp_path, b"text\tO\nx\tB-A\n", name, "--encoding", encoding)
            assert answer.code == 2, (encoding, name)
            assert encoding in str(answer.json)


def test_a_nul_in_a_title_becomes_a_replacement_character(project: Path, tmp_path: Path) -> None:
    assert _import(project, tmp_path, b'{"khaotag": 1, "text": "x y", "title": "a\\u0000b"}').code == 0
    assert khaotag("articles", project, "--json").json["articles"][0]["title"] == "a\ufffdb"
