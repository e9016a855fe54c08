"""Sections of the inspector: a small heading, its content, and a line below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLayout, QSizePolicy, QWidget
from typing_extensions import override

from ...models.layer import Entity, Layer, Relation
from ...models.schema import Schema
from ..chips import Chip
from ..guard import guarded
from ..look import Look
from ..translate import tr
from ..widgets import ElidedLabel, PlainLabel, column, row, rule

SIDE = 16


def section(title: str, *content: QWidget | QLayout | int, aside: QWidget | QLayout | None = None) -> QWidget:
    """Return a section; *aside* stands at the end of the heading's line."""
    head = row(PlainLabel(title, "heading"), None, *([aside] if aside is not None else []))
    body = column(*([head] if title else []), *content, spacing=6, margins=(SIDE, 12, SIDE, 12))
    made = QWidget()
    made.setLayout(column(body, rule(), spacing=0))
    return made


class JumpRow(QFrame):
    """A line that leads to a mark. *Signal:* `pressed()`, by mouse, Enter or Space."""

    pressed = Signal()

    def __init__(self, *content: QWidget | int | None, name: str) -> None:
        super().__init__()
        self.setLayout(row(*content, spacing=6, margins=(0, 2, 0, 2)))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @override
    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)


def entity_row(look: Look, schema: Schema, text: str, entity: Entity, before: str = "", label: str = "") -> JumpRow:
    """Return a line for an entity, with a relation's arrow and name before it."""
    chip = Chip(look, schema.entity_type(entity.label))
    surface = ElidedLabel(entity.surface(text))
    lead: list[QWidget | int | None] = []
    if before:
        name = ElidedLabel(label, "small")
        name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        name.setFixedWidth(76)
        arrow = PlainLabel(before, "small")
        arrow.setFixedWidth(14)
        lead = [arrow, name]
    made = JumpRow(*lead, chip, surface, name=f"{label} {surface.text()}")
    layout = made.layout()
    if layout is not None:
        layout.setAlignment(chip, Qt.AlignmentFlag.AlignVCenter)
    return made


def relation_name(schema: Schema, relation: Relation, language: str) -> str:
    """Return the name of a relation's type."""
    return schema.relation_type(relation.label).name.in_language(language)


def nested_in(layer: Layer, entity: Entity) -> Entity | None:
    """Return the smallest entity that holds this one whole."""
    around = [
        other
        for other in layer.entities.values()
        if other.id != entity.id
        and other.start <= entity.start
        and entity.end <= other.end
        and (other.end - other.start) > (entity.end - entity.start)
    ]
    return min(around, key=lambda other: other.end - other.start, default=None)


def origin_name(origin: str) -> str:
    """Return where a mark came from, empty for one that a person made."""
    return "" if origin == "human" else tr("from {origin}", origin=origin)
