"""The results of one annotation in Label Studio as a layer: regions, what is chosen for them, and relations."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from typing import Any

from ...models.layer import HUMAN, Layer
from ...models.records import listing, mapping, optional_string, string, wrong
from .ground import Ground
from .json_marks import Marks, text_of, whole
from .units import Place

SUGGESTED = "suggestion:label-studio"
_LABELS = ("labels", "hypertextlabels")
_ATTRIBUTES = ("choices", "textarea", "number", "rating", "datetime", "taxonomy")


class Results:
    """Reads the results of one annotation; those that are not on the text are counted and reported."""

    def __init__(self, ground: Ground, place: Place, shown: frozenset[str], annotator: str) -> None:
        self._ground = ground
        self._place = place
        self._shown = shown
        self._annotator = annotator
        self._marks = Marks(ground)
        self._attributes: dict[str, dict[str, Any]] = {}
        self._whole: list[tuple[str, str, str, Any]] = []  # id, name, type and value of what may be of the whole text
        self._at: dict[str, tuple[int, int]] = {}
        self._labels: list[str] = []
        self._others: Counter[str] = Counter()

    def layer(self, results: list[Any]) -> Layer:
        """Return the layer of an annotation's results, which may stand in any order."""
        regions, relations = self._sorted_out(results)
        for result in regions:
            self._region(result)
        for result in relations:
            self._relation(result)
        for mark, name, kind, value in self._whole:
            if mark not in self._marks.entities:
                self._of_text(name, kind, value)
        for kind, count in self._others.items():
            self._ground.warn(
                "{count} results of the type “{kind}” are not on the text and were left out.", count=count, kind=kind
            )
        return self._marks.layer(self._annotator, self._labels, "done")

    def _sorted_out(self, results: list[Any]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """Return the regions and the relations; attributes are kept, and what is not on the text is counted."""
        regions, relations = [], []
        for result in results:
            if not isinstance(result, dict):
                wrong("result", result, "an object")
            kind = result.get("type")
            if kind == "relation":
                relations.append(result)
            elif kind in _LABELS and self._is_on_text(result):
                regions.append(result)
            elif kind in _ATTRIBUTES and self._is_on_text(result):
                self._attribute(result, str(kind))
            else:
                self._others[str(kind)[:60]] += 1
        return regions, relations

    def _is_on_text(self, result: dict[str, Any]) -> bool:
        return not self._shown or result.get("to_name") in self._shown

    def _attribute(self, result: dict[str, Any], kind: str) -> None:
        """Keep what was chosen or written until it is known whether a region has the same id."""
        value = mapping(result, "value")
        chosen = _plain(value.get("text" if kind == "textarea" else kind))
        name = string(result, "from_name", kind)
        mark = str(result.get("id"))
        self._attributes.setdefault(mark, {})[name] = chosen
        self._whole.append((mark, name, kind, chosen))

    def _of_text(self, name: str, kind: str, value: Any) -> None:
        """Take what was chosen for the whole text as its labels, and what was written as notes."""
        for entry in value if isinstance(value, list) else [value]:
            if kind == "choices":
                self._labels.append(str(entry))
            else:
                self._marks.remark(self._annotator, str(entry) if kind == "textarea" else f"{name}: {entry}")

    def _region(self, result: dict[str, Any]) -> None:
        value = mapping(result, "value")
        offsets = mapping(value, "globalOffsets") or value
        start, end = self._place(whole("start", offsets.get("start")), whole("end", offsets.get("end")))
        mark = None if result.get("id") is None else text_of("id", result["id"])
        chosen = self._attributes.get(mark, {}) if mark else {}
        if mark and self._at.setdefault(mark, (start, end)) == (start, end) and mark in self._marks.entities:
            mark = None  # the same region once more, labelled by another control
        labels = listing(value, str(result["type"])) or [string(result, "from_name", "")]
        surface = optional_string(value, "text")
        human = not str(result.get("origin", "manual")).startswith("prediction")
        score = result.get("score")
        if isinstance(score, bool) or not isinstance(score, int | float) or math.isnan(score):
            score = None
        for label in labels:
            self._marks.entity(
                text_of("labels", label),
                start,
                end,
                mark,
                surface,
                chosen,
                _note(result),
                HUMAN if human else SUGGESTED,
                score,
            )
            mark = None  # a second label of the same region is an entity of its own

    def _relation(self, result: dict[str, Any]) -> None:
        head, tail = (text_of(key, result.get(key)) for key in ("from_id", "to_id"))
        direction = result.get("direction") or "right"
        if direction not in ("left", "right", "bi"):
            wrong("direction", direction, "left, right or bi")
        if direction == "left":
            head, tail = tail, head
        attributes = {"direction": "bi"} if direction == "bi" else {}
        for label in listing(result, "labels") or ["relation"]:
            self._marks.relation(text_of("labels", label), head, tail, attributes=attributes)


def _plain(value: Any) -> Any:
    """Return a list of one as what is in it, as a person sees it."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def _note(result: dict[str, Any]) -> str | None:
    lines = mapping(result, "meta").get("text")
    if isinstance(lines, str):
        return lines or None
    if isinstance(lines, list):
        return "\n".join(str(line) for line in lines) or None
    return None


def ranges_of(annotations: list[dict[str, Any]]) -> Iterator[tuple[int, int, str | None]]:
    """Yield the ranges of all regions with their texts; what is no range is left for the reading to reject."""
    for annotation in annotations:
        results = annotation.get("result")
        for result in results if isinstance(results, list) else []:
            value = result.get("value") if isinstance(result, dict) else None
            if not isinstance(value, dict):
                continue
            start, end, surface = value.get("start"), value.get("end"), value.get("text")
            if type(start) is int and type(end) is int:
                yield start, end, surface if isinstance(surface, str) else None
