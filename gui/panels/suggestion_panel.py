"""The suggestions of the open article in a list, with score and reason."""

from __future__ import annotations

from ...models.suggest import Suggestion
from ..article_view import ArticleView
from ..look import Look
from ..open_article import OpenArticle
from ..reasons import told_reason
from ..translate import tr
from .line_list import Line
from .listing import KeyButton, Listing


class SuggestionPanel(Listing):
    """Enter goes to a suggestion, A accepts it, X rejects it."""

    def __init__(self, look: Look, view: ArticleView) -> None:
        super().__init__(look, tr("Suggestions"), view.setFocus)
        self._view = view
        self._opened: OpenArticle | None = None
        self._accept, self._reject, self._all = KeyButton("A"), KeyButton("X"), KeyButton("⇧↵")
        self.add_buttons(self._accept, self._reject)
        self.add_buttons(self._all)
        self.list.chosen.connect(self._go)
        self.list.pressed.connect(self._press)
        self._accept.clicked.connect(lambda: self._press("a", self.list.current()))
        self._reject.clicked.connect(lambda: self._press("x", self.list.current()))
        self._all.clicked.connect(view.proposals.accept_visible)

    def follow(self, opened: OpenArticle | None) -> None:
        """Show another article's suggestions."""
        self._opened = opened

    def leave(self) -> None:
        """Nothing is shown in the article for this panel."""

    def refresh(self) -> None:
        """Show what is proposed now."""
        self._accept.say(tr("Accept"))
        self._reject.say(tr("Reject"))
        self._all.say(tr("Accept all on screen"))
        found = self._opened.suggestions if self._opened is not None else ()
        hint = "" if found else tr("What you mark is looked for elsewhere and proposed here.")
        self.show_lines(f"{tr('Suggestions')}  {len(found)}", hint, [self._line(one) for one in found])
        for button in (self._accept, self._reject, self._all):
            button.setEnabled(bool(found))

    def _line(self, one: Suggestion) -> Line:
        assert self._opened is not None
        schema, language = self._opened.schema, self._look.language
        kind = schema.entity_type(one.label)
        chip = f"{kind.short.in_language(language)} {one.score:.2f}"
        surface = self._opened.article.text[one.start : one.end]
        return Line(surface, told_reason(one, schema, language), chip, self._look.theme.ink(kind), data=one)

    def _go(self, one: Suggestion) -> None:
        self._view.proposals.focus(one)
        self._view.setFocus()

    def _press(self, pressed: str, one: Suggestion | None) -> None:
        if one is None or pressed not in ("a", "x"):
            return
        self._view.proposals.focus(one)
        if pressed == "a":
            self._view.proposals.accept()
        else:
            self._view.proposals.reject()
        self.refresh()
