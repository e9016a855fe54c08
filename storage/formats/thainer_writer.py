"""Writing ThaiNER: a line for each article, tags around its entities, U+2028 for a line feed inside it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import partial
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple

from ...models.article import Article
from ...models.errors import Message
from ...models.layer import Entity
from .contract import ExportDocument, Loss, LossSink, NotTheSame, Raw, ReadOptions, WriteOptions, Written
from .kept_text import kept_text
from .sheets import flat_levels, held
from .thainer import TAG, Line, ThaiNerReader

_PROOF_EVERY = 256
_BREAK = "\u2028"
_READ = ReadOptions(annotator="")

Span = tuple[int, int, str]


class Tagged(NamedTuple):
    """An article's text without what is excluded, the flat entities of each level in order, and the ids of all."""

    article: str
    text: str
    levels: list[list[Span]]
    entities: list[str]

    def line(self, level: int) -> str:
        """Return the line of one level, without its end."""
        parts: list[str] = []
        last = 0
        for start, end, label in self.level(level):
            parts += (self.text[last:start], f"[{label}]", self.text[start:end], f"[/{label}]")
            last = end
        return "".join((*parts, self.text[last:])).replace("\n", _BREAK)

    def level(self, index: int) -> list[Span]:
        """Return the entities of a level, none where the article has no such one."""
        return self.levels[index] if index < len(self.levels) else []


class ThaiNerWriter:
    """Writes lines with tags."""

    one_layer = True

    def needs_folder(self, options: WriteOptions) -> bool:
        """Return whether nested entities may ask for further files."""
        return options.nested == "layers"

    def write(
        self, documents: Iterable[ExportDocument], folder: Path, name: str, options: WriteOptions, sink: LossSink
    ) -> list[Written]:
        """Write `NAME.txt`, and a file for each further level; lines are read back as they are written."""
        brackets = _Brackets(options)
        files = _Files(folder, name)
        try:
            for document in documents:
                tagged = _tagged(document, options, sink)
                if brackets.told_apart(tagged, sink):
                    files.add(tagged, brackets.labels)
            files.prove(brackets.labels)
        finally:
            files.close()
        return [Written(path, files.count) for path in files.paths]

    def preview(self, document: ExportDocument, options: WriteOptions, sink: LossSink) -> str:
        """Return the article's lines, one for each level."""
        tagged = _tagged(document, options, sink)
        if not _Brackets(options).told_apart(tagged, sink):
            return ""
        return "".join(f"{tagged.line(level)}\n" for level in range(max(1, len(tagged.levels))))


def _tagged(document: ExportDocument, options: WriteOptions, sink: LossSink) -> Tagged:
    article = document.article
    entities = [
        entity
        for layer in document.layers
        for entity in held(article, layer, sink, across_lines=True)
        if _has_tag(article, entity, sink)
    ]
    levels = flat_levels(article, entities, options, sink)
    ids = [entity.id for level in levels for entity in level]
    kept = kept_text(article)
    moved = [[(*kept.moved(e.start, e.end), e.label) for e in level] for level in levels]
    return Tagged(article.id, kept.text, moved, ids)


def _has_tag(article: Article, entity: Entity, sink: LossSink) -> bool:
    if TAG.fullmatch(f"[{entity.label}]"):
        return True
    sink.lost(Loss(article.id, entity.id, Message("“{label}” cannot be written as a tag.", label=entity.label)))
    return False


class _Brackets:
    """Keeps apart what is a tag and what is a bracket of the text, which the format cannot do by itself."""

    def __init__(self, options: WriteOptions) -> None:
        self.labels = set(options.schema.entity_types if options.schema else ())
        self._opened: set[str] = set()
        self._closed: set[str] = set()

    def told_apart(self, tagged: Tagged, sink: LossSink) -> bool:
        """Tell whether the text would be read as it is, and report it where not."""
        if not tagged.text.strip():
            return _left_out(tagged, Message("Nothing of the text is left outside what is excluded."), sink)
        labels = self.labels | {label for level in tagged.levels for _, _, label in level}
        found = TAG.findall(tagged.text)
        opened = self._opened | {name for slash, name in found if not slash}
        closed = self._closed | {name for slash, name in found if slash}
        if clash := sorted((opened & closed) | (opened | closed) & labels):
            why = Message("Its text holds “[{name}]”, which would be read as a tag; it was left out.", name=clash[0])
            return _left_out(tagged, why, sink)
        self.labels, self._opened, self._closed = labels, opened, closed
        return True


def _left_out(tagged: Tagged, why: Message, sink: LossSink) -> Literal[False]:
    for what in ("text", *tagged.entities):
        sink.lost(Loss(tagged.article, what, why))
    return False


class _Files:
    """The files of one split, a line for each article in each: the first holds the outermost entities."""

    def __init__(self, folder: Path, name: str) -> None:
        self.count = 0
        self.paths: list[Path] = []
        self._folder = folder
        self._name = name
        self._files: list[BinaryIO] = []
        self._backs: list[BinaryIO] = []
        self._pending: list[Tagged] = []
        self._begin(f"{name}.txt", frozenset())

    def add(self, tagged: Tagged, labels: AbstractSet[str]) -> None:
        """Write one article to every file; *labels* are those used so far."""
        while len(self._files) < len(tagged.levels):
            self._begin(f"{self._name}.level{len(self._files) + 1}.txt", labels)
        for level, file in enumerate(self._files):
            file.write(f"{tagged.line(level)}\n".encode())
        self.count += 1
        self._pending.append(tagged)
        if len(self._pending) == _PROOF_EVERY:
            self.prove(labels)

    def _begin(self, name: str, labels: AbstractSet[str]) -> None:
        """Begin a file; a further level has the texts of all articles so far, without entities."""
        if self._files:
            self.prove(labels)
        path = self._folder / name
        self._files.append(path.open("wb"))
        self._backs.append(path.open("rb"))
        self.paths.append(path)
        if len(self.paths) > 1:
            with self.paths[0].open("rb") as first:
                for line in first:
                    self._files[-1].write(TAG.sub(partial(_unless_tag, labels), line.decode()).encode())
            self._files[-1].flush()
            self._backs[-1].seek(self._files[-1].tell())

    def prove(self, labels: AbstractSet[str]) -> None:
        """Read back what was written since the last time and compare it with what went in."""
        for level, (file, back) in enumerate(zip(self._files, self._backs, strict=True)):
            file.flush()
            for tagged in self._pending:
                line = back.readline().decode().removesuffix("\n")
                _prove(tagged, level, Line(line, frozenset(labels)))
        self._pending = []

    def close(self) -> None:
        """Close the files."""
        for file in (*self._files, *self._backs):
            file.close()


def _unless_tag(labels: AbstractSet[str], match: re.Match[str]) -> str:
    return "" if match.group(2) in labels else match.group()


def _prove(tagged: Tagged, level: int, line: Line) -> None:
    parsed = ThaiNerReader().parse(Raw("", "", line), _READ)
    read = parsed.documents[0] if parsed.documents else None
    entities = read.layers[0].entities.values() if read else ()
    if (
        read is None
        or read.article.text != tagged.text
        or sorted((e.start, e.end, e.label) for e in entities) != tagged.level(level)
    ):
        raise NotTheSame(
            "“{article}” was read back differently from how it was written. {reason}",
            article=tagged.article,
            reason=parsed.problems[0].reason if parsed.problems else "",
        )
