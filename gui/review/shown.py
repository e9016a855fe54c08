"""What the text of a review shows: the gold layer, and what all agree on although nobody took it into gold yet."""

from __future__ import annotations

from collections.abc import Mapping

from ...models.change import Change, RowChange
from ...models.layer import Entity, Layer, Relation
from ...models.review import Case, Review

AGREED = "agreed:"


def shown_layer(case: Case, review: Review) -> Layer:
    """Return gold with the agreed marks that wait, which get ids of their own."""
    entities, relations = dict(case.gold.entities), dict(case.gold.relations)
    for card in review.to_accept:
        for mark in card.versions[0].marks:
            if isinstance(mark, Entity):
                name = f"{AGREED}{card.id}"
                entities[name] = mark._replace(id=name)
            else:
                name = f"{AGREED}{card.id}"
                relations[name] = mark._replace(id=name)
    known = {key: one for key, one in relations.items() if one.head in entities and one.tail in entities}
    return case.gold._replace(entities=entities, relations=known, chains={}, notes={}, decisions={})


def difference(before: Layer, after: Layer, article: str) -> Change:
    """Return the change that makes one shown layer of another."""
    rows = [
        *_rows_gone("relation", before.relations, after.relations),
        *_rows_gone("entity", before.entities, after.entities),
        *_rows_new("entity", before.entities, after.entities),
        *_rows_new("relation", before.relations, after.relations),
    ]
    return Change("show", article, before.annotator, tuple(rows))


_Marks = Mapping[str, Entity] | Mapping[str, Relation]


def _rows_gone(kind: str, before: _Marks, after: _Marks) -> list[RowChange]:
    return [RowChange(kind, key, one, None) for key, one in before.items() if key not in after]  # type: ignore[arg-type]


def _rows_new(kind: str, before: _Marks, after: _Marks) -> list[RowChange]:
    return [
        RowChange(kind, key, before.get(key), one)  # type: ignore[arg-type]
        for key, one in after.items()
        if before.get(key) != one
    ]
