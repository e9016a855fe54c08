from __future__ import annotations

import re
from itertools import count

import pytest

from khaotag.models.article import Article
from khaotag.models.change import apply
from khaotag.models.consistency import Finding, check, looked_at, mended
from khaotag.models.consistency_rules import RULES
from khaotag.models.errors import BadInput
from khaotag.models.layer import Entity, Layer
from khaotag.models.schema import Schema, schema_from_record


def schema(*names: str) -> Schema:
    return schema_from_record({"name": "test", "entities": [{"id": name} for name in names]})


NEWS = schema("PERSON", "LOCATION", "DATE", "ORG")


def layer_of(text: str, *marks: tuple[str, str, int]) -> Layer:
    """A layer with the n-th place of each (label, surface, n) marked."""
    entities = {}
    for number, (label, surface, place) in enumerate(marks):
        start = [found.start() for found in re.finditer(re.escape(surface), text)][place]
        entities[f"e{number}"] = Entity(f"e{number}", label, start, start + len(surface))
    return Layer("me", entities=entities)


def found(text: str, layer: Layer, rule: str, kinds: Schema = NEWS, right: tuple[str, ...] = ()) -> list[Finding]:
    tokens = [match.span() for match in re.finditer(r"\S+", text)]
    return check(looked_at(Article("a-1", text), layer, kinds, tokens), {rule: RULES[rule]}, right)


def mend(text: str, layer: Layer, findings: list[Finding], kinds: Schema = NEWS) -> list[str]:
    ids = (f"n{number}" for number in count())
    change = mended(Article("a-1", text), layer, kinds, findings, ids)
    after = apply(layer, change.rows)
    assert apply(after, change.inverse("undo").rows) == layer
    return [f"{entity.label} {entity.surface(text)}" for entity in after.sorted_entities()]


def test_the_same_string_with_different_labels_is_mended_to_what_most_have() -> None:
    text = "ศรีธารา แล้ว ศรีธารา และ ศรีธารา"
    layer = layer_of(text, ("LOCATION", "ศรีธารา", 0), ("PERSON", "ศรีธารา", 1), ("LOCATION", "ศรีธารา", 2))
    findings = found(text, layer, "labels")
    assert [(f.mark, f.label, f.others) for f in findings] == [("e1", "LOCATION", 2)]
    assert mend(text, layer, findings) == ["LOCATION ศรีธารา"] * 3
    assert found(text, layer, "labels", right=(findings[0].key,)) == []


def test_a_tie_between_two_labels_is_told_but_not_decided() -> None:
    text = "ศรีธารา แล้ว ศรีธารา"
    layer = layer_of(text, ("LOCATION", "ศรีธารา", 0), ("PERSON", "ศรีธารา", 1))
    findings = found(text, layer, "labels")
    assert [(f.mark, f.mend) for f in findings] == [("e0", None), ("e1", None)]
    with pytest.raises(BadInput):
        mend(text, layer, findings)


def test_a_second_label_on_the_same_stretch_is_meant() -> None:
    text = "ศรีธารา"
    assert found(text, layer_of(text, ("LOCATION", "ศรีธารา", 0), ("ORG", "ศรีธารา", 0)), "labels") == []


def test_what_is_marked_here_and_unmarked_there_is_marked_in_one_step() -> None:
    text = "อบจ. แถลง อบจ. แล้ว อบจ.ศรีธารา กับ อบจ."
    layer = layer_of(text, ("ORG", "อบจ.", 0))
    findings = found(text, layer, "unmarked")
    assert [f.start for f in findings] == [10, text.rindex("อบจ.")]
    assert mend(text, layer, findings) == ["ORG อบจ."] * 3
    assert len(found(text, layer, "unmarked", right=(findings[0].key,))) == 1


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("นาย", "วิศรุต"),
        ("นาง", "ปานวาด"),
        ("นางสาว", "ปานวาด"),
        ("น.ส.", "ปานวาด"),
        ("ดร.", "เกริกพล"),
        ("พล.ต.อ.", "วิศรุต"),
        ("พ.ต.ท. ", "วิศรุต"),
        ("ว่าที่ร้อยตรี", "วิศรุต"),
        ("ร้อยตำรวจเอก", "วิศรุต"),
        ("ด.ช.", "เกริก"),
        ("นพ.", "เกริก"),
    ],
)
def test_a_title_inside_a_person_is_found_where_titles_have_a_type_of_their_own(title: str, name: str) -> None:
    text = f"พบ {title}{name} แล้ว"
    kinds = schema("PERSON", "TITLE")
    layer = layer_of(text, ("PERSON", f"{title}{name}", 0))
    findings = found(text, layer, "titles", kinds)
    assert [f.rule for f in findings] == ["titles"]
    assert mend(text, layer, findings, kinds) == [f"PERSON {name}"]
    assert found(text, layer_of(text, ("PERSON", name, 0)), "titles", kinds) == []


