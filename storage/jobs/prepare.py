"""The part of an import that needs no database: parse, judge by the schema, and turn into rows. Runs in processes."""

from __future__ import annotations

import marshal
from hashlib import sha256
from typing import NamedTuple

from ...models.article import Article
from ...models.errors import Message
from ...models.layer import Layer, LayerHead
from ...models.schema import Schema
from ...models.tokens import Token
from ..formats.contract import Document, Problem, Raw, ReadOptions
from ..formats.registry import reader_named
from ..intake import NewLayer
from ..rows import layer_rows


class PreparedLayer(NamedTuple):
    """A layer as rows whose layer number is still 0.

    The rows are marshalled, which costs a fifth of pickling them on their way to the process that writes.
    """

    annotator: str
    head: LayerHead
    packed: bytes
    hash: int
    entities: int
    relations: int

    def unpacked(self) -> NewLayer:
        """Return the layer as the store takes it."""
        return NewLayer(self.annotator, self.head, marshal.loads(self.packed), self.hash, self.entities, self.relations)  # noqa: S302 - made by our own process


class Prepared(NamedTuple):
    """An article ready to be written; `unknown` are (kind, label) that the schema lacks."""

    source: str
    record: str
    article: Article
    given_id: bool
    text_hash: bytes
    raw_hash: bytes | None
    tokens: tuple[Token, ...] | None
    tokenizer: str | None
    layers: list[PreparedLayer]
    unknown: list[tuple[str, str]]
    problems: list[Problem]


class Piece(NamedTuple):
    """One raw record and the name of the format that reads it."""

    format: str
    raw: Raw


def prepare(pieces: list[Piece], options: ReadOptions, schema: Schema) -> list[Prepared | Problem]:
    """Return what became of each piece, in order."""
    results: list[Prepared | Problem] = []
    for piece in pieces:
        parsed = reader_named(piece.format).parse(piece.raw, options)
        results.extend(parsed.problems)
        data = piece.raw.data
        raw_hash = sha256(data).digest() if isinstance(data, bytes) and len(parsed.documents) == 1 else None
        for document in parsed.documents:
            results.append(_prepared(piece.raw, document, raw_hash, schema))
    return results


def _prepared(raw: Raw, document: Document, raw_hash: bytes | None, schema: Schema) -> Prepared:
    unknown: dict[tuple[str, str], None] = {}
    problems: list[Problem] = []
    layers: list[PreparedLayer] = []
    for layer in document.layers:
        _judge(raw, layer, schema, unknown, problems)
        rows, total = layer_rows(0, layer)
        layers.append(
            PreparedLayer(
                layer.annotator, layer.head, marshal.dumps(rows), total, len(layer.entities), len(layer.relations)
            )
        )
    text = document.article.text
    return Prepared(
        raw.source,
        raw.record,
        document.article,
        document.given_id,
        sha256(text.encode()).digest(),
        raw_hash,
        document.tokens,
        document.tokenizer,
        layers,
        list(unknown),
        problems,
    )


def _judge(
    raw: Raw, layer: Layer, schema: Schema, unknown: dict[tuple[str, str], None], problems: list[Problem]
) -> None:
    entity_types, relation_types = schema.entity_types, schema.relation_types
    for entity in layer.entities.values():
        if entity.label not in entity_types:
            unknown["entity", entity.label] = None
    for relation in layer.relations.values():
        kind = relation_types.get(relation.label)
        if kind is None:
            unknown["relation", relation.label] = None
            continue
        head, tail = layer.entities[relation.head].label, layer.entities[relation.tail].label
        if not kind.allows(head, tail):
            reason = Message(
                "The relation {id} of {annotator}: “{label}” may not lead from {head} to {tail}. "
                "It is kept, and listed by “khaotag check”.",
                id=relation.id,
                annotator=layer.annotator,
                label=relation.label,
                head=head,
                tail=tail,
            )
            problems.append(Problem(raw.source, raw.record, reason, rejected=False))
