"""Cutting JSON files into records in bounded memory: lines, or the members of one list however large it is."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from ...models.errors import BadInput, Message
from ...models.text import decode
from .contract import HEAD, MAX_DEPTH, MAX_LINE, Problem, Raw
from .json_values import json_object
from .reading import json_lines, rejected

_CHUNK = 1024 * 1024
_BOM = codecs.BOM_UTF8
_LONGEST_LOOK = 4 * _CHUNK  # bytes that tell what a file is whose first record is longer than what sniffing sees
# A whole string, or one that goes on behind the end of the chunk (then the group is empty); else a bracket.
_STRING_OR_BRACKET = re.compile(rb'"(?:[^"\\]++|\\.)*+("?)|[\[\]{}]', re.DOTALL)
_STRING_BRACKET_OR_COMMA = re.compile(rb'"(?:[^"\\]++|\\.)*+"?|[\[\]{},]', re.DOTALL)
_REST_OF_STRING = re.compile(rb'(?:[^"\\]++|\\.)*+("?)', re.DOTALL)
_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+"', re.DOTALL)
_ALIKE = bytes.maketrans(b"{}", b"[]")
_NO_BRACKETS = bytes(byte for byte in range(256) if byte not in b"[]{}")
_BETWEEN = b", \t\r\n"
_QUOTE = ord('"')


def json_records(path: Path, encoding: str | None) -> Iterator[Raw | Problem]:
    """Cut a JSON file into its records: the members of a list, one object over several lines, else the lines.

    Raises only OSError.
    """
    source = str(path)
    try:
        depth = _depth_of_records(path, encoding)
        if depth is None:
            yield from json_lines(path, encoding)
            return
        yield from _members(path, encoding, depth, source)
    except UnicodeError as error:
        name = getattr(error, "encoding", encoding)
        yield rejected(source, "", Message("The file is not valid {encoding}.", encoding=name))
    except BadInput as error:
        yield rejected(source, "", error)


def record_of(line: bytes | str) -> dict[str, Any]:
    """Return the object of one record; BadInput where it is none, or nested deeper than is allowed."""
    record = json_object(line)
    left = _STRING.sub(b"", line.encode() if isinstance(line, str) else line).translate(_ALIKE, _NO_BRACKETS)
    levels = 0
    while left and levels < MAX_DEPTH:
        left = left.replace(b"[]", b"")  # the innermost level
        levels += 1
    if left:
        raise BadInput("The JSON is nested deeper than {limit} levels, which is the limit.", limit=MAX_DEPTH)
    return record


def starts_list(head: bytes) -> bool:
    """Tell whether a file begins as a JSON list."""
    return head.removeprefix(_BOM).lstrip()[:1] == b"["


def first_record(path: Path, head: bytes) -> bytes:
    """Return the first record of a file that begins like *head*; of a long one what is there, closed so that it parses.

    Raises OSError where the file cannot be read.
    """
    if head.removeprefix(_BOM).lstrip()[:1] not in (b"{", b"["):
        return b""
    if len(head) >= HEAD and not _complete(head):
        with path.open("rb") as file:
            head = file.read(_LONGEST_LOOK)
    return _complete(head) or _closed(head.removeprefix(_BOM).lstrip(b"[ \t\r\n"))


def _complete(head: bytes) -> bytes:
    """Return the first record where all of it is there, else nothing."""
    begun = head.removeprefix(_BOM).lstrip()
    if starts_list(head) or _is_one_object(head):
        cutter = _Cutter(1 if starts_list(head) else 0)
        return next(cutter.feed(begun), b"") or b""
    line, end, _ = begun.partition(b"\n")
    return line if end or len(head) < HEAD else b""


def _closed(begun: bytes) -> bytes:
    """Return the beginning of an object up to its last whole value, with every bracket closed that was opened."""
    closing: list[bytes] = []
    best = b""
    for match in _STRING_BRACKET_OR_COMMA.finditer(begun):
        mark = match.group()[:1]
        if mark in b"[{":
            closing.append(b"]" if mark == b"[" else b"}")
        elif mark in b"]}" and closing:
            closing.pop()
        elif mark == b",":
            best = begun[: match.start()] + b"".join(reversed(closing))
        if not closing or len(closing) > MAX_DEPTH:
            break
    return best


def _is_one_object(head: bytes) -> bool:
    """Tell an object over several lines from one a line: a line that ends within an object ends like these."""
    return head.removeprefix(_BOM).lstrip().split(b"\n", 1)[0].strip().endswith((b"{", b"[", b","))


def _depth_of_records(path: Path, encoding: str | None) -> int | None:
    """Return at which depth the records of a file lie: 1 in a list, 0 for one object, None where each is a line."""
    with path.open("rb") as file:
        head = b"".join(_utf8_of(file, encoding, 1))
    if starts_list(head):
        return 1
    return 0 if _is_one_object(head) else None


def _utf8_of(file: IO[bytes], encoding: str | None, chunks: int | None = None) -> Iterator[bytes]:
    """Yield a file as UTF-8, whatever it is written in; UTF-8 itself is left for the parser to check."""
    head = file.read(3)
    file.seek(3 if head == _BOM else 0)
    if encoding is not None:
        encoding = decode(b"", encoding)[1]
    elif head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    decoder = codecs.getincrementaldecoder(encoding)() if encoding else None
    while (chunk := file.read(_CHUNK)) and chunks != 0:
        yield decoder.decode(chunk).encode() if decoder else chunk
        chunks = None if chunks is None else chunks - 1


def _members(path: Path, encoding: str | None, depth: int, source: str) -> Iterator[Raw | Problem]:
    cutter = _Cutter(depth)
    number = 0
    with path.open("rb") as file:
        for chunk in _utf8_of(file, encoding):
            for member in cutter.feed(chunk):
                number += 1
                if member is None:
                    reason = Message("The record has more than {limit} bytes, which is the limit.", limit=MAX_LINE)
                    yield rejected(source, f"record {number}", reason)
                else:
                    yield Raw(source, f"record {number}", member)
            if cutter.refusal:
                yield rejected(source, f"record {number + 1}", cutter.refusal)
                return
    if not cutter.whole:
        reason = Message("The file ends in the middle of this record; the part that is there was left out.")
        yield rejected(source, f"record {number + 1}", reason)
    elif not number:
        yield rejected(source, "", Message("The file is empty."))


class _Cutter:
    """Finds the objects that lie at one depth, without parsing what is in them."""

    def __init__(self, base: int) -> None:
        self.refusal: Message | None = None
        self._base = base
        self._depth = 0
        self._in_string = False
        self._held = bytearray()
        self._too_long = False
        self._escape = b""
        self._begun = False

    @property
    def whole(self) -> bool:
        """Whether nothing is left open."""
        return self._begun and self._depth == 0 and not self._in_string

    def feed(self, chunk: bytes) -> Iterator[bytes | None]:
        """Yield each object that ends in *chunk*, None for one beyond the limit of a record."""
        chunk = self._without_half_escape(chunk)
        start = 0  # of the part that belongs to what is open
        for at, opens, after in self._brackets(chunk):
            between = self._depth <= self._base
            if between and not self._is_gap(chunk[start:at]):
                return
            if not self._moved(opens):
                return
            if between:
                start = at if self._depth > self._base else after
            elif self._depth == self._base:
                yield self._taken(chunk[start:after])
                start = after
        if self._depth > self._base:
            self._keep(chunk[start:])
        elif not self._in_string:
            self._is_gap(chunk[start:])

    def _brackets(self, chunk: bytes) -> Iterator[tuple[int, bool, int]]:
        """Yield where each bracket outside strings begins, whether it opens, and where it ends."""
        at = 0
        if self._in_string and (rest := _REST_OF_STRING.match(chunk)):
            self._in_string = not rest.group(1)
            at = rest.end()
        for match in _STRING_OR_BRACKET.finditer(chunk, at):
            mark = chunk[match.start()]
            if mark == _QUOTE:
                self._in_string = not match.group(1)
            else:
                yield match.start(), mark in b"[{", match.end()

    def _moved(self, opens: bool) -> bool:
        """Go one level down or up; tell whether there may be such a level."""
        if not opens:
            self._depth -= 1
        elif self._begun and self._depth < self._base:
            return self._is_gap(b"[")
        else:
            self._begun = True
            self._depth += 1
        if self._depth > MAX_DEPTH + self._base:
            self.refusal = Message(
                "The JSON is nested deeper than {limit} levels, which is the limit.", limit=MAX_DEPTH
            )
        return self._is_gap(b"")

    def _without_half_escape(self, chunk: bytes) -> bytes:
        """Return the chunk without a backslash at its end whose partner comes with the next one."""
        chunk = self._escape + chunk
        odd = (len(chunk) - len(chunk.rstrip(b"\\"))) % 2
        self._escape = b"\\" if odd else b""
        return chunk[:-1] if odd else chunk

    def _is_gap(self, between: bytes) -> bool:
        if between.strip(_BETWEEN) or self._depth < 0:
            self.refusal = Message("Something that is no record stands here; the rest of the file was not read.")
        return self.refusal is None

    def _keep(self, part: bytes) -> None:
        if len(self._held) + len(part) > MAX_LINE:
            self._too_long = True
            self._held.clear()
        if not self._too_long:
            self._held += part

    def _taken(self, part: bytes) -> bytes | None:
        self._keep(part)
        found = None if self._too_long else bytes(self._held)
        self._held.clear()
        self._too_long = False
        return found
