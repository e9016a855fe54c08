"""The people of the project: roles, what each has done, and what they are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget
from typing_extensions import override

from ...models.schema import Words
from ...storage.jobs.know_people import Known
from ..guard import guarded
from ..look import Look
from ..translate import tr
from ..widgets import PlainLabel, button, column, row

_NUMBERS = range(2, 6)
_WIDTHS = (240, 120, 96, 96, 96, 110)


class _Tree(QTreeWidget):
    """The table; F2 renames."""

    rename = Signal()

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.rename.emit()
        else:
            super().keyPressEvent(event)


class PeopleList(QWidget):
    """The tab. *Signals:* `rename_wanted(name)`, `role_wanted(name, role)`, `person_wanted()`."""

    rename_wanted = Signal(str)
    role_wanted = Signal(str, str)
    person_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._people: Sequence[Known] = ()
        self.tree = _Tree()
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setColumnCount(7)
        header = self.tree.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for place, width in enumerate(_WIDTHS):
            header.resizeSection(place, width)
        self.add, self.rename, self.role = button(), button(), button()
        self._hint = PlainLabel(role="small", wrap=True)
        foot = row(self.add, self.rename, self.role, None, margins=(24, 8, 24, 12))
        self.setLayout(
            column(row(self.tree, margins=(16, 4, 16, 0)), row(self._hint, margins=(24, 0, 24, 0)), foot, spacing=4)
        )
        self.setFocusProxy(self.tree)
        self.tree.currentItemChanged.connect(lambda *_: self._show_buttons())
        self.tree.rename.connect(self._rename)
        self.rename.clicked.connect(self._rename)
        self.role.clicked.connect(self._change_role)
        self.add.clicked.connect(self.person_wanted)

    def show_people(self, people: Sequence[Known], aliases: Mapping[str, Words], *, hidden: bool) -> None:
        """Show people, under their aliases where names are *hidden*."""
        present = self.current()
        self._people = people
        self.tree.setHeaderLabels(
            [tr("Name"), tr("Role"), tr("Layers"), tr("Finished"), tr("Entities"), tr("In the queue"), tr("Alias")]
        )
        self.tree.setAccessibleName(tr("People"))
        self.tree.clear()
        for one in people:
            alias = aliases[one.name].in_language(self._look.language) if one.name in aliases else ""
            counts = (f"{count:,}" for count in (one.layers, one.done, one.entities, one.assigned))
            item = QTreeWidgetItem([alias if hidden else one.name, role_name(one.role), *counts, alias])
            item.setData(0, Qt.ItemDataRole.UserRole, one)
            for place in _NUMBERS:
                item.setTextAlignment(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.tree.addTopLevelItem(item)
        for place in _NUMBERS:
            self.tree.headerItem().setTextAlignment(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.tree.setColumnHidden(6, hidden)
        names = [one.name for one in people]
        place = names.index(present.name) if present is not None and present.name in names else 0
        there = self.tree.topLevelItem(place)
        if there is not None:
            self.tree.setCurrentItem(there)
        self.add.setText(tr("Add a person …"))
        self.rename.setText(tr("Rename …  F2"))
        self._hint.setText(tr("A reviewer decides disputes, reopens what others have finished, and says who reviews."))
        self.rename.setEnabled(bool(people) and not hidden)
        self._show_buttons()

    def current(self) -> Known | None:
        """Return the person in focus."""
        item = self.tree.currentItem()
        return item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None

    def _show_buttons(self) -> None:
        one = self.current()
        self.role.setEnabled(one is not None)
        reviewer = one is not None and one.role == "reviewer"
        self.role.setText(tr("Make an annotator") if reviewer else tr("Make a reviewer"))

    def _rename(self) -> None:
        one = self.current()
        if one is not None and self.rename.isEnabled():
            self.rename_wanted.emit(one.name)

    def _change_role(self) -> None:
        one = self.current()
        if one is not None:
            self.role_wanted.emit(one.name, "annotator" if one.role == "reviewer" else "reviewer")


def role_name(role: str) -> str:
    """Return a role in the user's language."""
    return tr("Reviewer") if role == "reviewer" else tr("Annotator")
