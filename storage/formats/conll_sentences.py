"""The lines of a CoNLL document: which columns are word and tag, and which entities the tags spell.

นายก<TAB>B-POSITION
ฯ<TAB>I-POSITION
<SPACE><TAB>O
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ...models.errors import Message

DOCSTART = "-DOCSTART-"
OUTSIDE = "O"
MOST_COLUMNS = 4

_TAG = re.compile(r"([BIESLUM])-(.+)")
_COMMENT = re.compile(r"# ?[^\t]*(?<!\sO)")


Tag = tuple[str, str]  # prefix and label
_NOTHING: Tag = ("O", "")


class Span(NamedTuple):
    """An entity as the tokens [first, after) of a sentence."""

    label: str
    first: int
    after: int


class Sentence(NamedTuple):
    """The words between two empty lines and the entities that their tags spell; `line` is the number of its first."""

    line: int
    words: list[str]
    spans: list[Span]
    tags: Sequence[Tag] = ()


class BadSentence(NamedTuple):
    """A sentence that cannot be read, and the line at fault."""

    line: int
    reason: Message


class Columns(NamedTuple):
    """How a document's lines are cut; `bare` says that its tags are labels without a prefix."""

    separator: str | None
    width: int
    bare: bool


def sentences_of(lines: list[str], first_line: int) -> Iterator[Sentence | BadSentence]:
    """Yield the sentences of a document's lines, which have no line ends."""
    columns = _columns(lines)
    block: list[tuple[int, str]] = []
    for number, line in enumerate([*lines, ""], first_line):
        if line:
            if line[0] != "#" or not _COMMENT.fullmatch(line):
                block.append((number, line))
        elif block:
            yield _sentence(block, columns)
            block = []


def _columns(lines: list[str]) -> Columns:
    tabs = any("\t" in line for line in lines)
    told = [line for line in lines if line and line[0] != "\t" and line[:2] != "# "]
    counts = Counter([line.count("\t") + 1 for line in told] if tabs else [len(line.split()) for line in told])
    # what most lines have; a word that is or holds a tab makes a line wider than the others
    count = max(counts, key=lambda width: (counts[width], -width), default=2)
    tags = {line.rsplit("\t" if tabs else None, 1)[-1] for line in lines if line}
    bare = not any(_TAG.fullmatch(tag) for tag in tags)
    return Columns("\t" if tabs else None, min(max(count, 2), MOST_COLUMNS), bare)


def _sentence(block: list[tuple[int, str]], columns: Columns) -> Sentence | BadSentence:
    separator, width = columns.separator, columns.width
    rows = [line.rsplit(separator, width - 1) for _, line in block]
    read = {name: _prefix_and_label(name, columns.bare) for name in {row[-1] for row in rows}}
    if not all(len(row) == width and row[0] for row in rows) or None in read.values():
        return _fault(block, rows, read, columns)
    tags = [read[row[-1]] or _NOTHING for row in rows]
    return Sentence(block[0][0], [row[0] for row in rows], spans_of(tags), tags)


def _fault(
    block: list[tuple[int, str]], rows: list[list[str]], read: Mapping[str, Tag | None], columns: Columns
) -> BadSentence:
    """Return what is wrong with the first line at fault."""
    for (number, line), row in zip(block, rows, strict=True):
        if len(row) < columns.width or not row[0]:
            reason = Message("The line has not {count} columns but {found}: {line}",
                             count=columns.width, found=len(line.split(columns.separator)), line=line[:60])  # fmt: skip
            return BadSentence(number, reason)
        if read[row[-1]] is None:
            return BadSentence(number, Message("“{tag}” is no tag such as O or B-PERSON.", tag=row[-1][:60]))
    raise AssertionError


def _prefix_and_label(tag: str, bare: bool) -> Tag | None:
    if tag == OUTSIDE:
        return _NOTHING
    if bare:
        return ("I", tag) if tag and not tag.isspace() else None
    found = _TAG.fullmatch(tag)
    return (found.group(1), found.group(2)) if found else None


def spans_of(tags: Sequence[Tag]) -> list[Span]:
    """Return the entities of (prefix, label) tags in IOB1, IOB2, IO, BIOES or BILOU; they can be told apart by tag."""
    found: list[Span] = []
    first: int | None = None
    label = ""
    for index, (prefix, name) in enumerate(tags):
        if first is None and prefix == "O":
            continue
        goes_on = prefix in "IMEL" and first is not None and name == label
        if first is not None and not goes_on:
            found.append(Span(label, first, index))
            first = None
        if prefix == "O":
            continue
        if first is None:
            first, label = index, name
        if prefix in "ESLU":
            found.append(Span(label, first, index + 1))
            first = None
    if first is not None:
        found.append(Span(label, first, len(tags)))
    return found
