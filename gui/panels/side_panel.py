"""The panel at the right: small tabs for the mark in focus, suggestions, consistency, chains and notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget
from typing_extensions import override

from ..guard import guarded
from ..look import Look
from ..open_article import OpenArticle
from ..translate import tr
from ..widgets import IconButton, column, row, rule
from ..workspace import Workspace

_REST = 150  # milliseconds after a change; what is not on screen is not kept up to date at all


class Tab(Protocol):
    """What a tab shows beside the mark in focus."""

    def follow(self, opened: OpenArticle | None) -> None: ...  # noqa: D102

    def refresh(self) -> None: ...  # noqa: D102

    def leave(self) -> None: ...  # noqa: D102

    def setFocus(self) -> None: ...  # noqa: D102, N802


class Kind(NamedTuple):
    """A tab's icon, and its name and key for people."""

    icon: str
    name: str
    key: str


def kinds() -> Mapping[str, Kind]:
    """Return the tabs in their order."""
    return {
        "mark": Kind("label", tr("Mark in focus, or the article"), "Alt+1"),
        "suggestions": Kind("suggestion", tr("Suggestions"), "Alt+2"),
        "consistency": Kind("consistency", tr("Consistency"), "Alt+3"),
        "chains": Kind("chain", tr("Chains"), "Alt+4"),
        "notes": Kind("note", tr("Notes and questions"), "Alt+5"),
    }


class SidePanel(QWidget):
    """Tabs over one panel each, made when it is first shown. *Signal:* `shown(name)` after another tab is shown."""

    shown = Signal(str)

    def __init__(
        self, look: Look, workspace: Workspace, inspector: QWidget, make: Mapping[str, Callable[[], QWidget]]
    ) -> None:
        super().__init__()
        self.setObjectName("sidePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(264)
        self._make = make
        self._opened: OpenArticle | None = None
        self._tabs: dict[str, QWidget] = {}
        self._stack = QStackedWidget()
        self._stack.addWidget(inspector)
        self._stack.setProperty("pane", "clear")
        self._inspector = inspector
        self.name = "mark"
        self._group = QButtonGroup(self)
        self._buttons = {name: self._button(look, name, kind.icon) for name, kind in kinds().items()}
        self._buttons["mark"].setChecked(True)
        strip = row(*self._buttons.values(), None, spacing=4, margins=(12, 4, 12, 4))
        self.setLayout(column(strip, rule(), self._stack, spacing=0, margins=(1, 0, 0, 0)))
        self._timer = QTimer(self, interval=_REST, singleShot=True)
        self._timer.timeout.connect(self._refresh)
        look.changed.connect(self.refresh)
        workspace.article_changed.connect(self._follow)
        self.refresh()

    def _button(self, look: Look, name: str, icon: str) -> IconButton:
        made = IconButton(look, icon, 32)
        made.setCheckable(True)
        made.clicked.connect(lambda: self.show_tab(name))
        self._group.addButton(made)
        return made

    def refresh(self) -> None:
        """Speak the present language."""
        for name, kind in kinds().items():
            self._buttons[name].describe(kind.name, kind.key)
        self._refresh()

    def tab(self) -> QWidget:
        """Return the panel that is shown."""
        return self._tabs.get(self.name, self._inspector)

    def show_tab(self, name: str) -> None:
        """Show a tab and give it the keyboard, unless it is the one about the mark in focus."""
        before = self._present()
        if name != "mark" and name not in self._tabs:
            self._tabs[name] = self._make[name]()
            self._stack.addWidget(self._tabs[name])
        self.name = name
        self._buttons[name].setChecked(True)
        self._stack.setCurrentWidget(self._inspector if name == "mark" else self._tabs[name])
        present = self._present()
        if before is not None and before is not present:
            before.leave()
        if present is not None:
            present.follow(self._opened)
            present.refresh()
            present.setFocus()
        self.shown.emit(name)

    def _present(self) -> Tab | None:
        return self._tabs.get(self.name)  # type: ignore[return-value]

    def _follow(self, opened: OpenArticle | None) -> None:
        self._opened = opened
        if opened is not None:
            opened.changed.connect(lambda _: self._timer.start())
            opened.suggestions_changed.connect(self._timer.start)
        for tab in self._tabs.values():
            tab.follow(opened)  # type: ignore[attr-defined]
        self._timer.start()

    def _refresh(self) -> None:
        present = self._present()
        if present is not None and self.isVisible():
            present.refresh()

    @override
    @guarded()
    def showEvent(self, event: QShowEvent) -> None:
        self._timer.start()

    @override
    @guarded()
    def hideEvent(self, event: QHideEvent) -> None:
        present = self._present()
        if present is not None:
            present.leave()
