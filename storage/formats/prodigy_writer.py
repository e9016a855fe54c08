"""Writing Prodigy's JSON Lines: a line for each article and annotator, with tokens that tile the whole text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from ...models.article import Article
from ...models.layer import Entity, Layer
from ...models.tokens import Token
from .contract import ExportDocument, LossSink, Parsed, Raw, ReadOptions, WriteOptions, Written
from .holding import Holds
from .prodigy import ProdigyReader
from .proven_lines import Line, shown, told_of, write_lines
from .token_places import Fitted, fitted

_HOLDS = Holds(relations=True, labels=True)


class ProdigyWriter:
    """Writes every layer of an article as a line of its own."""

    one_layer = False

    def needs_folder(self, options: WriteOptions) -> bool:
        """Return False: there is one file."""
        return False

    def write(
        self, documents: Iterable[ExportDocument], folder: Path, name: str, options: WriteOptions, sink: LossSink
    ) -> list[Written]:
        """Write `NAME.jsonl`, each batch of lines read back from the file before the next."""
        return [write_lines(folder / f"{name}.jsonl", documents, lambda document: _lines(document, sink), _read)]

    def preview(self, document: ExportDocument, options: WriteOptions, sink: LossSink) -> str:
        """Return the article's lines."""
        return shown(_lines(document, sink))


def _lines(document: ExportDocument, sink: LossSink) -> list[Line]:
    tokens, skipped = _tiled(document.article, document.tokens())
    if not document.layers:
        return [_line(document.article, Fitted(Layer(""), tokens), skipped, None)]
    return [
        _line(document.article, fitted(document, layer, tokens, _HOLDS, sink), skipped, layer.annotator)
        for layer in document.layers
    ]


def _line(article: Article, made: Fitted, skipped: Sequence[Token], annotator: str | None) -> Line:
    layer = made.layer
    spaced = _Spaced(article.text, made)
    record: dict[str, Any] = {
        "id": article.id,
        "text": article.text,
        **told_of(article),
        "tokens": spaced.records(skipped),
    }
    if annotator is None:
        return Line(article.id, record, article.text, ())
    record["spans"] = [spaced.span(entity) for entity in layer.sorted_entities()]
    record["relations"] = [
        {
            "head": head["token_end"],
            "child": child["token_end"],
            "head_span": head,
            "child_span": child,
            "label": relation.label,
        }
        for _, relation in sorted(layer.relations.items())
        for head, child in [[spaced.span(layer.entities[mark]) for mark in (relation.head, relation.tail)]]
    ]
    if layer.head.labels:
        record["options"] = [{"id": label, "text": label} for label in layer.head.labels]
        record["accept"] = list(layer.head.labels)
    record |= {"answer": "accept", "_annotator_id": annotator, "_session_id": annotator}
    return Line(article.id, record, article.text, (layer,))


class _Spaced:
    """Tokens as Prodigy has them: one space behind a word is no token of its own but the word's `ws`."""

    def __init__(self, text: str, made: Fitted) -> None:
        self._text = text
        self._made = made
        edges = {edge for e in made.layer.entities.values() for edge in ((e.start, 0), (e.end, 1))}
        self._kept: list[tuple[Token, bool]] = []
        self._number: list[int] = []  # of each token among those that are kept
        for start, end in made.tokens:
            last = self._kept[-1] if self._kept else None
            folds = (
                text[start:end] == " " and last is not None and not last[1] and not text[last[0][0] : start].isspace()
            )
            if folds and last is not None and (start, 0) not in edges and (end, 1) not in edges:
                self._kept[-1] = (last[0], True)
            else:
                self._kept.append(((start, end), False))
            self._number.append(len(self._kept) - 1)

    def records(self, skipped: Sequence[Token]) -> list[dict[str, Any]]:
        """Return the tokens; those that nobody can mark, line ends and what is excluded, are disabled."""
        excluded = {start for start, _ in skipped}
        return [
            {
                "text": self._text[start:end],
                "start": start,
                "end": end,
                "id": number,
                "ws": ws,
                "disabled": start in excluded,
            }
            for number, ((start, end), ws) in enumerate(self._kept)
        ]

    def span(self, entity: Entity) -> dict[str, Any]:
        """Return an entity's span, its last token included."""
        first, last = self._made.spans[entity.id]
        return {
            "start": entity.start,
            "end": entity.end,
            "token_start": self._number[first],
            "token_end": self._number[last],
            "label": entity.label,
            "text": self._text[entity.start : entity.end],
            "id": entity.id,
        }


def _tiled(article: Article, tokens: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """Return tokens that leave nothing of the text out, and those among them that were put into the gaps."""
    whole: list[Token] = []
    gaps: list[Token] = []
    at = 0
    for start, end in [*tokens, (len(article.text), len(article.text))]:
        if at < start:
            gaps.append((at, start))
            whole.append((at, start))
        if start < end:
            whole.append((start, end))
        at = end
    return whole, gaps


def _read(data: bytes) -> Parsed:
    return ProdigyReader().parse(Raw("", "", data), ReadOptions(annotator=""))
