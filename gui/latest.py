"""Latest: work beside the window of which only the newest answer counts."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from ..models.errors import KhaotagError
from .breath import Breath, Stale
from .tasks import as_error


class Latest(QObject):
    """One thread. *Signals:* `answered(result)` of the newest question alone; `failed(KhaotagError)`."""

    answered = Signal(object)
    failed = Signal(object)
    _done = Signal(int, object)

    def __init__(self, parent: QObject, name: str) -> None:
        super().__init__(parent)
        self._ticket = 0
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._done.connect(self._take)

    def ask(self, work: Callable[[Breath], Any]) -> None:
        """Do some work that breathes; earlier questions end as soon as they breathe, and are not answered."""
        self._ticket += 1
        ticket = self._ticket
        self._pool.submit(self._run, lambda: work(Breath(lambda: ticket != self._ticket)), ticket)

    def do(self, work: Callable[[], Any]) -> None:
        """Do some work that has no answer, in its turn."""
        self._pool.submit(self._run, work, None)

    def rest(self) -> None:
        """Drop what was asked, and wait until the thread does nothing."""
        self._ticket += 1
        self._pool.submit(lambda: None).result()

    def close(self) -> None:
        """End the thread after what has to be done."""
        self._ticket += 1
        self._pool.shutdown(wait=True)

    def _run(self, work: Callable[[], Any], ticket: int | None) -> None:
        if ticket is not None and ticket != self._ticket:
            return
        try:
            answer = work()
        except Stale:
            return
        except Exception as error:  # noqa: BLE001 - every failure of a thread has to reach the window
            self._done.emit(ticket or self._ticket, as_error(error))
        else:
            if ticket is not None:
                self._done.emit(ticket, answer)

    @Slot(int, object)
    def _take(self, ticket: int, answer: object) -> None:
        if ticket == self._ticket:
            (self.failed if isinstance(answer, KhaotagError) else self.answered).emit(answer)
