"""The schema editor changes a draft; its effects are told before it is put into use, and Ctrl+Z takes it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from khaotag.gui.app import App
from khaotag.gui.dialogs.plain import DetailsDialog
from khaotag.gui.schema_editor.page import SchemaPage
from khaotag.models import edit
from khaotag.storage.project import Project

Open = Callable[..., App]


@pytest.fixture
def app(open_app: Open, project_file: Path) -> App:
    with Project.open(project_file) as project:
        article = project.read(project.page().rows[0].id)
        by = project.person.name
        start = article.text.index("อบต.")
        layer = project.layer(article.id, by)
        project.commit(edit.mark(article, layer, project.schema, "o", "LOCAL_GOV", [(start, start + 4)]), by)
    return open_app(project_file)


@pytest.fixture
def page(app: App, qtbot: QtBot) -> SchemaPage:
    app.actions.run("schema")
    made = app.pages.page("schema")
    assert isinstance(made, SchemaPage)
    qtbot.waitUntil(lambda: made.draft.usage.get("LOCAL_GOV") == 1)
    return made


def field(page: SchemaPage, name: str) -> QLineEdit:
    return next(one for one in page.form.findChildren(QLineEdit) if one.accessibleName() == name)


def effects(page: SchemaPage, qtbot: QtBot) -> DetailsDialog:
    page.foresee.click()
    qtbot.waitUntil(lambda: bool(page.findChildren(DetailsDialog)))
    return page.findChildren(DetailsDialog)[-1]


def test_a_name_is_changed_seen_put_into_use_and_taken_back(app: App, page: SchemaPage, qtbot: QtBot) -> None:
    project = app.workspace.project
    assert project is not None
    before = project.schema
    name = field(page, "Short name, English")
    name.setText("Human")
    name.editingFinished.emit()
    assert page.draft.schema.entity_types["PERSON"].short.en == "Human"
    assert project.schema == before, "a draft changes nothing"
    dialog = effects(page, qtbot)
    dialog.reject()
    page.put_into_use()
    qtbot.waitUntil(lambda: project.schema.entity_types["PERSON"].short.en == "Human")
    qtbot.waitUntil(lambda: not page.draft.is_changed)
    app.actions.run("undo")
    qtbot.waitUntil(lambda: project.schema == before)


def test_a_cell_of_the_matrix_is_toggled_by_key_and_by_mouse(page: SchemaPage) -> None:
    page.relations.setCurrentRow(0)
    relation = page.relation

    def joins(head: str, tail: str) -> bool:
        return page.draft.schema.relation_types[relation].allows(head, tail)

    assert page.pane.matrix.here == ("PERSON", "PERSON")
    QTest.keyClick(page.pane.matrix, Qt.Key.Key_Right)
    there = joins("PERSON", "TITLE")
    QTest.keyClick(page.pane.matrix, Qt.Key.Key_Space)
    assert joins("PERSON", "TITLE") is not there
    centre = page.pane.matrix.cell(0, 1).center()
    QTest.mouseClick(page.pane.matrix, Qt.MouseButton.LeftButton, pos=QPoint(round(centre.x()), round(centre.y())))
    assert joins("PERSON", "TITLE") is there
    page.undo()
    assert joins("PERSON", "TITLE") is not there


def test_a_merge_relabels_what_is_marked_and_tells_so_before(app: App, page: SchemaPage, qtbot: QtBot) -> None:
    project = app.workspace.project
    assert project is not None
    page.draft.merge("LOCAL_GOV", "ORG")
    dialog = effects(page, qtbot)
    dialog.reject()
    page.put_into_use()
    article = project.page().rows[0].id
    qtbot.waitUntil(lambda: project.layer(article, app.workspace.by).entities["o"].label == "ORG")
    qtbot.waitUntil(lambda: not page.draft.is_changed)
    app.actions.run("undo")
    qtbot.waitUntil(lambda: project.layer(article, app.workspace.by).entities["o"].label == "LOCAL_GOV")


def test_labels_in_use_are_archived_others_go_and_order_changes_by_key(page: SchemaPage) -> None:
    page.remove("LOCAL_GOV")
    assert page.draft.schema.entity_types["LOCAL_GOV"].archived
    page.remove("EVENT")
    assert "EVENT" not in page.draft.schema.entity_types
    page.types.setCurrentRow(0)
    QTest.keyClick(page.types, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [kind.id for kind in page.draft.schema.entities][:2] == ["TITLE", "PERSON"]
    assert page.label == "PERSON"


def test_a_key_that_another_label_has_is_refused_with_the_reason(app: App, page: SchemaPage, qtbot: QtBot) -> None:
    key = field(page, "Key")
    with qtbot.waitSignal(page.draft.told):
        key.setText("2")
        key.editingFinished.emit()
    assert page.draft.schema.entity_types["PERSON"].key == "1"
    assert field(page, "Key").text() == "1"
