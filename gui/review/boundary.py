"""The mode in which a reviewer corrects a boundary: keys and drags move its ends, Enter hands the result over."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal

from ...models.errors import Message
from ...models.layer import Entity
from ...models.review_cards import Card
from ...models.schema import Schema
from ...models.tokens import Token
from ..translate import tr
from .editing import Steps, Stretch, resized
from .review_view import ReviewView


class Boundary(QObject):
    """*Signals:* `decided(Stretch)` on Enter; `told(Message)` one line for the person."""

    decided = Signal(object)
    told = Signal(object)

    def __init__(self, view: ReviewView) -> None:
        super().__init__(view)
        self._view = view
        self._steps = Steps("", ())
        self._schema: Schema | None = None
        self._language = "th"
        self.stretch: Stretch | None = None
        view.dragged.connect(self._drag)

    def show_text(self, text: str, tokens: Sequence[Token], schema: Schema) -> None:
        """Step along the words of another article."""
        self.stop()
        self._steps, self._schema = Steps(text, tokens), schema

    def begin(self, card: Card, language: str) -> None:
        """Start from the first version of a card; a relation has no boundary, which is told."""
        marks = [mark for version in card.versions for mark in version.marks if isinstance(mark, Entity)]
        if card.ends or not marks:
            self.told.emit(Message("A relation has no edges of its own. Change the entities that it joins."))
            return
        self._language = language
        self.stretch = Stretch(marks[0].label, marks[0].start, marks[0].end)
        self._view.editing = True
        self._show()

    def stop(self) -> None:
        """Leave the mode."""
        self.stretch, self._view.editing = None, False
        self._view.select(0, 0)

    def key(self, key: int, held: Qt.KeyboardModifier) -> bool:
        """Do what a key means in this mode; tells whether it means anything."""
        stretch = self.stretch
        if stretch is None:
            return False
        if key == Qt.Key.Key_Escape:
            self.stop()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stop()
            self.decided.emit(stretch)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            by = -1 if key == Qt.Key.Key_Left else 1
            start = bool(held & Qt.KeyboardModifier.ControlModifier)
            fine = bool(held & Qt.KeyboardModifier.AltModifier)
            self.stretch = resized(stretch, self._steps, by, start=start, fine=fine)
            self._show()
        elif (label := self._label_of(key)) is not None:
            self.stretch = stretch._replace(label=label)
            self._show()
        else:
            return False
        return True

    def _drag(self, start: int, end: int) -> None:
        if self.stretch is not None:
            low, high = self._steps.nearest(start), self._steps.nearest(end)
            if low < high:
                self.stretch = self.stretch._replace(start=low, end=high)
                self._show()

    def _show(self) -> None:
        if self.stretch is None or self._schema is None:
            return
        self._view.select(self.stretch.start, self.stretch.end)
        hint = tr(
            "{label}: Shift+arrows move the end, Ctrl+Shift+arrows the start, Alt by character; "
            "a label's key relabels, Enter decides, Esc leaves.",
            label=self._schema.entity_type(self.stretch.label).name.in_language(self._language),
        )
        self.told.emit(Message("{text}", text=hint))

    def _label_of(self, key: int) -> str | None:
        char = chr(key).lower() if 0x20 < key < 0x7F else ""
        kind = self._schema.by_key.get(char) if self._schema is not None else None
        return kind.id if kind is not None else None
