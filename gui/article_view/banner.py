"""The strip at the top of the view that says what is being made and which keys go on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from ..fonts import SMALL_PIXELS, interface
from ..theme import Theme
from .metrics import GUTTER

HEIGHT = 36


class Banner(QLabel):
    """A line of plain text; `wanted(int)` asks for room above the article, or gives it back."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(interface(SMALL_PIXELS))
        self.hide()

    def restyle(self, theme: Theme) -> None:
        """Take another theme."""
        self.setStyleSheet(
            f"background: {theme.accent_soft}; color: {theme.accent_text}; padding-left: {GUTTER - 1}px;"
        )

    def tell(self, text: str) -> None:
        """Show a text, or nothing."""
        self.setText(text)
        if bool(text) == self.isHidden():
            self.setVisible(bool(text))
            self.wanted.emit(HEIGHT if text else 0)

    def place(self, width: int) -> None:
        """Stand at the top."""
        self.setGeometry(0, 0, width, HEIGHT)
