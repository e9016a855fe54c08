"""`tr`: every string of the window in the user's language, through Qt's translation under one context."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ..models.errors import Message

CONTEXT = "khaotag"


def translate(text: str) -> str:
    """Return the translation of an English text."""
    return QCoreApplication.translate(CONTEXT, text)


def tr(text: str, **values: object) -> str:
    """Return the translation of *text* with its `{named}` values filled in."""
    return translate(text).format(**values) if values else translate(text)


def say(message: Message) -> str:
    """Return a message from the rooms below in the user's language."""
    return message.render(translate)
