"""Article text: decoding bytes, the one canonical form, and grapheme boundaries. All offsets are code points."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterator
from contextlib import suppress

import regex

from .errors import BadInput
from .offsets import OffsetMap

MAX_TEXT = 2_000_000

_TO_CANONICAL = re.compile("^\ufeff|\r\n|[\r\u2028\u2029\u0085\0]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_GRAPHEME = regex.compile(r"\X")
# Before Thai consonants, independent vowels, digits, printable ASCII and line feed a boundary always lies, unless what
# stands before them is one of the prepended signs of other scripts; those are none of _BEFORE.
_PLAIN = frozenset(
    [chr(c) for c in range(0x20, 0x7F)]
    + [chr(c) for c in range(0x0E01, 0x0E31)]
    + ["\u0e32", "\n", "\u201c", "\u201d"]
    + [chr(c) for c in range(0x0E3F, 0x0E47)]
    + [chr(c) for c in range(0x0E4F, 0x0E5C)]
)
_LETTERS = re.compile("[\u00c0-\u02af\u0370-\u0482\u048a-\u0590\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff]")
_REACH = 256
_BEFORE = frozenset("\n\t" + "".join(map(chr, (*range(0x20, 0x600), *range(0x0E00, 0x0E80), *range(0x2000, 0x2070)))))

_ALIASES = {
    "windows-874": "cp874",
    "tis-620": "cp874",
    "tis620": "cp874",
    "iso-8859-11": "cp874",
    "iso8859-11": "cp874",
}


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """Return (text, encoding name) of a file's bytes.

    Without *encoding*: UTF-8 with or without BOM, UTF-16 with BOM, then cp874 strictly (Thai single-byte files are
    never valid UTF-8, and cp874 alone knows the curly quotes).  Raises BadInput when none of them fits.
    """
    if encoding is not None:
        name = _ALIASES.get(encoding.lower().replace("_", "-"), encoding)
        try:
            with suppress(UnicodeError):
                b"x".decode(name)  # Python looks at no codec where there is nothing to decode
            return data.decode(name), name
        except LookupError:  # also for a codec that is none of text, such as base64
            raise BadInput(
                "The encoding “{encoding}” is unknown. Try utf-8, utf-16 or cp874.", encoding=encoding
            ) from None
        except UnicodeError:
            raise BadInput(
                "The file is not valid {encoding}. Name another one with --encoding.", encoding=encoding
            ) from None
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return _decode_or_none(data, "utf-32") or _undecodable(), "utf-32"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decode_or_none(data, "utf-16") or _undecodable(), "utf-16"
    text = _decode_or_none(data, "utf-8")
    if text is not None:
        if b"\0" in data and _looks_binary(data):
            raise BadInput("This is a binary file, not text.")
        return text, "utf-8"
    if b"\0" in data or _looks_binary(data):
        raise BadInput("This is a binary file, not text.")
    text = _decode_or_none(data, "cp874")
    if text is not None and _mostly_thai_words(text):
        return text, "cp874"
    return _undecodable(), ""


def _undecodable() -> str:
    raise BadInput(
        "The text is neither UTF-8, UTF-16 with a BOM nor Thai Windows-874. Name its encoding with --encoding."
    )


def _decode_or_none(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _looks_binary(data: bytes) -> bool:
    head = data[:4096]
    controls = sum(1 for byte in head if byte < 9 or 13 < byte < 32)
    return controls > len(head) * 0.02


def _mostly_thai_words(text: str) -> bool:
    """Tell Thai from damaged UTF-8 read as cp874, where each Thai letter turns into “เธ” or “เน” and a third one."""
    thai = sum(1 for char in text if "\u0e01" <= char <= "\u0e5b")
    damaged = len(re.findall("เธ|เน€|เนˆ|เน‰", text))
    return thai > 0 and damaged * 6 < thai


def canonicalise(raw: str) -> tuple[str, OffsetMap]:
    """Return the canonical text and the map of offsets from *raw* to it.

    A leading BOM goes, every line end becomes a line feed, NUL becomes U+FFFD; all else is kept to the code point.
    Raises BadInput for lone surrogates and for texts beyond the limit of 2,000,000 code points.
    """
    if len(raw) > MAX_TEXT:
        raise BadInput("The text has {length} code points; the limit is {limit}.", length=len(raw), limit=MAX_TEXT)
    if _is_canonical(raw):
        return raw, OffsetMap(())
    if found := _SURROGATE.search(raw):
        raise BadInput(
            "The text holds half a surrogate pair (U+{code}) at {at}; it is damaged.",
            code=f"{ord(found.group()):04X}",
            at=found.start(),
        )
    shifts: list[tuple[int, int]] = []
    removed = 0
    for match in _TO_CANONICAL.finditer(raw):
        width = 0 if match.group() == "\ufeff" else 1
        if match.end() - match.start() != width:
            removed += match.end() - match.start() - width
            shifts.append((match.end(), removed))
    return _TO_CANONICAL.sub(_canonical_char, raw), OffsetMap(tuple(shifts))


def _is_canonical(raw: str) -> bool:
    # Ten times as fast as one regular expression: each of these searches runs in C over the whole text.
    if "\r" in raw or "\0" in raw or "\u2028" in raw or "\u2029" in raw or "\x85" in raw or raw[:1] == "\ufeff":
        return False
    try:
        raw.encode()
    except UnicodeEncodeError:
        return False
    return True


def _canonical_char(match: re.Match[str]) -> str:
    found = match.group()
    return "" if found == "\ufeff" else "\ufffd" if found == "\0" else "\n"


def text_hash(text: str) -> str:
    """Return the hex SHA-256 of a canonical text."""
    return hashlib.sha256(text.encode()).hexdigest()


def default_id(sha256: str) -> str:
    """Return the id an article gets from the hash of its text."""
    return f"a-{sha256[:12]}"


def is_boundary(text: str, at: int) -> bool:
    """Tell whether offset *at* lies between two grapheme clusters."""
    if at <= 0 or at >= len(text):
        return True
    if text[at] in _PLAIN and text[at - 1] in _BEFORE:
        return True
    return at in _boundaries_near(text, at)


def widen(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the smallest range around [start, end) whose edges lie on grapheme boundaries."""
    if not is_boundary(text, start):
        start = max(b for b in _boundaries_near(text, start) if b < start)
    if not is_boundary(text, end):
        end = min(b for b in _boundaries_near(text, end) if b > end)
    return start, end


