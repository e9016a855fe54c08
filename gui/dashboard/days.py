"""Progress over time: how many layers were finished at the end of each day."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen, QPolygonF
from typing_extensions import override

from ...storage.jobs.progress import Day
from ..dates import readable
from ..look import Look
from ..translate import tr
from .chart import Chart, Drawn, Spot
from .drawing import LEFT, RIGHT, TINY, draw_words, draw_wrapped, fill

_HIGH, _AXIS = 96, 34


class DaysChart(Chart):
    """An area under a line."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._days: Sequence[Day] = ()

    def show_days(self, days: Sequence[Day]) -> None:
        """Show these days, in their order."""
        self._days = days
        self.title = tr("Finished layers over time")
        self.arrange()

    @override
    def draw(self, painter: QPainter, width: float) -> Drawn:
        theme, days = self.look.theme, self._days
        if not days:
            said = tr("Nobody has set a status yet, so there is no day to show.")
            return Drawn(draw_wrapped(painter, 0, 2, width, said, theme.colour("muted")) + 8)
        most = max(1, *(one.done for one in days))
        first, last = days[0].day.toordinal(), days[-1].day.toordinal()
        inside = QRectF(_AXIS, 8, width - _AXIS - 8, _HIGH)
        for part, value in ((0.0, 0), (1.0, most)):
            y = inside.bottom() - part * inside.height()
            fill(painter, QRectF(inside.left(), y, inside.width(), 1), theme.colour("line"), 0)
            draw_words(painter, QRectF(0, y - 9, _AXIS - 8, 18), f"{value:,}", theme.colour("muted"), TINY, RIGHT)
        points = [
            QPointF(
                inside.left()
                + inside.width() * ((one.day.toordinal() - first) / (last - first) if last > first else 1),
                inside.bottom() - inside.height() * one.done / most,
            )
            for one in days
        ]
        self._draw_line(painter, points, inside)
        under = QRectF(inside.left(), inside.bottom() + 4, inside.width(), 18)
        language = self.look.language
        begin, end = (readable(one.day.isoformat(), language).partition(" (")[0] for one in (days[0], days[-1]))
        draw_words(painter, under, end, theme.colour("muted"), TINY, RIGHT)
        if last > first:
            draw_words(painter, under.adjusted(0, 0, -90, 0), begin, theme.colour("muted"), TINY, LEFT)
        return Drawn(_HIGH + 34, self._spots(points, inside))

    def _draw_line(self, painter: QPainter, points: Sequence[QPointF], inside: QRectF) -> None:
        theme = self.look.theme
        if len(points) > 1:
            ends = [QPointF(points[-1].x(), inside.bottom()), QPointF(points[0].x(), inside.bottom())]
            painter.setPen(QPen(theme.colour("ok", 0), 0))
            painter.setBrush(theme.colour("ok", 0.14))
            painter.drawPolygon(QPolygonF([*points, *ends]))
            painter.setPen(QPen(theme.colour("ok"), 2))
            painter.drawPolyline(QPolygonF(points))
        if len(points) <= 31:
            for point in points:
                fill(painter, QRectF(point.x() - 3, point.y() - 3, 6, 6), theme.colour("ok"), 3)

    def _spots(self, points: Sequence[QPointF], inside: QRectF) -> list[Spot]:
        """Each day has the stretch that is nearer to it than to its neighbours."""
        found = []
        for at, (one, point) in enumerate(zip(self._days, points, strict=True)):
            left = (points[at - 1].x() + point.x()) / 2 if at else point.x() - 6
            right = (points[at + 1].x() + point.x()) / 2 if at + 1 < len(points) else point.x() + 6
            day = readable(one.day.isoformat(), self.look.language)
            tip = tr("{day}: {n} layers finished so far", day=day, n=f"{one.done:,}")
            found.append(Spot(QRectF(left, inside.top() - 4, right - left, inside.height() + 8), tip))
        return found
