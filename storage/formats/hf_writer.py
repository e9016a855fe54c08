"""Writing data sets for the `datasets` library: Parquet with its features, one row an article.

The offsets are code points, end exclusive.  The card (README.md) is the export's to write.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from ...models.errors import Message
from ...models.layer import Entity, Relation
from .contiguous import contiguous
from .contract import ExportDocument, Loss, LossSink, NotTheSame, WriteOptions, Written
from .parquet_features import require_pyarrow, schema_of
from .writing import report_counts

FOLDER = "data"
_ROWS = 500  # in a row group; what is held at once

Row = dict[str, Any]


class HfWriter:
    """Writes `data/NAME.parquet`."""

    one_layer = True

    def needs_folder(self, options: WriteOptions) -> bool:
        """Return True: the files lie in a folder of their own, beside the card."""
        return True

    def write(
        self, documents: Iterable[ExportDocument], folder: Path, name: str, options: WriteOptions, sink: LossSink
    ) -> list[Written]:
        """Write the rows and read them all back."""
        require_pyarrow()
        import pyarrow as pa
        import pyarrow.parquet as pq

        labels = _labels(options)
        schema = schema_of(list(labels))
        path = folder / FOLDER / f"{name}.parquet"
        path.parent.mkdir(exist_ok=True)
        digests: list[bytes] = []
        with pq.ParquetWriter(path, schema, compression="zstd") as writer:
            for rows in _batched(row_of(document, labels, sink) for document in documents):
                digests += map(_digest, rows)
                writer.write_batch(pa.RecordBatch.from_pylist(rows, schema))
        _prove(path, digests)
        return [Written(path, len(digests))]

    def preview(self, document: ExportDocument, options: WriteOptions, sink: LossSink) -> str:
        """Return the article's row as JSON, with the labels' names."""
        labels = _labels(options)
        names = list(labels)
        row = row_of(document, labels, sink)
        row["entities"] = [{**entity, "label": names[entity["label"]]} for entity in row["entities"]]
        return json.dumps(row, ensure_ascii=False, indent=1) + "\n"


def _labels(options: WriteOptions) -> dict[str, int]:
    """Return the number of each label; every part of a split must have the same ones, so the schema tells them."""
    return {label: number for number, label in enumerate(options.schema.entity_types if options.schema else ())}


def row_of(document: ExportDocument, labels: dict[str, int], sink: LossSink) -> Row:
    """Return an article's row; what has no place in it goes to *sink*."""
    article = document.article
    entities: list[Row] = []
    relations: list[Row] = []
    for layer in document.layers:
        marks = contiguous(article, layer, sink, labels)
        for entity in marks.entities:
            entities.append(
                {
                    "id": entity.id,
                    "label": labels[entity.label],
                    "start": entity.start,
                    "end": entity.end,
                    "origin": entity.origin,
                }
            )
        relations += [{"id": r.id, "label": r.label, "head": r.head, "tail": r.tail} for r in marks.relations]
        both: list[Entity | Relation] = [*layer.entities.values(), *layer.relations.values()]
        report_counts(
            article.id,
            sink,
            attributes=sum(1 for mark in both if mark.attributes),
            notes=len(layer.notes) + sum(1 for mark in both if mark.note),
            chains=len(layer.chains),
            labels=len(layer.head.labels),
        )
        if scored := sum(1 for mark in both if mark.score is not None or mark.votes):
            why = Message("This format holds no scores and votes; {count} marks have some.", count=scored)
            sink.lost(Loss(article.id, "scores", why))
    return {"id": article.id, "text": article.text, "entities": entities, "relations": relations}


def _batched(rows: Iterable[Row]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _ROWS:
            yield batch
            batch = []
    if batch:
        yield batch


def _digest(row: Row) -> bytes:
    return sha256(repr(row).encode()).digest()


def _prove(path: Path, digests: list[bytes]) -> None:
    """Compare what is read back with what went in."""
    import pyarrow.parquet as pq

    wanted = iter(digests)
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(_ROWS):
            for row in batch.to_pylist():
                if _digest(row) != next(wanted, None):
                    raise _differs(row["id"])
    if next(wanted, None) is not None:
        raise _differs(path.name)


def _differs(what: str) -> NotTheSame:
    return NotTheSame(
        "“{article}” was read back differently from how it was written. {reason}", article=what, reason=""
    )
