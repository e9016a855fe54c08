"""What writers share: reporting what a format has no place for."""

from __future__ import annotations

from ...models.errors import Message
from .contract import Loss, LossSink

_WHY = {
    "attributes": "This format holds no attributes; {count} marks have some.",
    "notes": "This format holds no notes; there are {count}.",
    "chains": "This format holds no chains; there are {count}.",
    "labels": "This format holds no labels of articles; there are {count}.",
}


def report_counts(article: str, sink: LossSink, **counts: int) -> None:
    """Report the kinds of things that are left out beside entities and relations, one line a kind."""
    for kind, count in counts.items():
        if count:
            sink.lost(Loss(article, kind, Message(_WHY[kind], count=count)))
