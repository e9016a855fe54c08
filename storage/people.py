"""People: who works on this machine, and whom a project knows."""

from __future__ import annotations

import getpass
import os
import re
import uuid
from pathlib import Path
from typing import NamedTuple

import orjson
import platformdirs
from sqlalchemy import Connection, select

from ..models.errors import BadInput
from ..models.layer import GOLD
from .tables import person

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
    if connection.execute(select(person.c.uuid).where(person.c.name == name)).first():
        return
    local = person_of_this_machine()
    taken = connection.execute(select(person.c.uuid).where(person.c.uuid == local.uuid)).first()
    known = local.uuid if local.name == name and not taken else str(uuid.uuid4())
    connection.execute(person.insert().values(uuid=known, name=name, role="annotator"))
