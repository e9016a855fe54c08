"""How one hit looks: its place in the middle of the line, what stands around it, and what it is marked as now."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ...models.schema import EntityType, Schema
from ...storage.jobs.concordance import Row
from .. import fonts
from ..guard import guarded
from ..look import Look
from ..theme import Theme
from ..translate import tr
from .model import ROW, TICKED

HEIGHT = 40
SIDE, BOX, GAP = 24, 16, 12
_ID, _NOW, _READING, _CHIP = 100, 272, 16, 18
_MATCH = 260


class Columns:
    """Where each column of a row this wide stands; the match stands in the same place in every row."""

    def __init__(self, width: float, match: float) -> None:
        self.tick = QRectF(SIDE, (HEIGHT - BOX) / 2, BOX, BOX)
        wide = width > 900
        self.article = QRectF(SIDE + BOX + GAP, 0, _ID if wide else 0, HEIGHT)
        left = self.article.right() + (GAP if wide else 0)
        right = width - SIDE - (_NOW if wide else 150) - GAP
        match = min(match, _MATCH, (right - left) / 2)
        middle = left + (right - left - match) * 0.53
        self.left = QRectF(left, 0, middle - left - 8, HEIGHT)
        self.match = QRectF(middle, 0, match, HEIGHT)
        self.right = QRectF(middle + match + 8, 0, right - middle - match - 8, HEIGHT)
        self.now = QRectF(right + GAP, 0, width - SIDE - right - GAP, HEIGHT)


class HitDelegate(QStyledItemDelegate):
    """Paints hits; `schema` and `label` (what the place would be marked as) are set by the page."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.schema: Schema | None = None
        self.label = ""
        self.match_width = 60.0

    def fit_match(self, match: str) -> None:
        """Make room for a match this long."""
        self.match_width = max(40.0, QFontMetricsF(self.reading()).horizontalAdvance(match) + 10)

    def reading(self) -> QFont:
        """Return the font that hits are set in."""
        font = QFont(self._look.reading.family)
        font.setPixelSize(_READING)
        return font

    @override
    @guarded(QSize(400, HEIGHT))
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(400, HEIGHT)

    @override
    @guarded()
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW)
        if not isinstance(row, Row) or self.schema is None:
            return
        theme, state = self._look.theme, option.state
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("soft"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.translate(box.topLeft())
        columns = Columns(box.width(), self.match_width)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        ticked = bool(index.data(TICKED))
        paint_tick(painter, theme, columns.tick, "all" if ticked else "none")
        if columns.article.width():
            small = fonts.interface(fonts.SMALL_PIXELS)
            _line(painter, columns.article, row.hit.article, small, theme.colour("muted" if selected else "faint"))
        self._paint_hit(painter, columns, row, ticked=ticked)
        self._paint_now(painter, columns.now, row)
        painter.restore()

    def _paint_hit(self, painter: QPainter, columns: Columns, row: Row, *, ticked: bool) -> None:
        theme, font = self._look.theme, self.reading()
        text = theme.colour("text")
        _line(painter, columns.left, row.hit.left, font, text, Qt.AlignmentFlag.AlignRight, Qt.TextElideMode.ElideLeft)
        _line(painter, columns.right, row.hit.right, font, text)
        frame = columns.match.adjusted(0.5, 6.5, -0.5, -7.5)
        kind = self.schema.entity_type(self.label) if self.schema and self.label else None
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if row.kind == "conflict":
            painter.setPen(QPen(theme.colour("warn"), 1))
            painter.drawRoundedRect(frame, 3, 3)
        elif ticked and kind is not None and row.kind == "free":
            band = QColor(theme.ink(kind))
            band.setAlphaF(theme.chip_alpha)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(band)
            painter.drawRoundedRect(frame, 3, 3)
            painter.fillRect(QRectF(frame.x(), frame.bottom() - 1, frame.width(), 2), theme.ink(kind))
        else:
            painter.setPen(QPen(theme.colour("ghost"), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(frame, 3, 3)
        _line(painter, columns.match, row.hit.match, font, text, Qt.AlignmentFlag.AlignHCenter)

    def _paint_now(self, painter: QPainter, box: QRectF, row: Row) -> None:
        theme, stand = self._look.theme, row.stand
        small = fonts.interface(fonts.SMALL_PIXELS)
        at = QRectF(box)
        if stand.labels:
            words, labels = "", stand.labels
        elif stand.around:
            words, labels = tr("within"), stand.around
        else:
            words, labels = (tr("excluded") if stand.standing == "excluded" else tr("not marked")), ()
        if words:
            _line(painter, at, words, small, theme.colour("muted"))
            at.setLeft(at.left() + QFontMetricsF(small).horizontalAdvance(words) + 8)
        assert self.schema is not None
        for label in labels:
            at.setLeft(at.left() + self._paint_chip(painter, at, self.schema.entity_type(label)) + 6)
        state = tr("conflict") if row.kind == "conflict" else "✓" if row.kind == "marked" else ""
        if stand.finished and not state:
            state = tr("finished")
        role = "warn" if row.kind == "conflict" else "ok"
        _line(painter, at, state, small, theme.colour(role), Qt.AlignmentFlag.AlignRight)

    def _paint_chip(self, painter: QPainter, at: QRectF, kind: EntityType) -> float:
        theme = self._look.theme
        font = fonts.interface(fonts.CHIP_PIXELS, QFont.Weight.DemiBold)
        name = kind.short.in_language(self._look.language)
        width = QFontMetricsF(font).horizontalAdvance(name) + 13
        chip = QRectF(at.x(), (HEIGHT - _CHIP) / 2, width, _CHIP)
        ground = QColor(theme.ink(kind))
        ground.setAlphaF(theme.chip_alpha)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(chip, 4, 4)
        _line(painter, chip, name, font, theme.ink(kind), Qt.AlignmentFlag.AlignHCenter)
        return width


def paint_tick(painter: QPainter, theme: Theme, box: QRectF, state: str) -> None:
    """Paint a box for all, some or none."""
    on = state != "none"
    painter.setPen(QPen(theme.colour("accent" if on else "border"), 1))
    painter.setBrush(theme.colour("accent" if on else "paper"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(QPen(theme.colour("on_accent"), 1.75))
    x, y = box.x(), box.y()
    if state == "all":
        painter.drawPolyline([QPointF(x + 4, y + 8.5), QPointF(x + 7, y + 11.5), QPointF(x + 12, y + 5)])
    elif state == "some":
        painter.drawLine(QPointF(x + 4.5, y + 8), QPointF(x + 11.5, y + 8))


def _line(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    colour: QColor,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    shown = QFontMetricsF(font).elidedText(text, elide, box.width())
    painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
