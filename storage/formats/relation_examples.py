"""Relation examples: JSON Lines, one pair of entities a line, as relation classifiers are trained on.

{"article":"a-…","text":"วิศรุตเข้าพรรคธารประชา","head":{"start":0,"end":6,"text":"วิศรุต","label":"PERSON"},
 "tail":{"start":10,"end":22,"text":"พรรคธารประชา","label":"PARTY"},"label":"MEMBER_OF","id":"r1"}

Pairs without a relation are labelled “no_relation” and have no id; how many, the options say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import orjson

from ...models.article import Article
from ...models.datasets.pairs import Pair, pairs
from ...models.errors import Message
from ...models.layer import Entity, Relation
from .contract import ExportDocument, Loss, LossSink, NotTheSame, WriteOptions, Written
from .writing import report_counts, with_origin


class RelationExamplesWriter:
    """Writes `relation-examples`; nothing reads it, because entities without a relation are not in it."""

    one_layer = True

    def needs_folder(self, options: WriteOptions) -> bool:
        """Return False: there is one file."""
        return False

    def write(
        self, documents: Iterable[ExportDocument], folder: Path, name: str, options: WriteOptions, sink: LossSink
    ) -> list[Written]:
        """Write `NAME.jsonl`, each article's lines read back from the file before the next."""
        path = folder / f"{name}.jsonl"
        count = 0
        with path.open("wb") as file, path.open("rb") as back:
            for document in documents:
                rows = list(_rows(document, options, sink))
                file.writelines(map(_line, rows))
                file.flush()
                if any(not _same(row, back.readline()) for row in rows):
                    raise NotTheSame(
                        "“{article}” was read back differently from how it was written. {reason}",
                        article=document.article.id,
                        reason="",
                    )
                count += 1
        return [Written(path, count)]

    def preview(self, document: ExportDocument, options: WriteOptions, sink: LossSink) -> str:
        """Return the article's lines."""
        return b"".join(map(_line, _rows(document, options, sink))).decode()


def _line(row: dict[str, Any]) -> bytes:
    return orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE)


def _rows(document: ExportDocument, options: WriteOptions, sink: LossSink) -> Iterator[dict[str, Any]]:
    article = document.article
    for layer in document.layers:
        found = pairs(layer, options.schema, options.negatives, f"{options.seed} {article.id}")
        written = {entity.id for pair in found for entity in (pair.head, pair.tail)}
        for entity in layer.sorted_entities():
            if entity.id not in written:
                sink.lost(Loss(article.id, entity.id, Message("It is in no pair.")))
        marks: list[Entity | Relation] = [*layer.entities.values(), *layer.relations.values()]
        report_counts(
            article.id,
            sink,
            attributes=sum(1 for mark in marks if mark.attributes),
            notes=len(layer.notes) + sum(1 for mark in marks if mark.note),
            chains=len(layer.chains),
            origins=with_origin(marks),
            labels=len(layer.head.labels),
        )
        for pair in found:
            yield _row(article, pair)


def _row(article: Article, pair: Pair) -> dict[str, Any]:
    row = {
        "article": article.id,
        "text": article.text,
        "head": _end(article.text, pair.head),
        "tail": _end(article.text, pair.tail),
        "label": pair.label,
    }
    return {**row, "id": pair.id} if pair.id is not None else row


def _end(text: str, entity: Entity) -> dict[str, Any]:
    made: dict[str, Any] = {"start": entity.start, "end": entity.end}
    if entity.fragments:
        made["fragments"] = [list(fragment) for fragment in entity.fragments]
    return {**made, "text": text[entity.start : entity.end], "label": entity.label}


def _same(row: dict[str, Any], line: bytes) -> bool:
    read = orjson.loads(line)
    ends = (read["head"], read["tail"])
    return bool(read == row) and all(read["text"][end["start"] : end["end"]] == end["text"] for end in ends)
