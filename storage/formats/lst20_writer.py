"""Writing LST20's four columns. Parts of speech and clauses are not annotated here: XX, PU or NU, and O."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from ...models.errors import Message
from .column_files import Dialect, preview_columns, write_columns
from .columns import Block
from .conll_sentences import DOCSTART, OUTSIDE, Span
from .contract import ExportDocument, Loss, LossSink, Raw, WriteOptions, Written
from .lst20 import sentences_in
from .sheets import Sheet, sheet_of
from .token_text import SPACE

_FORCED = re.compile(rf"(?<!\t)(?=\t)|\t+|-(?={DOCSTART[1:]})| (?= )")


class Lst20Writer:
    """Writes word, part of speech, entity and clause."""

    one_layer = True

    def needs_folder(self, options: WriteOptions) -> bool:
        """Return whether nested entities may ask for further files."""
        return options.nested == "layers"

    def write(
        self, documents: Iterable[ExportDocument], folder: Path, name: str, options: WriteOptions, sink: LossSink
    ) -> list[Written]:
        """Write `NAME.txt`, and a file for each further level of nested entities."""
        sheets = ((document.article.id, _sheet(document, options, sink)) for document in documents)
        return write_columns(sheets, folder, name, _DIALECT)

    def preview(self, document: ExportDocument, options: WriteOptions, sink: LossSink) -> str:
        """Return the lines of the article, those of further levels below."""
        return preview_columns(_sheet(document, options, sink), _DIALECT)


def _sheet(document: ExportDocument, options: WriteOptions, sink: LossSink) -> Sheet:
    """Return the words, in which an underscore alone can only be read as a space."""
    sheet = sheet_of(document, options._replace(scheme="iob2"), sink, _FORCED)
    count = sum(part.count(SPACE) for part in sheet.words)
    if count:
        why = Message("This format reads an underscore alone as a space; there are {count}.", count=count)
        sink.lost(Loss(document.article.id, "text", why))
    return sheet._replace(words=[[" " if word == SPACE else word for word in part] for part in sheet.words])


def _lines(words: list[list[str]], spans: list[list[Span]]) -> str:
    parts: list[str] = []
    for part, marked in zip(words, spans, strict=True):
        tags = [OUTSIDE] * len(part)
        for label, first, after in marked:
            tags[first:after] = _tags(label, after - first)
        for word, tag in zip(part, tags, strict=True):
            parts.append(f"{SPACE if word == ' ' else word}\t{_part_of_speech(word)}\t{tag}\t{OUTSIDE}\n")
        parts.append("\n")
    return "".join(parts)


def _tags(label: str, count: int) -> list[str]:
    return [f"B_{label}", *[f"I_{label}"] * (count - 2), *[f"E_{label}"] * (count > 1)]


def _part_of_speech(word: str) -> str:
    if word.isdecimal():
        return "NU"
    return "XX" if any(map(str.isalnum, word)) else "PU"


def _untagged(line: bytes) -> bytes:
    if line == b"\n":
        return line
    word, part_of_speech, _, clause = line.rsplit(b"\t", 3)
    return b"\t".join((word, part_of_speech, OUTSIDE.encode(), clause))


def _read(block: str) -> tuple[list[list[str]], list[list[Span]]]:
    sentences = list(sentences_in(Raw("", "", Block(1, block.split("\n"))), []))
    return [sentence.words for sentence in sentences], [sentence.spans for sentence in sentences]


_DIALECT = Dialect(".txt", "\n", _lines, _untagged, _read)
