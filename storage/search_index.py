"""The search index: which articles hold which one, two or three characters in a row, tone marks left out.

Derived from the texts, which never change: article numbers are cut into blocks, and a block is indexed up to the last
article that it held.  The few that came since are read through, until there are enough of them to index it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from ..models.concordance import without_tones
from .tables import article_text, search_block, search_gram

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, np.dtype[Any]]

BLOCK = 1024
_ENOUGH = 128
_FEW = 64  # fewer members are kept as a list of 16-bit numbers, more as one bit each
_AT_ONCE = 16

_TEXTS = select(article_text.c.article, article_text.c.text).where(
    article_text.c.article.between(bindparam("first"), bindparam("last"))
)
_GRAMS = select(search_gram.c.block, search_gram.c.gram, search_gram.c.members).where(
    search_gram.c.block.in_(bindparam("blocks", expanding=True)),
    search_gram.c.gram.in_(bindparam("grams", expanding=True)),
)


class Missing(NamedTuple):
    """A block that is to be indexed, up to an article number."""

    block: int
    last: int


def missing(connection: Connection) -> list[Missing]:
    """Return the blocks with enough articles that are not indexed yet."""
    last = _last_article(connection)
    known = _known(connection)
    ends = [(block, min(last, (block + 1) * BLOCK - 1)) for block in range(last // BLOCK + 1)]
    wanted = [Missing(block, end) for block, end in ends if end - known.get(block, block * BLOCK - 1) >= _ENOUGH]
    full = [Missing(block, end) for block, end in ends if end % BLOCK == BLOCK - 1 and end > known.get(block, -1)]
    return sorted({*wanted, *full})


def _last_article(connection: Connection) -> int:
    last = connection.execute(select(func.max(article_text.c.article))).scalar()
    return -1 if last is None else int(last)


def _known(connection: Connection) -> dict[int, int]:
    """Return each indexed block with the last article that was indexed."""
    return dict(connection.execute(select(search_block.c.block, search_block.c.last)).all())


def postings(connection: Connection, wanted: Missing) -> list[dict[str, Any]]:
    """Return the rows that index a block; reads only, takes about a second, most of it outside Python's lock."""
    first = wanted.block * BLOCK
    texts = connection.execute(_TEXTS, {"first": first, "last": wanted.last})
    rows = _rows((number - first, without_tones(text)) for number, text in texts)
    return [{"block": wanted.block, "gram": gram, "members": members} for gram, members in rows]


def keep(connection: Connection, wanted: Missing, rows: Sequence[dict[str, Any]]) -> None:
    """Write the rows of a block."""
    forget(connection, [wanted.block])
    if rows:
        connection.execute(insert(search_gram), rows)
    connection.execute(insert(search_block), {"block": wanted.block, "last": wanted.last})


def forget(connection: Connection, blocks: Iterable[int]) -> None:
    """Drop blocks, so that they are indexed anew; what was purged leaves no trace this way."""
    for block in blocks:
        connection.execute(delete(search_block).where(search_block.c.block == block))
        connection.execute(delete(search_gram).where(search_gram.c.block == block))


def candidates(connection: Connection, text: str) -> Iterator[list[int]]:
    """Yield, in rising order and a block at a time, the numbers of the articles that may hold *text* in any tone.

    Articles that are not indexed are all candidates.  Numbers of articles that are gone may be among them.
    """
    wanted = _grams_of(without_tones(text))
    last = _last_article(connection)
    known = _known(connection) if wanted else {}
    blocks = list(range(last // BLOCK + 1))
    for at in range(0, len(blocks), _AT_ONCE):
        part = blocks[at : at + _AT_ONCE]
        held = _held(connection, [block for block in part if block in known], wanted)
        for block in part:
            first = block * BLOCK
            unread = range(known.get(block, first - 1) + 1, min(first + BLOCK, last + 1))
            if numbers := [*(first + place for place in _places(held.get(block, 0))), *unread]:
                yield numbers


def _held(connection: Connection, blocks: list[int], wanted: list[str]) -> dict[int, int]:
    """Return the members of each block that hold every gram, one bit an article."""
    if not blocks or not wanted:
        return {}
    found: dict[int, list[int]] = {}
    for block, _, members in connection.execute(_GRAMS, {"blocks": blocks, "grams": wanted}):
        found.setdefault(block, []).append(_bits(bytes(members)))
    held = {}
    for block, parts in found.items():
        if len(parts) == len(wanted):
            bits = parts[0]
            for part in parts[1:]:
                bits &= part
            held[block] = bits
    return held


def _grams_of(text: str) -> list[str]:
    size = min(3, len(text))
    return sorted({text[at : at + size] for at in range(len(text) - size + 1)}) if size else []


def _bits(members: bytes) -> int:
    if len(members) >= _FEW * 2:
        return int.from_bytes(members, "little")
    bits = 0
    for at in range(0, len(members), 2):
        bits |= 1 << int.from_bytes(members[at : at + 2], "little")
    return bits


def _places(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _rows(texts: Iterable[tuple[int, str]]) -> Iterator[tuple[str, bytes]]:
    """Yield each gram of some texts with its members; a text goes with its place in the block."""
    import numpy as np

    keys: list[Numbers] = []
    owners: list[Numbers] = []
    for place, text in texts:
        held = _keys(text)
        keys.append(held)
        owners.append(np.full(len(held), place, np.uint16))
    if not keys:
        return
    every, owner = np.concatenate(keys), np.concatenate(owners)
    order = np.argsort(every, kind="stable")
    every, owner = every[order], owner[order]
    starts = np.flatnonzero(np.concatenate(([True], every[1:] != every[:-1])))
    ends = np.append(starts[1:], len(every))
    for key, start, end in zip(every[starts].tolist(), starts.tolist(), ends.tolist(), strict=True):
        yield _gram(key), _members(owner[start:end])


def _keys(text: str) -> Numbers:
    """Return the different grams of a text, each as three code points of 21 bits in one number."""
    import numpy as np

    codes = np.frombuffer(text.encode("utf-32-le"), np.uint32).astype(np.int64)
    ones = codes << 42
    twos = ones[:-1] | (codes[1:] << 21)
    threes = twos[:-1] | codes[2:]
    grams: Numbers = np.unique(np.concatenate((ones, twos, threes)))
    return grams


def _gram(key: int) -> str:
    parts = (key >> 42, key >> 21 & 0x1FFFFF, key & 0x1FFFFF)
    return "".join(chr(code) for code in parts if code)


def _members(owners: Numbers) -> bytes:
    import numpy as np

    if len(owners) < _FEW:
        return owners.astype("<u2").tobytes()
    flags = np.zeros(BLOCK, np.uint8)
    flags[owners] = 1
    return np.packbits(flags, bitorder="little").tobytes()
