"""Relations by keys alone: ends off screen, another type by number, the other way round; pills that count the rest."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from khaotag.gui.article_view.offers import all_legal, offers

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
MARKS = [
    ("PERSON", "วิศรุต แก้วมณีทอง"),
    ("TITLE", "ร้อยตำรวจเอก"),
    ("LOCATION", "บ้านดอนตาล"),
    ("PERSON", "ปานวาด ศรีสุขธารา"),
]


def far_apart(make_open: Any) -> Any:
    """Two marks with forty paragraphs between them."""
    text = "วิศรุต มา\n" + "ข่าวยาวมาก\n" * 40 + "บ้านดอนตาล และ ปานวาด\n"
    return make_open(text, [("PERSON", "วิศรุต"), ("LOCATION", "บ้านดอนตาล"), ("PERSON", "ปานวาด")])


def test_tab_reaches_legal_ends_off_screen_and_the_source_stays(make_open: Any, show: Any, press: Any) -> None:
    opened = far_apart(make_open)
    view = show(opened)
    view.focus_entity("e0")
    press(view, Key.Key_R, text="r")
    assert view.scene.hints == {}
    now = offers(view)
    assert (now.ends, now.above, now.below) == ([], 0, 2)
    press(view, Key.Key_Tab)
    assert view.top > 0
    assert view.scene.candidate == "e1"
    assert view.scene.source == "e0"
    press(view, Key.Key_Return)
    assert view.scene.choices == ("LIVES_IN", "BORN_IN")
    press(view, Key.Key_2, text="2")
    [relation] = opened.layer.relations.values()
    assert (relation.label, relation.head, relation.tail) == ("BORN_IN", "e0", "e1")


def test_the_source_is_kept_while_one_scrolls_and_letters_come_with_the_ends(
    make_open: Any, show: Any, press: Any
) -> None:
    opened = far_apart(make_open)
    view = show(opened)
    view.focus_entity("e0")
    press(view, Key.Key_R, text="r")
    for _ in range(5):
        press(view, Key.Key_PageDown)
        QTest.qWait(20)
    assert set(view.scene.hints) == {"e1", "e2"}
    press(view, ord(view.scene.hints["e2"].upper()))
    assert [(r.label, r.tail) for r in opened.layer.relations.values()] == [("KNOWS", "e2")]


def test_an_end_is_found_by_its_text(make_open: Any, show: Any, press: Any) -> None:
    view = show(far_apart(make_open))
    asked: list[bool] = []
    view.end_search_requested.connect(lambda: asked.append(True))
    view.focus_entity("e0")
    press(view, Key.Key_R, text="r")
    press(view, Key.Key_Slash, text="/")
    press(view, Key.Key_Space, text=" ")
    assert asked == [True, True]
    assert [entity.id for entity in all_legal(view)] == ["e1", "e2"]
    view.choose_end("e2")
    assert not view.relating.active
    assert view.focused_relation().tail == "e2"


def test_the_line_tells_no_end_on_screen_from_no_end_at_all(make_open: Any, show: Any, press: Any) -> None:
    view = show(far_apart(make_open))
    view.focus_entity("e0")
    press(view, Key.Key_R, text="r")
    assert "none on screen" in view.banner.accessibleName()
    alone = show(make_open("วิศรุต มา\n", [("PERSON", "วิศรุต")]))
    alone.focus_entity("e0")
    press(alone, Key.Key_R, text="r")
    assert "nothing here can be joined to it" in alone.banner.accessibleName()


def test_only_letters_of_legal_ends_mean_something(make_open: Any, show: Any, press: Any) -> None:
    opened = make_open(entities=MARKS)
    view = show(opened)
    told: list[str] = []
    view.told.connect(told.append)
    view.focus_entity("e0")
    press(view, Key.Key_R, text="r")
    press(view, Key.Key_Z, text="z")
    press(view, Key.Key_1, text="1")
    assert view.relating.active
    assert not opened.layer.relations
    assert [e.label for e in opened.layer.entities.values()] == ["PERSON", "TITLE", "LOCATION", "PERSON"]
    assert "letter" in told[0]


def test_a_relation_in_focus_takes_another_type_by_its_number(make_open: Any, show: Any, press: Any) -> None:
    opened = make_open(entities=MARKS, relations=[("LIVES_IN", 0, 2)])
    view = show(opened)
    view.focus_relation("r0")
    assert [kind.id for kind in view.relation_kinds()] == ["LIVES_IN", "BORN_IN"]
    press(view, Key.Key_2, text="2")
    assert opened.layer.relations["r0"].label == "BORN_IN"
    assert view.focused_id == "r0"
    press(view, Key.Key_7, text="7")
    assert opened.layer.entities["e2"].label == "LOCATION"


def test_r_and_shift_space_turn_the_relation_in_focus_round(make_open: Any, show: Any, press: Any) -> None:
    opened = make_open(entities=MARKS, relations=[("KNOWS", 0, 3)])
    view = show(opened)
    view.focus_relation("r0")
    for key, held in ((Key.Key_R, None), (Key.Key_R, SHIFT), (Key.Key_Space, SHIFT)):
        before = opened.layer.relations["r0"].head
        press(view, key, held)
        assert opened.layer.relations["r0"].head != before


def test_what_the_offers_leave_out_is_named(make_open: Any, show: Any, press: Any) -> None:
    view = show(make_open(entities=[*MARKS, ("PROJECT", "โครงการน้ำสะอาด")]))
    view.focus_entity("e0")
    assert offers(view) is None
    press(view, Key.Key_R, text="r")
    now = offers(view)
    assert [(offer.entity.id, [kind.id for kind in offer.kinds]) for offer in now.ends] == [
        ("e1", ["HAS_TITLE"]),
        ("e3", ["KNOWS"]),
        ("e2", ["LIVES_IN", "BORN_IN"]),
    ]
    assert all(offer.letters for offer in now.ends)
    assert now.others == ["PROJECT"]


def test_relations_that_find_no_pill_are_counted_in_one(make_open: Any, show: Any) -> None:
    text = "วิศรุต นำ\n" + "".join(f"ปานวาด{n} มา\n" for n in range(6))
    entities = [("PERSON", "วิศรุต"), *(("PERSON", f"ปานวาด{n}") for n in range(6))]
    view = show(make_open(text, entities, [("KNOWS", 0, n) for n in range(1, 7)]))
    placed = view.document.line_of(0)
    pills = placed.line.decoration.pills
    assert [pill.name for pill in pills if pill.more] == ["+3"]
    assert len(pills) == 4
    [more] = [pill for pill in pills if pill.more]
    at = QPoint(round(56 + more.box.middle), round(placed.baseline - view.top + more.box.y + 9))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.focused_id == "e0"


def test_no_relation_begins_on_a_finished_layer(make_open: Any, show: Any, press: Any) -> None:
    opened = make_open(entities=MARKS)
    opened.layer = opened.layer._replace(head=opened.layer.head._replace(status="done"))
    view = show(opened)
    locked: list[bool] = []
    opened.locked.connect(lambda: locked.append(True))
    view.focus_entity("e0")
    press(view, Key.Key_R, text="r")
    assert not view.relating.active
    press(view, Key.Key_2, text="2")
    assert opened.layer.entities["e0"].label == "PERSON"
    assert locked == [True, True]
