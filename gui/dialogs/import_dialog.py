"""Imports files and folders: what to import, progress, and a report that names whatever was left out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QListWidget, QPlainTextEdit, QProgressBar, QWidget
from typing_extensions import override

from ...models.errors import KhaotagError
from ...storage.formats.contract import Problem
from ...storage.formats.registry import FORMATS
from ...storage.jobs.import_files import ImportParams, ImportReport, import_files
from ...storage.jobs.preview_import import ImportPreview, preview_import
from ..combo import CheckBox, ComboBox
from ..guard import guarded
from ..look import Look
from ..tasks import Task, Tasks
from ..translate import say, tr
from ..widgets import PlainLabel, button, clear, row
from ..workspace import Workspace
from .import_preview import Recognised
from .plain import PlainDialog


def problem_line(problem: Problem) -> str:
    """Return one line of the report: what happened to which record, and why."""
    what = tr("rejected") if problem.rejected else tr("warning")
    place = ", ".join(part for part in (problem.source, str(problem.record)) if part)
    return f"{what}: {place}: {say(problem.reason)}"


def report_text(report: ImportReport) -> str:
    """Return what an import did in one sentence."""
    return tr(
        "{imported} new articles, {duplicates} that were there already, {entities} entities, {relations} relations; "
        "{rejected} records rejected, {warnings} warnings.",
        imported=report.imported,
        duplicates=report.duplicates,
        entities=report.entities,
        relations=report.relations,
        rejected=len(report.rejected),
        warnings=len(report.warnings),
    )


class ImportDialog(PlainDialog):
    """Files, options, progress, report."""

    def __init__(self, parent: QWidget, look: Look, workspace: Workspace, tasks: Tasks) -> None:
        super().__init__(parent, tr("Import articles"), 600)
        self._workspace, self._tasks = workspace, tasks
        self._paths: list[Path] = []
        self._task: Task | None = None
        self.report: ImportReport | None = None
        self.setAcceptDrops(True)
        self._hint = PlainLabel(tr("Drop files or folders here. They stay where they are."), "muted", wrap=True)
        self.files = QListWidget()
        self.files.setProperty("box", True)
        self.files.setFixedHeight(112)
        files, folder = button(tr("Files …")), button(tr("Folder …"))
        files.clicked.connect(self._choose_files)
        folder.clicked.connect(self._choose_folder)
        self.format = ComboBox(look)
        self.format.addItem(tr("By content"), None)
        for name, known in FORMATS.items():
            if known.reader is not None:
                self.format.addItem(name, name)
        self.format.setAccessibleName(tr("Format"))
        self.recognised = Recognised(look)
        self._looking: Task | None = None
        self._turn = 0
        self.format.activated.connect(lambda _: self._look())
        self.strict = CheckBox(look, tr("All or nothing: any problem takes everything back"))
        self._options = QWidget()
        self._options.setLayout(row(PlainLabel(tr("Format"), "muted"), self.format, self.strict, spacing=12))
        self._bar, self._text, self.details = QProgressBar(), PlainLabel(wrap=True), QPlainTextEdit()
        self._bar.setTextVisible(False)
        self.details.setReadOnly(True)
        self.details.setMinimumHeight(140)
        for hidden in (self._bar, self._text, self.details):
            hidden.hide()
        self._choices = row(files, folder, None)
        self.body.addWidget(self._hint)
        self.body.addWidget(self.files)
        self.body.addLayout(self._choices)
        below: tuple[QWidget, ...] = (self._options, self.recognised, self._bar, self._text, self.details)
        for widget in below:
            self.body.addWidget(widget)
        self._copy = button(tr("Copy the report"))
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._whole_report()))
        self._copy.hide()
        self.buttons.insertWidget(0, self._copy)
        self.add_buttons(tr("Import"), tr("Cancel"))
        self.accept_button.setEnabled(False)

    def add(self, paths: Sequence[Path]) -> None:
        """Add files or folders."""
        for path in paths:
            if path not in self._paths:
                self._paths.append(path)
                self.files.addItem(str(path))
        self.accept_button.setEnabled(bool(self._paths))
        self._look()

    def _params(self) -> ImportParams:
        return ImportParams(
            tuple(self._paths),
            self.format.currentData(),
            self._workspace.by,
            known_types=not self.recognised.adds_types,
            strict=self.strict.isChecked(),
        )

    def _look(self) -> None:
        """Tell what the files hold before they are imported."""
        project = self._workspace.project
        if project is None or not self._paths or self._task is not None:
            return
        self._stop_looking()
        params, turn = self._params(), self._turn
        self.recognised.show_waiting()
        self._looking = self._tasks.start(
            lambda _, stopped: preview_import(project, params, stopped),
            lambda found: self._seen(turn, found),
            lambda error: self._unseen(turn, error),
            quiet=True,
        )

    def _stop_looking(self) -> None:
        self._turn += 1
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None

    def _seen(self, turn: int, found: ImportPreview) -> None:
        if turn == self._turn:
            self._looking = None
            self.recognised.show_preview(found)
            self.adjustSize()

    def _unseen(self, turn: int, error: KhaotagError) -> None:
        if turn == self._turn:
            self._looking = None
            self.recognised.show_failure(say(error.message))

    def begin(self) -> None:
        """Import what was added."""
        project = self._workspace.project
        if project is None or not self._paths or self._task is not None:
            return
        params = self._params()
        self._stop_looking()
        self.accept_button.setEnabled(False)
        self._options.setEnabled(False)
        self._bar.setRange(0, 0)
        self._bar.show()
        self._task = self._tasks.start(
            lambda progress, stopped: import_files(project, params, progress, stopped), self._done, self._failed
        )
        self._task.progressed.connect(self._progress)

    def _progress(self, done: int, total: int | None) -> None:
        self._bar.setRange(0, total or 0)
        self._bar.setValue(done)
        self._text.setText(tr("{done} of {total} read", done=f"{done:,}", total=f"{total:,}" if total else "…"))
        self._text.show()

    def _done(self, report: ImportReport) -> None:
        self.report = report
        self._end()
        self._text.setText(report_text(report))
        problems = [*report.rejected, *report.warnings]
        self.details.setPlainText("\n".join(problem_line(problem) for problem in problems))
        self.details.setVisible(bool(problems))
        self._workspace.take_import(report.articles)

    def _failed(self, error: KhaotagError) -> None:
        self._end()
        self._text.setText(say(error.message))
        self._text.set_role("bad")
        self._workspace.take_import([])

    def _end(self) -> None:
        self._task = None
        self._bar.hide()
        for widget in (self._hint, self.files, self._options, self.recognised):
            widget.hide()
        clear(self._choices)
        self._text.show()
        self._copy.show()
        self.reject_button.hide()
        self.accept_button.setText(tr("Close"))
        self.accept_button.setEnabled(True)
        self.accept_button.setFocus()

    def _whole_report(self) -> str:
        return f"{self._text.text()}\n{self.details.toPlainText()}".strip()

    def _choose_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, tr("Import articles"))
        self.add([Path(name) for name in names])

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Import articles"))
        if name:
            self.add([Path(name)])

    @override
    @guarded()
    def accept(self) -> None:
        if self.report is None and not self._copy.isVisible():
            self.begin()
        else:
            super().accept()

    @override
    @guarded()
    def reject(self) -> None:
        if self._task is not None:
            self._task.cancel()
        else:
            self._stop_looking()
            super().reject()

    @override
    @guarded()
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    @override
    @guarded()
    def dropEvent(self, event: QDropEvent) -> None:
        self.add([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()
