"""The page of the dashboard: progress, counts and agreement as charts; each number leads to what is behind it."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QScrollArea, QWidget
from typing_extensions import override

from ...models.agreement_values import Agreement, PairAgreement
from ...models.errors import KhaotagError, Message
from ...storage.jobs.agree import write_table
from ...storage.jobs.know_people import hidden_names
from ...storage.jobs.progress import Progress
from ..combo import ComboBox
from ..dialogs.plain import show_error
from ..guard import guarded
from ..pages import Room
from ..panels.line_list import MOST
from ..translate import tr
from ..widgets import PlainLabel, button, column, row, rule
from .behind import Behind
from .card import SIDE, Card
from .chart import Chart
from .columns import Columns
from .conflict_list import ConflictList
from .confusion import Confusion
from .days import DaysChart
from .disputed import DisputedArticles
from .heat_map import HeatMap, measures
from .label_bars import DisputeBars, LabelBars
from .measuring import Compared, Measuring
from .people_bars import PeopleBars
from .saving import save_chart

_PLANS = {
    1: (("people", "days", "disputed", "heat", "disputes", "confusion", "labels"),),
    2: (("people", "days", "labels", "confusion"), ("disputed", "heat", "disputes")),
    3: (("people", "days", "disputed"), ("labels", "confusion"), ("heat", "disputes")),
}
_REST = 1500  # milliseconds without a change before it is measured again


class DashboardPage(QWidget):
    """The page; see `Room` for the ways out of it."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.setProperty("pane", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._room, self._workspace, look = room, room.workspace, room.look
        self.hidden = False
        self._names: dict[str, str] = {}
        self._progress: Progress | None = None
        self._compared: Compared | None = None
        self.measuring = Measuring(room.tasks)
        self.measure, self.pair = ComboBox(look), ComboBox(look)
        self.people, self.days, self.labels = PeopleBars(look), DaysChart(look), LabelBars(look)
        self.heat, self.disputes, self.confusion = HeatMap(look), DisputeBars(look), Confusion(look)
        self.disputed = DisputedArticles(look)
        self.cards = {
            "people": Card(look, self.people),
            "days": Card(look, self.days),
            "labels": Card(look, self.labels),
            "heat": Card(look, self.heat, self.measure),
            "disputes": Card(look, self.disputes),
            "confusion": Card(look, self.confusion, self.pair),
            "disputed": Card(look, self.disputed),
        }
        self._title, self._articles, self._people = (
            PlainLabel(role="title"),
            PlainLabel(role="pill"),
            PlainLabel(role="pill"),
        )
        self._state = PlainLabel(role="small")
        self._aliases, self._table = button(kind="link"), button(kind="link")
        self._rest = QTimer(self)
        self._build()
        self._wire()

    def _build(self) -> None:
        head = row(
            self._title, self._articles, self._people, None, self._state, self._aliases, self._table,
            margins=(SIDE, 8, 16, 8), spacing=10,
        )  # fmt: skip
        self.columns = Columns(self.cards, _PLANS)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.columns)
        self.setLayout(column(head, rule(), area, spacing=0))
        for combo in (self.measure, self.pair):
            combo.setFixedWidth(152)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)

    def _wire(self) -> None:
        self._rest.timeout.connect(self._measure)
        self.measuring.progressed.connect(self._take_progress)
        self.measuring.compared.connect(self._take_compared)
        self.measuring.counted.connect(self._show_count)
        self.measuring.failed.connect(partial(show_error, self))
        for chart in (self.labels, self.heat, self.disputes, self.confusion):
            chart.chosen.connect(self.list_conflicts)
        self.disputed.chosen.connect(self.open_review)
        for card in self.cards.values():
            card.save_wanted.connect(self.save)
        self.measure.activated.connect(lambda _: self._show_heat())
        self.pair.activated.connect(lambda _: self._show_confusion())
        self._aliases.clicked.connect(self._hide_names)
        self._table.clicked.connect(self._ask_for_table)
        self._room.look.changed.connect(self._dress)
        self._workspace.project_changed.connect(self._forget)
        self._workspace.saved.connect(lambda _: self._follow())
        self._workspace.articles_changed.connect(self._follow)

    @property
    def is_settled(self) -> bool:
        """Whether nothing more will come."""
        return not self.measuring.is_running and not self._rest.isActive()

    def refresh(self) -> None:
        """Come to the front: what was changed since is measured anew."""
        self._dress()
        self._measure()
        self.people.setFocus()

    def _measure(self) -> None:
        if self._workspace.project is not None:
            self.measuring.ask(self._workspace.project)
            self._show_state()

    def _follow(self) -> None:
        if self.isVisible():
            self._rest.start()

    @override
    @guarded()
    def hideEvent(self, event: QHideEvent) -> None:
        # Who tags on another page is not to wait for numbers that nobody looks at.
        if not event.spontaneous():
            self._rest.stop()
            self.measuring.stop()

    def _forget(self) -> None:
        self.measuring.forget()
        self._progress = self._compared = None
        self._names = {}

    # --- what is shown

    def _dress(self) -> None:
        project, language = self._workspace.project, self._room.look.language
        self._title.setText(tr("Dashboard"))
        self._aliases.setText(tr("Show names") if self.hidden else tr("Hide names"))
        self._table.setText(tr("Save the table …"))
        self._names = {}
        if project is not None and self.hidden:
            self._names = {name: words.in_language(language) for name, words in hidden_names(project).items()}
        chosen = self.measure.currentData() or "exact"
        self.measure.clear()
        for name, measure in measures().items():
            self.measure.addItem(measure.name, name)
        self.measure.setCurrentIndex(self.measure.findData(chosen))
        self.measure.setAccessibleName(tr("Measure"))
        self.pair.setAccessibleName(tr("Whose labels"))
        self._show_progress()
        self._show_compared()

    def _hide_names(self) -> None:
        self.hidden = not self.hidden
        self._dress()

    def _take_progress(self, found: Progress) -> None:
        self._progress = found
        self._show_progress()
        self._show_state()

    def _take_compared(self, found: Compared | None) -> None:
        if found is not None:
            self._compared = found
            self._show_compared()
        self._state.setText(tr("measured at {time}", time=f"{datetime.now().astimezone():%H:%M:%S}"))

    def _show_count(self, done: int, of: int) -> None:
        self._state.setText(tr("comparing {done} of {total} articles …", done=f"{done:,}", total=f"{of:,}"))

    def _show_state(self) -> None:
        if self.measuring.is_running:
            self._state.setText(tr("measuring …"))

    def _show_progress(self) -> None:
        found, project = self._progress, self._workspace.project
        people = found.people if found is not None else ()
        for chart in (self.people, self.days, self.labels):
            chart.is_waiting = found is None
        self._articles.setText(tr("{n} articles", n=f"{found.articles:,}" if found is not None else "…"))
        self._people.setText(tr("{n} people", n=len(people)))
        self.people.show_people(people, self._names)
        self.days.show_days(found.days if found is not None else ())
        if project is not None:
            self.labels.show_counts(project.schema, found.labels if found is not None else {})
        self.cards["people"].say(tr("finished · in progress · not begun"))
        self.cards["days"].say("")
        total = sum(found.labels.values()) if found is not None else 0
        self.cards["labels"].say(tr("{n} entities · gold, else finished layers", n=f"{total:,}"))

    def _show_compared(self) -> None:
        project, found = self._workspace.project, self._compared
        if project is None:
            return
        labels = found.agreement.labels if found is not None else ()
        for chart in (self.disputes, self.disputed, self.heat, self.confusion):
            chart.is_waiting = found is None
        self.disputes.show_labels(project.schema, labels)
        self.disputed.show_articles(found.disputed if found is not None else ())
        self.cards["disputes"].say(tr("all pairs together"))
        self.cards["disputed"].say(tr("Enter opens the review"))
        self._table.setEnabled(found is not None)
        self._offer_pairs()
        self._show_heat()
        self._show_confusion()

    def _agreement(self) -> Agreement | None:
        return self._compared.agreement if self._compared is not None else None

    def _offer_pairs(self) -> None:
        chosen, found = self.pair.currentData(), self._agreement()
        self.pair.clear()
        for pair in found.pairs if found is not None else ():
            names = (self._names.get(name, name) for name in (pair.a, pair.b))
            self.pair.addItem(" – ".join(names), (pair.a, pair.b))
        places = [self.pair.itemData(at) for at in range(self.pair.count())]
        self.pair.setCurrentIndex(places.index(chosen) if chosen in places else 0)
        self.pair.setVisible(bool(places))

    def _show_heat(self) -> None:
        self.heat.show_agreement(self._agreement(), self._names, str(self.measure.currentData() or "exact"))
        self.cards["heat"].say(tr("small: n"))

    def _show_confusion(self) -> None:
        project = self._workspace.project
        if project is not None:
            self.confusion.show_pair(project.schema, self._pair(), self._names)
            self.cards["confusion"].say("")

    def _pair(self) -> PairAgreement | None:
        found, chosen = self._agreement(), self.pair.currentData()
        pairs = found.pairs if found is not None else ()
        return next((pair for pair in pairs if (pair.a, pair.b) == chosen), None)

    # --- ways out

    def list_conflicts(self, behind: Behind) -> None:
        """List the conflicts that a number counts; a pair's are shown in the confusion matrix as well."""
        project, found = self._workspace.project, self._agreement()
        if project is None or found is None:
            return
        conflicts = [conflict for conflict in found.conflicts if behind.holds(conflict)]
        if not conflicts:
            self._workspace.told.emit(Message("No conflict is behind this number."))
            return
        dialog = ConflictList(self, self._room.look, behind.title, conflicts)
        dialog.chosen.connect(self.open_review)
        names, schema = dict(self._names), project.schema
        wanted = sorted({conflict.article for conflict in conflicts[:MOST]})

        def show(texts: dict[str, str]) -> None:
            dialog.show_conflicts(texts, schema, names)
            dialog.open()

        self._room.tasks.start(
            lambda *_: {one: project.read(one).text for one in wanted}, show, partial(show_error, self), quiet=True
        )

    def open_review(self, article_id: str) -> None:
        """Open an article in the review."""
        self._workspace.open_article(article_id)
        self._room.run("review")

    def save(self, chart: Chart, path: Path) -> None:
        """Save a chart as a picture."""
        project = self._workspace.project
        try:
            if project is not None:
                project.refuse_as_target(path)
            save_chart(chart, path)
        except KhaotagError as error:
            show_error(self, error)
        else:
            self._workspace.told.emit(Message("“{path}” is written.", path=path))

    def _ask_for_table(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, tr("Save the table …"), "agreement.csv", "(*.csv)")
        if name:
            self.save_table(Path(name))

    def save_table(self, path: Path) -> None:
        """Save every number of the agreement as CSV."""
        project, found = self._workspace.project, self._agreement()
        if project is None or found is None:
            return
        try:
            project.refuse_as_target(path)
            write_table(found, path)
        except KhaotagError as error:
            show_error(self, error)
        else:
            self._workspace.told.emit(Message("“{path}” is written.", path=path))
