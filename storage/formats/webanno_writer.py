"""Writing WebAnno TSV 3.3: `ID.tsv`, a sentence for each line of the text, named entities, relations and coreference.

The file holds the whole text: what stands between the tokens of two lines belongs to the sentence before it.  The id of
the first sentence is that of the article, which also tells our own files from those of others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ...models.errors import Message
from ...models.layer import Entity, Layer, Relation
from ...models.offsets import Utf16Map
from ...models.tokens import Token, cut_at_edges, token_range
from .cas_types import LINK, NAMED_ENTITY, RELATION
from .contract import ExportDocument, Loss, LossSink, NotTheSame, Raw, ReadOptions, WriteOptions, Written
from .holding import Holds, held
from .webanno_cells import NOTHING, NULL, escaped, escaped_text
from .webanno_tsv import OWN_SENTENCE, TsvFile, WebannoReader
from .writing import file_stem

_HOLDS = Holds(relations=True, attributes=True, chains=True, chain_labels=True)
_READ = ReadOptions(annotator="")
_FEATURE = re.compile(r"(?!ROLE_|BT_|value$)[^\s|\\.]+")  # a feature of INCEpTION has no dot; `value` is the label


class WebannoWriter:
    """Writes one layer of each article as a file of its own."""

    one_layer = True

    def needs_folder(self, options: WriteOptions) -> bool:
        """Return True: each article has a file of its own."""
        return True

    def write(
        self, documents: Iterable[ExportDocument], folder: Path, name: str, options: WriteOptions, sink: LossSink
    ) -> list[Written]:
        """Write every article and read it back; the parts of a split have folders of their own."""
        if name != "data":
            folder = folder / name
            folder.mkdir(exist_ok=True)
        taken: set[str] = set()
        written: list[Written] = []
        for document in documents:
            sheet = _Sheet(document, sink)
            path = folder / f"{file_stem(document.article.id, taken)}.tsv"
            path.write_bytes(sheet.lines().encode())
            _prove(sheet, path)
            written.append(Written(path, 1))
        return written

    def preview(self, document: ExportDocument, options: WriteOptions, sink: LossSink) -> str:
        """Return the article's file."""
        return _Sheet(document, sink).lines()


class _Sentence(NamedTuple):
    """Where the text of a sentence lies, and the first of its tokens and the one after the last."""

    start: int
    end: int
    first: int
    after: int


class _Sheet:
    """One article as rows and columns."""

    def __init__(self, document: ExportDocument, sink: LossSink) -> None:
        self.article = document.article
        self.layer = self._held(document, sink)
        self._tokens, cut = _tokens(document, self.layer)
        sink.tokens_split(cut)
        self._sentences = list(_sentences(self.article.text, self._tokens))
        self._ids = [
            f"{number}-{token - sentence.first + 1}"
            for number, sentence in enumerate(self._sentences, 1)
            for token in range(sentence.first, sentence.after)
        ]
        entities = self.layer.sorted_entities()
        self._places = {e.id: token_range(self._tokens, e.start, e.end) for e in entities}
        self._at: dict[int, list[Entity]] = {}
        for entity in entities:
            for token in range(*self._places[entity.id]):
                self._at.setdefault(token, []).append(entity)
        stacked = {e.id for here in self._at.values() if len(here) > 1 for e in here}
        several = {key for key, (first, after) in self._places.items() if after - first > 1}
        told = [e.id for e in entities if e.id in stacked | several]
        self._numbers = {key: number for number, key in enumerate(told, 1)}

    def lines(self) -> str:
        """Return the file."""
        layers = [self._span_layer()]
        layers += [self._chain_layer()] if self.layer.chains else []
        layers += [self._relation_layer()] if self.layer.relations else []
        columns = [column for _, made in layers for column in made]
        text = self.article.text
        units = Utf16Map(text)
        lines = ["#FORMAT=WebAnno TSV 3.3", *(header for header, _ in layers), ""]
        for number, sentence in enumerate(self._sentences):
            lines.append("")
            if number == 0:
                lines.append(f"#Sentence.id={OWN_SENTENCE}{escaped_text(self.article.id)}")
            lines += [f"#Text={escaped_text(line)}" for line in text[sentence.start : sentence.end].split("\n")]
            for token in range(sentence.first, sentence.after):
                start, end = self._tokens[token]
                place = f"{units.to_units(start)}-{units.to_units(end)}"
                cells = [column.get(token, NOTHING) for column in columns]
                lines.append("\t".join((self._ids[token], place, escaped_text(text[start:end]), *cells, "")))
        return "\n".join(lines) + "\n"

    def _held(self, document: ExportDocument, sink: LossSink) -> Layer:
        layer = held(self.article, document.layers[0] if document.layers else Layer(""), _HOLDS, sink)
        entities = {key: e._replace(attributes=self._attributes(e, sink)) for key, e in layer.entities.items()}
        relations = {key: r._replace(attributes=self._attributes(r, sink)) for key, r in layer.relations.items()}
        return layer._replace(entities=entities, relations=relations)

    def _attributes(self, mark: Entity | Relation, sink: LossSink) -> Mapping[str, Any]:
        found = {name: value for name, value in mark.attributes.items()
                 if isinstance(value, str) and value.strip() and _FEATURE.fullmatch(name)}  # fmt: skip
        if len(found) < len(mark.attributes):
            names = ", ".join(name for name in mark.attributes if name not in found)
            why = Message("This format holds attributes that are texts with plain names, not those of “{id}”: {names}.",
                          id=mark.id, names=names)  # fmt: skip
            sink.lost(Loss(self.article.id, "attributes", why))
        return found

    def _span_layer(self) -> tuple[str, list[dict[int, str]]]:
        names = sorted({name for entity in self.layer.entities.values() for name in entity.attributes})
        columns = [
            {token: "|".join(f"{_told(e, name)}{self._number(e)}" for e in here) for token, here in self._at.items()}
            for name in ("value", *names)
        ]
        return f"#T_SP={'|'.join((NAMED_ENTITY, 'value', *names))}", columns

    def _number(self, entity: Entity) -> str:
        number = self._numbers.get(entity.id)
        return f"[{number}]" if number else ""

    def _chain_layer(self) -> tuple[str, list[dict[int, str]]]:
        types: dict[int, list[str]] = {}
        links: dict[int, list[str]] = {}
        for number, (_, chain) in enumerate(sorted(self.layer.chains.items()), 1):
            label = escaped(chain.label) if chain.label else NULL
            for order, member in enumerate(chain.members, 1):
                for token in range(*self._places[member]):
                    types.setdefault(token, []).append(f"{escaped(self.layer.entities[member].label)}[{number}]")
                    links.setdefault(token, []).append(f"{label}->{number}-{order}")
        columns = [{token: "|".join(cell) for token, cell in column.items()} for column in (types, links)]
        return f"#T_CH={LINK}|referenceType|referenceRelation", columns

    def _relation_layer(self) -> tuple[str, list[dict[int, str]]]:
        relations = [relation for _, relation in sorted(self.layer.relations.items())]
        names = sorted({name for relation in relations for name in relation.attributes})
        at: dict[int, list[Relation]] = {}
        for relation in relations:
            at.setdefault(self._places[relation.tail][0], []).append(relation)
        columns = [
            {token: "|".join(_told(relation, name) for relation in here) for token, here in at.items()}
            for name in ("value", *names)
        ]
        columns.append({token: "|".join(map(self._reference, here)) for token, here in at.items()})
        return f"#T_RL={'|'.join((RELATION, 'value', *names))}|BT_{NAMED_ENTITY}", columns

    def _reference(self, relation: Relation) -> str:
        head, tail = self._numbers.get(relation.head, 0), self._numbers.get(relation.tail, 0)
        unit = self._ids[self._places[relation.head][0]]
        return f"{unit}[{head}_{tail}]" if head or tail else unit


