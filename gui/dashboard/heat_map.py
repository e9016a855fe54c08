"""The agreement of each pair as a heat map in five steps, each number with what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from typing_extensions import override

from ...models.agreement_sample import Score
from ...models.agreement_values import Agreement, PairAgreement
from ..look import Look
from ..translate import say, tr
from .behind import ENTITIES, RELATIONS, Behind
from .chart import Chart, Drawn, Spot
from .drawing import CENTRE, RIGHT, SMALL, TINY, draw_words, draw_wrapped, fill, mixed, width_of

STEPS = (0.6, 0.7, 0.8, 0.9)
_TINTS = (0.10, 0.28, 0.50, 0.78, 1.0)
_HEAD, _LOW, _HIGH, _GAP = 26, 34, 40, 2


class Measured(NamedTuple):
    """A measure of a pair: its name and where it stands in a pair's agreement; *relations* says what it compares."""

    name: str
    of: Callable[[PairAgreement], Score]
    relations: bool = False


def measures() -> dict[str, Measured]:
    """Return what a heat map can show, by id, in the user's language."""
    return {
        "exact": Measured(tr("F1, exact"), lambda pair: pair.exact.f1),
        "overlap": Measured(tr("F1, overlapping"), lambda pair: pair.overlap.f1),
        "label": Measured(tr("F1, label only"), lambda pair: pair.label_only.f1),
        "kappa": Measured(tr("κ of words"), lambda pair: pair.kappa),
        "relations": Measured(tr("F1 of relations"), lambda pair: pair.relations.f1, relations=True),
    }


class HeatMap(Chart):
    """People by people; `chosen` carries the conflicts of a pair."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._found: Agreement | None = None
        self._names: Mapping[str, str] = {}
        self._measure = "exact"

    def show_agreement(self, found: Agreement | None, names: Mapping[str, str], measure: str = "exact") -> None:
        """Show one of `measures`."""
        self._found, self._names, self._measure = found, names, measure
        self.title = tr("Agreement by pair")
        self.arrange()

    def _name(self, person: str) -> str:
        return self._names.get(person, person)

    @override
    def draw(self, painter: QPainter, width: float) -> Drawn:
        theme, found = self.look.theme, self._found
        if found is None or len(found.annotators) < 2:
            said = tr("Agreement needs two people who have finished the same article.")
            return Drawn(draw_wrapped(painter, 0, 2, width, said, theme.colour("muted")) + 8)
        people = found.annotators
        first = min(96.0, max(width_of(self._name(one), SMALL) for one in people) + 12)
        side = min(96.0, (width - first) / len(people))
        high = _HIGH if side > 60 else _LOW
        for at, person in enumerate(people):
            column = QRectF(first + at * side, 0, side - _GAP, _HEAD)
            draw_words(painter, column, self._name(person), theme.colour("muted"), SMALL, CENTRE)
            row = QRectF(0, _HEAD + at * high, first - 8, high - _GAP)
            draw_words(painter, row, self._name(person), theme.colour("muted"), SMALL, RIGHT)
            blank = QRectF(first + at * side, _HEAD + at * high, side - _GAP, high - _GAP)
            fill(painter, blank, theme.colour("soft"), 3)
        spots = []
        places = {person: at for at, person in enumerate(people)}
        for pair in found.pairs:
            for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
                x, y = first + places[other] * side, _HEAD + places[one] * high
                spots.append(self._draw_cell(painter, QRectF(x, y, side - _GAP, high - _GAP), pair))
        spots.sort(key=lambda spot: (spot.box.y(), spot.box.x()))
        top: float = _HEAD + len(people) * high + 10
        top += self._draw_scale(painter, first, top) + 6
        return Drawn(top + self._draw_reasons(painter, top, width, found), spots)

    def _draw_cell(self, painter: QPainter, box: QRectF, pair: PairAgreement) -> Spot:
        theme, measure = self.look.theme, measures()[self._measure]
        score = measure.of(pair)
        names = f"{self._name(pair.a)} – {self._name(pair.b)}"
        behind = Behind(names, RELATIONS if measure.relations else ENTITIES, (pair.a, pair.b))
        if score.value is None:
            painter.setPen(QPen(theme.colour("border"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            draw_words(painter, box, "—", theme.colour("muted"), align=CENTRE)
            return Spot(box, f"{names}: — {say(score.why) if score.why else ''}", behind)
        step = sum(score.value >= edge for edge in STEPS)
        fill(painter, box, mixed(theme, "accent", _TINTS[step]), 3)
        ink = theme.colour("on_accent" if step > 2 else "text")
        shown, n = f"{score.value:.2f}", f"{score.n:,}"
        need = width_of(shown, bold=True) + width_of(n, TINY) + 8
        if need < box.width() - 4:
            left = box.center().x() - need / 2
            draw_words(painter, QRectF(left, box.y(), box.width(), box.height()), shown, ink, bold=True)
            right = QRectF(left, box.y(), need, box.height())
            draw_words(painter, right, n, ink, TINY, RIGHT)
        else:
            draw_words(painter, box, shown, ink, SMALL, CENTRE, bold=True)
        return Spot(box, self._tip(names, measure.name, score), behind)

    @staticmethod
    def _tip(names: str, measure: str, score: Score) -> str:
        said = f"{names}: {measure} {score.value:.3f} · n {score.n:,}"
        if score.low is not None and score.high is not None:
            said += " · " + tr("95 % between {low} and {high}", low=f"{score.low:.2f}", high=f"{score.high:.2f}")
        return said

    def _draw_scale(self, painter: QPainter, left: float, top: float) -> float:
        theme = self.look.theme
        draw_words(painter, QRectF(0, top, left - 8, 16), f"< {STEPS[0]:.2f}", theme.colour("muted"), TINY, RIGHT)
        for at, tint in enumerate(_TINTS):
            fill(painter, QRectF(left + at * 26, top + 3, 25, 10), mixed(theme, "accent", tint))
        end = QRectF(left + len(_TINTS) * 26 + 8, top, 60, 16)
        draw_words(painter, end, f"≥ {STEPS[-1]:.2f}", theme.colour("muted"), TINY)
        return 18

    def _draw_reasons(self, painter: QPainter, top: float, width: float, found: Agreement) -> float:
        """Say why there is no number, once for somebody who has none at all."""
        of, height = measures()[self._measure].of, 0.0
        lacking = [pair for pair in found.pairs if of(pair).value is None]
        alone = [
            one for one in found.annotators if all(pair in lacking for pair in found.pairs if one in (pair.a, pair.b))
        ]
        reasons: dict[str, str] = {}
        for pair in lacking:
            who = [self._name(one) for one in (pair.a, pair.b) if one in alone]
            why = of(pair).why
            name = who[0] if len(who) == 1 else f"{self._name(pair.a)} – {self._name(pair.b)}"
            reasons.setdefault(name, say(why) if why else "")
        for name, reason in list(reasons.items())[:3]:
            height += (
                draw_wrapped(painter, 0, top + height, width, f"— {name}: {reason}", self.look.theme.colour("muted"))
                + 2
            )
        return height
