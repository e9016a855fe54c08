"""What goes into a writer: the chosen articles with their layers, filtered, mapped and cut into units, as a stream."""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
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
from ..engines.token_pool import TokenPool
from ..formats.contract import ExportDocument, Loss
from ..tables import article, article_text
from .choose_articles import Choice
from .export_params import ExportParams
from .export_report import ExportReport
from .label_map_files import Renaming
from .reporting import Cancelled, Stopped

_CHUNK = 100
_FIRST = 8  # articles that wait until it is known whether the writer asks for tokens
_MANY = 300  # articles; for fewer, loading the dictionary in other processes takes longer than it saves
_AHEAD = 2  # chunks that are tokenised while one is written

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
        self._wanted = self._all_wanted = False
        self._pool: TokenPool | None = None

    def close(self) -> None:
        """Let go of the processes that tokenise."""
        if self._pool is not None:
            self._pool.close()

    def read(self, numbers: Sequence[int]) -> Iterator[ExportDocument]:
        """Yield the documents of some articles, in the order given; several of each where it is cut into units."""
        for whole in self._ahead(numbers):
            self._report.begin_article()
            for document in self._cut(whole):
                self._report.begin(document)
                yield document

    def _ahead(self, numbers: Sequence[int]) -> Iterator[ExportDocument]:
        """Yield whole articles; while some are written the next are tokenised, if the writer asks for tokens at all."""
        waiting: deque[list[ExportDocument]] = deque()
        at = 0
        while at < len(numbers):
            if self._cancelled():
                raise Stopped
            after = at + (_CHUNK if at else _FIRST)
            chunk = list(self._chunk(numbers[at:after]))
            if self._pool or len(numbers) - at > _MANY:
                chunk = self._begun(chunk) if self._wanted else self._when_asked(chunk)
            waiting.append(chunk)
            at = after
            while len(waiting) > (_AHEAD if self._pool else 0):
                yield from waiting.popleft()
        while waiting:
            yield from waiting.popleft()

    def _when_asked(self, chunk: list[ExportDocument]) -> list[ExportDocument]:
        """Return documents that are tokenised together as soon as the tokens of one are asked for."""
        begun = cache(lambda: self._begun(chunk))

        def tokens_at(place: int) -> Sequence[Token]:
            self._ask(chunk[place].article)
            return begun()[place].tokens()

        return [document._replace(tokens=partial(tokens_at, place)) for place, document in enumerate(chunk)]

    def _begun(self, chunk: list[ExportDocument]) -> list[ExportDocument]:
        """Return documents whose tokens are known or being made in another process, if they are wanted."""
        if self._pool is None:
            self._pool = TokenPool(self._taught)
        wanted = [document.article for document in chunk if self._all_wanted or document.article.state.repaired]
        known = tokens.cached_edges(self._connection, wanted, self._taught)
        unknown = [of for of in wanted if of.id not in known]
        begun = dict(zip((of.id for of in unknown), self._pool.begin(unknown), strict=True))
        return [
            document._replace(
                tokens=_waiting(document.article, known, begun), plain=_is_plain(document.article, self._taught)
            )
            if document.article.id in known or document.article.id in begun
            else document
            for document in chunk
        ]

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

    def _ask(self, of: Article) -> None:
        self._wanted = True
        # The native format asks for repaired tokens alone.
        self._all_wanted |= not of.state.repaired

    def _tokens(self, of: Article) -> Sequence[Token]:
        self._ask(of)
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


def _waiting(
    of: Article, known: Mapping[str, array[int]], begun: Mapping[str, Callable[[], list[Token]]]
) -> Callable[[], Sequence[Token]]:
    """Return what gives an article's tokens: out of the cache, or of another process when it has them."""
    if of.id in known:
        return lambda: tokens.of_edges(of, known[of.id]).spans
    return lambda: tokens.repaired(of, begun[of.id]()).spans


def _is_plain(of: Article, taught: frozenset[str]) -> bool:
    """Tell whether an article is cut into words as it would be in no project."""
    state = of.state
    return not (state.repaired or state.confirmed() or any(word in of.text for word in taught))


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
