"""Progress by person: finished, in progress and not begun as one bar each, with when somebody last worked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from typing_extensions import override

from ...storage.jobs.progress import PersonProgress
from ..dates import readable
from ..look import Look
from ..panels.top_bar import initials
from ..translate import tr
from .chart import Chart, Drawn, Spot
from .drawing import CENTRE, LEFT, RIGHT, SMALL, TINY, draw_legend, draw_words, fill

_ROW, _NAME, _WHEN = 52, 118, 92


def when_text(moment: str | None, language: str) -> str:
    """Return when somebody last worked: the time of today, yesterday, or the day."""
    if moment is None:
        return tr("not begun")
    at, now = datetime.fromisoformat(moment).astimezone(), datetime.now().astimezone()
    days = (now.date() - at.date()).days
    if days == 0:
        return f"{at:%H:%M}"
    return tr("yesterday") if days == 1 else readable(at.date().isoformat(), language).partition(" (")[0]


class PeopleBars(Chart):
    """The bars."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 300)
        self._people: Sequence[PersonProgress] = ()
        self._names: Mapping[str, str] = {}

    def show_people(self, people: Sequence[PersonProgress], names: Mapping[str, str]) -> None:
        """Show these people, called by *names* where they are hidden."""
        self._people, self._names = people, names
        self.title = tr("Progress by person")
        self.arrange()

    @override
    def draw(self, painter: QPainter, width: float) -> Drawn:
        spots = []
        for at, one in enumerate(self._people):
            box = QRectF(0, at * _ROW, width, _ROW)
            self._draw_person(painter, box, one)
            spots.append(Spot(box.adjusted(0, 2, 0, -2), self._tip(one)))
        return Drawn(self._draw_sum(painter, len(self._people) * _ROW, width), spots)

    def _draw_person(self, painter: QPainter, box: QRectF, one: PersonProgress) -> None:
        theme, name = self.look.theme, self._names.get(one.name, one.name)
        middle = box.center().y()
        disc = QRectF(0, middle - 12, 24, 24)
        fill(painter, disc, theme.colour("soft"), 12)
        draw_words(painter, disc, initials(name)[:2], theme.colour("muted"), TINY, CENTRE, bold=True)
        draw_words(painter, QRectF(34, middle - 12, _NAME - 40, 24), name, theme.colour("text"))
        bar = QRectF(_NAME, box.top() + 15, box.width() - _NAME - _WHEN, 8)
        fill(painter, bar, theme.colour("soft"))
        left = bar.left()
        for count, role in ((one.done, "ok"), (one.in_progress, "accent")):
            part = bar.width() * count / one.total if one.total else 0
            if part > 0:
                fill(painter, QRectF(left, bar.top(), max(1.5, part - 1), 8), theme.colour(role))
            left += part
        under = QRectF(bar.left(), bar.bottom() + 2, bar.width(), 18)
        draw_words(painter, under, f"{one.done:,}/{one.total:,}", theme.colour("muted"), SMALL)
        about = tr("of their queue") if one.assigned else tr("of all articles")
        draw_words(painter, under.adjusted(56, 0, 0, 0), about, theme.colour("faint"), SMALL, RIGHT)
        when = QRectF(box.right() - _WHEN + 8, middle - 12, _WHEN - 8, 24)
        draw_words(painter, when, when_text(one.last, self.look.language), theme.colour("muted"), SMALL, RIGHT)

    def _tip(self, one: PersonProgress) -> str:
        return tr(
            "{name}: {done} finished, {open} in progress, {todo} not begun, of {total}",
            name=self._names.get(one.name, one.name),
            done=f"{one.done:,}",
            open=f"{one.in_progress:,}",
            todo=f"{one.todo:,}",
            total=f"{one.total:,}",
        )

    def _draw_sum(self, painter: QPainter, top: float, width: float) -> float:
        theme = self.look.theme
        if not self._people:
            said = tr("Nobody has begun yet. Give articles to people on the team page.")
            draw_words(painter, QRectF(0, 0, width, 24), said, theme.colour("muted"), align=LEFT)
            return 32
        sums = {
            "ok": (tr("finished"), sum(one.done for one in self._people)),
            "accent": (tr("in progress"), sum(one.in_progress for one in self._people)),
            "soft": (tr("not begun"), sum(one.todo for one in self._people)),
        }
        fill(painter, QRectF(0, top + 6, width, 1), theme.colour("line"), 0)
        entries = [(theme.colour(role), f"{name} {count:,}") for role, (name, count) in sums.items()]
        return top + 16 + draw_legend(painter, 0, top + 16, width, theme, entries)
