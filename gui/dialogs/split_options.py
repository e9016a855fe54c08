"""How an export is split: into train, dev and test or into folds, by what, and what stays together."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSpinBox, QWidget
from typing_extensions import override

from ...storage.jobs.export_params import ExportParams, SplitBy
from ...storage.jobs.export_report import ExportReport
from ..combo import CheckBox, ComboBox
from ..guard import guarded
from ..look import Look
from ..translate import tr
from ..widgets import PlainLabel, Segmented, column, number_field, row

SHARES = (80, 10, 10)
_FOLDS = 5


class SplitBar(QWidget):
    """How an export is split, as a bar of three parts."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shares = SHARES
        self.setFixedHeight(20)

    def show_shares(self, shares: tuple[int, int, int]) -> None:
        """Show other shares."""
        self._shares = shares
        self.update()

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, total, left = self._look.theme, sum(self._shares) or 1, 0.0
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for share, role, ink in zip(
                self._shares, ("accent", "ghost", "text"), ("on_accent", "paper", "paper"), strict=True
            ):
                width = self.width() * share / total
                box = QRectF(left, 0, max(0.0, width - 2), self.height())
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour(role))
                painter.drawRoundedRect(box, 2, 2)
                if width > 40:
                    painter.setPen(theme.colour(ink))
                    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), f"{round(share * 100 / total)} %")
                left += width


class SplitOptions(QWidget):
    """The choices. *Signal:* `changed()` after any of them."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.kind, self.bar, self.by = Segmented(), SplitBar(look), ComboBox(look)
        self.kind.set_values([("none", tr("One part")), ("split", tr("Train, dev, test")), ("folds", tr("Folds"))])
        self.kind.choose("none")
        self.by.addItem(tr("By lot"), "random")
        self.by.addItem(tr("By source: one source, one part"), "source")
        self.by.addItem(tr("By date: the newest are the test"), "time")
        self.by.setAccessibleName(tr("Split"))
        self.shares = [_spin(share, 0, 100) for share in SHARES]
        self.folds, self.seed = _spin(_FOLDS, 2, 100), _spin(0, 0, 999_999)
        self.together = CheckBox(look, tr("Near-duplicate news stay in one part"))
        self.together.setChecked(True)
        self.stratify = CheckBox(look, tr("Keep the share of each label in each part"))
        self._found, self._parts = PlainLabel(role="small"), PlainLabel(role="strong")
        self._three, self._many, self._more = QWidget(), QWidget(), QWidget()
        self._three.setLayout(column(self.bar, row(*self.shares, None), spacing=8))
        self._many.setLayout(row(PlainLabel(tr("Number of folds"), "muted"), self.folds, None))
        alike = row(self.together, None, self._found)
        by = row(self.by, PlainLabel(tr("Seed"), "muted"), self.seed)
        self._more.setLayout(column(self._parts, by, alike, self.stratify, spacing=8))
        self.setLayout(column(self.kind, self._three, self._many, self._more, spacing=10))
        self._arrange()
        self._connect()

    def _connect(self) -> None:
        self.kind.chosen.connect(lambda _: self._on_change())
        self.by.activated.connect(lambda _: self._on_change())
        for box in (self.together, self.stratify):
            box.toggled.connect(lambda _: self._on_change())
        for spin in (*self.shares, self.folds, self.seed):
            spin.valueChanged.connect(lambda _: self._on_change())

    def _on_change(self) -> None:
        self._arrange()
        self.changed.emit()

    def _arrange(self) -> None:
        kind = self.kind.value()
        self._three.setVisible(kind == "split")
        self._many.setVisible(kind == "folds")
        self._more.setVisible(kind != "none")
        self.stratify.setEnabled(self.by.currentData() != "time")
        self.bar.show_shares(self._three_shares())
        self._found.setText("")
        self._parts.setText("")

    def _three_shares(self) -> tuple[int, int, int]:
        return cast("tuple[int, int, int]", tuple(spin.value() for spin in self.shares))

    @property
    def names(self) -> list[str]:
        """The names of the parts."""
        return {"split": ["train", "dev", "test"], "folds": ["fold-1/train", "fold-1/test"]}.get(
            self.kind.value(), ["data"]
        )

    def applied(self, params: ExportParams) -> ExportParams:
        """Return the choices with those of the split."""
        kind = self.kind.value()
        by = cast("SplitBy", self.by.currentData())
        return replace(
            params,
            split=self._three_shares() if kind == "split" else None,
            folds=self.folds.value() if kind == "folds" else 0,
            by=by,
            seed=self.seed.value(),
            apart=not self.together.isChecked(),
            stratify=self.stratify.isChecked() and by != "time",
        )

    def show_params(self, params: ExportParams) -> None:
        """Show the choices of a recipe."""
        self.blockSignals(True)
        self.kind.choose("split" if params.split else "folds" if params.folds else "none")
        for spin, share in zip(self.shares, params.split or SHARES, strict=True):
            spin.setValue(share)
        self.folds.setValue(params.folds or _FOLDS)
        self.seed.setValue(params.seed)
        self.by.setCurrentIndex(max(0, self.by.findData(params.by)))
        self.together.setChecked(not params.apart)
        self.stratify.setChecked(params.stratify)
        self.blockSignals(False)
        self._arrange()

    def show_report(self, report: ExportReport) -> None:
        """Tell how many articles each part would have, and how many groups of near-duplicates were found."""
        shown = {name: count for name, count in report.splits.items() if "/" not in name or name.endswith("/test")}
        self._parts.setText(" · ".join(f"{name} {count:,}" for name, count in list(shown.items())[:6]))
        groups = report.near_duplicates.get("groups")
        self._found.setText(tr("{n} groups found", n=f"{groups:,}") if groups else "")


def _spin(value: int, low: int, top: int) -> QSpinBox:
    made = number_field(value, low, top)
    made.setFixedWidth(72)
    return made
