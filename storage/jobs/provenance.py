"""Where exported articles come from, and under which licences their metadata say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import orjson
from sqlalchemy import Connection, select

from ..tables import article

_KEYS = ("license", "licence")
_LISTED = 50


class Provenance:
    """The sources and licences of some articles."""

    def __init__(self, connection: Connection, chosen: Collection[int]) -> None:
        self.names: Counter[str] = Counter()
        self.licences: Counter[str] = Counter()
        self.without = 0
        kept = frozenset(chosen)
        for number, sources, meta in connection.execute(select(article.c.number, article.c.sources, article.c.meta)):
            if number in kept:
                self._add(orjson.loads(sources), orjson.loads(meta))

    def _add(self, sources: Sequence[Mapping[str, Any]], meta: Mapping[str, Any]) -> None:
        for source in sources:
            self.names[str(source.get("url") or source.get("name") or "—")] += 1
        kept = [meta, *(source.get("meta", {}) for source in sources)]
        found = {str(entry[key]) for entry in kept for key in _KEYS if entry.get(key)}
        self.licences.update(found)
        self.without += not found

    def lines(self) -> Iterator[str]:
        """Say what is known; that a licence is not known is said too."""
        for licence, count in sorted(self.licences.items()):
            yield f"- licence {markdown_line(licence)}: {count} articles"
        if self.without:
            yield f"- licence not stated: {self.without} articles. Ask the publishers before you pass the texts on."
        yield ""
        listed = sorted(self.names.items(), key=lambda item: (-item[1], item[0]))
        for name, count in listed[:_LISTED]:
            yield f"- {markdown_line(name)}: {count}"
        if len(listed) > _LISTED:
            yield f"- and {len(listed) - _LISTED} further sources"


def markdown_line(text: str) -> str:
    """Return a text on one line in which Markdown and HTML see nothing of theirs."""
    shown = " ".join(text.split())
    for sign in "\\`*_[]<>|#":
        shown = shown.replace(sign, "\\" + sign)
    return shown
