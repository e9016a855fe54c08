"""The conflicts behind a number, each with what both people have there; Enter opens one in the review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ...models.agreement_matching import Link, Span
from ...models.agreement_values import Conflict
from ...models.schema import Schema
from ..dialogs.plain import PlainDialog
from ..look import Look
from ..panels.line_list import MOST, Line, LineList
from ..translate import tr
from ..widgets import PlainLabel
from .disputed import difference_name


class ConflictList(PlainDialog):
    """The list. *Signal:* `chosen(article id)`."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, look: Look, title: str, conflicts: Sequence[Conflict]) -> None:
        super().__init__(parent, tr("Conflicts · {title}", title=title), 620)
        self._look = look
        self.conflicts = conflicts
        hint = tr("{n} conflicts. Enter opens the article in the review.", n=f"{len(conflicts):,}")
        if len(conflicts) > MOST:
            hint += " " + tr("The first {n} are listed.", n=MOST)
        self.body.addWidget(PlainLabel(hint, "small", wrap=True))
        self.list = LineList(look, tr("Conflicts"))
        self.list.setMinimumHeight(360)
        self.list.chosen.connect(self._choose)
        self.list.left.connect(self.reject)
        self.body.addWidget(self.list)
        self.add_buttons(tr("Close"))
        self.list.setFocus()

    def show_conflicts(self, texts: Mapping[str, str], schema: Schema, names: Mapping[str, str]) -> None:
        """List the conflicts; *texts* are the articles' by id, *names* what people are called where they are hidden."""
        lines = [self._line(conflict, texts, schema, names) for conflict in self.conflicts[:MOST]]
        self.list.show_lines(lines)

    def _line(self, conflict: Conflict, texts: Mapping[str, str], schema: Schema, names: Mapping[str, str]) -> Line:
        text, language = texts.get(conflict.article, ""), self._look.language
        sides = (
            f"{names.get(who, who)}: {_said(mark, text, schema, language)}"
            for who, mark in ((conflict.a, conflict.one), (conflict.b, conflict.other))
        )
        detail = f"{difference_name(conflict.kind)} · {conflict.article}"
        return Line(" ↔ ".join(sides), detail, data=conflict.article)

    def _choose(self, article_id: str) -> None:
        self.accept()
        self.chosen.emit(article_id)


def _said(mark: Span | Link | None, text: str, schema: Schema, language: str) -> str:
    if mark is None:
        return "—"
    if isinstance(mark, Link):
        kind = schema.relation_types.get(mark.label)
        name = kind.name.in_language(language) if kind is not None else mark.label
        return f"“{_surface(mark.head, text)}” {name} “{_surface(mark.tail, text)}”"
    entity = schema.entity_types.get(mark.label)
    return f"“{_surface(mark, text)}” {entity.short.in_language(language) if entity is not None else mark.label}"


def _surface(mark: Span, text: str) -> str:
    found = " ".join(" ".join(text[start:end] for start, end in mark.ranges).split())
    return found if len(found) <= 40 else f"{found[:39]}…"
