"""Suggestions in the window: learnt from the person's own marks, remembered when rejected, across restarts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from khaotag.gui.app import App
from khaotag.models.suggest import Suggestion
from khaotag.storage import schemas
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.project import Project

Open = Callable[..., App]
NAME = "อบต.หนองแสงทอง"


@pytest.fixture
def two_articles(tmp_path: Path) -> Path:
    """A project of two articles that name the same body, the first one twice."""
    folder = tmp_path / "two"
    folder.mkdir()
    (folder / "1.txt").write_text(f"ข่าวแรก\n\n{NAME} แถลง แล้ว {NAME} จบ\n", "utf-8")
    (folder / "2.txt").write_text(f"ข่าวหลัง\n\nเมื่อวาน {NAME} ประชุม\n", "utf-8")
    path = tmp_path / "two.khaotag"
    with Project.create(path, schemas.named(None)) as project:
        import_files(project, ImportParams([folder]))
    return path


def mark_first(app: App, qtbot: QtBot) -> None:
    opened = app.workspace.article
    assert opened is not None
    start = opened.article.text.index(NAME)
    app.view.setFocus()
    app.view.select(start, start + len(NAME))
    with qtbot.waitSignal(app.workspace.saved):
        QTest.keyClick(app.view, "5")


def found(app: App) -> tuple[Suggestion, ...]:
    opened = app.workspace.article
    return opened.suggestions if opened is not None else ()


def test_what_was_marked_once_is_proposed_here_and_in_the_next_article(
    open_app: Open, two_articles: Path, qtbot: QtBot
) -> None:
    app = open_app(two_articles)
    mark_first(app, qtbot)
    qtbot.waitUntil(lambda: len(found(app)) == 1, timeout=5000)
    assert (found(app)[0].label, found(app)[0].reason.votes) == ("LOCAL_GOV", (("LOCAL_GOV", 1),))
    QTest.keyClick(app.view, Qt.Key.Key_N)
    QTest.keyClick(app.view, Qt.Key.Key_Return)
    app.actions.run("next")
    qtbot.waitUntil(lambda: len(found(app)) == 1, timeout=5000)
    assert found(app)[0].reason.votes == (("LOCAL_GOV", 2),)


def test_undo_takes_the_name_back_and_with_it_the_suggestion(open_app: Open, two_articles: Path, qtbot: QtBot) -> None:
    app = open_app(two_articles)
    mark_first(app, qtbot)
    qtbot.waitUntil(lambda: len(found(app)) == 1, timeout=5000)
    with qtbot.waitSignal(app.workspace.saved):
        app.actions.run("undo")
    qtbot.waitUntil(lambda: found(app) == (), timeout=5000)


def test_a_rejection_is_remembered_after_a_restart_and_can_be_taken_back(
    open_app: Open, two_articles: Path, qtbot: QtBot, shut: Callable[[App], None]
) -> None:
    app = open_app(two_articles)
    mark_first(app, qtbot)
    qtbot.waitUntil(lambda: len(found(app)) == 1, timeout=5000)
    QTest.keyClick(app.view, Qt.Key.Key_N)
    QTest.keyClick(app.view, Qt.Key.Key_X)
    assert found(app) == ()
    shut(app)
    again = open_app(two_articles)
    with qtbot.waitSignal(again.suggester.answered, timeout=5000):
        again.suggester.look()
    assert found(again) == ()
    again.suggester.look()
    assert not again.suggester.take_back()


def test_a_rejection_just_made_is_taken_back_with_one_key(open_app: Open, two_articles: Path, qtbot: QtBot) -> None:
    app = open_app(two_articles)
    mark_first(app, qtbot)
    qtbot.waitUntil(lambda: len(found(app)) == 1, timeout=5000)
    QTest.keyClick(app.view, Qt.Key.Key_N)
    QTest.keyClick(app.view, Qt.Key.Key_X)
    QTest.keyClick(app.view, Qt.Key.Key_X, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: len(found(app)) == 1, timeout=5000)


def test_answers_for_an_article_that_was_left_are_dropped(open_app: Open, two_articles: Path, qtbot: QtBot) -> None:
    app = open_app(two_articles)
    mark_first(app, qtbot)
    app.suggester.look()
    app.actions.run("next")
    opened = app.workspace.article
    assert opened is not None
    qtbot.waitUntil(lambda: len(found(app)) == 1, timeout=5000)
    assert opened.article.text[found(app)[0].start : found(app)[0].end] == NAME
