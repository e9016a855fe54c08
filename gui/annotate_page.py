"""The page on which people tag: list, article and inspector, which fold away where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedLayout, QWidget
from typing_extensions import override

from .guard import guarded
from .theme import INSPECTOR, LIST
from .translate import tr
from .widgets import PlainLabel, column, row

FOLD_INSPECTOR, FOLD_LIST = 1200, 960


class AnnotatePage(QWidget):
    """List, centre and inspector side by side; a folded one is a drawer over the centre."""

    def __init__(self, articles: QWidget, centre: QWidget, inspector: QWidget) -> None:
        super().__init__()
        self._panels = {"list": articles, "inspector": inspector}
        self._folded = {"list": False, "inspector": False}
        self._hidden = {"list": False, "inspector": False}
        self._alone = False
        self._centre = centre
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for widget in (articles, centre, inspector):
            self._splitter.addWidget(widget)
        articles.setMinimumWidth(200)
        centre.setMinimumWidth(360)
        for index, stretch in enumerate((0, 1, 0)):
            self._splitter.setStretchFactor(index, stretch)
        self._splitter.setSizes([LIST, 880, INSPECTOR])
        self.setLayout(column(self._splitter, spacing=0))

    def fit(self, width: int) -> None:
        """Fold or unfold for a window of this width."""
        self._fold("inspector", folded=width < FOLD_INSPECTOR)
        self._fold("list", folded=width < FOLD_LIST)
        self._place()

    def toggle(self, name: str) -> None:
        """Show or hide “list” or “inspector”."""
        panel = self._panels[name]
        shown = not panel.isVisible()
        if not self._folded[name]:
            self._hidden[name] = not shown
        panel.setVisible(shown)
        self._place()
        if shown:
            panel.raise_()

    def show_alone(self, *, alone: bool) -> None:
        """Show nothing beside the article, or what was there before."""
        self._alone = alone
        for name, panel in self._panels.items():
            panel.setVisible(not alone and not self._hidden[name] and not self._folded[name])

    def close_drawers(self) -> None:
        """Hide the panels that lie over the article."""
        for name, panel in self._panels.items():
            if self._folded[name]:
                panel.hide()

    def _fold(self, name: str, *, folded: bool) -> None:
        if folded == self._folded[name]:
            return
        self._folded[name] = folded
        panel = self._panels[name]
        if folded:
            panel.setParent(self)
            panel.hide()
        else:
            self._splitter.insertWidget(0 if name == "list" else 2, panel)
            self._splitter.setStretchFactor(self._splitter.indexOf(self._centre), 1)
            self._set_widths()
            panel.setVisible(not self._hidden[name] and not self._alone)

    def _set_widths(self) -> None:
        taken = {id(self._panels["list"]): LIST, id(self._panels["inspector"]): INSPECTOR}
        widgets = [id(self._splitter.widget(index)) for index in range(self._splitter.count())]
        rest = max(360, self.width() - sum(taken.get(widget, 0) for widget in widgets))
        self._splitter.setSizes([taken.get(widget, rest) for widget in widgets])

    def _place(self) -> None:
        for name, panel in self._panels.items():
            if self._folded[name]:
                width = LIST if name == "list" else INSPECTOR
                left = 0 if name == "list" else self.width() - width
                panel.setGeometry(QRect(left, 0, width, self.height()))

    def state(self) -> QByteArray:
        """Return the panels' widths, to be remembered."""
        return self._splitter.saveState()

    def restore(self, state: QByteArray) -> None:
        """Give the panels remembered widths."""
        if not any(self._folded.values()):
            self._splitter.restoreState(state)

    @override
    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()


class Centre(QWidget):
    """Header, article and labels, or one sentence while no article is open."""

    def __init__(self, header: QWidget, view: QWidget, labels: QWidget) -> None:
        super().__init__()
        self.setProperty("pane", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._empty = PlainLabel(role="muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        work, nothing = QWidget(), QWidget()
        work.setLayout(column(header, view, labels, spacing=0))
        nothing.setLayout(row(self._empty, margins=(48, 48, 48, 48)))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(nothing)
        self._stack.addWidget(work)

    def show_article(self, opened: object, articles: int) -> None:
        """Show the article, or what to do where there is none."""
        self._stack.setCurrentIndex(0 if opened is None else 1)
        self._empty.setText(
            tr("Choose an article on the left, or press Alt+PgDown.")
            if articles
            else tr("This project has no articles yet. Press Ctrl+I to import some, or drop files here.")
        )
