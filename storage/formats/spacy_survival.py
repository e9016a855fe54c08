"""Which entities begin and end with words as spaCy itself cuts Thai: by plain newmm, without our cuts.

What does not is lost in training unless the words of the file are used, as the configuration beside it says.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate

from ...models.tokens import Token

# Without these, importing pythainlp writes to the home folder, and some calls wait for a network.
os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
os.environ.setdefault("PYTHAINLP_OFFLINE", "1")

_THAI = re.compile("[\u0e00-\u0e7f]")
# What newmm is given at once: a line, but digits of which it would take quadratic time stand alone.
_PIECE = re.compile(r"\n|\d{48,}|(?:(?!\d{48})[^\n])+")


def surviving(text: str, ranges: Iterable[tuple[int, int]], plain: Sequence[Token] | None = None) -> int:
    """Count the ranges whose edges are edges of newmm's words; only the lines in which they lie are cut.

    Not even those where *plain* has our own tokens, which differ from newmm's only where there is no Thai.
    """
    edge = _edges(text)
    if plain is None:
        return sum(1 for start, end in ranges if edge(start) and edge(end))
    known = {at for token in plain for at in token}

    def known_edge(at: int) -> bool:
        return at in known if _THAI.search(text[at - 1 : at + 1]) else edge(at)

    return sum(1 for start, end in ranges if known_edge(start) and known_edge(end))


def _edges(text: str) -> Callable[[int], bool]:
    from pythainlp.tokenize import word_tokenize

    pieces = [match.span() for match in _PIECE.finditer(text)]
    cut: dict[int, set[int]] = {}

    def edge(at: int) -> bool:
        if at == len(text):
            return True
        start, end = pieces[bisect_right(pieces, (at, len(text))) - 1]
        if at == start:
            return True
        if start not in cut:
            piece = text[start:end]
            words = [piece] if piece.isdecimal() else word_tokenize(piece)
            cut[start] = set(accumulate(map(len, words), initial=start))
        return at in cut[start]

    return edge
