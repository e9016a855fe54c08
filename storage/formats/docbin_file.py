"""Writing spaCy's DocBin in a stream: spaCy itself holds every document of a file in memory, here only words are."""

from __future__ import annotations

import tempfile
import zlib
from collections.abc import Iterator
from hashlib import sha256
from itertools import accumulate
from operator import add
from pathlib import Path
from typing import IO

import numpy as np

from .contract import NotTheSame
from .docbin import SPAN, Doc, attributes, decoded, unpacked

_VERSION = "0.1"
_BLOCK = 1 << 20
_LEVEL = 6  # zlib's, as spaCy has it


class _Hashes(dict[str, int]):
    """The hash of every string met so far; `strings` is the way back."""

    def __init__(self) -> None:
        from spacy.strings import get_string_id

        self._hash = get_string_id
        self.strings: dict[int, str] = {0: ""}

    def __missing__(self, key: str) -> int:
        found: int = self._hash(key)
        self[key] = found
        self.strings[found] = key
        return found


class DocBinFile:
    """Writes documents one by one; the file is there after `close`."""

    def __init__(self, path: Path) -> None:
        from srsly.msgpack import Packer

        self._path = path
        self._pack = Packer(use_bin_type=True).pack
        self._hashes = _Hashes()
        self._lengths: list[int] = []
        # gone as soon as they are closed, whatever happens
        self._tokens, self._spaces, self._groups, self._user_data = (
            tempfile.TemporaryFile(dir=path.parent)  # noqa: SIM115 - `close` does
            for _ in range(4)
        )

    def add(self, doc: Doc) -> None:
        """Write one document, after reading back what will stand in the file for it."""
        table = np.zeros((len(doc.words), 3), np.uint64)
        hashes = self._hashes
        table[:, 0] = [hashes[word] for word in doc.words]
        table[:, 1] = 2
        for label, first, after in doc.entities:
            table[first:after, 1] = 1
            table[first, 1] = 3
            table[first:after, 2] = hashes[label]
        spaces = np.asarray(doc.spaces, np.bool_)
        groups = self._group_bytes(doc)
        user_data: bytes = self._pack(doc.user_data)
        read = decoded(list(table.T), hashes.strings, spaces, groups, user_data)
        # msgpack knows no tuples, so lists and these are the same
        if read._replace(user_data=doc.user_data) != doc or self._pack(read.user_data) != user_data:
            raise NotTheSame("“{path}” was read back differently from how it was written.", path=self._path)
        self._tokens.write(table.tobytes())
        self._spaces.write(spaces.tobytes())
        self._lengths.append(len(doc.words))
        self._groups.write(_binary(groups))
        self._user_data.write(_binary(user_data))

    def _group_bytes(self, doc: Doc) -> bytes:
        sizes = list(map(len, doc.words))
        starts = [0, *accumulate(map(add, sizes, doc.spaces or ()))]
        found: dict[bytes, list[str]] = {}
        for name, spans in doc.groups.items():
            packed = [
                SPAN.pack(0, 0, self._hashes[label], first, after, starts[first], starts[after - 1] + sizes[after - 1])
                for label, first, after in spans
            ]
            found.setdefault(self._pack({"name": name, "attrs": {}, "spans": packed}), []).append(name)
        made: bytes = self._pack(found)
        return made

    def finish(self) -> None:
        """Put the file together, and make sure that it unpacks to what was put in."""
        digest = sha256()
        packer = zlib.compressobj(_LEVEL)
        with self._path.open("wb") as file:
            for block in self._blocks():
                digest.update(block)
                file.write(packer.compress(block))
            file.write(packer.flush())
        again = sha256()
        for block in unpacked(self._path, 1 << 62):
            again.update(block)
        if again.digest() != digest.digest():
            raise NotTheSame("“{path}” was read back differently from how it was written.", path=self._path)

    def close(self) -> None:
        """Let go of the parts, whether or not they were put together."""
        for part in (self._tokens, self._spaces, self._groups, self._user_data):
            part.close()

    def _blocks(self) -> Iterator[bytes]:
        count = len(self._lengths)
        yield b"\x8a"  # a map of ten
        yield self._pack("version") + self._pack(_VERSION) + self._pack("attrs") + self._pack(attributes())
        for name, part in (("tokens", self._tokens), ("spaces", self._spaces)):
            yield self._pack(name) + b"\xc6" + part.tell().to_bytes(4, "big")
            yield from _all_of(part)
        yield self._pack("lengths") + self._pack(np.asarray(self._lengths, np.int32).tobytes())
        yield self._pack("strings") + self._pack(sorted(self._hashes))
        yield self._pack("cats") + self._pack([{}] * count)
        yield self._pack("flags") + self._pack([{"has_unknown_spaces": False}] * count)
        for name, part in (("span_groups", self._groups), ("user_data", self._user_data)):
            yield self._pack(name) + b"\xdd" + count.to_bytes(4, "big")
            yield from _all_of(part)


def _binary(data: bytes) -> bytes:
    """Return bytes as msgpack has them."""
    return b"\xc6" + len(data).to_bytes(4, "big") + data


def _all_of(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    while block := file.read(_BLOCK):
        yield block
