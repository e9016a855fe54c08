"""Errors and messages that a user reads: an English template, its values, and whose fault it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Translate = Callable[[str], str]


class Message:
    """A sentence with `{named}` values; the English template is the key of its translation."""

    __slots__ = ("template", "values")

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = values

    def render(self, translate: Translate = str) -> str:
        """Return the sentence in the language of *translate*; values that are messages are translated too."""
        values: dict[str, Any] = {
            name: value.render(translate) if isinstance(value, Message) else value
            for name, value in self.values.items()
        }
        return translate(self.template).format(**values)

    def __str__(self) -> str:
        return self.render()

    def __repr__(self) -> str:
        return f"Message({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and (self.template, self.values) == (other.template, other.values)

    def __hash__(self) -> int:
        return hash(self.template)

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore_message, (self.template, self.values)


def _restore_message(template: str, values: dict[str, object]) -> Message:
    return Message(template, **values)


class KhaotagError(Exception):
    """Anything that is told to the user instead of being a bug; `exit_code` as in the command line's contract."""

    exit_code = 2

    def __init__(self, template: str | Message, **values: object) -> None:
        self.message = template if isinstance(template, Message) else Message(template, **values)
        super().__init__(self.message)

    def __str__(self) -> str:
        return str(self.message)


class BadInput(KhaotagError):
    """The request or a file is wrong; nothing was changed."""


class Unavailable(KhaotagError):
    """The surroundings failed (permission, disk, lock, server); nothing acknowledged was lost."""

    exit_code = 3
