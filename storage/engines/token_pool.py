"""Tokenising many articles in two processes beside this one; the dictionary is loaded in each of them once."""

from __future__ import annotations

import multiprocessing
from array import array
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor

from ...models.article import Article
from ...models.tokens import Token, tokenise
from . import newmm

_PROCESSES = 2
_TOGETHER = 16  # articles a task

Task = tuple[str, tuple[Token, ...]]


class TokenPool:
    """Gives tokens without hand repairs, in order of need; `close` lets the processes go."""

    def __init__(self, taught: frozenset[str]) -> None:
        # Spawned, never forked: a forked process would hold the open database.
        self._pool = ProcessPoolExecutor(_PROCESSES, multiprocessing.get_context("spawn"))
        self._taught = taught

    def begin(self, articles: Sequence[Article]) -> list[Callable[[], list[Token]]]:
        """Have articles tokenised; return for each a function that waits for its tokens."""
        found: list[Callable[[], list[Token]]] = []
        for at in range(0, len(articles), _TOGETHER):
            tasks = [(article.text, article.state.confirmed()) for article in articles[at : at + _TOGETHER]]
            batch = _Batch(self._pool.submit(tokens_of, tasks, self._taught))
            found += [batch.waiter(place) for place in range(len(tasks))]
        return found

    def close(self) -> None:
        """Stop what is not yet begun and let go."""
        self._pool.shutdown(cancel_futures=True)


class _Batch:
    def __init__(self, running: Future[list[bytes]]) -> None:
        self._running = running

    def waiter(self, place: int) -> Callable[[], list[Token]]:
        return lambda: _unpacked(self._running.result()[place])


def tokens_of(tasks: Sequence[Task], taught: frozenset[str]) -> list[bytes]:
    """Return the edges of each text's tokens, packed; runs in another process."""
    cut = newmm.cutter(taught)
    return [array("I", (edge for token in tokenise(text, cut, ex) for edge in token)).tobytes() for text, ex in tasks]


def _unpacked(packed: bytes) -> list[Token]:
    edges = array("I")
    edges.frombytes(packed)
    return list(zip(edges[::2], edges[1::2], strict=True))
