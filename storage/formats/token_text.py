"""Texts that a corpus gives as words alone, an underscore standing for a space."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...models.text import is_boundary
from ...models.tokens import Token, cut_at_edges

SPACE = "_"
_LINE = re.compile(r"[^\n]+")


def tokens_at(text: str, starts: Iterable[int]) -> tuple[Token, ...]:
    """Return the tokens that begin at *starts* and at line starts; none begins inside a grapheme cluster."""
    lines = [line.span() for line in _LINE.finditer(text)]
    return tuple(cut_at_edges(lines, [at for at in starts if is_boundary(text, at)])[0])


def spaced(word: str) -> str:
    """Return a word of such a corpus as it stands in the text."""
    return " " if word == SPACE else word
