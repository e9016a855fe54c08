"""The native format: JSON Lines, one article a line, lossless for annotations.

{"khaotag":1,"id":"a-…","text":"นายกฯ ลงพื้นที่","layers":[{"annotator":"somchai","status":"done",
 "entities":[{"id":"e1","label":"PERSON","start":0,"end":5,"text":"นายกฯ","origin":"human"}]}]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...models.article import Article, ArticleState, Exclusion, Source
from ...models.errors import BadInput
from ...models.layer import Layer
from ...models.records import (
    exclusion_from,
    listing,
    meta_of,
    optional_string,
    source_from,
    string,
    wrong,
)
from ...models.text import default_id, text_hash
from ...models.tokens import Token
from .contract import MAX_ENTITIES, Document, Parsed, Problem, Raw, ReadOptions
from .ground import Ground, range_on
from .json_values import check_depth, json_object
from .native_layers import layer_from
from .reading import json_lines, rejected

VERSION = 1
_KEYS = frozenset(
    (
        "khaotag",
        "id",
        "title",
        "text",
        "sources",
        "source",
        "meta",
        "tokenizer",
        "tokens",
        "excluded",
        "layers",
    )
)
_OWN = re.compile(rb'\s*(\xef\xbb\xbf)?\{\s*"khaotag"\s*:')
_LAYERS = re.compile(rb'"layers"\s*:\s*\[\s*\{')


class NativeReader:
    """Reads `khaotag` files."""

    suffixes: tuple[str, ...] = (".khaotag.jsonl",)

    def sniff(self, path: Path, head: bytes) -> bool:
        """Tell by the first key, or by layers in any line: a plain line among them loses nothing when read so."""
        head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
        return _OWN.match(head) is not None or (head.startswith(b"{") and _LAYERS.search(head) is not None)

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: a file stands alone."""
        return ()

    def split(self, path: Path, options: ReadOptions) -> Iterator[Raw | Problem]:
        """Yield the lines."""
        return json_lines(path, options.encoding)

    def parse(self, raw: Raw, options: ReadOptions) -> Parsed:
        """Read one line; whatever is wrong in it rejects it whole."""
        ground = Ground(raw.source, raw.record)
        try:
            document = document_from(json_object(raw.data), ground, options.annotator)
        except BadInput as error:
            return Parsed([], [rejected(raw.source, raw.record, error)])
        return Parsed([document], ground.warnings)


def document_from(record: dict[str, Any], ground: Ground, annotator: str) -> Document:
    """Return the article of a line's object; layers that name nobody are *annotator*'s; BadInput rejects it whole."""
    version = record.get("khaotag", VERSION)
    if version != VERSION:
        raise BadInput(
            "The line is of version {version} of the format; this program reads version {known}.",
            version=repr(version)[:20],
            known=VERSION,
        )
    ground.lay(string(record, "text"))
    meta = meta_of(record, _KEYS)
    if meta:
        check_depth(meta, 2)
    given = optional_string(record, "id")
    tokens, tokenizer = _tokens(record, ground), optional_string(record, "tokenizer")
    layers = _layers(record, ground, annotator)
    article = Article(
        given or default_id(text_hash(ground.text)),
        ground.text,
        string(record, "title", ""),
        _sources(record),
        meta,
        ArticleState(_excluded(record, ground)),
    )
    return Document(article, layers, given is not None, tokens, tokenizer)


def _layers(record: dict[str, Any], ground: Ground, annotator: str) -> tuple[Layer, ...]:
    layers: dict[str, Layer] = {}
    for entry in listing(record, "layers"):
        layer = layer_from(entry, ground, annotator)
        if layer.annotator in layers:
            raise BadInput("Two layers belong to the same annotator “{annotator}”.", annotator=layer.annotator)
        layers[layer.annotator] = layer
    count = sum(len(layer.entities) for layer in layers.values())
    if count > MAX_ENTITIES:
        raise BadInput("The article has {count} entities; the limit is {limit}.", count=count, limit=MAX_ENTITIES)
    return tuple(layers.values())


def _sources(record: dict[str, Any]) -> tuple[Source, ...]:
    entries = listing(record, "sources")
    if record.get("source"):
        entries = [*entries, record["source"]]
    return tuple(_source(entry) for entry in entries)


def _source(entry: Any) -> Source:
    if isinstance(entry, str):
        return Source(name=entry)
    if not isinstance(entry, dict):
        wrong("sources", entry, "an object")
    source = source_from(entry)
    if source.meta:
        check_depth(source.meta, 4)
    return source


def _excluded(record: dict[str, Any], ground: Ground) -> tuple[Exclusion, ...]:
    found = []
    for entry in listing(record, "excluded"):
        if not isinstance(entry, dict):
            wrong("excluded", entry, "an object")
        exclusion = exclusion_from(entry)
        if exclusion.meta:
            check_depth(exclusion.meta, 4)
        start, end = range_on(ground, exclusion.start, exclusion.end, "an excluded stretch")
        found.append(exclusion._replace(start=start, end=end))
    return tuple(found)


def _tokens(record: dict[str, Any], ground: Ground) -> tuple[Token, ...] | None:
    entries = listing(record, "tokens")
    if not entries:
        return None
    found: list[Token] = []
    for pair in entries:
        if not isinstance(pair, list) or len(pair) != 2 or type(pair[0]) is not int or type(pair[1]) is not int:
            wrong("tokens", pair, "a pair of whole numbers")
        start, end = range_on(ground, pair[0], pair[1], "a token")
        if found and start < found[-1][1]:
            raise BadInput("The tokens overlap or are out of order at {at}.", at=start)
        found.append((start, end))
    return tuple(found)
