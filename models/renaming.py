"""Layers as another project would write them: people under the names known here, labels under the ids used here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from .change import Change
from .layer import Decision, Entity, Layer, Note, Relation


class LabelMap(NamedTuple):
    """Which id of ours stands for one of theirs; what is not named stays."""

    entities: Mapping[str, str] = {}
    relations: Mapping[str, str] = {}


def with_names(layer: Layer, names: Mapping[str, str]) -> Layer:
    """Return the layer with each person called by the name that *names* gives; others keep theirs."""
    if all(old == new for old, new in names.items()):
        return layer

    return Layer(
        names.get(layer.annotator, layer.annotator),
        layer.head,
        {key: _named(mark, names) for key, mark in layer.entities.items()},
        {key: _named(link, names) for key, link in layer.relations.items()},
        layer.chains,
        {key: _named(note, names) for key, note in layer.notes.items()},
        {key: _named(made, names) for key, made in layer.decisions.items()},
    )


def change_with_names(change: Change, names: Mapping[str, str]) -> Change:
    """Return a change of a layer as it would be had each person been called by the name that *names* gives."""
    rows = tuple(row._replace(before=_named(row.before, names), after=_named(row.after, names)) for row in change.rows)
    owner = change.annotator if change.annotator is None else names.get(change.annotator, change.annotator)
    return change._replace(annotator=owner, rows=rows)


def decision_with_labels(made: Decision, labels: Mapping[str, str]) -> Decision:
    """Return a decision that saw what it saw under other labels; the very same where it saw none of them."""

    def seen(what: str) -> str:
        label, space, rest = what.partition(" ")
        return labels.get(label, label) + space + rest

    said = tuple((vote, seen(what)) for vote, what in made.seen)
    return made if said == made.seen else made._replace(seen=said)


def _named(mark: Any, names: Mapping[str, str]) -> Any:
    """Return a mark that speaks of people by other names; whatever speaks of nobody is the very same."""

    def name(said: str) -> str:
        return names.get(said, said)

    def vote(said: str) -> str:
        annotator, colon, mark_id = said.partition(":")
        return name(annotator) + colon + mark_id

    if isinstance(mark, Entity | Relation):
        return mark._replace(votes=tuple(vote(said) for said in mark.votes)) if mark.votes else mark
    if isinstance(mark, Note):
        return mark._replace(by=name(mark.by))
    if isinstance(mark, Decision):
        return mark._replace(
            by=name(mark.by),
            supports=tuple(name(said) for said in mark.supports),
            seen=tuple((vote(said), what) for said, what in mark.seen),
            layers=tuple((name(said), at) for said, at in mark.layers),
        )
    return mark


def with_labels(layer: Layer, labels: LabelMap) -> Layer:
    """Return the layer with our ids for labels; the very same layer where none of them occurs."""
    ours, links = labels
    decisions = {key: decision_with_labels(made, {**ours, **links}) for key, made in layer.decisions.items()}
    touched = any(mark.label in ours for mark in layer.entities.values())
    touched = touched or any(link.label in links for link in layer.relations.values())
    if not touched and all(made is layer.decisions[key] for key, made in decisions.items()):
        return layer
    return layer._replace(
        decisions=decisions,
        entities={key: mark._replace(label=ours.get(mark.label, mark.label)) for key, mark in layer.entities.items()},
        relations={key: r._replace(label=links.get(r.label, r.label)) for key, r in layer.relations.items()},
    )
