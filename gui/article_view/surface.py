"""The surface: a scroll area that lays out, paints and scrolls one article, and knows nothing of keys or gestures."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from ...models.layer import Fragment
from ..guard import guarded
from ..theme import Theme
from .banner import Banner
from .bar import SlimBar
from .canvas import REACH, Canvas
from .document import Document
from .failure import FailurePanel
from .scene import Scene

_HAIR = 0.01  # pixels
_IDLE_MS, _SLICE_MS = 12, 4


class Surface(QAbstractScrollArea):
    """Shows what its canvas holds; `error_shown(Exception)` tells of a fault in any of its virtuals."""

    error_shown = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = Canvas()
        self._failure = FailurePanel(self)
        self.banner = Banner(self)
        self.banner.restyle(self._canvas.theme)
        self.banner.wanted.connect(self._make_room)
        self._idle = QTimer(self, interval=_IDLE_MS)
        self._idle.timeout.connect(self._lay_more)
        self._bar = SlimBar(self)
        self.setVerticalScrollBar(self._bar)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def rearranged(self) -> None:
        """Do what is to be done when other lines are on screen than before; for those who build on this."""

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._canvas.restyle(theme)
        self.banner.restyle(theme)
        self._bar.restyle(theme)
        self.viewport().update()

    @property
    def document(self) -> Document:
        """The laid-out article; only to be asked for while one is shown."""
        if self._canvas.document is None:
            raise LookupError("no article is shown")
        return self._canvas.document

    @property
    def scene(self) -> Scene:
        """The passing state."""
        return self._canvas.scene

    @property
    def top(self) -> float:
        """The document's y at the top of the viewport."""
        return float(self.verticalScrollBar().value())

    def scroll_to(self, offset: int) -> None:
        """Bring an offset into view, a third down from the top."""
        if self._canvas.document is not None:
            self._put(offset, self.viewport().height() / 3)

    def reveal(self, offset: int) -> None:
        """Scroll as little as shows the line of an offset whole."""
        placed, room = self.document.line_of(offset), self.viewport().height()
        if placed.top < self.top:
            self._put(offset, 8)
        elif placed.top + placed.line.height > self.top + room:
            self._put(offset, max(0.0, room - placed.line.height - 8))

    def _put(self, offset: int, y: float) -> None:
        """Scroll so that the line of an offset begins *y* below the top."""
        document = self.document
        for _ in range(2):
            # Laying out what comes into view may move the line; the second time all of that is known.
            self._canvas.settle(document.line_of(offset).top - y, self.viewport().height())
        self._follow(document.line_of(offset).top - y)
        self.viewport().update()

    def _repaint(self, *stretches: Fragment) -> None:
        """Paint the lines of some stretches again, and no others."""
        document, top = self.document, self.top
        for start, end in set(stretches):
            first, last = document.line_of(start), document.line_of(max(start, end - 1))
            y, bottom = first.top - top, last.top + last.line.height - top
            box = QRectF(0, y - REACH, self.viewport().width(), bottom - y + 2 * REACH)
            self.viewport().update(box.toAlignedRect())

    def _sync(self) -> None:
        """Lay out what is on screen, give the scroll bar the range of all, and paint."""
        document = self._canvas.document
        room = self.viewport().height()
        self._bar.setPageStep(max(1, room))
        if document is None:
            self._bar.setRange(0, 0)
        else:
            settled, _, _ = self._canvas.settle(self.top, room)
            self._follow(settled)
        self.viewport().update()

    def _lay_more(self) -> None:
        """Lay out what is not on screen yet, a few milliseconds at a time, without moving what is."""
        document = self._canvas.document
        if document is None:
            self._idle.stop()
            return
        clock = QElapsedTimer()
        clock.start()
        near = document.block_at(self.top)
        within = self.top - float(document.tops[near])
        stood = -within
        for _ in self._canvas.lay_some(near):
            if clock.elapsed() >= _SLICE_MS:
                break
        else:
            self._idle.stop()
        self._follow(float(document.tops[near]) + within)
        if abs(float(document.tops[near]) - self.top - stood) > _HAIR:
            # The bar counts whole pixels: what is on screen has moved by less than one.
            self.viewport().update()

    def _make_room(self, height: int) -> None:
        """Give the banner room without moving the text on screen, unless it is at the very top."""
        grown = height - self.viewportMargins().top()
        self.setViewportMargins(0, height, 0, 0)
        if self.top > 0:
            self.verticalScrollBar().setValue(round(self.top + grown))

    def _follow(self, scroll: float) -> None:
        """Set the scroll bar to where the same text stands now."""
        document = self.document
        bar = self.verticalScrollBar()
        top = max(0, int(document.height - self.viewport().height()))
        if bar.maximum() != top:
            bar.setRange(0, top)
        if round(scroll) != bar.value():
            bar.setValue(round(scroll))

    def show_error(self, error: Exception) -> None:
        """Show the reason of a fault in the view; called by `guarded`, also from within painting."""
        QTimer.singleShot(0, self, lambda: self._failure.tell(error, self._canvas.theme))
        self.error_shown.emit(error)

    @guarded()
    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), self._canvas.theme.colour("paper"))
            if self._canvas.document is None:
                return
            settled, lines, points = self._canvas.settle(self.top, self.viewport().height())
            # What was an estimate may have become exact; the bar takes it without another round of painting.
            if settled != self.top:
                self.viewport().update()
            blocked = self.verticalScrollBar().blockSignals(True)
            self._follow(settled)
            self.verticalScrollBar().blockSignals(blocked)
            self._canvas.paint(painter, self.top, event.rect(), lines, points)

    @guarded()
    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        document = self._canvas.document
        self._failure.place()
        self.banner.place(self.viewport().width())
        if document is None:
            return
        first = document.line_at(self.top + 1)
        at, y, column = first.line.row.start, first.top - self.top, document.column
        document.resize(self.viewport().width())
        if document.column != column and self.top > 0:
            self._put(at, y)
        self._idle.start()
        self._sync()
        self.rearranged()

    @guarded()
    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self.scene.choice_box is None and self.scene.drag is None and self.scene.proposal is None:
            self.viewport().scroll(0, dy)
        else:
            self.viewport().update()
        self.rearranged()
