"""The reviewer's queue: articles that several people have finished, those they agree on least first."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import select

from ...models.agreement import Measure
from ...models.agreement_values import Agreement
from ...models.layer import GOLD
from ...models.review import Case
from .. import articles, decisions, finished, tokens
from ..project import Project
from ..tables import article, layer
from .agree import agree
from .reporting import Cancelled, Progress, never, silent


class Waiting(NamedTuple):
    """An article of the queue: exact F1 of its entities (None where nobody marked any), marks that only some have.

    `reviewed` says that its gold layer is finished.
    """

    article: str
    title: str
    f1: float | None
    disputes: int
    reviewed: bool


def review_queue(project: Project, progress: Progress = silent, cancelled: Cancelled = never) -> list[Waiting]:
    """Return the queue; reviewed articles come last."""
    with project.reading() as connection:
        wanted = select(article.c.id, layer.c.status).join_from(layer, article).where(layer.c.annotator == GOLD)
        reviewed = {row[0] for row in connection.execute(wanted) if row[1] == "done"}
        titles = dict(connection.execute(select(article.c.id, article.c.title)).all())
    found = [
        Waiting(one.article, titles.get(one.article, ""), one.f1, sum(one.disputes.values()), one.article in reviewed)
        for one in agree(project, progress=progress, cancelled=cancelled).agreement.per_article
    ]
    return sorted(found, key=lambda one: (one.reviewed, 2.0 if one.f1 is None else one.f1, -one.disputes, one.article))


def article_agreement(project: Project, article_id: str) -> Agreement:
    """Measure how far those who finished one article agree on it."""
    symmetric = frozenset(kind.id for kind in project.schema.relations if kind.symmetric)
    with project.reading() as connection:
        number = articles.number_of(connection, article_id)
        theirs = [one for one in finished.shared(connection) if one.article == number]
        measure = Measure(sorted({name for one in theirs for name in one.layers}), symmetric=symmetric)
        for tagged in finished.tagged(connection, theirs, tokens.words(connection)) if theirs else ():
            measure.add(tagged)
    return measure.result()


def case_of(project: Project, article_id: str) -> Case:
    """Return what a reviewer has before them in an article; BadInput where there is none of that id."""
    with project.reading() as connection:
        return decisions.case(connection, articles.number_of(connection, article_id), project.schema)
