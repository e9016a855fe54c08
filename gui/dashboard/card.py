"""A card of the dashboard: a title, what it counts, a chart, and a menu that saves the chart as a picture."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from ..look import Look
from ..translate import tr
from ..widgets import ElidedLabel, IconButton, PlainLabel, column, row, rule
from .chart import Chart

SIDE = 24
_HEAD = 42


class Card(QWidget):
    """The card. *Signal:* `save_wanted(Chart, Path)`."""

    save_wanted = Signal(object, object)

    def __init__(self, look: Look, chart: Chart, control: QWidget | None = None) -> None:
        super().__init__()
        self.chart = chart
        self._title, self._hint = PlainLabel(role="strong"), ElidedLabel(role="small")
        self._more = IconButton(look, "more", 28)
        self._more.clicked.connect(self._offer)
        head = row(self._title, self._hint, spacing=10, margins=(SIDE, 0, 12, 0))
        head.setStretchFactor(self._hint, 1)
        for widget in (control, self._more):
            if widget is not None:
                head.addWidget(widget)
        body = column(chart, margins=(SIDE, 12, SIDE, 16), spacing=0)
        line = QWidget()
        line.setFixedHeight(_HEAD)
        line.setLayout(head)
        self.setLayout(column(line, rule(), body, rule(), spacing=0))

    def say(self, hint: str) -> None:
        """Show the chart's title with what it counts."""
        self._title.setText(self.chart.title)
        self._hint.setText(hint)
        self._hint.setToolTip("")
        self._more.describe(tr("Save “{title}” as a picture", title=self.chart.title))

    def _offer(self) -> None:
        menu = QMenu(self)
        for suffix in ("png", "svg"):
            menu.addAction(tr("Save as {kind} …", kind=suffix.upper()), partial(self._ask, suffix))
        menu.exec(self._more.mapToGlobal(self._more.rect().bottomLeft()))
        menu.deleteLater()

    def _ask(self, suffix: str) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.chart.title, f"{self.chart.title}.{suffix}", f"(*.{suffix})")
        if name:
            path = Path(name)
            self.save_wanted.emit(self.chart, path if path.suffix else path.with_suffix(f".{suffix}"))
