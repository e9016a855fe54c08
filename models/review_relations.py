"""Relations under review: they follow the decisions on their entities, and ask where they cannot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .layer import Entity, Layer, Relation
from .review_cards import Card, Dispute, Version, attributes_key, fingerprint, overlap, versions_of, vote_of
from .schema import Schema

Link = tuple[str, str, str, str]
Anchors = Mapping[str, str | None]


class RelationCards(NamedTuple):
    """The cards of relations, and those that have none: `waiting` for their entities, `fallen` with them."""

    cards: list[Card]
    waiting: tuple[str, ...]
    fallen: tuple[str, ...]


def anchors(layers: Mapping[str, Layer], gold: Layer) -> dict[str, str | None]:
    """Return into which gold entity each person's entity was decided, by vote; None where into none.

    A mark that was not taken stands for the gold mark of its decision that it overlaps most.
    """
    found: dict[str, str | None] = {vote: mark.id for mark in gold.entities.values() for vote in mark.votes}
    for decision in gold.decisions.values():
        left = [gold.entities[mark_id] for mark_id in decision.marks if mark_id in gold.entities]
        for vote, _ in decision.seen:
            entity = _entity_of(layers, vote)
            if entity is not None and vote not in found:
                found[vote] = _nearest(entity, left)
    unvoted = {(mark.ranges, mark.label): mark.id for mark in gold.entities.values()}
    for annotator, layer in layers.items():
        for entity in layer.entities.values():
            vote = vote_of(annotator, entity.id)
            if vote not in found and (entity.ranges, entity.label) in unvoted:
                found[vote] = unvoted[entity.ranges, entity.label]
    return found


def _entity_of(layers: Mapping[str, Layer], vote: str) -> Entity | None:
    annotator, _, mark_id = vote.partition(":")
    return layers[annotator].entities.get(mark_id) if annotator in layers else None


def _nearest(entity: Entity, candidates: Sequence[Entity]) -> str | None:
    best = max(candidates, key=lambda mark: overlap(entity.ranges, mark.ranges), default=None)
    return best.id if best is not None and overlap(entity.ranges, best.ranges) else None


def relation_cards(layers: Mapping[str, Layer], gold: Layer, schema: Schema) -> RelationCards:
    """Match the relations of all layers whose ends have come into the gold layer.

    Only annotators who marked both ends are asked about a relation.  One that all of them have, and that the schema
    allows between the gold entities, is agreed; the others of the same two entities make one card.
    """
    if not any(layer.relations for layer in layers.values()):
        return RelationCards([], (), ())
    placed = anchors(layers, gold)
    ground = {
        annotator: {placed.get(vote_of(annotator, mark_id)) for mark_id in layer.entities} - {None}
        for annotator, layer in layers.items()
    }
    links, waiting, fallen = _links(layers, placed, schema)
    cards: list[Card] = []
    disputed: defaultdict[tuple[str, str], list[Mapping[str, Relation]]] = defaultdict(list)
    for (label, head, tail, _), by in links.items():
        asked = [annotator for annotator in layers if {head, tail} <= ground[annotator]]
        kind = schema.relation_types.get(label)
        legal = kind is not None and kind.allows(gold.entities[head].label, gold.entities[tail].label)
        if legal and len(by) == len(asked):
            cards.append(_card([by], list(by), gold, (head, tail)))
        else:
            disputed[min(head, tail), max(head, tail)].append(by)
    for pair, theirs in disputed.items():
        asked = [annotator for annotator in layers if set(pair) <= ground[annotator]]
        first = next(iter(theirs[0].values()))
        cards.append(_card(theirs, asked, gold, (first.head, first.tail), disputed=True))
    cards.sort(key=lambda card: (card.start, card.end, card.id))
    return RelationCards(cards, waiting, fallen)


def _links(
    layers: Mapping[str, Layer], placed: Anchors, schema: Schema
) -> tuple[dict[Link, dict[str, Relation]], tuple[str, ...], tuple[str, ...]]:
    """Return who has which relation between gold entities, and the votes that wait or have fallen."""
    links: defaultdict[Link, dict[str, Relation]] = defaultdict(dict)
    waiting: list[str] = []
    fallen: list[str] = []
    for annotator, layer in layers.items():
        for mark_id, relation in sorted(layer.relations.items()):
            ends = [vote_of(annotator, end) for end in (relation.head, relation.tail)]
            if any(end not in placed for end in ends):
                waiting.append(vote_of(annotator, mark_id))
                continue
            head, tail = (placed[end] for end in ends)
            if head is None or tail is None or head == tail:
                fallen.append(vote_of(annotator, mark_id))
                continue
            kind = schema.relation_types.get(relation.label)
            if kind is not None and kind.symmetric and tail < head:
                head, tail = tail, head
            attributes = attributes_key(relation.attributes)
            there = links[relation.label, head, tail, attributes]
            there.setdefault(annotator, relation._replace(head=head, tail=tail))
    return links, tuple(waiting), tuple(fallen)


def _card(
    links: Sequence[Mapping[str, Relation]],
    annotators: Sequence[str],
    gold: Layer,
    pair: tuple[str, str],
    *,
    disputed: bool = False,
) -> Card:
    versions = versions_of({name: [by[name] for by in links if name in by] for name in annotators})
    ends = (gold.entities[pair[0]], gold.entities[pair[1]])
    return Card(
        min(vote for version in versions for vote in version.votes),
        _kinds(versions) if disputed else (),
        min(end.start for end in ends),
        max(end.end for end in ends),
        versions,
        ends=ends,
    )


def _kinds(versions: Sequence[Version]) -> tuple[Dispute, ...]:
    found: list[Dispute] = ["relation"]
    if not all(version.marks for version in versions):
        found.append("missing")
    bare = {tuple((mark.label, fingerprint(mark._replace(attributes={}))) for mark in v.marks) for v in versions}
    if len(bare) < len(versions):
        found.append("attribute")
    return tuple(found)
