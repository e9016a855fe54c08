"""What is under the pointer: the word or mark that a press would act on, and the pointer's shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from . import caret
from .hit import entities_at, hit

if TYPE_CHECKING:
    from .view import ArticleView

_CURSORS = {
    "text": Qt.CursorShape.IBeamCursor,
    "band": Qt.CursorShape.IBeamCursor,
    "handle": Qt.CursorShape.SizeHorCursor,
    "chip": Qt.CursorShape.PointingHandCursor,
    "pill": Qt.CursorShape.PointingHandCursor,
    "more": Qt.CursorShape.PointingHandCursor,
    "arc": Qt.CursorShape.PointingHandCursor,
    "confirm": Qt.CursorShape.PointingHandCursor,
    "dismiss": Qt.CursorShape.PointingHandCursor,
}


class Hover:
    """What the pointer rests on in a view."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view

    def show(self, point: QPointF) -> None:
        """Show what the mouse would act on."""
        view = self._view
        if view.scene.choice_box is not None:
            view.scene.choice_hover = view.relating.choice_at(point.x(), point.y())
            view.viewport().update()
            return
        x, y = point.x(), point.y() + view.top
        found = hit(view.document, view.scene.focus, x, y)
        unit = caret.unit_under(view.document, x, y) if found.what in ("text", "band") else None
        mark = found.id if found.what in ("chip", "pill", "more", "arc", "band") else None
        if (unit, mark) != (view.scene.hover, view.scene.hover_mark):
            view.scene.hover, view.scene.hover_mark = unit, mark
            view.viewport().update()
        view.viewport().setCursor(_CURSORS.get(found.what, Qt.CursorShape.ArrowCursor))

    def leave(self) -> None:
        """Forget what was under the pointer."""
        scene = self._view.scene
        if scene.hover is not None or scene.hover_mark is not None:
            scene.hover = scene.hover_mark = None
            self._view.viewport().update()


def lit_at(view: ArticleView, x: float, y: float) -> str | None:
    """Return the innermost lit entity at a point, by its chip or its band."""
    lit = view.scene.lit or frozenset()
    found = hit(view.document, None, x, y)
    if found.what == "chip" and found.id in lit:
        return found.id
    for entity in entities_at(view.document, view.document.line_at(y), x, y):
        if entity.id in lit:
            return entity.id
    return None
