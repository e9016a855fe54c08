"""The tabs at the right in a real window: consistency, chains, notes and suggestions, by keys and by clicks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from khaotag.gui.app import App
from khaotag.gui.panels.attribute_form import NoteField
from khaotag.gui.panels.chain_panel import ChainPanel
from khaotag.gui.panels.consistency_panel import ConsistencyPanel
from khaotag.gui.panels.line_list import LineList
from khaotag.gui.panels.note_panel import NotePanel
from khaotag.gui.panels.suggestion_panel import SuggestionPanel
from khaotag.models import edit
from khaotag.models.layer import Entity
from khaotag.storage import schemas
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.project import Project

Open = Callable[..., App]
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
TEXT = "ข่าว\n\nศรีธารา กับ นายวิศรุต แก้วมณีทอง พบ ศรีธารา และ ศรีธารา แล้ว วิศรุต กลับ ศรีธารา วันที่ 14 มกราคม 2569\n"


@pytest.fixture
def app(open_app: Open, tmp_path: Path, qtbot: QtBot) -> App:
    """A window on one article in which ศรีธารา stands four times."""
    source, path = tmp_path / "news.txt", tmp_path / "news.khaotag"
    source.write_text(TEXT, "utf-8")
    with Project.create(path, schemas.named(None)) as project:
        import_files(project, ImportParams([source]))
    return open_app(path)


def mark(app: App, qtbot: QtBot, label: str, surface: str, place: int = 0) -> str:
    opened = app.workspace.article
    assert opened is not None
    at = -1
    for _ in range(place + 1):
        at = opened.article.text.index(surface, at + 1)
    new = f"e{at}"
    with qtbot.waitSignal(app.workspace.saved):
        opened.perform(
            lambda: edit.mark(opened.article, opened.layer, opened.schema, new, label, [(at, at + len(surface))])
        )
    return new


def entities(app: App) -> list[Entity]:
    assert app.workspace.article is not None
    return app.workspace.article.layer.sorted_entities()


def lines(found: LineList) -> list[str]:
    return [found.item(row).text() for row in range(found.count())]


def choose(found: LineList, words: str) -> None:
    row = next(row for row in range(found.count()) if words in found.item(row).text())
    found.setCurrentRow(row)


def thai(found: LineList, letter: str) -> None:
    """Press a key as the Kedmanee layout types it."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(found, QKeyEvent(kind, ord(letter), Qt.KeyboardModifier.NoModifier, letter))


def consistency(app: App, qtbot: QtBot, count: int) -> ConsistencyPanel:
    """Open the tab with its key and wait for what it finds."""
    QTest.keyClick(app.view, Qt.Key.Key_3, ALT)
    panel = app.side.tab()
    assert isinstance(panel, ConsistencyPanel)
    qtbot.waitUntil(lambda: len(panel._findings) == count, timeout=5000)
    return panel


def test_inconsistencies_are_listed_and_one_key_mends_one_or_all_of_a_kind(app: App, qtbot: QtBot) -> None:
    for place, label in ((0, "LOCATION"), (1, "LOCATION"), (2, "ORG")):
        mark(app, qtbot, label, "ศรีธารา", place)
    mark(app, qtbot, "DATE", "วันที่ 14 มกราคม")
    panel = consistency(app, qtbot, 3)
    assert any("Same words, different labels  1" in line for line in lines(panel.list))
    choose(panel.list, "Org. here, Place 2×")
    with qtbot.waitSignal(app.workspace.saved):
        QTest.keyClick(panel.list, "f")
    assert [e.label for e in entities(app)][:3] == ["LOCATION"] * 3
    choose(panel.list, "F marks it")
    with qtbot.waitSignal(app.workspace.saved):
        QTest.keyClick(panel.list, "F", SHIFT)
    assert [e.label for e in entities(app)] == ["LOCATION"] * 4 + ["DATE"]
    choose(panel.list, "14 มกราคม 2569")
    with qtbot.waitSignal(app.workspace.saved):
        thai(panel.list, "ด")
    assert entities(app)[-1].surface(TEXT) == "วันที่ 14 มกราคม 2569"
    qtbot.waitUntil(lambda: panel._findings == [], timeout=5000)
    with qtbot.waitSignal(app.workspace.saved):
        app.actions.run("undo")
    qtbot.waitUntil(lambda: len(panel._findings) == 1, timeout=5000)


