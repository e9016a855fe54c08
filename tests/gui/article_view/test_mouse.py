from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from khaotag.models.article import Exclusion

LEFT = Qt.MouseButton.LeftButton
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
MARKS = [
    ("PERSON", "วิศรุต แก้วมณีทอง"),
    ("TITLE", "ร้อยตำรวจเอก"),
    ("LOCATION", "บ้านดอนตาล"),
    ("PERSON", "ปานวาด ศรีสุขธารา"),
]


def test_a_drag_selects_whole_words_and_one_key_marks_them(
    make_open: Any, show: Any, drag: Any, point: Any, press: Any
) -> None:
    opened = make_open()
    view = show(opened)
    text = opened.article.text
    drag(view, point(view, text.index("ศรุต")), point(view, text.index("มณีทอง")))
    assert text[slice(*view.selection)] == "วิศรุต แก้วมณีทอง"
    press(view, Qt.Key.Key_1)
    assert [e.surface(text) for e in opened.layer.entities.values()] == ["วิศรุต แก้วมณีทอง"]


def test_a_drag_with_alt_snaps_to_character_clusters(make_open: Any, show: Any, drag: Any, point: Any) -> None:
    opened = make_open()
    view = show(opened)
    text = opened.article.text
    drag(view, point(view, text.index("สะอาด")), point(view, text.index("ทุกครัว"), dx=2), ALT)
    assert text[slice(*view.selection)] == "สะอาดทุ"


def test_a_click_focuses_the_innermost_and_again_the_next_one_out(make_open: Any, show: Any, point: Any) -> None:
    opened = make_open(entities=[("POSITION", "นายก อบต.หนองแสงทอง"), ("LOCAL_GOV", "อบต.หนองแสงทอง", 1)])
    view = show(opened)
    at = point(view, opened.article.text.index("แสงทอง แถลง"))
    seen = []
    for _ in range(3):
        QTest.mouseClick(view.viewport(), LEFT, pos=at)
        seen.append(view.focused_id)
        QTest.qWait(1)
    assert seen == ["e1", "e0", "e1"]


def test_a_chip_a_pill_and_an_arc_focus_what_they_stand_for(make_open: Any, show: Any, chip: Any) -> None:
    opened = make_open(entities=MARKS, relations=[("HAS_TITLE", 0, 1), ("LIVES_IN", 0, 2)])
    view = show(opened)
    QTest.mouseClick(view.viewport(), LEFT, pos=chip(view, "e1"))
    assert view.focused_id == "e1"
    placed = view.document.line_of(opened.layer.entities["e0"].start)
    decoration = placed.line.decoration
    [pill], [arc] = decoration.pills, decoration.arcs
    base = placed.baseline - view.top
    QTest.mouseClick(view.viewport(), LEFT, pos=QPoint(round(56 + pill.box.middle), round(base + pill.box.y + 9)))
    assert view.focused_id == "r1"
    QTest.mouseClick(view.viewport(), LEFT, pos=QPoint(round(56 + arc.label.middle), round(base + arc.y)))
    assert view.focused_id == "r0"


def test_a_chip_dragged_to_a_chip_relates_them(make_open: Any, show: Any, drag: Any, chip: Any) -> None:
    opened = make_open(entities=MARKS)
    view = show(opened)
    drag(view, chip(view, "e0"), chip(view, "e1"))
    [relation] = opened.layer.relations.values()
    assert (relation.label, relation.head, relation.tail) == ("HAS_TITLE", "e0", "e1")


def test_a_drag_with_several_legal_types_asks_for_the_number(
    make_open: Any, show: Any, drag: Any, chip: Any, press: Any
) -> None:
    opened = make_open(entities=MARKS)
    view = show(opened)
    drag(view, chip(view, "e0"), chip(view, "e2"))
    assert view.scene.choices == ("LIVES_IN", "BORN_IN")
    box = view.scene.choice_box
    assert box.x >= 0
    assert box.right <= view.viewport().width()
    press(view, Qt.Key.Key_1)
    assert [r.label for r in opened.layer.relations.values()] == ["LIVES_IN"]


