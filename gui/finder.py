"""What the search finds: commands by their Thai or English name, articles, labels, relations and legal ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from ..models import edit
from .actions import ACTIONS
from .article_view import ArticleView
from .article_view.bindings import Bindings
from .article_view.commands import COMMANDS
from .article_view.keycaps import key_text
from .article_view.offers import all_legal
from .look import Look
from .open_article import OpenArticle
from .panels.command_search import Found, matching
from .translate import tr, translate
from .workspace import Workspace

_ARTICLES_FOUND = 20


class Finder:
    """Answers to what is typed into the search."""

    def __init__(self, look: Look, workspace: Workspace, view: ArticleView, bindings: Bindings) -> None:
        self._look, self._workspace, self._view, self._bindings = look, workspace, view, bindings
        self.more: list[Callable[[], Sequence[Found]]] = []

    def commands(self, run: Callable[[str], None], text: str) -> list[Found]:
        """Return commands, and the articles whose titles hold *text*; *run* does an action of the window."""
        project = self._workspace.project
        entries = [
            self._command(action.id, action.title, partial(run, action.id))
            for action in ACTIONS
            if project is not None or not action.needs_project
        ]
        if self._workspace.article is not None:
            known = {action.id for action in ACTIONS}
            in_view = [command for command in COMMANDS if command.id not in known]
            entries += [self._command(c.id, c.title, partial(self._in_view, c.id)) for c in in_view]
            entries += self._article_labels(self._workspace.article)
        if text:
            entries += [found for more in self.more for found in more()]
        found = matching(entries, text)
        if project is not None and text:
            rows = project.page(query=text, annotator=self._workspace.by, limit=_ARTICLES_FOUND).rows
            found += [Found(r.title or r.id, r.id, r.id, partial(self._workspace.open_article, r.id)) for r in rows]
        return found

    def _command(self, name: str, title: str, run: Callable[[], object]) -> Found:
        keys = " / ".join(key_text(chord) for chord in self._bindings.keys_of(name))
        return Found(translate(title), f"{title} {self._look.in_thai(title)}", keys, run)

    def _article_labels(self, opened: OpenArticle) -> list[Found]:
        """Return the article labels, each of which is set or taken away when it is chosen."""
        language, title, there = self._look.language, "Article label: {name}", opened.layer.head.labels
        return [
            Found(
                tr("Article label: {name}", name=label.name.in_language(language)),
                f"{title} {self._look.in_thai(title)} {label.id} {label.name.th} {label.name.en}",
                "✓" if label.id in there else "",
                partial(_toggle, opened, label.id),
            )
            for label in opened.schema.labels
        ]

    def _in_view(self, command: str) -> None:
        self._view.setFocus()
        self._view.run(command)

    def labels(self, text: str) -> list[Found]:
        """Return the labels of that name for the selection or the entity, or the relations for the focused one."""
        opened = self._workspace.article
        if opened is None:
            return []
        if self._view.focused_relation() is not None:
            return self._relations(text)
        language = self._look.language
        entries = [
            Found(
                f"{kind.short.in_language(language)}  ·  {kind.name.in_language(language)}",
                f"{kind.id} {kind.name.th} {kind.name.en} {kind.short.th} {kind.short.en}",
                (kind.key or "").upper(),
                partial(self._view.label, kind.id),
            )
            for kind in opened.schema.entities
            if not kind.archived
        ]
        return matching(entries, text)

    def _relations(self, text: str) -> list[Found]:
        entries = [
            Found(
                kind.name.in_language(self._look.language),
                f"{kind.id} {kind.name.th} {kind.name.en}",
                str(number),
                partial(self._view.relations.relabel, kind.id),
            )
            for number, kind in enumerate(self._view.relations.kinds_of_focused(), 1)
        ]
        return matching(entries, text)

    def ends(self, text: str) -> list[Found]:
        """Return the entities of the whole article to which the relation that is being made may lead."""
        opened = self._workspace.article
        if opened is None:
            return []
        article, schema = opened.article.text, opened.schema
        entries = [
            Found(
                entity.surface(article),
                schema.entity_type(entity.label).name.in_language(self._look.language),
                schema.entity_type(entity.label).short.in_language(self._look.language),
                partial(self._view.relating.choose, entity.id),
            )
            for entity in all_legal(self._view)
        ]
        return matching(entries, text)


def hint_for(view: ArticleView) -> str:
    """Return what is asked for when a label is searched."""
    return tr("Find a relation") if view.focused_relation() is not None else tr("Find a label")


def _toggle(opened: OpenArticle, label: str) -> None:
    labels = sorted(set(opened.layer.head.labels) ^ {label})
    opened.perform(lambda: edit.set_labels(opened.article, opened.layer, opened.schema, labels))
