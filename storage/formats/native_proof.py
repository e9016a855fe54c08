"""Proof of native files: every line is read back by the format's own reader and compared with what went in.

A few lines are proven where they were written; a long file is proven by a process beside the one that writes on.
"""

from __future__ import annotations

import gc
import marshal
import multiprocessing
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from ...models.errors import Message
from ...models.layer import GOLD, Layer
from .contract import Document, ExportDocument, NotTheSame, Raw, ReadOptions
from .native import NativeReader

_EVERY = 256  # articles that are held until they are read back
_ALONE = 4 * _EVERY  # up to here, another process would cost more than it saves
_AHEAD = 4  # batches that may wait for it
_READ = ReadOptions(annotator="")


class Wrong(NamedTuple):
    """The article that was read back differently, and why."""

    article: str
    reason: Message | str


class NativeProof:
    """Proves a file that is being written; `end` before it is closed, `give_up` in any case."""

    def __init__(self, path: Path, file: BinaryIO) -> None:
        self._path, self._file = path, file
        self._expected: list[Any] = []
        self._size = self._start = self._count = 0
        self._pool: ProcessPoolExecutor | None = None
        self._running: deque[Future[Wrong | None]] = deque()

    def add(self, document: ExportDocument, size: int) -> None:
        """Take a document whose line of *size* bytes was just written."""
        self._expected.append(expected(document.article, document.layers))
        self._size += size
        self._count += 1
        if len(self._expected) == _EVERY:
            self._prove()

    def end(self) -> None:
        """Wait until everything is proven; NotTheSame where something was read back differently."""
        self._prove()
        while self._running:
            _refuse(self._running.popleft().result())

    def give_up(self) -> None:
        """Let go of the process."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def _prove(self) -> None:
        if not self._expected:
            return
        self._file.flush()
        # Marshalled, because pickling as many small values takes longer than making the file.
        task = (str(self._path), self._start, self._size, marshal.dumps(self._expected))
        self._start, self._size, self._expected = self._start + self._size, 0, []
        if self._count <= _ALONE:
            _refuse(prove(*task))
            return
        if self._pool is None:
            # Spawned, never forked: a forked process would hold the open database.
            # Nothing that is read back there holds itself, so looking for that would be a quarter of its time.
            self._pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), gc.disable)
        self._running.append(self._pool.submit(prove, *task))
        if len(self._running) > _AHEAD:
            _refuse(self._running.popleft().result())


def _refuse(wrong: Wrong | None) -> None:
    if wrong is not None:
        raise NotTheSame(
            "“{article}” was read back differently from how it was written. {reason}",
            article=wrong.article,
            reason=wrong.reason,
        )


def prove(path: str, start: int, size: int, packed: bytes) -> Wrong | None:
    """Read back the lines in a stretch of a file and return the first that is not as expected."""
    with Path(path).open("rb") as file:
        file.seek(start)
        lines = file.read(size).splitlines(keepends=True)
    wanted = marshal.loads(packed)  # noqa: S302 - made by our own process
    if len(lines) != len(wanted):
        return Wrong(wanted[0][0], "")
    for line, went_in in zip(lines, wanted, strict=True):
        parsed = NativeReader().parse(Raw("", "", line), _READ)
        if parsed.problems or not parsed.documents or _read(parsed.documents[0]) != went_in:
            return Wrong(went_in[0], parsed.problems[0].reason if parsed.problems else "")
    return None


def expected(article: Any, layers: Sequence[Layer]) -> Any:
    """Return what must be read back of an article, as plain tuples in the fixed order."""
    return (
        article.id,
        article.text,
        article.title,
        dict(article.meta),
        sorted((tuple(source) for source in article.sources), key=lambda source: _filled(source[:3])),
        sorted((tuple(part) for part in article.state.excluded), key=lambda part: (part[0], part[1], part[2] or "")),
        [_layer(made) for made in sorted(layers, key=lambda made: (made.annotator == GOLD, made.annotator))],
    )


def _read(document: Document) -> Any:
    return expected(document.article, document.layers)


def _layer(layer: Layer) -> Any:
    return (
        layer.annotator,
        layer.head.status,
        sorted(layer.head.labels),
        dict(layer.head.meta),
        # An empty note is not written.
        {key: (*mark,) if mark[6] != "" else (*mark._replace(note=None),) for key, mark in layer.entities.items()},
        {key: (*mark,) if mark[5] != "" else (*mark._replace(note=None),) for key, mark in layer.relations.items()},
        {key: (*chain,) for key, chain in layer.chains.items()},
        sorted((note.by, note.text, note.resolved) for note in layer.notes.values()),
    )


def _filled(values: Sequence[str | None]) -> tuple[str, ...]:
    return tuple(value or "" for value in values)
