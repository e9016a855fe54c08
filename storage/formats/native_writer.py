"""Writing the native format: fixed order of keys and marks, so that the same values give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, BinaryIO

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
from .contract import Document, ExportDocument, LossSink, NotTheSame, Raw, ReadOptions, WriteOptions, Written
from .native import VERSION, NativeReader

_PROOF_EVERY = 256  # articles that are held until they were read back
_READ = ReadOptions(annotator="")


class NativeWriter:
    """Writes `khaotag` files; nothing is lost."""

    one_layer = False

    def needs_folder(self, options: WriteOptions) -> bool:
        """Return False: there is one file."""
        return False

    def write(
        self, documents: Iterable[ExportDocument], folder: Path, name: str, options: WriteOptions, sink: LossSink
    ) -> list[Written]:
        """Write `NAME.jsonl`, each batch of lines read back from the file before the next."""
        path = folder / f"{name}.jsonl"
        count = 0
        with path.open("wb") as file, path.open("rb") as back:
            batch: list[tuple[ExportDocument, int]] = []
            for document in documents:
                batch.append((document, file.write(native_line(document))))
                count += 1
                if len(batch) == _PROOF_EVERY:
                    _prove(batch, file, back)
                    batch = []
            _prove(batch, file, back)
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
    _fill(record, "sources", [source_record(source) for source in sorted(article.sources, key=_source_key)])
    _fill(record, "meta", dict(sorted(article.meta.items())))
    if article.state.repaired:
        _fill(record, "tokenizer", article.state.tokenizer)
        record["tokens"] = document.tokens()
    excluded = sorted(article.state.excluded, key=_exclusion_key)
    _fill(record, "excluded", [exclusion_record(exclusion) for exclusion in excluded])
    _fill(record, "layers", [_layer(layer, article) for layer in sorted(document.layers, key=_layer_key)])
    return orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)


def _source_key(source: Source) -> tuple[str, str, str]:
    return source.name or "", source.url or "", source.published or ""


def _exclusion_key(exclusion: Exclusion) -> tuple[int, int, str, str]:
    return exclusion.start, exclusion.end, exclusion.reason or "", exclusion.state


def _layer_key(layer: Layer) -> tuple[bool, str]:
    return layer.annotator == GOLD, layer.annotator


def _note_key(note: Note) -> tuple[str, str, bool]:
    return note.by, note.text, note.resolved


def _fill(record: dict[str, Any], key: str, value: object) -> None:
    if value:
        record[key] = value


def _layer(layer: Layer, article: Article) -> dict[str, Any]:
    text = article.text
    record: dict[str, Any] = {"annotator": layer.annotator, "status": layer.head.status}
    _fill(record, "labels", sorted(layer.head.labels))
    _fill(record, "notes", [note_record(note) for note in sorted(layer.notes.values(), key=_note_key)])
    _fill(record, "entities", [entity_record(e, text[e.start : e.end]) for e in layer.sorted_entities()])
    _fill(record, "relations", [relation_record(relation) for _, relation in sorted(layer.relations.items())])
    _fill(record, "chains", [chain_record(chain) for _, chain in sorted(layer.chains.items())])
    _fill(record, "meta", layer.head.meta)
    return record


def _prove(batch: list[tuple[ExportDocument, int]], file: BinaryIO, back: BinaryIO) -> None:
    file.flush()
    for document, size in batch:
        parsed = NativeReader().parse(Raw("", "", back.read(size)), _READ)
        if parsed.problems or not parsed.documents or not _same(document, parsed.documents[0]):
            raise NotTheSame(
                "“{article}” was read back differently from how it was written. {reason}",
                article=document.article.id,
                reason=parsed.problems[0].reason if parsed.problems else "",
            )


def _same(document: ExportDocument, read: Document) -> bool:
    one, other = document.article, read.article
    return (
        (one.id, one.text, one.title, one.meta) == (other.id, other.text, other.title, other.meta)
        and sorted(one.sources, key=_source_key) == list(other.sources)
        and sorted(one.state.excluded, key=_exclusion_key) == list(other.state.excluded)
        and len(document.layers) == len(read.layers)
        and all(map(_same_layer, sorted(document.layers, key=_layer_key), read.layers))
    )


def _same_layer(one: Layer, other: Layer) -> bool:
    return (
        one.annotator == other.annotator
        and one.head.status == other.head.status
        and sorted(one.head.labels) == list(other.head.labels)
        and _same_marks(one.entities, other.entities)
        and _same_marks(one.relations, other.relations)
        and one.chains == other.chains
        and sorted(map(_note_key, one.notes.values())) == sorted(map(_note_key, other.notes.values()))
    )


def _same_marks(mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> bool:
    # an empty note is not written
    return mine == theirs or {key: mark._replace(note=mark.note or None) for key, mark in mine.items()} == theirs
