"""What every job shares: progress, cancelling, and a report that becomes the command line's JSON object."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from ...models.errors import KhaotagError, Translate

Progress = Callable[[int, int | None], None]
Cancelled = Callable[[], bool]


def silent(_done: int, _total: int | None) -> None:
    """Report no progress."""


def never() -> bool:
    """Never cancel."""
    return False


class Report(Protocol):
    """What a job did; `exit_code` as in the command line's contract."""

    @property
    def exit_code(self) -> int:
        """0 done, 1 something was left out or found wrong, 2 nothing was changed."""

    def as_json(self, translate: Translate) -> dict[str, Any]:
        """Return the report with its messages in the user's language."""


class Stopped(KhaotagError):
    """The user cancelled; what was not yet committed is undone."""

    exit_code = 1

    def __init__(self) -> None:
        super().__init__("Cancelled.")
