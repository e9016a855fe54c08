"""Asks who works on this machine."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from ...models.errors import BadInput
from ...storage.people import checked_name
from ..guard import guarded
from ..translate import say, tr
from ..widgets import PlainLabel
from .plain import PlainDialog


class NameDialog(PlainDialog):
    """Asks for a name. *Signal:* `named(str)`."""

    named = Signal(str)

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent, tr("Who are you?"), 420)
        self.body.addWidget(PlainLabel(tr("Your marks are kept in a layer of this name."), "muted", wrap=True))
        self.field = QLineEdit(name)
        self.field.setAccessibleName(tr("Name"))
        self.field.selectAll()
        self.body.addWidget(self.field)
        self._wrong = PlainLabel(role="bad", wrap=True)
        self.body.addWidget(self._wrong)
        self.add_buttons(tr("That is me"), tr("Later"))

    @override
    @guarded()
    def accept(self) -> None:
        try:
            name = checked_name(self.field.text().strip())
        except BadInput as error:
            self._wrong.setText(say(error.message))
            return
        self.named.emit(name)
        super().accept()
