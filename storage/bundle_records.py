"""An article's line in a bundle: the native format's object, and beside it what only a merge needs.

Revisions with all that they came from, ids of notes, decisions, repairs of tokens, assignments, suggestions, and the
history's lines, which are known by their hash and stand in an order that no project's own numbers decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from typing import Any, NamedTuple

import orjson

from ..models.article import Article
from ..models.errors import BadInput
from ..models.layer import Decision, Layer
from ..models.records import (
    Record,
    change_from,
    decision_from,
    decision_record,
    exclusion_record,
    listing,
    mapping,
    optional_string,
    source_record,
    string,
    strings,
    wrong,
)
from ..models.text import text_hash
from .formats.ground import Ground
from .formats.json_values import check_depth, json_object
from .formats.native import document_from
from .formats.native_writer import layer_record, note_key, source_key
from .history import UNDOABLE

_REVISION = re.compile(r"[0-9a-f]{32}")
_HASH = re.compile(r"[0-9a-f]{64}")
_ARTICLE_KEYS = ("raw", "cuts", "joins", "tokenizer", "revision", "ancestors", "assigned", "suggestions", "history")
_LAYER_KEYS = ("note_ids", "decisions", "revision", "ancestors")
_MAX_NAME = 200  # of a kind, a time, a verb


class Version(NamedTuple):
    """A revision and every one that it came from."""

    revision: str
    ancestors: frozenset[str]


class Assigned(NamedTuple):
    """A cell of the matrix of assignments, as it stands in its table."""

    annotator: str
    place: int
    turn: int


class Line(NamedTuple):
    """A line of the history; `hash` and `undoes` know lines in every project, `change` names no article or layer."""

    hash: str
    at: str
    who: str
    kind: str
    what: str
    annotator: str | None
    undoes: str | None
    revision: str | None
    parent: str | None
    change: Record

    @property
    def on_state(self) -> bool:
        """Whether the line changed the article's state and not a layer."""
        return any(row[0] == "article" for row in self.change.get("rows", ()))


class BundledLayer(NamedTuple):
    """A layer with its version."""

    layer: Layer
    version: Version


class BundledArticle(NamedTuple):
    """All that a bundle holds of one article."""

    article: Article
    raw_hash: bytes | None
    version: Version
    layers: Sequence[BundledLayer]
    assigned: Sequence[Assigned] = ()
    suggestions: Sequence[Record] = ()
    history: Sequence[Line] = ()

    @property
    def people(self) -> set[str]:
        """Everybody who is named as an owner or an author."""
        named = {bundled.layer.annotator for bundled in self.layers} | {cell.annotator for cell in self.assigned}
        return named.union(*({line.who, line.annotator or line.who} for line in self.history))


# --- writing


def article_line(of: BundledArticle) -> bytes:
    """Return an article's line, with its line feed; the same values give the same bytes."""
    article, state = of.article, of.article.state
    record: Record = {
        "id": article.id,
        "title": article.title,
        "text": article.text,
        "sources": [source_record(source) for source in sorted(article.sources, key=source_key)],
        "meta": article.meta,
        "raw": of.raw_hash.hex() if of.raw_hash else None,
        "excluded": [exclusion_record(exclusion) for exclusion in state.excluded],
        "cuts": list(state.cuts),
        "joins": list(state.joins),
        "tokenizer": state.tokenizer,
        **_version_record(of.version),
        "layers": [_layer_record(bundled, article) for bundled in sorted(of.layers, key=lambda b: b.layer.annotator)],
        "assigned": sorted([*cell] for cell in of.assigned),
        "suggestions": sorted(of.suggestions, key=lambda entry: orjson.dumps(entry, option=orjson.OPT_SORT_KEYS)),
        "history": [line._asdict() for line in in_order(of.history)],
    }
    filled = {key: value for key, value in record.items() if value}
    return orjson.dumps(filled, option=orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE)


def _version_record(version: Version) -> Record:
    return {"revision": version.revision, "ancestors": sorted(version.ancestors)}


def _layer_record(bundled: BundledLayer, article: Article) -> Record:
    # Notes whose native objects are alike are told apart by their ids, so these come in the same order.
    notes = sorted(bundled.layer.notes.values(), key=lambda note: (*note_key(note), note.id))
    layer = bundled.layer._replace(notes={note.id: note for note in notes})
    return {
        **layer_record(layer, article),
        "note_ids": [note.id for note in notes],
        "decisions": [decision_record(made) for _, made in sorted(layer.decisions.items())],
        **_version_record(bundled.version),
    }


