"""The suggester: runs the engines on the open article beside the window and hands their answers to it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ..models.article import Article
from ..models.layer import GOLD, Entity, Layer
from ..models.names import Names
from ..models.suggest import Given, Rejected, Suggestion, context_of
from ..models.suggest.repeat import NAME, Repeat
from ..models.tokens import Token
from ..storage import suggestions
from ..storage.project import Project
from .breath import Breath, Stale
from .open_article import OpenArticle
from .tasks import as_error
from .workspace import Workspace

_REST = 250  # milliseconds without a change before the engines look again
_MOST = 1000  # suggestions of one article; others follow when these are decided


class _Asked(NamedTuple):
    ticket: int
    article: Article
    layer: Layer
    base: Layer  # as it stood in the project when the article was opened
    tokens: Sequence[Token]


class Suggester(QObject):
    """Follows the open article. *Signal:* `answered(count)` after the engines have looked.

    What belongs to the worker's thread is in `_Memory`; late answers are dropped by their ticket.
    """

    answered = Signal(int)
    _found = Signal(int, object)
    _failed = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._opened: OpenArticle | None = None
        self._base = Layer("")
        self._ticket = 0
        self._memory: _Memory | None = None
        self._undo: list[tuple[str, str]] = []
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="khaotag-suggest")
        self._timer = QTimer(self, interval=_REST, singleShot=True)
        self._timer.timeout.connect(self.look)
        self._found.connect(self._take)
        self._failed.connect(workspace.told)
        workspace.article_changed.connect(self._follow)

    def close(self) -> None:
        """End the worker; what was rejected is written first."""
        self._ticket += 1
        self._pool.shutdown(wait=True)

    def _follow(self, opened: OpenArticle | None) -> None:
        self._ticket += 1
        self._timer.stop()
        self._undo = []
        if self._opened is not None and self._memory is not None:
            self._submit(self._memory.count, self._opened.article, self._opened.layer, self._base)
        if opened is None and self._memory is not None:
            # The project may be about to close: no thread is to be reading it then.
            self._pool.submit(lambda: None).result()
        self._opened = opened
        if opened is not None:
            self._base = opened.layer
            opened.changed.connect(lambda _: self._timer.start())
            opened.tokens_changed.connect(self._timer.start)
            self._timer.start()

    def look(self) -> None:
        """Let the engines look at the open article as it is now."""
        opened, project = self._opened, self._workspace.project
        if opened is None or project is None or not self._workspace.has_words:
            return
        if self._memory is None or not self._memory.serves(project, self._workspace.by):
            self._memory = _Memory(project, self._workspace.by)
        self._ticket += 1
        asked = _Asked(self._ticket, opened.article, opened.layer, self._base, opened.tokens)
        self._submit(self._work, self._memory, asked)

    def _work(self, memory: _Memory, asked: _Asked) -> None:
        self._found.emit(asked.ticket, memory.look(asked, Breath(lambda: asked.ticket != self._ticket)))

    def _submit(self, work: Callable[..., None], *arguments: object) -> None:
        """Do something on the worker's thread; a failure is told."""

        def run() -> None:
            try:
                work(*arguments)
            except Stale:
                return
            except Exception as error:  # noqa: BLE001 - without suggestions an article can still be read and marked
                self._failed.emit(as_error(error).message)

        self._pool.submit(run)

    @Slot(int, object)
    def _take(self, ticket: int, found: Sequence[Suggestion]) -> None:
        if ticket == self._ticket and self._opened is not None:
            self._opened.set_suggestions(found)
            self.answered.emit(len(found))

    # ---- rejecting

    def reject(self, suggestion: Suggestion) -> None:
        """Remember that a suggestion is wrong here."""
        if self._opened is not None and self._memory is not None:
            context = context_of(self._opened.article.text, suggestion.start, suggestion.end)
            self._undo.append((context, suggestion.label))
            self._submit(self._memory.reject, context, suggestion.label)
            self._timer.start()

    def take_back(self) -> bool:
        """Forget the last rejection in this article; tell whether there was one."""
        if not self._undo or self._memory is None:
            return False
        self._submit(self._memory.forget, *self._undo.pop())
        self._timer.start()
        return True


