"""The line above the article: its status, id, source, date and warnings, and the step to the next one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from ...models.article import Article
from ...models.layer import STATUSES
from ...models.text import suspects
from ..dates import readable
from ..look import Look
from ..open_article import OpenArticle
from ..shapes import StatusShape
from ..translate import tr
from ..widgets import ElidedLabel, IconButton, Keycap, PlainLabel, button, clear, explain, row
from ..workspace import Workspace
from .article_list import status_name

HEIGHT = 40


def suspect_text(name: str, count: int) -> str:
    """Return what is suspicious in a text, in the user's language."""
    names = {
        "ZWSP": tr("zero-width spaces"),
        "เเ": tr("doubled เ in place of แ"),
        "ํา": tr("sara am in two parts"),
        "PUA": tr("private-use letters"),
        "U+FFFD": tr("unreadable characters"),
        "BIDI": tr("direction marks"),
    }
    return tr("{count} × {name}. The text is kept as it came.", count=count, name=names.get(name, name))


def origin_text(article: Article, language: str) -> str:
    """Return where an article is from and of which day."""
    if not article.sources:
        return ""
    source = article.sources[0]
    parts = [source.name or source.url or "", readable(source.published, language) if source.published else ""]
    return " · ".join(part for part in parts if part)


class ArticleHeader(QWidget):
    """The header. *Signals:* `done()`, `previous()`, `next()`."""

    done = Signal()
    previous = Signal()
    next = Signal()

    def __init__(self, look: Look, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("articleHeader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._look, self._workspace = look, workspace
        self._opened: OpenArticle | None = None
        self._shape = StatusShape(look, size=16)
        self._status = button("", "link")
        self._id, self._origin = PlainLabel(role="strong"), ElidedLabel(role="muted")
        self._badges: QHBoxLayout = row(spacing=4)
        self._proposed, self._key = PlainLabel(role="muted"), Keycap("N")
        self._previous, self._next = IconButton(look, "arrow-left", 28), IconButton(look, "arrow-right", 28)
        self._done, self._done_text = QPushButton(), PlainLabel()
        self._done.setFixedHeight(28)
        keys = row(Keycap("Ctrl"), Keycap("↵"), spacing=3)
        self._done.setLayout(row(self._done_text, keys, spacing=10, margins=(12, 0, 8, 0)))
        left = row(self._shape, self._status, self._id, self._origin)
        left.setStretchFactor(self._origin, 1)
        self.setLayout(
            row(
                left,
                self._badges,
                self._proposed,
                self._key,
                8,
                self._previous,
                self._next,
                self._done,
                spacing=4,
                margins=(24, 0, 16, 0),
            )
        )
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.setStretchFactor(left, 1)
        self._done.clicked.connect(self.done)
        self._previous.clicked.connect(self.previous)
        self._next.clicked.connect(self.next)
        self._status.clicked.connect(self._choose_status)
        look.changed.connect(self.refresh)
        workspace.article_changed.connect(self.show_article)
        self.refresh()

    def show_article(self, opened: OpenArticle | None) -> None:
        """Follow another article."""
        self._opened = opened
        if opened is not None:
            opened.changed.connect(lambda _: self._show_status())
            opened.suggestions_changed.connect(self._show_proposed)
        self.refresh()

    def refresh(self) -> None:
        """Show the article as it is now."""
        self._done_text.setText(tr("Done, next"))
        self._done.setAccessibleName(tr("Done, next"))
        self._done.setMinimumWidth(self._keys_width())
        self._previous.describe(tr("Previous article"), "Alt+PgUp")
        self._next.describe(tr("Next article"), "Alt+PgDown")
        opened = self._opened
        self._show_proposed()
        self.setEnabled(opened is not None)
        clear(self._badges)
        if opened is None:
            return
        self._show_status()
        self._id.setText(opened.article.id)
        self._origin.setText(origin_text(opened.article, self._look.language))
        for name, count in suspects(opened.article.text).items():
            badge = PlainLabel(f"⚠ {name} {count}", "warnPill")
            explain(badge, suspect_text(name, count))
            self._badges.addWidget(badge)

    def _show_proposed(self) -> None:
        """Show how many suggestions there are, with the key that leads to them."""
        count = len(self._opened.suggestions) if self._opened is not None else 0
        self._proposed.setText(tr("{count} suggestions", count=count))
        self._proposed.setVisible(count > 0)
        self._key.setVisible(count > 0)

    def _show_status(self) -> None:
        if self._opened is not None:
            status = self._opened.layer.head.status
            self._shape.show_status(status)
            self._status.setText(status_name(status))

    def _keys_width(self) -> int:
        layout = self._done.layout()
        return layout.sizeHint().width() if layout is not None else 0

    def _choose_status(self) -> None:
        menu = QMenu(self)
        for status in STATUSES:
            menu.addAction(status_name(status), partial(self._workspace.set_status, status))
        menu.exec(self._status.mapToGlobal(self._status.rect().bottomLeft()))
        menu.deleteLater()
