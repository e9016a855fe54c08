"""The article that is open: its values, and the one place where a gesture changes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from ..models.article import Article, ArticleState
from ..models.change import Change, apply
from ..models.errors import BadInput, Message
from ..models.layer import GOLD, Layer
from ..models.locking import is_locked, refuse_locked
from ..models.schema import Schema
from ..models.suggest import Suggestion
from ..models.tokens import Token


class OpenArticle(QObject):
    """The open article with one person's layer.

    *Signals:* `changed(Change)` after a change was applied here; `performed(Change)` after a gesture of this
    person, which wants to be committed; `replaced()` when everything is other than before; `tokens_changed()`;
    `suggestions_changed()`; `refused(Message)` when a gesture was not allowed; `locked()` when it was not because the
    layer is finished.
    """

    changed = Signal(object)
    performed = Signal(object)
    replaced = Signal()
    tokens_changed = Signal()
    suggestions_changed = Signal()
    refused = Signal(object)
    locked = Signal()

    def __init__(
        self,
        article: Article,
        layer: Layer,
        schema: Schema,
        tokens: Sequence[Token],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.article = article
        self.layer = layer
        self.schema = schema
        self.tokens = tokens
        self.tokenizer = ""
        self.suggestions: tuple[Suggestion, ...] = ()
        self.may_edit = True

    def perform(self, make: Callable[[], Change]) -> Change | None:
        """Make a change with a verb of `models.edit`, apply it and announce it; a refused one is told, not raised."""
        if not self._is_ours():
            return None
        try:
            change = make()
            self.apply(change)
        except BadInput as error:
            self.locked.emit() if self._is_lock(error) else self.refused.emit(error.message)
            return None
        self.performed.emit(change)
        return change

    def _is_lock(self, error: BadInput) -> bool:
        try:
            refuse_locked(self.layer)
        except BadInput as lock:
            return lock.message == error.message
        return False

    def is_open(self) -> bool:
        """Tell whether marks can be changed; tell the person where the layer is finished or somebody else's."""
        if not self._is_ours():
            return False
        if is_locked(self.layer):
            self.locked.emit()
            return False
        return True

    def _is_ours(self) -> bool:
        if not self.may_edit:
            owner = self.layer.annotator
            self.refused.emit(
                Message("The gold layer is decided in the review.")
                if owner == GOLD
                else Message("This is the layer of {name}: only they or a reviewer can change it.", name=owner)
            )
        return self.may_edit

    def apply(self, change: Change) -> None:
        """Apply a change that is or will be committed."""
        self.layer = apply(self.layer, change.rows)
        for row in change.rows:
            if row.kind == "article" and isinstance(row.after, ArticleState):
                self.article = self.article._replace(state=row.after)
        self.changed.emit(change)

    def set_tokens(self, tokens: Sequence[Token], tokenizer: str = "") -> None:
        """Take other tokens: the tokenizer of that name has answered, or a person repaired them."""
        self.tokens, self.tokenizer = tokens, tokenizer
        self.tokens_changed.emit()

    def set_suggestions(self, suggestions: Sequence[Suggestion]) -> None:
        """Take other suggestions, in the order of the text; they are no part of the layer."""
        if tuple(suggestions) != self.suggestions:
            self.suggestions = tuple(suggestions)
            self.suggestions_changed.emit()

    def refuse(self, message: Message) -> None:
        """Tell that a gesture is not possible now."""
        self.refused.emit(message)
