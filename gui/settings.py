"""What the window remembers between two runs, in one file of the user's configuration folder."""

from __future__ import annotations

from pathlib import Path

import platformdirs
from PySide6.QtCore import QByteArray, QSettings


def default_path() -> Path:
    """Return where the settings of this user are kept."""
    return Path(platformdirs.user_config_dir("khaotag", appauthor=False)) / "window.ini"


class Settings:
    """Texts and Qt's byte states by key; a damaged or unwritable file is the same as none."""

    def __init__(self, path: Path | None = None) -> None:
        self._store = QSettings(str(path or default_path()), QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        """Return a remembered text."""
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    def number(self, key: str, default: int, low: int, high: int) -> int:
        """Return a remembered whole number, kept between *low* and *high*."""
        try:
            value = int(self.text(key, str(default)))
        except ValueError:
            return default
        return max(low, min(high, value))

    def state(self, key: str) -> QByteArray | None:
        """Return a remembered state of a window or splitter."""
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else None

    def remember(self, key: str, value: str | QByteArray) -> None:
        """Keep a value; it is on disk when the window closes."""
        self._store.setValue(key, value)

    def forget(self, key: str) -> None:
        """Drop a value."""
        self._store.remove(key)

    def sync(self) -> None:
        """Write the file now."""
        self._store.sync()
