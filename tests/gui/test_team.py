"""The team page: people, who tags what, bundles sent and merged after a look, and versions that wait to be settled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import orjson
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot
from team_making import team_project

from khaotag.gui.app import App
from khaotag.gui.team.deal_dialog import DealDialog
from khaotag.gui.team.merge_dialog import MergeDialog
from khaotag.gui.team.page import TeamPage
from khaotag.gui.team.person_dialog import PersonDialog
from khaotag.models import edit
from khaotag.storage import people, schemas
from khaotag.storage.jobs import settle
from khaotag.storage.jobs.assign import give, matrix
from khaotag.storage.jobs.bundle import BundleParams, bundle
from khaotag.storage.jobs.edit_lines import Editor
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.jobs.know_people import people_of
from khaotag.storage.jobs.merge import merge
from khaotag.storage.project import Project


def project_of(app: App) -> Project:
    assert app.workspace.project is not None
    return app.workspace.project


def team_page(app: App, qtbot: QtBot, tab: str = "people") -> TeamPage:
    QTest.keyClick(app.window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    page = app.pages.page("team")
    assert isinstance(page, TeamPage)
    qtbot.waitUntil(lambda: page.is_settled and page.team is not None, timeout=5000)
    page.show_tab(tab)
    return page


def settled(page: TeamPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.is_settled, timeout=5000)


@pytest.fixture
def app(open_app: Callable[..., App], tmp_path: Path) -> App:
    return open_app(team_project(tmp_path, 4))


def rows_of(page: TeamPage) -> list[QTreeWidgetItem]:
    tree = page.people.tree
    items = (tree.topLevelItem(n) for n in range(tree.topLevelItemCount()))
    return [item for item in items if item is not None]


def row_of(page: TeamPage, name: str) -> QTreeWidgetItem:
    return next(item for item in rows_of(page) if item.text(0) == name)


def column_of(page: TeamPage, name: str) -> int:
    columns = range(page.model.columnCount())
    return next(n for n in columns if page.model.headerData(n, Qt.Orientation.Horizontal).startswith(f"{name}\n"))


# --- people


def test_people_are_listed_with_what_they_did_and_can_be_hidden_renamed_and_made_reviewers(
    app: App, qtbot: QtBot
) -> None:
    page = team_page(app, qtbot)
    tree = page.people.tree
    anong = row_of(page, "anong")
    assert anong.text(1) == "Annotator"
    assert anong.text(3) == "4"
    assert row_of(page, "tester").text(1) == "Reviewer"
    alias = anong.text(6)
    tree.setCurrentItem(anong)
    page.people.role.click()
    settled(page, qtbot)
    page.rename("anong", "อนงค์")
    settled(page, qtbot)
    known = {one.name: one for one in people_of(project_of(app))}
    assert known["อนงค์"].role == "reviewer"
    assert known["อนงค์"].done == 4
    page._aliases.click()
    shown = [item.text(0) for item in rows_of(page)]
    assert "อนงค์" not in shown
    assert alias in shown
    assert not page.people.rename.isEnabled()


def test_a_person_is_added_and_a_wrong_name_is_refused_where_it_is_typed(app: App, qtbot: QtBot) -> None:
    page = team_page(app, qtbot)
    page.people.add.click()
    dialog = page.findChild(PersonDialog)
    assert dialog is not None
    dialog.field.setText("gold")
    dialog.accept()
    assert dialog.isVisible()
    dialog.field.setText("darunee")
    dialog.accept()
    settled(page, qtbot)
    assert "darunee" in {one.name for one in people_of(project_of(app))}


# --- assignment


def test_space_gives_an_article_and_takes_it_back_and_ctrl_z_undoes(app: App, qtbot: QtBot) -> None:
    page = team_page(app, qtbot, "assignment")
    grid = page.grid
    anong = column_of(page, "anong")
    grid.setCurrentIndex(page.model.index(0, anong))
    QTest.keyClick(grid, Qt.Key.Key_Space)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    QTest.keyClick(grid, Qt.Key.Key_Space)
    settled(page, qtbot)
    assert matrix(project_of(app)) == {"anong": ["n0", "n1"]}
    assert page.model.headerData(anong, Qt.Orientation.Horizontal) == "anong\n2"
    QTest.keyClick(grid, Qt.Key.Key_Space)
    settled(page, qtbot)
    assert matrix(project_of(app)) == {"anong": ["n0"]}
    app.actions.run("undo")
    settled(page, qtbot)
    assert matrix(project_of(app)) == {"anong": ["n0", "n1"]}
    assert page.model.is_given(page.model.index(1, anong))


def test_a_click_ticks_and_space_ticks_every_selected_cell_alike(app: App, qtbot: QtBot) -> None:
    page = team_page(app, qtbot, "assignment")
    grid = page.grid
    cell = grid.visualRect(page.model.index(1, column_of(page, "boonmee"))).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    settled(page, qtbot)
    assert matrix(project_of(app)) == {"boonmee": ["n1"]}
    grid.selectAll()
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Space)
    settled(page, qtbot)
    given = matrix(project_of(app))
    assert all(len(theirs) == 4 for theirs in given.values())
    assert len(given) in (0, page.model.columnCount())


def test_a_rule_deals_with_quotas_and_the_same_seed_deals_the_same(app: App, qtbot: QtBot) -> None:
    page = team_page(app, qtbot, "assignment")
    page.deal.click()
    dialog = page.findChild(DealDialog)
    assert dialog is not None
    dialog.people["tester"].setChecked(False)
    dialog.per_article.setValue(2)
    dialog.quotas["chalida"].setValue(1)
    dialog.accept()
    settled(page, qtbot)
    first = matrix(project_of(app))
    assert sum(len(theirs) for theirs in first.values()) == 8
    assert len(first["chalida"]) == 1
    assert "tester" not in first
    app.actions.run("undo")
    settled(page, qtbot)
    assert matrix(project_of(app)) == {}


def test_ones_own_queue_can_be_listed_alone(open_app: Callable[..., App], tmp_path: Path, qtbot: QtBot) -> None:
    path = team_project(tmp_path, 4)
    app = open_app(path)
    assert not app.articles.mine.isVisible()
    give(project_of(app), [("n1", app.workspace.by), ("n3", app.workspace.by), ("n2", "anong")])
    app.workspace.take_changes([])
    assert app.articles.mine.isVisible()
    assert "2" in app.articles.mine.text()
    app.articles.mine.click()
    listed = [app.articles.model.summary(n) for n in range(app.articles.model.rowCount())]
    assert [one.id for one in listed if one is not None] == ["n1", "n3"]
    app.articles.clear_search()
    assert app.articles.model.rowCount() == 4


# --- bundles


def annotated(folder: Path, name: str, label: str = "PERSON") -> Path:
    """Make a project of one article that *name* has finished, and return a bundle of it."""
    folder.mkdir()
    mark = {"id": "e1", "label": label, "start": 0, "end": 3}
    layer = {"annotator": name, "status": "done", "entities": [mark], "relations": []}
    record = {"khaotag": 1, "id": "n", "text": "กขคงจ", "layers": [layer]}
    (folder / "n.jsonl").write_bytes(orjson.dumps(record))
    with Project.create(folder / f"{name}.khaotag", schemas.named(None)) as project:
        import_files(project, ImportParams([folder / "n.jsonl"]))
        bundle(project, folder / f"{name}.khaotag-bundle", BundleParams(name))
    return folder / f"{name}.khaotag-bundle"


def drop(app: App, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    modifiers, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, data, buttons, modifiers)
    app.window.dropEvent(event)


def merge_dialog(app: App, qtbot: QtBot) -> MergeDialog:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in app.window.findChildren(MergeDialog)), timeout=5000)
    dialog = next(one for one in app.window.findChildren(MergeDialog) if one.isVisible())
    qtbot.waitUntil(lambda: dialog.plan is not None or dialog.state.property("role") == "bad", timeout=10_000)
    return dialog


def test_a_dropped_bundle_is_merged_only_after_a_look_and_the_second_time_changes_nothing(
    app: App, tmp_path: Path, qtbot: QtBot
) -> None:
    sent = annotated(tmp_path / "there", "malee")
    drop(app, sent)
    dialog = merge_dialog(app, qtbot)
    assert "New articles: 1. New layers: 1" in dialog.state.text()
    assert len(project_of(app).page().rows) == 4
    dialog.accept()
    qtbot.waitUntil(lambda: app.articles.model.rowCount() == 5, timeout=10_000)
    drop(app, sent)
    dialog = merge_dialog(app, qtbot)
    assert "All of it is here already" in dialog.state.text()
    assert not dialog.accept_button.isEnabled()
    dialog.reject()


def test_a_strange_type_is_asked_about_and_mapped_as_said(app: App, tmp_path: Path, qtbot: QtBot) -> None:
    drop(app, annotated(tmp_path / "there", "malee", "person"))
    dialog = merge_dialog(app, qtbot)
    combo = dialog.choices["entity", "person"]
    assert combo.currentData() == "PERSON"  # proposed, because it is called alike
    dialog.accept()
    qtbot.waitUntil(lambda: app.articles.model.rowCount() == 5, timeout=10_000)
    layer = project_of(app).layer("n", "malee")
    assert [mark.label for mark in layer.entities.values()] == ["PERSON"]
    assert "person" not in project_of(app).schema.entity_types


def test_a_strange_type_can_stay_one(app: App, tmp_path: Path, qtbot: QtBot) -> None:
    drop(app, annotated(tmp_path / "there", "malee", "person"))
    dialog = merge_dialog(app, qtbot)
    combo = dialog.choices["entity", "person"]
    dialog.plan = None
    combo.setCurrentIndex(0)
    combo.activated.emit(0)
    qtbot.waitUntil(lambda: dialog.plan is not None, timeout=10_000)
    dialog.accept()
    qtbot.waitUntil(lambda: "person" in project_of(app).schema.entity_types, timeout=10_000)


def test_a_bundle_that_was_cut_short_is_refused_with_the_reason(app: App, tmp_path: Path, qtbot: QtBot) -> None:
    sent = annotated(tmp_path / "there", "malee")
    sent.write_bytes(sent.read_bytes()[:-30])
    drop(app, sent)
    dialog = merge_dialog(app, qtbot)
    assert sent.name in dialog.state.text()
    assert not dialog.accept_button.isEnabled()
    dialog.reject()
    assert len(project_of(app).page().rows) == 4


def test_a_copy_of_ones_work_is_sent_and_merges_elsewhere(
    open_app: Callable[..., App], project_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    app = open_app(project_file)
    app.actions.run("status_done")
    qtbot.waitUntil(lambda: app.workspace.idle, timeout=5000)
    out = tmp_path / "mine.khaotag-bundle"
    app.desk._sharing().send(out, whole=False)
    qtbot.waitUntil(out.exists, timeout=5000)
    with Project.create(tmp_path / "there.khaotag", schemas.named(None)) as other:
        assert merge(other, [out]).layers_added == 1


def test_what_was_kept_beside_is_settled_by_key(open_app: Callable[..., App], tmp_path: Path, qtbot: QtBot) -> None:
    ours, theirs = tmp_path / "ours.khaotag", tmp_path / "theirs.khaotag"
    sent = annotated(tmp_path / "first", "malee")
    for path, end in ((ours, 4), (theirs, 5)):
        with Project.create(path, schemas.named(None)) as project:
            merge(project, [sent])
            for step in (
                {"do": "status", "status": "in_progress"},
                {"do": "resize", "id": "e1", "start": 0, "end": end},
            ):
                Editor(project, "malee").do({**step, "article": "n"})
            if path == theirs:
                bundle(project, tmp_path / "theirs.khaotag-bundle", BundleParams("malee"))
    with Project.open(ours) as project:
        assert merge(project, [tmp_path / "theirs.khaotag-bundle"]).conflicts
    app = open_app(ours)
    page = team_page(app, qtbot, "beside")
    assert page.beside.list.count() == 1
    assert "only here 1 · only there 1" in page.beside.list.item(0).text()
    page.beside.list.setFocus()
    QTest.keyClick(page.beside.list, Qt.Key.Key_T)
    settled(page, qtbot)
    assert [mark.end for mark in project_of(app).layer("n", "malee").entities.values()] == [5]
    assert settle.waiting(project_of(app)) == []
    assert page.beside.list.count() == 0


# --- another person's layer


def test_a_reviewer_changes_another_layer_as_their_own_work(app: App, qtbot: QtBot) -> None:
    project, by = project_of(app), app.workspace.by
    project.commit(edit.set_status(project.read("n0"), project.layer("n0", "anong"), "in_progress"), "anong")
    app.workspace.open_article("n0")
    menu = app.top.layers.menu_of_layers()
    names = [action.text().partition(" · ")[0] for action in menu.actions()]
    assert names == [by, "anong", "boonmee", "chalida"]
    menu.actions()[1].trigger()
    assert app.workspace.whose == "anong"
    assert "anong" in app.top.layers.text()
    before = len(project.layer("n0", "anong").entities)
    QTest.keyClick(app.view.viewport(), Qt.Key.Key_Tab)
    QTest.keyClick(app.view.viewport(), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: app.workspace.idle, timeout=5000)
    assert len(project.layer("n0", "anong").entities) == before - 1
    assert project.layer("n0", by).is_blank
    newest = project.history("n0", limit=1)[0]
    assert (newest.who, newest.what) == (by, "remove")
    app.actions.run("undo")
    qtbot.waitUntil(lambda: app.workspace.idle, timeout=5000)
    assert len(project.layer("n0", "anong").entities) == before
    app.actions.run("next")
    assert app.workspace.whose == by


def test_an_annotator_sees_another_layer_and_cannot_change_it(
    open_app: Callable[..., App], tmp_path: Path, qtbot: QtBot
) -> None:
    path = team_project(tmp_path, 1)
    with Project.open(path) as project:
        project.commit(edit.set_status(project.read("n0"), project.layer("n0", "anong"), "in_progress"), "anong")
    app = open_app(path)
    people.set_person("boonmee")
    app.workspace.rename_person("boonmee")
    app.workspace.open_article("n0")
    told: list[str] = []
    app.workspace.told.connect(lambda message: told.append(str(message)))
    app.workspace.open_layer("anong")
    opened = app.workspace.article
    assert opened is not None
    before = opened.layer
    app.view.setFocus()
    QTest.keyClick(app.view.viewport(), Qt.Key.Key_Tab)
    QTest.keyClick(app.view.viewport(), Qt.Key.Key_Delete)
    app.actions.run("status_done")
    qtbot.waitUntil(lambda: app.workspace.idle, timeout=5000)
    assert opened.layer == before
    assert project_of(app).layer("n0", "anong") == before
    assert any("This is the layer of anong" in line for line in told)
