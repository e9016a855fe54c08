"""The number of the last acknowledged change, kept beside the database: a damaged WAL drops rows without a word."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


class Acknowledged:
    """An 8-byte file named after the project and its instance, so that a restored or copied file has another one."""

    def __init__(self, project: Path, instance: str) -> None:
        self.path = project.with_name(f".{project.name}.{instance[:8]}.seen")
        self._descriptor: int | None = None

    def read(self) -> int:
        """Return the last acknowledged number, 0 where none is known."""
        try:
            return int.from_bytes(self.path.read_bytes()[:8], "big")
        except OSError:
            return 0

    def write(self, number: int) -> None:
        """Keep a number; a folder that refuses it costs the check, not the change."""
        with suppress(OSError):
            if self._descriptor is None:
                self._descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            os.write(self._descriptor, number.to_bytes(8, "big"))

    def close(self) -> None:
        """Close the file."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
