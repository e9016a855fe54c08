"""The bundled Thai fonts, which the window brings along because many systems have none."""

from __future__ import annotations

import logging
from importlib import resources

from PySide6.QtGui import QFont, QFontDatabase

from .theme import INTERFACE_FONT, READING_FONT

log = logging.getLogger(__name__)
READING_FONTS = (READING_FONT, "Sarabun", INTERFACE_FONT)
_EMOJI = frozenset(("Noto Color Emoji", "Segoe UI Emoji", "Apple Color Emoji", "Twemoji", "Noto Emoji"))
# Their Thai marks stand in the wrong places.
_BROKEN = frozenset(("Noto Looped Thai", "Noto Looped Thai UI"))
INTERFACE_PIXELS, SMALL_PIXELS, CHIP_PIXELS = 13, 12, 11


def load() -> None:
    """Add every bundled font to the application."""
    folder = resources.files("khaotag") / "resources" / "fonts"
    if not folder.is_dir():
        return
    system_has_emoji = not _EMOJI.isdisjoint(QFontDatabase.families())
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.name.startswith("NotoEmoji") and system_has_emoji:
            continue  # the system's own are in colour
        if entry.name.endswith(".ttf") and QFontDatabase.addApplicationFont(str(entry)) < 0:
            log.warning("The font %s cannot be read", entry.name)


def thai_families() -> list[str]:
    """Return the fonts that articles can be set in: the bundled ones, then the system's that know Thai."""
    known = set(QFontDatabase.families())
    system = QFontDatabase.families(QFontDatabase.WritingSystem.Thai)
    others = sorted(name for name in system if not name.startswith(READING_FONTS) and name not in _BROKEN)
    return [*(name for name in READING_FONTS if name in known), *others]


def interface(pixels: int = INTERFACE_PIXELS, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the interface font in a size and weight."""
    font = QFont(INTERFACE_FONT)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font
