"""The lines of a brat `.ann` file as the marks of a layer, in whatever order they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import NamedTuple

from ...models.errors import BadInput
from ...models.layer import Chain, Entity, Layer, LayerHead, Relation
from ...models.offsets import OffsetMap
from .contract import MAX_ENTITIES, Problem
from .ground import Ground, merged, range_on
from .reading import check_range, rejected

EQUIV = "Equiv"
NOTE = "AnnotatorNotes"

_ID = re.compile(r"[TREAMN#]\S+|\*")
_SPANS = re.compile(r"-?\d+ -?\d+(?:;-?\d+ -?\d+)*")
_ROLE_NUMBER = re.compile(r"(?<=\D)\d+$")
_NORMALISED = re.compile(r"(\S+) (\S+) (\S+?):(\S+)")


class Line(NamedTuple):
    """A line: its number, its id, and the two fields behind it."""

    number: int
    id: str
    body: str
    tail: str


class BratMarks:
    """Reads the lines kind by kind, so that a line may refer to any other; each bad one is a problem of its own."""

    def __init__(self, ground: Ground, names: Mapping[str, str], lines: list[str]) -> None:
        self._ground = ground
        self._names = names
        self._rejected: list[Problem] = []
        self._entities: dict[str, Entity] = {}
        self._events: dict[str, str] = {}
        self._relations: dict[str, Relation] = {}
        self._chains: dict[str, Chain] = {}
        self._on_attribute: dict[str, str] = {}
        kinds: dict[str, list[Line]] = {}
        for number, text in enumerate(lines, 1):
            if line := self._line(number, text):
                kinds.setdefault(line.id[0], []).append(line)
        self._settle_offsets(kinds.get("T", []))
        events = kinds.get("E", [])
        # triggers before arguments: events may refer to each other
        for kind, read in (("T", self._entity), ("E", self._event), ("R", self._relation)):
            self._each(kinds.get(kind, []), read)
        self._each([line for line in events if line.id in self._events], self._arguments)
        self._each([*kinds.get("A", []), *kinds.get("M", [])], self._attribute)
        for kind, read in (("N", self._normalisation), ("#", self._note), ("*", self._chain)):
            self._each(kinds.get(kind, []), read)

    def layer(self, annotator: str) -> Layer:
        """Return the marks as a layer."""
        if len(self._entities) > MAX_ENTITIES:
            raise BadInput(
                "The article has {count} entities; the limit is {limit}.", count=len(self._entities), limit=MAX_ENTITIES
            )
        head = LayerHead("in_progress" if self._entities else "todo")
        return Layer(annotator, head, self._entities, self._relations, self._chains)

    def problems(self) -> list[Problem]:
        """Return what was left out and what is odd, by line."""
        found = [*self._rejected, *self._ground.warnings]
        return sorted(found, key=lambda problem: int(problem.record.removeprefix("line ") or 0))

    def _line(self, number: int, text: str) -> Line | None:
        if not text.strip():
            return None
        found, _, rest = text.partition("\t")
        body, _, tail = rest.partition("\t")
        if not _ID.fullmatch(found) or not body:
            self._reject(number, BadInput("This kind of line is unknown: {line}", line=text[:80]))
            return None
        return Line(number, found, body, tail)

    def _reject(self, number: int, error: BadInput) -> None:
        self._rejected.append(rejected(self._ground.source, f"line {number}", error))

    def _each(self, lines: list[Line], read: Callable[[Line], None]) -> None:
        for line in lines:
            self._ground.record = f"line {line.number}"
            try:
                read(line)
            except BadInput as error:
                self._reject(line.number, BadInput("{id}: {reason}", id=line.id, reason=error.message))

    def _settle_offsets(self, lines: list[Line]) -> None:
        """Where the file's text has CRLF, find out by the surfaces whether the offsets count it as one or as two."""
        ground = self._ground
        if not ground.moved.shifts:
            return
        as_two = as_one = 0
        for line in lines:
            ranges = _ranges(line.body)
            as_two += _matches(ground.raw, ranges, line.tail)
            as_one += _matches(ground.text, ranges, line.tail)
        if as_one > as_two:
            ground.raw, ground.moved = ground.text, OffsetMap(())

    def _name(self, name: str) -> str:
        return self._names.get(name, name)

    def _entity(self, line: Line) -> None:
        label = line.body.partition(" ")[0]
        ranges = _ranges(line.body)
        if not ranges or not label:
            raise BadInput("“{body}” is not a label with its offsets.", body=line.body[:60])
        if line.id in self._entities:
            raise BadInput("another one has the same id.")
        ground = self._ground
        for start, end in ranges:
            check_range(start, end, len(ground.raw))
        ranges.sort()
        if any(one[1] > other[0] for one, other in pairwise(ranges)):
            raise BadInput("The fragments overlap.")
        if line.tail.strip() and not _matches(ground.raw, ranges, line.tail):
            raise BadInput(
                "its text is “{surface}”, but the article has “{expected}” there.",
                surface=line.tail[:60],
                expected=" ".join(ground.raw[start:end] for start, end in ranges)[:60],
            )
        placed = merged([range_on(ground, start, end, f"“{line.id}”") for start, end in ranges])
        placed = _joined_at_line_ends(ground.text, placed)
        fragments = placed if len(placed) > 1 else ()
        self._entities[line.id] = Entity(line.id, self._name(label), placed[0][0], placed[-1][1], fragments)

    def _event(self, line: Line) -> None:
        kind, _, trigger = line.body.split(" ", 1)[0].partition(":")
        entity = self._entities.get(trigger)
        if entity is None:
            raise BadInput("the trigger “{id}” is not there.", id=trigger)
        if entity.label != self._name(kind):
            raise BadInput(
                "its trigger {id} is a “{label}”, not a “{kind}”.", id=trigger, label=entity.label, kind=kind
            )
        if line.id in self._events:
            raise BadInput("another one has the same id.")
        self._events[line.id] = trigger

    def _arguments(self, line: Line) -> None:
        for argument in line.body.split()[1:]:
            role, _, target = argument.partition(":")
            key = f"{line.id}.{role}"
            while key in self._relations:
                key += "+"
            label = self._name(_ROLE_NUMBER.sub("", role))
            self._relations[key] = Relation(
                key, label, self._events[line.id], self._entity_of(target), meta={"event": line.id}
            )

    def _relation(self, line: Line) -> None:
        label, *arguments = line.body.split()
        if len(arguments) != 2:
            raise BadInput("a relation has two arguments.")
        head, tail = (argument.partition(":") for argument in arguments)
        if line.id in self._relations:
            raise BadInput("another one has the same id.")
        ends = self._entity_of(head[2]), self._entity_of(tail[2])
        self._relations[line.id] = Relation(line.id, self._name(label), *ends)

    def _entity_of(self, target: str) -> str:
        target = self._events.get(target, target)
        if target not in self._entities:
            raise BadInput("the entity “{id}” is not there.", id=target)
        return target

    def _mark_of(self, target: str) -> Entity | Relation:
        target = self._on_attribute.get(target, target)
        if target in self._relations:
            return self._relations[target]
        return self._entities[self._entity_of(target)]

    def _put(self, mark: Entity | Relation) -> None:
        if isinstance(mark, Entity):
            self._entities[mark.id] = mark
        else:
            self._relations[mark.id] = mark

    def _attribute(self, line: Line) -> None:
        name, _, rest = line.body.partition(" ")
        target, _, value = rest.partition(" ")
        self._set(self._mark_of(target), self._name(name), value.strip() or True)
        self._on_attribute[line.id] = target

    def _set(self, mark: Entity | Relation, name: str, value: object) -> None:
        if mark.attributes.get(name, value) != value:
            raise BadInput(
                "“{id}” has already the value “{value}” for {name}.", id=mark.id, value=mark.attributes[name], name=name
            )
        self._put(mark._replace(attributes={**mark.attributes, name: value}))

    def _normalisation(self, line: Line) -> None:
        found = _NORMALISED.fullmatch(line.body)
        if not found:
            raise BadInput("“{line}” is no reference such as “Reference T1 Wikipedia:534366”.", line=line.body[:60])
        _, target, resource, entry = found.groups()
        mark = self._mark_of(target)
        self._set(mark, self._name(resource), entry)
        if line.tail:
            mark = self._mark_of(target)
            self._put(mark._replace(meta={**mark.meta, f"{resource}:{entry}": line.tail}))

    def _note(self, line: Line) -> None:
        kind, _, target = line.body.partition(" ")
        mark = self._mark_of(target.strip())
        text = line.tail if kind == NOTE else f"{kind}: {line.tail.strip()}"
        if text:
            self._put(mark._replace(note=f"{mark.note}\n{text}" if mark.note else text))

    def _chain(self, line: Line) -> None:
        kind, *targets = line.body.split()
        members = tuple(dict.fromkeys(self._entity_of(target) for target in targets))
        if len(members) < 2:
            raise BadInput("a chain has at least two members.")
        key = f"{kind}-{'-'.join(members)}"
        self._chains[key] = Chain(key, None if kind == EQUIV else self._name(kind), members)


def _ranges(body: str) -> list[tuple[int, int]]:
    spans = body.partition(" ")[2].rstrip()
    if not _SPANS.fullmatch(spans):
        return []
    # an offset of a hundred digits is past any end; Python refuses to read one of thousands
    pairs = (span.split(" ") for span in spans.split(";"))
    return [(int(start[:20]), int(end[:20])) for start, end in pairs]


def _matches(text: str, ranges: list[tuple[int, int]], surface: str) -> bool:
    """Tell whether a surface is what lies there; a line end is written as a space, a trailing TAB is nothing."""
    parts = [text[start:end] for start, end in ranges]
    shown = _flat(surface)
    return bool(ranges) and any(
        candidate in (shown, shown.rstrip("\t")) or candidate.rstrip() == shown.rstrip()
        for candidate in (_flat(" ".join(parts)), _flat("".join(parts)))
    )


def _flat(text: str) -> str:
    return text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ")


def _joined_at_line_ends(text: str, ranges: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Return the ranges with those joined that only line feeds part: brat cannot write an entity across lines whole."""
    found = [ranges[0]]
    for start, end in ranges[1:]:
        if start > found[-1][1] and not text[found[-1][1] : start].strip("\n"):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)
