"""How often Python looks for objects that hold each other: seldom, while a job makes thousands that do not."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 50_000  # objects made since the last look; by default 700, of which a batch has thousands


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Look seldom until the end: a quarter of an export's time would go into finding nothing."""
    before = gc.get_threshold()
    gc.set_threshold(SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
