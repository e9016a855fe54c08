"""A layer: all that one annotator did on one article, as immutable values."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter
from typing import Literal, NamedTuple

from .article import NOTHING, JsonObject

GOLD = "gold"
Status = Literal["todo", "in_progress", "done"]
STATUSES: tuple[Status, ...] = ("todo", "in_progress", "done")
HUMAN = "human"
Verdict = Literal["taken", "several", "edited", "none"]
VERDICTS: tuple[Verdict, ...] = ("taken", "several", "edited", "none")

Fragment = tuple[int, int]


class Entity(NamedTuple):
    """A labelled span; `fragments` holds every [start, end) only where there is more than one."""

    id: str
    label: str
    start: int
    end: int
    fragments: tuple[Fragment, ...] = ()
    attributes: JsonObject = NOTHING
    note: str | None = None
    origin: str = HUMAN
    score: float | None = None
    votes: tuple[str, ...] = ()
    meta: JsonObject = NOTHING

    @property
    def ranges(self) -> tuple[Fragment, ...]:
        """Every [start, end) of the entity, in order."""
        return self.fragments or ((self.start, self.end),)

    def surface(self, text: str) -> str:
        """Return what the entity covers; fragments are joined by one space."""
        if self.fragments:
            return " ".join(text[start:end] for start, end in self.fragments)
        return text[self.start : self.end]

    @property
    def place(self) -> tuple[int, int, str, str]:
        """The entity's sort key in every listing and file."""
        return self.start, self.end, self.label, self.id


_BY_PLACE = itemgetter(2, 3, 1, 0)  # `place`, at the speed that an export of thousands of articles asks for


class Relation(NamedTuple):
    """A labelled, directed link between two entities of the same layer."""

    id: str
    label: str
    head: str
    tail: str
    attributes: JsonObject = NOTHING
    note: str | None = None
    origin: str = HUMAN
    score: float | None = None
    votes: tuple[str, ...] = ()
    meta: JsonObject = NOTHING


class Chain(NamedTuple):
    """Entities of one layer that name the same thing."""

    id: str
    label: str | None = None
    members: tuple[str, ...] = ()
    meta: JsonObject = NOTHING


class Note(NamedTuple):
    """A remark or question on a layer's article; `id` is not part of the native format."""

    id: str
    by: str
    text: str
    resolved: bool = False
    meta: JsonObject = NOTHING


class Decision(NamedTuple):
    """What was decided about one dispute of a gold layer; it stays known where it left no mark.

    `by` is a person's name or “rule:NAME”, `marks` are the gold marks that it left, `supports` the annotators who had
    it so, `seen` each mark there was to choose from as (“somchai:e1”, what it was), `layers` each annotator who was
    asked with the revision of their layer.
    """

    id: str
    by: str
    verdict: Verdict
    marks: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    seen: tuple[tuple[str, str], ...] = ()
    layers: tuple[tuple[str, str], ...] = ()
    reason: str | None = None
    note: str | None = None


class LayerHead(NamedTuple):
    """What a layer holds beside its marks."""

    status: Status = "todo"
    labels: tuple[str, ...] = ()
    meta: JsonObject = NOTHING


class Layer(NamedTuple):
    """One annotator's work on one article; the mappings are by id and must not be changed in place."""

    annotator: str
    head: LayerHead = LayerHead()
    entities: Mapping[str, Entity] = {}
    relations: Mapping[str, Relation] = {}
    chains: Mapping[str, Chain] = {}
    notes: Mapping[str, Note] = {}
    decisions: Mapping[str, Decision] = {}

    @property
    def is_blank(self) -> bool:
        """Whether the layer holds nothing that could be lost: as if nobody had begun it."""
        return self.head == LayerHead() and not any(self[2:])

    def sorted_entities(self) -> list[Entity]:
        """Return the entities in file order."""
        return sorted(self.entities.values(), key=_BY_PLACE)

    def relations_of(self, entity_id: str) -> list[Relation]:
        """Return the relations that begin or end at an entity, in id order."""
        return [r for _, r in sorted(self.relations.items()) if entity_id in (r.head, r.tail)]

    def chains_of(self, entity_id: str) -> list[Chain]:
        """Return the chains that hold an entity."""
        return [chain for _, chain in sorted(self.chains.items()) if entity_id in chain.members]
