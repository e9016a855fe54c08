"""The confusion matrix of two people: which label one gave where the other gave which."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from typing_extensions import override

from ...models.agreement_values import PairAgreement
from ...models.schema import Schema
from ..look import Look
from ..translate import tr
from .behind import Behind
from .chart import Chart, Drawn, Spot
from .drawing import CENTRE, RIGHT, SMALL, TINY, draw_words, draw_wrapped, fill, mixed, width_of

_MOST, _GAP = 40, 1
_LEAST = 9  # pixels of the smallest figures


class Confusion(Chart):
    """Rows are the first person's labels, columns the second one's; the last of each stands for no mark there."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._schema: Schema | None = None
        self._pair: PairAgreement | None = None
        self._names: Mapping[str, str] = {}

    def show_pair(self, schema: Schema, pair: PairAgreement | None, names: Mapping[str, str]) -> None:
        """Show the labels of a pair, or that there is none."""
        self._schema, self._pair, self._names = schema, pair, names
        self.title = tr("Confusion matrix")
        self.arrange()

    def _shown(self, label: str | None, *, short: bool = True) -> str:
        if label is None:
            return tr("no mark")
        kind = self._schema.entity_types.get(label) if self._schema is not None else None
        if kind is None:
            return label
        return (kind.short if short else kind.name).in_language(self.look.language)

    def _labels(self) -> list[str | None]:
        used = {label for cell in self._pair.confusion for label in cell} if self._pair is not None else set()
        ordered = [kind.id for kind in self._schema.entities if kind.id in used] if self._schema is not None else []
        strange = sorted(label for label in used if label is not None and label not in ordered)
        found: list[str | None] = [*ordered, *strange]
        return [*found, None] if None in used else found

    @override
    def draw(self, painter: QPainter, width: float) -> Drawn:
        theme, pair, labels = self.look.theme, self._pair, self._labels()
        if pair is None or not labels:
            said = tr("They have marked nothing in an article that both have finished.")
            return Drawn(draw_wrapped(painter, 0, 2, width, said, theme.colour("muted")) + 8)
        first = min(76.0, max(width_of(self._shown(label), TINY) for label in labels) + 10)
        side = min(float(_MOST), (width - first) / len(labels))
        top = self._draw_heads(painter, width, first, side, labels)
        off = max((n for (one, other), n in pair.confusion.items() if one != other), default=1)
        spots = []
        for line, one in enumerate(labels):
            row = QRectF(0, top + line * side, first - 6, side)
            draw_words(painter, row, self._shown(one), theme.colour("muted"), TINY, RIGHT)
            for place, other in enumerate(labels):
                box = QRectF(first + place * side, top + line * side, side - _GAP, side - _GAP)
                spots += self._draw_cell(painter, box, one, other, off)
        return Drawn(top + len(labels) * side + 4, spots)

    def _draw_heads(
        self, painter: QPainter, width: float, first: float, side: float, labels: list[str | None]
    ) -> float:
        theme, pair = self.look.theme, self._pair
        assert pair is not None
        a, b = (self._names.get(name, name) for name in (pair.a, pair.b))
        said = tr("rows {a} · columns {b}", a=a, b=b)
        draw_words(painter, QRectF(0, 0, width, 20), said, theme.colour("muted"), SMALL)
        high = min(64.0, max(width_of(self._shown(label), TINY) for label in labels) + 6)
        for place, label in enumerate(labels):
            painter.save()
            painter.translate(first + place * side + side / 2, 22 + high)
            painter.rotate(-90)
            draw_words(painter, QRectF(2, -8, high, 16), self._shown(label), theme.colour("muted"), TINY)
            painter.restore()
        return 26 + high

    def _draw_cell(self, painter: QPainter, box: QRectF, one: str | None, other: str | None, most: int) -> list[Spot]:
        theme, pair = self.look.theme, self._pair
        assert pair is not None
        count = pair.confusion.get((one, other), 0)
        if not count:
            fill(painter, box, theme.colour("soft", 0.5), 2)
            return []
        # What agrees is calm, so that what does not is what one sees.
        tint = 0.22 + 0.78 * sqrt(min(1.0, count / most))
        ground = mixed(theme, "ghost", 0.30) if one == other else mixed(theme, "accent", tint)
        fill(painter, box, ground, 2)
        ink = theme.colour("on_accent" if one != other and tint > 0.6 else "text")
        pixels = next((size for size in (TINY, _LEAST) if width_of(str(count), size) <= box.width() + 3), 0)
        if pixels:
            draw_words(painter, box.adjusted(-2, 0, 2, 0), str(count), ink, pixels, CENTRE)
        a, b = (self._names.get(name, name) for name in (pair.a, pair.b))
        tip = f"{a}: {self._shown(one, short=False)} · {b}: {self._shown(other, short=False)} · {count:,}"
        return [Spot(box, tip, Behind(tip, pair=(pair.a, pair.b), between=(one, other)))]
