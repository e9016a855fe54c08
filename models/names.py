"""Names: how often each string was marked as what, and where a text says one of them. Offsets are code points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from .layer import Fragment, Layer
from .occurrences import WordEdges
from .text import is_boundary

LONGEST = 120
_HEAD = 2  # a name of one character says nothing


class Named(NamedTuple):
    """A place of a text at which a known name stands."""

    start: int
    end: int
    name: str


class Names:
    """Counted labels by string. Grows and shrinks by whole layers; asked for the longest name at each place."""

    def __init__(self) -> None:
        self._labels: dict[str, Counter[str]] = {}
        self._lengths: dict[str, Counter[int]] = {}  # by a name's first characters

    def __len__(self) -> int:
        return len(self._labels)

    def labels(self, name: str) -> Mapping[str, int]:
        """Return how often a string was marked as what."""
        return self._labels.get(name, {})

    def add(self, name: str, label: str, count: int = 1) -> None:
        """Count a mark, or take some back with a negative *count*."""
        if not _HEAD <= len(name) <= LONGEST or name != name.strip() or "\n" in name:
            return
        labels = self._labels.get(name)
        lengths = self._lengths.setdefault(name[:_HEAD], Counter())
        if labels is None:
            labels = self._labels[name] = Counter()
            lengths[len(name)] += 1
        labels[label] += count
        if labels[label] <= 0:
            del labels[label]
        if not labels:
            del self._labels[name]
            lengths[len(name)] -= 1
            if lengths[len(name)] <= 0:
                del lengths[len(name)]
            if not lengths:
                del self._lengths[name[:_HEAD]]

    def add_layer(self, text: str, layer: Layer, count: int = 1) -> None:
        """Count every mark of a layer that has one range, or take them back with -1."""
        for entity in layer.entities.values():
            if not entity.fragments:
                self.add(text[entity.start : entity.end], entity.label, count)

    def found(self, text: str, edges: WordEdges, within: Fragment | None = None) -> Iterator[Named]:
        """Yield the places of names in [start, end) of a text: the longest at each place, and none over another."""
        at, end = within or (0, len(text))
        while at < end:
            name = self._longest(text, edges, at, end)
            if name is None:
                at += 1
            else:
                yield Named(at, at + len(name), name)
                at += len(name)

    def _longest(self, text: str, edges: WordEdges, at: int, end: int) -> str | None:
        lengths = self._lengths.get(text[at : at + _HEAD])
        if lengths is None:
            return None
        for length in sorted(lengths, reverse=True):
            name = text[at : at + length]
            stop = at + length
            whole = stop <= end and name in self._labels and edges.whole(at, stop)
            if whole and is_boundary(text, at) and is_boundary(text, stop):
                return name
        return None
