"""An article's text without what is excluded, and where its parts and marks lie in that."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...models.article import Article
from ...models.layer import Entity
from ...models.tokens import Token

_NOTHING_EXCLUDED = ((0, 0),)


class KeptText(NamedTuple):
    """The text, and where each kept part starts: in the article, and here."""

    text: str
    starts: tuple[tuple[int, int], ...]

    def moved(self, start: int, end: int) -> tuple[int, int]:
        """Return a range of the article that lies in one kept part as a range of this text."""
        before, after = self.starts[bisect_right(self.starts, (start, 1 << 62)) - 1]
        return start - before + after, end - before + after

    def moved_tokens(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """Return tokens, each of which lies in one kept part, as they lie in this text."""
        if self.starts == _NOTHING_EXCLUDED:
            return tokens
        return [self.moved(*token) for token in tokens]

    def moved_entity(self, entity: Entity) -> Entity:
        """Return an entity in one piece as it lies in this text."""
        start, end = self.moved(entity.start, entity.end)
        return entity._replace(start=start, end=end)


def kept_text(article: Article) -> KeptText:
    """Return what of an article is not excluded."""
    excluded = article.state.confirmed()
    if not excluded:
        return KeptText(article.text, _NOTHING_EXCLUDED)
    starts: list[tuple[int, int]] = []
    parts: list[str] = []
    at = size = 0
    for start, end in [*excluded, (len(article.text), len(article.text))]:
        if start > at:
            starts.append((at, size))
            parts.append(article.text[at:start])
            size += start - at
        at = max(at, end)
    return KeptText("".join(parts), tuple(starts) or _NOTHING_EXCLUDED)


def covering(text: str, tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield tokens that cover *text* without a gap: those given, each line feed, and what else lies between."""
    last = 0
    for start, end in [*tokens, (len(text), len(text))]:
        while last < start:
            line = text.find("\n", last, start)
            after = last + 1 if line == last else (start if line < 0 else line)
            yield last, after
            last = after
        if end > start:
            yield start, end
        last = end
