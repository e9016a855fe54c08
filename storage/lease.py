"""The lease: one process writes to a project file, and a second one learns who."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from typing import IO

from ..models.errors import Unavailable
from .database import told


class Lease:
    """An exclusive hold on a project, released by `release` or by the process's end, however it ends."""

    def __init__(self, project: Path) -> None:
        self.path = project.with_name(f".{project.name}.lock")
        self._file: IO[str] | None = None
        with told(project):
            file = self.path.open("a+", encoding="utf-8")
        try:
            _lock(file)
        except OSError:
            file.seek(0)
            holder = file.read().strip() or "?"
            file.close()
            raise Unavailable(
                "“{path}” is open in another Khaotag ({holder}). Close it there, or wait, and try again.",
                path=project,
                holder=holder,
            ) from None
        file.seek(0)
        file.truncate()
        file.write(f"pid {os.getpid()}, {socket.gethostname()}")
        file.flush()
        self._file = file

    def release(self) -> None:
        """Give the lease back; the lock file stays, because removing it would race with the next holder."""
        if self._file is not None:
            self._file.close()
            self._file = None


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str]) -> None:
        # A byte far behind the text, so that the holder's name can still be read.
        file.seek(1 << 20)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
