"""Charts as pictures: PNG in twice the size, or SVG."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from ...models.errors import Unavailable
from .chart import Chart
from .drawing import draw_words

_SIDE, _TITLE, _SCALE = 16, 30, 2


def save_chart(chart: Chart, path: Path) -> None:
    """Write a chart with its title into a file; the suffix says whether as SVG or PNG.

    Raises Unavailable where the file cannot be written.
    """
    size = QSize(chart.width() + 2 * _SIDE, chart.height() + _TITLE + 2 * _SIDE)
    data = _svg(chart, size) if path.suffix.lower() == ".svg" else _png(chart, size)
    try:
        path.write_bytes(data)
    except OSError as error:
        raise Unavailable("“{path}” cannot be written: {reason}", path=path, reason=error.strerror or error) from None


def _draw(painter: QPainter, chart: Chart, size: QSize) -> None:
    theme = chart.look.theme
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), theme.colour("paper"))
    draw_words(painter, QRectF(_SIDE, _SIDE, chart.width(), 20), chart.title, theme.colour("text"), bold=True)
    painter.translate(_SIDE, _SIDE + _TITLE)
    chart.drawn(painter, chart.width())


def _png(chart: Chart, size: QSize) -> bytes:
    image = QImage(size * _SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SCALE)
    with QPainter(image) as painter:
        _draw(painter, chart, size)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _svg(chart: Chart, size: QSize) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    made = QSvgGenerator()
    made.setOutputDevice(buffer)
    made.setSize(size)
    made.setViewBox(QRect(0, 0, size.width(), size.height()))
    made.setTitle(chart.title)
    with QPainter(made) as painter:
        _draw(painter, chart, size)
    return bytes(buffer.data().data())
