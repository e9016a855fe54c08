"""DyGIE++ and SciERC: sentences of tokens, with entities, relations and clusters as indices into the whole document.

{"doc_key": "a-1", "sentences": [["นายกฯ", "พบ", "ส.ส."]], "ner": [[[0, 0, "PERSON"], [2, 2, "PERSON"]]],
 "relations": [[[0, 0, 2, 2, "MET"]]], "clusters": [[[0, 0], [2, 2]]]}

The last index is included.  What Khaotag adds stands under names with an underscore, one entry a sentence, as DyGIE++
asks: `_text` has the text from the end of the sentence before, `_offsets` where each token lies in the whole text,
`_relation_ends` which entities of the sentence each relation joins, for two may lie on the same tokens.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from ...models.errors import BadInput
from ...models.records import listing, wrong
from .contract import Parsed, Problem, Raw, ReadOptions
from .ground import Ground
from .json_marks import MENTION, Marks, article_of, text_of, whole
from .json_records import first_record, json_records, record_of
from .json_values import json_object
from .reading import rejected
from .rebuilt_text import rebuilt
from .token_places import TokenPlaces, given_places, words_of

TEXT, PLACES, ENDS = "_text", "_offsets", "_relation_ends"
_MARKS = ("ner", "relations", "clusters", "events", "event_clusters")
_OWN = frozenset(("doc_key", "sentences", *_MARKS, TEXT, PLACES, ENDS))

Span = tuple[int, int]


class DygieReader:
    """Reads documents of DyGIE++, one a line; the annotator is whoever imports the file."""

    suffixes: tuple[str, ...] = ()

    def sniff(self, path: Path, head: bytes) -> bool:
        """Tell by the first record: sentences that are lists of tokens."""
        try:
            record = json_object(first_record(path, head))
        except BadInput:
            return False
        sentences = record.get("sentences")
        return isinstance(sentences, list) and bool(sentences) and isinstance(sentences[0], list)

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: a file stands alone."""
        return ()

    def split(self, path: Path, options: ReadOptions) -> Iterator[Raw | Problem]:
        """Yield the records."""
        return json_records(path, options.encoding)

    def parse(self, raw: Raw, options: ReadOptions) -> Parsed:
        """Read one document; whatever is wrong in it rejects it whole."""
        ground = Ground(raw.source, raw.record)
        try:
            record = record_of(raw.data)
            tokens = TokenPlaces(_lay(record, ground))
            fields = {key: value for key, value in record.items() if key not in _OWN}
            document = article_of({**fields, "id": record.get("doc_key")}, ground)
            marks = _DocumentMarks(ground, tokens)
            marks.take(record)
        except BadInput as error:
            return Parsed([], [rejected(raw.source, raw.record, error)])
        return Parsed([document._replace(layers=(marks.marks.layer(options.annotator),))], ground.warnings)


def _lay(record: dict[str, Any], ground: Ground) -> list[Span]:
    sentences = [words_of("sentences", sentence) for sentence in listing(record, "sentences")]
    parts = record.get(TEXT)
    if not isinstance(parts, list):
        text, places = rebuilt(sentences)
        ground.lay(text)
        return places
    ground.lay("".join(text_of(TEXT, part) for part in parts))
    given = listing(record, PLACES)
    if not all(isinstance(part, list) for part in given):
        wrong(PLACES, given, "a list of lists")
    return given_places(PLACES, [*chain.from_iterable(given)], [*chain.from_iterable(sentences)], ground.raw)


class _DocumentMarks:
    """Gathers the marks of a document; the first entity on a pair of tokens stands for it where no other is named."""

    def __init__(self, ground: Ground, tokens: TokenPlaces) -> None:
        self.marks = Marks(ground)
        self._ground = ground
        self._tokens = tokens
        self._on: dict[Span, str] = {}
        self._added = 0

    def take(self, record: dict[str, Any]) -> None:
        """Add the entities, then the relations and clusters that name them."""
        sentences = [[self._entity(entry) for entry in _list("ner", sentence)] for sentence in listing(record, "ner")]
        ends = record.get(ENDS)
        for number, sentence in enumerate(listing(record, "relations")):
            named = ends[number] if isinstance(ends, list) and number < len(ends) else None
            for nth, entry in enumerate(_list("relations", sentence)):
                pair = named[nth] if isinstance(named, list) and nth < len(named) else None
                self._relation(entry, pair, sentences[number] if number < len(sentences) else [])
        for cluster in listing(record, "clusters"):
            self.marks.chain([self._mention("clusters", entry) for entry in _list("clusters", cluster)])
        if events := sum(1 for sentence in listing(record, "events") if sentence):
            self._ground.warn("{count} sentences have events, which are not read.", count=events)
        if self._added:
            self._ground.warn(
                "{count} spans that relations or clusters name are no entities of the file; added as {label}.",
                count=self._added,
                label=MENTION,
            )

    def _entity(self, entry: Any) -> str:
        if not isinstance(entry, list) or len(entry) < 3:
            wrong("ner", entry, "[first, last, label]")
        mark = self.marks.entity(text_of("label", entry[2]), *self._tokens.span(entry[0], entry[1]))
        self._on.setdefault((entry[0], entry[1]), mark)
        return mark

    def _mention(self, key: str, entry: Any) -> str:
        if not isinstance(entry, list) or len(entry) != 2:
            wrong(key, entry, "[first, last]")
        span = self._tokens.span(*entry)
        first, last = entry
        if (first, last) not in self._on:
            self._on[first, last] = self.marks.entity(MENTION, *span)
            self._added += 1
        return self._on[first, last]

    def _relation(self, entry: Any, pair: Any, sentence: list[str]) -> None:
        if not isinstance(entry, list) or len(entry) < 5:
            wrong("relations", entry, "[first, last, first, last, label]")
        head, tail = self._mention("relations", entry[:2]), self._mention("relations", entry[2:4])
        if pair is not None:
            if not isinstance(pair, list) or len(pair) != 2:
                wrong(ENDS, pair, "a pair of whole numbers")
            head, tail = (_id(sentence, end) for end in pair)
        self.marks.relation(text_of("label", entry[4]), head, tail)


def _list(key: str, value: Any) -> list[Any]:
    if not isinstance(value, list):
        wrong(key, value, "a list")
    return value


def _id(ids: list[str], index: Any) -> str:
    at = whole(ENDS, index)
    if not 0 <= at < len(ids):
        raise BadInput("A relation names the entity {index}; there are {count}.", index=at, count=len(ids))
    return ids[at]
