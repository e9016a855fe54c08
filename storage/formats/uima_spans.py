"""Annotations as UIMA's tools think of them, layers of spans with features, and what becomes of them here.

A span is an entity, labelled by its value or else by its layer; an arc between spans is a relation; linked spans are a
chain.  Marks get their ids from what they are, so that a file that is read again changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Mapping
from typing import Any, NamedTuple

from ...models.errors import BadInput
from ...models.layer import Chain, Entity, Layer, LayerHead, Relation
from ...models.records import chain_from, entity_from, relation_from
from .cas_types import NAMED_ENTITY, POS, RELATION
from .contract import MAX_ENTITIES, Problem
from .ground import Ground, merged, range_on
from .json_values import check_depth
from .reading import mark_id, rejected

LAYER = "layer"  # the attribute that keeps the layer's full name
_LABELS = ("value", "PosValue", "DependencyType", "referenceType")
_OWN_LAYERS = frozenset((NAMED_ENTITY, RELATION))  # the layers that need not be told of what Khaotag wrote
_MARK_LEVEL = 6
_STACKED = 64  # marks of one place that are looked at to find the one that a link or token stands for


class Span(NamedTuple):
    """A span of a layer on the raw text, in code points; `own` is the native record that Khaotag wrote for it."""

    key: str
    layer: str
    start: int
    end: int
    features: Mapping[str, Any]
    record: str
    own: Mapping[str, Any] | None = None


class Arc(NamedTuple):
    """A directed link from the span with the key `head` to the one with the key `tail`."""

    layer: str
    head: str
    tail: str
    features: Mapping[str, Any]
    record: str
    own: Mapping[str, Any] | None = None


class Thread(NamedTuple):
    """Spans that name the same thing, in order."""

    layer: str
    links: tuple[Span, ...]
    record: str
    own: Mapping[str, Any] | None = None


class UimaMarks:
    """Makes the marks of a layer; each one that is wrong is a problem of its own, and so is what refers to it."""

    def __init__(self, ground: Ground, tokens: Mapping[str, Span], *, own: bool = False) -> None:
        self._ground = ground
        self._tokens = tokens
        self._plain = _OWN_LAYERS if own else frozenset[str]()
        self._rejected: list[Problem] = []
        self._entities: dict[str, Entity] = {}
        self._relations: dict[str, Relation] = {}
        self._chains: dict[str, Chain] = {}
        self._ids: dict[str, str] = {}
        self._at: dict[tuple[int, int], list[str]] = {}
        self._made: dict[str, int] = {}

    def spans(self, spans: Collection[Span]) -> None:
        """Take spans; BadInput where they are more than an article may have."""
        _check_count(len(spans))
        self._each(spans, self._span)

    def threads(self, threads: Iterable[Thread]) -> None:
        """Take chains, after the spans whose places their links may share."""
        self._each(threads, self._thread)

    def arcs(self, arcs: Iterable[Arc]) -> None:
        """Take arcs, after all that they may join."""
        self._each(arcs, self._arc)

    def layer(self, annotator: str) -> Layer:
        """Return the marks as a layer; BadInput where they are more than an article may have."""
        _check_count(len(self._entities))
        head = LayerHead("in_progress" if self._entities else "todo")
        return Layer(annotator, head, self._entities, self._relations, self._chains)

    def problems(self) -> list[Problem]:
        """Return what was left out and what is odd."""
        return [*self._rejected, *self._ground.warnings]

    def _each(self, marks: Iterable[Any], take: Callable[[Any], object]) -> None:
        for mark in marks:
            self._ground.record = mark.record
            try:
                take(mark)
            except BadInput as error:
                self._rejected.append(rejected(self._ground.source, mark.record, error))

    def _span(self, span: Span) -> str:
        """Add the entity of a span and return its id."""
        made = self._own_entity(span, span.own) if span.own is not None else self._entity(span)
        if made.id in self._entities:
            raise BadInput("another one has the same id.")
        self._entities[made.id] = made
        self._ids[span.key] = made.id
        self._at.setdefault((made.start, made.end), []).append(made.id)
        return made.id

    def _entity(self, span: Span) -> Entity:
        start, end = self._range(span)
        label, attributes = self._named(span.layer, span.features)
        return Entity(self._free(mark_id(label, start, end)), label, start, end, attributes=attributes)

    def _own_entity(self, span: Span, own: Mapping[str, Any]) -> Entity:
        start, end = self._range(span)
        label, _ = self._named(span.layer, span.features)
        entity = entity_from({"label": label, **own, "start": span.start, "end": span.end})
        if entity.fragments and (entity.start, entity.end) != (span.start, span.end):
            self._ground.warn("The fragments of “{id}” no longer fit; it is read in one piece.", id=entity.id)
            entity = entity._replace(fragments=())
        _check(entity)
        pieces = [range_on(self._ground, *piece, f"“{entity.id}”") for piece in entity.fragments]
        placed = merged(pieces) if pieces else ()
        return entity._replace(start=start, end=end, fragments=placed if len(placed) > 1 else ())

    def _range(self, span: Span) -> tuple[int, int]:
        return range_on(self._ground, span.start, span.end, f"“{_short(span.layer)}”")

    def _arc(self, arc: Arc) -> None:
        head, tail = self._end(arc.head), self._end(arc.tail)
        label, attributes = self._named(arc.layer, arc.features)
        if arc.own is not None:
            made = relation_from({"label": label, **arc.own, "head": head, "tail": tail})
            _check(made)
        else:
            made = Relation(self._free(f"{label}-{head}-{tail}"), label, head, tail, attributes)
        if made.id in self._relations:
            raise BadInput("another one has the same id.")
        self._relations[made.id] = made

    def _end(self, key: str) -> str:
        """Return the entity at an end of an arc; a token is what lies on it, else it becomes an entity itself."""
        if key in self._ids:
            return self._ids[key]
        token = self._tokens.get(key)
        if token is None:
            raise BadInput("the entity “{id}” is not there.", id=key[:60])
        alike = self._at.get(self._range(token), [])[:_STACKED]
        tagged = [one for one in alike if self._entities[one].attributes.get(LAYER) == POS]
        found = (tagged or alike)[0] if tagged or len(alike) == 1 else self._span(token)
        self._ids[key] = found
        return found

    def _thread(self, thread: Thread) -> None:
        if thread.own is not None:
            made = chain_from(thread.own)
            if all(member in self._entities for member in made.members):
                check_depth(made.meta, _MARK_LEVEL)
                self._add_chain(made)
                return
        said = {
            str(link.features["referenceRelation"]) for link in thread.links if "referenceRelation" in link.features
        }
        label = said.pop() if len(said) == 1 else None
        members: dict[str, None] = {}
        for link in thread.links:
            members[self._member(link, bool(said), members)] = None
        self._add_chain(Chain(self._free(f"chain-{'-'.join(members)}"), label, tuple(members)))

    def _member(self, link: Span, differ: bool, taken: Container[str]) -> str:
        """Return the entity that a link stands on, of the same place and label, or the one that it becomes."""
        if not differ:
            features = {name: value for name, value in link.features.items() if name != "referenceRelation"}
            link = link._replace(features=features)
        label = link.features.get("referenceType")
        here = self._at.get(self._range(link), [])[:_STACKED]
        alike = [one for one in here if self._entities[one].label == label and one not in taken]
        if alike and len(link.features) == 1:
            self._ids[link.key] = alike[0]
            return alike[0]
        return self._span(link)

    def _named(self, layer: str, features: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
        """Return the label of a mark, and its other features as attributes with the layer among them."""
        by = next((name for name in _LABELS if str(features.get(name) or "").strip()), None)
        label = str(features[by]) if by else _short(layer)
        rest = {name: value for name, value in features.items() if name != by and value is not None}
        if layer in self._plain:
            return label, rest
        if LAYER in rest:
            rest[f"{_short(layer)}.{LAYER}"] = rest.pop(LAYER)
        return label, {LAYER: layer, **rest}

    def _free(self, wanted: str) -> str:
        """Return an id; the second of marks that are the same in all but the id gets a number."""
        count = self._made[wanted] = self._made.get(wanted, 0) + 1
        return wanted if count == 1 else f"{wanted}~{count}"

    def _add_chain(self, made: Chain) -> None:
        if made.id in self._chains:
            raise BadInput("another one has the same id.")
        self._chains[made.id] = made


def _check_count(count: int) -> None:
    if count > MAX_ENTITIES:
        raise BadInput("The article has {count} entities; the limit is {limit}.", count=count, limit=MAX_ENTITIES)


def _short(layer: str) -> str:
    return layer.rpartition(".")[2]


def _check(mark: Entity | Relation) -> None:
    check_depth(mark.attributes, _MARK_LEVEL)
    check_depth(mark.meta, _MARK_LEVEL)
