"""Icons: drawings in black strokes, painted in the colour that the theme asks for."""

from __future__ import annotations

from importlib import resources

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_drawings: dict[str, QSvgRenderer] = {}


def _drawing(name: str) -> QSvgRenderer:
    found = _drawings.get(name)
    if found is None:
        file = resources.files("khaotag") / "resources" / "icons" / f"{name}.svg"
        data = file.read_bytes() if file.is_file() else b""
        found = _drawings[name] = QSvgRenderer(QByteArray(data))
    return found


def paint(painter: QPainter, name: str, target: QRectF, colour: QColor) -> None:
    """Paint an icon into *target* in one colour."""
    ratio = painter.device().devicePixelRatioF()
    size = (target.size() * ratio).toSize()
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as inner:
        drawing = _drawing(name)
        if drawing.isValid():
            drawing.render(inner, QRectF(image.rect()))
        inner.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        inner.fillRect(image.rect(), colour)
    painter.drawImage(target, image)


def pixmap(name: str, colour: QColor, size: int = 16) -> QPixmap:
    """Return an icon in one colour, sharp on this screen."""
    screen = QGuiApplication.primaryScreen()
    ratio = screen.devicePixelRatio() if screen is not None else 1.0
    result = QPixmap(round(size * ratio), round(size * ratio))
    result.setDevicePixelRatio(ratio)
    result.fill(Qt.GlobalColor.transparent)
    with QPainter(result) as painter:
        paint(painter, name, QRectF(0, 0, size, size), colour)
    return result


def icon(name: str, colour: QColor, size: int = 16) -> QIcon:
    """Return an icon in one colour; Qt dims it where it is disabled."""
    return QIcon(pixmap(name, colour, size))
