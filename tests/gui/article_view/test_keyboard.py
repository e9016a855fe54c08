from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from khaotag.gui.article_view.commands import COMMANDS
from khaotag.models.schema import COMMAND_KEYS

Key = Qt.Key
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
MARKS = [
    ("PERSON", "วิศรุต แก้วมณีทอง"),
    ("TITLE", "ร้อยตำรวจเอก"),
    ("LOCATION", "บ้านดอนตาล"),
    ("PERSON", "ปานวาด ศรีสุขธารา"),
]


def surface(view: Any) -> str:
    opened = view.document.opened
    return view.focused_entity().surface(opened.article.text)


def test_arrows_move_by_word_past_spaces_and_line_ends(make_open: Any, show: Any, press: Any) -> None:
    view = show(make_open())
    text = view.document.opened.article.text
    view.set_caret(0)
    seen = []
    for _ in range(7):
        press(view, Key.Key_Right)
        seen.append(text[view.scene.caret :][:6])
    assert [word[:4] for word in seen] == ["หนอง", "เดิน", "น้ำส", "ทุกค", "Soci", "shar", "Face"]
    press(view, Key.Key_Left)
    assert text[view.scene.caret :].startswith("sharing")


def test_a_word_is_marked_with_move_extend_and_one_key(make_open: Any, show: Any, press: Any) -> None:
    opened = make_open()
    view = show(opened)
    view.set_caret(opened.article.text.index("วิศรุต"))
    press(view, Key.Key_Right, SHIFT)
    press(view, Key.Key_Right, SHIFT)
    press(view, Key.Key_1, text="1")
    [entity] = opened.layer.entities.values()
    assert entity.label == "PERSON"
    assert entity.surface(opened.article.text) == "วิศรุต แก้วมณีทอง"
    assert view.focused_id == entity.id


def test_a_label_key_without_selection_marks_the_word_at_the_caret(make_open: Any, show: Any, press: Any) -> None:
    opened = make_open()
    view = show(opened)
    view.set_caret(opened.article.text.index("ปานวาด"))
    press(view, Key.Key_1, text="1")
    assert surface(view) == "ปานวาด"


def test_keys_mean_the_same_under_the_thai_layout(make_open: Any, show: Any, press: Any) -> None:
    """Kedmanee types ๅ for the physical 1 (scan code 10), ๙ with Shift, and ก for D (scan code 40)."""
    opened = make_open()
    view = show(opened)
    view.set_caret(opened.article.text.index("มกราคม"))
    press(view, ord("ก"), text="ก", scan=40)
    assert view.focused_entity().label == "DATE"
    press(view, ord("ๅ"), text="ๅ", scan=10)
    assert view.focused_entity().label == "PERSON"
    press(view, ord("/"), SHIFT, text='"', scan=11)
    assert sorted(e.label for e in opened.layer.entities.values()) == ["PERSON", "TITLE"]
    asked: list[str] = []
    view.undo_requested.connect(lambda: asked.append("undo"))
    view.redo_requested.connect(lambda: asked.append("redo"))
    press(view, ord("ผ"), CTRL, scan=52)
    press(view, ord("ผ"), CTRL | SHIFT, scan=52)
    press(view, Key.Key_Y, CTRL)
    assert asked == ["undo", "redo", "redo"]


def test_thai_letters_do_without_scan_codes(make_open: Any, show: Any, press: Any) -> None:
    opened = make_open()
    view = show(opened)
    view.set_caret(opened.article.text.index("มกราคม"))
    press(view, ord("ๅ"), text="ๅ")
    assert view.focused_entity().label == "PERSON"
    press(view, ord("ก"), text="ก")
    assert view.focused_entity().label == "DATE"


def test_a_focused_entity_is_relabelled_and_the_last_label_repeated(make_open: Any, show: Any, press: Any) -> None:
    opened = make_open(entities=MARKS)
    view = show(opened)
    view.focus_entity("e2")
    press(view, Key.Key_5, text="5")
    assert opened.layer.entities["e2"].label == "LOCAL_GOV"
    view.focus_entity("e1")
    press(view, Key.Key_Period, text=".")
    assert opened.layer.entities["e1"].label == "LOCAL_GOV"


