"""Following an article: another one is shown, a change shows where it was made, what undo brought back is in hand."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from ...models.change import Change
from ...models.layer import Entity, Fragment, Relation
from ..open_article import OpenArticle
from ..reading import Reading
from .canvas import REACH
from .focusing import Focusing
from .metrics import make_fonts
from .scene import Scene

_MANY = 40  # places of one change, beyond which the whole view is painted again


class _Place(NamedTuple):
    """Where a person stood in an article: the caret, and an offset whose line began *y* below the top."""

    caret: int
    line: int
    y: float


class Following(Focusing):
    """A surface that keeps up with its article; modes are those of who builds on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left: dict[str, _Place] = {}

    def stop_modes(self) -> None:
        """Leave whatever mode the keys are in; for those who build on this."""

    def renew_modes(self) -> None:
        """Do what a change asks of a mode; for those who build on this."""

    def show_article(self, opened: OpenArticle | None) -> None:
        """Show another article where the person left it, or none."""
        self.stop_modes()
        if self._opened is not None:
            self._left[self._opened.article.id] = _Place(self.scene.caret, *self._standing())
            self._opened.changed.disconnect(self._on_changed)
            self._opened.replaced.disconnect(self._rebuild)
            self._opened.tokens_changed.disconnect(self._rebuild)
        self._opened = opened
        self._canvas.scene = Scene(active=self.hasFocus(), only=self.scene.only)
        self._canvas.document = None
        self._failure.hide()
        self.verticalScrollBar().setValue(0)
        if opened is not None:
            opened.changed.connect(self._on_changed)
            opened.replaced.connect(self._rebuild)
            opened.tokens_changed.connect(self._rebuild)
            self._canvas.show(opened, self.viewport().width())
            self._return_to(self._left.get(opened.article.id))
            self._idle.start()
        self._sync()
        self.focus_changed.emit(None)
        self.selection_changed.emit()

    def _standing(self) -> tuple[int, float]:
        """Return the offset of the first visible line and how far below the top it begins."""
        document = self._canvas.document
        first = document.line_at(self.top + 1) if document is not None and self.top > 0 else None
        return (first.line.row.start, first.top - self.top) if first is not None else (0, 0.0)

    def _return_to(self, place: _Place | None) -> None:
        if place is not None and place.caret <= len(self.document.opened.article.text):
            self.scene.caret = place.caret
            if place.line > 0:
                self._put(place.line, place.y)

    def set_reading(self, reading: Reading) -> None:
        """Set the article as the person likes to read."""
        if reading != self._canvas.fonts.reading:
            self._canvas.fonts = make_fonts(reading)
            self._rebuild()

    def show_step(self, change: Change) -> None:
        """Bring what an undo or redo has changed into view, with what came back, or the place it left, in hand."""
        if self._canvas.document is None:
            return
        self.stop_modes()
        rows = [row for row in change.rows if row.kind == "entity"] or [r for r in change.rows if r.kind == "relation"]
        before, after = [row.before for row in rows if row.before], [row.after for row in rows if row.after]
        match after or before:
            case [Entity() | Relation() as mark] if after:
                self.focus_mark(mark.id)
                self.reveal_focus()
            case [Relation() as gone]:
                self.focus_entity(gone.head)
            case [Entity() as gone]:
                self.focus_mark(None)
                self.select(gone.start, gone.end)
                self.reveal(gone.start)
            case [Entity(), *_] as many:
                self.reveal(min(mark.start for mark in many if isinstance(mark, Entity)))

    def _on_changed(self, change: Change) -> None:
        if any(row.kind == "article" for row in change.rows):
            self._rebuild()
            return
        document, places = self.document, self._places(change)
        # Until the document has taken the change no line may be laid out: its marks are not those of the layer.
        known = bool(places) and document.is_known(min(places)[0])
        height, first = document.height, document.line_of(min(places)[0]).top if known else 0.0
        document.apply(change)
        if self.scene.focus is not None and self.focused_entity() is None and self.focused_relation() is None:
            self.focus_mark(None)
        else:
            self.scene.accented = self._accented()
        self.renew_modes()
        self._idle.start()
        if not known or len(places) > _MANY or self.scene.accented or self.scene.lit is not None:
            self._sync()
            return
        self._repaint(*places)
        if document.height != height:
            # The line has grown or shrunk, and everything below it moves.
            below = QRectF(0, first - self.top - REACH, self.viewport().width(), self.viewport().height() * 2.0)
            self.viewport().update(below.toAlignedRect())
            self._follow(self.top)

    def _places(self, change: Change) -> list[Fragment]:
        """Return where a change shows, or nothing where relations carry it to other places."""
        places: list[Fragment] = []
        for row in change.rows:
            if row.kind not in ("entity", "layer"):
                return []
            for mark in (row.before, row.after):
                if isinstance(mark, Entity):
                    if self.document.index.relations_of(mark.id):
                        return []
                    places.append((mark.start, mark.end))
        return places

    def _rebuild(self) -> None:
        """Lay everything out anew and keep the first visible line where it is."""
        if self._opened is None:
            return
        self.stop_modes()
        at, y = self._standing()
        scene = self.scene
        self._canvas.show(self._opened, self.viewport().width())
        end = len(self._opened.article.text)
        scene.caret = min(scene.caret, end)
        scene.anchor = None if scene.anchor is None else min(scene.anchor, end)
        scene.hover = None
        if self.top > 0:
            self._put(at, y)
        if scene.focus is not None and self.focused_entity() is None and self.focused_relation() is None:
            self.focus_mark(None)
        scene.accented = self._accented()
        self._idle.start()
        self._sync()
