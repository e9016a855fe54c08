"""What the import dialog shows before it imports: what was recognised, the first article, and unknown types."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ...storage.jobs.preview_import import ImportPreview
from ..combo import CheckBox
from ..look import Look
from ..translate import say, tr
from ..widgets import ElidedLabel, column, explain
from .format_list import format_title

_OPENING = 200
_MARKS = 6
_NAMES = 8


class Recognised(QWidget):
    """The preview; `adds_types` tells whether types that the schema lacks may be added."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._counts, self._title = ElidedLabel(role="strong"), ElidedLabel()
        self._opening, self._marks = ElidedLabel(role="muted"), ElidedLabel(role="small")
        self._problems, self._names = ElidedLabel(role="warn"), ElidedLabel(role="small")
        self.types = CheckBox(look)
        self.types.setChecked(True)
        lines = (self._counts, self._title, self._opening, self._marks, self.types, self._names, self._problems)
        self.setLayout(column(*lines, spacing=4, margins=(0, 4, 0, 4)))
        self.clear()

    @property
    def adds_types(self) -> bool:
        """Whether the person lets unknown types be added to the schema."""
        return self.types.isChecked()

    def clear(self) -> None:
        """Show nothing."""
        for label in (self._counts, self._title, self._opening, self._marks, self._problems, self._names, self.types):
            label.hide()

    def show_waiting(self) -> None:
        """Say that the files are being read."""
        self.clear()
        _tell(self._counts, tr("Looking into the files …"))

    def show_failure(self, why: str) -> None:
        """Say why nothing can be read."""
        self.clear()
        _tell(self._problems, why)

    def show_preview(self, found: ImportPreview) -> None:
        """Show what was recognised."""
        self.clear()
        formats = ", ".join(f"{format_title(name)[0]} × {count:,}" for name, count in sorted(found.formats.items()))
        counts = tr(
            "{articles} articles, {entities} entities, {relations} relations",
            articles=f"{found.articles:,}",
            entities=f"{found.entities:,}",
            relations=f"{found.relations:,}",
        )
        shown = counts if found.whole else tr("at least {counts}", counts=counts)
        _tell(self._counts, f"{formats} · {shown}" if formats else shown)
        self._show_first(found)
        if found.unknown:
            names = [label for _, label in found.unknown]
            self.types.setText(tr("Add {n} types that the schema lacks", n=len(names)))
            self.types.show()
            _tell(self._names, ", ".join(names[:_NAMES]) + (" …" if len(names) > _NAMES else ""))
        if found.problems:
            count = f"{len(found.problems):,}"
            _tell(self._problems, tr("{n} problems, the first: {why}", n=count, why=say(found.problems[0].reason)))

    def _show_first(self, found: ImportPreview) -> None:
        first, layer = found.first, found.first_layer
        if first is None:
            return
        _tell(self._title, first.title)
        opening = " ".join(first.text[: 2 * _OPENING].lstrip().removeprefix(first.title).split())
        _tell(self._opening, opening[:_OPENING] + ("…" if len(opening) > _OPENING else ""))
        if layer is not None:
            marks = layer.sorted_entities()[:_MARKS]
            _tell(self._marks, " · ".join(f"{mark.label} “{mark.surface(first.text)[:40]}”" for mark in marks))


def _tell(label: ElidedLabel, text: str) -> None:
    label.setText(text)
    explain(label, text)
    label.setVisible(bool(text))
