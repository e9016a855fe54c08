"""CoNLL: one word a line, TAB, its tag; an empty line between paragraphs; a space is a word too.

ส.ส.<TAB>B-POSITION
<SPACE><TAB>O
บุญมี<TAB>B-PERSON

A line “-DOCSTART-<TAB>O” and an empty one stand between articles.  Two to four columns are read, the last is the tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

from ...models.article import Article
from ...models.errors import BadInput, Message
from ...models.layer import Entity, Layer, LayerHead
from ...models.leftovers import title_of
from ...models.text import canonicalise, default_id, text_hash
from .conll_sentences import DOCSTART, BadSentence, Sentence, sentences_of
from .contract import MAX_ENTITIES, MAX_LINE, Document, Parsed, Problem, Raw, ReadOptions
from .reading import encoding_of, mark_id, rejected, source_of, warning, whole_graphemes

_TAG = re.compile(r"O|[BIESLU]-\S+")
_ENTITY = re.compile(r"[\t ][BISU]-[^\s]+$", re.MULTILINE)
_THAI = re.compile("[\u0e00-\u0e7f]")
_SNIFFED = 200  # lines


def _is_tagged(line: str) -> bool:
    word, space, tag = line.replace("\t", " ").rpartition(" ")
    return bool(space) and bool(word or line[0] in "\t ") and _TAG.fullmatch(tag) is not None


class Block(NamedTuple):
    """The lines of one document and the number of the first."""

    first_line: int
    lines: list[str]


class ConllReader:
    """Reads columns; a sentence that is wrong is left out, the rest of its article stays."""

    suffixes: tuple[str, ...] = (".conll", ".bio", ".iob", ".iob2", ".bioes")

    def sniff(self, path: Path, head: bytes) -> bool:
        """Tell by lines that nearly all end in a tag."""
        lines = [line.rstrip("\r") for line in head.decode("utf-8", "replace").split("\n")[:_SNIFFED]]
        filled = [line for line in lines[: -1 if len(lines) > 1 else None] if line and not line.startswith(DOCSTART)]
        tagged = sum(1 for line in filled if _is_tagged(line))
        return tagged >= max(2, 0.9 * len(filled)) and _ENTITY.search("\n".join(filled)) is not None

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: a file stands alone."""
        return ()

    def split(self, path: Path, options: ReadOptions) -> Iterator[Raw | Problem]:
        """Yield the documents between -DOCSTART- lines; a file without any is one."""
        source = str(path)
        try:
            encoding = encoding_of(path, options.encoding)
            with path.open(encoding="utf-8-sig" if encoding == "utf-8" else encoding, newline="\n") as file:
                yield from _documents(file, source)
        except UnicodeError:
            yield rejected(source, "", BadInput("The file is not valid {encoding}.", encoding=encoding))
        except BadInput as error:
            yield rejected(source, "", error)

    def parse(self, raw: Raw, options: ReadOptions) -> Parsed:
        """Read one document."""
        problems: list[Problem] = []
        sentences: list[Sentence] = []
        for sentence in sentences_of(raw.data.lines, raw.data.first_line):
            if isinstance(sentence, BadSentence):
                problems.append(rejected(raw.source, f"line {sentence.line}", sentence.reason))
            else:
                sentences.append(sentence)
        if not sentences:
            problems.append(rejected(raw.source, raw.record, Message("No sentence of it can be read.")))
            return Parsed([], problems)
        try:
            return Parsed([_document(sentences, raw, options, problems)], problems)
        except BadInput as error:
            return Parsed([], [*problems, rejected(raw.source, raw.record, error)])


def _documents(file: IO[str], source: str) -> Iterator[Raw | Problem]:
    found = False
    lines: list[str] = []
    first, size = 1, 0
    for number, line in enumerate(iter(lambda: file.readline(MAX_LINE), ""), 1):
        starts = line.startswith(DOCSTART)
        if starts and any(lines):
            found = True
            yield _raw(source, first, lines, size)
        if starts:
            # its own line stays as an empty one, so that the numbers are right
            lines, first, size = [], number, 0
        size += len(line)
        if size <= MAX_LINE:
            lines.append("" if starts else line.removesuffix("\n").removesuffix("\r"))
    if any(lines):
        yield _raw(source, first, lines, size)
    elif not found:
        yield rejected(source, "", Message("The file is empty."))


def _raw(source: str, first: int, lines: list[str], size: int) -> Raw | Problem:
    record = f"line {first}"
    if size > MAX_LINE:
        reason = Message("The article has more than {limit} characters, which is the limit.", limit=MAX_LINE)
        return rejected(source, record, reason)
    return Raw(source, record, Block(first, lines))


def _document(sentences: list[Sentence], raw: Raw, options: ReadOptions, problems: list[Problem]) -> Document:
    starts, written = _text(sentences)
    text, moved = canonicalise(written)
    entities: dict[str, Entity] = {}
    for sentence, words in zip(sentences, starts, strict=True):
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
    return Document(article, (Layer(options.annotator, head, entities),))


def _text(sentences: list[Sentence]) -> tuple[list[list[int]], str]:
    """Return where each word of each sentence starts, and the text: paragraphs with a line feed between them.

    Words of a language that is written with spaces, in a file without any, get one between them.
    """
    words = [word for sentence in sentences for word in sentence.words]
    joint = "" if any(word.isspace() for word in words) or any(_THAI.search(word) for word in words) else " "
    starts: list[list[int]] = []
    at = 0
    for sentence in sentences:
        places = []
        for word in sentence.words:
            places.append(at)
            at += len(word) + len(joint)
        at += 1 - len(joint)
        starts.append(places)
    return starts, "\n".join(joint.join(sentence.words) for sentence in sentences)
