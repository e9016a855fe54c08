"""Writing DyGIE++'s documents: a paragraph is a sentence, and entities and relations lie whole in one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from ...models.article import Article
from ...models.errors import Message
from ...models.layer import Chain, Entity, Layer, Relation
from ...models.tokens import Token
from .contract import ExportDocument, Loss, LossSink, Parsed, Raw, ReadOptions, WriteOptions, Written
from .dygie import ENDS, PLACES, TEXT, DygieReader
from .holding import Holds
from .proven_lines import Line, shown, write_lines
from .token_places import Fitted, fitted

_HOLDS = Holds(relations=True, chains=True)
_DATASET = "khaotag"


class DygieWriter:
    """Writes one layer of each article as a line."""

    one_layer = True

    def needs_folder(self, options: WriteOptions) -> bool:
        """Return False: there is one file."""
        return False

    def write(
        self, documents: Iterable[ExportDocument], folder: Path, name: str, options: WriteOptions, sink: LossSink
    ) -> list[Written]:
        """Write `NAME.jsonl`, each batch of lines read back from the file before the next."""
        return [write_lines(folder / f"{name}.jsonl", documents, lambda document: _lines(document, sink), _read)]

    def preview(self, document: ExportDocument, options: WriteOptions, sink: LossSink) -> str:
        """Return the article's line."""
        return shown(_lines(document, sink))


def _lines(document: ExportDocument, sink: LossSink) -> list[Line]:
    article, text = document.article, document.article.text
    layer = document.layers[0] if document.layers else Layer("")

    def crosses(entity: Entity) -> Message | None:
        return Message("It crosses the end of a paragraph.") if "\n" in text[entity.start : entity.end] else None

    made = fitted(document, layer, document.tokens(), _HOLDS, sink, crosses)
    if not made.tokens:
        sink.lost(Loss(article.id, "text", Message("Nothing of the text is left outside what is excluded.")))
        return []
    sheet = _Sheet(article, made, sink)
    kept = made.layer._replace(annotator="", relations=sheet.relations, chains=sheet.chains)
    return [Line(article.id, sheet.record(), text, (kept,))]


class _Sheet:
    """One article as sentences, with the relations and chains that can be told by tokens."""

    def __init__(self, article: Article, made: Fitted, sink: LossSink) -> None:
        self._article = article
        self._made = made
        self._sink = sink
        self._firsts = _firsts(article.text, made.tokens)
        self._entities: list[list[Entity]] = [[] for _ in self._firsts]
        self._place: dict[str, tuple[int, int]] = {}
        on: dict[tuple[int, int], str] = {}
        for entity in made.layer.sorted_entities():
            number = bisect_right(self._firsts, made.spans[entity.id][0]) - 1
            self._place[entity.id] = number, len(self._entities[number])
            self._entities[number].append(entity)
            on.setdefault(made.spans[entity.id], entity.id)
        self.relations = self._within_sentences()
        self.chains = {chain.id: self._told(chain, on) for chain in made.layer.chains.values()}

    def _within_sentences(self) -> dict[str, Relation]:
        found = {}
        for _, relation in sorted(self._made.layer.relations.items()):
            if self._place[relation.head][0] == self._place[relation.tail][0]:
                found[relation.id] = relation
            else:
                why = Message("It joins entities of two paragraphs; this format holds relations within one.")
                self._sink.lost(Loss(self._article.id, relation.id, why))
        return found

    def _told(self, chain: Chain, on: dict[tuple[int, int], str]) -> Chain:
        """Return the chain as tokens tell it: of several entities on the same ones, the first is its member."""
        members = tuple(dict.fromkeys(on[self._made.spans[member]] for member in chain.members))
        if members != chain.members:
            why = Message("Members of the chain “{id}” share their words with other entities.", id=chain.id)
            self._sink.lost(Loss(self._article.id, "chains", why))
        return chain._replace(members=members)

    def record(self) -> dict[str, Any]:
        """Return the document's JSON object."""
        made, text, span = self._made, self._article.text, self._made.span
        parts = [made.tokens[first:after] for first, after in _pairs(self._firsts, len(made.tokens))]
        ends = [0, *(part[-1][1] for part in parts[:-1]), len(text)]
        links: list[list[Relation]] = [[] for _ in parts]
        for relation in self.relations.values():
            links[self._place[relation.head][0]].append(relation)
        return {
            "doc_key": self._article.id,
            "dataset": _DATASET,
            "sentences": [[text[start:end] for start, end in part] for part in parts],
            "ner": [[[*span(e.id), e.label] for e in entities] for entities in self._entities],
            "relations": [[[*span(r.head), *span(r.tail), r.label] for r in row] for row in links],
            "clusters": [[span(member) for member in chain.members] for chain in self.chains.values()],
            TEXT: [text[start:end] for start, end in pairwise(ends)],
            PLACES: parts,
            ENDS: [[[self._place[r.head][1], self._place[r.tail][1]] for r in row] for row in links],
        }


def _firsts(text: str, tokens: Sequence[Token]) -> list[int]:
    """Return the index of each paragraph's first token."""
    return [
        index for index, (start, _) in enumerate(tokens) if index == 0 or "\n" in text[tokens[index - 1][1] : start]
    ]


def _pairs(firsts: Sequence[int], count: int) -> list[tuple[int, int]]:
    return list(zip(firsts, [*firsts[1:], count], strict=True))


def _read(data: bytes) -> Parsed:
    return DygieReader().parse(Raw("", "", data), ReadOptions(annotator=""))
