from __future__ import annotations

import ast
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QApplication

import khaotag.gui.article_view as package
from khaotag.gui.article_view import ArticleView
from khaotag.gui.article_view.hit import entities_at, hit
from khaotag.gui.article_view.metrics import GUTTER
from khaotag.gui.open_article import OpenArticle
from khaotag.gui.reading import Reading
from khaotag.gui.theme import DARK
from khaotag.models import edit
from khaotag.models.article import Article
from khaotag.models.layer import Entity, Layer, Relation
from khaotag.models.schema import Schema
from khaotag.models.text import canonicalise, is_boundary
from khaotag.models.tokens import tokenise

ODD = (
    "ปั๊ปิ้กี๋ ญี่ฎูฏู\n\nคำ\u200bพูด \u202eกลับ\u202c \tแท็บ\x07\n"
    "สำนัก (الجزيرة) รายงาน فلسطين حرة اليوم และ שלום עולם จบ\n"
    "อีโมจิ 👨‍👩‍👧‍👦 🇹🇭 👍🏽 📌 น้ำใจ เกี๊ยว\n" + "9" * 500 + "\nท้าย"
)


def words(piece: str) -> list[str]:
    return [piece[at : at + 3] for at in range(0, len(piece), 3)]


def opened(text: str, schema: Schema, spans: list[tuple[int, int]], links: list[tuple[int, int]]) -> OpenArticle:
    labels = [kind.id for kind in schema.entities]
    entities = {f"e{i}": Entity(f"e{i}", labels[i % len(labels)], a, b) for i, (a, b) in enumerate(spans)}
    relations = {f"r{i}": Relation(f"r{i}", "KNOWS", f"e{h}", f"e{t}") for i, (h, t) in enumerate(links)}
    tokens = tokenise(text, words)
    return OpenArticle(Article("a", text), Layer("me", entities=entities, relations=relations), schema, tokens)


@st.composite
def marked(draw: st.DrawFn) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    good = [at for at in range(len(ODD) + 1) if is_boundary(ODD, at)]
    spans = []
    for _ in range(draw(st.integers(0, 25))):
        first = draw(st.integers(0, len(good) - 2))
        spans.append((good[first], good[min(len(good) - 1, first + draw(st.integers(1, 12)))]))
    links = [
        (draw(st.integers(0, len(spans) - 1)), draw(st.integers(0, len(spans) - 1)))
        for _ in range(draw(st.integers(0, 10)) if spans else 0)
    ]
    return spans, [(head, tail) for head, tail in links if head != tail]


@pytest.fixture
def bare(show: Any, schema: Schema) -> ArticleView:
    view: ArticleView = show(opened("ว่าง", schema, [], []))
    return view


@settings(max_examples=40)
@given(marked(), st.sampled_from([240, 480, 832]))
def test_hit_testing_finds_what_was_laid_out_and_nothing_overlaps(
    bare: ArticleView, schema: Schema, drawn: Any, width: int
) -> None:
    bare.resize(width, 500)
    bare.show_article(opened(ODD, schema, *drawn))
    document = bare.document
    for placed in document.visible(0, 1e9):
        decoration = placed.line.decoration
        if decoration is None:
            continue
        boxes = []
        for chip in decoration.chips:
            found = hit(document, None, GUTTER + chip.box.middle, placed.baseline + chip.box.y + 9)
            assert (found.what, found.id) == ("chip", chip.id)
            boxes.append(chip.box)
        for pill in decoration.pills:
            found = hit(document, None, GUTTER + pill.box.middle, placed.baseline + pill.box.y + 9)
            assert (found.what, found.id) == ("more" if pill.more else "pill", pill.id)
            boxes.append(pill.box)
        for arc in decoration.arcs:
            found = hit(document, None, GUTTER + arc.label.middle, placed.baseline + arc.label.y + 8)
            assert (found.what, found.id) == ("arc", arc.id)
        for one, other in combinations(boxes, 2):
            assert not one.overlaps(other)
        for box in boxes:
            assert box.x >= 0
            assert GUTTER + box.right <= bare.viewport().width()
            assert placed.baseline + box.y >= placed.top
        for band in decoration.bands:
            if band.x1 - band.x0 > 1:
                at = (GUTTER + (band.x0 + band.x1) / 2, placed.baseline - 4)
                assert band.id in [entity.id for entity in entities_at(document, placed, *at)]


