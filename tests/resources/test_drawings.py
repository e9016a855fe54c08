"""Fonts and icons: Qt can read each, and each font has its licence beside it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

ROOT = Path(__file__).parents[2]
FONTS = sorted((ROOT / "resources" / "fonts").glob("*.ttf"))
ICONS = sorted((ROOT / "resources" / "icons").glob("*.svg"))
ASKED_FOR = re.compile(
    r"""(?:icons?\.(?:icon|paint|pixmap)|IconButton|set_icon)\([^")]*"([a-z-]+)"(?: if .*? else "([a-z-]+)")?"""
)


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_a_font_loads_under_the_name_that_its_file_promises(path: Path, qtbot: QtBot) -> None:
    number = QFontDatabase.addApplicationFont(str(path))
    family = QFontDatabase.applicationFontFamilies(number)[0]
    assert family.replace(" ", "") == path.stem.partition("_")[0]
    QFontDatabase.removeApplicationFont(number)


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_a_font_has_its_licence_beside_it(path: Path) -> None:
    licence = path.with_name(f"OFL-{path.stem.partition('_')[0]}.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_is_a_drawing_that_qt_reads(path: Path, qtbot: QtBot) -> None:
    drawing = QSvgRenderer(QByteArray(path.read_bytes()))
    assert drawing.isValid()
    assert drawing.viewBox().size() == drawing.defaultSize()


@pytest.mark.parametrize("path", [path for path in ICONS if path.stem != "khaotag"], ids=lambda path: path.stem)
def test_an_icon_is_drawn_in_black_alone_so_that_the_theme_can_paint_it(path: Path) -> None:
    text = path.read_text("utf-8")
    assert 'viewBox="0 0 16 16"' in text
    assert set(re.findall(r'(?:stroke|fill)="([^"]+)"', text)) <= {"none", "#000000"}


def test_every_icon_that_the_window_names_is_there() -> None:
    named = {
        name
        for path in (ROOT / "gui").rglob("*.py")
        for match in ASKED_FOR.finditer(path.read_text("utf-8"))
        for name in match.groups()
        if name
    }
    assert "search" in named
    assert named <= {path.stem for path in ICONS}
