"""Prodigy: a text with spans and relations, one line for each text and annotator.

{"text": "นายกฯ พบ ส.ส.", "tokens": [{"text": "นายกฯ", "start": 0, "end": 5, "id": 0, "ws": true}, …],
 "spans": [{"start": 0, "end": 5, "token_start": 0, "token_end": 0, "label": "PERSON"}],
 "relations": [{"head": 0, "child": 2, "label": "MET"}], "answer": "accept", "_annotator_id": "noi"}

`token_end` is included; a relation names the last token of either end.  Only what was accepted is taken over.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...models.errors import BadInput
from ...models.records import listing, mapping, optional_string, string, wrong
from .contract import Document, Parsed, Problem, Raw, ReadOptions
from .ground import Ground
from .json_marks import MENTION, Marks, article_of, whole
from .json_records import first_record, json_records, record_of
from .json_values import json_object
from .reading import rejected
from .token_places import TokenPlaces

_ANSWERS = ("accept", "reject", "ignore")
_HASHES = ("_input_hash", "_task_hash", "_session_id", "_view_id")
_OWN = frozenset(
    ("text", "tokens", "spans", "relations", "answer", "accept", "options", "label", "meta", "html", "config")
)


class ProdigyReader:
    """Reads what Prodigy exports and imports; each annotator has a line of the same text, which the import joins."""

    suffixes: tuple[str, ...] = ()

    def sniff(self, path: Path, head: bytes) -> bool:
        """Tell by the first record: a text with Prodigy's own keys, or with spans that are objects."""
        try:
            record = json_object(first_record(path, head))
        except BadInput:
            return False
        if not isinstance(record.get("text"), str):
            return False
        spans = record.get("spans")
        of_objects = isinstance(spans, list) and all(isinstance(span, dict) and "start" in span for span in spans)
        return of_objects or record.get("answer") in _ANSWERS or any(key in record for key in _HASHES)

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: a file stands alone."""
        return ()

    def split(self, path: Path, options: ReadOptions) -> Iterator[Raw | Problem]:
        """Yield the records."""
        return json_records(path, options.encoding)

    def parse(self, raw: Raw, options: ReadOptions) -> Parsed:
        """Read one record; whatever is wrong in it rejects it whole."""
        ground = Ground(raw.source, raw.record)
        try:
            record = record_of(raw.data)
            document = _document(record, ground, options.annotator)
        except BadInput as error:
            return Parsed([], [rejected(raw.source, raw.record, error)])
        return Parsed([document], ground.warnings)


def _document(record: dict[str, Any], ground: Ground, annotator: str) -> Document:
    ground.lay(string(record, "text"))
    fields = {key: value for key, value in record.items() if key not in _OWN and not key.startswith("_")}
    document = article_of(fields, ground, record.get("meta"))
    answer = record.get("answer", "accept")
    if answer not in _ANSWERS:
        wrong("answer", answer, "accept, reject or ignore")
    if not any(key in record for key in ("spans", "relations", "answer", "accept", "label")):
        return document
    marks = _Spans(ground, record)
    if answer != "accept":
        ground.warn(
            "The answer is “{answer}”: {count} spans and relations of it are not taken over.",
            answer=answer,
            count=len(marks.marks.entities) + len(marks.marks.relations),
        )
        return document
    by = optional_string(record, "_annotator_id") or optional_string(record, "_session_id") or annotator
    return document._replace(layers=(marks.marks.layer(by, _labels(record), "done" if "answer" in record else None),))


def _labels(record: dict[str, Any]) -> list[str]:
    """Return the labels of the whole text: those chosen among options, or the one that was put to the annotator."""
    chosen = [str(label) for label in listing(record, "accept") if isinstance(label, str | int)]
    label = optional_string(record, "label")
    return [*chosen, label] if label else chosen


class _Spans:
    """The spans of a record as entities, found again by what a relation tells of its ends."""

    def __init__(self, ground: Ground, record: dict[str, Any]) -> None:
        self.marks = Marks(ground)
        self._tokens = _places(record, ground)
        self._last: dict[int, list[str]] = {}
        self._at: dict[tuple[Any, ...], str] = {}
        for span in listing(record, "spans"):
            self._add(span)
        for relation in listing(record, "relations"):
            if not isinstance(relation, dict):
                wrong("relations", relation, "an object")
            head, tail = (self._end(relation, key) for key in ("head", "child"))
            self.marks.relation(string(relation, "label"), head, tail)

    def _add(self, span: Any) -> str:
        if not isinstance(span, dict):
            wrong("spans", span, "an object")
        first, last = span.get("token_start"), span.get("token_end")
        if span.get("start") is None and self._tokens and first is not None:
            start, end = self._tokens.span(first, last)
        else:
            start, end = whole("start", span.get("start")), whole("end", span.get("end"))
        mark, surface = (optional_string(span, key) for key in ("id", "text"))
        label = string(span, "label")
        mark = self.marks.entity(label, start, end, mark, surface)
        if type(last) is int:
            self._last.setdefault(last, []).append(mark)
        for key in ((start, end, label), (start, end)):
            self._at.setdefault(key, mark)
        return mark

    def _end(self, relation: dict[str, Any], key: str) -> str:
        """Return the entity at one end: by its id or range where they are told, else by its last token.

        A word that a relation joins need not be a span: then it becomes an entity of its own.
        """
        told = mapping(relation, f"{key}_span")
        mark = optional_string(told, "id")
        if mark in self.marks.entities:
            return str(mark)
        place = tuple(None if told.get(edge) is None else whole(edge, told[edge]) for edge in ("start", "end"))
        found = self._at.get((*place, optional_string(told, "label"))) or self._at.get(place)
        if found:
            return found
        last = whole(key, relation.get(key))
        ends = self._last.get(last, [])
        if not ends and None not in place:
            return self._add({**told, "label": optional_string(told, "label") or MENTION})
        if not ends:
            raise BadInput("No span ends with the token {token}, which a relation names.", token=last)
        # a token alone cannot tell nested spans apart that end with it; the widest is the one a reader sees first
        return min(ends, key=lambda mark: self.marks.entities[mark].start)


def _places(record: dict[str, Any], ground: Ground) -> TokenPlaces | None:
    tokens = listing(record, "tokens")
    if not all(isinstance(token, dict) for token in tokens):
        wrong("tokens", tokens, "a list of objects")
    found = [(whole("start", token.get("start")), whole("end", token.get("end"))) for token in tokens]
    for (start, end), token in zip(found, tokens, strict=True):
        word = token.get("text")
        if start < 0 or (isinstance(word, str) and ground.raw[start:end] != word):
            raise BadInput(
                "The token “{word}” is not what the text has from {start} to {end}.",
                word=str(word)[:60],
                start=start,
                end=end,
            )
    return TokenPlaces(found) if found else None
