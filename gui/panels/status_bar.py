"""The bar along the bottom: what is saved, what is marked, where the caret is, and one line to the person."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QWidget
from typing_extensions import override

from ...models.errors import KhaotagError, Message
from ..guard import guarded
from ..look import Look
from ..naming import named
from ..open_article import OpenArticle
from ..shapes import paint_status
from ..theme import STATUS_BAR
from ..translate import say, tr
from ..widgets import ElidedLabel, Keycap, PlainLabel, button, explain, row, rule
from ..workspace import Workspace

_TELL = 8000


class SavedMark(QWidget):
    """A tick when everything is on disk, a ring while something waits, a cross after a failure."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.state = "saved"
        self.setFixedSize(14, 14)

    def show_state(self, state: str) -> None:
        """Show “saved”, “saving” or “failed”."""
        self.state = state
        self.update()

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.state == "saving":
                paint_status(painter, "todo", QRectF(1, 1, 12, 12), theme)
                return
            pen = QPen(theme.colour("ok" if self.state == "saved" else "bad"), 1.6)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            tick, cross = ((2, 7, 5.5, 10.5), (5.5, 10.5, 12, 3.5)), ((3, 3, 11, 11), (11, 3, 3, 11))
            for x1, y1, x2, y2 in tick if self.state == "saved" else cross:
                painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))


class StatusBar(QWidget):
    """The bar. *Signals:* `retry()` after a failure, `help()` for the keys."""

    retry = Signal()
    help = Signal()

    def __init__(self, look: Look, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("statusBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(STATUS_BAR)
        self._look, self._workspace = look, workspace
        self._time = ""
        self._words = ("", 0)
        self._opened: OpenArticle | None = None
        self._error: KhaotagError | None = None
        self._mark = SavedMark(look)
        self._saved, self._retry = PlainLabel(role="small"), button("", "link")
        self._counts, self._tokens = PlainLabel(role="small"), PlainLabel(role="small")
        self._told, self._place = ElidedLabel(role="accent"), PlainLabel(role="small")
        self._progress_text, self._progress = PlainLabel(role="small"), QProgressBar()
        self._help, self._key = PlainLabel(role="small"), Keycap("?")
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TELL)
        self._timer.timeout.connect(lambda: self._told.setText(""))
        self._retry.clicked.connect(self.retry)
        look.changed.connect(self.refresh)
        workspace.saving.connect(lambda: self._show_state("saving"))
        workspace.saved.connect(self._on_saved)
        workspace.failed.connect(self._on_failed)
        workspace.told.connect(self._tell_message)
        workspace.article_changed.connect(self.show_article)
        workspace.words_changed.connect(self._on_words)
        workspace.project_changed.connect(self._on_project)
        workspace.articles_changed.connect(self.refresh)
        self._on_project()

    def _build(self) -> None:
        self._progress.setFixedWidth(96)
        self._progress.setTextVisible(False)
        self._retry.hide()
        self._parts = [rule(vertical=True) for _ in range(4)]
        for part in self._parts:
            part.setFixedHeight(16)
        a, b, c, d = self._parts
        end = (c, self._place, d, self._progress_text, self._progress, 4, self._key, self._help)
        layout = row(
            self._mark, self._saved, self._retry, a, self._counts, b, self._tokens, self._told, *end,
            spacing=10, margins=(16, 0, 16, 0),
        )  # fmt: skip
        layout.setStretchFactor(self._told, 1)
        self.setLayout(layout)

    def fit(self, width: int) -> None:
        """Leave out what a narrow window has no room for."""
        opened = self._opened is not None
        told: tuple[QWidget, ...] = (self._tokens, self._parts[1])
        for widget in told:
            widget.setVisible(opened and width >= 1100)
        progress: tuple[QWidget, ...] = (self._progress, self._progress_text, self._parts[3])
        for widget in progress:
            widget.setVisible(self._workspace.project is not None and width >= 960)
        self._help.setVisible(width >= 1100)

    def tell(self, text: str) -> None:
        """Show one line for eight seconds."""
        self._told.setToolTip("")
        self._told.setText(text)
        self._timer.start()

    def show_place(self, text: str) -> None:
        """Show where caret or selection are."""
        self._place.setText(text)

    def show_article(self, opened: OpenArticle | None) -> None:
        """Follow another article."""
        self._opened = opened
        self._words = ("", 0)
        self._place.setText("")
        if opened is not None:
            opened.changed.connect(lambda _: self._show_counts())
        self.refresh()

    def refresh(self) -> None:
        """Show everything as it is now."""
        self._help.setText(tr("Keys"))
        self._retry.setText(tr("Try again"))
        self._show_state(self._mark.state)
        self._show_counts()
        self._show_progress()
        self.fit(self.width())

    def _show_counts(self) -> None:
        opened = self._opened
        layer = opened.layer if opened else None
        marks = (
            ((tr("{n} entities", n=len(layer.entities)), tr("{n} relations", n=len(layer.relations)))) if layer else ()
        )
        self._counts.setText("   ".join(marks))
        name, count = self._words
        self._tokens.setText(tr("{n} tokens · {name}", n=f"{count:,}", name=name) if name else tr("Finding words …"))
        for part in self._parts[:3]:
            part.setVisible(layer is not None)
        self._tokens.setVisible(layer is not None)

    def _show_progress(self) -> None:
        counts = self._workspace.counts()
        total = sum(counts.values())
        self._progress.setRange(0, max(1, total))
        self._progress.setValue(counts["done"])
        self._progress_text.setText(tr("Progress {done}/{total}", done=f"{counts['done']:,}", total=f"{total:,}"))

    def _show_state(self, state: str) -> None:
        self._mark.show_state(state)
        self._retry.setVisible(state == "failed")
        if state == "failed":
            self._saved.set_role("bad")
            self._saved.setText(tr("Not saved; the step was taken back."))
            explain(self._saved, say(self._error.message) if self._error else "")
        elif state == "saving":
            self._saved.set_role("small")
            self._saved.setText(tr("Saving …"))
        elif self._time:
            self._saved.set_role("ok")
            self._saved.setText(tr("Saved {time}", time=self._time))
        else:
            self._saved.set_role("small")
            self._saved.setText(tr("Everything is saved"))
        self._mark.setVisible(self._workspace.project is not None)
        self._saved.setVisible(self._workspace.project is not None)

    def _on_saved(self, number: int) -> None:
        if number:
            self._time = QDateTime.currentDateTime().toString("HH:mm:ss")
        if self._workspace.idle:
            self._show_state("saved")
        self._show_progress()

    def _on_failed(self, error: KhaotagError) -> None:
        self._error = error
        self._show_state("failed")
        self.tell(say(error.message))

    def _on_words(self, name: str, count: int) -> None:
        self._words = (name, count)
        self._show_counts()
        self.fit(self.width())

    def _on_project(self) -> None:
        self._time = ""
        self._mark.state = "saved"
        self.refresh()
        if self._workspace.project is not None:
            for warning in self._workspace.project.warnings:
                self._tell_message(warning)

    def _tell_message(self, message: Message) -> None:
        opened = self._opened
        self.tell(say(named(message, opened.schema, self._look.language) if opened is not None else message))
