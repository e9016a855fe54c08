"""What formats with a word a line share: cutting a file into documents, and making an article of their sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, NamedTuple

from ...models.article import Article
from ...models.errors import BadInput, Message
from ...models.layer import Entity, Layer, LayerHead
from ...models.leftovers import title_of
from ...models.text import canonicalise, default_id, text_hash
from .conll_sentences import DOCSTART, Sentence
from .contract import MAX_ENTITIES, MAX_LINE, Document, Parsed, Problem, Raw, ReadOptions
from .reading import encoding_of, mark_id, rejected, source_of, warning, whole_graphemes
from .token_text import tokens_at


class Block(NamedTuple):
    """The lines of one document, the number of the first, and what the whole file told of them (the format's own)."""

    first_line: int
    lines: list[str]
    told: object = None


class Laid(NamedTuple):
    """Sentences laid out as text: where each word of each sentence starts in it."""

    starts: list[list[int]]
    text: str


def blocks_of(
    path: Path, options: ReadOptions, empty_lines: int = 0, survey: Callable[[IO[str]], object] | None = None
) -> Iterator[Raw | Problem]:
    """Yield a file's documents: a line -DOCSTART- stands between them, or that many *empty_lines* where it is not 0.

    *survey* is shown the whole file before; what it returns goes with each document.
    """
    source = str(path)
    try:
        encoding = encoding_of(path, options.encoding)
        with path.open(encoding="utf-8-sig" if encoding == "utf-8" else encoding, newline="\n") as file:
            told = survey(file) if survey else None
            file.seek(0)
            yield from _documents(file, source, empty_lines, told)
    except UnicodeError:
        yield rejected(source, "", BadInput("The file is not valid {encoding}.", encoding=encoding))
    except BadInput as error:
        yield rejected(source, "", error)


def lines_of(file: IO[str]) -> Iterator[str]:
    """Yield a file's lines without their ends, each cut at the limit; nothing else of them is stripped."""
    for line in iter(lambda: file.readline(MAX_LINE), ""):
        yield line.removesuffix("\n").removesuffix("\r")


def _documents(file: IO[str], source: str, empty_lines: int, told: object) -> Iterator[Raw | Problem]:
    found = False
    lines: list[str] = []
    first, size, empty = 1, 0, 0
    for number, line in enumerate(lines_of(file), 1):
        named = line.startswith(DOCSTART)
        if (named or (line and 0 < empty_lines <= empty)) and (any(lines) or size > MAX_LINE):
            found = True
            yield _raw(source, Block(first, lines, told), size)
            lines, first, size = [], number, 0
        elif named:
            lines, first, size = [], number, 0
        empty = 0 if line else empty + 1
        size += len(line) + 1
        if size <= MAX_LINE:
            # the line between stays as an empty one, so that the numbers are right
            lines.append("" if named else line)
    if any(lines) or size > MAX_LINE:
        yield _raw(source, Block(first, lines, told), size)
    elif not found:
        yield rejected(source, "", Message("The file is empty."))


def _raw(source: str, block: Block, size: int) -> Raw | Problem:
    record = f"line {block.first_line}"
    if size > MAX_LINE:
        reason = Message("The article has more than {limit} characters, which is the limit.", limit=MAX_LINE)
        return rejected(source, record, reason)
    return Raw(source, record, block)


def parsed_of(
    sentences: Sequence[Sentence],
    lay: Callable[[Sequence[Sentence]], Laid],
    raw: Raw,
    options: ReadOptions,
    problems: list[Problem],
    *,
    with_tokens: bool = False,
) -> Parsed:
    """Return the article of the sentences that can be read; *problems* tells of the others."""
    if not sentences:
        problems.append(rejected(raw.source, raw.record, Message("No sentence of it can be read.")))
        return Parsed([], problems)
    try:
        return Parsed([_document(sentences, lay(sentences), raw, options, problems, with_tokens)], problems)
    except BadInput as error:
        return Parsed([], [*problems, rejected(raw.source, raw.record, error)])


def _document(
    sentences: Sequence[Sentence],
    laid: Laid,
    raw: Raw,
    options: ReadOptions,
    problems: list[Problem],
    with_tokens: bool,
) -> Document:
    text, moved = canonicalise(laid.text)
    entities: dict[str, Entity] = {}
    for sentence, words in zip(sentences, laid.starts, strict=True):
        for label, first, after in sentence.spans:
            start = moved(words[first])
            end = moved(words[after - 1] + len(sentence.words[after - 1]))
            wide = whole_graphemes(text, start, end)
            if wide != (start, end):
                problems.append(
                    warning(
                        raw.source,
                        f"line {sentence.line + first}",
                        "The {label} “{surface}” cut a character in two; it was widened to “{wide}”.",
                        label=label,
                        surface=text[start:end][:60],
                        wide=text[slice(*wide)][:60],
                    )
                )
            entity = Entity(mark_id(label, *wide), label, *wide)
            entities[entity.id] = entity
    if len(entities) > MAX_ENTITIES:
        raise BadInput(
            "The article has {count} entities; the limit is {limit}.", count=len(entities), limit=MAX_ENTITIES
        )
    source = source_of(Path(raw.source))
    article = Article(default_id(text_hash(text)), text, title_of(text), (source,))
    head = LayerHead("in_progress" if entities else "todo")
    layers = (Layer(options.annotator, head, entities),)
    if not with_tokens:
        return Document(article, layers)
    places = zip(sentences, laid.starts, strict=True)
    edges = (
        moved(edge)
        for sentence, starts in places
        for word, at in zip(sentence.words, starts, strict=True)
        for edge in (at, at + len(word))
    )
    return Document(article, layers, tokens=tokens_at(text, edges))
