"""Which entities begin and end with words as spaCy itself cuts Thai: by plain newmm, without our cuts.

What does not is lost in training unless the words of the file are used, as the configuration beside it says.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate

# Without these, importing pythainlp writes to the home folder, and some calls wait for a network.
os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
os.environ.setdefault("PYTHAINLP_OFFLINE", "1")

_SPACES = frozenset(" \t\r\n")
_PHRASE = re.compile(r"[^ \t\r\n]+")
_DIGITS = re.compile(r"\d{48,}")  # newmm takes quadratic time on these


def surviving(text: str, ranges: Iterable[tuple[int, int]]) -> int:
    """Count the ranges whose edges are edges of newmm's words; only the phrases in which they lie are cut."""
    edge = _edges(text)
    return sum(1 for start, end in ranges if edge(start) and edge(end))


def _edges(text: str) -> Callable[[int], bool]:
    from pythainlp.tokenize import word_tokenize

    phrases = [match.span() for match in _PHRASE.finditer(text)]
    cut: dict[int, set[int]] = {}

    def edge(at: int) -> bool:
        if at in (0, len(text)):
            return True
        before, after = text[at - 1], text[at]
        if before in _SPACES or after in _SPACES:
            return (before in _SPACES) != (after in _SPACES) or "\n" in (before, after)
        start, end = phrases[bisect_right(phrases, (at, len(text))) - 1]
        if start not in cut:
            phrase = text[start:end]
            words = [] if _DIGITS.search(phrase) else word_tokenize(phrase)
            cut[start] = set(accumulate(map(len, words), initial=start))
        return at in cut[start]

    return edge
