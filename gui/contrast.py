"""Contrast of colours as WCAG 2 counts it, and inks that are made strong enough to read."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QColor

ENOUGH = 7.0
_STEPS = 40


def contrast(one: QColor, other: QColor) -> float:
    """Return the ratio of two opaque colours' luminances, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def tinted(ground: QColor, ink: QColor, alpha: float) -> QColor:
    """Return what a ground looks like under an ink of that opacity."""
    red, green, blue = (low + (high - low) * alpha for low, high in zip(_parts(ground), _parts(ink), strict=True))
    return QColor.fromRgbF(red, green, blue)


@lru_cache(maxsize=512)
def strengthened(ink: str, ground: str, alpha: float) -> str:
    """Return an ink of the same hue, darker only as far as is needed to be read on the ground tinted with it."""
    paper, colour = QColor(ground), QColor(ink)
    hue, saturation, lightness = colour.hslHueF(), colour.hslSaturationF(), colour.lightnessF()
    for step in range(_STEPS + 1):
        made = QColor.fromHslF(max(hue, 0.0), saturation, lightness * (1 - step / _STEPS))
        if contrast(made, tinted(paper, made, alpha)) >= ENOUGH:
            return str(made.name())
    return "#000000"


def _parts(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(part) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
