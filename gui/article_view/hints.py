"""Hint letters: short names for many places, none the beginning of another."""

from __future__ import annotations

from itertools import product

HOME = "asdfjklgh"
LETTERS = HOME + "weruioqtypvnmcxbz"


def hint_letters(count: int) -> list[str]:
    """Return *count* different names, the shortest first: as many of one letter as leave the rest two, or three."""
    for alphabet in (HOME, LETTERS):
        if count <= len(alphabet):
            return list(alphabet[:count])
    size = len(LETTERS)
    # Each letter that begins longer names is one place less and `size` places more.
    begin = -(-(count - size) // (size - 1))
    if begin <= size:
        single, double = LETTERS[: size - begin], LETTERS[size - begin :]
        names = [*single, *("".join(pair) for pair in product(double, LETTERS))]
    else:
        length = 3
        while size**length < count:
            length += 1
        names = ["".join(letters) for letters, _ in zip(product(LETTERS, repeat=length), range(count), strict=False)]
    return names[:count]
