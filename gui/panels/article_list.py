"""The panel that lists the project's articles: search, filter by status, and steps to the next one."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QStackedLayout, QToolButton, QWidget

from ...models.layer import STATUSES
from ...storage.jobs.assign import queue_length
from .. import icons
from ..look import Look
from ..shapes import paint_status
from ..translate import tr
from ..widgets import Keycap, PlainLabel, column, explain, row, rule
from ..workspace import Workspace
from .article_delegate import ArticleDelegate
from .article_model import SUMMARY, ArticleModel

_TYPING = 150


def status_name(status: str) -> str:
    """Return a status in the user's language."""
    return {"todo": tr("Not begun"), "in_progress": tr("In progress"), "done": tr("Done")}[status]


class ArticleList(QWidget):
    """The list. *Signal:* `chosen(str)` when a person wants to open an article."""

    chosen = Signal(str)

    def __init__(self, look: Look, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("articleList")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look, self._workspace = look, workspace
        self._status = ""
        self.model = ArticleModel(self)
        self.search = QLineEdit()
        self._key = Keycap("/")
        self._total = PlainLabel(role="strong")
        self._filters = {status: _filter_button() for status in ("", *STATUSES)}
        self.mine = _filter_button()
        self._build()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_TYPING)
        self._wait.timeout.connect(self.reload)
        self.search.textChanged.connect(lambda _: self._wait.start())
        self.search.returnPressed.connect(self.open_first)
        for status, filter_button in self._filters.items():
            filter_button.clicked.connect(lambda _=False, status=status: self.filter(status))
        self.mine.clicked.connect(self.reload)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        look.changed.connect(self.refresh)
        workspace.project_changed.connect(self.reload)
        workspace.articles_changed.connect(self.reload)
        workspace.article_changed.connect(self._on_article)
        workspace.counted.connect(self.model.update)
        workspace.saved.connect(lambda _: self.refresh_counts())
        self.refresh()

    def _build(self) -> None:
        self._icon = self.search.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        inside = row(None, self._key, margins=(0, 0, 6, 0))
        self.search.setLayout(inside)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(ArticleDelegate(self._look, self.view))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = PlainLabel(role="muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(16, 24, 16, 0)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        counts = row(self._filters[""], None, *(self._filters[s] for s in STATUSES), spacing=2, margins=(12, 4, 8, 4))
        top = column(self.search, margins=(16, 12, 16, 2))
        self._queue = QWidget()
        self._queue.setLayout(row(self.mine, None, margins=(12, 0, 8, 6)))
        self._queue.hide()
        self.setLayout(column(top, counts, self._queue, rule(), self._stack, spacing=0))

    def refresh(self) -> None:
        """Speak the present language and wear the present theme."""
        theme = self._look.theme
        self.search.setPlaceholderText(tr("Search titles"))
        self._icon.setIcon(icons.icon("search", theme.colour("muted")))
        for status in STATUSES:
            self._filters[status].setIcon(_status_icon(status, self._look))
            explain(self._filters[status], status_name(status))
            self._filters[status].setAccessibleName(status_name(status))
        self.view.setAccessibleName(tr("Articles"))
        self.refresh_counts()
        self._show_queue()
        self._show_emptiness()
        self.view.viewport().update()

    def refresh_counts(self) -> None:
        """Show how many articles there are of each status."""
        counts = self._workspace.counts()
        self._filters[""].setText(tr("All {n}", n=f"{sum(counts.values()):,}"))
        for status in STATUSES:
            self._filters[status].setText(f"{counts[status]:,}")
            self._filters[status].setChecked(self._status == status)
        self._filters[""].setChecked(not self._status)

    def filter(self, status: str) -> None:
        """List the articles of one status, or all."""
        self._status = "" if status == self._status else status
        self.reload()

    def reload(self) -> None:
        """Read the list again."""
        project, by = self._workspace.project, self._workspace.by
        query, status = self.search.text().strip() or None, self._status or None
        self._show_queue()
        mine = by if self.mine.isChecked() else None
        if project is None:
            self.model.show(None)
        else:
            self.model.show(
                lambda after: project.page(query=query, status=status, annotator=by, assigned_to=mine, after=after)
            )
        self.refresh_counts()
        self._show_emptiness()
        self._select_open()

    def _show_queue(self) -> None:
        """Offer one's own queue where there is one."""
        project = self._workspace.project
        count = queue_length(project, self._workspace.by) if project is not None else 0
        self._queue.setVisible(count > 0)
        if not count:
            self.mine.setChecked(False)
        self.mine.setText(tr("Assigned to me: {n}", n=f"{count:,}"))

    def _show_emptiness(self) -> None:
        searching = bool(self.search.text().strip() or self._status or self.mine.isChecked())
        self._empty.setText(
            tr("No article fits. Esc clears the search.")
            if searching
            else tr("No articles yet. Ctrl+I imports some, or drop files here.")
        )
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)

    def focus_search(self) -> None:
        """Go to the search field."""
        self.search.setFocus()
        self.search.selectAll()

    def clear_search(self) -> None:
        """Show every article again."""
        self.search.clear()
        self._status = ""
        self.mine.setChecked(False)
        self.reload()

    def open_first(self) -> None:
        """Open the first article of the list."""
        self.reload()
        self._open_place(0)

    def step(self, by: int) -> bool:
        """Open the next or previous article; tells whether there is one."""
        return self._open_place(self._place() + by)

    def open_unfinished(self) -> bool:
        """Open the next article that is not done; tells whether there is one."""
        found = self.model.unfinished_after(self._place())
        if found is None:
            return False
        self.chosen.emit(found.id)
        return True

    def _place(self) -> int:
        opened = self._workspace.article
        return self.model.place(opened.article.id) if opened else -1

    def _open_place(self, place: int) -> bool:
        found = self.model.summary(place) if place >= 0 else None
        if found is not None:
            self.chosen.emit(found.id)
        return found is not None

    def _on_current(self, current: QModelIndex, _: QModelIndex) -> None:
        summary = current.data(SUMMARY) if current.isValid() else None
        opened = self._workspace.article
        if summary is not None and (opened is None or summary.id != opened.article.id):
            self.chosen.emit(summary.id)

    def _on_article(self, opened: object) -> None:
        if opened is not None:
            self._select_open()

    def _select_open(self) -> None:
        place = self._place()
        if place < 0:
            return
        index = self.model.index(place)
        self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.view.scrollTo(index)


def _filter_button() -> QToolButton:
    made = QToolButton()
    made.setCheckable(True)
    made.setProperty("count", True)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    made.setIconSize(QSize(14, 14))
    return made


def _status_icon(status: str, look: Look) -> QIcon:
    ratio = look.ratio
    picture = QPixmap(round(14 * ratio), round(14 * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        paint_status(painter, status, QRectF(0, 0, 14, 14), look.theme)
    return QIcon(picture)
