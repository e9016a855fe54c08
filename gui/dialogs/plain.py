"""Questions and errors in plain text, with details that can be copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from ...models.errors import KhaotagError
from ..translate import say, tr
from ..widgets import PlainLabel, button, column, row


class PlainDialog(QDialog):
    """A dialog with a title, content and buttons at the right."""

    def __init__(self, parent: QWidget | None, title: str, width: int = 480) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(width)
        self.body = column(PlainLabel(title, "title"), spacing=12)
        self.buttons = row(None)
        self.setLayout(column(self.body, 8, self.buttons, spacing=12, margins=(24, 20, 24, 20)))

    def add_buttons(self, accept: str, reject: str | None = None) -> None:
        """Add the usual buttons; the first is pressed by Enter."""
        if reject is not None:
            self.reject_button = cancel = button(reject)
            cancel.clicked.connect(self.reject)
            self.buttons.addWidget(cancel)
        self.accept_button = button(accept, "primary")
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self.accept)
        self.buttons.addWidget(self.accept_button)


class DetailsDialog(PlainDialog):
    """A sentence and a longer plain text that can be read, selected and copied."""

    def __init__(self, parent: QWidget | None, title: str, sentence: str, details: str) -> None:
        super().__init__(parent, title, 560)
        self.body.addWidget(PlainLabel(sentence, wrap=True))
        if details:
            self.text = QPlainTextEdit(details)
            self.text.setReadOnly(True)
            self.text.setMinimumHeight(160)
            self.body.addWidget(self.text)
            copy = button(tr("Copy the details"))
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(f"{sentence}\n{details}"))
            self.buttons.insertWidget(0, copy)
        self.add_buttons(tr("Close"))


def show_error(parent: QWidget, error: KhaotagError) -> DetailsDialog:
    """Show an error; the dialog does not stop the program."""
    dialog = DetailsDialog(parent, tr("That did not work"), say(error.message), "")
    dialog.open()
    return dialog
