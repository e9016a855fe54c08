"""What the dashboard shows, computed beside the window and kept until a change: progress first."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from ...models.agreement_values import Agreement
from ...models.errors import KhaotagError
from ...storage.jobs.agree import agree
from ...storage.jobs.progress import newest_change, progress
from ...storage.project import Project
from ..tasks import Progress, Stopped, Task, Tasks
from .disputed import MOST, Disputed, most_disputed


class Compared(NamedTuple):
    """How far people agree, and the articles on which they do least."""

    agreement: Agreement
    disputed: tuple[Disputed, ...]


class Measuring(QObject):
    """One measuring at a time; the answer of an earlier one is dropped.

    *Signals:* `progressed(storage.jobs.progress.Progress)`; `compared(Compared)`; `counted(articles compared, of)`;
    `failed(KhaotagError)`.
    """

    progressed = Signal(object)
    compared = Signal(object)
    counted = Signal(int, int)
    failed = Signal(object)
    _came = Signal(int, object)
    _went_on = Signal(int, int, int)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._task: Task | None = None
        self._ticket = 0
        self._known = ("", -1)
        self._came.connect(self._take_progress)
        self._went_on.connect(self._take_count)

    @property
    def is_running(self) -> bool:
        """Whether more may come."""
        return self._task is not None

    def ask(self, project: Project) -> None:
        """Measure a project, unless nothing has changed since."""
        self.stop()
        ticket, instance, known = self._ticket, project.facts["instance"], self._known

        def work(_progress: Progress, stopped: Stopped) -> tuple[tuple[str, int], Compared] | None:
            state = (instance, newest_change(project))
            if state == known:
                return None
            self._came.emit(ticket, progress(project))
            found = agree(
                project, None, None, lambda done, of: self._went_on.emit(ticket, done, of or 0), stopped
            ).agreement
            return state, Compared(found, tuple(_titled(project, found)))

        self._task = self._tasks.start(
            work, lambda result: self._end(ticket, result), lambda error: self._fail(ticket, error), quiet=True
        )

    def stop(self) -> None:
        """Measure no further."""
        self._ticket += 1
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def forget(self) -> None:
        """Stop, and keep nothing of what was measured."""
        self.stop()
        self._known = ("", -1)

    def _take_progress(self, ticket: int, found: object) -> None:
        if ticket == self._ticket:
            self.progressed.emit(found)

    def _take_count(self, ticket: int, done: int, of: int) -> None:
        if ticket == self._ticket:
            self.counted.emit(done, of)

    def _end(self, ticket: int, result: tuple[tuple[str, int], Compared] | None) -> None:
        if ticket != self._ticket:
            return
        self._task = None
        if result is not None:
            self._known = result[0]
        self.compared.emit(result[1] if result is not None else None)

    def _fail(self, ticket: int, error: KhaotagError) -> None:
        if ticket == self._ticket:
            self._task = None
            self.failed.emit(error)


def _titled(project: Project, found: Agreement) -> list[Disputed]:
    wanted = most_disputed(found.per_article)[:MOST]
    articles = [project.read(one.article) for one in wanted]
    return [
        Disputed(one, article.title or article.text.lstrip().partition("\n")[0][:120])
        for one, article in zip(wanted, articles, strict=True)
    ]
