"""The keys in the window: what works now, commands by name, keys that a person changes, and what the status says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from khaotag.gui.app import App
from khaotag.gui.article_view.bindings import Bindings
from khaotag.gui.article_view.commands import COMMANDS, MODES, working_in
from khaotag.gui.article_view.keycaps import key_caps, pair_caps
from khaotag.gui.dialogs.keys_dialog import KeysDialog
from khaotag.gui.keys import shortcut_of
from khaotag.gui.naming import named
from khaotag.gui.settings import Settings
from khaotag.models.errors import BadInput, Message
from khaotag.storage import schemas

Key, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def mark(app: App, surface: str, key: Key) -> str:
    """Mark a stretch and return the entity's id."""
    opened = app.view.document.opened
    start = opened.article.text.index(surface)
    app.view.setFocus()
    app.view.select(start, start + len(surface))
    QTest.keyClick(app.view, key)
    assert app.view.focused_id is not None
    return app.view.focused_id


def two_marks(app: App) -> tuple[str, str]:
    return mark(app, "วิศรุต แก้วมณีทอง", Key.Key_1), mark(app, "อบต.หนองแสงทอง", Key.Key_5)


def shown(app: App) -> str:
    return "\n".join(label.text() for label in app.keys.findChildren(QLabel) if label.isVisible())


def test_the_overlay_lists_only_what_works_in_the_present_state(open_app: Any, project_file: Path) -> None:
    app = open_app(project_file)
    person, _ = two_marks(app)
    app.show_keys()
    assert "Move the end by a word" in shown(app)
    assert "Make the selection one word" not in shown(app)
    QTest.keyClick(app.keys, Key.Key_Escape)
    assert app.view.hasFocus()
    app.view.select(0, 4)
    app.show_keys()
    assert "Make the selection one word" in shown(app)
    assert "Move the end by a word" not in shown(app)
    app.keys.leave()
    app.view.focus_entity(person)
    QTest.keyClick(app.view, Key.Key_R)
    app.show_keys()
    assert "Take the end with that letter" in shown(app)
    assert "Next article" not in shown(app)
    assert "Select the paragraph" not in shown(app)


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_overlay_fits_the_window_in_every_state(open_app: Any, project_file: Path, language: str) -> None:
    app = open_app(project_file, language=language, size=(1280, 720))
    states = sorted({state for command in COMMANDS for state in command.states} | set(MODES))
    for state in states:
        app.keys.show_keys(state, list("1234567890qwdumcl"), 3)
        QTest.qWait(1)
        assert app.keys.area.verticalScrollBar().maximum() == 0, state
        app.keys.leave()


def test_every_command_is_told_in_each_state_where_it_works() -> None:
    for command in COMMANDS:
        for state in command.states:
            if state not in MODES:
                assert any(command.id in told.commands for told in working_in(state))


@pytest.mark.parametrize("language", ["th", "en"])
def test_commands_are_found_by_their_thai_and_their_english_name(
    open_app: Any, project_file: Path, language: str
) -> None:
    app = open_app(project_file, language=language)
    for text in ("ส่งออกชุดข้อมูล", "export a dataset", "ผูกหน่วยนี้", "relate the entity"):
        assert app.finder.commands(app.actions.run, text), text


def test_a_command_of_the_view_runs_from_the_search(open_app: Any, project_file: Path, qtbot: QtBot) -> None:
    app = open_app(project_file)
    mark(app, "แก้วมณีทอง", Key.Key_1)
    QTest.keyClick(app.window, Key.Key_K, CTRL)
    QTest.keyClicks(app.search.field, "whole name")
    QTest.keyClick(app.search.field, Key.Key_Return)
    [entity] = app.view.document.opened.layer.entities.values()
    assert entity.surface(app.view.document.opened.article.text) == "วิศรุต แก้วมณีทอง"


def test_a_key_is_changed_by_pressing_it_and_kept_for_the_next_window(
    open_app: Any, project_file: Path, shut: Any, qtbot: QtBot
) -> None:
    app = open_app(project_file)
    app.actions.run("bindings")
    dialog = app.window.findChild(KeysDialog)
    dialog.choose("expand")
    QTest.keyClick(dialog.table, Key.Key_Return)
    QTest.keyClick(dialog.table, Key.Key_K)
    assert dialog.told.text() == ""
    assert app.bindings.keys_of("expand") == ("k",)
    dialog.choose("next")
    QTest.keyClick(dialog.table, Key.Key_Return)
    QTest.keyClick(dialog.table, Key.Key_Right, CTRL | ALT)
    dialog.accept()
    shut(app)
    app = open_app(project_file)
    assert app.bindings.keys_of("next") == ("Ctrl+Alt+Right",)
    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow)
    mark(app, "แก้วมณีทอง", Key.Key_1)
    QTest.keyClick(app.view, Key.Key_K)
    [entity] = app.view.document.opened.layer.entities.values()
    assert entity.surface(app.view.document.opened.article.text) == "วิศรุต แก้วมณีทอง"
    first = app.workspace.article.article.id
    QTest.keyClick(app.view, Key.Key_Right, CTRL | ALT)
    assert app.workspace.article.article.id != first
    app.bindings.reset_all()
    assert app.bindings.keys_of("expand") == ("e",)