def in_order(lines: Iterable[Line]) -> list[Line]:
    """Return lines each behind the one that made what it changed or undid, else by time and hash."""
    known = {line.hash: line for line in lines}
    made: dict[str, list[str]] = {}
    for line in known.values():
        if line.revision:
            made.setdefault(line.revision, []).append(line.hash)
    waits: dict[str, set[str]] = {}
    behind: dict[str, list[str]] = {}
    for line in known.values():
        before = {*made.get(line.parent or "", ()), line.undoes or ""} & known.keys() - {line.hash}
        waits[line.hash] = before
        for other in before:
            behind.setdefault(other, []).append(line.hash)
    ready = sorted((known[name].at, name) for name, before in waits.items() if not before)
    found = []
    while ready:
        _, name = heappop(ready)
        found.append(known[name])
        for other in behind.get(name, ()):
            waits[other].discard(name)
            if not waits[other]:
                heappush(ready, (known[other].at, other))
    return found


# --- reading


def article_from(line: bytes, where: str) -> BundledArticle:
    """Return the article of a line; BadInput says what is wrong with it, *where* names it."""
    record = json_object(line)
    extra = {key: record.pop(key) for key in _ARTICLE_KEYS if key in record}
    check_depth(extra, 1)
    inner = []
    for entry in listing(record, "layers"):
        if not isinstance(entry, dict):
            wrong("layers", entry, "an object")
        inner.append({key: entry.pop(key) for key in _LAYER_KEYS if key in entry})
        check_depth(inner[-1], 3)
    document = document_from(record, Ground(where, ""), "")
    article = document.article
    if article.text != record["text"]:
        raise BadInput("The text of {article} is not as Khaotag keeps texts.", article=article.id)
    state = article.state._replace(
        cuts=_offsets(extra, "cuts", article), joins=_offsets(extra, "joins", article),
        tokenizer=optional_string(extra, "tokenizer"),
    )  # fmt: skip
    raw = optional_string(extra, "raw")
    return BundledArticle(
        article._replace(state=state),
        bytes.fromhex(_like(_HASH, raw, "raw")) if raw else None,
        _version(extra),
        [_bundled(layer, more) for layer, more in zip(document.layers, inner, strict=True)],
        [_assigned(entry) for entry in listing(extra, "assigned")],
        [_object(entry, "suggestions") for entry in listing(extra, "suggestions")],
        in_order(_line(_object(entry, "history")) for entry in listing(extra, "history")),
    )


def text_key(of: BundledArticle) -> bytes:
    """Return the hash that an article is known by."""
    return bytes.fromhex(text_hash(of.article.text))


def _bundled(layer: Layer, extra: Record) -> BundledLayer:
    ids = strings(extra, "note_ids")
    if len(set(ids)) != len(layer.notes):
        raise BadInput("The notes of {annotator} have no ids of their own.", annotator=layer.annotator)
    notes = {name: note._replace(id=name) for name, note in zip(ids, layer.notes.values(), strict=True)}
    decisions: dict[str, Decision] = {}
    for entry in listing(extra, "decisions"):
        made = decision_from(_object(entry, "decisions"))
        decisions[made.id] = made
    return BundledLayer(layer._replace(notes=notes, decisions=decisions), _version(extra))


def _version(extra: Record) -> Version:
    ancestors = strings(extra, "ancestors")
    for entry in ancestors:
        _like(_REVISION, entry, "ancestors")
    revision = _like(_REVISION, extra.get("revision"), "revision")
    return Version(revision, frozenset(ancestors) - {revision})


def _like(pattern: re.Pattern[str], value: object, key: str) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        wrong(key, value, "a hash")
    return value


def _offsets(extra: Record, key: str, article: Article) -> tuple[int, ...]:
    found = listing(extra, key)
    for at in found:
        if type(at) is not int or not 0 < at < len(article.text):
            wrong(key, at, "an offset in the text")
    return tuple(found)


def _object(value: object, key: str) -> Record:
    if not isinstance(value, dict):
        wrong(key, value, "an object")
    return value


def _assigned(entry: Any) -> Assigned:
    well = isinstance(entry, list) and len(entry) == 3 and isinstance(entry[0], str)
    if not well or not all(type(n) is int and 0 <= n < 1 << 31 for n in entry[1:]):
        wrong("assigned", entry, "a name and two numbers")
    return Assigned(*entry)


def _line(record: Record) -> Line:
    for key in ("at", "who", "kind", "what"):
        if len(string(record, key)) > _MAX_NAME:
            wrong(key, record[key], "a short text")
    change = dict(mapping(record, "change"))
    line = Line(
        _like(_HASH, record.get("hash"), "hash"),
        record["at"], record["who"], record["kind"], record["what"],
        optional_string(record, "annotator"),
        _optional(_HASH, record, "undoes"),
        _optional(_REVISION, record, "revision"),
        _optional(_REVISION, record, "parent"),
        change,
    )  # fmt: skip
    if line.kind in UNDOABLE:
        try:
            change_from(change)
        except (KeyError, TypeError, ValueError, AttributeError):
            wrong("change", change, "a change")
    return line


def _optional(pattern: re.Pattern[str], record: Record, key: str) -> str | None:
    return None if record.get(key) is None else _like(pattern, record[key], key)
