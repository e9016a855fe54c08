"""What readers share: cutting files into lines within bounds, decoding them, and placing marks on a text."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from ...models.article import Source
from ...models.errors import BadInput, Message
from ...models.text import decode, is_boundary, widen
from .contract import MAX_LINE, Problem, Raw

_CHUNK = 1024 * 1024
# More bytes than the longest text has in any encoding, so that a larger file need not be read to be refused.
MAX_TEXT_FILE = MAX_LINE


def rejected(source: str, record: str, reason: Message | BadInput) -> Problem:
    """Return the report of a record that was left out."""
    return Problem(source, record, reason.message if isinstance(reason, BadInput) else reason, True)


def warning(source: str, record: str, template: str, **values: object) -> Problem:
    """Return the report of a record that was kept although something is odd about it."""
    return Problem(source, record, Message(template, **values), False)


def source_of(path: Path) -> Source:
    """Return a file as the source of an article; bytes of its name that are no text are replaced."""
    return Source(name=path.name.encode("utf-8", "replace").decode())


def read_bytes(path: Path) -> bytes:
    """Return a text file whole; BadInput where it is empty or larger than any text may be."""
    size = path.stat().st_size
    if size > MAX_TEXT_FILE:
        raise BadInput("The file has {size} bytes; the limit is {limit}.", size=size, limit=MAX_TEXT_FILE)
    data = path.read_bytes()
    if not data.removeprefix(b"\xef\xbb\xbf").strip():
        raise BadInput("The file is empty.")
    return data


def encoding_of(path: Path, encoding: str | None) -> str:
    """Return the encoding of a text file that may be too large to be held: UTF-8 and UTF-16 are told in a stream."""
    with path.open("rb") as file:
        head = file.read(_CHUNK)
        if encoding is not None:
            return decode(b"", encoding)[1]
        if head.startswith((b"\xff\xfe", b"\xfe\xff")):
            return "utf-16"
        if b"\0" in head:
            raise BadInput("This is a binary file, not text.")
        file.seek(0)
        if _is_utf8(file):
            return "utf-8"
    return decode(path.read_bytes()[:MAX_TEXT_FILE])[1]


def _is_utf8(file: IO[bytes]) -> bool:
    kept = b""
    while chunk := file.read(_CHUNK):
        chunk = kept + chunk
        try:
            chunk.decode()
            kept = b""
        except UnicodeDecodeError as error:
            # a character cut by the end of the chunk is judged with the next one
            if error.reason != "unexpected end of data" or error.end != len(chunk):
                return False
            kept = chunk[error.start :]
    return not kept


def json_lines(path: Path, encoding: str | None) -> Iterator[Raw | Problem]:
    """Cut a JSON Lines file into its lines, empty ones left out; the data of each is bytes, or a string if decoded."""
    source = str(path)
    number = 0
    empty = True
    try:
        with path.open("rb") as file, _decoded(file, encoding) as lines:
            for number, line in enumerate(_bounded_lines(lines), 1):
                if line is None:
                    reason = Message("The line has more than {limit} bytes, which is the limit.", limit=MAX_LINE)
                    yield rejected(source, f"line {number}", reason)
                elif line.isspace():
                    continue
                else:
                    yield Raw(source, f"line {number}", line)
                empty = False
        if empty:
            yield rejected(source, "", Message("The file is empty."))
    except UnicodeError as error:
        name = getattr(error, "encoding", encoding)
        reason = Message("The file is not valid {encoding} from here on.", encoding=name)
        yield rejected(source, f"line {number + 1}", reason)
    except BadInput as error:
        yield rejected(source, "", error)


def _decoded(file: IO[bytes], encoding: str | None) -> IO[bytes] | IO[str]:
    """Return the file past its BOM; JSON is UTF-8, which its parser checks, unless a BOM or the user says otherwise."""
    if encoding is not None:
        encoding = decode(b"", encoding)[1]
    head = file.read(3)
    file.seek(3 if head == b"\xef\xbb\xbf" else 0)
    if encoding is None and head.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    return file if encoding is None else io.TextIOWrapper(file, encoding, newline="\n")


def _bounded_lines(file: IO[bytes] | IO[str]) -> Iterator[bytes | str | None]:
    """Yield lines, and None for one beyond the limit, of which never more than the limit is held."""
    while line := file.readline(MAX_LINE + 1):
        if len(line) <= MAX_LINE:
            yield line
            continue
        while line and not line.endswith("\n" if isinstance(line, str) else b"\n"):  # type: ignore[arg-type]
            line = file.readline(MAX_LINE)
        yield None


def mark_id(label: str, start: int, end: int) -> str:
    """Return the id of a mark whose format gives it none: the same mark gets the same id whenever it is read."""
    return f"{label}-{start}-{end}"


def note_id(by: str, text: str, nth: int) -> str:
    """Return the id of a note, which no format knows: the same one (the *nth* of its kind) gets the same id."""
    return hashlib.sha256(f"{nth}\0{by}\0{text}".encode()).hexdigest()[:12]


def check_range(start: int, end: int, length: int) -> None:
    """Raise BadInput unless 0 ≤ start < end ≤ length."""
    if start < 0:
        raise BadInput("The offset {at} is negative.", at=start)
    if end > length:
        raise BadInput("The offset {at} is past the end of the text ({length} code points).", at=end, length=length)
    if start > end:
        raise BadInput("The offsets {start} and {end} are reversed.", start=start, end=end)
    if start == end:
        raise BadInput("The range {start} to {end} is empty.", start=start, end=end)


def whole_graphemes(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range, widened where an edge lies inside a grapheme cluster."""
    if is_boundary(text, start) and is_boundary(text, end):
        return start, end
    return widen(text, start, end)
