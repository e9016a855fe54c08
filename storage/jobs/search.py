"""Search: a string or the mentions of a label in all articles, the first hits at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select

from ...models import concordance
from ...models.concordance import Hit, Query, places
from ...models.errors import BadInput, Translate
from ...models.records import Record
from ...models.tokens import tokenise
from .. import schemas, search_index, tokens
from ..engines import newmm
from ..project import Project
from ..tables import article, article_text, entity, layer
from .reporting import Cancelled, Progress, Stopped, never, silent

_READ_AT_ONCE = 64


@dataclass(frozen=True)
class SearchParams:
    """What to look for; an empty string with a label finds every mention of the label.

    `annotator` says whose layers tell the labels; None means everybody's.
    """

    query: Query
    label: str | None = None
    annotator: str | None = None


class Found(NamedTuple):
    """The hits of one article, in order, with its text; `number` is the article's in the order of import."""

    number: int
    article: str
    text: str
    spans: list[tuple[int, int]]


@dataclass
class SearchReport:
    """The first hits and how many there are in all."""

    hits: list[Hit] = field(default_factory=list)
    total: int = 0

    @property
    def exit_code(self) -> int:
        """0: finding nothing is an answer."""
        return 0

    def as_json(self, translate: Translate) -> Record:
        """Return the report as INTERFACE words it."""
        del translate
        return {
            "hits": [{**found._asdict(), "labels": list(found.labels)} for found in self.hits],
            "total": self.total,
        }


def search(project: Project, params: SearchParams, limit: int) -> SearchReport:
    """Return the first *limit* hits in the order of the articles, and count the rest."""
    report = SearchReport()
    first: list[Found] = []
    with project.reading() as connection:
        for part in hits(connection, params):
            if report.total < limit:
                first.append(part)
            report.total += len(part.spans)
        report.hits = labelled(connection, first, params.annotator)[:limit]
    return report


def hits(connection: Connection, params: SearchParams, cancelled: Cancelled = never) -> Iterator[Found]:
    """Yield what is found article by article, in the order of import; BadInput where nothing is asked for.

    Raises Stopped as soon as *cancelled* says so.
    """
    if not params.query.text and params.label is None:
        raise BadInput("Say what to look for: a string, or a label with --label.")
    if params.label is not None and params.label not in schemas.current(connection).entity_types:
        raise BadInput("The schema has no type {labels}.", labels=params.label)
    if not params.query.text:
        yield from _mentions(connection, params, cancelled)
        return
    taught = tokens.words(connection) if params.query.whole_word else frozenset()
    for numbers in search_index.candidates(connection, params.query.text):
        for at in range(0, len(numbers), _READ_AT_ONCE):
            if cancelled():
                raise Stopped
            part = {"numbers": numbers[at : at + _READ_AT_ONCE]}
            for number, article_id, text in connection.execute(_TEXTS, part):
                spans = _matching(connection, params, number, text, taught)
                if spans:
                    yield Found(number, article_id, text, spans)


def _matching(
    connection: Connection, params: SearchParams, number: int, text: str, taught: frozenset[str]
) -> list[tuple[int, int]]:
    spans = list(places(text, params.query))
    if spans and params.query.whole_word:
        spans = [span for span in spans if _is_whole(text, span, taught)]
    if spans and params.label is not None:
        marks = _marks(connection, [number], params.annotator)[number]
        spans = [span for span in spans if params.label in _labels_at(span, marks)]
    return spans


_TEXTS = (
    select(article.c.number, article.c.id, article_text.c.text)
    .join_from(article, article_text)
    .where(article.c.removed.is_(None), article.c.number.in_(bindparam("numbers", expanding=True)))
    .order_by(article.c.number)
)


def labelled(connection: Connection, found: Sequence[Found], annotator: str | None = None) -> list[Hit]:
    """Return the hits with the labels of the entities that hold them, in one layer or in all."""
    marks = _marks(connection, [part.number for part in found], annotator)
    return [
        concordance.hit(part.article, part.text, *span, tuple(_labels_at(span, marks[part.number])))
        for part in found
        for span in part.spans
    ]


_Mark = tuple[int, int, str]


def _labels_at(span: tuple[int, int], marks: Sequence[_Mark]) -> list[str]:
    return sorted({label for start, end, label in marks if start <= span[0] and span[1] <= end})


def _marks(connection: Connection, numbers: Sequence[int], annotator: str | None) -> dict[int, list[_Mark]]:
    wanted = _MARKS if annotator is None else _MARKS.where(layer.c.annotator == annotator)
    marks: dict[int, list[_Mark]] = {number: [] for number in numbers}
    for number, start, end, label in connection.execute(wanted, {"numbers": list(numbers)}):
        marks[number].append((start, end, label))
    return marks


_MARKS = (
    select(layer.c.article, entity.c.start, entity.c.end, entity.c.label)
    .join_from(layer, entity)
    .where(layer.c.article.in_(bindparam("numbers", expanding=True)))
)


def _mentions(connection: Connection, params: SearchParams, cancelled: Cancelled) -> Iterator[Found]:
    """Yield every place that bears the label; the same place in two layers is one hit."""
    wanted = (
        select(layer.c.article, entity.c.start, entity.c.end)
        .join_from(entity, layer)
        .join(article, article.c.number == layer.c.article)
        .where(article.c.removed.is_(None), entity.c.label == params.label)
        .order_by(layer.c.article, entity.c.start, entity.c.end)
        .distinct()
    )
    if params.annotator is not None:
        wanted = wanted.where(layer.c.annotator == params.annotator)
    number, spans = None, list[tuple[int, int]]()
    for at, start, end in connection.execute(wanted):
        if cancelled():
            raise Stopped
        if at != number and number is not None:
            yield _found(connection, number, spans)
            spans = []
        number = at
        spans.append((start, end))
    if number is not None:
        yield _found(connection, number, spans)


def _found(connection: Connection, number: int, spans: list[tuple[int, int]]) -> Found:
    row = connection.execute(_TEXTS, {"numbers": [number]}).one()
    return Found(number, row[1], row[2], spans)


def _is_whole(text: str, span: tuple[int, int], taught: frozenset[str]) -> bool:
    """Tell whether both edges of a hit are edges of words, cutting only the stretch between spaces around it."""
    start, end = span
    first = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1
    stops = [at for at in (text.find(" ", end), text.find("\n", end)) if at >= 0]
    stretch = text[first : min(stops, default=len(text))]
    edges = {edge + first for token in tokenise(stretch, newmm.cutter(taught), ()) for edge in token}
    return start in edges and end in edges


def fill_index(project: Project, progress: Progress = silent, cancelled: Cancelled = never) -> int:
    """Index the blocks of articles that are not indexed yet, each in a transaction of its own; return how many were."""
    with project.reading() as connection:
        wanted = search_index.missing(connection)
    for done, block in enumerate(wanted):
        if cancelled():
            return done
        with project.reading() as connection:
            rows = search_index.postings(connection, block)
        with project.transaction() as connection:
            search_index.keep(connection, block, rows)
        progress(done + 1, len(wanted))
    return len(wanted)
