"""The default tokenizer: newmm of pythainlp, over its word list and the words that the project taught it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

# Without these, importing pythainlp writes to the home folder, and some calls wait for a network.
os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
os.environ.setdefault("PYTHAINLP_OFFLINE", "1")


@cache
def name() -> str:
    """Return the engine's name and version."""
    from importlib.metadata import version

    return f"newmm {version('pythainlp')}"


def cutter(words: Iterable[str] = ()) -> Callable[[str], list[str]]:
    """Return a function that cuts a piece of one line into words; *words* are added to the dictionary."""
    from pythainlp.tokenize import word_tokenize

    dictionary = _dictionary(frozenset(words))

    def cut(piece: str) -> list[str]:
        return list(word_tokenize(piece, custom_dict=dictionary, engine="newmm", keep_whitespace=True))

    return cut


@cache
def _dictionary(words: frozenset[str]) -> Any:
    if not words:
        from pythainlp.tokenize import word_dict_trie

        return word_dict_trie()
    from pythainlp.corpus.common import thai_words
    from pythainlp.util import dict_trie

    return dict_trie({*thai_words(), *words})
