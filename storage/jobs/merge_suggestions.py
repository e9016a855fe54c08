"""Merging suggestions: what an engine proposed for a text, where this project's own has not said so already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from sqlalchemy import Connection, delete, insert, select

from ...models.errors import BadInput
from ...models.records import Record, wrong
from ...models.renaming import LabelMap
from .. import counters
from ..tables import suggestion

_KINDS: Mapping[str, tuple[type, ...]] = {
    "engine": (str,), "start": (int,), "end": (int,), "label": (str,),
    "score": (int, float, type(None)), "reason": (str, type(None)),
}  # fmt: skip


def unite_suggestions(connection: Connection, came: Mapping[bytes, Sequence[Record]], labels: LabelMap) -> bool:
    """Take over suggestions by text hash, and tell whether any of it was new.

    Where an engine has said something here and something else there, one of the two is kept whole, the same one
    whatever the order: proposals are a machine's, so nothing of a person's is lost.
    """
    changed = False
    here = _here(connection, list(came))
    for key, entries in came.items():
        theirs: defaultdict[str, list[Record]] = defaultdict(list)
        for entry in entries:
            _refuse_wrong(entry)
            theirs[entry["engine"]].append({**entry, "label": labels.entities.get(entry["label"], entry["label"])})
        for engine, proposed in theirs.items():
            if _canonical(proposed) > _canonical(here.get((key, engine), [])):
                _replace(connection, key, engine, proposed)
                changed = True
    return changed


def _here(connection: Connection, keys: Sequence[bytes]) -> dict[tuple[bytes, str], list[Record]]:
    found: defaultdict[tuple[bytes, str], list[Record]] = defaultdict(list)
    for row in connection.execute(select(suggestion).where(suggestion.c.text_hash.in_(keys))).mappings():
        found[bytes(row["text_hash"]), row["engine"]].append({name: row[name] for name in _KINDS})
    return found


def _canonical(entries: Sequence[Record]) -> list[bytes]:
    return sorted(orjson.dumps(entry, option=orjson.OPT_SORT_KEYS) for entry in entries)


def _replace(connection: Connection, key: bytes, engine: str, entries: Sequence[Record]) -> None:
    connection.execute(delete(suggestion).where(suggestion.c.text_hash == key, suggestion.c.engine == engine))
    first = counters.take(connection, "suggestion", len(entries))
    rows: list[dict[str, Any]] = [
        {"number": number, "text_hash": key, **entry} for number, entry in enumerate(entries, first)
    ]
    connection.execute(insert(suggestion), rows)


def _refuse_wrong(entry: Record) -> None:
    for name, kinds in _KINDS.items():
        if not isinstance(entry.get(name), kinds) or isinstance(entry.get(name), bool):
            wrong(name, entry.get(name), "what a suggestion has there")
    if entry.keys() != _KINDS.keys():
        raise BadInput("A suggestion has keys that this program does not know.")
