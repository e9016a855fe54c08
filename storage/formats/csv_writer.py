"""Writing a table for spreadsheets: a row for each article, layer, entity and relation, as csv_marks has them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from ...models.layer import Layer
from .contract import ExportDocument, LossSink, NotTheSame, Problem, ReadOptions, WriteOptions, Written
from .csv_marks import COLUMNS, guarded
from .csv_rows import CsvReader, rows_in
from .holding import Holds, held
from .proven_lines import Line, prove, told_of

_HOLDS = Holds(discontinuous=True, relations=True, attributes=True, notes=True)
_PROOF_EVERY = 64  # articles that are held until they were read back
_READ = ReadOptions(annotator="")
_BOM = "\ufeff"  # without it, Excel takes Thai for the system's own encoding


class CsvWriter:
    """Writes every layer of the articles as rows."""

    one_layer = False

    def needs_folder(self, options: WriteOptions) -> bool:
        """Return False: there is one file."""
        return False

    def write(
        self, documents: Iterable[ExportDocument], folder: Path, name: str, options: WriteOptions, sink: LossSink
    ) -> list[Written]:
        """Write `NAME.csv`, each batch of articles read back from the file before the next."""
        path = folder / f"{name}.csv"
        count = 0
        header = _csv([COLUMNS])
        with path.open("wb") as file, path.open("rb") as back:
            back.seek(file.write((_BOM + header).encode()))
            batch: list[tuple[Line, int]] = []
            for document in documents:
                count += 1
                line = _line(document, sink)
                batch.append((line, file.write(_rows(line).encode())))
                if len(batch) == _PROOF_EVERY:
                    file.flush()
                    _prove(batch, header, back)
                    batch = []
            file.flush()
            _prove(batch, header, back)
        return [Written(path, count)]

    def preview(self, document: ExportDocument, options: WriteOptions, sink: LossSink) -> str:
        """Return the article's rows."""
        return _rows(_line(document, sink))


def _line(document: ExportDocument, sink: LossSink) -> Line:
    article = document.article
    told = told_of(article)
    meta = _json(told.pop("meta", None))
    record = {"kind": "article", "text": article.text, **told, "attributes": meta}
    layers = tuple(held(article, layer, _HOLDS, sink) for layer in document.layers)
    return Line(article.id, record, article.text, layers)


def _rows(line: Line) -> str:
    made = [line.record, *(row for layer in line.layers for row in _layer_rows(layer, line.text))]
    for row in made:
        row["article"] = line.article
    return _csv([guarded(str(row.get(name, ""))) for name in COLUMNS] for row in made)


def _layer_rows(layer: Layer, text: str) -> Iterator[dict[str, Any]]:
    yield {"kind": "layer", "annotator": layer.annotator, "label": layer.head.status}
    for entity in layer.sorted_entities():
        yield {
            "kind": "entity",
            "annotator": layer.annotator,
            "id": entity.id,
            "label": entity.label,
            "start": entity.start,
            "end": entity.end,
            "text": text[entity.start : entity.end],
            "fragments": ";".join(f"{start}-{end}" for start, end in entity.fragments),
            "attributes": _json(entity.attributes),
            "note": entity.note or "",
        }
    for _, relation in sorted(layer.relations.items()):
        yield {
            "kind": "relation",
            "annotator": layer.annotator,
            "id": relation.id,
            "label": relation.label,
            "head": relation.head,
            "tail": relation.tail,
            "attributes": _json(relation.attributes),
            "note": relation.note or "",
        }


def _json(value: Any) -> str:
    return orjson.dumps(value).decode() if value else ""


def _csv(rows: Iterable[Iterable[str]]) -> str:
    held_rows = io.StringIO(newline="")
    csv.writer(held_rows, lineterminator="\r\n").writerows(rows)
    return held_rows.getvalue()


def _prove(batch: list[tuple[Line, int]], header: str, back: BinaryIO) -> None:
    for line, size in batch:
        read = [*rows_in(io.StringIO(header + back.read(size).decode(), newline=""), "")]
        if len(read) != 1 or isinstance(read[0], Problem):
            raise NotTheSame(
                "“{article}” was read back differently from how it was written. {reason}",
                article=line.article,
                reason=next((problem.reason for problem in read if isinstance(problem, Problem)), ""),
            )
        prove(line, CsvReader().parse(read[0], _READ))