def grapheme_starts(text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield the offset of each grapheme cluster in [start, end), which must begin on a boundary."""
    for match in _GRAPHEME.finditer(text, start, len(text) if end is None else end):
        yield match.start()


def _boundaries_near(text: str, at: int) -> set[int]:
    # The window opens and closes where a boundary surely lies. No real cluster is longer than the reach, and without
    # it a text of nothing but combining marks would be walked through from end to end for each mark on it.
    start = max(0, at - 1)
    first = max(0, at - _REACH)
    while start > first and not _surely_apart(text, start):
        start -= 1
    end = min(len(text), at + 1)
    last = min(len(text), at + _REACH)
    while end < last and not _surely_apart(text, end):
        end += 1
    found = set(grapheme_starts(text, start, end))
    found.add(end)
    return found


def _surely_apart(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if after in _PLAIN:
        return before in _BEFORE
    # letters of Latin, Greek and Cyrillic, kana, ideographs: two of them are never one cluster
    return _LETTERS.match(before) is not None and _LETTERS.match(after) is not None


_SUSPECTS = (
    ("ZWSP", re.compile("[\u200b\u200c\u2060]")),
    ("เเ", re.compile("เเ")),
    ("ํา", re.compile("\u0e4d[\u0e48-\u0e4b]?\u0e32")),
    ("PUA", re.compile("[\ue000-\uf8ff]")),
    ("U+FFFD", re.compile("\ufffd")),
    ("BIDI", re.compile("[\u202a-\u202e\u2066-\u2069]")),
)


def suspects(text: str) -> dict[str, int]:
    """Count what looks wrong in a text but is kept: zero-width spaces, doubled vowels, private-use glyphs."""
    counts = {name: len(pattern.findall(text)) for name, pattern in _SUSPECTS}
    return {name: count for name, count in counts.items() if count}
