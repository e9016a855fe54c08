"""Consistency: what is done here and not there, listed as one works; one key mends one or all, or calls it right."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import NamedTuple

from PySide6.QtCore import Signal

from ...models.article import Article
from ...models.consistency import Finding, check, looked_at, mended
from ...models.consistency_rules import RULES
from ...models.errors import KhaotagError, Message
from ...storage import suggestions
from ...storage.jobs.consistency import Inconsistent, look_through
from ...storage.project import Project
from ..article_view import ArticleView
from ..breath import Breath
from ..latest import Latest
from ..look import Look
from ..open_article import OpenArticle
from ..tasks import Task, Tasks
from ..translate import tr
from ..widgets import Segmented
from ..workspace import Workspace
from .consistency_words import rule_names, told
from .line_list import MOST, Line
from .listing import KeyButton, Listing

OpenAt = Callable[[str, int | None], None]


class _Place(NamedTuple):
    """A finding in the open article, or in another one where *article* names it."""

    finding: Finding
    article: str | None = None


class ConsistencyPanel(Listing):
    """Enter goes to a finding, F mends it, Shift+F all of its kind, X calls it right, which is remembered."""

    _streamed = Signal(object)

    def __init__(
        self, look: Look, workspace: Workspace, tasks: Tasks, worker: Latest, view: ArticleView, open_at: OpenAt
    ) -> None:
        super().__init__(look, tr("Consistency"), view.setFocus)
        self._workspace, self._tasks, self._view, self._open_at = workspace, tasks, view, open_at
        self._opened: OpenArticle | None = None
        self._scopes: tuple[tuple[str, str], ...] = ()
        self._findings: list[Finding] = []
        self._right: frozenset[str] | None = None
        self._project: list[Inconsistent] = []
        self._task: Task | None = None
        self._worker = worker
        self._worker.answered.connect(self._take)
        self._worker.failed.connect(lambda error: workspace.told.emit(error.message))
        self._streamed.connect(self._add)
        self.scope = Segmented()
        self.scope.chosen.connect(self._choose_scope)
        self._extra.addWidget(self.scope)
        self._extra.addSpacing(8)
        self._mend, self._all, self._fine = KeyButton("F"), KeyButton("⇧F"), KeyButton("X")
        self.add_buttons(self._mend, self._fine)
        self.add_buttons(self._all)
        for button, key in ((self._mend, "f"), (self._all, "Shift+F"), (self._fine, "x")):
            button.clicked.connect(partial(self._click, key))
        self.list.chosen.connect(self._go)
        self.list.pressed.connect(self._press)
        workspace.project_changed.connect(self._forget)

    def follow(self, opened: OpenArticle | None) -> None:
        """Look at another article."""
        if opened is None:
            # The project may be about to close.
            self._forget()
            self._worker.rest()
        if opened is not self._opened:
            self._opened, self._findings = opened, []

    def leave(self) -> None:
        """Nothing is shown in the article for this panel."""

    def _forget(self) -> None:
        self._right, self._project, self._findings = None, [], []
        if self._task is not None:
            self._task.cancel()
            self._task = None

    # ---- looking

    def refresh(self) -> None:
        """Look at the article as it is now, beside the window; what is known is shown meanwhile."""
        names = (("article", tr("This article")), ("project", tr("Whole project")))
        if names != self._scopes:
            self._scopes = names
            self.scope.set_values(names)
        if not self.scope.value():
            self.scope.choose("article")
        self._mend.say(tr("Mend"))
        self._all.say(tr("Mend all of this kind"))
        self._fine.say(tr("It is right"))
        opened, project = self._opened, self._workspace.project
        if opened is not None and project is not None and self.scope.value() == "article":
            self._worker.ask(partial(self._check, project, opened, opened.article, self._workspace.by))
        self._show()

    def _check(
        self, project: Project, opened: OpenArticle, article: Article, person: str, breathe: Breath
    ) -> tuple[Article, list[Finding], frozenset[str]]:
        right = self._right
        if right is None:
            with project.reading() as connection:
                right = suggestions.right(connection, person)
        tokens = opened.tokens if opened.tokenizer else ()
        looked = looked_at(article, opened.layer, opened.schema, tokens, breathe=breathe)
        return article, check(looked, RULES, right), right

    def _take(self, answer: tuple[Article, list[Finding], frozenset[str]]) -> None:
        article, findings, right = answer
        if self._opened is None or article.id != self._opened.article.id:
            return
        if self._right is None:
            self._right = right
        known = self._right
        self._findings = [finding for finding in findings if finding.key not in known]
        self._show()

    def _choose_scope(self, scope: str) -> None:
        project = self._workspace.project
        if scope == "project" and project is not None and self._opened is not None:
            self._project = []
            by, stream = self._workspace.by, self._streamed.emit
            self._task = self._tasks.start(
                lambda progress, stopped: look_through(project, by, stream, progress, stopped),
                lambda _: self._show(),
                self._on_failed,
            )
        elif self._task is not None:
            self._task.cancel()
        self.refresh()

    def _on_failed(self, error: KhaotagError) -> None:
        if self._task is not None and not self._task.cancelled:
            self._workspace.told.emit(error.message)

    def _add(self, found: Inconsistent) -> None:
        if self._task is not None and not self._task.cancelled:
            self._project.append(found)
            if sum(len(known.findings) for known in self._project) <= MOST + len(found.findings):
                self._show()

    # ---- showing

    def _show(self) -> None:
        if self._opened is None:
            self.show_lines(tr("Consistency"), "", [])
            return
        everywhere = self.scope.value() == "project"
        count = sum(len(known.findings) for known in self._project) if everywhere else len(self._findings)
        lines = self._project_lines() if everywhere else self._article_lines()
        hint = "" if count else tr("Nothing is done differently here and there.")
        self.show_lines(f"{tr('Consistency')}  {count}", hint, lines, count)
        for button in (self._mend, self._all, self._fine):
            button.setEnabled(bool(count))

    def _article_lines(self) -> list[Line]:
        assert self._opened is not None
        lines: list[Line] = []
        counts = Counter(finding.rule for finding in self._findings)
        for rule, name in rule_names().items():
            if counts[rule] and len(lines) < MOST:
                lines.append(Line(f"{name}  {counts[rule]}"))
                found = (finding for finding in self._findings if finding.rule == rule)
                article, room = self._opened.article, MOST - len(lines)
                lines.extend(self._line(_Place(finding), article, self._opened) for finding in islice(found, room))
        return lines

    def _project_lines(self) -> list[Line]:
        lines: list[Line] = []
        for known in self._project:
            lines.append(Line(f"{known.article.title or known.article.id}  {len(known.findings)}"))
            lines.extend(self._line(_Place(f, known.article.id), known.article, None) for f in known.findings)
            if len(lines) > MOST:
                break
        return lines[:MOST]

    def _line(self, place: _Place, article: Article, opened: OpenArticle | None) -> Line:
        assert self._opened is not None
        schema, language, finding = self._opened.schema, self._look.language, place.finding
        mark = opened.layer.entities.get(finding.mark or "") if opened is not None else None
        label = mark.label if mark is not None else finding.label
        kind = schema.entity_type(label)
        surface = article.text[finding.start : finding.end]
        detail = told(finding, label, article.text, schema, language)
        return Line(surface, detail, kind.short.in_language(language), self._look.theme.ink(kind), data=place)

    # ---- doing

    def _go(self, place: _Place) -> None:
        if place.article is not None and (self._opened is None or place.article != self._opened.article.id):
            self._open_at(place.article, place.finding.start)
        elif place.finding.mark is not None:
            self._view.focus_entity(place.finding.mark)
        else:
            self._view.select(place.finding.start, place.finding.end)
            self._view.reveal(place.finding.start)
        self._view.setFocus()

    def _click(self, key: str) -> None:
        self._press(key, self.list.current())

    def _press(self, pressed: str, place: _Place | None) -> None:
        opened = self._opened
        if opened is None or place is None or pressed not in ("f", "Shift+F", "x"):
            return
        if pressed == "x":
            self._call_right(place)
        elif place.article is not None and place.article != opened.article.id:
            self._workspace.told.emit(Message("Enter opens that article first; there F mends it."))
        elif pressed == "f":
            self._repair([place.finding])
        else:
            same = [other for other in self._findings if other.rule == place.finding.rule and other.mend is not None]
            self._repair(same)

    def _repair(self, findings: Sequence[Finding]) -> None:
        opened = self._opened
        if opened is None:
            return
        change = opened.perform(lambda: mended(opened.article, opened.layer, opened.schema, findings, _new_ids()))
        if change is not None:
            self._findings = [finding for finding in self._findings if finding not in findings]
            self._view.told.emit(tr("{count} mended · Ctrl+Z undoes it", count=len(findings)))
            self._show()

    def _call_right(self, place: _Place) -> None:
        project, key, person = self._workspace.project, place.finding.key, self._workspace.by
        if project is None:
            return
        self._right = (self._right or frozenset()) | {key}
        self._findings = [finding for finding in self._findings if finding.key != key]
        self._project = [
            known._replace(findings=[finding for finding in known.findings if finding.key != key])
            for known in self._project
        ]
        self._worker.do(partial(_remember, project, person, key))
        self._view.told.emit(tr("Called right, and remembered"))
        self._show()


def _remember(project: Project, person: str, key: str) -> None:
    with project.transaction() as connection:
        suggestions.reject(connection, person, key)


def _new_ids() -> Iterator[str]:
    while True:
        yield "e" + secrets.token_hex(4)
