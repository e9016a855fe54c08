"""The rows of the concordance as a list model: filtered, sorted, ticked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from ...models.concordance import left_key, right_key
from ...models.layer import Fragment
from ...storage.jobs.concordance import Row
from ..guard import guarded

ROW = int(Qt.ItemDataRole.UserRole)
TICKED = ROW + 1
KINDS = ("all", "free", "marked", "conflict")
_ORDERS: dict[str, Callable[[Row], str]] = {
    "left": lambda row: left_key(row.hit),
    "right": lambda row: right_key(row.hit),
}

Index = QModelIndex | QPersistentModelIndex


class ConcordanceModel(QAbstractListModel):
    """Every row that came, and which are shown. *Signal:* `ticked()` after other rows are ticked."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._shown: list[int] = []
        self._ticked: set[int] = set()
        self._kind, self._order = "all", "article"

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._rows, self._shown = [], []
        self._ticked = set()
        self.endResetModel()
        self.ticked.emit()

    def add(self, rows: Sequence[Row]) -> None:
        """Add rows behind those there are; free ones are ticked."""
        first = len(self._rows)
        self._rows += rows
        new = range(first, len(self._rows))
        self._ticked.update(at for at in new if self._rows[at].is_offered)
        shown = [at for at in new if self._fits(at)]
        if self._order != "article":
            self.arrange()
        elif shown:
            self.beginInsertRows(QModelIndex(), len(self._shown), len(self._shown) + len(shown) - 1)
            self._shown += shown
            self.endInsertRows()
        if rows:
            self.ticked.emit()

    def arrange(self, *, kind: str | None = None, order: str | None = None) -> None:
        """Show one kind of rows, or in another order."""
        self._kind, self._order = kind or self._kind, order or self._order
        self.beginResetModel()
        self._shown = [at for at in range(len(self._rows)) if self._fits(at)]
        key = _ORDERS.get(self._order)
        if key is not None:
            self._shown.sort(key=lambda at: key(self._rows[at]))
        self.endResetModel()

    def _fits(self, at: int) -> bool:
        return self._kind in ("all", self._rows[at].kind)

    def counts(self) -> Counter[str]:
        """Return how many rows there are of each kind."""
        return Counter(row.kind for row in self._rows)

    def row_at(self, place: int) -> Row | None:
        """Return a shown row."""
        return self._rows[self._shown[place]] if 0 <= place < len(self._shown) else None

    def toggle(self, place: int) -> None:
        """Tick a shown row, or take the tick away."""
        if 0 <= place < len(self._shown):
            self._ticked ^= {self._shown[place]}
            self.dataChanged.emit(self.index(place), self.index(place), [TICKED])
            self.ticked.emit()

    def tick_shown(self, *, on: bool) -> None:
        """Tick every shown row, or none of them."""
        shown = set(self._shown)
        self._ticked = self._ticked | shown if on else self._ticked - shown
        self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1), [TICKED])
        self.ticked.emit()

    def ticked_rows(self) -> list[Row]:
        """Return the ticked rows, shown or not."""
        return [self._rows[at] for at in sorted(self._ticked)]

    @override
    @guarded(0)
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    @override
    @guarded(None)
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == ROW:
            return row
        if role == TICKED:
            return self._shown[index.row()] in self._ticked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.hit.left}{row.hit.match}{row.hit.right}"
        return None


def places_of(rows: Sequence[Row]) -> dict[str, list[Fragment]]:
    """Return the places of rows by article."""
    found: defaultdict[str, list[Fragment]] = defaultdict(list)
    for row in rows:
        found[row.hit.article].append((row.hit.start, row.hit.end))
    return dict(found)
