"""The window on a real project: tagging, saving, reopening, undoing, dropping, folding."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from khaotag.gui.app import App
from khaotag.gui.dialogs.import_dialog import ImportDialog
from khaotag.models import edit
from khaotag.models.article import Article
from khaotag.models.change import Change
from khaotag.models.errors import Unavailable
from khaotag.storage.project import Project
from khaotag.storage.tokens import Tokens

Open = Callable[..., App]
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def select_surface(app: App, surface: str) -> None:
    opened = app.workspace.article
    assert opened is not None
    start = opened.article.text.index(surface)
    app.view.select(start, start + len(surface))


def label(app: App, qtbot: QtBot, surface: str, key: str) -> None:
    """Select a surface and press a label's key, then wait for the commit."""
    select_surface(app, surface)
    with qtbot.waitSignal(app.workspace.saved):
        QTest.keyClick(app.view, key)


def surfaces(app: App) -> list[tuple[str, str]]:
    opened = app.workspace.article
    assert opened is not None
    return [(e.label, e.surface(opened.article.text)) for e in opened.layer.sorted_entities()]


def test_a_label_is_saved_and_found_again_in_the_next_window(
    open_app: Open, project_file: Path, qtbot: QtBot, shut: Callable[[App], None]
) -> None:
    app = open_app(project_file)
    label(app, qtbot, "วิศรุต แก้วมณีทอง", "1")
    assert "Saved" in texts(app.status)
    opened = app.workspace.article
    assert opened is not None
    article_id = opened.article.id
    summary = app.articles.model.summary(app.articles.model.place(article_id))
    assert summary is not None
    assert (summary.status, summary.entities) == ("in_progress", 1)
    shut(app)
    again = open_app(project_file)
    assert again.workspace.article is not None
    assert again.workspace.article.article.id == article_id
    assert surfaces(again) == [("PERSON", "วิศรุต แก้วมณีทอง")]


def test_undo_takes_back_a_step_of_before_the_restart_and_redo_does_it_again(
    open_app: Open, project_file: Path, qtbot: QtBot, shut: Callable[[App], None]
) -> None:
    app = open_app(project_file)
    label(app, qtbot, "อบต.หนองแสงทอง", "5")
    shut(app)
    again = open_app(project_file)
    again.view.setFocus()
    with qtbot.waitSignal(again.workspace.saved):
        QTest.keyClick(again.view, "z", CTRL)
    assert surfaces(again) == []
    with qtbot.waitSignal(again.workspace.saved):
        again.actions.run("redo")
    assert surfaces(again) == [("LOCAL_GOV", "อบต.หนองแสงทอง")]


def test_undoing_where_nothing_is_left_is_told(open_app: Open, project_file: Path, qtbot: QtBot) -> None:
    app = open_app(project_file)
    with qtbot.waitSignal(app.workspace.told):
        app.actions.run("undo")
    assert "nothing to undo" in texts(app.status)
    assert app.workspace.idle


