"""The feed: a search beside the window, whose hits arrive on the window's thread."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Signal

from ...models.errors import KhaotagError
from ...storage.jobs.concordance import Batch, concordance
from ...storage.jobs.search import SearchParams
from ...storage.project import Project
from ..tasks import Progress, Stopped, Task, Tasks


class Feed(QObject):
    """Runs one search at a time; what an earlier one still brings is dropped.

    *Signals:* `came(Batch)`, `ended(seconds until the first hits)`, `failed(KhaotagError)`.
    """

    came = Signal(object)
    ended = Signal(float)
    failed = Signal(object)
    _brought = Signal(int, object)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._task: Task | None = None
        self._ticket = 0
        self._brought.connect(self._take)

    @property
    def is_running(self) -> bool:
        """Whether more may come."""
        return self._task is not None

    def start(self, project: Project, params: SearchParams, label: str, by: str) -> None:
        """Look for something else; *label* is what the hits may be marked as in *by*'s layers."""
        self.stop()
        ticket = self._ticket

        def work(_progress: Progress, stopped: Stopped) -> float:
            began, first = time.perf_counter(), 0.0
            for batch in concordance(project, params, label, by, stopped):
                self._brought.emit(ticket, batch)
                first = first or time.perf_counter() - began
            return first

        self._task = self._tasks.start(
            work, lambda taken: self._end(ticket, taken), lambda error: self._fail(ticket, error), quiet=True
        )

    def stop(self) -> None:
        """Look no further."""
        self._ticket += 1
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _take(self, ticket: int, batch: Batch) -> None:
        if ticket == self._ticket:
            self.came.emit(batch)

    def _end(self, ticket: int, taken: float) -> None:
        if ticket == self._ticket:
            self._task = None
            self.ended.emit(taken)

    def _fail(self, ticket: int, error: KhaotagError) -> None:
        if ticket == self._ticket:
            self._task = None
            self.failed.emit(error)
