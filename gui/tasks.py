"""Tasks: long work beside the window, with progress, a way to stop it, and answers on the window's own thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from ..models.errors import KhaotagError, Unavailable

log = logging.getLogger(__name__)
Progress = Callable[[int, int | None], None]
Stopped = Callable[[], bool]
Work = Callable[[Progress, Stopped], Any]


def as_error(error: BaseException) -> KhaotagError:
    """Return an error that can be told to a person; a bug is logged and told as one."""
    if isinstance(error, KhaotagError):
        return error
    log.error("A background task failed", exc_info=error)
    return Unavailable("Something failed inside Khaotag: {reason}", reason=f"{type(error).__name__}: {error}")


class Task(QObject):
    """One piece of work; its answer goes to the two functions it was made with.

    *Signals:* `progressed(done, total or None)` while it runs and `ended()` in either case.
    """

    progressed = Signal(int, object)
    ended = Signal()
    _finished = Signal(object)
    _failed = Signal(object)

    def __init__(
        self, done: Callable[[Any], object], failed: Callable[[KhaotagError], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._done, self._refused = done, failed
        self._stop = threading.Event()
        # Bound slots of an object that lives in the window's thread: Qt queues the call into that thread.
        self._finished.connect(self._on_finished)
        self._failed.connect(self._on_failed)

    def cancel(self) -> None:
        """Ask the work to stop; it ends as soon as it looks."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked it to stop."""
        return self._stop.is_set()

    def run(self, work: Work) -> None:
        """Do the work, on whatever thread this is."""
        try:
            result = work(self.progressed.emit, self._stop.is_set)
        except Exception as error:  # noqa: BLE001 - every failure of a thread has to reach the window
            self._failed.emit(as_error(error))
        else:
            self._finished.emit(result)

    @Slot(object)
    def _on_finished(self, result: object) -> None:
        self.ended.emit()
        self._done(result)

    @Slot(object)
    def _on_failed(self, error: KhaotagError) -> None:
        self.ended.emit()
        self._refused(error)


class Tasks(QObject):
    """Runs tasks on a few threads; `busy(Task)` and `idle()` tell whether long work is under way."""

    busy = Signal(object)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(2, thread_name_prefix="khaotag-task")
        self._running: list[Task] = []

    def start(
        self,
        work: Work,
        done: Callable[[Any], object],
        failed: Callable[[KhaotagError], object],
        *,
        on: Executor | None = None,
        quiet: bool = False,
    ) -> Task:
        """Run *work(progress, stopped)* and hand its result or failure over; *quiet* work shows no progress line."""
        task = Task(done, failed, self)
        self._running.append(task)
        task.ended.connect(lambda: self._end(task))
        if not quiet:
            self.busy.emit(task)
        (on or self._pool).submit(task.run, work)
        return task

    def _end(self, task: Task) -> None:
        if task in self._running:
            self._running.remove(task)
        task.deleteLater()
        if not self._running:
            self.idle.emit()

    def close(self) -> None:
        """Stop everything and wait for it."""
        for task in self._running:
            task.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)
