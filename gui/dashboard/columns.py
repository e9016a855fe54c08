"""Cards in one, two or three columns, as many as there is room for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ..guard import guarded
from ..widgets import column, row, rule

_TWO, _THREE = 760, 1180

Plan = Sequence[Sequence[str]]


class Columns(QWidget):
    """Lays cards out by name; *plans* say what stands in which of one, two and three columns."""

    def __init__(self, cards: Mapping[str, QWidget], plans: Mapping[int, Plan]) -> None:
        super().__init__()
        self.setProperty("pane", "paper")
        self._cards, self._plans = cards, plans
        self.count = 0
        self._columns: list[QWidget] = []
        self._rules = [rule(vertical=True) for _ in range(len(plans) - 1)]
        line = row(spacing=0)
        for at in range(len(plans)):
            holder = QWidget()
            holder.setLayout(column(None, spacing=0))
            self._columns.append(holder)
            if at:
                line.addWidget(self._rules[at - 1])
            line.addWidget(holder, 1)
        self.setLayout(line)
        self._lay_out(1)

    def _lay_out(self, count: int) -> None:
        if count == self.count:
            return
        self.count = count
        for at, holder in enumerate(self._columns):
            shown = at < count
            holder.setVisible(shown)
            if at:
                self._rules[at - 1].setVisible(shown)
            layout = holder.layout()
            assert isinstance(layout, QVBoxLayout)
            for place, name in enumerate(self._plans[count][at] if shown else ()):
                layout.insertWidget(place, self._cards[name])

    @override
    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        width = event.size().width()
        self._lay_out(3 if width >= _THREE else 2 if width >= _TWO else 1)
