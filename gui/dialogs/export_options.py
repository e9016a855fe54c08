"""The middle of the export dialog: which layer, articles and labels, how they are coded and split, and where to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLineEdit, QMenu, QToolButton, QWidget

from ...models.layer import GOLD
from ...storage import layers, schemas
from ...storage.formats.contract import Nested, Scheme
from ...storage.jobs.dataset_card import CARD, CARD_ALWAYS
from ...storage.jobs.export_params import GOLD_ELSE_DONE, ExportParams, Unit
from ...storage.project import Project
from ..combo import CheckBox, ComboBox
from ..look import Look
from ..translate import tr
from ..widgets import IconButton, PlainLabel, Segmented, column, number_field, one_line, row, rule
from .split_options import SplitOptions

_PER_TOKEN = frozenset(("conll", "lst20", "thainer"))
_SUFFIXES = {
    "khaotag": "jsonl", "jsonl": "jsonl", "doccano": "jsonl", "prodigy": "jsonl", "gliner": "jsonl", "dygie": "jsonl",
    "coref": "jsonl", "relation-examples": "jsonl", "csv": "csv", "conll": "conll", "lst20": "txt", "thainer": "txt",
    "thai-nner": "json", "spacy": "spacy", "hf": "parquet",
}  # fmt: skip


class ExportOptions(QWidget):
    """The choices. *Signal:* `changed()` after any that changes what is written."""

    changed = Signal()
    target_changed = Signal()

    def __init__(self, look: Look, project: Project) -> None:
        super().__init__()
        self._look, self._project = look, project
        self._base = ExportParams("khaotag")
        self.layer, self.status, self.map = ComboBox(look), ComboBox(look), ComboBox(look)
        self._fill_layers()
        self.status.addItem(tr("All"), None)
        for status, shown in (("done", tr("Done ones only")), ("in_progress", tr("In progress only"))):
            self.status.addItem(shown, status)
        self.map.addItem(tr("As they are"), ())
        maps = {**schemas.bundled()[schemas.DEFAULT].maps, **project.schema.maps}
        for name in maps:
            self.map.addItem(tr("As in {name}", name=name), (name,))
        self.map.addItem(tr("From a file …"), None)
        self.labels = QToolButton()
        self.labels.setProperty("field", True)
        self.labels.setFixedHeight(30)
        self.labels.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._label_menu = QMenu(self)
        self.labels.setMenu(self._label_menu)
        self.unit, self.scheme, self.nested = Segmented(), Segmented(), Segmented()
        self.negatives = number_field(0, 0, 100)
        self.negatives.setFixedWidth(72)
        self.split = SplitOptions(look)
        self.card = CheckBox(look, tr("Dataset card ({file})", file=CARD))
        self.target = QLineEdit(_beside(project))
        self.files, self._conditions = PlainLabel(role="faint", wrap=True), PlainLabel(role="small", wrap=True)
        self._build()
        self._connect()

    @property
    def format(self) -> str:
        """The chosen format."""
        return self._base.format

    def _fill_layers(self) -> None:
        with self._project.reading() as connection:
            known = layers.annotators(connection)
        self.layer.addItem(tr("Gold, else the only one, else all"), None)
        self.layer.addItem(tr("Gold, else the finished one"), GOLD_ELSE_DONE)
        for name in sorted(known, key=lambda name: name != GOLD):
            self.layer.addItem(tr("Gold (adjudicated)") if name == GOLD else name, name)

    def _build(self) -> None:
        self.unit.set_values([("article", tr("Article")), ("paragraph", tr("Paragraph")), ("sentence", tr("Sentence"))])
        self.unit.choose("article")
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
        browse = IconButton(self._look, "folder", 28)
        browse.describe(tr("Choose a folder"))
        browse.clicked.connect(self._browse)
        self.target.setAccessibleName(tr("Destination"))
        self.target.setPlaceholderText(tr("Folder or file"))
        top = column(self._grid(), self._conditions, margins=(24, 20, 24, 16))
        middle = column(self.split, margins=(24, 14, 24, 14))
        place = row(self.target, browse, spacing=4)
        bottom = column(PlainLabel(tr("Destination"), "muted"), place, self.card, self.files, margins=(24, 12, 24, 16))
        self.setLayout(column(top, rule(), middle, rule(), bottom, None, spacing=0))
        self._conditions.hide()
        self._on_labels()

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(10)
        grid.setHorizontalSpacing(12)
        grid.setColumnMinimumWidth(0, 84)
        grid.setColumnStretch(1, 1)
        self._coded: list[QWidget] = []
        self._paired: list[QWidget] = []
        lines: tuple[tuple[str, QWidget, list[QWidget] | None], ...] = (
            (tr("Layer"), self.layer, None),
            (tr("Articles"), self.status, None),
            (tr("Labels"), self.labels, None),
            (tr("Label map"), self.map, None),
            (tr("One record is"), self.unit, None),
            (tr("Tag scheme"), self.scheme, self._coded),
            (tr("Nested"), self.nested, self._coded),
            (tr("Unrelated pairs"), self.negatives, self._paired),
        )
        for line, (name, widget, only_for) in enumerate(lines):
            caption = PlainLabel(name, "muted")
            grid.addWidget(caption, line, 0)
            grid.addWidget(widget, line, 1)
            widget.setAccessibleName(name)
            if only_for is not None:
                only_for += [caption, widget]
        return grid

    def _connect(self) -> None:
        for box in (self.layer, self.status):
            box.activated.connect(lambda _: self.changed.emit())
        self.map.activated.connect(lambda _: self._on_map())
        for segmented in (self.unit, self.scheme, self.nested):
            segmented.chosen.connect(lambda _: self.changed.emit())
        self.negatives.valueChanged.connect(lambda _: self.changed.emit())
        self.card.toggled.connect(lambda _: self._on_files())
        self.split.changed.connect(self._on_files)
        self.target.textChanged.connect(lambda _: self.target_changed.emit())

    def show_format(self, name: str) -> None:
        """Take another format, with the choices that it has."""
        self._base = replace(self._base, format=name)
        for widget in self._coded:
            widget.setVisible(name in _PER_TOKEN)
        for widget in self._paired:
            widget.setVisible(name == "relation-examples")
        self.card.setVisible(name not in CARD_ALWAYS)
        self._on_files()

    def params(self) -> ExportParams:
        """Return the choices; what only the command line can say is kept as the recipe said it."""
        chosen = self._chosen_labels()
        every = len(chosen) == len(self._label_menu.actions())
        made = replace(
            self._base,
            layer=self.layer.currentData(),
            status=self.status.currentData(),
            only=None if every else frozenset(chosen),
            map=self.map.currentData() or (),
            unit=cast("Unit", self.unit.value()),
            nested=cast("Nested", self.nested.value()),
            scheme=cast("Scheme", self.scheme.value()),
            negatives=self.negatives.value() if self.format == "relation-examples" else 0,
            card=self.card.isChecked(),
        )
        return self.split.applied(made)

    def show_params(self, params: ExportParams) -> None:
        """Show the choices of a recipe; the format is for the dialog to show."""
        self._base = params
        self.layer.setCurrentIndex(max(0, self.layer.findData(params.layer)))
        self.status.setCurrentIndex(max(0, self.status.findData(params.status)))
        self._show_map(params.map)
        for action in self._label_menu.actions():
            action.blockSignals(True)
            action.setChecked(params.only is None or action.data() in params.only)
            action.blockSignals(False)
        self.unit.choose(params.unit)
        self.scheme.choose(params.scheme)
        self.nested.choose(params.nested)
        self.negatives.setValue(params.negatives)
        self.card.setChecked(params.card)
        self.split.show_params(params)
        said = [f"{key} = {value}" for key, value in params.where] + ([params.query] if params.query else [])
        self._conditions.setText(tr("Only articles with {conditions}", conditions=", ".join(said)) if said else "")
        self._conditions.setVisible(bool(said))
        self._on_labels()

    def out(self) -> Path | None:
        """Return where to write, if a place was named."""
        text = self.target.text().strip()
        return Path(text).expanduser() if text else None

    def _show_map(self, names: tuple[str, ...]) -> None:
        known = [self.map.itemData(place) for place in range(self.map.count())]
        if names not in known:
            self.map.insertItem(self.map.count() - 1, ", ".join(Path(name).name for name in names), names)
            known.insert(len(known) - 1, names)
        self.map.setCurrentIndex(known.index(names))

    def _on_map(self) -> None:
        if self.map.currentData() is None:
            name, _ = QFileDialog.getOpenFileName(self, tr("Label map"), "", "TOML, JSON (*.toml *.json)")
            self._show_map((name,) if name else ())
        self.changed.emit()

    def _chosen_labels(self) -> list[str]:
        return [str(action.data()) for action in self._label_menu.actions() if action.isChecked()]

    def _on_labels(self) -> None:
        chosen, every = len(self._chosen_labels()), len(self._label_menu.actions())
        self.labels.setText(
            tr("All labels ({n})", n=every) if chosen == every else tr("{n} of {all} labels", n=chosen, all=every)
        )
        self.changed.emit()

    def _on_files(self) -> None:
        suffix = _SUFFIXES.get(self.format)
        files = [f"{name}.{suffix}" for name in self.split.names] if suffix else []
        if self.card.isChecked() or self.format in CARD_ALWAYS:
            files.append(CARD)
        self.files.setText(" · ".join(files) + (" …" if self.split.kind.value() == "folds" else ""))
        self.changed.emit()

    def _browse(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Destination"), self.target.text())
        if name:
            self.target.setText(name)


def _beside(project: Project) -> str:
    return str(project.path.parent / f"{project.name}-{tr('dataset')}") if project.path is not None else ""