def _told(mark: Entity | Relation, name: str) -> str:
    value = mark.label if name == "value" else mark.attributes.get(name)
    return escaped(value) if value is not None else NULL


def _tokens(document: ExportDocument, layer: Layer) -> tuple[list[Token], int]:
    """Return the tokens of the rows, and how many were cut: spaces only where an entity begins or ends with them."""
    text = document.article.text
    starts = {entity.start for entity in layer.entities.values()}
    ends = {entity.end for entity in layer.entities.values()}
    words, cut = cut_at_edges(document.tokens(), starts | ends)
    between, _ = cut_at_edges(_gaps(words, len(text)), starts | ends)
    spaces = {token for token in words if text[slice(*token)].isspace()} | set(between)
    kept = [token for token in sorted({*words, *between})
            if token not in spaces or token[0] in starts or token[1] in ends]  # fmt: skip
    first = kept[0][0] if kept else len(text)
    if text[:first].strip(" "):
        kept.insert(0, (0, first))
    return kept, cut


def _gaps(tokens: Sequence[Token], length: int) -> list[Token]:
    edges = [0, *(edge for token in tokens for edge in token), length]
    return [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]


def _sentences(text: str, tokens: Sequence[Token]) -> Iterable[_Sentence]:
    """Yield the sentences: a new one begins where a line end and nothing but spaces lie before a token."""
    begun, first = tokens[0][0], 0
    for index in range(1, len(tokens)):
        start = tokens[index][0]
        line = text.rfind("\n", tokens[index - 1][1], start)
        if line >= 0 and not text[line + 1 : start].strip(" "):
            yield _Sentence(begun, line, first, index)
            begun, first = start, index
    yield _Sentence(begun, len(text), first, len(tokens))


def _prove(sheet: _Sheet, path: Path) -> None:
    parsed = WebannoReader().parse(Raw(path.name, "", TsvFile(path.read_bytes(), "")), _READ)
    same = False
    if parsed.documents and not parsed.problems:
        read = parsed.documents[0]
        same = (read.article.id, read.article.text) == (sheet.article.id, sheet.article.text) and _marks(
            read.layers[0]
        ) == _marks(sheet.layer)
    if not same:
        raise NotTheSame(
            "“{article}” was read back differently from how it was written. {reason}",
            article=sheet.article.id,
            reason=parsed.problems[0].reason if parsed.problems else "",
        )


def _marks(layer: Layer) -> tuple[Counter[Any], ...]:
    """Return the marks as what they are, without the ids that the format does not know."""
    places = {key: (e.label, e.start, e.end, _sorted(e)) for key, e in layer.entities.items()}
    bare = {key: place[:3] for key, place in places.items()}
    return (
        Counter(places.values()),
        Counter((r.label, places[r.head], places[r.tail], _sorted(r)) for r in layer.relations.values()),
        Counter((c.label, tuple(bare[member] for member in c.members)) for c in layer.chains.values()),
    )


def _sorted(mark: Entity | Relation) -> tuple[tuple[str, Any], ...]:
    return tuple(sorted(mark.attributes.items()))
