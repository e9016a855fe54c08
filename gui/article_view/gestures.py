"""The mouse: clicks focus and select, drags select, resize and relate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QElapsedTimer, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication

from . import caret
from .hit import Hit, chip_of, entities_at, hit
from .hover import Hover, lit_at
from .steps import phrase_at

if TYPE_CHECKING:
    from .view import ArticleView

Doing = Literal["nothing", "pressed", "select", "resize", "relate", "add"]
_SCROLL_ZONE, _SCROLL_STEP = 14, 24


class Mouse:
    """What the pressed button is doing in a view."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self._doing: Doing = "nothing"
        self._hit = Hit("none")
        self._at = QPointF()
        self._last = QPointF()
        self._unit = (0, 0)
        self._since_double = QElapsedTimer()
        self.hover = Hover(view)
        self._scroller = QTimer(view)
        self._scroller.setInterval(30)
        self._scroller.timeout.connect(self._autoscroll)

    def _document_point(self, point: QPointF) -> tuple[float, float]:
        return point.x(), point.y() + self._view.top

    def press(self, event: QMouseEvent) -> None:
        """Begin a gesture."""
        view, point = self._view, event.position()
        if view.scene.choice_box is not None:
            chosen = view.relating.choice_at(point.x(), point.y())
            view.relating.pick(chosen) if chosen >= 0 else view.relating.stop()
            return
        view.stop_jump()
        view.preview.stop()
        x, y = self._document_point(point)
        if not view.relating.active and self._choose_for(point):
            return
        found = hit(view.document, view.scene.focus, x, y)
        if view.relating.active:
            self._relate_click(found, x, y)
            return
        self._hit, self._at, self._doing = found, point, "pressed"
        small = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        self._unit = self._unit_at(x, y, small=small)
        if (
            self._since_double.isValid()
            and self._since_double.elapsed() < QGuiApplication.styleHints().mouseDoubleClickInterval()
        ):
            self._phrase()
            return
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        on_text = found.what in ("text", "band", "none")
        if control and on_text and view.focused_entity() is not None:
            # The focused entity gets what is selected now as one more fragment.
            view.select(*self._unit, keep_focus=True)
            self._doing = "add"
        elif on_text and (control or event.modifiers() & Qt.KeyboardModifier.ShiftModifier):
            self._extend_to(self._unit)
            self._doing = "select"

    def _choose_for(self, point: QPointF) -> bool:
        """Take a click for a chain that is being made, or for a suggestion."""
        view = self._view
        if not view.chaining.active:
            return view.proposals.click(point.x(), point.y())
        found = hit(view.document, None, *self._document_point(point))
        if found.what in ("chip", "band"):
            view.chaining.choose(found.id)
        else:
            view.chaining.stop()
        return True

    def _relate_click(self, found: Hit, x: float, y: float) -> None:
        view = self._view
        target = lit_at(view, x, y) or (found.id if found.what == "chip" else None)
        if target is not None and target in (view.scene.lit or ()):
            view.relating.choose(target)
        else:
            view.relating.stop()

    def move(self, event: QMouseEvent) -> None:
        """Go on with a gesture, or show what is under the pointer."""
        view, point = self._view, event.position()
        self._last = point
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self.hover.show(point)
            return
        if self._doing == "pressed":
            if (point - self._at).manhattanLength() < QApplication.startDragDistance():
                return
            self._begin_drag()
        small = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        self._drag(point, small=small)
        near = point.y() < _SCROLL_ZONE or point.y() > view.viewport().height() - _SCROLL_ZONE
        if self._doing in ("select", "add", "resize", "relate") and near:
            if not self._scroller.isActive():
                self._scroller.start()
        else:
            self._scroller.stop()

    def _begin_drag(self) -> None:
        view = self._view
        if self._hit.what == "chip":
            self._doing = "relate"
            view.focus_mark(self._hit.id)
            view.relating.start(self._hit.id, keys=False)
        elif self._hit.what == "handle":
            self._doing = "resize"
        elif self._hit.what in ("text", "band", "none"):
            self._doing = "select"
            view.select(*self._unit)

    def _drag(self, point: QPointF, *, small: bool) -> None:
        x, y = self._document_point(point)
        if self._doing in ("select", "add"):
            self._select_to(self._unit_at(x, y, small=small), keep_focus=self._doing == "add")
        elif self._doing == "resize":
            self._resize_to(x, y, small=small)
        elif self._doing == "relate":
            view = self._view
            source = view.document.opened.layer.entities.get(view.scene.source or "")
            if source is not None:
                placed = view.document.line_of(source.start)
                foot = chip_of(placed, source.id) or (x, y)
                view.scene.drag = (foot[0], foot[1] - view.top, point.x(), point.y())
                view.scene.hover_mark = lit_at(view, x, y)
                view.viewport().update()

    def release(self, event: QMouseEvent) -> None:
        """End a gesture."""
        self._scroller.stop()
        doing, self._doing = self._doing, "nothing"
        view = self._view
        x, y = self._document_point(event.position())
        if doing == "pressed":
            self._click(x, y)
        elif doing == "resize":
            self._end_resize()
        elif doing == "add":
            self._end_add()
        elif doing == "relate":
            target = lit_at(view, x, y)
            view.scene.drag = None
            if target is None:
                view.relating.stop()
            else:
                view.relating.choose(target)

    def double(self, event: QMouseEvent) -> None:
        """Select the word."""
        view = self._view
        x, y = self._document_point(event.position())
        if hit(view.document, None, x, y).what in ("text", "band"):
            self._unit = self._unit_at(x, y, small=False)
            view.select(*self._unit)
            self._doing = "select"
            self._since_double.start()

    def forget(self) -> None:
        """Let go of whatever the button is doing: another article has come under it."""
        self._scroller.stop()
        self._doing = "nothing"
        self._since_double.invalidate()

    def _phrase(self) -> None:
        view = self._view
        block = view.document.blocks[view.document.block_of(self._unit[0])]
        text = view.document.opened.article.text
        view.select(*phrase_at(text, block.start, block.end, self._unit[0]))
        self._doing = "nothing"
        self._since_double.invalidate()

    def _click(self, x: float, y: float) -> None:
        view, found = self._view, self._hit
        if found.what in ("chip", "pill", "more", "arc"):
            view.focus_mark(found.id)
        elif found.what == "band":
            inner = [entity.id for entity in entities_at(view.document, view.document.line_at(y), x, y)]
            at = inner.index(view.scene.focus) + 1 if view.scene.focus in inner else 0
            if inner:
                view.focus_mark(inner[at % len(inner)])
        elif found.what in ("confirm", "dismiss") and found.exclusion is not None:
            state: Literal["confirmed", "dismissed"] = "confirmed" if found.what == "confirm" else "dismissed"
            view.edits.exclude(found.exclusion._replace(state=state))
        elif found.what != "handle":
            view.set_caret(
                self._unit[0] if found.what == "text" else caret.edge_near(view.document, view.document.line_at(y), x)
            )

    def _unit_at(self, x: float, y: float, *, small: bool) -> tuple[int, int]:
        document = self._view.document
        if small:
            return caret.cluster_under(document, x, y, self._view.clusters)
        return caret.unit_under(document, x, y)

    def _select_to(self, unit: tuple[int, int], *, keep_focus: bool = False) -> None:
        low, high = self._unit
        if unit[0] >= low:
            self._view.select(low, max(high, unit[1]), keep_focus=keep_focus)
        else:
            self._view.select(high, unit[0], keep_focus=keep_focus)

    def _extend_to(self, unit: tuple[int, int]) -> None:
        """Let the selection reach from where it began, or from the caret, to a unit."""
        scene = self._view.scene
        start = scene.anchor if scene.anchor is not None else scene.caret
        if unit[1] > start:
            self._unit = (start, start)
            self._view.select(start, unit[1])
        else:
            self._unit = (start, start)
            self._view.select(start, unit[0])

    def _resize_to(self, x: float, y: float, *, small: bool) -> None:
        view = self._view
        entity = view.document.opened.layer.entities.get(self._hit.id)
        if entity is None:
            return
        start, end = self._unit_at(x, y, small=small)
        # The selection shows what the fragment will be.
        low, high = entity.ranges[self._hit.fragment]
        if self._hit.edge:
            view.select(low, end if end > low else self._least(low, 1), keep_focus=True)
        else:
            view.select(high, start if start < high else self._least(high, -1), keep_focus=True)

    def _least(self, at: int, direction: int) -> int:
        """Return the nearest offset that leaves a fragment one character cluster."""
        return caret.small_step(self._view.document, at, direction, self._view.clusters)

    def _end_resize(self) -> None:
        view = self._view
        entity = view.document.opened.layer.entities.get(self._hit.id)
        at = view.scene.caret
        view.set_caret(at, keep_focus=True)
        if entity is not None:
            view.ranges.resize_to(entity, self._hit.edge, at, self._hit.fragment)

    def _end_add(self) -> None:
        view, entity = self._view, self._view.focused_entity()
        piece = view.edits.selected()
        view.set_caret(view.scene.caret, keep_focus=True)
        if entity is not None and piece is not None:
            view.ranges.add_to(entity, piece)

    def _autoscroll(self) -> None:
        view = self._view
        step = -_SCROLL_STEP if self._last.y() < _SCROLL_ZONE else _SCROLL_STEP
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + step)
        self._drag(self._last, small=False)
