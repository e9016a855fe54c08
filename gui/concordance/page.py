"""The page of the concordance: look for a string in all articles, tick places, mark or unmark them in one step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMessageBox, QStackedLayout, QWidget
from typing_extensions import override

from ...models.errors import KhaotagError, Message
from ...storage.jobs.concordance import Batch, Row
from ...storage.jobs.mark_places import MarkReport, mark_places, unmark_places
from ...storage.jobs.search import SearchParams
from .. import keys
from ..dialogs.plain import DetailsDialog, show_error
from ..guard import guarded
from ..look import Look
from ..pages import Room
from ..translate import say, tr
from ..widgets import PlainLabel, column, row, rule
from .delegate import BOX, SIDE, HitDelegate
from .feed import Feed
from .header import HitHeader
from .mark_bar import MarkBar
from .model import ROW, ConcordanceModel, places_of
from .query_bar import QueryBar


class HitList(QListView):
    """The hits; a click into the first column ticks, keys go to *take_key* first."""

    def __init__(self, look: Look, model: ConcordanceModel, take_key: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self._rows, self._take_key = model, take_key
        self.setModel(model)
        self.delegate = HitDelegate(look, self)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        point = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and point.x() < SIDE + BOX + 6:
            self._rows.toggle(self.indexAt(QPoint(4, point.y())).row())

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(event):
            super().keyPressEvent(event)


class ConcordancePage(QWidget):
    """The page; see `Room` for the ways out of it."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.setProperty("pane", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._room, self._workspace = room, room.workspace
        self._steps: list[int] = []
        self._total = (0, 0)
        self.feed, self.model = Feed(room.tasks), ConcordanceModel(self)
        self.bar, self.marking = QueryBar(room.look), MarkBar(room.look)
        self.list = HitList(room.look, self.model, self._take_key)
        self.header = HitHeader(room.look, self.list.delegate)
        self._empty = PlainLabel(role="muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._found = PlainLabel(role="small")
        self._stack = QStackedLayout()
        for widget in (self.list, self._empty):
            self._stack.addWidget(widget)
        self._empty.setContentsMargins(24, 20, 24, 0)
        below = row(self._found, None, margins=(24, 4, 24, 4))
        self.setLayout(
            column(self.bar, rule(), self.header, rule(), self._stack, below, rule(), self.marking, spacing=0)
        )
        self._wire()

    def _wire(self) -> None:
        self.bar.asked.connect(self.look_again)
        self.bar.arranged.connect(self._arrange)
        self.bar.field.returnPressed.connect(self.list.setFocus)
        self.feed.came.connect(self._take)
        self.feed.ended.connect(self._show_end)
        self.feed.failed.connect(partial(show_error, self))
        self.model.ticked.connect(self._show_ticked)
        self.header.all_wanted.connect(lambda on: self.model.tick_shown(on=on))
        self.list.doubleClicked.connect(self._open)
        self.marking.label_chosen.connect(self.look_again)
        self.marking.mark_wanted.connect(self.mark)
        self.marking.unmark_wanted.connect(self.unmark)
        self.marking.conflicts_wanted.connect(lambda: self._show_kind("conflict"))
        self._room.look.changed.connect(self._dress)
        self._workspace.project_changed.connect(self._forget)

    @property
    def is_settled(self) -> bool:
        """Whether nothing more will come."""
        return not self.feed.is_running

    def refresh(self) -> None:
        """Come to the front: labels may be others, and so may the marks."""
        self._dress()
        self.bar.field.setFocus()
        self.bar.field.selectAll()
        self.look_again()

    def look_for(self, text: str, label: str = "") -> None:
        """Look for a string, with a label in hand."""
        if label:
            self.marking.choose(label)
        self.bar.field.setText(text)
        self.look_again()

    def _dress(self) -> None:
        project = self._workspace.project
        schema = project.schema if project else None
        self.bar.refresh(schema)
        self.marking.refresh(schema)
        self.list.delegate.schema = schema
        self._empty.setText(tr("Type what to look for, or choose a label to see all that is marked so."))
        self._show_ticked()
        self.list.viewport().update()

    def _forget(self) -> None:
        self.feed.stop()
        self.model.clear()
        self._steps = []

    def look_again(self) -> None:
        """Look for what the bar says."""
        project, query = self._workspace.project, self.bar.query()
        only = str(self.bar.only.currentData() or "") or None
        self.model.clear()
        self.feed.stop()
        self._stack.setCurrentIndex(1)
        if project is None or not (query.text or only):
            self._empty.setText(tr("Type what to look for, or choose a label to see all that is marked so."))
            self._found.setText("")
            self._show_ticked()
            return
        self._empty.setText(tr("Looking …"))
        self.list.delegate.label = self.marking.label
        self.list.delegate.fit_match(query.text)
        self._total = (0, 0)
        by = self._workspace.by
        params = SearchParams(query, only, by if only else None)
        self.feed.start(project, params, self.marking.label, by)

    def _take(self, batch: Batch) -> None:
        if batch.rows and not self.model.rowCount() and not self.bar.field.text():
            self.list.delegate.fit_match(max((entry.hit.match for entry in batch.rows), key=len))
        self.model.add(batch.rows)
        self._total = (batch.hits, batch.articles)
        if batch.rows and self._stack.currentIndex():
            self._stack.setCurrentIndex(0)
            self.list.setCurrentIndex(self.model.index(0))
        self._show_ticked()
        counts = {"hits": f"{batch.hits:,}", "articles": f"{batch.articles:,}"}
        self._found.setText(tr("{hits} places in {articles} articles …", **counts))

    def _show_end(self, taken: float) -> None:
        hits, articles = self._total
        if not hits:
            self._empty.setText(tr("It stands nowhere. “Any tone” finds it whatever its tone marks."))
        said = tr(
            "{hits} places in {articles} articles · the first after {ms} ms",
            hits=f"{hits:,}",
            articles=f"{articles:,}",
            ms=round(taken * 1000),
        )
        listed = sum(self.model.counts().values())
        if listed < hits:
            said = f"{said} · {tr('the first {n} are listed', n=f'{listed:,}')}"
        self._found.setText(said)

    def _show_ticked(self) -> None:
        counts = self.model.counts()
        self.bar.show_counts(counts, max(self._total[0], sum(counts.values())))
        ticked = len(self.model.ticked_rows())
        self.marking.show_ticked(ticked, counts["marked"], counts["conflict"])
        self.header.room = self.list.viewport().width()
        self.header.show_state(ticked, sum(counts.values()))

    def _arrange(self) -> None:
        self.model.arrange(kind=self.bar.kinds.value() or "all", order=str(self.bar.order.currentData()))

    def _show_kind(self, kind: str) -> None:
        self.bar.kinds.choose(kind)
        self._arrange()

    def _open(self, index: QModelIndex) -> None:
        found = index.data(ROW)
        if isinstance(found, Row):
            self._room.open_article(found.hit.article, found.hit.start)

    # --- changing

    def mark(self) -> None:
        """Mark the ticked places with the label in hand, as one step."""
        self._change(marking=True)

    def unmark(self) -> None:
        """Remove the marks of the label in hand from the ticked places, as one step."""
        self._change(marking=False)

    def _change(self, *, marking: bool, finished: bool | None = None) -> None:
        project, ticked = self._workspace.project, self.model.ticked_rows()
        if project is None or not ticked:
            return
        done = {entry.hit.article for entry in ticked if entry.stand.finished}
        if done and finished is None:
            self._ask_about_finished(len(done), marking=marking)
            return
        label, by, places = self.marking.label, self._workspace.by, places_of(ticked)
        do = mark_places if marking else unmark_places
        self._room.tasks.start(
            lambda *_: do(project, places, label, by, finished=bool(finished)), self._tell, partial(show_error, self)
        )

    def _ask_about_finished(self, count: int, *, marking: bool) -> None:
        box = QMessageBox(self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(tr("Finished articles"))
        box.setText(tr("{n} of these articles are finished. Change them too? They stay finished.", n=count))
        change = box.addButton(tr("Change them too"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(tr("Leave them as they are"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.buttonClicked.connect(
            lambda pressed: (
                self._change(marking=marking, finished=pressed is change) if pressed in (change, leave) else None
            )
        )
        box.open()

    def _tell(self, report: MarkReport) -> None:
        if report.step:
            self._steps.append(report.step)
        self._workspace.take_changes(report.articles)
        if report.refused:
            details = "\n".join(f"{article_id}: {say(why)}" for article_id, why in report.refused)
            sentence = tr(
                "{n} places were changed; {left} articles were left as they are.",
                n=report.places,
                left=len(report.refused),
            )
            DetailsDialog(self, tr("Not everything was changed"), sentence, details).open()
        else:
            told = Message(
                "{n} places changed in {articles} articles · Ctrl+Z takes it back",
                n=report.places,
                articles=len(report.articles),
            )
            self._workspace.told.emit(told)
        self.look_again()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the window's actions do while this page is in front."""
        return {"undo": self.undo}

    def undo(self) -> None:
        """Take back the last step that was made here."""
        project = self._workspace.project
        if project is None or not self._steps:
            return
        step = self._steps.pop()
        by = self._workspace.by
        self._room.tasks.start(
            lambda *_: project.take_back(step, by), lambda made: self._took_back(len(made)), self._not_taken_back
        )

    def _took_back(self, count: int) -> None:
        self._workspace.take_changes()
        self._workspace.told.emit(Message("Taken back in {n} articles.", n=count))
        self.look_again()

    def _not_taken_back(self, error: KhaotagError) -> None:
        show_error(self, error)
        self.look_again()

    # --- keys

    def _take_key(self, event: QKeyEvent) -> bool:
        pressed = keys.physical(event)
        key, held = pressed.key(), pressed.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_A:
            self.model.tick_shown(on=True)
            return True
        if held == Qt.KeyboardModifier.ControlModifier and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.list.currentIndex())
            return True
        return held == Qt.KeyboardModifier.NoModifier and self._take_plain_key(key)

    def _take_plain_key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.mark()
        elif key == Qt.Key.Key_Space:
            self.model.toggle(self.list.currentIndex().row())
        elif key == Qt.Key.Key_Right:
            self._open(self.list.currentIndex())
        elif key == Qt.Key.Key_Delete:
            self.unmark()
        elif key == Qt.Key.Key_Escape:
            self.bar.field.setFocus()
        elif (label := self._label_of(key)) is not None:
            self.marking.choose(label)
        else:
            return False
        return True

    def _label_of(self, key: int) -> str | None:
        project = self._workspace.project
        char = chr(key).lower() if 0x20 < key < 0x7F else ""
        for kind in project.schema.entities if project and char else ():
            if kind.key == char and not kind.archived:
                return kind.id
        return None
