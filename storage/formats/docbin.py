"""spaCy's DocBin as a file: what is in it for each document, and reading it within bounds.

A `.spacy` file is one zlib stream of msgpack: a table of 64-bit hashes (a row a token), the strings that they stand
for, and for each document its span groups and its user data as msgpack of their own.  Nothing in it is ever unpickled.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from ...models.errors import BadInput, Unavailable

SPAN = struct.Struct(">QQQllll")
_BLOCK = 1 << 20
_RATIO = 200
LARGEST = 1 << 30  # bytes, unpacked
_HARMLESS = 1 << 26  # bytes, whatever the ratio
_INSIDE, _BEGINS = 1, 3  # spaCy's numbers for ENT_IOB; 2 is outside, 0 says nothing


Column = np.ndarray[Any, np.dtype[Any]]


class Span(NamedTuple):
    """A labelled range of tokens [first, after)."""

    label: str
    first: int
    after: int


class Doc(NamedTuple):
    """One document: its words, which of them a space follows (None: not known), entities, span groups, user data."""

    words: Sequence[str]
    spaces: Sequence[bool] | None
    entities: Sequence[Span]
    groups: Mapping[str, Sequence[Span]]
    user_data: Mapping[Any, Any]


def require_spacy() -> None:
    """Raise Unavailable where the extra is not installed."""
    try:
        import spacy.strings  # noqa: F401
    except ImportError:
        raise Unavailable("spaCy files need the extra “spacy”: pip install 'khaotag[spacy]'.") from None


def attributes() -> list[int]:
    """Return the numbers of what is known of each token: its text, IOB and the type of its entity."""
    from spacy.attrs import ENT_IOB, ENT_TYPE, ORTH

    return [ORTH, ENT_IOB, ENT_TYPE]


def unpacked(path: Path, most: int) -> Iterator[bytes]:
    """Yield what a zlib file holds, in blocks; BadInput where it is damaged or more than *most* bytes."""
    unpacker = zlib.decompressobj()
    size = 0
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                while block:
                    found = unpacker.decompress(block, _BLOCK)
                    size += len(found)
                    if size > most:
                        raise BadInput("The file unpacks to more than {limit} bytes, which is the limit.", limit=most)
                    yield found
                    block = unpacker.unconsumed_tail
        if not unpacker.eof:
            raise BadInput("The file is cut off or damaged.")
    except zlib.error:
        raise BadInput("The file is cut off or damaged.") from None


def docs_in(path: Path) -> Iterator[Doc | BadInput]:
    """Yield a file's documents, or what is wrong with one; BadInput is raised where the file itself cannot be read."""
    most = min(LARGEST, max(_RATIO * path.stat().st_size, _HARMLESS))
    message = unpack(b"".join(unpacked(path, most)))
    try:
        table = _Table(message)
    except (KeyError, TypeError, ValueError, OverflowError):
        raise BadInput("This is no file of spaCy's DocBin.") from None
    del message
    for index in range(len(table.lengths)):
        try:
            yield table.doc(index)
        except BadInput as error:
            yield error
        except (KeyError, TypeError, ValueError, IndexError, OverflowError, struct.error):
            yield BadInput("The document is damaged.")


def unpack(data: bytes) -> Any:
    """Return a msgpack value made of plain ones alone: no numpy, no other extension; BadInput for anything else."""
    from srsly.msgpack import unpackb

    try:
        # with a hook of its own the library asks none of those that others registered
        return unpackb(data, raw=False, use_list=False, object_pairs_hook=dict, ext_hook=_refuse, strict_map_key=False)
    except (ValueError, TypeError, RecursionError, OverflowError) as error:
        raise BadInput("The file is cut off or damaged.") from error


def _refuse(code: int, _: bytes) -> Any:
    raise ValueError(code)


class _Table:
    """The tables of a file, from which documents are cut."""

    def __init__(self, message: Mapping[str, Any]) -> None:
        from spacy.strings import get_string_id

        known = list(message["attrs"])
        self._columns = [known.index(number) if number in known else None for number in attributes()]
        self._strings = {get_string_id(text): text for text in message["strings"]}
        self._strings[0] = ""
        self.lengths = np.frombuffer(message["lengths"], np.int32)
        if len(self.lengths) and self.lengths.min() < 0:
            raise ValueError
        self._ends = np.cumsum(self.lengths, dtype=np.int64)
        total = int(self._ends[-1]) if len(self._ends) else 0
        self._tokens = np.frombuffer(message["tokens"], np.uint64).reshape((-1, len(known)))
        self._spaces = np.frombuffer(message["spaces"], np.uint8)
        if len(self._tokens) != total or len(self._spaces) != total or self._columns[0] is None:
            raise ValueError
        self._flags = message.get("flags")
        self._groups = message.get("span_groups")
        self._user_data = message.get("user_data")

    def doc(self, index: int) -> Doc:
        end = int(self._ends[index])
        start = end - int(self.lengths[index])
        known = not (self._flags and self._flags[index].get("has_unknown_spaces"))
        return decoded(
            [self._tokens[start:end, column] if column is not None else None for column in self._columns],
            self._strings,
            self._spaces[start:end] if known else None,
            self._groups[index] if self._groups else b"",
            self._user_data[index] if self._user_data else b"",
        )


def decoded(
    columns: Sequence[Column | None],
    strings: Mapping[int, str],
    spaces: Column | None,
    groups: bytes | None,
    user_data: bytes | None,
) -> Doc:
    """Return a document from its numbers and bytes; KeyError, ValueError and the like where they make no sense."""
    orth, iob, kind = columns
    assert orth is not None
    words = [strings[number] for number in orth.tolist()]
    entities: list[Span] = []
    if iob is not None and kind is not None:
        entities = list(_entities(iob, kind, strings))
    told = unpack(user_data) if user_data else {}
    return Doc(
        words,
        None if spaces is None else spaces.astype(np.bool_).tolist(),
        entities,
        _groups(unpack(groups) if groups else (), strings, len(words)),
        told if isinstance(told, dict) else {},
    )


def _groups(message: Any, strings: Mapping[int, str], count: int) -> dict[str, list[Span]]:
    parts = message.items() if isinstance(message, dict) else ((part, None) for part in message)
    found: dict[str, list[Span]] = {}
    for part, names in parts:
        group = unpack(part)
        spans = []
        for data in group["spans"]:
            _, _, label, first, after, *_ = SPAN.unpack(data)
            if not 0 <= first < after <= count:
                raise BadInput(
                    "A span of words {first} to {after} is none; there are {count}.",
                    first=first,
                    after=after,
                    count=count,
                )
            spans.append(Span(strings[label], first, after))
        for name in names or (group["name"],):
            found[str(name)] = spans
    return found


def _entities(iob: Column, kind: Column, strings: Mapping[int, str]) -> Iterator[Span]:
    if len(iob) and iob.max() > _BEGINS:
        raise ValueError
    first = after = 0
    name = ""
    for index in np.flatnonzero((iob == _INSIDE) | (iob == _BEGINS)).tolist():
        label = strings[int(kind[index])]
        if index != after or label != name or iob[index] == _BEGINS:
            if name:
                yield Span(name, first, after)
            first, name = index, label
        after = index + 1
    if name:
        yield Span(name, first, after)
