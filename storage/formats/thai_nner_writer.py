"""Writing Thai N-NER: every entity on whole words, which are cut at its edges; a line feed is a word of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import orjson

from ...models.article import Article
from ...models.errors import Message
from ...models.layer import Entity
from ...models.tokens import Token, cut_at_edges, token_range
from .contract import Document, ExportDocument, Loss, LossSink, NotTheSame, Raw, ReadOptions, WriteOptions, Written
from .sheets import held
from .thai_nner import ThaiNnerReader
from .token_text import SPACE

_PROOF_EVERY = 256
_READ = ReadOptions(annotator="")
_OPEN, _BETWEEN, _CLOSE = b"[\n", b",\n", b"\n]\n"

Span = tuple[str, int, int]


class Sentence(NamedTuple):
    """An article as words, as they stand in the text, and its entities as [first, after) of them."""

    article: str
    words: list[str]
    spans: list[Span]


class ThaiNnerWriter:
    """Writes a list with an object for each article."""

    one_layer = True

    def needs_folder(self, options: WriteOptions) -> bool:
        """Return False: there is one file."""
        return False

    def write(
        self, documents: Iterable[ExportDocument], folder: Path, name: str, options: WriteOptions, sink: LossSink
    ) -> list[Written]:
        """Write `NAME.json`, each batch of articles read back from the file before the next."""
        path = folder / f"{name}.json"
        count = 0
        with path.open("wb") as file, path.open("rb") as back:
            batch: list[tuple[Sentence, int, int]] = []
            file.write(_OPEN)
            for document in documents:
                sentence = sentence_of(document, sink)
                if not sentence.words:
                    continue
                if count:
                    file.write(_BETWEEN)
                batch.append((sentence, file.tell(), file.write(_record(sentence, count))))
                count += 1
                if len(batch) == _PROOF_EVERY:
                    _prove(batch, file, back)
                    batch = []
            file.write(_CLOSE)
            _prove(batch, file, back)
        return [Written(path, count)]

    def preview(self, document: ExportDocument, options: WriteOptions, sink: LossSink) -> str:
        """Return the article's object."""
        return _record(sentence_of(document, sink), 0).decode() + "\n"


def sentence_of(document: ExportDocument, sink: LossSink) -> Sentence:
    """Return an article's words and the spans of its entities; what cannot be said so goes to *sink*."""
    article = document.article
    entities = [e for layer in document.layers for e in held(article, layer, sink, across_lines=True)]
    edges = [edge for entity in entities for edge in (entity.start, entity.end)]
    tokens, cut = cut_at_edges(document.tokens(), edges)
    sink.tokens_split(cut)
    tokens = list(_with_breaks(article.text, tokens))
    words = [article.text[start:end] for start, end in tokens]
    if not words:
        sink.lost(Loss(article.id, "text", Message("Nothing of the text is left outside what is excluded.")))
    if alone := words.count(SPACE):
        why = Message("This format reads an underscore alone as a space; there are {count}.", count=alone)
        sink.lost(Loss(article.id, "text", why))
    spans = list(_spans(article, entities, tokens, sink))
    return Sentence(article.id, [" " if word == SPACE else word for word in words], spans)


def _with_breaks(text: str, tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens, several spaces one by one, and each line feed between them."""
    last = 0
    for start, end in [*tokens, (len(text), len(text))]:
        for at in range(last, start):
            if text[at] == "\n":
                yield at, at + 1
        if text[start:end].strip(" "):
            yield start, end
        else:
            yield from ((at, at + 1) for at in range(start, end))
        last = end


def _spans(article: Article, entities: Sequence[Entity], tokens: Sequence[Token], sink: LossSink) -> Iterator[Span]:
    for entity in entities:
        first, after = token_range(tokens, entity.start, entity.end)
        if first == after or (tokens[first][0], tokens[after - 1][1]) != (entity.start, entity.end):
            sink.lost(Loss(article.id, entity.id, Message("There are no words where it lies.")))
        else:
            yield entity.label, first, after


def _record(sentence: Sentence, number: int) -> bytes:
    words = [SPACE if word == " " else word for word in sentence.words]
    record: dict[str, Any] = {
        "sentence_id": number,
        "id": sentence.article,
        "tokens": words,
        "text": " ".join(words),
        "entities": [
            {"span": [first, after], "entity_type": label, "text": " ".join(words[first:after])}
            for label, first, after in sentence.spans
        ],
    }
    return orjson.dumps(record)


def _prove(batch: list[tuple[Sentence, int, int]], file: BinaryIO, back: BinaryIO) -> None:
    file.flush()
    for sentence, at, size in batch:
        back.seek(at)
        parsed = ThaiNnerReader().parse(Raw("", "", back.read(size)), _READ)
        if parsed.problems or not _same(sentence, parsed.documents[0]):
            raise NotTheSame(
                "“{article}” was read back differently from how it was written. {reason}",
                article=sentence.article,
                reason=parsed.problems[0].reason if parsed.problems else "",
            )


def _same(sentence: Sentence, read: Document) -> bool:
    edges = list(accumulate(map(len, sentence.words), initial=0))
    wanted = sorted((edges[first], edges[after], label) for label, first, after in sentence.spans)
    entities = read.layers[0].entities.values()
    return (
        read.article.id == sentence.article
        and read.article.text == "".join(sentence.words)
        and sorted((e.start, e.end, e.label) for e in entities) == wanted
    )
