"""Suggestions in the view: stepping through them, accepting, rejecting, and the line that tells why."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ...models.change import Change
from ...models.layer import Entity
from ...models.occurrences import mark_all
from ...models.suggest import Suggestion
from ..open_article import OpenArticle
from ..translate import tr
from .metrics import GUTTER
from .proposal_note import note_answer, note_box, note_text

if TYPE_CHECKING:
    from .view import ArticleView


class Proposals(QObject):
    """What keys and clicks do to the suggestions. *Signals:* `rejected(Suggestion)`, `taken_back()`; `focused()`."""

    rejected = Signal(object)
    taken_back = Signal()
    focused = Signal()

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self._opened: OpenArticle | None = None

    def follow(self, opened: OpenArticle | None) -> None:
        """Show the suggestions of another article."""
        if self._opened is not None:
            self._opened.suggestions_changed.disconnect(self._refresh)
            self._opened.changed.disconnect(self._on_changed)
        self._opened = opened
        if opened is not None:
            opened.suggestions_changed.connect(self._refresh)
            opened.changed.connect(self._on_changed)

    def table(self) -> Mapping[str, Callable[[], None]]:
        """Return what each command about suggestions does."""
        return {
            "next_suggestion": lambda: self.step(1),
            "previous_suggestion": lambda: self.step(-1),
            "accept": self.accept,
            "reject": self.reject,
            "accept_visible": self.accept_visible,
            "unreject": self.taken_back.emit,
        }

    @property
    def present(self) -> Suggestion | None:
        """The focused suggestion."""
        return self._view.scene.proposal

    # ---- stepping

    def step(self, direction: int) -> None:
        """Focus the next or previous suggestion."""
        found = self._beside(direction)
        if found is None:
            self._view.told.emit(tr("There are no suggestions in this article."))
        else:
            self.focus(found)

    def _beside(self, direction: int) -> Suggestion | None:
        known = self._view.document.proposals.list
        if not known:
            return None
        present = self.present
        at = bisect_left([one.start for one in known], self._view.scene.caret if present is None else present.start)
        if present is not None:
            at += direction if direction < 0 or (at < len(known) and known[at] == present) else 0
        elif direction < 0:
            at -= 1
        return known[at % len(known)]

    def focus(self, suggestion: Suggestion | None) -> None:
        """Put the focus on a suggestion, or take it away."""
        view = self._view
        if suggestion is not None:
            view.focus_mark(None, at=suggestion.start)
            view.scene.proposal = suggestion
            view.reveal(suggestion.start)
            why = note_text(view.document, suggestion)
            view.setAccessibleDescription(f"{self._surface(suggestion)}, {self._chip(suggestion)}, {why}")
        else:
            view.scene.proposal = None
        view.viewport().update()
        self.focused.emit()

    def _surface(self, suggestion: Suggestion) -> str:
        return self._view.document.opened.article.text[suggestion.start : suggestion.end]

    def _chip(self, suggestion: Suggestion) -> str:
        return self._view.document.composer.proposed_text(suggestion.label, suggestion.score)

    # ---- deciding

    def accept(self, label: str | None = None) -> None:
        """Make the focused suggestion an entity, as another *label* if one is given, and go on to the next."""
        one = self.present
        if one is None:
            self._view.told.emit(tr("Go to a suggestion first: N"))
            return
        following = self._beside(1)
        if self._mark([one.entity(self._view.edits.new_id("e"), label)]):
            if label is not None:
                self._view.edits.last_label = label
            self._go_on(following if following != one else None)

    def accept_visible(self) -> None:
        """Make every suggestion on screen an entity, in one step."""
        wanted = self.visible()
        if not wanted:
            self._view.told.emit(tr("There are no suggestions on screen."))
            return
        new_id = self._view.edits.new_id
        if self._mark([one.entity(new_id("e")) for one in wanted]):
            self._go_on(None)
            self._view.told.emit(tr("{count} suggestions accepted · Ctrl+Z undoes it", count=len(wanted)))

    def visible(self) -> list[Suggestion]:
        """Return the suggestions that begin and end on screen."""
        view = self._view
        top, bottom = view.top, view.top + view.viewport().height()
        seen = [line for line in view.document.visible(top, bottom) if top <= line.baseline <= bottom]
        if not seen:
            return []
        start, end = seen[0].line.row.start, seen[-1].line.row.end
        return [one for one in view.document.proposals.list if start <= one.start and one.end <= end]

    def reject(self) -> None:
        """Say that the focused suggestion is wrong here, which is remembered, and go on to the next."""
        one = self.present
        if one is None:
            self._view.told.emit(tr("Go to a suggestion first: N"))
            return
        following = self._beside(1)
        self.rejected.emit(one)
        if self._opened is not None:
            self._opened.set_suggestions([other for other in self._opened.suggestions if other != one])
        self._go_on(following if following != one else None)
        self._view.told.emit(tr("Rejected, and remembered · Shift+X takes it back"))

    def _mark(self, entities: list[Entity]) -> Change | None:
        opened = self._view.document.opened
        return opened.perform(lambda: mark_all(opened.article, opened.layer, opened.schema, entities))

    def _go_on(self, following: Suggestion | None) -> None:
        here = self._opened is not None and following in self._opened.suggestions
        self.focus(following if here else None)

    # ---- the mouse

    def click(self, x: float, y: float) -> bool:
        """Take a click at a point of the viewport: on a suggestion's chip, or on a mark beside the reason."""
        view, present, box = self._view, self.present, None
        if present is not None:
            room = view.viewport().height()
            box = note_box(view.document, present, view.top, view.document.view_width, room)
        if box is not None and box.holds(x, y):
            answer = note_answer(box, x)
            if answer is not None:
                self.accept() if answer else self.reject()
            return True
        found = self._at(x, y + view.top)
        if found is None:
            return False
        self.focus(found)
        return True

    def _at(self, x: float, y: float) -> Suggestion | None:
        placed = self._view.document.line_at(y)
        decoration = placed.line.decoration
        for one in decoration.proposed if decoration is not None else ():
            if one.chip is not None and one.chip.holds(x - GUTTER, y - placed.baseline):
                return one.suggestion
        return None

    # ---- following

    def _refresh(self) -> None:
        """Show the article's present suggestions; a focused one that is gone loses the focus."""
        view = self._view
        view.document.propose()
        if self.present is not None and self._opened is not None and self.present not in self._opened.suggestions:
            # It may have come again with other figures.
            same = (one for one in self._opened.suggestions if one.start == self.present.start)
            view.scene.proposal = next(same, None)
            self.focused.emit()
        view.follow_layout()

    def _on_changed(self, change: Change) -> None:
        """Drop suggestions on ground that was marked or excluded just now; the engines follow."""
        opened = self._opened
        marked = [row.after for row in change.rows if row.kind == "entity" and isinstance(row.after, Entity)]
        if opened is not None and marked and opened.suggestions:
            opened.set_suggestions(_beside_marks(opened.suggestions, marked))


def _beside_marks(suggestions: Sequence[Suggestion], marked: Sequence[Entity]) -> list[Suggestion]:
    """Return the suggestions that no mark covers or crosses."""
    gone: set[Suggestion] = set()
    starts = [one.start for one in suggestions]
    for entity in marked:
        at = bisect_left(starts, entity.end) - 1
        while at >= 0 and suggestions[at].end > entity.start:
            one = suggestions[at]
            if not (one.start <= entity.start and entity.end <= one.end and entity.ranges != ((one.start, one.end),)):
                gone.add(one)
            at -= 1
    return [one for one in suggestions if one not in gone]
