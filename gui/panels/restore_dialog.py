"""What would change if an article were made as it was, listed before it is done."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ...models.change import Change, RowChange
from ...models.errors import Message
from ...storage.jobs.timeline import Line
from ..dialogs.plain import PlainDialog
from ..look import Look
from ..naming import named
from ..translate import say, tr
from ..widgets import ElidedLabel, PlainLabel, column
from ..workspace import Workspace
from .history_words import row_told

_LISTED = 12


class RestoreDialog(PlainDialog):
    """Lists the rows of the change that would be made."""

    def __init__(
        self, parent: QWidget, look: Look, workspace: Workspace, line: Line, change: Change, text: str
    ) -> None:
        super().__init__(parent, tr("Make the article as it was after this"), 560)
        whose = tr("This is how the layer of {name} would change:", name=change.annotator or "")
        self.body.addWidget(PlainLabel(whose, wrap=True))
        project, line = workspace.project, line._replace(what="restore", change=change, text=text, ends={})
        schema = project.schema if project is not None else None
        told = [_told(row, line) for row in change.rows]
        self.lines = [say(named(one, schema, look.language)) for one in told[:_LISTED]]
        if len(told) > _LISTED:
            self.lines.append(tr("… and {count} more", count=f"{len(told) - _LISTED:,}"))
        self.body.addLayout(column(*(ElidedLabel(f"• {said}") for said in self.lines), spacing=2))
        self.body.addWidget(PlainLabel(tr("It is a step like any other: undo takes it back."), "muted", wrap=True))
        self.add_buttons(tr("Make it so"), tr("Cancel"))


def _told(row: RowChange, line: Line) -> Message:
    if row.kind == "chain":
        return Message("changed a chain")
    if row.kind == "article":
        return Message("changed words or exclusions")
    if row.kind == "decision":
        return Message("changed a decision")
    if row.kind == "note" and row.after is None:
        return Message("removed a note")
    return row_told(row, line)
