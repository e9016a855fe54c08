"""Growing to whole names, and entities of several fragments, by keys and by mouse."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

Key = Qt.Key
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
MARKS = [("PERSON", "วิศรุต แก้วมณีทอง"), ("TITLE", "ร้อยตำรวจเอก"), ("PERSON", "ปานวาด")]


def pieces(opened: Any, entity_id: str) -> list[str]:
    text = opened.article.text
    return [text[start:end] for start, end in opened.layer.entities[entity_id].ranges]


def select(view: Any, surface: str) -> None:
    start = view.document.opened.article.text.index(surface)
    view.select(start, start + len(surface))


def test_e_selects_the_whole_name_around_the_caret_and_grows_on(make_open: Any, show: Any, press: Any) -> None:
    opened = make_open()
    view = show(opened)
    text = opened.article.text
    view.set_caret(text.index("แก้วมณี"))
    press(view, Key.Key_E, text="e")
    assert text[slice(*view.selection)] == "วิศรุต แก้วมณีทอง"
    press(view, Key.Key_E, text="e")
    assert text[slice(*view.selection)] == "ร้อยตำรวจเอกวิศรุต แก้วมณีทอง"


def test_e_grows_the_focused_entity_and_keeps_its_id(make_open: Any, show: Any, press: Any) -> None:
    opened = make_open(entities=MARKS)
    view = show(opened)
    view.focus_entity("e2")
    press(view, ord("ำ"), text="ำ", scan=26)  # what Kedmanee types on the key e
    assert pieces(opened, "e2") == ["ปานวาด ศรีสุขธารา"]
    assert view.focused_id == "e2"


def test_a_selection_is_added_to_the_entity_that_one_came_from(make_open: Any, show: Any, press: Any) -> None:
    opened = make_open(entities=MARKS)
    view = show(opened)
    told: list[str] = []
    view.told.connect(told.append)
    view.focus_entity("e0")
    select(view, "นายก")
    press(view, Key.Key_Plus, SHIFT, text="+")
    assert pieces(opened, "e0") == ["วิศรุต แก้วมณีทอง", "นายก"]
    assert view.focused_id == "e0"
    assert "วิศรุต" in told[-1]


def test_plus_without_an_entity_that_one_came_from_says_what_to_do(make_open: Any, show: Any, press: Any) -> None:
    opened = make_open(entities=MARKS)
    view = show(opened)
    refused: list[Any] = []
    opened.refused.connect(refused.append)
    view.focus_entity("e0")
    press(view, Key.Key_Escape)
    select(view, "นายก")
    press(view, Key.Key_Equal, text="=")
    assert "Focus the entity first" in str(refused[0])
    assert pieces(opened, "e0") == ["วิศรุต แก้วมณีทอง"]


def test_ctrl_and_a_drag_add_a_fragment_to_the_focused_entity(make_open: Any, show: Any, drag: Any, point: Any) -> None:
    opened = make_open(entities=MARKS)
    view = show(opened)
    text = opened.article.text
    view.focus_entity("e0")
    drag(view, point(view, text.index("โครงการ")), point(view, text.index("น้ำสะอาด วง")), CTRL)
    assert pieces(opened, "e0") == ["วิศรุต แก้วมณีทอง", "โครงการน้ำสะอาด"]
    assert view.selection is None


def test_fragments_are_walked_resized_and_removed_one_by_one(make_open: Any, show: Any, press: Any) -> None:
    opened = make_open(entities=MARKS)
    view = show(opened)
    view.focus_entity("e0")
    select(view, "นายก")
    press(view, Key.Key_Equal, text="=")
    press(view, Key.Key_Right, ALT)
    assert view.scene.fragment == 0
    press(view, Key.Key_Left, SHIFT)
    assert pieces(opened, "e0") == ["วิศรุต", "นายก"]
    press(view, Key.Key_Left, SHIFT | ALT)
    assert pieces(opened, "e0") == ["วิศรุ", "นายก"]
    press(view, Key.Key_Right, ALT)
    press(view, Key.Key_Right, CTRL | ALT | SHIFT)
    assert pieces(opened, "e0") == ["วิศรุ", "ยก"]
    press(view, Key.Key_Left, ALT)
    press(view, Key.Key_Minus, text="-")
    assert pieces(opened, "e0") == ["ยก"]
    refused: list[Any] = []
    opened.refused.connect(refused.append)
    press(view, Key.Key_Minus, text="-")
    assert "no second fragment" in str(refused[0])
    assert pieces(opened, "e0") == ["ยก"]


def test_fragments_that_meet_become_one(make_open: Any, show: Any, press: Any) -> None:
    opened = make_open(entities=[("PERSON", "วิศรุต"), ("TITLE", "แถลง")])
    view = show(opened)
    view.focus_entity("e0")
    select(view, "ร้อยตำรวจเอก")
    press(view, Key.Key_Equal, text="=")
    assert pieces(opened, "e0") == ["ร้อยตำรวจเอกวิศรุต"]
    assert not opened.layer.entities["e0"].fragments


def test_each_edge_of_each_fragment_can_be_dragged(
    make_open: Any, show: Any, press: Any, drag: Any, point: Any
) -> None:
    opened = make_open(entities=MARKS)
    view = show(opened)
    text = opened.article.text
    view.focus_entity("e0")
    select(view, "โครงการ")
    press(view, Key.Key_Equal, text="=")
    start, end = opened.layer.entities["e0"].ranges[1]
    drag(view, point(view, end, dx=0), point(view, text.index("สะอาด วง")))
    assert pieces(opened, "e0") == ["วิศรุต แก้วมณีทอง", "โครงการน้ำสะอาด"]
    drag(view, point(view, start, dx=0), point(view, text.index("ว่าโครงการ"), dx=8))
    assert pieces(opened, "e0") == ["วิศรุต แก้วมณีทอง", "ว่าโครงการน้ำสะอาด"]


def test_the_caret_goes_by_character_with_alt(make_open: Any, show: Any, press: Any) -> None:
    view = show(make_open())
    view.set_caret(0)
    press(view, Key.Key_Right, ALT)
    assert view.scene.caret == 1
    assert view.selection is None
