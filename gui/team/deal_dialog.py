"""Asks by which rule articles are dealt out: to whom, to how many people each, how many at most, with which seed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget
from typing_extensions import override

from ...storage.jobs.assign import AssignParams
from ..combo import CheckBox
from ..dialogs.plain import PlainDialog
from ..guard import guarded
from ..look import Look
from ..translate import tr
from ..widgets import PlainLabel, number_field, row

_NO_LIMIT, _MOST, _DAYS = 0, 100_000, 7


class DealDialog(PlainDialog):
    """The rule. *Signal:* `wanted(AssignParams, days)`; `days` is 0 where nothing idle is taken back first."""

    wanted = Signal(object, int)

    def __init__(
        self, parent: QWidget, look: Look, people: Sequence[str], names: Mapping[str, str], *, idle: bool = False
    ) -> None:
        super().__init__(parent, tr("Deal idle articles anew") if idle else tr("Deal articles out"), 460)
        self._idle = idle
        said = (
            tr("What somebody has not begun for so long goes to another of these people.")
            if idle
            else tr("Everybody keeps what they have; whoever has the fewest is dealt to next.")
        )
        self.body.addWidget(PlainLabel(said, "muted", wrap=True))
        self.per_article, self.seed = number_field(1, 1, max(1, len(people))), number_field(0, 0, 999_999)
        self.days = number_field(_DAYS, 1, 365)
        for name, field in (
            (tr("Days without a beginning"), self.days) if idle else (tr("People for each article"), self.per_article),
            (tr("Seed"), self.seed),
        ):
            field.setAccessibleName(name)
            field.setFixedWidth(96)
            self.body.addLayout(row(PlainLabel(name), None, field))
        self.people: dict[str, CheckBox] = {}
        self.quotas = {}
        holder, grid = QWidget(), QGridLayout()
        holder.setProperty("pane", "clear")
        grid.setContentsMargins(0, 0, 8, 0)
        grid.addWidget(PlainLabel(tr("To whom"), "small"), 0, 0)
        grid.addWidget(PlainLabel(tr("at most"), "small"), 0, 1)
        for at, name in enumerate(people, 1):
            box, quota = CheckBox(look, names.get(name, name)), number_field(_NO_LIMIT, _NO_LIMIT, _MOST)
            box.setChecked(True)
            quota.setSpecialValueText(tr("no limit"))
            quota.setFixedWidth(96)
            quota.setAccessibleName(tr("At most, {name}", name=names.get(name, name)))
            grid.addWidget(box, at, 0)
            grid.addWidget(quota, at, 1)
            self.people[name], self.quotas[name] = box, quota
        holder.setLayout(grid)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(holder)
        area.setMinimumHeight(min(260, 40 + 34 * len(people)))
        self.body.addWidget(area)
        self._wrong = PlainLabel(role="bad", wrap=True)
        self.body.addWidget(self._wrong)
        self.add_buttons(tr("Deal out"), tr("Cancel"))

    @override
    @guarded()
    def accept(self) -> None:
        chosen = [name for name, box in self.people.items() if box.isChecked()]
        count = 1 if self._idle else self.per_article.value()
        if len(chosen) < count:
            self._wrong.setText(tr("Choose at least {n} people.", n=count))
            return
        quotas = {name: self.quotas[name].value() for name in chosen if self.quotas[name].value() != _NO_LIMIT}
        params = AssignParams(chosen, count, self.seed.value(), quotas)
        self.wanted.emit(params, self.days.value() if self._idle else 0)
        super().accept()
