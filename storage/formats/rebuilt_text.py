"""A text rebuilt from its tokens, for formats that keep none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

_THAI = re.compile("[\u0e00-\u0e7f]")


def rebuilt(sentences: Sequence[Sequence[str]]) -> tuple[str, list[tuple[int, int]]]:
    """Return the text, a line feed between sentences, and where each token lies in it, as code points.

    Where a token is a space, or any is Thai, the tokens are all there is; otherwise one space stands between two.
    """
    words = [*chain.from_iterable(sentences)]
    joint = "" if any(word.isspace() for word in words) or any(_THAI.search(word) for word in words) else " "
    places = []
    at = 0
    for sentence in sentences:
        for word in sentence:
            places.append((at, at + len(word)))
            at += len(word) + len(joint)
        at += 1 - (len(joint) if sentence else 0)
    return "\n".join(joint.join(sentence) for sentence in sentences), places
