"""The matrix: which types a relation may join, head by tail; a number tells how many other relations join the pair."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ...models.schema import EntityType, RelationType, Schema
from ...models.schema_edit import Pair, pairs_of
from .. import fonts
from ..chips import paint_underline
from ..guard import guarded
from ..look import Look
from ..translate import tr

_LEAST, _MOST, _HEAD, _SWATCH = 20, 28, 92, 14


class Matrix(QWidget):
    """Rows are heads, columns are tails. *Signals:* `toggled(head id, tail id)`, `pointed(head id, tail id)`."""

    toggled = Signal(str, str)
    pointed = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._kinds: list[EntityType] = []
        self._pairs: set[Pair] = set()
        self._others: Counter[Pair] = Counter()
        self._here = (0, 0)
        self._names = _HEAD
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def show_relation(self, schema: Schema, kind: RelationType | None) -> None:
        """Show what a relation type joins."""
        self._kinds = [entity for entity in schema.entities if not entity.archived]
        self._pairs = pairs_of(schema, kind) if kind else set()
        others = [other for other in schema.relations if other != kind and not other.archived]
        self._others = Counter(pair for other in others for pair in pairs_of(schema, other))
        metrics = QFontMetricsF(fonts.interface(fonts.SMALL_PIXELS))
        widths = [metrics.horizontalAdvance(k.short.in_language(self._look.language)) for k in self._kinds]
        self._names = min(_HEAD, round(max(widths, default=0)) + 4)
        last = max(0, len(self._kinds) - 1)
        self._here = (min(self._here[0], last), min(self._here[1], last))
        self.setAccessibleName(tr("Which types it joins"))
        self.updateGeometry()
        self.update()

    @property
    def here(self) -> Pair | None:
        """The pair under the cursor of the keyboard or the mouse."""
        if not self._kinds:
            return None
        return self._kinds[self._here[0]].id, self._kinds[self._here[1]].id

    @property
    def size_of_cell(self) -> float:
        """How wide a cell is."""
        room = (self.width() - self._names - _SWATCH - 12) / max(1, len(self._kinds))
        return max(_LEAST, min(_MOST, room))

    def cell(self, line: int, place: int) -> QRectF:
        """Return where a cell stands."""
        side = self.size_of_cell
        return QRectF(self._names + _SWATCH + 10 + place * side, _HEAD + _SWATCH + 6 + line * side, side - 2, side - 2)

    @override
    @guarded(QSize(400, 400))
    def sizeHint(self) -> QSize:
        count = len(self._kinds)
        return QSize(self._names + _SWATCH + 10 + count * _LEAST, round(_HEAD + _SWATCH + 8 + count * _MOST))

    @override
    @guarded(QSize(400, 400))
    def minimumSizeHint(self) -> QSize:
        count = len(self._kinds)
        return QSize(
            self._names + _SWATCH + 10 + count * _LEAST, round(_HEAD + _SWATCH + 8 + count * self.size_of_cell)
        )

    def _at(self, point: QPointF) -> tuple[int, int] | None:
        first, side = self.cell(0, 0), self.size_of_cell
        line, place = int((point.y() - first.y()) // side), int((point.x() - first.x()) // side)
        return (line, place) if 0 <= line < len(self._kinds) and 0 <= place < len(self._kinds) else None

    def _go(self, here: tuple[int, int]) -> None:
        self._here = here
        self.pointed.emit(self._kinds[here[0]].id, self._kinds[here[1]].id)
        self.update()

    @override
    @guarded()
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if found is not None and found != self._here:
            self._go(found)

    @override
    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go(found)
            self.toggled.emit(self._kinds[found[0]].id, self._kinds[found[1]].id)

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
        }
        step, last = steps.get(Qt.Key(event.key())), len(self._kinds) - 1
        if step is not None and self._kinds:
            line, place = self._here[0] + step[0], self._here[1] + step[1]
            self._go((max(0, min(last, line)), max(0, min(last, place))))
        elif event.key() == Qt.Key.Key_Space and self.here is not None:
            self.toggled.emit(*self.here)
        else:
            super().keyPressEvent(event)

    @override
    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for at, kind in enumerate(self._kinds):
                self._paint_names(painter, at, kind)
            for line, head in enumerate(self._kinds):
                for place, tail in enumerate(self._kinds):
                    self._paint_cell(painter, self.cell(line, place), (head.id, tail.id))
            if self.hasFocus() and self._kinds:
                painter.setPen(QPen(self._look.theme.colour("text"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(self.cell(*self._here), 4, 4)

    def _paint_names(self, painter: QPainter, at: int, kind: EntityType) -> None:
        theme, font = self._look.theme, fonts.interface(fonts.SMALL_PIXELS)
        name, metrics = kind.short.in_language(self._look.language), QFontMetricsF(font)
        painter.setFont(font)
        row, column = self.cell(at, 0), self.cell(0, at)
        painter.setPen(theme.colour("text"))
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, self._names - 4)
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(QRectF(0, row.y(), self._names, row.height()), right, shown)
        painter.save()
        painter.translate(column.center().x(), _HEAD)
        painter.rotate(-90)
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, _HEAD - 4)
        painter.drawText(QRectF(2, -10, _HEAD, 20), int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()
        for box in (
            QRectF(self._names + 4, row.center().y() - 5, _SWATCH, 8),
            QRectF(column.center().x() - _SWATCH / 2, _HEAD + 4, _SWATCH, 8),
        ):
            ground = QColor(theme.ink(kind))
            ground.setAlphaF(theme.chip_alpha + 0.1)
            painter.fillRect(box, ground)
            paint_underline(painter, kind.pattern, box.left(), box.right(), box.bottom() + 2, theme.ink(kind))

    def _paint_cell(self, painter: QPainter, box: QRectF, pair: Pair) -> None:
        theme, joined, others = self._look.theme, pair in self._pairs, self._others[pair]
        painter.setPen(QPen(theme.colour("accent" if joined else "line"), 1))
        painter.setBrush(theme.colour("accent" if joined else "soft" if others else "paper"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if joined:
            painter.setPen(QPen(theme.colour("on_accent"), 1.75))
            middle = box.center()
            points = (QPointF(-4, 0.5), QPointF(-1, 3.5), QPointF(4.5, -3))
            painter.drawPolyline([middle + point for point in points])
        elif others:
            painter.setFont(fonts.interface(fonts.CHIP_PIXELS))
            painter.setPen(theme.colour("muted"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(others))
