"""Any keys and any mouse: no boundary inside a character, and undo gives back the same bytes."""

from __future__ import annotations

import os
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from khaotag.gui.article_view import ArticleView
from khaotag.gui.article_view.commands import COMMANDS
from khaotag.gui.open_article import OpenArticle
from khaotag.models.article import Article
from khaotag.models.change import Change
from khaotag.models.layer import Layer
from khaotag.models.schema import Schema
from khaotag.models.text import is_boundary
from khaotag.models.tokens import tokenise
from khaotag.storage.formats.native_writer import layer_record

TEXT = (
    "ปั๊มน้ำกี๋ นายวิศรุต แก้วมณีทอง นายก อบต.น้ำใส\n"
    "สำนัก (الجزيرة) רשת 14 ม.ค. 2569 วงเงิน 4,850 บาท\n"
    "อีโมจิ 👨‍👩‍👧‍👦 🇹🇭 👍🏽 เกี๊ยวน้ำ “กตัญญู”"
)
EXAMPLES = 400 if os.environ.get("KHAOTAG_LONG_TESTS") else 25
# What leaves the article, or copies it, is no gesture on its marks.
_APART = {"leave", "leave_back", "copy", "undo", "redo", "done", "inspect", "search_label", "note"}
_NAMES = [command.id for command in COMMANDS if command.id not in _APART]
_LEFT = Qt.MouseButton.LeftButton


def words(piece: str) -> list[str]:
    return [piece[at : at + 4] for at in range(0, len(piece), 4)]


Gesture = tuple[str, Any]


def gestures() -> st.SearchStrategy[list[Gesture]]:
    points = st.tuples(st.integers(40, 560), st.integers(10, 380))
    held = st.sampled_from(
        [
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ControlModifier,
            Qt.KeyboardModifier.AltModifier,
            Qt.KeyboardModifier.ShiftModifier,
        ]
    )
    return st.lists(
        st.one_of(
            st.tuples(st.just("do"), st.sampled_from(_NAMES)),
            st.tuples(st.just("key"), st.sampled_from("1237d0asdfjkl.")),
            st.tuples(st.just("drag"), st.tuples(points, points, held)),
            st.tuples(st.just("click"), st.tuples(points, points, held)),
        ),
        min_size=5,
        max_size=40,
    )


def act(view: ArticleView, gesture: Gesture) -> None:
    kind, what = gesture
    if kind == "do" and not view.relating.active and not view.scene.token_hints:
        view.run(what)
    elif kind == "key":
        key = Qt.Key(ord(what.upper()))
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, what)
        QApplication.sendEvent(view, event)
    elif kind in ("drag", "click"):
        start, end, held = what
        steps = [(QEvent.Type.MouseButtonPress, start), (QEvent.Type.MouseButtonRelease, start)]
        if kind == "drag":
            steps = [steps[0], (QEvent.Type.MouseMove, end), (QEvent.Type.MouseButtonRelease, end)]
        for event_kind, at in steps:
            point = QPointF(*at)
            buttons = Qt.MouseButton.NoButton if event_kind == QEvent.Type.MouseButtonRelease else _LEFT
            button = Qt.MouseButton.NoButton if event_kind == QEvent.Type.MouseMove else _LEFT
            port = view.viewport()
            QApplication.sendEvent(port, QMouseEvent(event_kind, point, port.mapToGlobal(point), button, buttons, held))


def native(opened: OpenArticle) -> bytes:
    return orjson.dumps([layer_record(opened.layer, opened.article), list(opened.article.state.excluded)], default=list)


@pytest.fixture
def bare(show: Any, make_open: Any) -> ArticleView:
    view: ArticleView = show(make_open("ว่าง"), width=620, height=400)
    return view


@settings(max_examples=EXAMPLES)
@given(gestures())
def test_any_gestures_cut_no_character_and_are_undone_to_the_same_bytes(
    bare: ArticleView, schema: Schema, drawn: list[Gesture]
) -> None:
    opened = OpenArticle(Article("a-1", TEXT), Layer("me"), schema, tokenise(TEXT, words))
    made: list[Change] = []
    opened.performed.connect(made.append)
    bare.show_article(opened)
    empty = native(opened)
    for gesture in drawn:
        act(bare, gesture)
        for entity in opened.layer.entities.values():
            assert all(is_boundary(TEXT, edge) for pair in entity.ranges for edge in pair)
    whole = native(opened)
    for change in reversed(made):
        opened.apply(change.inverse("undo"))
    assert native(opened) == empty
    for change in made:
        opened.apply(change)
    assert native(opened) == whole
    assert bare.property("failures") == []
