"""Shows what merging a bundle will change, asks what strange types mean, and merges in one step."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from ...models.errors import KhaotagError
from ...models.renaming import LabelMap
from ...models.schema import EntityType, RelationType
from ...storage.jobs.merge import MergeParams, merge, plan_merge
from ...storage.jobs.merge_report import MergePlan, MergeReport
from ...storage.project import Project
from ..combo import ComboBox
from ..dialogs.plain import PlainDialog
from ..guard import guarded
from ..look import Look
from ..panels.line_list import Line, LineList
from ..tasks import Task, Tasks
from ..translate import say, tr
from ..widgets import PlainLabel


class MergeDialog(PlainDialog):
    """The preview. *Signal:* `merged(MergeReport)` after it was done."""

    merged = Signal(object)

    def __init__(self, parent: QWidget, look: Look, project: Project, tasks: Tasks, path: Path) -> None:
        super().__init__(parent, tr("Merge “{name}”", name=path.name), 560)
        self._look, self._project, self._tasks, self._path = look, project, tasks, path
        self.plan: MergePlan | None = None
        self.choices: dict[tuple[str, str], ComboBox] = {}
        self._task: Task | None = None
        self._is_merging = self._is_gone = False
        self.state = PlainLabel(wrap=True)
        self._types = PlainLabel(role="small", wrap=True)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self.list = LineList(look, tr("What is reported"))
        self.list.setMinimumHeight(150)
        for widget in (self.state, self._types):
            self.body.addWidget(widget)
        self.body.addLayout(self._grid)
        self.body.addWidget(self.list)
        self._types.hide()
        self.list.hide()
        self.add_buttons(tr("Merge"), tr("Cancel"))
        self._ask(LabelMap())

    @property
    def labels(self) -> LabelMap:
        """Which of our types each strange one was said to be."""
        chosen = {key: str(combo.currentData()) for key, combo in self.choices.items() if combo.currentData()}
        return LabelMap(
            {label: ours for (kind, label), ours in chosen.items() if kind == "entity"},
            {label: ours for (kind, label), ours in chosen.items() if kind == "relation"},
        )

    # --- the preview

    def _ask(self, labels: LabelMap) -> None:
        self.state.setText(tr("Finding out what would change …"))
        self.accept_button.setEnabled(False)
        project, path = self._project, self._path
        if self._task is not None:
            self._task.cancel()
        self._task = self._tasks.start(
            lambda progress, stopped: plan_merge(project, path, MergeParams(labels), progress, stopped),
            partial(self._take_plan, labels),
            self._refuse,
        )

    def _take_plan(self, labels: LabelMap, plan: MergePlan) -> None:
        if self._is_gone:
            return
        self._task = None
        if not self.choices and (plan.schema.entities or plan.schema.relations):
            self._offer_types(plan)
            if self.labels != labels:
                self._ask(self.labels)
                return
        if self.labels != labels:
            return
        self.plan = plan
        self._show_plan(plan)

    def _show_plan(self, plan: MergePlan) -> None:
        report = plan.report
        self.state.setText(
            tr("All of it is here already. Merging it again changes nothing.")
            if plan.changes_nothing
            else tr(
                "New articles: {articles}. New layers: {added}, newer ones: {updated}; {unchanged} stay as they are.",
                articles=f"{report.articles:,}",
                added=f"{report.layers_added:,}",
                updated=f"{report.layers_updated:,}",
                unchanged=f"{report.unchanged:,}",
            )
        )
        lines = [
            Line(say(one.reason), " · ".join(part for part in (one.article, one.annotator) if part), data=at)
            for at, one in enumerate(report.conflicts)
        ]
        lines += [Line(say(one.reason), one.record, data=one) for one in report.rejected]
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))
        self.accept_button.setEnabled(not plan.changes_nothing)
        (self.reject_button if plan.changes_nothing else self.accept_button).setFocus()
        if lines and not plan.changes_nothing:
            kept = tr("{n} differences are reported below; what is here stays.", n=len(lines))
            self.state.setText(f"{self.state.text()} {kept}")

    def _offer_types(self, plan: MergePlan) -> None:
        """Ask what each type is that ours does not have; the likely one is proposed."""
        union, schema = plan.schema, self._project.schema
        self._types.setText(tr("The other project has types that this one does not know. What are they?"))
        self._types.show()
        kinds: tuple[tuple[str, tuple[str, ...], Mapping[str, EntityType | RelationType], Mapping[str, str]], ...] = (
            ("entity", union.entities, schema.entity_types, union.alike.entities),
            ("relation", union.relations, schema.relation_types, union.alike.relations),
        )
        for kind, labels, ours, alike in kinds:
            for label in labels:
                combo = ComboBox(self._look)
                combo.setAccessibleName(tr("What “{label}” is", label=label))
                combo.addItem(tr("A new type"), "")
                for one in ours.values():
                    combo.addItem(f"{one.name.in_language(self._look.language)} · {one.id}", one.id)
                combo.setCurrentIndex(max(0, combo.findData(alike.get(label, ""))))
                combo.activated.connect(lambda _: self._ask(self.labels))
                line = self._grid.rowCount()
                self._grid.addWidget(PlainLabel(label), line, 0)
                self._grid.addWidget(combo, line, 1)
                self.choices[kind, label] = combo

    def _refuse(self, error: KhaotagError) -> None:
        if self._is_gone or (self._task is not None and self._task.cancelled):
            if self._is_merging:
                super().reject()
            return
        self._task, self._is_merging = None, False
        self.state.set_role("bad")
        self.state.setText(say(error.message))
        self.accept_button.setEnabled(False)

    # --- doing it

    @override
    @guarded()
    def accept(self) -> None:
        project, path, params = self._project, self._path, MergeParams(self.labels)
        self.accept_button.setEnabled(False)
        self.state.setText(tr("Merging …"))
        self._is_merging = True
        self._task = self._tasks.start(
            lambda progress, stopped: merge(project, [path], params, progress, stopped), self._finish, self._refuse
        )

    def _finish(self, report: MergeReport) -> None:
        self._task = None
        super().accept()
        self.merged.emit(report)

    @override
    @guarded()
    def reject(self) -> None:
        if self._task is not None:
            self._task.cancel()
        # A merge that is under way closes the dialog when it has stopped, or is done after all.
        if not self._is_merging:
            self._is_gone = True
            super().reject()
