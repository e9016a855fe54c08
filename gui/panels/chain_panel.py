"""The chains of the open article: what names the same thing, each with its colour and number."""

from __future__ import annotations

from ...models import chains, edit
from ...models.layer import Chain
from ..article_view import ArticleView
from ..look import Look
from ..open_article import OpenArticle
from ..translate import tr
from .line_list import Line
from .listing import KeyButton, Listing


class ChainPanel(Listing):
    """Enter goes to a member, Delete takes it out; while the panel is shown the members are framed in the article."""

    def __init__(self, look: Look, view: ArticleView) -> None:
        super().__init__(look, tr("Chains"), view.setFocus)
        self._view = view
        self._opened: OpenArticle | None = None
        self._out, self._dissolve = KeyButton("Del"), KeyButton("⇧Del")
        self.add_buttons(self._out, self._dissolve)
        self.list.chosen.connect(self._go)
        self.list.pressed.connect(self._press)
        self._out.clicked.connect(lambda: self._press("Del", self.list.current()))
        self._dissolve.clicked.connect(lambda: self._press("Shift+Del", self.list.current()))

    def follow(self, opened: OpenArticle | None) -> None:
        """Show another article's chains."""
        self._opened = opened

    def leave(self) -> None:
        """Take the frames out of the article."""
        self._view.chaining.show(on=False)

    def refresh(self) -> None:
        """Show the chains as they are now."""
        self._out.say(tr("Take out"))
        self._dissolve.say(tr("Dissolve"))
        self._view.chaining.show(on=self._opened is not None and self.isVisible())
        known = chains.ordered(self._opened.layer) if self._opened is not None else []
        lines = [line for number, chain in enumerate(known) for line in self._lines(number, chain)]
        hint = tr("Ctrl+L on an entity joins it to another that names the same: name, short name, pronoun.")
        self.show_lines(f"{tr('Chains')}  {len(known)}", "" if known else hint, lines)
        for button in (self._out, self._dissolve):
            button.setEnabled(bool(known))

    def _lines(self, number: int, chain: Chain) -> list[Line]:
        assert self._opened is not None
        layer, text, schema = self._opened.layer, self._opened.article.text, self._opened.schema
        members = [layer.entities[member] for member in chain.members]
        name = max((member.surface(text) for member in members), key=len)
        head = tr("{name} · {count} members", name=name, count=len(members))
        lines = [Line(head, chip=str(number + 1), ink=self._look.theme.chain(number), solid=True)]
        for member in members:
            kind = schema.entity_type(member.label)
            chip = kind.short.in_language(self._look.language)
            lines.append(Line(member.surface(text), chip=chip, ink=self._look.theme.ink(kind), data=member.id))
        return lines

    def _go(self, member: str) -> None:
        self._view.focus_entity(member)
        self._view.setFocus()

    def _press(self, pressed: str, member: str | None) -> None:
        opened = self._opened
        if opened is None or member is None:
            return
        chain = chains.chain_of(opened.layer, member)
        if pressed in ("Del", "Backspace"):
            opened.perform(lambda: chains.leave(opened.article, opened.layer, member))
        elif pressed == "Shift+Del" and chain is not None:
            opened.perform(lambda: edit.remove(opened.article, opened.layer, chain.id))
        self.refresh()
