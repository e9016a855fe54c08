"""Texts that a corpus gives as words alone, an underscore standing for a space."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...models.text import is_boundary
from ...models.tokens import Token, cut_at_edges

SPACE = "_"
_LINE = re.compile(r"[^\n]+")


def tokens_at(text: str, edges: Iterable[int]) -> tuple[Token, ...]:
    """Return the tokens between *edges* and the ends of lines; no edge inside a grapheme cluster is one."""
    lines = [line.span() for line in _LINE.finditer(text)]
    return tuple(cut_at_edges(lines, [at for at in edges if is_boundary(text, at)])[0])


def spaced(word: str) -> str:
    """Return a word of such a corpus as it stands in the text."""
    return " " if word == SPACE else word
