"""A chart: drawn by its kind in the window's look, to hover, to walk by keys, to click through and to save."""

from __future__ import annotations

import html
from abc import abstractmethod
from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from .. import keys
from ..guard import guarded
from ..look import Look
from ..translate import tr
from .drawing import draw_words


class Spot(NamedTuple):
    """A part of a chart that has something to say; `data` is what it leads to, if anywhere."""

    box: QRectF
    tip: str
    data: Any = None


class Drawn(NamedTuple):
    """What drawing a chart used of the height, and its spots in reading order."""

    height: float
    spots: Sequence[Spot] = ()


class Chart(QWidget):
    """A chart. *Signal:* `chosen(data)` by click or Enter; by double click where *steady*, a click then only points."""

    chosen = Signal(object)
    steady = False

    def __init__(self, look: Look, least: int = 260) -> None:
        super().__init__()
        self.look = look
        self.title = ""
        self.spots: Sequence[Spot] = ()
        self.is_waiting = True
        self._here = -1
        self._hover = -1
        self.setMinimumWidth(least)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self.arrange)

    @abstractmethod
    def draw(self, painter: QPainter, width: float) -> Drawn:
        """Draw the chart to a width, from the origin down."""

    def drawn(self, painter: QPainter, width: float) -> Drawn:
        """Draw the chart, or that what it shows is not known yet."""
        if not self.is_waiting:
            return self.draw(painter, width)
        draw_words(painter, QRectF(0, 0, width, 24), tr("measuring …"), self.look.theme.colour("muted"))
        return Drawn(32)

    def arrange(self) -> None:
        """Take other content: find out how high it is and where its spots are."""
        blank = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
        with QPainter(blank) as painter:
            drawn = self.drawn(painter, max(self.width(), self.minimumWidth()))
        self.spots = drawn.spots
        self._here = min(self._here, len(self.spots) - 1)
        self._hover = -1
        self.setFixedHeight(round(drawn.height))
        self.setAccessibleName(self.title)
        self.update()

    @property
    def here(self) -> Spot | None:
        """The spot in focus."""
        return self.spots[self._here] if 0 <= self._here < len(self.spots) else None

    def _spot_at(self, point: QPointF) -> int:
        return next((at for at, spot in enumerate(self.spots) if spot.box.contains(point)), -1)

    def _go(self, place: int) -> None:
        self._here = max(0, min(place, len(self.spots) - 1)) if self.spots else -1
        if self.here is not None:
            self.setAccessibleDescription(self.here.tip)
        self.update()

    def _choose(self) -> None:
        if self.here is not None and self.here.data is not None:
            self.chosen.emit(self.here.data)

    def _beside(self, key: int) -> int:
        """Return the nearest spot in the direction of an arrow key, or the present one."""
        if self.here is None:
            return 0
        here = self.here.box.center()
        across = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        sign = 1 if key in (Qt.Key.Key_Right, Qt.Key.Key_Down) else -1
        best, found = float("inf"), self._here
        for at, spot in enumerate(self.spots):
            way = spot.box.center() - here
            ahead, aside = (way.x(), way.y()) if across else (way.y(), way.x())
            if sign * ahead > 1 and abs(ahead) + 4 * abs(aside) < best:
                best, found = abs(ahead) + 4 * abs(aside), at
        return found

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.drawn(painter, self.width())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if 0 <= self._hover < len(self.spots) and self.spots[self._hover].data is not None:
                painter.setPen(QPen(self.look.theme.colour("ghost"), 1))
                painter.drawRoundedRect(self.spots[self._hover].box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            if self.hasFocus() and self.here is not None:
                painter.setPen(QPen(self.look.theme.colour("text"), 2))
                painter.drawRoundedRect(self.here.box.adjusted(1, 1, -1, -1), 3, 3)

    @override
    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.arrange()

    @override
    @guarded(QSize(260, 60))
    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), self.height())

    @override
    @guarded()
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._spot_at(event.position())
        if found != self._hover:
            self._hover = found
            leads = found >= 0 and self.spots[found].data is not None
            self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
            self.update()

    @override
    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._spot_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and found >= 0:
            self._go(found)
            if not self.steady:
                self._choose()

    @override
    @guarded()
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self._spot_at(event.position())
        if self.steady and found >= 0:
            self._go(found)
            self._choose()

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = keys.physical(event)
        key = pressed.key()
        if pressed.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._go(self._beside(key))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else len(self.spots) - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        else:
            super().keyPressEvent(event)

    @override
    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._spot_at(QPointF(event.pos()))
            tip = self.spots[found].tip if found >= 0 else ""
            QToolTip.showText(event.globalPos(), f"<span>{html.escape(tip)}</span>" if tip else "", self)
            return True
        if event.type() == QEvent.Type.FocusIn and self._here < 0:
            self._go(0)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    @override
    @guarded()
    def leaveEvent(self, event: QEvent) -> None:
        self._hover = -1
        self.update()
