"""What goes into a writer: the chosen articles with their layers, filtered, mapped and cut into units, as a stream."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from hashlib import sha256

from sqlalchemy import Connection, select

from ...models.article import Article
from ...models.datasets import units
from ...models.datasets.label_maps import mapped, with_marks
from ...models.errors import Unavailable
from ...models.layer import Layer
from ...models.tokens import Token, cut_at_edges
from .. import articles, layers, tokens
from ..engines import crfcut
from ..formats.contract import ExportDocument, Loss
from ..tables import article, article_text
from .choose_articles import Choice
from .export_params import ExportParams
from .export_report import ExportReport
from .label_map_files import Renaming
from .reporting import Cancelled, Stopped

_CHUNK = 100

_TEXTS = select(
    article.c.number,
    article.c.id,
    article_text.c.text,
    article.c.title,
    article.c.sources,
    article.c.meta,
    article.c.state,
    article.c.text_hash,
).join_from(article, article_text)


class Documents:
    """Reads documents out of one state of a project, with an export's choices applied; losses go to the report."""

    def __init__(
        self,
        connection: Connection,
        choice: Choice,
        params: ExportParams,
        renaming: Renaming | None,
        report: ExportReport,
        cancelled: Cancelled,
    ) -> None:
        self._connection, self._choice, self._params = connection, choice, params
        self._renaming, self._report, self._cancelled = renaming, report, cancelled
        self._taught = tokens.words(connection)

    def read(self, numbers: Sequence[int]) -> Iterator[ExportDocument]:
        """Yield the documents of some articles, in the order given; several of each where it is cut into units."""
        for at in range(0, len(numbers), _CHUNK):
            if self._cancelled():
                raise Stopped
            for whole in self._chunk(numbers[at : at + _CHUNK]):
                self._report.begin_article()
                for document in self._cut(whole):
                    self._report.begin(document)
                    yield document

    def _chunk(self, numbers: Sequence[int]) -> Iterator[ExportDocument]:
        rows = {row[0]: row[1:] for row in self._connection.execute(_TEXTS.where(article.c.number.in_(numbers)))}
        theirs = layers.read_many(self._connection, numbers, self._choice.owners)
        for number in numbers:
            read = articles.article_of(rows[number])
            if sha256(read.text.encode()).digest() != bytes(rows[number][-1]):
                raise Unavailable("The text of {article} is not what was imported. Run: khaotag check", article=read.id)
            kept = [made for made in theirs.get(number, {}).values() if not made.is_blank]
            if self._params.only is not None:
                kept = [_filtered(made, self._params.only) for made in kept]
            yield ExportDocument(read, tuple(self._mapped(read, kept)), partial(self._tokens, read))

    def _tokens(self, of: Article) -> Sequence[Token]:
        known = tokens.cached(self._connection, of, self._taught)
        return (known or tokens.repaired(of, tokens.compute(of, self._taught))).spans

    def _mapped(self, read: Article, theirs: Sequence[Layer]) -> Iterator[Layer]:
        for made in theirs:
            if self._renaming is None:
                yield made
                continue
            renamed = mapped(made, self._renaming.map)
            self._report.left_out([Loss(read.id, mark.id, why) for mark, why in renamed.lost])
            yield renamed.layer

    def _cut(self, whole: ExportDocument) -> Iterator[ExportDocument]:
        """Yield a document cut into the units that were asked for."""
        if self._params.unit == "article":
            yield whole
            return
        read = whole.article
        ranges = units.paragraphs(read.text)
        if self._params.unit == "sentence":
            ranges = [
                (start + low, start + high)
                for start, end in ranges
                for low, high in crfcut.sentences(read.text[start:end])
            ]
        made = units.cut(read, whole.layers, ranges)
        self._report.add_units(len(made.units), made.joined)
        self._report.left_out([Loss(read.id, relation.id, units.APART) for relation in made.lost])
        words = cache(whole.tokens)
        for unit in made.units:
            yield ExportDocument(unit.article, unit.layers, partial(_words_between, words, unit.start, unit.end))


def _words_between(words: Callable[[], Sequence[Token]], start: int, end: int) -> list[Token]:
    """Return the words of an article inside a range, counted from its start; one that lies across an edge is cut."""
    cut, _ = cut_at_edges(words(), (start, end))
    return [(low - start, high - start) for low, high in cut if start <= low and high <= end]


def _filtered(made: Layer, only: frozenset[str]) -> Layer:
    """Return the layer with the chosen labels alone; relations go with their ends, chains with their members."""
    entities = {e.id: e for e in made.entities.values() if e.label in only}
    named = any(r.label in only for r in made.relations.values())
    relations = {
        r.id: r
        for r in made.relations.values()
        if r.head in entities and r.tail in entities and (not named or r.label in only)
    }
    return with_marks(made, entities, relations)
