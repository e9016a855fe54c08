"""The text of a review: gold and agreed marks calm in the text, disputes framed and numbered, lanes below them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ...models.layer import Entity
from ...models.review import Case, Review
from ...models.review_cards import Card
from ...models.tokens import Token
from ..article_view.metrics import GUTTER, make_fonts
from ..article_view.scene import Scene
from ..article_view.surface import Surface
from ..guard import guarded
from ..look import Look
from ..open_article import OpenArticle
from .lanes import Lanes
from .shown import difference, shown_layer

_MANY = 40  # places; more are painted as a whole


class ReviewView(Surface):
    """Shows a case. *Signals:* `card_wanted(card id)` by a click, `dragged(start, end)` over text while editing."""

    card_wanted = Signal(str)
    dragged = Signal(int, int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._opened: OpenArticle | None = None
        self._lanes: Lanes | None = None
        self._pressed: int | None = None
        self.editing = False
        self._canvas.paint_below = self._paint_lanes
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Review")

    def dress(self) -> None:
        """Wear the present look."""
        self.set_theme(self._look.theme)
        self._canvas.fonts = make_fonts(self._look.reading)
        if self._opened is not None:
            self._rebuild()
        self._canvas.speak(self._look.language)
        self._sync()

    def clear(self) -> None:
        """Show nothing."""
        self._opened, self._lanes = None, None
        self._canvas.document = None
        self._sync()

    def show_case(self, case: Case, review: Review, tokens: Sequence[Token], names: dict[str, str]) -> None:
        """Show another article."""
        self._lanes = Lanes(case, review.cards, names)
        layer = shown_layer(case, review)
        if self._opened is not None:
            self._opened.deleteLater()
        self._opened = OpenArticle(case.article, layer, case.schema, tokens, self)
        self._canvas.scene = Scene()
        self._rebuild()
        self.verticalScrollBar().setValue(0)
        self._sync()

    def follow(self, case: Case, review: Review) -> None:
        """Show what a decision has changed; only lines that it touches are laid out and painted again."""
        opened, lanes = self._opened, self._lanes
        if opened is None or lanes is None:
            return
        change = difference(opened.layer, shown_layer(case, review), case.article.id)
        marks = [mark for row in change.rows for mark in (row.before, row.after) if isinstance(mark, Entity)]
        places = [*lanes.follow(review.cards), *((mark.start, mark.end) for mark in marks)]
        opened.apply(change)
        document, height = self.document, self.document.height
        document.apply(change)
        for start, end in places:
            document.touch(start, end)
        self._idle.start()
        if len(places) > _MANY or any(row.kind == "relation" for row in change.rows):
            self._sync()
            return
        self._repaint(*places)
        if document.height != height:
            # Everything below the first line that has grown or shrunk moves.
            self._sync()

    def point_at(self, card: Card | None, numbers: dict[str, int]) -> None:
        """Stress one card and bring it into view."""
        if self._lanes is None:
            return
        places = [self._lanes.stretch(self._lanes.focused)] if self._lanes.numbers == numbers else []
        self._lanes.focused = card.id if card is not None else ""
        self._lanes.numbers = numbers
        if card is None or not places:
            self.viewport().update()
        if card is not None and self._opened is not None:
            self._repaint(*(place for place in (*places, (card.start, card.end)) if place is not None))
            self.reveal(card.start)

    def select(self, start: int, end: int) -> None:
        """Show a stretch as selected; the same offset twice shows none."""
        scene = self._canvas.scene
        scene.anchor, scene.caret = (start, end) if start != end else (None, start)
        self.viewport().update()

    def _rebuild(self) -> None:
        opened = self._opened
        if opened is None:
            return
        self._canvas.show(opened, self.viewport().width())
        if self._lanes is not None:
            self.document.room_below = self._lanes.height
        self._idle.start()

    def _paint_lanes(self, painter: object, lines: object, scroll: float) -> None:
        if self._lanes is not None:
            self._lanes.paint(painter, self.document, lines, scroll, self._look.theme)  # type: ignore[arg-type]

    def _offset(self, event: QMouseEvent) -> int:
        placed = self.document.line_at(event.position().y() + self.top)
        row = placed.line.row
        x = event.position().x()
        return min(range(row.start, row.end + 1), key=lambda at: abs(self.document.x_of(placed, at) - x))

    @override
    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._opened is None or self._lanes is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self.editing:
            self._pressed = self._offset(event)
            return
        point = event.position()
        card = self._lanes.card_at(self.document, max(float(GUTTER), point.x()), point.y() + self.top)
        if card is not None:
            self.card_wanted.emit(card.id)

    @override
    @guarded()
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            here = self._offset(event)
            self.dragged.emit(min(self._pressed, here), max(self._pressed, here))

    @override
    @guarded()
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
