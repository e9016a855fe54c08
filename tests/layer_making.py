"""Layers written in a line, for tests of review, rules and agreement."""

from __future__ import annotations

from khaotag.models.article import Article
from khaotag.models.change import Change, apply
from khaotag.models.layer import Entity, Layer, LayerHead, Relation
from khaotag.models.records import change_from, change_record
from khaotag.models.review import Case, case_of
from khaotag.models.schema import Schema

TEXT = "นายก อบต.หนองแสงทอง อำเภอภูวารี แถลงข้อบัญญัติ อบต.หนองแสงทอง พ.ศ. 2567"


def layer(name: str, *marks: str, links: tuple[str, ...] = (), status: str = "done") -> Layer:
    """A layer written as “PERSON 0-4” or “LAW 0-4,8-12”, ids e1, e2 …; links as “MEMBER_OF e1 e2”."""
    entities = {}
    for number, mark in enumerate(marks, 1):
        label, _, places = mark.partition(" ")
        ranges = tuple((int(a), int(b)) for a, b in (place.split("-") for place in places.split(",")))
        fragments = ranges if len(ranges) > 1 else ()
        entities[f"e{number}"] = Entity(f"e{number}", label, ranges[0][0], ranges[-1][1], fragments)
    relations = {f"r{n}": Relation(f"r{n}", *link.split()) for n, link in enumerate(links, 1)}
    return Layer(name, LayerHead(status), entities, relations)  # type: ignore[arg-type]


def case(schema: Schema, *layers: Layer, revisions: dict[str, str] | None = None) -> Case:
    return case_of(Article("a-1", TEXT), {one.annotator: one for one in layers}, schema, revisions)


def after(there: Case, change: Change) -> Case:
    assert change_from(change_record(change)) == change
    return there._replace(gold=apply(there.gold, change.rows))


def said(there: Case) -> list[str]:
    """The gold entities as they are written above."""
    return [f"{e.label} " + ",".join(f"{start}-{end}" for start, end in e.ranges) for e in there.gold.sorted_entities()]
