"""Small pictures drawn once and used often: chips, pills, arc labels, hint letters."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from ..theme import Theme
from .compose import Composer
from .geometry import Arrow, Pill
from .metrics import CHIP, PILL_ARROW, PILL_PAD, RADIUS_CHIP, Fonts

_LIMIT = 3000


class Pixmaps:
    """A cache of drawn labels for one theme, language and device-pixel ratio."""

    def __init__(self, theme: Theme, fonts: Fonts, composer: Composer, ratio: float) -> None:
        self.theme, self.fonts, self.composer, self.ratio = theme, fonts, composer, ratio
        self._kept: dict[tuple[object, ...], QPixmap] = {}
        self._inks: dict[tuple[str, float], QColor] = {}
        self.pens: dict[tuple[str, bool, float], QPen] = {}

    def ink(self, label: str, alpha: float) -> QColor:
        """Return an entity type's ink with an opacity."""
        ink = self._inks.get((label, alpha))
        if ink is None:
            ink = self._inks[label, alpha] = self.theme.ink(self.composer.schema.entity_type(label))
            ink.setAlphaF(min(1.0, alpha))
        return ink

    def _draw(self, key: tuple[object, ...], width: float, height: float, paint: Callable[[QPainter], None]) -> QPixmap:
        kept = self._kept.get(key)
        if kept is not None:
            return kept
        if len(self._kept) > _LIMIT:
            self._kept.clear()
        pixmap = QPixmap(round((width + 2) * self.ratio), round((height + 2) * self.ratio))
        pixmap.setDevicePixelRatio(self.ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(1, 1)
            paint(painter)
        self._kept[key] = pixmap
        return pixmap

    def chip(self, label: str, width: float, *, solid: bool = False, prefix: str = "") -> QPixmap:
        """Return an entity's chip; a solid one is that of the focused entity."""
        ink = self.theme.ink(self.composer.schema.entity_type(label))

        def paint(painter: QPainter) -> None:
            fill = QColor(ink)
            fill.setAlphaF(1.0 if solid else self.theme.chip_alpha)
            painter.setPen(Qt.PenStyle.NoPen)
            # Chips hide what passes behind them, arcs' legs and stems.
            painter.setBrush(self.theme.colour("paper"))
            painter.drawRoundedRect(QRectF(0, 0, width, CHIP), RADIUS_CHIP, RADIUS_CHIP)
            painter.setBrush(fill)
            painter.drawRoundedRect(QRectF(0, 0, width, CHIP), RADIUS_CHIP, RADIUS_CHIP)
            if self.theme.chip_frame:
                half = self.theme.chip_frame / 2
                painter.setPen(QPen(ink, self.theme.chip_frame))
                painter.drawRoundedRect(QRectF(half, half, width - 2 * half, CHIP - 2 * half), RADIUS_CHIP, RADIUS_CHIP)
            colour = self.theme.colour("on_ink") if solid else ink
            self._text(painter, QRectF(0, 0, width, CHIP), prefix + self.composer.chip_text(label), colour, bold=True)

        return self._draw(("chip", label, solid, prefix, width), width, CHIP, paint)

    def proposal(self, label: str, score: float, width: float, *, focused: bool) -> QPixmap:
        """Return a suggestion's chip: dashed, with its score."""
        ink = self.theme.colour("accent_text") if focused else self.ink(label, 1.0)

        def paint(painter: QPainter) -> None:
            pen = QPen(self.theme.colour("accent") if focused else ink, 1.2)
            if not focused:
                pen.setDashPattern([3.0, 2.0])
            painter.setPen(pen)
            painter.setBrush(self.theme.colour("accent_soft" if focused else "paper"))
            box = QRectF(0.5, 0.5, width - 1, CHIP - 1)
            painter.drawRoundedRect(box, RADIUS_CHIP, RADIUS_CHIP)
            self._text(painter, box, self.composer.proposed_text(label, score), ink, bold=True)

        return self._draw(("proposal", label, score, focused, width), width, CHIP, paint)

    def pill(self, pill: Pill, *, accent: bool = False) -> QPixmap:
        """Return a relation's pill."""
        width = pill.box.width

        def paint(painter: QPainter) -> None:
            colour = self.theme.colour("accent_text" if accent else "muted")
            painter.setPen(QPen(self.theme.colour("accent" if accent else "border"), 1.2 if accent else 1.0))
            painter.setBrush(self.theme.colour("accent_soft" if accent else "panel"))
            painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, CHIP - 1), CHIP / 2, CHIP / 2)
            if pill.more:
                self._text(painter, QRectF(0, 0, width, CHIP), pill.name, colour)
                return
            name = self.composer.small_width(pill.name)
            self._text(painter, QRectF(PILL_PAD, 0, name + 1, CHIP), pill.name, colour)
            rest = PILL_PAD + name + PILL_ARROW
            self._text(painter, QRectF(rest, 0, width - rest, CHIP), pill.surface, colour, left=True)
            _arrow(painter, PILL_PAD + name + PILL_ARROW / 2, CHIP / 2, pill.arrow, colour)

        return self._draw(("pill", pill.name, pill.surface, pill.arrow, accent, width), width, CHIP, paint)

    def label(self, text: str, width: float, height: float, *, accent: bool = False) -> QPixmap:
        """Return an arc's label on paper."""

        def paint(painter: QPainter) -> None:
            painter.fillRect(QRectF(0, 0, width, height), self.theme.colour("paper"))
            colour = self.theme.colour("accent_text" if accent else "muted")
            self._text(painter, QRectF(0, 0, width, height), text, colour)

        return self._draw(("label", text, accent, width), width, height, paint)

    def hint(self, letters: str, typed: str) -> QPixmap:
        """Return a hint: black letters on yellow, in both themes; what was typed already is faint."""
        width = self.hint_width(letters)

        def paint(painter: QPainter) -> None:
            painter.setPen(QPen(self.theme.colour("hint_border"), 1.0))
            painter.setBrush(self.theme.colour("hint"))
            painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, CHIP - 1), RADIUS_CHIP, RADIUS_CHIP)
            faint = letters.startswith(typed) and bool(typed)
            colour = self.theme.colour("hint_text", 0.45 if faint else 1.0)
            self._text(painter, QRectF(0, 0, width, CHIP), letters.upper(), colour, bold=True)

        return self._draw(("hint", letters, typed), width, CHIP, paint)

    def hint_width(self, letters: str) -> float:
        """Return how wide a hint is."""
        return max(CHIP, self.composer.small_width(letters.upper()) + 11)

    def _text(
        self, painter: QPainter, box: QRectF, text: str, colour: QColor, *, bold: bool = False, left: bool = False
    ) -> None:
        font: QFont = self.fonts.chip if bold else self.fonts.small
        painter.setFont(font)
        painter.setPen(colour)
        side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), text)


