"""The writer: commits changes in order on one thread, and gives back those that could not be kept."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ..models.change import Change
from ..models.errors import KhaotagError
from .tasks import as_error

_REST = 5000  # milliseconds

Undone = tuple[int, Change] | None


class Store(Protocol):
    """What the writer needs of a project."""

    def commit(self, change: Change, by: str) -> int: ...  # noqa: D102

    def undo(self, article_id: str, by: str) -> Undone: ...  # noqa: D102

    def redo(self, article_id: str, by: str) -> Undone: ...  # noqa: D102

    def checkpoint(self) -> None: ...  # noqa: D102


class Writer(QObject):
    """One thread that writes.

    *Signals:* `saving()` when something waits to be written; `saved(number, Change)` when it is durable;
    `stepped(number, Change)` after an undo or redo; `nothing()` when there was none; `refused(KhaotagError)` when one
    failed; `lost(list of Change, KhaotagError)` when a change failed, with every change behind it, newest first.
    """

    saving = Signal()
    saved = Signal(int, object)
    stepped = Signal(int, object)
    nothing = Signal()
    refused = Signal(object)
    lost = Signal(object, object)
    _committed = Signal(int)
    _broke = Signal(object)
    _undid = Signal(object)

    def __init__(
        self, store: Store, by: str, parent: QObject | None = None, tend: Callable[[Callable[[], bool]], object] = bool
    ) -> None:
        """*tend* is done in idle time, until it is told that somebody waits."""
        super().__init__(parent)
        self._store, self._tend = store, tend
        self._closing = False
        self._by = by
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="khaotag-writer")
        self._waiting: deque[Change] = deque()
        # After a failure the changes queued behind it rest on what was not kept: their round is over.
        self._round = 0
        self._broken_round = -1
        self._steps = 0
        # When nothing is done for a while the log is folded into the file, so that a copied file is whole.
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(lambda: self._thread.submit(self._fold))
        self._rest.start()
        self._committed.connect(self._on_committed)
        self._broke.connect(self._on_broke)
        self._undid.connect(self._on_undid)

    @property
    def idle(self) -> bool:
        """Whether everything is on disk."""
        return not self._waiting and not self._steps

    @property
    def stepping(self) -> bool:
        """Whether an undo or redo is under way: what it changes is not known yet."""
        return bool(self._steps)

    def waiting(self, article_id: str) -> list[Change]:
        """Return the changes of an article that may not be on disk yet, in their order."""
        return [change for change in self._waiting if change.article == article_id]

    def commit(self, change: Change) -> None:
        """Queue a change; the answer is a signal."""
        self._waiting.append(change)
        self.saving.emit()
        self._thread.submit(self._commit, change, self._round)

    def undo(self, article_id: str) -> None:
        """Take back this person's last change of an article, after all that waits."""
        self._step(self._store.undo, article_id)

    def redo(self, article_id: str) -> None:
        """Do again what was undone last."""
        self._step(self._store.redo, article_id)

    def close(self) -> None:
        """Write what waits, then end the thread."""
        self._rest.stop()
        self._closing = True
        self._thread.shutdown(wait=True)

    def _commit(self, change: Change, turn: int) -> None:
        if turn <= self._broken_round:
            return
        try:
            number = self._store.commit(change, self._by)
        except Exception as error:  # noqa: BLE001 - whatever it was, the person has to see that nothing was kept
            self._broken_round = turn
            self._broke.emit(as_error(error))
        else:
            self._committed.emit(number)

    def _step(self, step: Callable[[str, str], Undone], article_id: str) -> None:
        self._steps += 1
        self.saving.emit()
        self._thread.submit(self._run_step, step, article_id)

    def _run_step(self, step: Callable[[str, str], Undone], article_id: str) -> None:
        try:
            self._undid.emit(step(article_id, self._by))
        except Exception as error:  # noqa: BLE001 - as above
            self._undid.emit(as_error(error))

    def _fold(self) -> None:
        # A log that cannot be folded now is as durable as before.
        with suppress(KhaotagError):
            self._tend(lambda: self._closing or bool(self._waiting) or bool(self._steps))
            self._store.checkpoint()

    @Slot(int)
    def _on_committed(self, number: int) -> None:
        self._rest.start()
        self.saved.emit(number, self._waiting.popleft())

    @Slot(object)
    def _on_broke(self, error: KhaotagError) -> None:
        lost = list(reversed(self._waiting))
        self._waiting.clear()
        self._round += 1
        self.lost.emit(lost, error)

    @Slot(object)
    def _on_undid(self, answer: Undone | KhaotagError) -> None:
        self._steps -= 1
        self._rest.start()
        if answer is None:
            self.nothing.emit()
        elif isinstance(answer, KhaotagError):
            self.refused.emit(answer)
        else:
            self.stepped.emit(*answer)
