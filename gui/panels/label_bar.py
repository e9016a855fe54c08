"""The bar of labels below the article: key, underline and short name of each type; a click creates or relabels."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

from ...models.schema import EntityType, Schema
from .. import fonts
from ..chips import paint_underline
from ..guard import guarded
from ..look import Look
from ..theme import LABEL_BAR
from ..translate import tr
from ..widgets import ElidedLabel, button, column, one_line, row

_CELL, _GAP, _CAP, _SIDE = 28, 6, 20, 12
_LEAST, _MOST, _ROWS = 76, 112, 3
_AWAY, _STRIP = 0.4, 28


class LabelGrid(QWidget):
    """The types in as many columns as fit, each column as wide as the widest name.

    *Signals:* `chosen(label id)`; `only(label id)` by a click with Ctrl; `hovered(label id or "")`;
    `rows_changed(number of rows)`.
    """

    chosen = Signal(str)
    only = Signal(str)
    hovered = Signal(str)
    rows_changed = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._kinds: list[EntityType] = []
        self._focused = ""
        self._hovered = -1
        self._away = False
        self._shown: frozenset[str] | None = None
        self._font = fonts.interface()
        self._columns, self._width = 1, _LEAST
        self.setMouseTracking(True)
        self.setAccessibleName("labels")

    def show_types(self, kinds: list[EntityType]) -> None:
        """Show these types."""
        self._kinds = kinds
        self.arrange()

    def show_focused(self, label: str) -> None:
        """Light the label that the focused entity has."""
        changed = {self._focused, label} if label != self._focused else set()
        self._focused = label
        for index, kind in enumerate(self._kinds):
            if kind.id in changed:
                self.update(self.cell(index).toAlignedRect())

    def dim(self, *, away: bool) -> None:
        """Stand back while a mode has the keys, and labels do nothing."""
        if away != self._away:
            self._away = away
            self.setEnabled(not away)
            self.update()

    def show_only(self, labels: frozenset[str] | None) -> None:
        """Let the labels stand back whose marks are dimmed."""
        self._shown = labels
        self.update()

    def arrange(self) -> None:
        """Fit the columns to the present width and language."""
        self._font = fonts.interface()
        metrics = QFontMetricsF(self._font)
        names = [kind.short.in_language(self._look.language) for kind in self._kinds]
        widest = max((metrics.horizontalAdvance(name) for name in names), default=0)
        wanted = round(widest) + _CAP + 14
        room = max(_LEAST, self.width() - 2 * _SIDE)
        half = max(1, -(-len(names) // 2))
        # Two rows as long as names stay readable, more and a scroll bar after that.
        self._columns = half if room // half >= _LEAST else max(1, room // max(_LEAST, min(wanted, _MOST)))
        self._width = (
            min(max(wanted, _LEAST), room // self._columns) if self._columns == half else room // self._columns
        )
        self._width = max(self._width, min(room // self._columns, _MOST))
        if wanted > self._width + 1:
            self._font = fonts.interface(fonts.SMALL_PIXELS)
        rows = max(1, -(-len(names) // self._columns))
        self.setMinimumHeight(rows * (_CELL + 1) + _GAP + 4)
        self.rows_changed.emit(rows)
        self.update()

    def cell(self, index: int) -> QRectF:
        """Return where a type stands."""
        line, place = divmod(index, self._columns)
        return QRectF(_SIDE + place * self._width, _GAP + 2 + line * (_CELL + 1), self._width - 2, _CELL)

    def _at(self, point: QPointF) -> int:
        return next((i for i in range(len(self._kinds)) if self.cell(i).contains(point)), -1)

    @override
    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()

    @override
    @guarded()
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hovered = self._at(event.position())
        if hovered != self._hovered:
            self._hovered = hovered
            self.setToolTip(self._kinds[hovered].name.in_language(self._look.language) if hovered >= 0 else "")
            self.hovered.emit(self._kinds[hovered].id if hovered >= 0 else "")
            self.update()

    @override
    @guarded()
    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.hovered.emit("")
        self.update()

    @override
    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._at(event.position())
        if index >= 0 and event.button() == Qt.MouseButton.LeftButton:
            with_ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.only if with_ctrl else self.chosen).emit(self._kinds[index].id)

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for index, kind in enumerate(self._kinds):
                # With each mark another label is lit; the others need not be drawn again.
                if event.region().intersects(self.cell(index).toAlignedRect()):
                    away = self._away or (self._shown is not None and kind.id not in self._shown)
                    painter.setOpacity(_AWAY if away else 1.0)
                    self._paint_type(painter, self.cell(index), kind, hovered=index == self._hovered)

    def _paint_type(self, painter: QPainter, box: QRectF, kind: EntityType, *, hovered: bool) -> None:
        theme = self._look.theme
        ink, focused = theme.ink(kind), kind.id == self._focused and not self._away
        painter.setPen(Qt.PenStyle.NoPen)
        if focused or hovered:
            painter.setBrush(theme.colour("accent_soft" if focused else "soft"))
            painter.drawRoundedRect(box, 6, 6)
        cap = QRectF(box.x() + 4, box.y() + 2, _CAP, 18)
        ground = QColor(ink)
        if not focused:
            ground.setAlphaF(theme.chip_alpha)
        painter.setBrush(ground)
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(theme.colour("on_ink") if focused else ink)
        painter.setFont(fonts.interface(fonts.SMALL_PIXELS, QFont.Weight.DemiBold))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), (kind.key or "·").upper())
        paint_underline(painter, kind.pattern, cap.left(), cap.right(), cap.bottom() + 4, ink)
        painter.setFont(self._font)
        painter.setPen(theme.colour("accent_text" if focused else "text"))
        name = QRectF(cap.right() + 7, box.y(), box.right() - cap.right() - 8, 22)
        shown = painter.fontMetrics().elidedText(
            kind.short.in_language(self._look.language), Qt.TextElideMode.ElideRight, int(name.width())
        )
        painter.drawText(name, int(Qt.AlignmentFlag.AlignVCenter), shown)


class LabelBar(QWidget):
    """The bar. *Signals:* `chosen(label id)`; `only(label id)`, `every()`: which labels' marks are wanted bright."""

    chosen = Signal(str)
    only = Signal(str)
    every = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("labelBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(LABEL_BAR)
        self.grid = LabelGrid(look)
        self.grid.chosen.connect(self.chosen)
        self.grid.only.connect(self.only)
        self.grid.rows_changed.connect(self._fit)
        self._look, self._rows = look, 1
        self._kinds: dict[str, EntityType] = {}
        self._shown: frozenset[str] | None = None
        self._strip, self._said, self._all = QWidget(), ElidedLabel(role="accent"), button("", "link")
        self._all.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._all.clicked.connect(self.every)
        said = row(self._said, self._all, margins=(_SIDE, 2, _SIDE, 0))
        said.setStretch(0, 1)
        self._strip.setLayout(said)
        self._strip.setFixedHeight(_STRIP)
        self._strip.hide()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.grid)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        self.grid.setAutoFillBackground(False)
        self.setLayout(column(self._strip, area, spacing=0, margins=(0, 1, 0, 0)))
        look.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Speak the present language and wear the present theme."""
        self.grid.setAccessibleName(tr("Labels"))
        self.grid.arrange()
        self.show_only(self._shown)

    def show_only(self, labels: frozenset[str] | None) -> None:
        """Say which labels' marks are shown bright, and offer to show all again."""
        self._shown = labels
        self.grid.show_only(labels)
        language = self._look.language
        names = [kind.name.in_language(language) for name, kind in self._kinds.items() if name in (labels or ())]
        self._said.setText(tr("Shown bright: {names}", names=", ".join(names)))
        self._all.setText(one_line(tr("Show all labels (Esc)")))
        self._strip.setVisible(labels is not None)
        self._fit(self._rows)

    def _fit(self, rows: int) -> None:
        self._rows = rows
        strip = _STRIP if self._shown is not None else 0
        self.setFixedHeight(LABEL_BAR + strip + (_CELL + 1) * (max(0, min(rows, _ROWS) - 2)))

    def show_schema(self, schema: Schema) -> None:
        """Show the types of a schema, those with keys first."""
        kinds = [kind for kind in schema.entities if not kind.archived]
        self._kinds = {kind.id: kind for kind in kinds}
        self.grid.show_types(sorted(kinds, key=lambda kind: kind.key is None))
