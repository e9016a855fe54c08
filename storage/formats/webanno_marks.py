"""The rows of a WebAnno TSV as spans, arcs and chains: a row is a token or a part of one, a cell what lies on it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any, NamedTuple

from ...models.errors import BadInput
from .cas_types import TOKEN
from .contract import Problem
from .reading import rejected
from .uima_spans import Arc, Span, Thread
from .webanno_cells import NOTHING, NULL, Column, TsvLayer, Value, link, parts, reference, value, values

_ANY = "uima.tcas.Annotation"


class Unit(NamedTuple):
    """A row: its id such as “1-2” or “1-2.1”, its code points of the text, the cells, and its line for the user."""

    id: str
    start: int
    end: int
    cells: list[str]
    record: str


class _Pending(NamedTuple):
    """An arc whose ends may stand in rows that are not read yet."""

    arc: Arc
    head: tuple[str, str, int]
    tail: tuple[str, str, int]


class WebannoMarks:
    """Reads rows in order; what a row says in a layer is rejected with that row and layer alone."""

    def __init__(self, source: str, layers: list[TsvLayer]) -> None:
        self._source = source
        self._layers = layers
        self._spans: dict[str, Span] = {}
        self._links: dict[tuple[str, int], dict[int, Span]] = {}
        self._first: dict[tuple[str, str], str] = {}
        self._first_plain: dict[tuple[str, str], str] = {}
        self._numbered: dict[tuple[str, int], str] = {}
        self._by_number: dict[int, str] = {}
        self._pending: list[_Pending] = []
        self.tokens: dict[str, Span] = {}
        self.problems: list[Problem] = []

    def read(self, units: Iterable[Unit]) -> None:
        """Take the rows."""
        width = max((layer.first + len(layer.columns) for layer in self._layers), default=0)
        takers = {"span": self._span, "chain": self._chain, "relation": self._relation}
        for unit in units:
            self.tokens[unit.id] = Span(unit.id, TOKEN, unit.start, unit.end, {}, unit.record)
            if len(unit.cells) < width:
                self._reject(
                    unit,
                    BadInput(
                        "The row has {count} columns of annotations, but the header names {wanted}.",
                        count=len(unit.cells),
                        wanted=width,
                    ),
                )
                continue
            for layer in self._layers:
                cells = unit.cells[layer.first : layer.first + len(layer.columns)]
                if any(cell not in (NOTHING, "") for cell in cells):
                    try:
                        takers[layer.kind](unit, layer, cells)
                    except BadInput as error:
                        self._reject(unit, error)

    @property
    def spans(self) -> list[Span]:
        """The spans, each with all the rows that it goes over."""
        return list(self._spans.values())

    @property
    def threads(self) -> list[Thread]:
        """The chains with their links in order."""
        return [
            Thread(layer, tuple(span for _, span in sorted(links.items())), links[min(links)].record)
            for (layer, _), links in self._links.items()
        ]

    @property
    def arcs(self) -> list[Arc]:
        """The arcs of relations and slots, their ends found."""
        return [arc._replace(head=self._key(*head), tail=self._key(*tail)) for arc, head, tail in self._pending]

    def _reject(self, unit: Unit, error: BadInput) -> None:
        self.problems.append(rejected(self._source, unit.record, error))

    def _span(self, unit: Unit, layer: TsvLayer, cells: list[str]) -> None:
        stacks = [_stack(column, cell) for column, cell in zip(layer.columns, cells, strict=True)]
        for index in range(max(map(len, stacks))):
            said = _nth(layer, stacks, index)
            number = next((one.number for _, one in said if one.number), 0)
            key = f"{layer.name}[{number}]" if number else f"{layer.name} {unit.id} {index}"
            self._place(layer, unit, key)
            there = self._spans.get(key)
            if there is not None:
                place = {"start": min(there.start, unit.start), "end": max(there.end, unit.end)}
                self._spans[key] = there._replace(**place)  # type: ignore[arg-type]
                continue
            features = {
                column.feature: one.text
                for column, one in said
                if column.feature and not column.role and column.target is None and one.text is not None
            }
            self._spans[key] = Span(key, layer.name, unit.start, unit.end, features, unit.record)
            if number:
                self._numbered[layer.name, number] = key
                self._by_number.setdefault(number, key)
            self._slots(unit, layer, key, said)

    def _slots(self, unit: Unit, layer: TsvLayer, key: str, said: list[tuple[Column, Value]]) -> None:
        for (column, roles), (target, places) in pairwise(said):
            if not column.role or target.target is None or places.text in (None, NULL):
                continue
            pairs = zip(parts(roles.text or NULL, ";"), parts(places.text or "", ";"), strict=False)
            for number, (role, place) in enumerate(pairs, 1):
                found = reference(place)
                if found is None:
                    raise BadInput("“{place}” is no place such as 1-2 or 1-2[3].", place=place[:60])
                features = {"value": value(role).text or column.feature}
                arc = Arc(f"{layer.name}:{column.feature}", key, "", features, f"{unit.record}, {number}")
                self._pending.append(_Pending(arc, ("", key, 0), (target.target, found.unit, found.source)))

    def _chain(self, unit: Unit, layer: TsvLayer, cells: list[str]) -> None:
        stacks = [parts(cell, "|") for cell in cells]
        for index in range(max(map(len, stacks))):
            features: dict[str, Any] = {}
            place: tuple[int, int] | None = None
            for column, stack in zip(layer.columns, stacks, strict=True):
                if index >= len(stack):
                    continue
                found = link(stack[index])
                one = found[0] if found else value(stack[index])
                place = found[1:] if found else place
                if one.text is not None:
                    features[column.feature] = one.text
            if place is None:
                raise BadInput("“{cell}” does not say which link of which chain it is.", cell="|".join(stacks[0])[:60])
            links = self._links.setdefault((layer.name, place[0]), {})
            there = links.get(place[1])
            start, end = (there.start, max(there.end, unit.end)) if there else (unit.start, unit.end)
            key = f"{layer.name} {place[0]}-{place[1]}"
            links[place[1]] = Span(key, layer.name, start, end, features, there.record if there else unit.record)
            self._place(layer, unit, key)

    def _relation(self, unit: Unit, layer: TsvLayer, cells: list[str]) -> None:
        last = layer.columns[-1]
        if last.target is None:
            raise BadInput("The relation layer {name} does not name what it joins (BT_…).", name=layer.name)
        stacks = [values(cell) for cell in cells[:-1]]
        for index, part in enumerate(parts(cells[-1], "|")):
            found = reference(part)
            if found is None:
                raise BadInput("“{place}” is no place such as 1-2 or 1-2[3].", place=part[:60])
            said = _nth(layer, stacks, index)
            features = {column.feature: one.text for column, one in said if one.text is not None}
            arc = Arc(layer.name, "", "", features, unit.record)
            ends = (last.target, found.unit, found.source), (last.target, unit.id, found.target)
            self._pending.append(_Pending(arc, *ends))

    def _place(self, layer: TsvLayer, unit: Unit, key: str) -> None:
        for name in (layer.name, _ANY):
            self._first.setdefault((name, unit.id), key)
            if not key.endswith("]"):
                self._first_plain.setdefault((name, unit.id), key)

    def _key(self, layer: str, unit: str, number: int) -> str:
        """Return the key of what lies at a unit: by its number, else the one in that layer, else the unit's token."""
        if not layer:
            return unit
        if number:
            named = self._numbered.get((layer, number))
            return named or self._by_number.get(number, f"{unit}[{number}]")
        return self._first_plain.get((layer, unit)) or self._first.get((layer, unit), unit)


def _nth(layer: TsvLayer, stacks: list[list[Value]], index: int) -> list[tuple[Column, Value]]:
    """Return what each column says of the annotation that is stacked at an index."""
    return [(column, stack[index]) for column, stack in zip(layer.columns, stacks, strict=False) if index < len(stack)]


def _stack(column: Column, cell: str) -> list[Value]:
    """Return the values of a cell; those of slots, which hold several each, stay escaped."""
    if cell in (NOTHING, ""):
        return []
    if column.target is not None:
        return [Value(part) for part in parts(cell, "|")]
    if not column.role:
        return values(cell)
    found = [(part, value(part).number) for part in parts(cell, "|")]
    return [Value(part.removesuffix(f"[{number}]"), number) for part, number in found]
