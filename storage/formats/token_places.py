"""Between offsets and tokens: where the tokens of a record lie, and which of them an entity takes up.

Token indices in files are inclusive at both ends: [0, 1] are two tokens.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from ...models.errors import BadInput, Message
from ...models.layer import Entity, Layer
from ...models.records import wrong
from ...models.tokens import Token, cut_at_edges, token_range
from .contract import ExportDocument, LossSink
from .holding import Holds, Refusal, held
from .json_marks import text_of, whole


class TokenPlaces:
    """The places of a record's tokens on its text."""

    def __init__(self, places: Sequence[Token]) -> None:
        self._places = places

    def span(self, first: Any, last: Any) -> Token:
        """Return the range from the first to the last token; BadInput where these are no tokens of the record."""
        for index in (whole("token", first), whole("token", last)):
            if not 0 <= index < len(self._places):
                raise BadInput(
                    "The token {index} is not there; the record has {count}.", index=index, count=len(self._places)
                )
        if first > last:
            raise BadInput("The tokens {first} and {last} are reversed.", first=first, last=last)
        return self._places[first][0], self._places[last][1]


def words_of(key: str, value: Any) -> list[str]:
    """Return a list of tokens; BadInput for anything else."""
    if not isinstance(value, list):
        wrong(key, value, "a list")
    return [text_of(key, word) for word in value]


def given_places(key: str, value: Any, words: Sequence[str], text: str) -> list[Token]:
    """Return the places that a record names for its tokens; BadInput where the text has another word there."""
    if not isinstance(value, list) or len(value) != len(words):
        wrong(key, value, "a pair of whole numbers for each token")
    found = []
    for pair, word in zip(value, words, strict=True):
        if not isinstance(pair, list) or len(pair) != 2:
            wrong(key, pair, "a pair of whole numbers")
        start, end = whole(key, pair[0]), whole(key, pair[1])
        if start < 0 or text[start:end] != word:
            raise BadInput(
                "The token “{word}” is not what the text has from {start} to {end}.",
                word=word[:60],
                start=start,
                end=end,
            )
        found.append((start, end))
    return found


def aligned(words: Sequence[str], text: str) -> list[Token] | None:
    """Return where tokens lie one after the other in a text; None where they are not its own."""
    found = []
    at = 0
    for word in words:
        start = text.find(word, at)
        if start < 0 or text[at:start].strip():
            return None
        at = start + len(word)
        found.append((start, at))
    return found


class Fitted:
    """A layer on tokens that end wherever one of its entities does; `spans` are the indices of each entity's tokens."""

    def __init__(self, layer: Layer, tokens: Sequence[Token]) -> None:
        self.layer = layer
        self.tokens = tokens
        self.spans: dict[str, tuple[int, int]] = {}
        for entity in layer.entities.values():
            first, after = token_range(tokens, entity.start, entity.end)
            self.spans[entity.id] = (first, after - 1)

    def span(self, mark: str) -> list[int]:
        """Return the indices of an entity's first and last token."""
        return list(self.spans[mark])


def fitted(
    document: ExportDocument,
    layer: Layer,
    tokens: Sequence[Token],
    holds: Holds,
    sink: LossSink,
    refuse: Refusal = lambda _: None,
) -> Fitted:
    """Return what of a layer can be told in tokens, which are cut at the entities' edges and counted."""
    starts = [start for start, _ in tokens]
    ends = [end for _, end in tokens]

    def why_not(entity: Entity) -> Message | None:
        first, last = bisect_left(ends, entity.start + 1), bisect_left(ends, entity.end)
        if last == len(ends) or not (starts[first] <= entity.start and starts[last] < entity.end):
            return Message("There are no words where it begins or ends.")
        return refuse(entity)

    kept = held(document.article, layer, holds, sink, why_not)
    cut, count = cut_at_edges(tokens, [edge for e in kept.entities.values() for edge in (e.start, e.end)])
    sink.tokens_split(count)
    return Fitted(kept, cut)
