"""Merging the history: lines are known by their hash, come once, and get numbers of this project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, select, update

from ...models.records import Record, change_from, change_record
from ...models.renaming import change_with_names
from .. import beside, counters
from ..bundle_records import Line
from ..history import UNDOABLE
from ..intake import write_rows
from ..rows import dump
from ..tables import history
from .merge_versions import Verdict

_CHUNK = 400
_SET_LIVE = update(history).where(history.c.number == bindparam("key")).values(live=bindparam("now"))


class _Expected(NamedTuple):
    """A line that came, whose article it is about here, and whether its change would still hold here."""

    line: Line
    number: int
    article: str
    live: bool
    follows: bool


class HistoryMerge:
    """Collects the lines of a batch of articles and writes those that are new."""

    def __init__(self, connection: Connection, names: Mapping[str, str]) -> None:
        self._connection, self._names = connection, names
        self._expected: list[_Expected] = []

    def expect(
        self, number: int, article: str, lines: Sequence[Line], verdicts: Mapping[str, Verdict], *, mapped: set[str]
    ) -> None:
        """Take an article's lines, in order.

        What was done to a layer or state can be undone here only if that very version is here: *verdicts* says so by
        owner, those without one are new here; *mapped* are owners whose labels were changed on the way.
        """
        live = _live(lines)
        for line in lines:
            owner = beside.STATE if line.on_state else self._name(line.annotator or "")
            verdict = verdicts.get(owner, "theirs")
            holds = live[line.hash] and verdict in ("theirs", "same") and owner not in mapped
            self._expected.append(_Expected(line, number, article, holds, verdict == "theirs"))

    def _name(self, name: str) -> str:
        return self._names.get(name, name)

    def write(self) -> bool:
        """Write the lines that are new, and tell whether there were any."""
        expected, self._expected = self._expected, []
        known = self._known(expected)
        new = [entry for entry in expected if entry.line.hash not in known]
        turned = [
            {"key": known[entry.line.hash][0], "now": entry.live}
            for entry in expected
            if entry.follows and entry.line.hash in known and known[entry.line.hash][1] != entry.live
        ]
        if turned:
            self._connection.execute(_SET_LIVE, turned)
        if new:
            numbers = {name: number for name, (number, _) in known.items()}
            write_rows(self._connection, history, list(self._rows(new, numbers)))
        return bool(new or turned)

    def _known(self, expected: Sequence[_Expected]) -> dict[str, tuple[int, bool]]:
        """Return number and liveness of the lines that are here, those named as undone included."""
        wanted = {entry.line.hash for entry in expected} | {e.line.undoes for e in expected if e.line.undoes}
        hashes = [bytes.fromhex(name) for name in sorted(wanted)]
        columns = (history.c.hash, history.c.number, history.c.live)
        found = {}
        for at in range(0, len(hashes), _CHUNK):
            here = history.c.hash.in_(hashes[at : at + _CHUNK])
            for digest, number, live in self._connection.execute(select(*columns).where(here)):
                found[bytes(digest).hex()] = (number, live)
        return found

    def _rows(self, new: Sequence[_Expected], numbers: dict[str, int]) -> Iterator[tuple[Any, ...]]:
        first = counters.take(self._connection, "change", len(new))
        for number, (line, article, article_id, live, _) in enumerate(new, first):
            numbers[line.hash] = number
            annotator = None if line.annotator is None else self._name(line.annotator)
            change = {**self._spoken(line), "article": article_id, **({"annotator": annotator} if annotator else {})}
            yield (
                number, number, line.at, self._name(line.who), line.kind, line.what, article, annotator,
                numbers.get(line.undoes or ""), live, line.revision, line.parent, dump(change),
                bytes.fromhex(line.hash),
            )  # fmt: skip

    def _spoken(self, line: Line) -> Record:
        """Return what a line changed, with people called as they are here, so that it can be taken back."""
        if line.kind not in UNDOABLE or all(old == new for old, new in self._names.items()):
            return line.change
        return change_record(change_with_names(change_from(line.change), self._names))


def _live(lines: Sequence[Line]) -> dict[str, bool]:
    """Return which lines still hold after all of them, in order: an undo ends one, a redo ends the undo."""
    live = {line.hash: True for line in lines}
    undoes = {line.hash: line.undoes for line in lines}
    for line in lines:
        if line.undoes in live:
            live[line.undoes] = False
            again = undoes[line.undoes]
            if line.kind == "redo" and again in live:
                live[again] = True
    return live
