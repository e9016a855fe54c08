"""Marks of a JSON record, checked one by one against its text, and the article that its other fields tell."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

from ...models.article import NOTHING, JsonObject
from ...models.errors import BadInput, KhaotagError
from ...models.layer import HUMAN, Chain, Entity, Layer, LayerHead, Note, Relation, Status
from ...models.records import wrong
from .contract import MAX_ENTITIES, Document
from .ground import Ground, range_on
from .plain_article import document_of_fields
from .reading import mark_id, note_id, source_of

MENTION = "MENTION"  # the label of an entity that a format names without one


def whole(key: str, value: Any) -> int:
    """Return a value that must be a whole number: no text, no fraction, no truth value."""
    if type(value) is not int:
        wrong(key, value, "a whole number")
    return value


def text_of(key: str, value: Any) -> str:
    """Return a value that must be a text; half a surrogate pair never gets past the parser."""
    if type(value) is not str:
        wrong(key, value, "a text")
    return value.replace("\0", "\ufffd")


def article_of(fields: JsonObject, ground: Ground, meta: Any = None) -> Document:
    """Return the article on *ground* with title, source and id from *fields*; others become metadata beside *meta*."""
    rest = {**fields, "text": ground.raw}
    if meta is not None and not isinstance(meta, dict):
        rest["meta"] = meta
    document = document_of_fields(rest, source_of(Path(ground.source)).name)
    kept = {**document.article.meta, **(meta if isinstance(meta, dict) else NOTHING)}
    return document._replace(article=document.article._replace(meta=kept))


class Marks:
    """Gathers the marks of one layer; offsets are code points of the text as it stands in the file."""

    def __init__(self, ground: Ground) -> None:
        self.entities: dict[str, Entity] = {}
        self.relations: dict[str, Relation] = {}
        self.chains: dict[str, Chain] = {}
        self.notes: dict[str, Note] = {}
        self._ground = ground
        self._alike: dict[str, int] = {}

    def entity(
        self,
        label: str,
        start: int,
        end: int,
        mark: str | None = None,
        surface: str | None = None,
        attributes: JsonObject = NOTHING,
        note: str | None = None,
        origin: str = HUMAN,
        score: float | None = None,
    ) -> str:
        """Add an entity and return its id; without one of its own it gets one that says what it is."""
        try:
            wide = self._placed(label, start, end, mark, surface)
        except BadInput as error:
            _named("Entity “{id}”: {reason}", mark or mark_id(label, start, end), error)
        mark = mark or self._free(mark_id(label, *wide), self.entities)
        self.entities[mark] = Entity(mark, label, *wide, (), attributes, note, origin, score)
        if len(self.entities) > MAX_ENTITIES:
            raise BadInput(
                "The article has {count} entities; the limit is {limit}.",
                count=len(self.entities),
                limit=MAX_ENTITIES,
            )
        return mark

    def _placed(self, label: str, start: int, end: int, mark: str | None, surface: str | None) -> tuple[int, int]:
        """Return the range on the canonical text; BadInput where it, its surface, label or id cannot be."""
        if not label:
            raise BadInput("it has no label.")
        wide = range_on(self._ground, start, end, f"“{mark or mark_id(label, start, end)}”")
        expected = self._ground.raw[start:end]
        # one tool writes the line ends within a surface as a backslash and an n
        if surface is not None and expected not in (surface, surface.replace("\\n", "\n")):
            raise BadInput(
                "its text is “{surface}”, but the article has “{expected}” there.",
                surface=surface[:60],
                expected=expected[:60],
            )
        if mark in self.entities:
            raise BadInput("another one has the same id.")
        return wide

    def relation(
        self,
        label: str,
        head: str,
        tail: str,
        mark: str | None = None,
        attributes: JsonObject = NOTHING,
        note: str | None = None,
    ) -> str:
        """Add a relation between two entities that are there, and return its id."""
        made = f"{label}-{head}-{tail}"
        try:
            self._check_ends(label, head, tail, mark)
        except BadInput as error:
            _named("Relation “{id}”: {reason}", mark or made, error)
        mark = mark or self._free(made, self.relations)
        self.relations[mark] = Relation(mark, label, head, tail, attributes, note)
        return mark

    def _check_ends(self, label: str, head: str, tail: str, mark: str | None) -> None:
        if not label:
            raise BadInput("it has no label.")
        for end in (head, tail):
            if end not in self.entities:
                raise BadInput("the entity “{id}” is not there.", id=end[:60])
        if mark in self.relations:
            raise BadInput("another one has the same id.")

    def _free(self, wanted: str, taken: JsonObject) -> str:
        """Return the id that is wanted, numbered where several marks are the same."""
        mark = wanted
        while mark in taken:
            count = self._alike[wanted] = self._alike.get(wanted, 1) + 1
            mark = f"{wanted}~{count}"
        return mark

    def chain(self, members: Iterable[str]) -> None:
        """Add a chain of entities that are there; one that is named twice counts once."""
        there = tuple(dict.fromkeys(members))
        if there:
            mark = f"c{len(self.chains) + 1}"
            self.chains[mark] = Chain(mark, None, there)

    def remark(self, by: str, text: str) -> None:
        """Add a note on the article; the same words once more are another note."""
        nth = sum(1 for note in self.notes.values() if (note.by, note.text) == (by, text))
        note = Note(note_id(by, text, nth), by, text)
        self.notes[note.id] = note

    def layer(self, annotator: str, labels: Iterable[str] = (), status: Status | None = None) -> Layer:
        """Return the layer of all that was added."""
        labels = tuple(dict.fromkeys(labels))
        begun = bool(self.entities or labels)
        head = LayerHead(status or ("in_progress" if begun else "todo"), labels)
        return Layer(annotator, head, self.entities, self.relations, self.chains, self.notes)


def _named(template: str, mark: str, error: KhaotagError) -> NoReturn:
    raise BadInput(template, id=mark[:60], reason=error.message) from None
