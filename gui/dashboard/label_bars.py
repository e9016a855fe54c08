"""Bars by label: how many examples each has, in its ink and pattern, and what people disagree about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from typing_extensions import override

from ...models.agreement_values import LabelAgreement
from ...models.schema import EntityType, Schema
from ..chips import paint_underline
from ..look import Look
from ..translate import tr
from .behind import Behind
from .chart import Chart, Drawn, Spot
from .drawing import CENTRE, RIGHT, TINY, draw_chip, draw_legend, draw_words, draw_wrapped, fill, mixed

FEW = 10  # with fewer, no part of them can be kept for testing
_ROW, _CHIP, _COUNT, _WIDE = 34, 84, 56, 40


def shown_types(schema: Schema, used: Mapping[str, int]) -> list[EntityType]:
    """Return the entity types that are in use or can be, the most frequent first."""
    kinds = [kind for kind in schema.entities if not kind.archived or used.get(kind.id)]
    return sorted(kinds, key=lambda kind: -used.get(kind.id, 0))


class LabelBars(Chart):
    """How many examples each label has."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._kinds: Sequence[EntityType] = ()
        self._counts: Mapping[str, int] = {}

    def show_counts(self, schema: Schema, counts: Mapping[str, int]) -> None:
        """Show counts by label."""
        self._kinds, self._counts = shown_types(schema, counts), counts
        self.title = tr("Entities by label")
        self.arrange()

    @override
    def draw(self, painter: QPainter, width: float) -> Drawn:
        theme, language = self.look.theme, self.look.language
        most = max(self._counts.values(), default=0)
        spots, few = [], []
        for at, kind in enumerate(self._kinds):
            box, count = QRectF(0, at * _ROW, width, _ROW), self._counts.get(kind.id, 0)
            draw_chip(painter, theme, kind, language, box.adjusted(0, 0, _CHIP - 8 - width, 0))
            room = width - _CHIP - _COUNT
            length = room * count / most if most else 0
            if count:
                self._draw_bar(painter, QRectF(_CHIP, box.center().y() - 8, max(2, length), 16), kind)
            role = "warn" if count < FEW else "text"
            draw_words(painter, box, f"{count:,}", theme.colour(role), align=RIGHT)
            name = kind.name.in_language(language)
            tip = tr("{label}: {n} entities. Enter lists what people disagree about.", label=name, n=f"{count:,}")
            spots.append(Spot(box.adjusted(0, 2, 0, -2), tip, Behind(name, label=kind.id)))
            if count < FEW:
                few.append(kind.short.in_language(language))
        top: float = len(self._kinds) * _ROW + 6
        if few and most:
            top += draw_wrapped(painter, 0, top, width, f"⚠ {_warning(few)}", theme.colour("warn")) + 4
        return Drawn(top, spots)

    def _draw_bar(self, painter: QPainter, box: QRectF, kind: EntityType) -> None:
        ink = self.look.theme.ink(kind)
        ground = QColor(ink)
        ground.setAlphaF(self.look.theme.band_alpha + 0.22)
        fill(painter, box.adjusted(0, 0, 0, -4), ground)
        paint_underline(painter, kind.pattern, box.left(), box.right(), box.bottom() - 1, ink)


def _warning(few: Sequence[str]) -> str:
    return tr(
        "Fewer than {n} examples: {labels}. That is too few to keep some for testing.", n=FEW, labels=", ".join(few)
    )


class DisputeBars(Chart):
    """What people disagree about, by label: boundary, label, missing."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._schema: Schema | None = None
        self._labels: Sequence[LabelAgreement] = ()

    def show_labels(self, schema: Schema, labels: Sequence[LabelAgreement]) -> None:
        """Show the conflicts of each label, the most disputed first."""
        disputed = [label for label in labels if sum(label.disputes.values()) and label.label in schema.entity_types]
        self._labels = sorted(disputed, key=lambda one: -sum(one.disputes.values()))
        self._schema = schema
        self.title = tr("Disagreement by label")
        self.arrange()

    @override
    def draw(self, painter: QPainter, width: float) -> Drawn:
        theme, schema = self.look.theme, self._schema
        if schema is None or not self._labels:
            return Drawn(
                draw_wrapped(painter, 0, 2, width, tr("Nobody disagrees about a label."), theme.colour("muted")) + 8
            )
        inks = {
            "boundary": (mixed(theme, "text", 0.86), theme.colour("paper"), tr("boundary")),
            "label": (mixed(theme, "accent", 0.86), theme.colour("on_accent"), tr("label")),
            "missing": (mixed(theme, "ghost", 0.55), theme.colour("text"), tr("missing")),
        }
        top = draw_legend(painter, 0, 0, width, theme, [(ink, name) for ink, _, name in inks.values()]) + 6
        most = max(sum(one.disputes.values()) for one in self._labels)
        spots = []
        for at, one in enumerate(self._labels):
            box, kind = QRectF(0, top + at * _WIDE, width, _WIDE), schema.entity_type(one.label)
            draw_chip(painter, theme, kind, self.look.language, box.adjusted(0, 0, _CHIP - 8 - width, 0))
            left, tips = float(_CHIP), []
            for difference, (ink, on_ink, name) in inks.items():
                count = one.disputes.get(difference, 0)  # type: ignore[call-overload]
                part = (width - _CHIP - _COUNT) * count / most
                if count:
                    bar = QRectF(left, box.center().y() - 10, max(2, part - 2), 20)
                    fill(painter, bar, ink)
                    if part > 22:
                        draw_words(painter, bar, str(count), on_ink, TINY, CENTRE)
                    tips.append(f"{name} {count:,}")
                left += part
            draw_words(painter, box, f"{sum(one.disputes.values()):,}", theme.colour("text"), align=RIGHT, bold=True)
            name = kind.name.in_language(self.look.language)
            spots.append(Spot(box.adjusted(0, 3, 0, -3), f"{name}: {', '.join(tips)}", Behind(name, label=one.label)))
        return Drawn(top + len(self._labels) * _WIDE, spots)
