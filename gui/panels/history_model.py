"""The history as a tree of lines: read a page at a time, steps of many lines unfold, what is new comes on top."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ...models.errors import Message
from ...storage.jobs.timeline import PAGE, Line, Wanted, of_step, timeline, titles
from ...storage.project import Project
from ..dates import moment
from ..guard import guarded
from ..look import Look
from ..naming import named
from ..translate import say, tr
from .history_words import line_told

Index = QModelIndex | QPersistentModelIndex
WHEN, WHO, WHAT, ARTICLE = range(4)
_NOBODY = 0  # the internal id of lines that belong to no other; a child's is the number of its line
_MOST_NEW = 500
_ROOT = QModelIndex()


class Shown(NamedTuple):
    """A line, or an article that a line names, with what is said of it."""

    line: Line
    told: Message
    article: str | None
    title: str


class HistoryModel(QAbstractItemModel):
    """Lines, the newest first; with one article named, each line stands alone."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._project: Project | None = None
        self._wanted = Wanted()
        self._lines: list[Shown] = []
        self._children: dict[int, list[Shown]] = {}
        self._more = False
        self.failed: Callable[[Exception], object] = lambda _: None

    # --- reading

    def read(self, project: Project | None, wanted: Wanted) -> None:
        """Show the history of a project, or of one article in it, from its newest line."""
        self.beginResetModel()
        self._project, self._wanted = project, wanted
        self._children = {}
        found = timeline(project, wanted) if project is not None else []
        self._lines = [_shown(line) for line in found]
        self._more = len(found) == PAGE
        self.endResetModel()

    def is_of(self, project: Project | None, wanted: Wanted) -> bool:
        """Tell whether this is what is shown."""
        return project is self._project and wanted == self._wanted

    def take_new(self) -> None:
        """Put what was done since on top; nothing is read twice, unless very much is new."""
        if self._project is None:
            return
        newest = self._lines[0].line.number if self._lines else 0
        # What the filter leaves out may have taken back a line that is shown.
        found = timeline(self._project, self._wanted._replace(who=None, verbs=None), after=newest, limit=_MOST_NEW)
        if len(found) == _MOST_NEW or any(line.lines > 1 for line in found):
            self.read(self._project, self._wanted)
            return
        for line in reversed(found):
            self._settle(line)
        fresh = [_shown(line) for line in found if self._fits(line)]
        if fresh:
            self.beginInsertRows(QModelIndex(), 0, len(fresh) - 1)
            self._lines[:0] = fresh
            self.endInsertRows()

    def _fits(self, line: Line) -> bool:
        wanted = self._wanted
        return wanted.who in (None, line.who) and (wanted.verbs is None or line.what in wanted.verbs)

    def _settle(self, line: Line) -> None:
        """Show that a line was taken back, or holds again."""
        if line.undoes is None:
            return
        undone = self._row_of(line.undoes)
        if undone is None:
            return
        before = self._lines[undone].line
        self._set_live(undone, live=False)
        if line.kind == "redo" and before.undoes is not None:
            again = self._row_of(before.undoes)
            if again is not None:
                self._set_live(again, live=True)

    def _set_live(self, row: int, *, live: bool) -> None:
        shown = self._lines[row]
        self._lines[row] = shown._replace(line=shown.line._replace(live=live))
        self.dataChanged.emit(self.index(row, 0), self.index(row, ARTICLE))

    def _row_of(self, number: int) -> int | None:
        at = bisect_left(self._lines, -number, key=lambda shown: -shown.line.number)
        return at if at < len(self._lines) and self._lines[at].line.number == number else None

    # --- asking

    def shown(self, index: Index) -> Shown | None:
        """Return what stands at an index."""
        if not index.isValid():
            return None
        owner = int(index.internalId())
        return (self._lines if owner == _NOBODY else self._children[owner])[index.row()]

    # --- Qt's virtuals

    @override
    @guarded(QModelIndex())
    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._lines[parent.row()].line.number if parent.isValid() else _NOBODY)

    @override
    @guarded(QModelIndex())
    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        owner = int(index.internalId()) if index.isValid() else _NOBODY
        row = self._row_of(owner) if owner != _NOBODY else None
        return QModelIndex() if row is None else self.createIndex(row, 0, _NOBODY)

    @override
    @guarded(0)
    def rowCount(self, parent: Index = _ROOT) -> int:
        if not parent.isValid():
            return len(self._lines)
        if parent.column() != 0 or int(parent.internalId()) != _NOBODY:
            return 0
        return len(self._children.get(self._lines[parent.row()].line.number, ()))

    @override
    @guarded(0)
    def columnCount(self, parent: Index = _ROOT) -> int:
        return ARTICLE + 1

    @override
    @guarded(False)
    def hasChildren(self, parent: Index = _ROOT) -> bool:
        if not parent.isValid():
            return bool(self._lines)
        if parent.column() != 0 or int(parent.internalId()) != _NOBODY:
            return False
        line = self._lines[parent.row()].line
        return self._wanted.article is None and (line.lines > 1 or bool(line.facts.get("articles")))

    @override
    @guarded(False)
    def canFetchMore(self, parent: Index) -> bool:
        if not parent.isValid():
            return self._more
        return self.hasChildren(parent) and len(self._children_of(parent)) < self._count(parent)

    def _children_of(self, parent: Index) -> Sequence[Shown]:
        return self._children.get(self._lines[parent.row()].line.number, ())

    def _count(self, parent: Index) -> int:
        line = self._lines[parent.row()].line
        return line.lines if line.lines > 1 else len(line.facts["articles"])

    @override
    @guarded()
    def fetchMore(self, parent: Index) -> None:
        if self._project is None:
            return
        if parent.isValid():
            self._fetch_children(self._project, parent)
            return
        last = self._lines[-1].line.number if self._lines else None
        found = timeline(self._project, self._wanted, before=last)
        self._more = len(found) == PAGE
        if found:
            self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(found) - 1)
            self._lines.extend(_shown(line) for line in found)
            self.endInsertRows()

    def _fetch_children(self, project: Project, parent: Index) -> None:
        line = self._lines[parent.row()].line
        known = self._children.setdefault(line.number, [])
        if line.lines > 1:
            last = known[-1].line.number if known else None
            found = [_shown(one._replace(lines=1)) for one in of_step(project, line.step, before=last)]
        else:
            ids = line.facts["articles"][len(known) : len(known) + PAGE]
            names = titles(project, ids)
            found = [Shown(line, Message(""), one, names.get(one, one)) for one in ids]
        if found:
            self.beginInsertRows(self.index(parent.row(), 0), len(known), len(known) + len(found) - 1)
            known.extend(found)
            self.endInsertRows()

    @override
    @guarded()
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (tr("When"), tr("Who"), tr("What"), tr("Article"))[section]

    @override
    @guarded()
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = self.shown(index)
        if shown is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(shown, index.column(), child=int(index.internalId()) != _NOBODY)
        if role == Qt.ItemDataRole.ForegroundRole:
            faint = not shown.line.live or index.column() in (WHEN, ARTICLE)
            return self._look.theme.colour("text" if not faint else "muted" if shown.line.live else "ghost")
        return None

    def _text(self, shown: Shown, column: int, *, child: bool) -> str:
        if column == ARTICLE:
            return " ".join(shown.title.split())
        if child and not shown.told.template:
            return ""
        if column == WHEN:
            return moment(shown.line.when, datetime.now().astimezone(), self._look.language)
        if column == WHO:
            return shown.line.who
        return self.said(shown)

    def said(self, shown: Shown) -> str:
        """Return what a line did, in the user's language."""
        schema = self._project.schema if self._project is not None else None
        what = " ".join(say(named(shown.told, schema, self._look.language)).split())
        return what if shown.line.live else tr("{what} (taken back)", what=what)


def _shown(line: Line) -> Shown:
    told = line_told(line)
    # The text was read to tell the line; thousands of lines would keep it thousands of times.
    title = line.title or line.article or ""
    return Shown(line._replace(text=""), told, line.article, title)
