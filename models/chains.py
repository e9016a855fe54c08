"""Chains by pairs: saying that two entities name the same thing, and taking one out again."""

from __future__ import annotations

from .article import Article
from .change import Change, RowChange
from .edit import chain, entity_of
from .errors import BadInput
from .layer import Chain, Layer


def chain_of(layer: Layer, entity_id: str) -> Chain | None:
    """Return the first chain that holds an entity."""
    return next(iter(layer.chains_of(entity_id)), None)


def ordered(layer: Layer) -> list[Chain]:
    """Return the chains whose members are all there, in the order in which they begin."""
    known = [chain for chain in layer.chains.values() if all(member in layer.entities for member in chain.members)]
    return sorted(known, key=lambda chain: min(layer.entities[member].place for member in chain.members))


def join(article: Article, layer: Layer, new_id: str, one: str, other: str) -> Change:
    """Put two entities into one chain: a new one, the one that either is in, or both of theirs made one.

    Members stand in the order of the text.
    """
    entity_of(layer, one), entity_of(layer, other)
    first, second = chain_of(layer, one), chain_of(layer, other)
    if one == other or (first is not None and first == second):
        raise BadInput("These two name the same thing already.")
    kept = first or second
    members = {one, other, *(first.members if first else ()), *(second.members if second else ())}
    ordered = sorted(members, key=lambda member: layer.entities[member].place)
    change = chain(article, layer, kept.id if kept else new_id, ordered, kept.label if kept else None)
    if first is not None and second is not None:
        # Rows are written in order: the chain that is taken up goes first.
        change = change._replace(rows=(RowChange("chain", second.id, second, None), *change.rows))
    return change


def leave(article: Article, layer: Layer, entity_id: str) -> Change:
    """Take an entity out of its chain; a chain of one is none."""
    entity_of(layer, entity_id)
    found = chain_of(layer, entity_id)
    if found is None:
        raise BadInput("This entity is in no chain.")
    left = [member for member in found.members if member != entity_id]
    return chain(article, layer, found.id, left if len(left) > 1 else [], found.label)
