"""Sharing: sends one's work as a bundle, and merges the bundles of others after a look at what will change."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ...models.errors import Message
from ...storage.bundle_file import SUFFIX
from ...storage.jobs.bundle import BundleParams, BundleReport, bundle
from ...storage.jobs.merge_report import MergeReport
from ..dialogs.plain import show_error
from ..look import Look
from ..tasks import Tasks
from ..translate import tr
from ..workspace import Workspace
from .merge_dialog import MergeDialog


class Sharing:
    """What the actions “send” and “merge” do."""

    def __init__(self, window: QWidget, look: Look, workspace: Workspace, tasks: Tasks) -> None:
        self._window, self._look, self._workspace, self._tasks = window, look, workspace, tasks

    def ask_where(self, *, whole: bool) -> None:
        """Ask for a file to write one's own work into, or the *whole* project."""
        project = self._workspace.project
        if project is None:
            return
        name = project.name if whole else f"{project.name} {self._workspace.by}"
        title = tr("Send the whole project …") if whole else tr("Send a copy of my work …")
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, f"{name}{SUFFIX}", f"(*{SUFFIX})")
        if chosen:
            path = Path(chosen)
            self.send(path if path.suffix else path.with_name(path.name + SUFFIX), whole=whole)

    def send(self, path: Path, *, whole: bool) -> None:
        """Write a bundle."""
        project = self._workspace.project
        if project is None:
            return
        params = BundleParams(None if whole else self._workspace.by)
        self._tasks.start(
            lambda progress, stopped: bundle(project, path, params, progress, stopped),
            partial(self._tell_sent, path),
            partial(show_error, self._window),
        )

    def _tell_sent(self, path: Path, report: BundleReport) -> None:
        sentence = Message(
            "“{path}” holds {articles} articles with {layers} layers. Send the file; its reader merges it.",
            path=path,
            articles=report.articles,
            layers=report.layers,
        )
        self._workspace.told.emit(sentence)

    def ask_which(self) -> None:
        """Ask for bundles and merge them."""
        chosen, _ = QFileDialog.getOpenFileNames(self._window, tr("Merge a bundle …"), "", f"(*{SUFFIX})")
        self.merge([Path(name) for name in chosen])

    def merge(self, paths: Sequence[Path]) -> None:
        """Show what the first bundle will change; the others follow one by one."""
        project = self._workspace.project
        if project is None or not paths:
            return
        dialog = MergeDialog(self._window, self._look, project, self._tasks, paths[0])
        dialog.merged.connect(self._tell_merged)
        dialog.finished.connect(lambda _: self.merge(paths[1:]))
        dialog.open()

    def _tell_merged(self, report: MergeReport) -> None:
        self._workspace.take_changes()
        self._workspace.told.emit(
            Message(
                "Merged. {n} differences are reported; the team page settles what was kept beside.",
                n=len(report.conflicts),
            )
            if report.conflicts
            else Message(
                "Merged: {added} new layers, {updated} newer ones.",
                added=report.layers_added,
                updated=report.layers_updated,
            )
        )
