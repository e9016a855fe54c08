"""What a merge takes over that belongs to no article: people, the dictionary's words, and refused suggestions."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select, update

from ...models.errors import BadInput, Message
from ...models.layer import GOLD
from ...models.records import wrong
from ...models.renaming import LabelMap
from .. import people
from ..people import Person
from ..tables import person, rejection, word
from .merge_report import MergeReport

_MAX_NAME = 64
_MAX_GIVEN = 1000
_DIGITS = 4


def local_names(connection: Connection, entries: Sequence[Any], report: MergeReport) -> tuple[dict[str, str], bool]:
    """Return what each person of a bundle is called here, and whether anybody was new."""
    here = people.listed(connection)
    by_uuid, by_name = {who.uuid: who for who in here}, {who.name: who for who in here}
    names: dict[str, str] = {GOLD: GOLD}
    changed = False
    for entry in entries:
        name, known = _checked(entry)
        if known in by_uuid:
            names[name] = by_uuid[known].name
            continue
        there = by_name.get(name)
        if there is not None and known == people.by_name_only(name):
            names[name] = name
        elif there is not None and there.uuid == people.by_name_only(name):
            connection.execute(update(person).where(person.c.name == name).values(uuid=known))
            names[name], changed = name, True
        else:
            names[name] = _add(connection, name, known, by_name, report)
            by_name[names[name]] = Person(known, names[name])
            changed = True
    if len(set(names.values())) < len(names):
        raise BadInput("Two people of the bundle have one name here. Rename the one who is here first.")
    return names, changed


def _checked(entry: Any) -> tuple[str, str]:
    if not isinstance(entry, list) or len(entry) != 2 or not all(isinstance(part, str) for part in entry):
        wrong("people", entry, "a name and a uuid")
    name, known = entry
    # files may have brought names that nobody could choose for themselves
    if not 0 < len(name) <= _MAX_GIVEN or name == GOLD:
        wrong("people", name, "a person's name")
    try:
        return name, str(uuid.UUID(known))
    except ValueError:
        wrong("people", entry, "a name and a uuid")


def _add(connection: Connection, name: str, known: str, by_name: Mapping[str, Person], report: MergeReport) -> str:
    given = name
    if name in by_name:
        given = f"{name[: _MAX_NAME - _DIGITS - 1]}~{known[:_DIGITS]}"
        report.differs(
            "",
            given,
            Message(
                "Somebody else is called “{name}” here. The one of the bundle is called “{given}” from now on.",
                name=name,
                given=given,
            ),
        )
        if given in by_name:
            raise BadInput("Two people would be called “{name}”. Rename one of them first.", name=given)
    connection.execute(insert(person), {"uuid": known, "name": given, "role": "annotator"})
    return given


def unite_words(connection: Connection, entries: Sequence[Any]) -> bool:
    """Teach the dictionary the words that it lacks, and tell whether there were any."""
    for entry in entries:
        if not isinstance(entry, str) or not entry.strip() or "\n" in entry:
            wrong("words", entry, "a word")
    new = sorted(set(entries) - set(connection.scalars(select(word.c.word))))
    if new:
        connection.execute(insert(word), [{"word": entry} for entry in new])
    return bool(new)


def unite_rejections(
    connection: Connection, entries: Sequence[Any], names: Mapping[str, str], labels: LabelMap
) -> bool:
    """Take over what people have refused, and tell whether any of it was new."""
    wanted = set()
    for entry in entries:
        if not isinstance(entry, list) or len(entry) != 3 or not all(isinstance(part, str) for part in entry):
            wrong("rejections", entry, "three texts")
        context, label, who = entry
        wanted.add((context, labels.entities.get(label, label), names.get(who, who)))
    columns = (rejection.c.context, rejection.c.label, rejection.c.person)
    new = sorted(wanted - {(row[0], row[1], row[2]) for row in connection.execute(select(*columns))})
    if new:
        keys = ("context", "label", "person")
        connection.execute(insert(rejection), [dict(zip(keys, row, strict=True)) for row in new])
    return bool(new)
