"""What stands on screen: entities and words between two y of a document."""

from __future__ import annotations

from ...models.layer import Entity
from .document import Document


def entity_at(document: Document, offset: int) -> Entity | None:
    """Return the innermost entity around an offset."""
    placed = document.line_of(offset)
    found = [e for e in document.entities_on(placed) if any(start <= offset < end for start, end in e.ranges)]
    return min(found, key=lambda entity: (entity.end - entity.start, entity.id), default=None)


def entities(document: Document, top: float, bottom: float) -> list[str]:
    """Return the entities whose chip stands between two y, in reading order."""
    return [
        chip.id
        for placed in document.visible(top, bottom)
        if placed.line.decoration is not None
        for chip in placed.line.decoration.chips
        if top <= placed.baseline + chip.box.y and placed.baseline <= bottom
    ]


def words(document: Document, top: float, bottom: float) -> list[int]:
    """Return where the words between two y begin."""
    found: list[int] = []
    for placed in document.visible(top, bottom):
        row, shaped = placed.line.row, placed.block.shaped
        if shaped is not None and top <= placed.baseline - 12 and placed.baseline <= bottom:
            stretch = shaped.stretch
            found.extend(stretch.edges[unit] for unit in range(row.first, row.last) if not stretch.space[unit])
    return found
