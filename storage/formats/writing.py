"""What writers share: reporting what a format has no place for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...models.errors import Message
from ...models.layer import HUMAN, Entity, Relation
from .contract import Loss, LossSink

_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 60  # characters; Thai ones take three bytes each, a file name has 255
_WHY = {
    "attributes": Message("This format holds no attributes; {count} marks have some."),
    "notes": Message("This format holds no notes; there are {count}."),
    "chains": Message("This format holds no chains; there are {count}."),
    "origins": Message("This format does not say where marks come from; {count} have an origin, score or votes."),
    "labels": Message("This format holds no labels of articles; there are {count}."),
}


def with_origin(marks: Iterable[Entity | Relation]) -> int:
    """Count the marks that say more of where they come from than that a person made them."""
    return sum(1 for mark in marks if mark.origin != HUMAN or mark.score is not None or mark.votes)


def report_counts(article: str, sink: LossSink, **counts: int) -> None:
    """Report the kinds of things that are left out beside entities and relations, one line a kind."""
    for kind, count in counts.items():
        if count:
            sink.lost(Loss(article, kind, Message(_WHY[kind].template, count=count)))


def file_stem(article: str, taken: set[str]) -> str:
    """Return a file name for an article that is legal everywhere and differs from others by more than case."""
    stem = base = _UNSAFE.sub("_", article)[:_LONGEST_NAME].strip(".") or "article"
    count = 1
    while stem.lower() in taken:
        count += 1
        stem = f"{base}~{count}"
    taken.add(stem.lower())
    return stem
