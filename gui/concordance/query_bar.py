"""The upper bar of the concordance: what to look for, how, which hits to show, and in which order."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from ...models.concordance import Query
from ...models.schema import Schema
from .. import icons
from ..combo import CheckBox, ComboBox
from ..guard import guarded
from ..look import Look
from ..translate import tr
from ..widgets import PlainLabel, Segmented, explain, row
from .model import KINDS

_TYPING = 150
_ONE_LINE = 1240


class QueryBar(QWidget):
    """The bar. *Signals:* `asked()` when something else is looked for, `arranged()` for another filter or order."""

    asked = Signal()
    arranged = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.field = QLineEdit()
        self.field.setMinimumWidth(160)
        self._icon = self.field.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self.words, self.tones = CheckBox(look), CheckBox(look)
        self.only = ComboBox(look)
        self.kinds = Segmented()
        self.order = ComboBox(look)
        self._by = PlainLabel(role="small")
        self.only.setMinimumWidth(140)
        self.only.setMaximumWidth(200)
        self.order.setFixedWidth(130)
        self.field.setMaximumWidth(340)
        self.field.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        for box in (self.words, self.tones):
            box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        wait = QTimer(self)
        wait.setSingleShot(True)
        wait.setInterval(_TYPING)
        wait.timeout.connect(self.asked)
        self.field.textChanged.connect(lambda _: wait.start())
        for box in (self.words, self.tones):
            box.toggled.connect(lambda _: self.asked.emit())
        self.only.activated.connect(lambda _: self.asked.emit())
        self.kinds.chosen.connect(lambda _: self.arranged.emit())
        self.order.activated.connect(lambda _: self.arranged.emit())
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lines.setContentsMargins(24, 10, 24, 10)
        self._lines.setSpacing(10)
        self._lines.addLayout(row(self.field, self.words, self.tones, self.only, spacing=12), 1)
        self._lines.addLayout(row(self.kinds, None, self._by, self.order, spacing=12))
        self.setLayout(self._lines)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = event.size().width() >= _ONE_LINE
        self._lines.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def refresh(self, schema: Schema | None) -> None:
        """Speak the present language and offer the present labels."""
        self.field.setPlaceholderText(tr("A word, a name, any string"))
        self.field.setAccessibleName(tr("What to look for"))
        self._icon.setIcon(icons.icon("search", self._look.theme.colour("muted")))
        self.words.setText(tr("Whole words"))
        self.tones.setText(tr("Any tone"))
        explain(self.tones, tr("Finds the string whatever its tone marks."))
        self._by.setText(tr("Sorted by"))
        chosen = self.only.currentData()
        self.only.clear()
        self.only.addItem(tr("Marked or not"), "")
        for kind in schema.entities if schema else ():
            self.only.addItem(kind.name.in_language(self._look.language), kind.id)
        self.only.setCurrentIndex(max(0, self.only.findData(chosen)))
        self.only.setAccessibleName(tr("Only where it is marked as"))
        order = self.order.currentData()
        self.order.clear()
        for value, name in (("article", tr("Article")), ("left", tr("Left context")), ("right", tr("Right context"))):
            self.order.addItem(name, value)
        self.order.setCurrentIndex(max(0, self.order.findData(order)))
        self.show_counts(Counter(), 0)

    def show_counts(self, counts: Counter[str], total: int) -> None:
        """Show how many hits there are of each kind."""
        names = {
            "all": tr("All {n}", n=f"{total:,}"),
            "free": tr("Not marked {n}", n=f"{counts['free']:,}"),
            "marked": tr("Marked {n}", n=f"{counts['marked']:,}"),
            "conflict": tr("Conflict {n}", n=f"{counts['conflict']:,}"),
        }
        chosen = self.kinds.value() or "all"
        self.kinds.set_values([(kind, names[kind]) for kind in KINDS])
        self.kinds.choose(chosen)

    def query(self) -> Query:
        """Return what is to be looked for."""
        return Query(self.field.text(), self.tones.isChecked(), self.words.isChecked())
