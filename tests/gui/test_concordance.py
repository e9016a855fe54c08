"""The concordance finds a string in all articles, and marks many places in one step that Ctrl+Z takes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import orjson
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from khaotag.gui.app import App
from khaotag.gui.concordance.page import ConcordancePage
from khaotag.models import edit
from khaotag.storage import schemas
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.project import Project


@pytest.fixture
def app(open_app: Callable[..., App], tmp_path: Path) -> App:
    path = tmp_path / "p.khaotag"
    lines = [orjson.dumps({"id": f"n{n}", "text": f"ที่ศรีธารา {n} คนของศรีธารา 🍊 มา"}) for n in range(4)]
    (tmp_path / "news.jsonl").write_bytes(b"\n".join(lines))
    with Project.create(path, schemas.named(None)) as project:
        import_files(project, ImportParams([tmp_path / "news.jsonl"], "jsonl"))
    return open_app(path)


@pytest.fixture
def page(app: App) -> ConcordancePage:
    app.actions.run("concordance")
    made = app.pages.page("concordance")
    assert isinstance(made, ConcordancePage)
    return made


def look(page: ConcordancePage, qtbot: QtBot, text: str) -> None:
    page.bar.field.setFocus()
    page.bar.field.clear()
    page.bar.field.insert(text)
    qtbot.waitUntil(lambda: page.model.rowCount() > 0 and page.is_settled, timeout=5000)


def entities(app: App) -> list[int]:
    project = app.workspace.project
    assert project is not None
    return [len(project.layer(f"n{n}", app.workspace.by).entities) for n in range(4)]


def test_ticked_places_are_marked_with_two_keys_and_taken_back_with_one(
    app: App, page: ConcordancePage, qtbot: QtBot
) -> None:
    look(page, qtbot, "ศรีธารา")
    assert page.model.rowCount() == 8
    QTest.keyClick(page.bar.field, Qt.Key.Key_Return)
    assert page.window().focusWidget() is page.list
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    QTest.keyClick(page.list, Qt.Key.Key_7)
    qtbot.waitUntil(lambda: page.is_settled and page.model.rowCount() == 8)
    assert page.marking.label == "LOCATION"
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sum(entities(app)) == 7)
    qtbot.waitUntil(lambda: page.model.counts()["marked"] == 7)
    app.actions.run("undo")
    qtbot.waitUntil(lambda: sum(entities(app)) == 0)


def test_conflicts_and_finished_articles_are_not_ticked_without_asking(
    app: App, page: ConcordancePage, qtbot: QtBot
) -> None:
    project = app.workspace.project
    assert project is not None
    by = app.workspace.by
    article = project.read("n0")
    start = article.text.index("ศรีธารา")
    mark = edit.mark(article, project.layer("n0", by), project.schema, "e1", "ORG", [(start, start + 7)])
    project.commit(mark, by)
    project.commit(edit.set_status(project.read("n1"), project.layer("n1", by), "done"), by)
    page.marking.choose("LOCATION")
    look(page, qtbot, "ศรีธารา")
    counts = page.model.counts()
    assert counts["conflict"] == 1
    ticked = {(row.hit.article, row.hit.start) for row in page.model.ticked_rows()}
    assert ("n0", start) not in ticked
    assert not any(article_id == "n1" for article_id, _ in ticked)
    assert len(ticked) == 5


def test_marks_are_removed_together(app: App, page: ConcordancePage, qtbot: QtBot) -> None:
    look(page, qtbot, "ศรีธารา")
    page.marking.choose("LOCATION")
    qtbot.waitUntil(lambda: page.is_settled and page.model.rowCount() == 8)
    page.mark()
    qtbot.waitUntil(lambda: sum(entities(app)) == 8 and page.is_settled and page.model.rowCount() == 8)
    page.model.tick_shown(on=True)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: sum(entities(app)) == 0)


def test_a_hit_opens_where_it_stands_and_a_selection_is_looked_for(
    app: App, page: ConcordancePage, qtbot: QtBot
) -> None:
    look(page, qtbot, "คนของ")
    QTest.keyClick(page.list, Qt.Key.Key_Right)
    opened = app.workspace.article
    assert opened is not None
    assert opened.article.id == "n0"
    start = opened.article.text.index("คนของ")
    assert app.view.scene.caret == start
    app.view.select(start, start + 5)
    app.actions.run("concordance")
    assert page.bar.field.text() == "คนของ"


def test_contexts_sort_and_kinds_filter(app: App, page: ConcordancePage, qtbot: QtBot) -> None:
    look(page, qtbot, "ศรีธารา")
    page.bar.order.setCurrentIndex(page.bar.order.findData("left"))
    page.bar.arranged.emit()
    lefts = [page.model.row_at(place).hit.left.split()[-1] for place in range(8)]  # type: ignore[union-attr]
    assert lefts == ["ที่"] * 4 + ["คนของ"] * 4 or lefts == ["คนของ"] * 4 + ["ที่"] * 4
    page.bar.kinds.choose("marked")
    page.bar.arranged.emit()
    assert page.model.rowCount() == 0


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_bar_takes_one_line_or_two_and_leaves_the_rest_to_the_hits(
    app: App, page: ConcordancePage, qtbot: QtBot, language: str
) -> None:
    app.look.set_language(language)
    for size, lines in (((1440, 900), 1), ((1280, 720), 2), ((900, 650), 2)):
        app.window.resize(*size)
        qtbot.waitUntil(lambda lines=lines: page.bar.height() <= 24 + lines * 40)
        assert page.bar.field.width() >= 200
        assert page.list.height() >= size[1] - 400
        assert page.bar.words.geometry().right() < page.bar.tones.x() < page.bar.words.geometry().right() + 40
