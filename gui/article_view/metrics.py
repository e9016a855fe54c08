"""Lengths of the article view in device-independent pixels, and the fonts with the ink that they need."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath

from ..reading import USUAL, Reading
from ..theme import BOILERPLATE_SIZE, INTERFACE_FONT, READING_SIZE, TITLE_SIZE

GUTTER, MARGIN, MIN_COLUMN = 56, 48, 120
TOP, BOTTOM, BLANK, ABOVE = 16, 48, 6, 3

CHIP, LANE, CHIP_GAP, CHIP_PAD, CHIP_SPACE = 18, 21, 2, 6, 3
PILL_WIDTH, PILL_PAD, PILL_ARROW, PILLS = 144, 9, 13, 3
UNDERLINE, UNDERLINE_STEP, UNDERLINE_GAP = 2, 4, 1
ARC_CLEAR, ARC_LABEL, PORT = 11, 16, 7
ROUTE_GAP, ROUTE_MARGIN = 8, 20
RADIUS_BAND, RADIUS_CHIP, RADIUS_ARC, RADIUS_OVERLAY = 3, 4, 5, 8

# The tallest and deepest stack of Thai marks: a line must hold its ink, whatever the font says of itself.
STACK = "ปั๊ปิ้กี๋ญี่ฎูฏู"


@dataclass(frozen=True, slots=True)
class Face:
    """A reading font with the room that its ink needs above and below the baseline."""

    font: QFont
    up: int
    down: int


@dataclass(frozen=True, slots=True)
class Fonts:
    """Every font of the view and how the person likes to read.

    `advance` is the usual width of one code point, from which heights are guessed.
    """

    body: Face
    title: Face
    ghost: Face
    chip: QFont
    small: QFont
    advance: float
    reading: Reading


def make_fonts(reading: Reading = USUAL) -> Fonts:
    """Return the view's fonts for a person who likes to read so."""
    family, size = reading.family, reading.size
    title = round(size * TITLE_SIZE / READING_SIZE)
    ghost = round(size * BOILERPLATE_SIZE / READING_SIZE)
    return Fonts(
        body=_face(family, size, QFont.Weight.Normal),
        title=_face(family, title, QFont.Weight.DemiBold),
        ghost=_face(family, ghost, QFont.Weight.Normal),
        chip=make_font(INTERFACE_FONT, 11, QFont.Weight.DemiBold),
        small=make_font(INTERFACE_FONT, 11, QFont.Weight.Normal),
        advance=size * 0.39,
        reading=reading,
    )


def make_font(family: str, size: int, weight: QFont.Weight) -> QFont:
    """Return a font by pixel size that keeps fractional advances, so that text looks alike at every scale."""
    font = QFont(family)
    font.setPixelSize(size)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Grey smoothing looks the same on every screen, and is painted faster than coloured.
    font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
    return font


def _face(family: str, size: int, weight: QFont.Weight) -> Face:
    font = make_font(family, size, weight)
    metrics = QFontMetricsF(font)
    path = QPainterPath()
    path.addText(0, 0, font, STACK)
    ink = path.boundingRect()
    return Face(font, round(max(metrics.ascent(), -ink.top())), round(max(metrics.descent(), ink.bottom())))