def test_without_a_type_for_titles_most_persons_decide() -> None:
    text = "นายวิศรุต กับ นายเกริกพล และ นางปานวาด"
    layer = layer_of(text, ("PERSON", "นายวิศรุต", 0), ("PERSON", "นายเกริกพล", 0), ("PERSON", "ปานวาด", 0))
    [finding] = found(text, layer, "titles")
    assert finding.mark == "e2"
    assert mend(text, layer, [finding]) == ["PERSON นายวิศรุต", "PERSON นายเกริกพล", "PERSON นางปานวาด"]
    alone = layer_of(text, ("PERSON", "นายวิศรุต", 0))
    assert found(text, alone, "titles") == []


@pytest.mark.parametrize("name", ["นายกรัฐมนตรี", "นายก อบต.", "นางแบบ", "ศรีธารา", "รสสุคนธ์", "นภา"])
def test_what_only_looks_like_a_title_is_none(name: str) -> None:
    text = f"พบ {name} แล้ว"
    assert found(text, layer_of(text, ("PERSON", name, 0)), "titles", schema("PERSON", "TITLE")) == []


@pytest.mark.parametrize(
    ("text", "date", "whole"),
    [
        ("เมื่อวันที่ 14 มกราคม 2569 นี้", "วันที่ 14 มกราคม", "วันที่ 14 มกราคม 2569"),
        ("เมื่อ ๑๔ มกราคม พ.ศ. ๒๕๖๙ นี้", "๑๔ มกราคม", "๑๔ มกราคม พ.ศ. ๒๕๖๙"),
        ("เมื่อ １４ ม.ค. ２５６９ นี้", "１４ ม.ค.", "１４ ม.ค. ２５６９"),
        ("เมื่อ 3 มี.ค. นี้", "3 มี.ค.", None),
    ],
)
def test_a_date_without_a_year_is_found_and_takes_the_year_behind_it(text: str, date: str, whole: str | None) -> None:
    layer = layer_of(text, ("DATE", date, 0))
    [finding] = found(text, layer, "years")
    if whole is None:
        assert finding.mend is None
    else:
        assert mend(text, layer, [finding]) == [f"DATE {whole}"]


@pytest.mark.parametrize(
    "date",
    ["14 มกราคม 2569", "16 ม.ค. 69", "มกราคม พ.ศ. ๒๕๖๙", "３ มีนาคม ２５６９", "14 มกราคม 2026", "วันจันทร์", "เช้านี้"],
)
def test_a_date_with_its_year_or_without_a_month_is_right(date: str) -> None:
    assert found(date, layer_of(date, ("DATE", date, 0)), "years") == []


def test_edges_that_differ_by_a_space_or_a_quote_are_brought_to_one_form() -> None:
    text = "โครงการ “น้ำใส” กับ “น้ำใส” และ น้ำใส หรือ น้ำใส  จบ"
    layer = layer_of(text, ("ORG", "“น้ำใส”", 0), ("ORG", "น้ำใส", 1), ("ORG", "น้ำใส", 2), ("ORG", "น้ำใส ", 1))
    findings = found(text, layer, "edges")
    assert [f.mark for f in findings] == ["e0", "e3"]
    assert set(mend(text, layer, findings)) == {"ORG น้ำใส"}


def test_a_form_that_most_marks_have_wins_over_the_bare_words() -> None:
    text = "“น้ำใส” กับ “น้ำใส” และ “น้ำใส”"
    layer = layer_of(text, ("ORG", "“น้ำใส”", 0), ("ORG", "“น้ำใส”", 1), ("ORG", "น้ำใส", 2))
    findings = found(text, layer, "edges")
    assert mend(text, layer, findings) == ["ORG “น้ำใส”"] * 3