def test_shift_and_a_label_key_add_a_second_label_to_the_same_range(make_open: Any, show: Any, press: Any) -> None:
    opened = make_open(entities=MARKS)
    view = show(opened)
    view.focus_entity("e0")
    press(view, Key.Key_At, SHIFT, text="@")
    same = [e.label for e in opened.layer.entities.values() if e.ranges == opened.layer.entities["e0"].ranges]
    assert sorted(same) == ["PERSON", "TITLE"]


def test_shift_arrows_resize_the_end_and_ctrl_shift_arrows_the_start(make_open: Any, show: Any, press: Any) -> None:
    opened = make_open(entities=MARKS)
    view = show(opened)
    view.focus_entity("e0")
    press(view, Key.Key_Left, SHIFT)
    assert surface(view) == "วิศรุต"
    press(view, Key.Key_Right, SHIFT)
    press(view, Key.Key_Left, CTRL | SHIFT)
    assert surface(view) == "ร้อยตำรวจเอกวิศรุต แก้วมณีทอง"
    press(view, Key.Key_Right, CTRL | SHIFT)
    press(view, Key.Key_Left, ALT | SHIFT)
    assert surface(view) == "วิศรุต แก้วมณีทอ"


def test_an_entity_cannot_be_shrunk_to_nothing(make_open: Any, show: Any, press: Any) -> None:
    opened = make_open(entities=MARKS)
    view = show(opened)
    refused: list[object] = []
    opened.refused.connect(refused.append)
    view.focus_entity("e1")
    press(view, Key.Key_Left, SHIFT)
    assert surface(view) == "ร้อยตำรวจเอก"
    assert refused


def test_delete_takes_the_relations_along_and_says_so(make_open: Any, show: Any, press: Any) -> None:
    opened = make_open(entities=MARKS, relations=[("HAS_TITLE", 0, 1), ("LIVES_IN", 0, 2)])
    view = show(opened)
    told: list[str] = []
    view.told.connect(told.append)
    view.focus_entity("e0")
    press(view, Key.Key_Delete)
    assert set(opened.layer.entities) == {"e1", "e2", "e3"}
    assert not opened.layer.relations
    assert "2" in told[0]
    assert view.focused_id is None


def test_tab_goes_through_entities_in_reading_order(make_open: Any, show: Any, press: Any) -> None:
    view = show(make_open(entities=MARKS))
    seen = []
    for _ in range(4):
        press(view, Key.Key_Tab)
        seen.append(view.focused_id)
    press(view, Key.Key_Backtab, SHIFT)
    assert [*seen, view.focused_id] == ["e1", "e0", "e3", "e2", "e3"]


def test_a_relation_is_made_with_three_keys(make_open: Any, show: Any, press: Any) -> None:
    opened = make_open(entities=MARKS)
    view = show(opened)
    view.focus_entity("e0")
    press(view, Key.Key_R, text="r")
    assert set(view.scene.hints) == {"e1", "e2", "e3"}, "legal ends only"
    press(view, ord(view.scene.hints["e2"].upper()))
    assert view.scene.choices == ("LIVES_IN", "BORN_IN")
    press(view, Key.Key_2, text="2")
    [relation] = opened.layer.relations.values()
    assert (relation.label, relation.head, relation.tail) == ("BORN_IN", "e0", "e2")
    assert view.focused_id == relation.id
    assert view.scene.lit is None


def test_a_relation_of_which_one_type_is_legal_needs_no_choice(make_open: Any, show: Any, press: Any) -> None:
    opened = make_open(entities=MARKS)
    view = show(opened)
    view.focus_entity("e0")
    press(view, ord("พ"), text="พ", scan=27)
    letter = view.scene.hints["e1"]
    press(view, ord(letter.upper()))
    assert [r.label for r in opened.layer.relations.values()] == ["HAS_TITLE"]


def test_relation_mode_turns_round_cycles_and_goes_back(make_open: Any, show: Any, press: Any) -> None:
    opened = make_open(entities=MARKS)
    view = show(opened)
    view.focus_entity("e1")
    press(view, Key.Key_R)
    assert view.scene.lit == {"e0", "e3"}, "a title may know a person"
    press(view, Key.Key_Space, SHIFT)
    assert view.scene.lit == {"e0", "e3"}, "a person may have a title"
    press(view, Key.Key_Tab)
    press(view, Key.Key_Return)
    [relation] = opened.layer.relations.values()
    assert (relation.label, relation.head, relation.tail) == ("HAS_TITLE", "e0", "e1")
    press(view, Key.Key_Escape)
    press(view, Key.Key_R)
    press(view, Key.Key_Escape)
    assert view.scene.source is None
    assert not view.relating.active


