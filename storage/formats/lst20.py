"""LST20: four columns, word, part of speech, named entity and clause; an underscore is a space.

สุรยุทธ์<TAB>NN<TAB>B_PER<TAB>B_CLS
_<TAB>PU<TAB>O<TAB>I_CLS

Tags are B_, I_ and E_, a word alone has B_.  An empty line ends a sentence, whose space the corpus does not write; two
empty ones, or a line -DOCSTART-, end an article.  Files with two or three of the columns are read too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ...models.errors import Message
from .columns import Block, Laid, blocks_of, parsed_of
from .conll_sentences import MOST_COLUMNS, OUTSIDE, Sentence, Tag, spans_of
from .contract import Parsed, Problem, Raw, ReadOptions
from .reading import rejected, warning
from .token_text import spaced

BETWEEN_ARTICLES = 2  # empty lines
CLAUSE = "CLS"
LABELS = frozenset(("PER", "ORG", "LOC", "TTL", "DES", "DTM", "MEA", "NUM", "BRN", "TRM"))

_TAG = re.compile(r"([BIES])[_-](.+)")
_OWN = re.compile(r"[BIE]_[A-Z]")
_TURNED = re.compile(r"(.+)_([BIE])I?")
_MOST = 0.8  # of a column's values must be tags, for the real corpus has slips
_SNIFFED = 200  # lines


class Lst20Reader:
    """Reads LST20's columns; a sentence that is wrong is left out, the rest of its article stays."""

    suffixes: tuple[str, ...] = (".lst20",)

    def sniff(self, path: Path, head: bytes) -> bool:
        """Tell by a column of tags with an underscore."""
        lines = head.decode("utf-8", "replace").split("\n")[:_SNIFFED]
        rows = _rows(enumerate([line.rstrip("\r") for line in lines[: -1 if len(lines) > 1 else None]], 1))
        column = _entity_column(rows)
        return column is not None and any(_OWN.match(cell) for row in rows for cell in row.cells[column : column + 1])

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: a file stands alone."""
        return ()

    def split(self, path: Path, options: ReadOptions) -> Iterator[Raw | Problem]:
        """Yield the articles."""
        return blocks_of(path, options, empty_lines=BETWEEN_ARTICLES)

    def parse(self, raw: Raw, options: ReadOptions) -> Parsed:
        """Read one article."""
        problems: list[Problem] = []
        sentences = list(sentences_in(raw, problems))
        return parsed_of(sentences, _laid, raw, options, problems, with_tokens=True)


class _Row(NamedTuple):
    number: int
    cells: list[str]


def _rows(lines: Iterable[tuple[int, str]]) -> list[_Row]:
    """Return the filled lines as wide as most of them are, cut at TABs where there are any; a word may hold a TAB."""
    filled = [(number, line) for number, line in lines if line]
    separator = "\t" if any("\t" in line for _, line in filled) else None
    widths = Counter(len(line.split(separator)) for _, line in filled)
    width = min(widths.most_common(1)[0][0], MOST_COLUMNS) if widths else 1
    return [_Row(number, line.rsplit(separator, width - 1)) for number, line in filled]


def _entity_column(rows: Sequence[_Row]) -> int | None:
    """Return which column holds the entities: mostly tags, and not those of clauses alone."""
    for column in range(1, max((len(row.cells) for row in rows), default=0)):
        cells = [row.cells[column] for row in rows if len(row.cells) > column]
        tags = [cell for cell in cells if cell == OUTSIDE or _TAG.fullmatch(cell)]
        marked = {match.group(2) for tag in tags if (match := _TAG.fullmatch(tag))}
        if len(tags) >= _MOST * len(cells) and marked != {CLAUSE}:
            return column
    return None


def sentences_in(raw: Raw, problems: list[Problem]) -> Iterator[Sentence]:
    """Yield the sentences that can be read; *problems* takes the others, and tags that had to be guessed."""
    block: Block = raw.data
    rows = _rows(enumerate(block.lines, block.first_line))
    column = _entity_column(rows)
    if column is None:
        problems.append(rejected(raw.source, raw.record, Message("No column of it holds tags such as O or B_PER.")))
        return
    sentence: list[_Row] = []
    for row in [*rows, None]:
        if sentence and (row is None or row.number > sentence[-1].number + 1):
            read = _sentence(sentence, column, raw, problems)
            if read is not None:
                yield read
            sentence = []
        if row is not None:
            sentence.append(row)


def _sentence(rows: list[_Row], column: int, raw: Raw, problems: list[Problem]) -> Sentence | None:
    tags: list[Tag] = []
    for number, cells in rows:
        if len(cells) <= column or not cells[0]:
            line = "\t".join(cells)[:60]
            reason = Message("The line has not {count} columns but {found}: {line}",
                             count=column + 1, found=len(cells), line=line)  # fmt: skip
            problems.append(rejected(raw.source, f"line {number}", reason))
            return None
        tags.append(_tag(cells[column], number, raw, problems))
    return Sentence(rows[0].number, [spaced(row.cells[0]) for row in rows], spans_of(tags))


def _tag(cell: str, number: int, raw: Raw, problems: list[Problem]) -> Tag:
    """Return prefix and label; the corpus has a few tags turned round (ORG_I) or cut, which are warned about."""
    if cell == OUTSIDE:
        return "O", ""
    found = _TAG.fullmatch(cell)
    if found:
        return found.group(1), found.group(2)
    turned = _TURNED.fullmatch(cell)
    label = turned.group(1) if turned else ""
    label = label.removeprefix("O") if label.removeprefix("O") in LABELS and label not in LABELS else label
    tag = (turned.group(2), label) if turned else ("O", "")
    read = f"{tag[0]}_{label}" if label else OUTSIDE
    problems.append(
        warning(
            raw.source,
            f"line {number}",
            "“{tag}” is no tag such as O or B_PER; it was read as {read}.",
            tag=cell[:60],
            read=read,
        )
    )
    return tag


def _laid(sentences: Sequence[Sentence]) -> Laid:
    """Return the text: words as they are, and a space between sentences where none is written."""
    starts: list[list[int]] = []
    parts: list[str] = []
    at = 0
    for sentence in sentences:
        if parts and not parts[-1].isspace() and not sentence.words[0].isspace():
            parts.append(" ")
            at += 1
        places = []
        for word in sentence.words:
            places.append(at)
            at += len(word)
        parts.extend(sentence.words)
        starts.append(places)
    return Laid(starts, "".join(parts))
