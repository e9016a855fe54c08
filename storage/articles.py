"""The articles' store: listing by pages, reading, and counting. Removed articles are in the bin and not listed."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, case, func, or_, select

from ..models.article import Article, ArticleState, Source
from ..models.errors import BadInput
from ..models.layer import STATUSES
from ..models.records import source_from, state_from
from .rows import load
from .tables import article, article_text, assignment, layer


class ArticleSummary(NamedTuple):
    """One line of the article list; `number` is the order of import."""

    number: int
    id: str
    title: str
    status: str
    entities: int
    relations: int


class Page(NamedTuple):
    """Some articles and where the next page begins (None at the end)."""

    rows: list[ArticleSummary]
    next: int | None


class Listing(NamedTuple):
    """Which articles to list: of whose work, in which status, with what in title or id, out of whose queue."""

    query: str | None = None
    status: str | None = None
    annotator: str | None = None
    assigned_to: str | None = None


# A text that came without a title is listed by how it begins.
_OPENING = select(func.substr(func.ltrim(article_text.c.text, " \n"), 1, 120)).where(
    article_text.c.article == article.c.number
)
_TITLE = case((article.c.title == "", _OPENING.scalar_subquery()), else_=article.c.title)


def page(connection: Connection, listing: Listing, after: int | None, limit: int) -> Page:
    """Return up to *limit* articles behind number *after*, in the order of import."""
    wanted = _listed(listing).order_by(article.c.number).limit(limit + 1)
    if after is not None:
        wanted = wanted.where(article.c.number > after)
    rows = [ArticleSummary(row[0], row[1], row[2].partition("\n")[0], *row[3:]) for row in connection.execute(wanted)]
    return Page(rows[:limit], rows[limit - 1].number if len(rows) > limit else None)


def _listed(listing: Listing) -> Select[Any]:
    present = article.c.removed.is_(None)
    if listing.annotator is None:
        columns = (article.c.status, article.c.entities, article.c.relations)
        wanted = select(article.c.number, article.c.id, _TITLE, *columns).where(present)
        if listing.status:
            wanted = wanted.where(article.c.status == listing.status)
    else:
        status = func.coalesce(layer.c.status, "todo")
        theirs = and_(layer.c.article == article.c.number, layer.c.annotator == listing.annotator)
        begun = listing.status not in (None, "todo")
        wanted = (
            select(
                article.c.number,
                article.c.id,
                _TITLE,
                status,
                func.coalesce(layer.c.entities, 0),
                func.coalesce(layer.c.relations, 0),
            )
            .select_from(article.join(layer, theirs, isouter=not begun))
            .where(present)
        )
        if listing.status:
            wanted = wanted.where((layer.c.status if begun else status) == listing.status)
    if listing.assigned_to is not None:
        given = (assignment.c.annotator == listing.assigned_to, assignment.c.turn % 2 == 1)
        wanted = wanted.where(article.c.number.in_(select(assignment.c.article).where(*given)))
    if listing.query:
        wanted = wanted.where(matching(listing.query))
    return wanted


def matching(query: str) -> ColumnElement[bool]:
    """Return the condition that an article has *query* in its title, or as its id."""
    in_title = func.lower(article.c.title).contains(query.lower(), autoescape=True)
    return or_(in_title, article.c.id == query)


def numbers(connection: Connection, listing: Listing) -> list[int]:
    """Return every article that a listing names, in the order of their ids."""
    return list(connection.scalars(_listed(listing).order_by(article.c.id)))


def counts(connection: Connection, annotator: str | None) -> dict[str, int]:
    """Return how many articles have each status, for one annotator or over all."""
    total = connection.execute(select(func.count()).where(article.c.removed.is_(None))).scalar_one()
    if annotator is None:
        wanted = select(article.c.status, func.count()).where(article.c.removed.is_(None)).group_by(article.c.status)
    else:
        wanted = (
            select(layer.c.status, func.count())
            .select_from(layer.join(article))
            .where(layer.c.annotator == annotator, article.c.removed.is_(None))
            .group_by(layer.c.status)
        )
    found: dict[str, int] = dict(connection.execute(wanted).all())
    result: dict[str, int] = {status: found.get(status, 0) for status in STATUSES}
    result["todo"] = total - result["in_progress"] - result["done"]
    return result


_NUMBER = select(article.c.number).where(article.c.id == bindparam("wanted"), article.c.removed.is_(None))


def number_of(connection: Connection, article_id: str) -> int:
    """Return the number of an article that is not in the bin; BadInput where there is none of that id."""
    number = connection.execute(_NUMBER, {"wanted": article_id}).scalar()
    if number is None:
        raise BadInput("There is no article “{id}” in this project.", id=article_id)
    return int(number)


_ARTICLE = select(
    article.c.id,
    article_text.c.text,
    article.c.title,
    article.c.sources,
    article.c.meta,
    article.c.state,
).join_from(article, article_text)


_ONE_ARTICLE = _ARTICLE.where(article.c.number == bindparam("wanted"))


def read(connection: Connection, number: int) -> Article:
    """Return an article by its number."""
    return article_of(connection.execute(_ONE_ARTICLE, {"wanted": number}).one())


_UNTOUCHED = ArticleState()


def article_of(row: Any) -> Article:
    """Return the article of a row of id, text, title, sources, meta and state."""
    sources: tuple[Source, ...] = tuple(source_from(entry) for entry in load(row[3]))
    state = state_from(load(row[5])) if row[5] != "{}" else _UNTOUCHED
    return Article(row[0], row[1], row[2], sources, load(row[4]), state)
