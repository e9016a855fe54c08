"""Relations that other programs leave in a document's user data.

`doc._.relations` is a list of objects whose `head_span` and `tail_span` are places in the span group; `doc._.rel`, of
spaCy's own tutorial, has a score for each label by the two words that entities begin with: {(0, 3): {"MET": 1.0}}.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ...models.layer import Relation
from .docbin import Doc, Span
from .ground import Ground
from .spacy_writer import GROUP, RELATIONS

_SCORES = ("._.", "rel", None, None)
_SURE = 0.5


def relations_of(doc: Doc, marks: Mapping[Span, str], ground: Ground) -> dict[str, Relation]:
    """Return the relations between the entities that *marks* names by their spans; others are warned of."""
    found: dict[str, Relation] = {}
    lost = 0
    for label, head, tail in [*_listed(doc, marks), *_scored(doc, marks)]:
        if label and head and tail:
            mark = f"{label}-{head}-{tail}"
            found[mark] = Relation(mark, label, head, tail)
        else:
            lost += 1
    if lost:
        ground.warn("{count} relations join no spans that are there, or have no label; they were left out.", count=lost)
    return found


_Told = tuple[str, str | None, str | None]  # label and both ends


def _listed(doc: Doc, marks: Mapping[Span, str]) -> Iterator[_Told]:
    told = doc.user_data.get(RELATIONS)
    spans = [*doc.groups.get(GROUP, ())]
    for entry in told if isinstance(told, Sequence) and not isinstance(told, str) else ():
        if not isinstance(entry, dict):
            yield "", None, None
            continue
        ends = (entry.get("head_span"), entry.get("tail_span"))
        head, tail = (marks.get(spans[at]) if type(at) is int and 0 <= at < len(spans) else None for at in ends)
        yield _label(entry.get("label")), head, tail


def _scored(doc: Doc, marks: Mapping[Span, str]) -> Iterator[_Told]:
    told = doc.user_data.get(_SCORES)
    at = {span.first: marks.get(span) for span in reversed(doc.entities)}
    for pair, scores in told.items() if isinstance(told, dict) else ():
        if not isinstance(scores, dict) or not isinstance(pair, tuple) or len(pair) != 2:
            yield "", None, None
            continue
        for label, score in scores.items():
            if isinstance(score, int | float) and score >= _SURE:
                yield _label(label), at.get(pair[0]), at.get(pair[1])


def _label(value: Any) -> str:
    return value if isinstance(value, str) else ""
