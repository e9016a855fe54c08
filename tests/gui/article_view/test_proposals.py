"""Suggestions in the view: stepping, accepting, rejecting, by keys and by clicks."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt

from khaotag.models.suggest import Reason, Suggestion

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
TEXT = "อบต.หนองแสงทอง กับ วิศรุต แล้ว อบต.หนองแสงทอง พบ วิศรุต\n" + "ข่าวยาว ๆ\n" * 60 + "วิศรุต จบ"


def proposed(label: str, surface: str, place: int, score: float = 0.88) -> Suggestion:
    at = -1
    for _ in range(place + 1):
        at = TEXT.index(surface, at + 1)
    reason = Reason(((label, 14), ("DATE", 2)), 2)
    return Suggestion(at, at + len(surface), label, score, "repeat", reason)


@pytest.fixture
def view(make_open: Any, show: Any) -> Any:
    opened = make_open(TEXT)
    opened.set_suggestions(
        [
            proposed("LOCAL_GOV", "อบต.หนองแสงทอง", 0),
            proposed("PERSON", "วิศรุต", 0),
            proposed("LOCAL_GOV", "อบต.หนองแสงทอง", 1),
            proposed("PERSON", "วิศรุต", 2, 0.5),
        ]
    )
    return show(opened)


def marks(view: Any) -> list[tuple[str, str, str, float | None]]:
    opened = view.document.opened
    return [(e.label, e.surface(TEXT), e.origin, e.score) for e in opened.layer.sorted_entities()]


def test_n_and_p_walk_through_the_suggestions_and_round(view: Any, press: Any) -> None:
    starts = [one.start for one in view.document.opened.suggestions]
    seen = []
    for _ in range(5):
        press(view, Key.Key_N)
        seen.append(view.scene.proposal.start)
    assert seen == [*starts, starts[0]]
    press(view, Key.Key_P)
    assert view.scene.proposal.start == starts[-1]
    assert "14× LOCAL_GOV" not in view.accessibleDescription()
    assert "14× PERSON, 2× DATE; rejected twice" in view.accessibleDescription()


def test_enter_accepts_with_one_key_and_goes_on(view: Any, press: Any) -> None:
    press(view, Key.Key_N)
    press(view, Key.Key_Return)
    assert marks(view) == [("LOCAL_GOV", "อบต.หนองแสงทอง", "suggestion:repeat", 0.88)]
    assert TEXT[view.scene.proposal.start :].startswith("วิศรุต")
    press(view, Key.Key_Return)
    assert len(marks(view)) == 2
    assert len(view.document.opened.suggestions) == 2


def test_a_label_key_accepts_with_another_label_and_without_a_score(view: Any, press: Any) -> None:
    press(view, Key.Key_N)
    press(view, Key.Key_7, text="7")
    assert marks(view) == [("LOCATION", "อบต.หนองแสงทอง", "suggestion:repeat", None)]


def test_x_rejects_and_tells_the_one_who_remembers(view: Any, press: Any) -> None:
    heard: list[Any] = []
    view.proposals.rejected.connect(heard.append)
    first = view.document.opened.suggestions[0]
    press(view, Key.Key_N)
    press(view, Key.Key_X)
    assert heard == [first]
    assert marks(view) == []
    assert first not in view.document.opened.suggestions
    assert view.scene.proposal == view.document.opened.suggestions[0]


def test_all_on_screen_are_accepted_in_one_step_and_those_off_screen_are_not(view: Any, press: Any) -> None:
    steps: list[Any] = []
    view.document.opened.performed.connect(steps.append)
    press(view, Key.Key_Return, SHIFT)
    assert len(steps) == 1
    assert len(marks(view)) == 3
    assert len(view.document.opened.suggestions) == 1
    view.document.opened.apply(steps[0].inverse("undo"))
    assert marks(view) == []


def test_the_keys_are_the_same_under_the_thai_layout(view: Any, press: Any) -> None:
    press(view, ord("ื"), text="ื", scan=57)
    assert view.scene.proposal is not None
    press(view, ord("ป"), text="ป", scan=53)
    assert len(view.document.opened.suggestions) == 3
    press(view, ord("ย"), text="ย", scan=33)
    assert view.scene.proposal == view.document.opened.suggestions[-1]


def test_escape_and_moving_on_leave_the_suggestion(view: Any, press: Any) -> None:
    press(view, Key.Key_N)
    press(view, Key.Key_Escape)
    assert view.scene.proposal is None
    press(view, Key.Key_N)
    press(view, Key.Key_Right)
    assert view.scene.proposal is None
    press(view, Key.Key_Return)
    assert marks(view) == []


def test_a_mark_of_ones_own_takes_the_suggestion_away_at_once(view: Any, press: Any) -> None:
    view.select(0, 14)
    press(view, Key.Key_7, text="7")
    assert all(one.start > 0 for one in view.document.opened.suggestions)
    assert marks(view) == [("LOCATION", "อบต.หนองแสงทอง", "human", None)]


def test_a_click_on_the_chip_focuses_and_one_on_the_tick_accepts(view: Any, qtbot: Any) -> None:
    from khaotag.gui.article_view.proposal_note import note_box

    placed = view.document.line_of(0)
    [chip, *_] = [one.chip for one in placed.line.decoration.proposed]
    left = Qt.MouseButton.LeftButton
    at = QPoint(round(56 + chip.middle), round(placed.baseline - view.top + chip.y + 9))
    qtbot.mouseClick(view.viewport(), left, pos=at)
    assert view.scene.proposal == view.document.opened.suggestions[0]
    port = view.viewport()
    box = note_box(view.document, view.scene.proposal, view.top, port.width(), port.height())
    assert box is not None
    qtbot.mouseClick(port, left, pos=QPoint(round(box.right - 36), round(box.y + 12)))
    assert len(marks(view)) == 1
    box = note_box(view.document, view.scene.proposal, view.top, port.width(), port.height())
    assert box is not None
    qtbot.mouseClick(port, left, pos=QPoint(round(box.right - 12), round(box.y + 12)))
    assert len(marks(view)) == 1
    assert len(view.document.opened.suggestions) == 2


def test_accepting_moves_no_text(view: Any, press: Any) -> None:
    press(view, Key.Key_N)
    before = [placed.baseline for placed in view.document.visible(0, 500)]
    press(view, Key.Key_Return)
    assert [placed.baseline for placed in view.document.visible(0, 500)] == before


def test_chips_of_suggestions_overlap_no_other_chip(make_open: Any, show: Any) -> None:
    opened = make_open(TEXT, entities=[("PERSON", "วิศรุต"), ("DATE", "แสงทอง")])
    opened.set_suggestions([proposed("LOCAL_GOV", "อบต.หนองแสงทอง", 0), proposed("PERSON", "วิศรุต", 1)])
    view = show(opened, width=300)
    for placed in view.document.visible(0, 400):
        decoration = placed.line.decoration
        boxes = [chip.box for chip in decoration.chips] + [one.chip for one in decoration.proposed if one.chip]
        assert not any(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[:i])