class _Memory:
    """What the worker knows of one person's work in one project; only the worker's thread touches it."""

    def __init__(self, project: Project, person: str) -> None:
        self._project, self._person = project, person
        self._names: Names | None = None
        self._rejected = Rejected()
        self._counted: tuple[str, Mapping[str, Entity]] = ("", {})

    def serves(self, project: Project, person: str) -> bool:
        """Tell whether this is about a person's work in a project."""
        return self._project is project and self._person == person

    def look(self, asked: _Asked, breathe: Breath) -> list[Suggestion]:
        """Return the suggestions for an article; raises Stale as soon as nobody waits for them."""
        names = self._names or self._learn(asked.article.id, breathe)
        self.count(asked.article, asked.layer, asked.base)
        breathe()
        given = Given(asked.article, asked.layer, asked.tokens, self._rejected)
        engine = Repeat(names)
        found: list[Suggestion] = []
        for line in given.lines():
            breathe()
            found.extend(engine.suggest(given, line))
            if len(found) > _MOST:
                break
        return _merged(found, self._kept(asked.article, given))[:_MOST]

    def _learn(self, besides: str, breathe: Breath) -> Names:
        """Read what this person and the gold layer call by which name in all other articles."""
        names = Names()
        with self._project.reading() as connection:
            self._rejected = suggestions.rejected(connection, self._person)
            for batch in suggestions.marks(connection, (self._person, GOLD), besides):
                for string, label in batch:
                    names.add(string, label)
                    breathe()
        self._names, self._counted = names, (besides, {})
        return names

    def count(self, article: Article, layer: Layer, base: Layer) -> None:
        """Count an article's marks as they are now; *base* is what the project had when the article was opened."""
        if self._names is None:
            return
        known, before = self._counted
        now = layer.entities
        before = before if known == article.id else base.entities
        for name, entity in before.items():
            if now.get(name) is not entity and not entity.fragments:
                self._names.add(article.text[entity.start : entity.end], entity.label, -1)
        for name, entity in now.items():
            if before.get(name) is not entity and not entity.fragments:
                self._names.add(article.text[entity.start : entity.end], entity.label)
        self._counted = (article.id, now)

    def _kept(self, article: Article, given: Given) -> list[Suggestion]:
        """Return what other engines proposed before, where there is still room for it."""
        with self._project.reading() as connection:
            kept = suggestions.of_article(connection, article)
        return [
            one
            for one in kept
            if one.engine != NAME
            and given.free(one.start, one.end)
            and not self._rejected.here(context_of(article.text, one.start, one.end), one.label)
        ]

    def reject(self, context: str, label: str) -> None:
        """Remember a rejection, also in the project."""
        self._rejected.add(context, label)
        with self._project.transaction() as connection:
            suggestions.reject(connection, self._person, context, label)

    def forget(self, context: str, label: str) -> None:
        """Forget a rejection, also in the project."""
        self._rejected.discard(context, label)
        with self._project.transaction() as connection:
            suggestions.forget(connection, self._person, context, label)


def _merged(found: Sequence[Suggestion], kept: Sequence[Suggestion]) -> list[Suggestion]:
    """Return all suggestions in the order of the text: on the same ground the repeated name, else the likelier one."""
    chosen = list(found)
    for one in sorted(kept, key=lambda one: (-one.score, one.start - one.end, one.start)):
        at = bisect_left(chosen, one.start, key=lambda other: other.start)
        clear_before = at == 0 or chosen[at - 1].end <= one.start
        clear_after = at == len(chosen) or one.end <= chosen[at].start
        if clear_before and clear_after:
            chosen.insert(at, one)
    return chosen
