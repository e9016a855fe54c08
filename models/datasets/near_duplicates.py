"""Near-duplicate texts: MinHash signatures of character 5-grams find pairs that may be alike, the texts decide.

Two texts are near-duplicates where the Jaccard index of their sets of 5-grams is at least 0.8.  A signature has 128
minima; pairs that share one of 32 bands of four are compared, which misses a pair of exactly 0.8 once in 20 million.
Broder, “On the resemblance and containment of documents” (1997); banding as in Leskovec et al., “Mining of Massive
Datasets”, chapter 3.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

GRAM = 5
ALIKE = 0.8

_HASHES = 128
_BAND = 4
_BLOCK = 4096  # 5-grams that are hashed at once, so that a long text takes no more memory than a short one
_AT_ONCE = 16  # hash functions that are applied at once, so that their products stay in the processor's cache
_DOUBT = 0.15  # four standard deviations of the estimate that 128 minima give of an index of 0.8
_HELD = 512  # sets of 5-grams that are kept while pairs are compared

_RANDOM = np.random.default_rng(5)
_FACTORS = _RANDOM.integers(0, 1 << 32, (_HASHES, 1), np.uint32) | np.uint32(1)
_OFFSETS = _RANDOM.integers(0, 1 << 32, (_HASHES, 1), np.uint32)
_PLACES = _RANDOM.integers(0, 1 << 32, GRAM, np.uint32) | np.uint32(1)

Signature = NDArray[np.uint32]


def grams(text: str) -> frozenset[str]:
    """Return the set of a text's 5-grams; a text that is shorter is its own only one."""
    return frozenset(text[at : at + GRAM] for at in range(max(1, len(text) - GRAM + 1)))


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the 5-grams of either text that both have."""
    both = len(one & other)
    return both / (len(one) + len(other) - both)


def signature(text: str) -> Signature:
    """Return the 128 minima of a text."""
    letters = np.frombuffer(text.ljust(GRAM, "\0").encode("utf-32-le"), np.uint32)
    lowest = np.full(_HASHES, np.iinfo(np.uint32).max, np.uint32)
    for start in range(0, len(letters) - GRAM + 1, _BLOCK):
        hashed = _hashed(letters[start : start + _BLOCK + GRAM - 1])
        for at in range(0, _HASHES, _AT_ONCE):
            rows = slice(at, at + _AT_ONCE)
            found = (hashed * _FACTORS[rows] + _OFFSETS[rows]).min(axis=1)
            np.minimum(lowest[rows], found, out=lowest[rows])
    return lowest


def _hashed(letters: Signature) -> Signature:
    """Return a hash of each 5-gram."""
    count = len(letters) - GRAM + 1
    hashed = np.zeros(count, np.uint32)
    for place in range(GRAM):
        hashed = (hashed ^ letters[place : place + count]) * _PLACES[place]
        hashed ^= hashed >> np.uint32(15)
    return np.unique(hashed)


class _Groups:
    """Which texts belong together so far."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def of(self, place: int) -> int:
        """Return the first text of a text's group."""
        while self._parent[place] != place:
            self._parent[place] = place = self._parent[self._parent[place]]
        return place

    def join(self, one: int, other: int) -> None:
        """Put two groups together."""
        first, second = sorted((self.of(one), self.of(other)))
        self._parent[second] = first


def near_duplicates(texts: Iterable[str], text_of: Callable[[int], str]) -> list[int]:
    """Return for each text the place of the first one of its group; near-duplicates of near-duplicates are one group.

    *texts* is gone through once and nothing but signatures is kept (512 bytes a text); *text_of* gives a text again by
    its place, for the pairs that have to be compared.
    """
    made = [signature(text) for text in texts]
    if not made:
        return []
    signatures = np.stack(made)
    groups = _Groups(len(made))
    held = lru_cache(_HELD)(lambda place: grams(text_of(place)))
    unlike: set[tuple[int, int]] = set()
    for bucket in _buckets(signatures):
        for one, others in _candidates(bucket, signatures, groups):
            for other in others:
                if groups.of(one) == groups.of(other) or (one, other) in unlike:
                    continue
                if jaccard(held(one), held(other)) >= ALIKE:
                    groups.join(one, other)
                else:
                    unlike.add((one, other))
    return [groups.of(place) for place in range(len(made))]


def _buckets(signatures: NDArray[Any]) -> Iterator[list[int]]:
    """Yield the places that share a band, in order, wherever there is more than one."""
    for at in range(0, _HASHES, _BAND):
        band = np.ascontiguousarray(signatures[:, at : at + _BAND])
        keys = band.view(np.dtype((np.void, band.dtype.itemsize * _BAND))).ravel()
        _, kind = np.unique(keys, return_inverse=True)
        order = np.argsort(kind, kind="stable")
        edges = np.flatnonzero(np.diff(kind[order])) + 1
        for part in np.split(order, edges):
            if len(part) > 1:
                yield part.tolist()


def _candidates(
    bucket: Sequence[int], signatures: NDArray[Any], groups: _Groups
) -> Iterator[tuple[int, Sequence[int]]]:
    """Yield each text of a bucket with the later ones that may be its near-duplicates."""
    for at, one in enumerate(bucket[:-1]):
        rest = np.array(bucket[at + 1 :])
        if len({groups.of(place) for place in bucket}) == 1:
            return
        alike = (signatures[rest] == signatures[one]).mean(axis=1)
        yield one, rest[alike >= ALIKE - _DOUBT].tolist()
