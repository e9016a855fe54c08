"""Breath: lets work on another thread make way for the window every few milliseconds, and end when nobody waits."""

from __future__ import annotations

import time
from collections.abc import Callable

_WORK, _PAUSE = 0.002, 0.003  # seconds


class Stale(Exception):
    """Nobody waits for the answer any more."""


class Breath:
    """Called again and again from within long work; raises Stale where *stale* says so."""

    def __init__(self, stale: Callable[[], bool]) -> None:
        self._stale = stale
        self._began = time.perf_counter()

    def __call__(self) -> None:
        """Pause if it is time to."""
        if time.perf_counter() - self._began > _WORK:
            time.sleep(_PAUSE)
            if self._stale():
                raise Stale
            self._began = time.perf_counter()
