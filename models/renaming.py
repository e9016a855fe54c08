"""Layers as another project would write them: people under the names known here, labels under the ids used here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from .layer import Layer


class LabelMap(NamedTuple):
    """Which id of ours stands for one of theirs; what is not named stays."""

    entities: Mapping[str, str] = {}
    relations: Mapping[str, str] = {}


def with_names(layer: Layer, names: Mapping[str, str]) -> Layer:
    """Return the layer with each person called by the name that *names* gives; others keep theirs."""
    if all(old == new for old, new in names.items()):
        return layer

    def pair(said: str) -> str:
        name, colon, mark = said.partition(":")
        return names.get(name, name) + colon + mark

    def votes(said: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(pair(vote) for vote in said)

    return Layer(
        names.get(layer.annotator, layer.annotator),
        layer.head,
        {key: mark._replace(votes=votes(mark.votes)) for key, mark in layer.entities.items()},
        {key: link._replace(votes=votes(link.votes)) for key, link in layer.relations.items()},
        layer.chains,
        {key: note._replace(by=names.get(note.by, note.by)) for key, note in layer.notes.items()},
        {
            key: made._replace(
                by=names.get(made.by, made.by),
                supports=tuple(names.get(name, name) for name in made.supports),
                seen=tuple((pair(mark), what) for mark, what in made.seen),
                layers=tuple((names.get(name, name), at) for name, at in made.layers),
            )
            for key, made in layer.decisions.items()
        },
    )


def with_labels(layer: Layer, labels: LabelMap) -> Layer:
    """Return the layer with our ids for labels; the very same layer where none of them occurs."""
    touched = any(mark.label in labels.entities for mark in layer.entities.values())
    if not touched and not any(link.label in labels.relations for link in layer.relations.values()):
        return layer
    ours, links = labels
    return layer._replace(
        entities={key: mark._replace(label=ours.get(mark.label, mark.label)) for key, mark in layer.entities.items()},
        relations={key: r._replace(label=links.get(r.label, r.label)) for key, r in layer.relations.items()},
    )
