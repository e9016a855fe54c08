"""Hit testing: what was painted at a point."""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

from ...models.article import Exclusion
from ...models.layer import Entity
from .document import Document, Placed
from .geometry import Arc
from .metrics import CHIP, GUTTER
from .painting import tagged

What = Literal["chip", "pill", "more", "arc", "band", "handle", "confirm", "dismiss", "text", "none"]
_NEAR = 4.0


class Hit(NamedTuple):
    """What lies at a point; `edge` is 0 for the start handle of a `fragment` and 1 for its end."""

    what: What
    id: str = ""
    edge: int = 0
    exclusion: Exclusion | None = None
    fragment: int = 0


def hit(document: Document, focus: str | None, x: float, y: float) -> Hit:
    """Return what was painted at a point of the document; what is painted on top wins."""
    if y < 0 or y >= document.height:
        return Hit("none")
    placed = document.line_at(y)
    found = _handle(document, placed, focus, x, y) or _decoration(placed, x - GUTTER, y - placed.baseline)
    if found is not None:
        return found
    inner = entities_at(document, placed, x, y)
    if inner:
        return Hit("band", inner[0].id)
    row = placed.line.row
    inside = GUTTER - 4 <= x <= GUTTER + row.x1 - row.x0 + 8
    return Hit("text") if inside and placed.top <= y < placed.top + placed.line.height else Hit("none")


def entities_at(document: Document, placed: Placed, x: float, y: float) -> list[Entity]:
    """Return the entities whose band lies at a point, innermost first."""
    found = []
    for entity in document.entities_on(placed):
        for start, end in entity.ranges:
            box = document.band(placed, start, end)
            if box is not None and box.holds(x, y):
                found.append(entity)
    return sorted(found, key=lambda entity: (entity.end - entity.start, entity.start, entity.id))


def _handle(document: Document, placed: Placed, focus: str | None, x: float, y: float) -> Hit | None:
    entity = document.opened.layer.entities.get(focus or "")
    if entity is None:
        return None
    row = placed.line.row
    for index, (start, end) in enumerate(entity.ranges):
        box = document.band(placed, start, end)
        if box is None or not box.y <= y < box.bottom:
            continue
        for edge, offset, at in ((0, start, box.x), (1, end, box.right)):
            if row.start <= offset <= row.end and abs(x - at) <= _NEAR:
                return Hit("handle", entity.id, edge, fragment=index)
    return None


def _decoration(placed: Placed, x: float, y: float) -> Hit | None:
    decoration = placed.line.decoration
    if decoration is None:
        return None
    for pill in decoration.pills:
        if pill.box.holds(x, y):
            return Hit("more" if pill.more else "pill", pill.id)
    for chip in decoration.chips:
        if chip.box.holds(x, y):
            return Hit("chip", chip.id)
    if decoration.tag is not None and decoration.tag.holds(x, y):
        exclusion = tagged(placed)
        if exclusion is not None and exclusion.state == "proposed":
            room = decoration.tag.right - x
            if room < 24:
                return Hit("dismiss", exclusion=exclusion)
            return Hit("confirm", exclusion=exclusion)
    nearest = min(decoration.arcs, key=lambda arc: _away(arc, x, y), default=None)
    if nearest is not None and _away(nearest, x, y) <= _NEAR:
        return Hit("arc", nearest.id)
    return None


def _away(arc: Arc, x: float, y: float) -> float:
    """Return how far a point lies from an arc's line or label."""
    if arc.label.holds(x, y):
        return 0.0
    across = max(arc.left - x, 0.0, x - arc.right)
    best = math.hypot(across, y - arc.y)
    for leg, foot in ((arc.x0, arc.y0), (arc.x1, arc.y1)):
        along = max(arc.y - y, 0.0, y - foot)
        best = min(best, math.hypot(x - leg, along))
    return best


def chip_of(placed: Placed, entity_id: str) -> tuple[float, float] | None:
    """Return the middle of an entity's chip in the document, where its line shows one."""
    for chip in placed.line.decoration.chips if placed.line.decoration else ():
        if chip.id == entity_id:
            return GUTTER + chip.box.middle, placed.baseline + chip.box.y + CHIP / 2
    return None
