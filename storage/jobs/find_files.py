"""Which files an import reads, in which format, and the records that they are cut into."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from ...models.errors import BadInput, Message
from ..database import told
from ..formats.contract import Problem, Raw, ReadOptions
from ..formats.extras import installed
from ..formats.registry import FORMATS, name_for, reader_named
from .prepare import Piece


def files_to_read(paths: Sequence[Path], format_name: str | None) -> tuple[list[tuple[Path, str]], list[Problem]]:
    """Return each file to read with the name of its format, and what is wrong with the others."""
    if format_name is not None:
        reader_named(format_name)
    found: list[tuple[Path, str]] = []
    unknown: list[Path] = []
    problems: list[Problem] = []
    companions: set[Path] = set()
    for path in paths:
        with told(path):
            if not os.path.lexists(path):
                raise BadInput("There is no file or folder “{path}”.", path=path)
        for file in _below(path, problems):
            try:
                name = format_name or name_for(file)
            except OSError as error:
                reason = Message("The file cannot be read: {reason}.", reason=error.strerror or str(error))
                problems.append(Problem(str(file), "", reason, rejected=True))
                continue
            if name is None:
                unknown.append(file)
                continue
            companions.update(reader_named(name).companions(file))
            found.append((file, name))
    reason = Message("No format is known for this file. Name it with --format.")
    problems += [Problem(str(file), "", reason, rejected=True) for file in unknown if file not in companions]
    wanted = [(file, name) for file, name in found if file not in companions]
    without = [(file, name) for file, name in wanted if not installed(FORMATS[name].needs)]
    if len(without) < len(wanted):
        # Where there is nothing else to read, the reader itself refuses, as for any surroundings that are missing.
        problems += [Problem(str(file), "", _missing(name), rejected=True) for file, name in without]
        wanted = [one for one in wanted if one not in without]
    return wanted, problems


def _missing(name: str) -> Message:
    extra = FORMATS[name].needs
    return Message("This file needs the extra “{extra}”: pip install 'khaotag[{extra}]'.", extra=extra)


def _below(path: Path, problems: list[Problem]) -> list[Path]:
    """Return the files of a folder and of those below it, hidden ones left out; a folder that is shut is reported."""
    if not path.is_dir():
        return [path]

    def shut(error: OSError) -> None:
        reason = Message("The folder cannot be read: {reason}.", reason=error.strerror or str(error))
        problems.append(Problem(str(error.filename or path), "", reason, rejected=True))

    found: list[Path] = []
    for folder, inner, names in os.walk(path, onerror=shut):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        found += [Path(folder, name) for name in names if not name.startswith(".") and Path(folder, name).is_file()]
    return sorted(found)


def pieces_of(
    files: Sequence[tuple[Path, str]],
    options: ReadOptions,
    named: frozenset[Path],
    note: Callable[[Problem], None],
) -> Iterator[tuple[int, Piece]]:
    """Yield (index of the file, piece); what cannot even be split is noted.

    The names of *named* files say nothing of whose marks they hold: the options do.
    """
    for index, (file, name) in enumerate(files):
        by_file = options._replace(by_file=file not in named)
        try:
            for raw in reader_named(name).split(file, by_file):
                if isinstance(raw, Raw):
                    yield index, Piece(name, raw)
                else:
                    note(raw)
        except OSError as error:
            reason = Message("The file cannot be read: {reason}.", reason=error.strerror or str(error))
            note(Problem(str(file), "", reason, rejected=True))
