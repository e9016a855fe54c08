"""The middle of the export dialog: which layer, articles and labels, how they are coded and split, and where to."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLineEdit, QMenu, QSpinBox, QToolButton, QWidget
from typing_extensions import override

from ...models.layer import GOLD
from ...storage import layers
from ...storage.formats.contract import Nested, Scheme
from ...storage.formats.registry import FORMATS
from ...storage.jobs.export_params import ExportParams
from ...storage.project import Project
from ..combo import CheckBox, ComboBox
from ..guard import guarded
from ..look import Look
from ..translate import tr
from ..widgets import IconButton, PlainLabel, Segmented, column, number_field, one_line, row, rule

_PER_TOKEN = frozenset(("conll", "lst20", "thainer"))
_SHARES = (80, 10, 10)


class SplitBar(QWidget):
    """How an export is split, as a bar of three parts."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shares = _SHARES
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


class ExportOptions(QWidget):
    """The choices. *Signal:* `changed()` after any that changes what is written."""

    changed = Signal()
    target_changed = Signal()

    def __init__(self, look: Look, project: Project) -> None:
        super().__init__()
        self._look, self._project = look, project
        self.format = "khaotag"
        with project.reading() as connection:
            known = layers.annotators(connection)
        self.layer, self.status = ComboBox(look), ComboBox(look)
        self.layer.addItem(tr("Gold, else the only one, else all"), None)
        for name in sorted(known, key=lambda name: name != GOLD):
            self.layer.addItem(tr("Gold (adjudicated)") if name == GOLD else name, name)
        self.status.addItem(tr("All"), None)
        for status, shown in (("done", tr("Done ones only")), ("in_progress", tr("In progress only"))):
            self.status.addItem(shown, status)
        self.labels = QToolButton()
        self.labels.setProperty("field", True)
        self.labels.setFixedHeight(30)
        self.labels.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._label_menu = QMenu(self)
        self.labels.setMenu(self._label_menu)
        self.scheme, self.nested = Segmented(), Segmented()
        self.split, self.bar = CheckBox(look, tr("Split into train, dev and test")), SplitBar(look)
        self.shares = [_spin(share, 100) for share in _SHARES]
        self.seed = _spin(0, 999_999)
        self.target = QLineEdit(_beside(project))
        self.files = PlainLabel(role="faint", wrap=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.scheme.set_values([("iob2", "BIO"), ("bioes", "BIOES"), ("io", "IO")])
        self.scheme.choose("iob2")
        self.nested.set_values(
            [("outermost", tr("Outermost")), ("innermost", tr("Innermost")), ("layers", tr("A file a level"))]
        )
        self.nested.choose("outermost")
        for kind in self._project.schema.entities:
            action = self._label_menu.addAction(one_line(kind.name.in_language(self._look.language)))
            action.setCheckable(True)
            action.setChecked(True)
            action.setData(kind.id)
            action.toggled.connect(lambda _: self._on_labels())
        grid = QGridLayout()
        grid.setVerticalSpacing(10)
        grid.setHorizontalSpacing(12)
        grid.setColumnMinimumWidth(0, 84)
        grid.setColumnStretch(1, 1)
        self._coded: list[QWidget] = []
        lines: tuple[tuple[str, QWidget], ...] = (
            (tr("Layer"), self.layer),
            (tr("Articles"), self.status),
            (tr("Labels"), self.labels),
            (tr("Tag scheme"), self.scheme),
            (tr("Nested"), self.nested),
        )
        for line, (name, widget) in enumerate(lines):
            caption = PlainLabel(name, "muted")
            grid.addWidget(caption, line, 0)
            grid.addWidget(widget, line, 1)
            widget.setAccessibleName(name)
            if isinstance(widget, Segmented):
                self._coded += [caption, widget]
        seed = row(PlainLabel(tr("Seed"), "muted"), self.seed)
        self._split_box = QWidget()
        shares = row(*self.shares, None, seed)
        self._split_box.setLayout(column(self.bar, shares, spacing=8))
        self._split_box.hide()
        browse = IconButton(self._look, "folder", 28)
        browse.describe(tr("Choose a folder"))
        browse.clicked.connect(self._browse)
        self.target.setAccessibleName(tr("Destination"))
        self.target.setPlaceholderText(tr("Folder or file"))
        top = column(grid, margins=(24, 20, 24, 16))
        middle = column(self.split, self._split_box, margins=(24, 12, 24, 12))
        bottom = column(
            PlainLabel(tr("Destination"), "muted"),
            row(self.target, browse, spacing=4),
            self.files,
            margins=(24, 12, 24, 16),
        )
        self.setLayout(column(top, rule(), middle, rule(), bottom, None, spacing=0))
        self._on_labels()

    def _connect(self) -> None:
        for box in (self.layer, self.status):
            box.activated.connect(lambda _: self.changed.emit())
        for segmented in (self.scheme, self.nested):
            segmented.chosen.connect(lambda _: self.changed.emit())
        self.split.toggled.connect(self._on_split)
        for spin in (*self.shares, self.seed):
            spin.valueChanged.connect(lambda _: self._on_split(self.split.isChecked()))
        self.target.textChanged.connect(lambda _: self.target_changed.emit())

    def show_format(self, name: str) -> None:
        """Take another format, with the choices that it has."""
        self.format = name
        for widget in self._coded:
            widget.setVisible(name in _PER_TOKEN)
        self._show_files()
        self.changed.emit()

    def params(self) -> ExportParams:
        """Return the choices."""
        chosen = self._chosen_labels()
        every = len(chosen) == len(self._label_menu.actions())
        shares = cast("tuple[int, int, int]", tuple(spin.value() for spin in self.shares))
        return ExportParams(
            self.format,
            self.layer.currentData(),
            self.status.currentData(),
            shares if self.split.isChecked() else None,
            self.seed.value(),
            cast("Nested", self.nested.value()),
            cast("Scheme", self.scheme.value()),
            None if every else frozenset(chosen),
        )

    def out(self) -> Path | None:
        """Return where to write, if a place was named."""
        text = self.target.text().strip()
        return Path(text).expanduser() if text else None

    def _chosen_labels(self) -> list[str]:
        return [str(action.data()) for action in self._label_menu.actions() if action.isChecked()]

    def _on_labels(self) -> None:
        chosen, every = len(self._chosen_labels()), len(self._label_menu.actions())
        self.labels.setText(
            tr("All labels ({n})", n=every) if chosen == every else tr("{n} of {all} labels", n=chosen, all=every)
        )
        self.changed.emit()

    def _on_split(self, on: bool) -> None:
        self._split_box.setVisible(on)
        self.bar.show_shares(cast("tuple[int, int, int]", tuple(spin.value() for spin in self.shares)))
        self._show_files()
        self.changed.emit()

    def _show_files(self) -> None:
        suffix = {"khaotag": "jsonl", "conll": "conll", "csv": "csv"}.get(self.format)
        names = ["train", "dev", "test"] if self.split.isChecked() else ["data"]
        needs = FORMATS[self.format].needs if self.format in FORMATS else None
        self.files.setText(" · ".join(f"{name}.{suffix}" for name in names) if suffix else needs or "")

    def _browse(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Destination"), self.target.text())
        if name:
            self.target.setText(name)


def _beside(project: Project) -> str:
    return str(project.path.parent / f"{project.name}-{tr('dataset')}") if project.path is not None else ""


def _spin(value: int, top: int) -> QSpinBox:
    made = number_field(value, 0, top)
    made.setFixedWidth(72)
    return made
