"""Hint letters: short names for many places, none the beginning of another."""

from __future__ import annotations

from itertools import product

HOME = "asdfjklgh"
LETTERS = HOME + "weruioqtypvnmcxbz"


def hint_letters(count: int) -> list[str]:
    """Return *count* different names of one letter, or all of two or more where one does not do."""
    for alphabet in (HOME, LETTERS):
        if count <= len(alphabet):
            return list(alphabet[:count])
    length = 2
    while len(LETTERS) ** length < count:
        length += 1
    alphabet = HOME if len(HOME) ** length >= count else LETTERS
    names = ("".join(letters) for letters in product(alphabet, repeat=length))
    return [name for name, _ in zip(names, range(count), strict=False)]
