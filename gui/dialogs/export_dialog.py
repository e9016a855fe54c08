"""The export dialog: format, choices, a preview of the output, and the losses to be acknowledged before it writes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontDatabase, QFontInfo, QTextOption
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QProgressBar, QScrollArea, QWidget
from typing_extensions import override

from ...models.errors import KhaotagError
from ...storage.jobs.export import export, preview, survey
from ...storage.jobs.export_params import ExportParams
from ...storage.jobs.export_report import ExportReport
from ...storage.jobs.recipes import LAST, recipe, save_recipe
from ...storage.project import Project
from ..combo import CheckBox
from ..guard import guarded
from ..look import Look
from ..tasks import Progress, Stopped, Task, Tasks
from ..translate import say, tr
from ..widgets import PlainLabel, button, column, row, rule
from ..workspace import Workspace
from .export_options import ExportOptions
from .format_list import FormatList
from .losses import Losses
from .plain import DetailsDialog
from .recipe_bar import RecipeBar, RecipeDialog

_REST = 150
_PREVIEWED = 2
_PREVIEW_CHARS = 20_000
_LONG_LINE = 300
_BAR = 16  # what a scroll bar takes of the choices
_NO_WRAP = QPlainTextEdit.LineWrapMode.NoWrap


class ExportDialog(QDialog):
    """The dialog; whatever it shows of losses was counted with the present choices."""

    def __init__(self, parent: QWidget, look: Look, workspace: Workspace, tasks: Tasks) -> None:
        super().__init__(parent)
        project = workspace.project
        assert project is not None
        self._project, self._workspace, self._tasks = project, workspace, tasks
        self._task: Task | None = None
        self._counting: Task | None = None
        self._turn = 0
        self.report: ExportReport | None = None
        self.setWindowTitle(tr("Export a dataset"))
        self.setMinimumSize(820, 520)
        self.resize(min(1056, parent.width() - 32), min(744, parent.height() - 32))
        self.formats, self.options, self.losses = FormatList(), ExportOptions(look, project), Losses()
        self.recipes = RecipeBar(look, project)
        self.save = button(tr("Save as a recipe …"))
        self.preview = QPlainTextEdit()
        self.known = CheckBox(look, tr("I know what is lost"))
        self._told = PlainLabel(tr("Written files are read back and compared before they get their names."), "small")
        self._bar = QProgressBar()
        self._cancel, self.write = button(tr("Cancel")), button("", "primary")
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST)
        self._timer.timeout.connect(self._count)
        self.options.changed.connect(self._wait)
        self.options.target_changed.connect(self._refresh)
        self.known.toggled.connect(lambda _: self._refresh())
        self._cancel.clicked.connect(self.reject)
        self.write.clicked.connect(self.begin)
        self.save.clicked.connect(self._ask_name)
        self.save.setVisible(project.writable)
        self.recipes.chosen.connect(self.take_recipe)
        self.formats.currentRowChanged.connect(self._on_format)
        self.formats.setCurrentRow(0)

    def _build(self) -> None:
        mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.preview.setReadOnly(True)
        self.preview.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.preview.setLineWrapMode(_NO_WRAP)
        families = f"'{QFontInfo(mono).family()}', 'IBM Plex Sans Thai'"
        self.preview.setStyleSheet(f"QPlainTextEdit {{ font-family: {families}; border: 0; border-radius: 0; }}")
        self.preview.setAccessibleName(tr("Preview"))
        self._bar.setTextVisible(False)
        self._bar.hide()
        left, right = QWidget(), QWidget()
        left.setProperty("pane", "panel")
        left.setFixedWidth(208)
        left.setLayout(column(PlainLabel(tr("Format"), "heading"), self.formats, margins=(12, 16, 8, 12)))
        area, choices = _scrolled(self.losses), _scrolled(self.options)
        choices.setMinimumWidth(self.options.minimumSizeHint().width() + _BAR)
        right.setProperty("pane", "panel")
        caption = row(PlainLabel(tr("Preview"), "heading"), None, margins=(20, 12, 20, 8))
        right.setLayout(column(caption, rule(), self.preview, rule(), area, spacing=0))
        body = row(left, rule(vertical=True), choices, rule(vertical=True), right, spacing=0)
        body.setStretch(2, 1)
        body.setStretch(4, 1)
        foot = row(
            self.known, self._told, None, self.save, self._cancel, self.write, spacing=12, margins=(24, 12, 24, 12)
        )
        head = row(PlainLabel(tr("Export a dataset"), "title"), None, self.recipes, margins=(24, 14, 24, 12))
        self.setLayout(column(head, rule(), body, self._bar, rule(), foot, spacing=0))

    def choose_format(self, name: str) -> None:
        """Choose a format by its name."""
        self.formats.choose(name)

    def _on_format(self, place: int) -> None:
        if place >= 0:
            self.options.show_format(self.formats.name_at(place))

    def take_recipe(self, name: str) -> None:
        """Show the choices that were kept under a name."""
        try:
            params = recipe(self._project, name)
        except KhaotagError as error:
            self._tell(error)
            return
        self.options.show_params(params)
        self.choose_format(params.format)
        self.recipes.refresh(name)

    def _ask_name(self) -> None:
        dialog = RecipeDialog(self)
        dialog.named.connect(self.keep)
        dialog.open()

    def keep(self, name: str) -> None:
        """Keep the present choices under a name."""
        project, params = self._project, self.options.params()
        self._tasks.start(
            lambda _, __: save_recipe(project, name, params),
            lambda _: self.recipes.refresh(" ".join(name.split())),
            self._tell,
            quiet=True,
        )

    def _wait(self) -> None:
        self.report = None
        self.known.setChecked(False)
        self.losses.show_waiting()
        self.recipes.forget()
        self._refresh()
        self._timer.start()

    def _count(self) -> None:
        self._turn += 1
        if self._counting is not None:
            self._counting.cancel()
        project, params, turn = self._project, self.options.params(), self._turn

        def work(_: Progress, stopped: Stopped) -> tuple[str, ExportReport]:
            shown = preview(project, params, _PREVIEWED)[:_PREVIEW_CHARS]
            return shown, survey(project, params, cancelled=stopped)

        self._counting = self._tasks.start(
            work,
            lambda answer: self._show(turn, *answer),
            lambda error: self._show_failure(turn, error),
            quiet=True,
        )

    def _show(self, turn: int, shown: str, report: ExportReport) -> None:
        if turn != self._turn:
            return
        self._counting = None
        self.report = report
        # A table keeps its columns; a record on one long line is folded.
        long = any(len(line) > _LONG_LINE for line in shown.split("\n"))
        self.preview.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth if long else _NO_WRAP)
        self.preview.setPlainText(shown)
        self.losses.show_report(report)
        self.options.split.show_report(report)
        self._refresh()

    def _show_failure(self, turn: int, error: KhaotagError) -> None:
        if turn == self._turn:
            self._counting = None
            self.preview.setPlainText("")
            self.losses.show_failure(say(error.message))
            self._refresh()

    def _refresh(self) -> None:
        report = self.report
        lossy = report is not None and bool(report.dropped)
        self.known.setVisible(lossy)
        count = report.articles if report else 0
        self.write.setText(tr("Export {n} articles", n=f"{count:,}"))
        ready = report is not None and count > 0 and self.options.out() is not None and self._task is None
        self.write.setEnabled(ready and (not lossy or self.known.isChecked()))

    def begin(self) -> None:
        """Write, unless losses are not acknowledged."""
        out = self.options.out()
        if out is None or not self.write.isEnabled():
            return
        project, params = self._project, self.options.params()
        self._bar.setRange(0, 0)
        self._bar.show()
        self._task = self._tasks.start(
            lambda progress, stopped: _exported(project, out, params, progress, stopped),
            lambda report: self._done(out, report),
            self._failed,
        )
        self._task.progressed.connect(self._progress)
        self._refresh()

    def _progress(self, done: int, total: int | None) -> None:
        self._bar.setRange(0, total or 0)
        self._bar.setValue(done)

    def _done(self, out: Path, report: ExportReport) -> None:
        self._task = None
        parent = self.parentWidget()
        self.accept()
        sentence = tr(
            "{articles} articles, {entities} entities and {relations} relations were written to {out}.",
            articles=f"{report.articles:,}",
            entities=f"{report.entities:,}",
            relations=f"{report.relations:,}",
            out=out,
        )
        files = [f"{file.path}  sha256 {file.sha256}" for file in report.files]
        lost = [f"{loss.article}  {loss.what}: {say(loss.why)}" for loss in report.dropped]
        DetailsDialog(parent, tr("Exported"), sentence, "\n".join([*files, *lost])).open()

    def _failed(self, error: KhaotagError) -> None:
        self._task = None
        self._bar.hide()
        self._tell(error)

    def _tell(self, error: KhaotagError) -> None:
        self._told.set_role("bad")
        self._told.setText(say(error.message))
        self._refresh()

    @override
    @guarded()
    def reject(self) -> None:
        if self._task is not None:
            self._task.cancel()
            return
        if self._counting is not None:
            self._counting.cancel()
        self._turn += 1
        super().reject()


def _exported(project: Project, out: Path, params: ExportParams, progress: Progress, stopped: Stopped) -> ExportReport:
    """Export, and remember the choices as the last ones."""
    report = export(project, out, params, progress, stopped)
    if project.writable:
        save_recipe(project, LAST, params)
    return report


def _scrolled(inner: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    area.viewport().setAutoFillBackground(False)
    inner.setAutoFillBackground(False)
    return area