def test_a_change_that_cannot_be_saved_is_taken_back_with_those_behind_it_and_can_be_tried_again(
    open_app: Open, project_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_app(project_file)
    project = app.workspace.project
    assert project is not None
    real = project.commit

    def full(change: Change, by: str) -> int:
        raise Unavailable("The disk of “{path}” is full. Nothing acknowledged was lost.", path="x")

    monkeypatch.setattr(project, "commit", full)
    select_surface(app, "วิศรุต แก้วมณีทอง")
    with qtbot.waitSignal(app.workspace.failed):
        QTest.keyClick(app.view, "1")
        select_surface(app, "อบต.หนองแสงทอง")
        QTest.keyClick(app.view, "5")
        assert len(surfaces(app)) == 2
    assert surfaces(app) == []
    assert "Not saved" in texts(app.status)
    assert app.workspace.idle
    monkeypatch.setattr(project, "commit", real)
    with qtbot.waitSignals([app.workspace.saved, app.workspace.saved]):
        app.workspace.retry()
    assert len(surfaces(app)) == 2
    assert "Not saved" not in texts(app.status)


def test_done_and_next_marks_the_article_done_and_opens_the_next_that_is_not(
    open_app: Open, project_file: Path, qtbot: QtBot
) -> None:
    app = open_app(project_file)
    first = app.workspace.article
    assert first is not None
    first_id = first.article.id
    with qtbot.waitSignal(app.workspace.saved):
        QTest.keyClick(app.view, Qt.Key.Key_Return, CTRL)
    opened = app.workspace.article
    assert opened is not None
    assert opened.article.id != first_id
    project = app.workspace.project
    assert project is not None
    assert project.counts(app.workspace.by)["done"] == 1


def test_the_inspector_shows_the_focused_entity_and_writes_its_note(
    open_app: Open, project_file: Path, qtbot: QtBot
) -> None:
    app = open_app(project_file)
    label(app, qtbot, "วิศรุต แก้วมณีทอง", "1")
    opened = app.workspace.article
    assert opened is not None
    (entity_id,) = opened.layer.entities
    app.view.focus_entity(entity_id)
    qtbot.waitUntil(lambda: "วิศรุต แก้วมณีทอง" in texts(app.inspector))
    assert "Guideline" in texts(app.inspector)
    with qtbot.waitSignal(app.workspace.saved):
        opened.perform(lambda: edit.annotate(opened.article, opened.layer, entity_id, "ตรวจแล้ว"))
    qtbot.waitUntil(lambda: any(n.toPlainText() == "ตรวจแล้ว" for n in notes(app)))


def notes(app: App) -> list[Any]:
    from khaotag.gui.panels.attribute_form import NoteField

    return app.inspector.findChildren(NoteField)


def test_the_language_changes_at_once_and_everywhere(open_app: Open, project_file: Path, qtbot: QtBot) -> None:
    app = open_app(project_file)
    assert "Keys" in texts(app.status)
    app.look.set_language("th")
    assert "ปุ่มลัด" in texts(app.status)
    assert app.articles.search.placeholderText() == "ค้นในชื่อบทความ"
    assert "เสร็จ ไปต่อ" in texts(app.header)
    app.look.set_language("en")
    assert "Keys" in texts(app.status)


def test_files_dropped_on_the_window_are_imported_and_what_is_rejected_is_listed(
    open_app: Open, project_file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    app = open_app(project_file)
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("พายุเข้าศรีธารา\n\nเมื่อวันที่ 3 มีนาคม", "utf-8")
    bad.write_bytes(b"")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (good, bad)])
    left, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    app.window.dropEvent(QDropEvent(QPointF(300, 300), copy, data, left, NONE))
    (dialog,) = app.window.findChildren(ImportDialog)
    qtbot.waitUntil(lambda: dialog.report is not None, timeout=15_000)
    assert dialog.report is not None
    assert dialog.report.imported == 1
    assert "bad.txt" in dialog.details.toPlainText()
    assert app.articles.model.rowCount() == 13
    dialog.accept()


def test_a_narrow_window_folds_the_inspector_and_then_the_list(
    open_app: Open, project_file: Path, qtbot: QtBot
) -> None:
    app = open_app(project_file)
    assert app.inspector.isVisible()
    app.window.resize(1100, 700)
    qtbot.waitUntil(lambda: not app.inspector.isVisible())
    assert app.articles.isVisible()
    app.actions.run("inspector")
    assert app.inspector.isVisible()
    app.window.resize(900, 700)
    qtbot.waitUntil(lambda: not app.articles.isVisible())
    app.window.resize(1440, 900)
    qtbot.waitUntil(lambda: app.articles.isVisible() and app.inspector.isVisible())


def test_control_shortcuts_work_under_a_thai_layout(open_app: Open, project_file: Path, qtbot: QtBot) -> None:
    app = open_app(project_file)
    event = QKeyEvent(QEvent.Type.KeyPress, 0x0E32, CTRL, "า")  # the key that a US layout calls K
    QApplication.sendEvent(app.view, event)
    assert app.search.isVisible()
    QTest.keyClicks(app.search.field, "history")
    QTest.keyClick(app.search.field, Qt.Key.Key_Return)
    assert app.window.pages.currentWidget() is app.pages.page("history")


def test_commands_and_articles_are_found_by_their_thai_and_english_names(open_app: Open, project_file: Path) -> None:
    app = open_app(project_file, language="th")
    run = app.actions.run
    assert any(found.name == "ส่งออกชุดข้อมูล …" for found in app.finder.commands(run, "export"))
    assert any(found.name == "ส่งออกชุดข้อมูล …" for found in app.finder.commands(run, "ส่งออก"))
    assert any("ข่าวที่ 7" in found.name for found in app.finder.commands(run, "ข่าวที่ 7"))
    assert any("PERSON" in found.also for found in app.finder.labels("person"))


def test_the_keys_are_listed_and_go_away_again(open_app: Open, project_file: Path) -> None:
    app = open_app(project_file)
    app.actions.run("keys")
    assert "Jump to any visible word" in texts(app.keys)
    QTest.keyClick(app.keys, Qt.Key.Key_Escape)
    assert not app.keys.isVisible()


