"""An article: its immutable text, what is known about it, and the little that people may change about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

JsonObject = Mapping[str, Any]
NOTHING: JsonObject = {}

ExclusionState = Literal["proposed", "confirmed", "dismissed"]


class Source(NamedTuple):
    """Where a text came from; `published` is an ISO date."""

    name: str | None = None
    url: str | None = None
    published: str | None = None
    meta: JsonObject = NOTHING


class Exclusion(NamedTuple):
    """A stretch [start, end) that is not news text; only a confirmed one is skipped by tokens and exports."""

    start: int
    end: int
    reason: str | None = None
    state: ExclusionState = "proposed"
    meta: JsonObject = NOTHING


class ArticleState(NamedTuple):
    """What people may change about an article beside its layers.

    `cuts` and `joins` are hand repairs of the tokens: boundaries added to and taken from the tokenizer's own;
    `tokenizer` names the engine they were made on.
    """

    excluded: tuple[Exclusion, ...] = ()
    cuts: tuple[int, ...] = ()
    joins: tuple[int, ...] = ()
    tokenizer: str | None = None

    @property
    def repaired(self) -> bool:
        """Whether a person changed the tokens."""
        return bool(self.cuts or self.joins)

    def confirmed(self) -> tuple[tuple[int, int], ...]:
        """Return the ranges to be skipped, in order."""
        return tuple(sorted((e.start, e.end) for e in self.excluded if e.state == "confirmed"))


class Article(NamedTuple):
    """One news text; its canonical `text` never changes once imported."""

    id: str
    text: str
    title: str = ""
    sources: tuple[Source, ...] = ()
    meta: JsonObject = NOTHING
    state: ArticleState = ArticleState()
