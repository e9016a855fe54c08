"""Every place where an article says the same string, and marking many places in one step, all in code points."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from operator import attrgetter
from typing import Literal, NamedTuple

from .article import Article
from .change import Change, RowChange
from .edit import checked_ranges, refuse_beside, refuse_label, refuse_taken
from .errors import BadInput
from .layer import HUMAN, Entity, Fragment, Layer
from .locking import refuse_locked
from .schema import Schema
from .text import is_boundary
from .tokens import Token

# A string this long stands for itself wherever it stands; a shorter one may be a part of another word.
CERTAIN = 8

Standing = Literal["free", "marked", "conflict", "excluded", "part"]


class Occurrence(NamedTuple):
    """One place of a string: `marks` are the entities that make it marked or a conflict.

    *free* can be marked; *marked* is so already; a *conflict* has another label or edges that the schema forbids beside
    it; *excluded* is no news text; *part* lies within a longer word.
    """

    start: int
    end: int
    standing: Standing
    marks: tuple[str, ...] = ()


class Neighbours:
    """Entities by place, so that one asks for those that touch a stretch without walking through all."""

    def __init__(self, layer: Layer) -> None:
        self._entities = sorted(layer.entities.values(), key=attrgetter("start", "end"))
        self._starts = [entity.start for entity in self._entities]
        self._reach = list(accumulate((entity.end for entity in self._entities), max))

    def touching(self, start: int, end: int) -> Iterator[Entity]:
        """Yield the entities that share ground with [start, end), the last one first."""
        at = bisect_left(self._starts, end) - 1
        while at >= 0 and self._reach[at] > start:
            if self._entities[at].end > start:
                yield self._entities[at]
            at -= 1


class WordEdges:
    """Where words begin and end; a short string counts only from edge to edge. Without tokens every place does."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens

    def whole(self, start: int, end: int) -> bool:
        """Tell whether [start, end) is no part of a longer word."""
        return not self._tokens or end - start >= CERTAIN or (self._is_edge(start) and self._is_edge(end))

    def _is_edge(self, at: int) -> bool:
        after = bisect_left(self._tokens, (at, -1))
        begins = after < len(self._tokens) and self._tokens[after][0] == at
        return begins or (after > 0 and self._tokens[after - 1][1] == at)


class Skipped:
    """The confirmed exclusions of an article, in order."""

    def __init__(self, article: Article) -> None:
        self._ranges = article.state.confirmed()

    def touches(self, start: int, end: int) -> bool:
        """Tell whether [start, end) reaches into one."""
        at = bisect_left(self._ranges, (end, -1)) - 1
        while at >= 0:
            if self._ranges[at][1] > start:
                return True
            at -= 1
        return False


def places(text: str, string: str) -> Iterator[Fragment]:
    """Yield every [start, end) of *string* that cuts no character in two; none overlaps the one before."""
    at = text.find(string) if string else -1
    while at >= 0:
        end = at + len(string)
        whole = is_boundary(text, at) and is_boundary(text, end)
        if whole:
            yield at, end
        at = text.find(string, end if whole else at + 1)


def occurrences(
    article: Article, layer: Layer, schema: Schema, label: str, string: str, tokens: Sequence[Token] = ()
) -> list[Occurrence]:
    """Return each place of *string* and how it stands to being marked as *label*."""
    return standings(article, layer, schema, label, places(article.text, string), tokens)


def standings(
    article: Article, layer: Layer, schema: Schema, label: str, spans: Iterable[Fragment], tokens: Sequence[Token] = ()
) -> list[Occurrence]:
    """Return how each [start, end) of an article stands to being marked as *label*."""
    neighbours, skipped, edges = Neighbours(layer), Skipped(article), WordEdges(tokens)
    found = []
    for start, end in spans:
        near = list(neighbours.touching(start, end))
        same = [e for e in near if e.ranges == ((start, end),)]
        if any(e.label == label for e in same):
            found.append(Occurrence(start, end, "marked", tuple(e.id for e in same)))
        elif skipped.touches(start, end):
            found.append(Occurrence(start, end, "excluded"))
        elif marks := tuple(e.id for e in near if e in same or _forbidden(schema, label, start, end, e)):
            found.append(Occurrence(start, end, "conflict", marks))
        else:
            found.append(Occurrence(start, end, "free" if edges.whole(start, end) else "part"))
    return found


def _forbidden(schema: Schema, label: str, start: int, end: int, other: Entity) -> bool:
    """Tell whether a mark of [start, end) would cut across another one, or nest where the schema allows none."""
    inside = (other.start <= start and end <= other.end) or (start <= other.start and other.end <= end)
    return not inside or not (schema.entity_type(label).nested and schema.entity_type(other.label).nested)


def mark_many(
    article: Article,
    layer: Layer,
    schema: Schema,
    label: str,
    spans: Mapping[str, Fragment],
    *,
    origin: str = HUMAN,
    score: float | None = None,
) -> Change:
    """Mark every [start, end) of *spans* (by the id that each is to get) as *label*, in one step.

    Raises BadInput, and marks nothing, where one of them may not be marked so.
    """
    marks = [Entity(name, label, start, end, origin=origin, score=score) for name, (start, end) in spans.items()]
    return mark_all(article, layer, schema, marks)


def mark_all(article: Article, layer: Layer, schema: Schema, marks: Sequence[Entity]) -> Change:
    """Mark new entities of any labels in one step; BadInput, and nothing is marked, where one of them may not be."""
    refuse_locked(layer)
    if not marks:
        raise BadInput("There is nothing to mark.")
    neighbours, taken = Neighbours(layer), set[tuple[str, tuple[Fragment, ...]]]()
    for label in {entity.label for entity in marks}:
        refuse_label(schema, label)
    for entity in marks:
        checked_ranges(article.text, entity.ranges)
        refuse_taken(layer, entity.id)
        for other in neighbours.touching(entity.start, entity.end):
            refuse_beside(schema, entity, other)
        if (entity.label, entity.ranges) in taken:
            raise BadInput("The same stretch is marked as “{label}” already.", label=entity.label)
        taken.add((entity.label, entity.ranges))
    rows = [RowChange("entity", entity.id, None, entity) for entity in marks]
    if layer.head.status == "todo":
        begun = layer.head._replace(status="in_progress")
        rows.insert(0, RowChange("layer", layer.annotator, layer.head, begun))
    return Change("mark_many", article.id, layer.annotator, tuple(rows))
