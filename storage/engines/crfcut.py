"""Sentences by crfcut of pythainlp, whose model comes with it; the words that it looks at are newmm's."""

from __future__ import annotations

from importlib.metadata import version

from ...models.text import is_boundary
from . import newmm


def name() -> str:
    """Return the engine's name and version."""
    return f"crfcut {version('pythainlp')}"


def sentences(line: str) -> list[tuple[int, int]]:
    """Return the sentences of one line as ranges without the space around them; no grapheme is cut in two."""
    newmm.name()  # its module sets what pythainlp must find before it is imported
    from pythainlp.tokenize.crfcut import segment

    found: list[tuple[int, int]] = []
    start = at = 0
    for sentence in segment(line):
        at += len(sentence)
        if at < len(line) and not is_boundary(line, at):
            continue
        kept = line[start:at].strip()
        if kept:
            begin = line.index(kept, start)
            found.append((begin, begin + len(kept)))
        start = at
    return found
