"""An article as paragraphs of words with entities on them: what formats with a word a line write.

Tokens are cut where an entity begins or ends; of nested entities those are taken that the options choose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...models.article import Article
from ...models.errors import Message
from ...models.layer import Entity, Layer, Relation
from ...models.tokens import Token, cut_at_edges, token_range
from .conll_sentences import DOCSTART, Span
from .contract import ExportDocument, Loss, LossSink, Scheme, WriteOptions
from .flatten import flatten, levels
from .writing import report_counts, with_origin

# so that no word looks like another column or like the line between articles
_FORCED = re.compile(rf"(?<!\t)(?=\t)|\t+|-(?={DOCSTART[1:]})")
_BREAKS = re.compile(r"[\t\n\r]")


class Sheet(NamedTuple):
    """One article as paragraphs of words; `levels` has, for each file, the entities of each paragraph."""

    words: list[list[str]]
    levels: list[list[list[Span]]]

    def level(self, index: int) -> list[list[Span]]:
        """Return the entities of a file, none where the article has no such level."""
        return self.levels[index] if index < len(self.levels) else [[] for _ in self.words]


def sheet_of(
    document: ExportDocument, options: WriteOptions, sink: LossSink, forced: re.Pattern[str] = _FORCED
) -> Sheet:
    """Return the paragraphs of an article with the entities that one tag a word can hold; the others go to *sink*.

    A word ends wherever a match of *forced* does.
    """
    article = document.article
    entities = [entity for layer in document.layers for entity in held(article, layer, sink)]
    chosen = flat_levels(article, entities, options, sink)
    tokens, _ = cut_at_edges(document.tokens(), [match.end() for match in forced.finditer(article.text)])
    tokens, cut = cut_at_edges(tokens, [edge for level in chosen for e in level for edge in (e.start, e.end)])
    sink.tokens_split(cut)
    if not tokens:
        sink.lost(Loss(article.id, "text", Message("Nothing of the text is left outside what is excluded.")))
    paragraphs = _paragraphs(article.text, tokens)
    spans = [_placed(article, paragraphs, level, options.scheme, sink) for level in chosen]
    return Sheet([[article.text[start:end] for start, end in part] for part in paragraphs], spans)


def flat_levels(
    article: Article, entities: Sequence[Entity], options: WriteOptions, sink: LossSink
) -> list[list[Entity]]:
    """Return the entities in levels without overlaps: as many as they need, or one and the others to *sink*."""
    if options.nested == "layers":
        return levels(entities)
    kept, dropped = flatten(entities, options.nested)
    for entity, other in dropped:
        sink.lost(Loss(article.id, entity.id, _overlap(article, other)))
    return [kept]


def held(article: Article, layer: Layer, sink: LossSink, *, across_lines: bool = False) -> Iterator[Entity]:
    """Yield the entities that words can hold; all else that words and tags cannot say is lost.

    An entity must lie outside what is excluded and, unless it may go *across_lines*, whole in one paragraph.
    """
    excluded = article.state.confirmed()
    for entity in layer.sorted_entities():
        if entity.fragments:
            why = Message("It is discontinuous.")
        elif not across_lines and "\n" in article.text[entity.start : entity.end]:
            why = Message("It crosses the end of a paragraph.")
        elif any(start < entity.end and entity.start < end for start, end in excluded):
            why = Message("It lies in an excluded stretch.")
        else:
            yield entity
            continue
        sink.lost(Loss(article.id, entity.id, why))
    for _, relation in sorted(layer.relations.items()):
        sink.lost(Loss(article.id, relation.id, Message("This format holds no relations.")))
    marks: list[Entity | Relation] = [*layer.entities.values(), *layer.relations.values()]
    report_counts(
        article.id,
        sink,
        attributes=sum(1 for mark in marks if mark.attributes),
        notes=len(layer.notes) + sum(1 for mark in marks if mark.note),
        chains=len(layer.chains),
        origins=with_origin(marks),
        labels=len(layer.head.labels),
    )


def _overlap(article: Article, other: Entity) -> Message:
    surface = other.surface(article.text)
    shown = surface if len(surface) <= 40 else f"{surface[:39]}…"
    return Message("It overlaps “{other}”, which has the tag.", other=shown)


def _paragraphs(text: str, tokens: Sequence[Token]) -> list[list[Token]]:
    found: list[list[Token]] = []
    part: list[Token] = []
    last = 0
    for token in tokens:
        start, end = token
        if not found or (last < start and "\n" in text[last:start]):
            part = []
            found.append(part)
        part.append(token)
        last = end
    return found


def _placed(
    article: Article, paragraphs: list[list[Token]], level: list[Entity], scheme: Scheme, sink: LossSink
) -> list[list[Span]]:
    """Return the entities of one level as words of each paragraph; both are in the order of the text."""
    spans: list[list[Span]] = [[] for _ in paragraphs]
    index = 0
    for entity in level:
        while index < len(paragraphs) and paragraphs[index][-1][1] <= entity.start:
            index += 1
        part = paragraphs[index] if index < len(paragraphs) else []
        first, after = token_range(part, entity.start, entity.end)
        if first == after or (part[first][0], part[after - 1][1]) != (entity.start, entity.end):
            sink.lost(Loss(article.id, entity.id, Message("There are no words where it lies.")))
            continue
        found = spans[index]
        label = _BREAKS.sub(" ", entity.label)
        if scheme == "io" and found and found[-1].after == first and found[-1].label == label:
            why = Message("It touches another {label} before it; IO tags cannot keep them apart.", label=label)
            sink.lost(Loss(article.id, entity.id, why))
            first = found.pop().first
        found.append(Span(label, first, after))
    return spans
