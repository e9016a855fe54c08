"""What may be joined to the pinned end: on screen with letters and relations, beyond it by number."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...models.layer import Entity
from ...models.schema import RelationType
from . import onscreen

if TYPE_CHECKING:
    from .view import ArticleView


class Offer(NamedTuple):
    """A legal other end on screen: its letters, empty while the relation is being chosen, and the legal types."""

    entity: Entity
    letters: str
    kinds: list[RelationType]


class Offers(NamedTuple):
    """What the relation that is being made may lead to.

    `above` and `below` count entities of legal types beyond the screen; `others` are the labels of the article that
    nothing legal leads to.
    """

    source: Entity
    ends: list[Offer]
    above: int
    below: int
    others: list[str]


def offers(view: ArticleView) -> Offers | None:
    """Return what is offered now, None while no relation is being made."""
    document, relating, scene = view.document, view.relating, view.scene
    entities = document.opened.layer.entities
    source = entities.get(scene.source or "")
    if source is None:
        return None
    targets = [relating.target] if relating.target is not None else relating.targets
    ends = [
        Offer(entities[name], scene.hints.get(name, ""), view.relations.legal(*relating.ends(name))) for name in targets
    ]
    legal, others = _labels(view, source)
    seen = set(onscreen.entities(document, view.top, view.top + view.viewport().height()))
    first = document.line_at(view.top).line.row.start
    away = [place for place in document.index.order if place[2] in legal and place[3] not in seen | {source.id}]
    above = sum(1 for place in away if place[0] < first)
    return Offers(source, ends, above, len(away) - above, others)


def all_legal(view: ArticleView) -> list[Entity]:
    """Return every entity of the article that may be the other end, in reading order."""
    document, relating = view.document, view.relating
    source = document.opened.layer.entities.get(view.scene.source or "")
    legal = _labels(view, source)[0] if source is not None else set()
    places = (place for place in document.index.order if place[2] in legal)
    return [
        document.opened.layer.entities[place[3]] for place in places if view.relations.legal(*relating.ends(place[3]))
    ]


def _labels(view: ArticleView, source: Entity) -> tuple[set[str], list[str]]:
    """Return the labels that a relation may lead to, and those of the article that none may."""
    schema = view.document.opened.schema
    labels = {place[2] for place in view.document.index.order}
    legal = {other for other in labels if schema.legal_relations(*view.relating.turned(source.label, other))}
    order = {kind.id: number for number, kind in enumerate(schema.entities)}
    return legal, sorted(labels - legal, key=lambda label: (order.get(label, len(order)), label))
