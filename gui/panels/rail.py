"""The rail: one icon for each view."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from ..look import Look
from ..theme import RAIL
from ..translate import tr
from ..widgets import IconButton, column


class Rail(QWidget):
    """Icons at the left edge. *Signals:* `wanted(str)` for annotate, import, export, history or settings."""

    wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(RAIL)
        self._buttons = {
            name: IconButton(look, icon)
            for name, icon in (
                ("annotate", "articles"),
                ("import", "import"),
                ("export", "export"),
                ("history", "history"),
                ("settings", "settings"),
            )
        }
        self._group = QButtonGroup(self)
        for name, button in self._buttons.items():
            button.clicked.connect(lambda _=False, name=name: self.wanted.emit(name))
        for name in ("annotate", "history"):
            self._buttons[name].setCheckable(True)
            self._group.addButton(self._buttons[name])
        top = (self._buttons[name] for name in ("annotate", "import", "export", "history"))
        bottom = self._buttons["settings"]
        self.setLayout(column(*top, None, bottom, spacing=8, margins=(8, 8, 7, 8)))
        look.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Speak the present language."""
        for name, text, key in (
            ("annotate", tr("Annotate"), ""),
            ("import", tr("Import"), "Ctrl+I"),
            ("export", tr("Export"), "Ctrl+E"),
            ("history", tr("History"), "Ctrl+H"),
            ("settings", tr("Settings"), "Ctrl+,"),
        ):
            self._buttons[name].describe(text, key)

    def show_view(self, name: str, *, project: bool) -> None:
        """Mark the view that is shown; without a project most icons do nothing."""
        self._buttons[name].setChecked(True)
        for view in ("annotate", "import", "export", "history"):
            self._buttons[view].setEnabled(project)
