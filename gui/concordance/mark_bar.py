"""The lower bar of the concordance: as what the ticked places are to be marked, and the two buttons that do it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ...models.schema import Schema
from ..combo import ComboBox
from ..look import Look
from ..translate import tr
from ..widgets import ElidedLabel, PlainLabel, button, column, row


class MarkBar(QWidget):
    """The bar. *Signals:* `label_chosen()`, `mark_wanted()`, `unmark_wanted()`, `conflicts_wanted()`."""

    label_chosen = Signal()
    mark_wanted = Signal()
    unmark_wanted = Signal()
    conflicts_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("pane", "panel")
        self._ticked, self._rest = PlainLabel(role="strong"), ElidedLabel(role="small")
        self._as = PlainLabel(role="small")
        self.labels = ComboBox(look)
        self.labels.setFixedWidth(200)
        self.conflicts, self.unmark, self.mark = button(), button(), button(kind="primary")
        self.labels.activated.connect(lambda _: self.label_chosen.emit())
        self.mark.clicked.connect(self.mark_wanted)
        self.unmark.clicked.connect(self.unmark_wanted)
        self.conflicts.clicked.connect(self.conflicts_wanted)
        counts = column(self._ticked, self._rest, spacing=0)
        line = row(self._as, self.labels, self.conflicts, self.unmark, self.mark, spacing=10)
        line.insertLayout(0, counts, 1)
        line.setContentsMargins(24, 12, 24, 12)
        self.setLayout(line)

    @property
    def label(self) -> str:
        """The id of the label in hand."""
        return str(self.labels.currentData() or "")

    def choose(self, label: str) -> bool:
        """Take a label in hand; tells whether the schema has it."""
        at = self.labels.findData(label)
        if at >= 0 and at != self.labels.currentIndex():
            self.labels.setCurrentIndex(at)
            self.label_chosen.emit()
        return at >= 0

    def refresh(self, schema: Schema | None) -> None:
        """Speak the present language and offer the present labels."""
        self._as.setText(tr("Mark as"))
        self.labels.setAccessibleName(tr("Mark as"))
        chosen = self.label
        self.labels.clear()
        for kind in schema.entities if schema else ():
            if not kind.archived:
                key = f"{kind.key.upper()}   " if kind.key else ""
                self.labels.addItem(f"{key}{kind.name.in_language(self._look.language)}", kind.id)
        self.labels.setCurrentIndex(max(0, self.labels.findData(chosen)))
        self.conflicts.setText(tr("Show conflicts"))

    def show_ticked(self, places: int, marked: int, conflicts: int) -> None:
        """Show how many places are ticked, and how many of all are marked already or conflict."""
        self._ticked.setText(tr("{n} places ticked", n=f"{places:,}"))
        self._rest.setText(
            tr(
                "{conflicts} conflict with other marks and are not ticked for you · {marked} are marked already",
                conflicts=f"{conflicts:,}",
                marked=f"{marked:,}",
            )
        )
        self.mark.setText(tr("Mark {n} places", n=f"{places:,}"))
        self.unmark.setText(tr("Remove the marks"))
        for one in (self.mark, self.unmark):
            one.setEnabled(bool(places))
        self.conflicts.setEnabled(bool(conflicts))
