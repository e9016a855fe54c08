"""What the charts have in common: words in a box, a label's chip and bar, a legend, and tints of the accent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from ...models.schema import EntityType
from .. import fonts
from ..theme import Theme

LEFT, RIGHT, CENTRE = (
    int(Qt.AlignmentFlag.AlignVCenter | side | Qt.TextFlag.TextSingleLine)
    for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter)
)
CHIP = 18
SMALL, TINY, PLAIN = fonts.SMALL_PIXELS, fonts.CHIP_PIXELS, fonts.INTERFACE_PIXELS


def draw_words(
    painter: QPainter,
    box: QRectF,
    words: str,
    colour: QColor,
    pixels: int = PLAIN,
    align: int = LEFT,
    *,
    bold: bool = False,
) -> None:
    """Draw words on one line, shortened where the box is too narrow."""
    font = fonts.interface(pixels, QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(colour)
    line = " ".join(words.split())
    painter.drawText(box, align, QFontMetricsF(font).elidedText(line, Qt.TextElideMode.ElideRight, box.width()))


def width_of(words: str, pixels: int = PLAIN, *, bold: bool = False) -> float:
    """Return how wide words are."""
    return QFontMetricsF(
        fonts.interface(pixels, QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    ).horizontalAdvance(words)


def wrapped(words: str, width: float, pixels: int = SMALL) -> float:
    """Return how high words are that are wrapped to a width."""
    metrics = QFontMetricsF(fonts.interface(pixels))
    return metrics.boundingRect(QRectF(0, 0, width, 10_000), int(Qt.TextFlag.TextWordWrap), words).height()


def draw_wrapped(painter: QPainter, left: float, top: float, width: float, words: str, colour: QColor) -> float:
    """Draw small words on as many lines as they need, and return their height."""
    height = wrapped(words, width)
    painter.setFont(fonts.interface(SMALL))
    painter.setPen(colour)
    painter.drawText(QRectF(left, top, width, height + 2), int(Qt.TextFlag.TextWordWrap), words)
    return height


def fill(painter: QPainter, box: QRectF, colour: QColor, radius: float = 2) -> None:
    """Fill a box."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(box, radius, radius)


def draw_chip(painter: QPainter, theme: Theme, kind: EntityType, language: str, box: QRectF) -> None:
    """Draw an entity type's chip at the left of a box."""
    name, ink = kind.short.in_language(language), theme.ink(kind)
    width = min(box.width(), width_of(name, TINY, bold=True) + 13)
    chip = QRectF(box.left(), box.center().y() - CHIP / 2, width, CHIP)
    ground = QColor(ink)
    ground.setAlphaF(theme.chip_alpha)
    fill(painter, chip, ground, 4)
    draw_words(painter, chip.adjusted(5, 0, -5, 0), name, ink, TINY, CENTRE, bold=True)


def mixed(theme: Theme, role: str, part: float) -> QColor:
    """Return a colour of the theme laid over paper with an opacity."""
    over, under = theme.colour(role), theme.colour("paper")
    red, green, blue = (
        part * a + (1 - part) * b
        for a, b in (
            (over.redF(), under.redF()),
            (over.greenF(), under.greenF()),
            (over.blueF(), under.blueF()),
        )
    )
    return QColor.fromRgbF(red, green, blue)


def draw_legend(
    painter: QPainter, left: float, top: float, width: float, theme: Theme, entries: Sequence[tuple[QColor, str]]
) -> float:
    """Draw what colours stand for, on as many lines as needed, and return the height."""
    x, y = left, top
    for colour, words in entries:
        need = 16 + width_of(words, SMALL)
        if x > left and x + need > left + width:
            x, y = left, y + 20
        fill(painter, QRectF(x, y + 5, 10, 10), colour)
        draw_words(painter, QRectF(x + 16, y, width_of(words, SMALL) + 4, 20), words, theme.colour("muted"), SMALL)
        x += need + 16
    return y + 20 - top
