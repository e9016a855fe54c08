"""The draft: a schema while it is being changed, step by step, before it becomes the project's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from ...models import schema_edit
from ...models.errors import BadInput
from ...models.schema import Schema, schema_from_record

EMPTY = schema_from_record({"name": "none", "entities": [{"id": "X"}]})


class _State(NamedTuple):
    schema: Schema
    merges: Mapping[str, str]


class Draft(QObject):
    """*Signals:* `changed()` after each step, `told(Message)` when a step was not allowed."""

    changed = Signal()
    told = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._first = _State(EMPTY, {})
        self._state = self._first
        self._past: list[_State] = []
        self.usage: Mapping[str, int] = {}

    @property
    def schema(self) -> Schema:
        """The schema as it would be."""
        return self._state.schema

    @property
    def merges(self) -> Mapping[str, str]:
        """Which labels become which other ones."""
        return self._state.merges

    @property
    def is_changed(self) -> bool:
        """Whether it differs from the project's schema."""
        return self._state != self._first

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._past)

    def begin(self, schema: Schema, usage: Mapping[str, int]) -> None:
        """Start from the project's schema; *usage* counts the marks of each label."""
        self._first = self._state = _State(schema, {})
        self._past, self.usage = [], usage
        self.changed.emit()

    def do(self, make: Callable[[Schema], Schema]) -> bool:
        """Take a step; one that is not allowed is told and changes nothing."""
        try:
            made = make(self.schema)
        except BadInput as error:
            self.told.emit(error.message)
            self.changed.emit()
            return False
        if made != self.schema:
            self._past.append(self._state)
            self._state = _State(made, self.merges)
            self.changed.emit()
        return True

    def merge(self, label: str, into: str) -> None:
        """Let all that is *label* become *into*."""
        before = self._state
        if self.do(lambda schema: schema_edit.merged(schema, label, into)) and self._state is not before:
            merges = {old: into if new == label else new for old, new in self.merges.items()}
            self._state = _State(self.schema, {**merges, label: into})
            self.changed.emit()

    def undo(self) -> None:
        """Take the last step of the draft back."""
        if self._past:
            self._state = self._past.pop()
            self.changed.emit()
