"""The rail: one icon for each view."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from ..look import Look
from ..pages import PAGES
from ..theme import RAIL
from ..translate import tr
from ..widgets import IconButton, column

# In the order of the rail; the last one stands at its foot.
ICONS = {
    "annotate": "articles",
    "review": "review",
    "concordance": "queue",
    "dashboard": "dashboard",
    "team": "team",
    "schema": "schema",
    "import": "import",
    "export": "export",
    "history": "history",
    "settings": "settings",
}
_PAGE_NAMES = {"review", "concordance", "dashboard", "team", "schema", "history"}


class Rail(QWidget):
    """Icons at the left edge. *Signals:* `wanted(str)` with the name of one of ICONS."""

    wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(RAIL)
        shown = [name for name in ICONS if name in PAGES or name not in _PAGE_NAMES]
        self._buttons = {name: IconButton(look, ICONS[name]) for name in shown}
        self._group = QButtonGroup(self)
        for name, button in self._buttons.items():
            button.clicked.connect(lambda _=False, name=name: self.wanted.emit(name))
            if name == "annotate" or name in PAGES:
                button.setCheckable(True)
                self._group.addButton(button)
        top = (button for name, button in self._buttons.items() if name != "settings")
        bottom = self._buttons["settings"]
        self.setLayout(column(*top, None, bottom, spacing=8, margins=(8, 8, 7, 8)))
        look.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Speak the present language."""
        for name, (text, key) in {
            "annotate": (tr("Annotate"), "Ctrl+1"),
            "review": (tr("Review"), "Ctrl+2"),
            "concordance": (tr("Concordance"), "Ctrl+F"),
            "dashboard": (tr("Dashboard"), "Ctrl+3"),
            "team": (tr("Team"), "Ctrl+5"),
            "schema": (tr("Schema"), "Ctrl+4"),
            "import": (tr("Import"), "Ctrl+I"),
            "export": (tr("Export"), "Ctrl+E"),
            "history": (tr("History"), "Ctrl+H"),
            "settings": (tr("Settings"), "Ctrl+,"),
        }.items():
            if name in self._buttons:
                self._buttons[name].describe(text, key)

    def show_view(self, name: str, *, project: bool) -> None:
        """Mark the view that is shown; without a project most icons do nothing."""
        self._buttons[name].setChecked(True)
        for view, button in self._buttons.items():
            button.setEnabled(project or view == "settings")
