"""Remove: articles go to the bin, or, when that is said, for good."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, select, update

from ...models.errors import Translate
from ...models.records import Record
from .. import articles, counters, history, people, search_index
from ..project import Project
from ..tables import (
    article,
    article_text,
    assignment,
    beside,
    chain,
    chain_member,
    decision,
    entity,
    layer,
    note,
    relation,
    suggestion,
)
from ..tables import history as history_table


@dataclass
class RemoveReport:
    """What was removed; `history` and `backups` are what a purge touches or leaves beside the articles."""

    removed: list[str] = field(default_factory=list)
    purged: bool = False
    history: int = 0
    backups: list[str] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        """0: an article that is not there is an error before anything is done."""
        return 0

    def as_json(self, translate: Translate) -> Record:
        """Return the report."""
        del translate
        return {
            "removed": self.removed,
            "purged": self.purged,
            "history": self.history,
            "backups": self.backups,
        }


def remove(project: Project, ids: Sequence[str], *, purge: bool, by: str) -> RemoveReport:
    """Put articles into the bin, from where importing the same text brings them back; *purge* leaves nothing.

    A purge also deletes the history of the articles, and names the backups that still hold them.
    """
    report = RemoveReport(purged=purge)
    with project.transaction() as connection:
        number = counters.take(connection, "change")
        people.ensure(connection, by)
        for article_id in ids:
            at = _number(connection, article_id, purge=purge)
            if purge:
                report.history += _purge(connection, at)
            else:
                when = datetime.now(UTC).isoformat(timespec="seconds")
                connection.execute(update(article).where(article.c.number == at).values(removed=when))
            report.removed.append(article_id)
        what = "purge" if purge else "remove"
        payload = {"what": what, "articles": [] if purge else list(ids)}
        history.record(connection, number, by, "remove", what, payload)
    project.acknowledge(number)
    if purge and project.path is not None:
        report.backups = sorted(str(p) for p in project.path.parent.glob(f"{project.path.stem}.before-update-*"))
    return report


def _number(connection: Connection, article_id: str, *, purge: bool) -> int:
    if purge:
        found = connection.execute(select(article.c.number).where(article.c.id == article_id)).scalar()
        if found is not None:
            return int(found)
    return articles.number_of(connection, article_id)


def _purge(connection: Connection, number: int) -> int:
    own = select(layer.c.number).where(layer.c.article == number).scalar_subquery()
    for table in (entity, relation, chain, chain_member, note, decision):
        connection.execute(delete(table).where(table.c.layer.in_(own)))
    gone = connection.execute(delete(history_table).where(history_table.c.article == number)).rowcount
    for table in (layer, assignment, beside, article_text):
        connection.execute(delete(table).where(table.c.article == number))
    text = select(article.c.text_hash).where(article.c.number == number).scalar_subquery()
    connection.execute(delete(suggestion).where(suggestion.c.text_hash == text))
    connection.execute(delete(article).where(article.c.number == number))
    search_index.forget(connection, [number // search_index.BLOCK])
    return gone