@pytest.mark.parametrize(
    ("key", "held", "reason"),
    [
        (Key.Key_G, NONE, "Jump to any visible word"),
        (Key.Key_1, NONE, "person"),
        (Key.Key_D, SHIFT, "date"),
        (Key.Key_E, CTRL, "Export a dataset"),
        (Key.Key_Tab, NONE, "always means the same"),
    ],
)
def test_a_key_that_is_taken_is_refused_with_the_reason(
    open_app: Any, project_file: Path, key: Key, held: Qt.KeyboardModifier, reason: str
) -> None:
    app = open_app(project_file)
    app.desk.change_keys()
    dialog = app.window.findChild(KeysDialog)
    dialog.choose("expand")
    QTest.keyClick(dialog.table, Key.Key_Return)
    QTest.keyClick(dialog.table, key, held)
    assert reason.casefold() in dialog.told.text().casefold()
    assert app.bindings.keys_of("expand") == ("e",)
    dialog.accept()


def test_a_key_can_be_used_again_where_it_means_something_else_in_no_common_state(tmp_path: Path) -> None:
    bindings = Bindings(Settings(tmp_path / "keys.ini"))
    bindings.put("next_fragment", "Alt+Down")
    assert bindings.clash("cluster_right", "Alt+Down") is None
    assert bindings.clash("next_relation", "Alt+Down") is not None
    bindings.put("expand", "k")
    bindings.put("jump", "e")
    with pytest.raises(BadInput, match="taken"):
        bindings.reset("expand")
    bindings.reset("jump")
    bindings.reset("expand")
    assert Bindings(Settings(tmp_path / "keys.ini")).keys_of("expand") == ("e",)


def test_undo_says_what_it_took_back(open_app: Any, project_file: Path, qtbot: QtBot) -> None:
    app = open_app(project_file, language="en")
    mark(app, "วิศรุต แก้วมณีทอง", Key.Key_1)
    for step, told in (("undo", "Undone: marked “วิศรุต แก้วมณีทอง” as "), ("redo", "Done again: marked “วิศรุต")):
        with qtbot.waitSignal(app.workspace.told):
            app.actions.run(step)
        assert app.status._told.text().startswith(told)
    assert "PERSON" not in app.status._told.text()


def test_messages_call_labels_by_the_names_of_the_schema() -> None:
    schema = schemas.named(None)
    message = Message("“{label}” may not lead from {head} to {tail}.", label="POSITION_IN", head="PERSON", tail="PARTY")
    assert str(named(message, schema, "th")) == "“ตำแหน่งใน” may not lead from บุคคล to พรรคและกลุ่มการเมือง."
    inside = Message("Undone: {what}", what=Message("made the relation “{relation}”", relation="MEMBER_OF"))
    assert str(named(inside, schema, "th")) == "Undone: made the relation “สังกัด”"
    assert named(Message("“{path}” is {label}", path="PERSON", label="?"), schema, "th").values["path"] == "PERSON"


def test_a_finished_article_says_which_key_reopens_it(open_app: Any, project_file: Path, qtbot: QtBot) -> None:
    app = open_app(project_file, language="en")
    person, _ = two_marks(app)
    app.workspace.set_status("done")
    app.view.focus_entity(person)
    QTest.keyClick(app.view, Key.Key_2)
    opened = app.view.document.opened
    assert opened.layer.entities[person].label == "PERSON"
    assert app.status._told.text() == "This article is finished. Ctrl+Shift+↵ reopens it."
    QTest.keyClick(app.view, Key.Key_Return, CTRL | SHIFT)
    QTest.keyClick(app.view, Key.Key_2)
    assert opened.layer.entities[person].label == "TITLE"


def test_labels_stand_back_and_the_inspector_lists_legal_ends_while_a_relation_is_made(
    open_app: Any, project_file: Path, qtbot: QtBot
) -> None:
    app = open_app(project_file, language="en")
    person, _ = two_marks(app)
    app.view.focus_entity(person)
    QTest.keyClick(app.view, Key.Key_R)
    assert not app.labels.grid.isEnabled()

    def texts() -> str:
        return "\n".join(
            label.text() for label in app.inspector.findChildren(QLabel) if label.isVisibleTo(app.inspector)
        )

    qtbot.waitUntil(lambda: "Legal ends  1" in texts())
    assert "อบต.หนองแสงทอง" in texts()
    QTest.keyClick(app.view, Key.Key_Escape)
    assert app.labels.grid.isEnabled()
    qtbot.waitUntil(lambda: "Legal ends" not in texts())


def test_f2_leads_to_the_fields_of_a_relation_and_space_to_its_other_types(
    open_app: Any, project_file: Path, qtbot: QtBot
) -> None:
    app = open_app(project_file, language="en")
    person, place = two_marks(app)
    app.view.relations.relate("MEMBER_OF", person, place)
    QTest.keyClick(app.view, Key.Key_F2)
    qtbot.waitUntil(lambda: app.inspector.isAncestorOf(app.window.focusWidget()))
    app.view.setFocus()
    QTest.keyClick(app.view, Key.Key_Space)
    QTest.keyClicks(app.search.field, "part of")
    assert [entry.name for entry in app.finder.labels("")] == [kind.name.en for kind in app.view.relation_kinds()]


def test_chords_are_shown_as_keys_and_known_to_shortcuts() -> None:
    assert key_caps("Ctrl+Shift+Right") == ["Ctrl", "Shift", "→"]
    assert key_caps("Shift+=") == ["+"]
    assert pair_caps("Shift+Left", "Shift+Right") == ["Shift", "←", "→"]
    assert pair_caps("Shift+Tab", "Tab") == ["Tab", "·", "Shift", "Tab"]
    assert [shortcut_of(c) for c in ("Ctrl+K", "Shift+/", "Ctrl+Shift+=", "?")] == ["Ctrl+K", "?", "Ctrl++", "?"]
