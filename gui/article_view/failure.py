"""What the view shows when something in it raised: the reason in plain text, and a button to copy the details."""

from __future__ import annotations

import traceback

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ..theme import Theme
from ..translate import tr


class FailurePanel(QFrame):
    """A panel over the view; hidden until something fails."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._details = ""
        self._what = QLabel(self)
        # An error may quote the article, which is never rich text.
        self._what.setTextFormat(Qt.TextFormat.PlainText)
        self._what.setWordWrap(True)
        self.copy_button = QPushButton(self)
        self.copy_button.clicked.connect(self._copy)
        self.close_button = QPushButton(self)
        self.close_button.clicked.connect(self.hide)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.close_button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.addWidget(self._what)
        layout.addLayout(buttons)
        self.setAutoFillBackground(True)
        self.hide()

    def tell(self, error: BaseException, theme: Theme) -> None:
        """Show an error."""
        self._details = "".join(traceback.format_exception(error))
        self._what.setText(tr("The article view has a fault: {error}", error=f"{type(error).__name__}: {error}"))
        self.copy_button.setText(tr("Copy details"))
        self.close_button.setText(tr("Go on"))
        self.setStyleSheet(
            f"FailurePanel {{ background: {theme.panel}; border: 1px solid {theme.bad}; border-radius: 6px; }}"
            f"QLabel {{ color: {theme.bad}; }}"
        )
        self.place()
        self.show()
        self.raise_()

    def place(self) -> None:
        """Stand at the top of the view."""
        parent = self.parentWidget()
        if parent is not None:
            self.setFixedWidth(max(160, min(560, parent.width() - 32)))
            self.adjustSize()
            self.move((parent.width() - self.width()) // 2, 16)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
