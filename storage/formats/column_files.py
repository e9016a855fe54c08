"""Writing files with a word a line, one for each level of nested entities, each read back as it grows.

With nested “layers” NAME.conll holds the outermost entities, NAME.level2.conll those inside them, and so on; all files
have the same words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO, NamedTuple

from .conll_sentences import Span
from .contract import NotTheSame, Written
from .sheets import Sheet

_PROOF_EVERY = 64


class Dialect(NamedTuple):
    """How a format spells paragraphs of words with entities on them."""

    suffix: str
    between: str  # two articles
    lines: Callable[[list[list[str]], list[list[Span]]], str]
    untagged: Callable[[bytes], bytes]  # a line, with its line end, without its entity
    read: Callable[[str], tuple[list[list[str]], list[list[Span]]]]


def write_columns(sheets: Iterable[tuple[str, Sheet]], folder: Path, name: str, dialect: Dialect) -> list[Written]:
    """Write (article id, sheet) pairs to `NAME` and a file for each further level; each batch is read back."""
    files = _Files(folder, name, dialect)
    try:
        for article, sheet in sheets:
            if sheet.words:
                files.add(article, sheet)
        files.prove()
    finally:
        files.close()
    return [Written(path, files.count) for path in files.paths]


def preview_columns(sheet: Sheet, dialect: Dialect) -> str:
    """Return the lines of an article, those of further levels below."""
    return "\n".join(dialect.lines(sheet.words, sheet.level(index)) for index in range(max(1, len(sheet.levels))))


class _Files:
    """The files of one split: the first holds the outermost level, further ones are begun when they are needed."""

    def __init__(self, folder: Path, name: str, dialect: Dialect) -> None:
        self.paths: list[Path] = []
        self.count = 0
        self._folder = folder
        self._name = name
        self._dialect = dialect
        self._files: list[BinaryIO] = []
        self._backs: list[BinaryIO] = []
        self._pending: list[tuple[str, Sheet, list[int]]] = []
        self._begin(f"{name}{dialect.suffix}")

    def add(self, article: str, sheet: Sheet) -> None:
        """Write one article to every file."""
        while len(self._files) < len(sheet.levels):
            self._begin(f"{self._name}.level{len(self._files) + 1}{self._dialect.suffix}")
        between = self._dialect.between if self.count else ""
        sizes = [
            file.write((between + self._dialect.lines(sheet.words, sheet.level(level))).encode())
            for level, file in enumerate(self._files)
        ]
        self.count += 1
        self._pending.append((article, sheet, sizes))
        if len(self._pending) == _PROOF_EVERY:
            self.prove()

    def _begin(self, name: str) -> None:
        """Begin a file; a further level has the words of all articles so far, without entities."""
        if self._files:
            self.prove()
        path = self._folder / name
        file = path.open("wb")
        self._files.append(file)
        self._backs.append(path.open("rb"))
        self.paths.append(path)
        if len(self.paths) > 1:
            with self.paths[0].open("rb") as first:
                file.writelines(map(self._dialect.untagged, first))
            file.flush()
            self._backs[-1].seek(file.tell())

    def prove(self) -> None:
        """Read back what was written since the last time and compare it with what went in."""
        for file in self._files:
            file.flush()
        for article, sheet, sizes in self._pending:
            for level, size in enumerate(sizes):
                block = self._backs[level].read(size).decode().removeprefix(self._dialect.between)
                if self._dialect.read(block) != (sheet.words, sheet.level(level)):
                    raise NotTheSame(
                        "“{article}” was read back differently from how it was written. {reason}",
                        article=article,
                        reason="",
                    )
        self._pending = []

    def close(self) -> None:
        """Close the files."""
        for file in (*self._files, *self._backs):
            file.close()
