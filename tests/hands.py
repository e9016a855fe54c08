"""Two hands at a real window: they press keys and buttons, count them, and find short ways to mark what they want."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from khaotag.gui.article_view import ArticleView, caret, onscreen
from khaotag.models.layer import Entity, Fragment

NONE = Qt.KeyboardModifier.NoModifier
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
_NEAR, _FARTHEST = 2, 16  # steps by arrows that are shorter than a jump, and that one takes after a jump


class Step(NamedTuple):
    """One key with what is held."""

    key: Qt.Key
    held: Qt.KeyboardModifier = NONE


class Hands:
    """Acts on an article view and counts: a key with what is held is one action, so is a click or a drag."""

    def __init__(self, view: ArticleView) -> None:
        self.view = view
        self.actions = self.mouse_actions = 0

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press a key."""
        self.actions += 1
        QTest.keyClick(self.view, key, held)

    def type(self, letters: str) -> None:
        """Press keys by what is printed on them."""
        for letter in letters:
            self.press(Qt.Key(ord(letter.upper())))

    def drag(self, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
        """Drag with the left button."""
        self.actions += 1
        self.mouse_actions += 1
        port, left = self.view.viewport(), Qt.MouseButton.LeftButton
        QTest.mousePress(port, left, held, start)
        for share in (0.5, 1.0):
            at = QPointF(start + (end - start) * share)
            event = QMouseEvent(QEvent.Type.MouseMove, at, port.mapToGlobal(at), Qt.MouseButton.NoButton, left, held)
            QApplication.sendEvent(port, event)
        QTest.mouseRelease(port, left, held, end)

    # ---- where things are

    def point(self, offset: int, dx: float = 3) -> QPoint:
        """Return where an offset stands in the viewport."""
        document = self.view.document
        placed = document.line_of(offset)
        return QPoint(round(document.x_of(placed, offset) + dx), round(placed.baseline - self.view.top - 6))

    def chip(self, entity_id: str) -> QPoint:
        """Return the middle of an entity's chip in the viewport."""
        document = self.view.document
        placed = document.line_of(document.opened.layer.entities[entity_id].start)
        decoration = placed.line.decoration
        assert decoration is not None
        box = next(found.box for found in decoration.chips if found.id == entity_id)
        return QPoint(round(56 + box.middle), round(placed.baseline - self.view.top + box.y + 9))

    # ---- whole gestures

    def mark(self, label_key: str, span: Fragment) -> None:
        """Mark a stretch with keys only: go there, select it, press the label's key."""
        self._go(span[0])
        self._select(span)
        assert self.view.selection == span, self.view.selection
        self.type(label_key)

    def relate(self, head: str, tail: str, label: str) -> None:
        """Relate two entities with keys only, from the one that is in focus where it is one of them."""
        view = self.view
        if view.focused_id == tail:
            self.type("r")
            self.press(Qt.Key.Key_Space, SHIFT)
            tail = head
        else:
            self._focus(head)
            self.type("r")
        if tail not in view.scene.hints:
            while view.scene.candidate != tail:
                self.press(Qt.Key.Key_Tab)
            self.press(Qt.Key.Key_Return)
        else:
            self.type(view.scene.hints[tail])
        if view.relating.choosing:
            self.type(str(view.scene.choices.index(label) + 1))

    def _go(self, offset: int) -> None:
        view, document = self.view, self.view.document
        here, words = view.scene.caret, 0
        while here != offset and words <= _NEAR:
            here, words = caret.token_step(document, here, 1 if here < offset else -1), words + 1
        focused = view.focused_entity()
        if focused is not None and offset < focused.end:
            here = -1  # arrows would go on from the focused entity's edges
        for _ in range(_NEAR + 1 if here == offset else 0):
            if view.scene.caret == offset and view.focused_id is None:
                return
            if view.scene.caret == offset:
                self.press(Qt.Key.Key_Escape)
            else:
                self.press(Qt.Key.Key_Right if view.scene.caret < offset else Qt.Key.Key_Left)
        while not self._on_screen(offset):
            self.press(Qt.Key.Key_PageDown if offset > view.scene.caret else Qt.Key.Key_PageUp)
        self._jump(offset)

    def _jump(self, offset: int) -> None:
        """Go to the nearest word that has a hint, then on by arrows up to the word that the place is in."""
        view = self.view
        self.type("g")
        near = min(view.scene.token_hints, key=lambda at: (abs(at - offset), at > offset))
        self.type(view.scene.token_hints[near])
        for _ in range(_FARTHEST):
            if view.scene.caret == offset:
                return
            step = 1 if view.scene.caret < offset else -1
            beside = caret.token_step(view.document, view.scene.caret, step)
            if (beside - offset) * step > 0:
                return  # it begins within a word: selected by character from the word's edge
            self.press(Qt.Key.Key_Right if step > 0 else Qt.Key.Key_Left)

    def _select(self, span: Fragment) -> None:
        view = self.view
        if view.scene.caret != span[0]:
            self._into_the_word(span[0])
        if self._grows_to(span):
            self.type("e")
            if view.selection != span:
                self.type("e")
            return
        while view.selection is None or view.selection[1] < span[1]:
            beyond = caret.token_step(view.document, view.scene.caret, 1) > span[1]
            self.press(Qt.Key.Key_Right, SHIFT | ALT if beyond else SHIFT)

    def _into_the_word(self, offset: int) -> None:
        """Go on by character to a place inside a word."""
        while self.view.scene.caret != offset:
            self.press(Qt.Key.Key_Right if self.view.scene.caret < offset else Qt.Key.Key_Left, ALT)

    def _grows_to(self, span: Fragment) -> bool:
        view = self.view
        start = view.edits.word() or span
        first = view.ranges.whole(*start)
        second = view.ranges.whole(*first) if first is not None else None
        return span in (first, second)

    def _focus(self, entity_id: str) -> None:
        view = self.view
        entity = view.document.opened.layer.entities[entity_id]
        if view.focused_id == entity_id:
            return
        near = self._tabs_to(entity)
        if near is not None:
            for _ in range(abs(near)):
                self.press(Qt.Key.Key_Tab, SHIFT if near < 0 else NONE)
        else:
            self._go(entity.start)
            here = onscreen.entity_at(view.document, view.scene.caret)
            if here is None or here.id != entity_id:
                self.press(Qt.Key.Key_Return)
                while view.focused_id != entity_id:
                    self.press(Qt.Key.Key_Tab)

    def _tabs_to(self, entity: Entity) -> int | None:
        view = self.view
        order = view.document.index.order
        here = view.focused_entity()
        if here is None:
            return None
        away = order.index(entity.place) - order.index(here.place)
        return away if abs(away) <= 4 else None

    def _on_screen(self, offset: int) -> bool:
        view = self.view
        placed = view.document.line_of(offset)
        return view.top <= placed.baseline - 12 and placed.baseline <= view.top + view.viewport().height()
