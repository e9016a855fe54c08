"""Label maps by name, from a file, or as pairs given by hand."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from ...models.datasets.label_maps import LabelMap, mapped_schema
from ...models.errors import BadInput
from ...models.schema import Schema
from .. import schemas


class Renaming(NamedTuple):
    """A label map and the schema that its labels belong to."""

    map: LabelMap
    schema: Schema


def renaming(asked: Iterable[str], schema: Schema) -> Renaming | None:
    """Return the map of what was asked for, applied one after the other; None where nothing was.

    Each is “FROM=TO”, the name of a map of the schema or of the default one, or a TOML or JSON file of “FROM = TO”.
    """
    made: Renaming | None = None
    for name in asked:
        base = made.schema if made else schema
        step, target = _map_of(name, base)
        made = Renaming(_after(made.map, step) if made else step, mapped_schema(base, step, target))
    return made


def _map_of(name: str, schema: Schema) -> tuple[LabelMap, Schema | None]:
    old, equals, new = name.partition("=")
    if equals:
        if not old or not new:
            raise BadInput("“{map}” is no label map: write FROM=TO, such as PARTY=ORGANIZATION.", map=name)
        if old not in schema.entity_types and old not in schema.relation_types:
            raise BadInput("The schema has no type {labels}.", labels=old)
        return LabelMap({old: new}, whole=False), None
    bundled = schemas.bundled()
    named = schema.maps.get(name) or bundled[schemas.DEFAULT].maps.get(name)
    if named is not None:
        return LabelMap(named, whole=True), bundled.get(name)
    path = Path(name)
    if path.suffix not in (".toml", ".json"):
        raise BadInput(
            "There is no label map “{name}”. There are: {known}; or name a .toml or .json file, or write FROM=TO.",
            name=name,
            known=", ".join({**bundled[schemas.DEFAULT].maps, **schema.maps}),
        )
    return LabelMap(_read(path), whole=True), None


def _read(path: Path) -> dict[str, str]:
    try:
        data = path.read_bytes()
        record: Any = orjson.loads(data) if path.suffix == ".json" else tomllib.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise BadInput("“{path}” cannot be read: {reason}.", path=path, reason=error.strerror or str(error)) from None
    except ValueError as error:
        raise BadInput("“{path}” cannot be read: {reason}.", path=path, reason=str(error)) from None
    if not isinstance(record, dict) or not record or not all(isinstance(v, str) and v for v in record.values()):
        raise BadInput('“{path}” is no label map: it has to hold lines such as PARTY = "ORGANIZATION".', path=path)
    return record


def _after(first: LabelMap, then: LabelMap) -> LabelMap:
    """Return one map that does what two do one after the other."""
    names = {old: then.names.get(new, new) for old, new in first.names.items() if not then.whole or new in then.names}
    if not first.whole:
        names = {**{old: new for old, new in then.names.items() if old not in first.names}, **names}
    return LabelMap(names, first.whole or then.whole)
