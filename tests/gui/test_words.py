"""A person repairs words where the tokenizer is wrong, and teaches it the right ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from khaotag.gui.app import App

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def _select(app: App, surface: str) -> tuple[int, int]:
    assert app.workspace.article is not None
    start = app.workspace.article.article.text.index(surface)
    app.view.setFocus()
    app.view.select(start, start + len(surface))
    return start, start + len(surface)


def _words(app: App) -> list[tuple[int, int]]:
    assert app.workspace.article is not None
    return list(app.workspace.article.tokens)


def test_ctrl_j_makes_the_selection_one_word_and_undo_takes_it_back(
    open_app: Callable[..., App], project_file: Path, qtbot: QtBot
) -> None:
    app = open_app(project_file)
    before = _words(app)
    name = _select(app, "หนองแสงทอง")
    assert name not in before
    QTest.keyClick(app.view, Qt.Key.Key_J, CTRL)
    qtbot.waitUntil(lambda: name in _words(app), timeout=20_000)
    part = _select(app, "แสง")
    QTest.keyClick(app.view, Qt.Key.Key_J, CTRL)
    qtbot.waitUntil(lambda: part in _words(app), timeout=20_000)
    assert name not in _words(app)
    for _ in range(2):
        QTest.keyClick(app.view, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: _words(app) == before, timeout=20_000)


def test_a_taught_word_is_one_word_wherever_it_stands_until_that_is_undone(
    open_app: Callable[..., App], project_file: Path, qtbot: QtBot
) -> None:
    app = open_app(project_file)
    before = _words(app)
    name = _select(app, "หนองแสงทอง")
    QTest.keyClick(app.view, Qt.Key.Key_J, CTRL | SHIFT)
    qtbot.waitUntil(lambda: name in _words(app), timeout=20_000)
    QTest.keyClick(app.view, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: _words(app) == before, timeout=20_000)
