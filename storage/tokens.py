"""Tokens of an article, derived and cached; only hand repairs are data, and those are in the article's state."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select

from ..models.article import Article
from ..models.tokens import Token, repair, tokenise
from .engines import newmm
from .rows import dump
from .tables import token_cache, word


class Tokens(NamedTuple):
    """An article's tokens and the engine that proposed them."""

    tokenizer: str
    spans: list[Token]


def words(connection: Connection) -> frozenset[str]:
    """Return what the project taught its dictionary."""
    return frozenset(connection.scalars(select(word.c.word)))


def cache_key(article: Article, taught: frozenset[str]) -> bytes:
    """Return the key under which an article's unrepaired tokens are cached."""
    parts = (newmm.name(), sorted(taught), article.state.confirmed())
    return sha256(article.text.encode() + b"\0" + dump(parts).encode()).digest()


def cached(connection: Connection, article: Article, taught: frozenset[str]) -> Tokens | None:
    """Return the tokens of an article if they were computed before."""
    key = cache_key(article, taught)
    blob = connection.execute(select(token_cache.c.spans).where(token_cache.c.key == key)).scalar()
    return None if blob is None else repaired(article, _unpack(blob))


def cached_edges(connection: Connection, articles: Sequence[Article], taught: frozenset[str]) -> dict[str, array[int]]:
    """Return the unrepaired tokens of those articles that have them, by article id, as start and end in turn."""
    keys = {cache_key(article, taught): article.id for article in articles}
    wanted = select(token_cache.c.key, token_cache.c.spans).where(token_cache.c.key.in_(list(keys)))
    found = {}
    for key, blob in connection.execute(wanted):
        edges = array("I")
        edges.frombytes(blob)
        found[keys[bytes(key)]] = edges
    return found


def compute(article: Article, taught: frozenset[str]) -> list[Token]:
    """Cut an article into words, without its hand repairs; takes some milliseconds a page."""
    return tokenise(article.text, newmm.cutter(taught), article.state.confirmed())


def keep(connection: Connection, article: Article, taught: frozenset[str], spans: list[Token]) -> None:
    """Cache the unrepaired tokens of an article."""
    key = cache_key(article, taught)
    connection.execute(delete(token_cache).where(token_cache.c.key == key))
    connection.execute(insert(token_cache), {"key": key, "name": newmm.name(), "spans": _pack(spans)})


def of_edges(article: Article, edges: array[int]) -> Tokens:
    """Return an article's tokens of their edges, which `cached_edges` gave."""
    return repaired(article, _pairs(edges))


def repaired(article: Article, spans: list[Token]) -> Tokens:
    """Return the tokens with the article's hand repairs."""
    state = article.state
    if not state.repaired:
        return Tokens(newmm.name(), spans)
    return Tokens(state.tokenizer or newmm.name(), repair(spans, state.cuts, state.joins))


def _pack(spans: list[Token]) -> bytes:
    return array("I", (edge for token in spans for edge in token)).tobytes()


def _unpack(blob: bytes) -> list[Token]:
    edges = array("I")
    edges.frombytes(blob)
    return _pairs(edges)


def _pairs(edges: array[int]) -> list[Token]:
    return list(zip(edges[::2], edges[1::2], strict=True))
