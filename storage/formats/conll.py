"""CoNLL: one word a line, TAB, its tag; an empty line between paragraphs; a space is a word too.

ส.ส.<TAB>B-POSITION
<SPACE><TAB>O
บุญมี<TAB>B-PERSON

A line “-DOCSTART-<TAB>O” and an empty one stand between articles.  Two to four columns are read, the last is the tag;
its scheme is told from the whole file, and tags that do not keep to it are reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import IO, NamedTuple

from .columns import Laid, blocks_of, lines_of, parsed_of
from .conll_schemes import scheme_of, strays
from .conll_sentences import DOCSTART, BadSentence, Sentence, sentences_of
from .contract import Parsed, Problem, Raw, ReadOptions
from .reading import rejected, warning

_TAG = re.compile(r"O|[BIESLU]-\S+")
_ENTITY = re.compile(r"[\t ][BISU]-[^\s]+$", re.MULTILINE)
_THAI = re.compile("[\u0e00-\u0e7f]")
_BLANKS = (" ", "\t", "\u00a0")
_SNIFFED = 200  # lines


def _is_tagged(line: str) -> bool:
    word, space, tag = line.replace("\t", " ").rpartition(" ")
    return bool(space) and bool(word or line[0] in "\t ") and _TAG.fullmatch(tag) is not None


class Told(NamedTuple):
    """What a whole file tells: the scheme of its tags, and what stands between two words of a text."""

    scheme: str
    joint: str


def _surveyed(file: IO[str]) -> Told:
    scheme = scheme_of(lines_of(file))
    file.seek(0)
    writes_spaces = any(line[:1] in _BLANKS or _THAI.search(line) for line in lines_of(file) if line)
    return Told(scheme, "" if writes_spaces else " ")


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
        return blocks_of(path, options, survey=_surveyed)

    def parse(self, raw: Raw, options: ReadOptions) -> Parsed:
        """Read one document."""
        problems: list[Problem] = []
        sentences: list[Sentence] = []
        for sentence in sentences_of(raw.data.lines, raw.data.first_line):
            if isinstance(sentence, BadSentence):
                problems.append(rejected(raw.source, f"line {sentence.line}", sentence.reason))
            else:
                sentences.append(sentence)
        problems.extend(_out_of_scheme(sentences, raw))
        joint = raw.data.told.joint if raw.data.told else None
        return parsed_of(sentences, partial(laid, joint=joint), raw, options, problems)


def _out_of_scheme(sentences: Sequence[Sentence], raw: Raw) -> Iterator[Problem]:
    """Yield one warning for all tags of a document that do not keep to its file's scheme."""
    scheme = raw.data.told.scheme if raw.data.told else ""
    found = [(sentence, stray) for sentence in sentences for stray in strays(sentence.tags, scheme)] if scheme else []
    if found:
        sentence, (index, (prefix, label)) = found[0]
        yield warning(
            raw.source,
            f"line {sentence.line + index}",
            "The file is in {scheme}, but {count} of its tags are not, “{tag}” first; each was read as it stands.",
            scheme=scheme,
            count=len(found),
            tag=f"{prefix}-{label}" if label else prefix,
        )


def laid(sentences: Sequence[Sentence], joint: str | None = None) -> Laid:
    """Return the text: paragraphs with a line feed between them, and *joint* between two words.

    Unless it is given: words of a language that is written with spaces, where there are none, get one between them.
    """
    words = [word for sentence in sentences for word in sentence.words]
    if joint is None:
        joint = "" if any(word.isspace() or _THAI.search(word) for word in words) else " "
    starts: list[list[int]] = []
    at = 0
    for sentence in sentences:
        places = []
        for word in sentence.words:
            places.append(at)
            at += len(word) + len(joint)
        at += 1 - len(joint)
        starts.append(places)
    return Laid(starts, "\n".join(joint.join(sentence.words) for sentence in sentences))