def test_an_illegal_target_takes_no_relation(make_open: Any, show: Any, drag: Any, chip: Any) -> None:
    opened = make_open(entities=MARKS)
    view = show(opened)
    drag(view, chip(view, "e1"), chip(view, "e2"))
    assert not opened.layer.relations
    assert not view.relating.active


def test_a_handle_dragged_resizes(make_open: Any, show: Any, drag: Any, point: Any) -> None:
    opened = make_open(entities=MARKS)
    view = show(opened)
    text = opened.article.text
    view.focus_entity("e0")
    entity = opened.layer.entities["e0"]
    drag(view, point(view, entity.end, dx=1), point(view, text.index("นายก"), dx=8))
    assert opened.layer.entities["e0"].surface(text) == "วิศรุต แก้วมณีทอง นายก"
    drag(view, point(view, entity.start, dx=0), point(view, text.index("ตำรวจ"), dx=0))
    assert opened.layer.entities["e0"].surface(text) == "ร้อยตำรวจเอกวิศรุต แก้วมณีทอง นายก"
    assert view.focused_id == "e0"


def test_double_click_takes_the_word_and_triple_the_phrase(make_open: Any, show: Any, point: Any) -> None:
    opened = make_open()
    view = show(opened)
    text = opened.article.text
    at = point(view, text.index("ธารประชา"))
    QTest.mouseClick(view.viewport(), LEFT, pos=at)
    QTest.mouseDClick(view.viewport(), LEFT, pos=at)
    assert text[slice(*view.selection)] == "ธารประชา"
    QTest.mousePress(view.viewport(), LEFT, pos=at)
    QTest.mouseRelease(view.viewport(), LEFT, pos=at)
    assert text[slice(*view.selection)] == "สังกัดพรรคธารประชา"


def test_ctrl_click_extends_from_the_caret(make_open: Any, show: Any, point: Any) -> None:
    opened = make_open()
    view = show(opened)
    text = opened.article.text
    QTest.mouseClick(view.viewport(), LEFT, pos=point(view, text.index("ปานวาด")))
    QTest.mouseClick(view.viewport(), LEFT, CTRL, point(view, text.index("สังกัด")))
    assert text[slice(*view.selection)] == "ปานวาด ศรีสุขธารา สังกัด"


def test_a_proposed_exclusion_is_confirmed_or_dismissed_in_place(make_open: Any, show: Any, press: Any) -> None:
    text = make_open().article.text
    start = text.index("Social")
    proposed = (Exclusion(start, text.index("\n", start), "web leftover", "proposed"),)
    for right, state in ((32, "confirmed"), (13, "dismissed")):
        opened = make_open(excluded=proposed)
        view = show(opened)
        placed = view.document.line_of(start)
        tag = placed.line.decoration.tag
        at = QPoint(round(56 + tag.right - right), round(placed.baseline - view.top + tag.y + 9))
        QTest.mouseClick(view.viewport(), LEFT, pos=at)
        assert [e.state for e in opened.article.state.excluded] == [state]
        assert (view.document.blocks[1].kind == "ghost") == (state == "confirmed")
    opened = make_open(excluded=proposed)
    view = show(opened)
    view.set_caret(start)
    press(view, Qt.Key.Key_B)
    assert [e.state for e in opened.article.state.excluded] == ["confirmed"]


def test_hovering_tints_a_word_and_leaves_no_trace(make_open: Any, show: Any, point: Any) -> None:
    opened = make_open()
    view = show(opened)
    at = opened.article.text.index("ปานวาด")
    QTest.mouseMove(view.viewport(), point(view, at))
    assert view.scene.hover == (at, at + len("ปานวาด"))


def test_another_article_under_a_drag_ends_it(make_open: Any, show: Any, point: Any, move: Any) -> None:
    view = show(make_open())
    port, at = view.viewport(), point(view, view.document.opened.article.text.index("ปานวาด"))
    QTest.mousePress(port, LEFT, pos=at)
    move(view, at + QPoint(60, 0))
    view.show_article(make_open("สั้น\n"))
    move(view, at + QPoint(90, 0))
    QTest.mouseRelease(port, LEFT, pos=at + QPoint(90, 0))
    assert view.selection is None
    assert view.scene.caret <= len("สั้น\n")
