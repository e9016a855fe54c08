"""Info, formats, articles, tokens and history: what a project and this program hold, as reports."""

from __future__ import annotations

from sqlalchemy import func, select

from ... import __version__
from ...models.layer import STATUSES
from ...models.records import Record
from .. import articles, beside, layers
from ..formats.registry import FORMATS
from ..project import Project
from ..tables import article, entity, layer, relation


def info(project: Project) -> Record:
    """Return the project's counts: articles by status, marks by label, layers by annotator."""
    with project.reading() as connection:
        marks = layers.count_marks(connection)
        by_status = articles.counts(connection, None)
        present = article.c.removed.is_(None)
        by_label: dict[str, int] = {}
        for table in (entity, relation):
            wanted = (
                select(table.c.label, func.count())
                .select_from(table.join(layer).join(article))
                .where(present)
                .group_by(table.c.label)
                .order_by(table.c.label)
            )
            for label, count in connection.execute(wanted):
                by_label[label] = by_label.get(label, 0) + count
        per_annotator = (
            select(layer.c.annotator, func.count())
            .select_from(layer.join(article))
            .where(present)
            .group_by(layer.c.annotator)
            .order_by(layer.c.annotator)
        )
        by_annotator: dict[str, int] = dict(connection.execute(per_annotator).all())
        waiting = beside.listed(connection)
    return {
        "articles": sum(by_status[status] for status in STATUSES),
        **marks,
        "by_label": by_label,
        "by_status": by_status,
        "by_annotator": by_annotator,
        "schema": project.schema.name,
        "database": str(project.target),
        "version": __version__,
        # versions that a merge could not decide about, named where there are any
        **({"beside": [kept._asdict() for kept in waiting]} if waiting else {}),
    }


def formats() -> Record:
    """Return every format with what it reads, writes, keeps and needs."""
    return {
        "formats": [
            {
                "name": entry.name,
                "reads": entry.reader is not None,
                "writes": entry.writer is not None,
                "keeps": entry.keeps._asdict(),
                "needs": entry.needs,
            }
            for entry in FORMATS.values()
        ]
    }


def list_articles(
    project: Project, query: str | None, status: str | None, annotator: str | None, limit: int, after: str | None
) -> Record:
    """Return a page of articles behind the article *after*, and the id to go on from."""
    number = None
    if after is not None:
        with project.reading() as connection:
            number = articles.number_of(connection, after)
    page = project.page(query=query, status=status, annotator=annotator, after=number, limit=limit)
    rows = [{"id": r.id, "title": r.title, "status": r.status, "entities": r.entities} for r in page.rows]
    return {"articles": rows, "next": page.rows[-1].id if page.next is not None else None}


def list_tokens(project: Project, article_id: str) -> Record:
    """Return an article's tokens."""
    tokens = project.tokens(project.read(article_id))
    return {"tokenizer": tokens.tokenizer, "tokens": [list(token) for token in tokens.spans]}


def list_history(project: Project, article_id: str | None) -> Record:
    """Return every change, the oldest first."""
    lines = project.history(article_id, limit=None)
    return {
        "changes": [
            {"change": line.change, "when": line.when, "who": line.who, "what": line.what, "undoes": line.undoes}
            for line in reversed(lines)
        ]
    }
