"""The heading of the concordance: the names of its columns, and one tick for all that is shown."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from .. import fonts
from ..guard import guarded
from ..look import Look
from ..translate import tr
from .delegate import BOX, SIDE, Columns, HitDelegate, paint_tick

HEIGHT = 30


class HitHeader(QWidget):
    """The heading, in line with the delegate's columns. *Signal:* `all_wanted(bool)` to tick all or none."""

    all_wanted = Signal(bool)

    def __init__(self, look: Look, delegate: HitDelegate) -> None:
        super().__init__()
        self._look, self._delegate = look, delegate
        self._state = "none"
        self.room = 0
        self.setFixedHeight(HEIGHT)

    def show_state(self, ticked: int, shown: int) -> None:
        """Show whether all, some or none of the rows are ticked."""
        self._state = "none" if not ticked else "all" if ticked >= shown else "some"
        self.update()

    @override
    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() < SIDE + BOX + 6:
            self.all_wanted.emit(self._state != "all")

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        columns = Columns(self.room or self.width(), self._delegate.match_width)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_tick(painter, theme, QRectF(SIDE, (HEIGHT - BOX) / 2, BOX, BOX), self._state)
            painter.setFont(fonts.interface(fonts.SMALL_PIXELS))
            painter.setPen(theme.colour("muted"))
            middle = Qt.AlignmentFlag.AlignVCenter
            for box, name, side in (
                (columns.article, tr("Article"), Qt.AlignmentFlag.AlignLeft),
                (columns.left, tr("Left context"), Qt.AlignmentFlag.AlignRight),
                (columns.match, tr("Word"), Qt.AlignmentFlag.AlignHCenter),
                (columns.right, tr("Right context"), Qt.AlignmentFlag.AlignLeft),
                (columns.now, tr("Now"), Qt.AlignmentFlag.AlignLeft),
            ):
                if box.width():
                    place = QRectF(box.x(), 0, box.width(), HEIGHT)
                    painter.drawText(place, int(side | middle | Qt.TextFlag.TextSingleLine), name)
