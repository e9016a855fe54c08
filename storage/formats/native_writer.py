"""Writing the native format: fixed order of keys and marks, so that the same values give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import orjson

from ...models.article import Article, Exclusion, Source
from ...models.layer import GOLD, Layer, Note
from ...models.records import (
    chain_record,
    entity_record,
    exclusion_record,
    note_record,
    relation_record,
    source_record,
)
from .contract import ExportDocument, LossSink, WriteOptions, Written
from .native import VERSION
from .native_proof import NativeProof


class NativeWriter:
    """Writes `khaotag` files; nothing is lost."""

    one_layer = False

    def needs_folder(self, options: WriteOptions) -> bool:
        """Return False: there is one file."""
        return False

    def write(
        self, documents: Iterable[ExportDocument], folder: Path, name: str, options: WriteOptions, sink: LossSink
    ) -> list[Written]:
        """Write `NAME.jsonl`, every line of it read back and compared."""
        path = folder / f"{name}.jsonl"
        count = 0
        with path.open("wb") as file:
            proof = NativeProof(path, file)
            try:
                for document in documents:
                    proof.add(document, file.write(native_line(document)))
                    count += 1
                proof.end()
            finally:
                proof.give_up()
        return [Written(path, count)]

    def preview(self, document: ExportDocument, options: WriteOptions, sink: LossSink) -> str:
        """Return the article's line."""
        return native_line(document).decode()


def native_line(document: ExportDocument) -> bytes:
    """Return the line of an article, with its line feed."""
    article = document.article
    record: dict[str, Any] = {"khaotag": VERSION, "id": article.id}
    if article.title:
        record["title"] = article.title
    record["text"] = article.text
    _fill(record, "sources", [source_record(source) for source in sorted(article.sources, key=source_key)])
    _fill(record, "meta", dict(sorted(article.meta.items())))
    if article.state.repaired:
        _fill(record, "tokenizer", article.state.tokenizer)
        record["tokens"] = document.tokens()
    excluded = sorted(article.state.excluded, key=_exclusion_key)
    _fill(record, "excluded", [exclusion_record(exclusion) for exclusion in excluded])
    _fill(record, "layers", [layer_record(layer, article) for layer in sorted(document.layers, key=_layer_key)])
    return orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)


def source_key(source: Source) -> tuple[str, str, str]:
    """Return where a source comes in the fixed order."""
    return source.name or "", source.url or "", source.published or ""


def _exclusion_key(exclusion: Exclusion) -> tuple[int, int, str, str]:
    return exclusion.start, exclusion.end, exclusion.reason or "", exclusion.state


def _layer_key(layer: Layer) -> tuple[bool, str]:
    return layer.annotator == GOLD, layer.annotator


def note_key(note: Note) -> tuple[str, str, bool]:
    """Return where a note comes in the fixed order."""
    return note.by, note.text, note.resolved


def _fill(record: dict[str, Any], key: str, value: object) -> None:
    if value:
        record[key] = value


def layer_record(layer: Layer, article: Article) -> dict[str, Any]:
    """Return a layer's object, marks in the fixed order, each with its slice."""
    text = article.text
    record: dict[str, Any] = {"annotator": layer.annotator, "status": layer.head.status}
    _fill(record, "labels", sorted(layer.head.labels))
    _fill(record, "notes", [note_record(note) for note in sorted(layer.notes.values(), key=note_key)])
    _fill(record, "entities", [entity_record(e, text[e.start : e.end]) for e in layer.sorted_entities()])
    _fill(record, "relations", [relation_record(relation) for _, relation in sorted(layer.relations.items())])
    _fill(record, "chains", [chain_record(chain) for _, chain in sorted(layer.chains.items())])
    _fill(record, "meta", layer.head.meta)
    return record
