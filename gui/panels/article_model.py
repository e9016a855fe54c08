"""The list of articles, read page by page as it is scrolled."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ...storage.articles import ArticleSummary, Page
from ..guard import guarded

PAGE = 200
SUMMARY = int(Qt.ItemDataRole.UserRole)
AnyIndex = QModelIndex | QPersistentModelIndex
Fetch = Callable[[int | None], Page]


class ArticleModel(QAbstractListModel):
    """Article summaries; *fetch* gives the page behind a number."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ArticleSummary] = []
        self._places: dict[str, int] = {}
        self._fetch: Fetch | None = None
        self._next: int | None = None
        self._more = False

    def show(self, fetch: Fetch | None) -> None:
        """Show another listing from its first page on."""
        self.beginResetModel()
        self._rows, self._places = [], {}
        self._fetch, self._next, self._more = fetch, None, fetch is not None
        self._append(self._read())
        self.endResetModel()

    def _read(self) -> list[ArticleSummary]:
        if self._fetch is None or not self._more:
            return []
        page = self._fetch(self._next)
        self._next, self._more = page.next, page.next is not None
        return list(page.rows)

    def _append(self, rows: list[ArticleSummary]) -> None:
        for row in rows:
            self._places[row.id] = len(self._rows)
            self._rows.append(row)

    @override
    @guarded(0)
    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    @override
    @guarded()
    def data(self, index: AnyIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not 0 <= index.row() < len(self._rows):
            return None
        summary = self._rows[index.row()]
        if role == SUMMARY:
            return summary
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{summary.title or summary.id}"
        return None

    @override
    @guarded(False)
    def canFetchMore(self, parent: AnyIndex) -> bool:
        return self._more and not parent.isValid()

    @override
    @guarded()
    def fetchMore(self, parent: AnyIndex) -> None:
        rows = self._read()
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._append(rows)
            self.endInsertRows()

    def summary(self, place: int) -> ArticleSummary | None:
        """Return the article at a place, reading on as far as needed."""
        while place >= len(self._rows) and self._more:
            self.fetchMore(QModelIndex())
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place(self, article_id: str) -> int:
        """Return where an article stands among those read so far, or -1."""
        return self._places.get(article_id, -1)

    def update(self, article_id: str, status: str, entities: int, relations: int) -> None:
        """Show other counts for an article; it keeps its place even where the filter no longer fits."""
        place = self.place(article_id)
        if place < 0:
            return
        summary = self._rows[place]._replace(status=status, entities=entities, relations=relations)
        if summary != self._rows[place]:
            self._rows[place] = summary
            index = self.index(place)
            self.dataChanged.emit(index, index)

    def unfinished_after(self, place: int) -> ArticleSummary | None:
        """Return the next article that is not done."""
        while (summary := self.summary(place + 1)) is not None:
            if summary.status != "done":
                return summary
            place += 1
        return None
