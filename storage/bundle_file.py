"""The bundle's container: a zip of three known members, sealed by the SHA-256 of every byte before the seal.

`articles.jsonl` holds an article a line, `project.json` what they share, `manifest.json` the SHA-256 and size of both.
The seal is the zip's comment: 64 hex digits, the last bytes of the file.  No member is ever unpacked to the disk.
"""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import IO, Any, NamedTuple, cast

import orjson

from ..models.errors import BadInput, Message
from ..models.records import Record
from .database import told
from .formats.contract import MAX_LINE
from .formats.json_values import json_object

SUFFIX = ".khaotag-bundle"
VERSION = 1
MAX_BYTES = 1_000_000_000  # of all members together, unpacked
MAX_RATIO = 200
_ARTICLES, _PROJECT, _MANIFEST = _MEMBERS = ("articles.jsonl", "project.json", "manifest.json")
_MAX_MANIFEST = 100_000
_SEAL = 64
_END = struct.Struct("<4sHHHHIIH")  # the zip's last record
_BLOCK = 1 << 20
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, struct.error)


class Sealed(NamedTuple):
    """A bundle as it was written."""

    path: Path
    sha256: str


# --- writing


def write_bundle(
    out: Path, articles: Callable[[], Iterator[bytes]], project: Callable[[], Record], counts: Callable[[], Record]
) -> Sealed:
    """Write a bundle that gets its name when it is whole; the same content gives the same bytes.

    *project* and *counts* are asked for when all articles are written.  Text so dense that readers would take it for a
    bomb is stored as it is, for which *articles* is called a second time.  Raises BadInput beyond the limit.
    """
    half = out.with_name(f".{out.name}.part")
    try:
        with told(out):
            for compression in (zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED):
                with half.open("w+b") as file:
                    if _write(file, compression, articles, project, counts):
                        break
            half.replace(out)
    finally:
        half.unlink(missing_ok=True)
    return Sealed(out, _digest(out, 0))


def _write(
    file: IO[bytes],
    compression: int,
    articles: Callable[[], Iterator[bytes]],
    project: Callable[[], Record],
    counts: Callable[[], Record],
) -> bool:
    """Write the zip and its seal; False where a member is denser than a reader takes."""
    members: Record = {}
    with zipfile.ZipFile(file, "w") as zipped:
        total = _add(zipped, _ARTICLES, compression, articles(), members, 0)
        total = _add(zipped, _PROJECT, compression, iter([_dump(project())]), members, total)
        manifest = {"khaotag_bundle": VERSION, **counts(), "members": members}
        _add(zipped, _MANIFEST, compression, iter([_dump(manifest)]), {}, total)
        dense = any(info.file_size > MAX_RATIO * info.compress_size for info in zipped.infolist())
        zipped.comment = b"0" * _SEAL
    file.flush()
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    seal = _digest_of(file, size - _SEAL).encode()
    file.seek(size - _SEAL)
    file.write(seal)
    file.flush()
    os.fsync(file.fileno())
    return not dense


def _add(
    zipped: zipfile.ZipFile, name: str, compression: int, parts: Iterator[bytes], members: Record, total: int
) -> int:
    info = zipfile.ZipInfo(name)  # dated 1980, whatever the clock says
    info.compress_type, info.external_attr, info.create_system = compression, 0o644 << 16, 3
    digest, size = sha256(), 0
    with zipped.open(info, "w") as member:
        for part in parts:
            size += len(part)
            if total + size > MAX_BYTES:
                raise BadInput(
                    "The bundle would hold more than {limit} bytes, which is the limit. "
                    "Make several smaller ones, by --annotator or --query.",
                    limit=MAX_BYTES,
                )
            if len(part) > MAX_LINE:
                raise BadInput("A line has more than {limit} bytes, which is the limit.", limit=MAX_LINE)
            digest.update(part)
            member.write(part)
    members[name] = {"sha256": digest.hexdigest(), "bytes": size}
    return total + size


def _dump(record: Record) -> bytes:
    return orjson.dumps(record, option=orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE)


def _digest(path: Path, leave: int) -> str:
    with path.open("rb") as file:
        return _digest_of(file, path.stat().st_size - leave)


def _digest_of(file: IO[bytes], count: int) -> str:
    digest = sha256()
    while count > 0 and (block := file.read(min(_BLOCK, count))):
        digest.update(block)
        count -= len(block)
    return digest.hexdigest()


# --- reading