def test_what_is_called_right_is_remembered_after_a_restart(
    app: App, qtbot: QtBot, open_app: Open, shut: Callable[[App], None]
) -> None:
    for place, label in ((0, "LOCATION"), (1, "LOCATION"), (2, "ORG"), (3, "LOCATION")):
        mark(app, qtbot, label, "ศรีธารา", place)
    panel = consistency(app, qtbot, 1)
    choose(panel.list, "Org. here")
    QTest.keyClick(panel.list, "x")
    assert panel._findings == []
    assert app.workspace.project is not None
    path = app.workspace.project.path
    shut(app)
    again = open_app(path)
    again.show_side("consistency")
    panel = again.side.tab()  # type: ignore[assignment]
    qtbot.waitUntil(lambda: panel._right is not None, timeout=5000)
    assert panel._findings == []


def test_enter_goes_to_the_place_and_escape_back_to_the_article(app: App, qtbot: QtBot) -> None:
    mark(app, qtbot, "LOCATION", "ศรีธารา", 1)
    panel = consistency(app, qtbot, 3)
    choose(panel.list, "F marks it")
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert app.view.hasFocus()
    assert app.view.selection == (TEXT.index("ศรีธารา"), TEXT.index("ศรีธารา") + 7)
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    assert app.view.hasFocus()


