"""Label Studio: a list of tasks, each with the annotations of several people; the configuration lies beside it.

[{"id": 1, "data": {"text": "นายกฯ พบ ส.ส."}, "annotations": [{"completed_by": {"email": "noi"}, "result": [
  {"id": "e1", "type": "labels", "from_name": "label", "to_name": "text",
   "value": {"start": 0, "end": 5, "text": "นายกฯ", "labels": ["PERSON"]}},
  {"type": "relation", "from_id": "e1", "to_id": "e2", "direction": "right", "labels": ["MET"]}]}]}]

Predictions are a machine's and no layer.  Offsets are code points; old versions counted UTF-16 units, which the texts
of the regions show.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ...models.errors import BadInput
from ...models.layer import Layer
from ...models.records import listing, mapping, wrong
from .contract import Document, Parsed, Problem, Raw, ReadOptions
from .ground import Ground
from .json_marks import article_of
from .json_records import first_record, json_records, record_of
from .json_values import json_object
from .label_studio_config import texts_of_config
from .label_studio_results import Results, ranges_of
from .plain_article import TEXT, field_named
from .reading import rejected
from .units import NAMES, POINTS, READINGS, UTF16, Sample, diagnose

CONFIGS = ("config.xml", "label_config.xml")
_SHORT = frozenset(("id", "annotator", "annotation_id", "created_at", "updated_at", "lead_time"))
_UNITS = {POINTS: READINGS[POINTS], UTF16: READINGS[UTF16]}


class Task(NamedTuple):
    """A task and, for each object of the configuration that is a text, the key of the data that it shows."""

    json: bytes | str
    texts: Mapping[str, str]


class LabelStudioReader:
    """Reads Label Studio's JSON export; each person's annotation is a layer."""

    suffixes: tuple[str, ...] = ()

    def sniff(self, path: Path, head: bytes) -> bool:
        """Tell by the first task: data that is an object, or regions as the short export has them."""
        try:
            task = json_object(first_record(path, head))
        except BadInput:
            return False
        return isinstance(task.get("data"), dict) or any(map(_are_regions, task.values()))

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return the configurations that may lie beside it."""
        return tuple(path.with_name(name) for name in CONFIGS)

    def split(self, path: Path, options: ReadOptions) -> Iterator[Raw | Problem]:
        """Yield the tasks with what the configuration says about their texts."""
        texts: Mapping[str, str] = {}
        for config in self.companions(path):
            try:
                texts = texts or texts_of_config(config)
            except BadInput as error:
                yield rejected(str(config), "", error)
        for raw in json_records(path, options.encoding):
            yield raw if isinstance(raw, Problem) else raw._replace(data=Task(raw.data, texts))

    def parse(self, raw: Raw, options: ReadOptions) -> Parsed:
        """Read one task; whatever is wrong in it rejects it whole."""
        ground = Ground(raw.source, raw.record)
        try:
            task = _unfolded(record_of(raw.data.json))
            document = _document(task, raw.data.texts, ground, options.annotator)
        except BadInput as error:
            return Parsed([], [rejected(raw.source, raw.record, error)])
        return Parsed([document], ground.warnings)


def _are_regions(value: Any) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(entry, dict) and {"start", "end", "labels"} <= entry.keys() for entry in value)
    )


def _unfolded(task: dict[str, Any]) -> dict[str, Any]:
    """Return a task of the short export (“JSON-MIN”), where regions stand beside the data, in the form of the long."""
    if "data" in task or not any(map(_are_regions, task.values())):
        return task
    results = [
        {"type": "labels", "from_name": name, "value": region}
        for name, regions in task.items()
        if _are_regions(regions)
        for region in regions
    ]
    data = {name: value for name, value in task.items() if name not in _SHORT and not _are_regions(value)}
    return {"data": data, "annotations": [{"completed_by": task.get("annotator"), "result": results}]}


def _document(task: dict[str, Any], texts: Mapping[str, str], ground: Ground, annotator: str) -> Document:
    data = mapping(task, "data")
    annotations = _objects(task, "annotations") or _objects(task, "completions")
    key = _text_key(data, texts, annotations)
    ground.lay(data[key])
    fields = {name: value for name, value in data.items() if name not in (key, "meta")}
    document = article_of(fields, ground, data.get("meta"))
    shown = frozenset(name for name, shows in texts.items() if shows == key)
    verdict = diagnose([Sample(ground.raw, [*ranges_of(annotations)])], _UNITS)
    if verdict.reading != POINTS:
        ground.warn("The task counts {unit}, not code points; its ranges were converted.", unit=NAMES[verdict.reading])
    place = _UNITS[verdict.reading](ground.raw)
    layers: dict[str, Layer] = {}
    for annotation in annotations:
        if annotation.get("was_cancelled"):
            ground.warn("An annotation that was skipped in Label Studio is not taken over.")
            continue
        name = _free(_person(annotation.get("completed_by")) or annotator, layers, ground)
        layers[name] = Results(ground, place, shown, name).layer(listing(annotation, "result"))
    if predictions := len(listing(task, "predictions")):
        ground.warn("{count} predictions of machines are suggestions and were not taken over.", count=predictions)
    return document._replace(layers=tuple(layers.values()))


def _objects(task: dict[str, Any], key: str) -> list[dict[str, Any]]:
    found = listing(task, key)
    for entry in found:
        if not isinstance(entry, dict):
            wrong(key, entry, "an object")
    return found


def _text_key(data: Mapping[str, Any], texts: Mapping[str, str], annotations: list[dict[str, Any]]) -> str:
    """Return where the text stands: as the configuration says, under a usual name, or where the regions fit."""
    named = [key for key in texts.values() if isinstance(data.get(key), str)]
    usual = field_named({key: value for key, value in data.items() if isinstance(value, str)}, TEXT)
    if named or usual:
        return named[0] if named else str(usual)
    surfaces = [(start, surface) for start, _, surface in ranges_of(annotations) if surface]
    for key, value in data.items():
        if surfaces and isinstance(value, str) and all(value.startswith(words, start) for start, words in surfaces):
            return key
    raise BadInput("There is no text in it: none of the fields {names} holds one.", names=", ".join(TEXT))


def _person(completed_by: Any) -> str:
    """Return the name of whoever made an annotation, empty where nobody is named."""
    if isinstance(completed_by, dict):
        for key in ("email", "username", "first_name", "id"):
            if completed_by.get(key) not in (None, "", 0):
                return str(completed_by[key])[:200]
        return ""
    if isinstance(completed_by, int | str) and not isinstance(completed_by, bool) and completed_by != 0:
        return str(completed_by)[:200]
    return ""


def _free(name: str, taken: Mapping[str, Layer], ground: Ground) -> str:
    """Return the name under which an annotation becomes a layer: a second one of the same person is numbered."""
    count = 1
    free = name
    while free in taken:
        count += 1
        free = f"{name} ({count})"
    if count > 1:
        ground.warn(
            "“{annotator}” has several annotations; one became the layer “{layer}”.", annotator=name, layer=free
        )
    return free