def _arrow(painter: QPainter, x: float, y: float, arrow: Arrow, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if arrow in ("out", "both"):
        at = x + (1.5 if arrow == "both" else 0)
        painter.drawPolygon(QPolygonF([QPointF(at - 2, y - 3), QPointF(at - 2, y + 3), QPointF(at + 3, y)]))
    if arrow in ("in", "both"):
        at = x - (1.5 if arrow == "both" else 0)
        painter.drawPolygon(QPolygonF([QPointF(at + 2, y - 3), QPointF(at + 2, y + 3), QPointF(at - 3, y)]))


def rounded_path(points: list[tuple[float, float]], radius: float) -> QPainterPath:
    """Return a path through points with rounded corners."""
    path = QPainterPath(QPointF(*points[0]))
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        path.lineTo(_towards(corner, before, radius))
        path.quadTo(QPointF(*corner), _towards(corner, after, radius))
    path.lineTo(QPointF(*points[-1]))
    return path


def _towards(corner: tuple[float, float], other: tuple[float, float], radius: float) -> QPointF:
    dx, dy = other[0] - corner[0], other[1] - corner[1]
    length = (dx * dx + dy * dy) ** 0.5
    share = min(radius, length / 2) / length if length else 0.0
    return QPointF(corner[0] + dx * share, corner[1] + dy * share)
