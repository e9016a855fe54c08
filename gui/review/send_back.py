"""Sends an article back: a person's layer is opened again, with a note that says why."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from ...models import edit
from ...models.change import apply
from ...models.layer import Note
from ...models.review import Case
from ...storage.people import person_of_this_machine
from ..combo import ComboBox
from ..dialogs.plain import PlainDialog
from ..guard import guarded
from ..look import Look
from ..translate import tr
from ..widgets import PlainLabel


class SendBackDialog(PlainDialog):
    """Asks for whom and why. *Signal:* `sent(list of Change)`, the note first, then the status."""

    sent = Signal(object)

    def __init__(self, parent: QWidget, look: Look, case: Case, names: dict[str, str]) -> None:
        super().__init__(parent, tr("Send back"))
        self._case = case
        self.person = ComboBox(look)
        for name, layer in case.layers.items():
            open_notes = sum(not note.resolved for note in layer.notes.values())
            shown = names.get(name, name)
            self.person.addItem(tr("{name} · {n} open notes", name=shown, n=open_notes) if open_notes else shown, name)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("What is to be looked at again"))
        self.text.setPlaceholderText(tr("What is to be looked at again"))
        self.text.setFixedHeight(110)
        self._wrong = PlainLabel(role="bad", wrap=True)
        for widget in (PlainLabel(tr("Whose layer"), "small"), self.person, self.text, self._wrong):
            self.body.addWidget(widget)
        self.body.addWidget(PlainLabel(tr("The layer is opened again, so it can be changed."), "small", wrap=True))
        self.add_buttons(tr("Send back"), tr("Cancel"))

    @override
    @guarded()
    def accept(self) -> None:
        text = self.text.toPlainText().strip()
        if not text:
            self._wrong.setText(tr("Say what is to be looked at again."))
            self.text.setFocus()
            return
        case, name = self._case, str(self.person.currentData())
        layer = case.layers[name]
        by = person_of_this_machine().name
        note = edit.leave_note(case.article, layer, Note(f"n-{uuid4().hex[:12]}", by, text))
        changes = [note]
        layer = apply(layer, note.rows)
        if layer.head.status == "done":
            changes.append(edit.set_status(case.article, layer, "in_progress"))
        self.sent.emit(changes)
        super().accept()
