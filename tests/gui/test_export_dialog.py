"""The export dialog counts what is lost before it writes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from khaotag.gui.app import App
from khaotag.gui.dialogs.export_dialog import ExportDialog
from khaotag.gui.dialogs.plain import DetailsDialog
from khaotag.gui.widgets import PlainLabel
from khaotag.models import edit
from khaotag.storage.jobs.recipes import recipes

Open = Callable[..., App]


def tagged(open_app: Open, project_file: Path, qtbot: QtBot) -> App:
    """A window with two entities and a relation in the first article."""
    app = open_app(project_file)
    opened = app.workspace.article
    assert opened is not None
    text = opened.article.text
    for name, key, surface in (("p", "PERSON", "วิศรุต แก้วมณีทอง"), ("o", "LOCAL_GOV", "อบต.หนองแสงทอง")):
        start = text.index(surface)
        with qtbot.waitSignal(app.workspace.saved):
            opened.perform(
                partial(
                    edit.mark, opened.article, opened.layer, opened.schema, name, key, [(start, start + len(surface))]
                )
            )
    with qtbot.waitSignal(app.workspace.saved):
        opened.perform(lambda: edit.relate(opened.article, opened.layer, opened.schema, "r", "MEMBER_OF", "p", "o"))
    return app


def counted(dialog: ExportDialog, qtbot: QtBot) -> None:
    def has_report() -> bool:
        return dialog.report is not None

    qtbot.waitUntil(has_report, timeout=15_000)


def choose(dialog: ExportDialog, kind: str) -> None:
    """Press one of the ways to split."""
    split = dialog.options.split
    split.kind.choose(kind)
    split.kind.chosen.emit(kind)


def dialog_of(app: App, qtbot: QtBot) -> ExportDialog:
    app.actions.run("export")
    (dialog,) = app.window.findChildren(ExportDialog)
    counted(dialog, qtbot)
    return dialog


def test_losses_are_shown_with_numbers_and_must_be_acknowledged(
    open_app: Open, project_file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    app = tagged(open_app, project_file, qtbot)
    dialog = dialog_of(app, qtbot)
    assert not dialog.known.isVisible()
    dialog.choose_format("conll")
    dialog.options.target.setText(str(tmp_path / "set"))
    counted(dialog, qtbot)
    assert dialog.report is not None
    assert dialog.report.dropped
    assert "B-PERSON" in dialog.preview.toPlainText()
    assert dialog.known.isVisible()
    assert not dialog.write.isEnabled()
    dialog.known.setChecked(True)
    assert dialog.write.isEnabled()
    QTest.mouseClick(dialog.write, Qt.MouseButton.LeftButton)
    qtbot.waitUntil((tmp_path / "set" / "data.conll").exists, timeout=15_000)
    qtbot.waitUntil(lambda: bool(app.window.findChildren(DetailsDialog)))
    (told,) = app.window.findChildren(DetailsDialog)
    assert "sha256" in told.text.toPlainText()
    told.accept()


def test_a_change_of_the_choices_takes_the_acknowledgement_back(
    open_app: Open, project_file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    app = tagged(open_app, project_file, qtbot)
    dialog = dialog_of(app, qtbot)
    dialog.choose_format("conll")
    counted(dialog, qtbot)
    dialog.known.setChecked(True)
    choose(dialog, "split")
    assert not dialog.known.isChecked()
    assert not dialog.write.isEnabled()
    dialog.reject()


def test_the_native_format_loses_nothing(open_app: Open, project_file: Path, qtbot: QtBot, tmp_path: Path) -> None:
    app = tagged(open_app, project_file, qtbot)
    dialog = dialog_of(app, qtbot)
    assert dialog.report is not None
    assert not dialog.report.dropped
    dialog.options.target.setText(str(tmp_path / "all"))
    assert dialog.write.isEnabled()
    dialog.begin()
    qtbot.waitUntil((tmp_path / "all" / "data.jsonl").exists, timeout=15_000)
    qtbot.waitUntil(lambda: bool(app.window.findChildren(DetailsDialog)))
    app.window.findChildren(DetailsDialog)[0].accept()


def test_a_recipe_brings_every_choice_back_and_the_last_export_is_one(
    open_app: Open, project_file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    app = tagged(open_app, project_file, qtbot)
    dialog = dialog_of(app, qtbot)
    assert not dialog.recipes.isVisible()
    dialog.choose_format("conll")
    choose(dialog, "split")
    dialog.options.split.shares[0].setValue(60)
    dialog.options.split.seed.setValue(7)
    dialog.options.split.stratify.setChecked(True)
    dialog.options.map.setCurrentIndex(dialog.options.map.findData(("thainer",)))
    dialog.options.unit.choose("paragraph")
    dialog.options.card.setChecked(True)
    wanted = dialog.options.params()
    dialog.keep("ฝึก")
    qtbot.waitUntil(lambda: dialog.recipes.box.currentData() == "ฝึก", timeout=15_000)
    dialog.choose_format("khaotag")
    choose(dialog, "none")
    dialog.take_recipe("ฝึก")
    assert dialog.options.params() == wanted
    assert dialog.recipes.isVisible()
    dialog.options.target.setText(str(tmp_path / "set"))
    counted(dialog, qtbot)
    dialog.known.setChecked(True)
    dialog.begin()
    qtbot.waitUntil((tmp_path / "set" / "README.md").exists, timeout=15_000)
    qtbot.waitUntil(lambda: bool(app.window.findChildren(DetailsDialog)))
    app.window.findChildren(DetailsDialog)[0].accept()
    assert workspace_recipes(app) == ["last", "ฝึก"]


def workspace_recipes(app: App) -> list[str]:
    assert app.workspace.project is not None
    return recipes(app.workspace.project)


def test_the_parts_and_the_groups_of_near_duplicates_are_told_before_writing(
    open_app: Open, project_file: Path, qtbot: QtBot
) -> None:
    app = tagged(open_app, project_file, qtbot)
    dialog = dialog_of(app, qtbot)
    choose(dialog, "split")
    counted(dialog, qtbot)
    shown = " ".join(label.text() for label in dialog.options.split.findChildren(PlainLabel))
    assert "train 12 · dev 0 · test 0" in shown
    assert "1 groups found" in shown
    dialog.options.split.together.setChecked(False)
    counted(dialog, qtbot)
    assert dialog.report is not None
    assert dialog.report.splits == {"train": 10, "dev": 1, "test": 1}
    dialog.reject()


def test_esc_while_it_writes_leaves_no_file(open_app: Open, project_file: Path, qtbot: QtBot, tmp_path: Path) -> None:
    app = tagged(open_app, project_file, qtbot)
    dialog = dialog_of(app, qtbot)
    dialog.choose_format("brat")
    (tmp_path / "here").mkdir()
    dialog.options.target.setText(str(tmp_path / "here" / "set"))
    dialog.options.layer.setCurrentIndex(0)
    counted(dialog, qtbot)
    dialog.known.setChecked(True)
    dialog.begin()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: dialog.write.isEnabled() or not dialog.isVisible(), timeout=15_000)
    if dialog.isVisible():
        assert list((tmp_path / "here").iterdir()) == []
        dialog.reject()
    else:  # it was done before the key came
        assert [path.name for path in (tmp_path / "here").iterdir()] == ["set"]
        assert (tmp_path / "here" / "set" / "annotation.conf").is_file()
