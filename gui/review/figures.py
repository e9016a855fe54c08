"""The figures above a review: how far people agree on this article, each with what it rests on or why it is none."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ...models.agreement_sample import Score
from ...models.agreement_values import Agreement
from ..translate import say, tr
from ..widgets import PlainLabel, clear, column, explain, row, rule

_LOW = 0.7


class Figures(QWidget):
    """A row of figures."""

    def __init__(self) -> None:
        super().__init__()
        self._line = row(spacing=20)
        self.setFixedHeight(64)
        self.setLayout(row(self._line, None, margins=(24, 6, 16, 6)))

    def show_agreement(self, found: Agreement | None) -> None:
        """Show the figures of an article, or dashes while they are not known."""
        clear(self._line)
        if found is None:
            return
        for name, score in (
            (tr("F1 entities, exact"), found.exact.f1),
            (tr("F1 entities, overlapping"), found.overlap.f1),
            (tr("α of words"), found.alpha),
            (tr("F1 relations"), found.relations.f1),
        ):
            self._line.addWidget(_figure(name, score))
            self._line.addWidget(rule(vertical=True))


def _figure(name: str, score: Score) -> QWidget:
    made = QWidget()
    if score.value is None:
        value, rest = PlainLabel("—", "figure"), say(score.why) if score.why else ""
        explain(made, rest)
        rest = rest if len(rest) < 28 else ""
    else:
        value, rest = PlainLabel(f"{score.value:.2f}", "figure"), f"n {score.n:,}"
        if score.low is not None and score.high is not None:
            explain(made, tr("95 % between {low} and {high}", low=f"{score.low:.2f}", high=f"{score.high:.2f}"))
    made.setLayout(column(PlainLabel(name, "small"), row(value, PlainLabel(rest, "small"), None, spacing=6), spacing=0))
    return made
