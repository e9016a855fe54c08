"""Focus mode, only some labels, and the guideline of the label in hand: a key there, the same key or Esc back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from khaotag.gui.panels.guideline import GuidelineDrawer
from khaotag.models import edit

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def app(open_app: Callable[..., Any], project_file: Path, qtbot: Any) -> Any:
    """A window on an article with a person and a local government."""
    made = open_app(project_file)
    for mark_id, surface, label in (("e1", "วิศรุต", "PERSON"), ("e2", "อบต.หนองแสงทอง", "LOCAL_GOV")):
        opened = made.workspace.article
        start = opened.article.text.index(surface)
        ranges = [(start, start + len(surface))]
        opened.perform(
            lambda at=ranges, name=label, one=mark_id, of=opened: edit.mark(
                of.article, of.layer, of.schema, one, name, at
            )
        )
    made.view.setFocus()
    return made


def press(app: Any, key: Qt.Key, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(app.view, key, modifier)
    QApplication.processEvents()


def drawer(app: Any) -> GuidelineDrawer:
    found = app.page.findChildren(GuidelineDrawer)
    assert len(found) == 1
    return found[0]  # type: ignore[no-any-return]


def words_in(widget: Any) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def test_focus_mode_leaves_only_the_article_and_comes_back(app: Any) -> None:
    press(app, Qt.Key.Key_F11)
    beside = (app.articles, app.side, app.rail, app.top)
    assert not any(widget.isVisible() for widget in beside)
    assert app.view.hasFocus()
    app.window.resize(1300, 800)
    assert not app.articles.isVisible(), "another size does not bring the list back"
    press(app, Qt.Key.Key_Escape)
    assert all(widget.isVisible() for widget in beside)
    press(app, Qt.Key.Key_F11)
    app.show_page("history")
    assert app.rail.isVisible(), "another page has its bars"


def test_other_labels_stand_back_until_esc(app: Any) -> None:
    bright = app.view.grab().toImage()
    grid = app.labels.grid
    at = next(index for index, kind in enumerate(grid._kinds) if kind.id == "PERSON")
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, CTRL, grid.cell(at).center().toPoint())
    assert app.view.shown_labels == {"PERSON"}
    assert app.workspace.article.layer.entities.keys() == {"e1", "e2"}, "nothing was marked"
    assert app.view.grab().toImage() != bright
    assert any("Person" in text and "bright" in text for text in words_in(app.labels))
    app.workspace.open_article(app.workspace.project.page().rows[3].id)
    assert app.view.shown_labels == {"PERSON"}, "the next article is seen the same way"
    press(app, Qt.Key.Key_Escape)
    assert app.view.shown_labels is None
    assert not app.labels._strip.isVisible()


def test_the_label_in_hand_is_filtered_by_key_and_any_by_command(app: Any) -> None:
    app.view.focus_entity("e2")
    press(app, Qt.Key.Key_H, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert app.view.shown_labels == {"LOCAL_GOV"}
    found = [one for one in app.finder.commands(app.actions.run, "Show only") if one.name == "Show only: Person"]
    found[0].run()
    assert app.view.shown_labels == {"LOCAL_GOV", "PERSON"}
    app.actions.run("all_labels")
    assert app.view.shown_labels is None


def test_the_guideline_follows_the_label_in_hand_and_leaves_the_keys_alone(app: Any) -> None:
    app.view.focus_entity("e1")
    press(app, Qt.Key.Key_G, CTRL)
    shown = drawer(app)
    kinds = app.workspace.project.schema.entity_types
    assert shown.isVisible()
    assert app.view.hasFocus()
    assert kinds["PERSON"].guideline.en in words_in(shown)
    app.view.focus_entity("e2")
    assert kinds["LOCAL_GOV"].guideline.en in words_in(shown)
    app.look.set_language("th")
    assert kinds["LOCAL_GOV"].guideline.th in words_in(shown)
    press(app, Qt.Key.Key_Escape)
    assert not shown.isVisible()
    assert app.view.focused_id == "e2", "Esc took only the guideline away"
    press(app, Qt.Key.Key_G, CTRL)
    press(app, Qt.Key.Key_G, CTRL)
    assert not shown.isVisible()


def test_pointing_at_a_label_shows_its_guideline(app: Any) -> None:
    press(app, Qt.Key.Key_G, CTRL)
    assert any("point at a label" in text for text in words_in(drawer(app)))
    grid = app.labels.grid
    QTest.mouseMove(grid, QPoint(1, 1))
    at = next(index for index, kind in enumerate(grid._kinds) if kind.id == "DATE")
    QTest.mouseMove(grid, grid.cell(at).center().toPoint())
    QApplication.processEvents()
    date = app.workspace.project.schema.entity_types["DATE"]
    assert date.guideline.en in words_in(drawer(app))
    assert [text for text in words_in(drawer(app)) if text in date.right] == list(date.right)
