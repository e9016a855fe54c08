"""Coreference as Han-Coref and ThaiCoref have it: a text and clusters of mentions; each cluster is a chain.

{"text": "นายกฯ เผยว่าเขา…", "clusters": [[[0, 5], [12, 15]]], "clusters_strings": [["นายกฯ", "เขา"]]}

Han-Coref's ends are exclusive, ThaiCoref's inclusive, and neither says so: the mentions show which.
`clusters_labels`, which Khaotag adds, has the label of each mention.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from ...models.errors import BadInput
from ...models.records import listing, string, wrong
from .contract import Parsed, Problem, Raw, ReadOptions
from .ground import Ground
from .json_marks import MENTION, Marks, article_of, text_of, whole
from .json_records import first_record, json_records, record_of
from .json_values import json_object
from .reading import rejected, warning
from .units import Place, Reading, Sample, diagnose, points

CLUSTERS, SURFACES, LABELS = "clusters", "clusters_strings", "clusters_labels"
_OWN = frozenset(("text", CLUSTERS, SURFACES, LABELS, "meta"))
_EXCLUSIVE, _INCLUSIVE = "exclusive", "inclusive"


def _inclusive(_: str) -> Place:
    return lambda start, end: (start, end + 1)


ENDS: Mapping[str, Reading] = {_EXCLUSIVE: points, _INCLUSIVE: _inclusive}


class Ended(NamedTuple):
    """A line and how the ends in its file are meant."""

    ends: str
    line: bytes | str


class CorefReader:
    """Reads clusters of mentions; the annotator is whoever imports the file."""

    suffixes: tuple[str, ...] = (".jsonlines",)

    def sniff(self, path: Path, head: bytes) -> bool:
        """Tell by the first record: a text with clusters, and no sentences of tokens."""
        try:
            record = json_object(first_record(path, head))
        except BadInput:
            return False
        return isinstance(record.get("text"), str) and isinstance(record.get(CLUSTERS), list)

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: a file stands alone."""
        return ()

    def split(self, path: Path, options: ReadOptions) -> Iterator[Raw | Problem]:
        """Yield the records with the meaning of their ends, which the whole file is asked for first."""
        verdict = diagnose(_samples(path, options.encoding), ENDS)
        if verdict.reading == _INCLUSIVE:
            yield warning(
                str(path),
                "",
                "In this file the last character belongs to a mention: {count} ends were read as inclusive.",
                count=verdict.differing,
            )
        elif not verdict.sure:
            yield warning(
                str(path),
                "",
                "It cannot be told whether the last character belongs to a mention; the ends were read as exclusive.",
            )
        for raw in json_records(path, options.encoding):
            yield raw if isinstance(raw, Problem) else raw._replace(data=Ended(verdict.reading, raw.data))

    def parse(self, raw: Raw, options: ReadOptions) -> Parsed:
        """Read one record; whatever is wrong in it rejects it whole."""
        ground = Ground(raw.source, raw.record)
        try:
            record = record_of(raw.data.line)
            ground.lay(string(record, "text"))
            fields = {key: value for key, value in record.items() if key not in _OWN}
            document = article_of(fields, ground, record.get("meta"))
            marks = Marks(ground)
            _mark(marks, record, ENDS[raw.data.ends](ground.raw))
        except BadInput as error:
            return Parsed([], [rejected(raw.source, raw.record, error)])
        return Parsed([document._replace(layers=(marks.layer(options.annotator),))], ground.warnings)


def _mark(marks: Marks, record: dict[str, Any], place: Place) -> None:
    there: dict[tuple[int, int, str], str] = {}
    for number, cluster in enumerate(listing(record, CLUSTERS)):
        if not isinstance(cluster, list):
            wrong(CLUSTERS, cluster, "a list")
        members = []
        for nth, pair in enumerate(cluster):
            if not isinstance(pair, list) or len(pair) != 2:
                wrong(CLUSTERS, pair, "a pair of whole numbers")
            start, end = place(whole(CLUSTERS, pair[0]), whole(CLUSTERS, pair[1]))
            label = text_of(LABELS, _beside(record, LABELS, number, nth) or MENTION)
            surface = _beside(record, SURFACES, number, nth)
            if (start, end, label) not in there:
                told = surface if isinstance(surface, str) else None
                there[start, end, label] = marks.entity(label, start, end, surface=told)
            members.append(there[start, end, label])
        marks.chain(members)


def _beside(record: Any, key: str, number: int, nth: int) -> Any:
    """Return what a list beside the clusters has for one mention, None where it has nothing."""
    value = record.get(key)
    for index in (number, nth):
        if not isinstance(value, list) or index >= len(value):
            return None
        value = value[index]
    return value


def _samples(path: Path, encoding: str | None) -> Iterator[Sample]:
    for raw in json_records(path, encoding):
        if isinstance(raw, Problem):
            continue
        try:
            record = orjson.loads(raw.data)
        except orjson.JSONDecodeError:
            continue
        if isinstance(record, dict) and isinstance(record.get("text"), str):
            ranges = [*_ranges(record)]
            if ranges:
                yield Sample(record["text"], ranges)


def _ranges(record: dict[str, Any]) -> Iterator[tuple[int, int, str | None]]:
    clusters = record.get(CLUSTERS)
    for number, cluster in enumerate(clusters if isinstance(clusters, list) else []):
        for nth, pair in enumerate(cluster if isinstance(cluster, list) else []):
            if isinstance(pair, list) and len(pair) == 2 and all(type(at) is int for at in pair):
                surface = _beside(record, SURFACES, number, nth)
                yield pair[0], pair[1], surface if isinstance(surface, str) else None