def test_a_relation_is_flipped_followed_and_removed(make_open: Any, show: Any, press: Any) -> None:
    opened = make_open(entities=MARKS, relations=[("KNOWS", 0, 3)])
    view = show(opened)
    view.focus_entity("e0")
    press(view, Key.Key_BracketRight)
    assert view.focused_id == "r0"
    press(view, Key.Key_Space, SHIFT)
    assert opened.layer.relations["r0"].head == "e3"
    press(view, Key.Key_Return)
    assert view.focused_id == "e3"
    view.focus_relation("r0")
    press(view, Key.Key_Backspace)
    assert not opened.layer.relations


def test_hint_letters_jump_to_any_visible_word(make_open: Any, show: Any, press: Any) -> None:
    opened = make_open()
    view = show(opened)
    press(view, Key.Key_G, text="g")
    at = opened.article.text.index("ธารประชา")
    for letter in view.scene.token_hints[at]:
        press(view, ord(letter.upper()))
    assert view.scene.caret == at
    assert not view.scene.token_hints


def test_escape_goes_one_level_back(make_open: Any, show: Any, press: Any) -> None:
    view = show(make_open(entities=MARKS))
    view.focus_entity("e0")
    press(view, Key.Key_R)
    press(view, Key.Key_Escape)
    assert view.focused_id == "e0"
    press(view, Key.Key_Escape)
    assert view.focused_id is None
    view.select(0, 4)
    press(view, Key.Key_Escape)
    assert view.selection is None


def test_copy_gives_the_original_text(make_open: Any, show: Any, press: Any) -> None:
    opened = make_open(text="คำ\u200bพูด\u00a0ไทย 🍊 จบ")
    view = show(opened)
    press(view, Key.Key_A, CTRL)
    press(view, ord("แ"), CTRL, scan=54)
    assert QGuiApplication.clipboard().text() == opened.article.text


def test_lines_are_walked_at_the_same_x(make_open: Any, show: Any, press: Any) -> None:
    opened = make_open()
    view = show(opened, width=420)
    view.set_caret(opened.article.text.index("น้ำสะอาด"))
    x = view.document.x_of(view.document.line_of(view.scene.caret), view.scene.caret)
    for _ in range(4):
        press(view, Key.Key_Down)
    for _ in range(4):
        press(view, Key.Key_Up)
    assert opened.article.text[view.scene.caret :].startswith("น้ำสะอาด")
    assert view.document.x_of(view.document.line_of(view.scene.caret), view.scene.caret) == x


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_runs_with_and_without_focus(make_open: Any, show: Callable[..., Any], command: Any) -> None:
    view = show(make_open(entities=MARKS, relations=[("KNOWS", 0, 3)]))
    for mark in (None, "e0", "r0"):
        view.focus_mark(mark)
        assert view.keyboard.run(command.id)
        view.stop_modes()
        view.viewport().repaint()


def test_no_two_commands_claim_a_key_and_schemas_know_the_letters() -> None:
    for state in {state for command in COMMANDS for state in command.states}:
        chords = [chord for command in COMMANDS if state in command.states for chord in command.keys]
        assert len(chords) == len(set(chords))
    assert {"g", "r", "a", "n", "p", "x"} <= COMMAND_KEYS


def test_another_article_ends_what_was_being_made(make_open: Any, show: Any, press: Any) -> None:
    view = show(make_open(entities=MARKS))
    view.focus_entity("e0")
    press(view, Key.Key_R)
    assert view.banner.isVisible()
    view.show_article(make_open())
    assert not view.banner.isVisible()
    assert not view.relating.active
    assert view.focused_id is None


def test_a_letter_that_no_hint_begins_with_tags_nothing_and_stays_in_jump_mode(
    make_open: Any, show: Any, press: Any
) -> None:
    opened = make_open("ธารา ใจดี นายก อบต.นาคำ")
    view = show(opened)
    press(view, Qt.Key.Key_G)
    hints = dict(view.scene.token_hints)
    assert hints
    for key in (Qt.Key.Key_Z, Qt.Key.Key_1):
        press(view, key)
    assert view.scene.token_hints == hints
    assert not opened.layer.entities
    press(view, Qt.Key.Key_Escape)
    assert not view.scene.token_hints
