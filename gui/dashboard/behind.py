"""What is behind a number: which conflicts it counts."""

from __future__ import annotations

from typing import NamedTuple

from ...models.agreement_matching import Difference
from ...models.agreement_values import Conflict

ENTITIES: frozenset[Difference] = frozenset(("boundary", "label", "missing"))
RELATIONS: frozenset[Difference] = frozenset(("relation",))


class Behind(NamedTuple):
    """A choice of conflicts: between two people, about a label on either side, or between two labels in that order.

    `between` holds None for a side that has no mark there.
    """

    title: str
    kinds: frozenset[Difference] = ENTITIES
    pair: tuple[str, str] | None = None
    label: str | None = None
    between: tuple[str | None, str | None] | None = None

    def holds(self, conflict: Conflict) -> bool:
        """Tell whether a conflict is counted."""
        labels = tuple(mark.label if mark is not None else None for mark in (conflict.one, conflict.other))
        return (
            conflict.kind in self.kinds
            and (self.pair is None or {*self.pair} == {conflict.a, conflict.b})
            and (self.label is None or self.label in labels)
            and (self.between is None or self.between == labels)
        )
