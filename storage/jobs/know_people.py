"""People: whom a project knows, what each has done, and what they are called and allowed."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, case, func, select

from ...models.aliases import aliases
from ...models.errors import BadInput
from ...models.schema import Words
from .. import assignments, counters, history, people, renamed
from ..people import Role
from ..project import Project
from ..tables import article, layer


class Known(NamedTuple):
    """A person with the number of their layers, finished ones among them, entities, and articles in their queue."""

    uuid: str
    name: str
    role: str
    layers: int
    done: int
    entities: int
    assigned: int


def people_of(project: Project) -> list[Known]:
    """Return everybody whom the project knows, by name."""
    finished = func.sum(case((layer.c.status == "done", 1), else_=0))
    with project.reading() as connection:
        wanted = (
            select(layer.c.annotator, func.count(), finished, func.sum(layer.c.entities))
            .join_from(layer, article)
            .where(article.c.removed.is_(None))
            .group_by(layer.c.annotator)
        )
        work = {row[0]: (int(row[1]), int(row[2]), int(row[3])) for row in connection.execute(wanted)}
        queues: dict[str, int] = {}
        for cell in assignments.given(connection):
            queues[cell.annotator] = queues.get(cell.annotator, 0) + 1
        return [
            Known(*who, *work.get(who.name, (0, 0, 0)), queues.get(who.name, 0)) for who in people.listed(connection)
        ]


def is_reviewer(project: Project, name: str) -> bool:
    """Tell whether a person reviews the project."""
    with project.reading() as connection:
        return people.is_reviewer(connection, name)


def hidden_names(project: Project) -> dict[str, Words]:
    """Return what each person is called where names are hidden: the same for as long as the project lives."""
    with project.reading() as connection:
        known = {who.uuid: who.name for who in people.listed(connection)}
    made = aliases(known, project.facts["instance"])
    return {known[uuid]: words for uuid, words in made.items()}


def rename(project: Project, old: str, new: str) -> int:
    """Give a person another name, as one step of the history; BadInput where it is taken or cannot be one."""
    with project.transaction() as connection:
        people.rename(connection, old, new)
        renamed.follow(connection, {old: new})
        number = _record(connection, project, {"what": "rename", "old": old, "new": new})
    project.acknowledge(number)
    return number


def set_role(project: Project, name: str, role: Role) -> int:
    """Make a person a reviewer or an annotator, as one step of the history.

    Only a reviewer of the project may do that; BadInput for others.
    """
    people.checked_name(name)
    with project.transaction() as connection:
        if not people.is_reviewer(connection, project.person.name):
            raise BadInput("Only a reviewer of the project can say who reviews it.")
        people.ensure(connection, name)
        people.set_role(connection, name, role)
        number = _record(connection, project, {"what": "role", "name": name, "role": role})
    project.acknowledge(number)
    return number


def _record(connection: Connection, project: Project, payload: dict[str, str]) -> int:
    number = counters.take(connection, "change")
    history.record(connection, number, project.person.name, "person", payload["what"], payload)
    return number
