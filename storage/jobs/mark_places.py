"""Mark places: many hits of a search get a label, or lose it, as one step over all their articles."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import uuid4

from sqlalchemy import Connection

from ...models import edit
from ...models.article import Article
from ...models.change import Change, apply, compose
from ...models.errors import BadInput, Message
from ...models.layer import Fragment, Layer
from ...models.locking import is_locked
from ...models.occurrences import Standing, mark_many, standings
from ...models.schema import Schema
from .. import articles, layers
from ..project import Project

Places = Mapping[str, Sequence[Fragment]]
"""Ranges [start, end) in code points, by article id."""


class Stand(NamedTuple):
    """How a place stands in a person's layer: *labels* are those of exactly this range, *around* of what holds it."""

    standing: Standing
    labels: tuple[str, ...]
    around: tuple[str, ...]
    finished: bool


@dataclass
class MarkReport:
    """What a step did; `refused` names the articles where nothing could be done, each with the reason."""

    places: int = 0
    articles: list[str] = field(default_factory=list)
    refused: list[tuple[str, Message]] = field(default_factory=list)
    step: int = 0


def stands(
    connection: Connection, schema: Schema, article_id: str, spans: Sequence[Fragment], label: str, annotator: str
) -> list[Stand]:
    """Return how the places of an article stand to being marked as *label* in somebody's layer."""
    number = articles.number_of(connection, article_id)
    article = articles.read(connection, number)
    layer = layers.read(connection, number).get(annotator) or Layer(annotator)
    made = []
    for place in standings(article, layer, schema, label, spans):
        same, around = set(), set()
        for entity in layer.entities.values():
            if entity.ranges == ((place.start, place.end),):
                same.add(entity.label)
            elif entity.start <= place.start and place.end <= entity.end:
                around.add(entity.label)
        made.append(Stand(place.standing, tuple(sorted(same)), tuple(sorted(around)), is_locked(layer)))
    return made


def mark_places(project: Project, places: Places, label: str, by: str, *, finished: bool = False) -> MarkReport:
    """Give every place the label in *by*'s layers; places that are marked so already are passed over.

    *finished* layers are opened for it and finished again, else left alone and named.
    """

    def make(article: Article, layer: Layer, spans: Sequence[Fragment]) -> Change | None:
        free = [s for s in standings(article, layer, project.schema, label, spans) if s.standing != "marked"]
        wanted = {f"e-{uuid4().hex[:12]}": (place.start, place.end) for place in free}
        return mark_many(article, layer, project.schema, label, wanted) if wanted else None

    return _do(project, places, by, make, finished=finished)


def unmark_places(project: Project, places: Places, label: str, by: str, *, finished: bool = False) -> MarkReport:
    """Remove *by*'s entities of this label that stand exactly on the places, with their relations."""

    def make(article: Article, layer: Layer, spans: Sequence[Fragment]) -> Change | None:
        wanted = {((start, end),) for start, end in spans}
        gone = [entity.id for entity in layer.entities.values() if entity.label == label and entity.ranges in wanted]
        changes = []
        for mark_id in gone:
            change = edit.remove(article, layer, mark_id)
            layer = apply(layer, change.rows)
            changes.append(change)
        return compose(changes) if changes else None

    return _do(project, places, by, make, finished=finished)


_Make = Callable[[Article, Layer, Sequence[Fragment]], Change | None]


def _do(project: Project, places: Places, by: str, make: _Make, *, finished: bool) -> MarkReport:
    report = MarkReport()
    step: list[Change] = []
    for article_id, spans in sorted(places.items()):
        article, layer = project.read(article_id), project.layer(article_id, by)
        locked = is_locked(layer)
        if locked and not finished:
            report.refused.append((article_id, Message("This article is finished and was left as it is.")))
            continue
        made = []
        if locked:
            made.append(edit.set_status(article, layer, "in_progress"))
            layer = apply(layer, made[0].rows)
        try:
            change = make(article, layer, spans)
        except BadInput as error:
            report.refused.append((article_id, error.message))
            continue
        if change is None:
            continue
        made.append(change)
        if locked:
            made.append(edit.set_status(article, apply(layer, change.rows), "done"))
        step += made
        report.articles.append(article_id)
        report.places += sum(row.kind == "entity" for row in change.rows)
    if step:
        report.step = project.commit_step(step, by) - len(step) + 1
    return report
