"""doccano: JSON Lines or a list, with spans, with spans and relations, or with labels of whole texts.

{"text": "นายกฯ พบ ส.ส.", "label": [[0, 5, "PERSON"]]}
{"text": "…", "entities": [{"id": 0, "start_offset": 0, "end_offset": 5, "label": "PERSON"}],
 "relations": [{"from_id": 0, "to_id": 1, "type": "MET"}]}

doccano counts UTF-16 units, or graphemes where a project asks for it; scripts count code points: the file shows which.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from ...models.errors import BadInput
from ...models.records import listing, wrong
from .contract import Parsed, Problem, Raw, ReadOptions
from .ground import Ground
from .json_marks import Marks, article_of, text_of, whole
from .json_records import first_record, json_records, record_of
from .json_values import json_object
from .plain_article import TEXT, field_named
from .reading import rejected, warning
from .units import NAMES, POINTS, READINGS, Place, Sample, Verdict, diagnose

_SPANS = ("label", "labels", "entities", "annotations")  # the last in versions before 1.3, their labels by number
_CATEGORIES = ("label", "labels", "cats")
_COMMENTS = ("Comments", "comments")
_OWN = frozenset((*_SPANS, *_CATEGORIES, *_COMMENTS, "relations", "meta"))
_TEXTS = (*TEXT, "data")


class Counted(NamedTuple):
    """A line and the unit that its file counts in."""

    unit: str
    line: bytes | str


class DoccanoReader:
    """Reads what doccano exports and imports; the annotator is whoever imports the file."""

    suffixes: tuple[str, ...] = ()

    def sniff(self, path: Path, head: bytes) -> bool:
        """Tell by the first record: a text with spans as doccano writes them, or with labels."""
        try:
            record = json_object(first_record(path, head))
        except BadInput:
            return False
        return _text_key(record) is not None and _is_doccano(record)

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: a file stands alone."""
        return ()

    def split(self, path: Path, options: ReadOptions) -> Iterator[Raw | Problem]:
        """Yield the records with the unit of their offsets, which the whole file is asked for first."""
        verdict = diagnose(_samples(path, options.encoding), READINGS)
        if problem := _told(str(path), verdict):
            yield problem
        for raw in json_records(path, options.encoding):
            yield raw if isinstance(raw, Problem) else raw._replace(data=Counted(verdict.reading, raw.data))

    def parse(self, raw: Raw, options: ReadOptions) -> Parsed:
        """Read one record; whatever is wrong in it rejects it whole."""
        ground = Ground(raw.source, raw.record)
        try:
            record = record_of(raw.data.line)
            key = _required_text_key(record)
            ground.lay(record[key])
            fields = {name: value for name, value in record.items() if name not in _OWN and name != key}
            document = article_of(fields, ground, record.get("meta"))
            marks = Marks(ground)
            labels = _mark(marks, record, READINGS[raw.data.unit](ground.raw), options.annotator)
        except BadInput as error:
            return Parsed([], [rejected(raw.source, raw.record, error)])
        has_marks = any(key in record for key in _OWN - {"meta"})
        layers = (marks.layer(options.annotator, labels),) if has_marks else ()
        return Parsed([document._replace(layers=layers)], ground.warnings)


def _text_key(record: dict[str, Any]) -> str | None:
    key = field_named(record, _TEXTS)
    return key if key is not None and isinstance(record[key], str) else None


def _required_text_key(record: dict[str, Any]) -> str:
    key = _text_key(record)
    if key is None:
        raise BadInput("There is no text in it: none of the fields {names} holds one.", names=", ".join(_TEXTS))
    return key


def _is_doccano(record: dict[str, Any]) -> bool:
    entities, relations = record.get("entities") or record.get("annotations"), record.get("relations")
    if isinstance(entities, list) and entities:
        first = entities[0]
        return "start_offset" in first if isinstance(first, dict) else _is_span(first)
    if isinstance(entities, list) and isinstance(relations, list):
        return True
    return any(
        isinstance(record.get(key), list) and all(isinstance(x, str) or _is_span(x) for x in record[key])
        for key in _CATEGORIES
    )


def _is_span(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 3 and isinstance(value[2], str)


def _mark(marks: Marks, record: dict[str, Any], place: Place, annotator: str) -> list[str]:
    """Add the spans, relations and comments of a record; return the labels of the whole text."""
    labels: list[str] = []
    for key in dict.fromkeys((*_SPANS, *_CATEGORIES)):
        value = record.get(key)
        for entry in [value] if isinstance(value, str) and key != "entities" else listing(record, key):
            if isinstance(entry, str) and key in _CATEGORIES:
                labels.append(entry)
            else:
                _entity(marks, key, entry, place)
    for relation in listing(record, "relations"):
        if not isinstance(relation, dict):
            wrong("relations", relation, "an object")
        head, tail = (_id(key, relation.get(key)) for key in ("from_id", "to_id"))
        mark = None if relation.get("id") is None else _id("id", relation["id"])
        marks.relation(text_of("type", relation.get("type")), head, tail, mark)
    for key in _COMMENTS:
        for comment in listing(record, key):
            marks.remark(annotator, text_of(key, comment))
    return labels


def _entity(marks: Marks, key: str, entry: Any, place: Place) -> None:
    mark = surface = None
    if isinstance(entry, dict):
        if entry.get("id") is not None:
            mark = _id("id", entry["id"])
        surface = entry.get("text") if isinstance(entry.get("text"), str) else None
        start, end, label = entry.get("start_offset"), entry.get("end_offset"), entry.get("label")
    elif isinstance(entry, list) and len(entry) == 3:
        start, end, label = entry
    else:
        wrong(key, entry, "[start, end, label]")
    at = place(whole("start_offset", start), whole("end_offset", end))
    name = str(label) if key == "annotations" and type(label) is int else text_of("label", label)
    marks.entity(name, *at, mark, surface)


def _id(key: str, value: Any) -> str:
    return value if isinstance(value, str) else str(whole(key, value))


def _samples(path: Path, encoding: str | None) -> Iterator[Sample]:
    """Yield the texts with their ranges; what is no range is left for `parse` to reject."""
    for raw in json_records(path, encoding):
        if isinstance(raw, Problem):
            continue
        try:
            record = orjson.loads(raw.data)
        except orjson.JSONDecodeError:
            continue
        key = _text_key(record) if isinstance(record, dict) else None
        if key is None or record[key].isascii():
            continue
        ranges = [found for name in _SPANS for entry in _list(record.get(name)) if (found := _range(entry))]
        if ranges:
            yield Sample(record[key], ranges)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _range(entry: Any) -> tuple[int, int, str | None] | None:
    surface = None
    if isinstance(entry, dict):
        start, end = entry.get("start_offset"), entry.get("end_offset")
        surface = entry.get("text") if isinstance(entry.get("text"), str) else None
    elif isinstance(entry, list) and len(entry) == 3:
        start, end, _ = entry
    else:
        return None
    return (start, end, surface) if type(start) is int and type(end) is int else None


def _told(source: str, verdict: Verdict) -> Problem | None:
    if not verdict.sure:
        return warning(
            source,
            "",
            "It cannot be told whether this file counts code points, UTF-16 units or graphemes; it was read as {unit}. "
            "Look at an article with emoji before you go on.",
            unit=NAMES[verdict.reading],
        )
    if verdict.reading == POINTS:
        return None
    return warning(
        source,
        "",
        "This file counts {unit}, not code points; {count} ranges were converted.",
        unit=NAMES[verdict.reading],
        count=verdict.differing,
    )
