"""The import dialog says what it found before it imports."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import orjson
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from khaotag.gui.app import App
from khaotag.gui.dialogs.import_dialog import ImportDialog
from khaotag.gui.widgets import PlainLabel

Open = Callable[..., App]
TEXT = "นางสาวปานวาด ศรีสุขธารา ลงพื้นที่บ้านหนองแสงทอง"


def file_of(folder: Path, label: str, count: int = 3) -> Path:
    path = folder / "new.jsonl"
    records = []
    for number in range(count):
        entity = {"id": "e", "label": label, "start": 6, "end": 23, "text": TEXT[6:23]}
        layer = {"annotator": "noi", "entities": [entity]}
        records.append({"khaotag": 1, "title": "ลงพื้นที่", "text": f"{TEXT} {number}", "layers": [layer]})
    path.write_bytes(b"".join(orjson.dumps(record) + b"\n" for record in records))
    return path


def opened(app: App, path: Path, qtbot: QtBot) -> tuple[ImportDialog, Callable[[], str]]:
    app.actions.run("import")
    (dialog,) = app.window.findChildren(ImportDialog)

    def shown() -> str:
        labels = dialog.recognised.findChildren(PlainLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    dialog.add([path])
    qtbot.waitUntil(lambda: "Looking" not in shown() and bool(shown()), timeout=15_000)
    return dialog, shown


def test_format_counts_and_the_first_article_are_shown_before_anything_is_imported(
    open_app: Open, project_file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    app = open_app(project_file)
    dialog, shown = opened(app, file_of(tmp_path, "PERSON"), qtbot)
    assert "Khaotag JSON Lines × 1 · 3 articles, 3 entities, 0 relations" in shown()
    assert "ปานวาด ศรีสุขธารา" in shown()
    assert not dialog.recognised.types.isVisible()
    assert app.workspace.project is not None
    assert sum(app.workspace.project.counts().values()) == 12
    dialog.reject()


def test_unknown_types_are_offered_and_refused_where_the_person_says_no(
    open_app: Open, project_file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    app = open_app(project_file)
    dialog, shown = opened(app, file_of(tmp_path, "SPIRIT"), qtbot)
    assert dialog.recognised.types.isVisible()
    assert "SPIRIT" in shown()
    dialog.recognised.types.setChecked(False)
    dialog.begin()
    qtbot.waitUntil(lambda: dialog.report is not None, timeout=15_000)
    assert dialog.report is not None
    assert len(dialog.report.rejected) == 3
    assert app.workspace.project is not None
    assert "SPIRIT" not in app.workspace.project.schema.entity_types
    dialog.accept()


def test_a_file_that_is_no_text_says_so_at_once(
    open_app: Open, project_file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    app = open_app(project_file)
    (tmp_path / "x.bin").write_bytes(bytes(range(256)))
    dialog, shown = opened(app, tmp_path / "x.bin", qtbot)
    assert "No format is known" in shown()
    dialog.reject()


def test_esc_while_it_imports_leaves_whole_records_alone(
    open_app: Open, project_file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    app = open_app(project_file)
    dialog, _ = opened(app, file_of(tmp_path, "PERSON", 2000), qtbot)
    dialog.begin()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=30_000)
    project = app.workspace.project
    assert project is not None
    for row in project.page(limit=10_000).rows:
        if row.title == "ลงพื้นที่":
            assert len(project.layer(row.id, "noi").entities) == 1
    dialog.accept()
