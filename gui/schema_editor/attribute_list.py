"""The attributes of a type: each with an id, a name and a kind; a choice has its values."""

from __future__ import annotations

from typing import Literal, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ...models.schema import Attribute, Choice, Words
from ..combo import ComboBox
from ..look import Look
from ..translate import tr
from ..widgets import IconButton, button, clear, column, explain, row

Kind = Literal["string", "choice", "boolean", "link"]


def kind_name(kind: str) -> str:
    """Return a kind of attribute in the user's language."""
    return {"string": tr("Text"), "choice": tr("Choice"), "boolean": tr("Yes or no"), "link": tr("Link")}[kind]


class AttributeList(QWidget):
    """The list. *Signal:* `changed(tuple of Attribute)`."""

    changed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._attributes: tuple[Attribute, ...] = ()
        self._lines = column(spacing=6)
        self._add = button(kind="link")
        self._add.clicked.connect(self._add_one)
        self.setLayout(column(self._lines, row(self._add, None), spacing=4))

    def show_attributes(self, attributes: tuple[Attribute, ...]) -> None:
        """Show these attributes."""
        self._attributes = attributes
        self._add.setText(tr("Add an attribute"))
        clear(self._lines)
        for at in range(len(attributes)):
            self._lines.addWidget(self._line(at))

    def _line(self, at: int) -> QWidget:
        attribute = self._attributes[at]
        name = QLineEdit(attribute.name.in_language(self._look.language))
        name.setAccessibleName(tr("Name of the attribute"))
        name.editingFinished.connect(lambda: self._rename(at, name.text().strip()))
        kind = ComboBox(self._look)
        for value in ("string", "choice", "boolean", "link"):
            kind.addItem(kind_name(value), value)
        kind.setCurrentIndex(kind.findData(attribute.kind))
        kind.setFixedWidth(96)
        kind.activated.connect(
            lambda _: self._put(at, self._attributes[at]._replace(kind=cast("Kind", kind.currentData())))
        )
        gone = IconButton(self._look, "close", 24)
        gone.describe(tr("Remove the attribute; values that marks have are kept"))
        gone.clicked.connect(lambda: self._remove(at))
        parts = [row(name, kind, gone, spacing=6)]
        if attribute.kind == "choice":
            values = QLineEdit(", ".join(choice.name.in_language(self._look.language) for choice in attribute.choices))
            values.setPlaceholderText(tr("Values, with commas between them"))
            explain(values, tr("Values, with commas between them"))
            values.editingFinished.connect(lambda: self._set_choices(at, values.text()))
            parts.append(row(values))
        made = QWidget()
        made.setLayout(column(*parts, spacing=4))
        return made

    def _put(self, at: int, attribute: Attribute) -> None:
        if attribute != self._attributes[at]:
            self.changed.emit((*self._attributes[:at], attribute, *self._attributes[at + 1 :]))

    def _remove(self, at: int) -> None:
        self.changed.emit((*self._attributes[:at], *self._attributes[at + 1 :]))

    def _rename(self, at: int, name: str) -> None:
        known = self._attributes[at]
        if name and name != known.name.in_language(self._look.language):
            words = known.name._replace(**{self._look.language: name})
            self._put(at, known._replace(name=words))

    def _set_choices(self, at: int, text: str) -> None:
        known = {choice.name.in_language(self._look.language): choice for choice in self._attributes[at].choices}
        names = list(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
        choices = tuple(known.get(name) or Choice(name, Words(name, name)) for name in names)
        self._put(at, self._attributes[at]._replace(choices=choices))

    def _add_one(self) -> None:
        taken = {attribute.id for attribute in self._attributes}
        number = next(n for n in range(1, len(taken) + 2) if f"attribute{n}" not in taken)
        name = tr("Attribute {n}", n=number)
        self.changed.emit((*self._attributes, Attribute(f"attribute{number}", Words(name, name))))
