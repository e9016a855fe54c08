"""What the team page shows, read in one go beside the window."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ...models.layer import GOLD, Layer
from ...models.schema import Words
from ...storage.beside import Kept
from ...storage.jobs import settle
from ...storage.jobs.assign import matrix
from ...storage.jobs.know_people import Known, hidden_names, people_of
from ...storage.project import Project
from ..panels.line_list import MOST

_ALL = 1_000_000


class Waiting(NamedTuple):
    """A version that was kept beside; entities that only one of both has, None for an article's own state."""

    kept: Kept
    here: int | None
    there: int | None


class Team(NamedTuple):
    """People, their aliases, the articles as (id, title), everybody's queue by name, and what waits to be settled."""

    people: list[Known]
    aliases: Mapping[str, Words]
    articles: list[tuple[str, str]]
    queues: Mapping[str, list[str]]
    waiting: list[Waiting]


def read_team(project: Project) -> Team:
    """Read it all."""
    people = [one for one in people_of(project) if one.name != GOLD]
    articles = [(row.id, row.title) for row in project.page(limit=_ALL).rows]
    waiting = settle.waiting(project)
    compared = [_compared(project, kept) for kept in waiting[:MOST]]
    compared += [Waiting(kept, None, None) for kept in waiting[MOST:]]
    return Team(people, hidden_names(project), articles, matrix(project), compared)


def _compared(project: Project, kept: Kept) -> Waiting:
    there = settle.version(project, kept)
    if not isinstance(there, Layer):
        return Waiting(kept, None, None)
    here = project.layer(kept.article, kept.annotator)
    mine, theirs = ({mark.place[:3] for mark in layer.entities.values()} for layer in (here, there))
    return Waiting(kept, len(mine - theirs), len(theirs - mine))
