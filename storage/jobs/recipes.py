"""Recipes: an export's choices kept in the project under a name, so that it can be made again."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any

import orjson
from sqlalchemy import Connection, delete, insert, select

from ...models.errors import BadInput
from ..project import Project
from ..rows import dump
from ..tables import fact
from .export_params import ExportParams

LAST = "last"
_PREFIX = "recipe:"
_LONGEST = 60


def save_recipe(project: Project, name: str, params: ExportParams) -> None:
    """Keep the choices under a name; what was kept under it is replaced."""
    wanted = " ".join(name.split())
    if not wanted or len(wanted) > _LONGEST:
        raise BadInput("A recipe's name has 1 to {limit} characters.", limit=_LONGEST)
    record = asdict(params)
    record["only"] = None if params.only is None else sorted(params.only)
    with project.transaction() as connection:
        connection.execute(delete(fact).where(fact.c.name == _PREFIX + wanted))
        connection.execute(insert(fact), {"name": _PREFIX + wanted, "value": dump(record)})


def recipe(project: Project, name: str) -> ExportParams:
    """Return the choices that were kept under a name; BadInput names those there are."""
    with project.reading() as connection:
        found = connection.execute(select(fact.c.value).where(fact.c.name == _PREFIX + name)).scalar()
        if found is None:
            known = ", ".join(_names(connection)) or "—"
            raise BadInput("There is no recipe “{name}”. There are: {known}.", name=name, known=known)
    record = orjson.loads(found)
    known_fields = {field.name for field in fields(ExportParams)}
    return ExportParams(**{key: _value(key, value) for key, value in record.items() if key in known_fields})


def recipes(project: Project) -> list[str]:
    """Return the names of all recipes."""
    with project.reading() as connection:
        return _names(connection)


def _names(connection: Connection) -> list[str]:
    wanted = select(fact.c.name).where(fact.c.name.startswith(_PREFIX, autoescape=True))
    return sorted(name.removeprefix(_PREFIX) for name in connection.scalars(wanted))


def _value(key: str, value: Any) -> Any:
    if value is None:
        return None
    if key == "only":
        return frozenset(value)
    if key == "where":
        return tuple((pair[0], pair[1]) for pair in value)
    return tuple(value) if isinstance(value, list) else value
