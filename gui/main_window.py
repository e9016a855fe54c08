"""The main window: a frame around bars and pages that are made elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QProgressBar, QStackedWidget, QWidget
from typing_extensions import override

from . import keys
from .guard import guarded
from .widgets import column, row


class MainWindow(QWidget):
    """The window.

    *Signals:* `dropped(list of Path)`, `resized(width)`, `closing()` when it really closes, `left()` on an Esc or F6
    that meant nothing to whatever has the keyboard.
    """

    dropped = Signal(object)
    resized = Signal(int)
    closing = Signal()
    left = Signal()

    def __init__(self, top: QWidget, rail: QWidget, status: QWidget) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self.setMinimumSize(640, 420)
        self.pages = QStackedWidget()
        self._line = QProgressBar()
        self._line.setObjectName("workLine")
        self._line.setTextVisible(False)
        self._line.hide()
        body = row(rail, self.pages, spacing=0)
        self.setLayout(column(top, self._line, body, status, spacing=0))
        self.may_close: Callable[[], bool] = lambda: True
        self.run_key: Callable[[QKeyCombination], bool] = lambda _: False

    def show_progress(self, done: int, total: int | None) -> None:
        """Show how far long work is."""
        self._line.setRange(0, total or 0)
        self._line.setValue(done)
        self._line.show()

    def hide_progress(self) -> None:
        """Show that no long work is under way."""
        self._line.hide()

    @override
    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.resized.emit(event.size().width())

    @override
    @guarded()
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        event.accept()

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What nobody took comes here. Under a Thai layout no shortcut has fired, so keys are read by their place.
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F6):
            self.left.emit()
            return
        if not keys.is_thai(event):
            super().keyPressEvent(event)
            return
        pressed = keys.physical(event)
        if self.run_key(pressed):
            return
        focus = QApplication.focusWidget()
        if focus is not None and focus is not self and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            again = QKeyEvent(QEvent.Type.KeyPress, pressed.key(), pressed.keyboardModifiers())
            if focus.inherits("QLineEdit") or focus.inherits("QPlainTextEdit"):
                QApplication.sendEvent(focus, again)

    @override
    @guarded()
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    @guarded()
    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)
