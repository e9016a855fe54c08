"""Recipes in the export dialog: the choices of an earlier export, and a name for the present ones."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from ...storage.jobs.recipes import LAST, recipes
from ...storage.project import Project
from ..combo import ComboBox
from ..guard import guarded
from ..look import Look
from ..translate import tr
from ..widgets import PlainLabel, row
from .plain import PlainDialog


class RecipeBar(QWidget):
    """The recipes of a project. *Signal:* `chosen(str)` when a person takes one."""

    chosen = Signal(str)

    def __init__(self, look: Look, project: Project) -> None:
        super().__init__()
        self._project = project
        self.box = ComboBox(look)
        self.box.setFixedWidth(240)
        self.box.setAccessibleName(tr("Recipe"))
        self.setLayout(row(PlainLabel(tr("Recipe"), "muted"), self.box))
        self.box.activated.connect(lambda _: self._on_chosen())
        self.refresh()

    def refresh(self, name: str = "") -> None:
        """List the recipes anew and show one of them; no choice at all where there is none."""
        known = recipes(self._project)
        self.box.clear()
        self.box.addItem(tr("Choose …"), "")
        for each in sorted(known, key=lambda known_name: known_name != LAST):
            self.box.addItem(tr("The last export") if each == LAST else each, each)
        self.box.setCurrentIndex(max(0, self.box.findData(name)))
        self.setVisible(bool(known))

    def forget(self) -> None:
        """Show that the choices are no longer those of a recipe."""
        self.box.setCurrentIndex(0)

    def _on_chosen(self) -> None:
        if self.box.currentData():
            self.chosen.emit(self.box.currentData())


class RecipeDialog(PlainDialog):
    """Asks under which name to keep the choices. *Signal:* `named(str)`."""

    named = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, tr("Save as a recipe"), 420)
        told = tr("The recipe is kept in the project; on the command line it is --recipe with its name.")
        self.body.addWidget(PlainLabel(told, "muted", wrap=True))
        self.field = QLineEdit()
        self.field.setMaxLength(60)
        self.field.setAccessibleName(tr("Name"))
        self.body.addWidget(self.field)
        self.add_buttons(tr("Save"), tr("Cancel"))
        self.accept_button.setEnabled(False)
        self.field.textChanged.connect(lambda text: self.accept_button.setEnabled(bool(text.strip())))

    @override
    @guarded()
    def accept(self) -> None:
        if self.field.text().strip():
            self.named.emit(self.field.text())
            super().accept()
