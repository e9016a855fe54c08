"""Workspace: the open project and the open article, and what happens between window and project."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ..models import edit
from ..models.article import Article
from ..models.change import Change
from ..models.errors import BadInput, KhaotagError, Message
from ..models.layer import GOLD, STATUSES, Layer
from ..models.schema import Schema
from ..storage.jobs.know_people import is_reviewer
from ..storage.jobs.search import fill_index
from ..storage.people import person_of_this_machine
from ..storage.project import Project
from .exclusions import decided_exclusions
from .open_article import OpenArticle
from .step_names import step_told
from .tasks import as_error
from .words import Words, rough_words
from .writer import Writer

# Cached words arrive within this time, so that an article is not laid out twice.
_PATIENCE = 0.08
_AFTER_PAINT = 60  # milliseconds


class Workspace(QObject):
    """The hub between window and project.

    *Signals:* `project_changed()` another project, or none; `article_changed(OpenArticle | None)` another article;
    `counted(article id, status, entities, relations)` the open article's line in the list is another one;
    `articles_changed()` articles came or went; `saving()`, `saved(number)`, `failed(KhaotagError)`;
    `elsewhere(Change)` another layer of the open article was changed; `stepped(Change)` an undo, redo or rollback is
    shown; `told(Message)` one line for the person; `words_changed(name, count)` the tokenizer has answered.
    """

    project_changed = Signal()
    article_changed = Signal(object)
    counted = Signal(str, str, int, int)
    articles_changed = Signal()
    saving = Signal()
    saved = Signal(int)
    failed = Signal(object)
    told = Signal(object)
    elsewhere = Signal(object)
    stepped = Signal(object)
    words_changed = Signal(str, int)
    _words = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project: Project | None = None
        self.article: OpenArticle | None = None
        self.writer: Writer | None = None
        self.by = ""
        self.has_words = True
        self._warm = False
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="khaotag-words")
        self._ticket = 0
        self._lost: list[Change] = []
        self._counts: dict[str, int] | None = None
        self._words.connect(self._take_words)

    def open(self, target: str | Path, *, by: str | None = None) -> None:
        """Open a project in place of the present one; raises KhaotagError and keeps the present one."""
        self.show_project(Project.open(target), by=by)

    def create(self, target: str | Path, schema: Schema) -> None:
        """Make a new project and open it."""
        self.show_project(Project.create(target, schema))

    def show_project(self, project: Project, *, by: str | None = None) -> None:
        """Work on a project that is open already, as this machine's person or as *by*."""
        self.close()
        self.project = project
        self.by = by or person_of_this_machine().name
        self.has_words, self._counts = True, None
        writer = self.writer = Writer(
            project, self.by, self, lambda busy: fill_index(project, cancelled=busy) if project.writable else 0
        )
        writer.saving.connect(self.saving)
        writer.saved.connect(self._on_saved)
        writer.stepped.connect(self._on_stepped)
        writer.nothing.connect(self._on_nothing)
        writer.refused.connect(self._on_refused)
        writer.lost.connect(self._on_lost)
        self.project_changed.emit()

    def close(self) -> None:
        """Write what waits and let the project go."""
        self.leave_article()
        if self.writer is not None:
            self.writer.close()
            self.writer.deleteLater()
        if self.project is not None:
            self.project.close()
        self.writer = self.project = None
        self._lost, self._counts = [], None

    def shut(self) -> None:
        """Close for good, threads included."""
        self.close()
        self._reader.shutdown(wait=True, cancel_futures=True)

    def counts(self) -> dict[str, int]:
        """Return how many articles have each status for this person; counted anew only after one changed."""
        if self._counts is None:
            self._counts = self.project.counts(self.by) if self.project is not None else dict.fromkeys(STATUSES, 0)
        return self._counts

    @property
    def idle(self) -> bool:
        """Whether everything is on disk."""
        return self.writer is None or self.writer.idle

    def rename_person(self, name: str) -> None:
        """Work under another name from now on: its own layers, its own undo."""
        project = self.project
        if project is None or name == self.by:
            return
        opened = self.article.article.id if self.article else None
        self.leave_article()
        if self.writer is not None:
            self.writer.close()
        self.project = None
        self.show_project(project, by=name)
        if opened:
            self.open_article(opened)

    def leave_article(self) -> None:
        """Have no article open."""
        self._ticket += 1
        if self.article is not None:
            self.article.deleteLater()
            self.article = None
            self.article_changed.emit(None)

    @property
    def whose(self) -> str:
        """Whose layer is open; `by` is who does what is done to it."""
        return self.article.layer.annotator if self.article is not None else self.by

    def open_layer(self, annotator: str) -> None:
        """Show another person's layer of the open article, or one's own again."""
        if self.article is not None and annotator != self.whose:
            self.open_article(self.article.article.id, of=annotator)

    def open_article(self, article_id: str, *, of: str | None = None) -> None:
        """Open an article with one's own layer or *of* another; opened again it stays with whose it is.

        Words that are not known yet follow.
        """
        project = self.project
        if project is None:
            return
        try:
            article = project.read(article_id)
            known_layers = project.layers(article_id)
        except KhaotagError as error:
            self.told.emit(error.message)
            if self.article is not None and self.article.article.id == article_id:
                self.leave_article()  # it has been removed
            return
        same = self.article is not None and self.article.article.id == article_id
        layer = known_layers.get(of or (self.whose if same else self.by)) or known_layers.get(self.by) or Layer(self.by)
        self._ticket += 1
        known = self._words_at_once(article)
        old, self.article = self.article, OpenArticle(article, layer, project.schema, rough_words(article.text), self)
        self.article.may_edit = layer.annotator == self.by or (layer.annotator != GOLD and self._is_reviewer())
        self.has_words = known is not None
        if known is not None:
            self.article.tokens, self.article.tokenizer = known.spans, known.name
        self.article.performed.connect(self._on_performed)
        self.article.refused.connect(self.told)
        self.article_changed.emit(self.article)
        if known is not None:
            self.words_changed.emit(known.name, len(known.spans))
        if old is not None:
            old.deleteLater()

    def _is_reviewer(self) -> bool:
        return self.project is not None and is_reviewer(self.project, self.by)

    def _words_at_once(self, article: Article) -> Words | None:
        """Return the words if they are known or come in a moment; else they follow once the article is painted."""
        project, ticket = self.project, self._ticket
        assert project is not None
        try:
            tokens = project.known_tokens(article)
            if tokens is not None:
                return Words(ticket, tokens.tokenizer, tokens.spans)
            if self._warm:
                return self._ask_for_words(article).result(timeout=_PATIENCE)
        except NotYet:
            return None
        except Exception as error:  # noqa: BLE001 - without words an article can still be read and marked
            self.told.emit(as_error(error).message)
            return None
        # Loading the dictionary keeps the interpreter busy: the window is to be seen first.
        QTimer.singleShot(_AFTER_PAINT, self, lambda: self._follow_with_words(article, ticket))
        return None

    def _follow_with_words(self, article: Article, ticket: int) -> None:
        if ticket == self._ticket and self.project is not None:
            self._ask_for_words(article)

    def _ask_for_words(self, article: Article) -> Future[Words]:
        project, ticket = self.project, self._ticket

        def work() -> Words:
            assert project is not None
            tokens = project.tokens(article)
            words = Words(ticket, tokens.tokenizer, tokens.spans)
            self._warm = True
            self._words.emit(words)
            return words

        return self._reader.submit(work)

    @Slot(object)
    def _take_words(self, words: Words) -> None:
        if self.article is None or words.ticket != self._ticket:
            return
        self.has_words = True
        if self.article.tokens == words.spans:
            return
        self.article.set_tokens(words.spans, words.name)
        self.words_changed.emit(words.name, len(words.spans))

    def undo(self) -> None:
        """Take back this person's last change of the open article."""
        if self.writer is not None and self.article is not None:
            self.writer.undo(self.article.article.id)

    def redo(self) -> None:
        """Do again what was undone last."""
        if self.writer is not None and self.article is not None:
            self.writer.redo(self.article.article.id)

    def take_import(self, articles: Sequence[str]) -> None:
        """Show what an import brought; the open article is read again where it got marks."""
        opened = self.article
        self._counts = None
        self.articles_changed.emit()
        if opened is not None and opened.article.id in articles:
            self.open_article(opened.article.id)
        elif opened is None and articles:
            self.open_article(articles[0])

    def take_changes(self, articles: Sequence[str] | None = None) -> None:
        """Show what was changed past the open article's own gestures, in these articles or anywhere."""
        opened = self.article
        self._counts = None
        self.articles_changed.emit()
        if opened is not None and (articles is None or opened.article.id in articles):
            self.open_article(opened.article.id)

    def set_status(self, status: str) -> None:
        """Say how far the open article is; saying it again is no step."""
        opened = self.article
        if opened is not None and opened.layer.head.status != status:
            opened.perform(lambda: edit.set_status(opened.article, opened.layer, status))

    def decide_exclusions(self, *, confirmed: bool) -> None:
        """Confirm or dismiss every proposed exclusion of the open article in one step."""
        opened = self.article
        if opened is not None:
            opened.perform(lambda: decided_exclusions(opened.article, opened.layer.annotator, confirmed=confirmed))

    def retry(self) -> None:
        """Make the changes again that could not be kept."""
        lost, self._lost = list(reversed(self._lost)), []
        opened = self.article
        for change in lost:
            if opened is not None and change.article == opened.article.id and self._is_own(change):
                opened.perform(partial(_same, change))
            elif self.writer is not None:
                self.writer.commit(change)
                if opened is not None and change.article == opened.article.id:
                    self.elsewhere.emit(change)

    @Slot(object)
    def _on_performed(self, change: Change) -> None:
        if self.writer is not None:
            self._follow(change)
            self.writer.commit(change)

    def _follow(self, change: Change) -> None:
        opened = self.article
        if opened is None or change.article not in (opened.article.id, None) or self.whose != self.by:
            return
        layer = opened.layer
        self.counted.emit(opened.article.id, layer.head.status, len(layer.entities), len(layer.relations))

    def _refresh_after(self, change: Change) -> None:
        if any(row.kind == "layer" for row in change.rows):
            self._counts = None
        if self.article is not None and any(row.kind in ("article", "word") for row in change.rows):
            self._ticket += 1
            self._ask_for_words(self.article.article)

    @Slot(int, object)
    def _on_saved(self, number: int, change: Change) -> None:
        self._refresh_after(change)
        self.saved.emit(number)

    @Slot(int, object)
    def _on_stepped(self, number: int, change: Change) -> None:
        if self.article is not None and change.article in (self.article.article.id, None):
            self._apply(change)
            self.told.emit(step_told(change, self.article.article.text))
        self._refresh_after(change)
        self.saved.emit(number)

    @Slot()
    def _on_nothing(self) -> None:
        self.saved.emit(0)
        self.told.emit(Message("There is nothing to undo or redo in this article."))

    @Slot(object)
    def _on_refused(self, error: KhaotagError) -> None:
        self.saved.emit(0)
        self.told.emit(error.message)

    @Slot(object, object)
    def _on_lost(self, lost: list[Change], error: KhaotagError) -> None:
        self._lost = lost
        for change in lost:
            if self.article is not None and change.article in (self.article.article.id, None):
                self._apply(change.inverse("rollback"))
        self.failed.emit(error)

    def _is_own(self, change: Change) -> bool:
        """Whether a change is one of the open layer, or of the article itself."""
        return self.article is not None and change.annotator in (None, self.article.layer.annotator)

    def _apply(self, change: Change) -> None:
        opened = self.article
        if opened is None:
            return
        if not self._is_own(change):
            self.elsewhere.emit(change)
            return
        try:
            opened.apply(change)
        except BadInput:
            # The view is out of step with the project; what is stored is right.
            self.open_article(opened.article.id)
        else:
            self._follow(change)
            self.stepped.emit(change)


def _same(change: Change) -> Change:
    return change
