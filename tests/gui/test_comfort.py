"""How articles are read: size, spacing, column and words by key, by command and in the settings, and every theme."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from khaotag.gui.contrast import ENOUGH, contrast, tinted
from khaotag.gui.dialogs.settings_dialog import Sample, SettingsDialog
from khaotag.gui.reading import USUAL
from khaotag.gui.theme import CONTRAST, THEMES
from khaotag.storage import schemas

CTRL = Qt.KeyboardModifier.ControlModifier


def dialog_of(app: Any) -> SettingsDialog:
    app.desk.show_settings()
    found = app.window.findChildren(SettingsDialog)
    assert len(found) == 1
    return found[0]  # type: ignore[no-any-return]


def test_keys_change_the_size_and_the_next_start_remembers_it(
    open_app: Any, project_file: Path, shut: Any, qtbot: Any
) -> None:
    app = open_app(project_file)
    height = app.view.document.height
    for _ in range(3):
        QTest.keyClick(app.view, Qt.Key.Key_Equal, CTRL)
    assert app.look.reading.size == USUAL.size + 3
    assert app.view.document.height > height
    QTest.keyClick(app.view, Qt.Key.Key_Minus, CTRL)
    app.settings.sync()
    shut(app)
    again = open_app(project_file)
    assert again.look.reading.size == USUAL.size + 2
    again.actions.run("usual_size")
    assert again.look.reading == USUAL
    assert again.view.document.height == height


def test_one_key_gives_the_usual_size_back(open_app: Any, project_file: Path) -> None:
    app = open_app(project_file)
    QTest.keyClick(app.view, Qt.Key.Key_Minus, CTRL)
    assert app.look.reading.size == USUAL.size - 1
    QTest.keyClick(app.view, Qt.Key.Key_0, CTRL)
    assert app.look.reading.size == USUAL.size


def test_commands_change_spacing_column_and_words(open_app: Any, project_file: Path) -> None:
    app = open_app(project_file)
    height, column = app.view.document.height, app.view.document.column
    app.actions.run("looser")
    assert app.view.document.height > height
    for _ in range(4):
        app.actions.run("narrower")
    assert app.view.document.column < column
    with_words = app.view.grab().toImage()
    app.actions.run("word_lines")
    assert app.view.grab().toImage() != with_words
    names = [found.name for found in app.finder.commands(app.actions.run, "Sarabun")]
    assert names == ["Reading font: Sarabun"]
    app.finder.commands(app.actions.run, "Sarabun")[0].run()
    assert app.view.document.fonts.body.font.family() == "Sarabun"


def test_the_settings_show_at_once_what_they_do(open_app: Any, project_file: Path, qtbot: Any) -> None:
    app = open_app(project_file)
    dialog = dialog_of(app)
    qtbot.waitExposed(dialog)
    sample = dialog.findChild(Sample)
    assert sample is not None
    before, height = sample.document.height, app.view.document.height
    dialog.pixels.setValue(26)
    dialog.spacing.setValue(150)
    assert sample.document.height > before
    assert app.view.document.height > height, "and the article behind it follows"
    dialog.words.click()
    assert app.look.reading == USUAL._replace(size=26, spacing=150, words=False)
    app.actions.run("usual_size")
    assert dialog.pixels.value() == USUAL.size, "a command is followed by the dialog"
    dialog.usual.click()
    assert app.look.reading == USUAL
    assert dialog.words.isChecked()
    dialog.accept()


def test_the_theme_button_goes_through_all_themes(open_app: Any, project_file: Path) -> None:
    app = open_app(project_file)
    seen = []
    for _ in range(3):
        app.actions.run("theme")
        seen.append(app.look.theme.name)
        QApplication.processEvents()
    assert seen == ["dark", "contrast", "light"]


@pytest.mark.parametrize("schema", sorted(schemas.bundled()))
def test_everything_written_in_high_contrast_stands_out_seven_times(schema: str) -> None:
    theme = CONTRAST
    grounds = [theme.colour(name) for name in ("window", "panel", "paper", "soft", "accent_soft", "warn_soft")]
    inks = ("text", "muted", "faint", "ghost", "accent_text", "ok", "warn", "bad")
    for ink, ground in itertools.product(inks, grounds):
        assert contrast(theme.colour(ink), ground) >= ENOUGH, (ink, ground.name())
    assert contrast(theme.colour("on_accent"), theme.colour("accent")) >= ENOUGH
    assert contrast(theme.colour("hint_text"), theme.colour("hint")) >= ENOUGH
    chips = [theme.ink(kind) for kind in schemas.named(schema).entities]
    for colour in [*chips, *(theme.chain(number) for number in range(6))]:
        assert contrast(colour, tinted(theme.colour("paper"), colour, theme.chip_alpha)) >= ENOUGH, colour.name()
        assert contrast(QColor(theme.on_ink), colour) >= ENOUGH, colour.name()


def test_body_text_can_be_read_in_every_theme() -> None:
    for theme in THEMES.values():
        for ink in ("text", "muted", "faint"):
            assert contrast(theme.colour(ink), theme.colour("paper")) >= 4.5, (theme.name, ink)
