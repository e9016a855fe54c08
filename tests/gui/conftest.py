"""Real windows on real project files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from khaotag.gui.app import App, make_application
from khaotag.gui.look import Look
from khaotag.gui.settings import Settings
from khaotag.storage import schemas
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.project import Project

Open = Callable[..., App]
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the offscreen platform say that it has no window manager."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True))


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return make_application()


def write_articles(folder: Path, count: int) -> None:
    folder.mkdir(parents=True)
    for n in range(count):
        text = f"ข่าวที่ {n} เทศบาลเปิดตลาด\n\nนายวิศรุต แก้วมณีทอง นายก อบต.หนองแสงทอง แถลงข่าวที่ {n}\n"
        (folder / f"{n:04}.txt").write_text(text, "utf-8")


@pytest.fixture
def project_file(tmp_path: Path) -> Path:
    """A project of twelve short articles."""
    write_articles(tmp_path / "news", 12)
    path = tmp_path / "local.khaotag"
    with Project.create(path, schemas.named(None)) as project:
        import_files(project, ImportParams([tmp_path / "news"]))
    return path


@pytest.fixture
def open_app(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """A function that opens the whole window on a project, as many times as wanted."""
    made: list[App] = []

    def start(target: Path | None, *, language: str | None = "en", size: tuple[int, int] = (1440, 900)) -> App:
        settings = Settings(tmp_path / "window.ini")
        app = App(Look(qapp, settings, language=language, theme="light"), settings)
        made.append(app)
        app.window.resize(*size)
        if target is not None:
            assert app.desk.open_project(str(target))
        app.window.show()
        qtbot.waitExposed(app.window)
        qtbot.waitUntil(lambda: app.workspace.has_words, timeout=15_000)
        return app

    yield start
    for app in made:
        close(app, qtbot)


def close(app: App, qtbot: QtBot) -> None:
    """Close a window as a person would and let its files go; a closed one stays closed."""
    if not shiboken6.isValid(app.window):
        return
    qtbot.waitUntil(lambda: app.workspace.idle, timeout=5000)
    app.window.close()
    app.shut()
    shiboken6.delete(app.window)
    shiboken6.delete(app)


@pytest.fixture
def shut(qtbot: QtBot) -> Callable[[App], None]:
    return lambda app: close(app, qtbot)
