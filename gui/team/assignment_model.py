"""Who tags what, as a table of articles and people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from ..guard import guarded
from ..translate import tr

AnyIndex = QModelIndex | QPersistentModelIndex
GIVEN = int(Qt.ItemDataRole.UserRole)
Pair = tuple[str, str]


class AssignmentModel(QAbstractTableModel):
    """The table. *Signal:* `changed(pairs of article id and name, given)` when a person ticks."""

    changed = Signal(object, bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._articles: Sequence[tuple[str, str]] = ()
        self._people: Sequence[str] = ()
        self._names: Mapping[str, str] = {}
        self._given: set[Pair] = set()
        self._counts: dict[str, int] = {}

    def show_queues(
        self,
        articles: Sequence[tuple[str, str]],
        people: Sequence[str],
        queues: Mapping[str, Sequence[str]],
        names: Mapping[str, str],
    ) -> None:
        """Show articles, (id, title) each, by people, called by *names* where they are hidden."""
        same = (list(self._articles), list(self._people)) == (list(articles), list(people))
        if not same:
            self.beginResetModel()
        self._articles, self._people, self._names = articles, people, names
        self._given = {(one, name) for name, theirs in queues.items() for one in theirs}
        self._counts = {name: len(queues.get(name, ())) for name in people}
        if not same:
            self.endResetModel()
        elif articles and people:
            self.dataChanged.emit(self.index(0, 0), self.index(len(articles) - 1, len(people) - 1))
        self._tell_headers()

    def _tell_headers(self) -> None:
        if self._people:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._people) - 1)

    def pair(self, index: AnyIndex) -> Pair:
        """Return the article's id and the person's name of a cell."""
        return self._articles[index.row()][0], self._people[index.column()]

    def is_given(self, index: AnyIndex) -> bool:
        """Tell whether a cell is ticked."""
        return self.pair(index) in self._given

    def set_given(self, cells: Sequence[AnyIndex], *, given: bool) -> None:
        """Tick cells or take their ticks away."""
        changed = [cell for cell in cells if self.is_given(cell) != given]
        pairs = [self.pair(cell) for cell in changed]
        for pair in pairs:
            (self._given.add if given else self._given.discard)(pair)
            self._counts[pair[1]] += 1 if given else -1
        for cell in changed:
            self.dataChanged.emit(cell, cell)
        if pairs:
            self._tell_headers()
            self.changed.emit(pairs, given)

    @override
    @guarded(0)
    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._articles)

    @override
    @guarded(0)
    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._people)

    @override
    @guarded()
    def data(self, index: AnyIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        given = self.is_given(index)
        if role == GIVEN:
            return given
        if role == Qt.ItemDataRole.AccessibleTextRole:
            article, name = self.pair(index)
            said = tr("assigned") if given else tr("not assigned")
            return f"{article} · {self._names.get(name, name)} · {said}"
        return None

    @override
    @guarded()
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            name = self._people[section]
            return f"{self._names.get(name, name)}\n{self._counts.get(name, 0):,}"
        article, title = self._articles[section]
        line = " ".join((title or article).split())
        return line if len(line) <= 60 else f"{line[:59]}…"
