"""Asks for the file and the schema of a new project."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from typing_extensions import override

from ...models.errors import BadInput
from ...models.schema import Schema
from ...storage import schemas
from ..combo import ComboBox
from ..guard import guarded
from ..look import Look
from ..translate import say, tr
from ..widgets import IconButton, PlainLabel, row
from .plain import PlainDialog


class NewProjectDialog(PlainDialog):
    """Asks for a project. *Signal:* `chosen(path, Schema)`."""

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, tr("New project"), 520)
        self._look = look
        self.path = QLineEdit(str(Path.home() / tr("Thai news.khaotag")))
        self.path.setAccessibleName(tr("File"))
        browse = IconButton(look, "folder", 28)
        browse.describe(tr("Choose a folder"))
        browse.clicked.connect(self._browse)
        self.schema = ComboBox(look)
        self.schema.setAccessibleName(tr("Labels"))
        for name, schema in schemas.bundled().items():
            count = tr("{n} types", n=len(schema.entities))
            self.schema.addItem(f"{schema.title.in_language(look.language)} · {count}", name)
        self._schema_path = ""
        self.schema.addItem(tr("From a file …"), "")
        self.schema.activated.connect(self._choose_file)
        self._wrong = PlainLabel(role="bad", wrap=True)
        for label, field in ((tr("File"), row(self.path, browse)), (tr("Labels"), row(self.schema))):
            caption = PlainLabel(label, "muted")
            caption.setFixedWidth(88)
            field.insertWidget(0, caption)
            self.body.addLayout(field)
        self.body.addWidget(self._wrong)
        self.add_buttons(tr("Make the project"), tr("Cancel"))

    def _browse(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, tr("New project"), self.path.text(), f"{tr('Khaotag projects')} (*.khaotag)"
        )
        if name:
            self.path.setText(name)

    def _choose_file(self) -> None:
        if self.schema.currentData() == "":
            name, _ = QFileDialog.getOpenFileName(self, tr("Schema"), "", f"{tr('Schemas')} (*.toml *.json)")
            self._schema_path = name
            if not name:
                self.schema.setCurrentIndex(0)

    def _schema(self) -> Schema:
        name = self.schema.currentData()
        return schemas.named(name) if name else schemas.from_file(Path(self._schema_path))

    @override
    @guarded()
    def accept(self) -> None:
        text = self.path.text().strip()
        if "://" not in text and not text.endswith(".khaotag"):
            text += ".khaotag"
        try:
            schema = self._schema()
        except BadInput as error:
            self._wrong.setText(say(error.message))
            return
        if "://" not in text and Path(text).exists():
            self._wrong.setText(tr("“{path}” is there already. Choose another name.", path=text))
            return
        self.chosen.emit(text, schema)
        super().accept()
