"""People: who works on this machine, and whom a project knows."""

from __future__ import annotations

import getpass
import os
import re
import uuid
from pathlib import Path
from typing import Literal, NamedTuple

import orjson
import platformdirs
from sqlalchemy import Connection, select, update

from ..models.errors import BadInput
from ..models.layer import GOLD
from . import tables
from .tables import person

Role = Literal["annotator", "reviewer"]

_BY_NAME = uuid.UUID("6b1d7f0e-2c5a-4f0b-9a3e-6d1f0c8e7a41")
_NAMED = (
    (tables.layer, "annotator"),
    (tables.assignment, "annotator"),
    (tables.beside, "annotator"),
    (tables.history, "annotator"),
    (tables.history, "who"),
    (tables.rejection, "person"),
)
_NAME = re.compile(r"[^\x00-\x1f\x7f/\\:]{1,64}")


class Person(NamedTuple):
    """Somebody who tags or reviews; known by the uuid, shown by the name."""

    uuid: str
    name: str
    role: str = "annotator"


def checked_name(name: str) -> str:
    """Return a person's name; BadInput where it is empty, reserved, or holds what file names cannot."""
    if name == GOLD:
        raise BadInput("The name “gold” is kept for the adjudicated layer. Choose another one.")
    if not _NAME.fullmatch(name) or name != name.strip():
        raise BadInput(
            "“{name}” cannot be a person's name: use 1 to 64 characters without / \\ : at its ends or inside.",
            name=name,
        )
    return name


def _file() -> Path:
    return Path(platformdirs.user_config_dir("khaotag", appauthor=False)) / "person.json"


def person_of_this_machine() -> Person:
    """Return who works on this machine: what was said once, else the system's user under a new uuid."""
    try:
        record = orjson.loads(_file().read_bytes())
        return Person(record["uuid"], checked_name(record["name"]))
    except (OSError, ValueError, KeyError, BadInput):
        return set_person(_system_name(), asked=False)


def is_named() -> bool:
    """Tell whether somebody has said who works on this machine."""
    try:
        return bool(orjson.loads(_file().read_bytes()).get("asked"))
    except (OSError, ValueError):
        return False


def set_person(name: str, *, asked: bool = True) -> Person:
    """Say who works on this machine; the uuid stays when only the name changes."""
    try:
        known = orjson.loads(_file().read_bytes())["uuid"]
    except (OSError, ValueError, KeyError):
        known = str(uuid.uuid4())
    made = Person(known, checked_name(name))
    try:
        _file().parent.mkdir(parents=True, exist_ok=True)
        _file().write_bytes(orjson.dumps({"uuid": made.uuid, "name": made.name, "asked": asked}))
    except OSError:
        return made  # a home that cannot be written to is no reason not to work
    return made


def _system_name() -> str:
    try:
        return checked_name(getpass.getuser())
    except (BadInput, OSError, KeyError):
        return os.environ.get("USER") or "annotator"


def ensure(connection: Connection, name: str) -> None:
    """Make sure that the project knows a person of that name."""
    there = connection.execute(select(person.c.uuid).where(person.c.name == name)).scalar()
    unknown = by_name_only(name)
    if there is not None and there != unknown:
        return
    local = person_of_this_machine()
    taken = connection.execute(select(person.c.uuid).where(person.c.uuid == local.uuid)).first()
    known = local.uuid if local.name == name and not taken else unknown
    if there is None:
        connection.execute(person.insert().values(uuid=known, name=name, role="annotator"))
    elif known != unknown:
        connection.execute(update(person).where(person.c.name == name).values(uuid=known))


def by_name_only(name: str) -> str:
    """Return the uuid of somebody of whom no more than the name is known: the same one in every project.

    Whoever comes with that name and a uuid of their own is taken for them.
    """
    return str(uuid.uuid5(_BY_NAME, name))


def listed(connection: Connection) -> list[Person]:
    """Return everybody whom the project knows, by name."""
    wanted = select(person.c.uuid, person.c.name, person.c.role).order_by(person.c.name)
    return [Person(*row) for row in connection.execute(wanted)]


def is_reviewer(connection: Connection, name: str) -> bool:
    """Tell whether a person may reopen and change what others have finished."""
    return connection.execute(select(person.c.role).where(person.c.name == name)).scalar() == "reviewer"


def set_role(connection: Connection, name: str, role: Role) -> None:
    """Make a person a reviewer or an annotator."""
    connection.execute(update(person).where(person.c.name == name).values(role=role))


def rename(connection: Connection, old: str, new: str) -> None:
    """Give a person another name; their layers, assignments and history lines go with it.

    What marks say of people is `renamed.follow`'s.  Raises BadInput where nobody has the old name or somebody the new
    one.
    """
    checked_name(new)
    known = {name for (name,) in connection.execute(select(person.c.name).where(person.c.name.in_((old, new))))}
    if old not in known:
        raise BadInput("The project knows nobody called “{name}”.", name=old)
    if new in known:
        raise BadInput("Somebody else is called “{name}” already.", name=new)
    connection.execute(update(person).where(person.c.name == old).values(name=new))
    for table, column in _NAMED:
        connection.execute(update(table).where(table.c[column] == old).values({column: new}))
