"""Thai N-NER: a JSON list of sentences, words in a list, entities as [first, after) of them, nested at will.

[{"sentence_id": 0, "tokens": ["นาย", "_", "ก้อง"], "entities": [{"span": [0, 3], "entity_type": "person",
  "text": "นาย _ ก้อง"}]}]

A word “_” is a space; words are put together without anything between them.  The same span may have two labels, or the
same one twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

from ...models.article import Article
from ...models.errors import BadInput, KhaotagError
from ...models.layer import Entity, Layer, LayerHead
from ...models.leftovers import title_of
from ...models.records import listing, meta_of, optional_string, string, strings, wrong
from ...models.text import default_id, text_hash
from .contract import MAX_ENTITIES, Document, Parsed, Problem, Raw, ReadOptions
from .ground import Ground, range_on
from .json_records import first_record, json_records
from .json_values import check_depth, json_object
from .reading import check_range, mark_id, rejected, source_of
from .token_text import spaced, tokens_at

# All but the first four say again what these say, or what no article has a place for.
_KEYS = frozenset(
    ("id", "meta", "tokens", "entities", "sentence_id", "text", "chars", "nested_conll", "tags", "boundary", "mask",
     "labels", "pos")
)  # fmt: skip
_WORDS = re.compile(rb'"tokens"\s*:\s*\[\s*["\]]')
_MARKS = re.compile(rb'"entities"\s*:\s*\[')
_OWN = re.compile(rb'"entity_type"\s*:|"sentence_id"\s*:')
_GAPS = re.compile(r"[\s_]+")


class ThaiNnerReader:
    """Reads the corpus's JSON; whatever is wrong in a sentence rejects it whole."""

    suffixes: tuple[str, ...] = (".nner.json",)

    def sniff(self, path: Path, head: bytes) -> bool:
        """Tell by the keys of the first sentence."""
        record = first_record(path, head) or head
        return all(pattern.search(record) for pattern in (_WORDS, _OWN)) and (
            _MARKS.search(record) is not None or _MARKS.search(head) is not None
        )

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: a file stands alone."""
        return ()

    def split(self, path: Path, options: ReadOptions) -> Iterator[Raw | Problem]:
        """Yield the sentences."""
        return json_records(path, options.encoding)

    def parse(self, raw: Raw, options: ReadOptions) -> Parsed:
        """Read one sentence as an article."""
        ground = Ground(raw.source, raw.record)
        try:
            document = _document(json_object(raw.data), ground, options.annotator)
        except BadInput as error:
            return Parsed([], [rejected(raw.source, raw.record, error)])
        return Parsed([document], ground.warnings)


def _document(record: dict[str, Any], ground: Ground, annotator: str) -> Document:
    words = strings(record, "tokens")
    if not words:
        raise BadInput("There are no words in it, under “tokens”.")
    edges = list(accumulate((len(word) for word in words), initial=0))
    ground.lay("".join(map(spaced, words)))
    text = ground.text
    meta = {key: value for key, value in meta_of(record, _KEYS).items() if value is not None}
    check_depth(meta, 2)
    given = optional_string(record, "id")
    entities = _entities(record, ground, words, edges)
    article = Article(
        given or default_id(text_hash(text)), text, title_of(text), (source_of(Path(ground.source)),), meta
    )
    layer = Layer(annotator, LayerHead("in_progress" if entities else "todo"), entities)
    return Document(article, (layer,), given is not None, tokens_at(text, (ground.moved(edge) for edge in edges)))


def _entities(record: dict[str, Any], ground: Ground, words: Sequence[str], edges: Sequence[int]) -> dict[str, Entity]:
    entries = listing(record, "entities")
    if len(entries) > MAX_ENTITIES:
        raise BadInput(
            "The article has {count} entities; the limit is {limit}.", count=len(entries), limit=MAX_ENTITIES
        )
    found: dict[str, Entity] = {}
    twins: dict[str, int] = {}
    for number, entry in enumerate(entries, 1):
        try:
            if not isinstance(entry, dict):
                wrong("entities", entry, "an object")
            label = string(entry, "entity_type")
            start, end = _placed(entry, ground, words, edges)
        except KhaotagError as error:
            raise BadInput("Entity {number}: {reason}", number=number, reason=error.message) from None
        mark = mark_id(label, start, end)
        twins[mark] = nth = twins.get(mark, 0) + 1
        mark = mark if nth == 1 else f"{mark}~{nth}"
        found[mark] = Entity(mark, label, start, end)
    return found


def _placed(entry: dict[str, Any], ground: Ground, words: Sequence[str], edges: Sequence[int]) -> tuple[int, int]:
    """Return the range of an entity in the text, its own words compared with those it covers."""
    span = listing(entry, "span")
    if len(span) != 2 or type(span[0]) is not int or type(span[1]) is not int:
        wrong("span", entry.get("span"), "a pair of whole numbers")
    first, after = span
    if after > len(words):
        raise BadInput("The span ends at word {at}, but there are {count}.", at=after, count=len(words))
    check_range(first, after, len(words))
    surface = "".join(strings(entry, "text")) if isinstance(entry.get("text"), list) else optional_string(entry, "text")
    there = ground.raw[edges[first] : edges[after]]
    # tools differ in what they put between words
    if surface is not None and _GAPS.sub("", surface) != _GAPS.sub("", there):
        raise BadInput(
            "its text is “{surface}”, but the article has “{expected}” there.",
            surface=surface[:60],
            expected=there[:60],
        )
    if not string(entry, "entity_type"):
        raise BadInput("it has no label.")
    return range_on(ground, edges[first], edges[after], f"“{there[:60]}”")