def test_proposed_exclusions_are_confirmed_in_one_step_which_undo_takes_back(
    open_app: Open, tmp_path: Path, project_file: Path, qtbot: QtBot
) -> None:
    app = open_app(project_file)
    leftover = tmp_path / "web.txt"
    leftover.write_text("หัวข้อ\n\nSocial sharing\n\nเนื้อข่าววันนี้\n\nFacebook Comments\n", "utf-8")
    app.desk.import_files([leftover])
    (dialog,) = app.window.findChildren(ImportDialog)
    qtbot.waitUntil(lambda: dialog.report is not None, timeout=15_000)
    assert dialog.report is not None
    app.workspace.open_article(dialog.report.articles[0])
    dialog.accept()
    opened = app.workspace.article
    assert opened is not None
    assert {e.state for e in opened.article.state.excluded} == {"proposed"}
    with qtbot.waitSignal(app.workspace.saved):
        app.actions.run("confirm_exclusions")
    assert {e.state for e in opened.article.state.excluded} == {"confirmed"}
    with qtbot.waitSignal(app.workspace.saved):
        app.actions.run("undo")
    assert {e.state for e in opened.article.state.excluded} == {"proposed"}


def test_without_a_project_the_window_says_how_to_begin(open_app: Open) -> None:
    app = open_app(None)
    assert app.window.pages.currentWidget() is app.welcome
    assert "sample project" in " ".join(b.text() for b in app.welcome._buttons.values())


def test_a_file_that_is_no_project_is_refused_with_the_reason(open_app: Open, project_file: Path, qtbot: QtBot) -> None:
    from khaotag.gui.dialogs.plain import DetailsDialog

    app = open_app(None)
    project_file.write_bytes(b"not a project")
    assert not app.desk.open_project(str(project_file))
    (dialog,) = app.window.findChildren(DetailsDialog)
    assert "not a Khaotag project" in texts(dialog)
    dialog.accept()


def test_article_text_is_never_rich_text(open_app: Open, tmp_path: Path, project_file: Path, qtbot: QtBot) -> None:
    with Project.open(project_file) as project:
        from khaotag.storage.jobs.import_files import ImportParams, import_files

        evil = tmp_path / "evil.txt"
        evil.write_text("<img src='file:///etc/passwd'><b>ข่าว</b>\n\nเนื้อหา & อื่น", "utf-8")
        (article_id,) = import_files(project, ImportParams([evil])).articles
    app = open_app(project_file)
    app.workspace.open_article(article_id)
    for widget in (app.inspector, app.header, app.status, app.top):
        for shown in widget.findChildren(QLabel):
            assert shown.textFormat() == Qt.TextFormat.PlainText or not shown.text()


def test_the_window_closes_only_when_everything_is_saved(
    open_app: Open, project_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_app(project_file)
    project = app.workspace.project
    assert project is not None
    real = project.commit

    def slow(change: Change, by: str) -> int:
        time.sleep(0.4)
        return real(change, by)

    monkeypatch.setattr(project, "commit", slow)
    select_surface(app, "วิศรุต แก้วมณีทอง")
    QTest.keyClick(app.view, "1")
    assert not app.window.close()
    assert app.window.isVisible()
    qtbot.waitUntil(lambda: not app.window.isVisible(), timeout=5000)
    assert app.workspace.idle


def test_words_that_arrive_after_the_next_article_was_opened_are_dropped(
    open_app: Open, project_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_app(project_file)
    project = app.workspace.project
    assert project is not None
    real = project.tokens
    first, second = (app.articles.model.summary(place) for place in (4, 5))
    assert first is not None
    assert second is not None

    def slow(of: Article) -> Tokens:
        found = real(of)
        time.sleep(0.3 if of.id == first.id else 0.0)
        return found._replace(tokenizer=of.id)

    monkeypatch.setattr(project, "tokens", slow)
    heard: list[str] = []
    app.workspace.words_changed.connect(lambda name, _: heard.append(name))
    app.workspace.open_article(first.id)
    app.workspace.open_article(second.id)
    qtbot.waitUntil(lambda: bool(heard), timeout=5000)
    qtbot.wait(400)
    assert heard == [second.id]


def test_the_language_chosen_in_the_window_is_remembered(
    open_app: Open, project_file: Path, shut: Callable[[App], None]
) -> None:
    app = open_app(project_file)
    app.look.set_language("th")
    shut(app)
    assert open_app(project_file, language=None).look.language == "th"
