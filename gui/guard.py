"""`guarded`: keeps an exception inside an overridden Qt virtual from ending the process (a crash on Python 3.11)."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

Function = TypeVar("Function", bound=Callable[..., Any])
log = logging.getLogger(__name__)


def guarded(default: object = None) -> Callable[[Function], Function]:
    """Wrap an overridden virtual: an exception is logged, given to `show_error`, and *default* is returned."""

    def wrap(function: Function) -> Function:
        @wraps(function)
        def inner(self: Any, *args: Any) -> Any:
            try:
                return function(self, *args)
            except Exception as error:
                log.exception("%s failed", function.__qualname__)
                show = getattr(self, "show_error", None)
                if show is not None:
                    show(error)
                return default

        return cast("Function", inner)

    return wrap
