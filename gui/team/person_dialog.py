"""Asks what somebody is called."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from ...models.errors import BadInput
from ...storage.people import checked_name
from ..dialogs.plain import PlainDialog
from ..guard import guarded
from ..translate import say, tr
from ..widgets import PlainLabel


class PersonDialog(PlainDialog):
    """Asks for a name. *Signal:* `named(str)`."""

    named = Signal(str)

    def __init__(self, parent: QWidget, title: str, name: str) -> None:
        super().__init__(parent, title, 420)
        self.field = QLineEdit(name)
        self.field.setAccessibleName(tr("Name"))
        self.field.selectAll()
        self._wrong = PlainLabel(role="bad", wrap=True)
        self.body.addWidget(self.field)
        self.body.addWidget(self._wrong)
        self.add_buttons(title, tr("Cancel"))

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
