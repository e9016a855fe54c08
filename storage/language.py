"""The user's language, and the translations of messages without Qt: both read the window's own catalogue."""

from __future__ import annotations

import locale
import os
from functools import cache
from importlib.resources import files
from xml.etree import ElementTree as ET

from ..models.errors import Translate


def system_language() -> str:
    """Return “th” or “en” from the environment."""
    for name in ("KHAOTAG_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "th" if value.lower().startswith("th") else "en"
    return "th" if (locale.getlocale()[0] or "").lower().startswith(("th", "thai")) else "en"


def translator(language: str) -> Translate:
    """Return the function that puts an English template into a language; one without translation stays English."""
    if language != "th":
        return str
    catalogue = _catalogue()
    return lambda text: catalogue.get(text) or text


@cache
def _catalogue() -> dict[str, str]:
    package = __package__.rpartition(".")[0]
    file = files(package).joinpath("resources", "translations", "khaotag_th.ts")
    if not file.is_file():
        return {}
    root = ET.fromstring(file.read_bytes())  # noqa: S314 - our own file
    return {
        source: translation
        for message in root.iter("message")
        if (source := message.findtext("source")) and (translation := message.findtext("translation"))
    }
