"""Writing CoNLL: tokens cut where an entity begins or ends, tags in IOB2, BIOES or IO, nested entities by choice.

With nested “layers” every level of nesting has a file: NAME.conll holds the outermost entities, NAME.level2.conll those
inside them, and so on; all files have the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from ...models.article import Article
from ...models.errors import Message
from ...models.layer import Entity, Layer, Relation
from ...models.tokens import Token, cut_at_edges, token_range
from .conll_sentences import DOCSTART, OUTSIDE, Sentence, Span, sentences_of
from .contract import ExportDocument, Loss, LossSink, NotTheSame, Scheme, WriteOptions, Written
from .flatten import flatten, levels
from .writing import report_counts, with_origin

_BETWEEN = f"{DOCSTART}\t{OUTSIDE}\n\n"
_PROOF_EVERY = 64
_TABS = re.compile(r"\t+")
_DOCSTART = re.compile(DOCSTART)
_BREAKS = re.compile(r"[\t\n\r]")


class Sheet(NamedTuple):
    """One article as paragraphs of words; `levels` has, for each file, the entities of each paragraph."""

    words: list[list[str]]
    levels: list[list[list[Span]]]

    def level(self, index: int) -> list[list[Span]]:
        """Return the entities of a file, none where the article has no such level."""
        return self.levels[index] if index < len(self.levels) else [[] for _ in self.words]


class ConllWriter:
    """Writes word and tag."""

    one_layer = True

    def needs_folder(self, options: WriteOptions) -> bool:
        """Return whether nested entities may ask for further files."""
        return options.nested == "layers"

    def write(
        self, documents: Iterable[ExportDocument], folder: Path, name: str, options: WriteOptions, sink: LossSink
    ) -> list[Written]:
        """Write `NAME.conll`, and a file for each further level; each batch is read back from the files."""
        files = _Files(folder, name, options.scheme)
        try:
            for document in documents:
                sheet = sheet_of(document, options, sink)
                if sheet.words:
                    files.add(document.article.id, sheet)
            files.prove()
        finally:
            files.close()
        return [Written(path, files.count) for path in files.paths]

    def preview(self, document: ExportDocument, options: WriteOptions, sink: LossSink) -> str:
        """Return the lines of the article, those of further levels below."""
        sheet = sheet_of(document, options, sink)
        return "\n".join(_lines(sheet, index, options.scheme) for index in range(max(1, len(sheet.levels))))


def sheet_of(document: ExportDocument, options: WriteOptions, sink: LossSink) -> Sheet:
    """Return the paragraphs of an article with the entities that one tag a word can hold; the others go to *sink*."""
    article = document.article
    entities = [entity for layer in document.layers for entity in _held(article, layer, sink)]
    if options.nested == "layers":
        chosen = levels(entities)
    else:
        kept, dropped = flatten(entities, options.nested)
        chosen = [kept]
        for entity, other in dropped:
            sink.lost(Loss(article.id, entity.id, _overlap(article, other)))
    tokens, _ = cut_at_edges(document.tokens(), _forced(article.text))
    tokens, cut = cut_at_edges(tokens, [edge for level in chosen for e in level for edge in (e.start, e.end)])
    sink.tokens_split(cut)
    if not tokens:
        sink.lost(Loss(article.id, "text", Message("Nothing of the text is left outside what is excluded.")))
    paragraphs = _paragraphs(article.text, tokens)
    spans = [_placed(article, paragraphs, level, options.scheme, sink) for level in chosen]
    return Sheet([[article.text[start:end] for start, end in part] for part in paragraphs], spans)


def _forced(text: str) -> list[int]:
    """Return where a word must end, so that none looks like another column or the line between articles."""
    tabs = [edge for match in _TABS.finditer(text) for edge in match.span()]
    return tabs + [match.start() + 1 for match in _DOCSTART.finditer(text)]


def _held(article: Article, layer: Layer, sink: LossSink) -> Iterator[Entity]:
    """Yield the entities that lie whole in one paragraph; all else that words and tags cannot say is lost."""
    excluded = article.state.confirmed()
    for entity in layer.sorted_entities():
        if entity.fragments:
            why = Message("It is discontinuous.")
        elif "\n" in article.text[entity.start : entity.end]:
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
    last = 0
    for token in tokens:
        if not found or "\n" in text[last : token[0]]:
            found.append([])
        found[-1].append(token)
        last = token[1]
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


def _lines(sheet: Sheet, level: int, scheme: Scheme) -> str:
    parts: list[str] = []
    for words, spans in zip(sheet.words, sheet.level(level), strict=True):
        tags = [OUTSIDE] * len(words)
        for label, first, after in spans:
            tags[first:after] = _tags(label, after - first, scheme)
        parts.extend(f"{word}\t{tag}\n" for word, tag in zip(words, tags, strict=True))
        parts.append("\n")
    return "".join(parts)


def _tags(label: str, count: int, scheme: Scheme) -> list[str]:
    inside = f"I-{label}"
    if scheme == "io":
        return [inside] * count
    if scheme == "iob2":
        return [f"B-{label}", *[inside] * (count - 1)]
    return [f"S-{label}"] if count == 1 else [f"B-{label}", *[inside] * (count - 2), f"E-{label}"]


class _Files:
    """The files of one split: the first holds the outermost level, further ones are begun when they are needed."""

    def __init__(self, folder: Path, name: str, scheme: Scheme) -> None:
        self.paths: list[Path] = []
        self.count = 0
        self._folder = folder
        self._name = name
        self._scheme = scheme
        self._files: list[BinaryIO] = []
        self._backs: list[BinaryIO] = []
        self._pending: list[tuple[str, Sheet, list[int]]] = []
        self._begin(f"{name}.conll")

    def add(self, article: str, sheet: Sheet) -> None:
        """Write one article to every file."""
        while len(self._files) < len(sheet.levels):
            self._begin(f"{self._name}.level{len(self._files) + 1}.conll")
        between = _BETWEEN if self.count else ""
        sizes = [
            file.write((between + _lines(sheet, level, self._scheme)).encode())
            for level, file in enumerate(self._files)
        ]
        self.count += 1
        self._pending.append((article, sheet, sizes))
        if len(self._pending) == _PROOF_EVERY:
            self.prove()

    def _begin(self, name: str) -> None:
        """Begin a file; a further level has the words of all articles so far, without entities."""
        if self._files:
            self.prove()
        path = self._folder / name
        file = path.open("wb")
        self._files.append(file)
        self._backs.append(path.open("rb"))
        self.paths.append(path)
        if len(self.paths) > 1:
            with self.paths[0].open("rb") as first:
                for line in first:
                    file.write(line if line == b"\n" else line.rpartition(b"\t")[0] + b"\tO\n")
            file.flush()
            self._backs[-1].seek(file.tell())

    def prove(self) -> None:
        """Read back what was written since the last time and compare it with what went in."""
        for file in self._files:
            file.flush()
        for article, sheet, sizes in self._pending:
            for level, size in enumerate(sizes):
                block = self._backs[level].read(size).decode().removeprefix(_BETWEEN)
                read = [s for s in sentences_of(block.split("\n"), 1) if isinstance(s, Sentence)]
                if [s.words for s in read] != sheet.words or [s.spans for s in read] != sheet.level(level):
                    raise NotTheSame(
                        "“{article}” was read back differently from how it was written. {reason}",
                        article=article,
                        reason="",
                    )
        self._pending = []

    def close(self) -> None:
        """Close the files."""
        for file in (*self._files, *self._backs):
            file.close()
