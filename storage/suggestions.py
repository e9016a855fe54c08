"""The suggestions' store: what engines proposed for a text, what a person rejected, and what a person called right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any

import orjson
from sqlalchemy import Connection, delete, insert, select

from ..models.article import Article
from ..models.suggest import Reason, Rejected, Suggestion
from . import counters
from .rows import dump
from .tables import article, article_text, entity, layer, rejection, suggestion

_RIGHT = ""  # stands in the label's place where a finding of consistency was called right
_BATCH = 500


def text_key(of: Article) -> bytes:
    """Return the hash of an article's text, by which its suggestions are kept."""
    return sha256(of.text.encode()).digest()


def keep(connection: Connection, of: Article, engine: str, found: Iterable[Suggestion]) -> None:
    """Keep an engine's suggestions for an article's text in place of those it made before."""
    key = text_key(of)
    here = (suggestion.c.text_hash == key, suggestion.c.engine == engine)
    connection.execute(delete(suggestion).where(*here))
    rows = [
        {
            "number": counters.take(connection, "suggestion"), "text_hash": key, "engine": engine, "start": one.start,
            "end": one.end, "label": one.label, "score": one.score, "reason": dump(_reason_record(one.reason)),
        }
        for one in found
    ]  # fmt: skip
    if rows:
        connection.execute(insert(suggestion), rows)


def of_article(connection: Connection, of: Article) -> list[Suggestion]:
    """Return every engine's suggestions for an article, in the order of the text."""
    columns = suggestion.c
    wanted = select(columns.start, columns.end, columns.label, columns.score, columns.engine, columns.reason)
    rows = connection.execute(wanted.where(columns.text_hash == text_key(of)).order_by(columns.start, columns.end))
    return [Suggestion(*row[:5], reason=_reason(row[5])) for row in rows]


def _reason_record(reason: Reason) -> dict[str, Any]:
    return {"votes": [list(vote) for vote in reason.votes], "rejected": reason.rejected, "text": reason.text}


def _reason(value: str | None) -> Reason:
    record: dict[str, Any] = orjson.loads(value) if value else {}
    votes = tuple((str(label), int(count)) for label, count in record.get("votes", ()))
    return Reason(votes, int(record.get("rejected", 0)), str(record.get("text", "")))


def rejected(connection: Connection, person: str) -> Rejected:
    """Return what a person rejected in this project."""
    wanted = select(rejection.c.context, rejection.c.label)
    rows = connection.execute(wanted.where(rejection.c.person == person, rejection.c.label != _RIGHT))
    return Rejected([(context, label) for context, label in rows])


def right(connection: Connection, person: str) -> frozenset[str]:
    """Return the keys of the findings that a person called right."""
    wanted = select(rejection.c.context).where(rejection.c.person == person, rejection.c.label == _RIGHT)
    return frozenset(connection.scalars(wanted))


def reject(connection: Connection, person: str, context: str, label: str = _RIGHT) -> None:
    """Remember that a person rejected a label in a context, or (without a label) called a finding right."""
    forget(connection, person, context, label)
    connection.execute(insert(rejection), {"context": context, "label": label, "person": person})


def forget(connection: Connection, person: str, context: str, label: str = _RIGHT) -> None:
    """Forget a rejection, or that a finding was called right."""
    here = (rejection.c.context == context, rejection.c.label == label, rejection.c.person == person)
    connection.execute(delete(rejection).where(*here))


def marks(
    connection: Connection, annotators: Sequence[str] | None, besides: str | None = None
) -> Iterator[list[tuple[str, str]]]:
    """Yield (string, label) of the marks of one range in the layers of *annotators*, or of all, some layers at a time.

    The newest layers come first; the article *besides* is left out.
    """
    wanted = select(layer.c.number).join_from(layer, article).where(article.c.removed.is_(None), layer.c.entities > 0)
    if annotators is not None:
        wanted = wanted.where(layer.c.annotator.in_(annotators))
    if besides is not None:
        wanted = wanted.where(article.c.id != besides)
    numbers = list(connection.scalars(wanted.order_by(layer.c.number.desc())))
    for at in range(0, len(numbers), _BATCH):
        yield list(_marks_of(connection, numbers[at : at + _BATCH]))


def _marks_of(connection: Connection, numbers: Sequence[int]) -> Iterator[tuple[str, str]]:
    texts = dict(
        connection.execute(
            select(layer.c.number, article_text.c.text)
            .join_from(layer, article_text, layer.c.article == article_text.c.article)
            .where(layer.c.number.in_(numbers))
        ).all()
    )
    columns = entity.c
    wanted = select(columns.layer, columns.start, columns.end, columns.label)
    for number, start, end, label in connection.execute(
        wanted.where(columns.layer.in_(numbers), columns.fragments.is_(None))
    ):
        yield texts[number][start:end], label
