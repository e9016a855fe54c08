"""Schemas: those that come with Khaotag, those in files, and the versions that a project has had."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import Connection, func, insert, select

from ..models.errors import BadInput
from ..models.schema import Schema, schema_from_record
from . import counters
from .rows import dump
from .tables import schema_version

DEFAULT = "thai-news"


def bundled() -> dict[str, Schema]:
    """Return the schemas that come with Khaotag, by name, the default one first."""
    folder = files(__package__.rpartition(".")[0]).joinpath("resources", "schemas")
    found = {
        entry.name.removesuffix(".toml"): schema_from_record(tomllib.loads(entry.read_text("utf-8")))
        for entry in folder.iterdir()
        if entry.name.endswith(".toml")
    }
    return dict(sorted(found.items(), key=lambda item: (item[0] != DEFAULT, item[0])))


def named(name: str | None) -> Schema:
    """Return a bundled schema by name, or the one in a TOML or JSON file; BadInput says what is wrong with it."""
    known = bundled()
    wanted = name or DEFAULT
    if wanted in known:
        return known[wanted]
    path = Path(wanted)
    if path.suffix not in (".toml", ".json"):
        raise BadInput(
            "There is no schema “{name}”. There are: {known}; or name a .toml or .json file.",
            name=wanted,
            known=", ".join(known),
        )
    return from_file(path)


def from_file(path: Path) -> Schema:
    """Return the schema in a TOML or JSON file."""
    try:
        data = path.read_bytes()
        record: Any = orjson.loads(data) if path.suffix == ".json" else tomllib.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise BadInput("“{path}” cannot be read: {reason}.", path=path, reason=error.strerror or str(error)) from None
    except ValueError as error:
        raise BadInput("“{path}” cannot be read: {reason}.", path=path, reason=str(error)) from None
    if not isinstance(record, dict):
        raise BadInput("“{path}” cannot be read: {reason}.", path=path, reason="not an object")
    return schema_from_record(record)


def current(connection: Connection) -> Schema:
    """Return the project's present schema."""
    wanted = select(schema_version.c.record).order_by(schema_version.c.number.desc()).limit(1)
    return schema_from_record(orjson.loads(connection.execute(wanted).scalar_one()))


def version(connection: Connection) -> int:
    """Return the number of the project's present schema; 0 where it has none yet."""
    return connection.execute(select(func.max(schema_version.c.number))).scalar() or 0


def numbered(connection: Connection, number: int) -> Schema:
    """Return the schema of an earlier version."""
    wanted = select(schema_version.c.record).where(schema_version.c.number == number)
    return schema_from_record(orjson.loads(connection.execute(wanted).scalar_one()))


def save(connection: Connection, schema: Schema, change: int) -> int:
    """Keep a schema as the project's new version, which *change* brought, and return the version's number."""
    number = counters.take(connection, "schema")
    connection.execute(insert(schema_version), {"number": number, "record": dump(schema.to_record()), "change": change})
    return number
