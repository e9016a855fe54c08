"""Which scheme the tags of a CoNLL file are in, and which tags do not keep to it.

In IOB2 an entity begins with B, in IOB1 only where it touches another of its type, in IO never; BIOES and BILOU mark
its last word too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from .conll_sentences import DOCSTART, OUTSIDE, Tag

_LAST = {"E": "BIOES", "S": "BIOES", "L": "BILOU", "U": "BILOU"}
_NOTHING: Tag = ("O", "")


class Stray(NamedTuple):
    """A tag that its scheme would not have there, and its place in the sentence."""

    place: int
    tag: Tag


def scheme_of(lines: Iterable[str]) -> str:
    """Return the scheme of a whole file's lines: IOB1, IOB2, IO, BIOES or BILOU; empty where no tag has a prefix."""
    counts: Counter[str] = Counter()
    before = _NOTHING
    for line in lines:
        tag = _tag_of(line)
        if tag is not None:
            counts[_kind(tag, before)] += 1
        before = tag or _NOTHING
    ends = Counter({name: counts[prefix] for prefix, name in _LAST.items() if counts[prefix]})
    if ends:
        return ends.most_common(1)[0][0]
    if counts["B"] or counts["B again"]:
        return "IOB1" if counts["I first"] > counts["B"] else "IOB2"
    return "IO" if counts["I first"] else ""


def _tag_of(line: str) -> Tag | None:
    """Return the tag at a line's end, None where there is none with a prefix."""
    if line.endswith(OUTSIDE) or line.startswith(DOCSTART):
        return None
    tag = line[max(line.rfind("\t"), line.rfind(" ")) + 1 :]
    return (tag[0], tag[2:]) if tag[1:2] == "-" and tag[0] in "BIESLUM" else None


def _kind(tag: Tag, before: Tag) -> str:
    """Return the prefix, with what tells the schemes apart: whether the word before is of an entity of this type."""
    prefix, label = tag
    touches = before[1] == label
    if prefix == "B":
        return "B again" if touches else "B"
    return "I first" if prefix in "IM" and not touches else prefix


def strays(tags: Sequence[Tag], scheme: str) -> Iterator[Stray]:
    """Yield the tags of a sentence that do not keep to the scheme of their file."""
    before, is_open = _NOTHING, False
    for index, tag in enumerate(tags):
        prefix = tag[0]
        goes_on = is_open and before[1] == tag[1]
        if scheme in ("BIOES", "BILOU"):
            wrong = (prefix in "IMEL" and not goes_on) or (prefix in "OBSU" and is_open)
            is_open = prefix in "BIM"
        elif scheme == "IOB2":
            wrong = prefix == "I" and not goes_on
            is_open = prefix in "BI"
        else:
            wrong = scheme == "IOB1" and prefix == "B" and not goes_on
            is_open = prefix in "BI"
        if wrong:
            yield Stray(index, tag)
        before = tag
    if is_open and scheme in ("BIOES", "BILOU"):
        yield Stray(len(tags) - 1, tags[-1])
