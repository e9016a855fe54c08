"""Finished layers read in bulk, with nothing but what agreement is measured on."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import orjson
from sqlalchemy import Connection, bindparam, select

from ..models.agreement_matching import Link, Span
from ..models.agreement_units import Tokens
from ..models.agreement_values import Marks, Tagged
from ..models.article import Article
from ..models.layer import GOLD
from ..models.records import state_from
from . import tokens
from .rows import load
from .tables import article, article_text, entity, layer, relation

CHUNK = 200


class Finished(NamedTuple):
    """An article that several people have finished: its number and theirs, by annotator."""

    article: int
    layers: dict[str, int]


_TEXTS = select(article.c.number, article.c.id, article_text.c.text, article.c.state).join_from(article, article_text)
_ENTITIES = select(entity.c.layer, entity.c.id, entity.c.label, entity.c.start, entity.c.end, entity.c.fragments).where(
    entity.c.layer.in_(bindparam("layers", expanding=True))
)
_RELATIONS = select(relation.c.layer, relation.c.id, relation.c.label, relation.c.head, relation.c.tail).where(
    relation.c.layer.in_(bindparam("layers", expanding=True))
)


def people(connection: Connection) -> list[str]:
    """Return everybody who has a layer, gold left out."""
    wanted = select(layer.c.annotator).join_from(layer, article).where(article.c.removed.is_(None)).distinct()
    return sorted(name for name in connection.scalars(wanted) if name != GOLD)


def shared(connection: Connection, annotators: Sequence[str] | None = None) -> list[Finished]:
    """Return the articles that at least two people have finished, of these annotators or of all; gold is no person."""
    wanted = (
        select(layer.c.article, layer.c.annotator, layer.c.number)
        .join_from(layer, article)
        .where(layer.c.status == "done", layer.c.annotator != GOLD, article.c.removed.is_(None))
        .order_by(layer.c.article, layer.c.annotator)
    )
    if annotators is not None:
        wanted = wanted.where(layer.c.annotator.in_(annotators))
    by_article: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for article_number, annotator, number in connection.execute(wanted):
        by_article[article_number][annotator] = number
    return [Finished(number, layers) for number, layers in by_article.items() if len(layers) > 1]


def tagged(connection: Connection, chunk: Sequence[Finished], taught: frozenset[str]) -> Iterator[Tagged]:
    """Yield the marks and tokens of some articles; the first one without cached tokens loads the dictionary."""
    bound = {"layers": [number for finished in chunk for number in finished.layers.values()]}
    spans = _spans(connection, bound)
    links = _links(connection, bound, spans)
    texts = _TEXTS.where(article.c.number.in_([finished.article for finished in chunk]))
    articles = {row[0]: Article(row[1], row[2], state=state_from(load(row[3]))) for row in connection.execute(texts)}
    edges = tokens.cached_edges(connection, list(articles.values()), taught)
    for finished in chunk:
        of = articles[finished.article]
        people = {
            annotator: Marks(list(spans[number].values()), links[number])
            for annotator, number in finished.layers.items()
        }
        yield Tagged(of.id, len(of.text), _tokens(of, edges.get(of.id), taught), people)


def _tokens(of: Article, edges: array[int] | None, taught: frozenset[str]) -> Tokens:
    if edges is not None and not of.state.repaired:
        return Tokens(edges[::2], edges[1::2])
    spans = tokens.compute(of, taught) if edges is None else list(zip(edges[::2], edges[1::2], strict=True))
    present = tokens.repaired(of, spans).spans
    return Tokens([start for start, _ in present], [end for _, end in present])


def _spans(connection: Connection, bound: dict[str, Any]) -> defaultdict[int, dict[str, Span]]:
    spans: defaultdict[int, dict[str, Span]] = defaultdict(dict)
    for number, mark_id, label, start, end, fragments in connection.execute(_ENTITIES, bound).all():
        pieces = tuple((a, b) for a, b in orjson.loads(fragments)) if fragments else ()
        spans[number][mark_id] = Span(mark_id, label, start, end, pieces)
    return spans


def _links(
    connection: Connection, bound: dict[str, Any], spans: defaultdict[int, dict[str, Span]]
) -> defaultdict[int, list[Link]]:
    links: defaultdict[int, list[Link]] = defaultdict(list)
    for number, mark_id, label, head, tail in connection.execute(_RELATIONS, bound).all():
        theirs = spans[number]
        if head in theirs and tail in theirs:
            links[number].append(Link(mark_id, label, theirs[head], theirs[tail]))
    return links
