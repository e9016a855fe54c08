"""The tokenizer's answer for the open article, and what stands in until it comes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..models.tokens import Token

_PHRASES = re.compile(r"[^\S\n]+|\S+")


class Words(NamedTuple):
    """The tokenizer's answer for one article."""

    ticket: int
    name: str
    spans: Sequence[Token]


def rough_words(text: str) -> list[Token]:
    """Return the stretches between spaces, which stand in until the tokenizer has answered."""
    return [match.span() for match in _PHRASES.finditer(text)]
