"""What the window does when nobody does anything."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from khaotag.gui.app import App
from khaotag.storage import schemas, search_index
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.project import Project


def test_a_file_copied_after_five_idle_seconds_holds_everything(
    open_app: Callable[..., App], project_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    app = open_app(project_file)
    assert app.workspace.article is not None
    article = app.workspace.article.article
    start = article.text.index("วิศรุต")
    app.view.setFocus()
    app.view.select(start, start + 6)
    QTest.keyClick(app.view, Qt.Key.Key_1)
    copy = tmp_path / "copy.khaotag"

    def whole() -> bool:
        shutil.copyfile(project_file, copy)
        with Project.open(copy, write=False) as project:
            return len(project.layer(article.id, app.workspace.by).entities) == 1

    assert not whole()
    qtbot.waitUntil(whole, timeout=9000)


def test_the_search_index_is_filled_in_idle_time(open_app: Callable[..., App], tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "many.khaotag"
    (tmp_path / "many.jsonl").write_text("".join(f'{{"text": "ข่าวที่ {n} จากตลาด"}}\n' for n in range(200)), "utf-8")
    with Project.create(path, schemas.named(None)) as project:
        import_files(project, ImportParams([tmp_path / "many.jsonl"], "jsonl"))
    app = open_app(path)
    opened = app.workspace.project
    assert opened is not None

    def filled() -> bool:
        with opened.reading() as connection:
            return not search_index.missing(connection)

    assert not filled()
    qtbot.waitUntil(filled, timeout=15_000)