class BundleFile:
    """A bundle that is whole, as its seal and its members' sizes say; BadInput with the reason where it is not."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with told(path):
            if not path.is_file():
                raise BadInput("There is no bundle “{path}”.", path=path)
            _refuse_unsealed(path)
            try:
                self._zip = zipfile.ZipFile(path)
                self._refuse_strange_members()
                self.manifest = json_object(self._small(_MANIFEST, _MAX_MANIFEST))
                if self.manifest.get("khaotag_bundle") != VERSION:
                    raise BadInput("The bundle “{path}” was made by a newer Khaotag. Update this one.", path=path)
                members = self.manifest["members"]
                self._wanted: Record = {name: members[name]["sha256"] for name in (_ARTICLES, _PROJECT)}
                self.project = json_object(self._small(_PROJECT, MAX_LINE))
            except (*_BROKEN, KeyError, TypeError):
                raise refusal(path, Message("it is not laid out as a bundle is.")) from None

    def close(self) -> None:
        """Close the file."""
        self._zip.close()

    @property
    def articles(self) -> int | None:
        """How many articles the manifest promises."""
        count = self.manifest.get("articles")
        return count if type(count) is int else None

    def lines(self) -> Iterator[bytes]:
        """Yield the articles' lines; the last one comes only if all of them are what the manifest says."""
        digest = sha256()
        held: bytes | None = None
        try:
            with self._zip.open(_ARTICLES) as member, io.BufferedReader(cast("Any", member), _BLOCK) as buffered:
                while line := buffered.readline(MAX_LINE + 1):
                    if len(line) > MAX_LINE:
                        reason = Message("a line has more than {limit} bytes, which is the limit.", limit=MAX_LINE)
                        raise refusal(self.path, reason)
                    digest.update(line)
                    if held is not None:
                        yield held
                    held = line
        except _BROKEN:
            raise refusal(self.path, Message("it is not laid out as a bundle is.")) from None
        if digest.hexdigest() != self._wanted[_ARTICLES]:
            raise refusal(self.path, Message("its articles are not what its manifest says."))
        if held is not None:
            yield held

    def _small(self, name: str, limit: int) -> bytes:
        with self._zip.open(name) as member:
            data = member.read(limit + 1)
        if len(data) > limit:
            raise refusal(self.path, Message("{member} has more than {limit} bytes.", member=name, limit=limit))
        if name == _PROJECT and sha256(data).hexdigest() != self._wanted[name]:
            raise refusal(self.path, Message("{member} is not what its manifest says.", member=name))
        return data

    def _refuse_strange_members(self) -> None:
        infos = self._zip.infolist()
        if tuple(info.filename for info in infos) != _MEMBERS:
            raise refusal(self.path, Message("it holds files that no bundle holds."))
        if sum(info.file_size for info in infos) > MAX_BYTES:
            raise refusal(self.path, Message("it unpacks to more than {limit} bytes.", limit=MAX_BYTES))
        if any(info.file_size > MAX_RATIO * max(1, info.compress_size) for info in infos):
            raise refusal(self.path, Message("it unpacks to more than {limit} times its size.", limit=MAX_RATIO))


def refusal(path: Path, reason: Message) -> BadInput:
    """Return the error that refuses a bundle whole."""
    return BadInput("The bundle “{path}” is refused: {reason} Ask for it again.", path=path, reason=reason)


def _refuse_unsealed(path: Path) -> None:
    """Raise BadInput unless every byte is as it was written, before anything is made of any of them."""
    size = path.stat().st_size
    with path.open("rb") as file:
        if not file.read(4).startswith(b"PK"):
            raise BadInput("“{path}” is no bundle.", path=path)
        if size > MAX_BYTES + _MAX_MANIFEST or size < _END.size + _SEAL:
            raise refusal(path, Message("its size cannot be right."))
        file.seek(size - _SEAL)
        seal = file.read()
    if _digest(path, _SEAL).encode() != seal:
        raise refusal(path, Message("it is cut short, or was changed since it was made."))
    with path.open("rb") as file:
        file.seek(size - _SEAL - _END.size)
        mark, *_, count, length, start, comment = _END.unpack(file.read(_END.size))
    # The zip's own list is held in memory: it has to be as small as three members need.
    fits = start + length + _END.size + _SEAL == size and length < 1000
    if mark != b"PK\5\6" or count != len(_MEMBERS) or comment != _SEAL or not fits:
        raise refusal(path, Message("it is not laid out as a bundle is."))
