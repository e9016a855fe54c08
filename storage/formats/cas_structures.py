"""A CAS as plain values, whichever file it comes from: texts, and feature structures that refer to each other by id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ...models.errors import BadInput, Message
from .cas_types import Types
from .contract import MAX_ENTITIES, Problem
from .reading import rejected

MAX_STRUCTURES = 1_000_000
MAX_REFERENCES = 2 * MAX_ENTITIES  # beside those of relations, which have two ends each
FS_ARRAY = "uima.cas.FSArray"
_LIST = "uima.cas.NonEmpty"


class TooMany(BadInput):
    """The file is beyond a limit, so that it is no use to go on with what else it holds."""


class Ref(NamedTuple):
    """A reference to a feature structure."""

    id: str


class Structure(NamedTuple):
    """A feature structure; values are texts, numbers, flags, references or lists of these.

    `record` names it to the user.
    """

    id: str
    type: str
    features: dict[str, Any]
    record: str


class Sofa(NamedTuple):
    """What annotations lie on: a text, or None with the word for what is there instead."""

    id: str
    name: str
    text: str | None
    elsewhere: str = ""


@dataclass
class Cas:
    """All that a file holds; `members` are the indexed structures by the sofa of their view."""

    source: str
    types: Types
    sofas: dict[str, Sofa] = field(default_factory=dict)
    structures: dict[str, Structure] = field(default_factory=dict)
    members: dict[str, list[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _followed: int = 0

    def add(self, structure: Structure) -> None:
        """Take a structure; one whose id is taken is reported and left out."""
        if len(self.structures) >= MAX_STRUCTURES:
            raise BadInput("The file has more than {limit} feature structures, which is the limit.",
                           limit=MAX_STRUCTURES)  # fmt: skip
        if structure.id in self.structures:
            self.reject(structure.record, BadInput("another one has the same id."))
        else:
            self.structures[structure.id] = structure

    def reject(self, record: str, error: BadInput) -> None:
        """Report what was left out."""
        self.problems.append(rejected(self.source, record, error))

    def references(self, value: Any) -> list[Ref]:
        """Return the references that a value is or holds, those in arrays and lists of their own included."""
        found: list[Ref] = []
        for ref in value if isinstance(value, list) else [value]:
            if not isinstance(ref, Ref):
                continue
            self._follow(1)
            target = self.structures.get(ref.id)
            if target is not None and is_array(target.type) and isinstance(target.features.get("elements"), list):
                self._follow(len(target.features["elements"]))
                found += [one for one in target.features["elements"] if isinstance(one, Ref)]
            elif target is not None and target.type.startswith(_LIST):
                found += [one for one in map(_head, self._along(target, "tail")) if isinstance(one, Ref)]
            else:
                found.append(ref)
        return found

    def plain(self, value: Any) -> Any:
        """Return the texts and numbers of an array that stands for itself, or the value as it is."""
        target = self.structures.get(value.id) if isinstance(value, Ref) else None
        if target is not None and is_array(target.type) and target.type != FS_ARRAY:
            return target.features.get("elements", [])
        return value

    def chain(self, first: Structure) -> list[Structure]:
        """Return a structure and those that its `next` leads to; BadInput where they go in a circle."""
        return list(self._along(first, "next"))

    def target(self, ref: Any) -> Structure:
        """Return what a reference leads to; BadInput where nothing is there."""
        found = self.structures.get(ref.id) if isinstance(ref, Ref) else None
        if found is None:
            raise BadInput("the feature structure “{id}” is not there.", id=str(getattr(ref, "id", ref))[:60])
        return found

    def _along(self, first: Structure, onward: str) -> Iterator[Structure]:
        seen: set[str] = set()
        one: Structure | None = first
        while one is not None:
            if one.id in seen:
                raise BadInput("its links go in a circle.")
            self._follow(1)
            seen.add(one.id)
            yield one
            following = one.features.get(onward)
            one = self.target(following) if isinstance(following, Ref) else None

    def _follow(self, count: int) -> None:
        """Count references, of which a small file could hold endless ones by sharing arrays and chains."""
        self._followed += count
        if self._followed > MAX_REFERENCES:
            reason = Message("The file has more than {limit} references, which is the limit.", limit=MAX_REFERENCES)
            raise TooMany(reason)


def _head(one: Structure) -> Any:
    return one.features.get("head")


def is_array(name: str) -> bool:
    """Tell whether a type is an array."""
    return name.endswith(("Array", "[]"))
