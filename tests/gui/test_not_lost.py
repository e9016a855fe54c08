"""Where one was is not lost: undo shows what it changed, an article comes back as it was left, Esc leads back to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from khaotag.gui.app import App
from khaotag.storage import schemas
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.project import Project

Open = Callable[..., App]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LONG = "\n\n".join(f"ย่อหน้าที่ {n} นายวิศรุต แก้วมณีทอง นายก อบต.หนองแสงทอง แถลงข่าวเรื่องน้ำสะอาด" for n in range(60))


@pytest.fixture
def long(open_app: Open, tmp_path: Path) -> App:
    """A window on two articles, the first much longer than the window."""
    (tmp_path / "a.txt").write_text(f"ยาว\n\n{LONG}\n", "utf-8")
    (tmp_path / "b.txt").write_text("สั้น\n\nข่าวสั้น\n", "utf-8")
    path = tmp_path / "two.khaotag"
    with Project.create(path, schemas.named(None)) as project:
        import_files(project, ImportParams([tmp_path / "a.txt", tmp_path / "b.txt"]))
    app = open_app(path)
    assert app.workspace.article is not None
    if not app.workspace.article.article.text.startswith("ยาว"):
        app.actions.run("next")
    app.view.setFocus()
    return app


def test_undo_brings_what_it_changed_into_view_and_in_hand(long: App, qtbot: QtBot) -> None:
    view, opened = long.view, long.workspace.article
    assert opened is not None
    start = opened.article.text.index("วิศรุต")
    view.select(start, start + len("วิศรุต แก้วมณีทอง"))
    QTest.keyClick(view, Qt.Key.Key_1)
    [made] = opened.layer.entities
    QTest.keyClick(view, Qt.Key.Key_Delete)
    QTest.keyClick(view, Qt.Key.Key_End, CTRL)
    assert view.top > start
    with qtbot.waitSignal(long.workspace.stepped):
        QTest.keyClick(view, Qt.Key.Key_Z, CTRL)
    assert view.focused_id == made
    assert view.top < 200
    with qtbot.waitSignal(long.workspace.stepped):
        QTest.keyClick(view, Qt.Key.Key_Z, CTRL)
    # The words are selected again, as they were before the label.
    assert view.selection == (start, start + len("วิศรุต แก้วมณีทอง"))
    with qtbot.waitSignal(long.workspace.stepped):
        QTest.keyClick(view, Qt.Key.Key_Z, CTRL | SHIFT)
    assert view.focused_id == made


def test_an_article_comes_back_where_it_was_left(long: App, qtbot: QtBot) -> None:
    view, opened = long.view, long.workspace.article
    assert opened is not None
    view.set_caret(opened.article.text.index("ย่อหน้าที่ 40"))
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 60)
    first, caret = view.document.line_at(view.top + 1).line.row.start, view.scene.caret
    project = long.workspace.project
    assert project is not None
    here = opened.article.id
    long.workspace.open_article(next(row.id for row in project.page().rows if row.id != here))
    assert view.top == 0
    long.workspace.open_article(here)
    assert view.scene.caret == caret
    assert view.document.line_at(view.top + 1).line.row.start == first
    long.workspace.take_changes()
    assert view.document.line_at(view.top + 1).line.row.start == first


def test_esc_and_f6_lead_back_to_the_article_from_the_inspector_the_list_and_every_page(
    long: App, qtbot: QtBot
) -> None:
    view, opened = long.view, long.workspace.article
    assert opened is not None
    start = opened.article.text.index("วิศรุต")
    view.select(start, start + len("วิศรุต"))
    QTest.keyClick(view, Qt.Key.Key_7)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F6):
        long.show_side("notes")
        view.setFocus()
        QTest.keyClick(view, Qt.Key.Key_F2)
        qtbot.waitUntil(lambda: long.inspector.isAncestorOf(QApplication.focusWidget()))
        QTest.keyClick(QApplication.focusWidget(), key)
        assert view.hasFocus()
        assert view.focused_entity() is not None
    long.actions.run("search")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
    assert view.hasFocus()
    for page in ("concordance", "schema", "dashboard", "review", "history"):
        long.actions.run(page)
        assert not view.isVisible()
        for _ in range(2):
            QTest.keyClick(QApplication.focusWidget() or long.window, Qt.Key.Key_Escape)
        assert view.isVisible()
        assert view.hasFocus()


def test_esc_closes_a_drawer_over_the_article(long: App) -> None:
    long.window.resize(900, 650)
    long.actions.run("list")
    assert long.articles.isVisible()
    long.articles.focus_search()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not long.articles.isVisible()
    assert long.view.hasFocus()


def test_a_relation_made_while_an_undo_takes_its_end_away_is_rolled_back(long: App, qtbot: QtBot) -> None:
    view, opened, workspace = long.view, long.workspace.article, long.workspace
    assert opened is not None
    assert workspace.project is not None
    for surface, key in (("วิศรุต แก้วมณีทอง", Qt.Key.Key_1), ("นายก", Qt.Key.Key_3)):
        start = opened.article.text.index(surface)
        view.select(start, start + len(surface))
        QTest.keyClick(view, key)
    qtbot.waitUntil(lambda: workspace.idle)
    head, tail = sorted(opened.layer.entities, key=lambda one: opened.layer.entities[one].label)
    view.focus_entity(head)
    QTest.keyClick(view, Qt.Key.Key_R)
    workspace.undo()  # answered only once the events below are through
    QTest.keyClick(view, Qt.Key(ord(view.scene.hints[tail].upper())))
    assert opened.layer.relations
    qtbot.waitUntil(lambda: workspace.idle)
    kept = workspace.project.layer(opened.article.id, workspace.by)
    assert kept.entities.keys() == {head}
    assert not kept.relations
    qtbot.waitUntil(lambda: workspace.article is not None and workspace.article.layer == kept)
