"""What the window shows without a project: the ways in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ..look import Look
from ..translate import tr
from ..widgets import Keycap, PlainLabel, button, column, row
from .sections import JumpRow


class Welcome(QWidget):
    """The page. *Signals:* `wanted(action id)`, `chosen(path)` for a project opened before."""

    wanted = Signal(str)
    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("pane", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._last = ""
        self._title, self._hint = PlainLabel("Khaotag", "figure"), PlainLabel(role="muted", wrap=True)
        self._drop = PlainLabel(role="faint", wrap=True)
        self._buttons = {name: button(kind=kind) for name, kind in (("new", "primary"), ("open", ""), ("demo", ""))}
        for name, made in self._buttons.items():
            made.clicked.connect(lambda _=False, name=name: self.wanted.emit(name))
            made.setMinimumWidth(220)
        lines = [
            row(self._buttons[name], *(Keycap(key) for key in keys), None)
            for name, keys in (("new", ("Ctrl", "N")), ("open", ("Ctrl", "O")), ("demo", ()))
        ]
        self._again = column(spacing=4)
        middle = QWidget()
        middle.setFixedWidth(420)
        middle.setLayout(column(self._title, self._hint, 8, *lines, 8, self._again, 8, self._drop, spacing=8))
        self.setLayout(row(None, column(None, middle, None, None), None))
        look.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Speak the present language."""
        self._hint.setText(tr("Tag names and relations in Thai news. A project is one file on this machine."))
        self._buttons["new"].setText(tr("New project …"))
        self._buttons["open"].setText(tr("Open a project …"))
        self._buttons["demo"].setText(tr("Look at the sample project"))
        self._drop.setText(tr("Or drop a project, articles or a folder of them on this window."))
        self.show_last(self._last)

    def begin(self) -> None:
        """Put the keyboard on the first way in."""
        self._buttons["new"].setFocus()

    def show_last(self, path: str) -> None:
        """Offer the project that was open last."""
        self._last = path
        while (item := self._again.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if path and Path(path).is_file():
            label = tr("Last opened: {name}", name=Path(path).name)
            line = JumpRow(PlainLabel(label, "accent"), None, name=label)
            line.pressed.connect(lambda: self.chosen.emit(path))
            self._again.addWidget(line)
