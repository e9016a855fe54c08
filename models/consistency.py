"""Consistency: what one layer does in one place and not in another, found by small rules and mended in one step."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from .article import Article
from .change import Change, RowChange, apply
from .edit import relabel, resize
from .errors import BadInput
from .layer import Entity, Fragment, Layer
from .names import Names
from .occurrences import mark_all
from .schema import Schema
from .suggest import context_of
from .tokens import Token

_LINE = re.compile(r"[^\n]+")


class Mend(NamedTuple):
    """What one key does about a finding: another *label*, another range, or (without a *mark*) a new entity."""

    label: str
    start: int
    end: int


class Finding(NamedTuple):
    """One doubtful place; `rule` names the rule, `key` is what “this is right” remembers, `mark` the entity at fault.

    `label` and `others` say what the others do: so many marks of the same string have that label.
    """

    rule: str
    key: str
    start: int
    end: int
    mark: str | None = None
    label: str = ""
    others: int = 0
    mend: Mend | None = None


class Looked(NamedTuple):
    """What the rules look at; `names` may count more than this layer, where a whole project is looked at.

    `breathe` is called again and again, so that a thread which looks can make way for others.
    """

    article: Article
    layer: Layer
    schema: Schema
    tokens: Sequence[Token]
    names: Names
    breathe: Callable[[], None]

    def surface(self, entity: Entity) -> str:
        """Return what an entity covers."""
        return entity.surface(self.article.text)

    def whole(self) -> Iterator[Entity]:
        """Yield the entities of one range, in the order of the text."""
        for entity in self.layer.sorted_entities():
            self.breathe()
            if not entity.fragments:
                yield entity

    def lines(self) -> Iterator[Fragment]:
        """Yield [start, end) of the lines that hold something."""
        for found in _LINE.finditer(self.article.text):
            self.breathe()
            yield found.span()

    def key(self, rule: str, start: int, end: int) -> str:
        """Return the key of a place, by which it is known again."""
        return key_of(rule, context_of(self.article.text, start, end))


class Rule(Protocol):
    """Finds one kind of doubtful place."""

    def __call__(self, looked: Looked) -> Iterator[Finding]: ...  # noqa: D102


def key_of(rule: str, what: str) -> str:
    """Return the key under which “this is right” is remembered."""
    return f"{rule}\x1e{what}"


def _on() -> None:
    """Go on without making way for anybody."""


def looked_at(
    article: Article,
    layer: Layer,
    schema: Schema,
    tokens: Sequence[Token] = (),
    names: Names | None = None,
    breathe: Callable[[], None] = _on,
) -> Looked:
    """Return what the rules look at; the names are the layer's own where no others are given."""
    if names is None:
        names = Names()
        names.add_layer(article.text, layer)
    return Looked(article, layer, schema, tokens, names, breathe)


def check(looked: Looked, rules: Mapping[str, Rule], right: Collection[str] = ()) -> list[Finding]:
    """Return what the rules find, without what a person called right before, in the order of the text."""
    found = (finding for rule in rules.values() for finding in rule(looked) if finding.key not in right)
    return sorted(found, key=lambda finding: (finding.start, finding.end, finding.rule))


def mended(article: Article, layer: Layer, schema: Schema, findings: Sequence[Finding], ids: Iterator[str]) -> Change:
    """Return the one change that mends every finding that has a remedy; *ids* are for new entities.

    Raises BadInput where there is none, or one of them is not allowed.
    """
    after, rows = layer, list[RowChange]()
    for finding in findings:
        mend, entity = finding.mend, after.entities.get(finding.mark or "")
        if mend is None or entity is None:
            continue
        for change in _steps(article, after, schema, entity, mend):
            rows.extend(change.rows)
            after = apply(after, change.rows)
    new = [f.mend for f in findings if f.mend is not None and f.mark is None]
    if new:
        marks = [Entity(next(ids), mend.label, mend.start, mend.end) for mend in new]
        rows.extend(mark_all(article, after, schema, marks).rows)
    if not rows:
        raise BadInput("There is nothing here that a key can mend.")
    return Change("mend", article.id, layer.annotator, tuple(rows))


def _steps(article: Article, layer: Layer, schema: Schema, entity: Entity, mend: Mend) -> Iterator[Change]:
    if entity.label != mend.label:
        yield relabel(article, layer, schema, entity.id, mend.label)
    elif (entity.start, entity.end) != (mend.start, mend.end):
        yield resize(article, layer, schema, entity.id, [(mend.start, mend.end)])
