"""The history page: told in words, followed, filtered, one step back, the article as it was, and quick when long."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import orjson
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from sqlalchemy import insert, select

from khaotag.gui.dates import moment
from khaotag.gui.dialogs.plain import DetailsDialog
from khaotag.gui.panels.history_model import WHAT
from khaotag.gui.panels.history_panel import HistoryPanel
from khaotag.gui.panels.restore_dialog import RestoreDialog
from khaotag.models import edit
from khaotag.storage import counters, history, tables
from khaotag.storage.project import Project
from khaotag.storage.tables import article as articles


@pytest.fixture
def at_work(open_app: Callable[..., Any], project_file: Path, qtbot: Any) -> Any:
    """A window on an article in which two entities were marked and related."""
    app = open_app(project_file, size=(1280, 720))
    mark(app, "วิศรุต", "PERSON", "e1")
    mark(app, "อบต.หนองแสงทอง", "LOCAL_GOV", "e2")
    opened = app.workspace.article
    opened.perform(lambda: edit.relate(opened.article, opened.layer, opened.schema, "r1", "MEMBER_OF", "e1", "e2"))
    qtbot.waitUntil(lambda: app.workspace.idle)
    return app


def mark(app: Any, surface: str, label: str, mark_id: str) -> None:
    opened = app.workspace.article
    start = opened.article.text.index(surface)
    ranges = [(start, start + len(surface))]
    opened.perform(lambda: edit.mark(opened.article, opened.layer, opened.schema, mark_id, label, ranges))


def page_of(app: Any) -> HistoryPanel:
    QTest.keyClick(app.view, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    page = app.pages.current()
    assert isinstance(page, HistoryPanel)
    QApplication.processEvents()
    return page


def said(page: HistoryPanel) -> list[str]:
    return [page.model.index(row, WHAT).data() for row in range(page.model.rowCount())]


def choose(page: HistoryPanel, row: int) -> None:
    page.tree.setCurrentIndex(page.model.index(row, 0))


def test_each_step_is_told_with_the_names_of_labels_and_entities(at_work: Any) -> None:
    page = page_of(at_work)
    assert said(page)[:3] == [
        "related “วิศรุต” to “อบต.หนองแสงทอง” as member of",
        "marked “อบต.หนองแสงทอง” as Local government",
        "marked “วิศรุต” as Person",
    ]
    assert page.model.index(0, 0).data().startswith("today ")
    at_work.look.set_language("th")
    assert "บุคคล" in said(page)[2]


def test_times_are_local_and_thai_dates_count_from_the_buddhist_era(at_work: Any) -> None:
    bangkok = timezone(timedelta(hours=7))
    now = datetime(2026, 1, 16, 12, 0, tzinfo=bangkok)
    at_work.look.set_language("th")
    assert moment("2026-01-16T03:42:00.000+00:00", now, "th").endswith("10:42")
    assert moment("2025-12-31T20:05:00.000+00:00", now, "th") == "1 ม.ค. 2569 03:05"
    assert moment("2025-12-31T20:05:00.000+00:00", now, "en") == "1 Jan 2026 03:05"


def test_enter_opens_the_article_where_it_was_changed(at_work: Any, qtbot: Any) -> None:
    page = page_of(at_work)
    at_work.workspace.open_article(at_work.workspace.project.page().rows[3].id)
    page.scope.choose("project")
    page.refresh()
    choose(page, 1)
    QTest.keyClick(page.tree, Qt.Key.Key_Return)
    assert at_work.window.pages.currentWidget() is at_work.page
    text = at_work.workspace.article.article.text
    assert at_work.view.scene.caret == text.index("อบต.หนองแสงทอง")


def test_a_step_is_taken_back_by_key_and_done_again(at_work: Any, qtbot: Any) -> None:
    page = page_of(at_work)
    choose(page, 0)
    QTest.keyClick(page.tree, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not at_work.workspace.article.layer.relations)
    qtbot.waitUntil(lambda: said(page)[0].startswith("Undone"))
    assert said(page)[1].endswith("(taken back)")
    choose(page, 1)
    assert not page.back.isEnabled()
    choose(page, 0)
    qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(at_work.workspace.article.layer.relations) == 1)
    qtbot.waitUntil(lambda: said(page)[0].startswith("Done again"))
    assert not said(page)[2].endswith("(taken back)"), "the step holds again"


def test_what_something_later_needs_is_not_taken_back_and_the_reason_is_told(at_work: Any, qtbot: Any) -> None:
    page = page_of(at_work)
    choose(page, 2)
    QTest.keyClick(page.tree, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: any("depends on this step" in text for text in shown_texts()))
    assert len(at_work.workspace.article.layer.entities) == 2
    for dialog in page.findChildren(DetailsDialog):
        dialog.close()


def shown_texts() -> list[str]:
    return [
        label.text()
        for widget in QApplication.topLevelWidgets()
        if widget.isVisible()
        for label in widget.findChildren(QLabel)
    ]


def test_a_step_of_somebody_else_is_asked_about_first(at_work: Any, qtbot: Any) -> None:
    project = at_work.workspace.project
    article = at_work.workspace.article.article
    change = edit.mark(article, project.layer(article.id, "noi"), project.schema, "x", "PERSON", [(0, 4)])
    number = project.commit(change, "noi")
    page = page_of(at_work)
    choose(page, 0)
    QTest.keyClick(page.tree, Qt.Key.Key_Delete)
    box = page.findChild(QMessageBox)
    assert box is not None
    assert "noi" in box.text()
    assert project.layer(article.id, "noi").entities
    qtbot.mouseClick(box.buttons()[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not project.layer(article.id, "noi").entities)
    assert project.history(limit=1)[0].undoes == number


def test_the_article_is_made_as_it_was_after_a_preview(at_work: Any, qtbot: Any) -> None:
    page = page_of(at_work)
    choose(page, 2)
    QTest.keyClick(page.tree, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: page.findChild(RestoreDialog) is not None)
    dialog = page.findChild(RestoreDialog)
    assert dialog is not None
    assert any("อบต.หนองแสงทอง" in line and "removed" in line for line in dialog.lines)
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: list(at_work.workspace.article.layer.entities) == ["e1"])
    assert not at_work.workspace.article.layer.relations
    qtbot.waitUntil(lambda: said(page)[0].startswith("made the article as it was"))
    at_work.workspace.undo()
    qtbot.waitUntil(lambda: len(at_work.workspace.article.layer.entities) == 2)


def test_it_follows_saves_while_it_is_seen_and_filters(at_work: Any, qtbot: Any) -> None:
    page = page_of(at_work)
    count = page.model.rowCount()
    mark(at_work, "เทศบาล", "LOCAL_GOV", "e3")
    qtbot.waitUntil(lambda: page.model.rowCount() == count + 1)
    page.kind.setCurrentIndex(page.kind.findData("relations"))
    page.kind.activated.emit(0)
    assert len(said(page)) == 1
    page.kind.setCurrentIndex(0)
    page.kind.activated.emit(0)
    page.person.setCurrentIndex(page.person.findData(at_work.workspace.by))
    page.person.activated.emit(0)
    assert len(said(page)) == count + 1


def test_a_step_of_many_places_is_one_line_that_unfolds(at_work: Any, qtbot: Any) -> None:
    project = at_work.workspace.project
    ids = [row.id for row in project.page().rows[4:8]]
    step = []
    for article_id in ids:
        article = project.read(article_id)
        step.append(edit.mark(article, project.layer(article_id, "noi"), project.schema, "b", "PERSON", [(0, 4)]))
    project.commit_step(step, "noi")
    page = page_of(at_work)
    page.scope.choose("project")
    page.refresh()
    assert said(page)[0] == "marked an entity, in 4 places of the project"
    page.tree.expand(page.model.index(0, 0))
    head = page.model.index(0, 0)
    qtbot.waitUntil(lambda: page.model.rowCount(head) == 4)
    assert page.model.index(0, WHAT, head).data().startswith("marked “")
    whole = len(said(page))
    imported = page.model.index(whole - 1, 0)
    assert page.model.index(whole - 1, WHAT).data() == "imported 12 articles"
    page.model.fetchMore(imported)
    assert page.model.rowCount(imported) == 12


def test_a_hundred_thousand_lines_open_and_scroll_quickly(at_work: Any, project_file: Path) -> None:
    project = at_work.workspace.project
    fill(project, 100_000, at_work.workspace.article.article.id)
    started = time.perf_counter()
    page = page_of(at_work)
    first = time.perf_counter() - started
    started = time.perf_counter()
    for _ in range(4):
        page.model.fetchMore(page.model.parent(page.model.index(0, 0)))
    paged = (time.perf_counter() - started) / 4
    started = time.perf_counter()
    page.scope.choose("project")
    page.refresh()
    everything = time.perf_counter() - started
    assert page.model.rowCount() >= 200
    assert first < 1.0
    assert paged < 0.5
    assert everything < 1.0


def fill(project: Project, count: int, article_id: str) -> None:
    """Write many lines as gestures would, without their effect."""
    article, layer = project.read(article_id), project.layer(article_id, "noi")
    payload = orjson.dumps(history.payload_of(edit.mark(article, layer, project.schema, "x", "PERSON", [(0, 4)])))
    with project.transaction() as connection:
        at = connection.execute(select(articles.c.number).where(articles.c.id == article_id)).scalar_one()
        first = counters.take(connection, "change", count)
        line = {"at": "2026-01-16T03:42:00.000+00:00", "who": "noi", "kind": "change", "what": "mark", "article": at,
                "annotator": "noi", "live": True, "change": payload.decode()}  # fmt: skip
        numbers = range(first, first + count)
        connection.execute(insert(tables.history), [{**line, "number": n, "step": n} for n in numbers])
