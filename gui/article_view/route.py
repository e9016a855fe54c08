"""The one route: the whole way of a relation to another line, in the gaps under lines and the right margin."""

from __future__ import annotations

from ...models.layer import Entity, Relation
from .compose import nested
from .document import Document, Placed
from .metrics import MARGIN, ROUTE_GAP, ROUTE_MARGIN, UNDERLINE_STEP

Points = list[tuple[float, float]]


def route(document: Document, focus: str | None) -> Points:
    """Return the corners of the way, from the head to the tail; none where nothing leads to another line."""
    relation = _relation(document, focus)
    if relation is None:
        return []
    entities = document.opened.layer.entities
    head, tail = entities[relation.head], entities[relation.tail]
    one, other = document.line_of(head.start), document.line_of(tail.start)
    # laying out the second may have moved the first
    one = document.line_of(head.start)
    x0, y0 = _foot(document, one, head, 0.72)
    x1, y1 = _foot(document, other, tail, 0.12)
    gap0 = one.top + one.line.height - ROUTE_GAP + 1
    gap1 = other.top + other.line.height - ROUTE_GAP + 3
    if one.line is other.line:
        return [(x0, y0), (x0, gap0), (x1, gap0), (x1, y1)]
    margin = document.view_width - MARGIN + ROUTE_MARGIN
    return [(x0, y0), (x0, gap0), (margin, gap0), (margin, gap1), (x1, gap1), (x1, y1)]


def _relation(document: Document, focus: str | None) -> Relation | None:
    layer = document.opened.layer
    relation = layer.relations.get(focus or "")
    if relation is not None:
        return relation if _apart(document, relation) else None
    found = [layer.relations[name] for name in document.index.relations_of(focus or "")]
    apart = [relation for relation in found if _apart(document, relation)]
    # One that leads away is shown rather than one that comes.
    return min(apart, key=lambda relation: (relation.head != focus, relation.id), default=None)


def _apart(document: Document, relation: Relation) -> bool:
    entities = document.opened.layer.entities
    head, tail = entities.get(relation.head), entities.get(relation.tail)
    if head is None or tail is None or nested(head, tail):
        return False
    return document.line_of(head.start).line is not document.line_of(tail.start).line


def _foot(document: Document, placed: Placed, entity: Entity, share: float) -> tuple[float, float]:
    start, end = entity.ranges[0]
    box = document.band(placed, start, end)
    if box is None:
        return 0.0, placed.baseline
    lines = placed.line.decoration.underlines if placed.line.decoration else ()
    deepest = max((line.y for line in lines if line.id == entity.id), default=0.0)
    x = box.x + max(6.0, min(box.width * share, box.width - 6))
    return x, placed.baseline + deepest + UNDERLINE_STEP
