"""Writing CoNLL: word TAB tag, in IOB2, BIOES or IO; nested entities by choice, with “layers” a file for each level."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from .column_files import Dialect, preview_columns, write_columns
from .conll_sentences import DOCSTART, OUTSIDE, Sentence, Span, sentences_of
from .contract import ExportDocument, LossSink, Scheme, WriteOptions, Written
from .sheets import sheet_of


class ConllWriter:
    """Writes word and tag."""

    one_layer = True

    def needs_folder(self, options: WriteOptions) -> bool:
        """Return whether nested entities may ask for further files."""
        return options.nested == "layers"

    def write(
        self, documents: Iterable[ExportDocument], folder: Path, name: str, options: WriteOptions, sink: LossSink
    ) -> list[Written]:
        """Write `NAME.conll`, and a file for each further level."""
        sheets = ((document.article.id, sheet_of(document, options, sink)) for document in documents)
        return write_columns(sheets, folder, name, _dialect(options.scheme))

    def preview(self, document: ExportDocument, options: WriteOptions, sink: LossSink) -> str:
        """Return the lines of the article, those of further levels below."""
        return preview_columns(sheet_of(document, options, sink), _dialect(options.scheme))


def _dialect(scheme: Scheme) -> Dialect:
    return Dialect(".conll", f"{DOCSTART}\t{OUTSIDE}\n\n", partial(_lines, scheme), _untagged, _read)


def _untagged(line: bytes) -> bytes:
    return line if line == b"\n" else line.rpartition(b"\t")[0] + b"\tO\n"


def _read(block: str) -> tuple[list[list[str]], list[list[Span]]]:
    read = [sentence for sentence in sentences_of(block.split("\n"), 1) if isinstance(sentence, Sentence)]
    return [sentence.words for sentence in read], [sentence.spans for sentence in read]


def _lines(scheme: Scheme, words: list[list[str]], spans: list[list[Span]]) -> str:
    parts: list[str] = []
    for part, marked in zip(words, spans, strict=True):
        tags = [OUTSIDE] * len(part)
        for label, first, after in marked:
            tags[first:after] = _tags(label, after - first, scheme)
        parts.extend([f"{word}\t{tag}\n" for word, tag in zip(part, tags, strict=True)])
        parts.append("\n")
    return "".join(parts)


def _tags(label: str, count: int, scheme: Scheme) -> list[str]:
    inside = f"I-{label}"
    if scheme == "io":
        return [inside] * count
    if scheme == "iob2":
        return [f"B-{label}", *[inside] * (count - 1)]
    return [f"S-{label}"] if count == 1 else [f"B-{label}", *[inside] * (count - 2), f"E-{label}"]
