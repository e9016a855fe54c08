"""Articles, views and key events for the tests of the article view."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from khaotag.gui import fonts
from khaotag.gui.article_view import ArticleView
from khaotag.gui.open_article import OpenArticle
from khaotag.models.article import Article, ArticleState, Exclusion
from khaotag.models.layer import Entity, Layer, Relation
from khaotag.models.schema import Schema, schema_from_record
from khaotag.models.tokens import tokenise

TEXT = (
    "อบต.หนองแสงทองเดินหน้าน้ำสะอาดทุกครัวเรือน\n"
    "Social sharing Facebook\n"
    "📌 ร้อยตำรวจเอกวิศรุต แก้วมณีทอง นายก อบต.หนองแสงทอง แถลงวันที่ 14 มกราคม ว่าโครงการน้ำสะอาด วงเงิน 4,850,000 บาท\n"
    "\n"
    "นางสาวปานวาด ศรีสุขธารา สังกัดพรรคธารประชา ลงพื้นที่บ้านดอนตาล\n"
)
WORDS = (
    "อบต.|หนองแสงทอง|เดินหน้า|น้ำสะอาด|ทุกครัวเรือน|Social|sharing|Facebook|ร้อยตำรวจเอก|วิศรุต|แก้วมณีทอง|นายก|แถลง|วันที่|14|"
    "มกราคม|ว่า|โครงการ|วงเงิน|4,850,000|บาท|นางสาว|ปานวาด|ศรีสุขธารา|สังกัด|พรรค|ธารประชา|ลงพื้นที่|บ้านดอนตาล|📌| |."
)


def types() -> dict[str, Any]:
    def entity(name: str, key: str) -> dict[str, Any]:
        return {"id": name, "name": {"th": name, "en": name}, "key": key, "discontinuous": True}

    keyed = {
        "PERSON": "1",
        "TITLE": "2",
        "POSITION": "3",
        "LOCAL_GOV": "5",
        "LOCATION": "7",
        "PROJECT": "0",
        "DATE": "d",
    }
    return {
        "name": "test",
        "title": "test",
        "entities": [entity(name, key) for name, key in keyed.items()],
        "relations": [
            {"id": "HAS_TITLE", "name": "has title", "joins": [{"head": ["PERSON"], "tail": ["TITLE"]}]},
            {"id": "HOLDS", "name": "holds", "joins": [{"head": ["PERSON"], "tail": ["POSITION"]}]},
            {"id": "LIVES_IN", "name": "lives in", "joins": [{"head": ["PERSON"], "tail": ["LOCATION"]}]},
            {"id": "BORN_IN", "name": "born in", "joins": [{"head": ["PERSON"], "tail": ["LOCATION"]}]},
            {"id": "KNOWS", "name": "knows", "symmetric": True, "joins": [{"head": ["*"], "tail": ["PERSON"]}]},
        ],
    }


def cut(piece: str) -> list[str]:
    return re.findall(WORDS, piece, re.DOTALL)


@pytest.fixture
def schema() -> Schema:
    return schema_from_record(types())


@pytest.fixture
def make_open(schema: Schema) -> Callable[..., OpenArticle]:
    """Open a text with entities (label, surface, how many same ones to pass over) and relations (label, head, tail)."""

    def make(
        text: str = TEXT,
        entities: list[tuple[Any, ...]] = [],  # noqa: B006
        relations: list[tuple[str, int, int]] = [],  # noqa: B006
        excluded: tuple[Exclusion, ...] = (),
    ) -> OpenArticle:
        marks: dict[str, Entity] = {}
        for index, (label, surface, *skip) in enumerate(entities):
            at = -1
            for _ in range(1 + (skip[0] if skip else 0)):
                at = text.index(surface, at + 1)
            marks[f"e{index}"] = Entity(f"e{index}", label, at, at + len(surface))
        links = {f"r{i}": Relation(f"r{i}", label, f"e{h}", f"e{t}") for i, (label, h, t) in enumerate(relations)}
        article = Article("a-1", text, state=ArticleState(excluded=excluded))
        tokens = tokenise(text, cut, article.state.confirmed())
        return OpenArticle(article, Layer("me", entities=marks, relations=links), schema, tokens)

    return make


@pytest.fixture
def show(qtbot: Any) -> Iterator[Callable[..., ArticleView]]:
    """Show an article in a view with the keyboard."""
    fonts.load()
    made: list[ArticleView] = []

    def make(opened: OpenArticle, width: int = 832, height: int = 600) -> ArticleView:
        view = ArticleView()
        qtbot.addWidget(view)
        view.resize(width, height)
        view.show_article(opened)
        view.show()
        view.setFocus()
        view.viewport().repaint()
        made.append(view)
        failures: list[Exception] = []
        view.error_shown.connect(failures.append)
        view.setProperty("failures", failures)
        return view

    yield make
    for view in made:
        assert view.property("failures") in ([], None)


@pytest.fixture
def press() -> Callable[..., None]:
    """Press a key as a keyboard does: Latin by name, Thai by its character and scan code."""

    def send(view: ArticleView, key: Qt.Key | int, held: Any = None, text: str = "", scan: int = 0) -> None:
        modifiers = held or Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(view, QKeyEvent(kind, int(key), modifiers, scan, 0, 0, text))

    return send


@pytest.fixture
def point() -> Callable[..., QPoint]:
    """Return where an offset of the article stands in the viewport."""

    def find(view: ArticleView, offset: int, dx: float = 4) -> QPoint:
        placed = view.document.line_of(offset)
        return QPoint(round(view.document.x_of(placed, offset) + dx), round(placed.baseline - view.top - 6))

    return find


@pytest.fixture
def chip() -> Callable[..., QPoint]:
    """Return the middle of an entity's chip in the viewport."""

    def find(view: ArticleView, entity: str) -> QPoint:
        start = view.document.opened.layer.entities[entity].start
        placed = view.document.line_of(start)
        decoration = placed.line.decoration
        assert decoration is not None
        box = next(found.box for found in decoration.chips if found.id == entity)
        return QPoint(round(56 + box.middle), round(placed.baseline - view.top + box.y + 9))

    return find


@pytest.fixture
def drag() -> Callable[..., None]:
    """Drag with the left button from one point to another, with a stop between."""

    def do(view: ArticleView, start: QPoint, end: QPoint, held: Any = None) -> None:
        modifiers = held or Qt.KeyboardModifier.NoModifier
        left, port = Qt.MouseButton.LeftButton, view.viewport()
        QTest.mousePress(port, left, modifiers, start)
        for share in (0.4, 0.8, 1.0):
            between = start + (end - start) * share
            QTest.mouseMove(port, between)
            event_move(view, between, modifiers)
        QTest.mouseRelease(port, left, modifiers, end)

    return do


@pytest.fixture
def move() -> Callable[..., None]:
    """Move the pointer with the left button down."""
    return lambda view, at: event_move(view, at, Qt.KeyboardModifier.NoModifier)


def event_move(view: ArticleView, at: QPoint, held: Any) -> None:
    """Send a move with the button down, which QTest's own does not say on the offscreen platform."""
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QMouseEvent

    where = QPointF(at)
    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, where, view.viewport().mapToGlobal(where), Qt.MouseButton.NoButton, left, held
    )
    QApplication.sendEvent(view.viewport(), event)