def test_the_whole_project_is_looked_through_on_demand(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    mark(app, qtbot, "LOCATION", "ศรีธารา")
    panel = consistency(app, qtbot, 3)
    with qtbot.waitSignal(app.tasks.idle, timeout=5000):
        panel.scope.choose("project")
        panel.scope.chosen.emit("project")
    assert len(panel._project) == 1
    assert len(panel._project[0].findings) == 3
    choose(panel.list, "F marks it")
    with qtbot.waitSignal(app.workspace.saved):
        QTest.keyClick(panel.list, "f")
    assert len(entities(app)) == 2


def test_a_chain_is_made_walked_through_and_left_without_the_mouse(app: App, qtbot: QtBot) -> None:
    whole, short = mark(app, qtbot, "PERSON", "วิศรุต แก้วมณีทอง"), mark(app, qtbot, "PERSON", "วิศรุต", 1)
    view, opened = app.view, app.workspace.article
    assert opened is not None
    view.setFocus()
    view.focus_entity(whole)
    QTest.keyClick(view, Qt.Key.Key_L, CTRL)
    letter = view.scene.hints[short]
    with qtbot.waitSignal(app.workspace.saved):
        QTest.keyClick(view, letter)
    [chain] = opened.layer.chains.values()
    assert chain.members == (whole, short)
    QTest.keyClick(view, Qt.Key.Key_BracketRight, SHIFT)
    assert view.focused_id == short
    QTest.keyClick(view, Qt.Key.Key_4, ALT)
    panel = app.side.tab()
    assert isinstance(panel, ChainPanel)
    assert view.scene.tints == {whole: 0, short: 0}
    assert "วิศรุต แก้วมณีทอง · 2 members" in lines(panel.list)[0]
    choose(panel.list, "Person วิศรุต แก้วมณีทอง")
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert view.focused_id == whole
    with qtbot.waitSignal(app.workspace.saved):
        QTest.keyClick(view, Qt.Key.Key_L, CTRL | SHIFT)
    assert opened.layer.chains == {}
    QTest.keyClick(view, Qt.Key.Key_1, ALT)
    assert view.scene.tints == {}


def test_two_chains_that_are_joined_become_one_and_undo_parts_them(app: App, qtbot: QtBot) -> None:
    ids = [mark(app, qtbot, "LOCATION", "ศรีธารา", place) for place in range(4)]
    opened = app.workspace.article
    assert opened is not None
    for one, other in ((0, 1), (2, 3), (1, 2)):
        app.view.focus_entity(ids[one])
        app.view.chaining.start()
        with qtbot.waitSignal(app.workspace.saved):
            app.view.chaining.choose(ids[other])
    [chain] = opened.layer.chains.values()
    assert chain.members == tuple(ids)
    with qtbot.waitSignal(app.workspace.saved):
        app.actions.run("undo")
    assert {chain.members for chain in opened.layer.chains.values()} == {(ids[0], ids[1]), (ids[2], ids[3])}


def test_a_note_on_an_entity_and_a_question_on_the_article_are_left_listed_and_resolved(app: App, qtbot: QtBot) -> None:
    entity = mark(app, qtbot, "PERSON", "วิศรุต แก้วมณีทอง")
    view, opened = app.view, app.workspace.article
    assert opened is not None
    view.setFocus()
    view.focus_entity(entity)
    QTest.keyClick(view, Qt.Key.Key_M, CTRL)
    panel = app.side.tab()
    assert isinstance(panel, NotePanel)
    assert panel.field.hasFocus()
    QTest.keyClicks(panel.field, "check the spelling")
    with qtbot.waitSignal(app.workspace.saved):
        QTest.keyClick(panel.field, Qt.Key.Key_Return)
    view.setFocus()
    view.focus_mark(None)
    QTest.keyClick(view, Qt.Key.Key_M, CTRL)
    QTest.keyClicks(panel.field, "which desk?")
    with qtbot.waitSignal(app.workspace.saved):
        QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert [note.text for note in opened.layer.notes.values()] == ["which desk?"]
    assert "Notes and questions  2" in [label.text() for label in panel.findChildren(QLabel)]
    choose(panel.list, "which desk?")
    with qtbot.waitSignal(app.workspace.saved):
        thai(panel.list, "พ")
    assert [note.resolved for note in opened.layer.notes.values()] == [True]
    choose(panel.list, "check the spelling")
    with qtbot.waitSignal(app.workspace.saved):
        QTest.keyClick(panel.list, "r")
    assert "resolved check the spelling" in " ".join(lines(panel.list))
    choose(panel.list, "check the spelling")
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert view.focused_id == entity
    panel.list.setFocus()
    choose(panel.list, "check the spelling")
    with qtbot.waitSignal(app.workspace.saved):
        QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert opened.layer.entities[entity].note is None


def test_suggestions_are_listed_and_worked_from_the_list(app: App, qtbot: QtBot) -> None:
    mark(app, qtbot, "LOCATION", "ศรีธารา")
    QTest.keyClick(app.view, Qt.Key.Key_2, ALT)
    panel = app.side.tab()
    assert isinstance(panel, SuggestionPanel)
    qtbot.waitUntil(lambda: panel.list.count() == 3, timeout=5000)
    assert lines(panel.list)[0] == "Place 1.00 ศรีธารา 1× Place"
    with qtbot.waitSignal(app.workspace.saved):
        QTest.keyClick(panel.list, "a")
    assert [e.origin for e in entities(app)] == ["human", "suggestion:repeat"]
    thai(panel.list, "ป")
    qtbot.waitUntil(lambda: panel.list.count() == 1, timeout=5000)
    assert len(entities(app)) == 2


def test_a_hidden_panel_computes_nothing(app: App, qtbot: QtBot) -> None:
    mark(app, qtbot, "LOCATION", "ศรีธารา")
    panel = consistency(app, qtbot, 3)
    app.actions.run("inspector")
    panel._worker.rest()  # what was asked while it was seen may still be under way on a busy machine
    asked: list[object] = []
    panel._worker.answered.connect(asked.append)
    mark(app, qtbot, "ORG", "ศรีธารา", 1)
    qtbot.wait(400)
    assert asked == []
    app.actions.run("inspector")
    qtbot.waitUntil(lambda: len(panel._findings) == 4, timeout=5000)


def test_every_tab_speaks_thai_and_wears_the_dark_theme(app: App, qtbot: QtBot) -> None:
    mark(app, qtbot, "LOCATION", "ศรีธารา")
    for name in ("suggestions", "consistency", "chains", "notes", "mark"):
        app.show_side(name)
        app.look.set_theme("dark")
        app.look.set_language("th")
        assert not app.side.grab().isNull()
        app.look.set_language("en")


def test_an_article_label_is_set_and_taken_away_by_its_name(app: App, qtbot: QtBot) -> None:
    opened = app.workspace.article
    assert opened is not None
    for expected in (("budget",), ()):
        app.actions.run("commands")
        QTest.keyClicks(app.search.field, "label budget")
        with qtbot.waitSignal(app.workspace.saved):
            QTest.keyClick(app.search.field, Qt.Key.Key_Return)
        assert opened.layer.head.labels == expected


def test_a_stretch_is_excluded_by_hand_and_brought_back_and_nothing_is_proposed_in_it(app: App, qtbot: QtBot) -> None:
    mark(app, qtbot, "LOCATION", "ศรีธารา")
    qtbot.waitUntil(lambda: len(app.workspace.article.suggestions) == 3, timeout=5000)  # type: ignore[union-attr]
    opened, view = app.workspace.article, app.view
    assert opened is not None
    start = TEXT.index("แล้ว")
    view.setFocus()
    view.select(start, TEXT.index("วันที่"))
    with qtbot.waitSignal(app.workspace.saved):
        QTest.keyClick(view, "b")
    assert opened.article.state.confirmed() == ((start, TEXT.index("วันที่")),)
    qtbot.waitUntil(lambda: len(opened.suggestions) == 2, timeout=5000)
    assert all(one.end <= start for one in opened.suggestions)
    view.set_caret(start + 2)
    with qtbot.waitSignal(app.workspace.saved):
        QTest.keyClick(view, "B", SHIFT)
    assert opened.article.state.confirmed() == ()
    qtbot.waitUntil(lambda: len(opened.suggestions) == 3, timeout=5000)


def noting(app: App) -> NotePanel:
    app.view.setFocus()
    QTest.keyClick(app.view, Qt.Key.Key_M, CTRL)
    panel = app.side.tab()
    assert isinstance(panel, NotePanel)
    assert panel.field.hasFocus()
    return panel


def test_ctrl_enter_keeps_a_note_and_does_not_finish_the_article(app: App, qtbot: QtBot) -> None:
    opened = app.workspace.article
    assert opened is not None
    panel = noting(app)
    QTest.keyClicks(panel.field, "which desk?")
    with qtbot.waitSignal(app.workspace.saved):
        QTest.keyClick(panel.field, Qt.Key.Key_Return, CTRL)
    assert [note.text for note in opened.layer.notes.values()] == ["which desk?"]
    assert opened.layer.head.status != "done"
    entity = mark(app, qtbot, "PERSON", "วิศรุต แก้วมณีทอง")
    app.view.setFocus()
    app.view.focus_entity(entity)
    app.show_side("mark")
    qtbot.waitUntil(lambda: app.side.findChild(NoteField) is not None)
    field = app.side.findChild(NoteField)
    assert field is not None
    field.setFocus()
    QTest.keyClicks(field, "spelling")
    with qtbot.waitSignal(app.workspace.saved):
        QTest.keyClick(field, Qt.Key.Key_Return, CTRL)
    assert opened.layer.entities[entity].note == "spelling"
    assert app.view.hasFocus()
    assert opened.layer.head.status != "done"


def test_a_note_that_is_being_written_stays_with_its_mark_and_is_kept_when_one_goes_elsewhere(
    app: App, qtbot: QtBot
) -> None:
    first, second = mark(app, qtbot, "PERSON", "วิศรุต แก้วมณีทอง"), mark(app, qtbot, "LOCATION", "ศรีธารา")
    opened, view = app.workspace.article, app.view
    assert opened is not None
    view.focus_entity(first)
    panel = noting(app)
    QTest.keyClicks(panel.field, "who?")
    view.focus_entity(second)
    with qtbot.waitSignal(app.workspace.saved):
        view.setFocus()
    assert [opened.layer.entities[one].note for one in (first, second)] == ["who?", None]
    view.focus_entity(first)
    panel = noting(app)
    assert panel.field.text() == "who?"
    QTest.keyClicks(panel.field, " ask")
    with qtbot.waitSignal(app.workspace.saved):
        app.workspace.open_article(opened.article.id)
    assert app.workspace.article is not None
    assert app.workspace.project is not None
    kept = app.workspace.project.layer(opened.article.id, app.workspace.by)
    assert kept.entities[first].note == "who? ask"
