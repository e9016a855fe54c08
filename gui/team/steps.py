"""Steps: work that writes into the project, done one after another beside the window."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any, NamedTuple

from ...models.errors import KhaotagError
from ..tasks import Tasks


class _Step(NamedTuple):
    work: Callable[[], Any]
    done: Callable[[Any], object]
    failed: Callable[[KhaotagError], object]


class Steps:
    """A queue: a step begins when the one before it has been answered."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._waiting: deque[_Step] = deque()
        self._running = False

    @property
    def is_idle(self) -> bool:
        """Whether everything has been done."""
        return not self._running

    def do(
        self, work: Callable[[], Any], done: Callable[[Any], object], failed: Callable[[KhaotagError], object]
    ) -> None:
        """Do some work in its turn, and hand over its result or failure."""
        self._waiting.append(_Step(work, done, failed))
        if not self._running:
            self._next()

    def _next(self) -> None:
        self._running = bool(self._waiting)
        if self._waiting:
            step = self._waiting.popleft()
            self._tasks.start(lambda *_: step.work(), self._then(step.done), self._then(step.failed), quiet=True)

    def _then(self, answer: Callable[[Any], object]) -> Callable[[Any], None]:
        def take(result: Any) -> None:
            self._next()
            answer(result)

        return take
