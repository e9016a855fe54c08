"""Whose layer of the open article is shown, and a menu of the others."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu, QToolButton

from ..look import Look
from ..translate import tr
from ..widgets import explain, one_line
from ..workspace import Workspace
from .article_list import status_name


class LayerChooser(QToolButton):
    """A pill in the top bar; it stands out while somebody else's layer is shown."""

    def __init__(self, look: Look, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("pill", True)
        self._workspace = workspace
        self.clicked.connect(self.offer)
        look.changed.connect(self.refresh)
        workspace.project_changed.connect(self.refresh)
        workspace.article_changed.connect(lambda _: self.refresh())
        self.refresh()

    def refresh(self) -> None:
        """Show whose layer it is."""
        whose, opened = self._workspace.whose, self._workspace.article
        self.setText(one_line(f"{tr('Layer of {name}', name=whose)} ▾"))
        own = whose == self._workspace.by
        self.setEnabled(opened is not None)
        if self.property("other") is not (not own):
            self.setProperty("other", not own)
            self.style().unpolish(self)
            self.style().polish(self)
        readonly = opened is not None and not opened.may_edit
        explain(
            self,
            tr("To look at, not to change")
            if readonly
            else tr("Another person’s layer of this article can be looked at.")
            if own
            else tr("What you change here is recorded as yours."),
        )

    def menu_of_layers(self) -> QMenu:
        """Return a menu of the open article's layers, one's own first."""
        menu, workspace = QMenu(self), self._workspace
        project, opened = workspace.project, workspace.article
        if project is None or opened is None:
            return menu
        layers = project.layers(opened.article.id)
        others = sorted(name for name in layers if name != workspace.by)
        for name in (workspace.by, *others):
            layer = layers.get(name)
            counts = tr("{n} entities", n=len(layer.entities) if layer is not None else 0)
            status = status_name(layer.head.status if layer is not None else "todo")
            action = menu.addAction(one_line(f"{name} · {counts} · {status}"), partial(workspace.open_layer, name))
            action.setCheckable(True)
            action.setChecked(name == workspace.whose)
        return menu

    def offer(self) -> None:
        """Open the menu under the pill."""
        menu = self.menu_of_layers()
        menu.exec(self.mapToGlobal(self.rect().bottomLeft()))
        menu.deleteLater()
