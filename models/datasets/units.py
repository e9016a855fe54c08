"""Cutting an article into paragraphs or sentences; an entity is never cut, the units that it joins become one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..article import Article, ArticleState
from ..errors import Message
from ..layer import Entity, Layer, Relation
from .label_maps import with_marks

Range = tuple[int, int]

APART = Message("Its entities lie in two units.")
_LINE = re.compile(r"[^\n]*\S[^\n]*")


class Unit(NamedTuple):
    """A piece of an article as an article of its own, the range it was, and the relations that led out of it."""

    article: Article
    layers: tuple[Layer, ...]
    start: int
    end: int


class Cut(NamedTuple):
    """An article as units; `joined` counts the borders that an entity lay across, `lost` is what led between units."""

    units: list[Unit]
    joined: int
    lost: list[Relation]


def paragraphs(text: str) -> list[Range]:
    """Return the lines that hold more than space."""
    return [line.span() for line in _LINE.finditer(text)]


def joined(ranges: Iterable[Range], spans: Iterable[Range]) -> list[Range]:
    """Return the ranges, those made one that a span reaches across; a span beside all of them is a range of its own."""
    found: list[Range] = []
    for start, end in sorted((*ranges, *spans)):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def cut(article: Article, layers: Sequence[Layer], ranges: Sequence[Range]) -> Cut:
    """Return an article cut into the ranges, which are in order and do not overlap.

    The id of a unit is the article's, “#” and its number; `meta` tells where in the article it stood.
    """
    pieces = joined(ranges, {(e.start, e.end) for layer in layers for e in layer.entities.values()})
    units = [_unit(article, layers, number, piece) for number, piece in enumerate(pieces, 1)]
    kept = [{key for unit in units for key in unit.layers[place].relations} for place in range(len(layers))]
    lost = [
        relation
        for place, layer in enumerate(layers)
        for key, relation in sorted(layer.relations.items())
        if key not in kept[place]
    ]
    starts = {start for start, _ in pieces}
    return Cut(units, sum(1 for start, _ in ranges if start not in starts), lost)


def _unit(article: Article, layers: Sequence[Layer], number: int, piece: Range) -> Unit:
    start, end = piece
    state = article.state
    excluded = tuple(
        part._replace(start=max(part.start, start) - start, end=min(part.end, end) - start)
        for part in state.excluded
        if part.start < end and part.end > start
    )
    moved = ArticleState(
        excluded,
        tuple(at - start for at in state.cuts if start < at < end),
        tuple(at - start for at in state.joins if start < at < end),
        state.tokenizer,
    )
    meta = {**article.meta, "article": article.id, "start": start}
    made = article._replace(id=f"{article.id}#{number}", text=article.text[start:end], meta=meta, state=moved)
    return Unit(made, tuple(_part(layer, start, end) for layer in layers), start, end)


def _part(layer: Layer, start: int, end: int) -> Layer:
    entities = {key: _moved(e, start) for key, e in layer.entities.items() if start <= e.start and e.end <= end}
    relations = {key: r for key, r in layer.relations.items() if r.head in entities and r.tail in entities}
    return with_marks(layer, entities, relations)


def _moved(entity: Entity, by: int) -> Entity:
    fragments = tuple((start - by, end - by) for start, end in entity.fragments)
    return entity._replace(start=entity.start - by, end=entity.end - by, fragments=fragments)
