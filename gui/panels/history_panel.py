"""The history: what was changed, when and by whom, the newest first."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ...storage.history import Entry
from ..look import Look
from ..translate import tr
from ..widgets import PlainLabel, column, row
from ..workspace import Workspace

_SHOWN = 500


def change_name(what: str) -> str:
    """Return what a change did, in the user's language."""
    names = {
        "mark": tr("marked an entity"),
        "mark_many": tr("marked many places"),
        "mend": tr("mended inconsistencies"),
        "relabel": tr("changed a label"),
        "resize": tr("moved an edge"),
        "remove": tr("removed a mark"),
        "relate": tr("related two entities"),
        "flip": tr("turned a relation round"),
        "unrelate": tr("removed a relation"),
        "note": tr("wrote a note"),
        "attributes": tr("set attributes"),
        "chain": tr("changed a chain"),
        "unchain": tr("dissolved a chain"),
        "status": tr("set the status"),
        "labels": tr("set article labels"),
        "exclude": tr("decided on an exclusion"),
        "split_token": tr("split a word"),
        "merge_tokens": tr("joined words"),
        "teach": tr("taught a word"),
        "decide": tr("decided on a dispute"),
        "agree": tr("accepted what all agree on"),
        "explain": tr("gave a decision its reason"),
        "withdraw": tr("withdrew a decision"),
        "adjudicate": tr("filled the gold layer by a rule"),
        "import": tr("imported files"),
        "schema": tr("changed the schema"),
        "undo": tr("undid a step"),
        "redo": tr("did a step again"),
    }
    return names.get(what, what)


class HistoryPanel(QWidget):
    """The page. *Signal:* `chosen(article id)`."""

    chosen = Signal(str)

    def __init__(self, look: Look, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("pane", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workspace = workspace
        self._title, self._hint = PlainLabel(role="title"), PlainLabel(role="muted")
        self._tree = QTreeWidget()
        self._tree.setRootIsDecorated(False)
        self._tree.setUniformRowHeights(True)
        self._tree.setColumnCount(5)
        self._tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._tree.header().setStretchLastSection(True)
        self._tree.itemActivated.connect(self._open)
        head = row(self._title, self._hint, None, spacing=12, margins=(24, 12, 24, 4))
        self.setLayout(column(head, row(self._tree, margins=(16, 0, 16, 8)), spacing=4))
        look.changed.connect(self.refresh)
        workspace.saved.connect(lambda _: self._refresh_if_seen())

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Read the history again."""
        self._title.setText(tr("History"))
        self._hint.setText(tr("Enter opens the article. Ctrl+Z there takes your last step back."))
        self._tree.setHeaderLabels([tr("Change"), tr("When"), tr("Who"), tr("What"), tr("Article")])
        self._tree.clear()
        project = self._workspace.project
        if project is None or not self.isVisible():
            return
        self._tree.addTopLevelItems([self._item(entry) for entry in project.history(limit=_SHOWN)])

    @staticmethod
    def _item(entry: Entry) -> QTreeWidgetItem:
        when = datetime.fromisoformat(entry.when).astimezone()
        what = change_name(entry.what)
        if entry.undoes is not None:
            what = tr("{what} (takes back change {number})", what=what, number=entry.undoes)
        clock = f"{when:%Y-%m-%d %H:%M:%S}"
        item = QTreeWidgetItem([str(entry.change), clock, entry.who, what, entry.article or ""])
        item.setTextAlignment(0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item

    def _open(self, item: QTreeWidgetItem) -> None:
        if item.text(4):
            self.chosen.emit(item.text(4))
