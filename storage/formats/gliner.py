"""GLiNER: lists of tokens with entities as indices, the last one included; relations name places in that list.

{"tokenized_text": ["นายกฯ", " ", "พบ"], "ner": [[0, 0, "PERSON"]], "relations": [[0, 1, "MET"]]}

Files that Khaotag wrote have the text too, and where each token lies in it; without these, the tokens are joined.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...models.errors import BadInput
from ...models.records import listing, wrong
from .contract import Parsed, Problem, Raw, ReadOptions
from .ground import Ground
from .json_marks import Marks, article_of, text_of, whole
from .json_records import first_record, json_records, record_of
from .json_values import json_object
from .reading import rejected
from .rebuilt_text import rebuilt
from .token_places import TokenPlaces, aligned, given_places, words_of

WORDS, ENTITIES, RELATIONS, PLACES = "tokenized_text", "ner", "relations", "offsets"
_OWN = frozenset((WORDS, ENTITIES, RELATIONS, PLACES, "text", "meta"))


class GlinerReader:
    """Reads training data of GLiNER, in a list or in lines; the annotator is whoever imports the file."""

    suffixes: tuple[str, ...] = ()

    def sniff(self, path: Path, head: bytes) -> bool:
        """Tell by the first record: tokens under the name that GLiNER has for them."""
        try:
            record = json_object(first_record(path, head))
        except BadInput:
            return False
        return isinstance(record.get(WORDS), list)

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
            places = _lay(record, ground)
            fields = {key: value for key, value in record.items() if key not in _OWN}
            document = article_of(fields, ground, record.get("meta"))
            marks = Marks(ground)
            _mark(marks, record, TokenPlaces(places))
        except BadInput as error:
            return Parsed([], [rejected(raw.source, raw.record, error)])
        return Parsed([document._replace(layers=(marks.layer(options.annotator),))], ground.warnings)


def _lay(record: dict[str, Any], ground: Ground) -> list[tuple[int, int]]:
    """Lay the text of a record and return where its tokens lie."""
    words = words_of(WORDS, record.get(WORDS))
    text = record.get("text")
    if not isinstance(text, str):
        text, places = rebuilt([words])
        ground.lay(text)
        return places
    ground.lay(text)
    if PLACES in record:
        return given_places(PLACES, record[PLACES], words, text)
    found = aligned(words, text)
    if found is None:
        raise BadInput("The tokens are not those of the text.")
    return found


def _mark(marks: Marks, record: dict[str, Any], tokens: TokenPlaces) -> None:
    ids = []
    for entry in listing(record, ENTITIES):
        if not isinstance(entry, list) or len(entry) < 3:
            wrong(ENTITIES, entry, "[first, last, label]")
        ids.append(marks.entity(text_of("label", entry[2]), *tokens.span(entry[0], entry[1])))
    for entry in listing(record, RELATIONS):
        if not isinstance(entry, list) or len(entry) != 3:
            wrong(RELATIONS, entry, "[head, tail, label]")
        head, tail = (_id(ids, end) for end in entry[:2])
        marks.relation(text_of("label", entry[2]), head, tail)


def _id(ids: list[str], index: Any) -> str:
    at = whole(RELATIONS, index)
    if not 0 <= at < len(ids):
        raise BadInput("A relation names the entity {index}; there are {count}.", index=at, count=len(ids))
    return ids[at]
