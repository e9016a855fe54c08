"""All occurrences: framed with one key, marked with another, in one step."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from khaotag.models.article import Exclusion

Key = Qt.Key
TEXT = "ส้ม แล้ว ส้ม และ ส้ม\nอีก ส้ม กับ ส้ม จบ"


def open_fruit(make_open: Any, **more: Any) -> Any:
    opened = make_open(TEXT, entities=[("LOCATION", "ส้ม", 1), ("PERSON", "ส้ม", 2)], **more)
    opened.tokens = []
    return opened


def standings(view: Any) -> list[str]:
    return [one.standing for one in view.scene.preview]


def test_a_focused_entity_marks_all_the_same_strings_with_two_keys_and_one_step(
    make_open: Any, show: Any, press: Any
) -> None:
    opened = open_fruit(make_open)
    view = show(opened)
    steps: list[Any] = []
    opened.performed.connect(steps.append)
    view.focus_entity("e1")
    press(view, Key.Key_A)
    assert standings(view) == ["free", "conflict", "marked", "free", "free"]
    assert "3 to mark" in view.banner.text()
    assert "1 conflict" in view.banner.text()
    press(view, Key.Key_Return)
    assert len(steps) == 1
    assert sorted(e.label for e in opened.layer.entities.values()) == [
        "LOCATION",
        "PERSON",
        "PERSON",
        "PERSON",
        "PERSON",
    ]
    assert view.scene.preview == ()
    opened.apply(steps[0].inverse("undo"))
    assert set(opened.layer.entities) == {"e0", "e1"}


def test_escape_leaves_everything_as_it_was_and_no_other_key_marks(make_open: Any, show: Any, press: Any) -> None:
    opened = open_fruit(make_open)
    view = show(opened)
    view.focus_entity("e1")
    press(view, Key.Key_A)
    for key in (Key.Key_Delete, Key.Key_R, Key.Key_X, Key.Key_E):
        press(view, key)
    assert set(opened.layer.entities) == {"e0", "e1"}
    assert view.preview.active
    press(view, Key.Key_Escape)
    assert not view.preview.active
    assert view.banner.isHidden()
    assert view.focused_id == "e1"


def test_from_a_selection_a_label_key_says_what_the_same_strings_are(make_open: Any, show: Any, press: Any) -> None:
    opened = open_fruit(make_open)
    view = show(opened)
    view.select(0, 3)
    press(view, Key.Key_A)
    press(view, Key.Key_Return)
    assert len(opened.layer.entities) == 2
    press(view, Key.Key_7, text="7")
    assert standings(view) == ["free", "marked", "conflict", "free", "free"]
    press(view, Key.Key_Return)
    assert sorted(e.label for e in opened.layer.entities.values()) == ["LOCATION"] * 4 + ["PERSON"]


def test_the_keys_are_the_same_under_the_thai_layout(make_open: Any, show: Any, press: Any) -> None:
    opened = open_fruit(make_open)
    view = show(opened)
    view.focus_entity("e1")
    press(view, ord("ฟ"), text="ฟ", scan=38)
    assert view.preview.active
    press(view, Key.Key_Return)
    assert len(opened.layer.entities) == 5


def test_excluded_places_are_framed_apart_and_left_alone(make_open: Any, show: Any, press: Any) -> None:
    line = TEXT.index("\n") + 1
    opened = open_fruit(make_open, excluded=(Exclusion(line, len(TEXT), state="confirmed"),))
    view = show(opened)
    view.focus_entity("e1")
    press(view, Key.Key_A)
    assert standings(view) == ["free", "conflict", "marked", "excluded", "excluded"]
    press(view, Key.Key_Return)
    assert len(opened.layer.entities) == 3


def test_frames_are_painted_and_a_click_takes_them_away(
    make_open: Any, show: Any, press: Any, point: Any, qtbot: Any
) -> None:
    view = show(open_fruit(make_open))
    view.focus_entity("e1")
    before = view.viewport().grab().toImage()
    press(view, Key.Key_A)
    assert view.viewport().grab().toImage() != before
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point(view, 5))
    assert view.scene.preview == ()


def test_places_are_walked_through_while_they_are_framed(make_open: Any, show: Any, press: Any) -> None:
    view = show(open_fruit(make_open))
    view.focus_entity("e1")
    press(view, Key.Key_A)
    seen = []
    for _ in range(3):
        press(view, Key.Key_N)
        seen.append(view.scene.caret)
    assert seen == [TEXT.index("ส้ม", 22), TEXT.rindex("ส้ม"), 0]