@settings(max_examples=25)
@given(
    marked(),
    st.lists(st.sampled_from(["Right", "Left", "Down", "Up", "Tab", "1", "2", "d", "x", "h", "D", "r", "Esc", "A"])),
)
def test_no_keys_ever_make_a_boundary_inside_a_grapheme_and_the_index_stays_true(
    bare: ArticleView, schema: Schema, drawn: Any, keys: list[str]
) -> None:
    article = opened(ODD, schema, *drawn)
    bare.show_article(article)
    shift, control, alt = (
        Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.AltModifier,
    )
    chords = {
        "Right": (Qt.Key.Key_Right, None),
        "Left": (Qt.Key.Key_Left, None),
        "Down": (Qt.Key.Key_Down, shift),
        "Up": (Qt.Key.Key_Up, shift),
        "Tab": (Qt.Key.Key_Tab, None),
        "1": (Qt.Key.Key_1, None),
        "2": (Qt.Key.Key_2, shift),
        "d": (Qt.Key.Key_D, None),
        "x": (Qt.Key.Key_Right, alt | shift),
        "h": (Qt.Key.Key_Left, control | shift),
        "D": (Qt.Key.Key_Delete, None),
        "r": (Qt.Key.Key_R, None),
        "A": (Qt.Key.Key_A, None),
        "Esc": (Qt.Key.Key_Escape, None),
    }
    for name in keys:
        key, held = chords[name]
        event = QKeyEvent(QEvent.Type.KeyPress, key, held or Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(bare, event)
    bare.viewport().repaint()
    layer = article.layer
    for entity in layer.entities.values():
        assert all(is_boundary(ODD, edge) for pair in entity.ranges for edge in pair)
    index = bare.document.index
    assert index.order == sorted(entity.place for entity in layer.entities.values())
    for entity in layer.entities.values():
        for block in index.blocks_of(entity):
            assert entity.id in set(index.in_block(block))
        assert index.relations_of(entity.id) == sorted(r.id for r in layer.relations_of(entity.id))
    assert bare.property("failures") == []


def painted(view: ArticleView) -> QImage:
    return view.viewport().grab().toImage()


def test_a_change_repaints_as_a_fresh_view_would(make_open: Any, show: Any) -> None:
    entities = [("PERSON", "วิศรุต แก้วมณีทอง"), ("TITLE", "ร้อยตำรวจเอก"), ("LOCATION", "บ้านดอนตาล")]
    article = make_open(entities=entities, relations=[("HAS_TITLE", 0, 1), ("LIVES_IN", 0, 2)])
    view = show(article)
    at = article.article.text.index("ปานวาด")
    steps = (
        lambda: edit.mark(article.article, article.layer, article.schema, "n", "PERSON", [(at, at + 6)]),
        lambda: edit.relate(article.article, article.layer, article.schema, "k", "KNOWS", "e0", "n"),
        lambda: (
            edit.relabel(article.article, article.layer, article.schema, "e2", "PROJECT")
            if False
            else edit.resize(article.article, article.layer, article.schema, "n", [(at, at + 16)])
        ),
        lambda: edit.remove(article.article, article.layer, "e1"),
    )
    for step in steps:
        assert article.perform(step) is not None
        copy = show(OpenArticle(article.article, article.layer, article.schema, article.tokens))
        copy.clearFocus()
        view.clearFocus()
        view.scene.active = copy.scene.active = False
        assert painted(view) == painted(copy)


def test_nothing_is_painted_at_the_edges_of_the_view(show: Any, schema: Schema) -> None:
    """Ink that reached the right edge would be cut."""
    spans = [(0, 9), (3, 9), (12, 20)]
    view = show(opened(ODD, schema, spans, [(0, 2)]), width=420)
    image = painted(view)
    paper = image.pixelColor(1, 1)
    for y in range(image.height()):
        assert image.pixelColor(0, y) == paper
        assert image.pixelColor(image.width() - 14, y) == paper


def test_stacked_marks_stay_inside_their_line(show: Any, schema: Schema) -> None:
    view = show(opened("ปั๊ปิ้กี๋ญี่ฎูฏู\nปั๊ปิ้กี๋ญี่ฎูฏู\nปั๊ปิ้กี๋ญี่ฎูฏู", schema, [], []))
    image = painted(view)
    dark = [
        y
        for y in range(image.height())
        if any(image.pixelColor(x, y).lightness() < 110 for x in range(GUTTER, GUTTER + 160))
    ]
    for placed in view.document.visible(0, 500):
        inside = [y for y in dark if placed.top <= y < placed.top + placed.line.height]
        assert inside
        assert inside[0] > placed.top
        assert inside[-1] < placed.top + placed.line.height - 1


def test_text_stays_where_it_is_while_the_rest_is_laid_out(show: Any, schema: Schema, qtbot: Any) -> None:
    text = "\n".join("ข่าวยาวมากจากจังหวัด " * (3 + index % 9) for index in range(300))
    spans = [(at, at + 6) for at in range(0, len(text) - 30, 200) if "\n" not in text[at : at + 6]]
    view = show(opened(text, schema, spans, []))
    view.scroll_to(len(text) // 2)
    view.viewport().repaint()
    placed = view.document.line_at(view.top + 100)
    before = placed.top - view.top
    start = placed.line.row.start
    qtbot.waitUntil(lambda: not view._idle.isActive(), timeout=10_000)
    view.viewport().repaint()
    assert abs(view.document.line_of(start).top - view.top - before) <= 1
    assert view.verticalScrollBar().maximum() == int(view.document.height - view.viewport().height())


def test_another_width_keeps_the_first_line_on_top(show: Any, schema: Schema) -> None:
    text = "\n".join("ข่าวยาวมากจากจังหวัด " * 12 for _ in range(60))
    view = show(opened(text, schema, [], []))
    view.scroll_to(len(text) // 2)
    first = view.document.line_at(view.top + 1).line.row.start
    view.resize(520, 600)
    QApplication.processEvents()
    row = view.document.line_at(view.top + 1).line.row
    assert row.start <= first < row.end + 1


def test_other_tokens_language_theme_and_font_are_taken(make_open: Any, show: Any) -> None:
    article = make_open(entities=[("PERSON", "วิศรุต แก้วมณีทอง")])
    view = show(article)
    article.set_tokens([])
    view.set_language("en")
    view.set_theme(DARK)
    view.set_reading(Reading("Sarabun", 24))
    assert painted(view).pixelColor(2, 2).name() == DARK.paper.lower()
    view.show_article(None)
    painted(view)
    assert view.selection is None
    assert view.focused_id is None


def test_a_fault_is_shown_and_its_details_can_be_copied(make_open: Any, show: Any, qtbot: Any, caplog: Any) -> None:
    view = show(make_open())
    view._canvas.paint = None
    view.viewport().repaint()
    qtbot.waitUntil(view._failure.isVisible)
    assert "TypeError" in view._failure._what.text()
    view._failure.copy_button.click()
    assert "Traceback" in QApplication.clipboard().text()
    view.setProperty("failures", None)


def test_a_screen_reader_hears_the_focus(make_open: Any, show: Any) -> None:
    view = show(make_open(entities=[("PERSON", "วิศรุต แก้วมณีทอง"), ("TITLE", "ร้อยตำรวจเอก")]))
    view.focus_entity("e0")
    assert view.accessibleDescription() == "วิศรุต แก้วมณีทอง, PERSON, 2 of 2"
    view.set_caret(0)
    assert view.accessibleDescription() == "อบต."


def test_the_real_articles_are_shown_whole(shared_articles: list[Path], show: Any, schema: Schema) -> None:
    from pythainlp import word_tokenize

    for path in shared_articles:
        text, _ = canonicalise(path.read_text(encoding="utf-8"))
        tokens = tokenise(text, lambda piece: word_tokenize(piece, engine="newmm"))
        view = show(OpenArticle(Article("a", text), Layer("me"), schema, tokens))
        shown = "".join(text[p.line.row.start : p.line.row.end] for p in view.document.visible(0, 1e9))
        assert shown == text.replace("\n", "")
        for placed in view.document.visible(0, 1e9):
            assert placed.line.row.x1 - placed.line.row.x0 <= view.document.column + 0.1


def test_every_override_of_the_view_is_guarded() -> None:
    for path in Path(package.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                marks = [ast.unparse(mark) for mark in node.decorator_list]
                qt = node.name.endswith("Event") or node.name in ("event", "scrollContentsBy", "focusNextPrevChild")
                guarded = any(mark.startswith("guarded") for mark in marks)
                assert guarded == qt, node.name
                assert not qt or "override" in marks, node.name


def test_the_strip_at_the_top_ends_where_the_scroll_bar_begins(make_open: Any, show: Any) -> None:
    view = show(make_open())
    for width in (640, 900):
        view.resize(width, 500)
        assert view.banner.width() == view.viewport().width()
        assert view.banner.width() < view.width()
