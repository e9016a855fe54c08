"""What a format cannot hold, counted by reason."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from ...storage.jobs.export_report import ExportReport, by_reason
from ..translate import say, tr
from ..widgets import PlainLabel, clear, column, row, rule

_SHOWN = 12


class Grouped(NamedTuple):
    """One reason, as it is told, with how often it holds and in how many articles."""

    why: str
    times: int
    articles: int


class Losses(QWidget):
    """The list of losses at the right of the export dialog."""

    def __init__(self) -> None:
        super().__init__()
        self._title = PlainLabel(role="warn")
        self._lines = column(spacing=0)
        self.setLayout(column(self._title, self._lines, None, spacing=8, margins=(20, 12, 20, 12)))

    def show_waiting(self) -> None:
        """Say that counting is under way."""
        clear(self._lines)
        self._title.set_role("muted")
        self._title.setText(tr("Counting what this format cannot hold …"))

    def show_report(self, report: ExportReport) -> None:
        """Show what an export with the present choices would lose."""
        clear(self._lines)
        groups = [Grouped(say(r.why), r.times, r.articles) for r in by_reason(report.dropped)]
        self._title.set_role("warn" if groups else "ok")
        self._title.setText(
            tr("⚠ What this format cannot hold") if groups else tr("✓ This format holds everything that is there")
        )
        if report.without_layer:
            groups.insert(0, Grouped(tr("Articles without the chosen layer are not written"), report.without_layer, 0))
        if report.cut_tokens:
            cut = tr("Words cut at the edge of an entity; the entity stays whole")
            groups.append(Grouped(cut, report.cut_tokens, 0))
        groups += _notes(report)
        for group in groups[:_SHOWN]:
            self._lines.addWidget(rule())
            why = PlainLabel(group.why, wrap=True)
            count = PlainLabel(f"{group.times:,}", "strong")
            articles = PlainLabel(tr("in {n} articles", n=f"{group.articles:,}") if group.articles else "", "small")
            told = QWidget()
            told.setLayout(column(why, articles, spacing=0) if group.articles else column(why))
            line = row(told, count, margins=(0, 6, 0, 6))
            line.setStretchFactor(told, 1)
            self._lines.addLayout(line)

    def show_failure(self, why: str) -> None:
        """Show why nothing can be written with the present choices."""
        clear(self._lines)
        self._title.set_role("bad")
        self._title.setText(why)
        self._title.setWordWrap(True)


def _notes(report: ExportReport) -> list[Grouped]:
    """Return what is no loss but good to know."""
    found = []
    if report.judged_entities:
        whole = tr("Of {n} entities, the target's own tokenizer leaves whole", n=f"{report.judged_entities:,}")
        found.append(Grouped(whole, report.whole_entities, 0))
    if report.units.get("joined"):
        found.append(Grouped(tr("Borders of units moved so as not to cut an entity"), report.units["joined"], 0))
    return found
