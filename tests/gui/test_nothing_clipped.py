"""Every text of the window can be read whole, in both languages and in the theme with the thickest frames."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from window_pictures import PERSON, SIZE, clipped, make_project, settle, states

from khaotag.gui.app import App
from khaotag.gui.look import Look
from khaotag.gui.settings import Settings
from khaotag.storage.project import Project


@pytest.mark.parametrize(
    ("language", "theme"), [("th", "contrast"), ("th", "light"), ("en", "contrast"), ("en", "dark")]
)
def test_no_text_of_the_window_is_clipped(qapp: QApplication, tmp_path: Path, language: str, theme: str) -> None:
    settings = Settings(Path(os.devnull))
    app = App(Look(qapp, settings, language=language, theme=theme), settings)
    app.window.resize(*SIZE)
    app.workspace.show_project(Project.open(make_project(tmp_path)), by=PERSON)
    app.window.show()
    problems = []
    for name, go in states(app):
        dialog = go()
        settle(app, 4)
        problems += [f"{name}: {problem}" for problem in clipped(dialog or app.window)]
        if dialog is not None:
            dialog.close()
    app.window.close()
    app.shut()
    assert problems == []
