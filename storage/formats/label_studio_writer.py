"""Writing Label Studio's tasks, a list with every layer as an annotation, and the configuration that shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import orjson

from ...models.article import Article
from ...models.errors import Message
from ...models.layer import GOLD, Entity, Layer, Relation
from .contract import ExportDocument, Loss, LossSink, Parsed, Raw, ReadOptions, WriteOptions, Written
from .holding import Holds, held
from .label_studio import LabelStudioReader, Task
from .label_studio_config import LABELS_NAME, TEXT_LABELS_NAME, TEXT_NAME, InUse, can_be_control, config_text
from .proven_lines import Line, prove, told_of

_HOLDS = Holds(relations=True, attributes=True, notes=True, labels=True)
_TEXTS = {TEXT_NAME: "text"}
_PROOF_EVERY = 64  # tasks that are held until they were read back


class LabelStudioWriter:
    """Writes `tasks.json` and `config.xml`."""

    one_layer = False

    def needs_folder(self, options: WriteOptions) -> bool:
        """Return True: there are two files."""
        return True

    def write(
        self, documents: Iterable[ExportDocument], folder: Path, name: str, options: WriteOptions, sink: LossSink
    ) -> list[Written]:
        """Write the tasks, each batch read back from the file before the next; the parts of a split have folders."""
        if name != "data":
            folder = folder / name
            folder.mkdir(exist_ok=True)
        tasks, config = folder / "tasks.json", folder / "config.xml"
        used = InUse(options.schema)
        number = 0
        with tasks.open("wb") as file, tasks.open("rb") as back:
            batch: list[tuple[Line, int, int]] = []
            file.write(b"[")
            for document in documents:
                line = _line(document, used, sink)
                file.write(b",\n" if number else b"\n")
                number += 1
                at = file.tell()
                batch.append((line, at, file.write(orjson.dumps(line.record))))
                if len(batch) == _PROOF_EVERY:
                    file.flush()
                    _prove(batch, back)
                    batch = []
            file.write(b"\n]\n")
            file.flush()
            _prove(batch, back)
        config.write_text(config_text(used, options.schema), encoding="utf-8", newline="\n")
        return [Written(tasks, number), Written(config, 0)]

    def preview(self, document: ExportDocument, options: WriteOptions, sink: LossSink) -> str:
        """Return the article's task."""
        line = _line(document, InUse(options.schema), sink)
        return orjson.dumps(line.record, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()


def _prove(batch: list[tuple[Line, int, int]], back: Any) -> None:
    for line, at, size in batch:
        back.seek(at)
        prove(line, _read(back.read(size)))


def _line(document: ExportDocument, used: InUse, sink: LossSink) -> Line:
    article = document.article
    layers = [_held(article, layer, used, sink) for layer in document.layers]
    record = {
        "data": {"text": article.text, "id": article.id, **told_of(article)},
        "annotations": [_annotation(article, layer, used) for layer in layers],
    }
    return Line(article.id, record, article.text, tuple(layers))


def _held(article: Article, layer: Layer, used: InUse, sink: LossSink) -> Layer:
    """Return the layer with the attributes that a person could write in Label Studio; others are reported."""
    kept = held(article, layer, _HOLDS, sink)
    lost: list[str] = []
    entities = {}
    for entity in kept.entities.values():
        attributes = {name: value for name, value in entity.attributes.items() if _can_hold(name, value, used)}
        lost += [f"{entity.id}: {name}" for name in entity.attributes if name not in attributes]
        entities[entity.id] = entity._replace(attributes=attributes)
    relations = {}
    for relation in kept.relations.values():
        lost += [f"{relation.id}: {name}" for name in relation.attributes]
        lost += [f"{relation.id}: note"] if relation.note else []
        relations[relation.id] = Relation(relation.id, relation.label, relation.head, relation.tail)
    if lost:
        why = Message(
            "Label Studio holds texts and numbers as attributes of entities, none of relations; not these: {names}.",
            names=", ".join(lost),
        )
        sink.lost(Loss(article.id, "attributes", why))
    return kept._replace(entities=entities, relations=relations)


def _can_hold(name: str, value: object, used: InUse) -> bool:
    """Tell whether a value can be shown; an attribute is of one type throughout, that of its first value."""
    if not can_be_control(name) or isinstance(value, bool):
        return False
    if isinstance(value, list) and not (len(value) > 1 and all(isinstance(entry, str) for entry in value)):
        return False
    if not isinstance(value, str | int | float | list):
        return False
    return used.attributes.setdefault(name, _kind(value)) == _kind(value)


def _kind(value: object) -> str:
    return "number" if isinstance(value, int | float) else "textarea"


def _annotation(article: Article, layer: Layer, used: InUse) -> dict[str, Any]:
    results: list[dict[str, Any]] = []
    for entity in layer.sorted_entities():
        used.entities[entity.label] = None
        results.append(_region(article, entity))
        results += [_attribute(entity, name, value) for name, value in entity.attributes.items()]
    for _, relation in sorted(layer.relations.items()):
        used.relations[relation.label] = None
        results.append(
            {
                "type": "relation",
                "from_id": relation.head,
                "to_id": relation.tail,
                "direction": "right",
                "labels": [relation.label],
            }
        )
    if layer.head.labels:
        used.labels |= dict.fromkeys(layer.head.labels)
        mark = next(name for name in _names("labels") if name not in layer.entities)
        results.append(_result(mark, TEXT_LABELS_NAME, "choices", {"choices": list(layer.head.labels)}))
    return {
        "completed_by": {"email": layer.annotator},
        "ground_truth": layer.annotator == GOLD,
        "was_cancelled": False,
        "result": results,
    }


def _names(stem: str) -> Iterator[str]:
    yield stem
    yield from (f"{stem}~{number}" for number in count(2))


def _region(article: Article, entity: Entity) -> dict[str, Any]:
    surface = article.text[entity.start : entity.end]
    value = {"start": entity.start, "end": entity.end, "text": surface, "labels": [entity.label]}
    made = _result(entity.id, LABELS_NAME, "labels", value)
    if entity.note:
        made["meta"] = {"text": [entity.note]}
    return made


def _attribute(entity: Entity, name: str, value: Any) -> dict[str, Any]:
    """Return what was written for a region, which repeats its range as Label Studio does."""
    kind = _kind(value)
    told = {"number": value} if kind == "number" else {"text": value if isinstance(value, list) else [value]}
    return _result(entity.id, name, kind, {"start": entity.start, "end": entity.end, **told})


def _result(mark: str, from_name: str, kind: str, value: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": mark,
        "from_name": from_name,
        "to_name": TEXT_NAME,
        "type": kind,
        "origin": "manual",
        "value": value,
    }


def _read(data: bytes) -> Parsed:
    return LabelStudioReader().parse(Raw("", "", Task(data, _TEXTS)), ReadOptions(annotator=""))
