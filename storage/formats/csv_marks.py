"""Khaotag's own table: a row for each article, layer, entity and relation, for spreadsheets to sort and count.

kind,article,annotator,id,label,start,end,text,fragments,head,tail,attributes,note,title,source,url,published
article,a-1,,,,,,นายกฯ พบ ส.ส.,,,,,,ชื่อข่าว,a.txt,,
layer,a-1,noi,,done,,,,,,,,,,,,
entity,a-1,noi,e1,PERSON,0,5,นายกฯ,,,,,,,,,
relation,a-1,noi,r1,MET,,,,,e1,e2,,,,,,

A cell that a spreadsheet would take for a formula has an apostrophe before it, which reading takes away again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ...models.errors import BadInput, Message
from ...models.records import wrong
from .contract import MAX_ENTITIES, MAX_LINE, Document, Parsed, Problem, Raw
from .ground import Ground
from .json_marks import article_of
from .json_values import check_depth, json_object
from .native_layers import layer_from
from .reading import rejected

COLUMNS = (
    *("kind", "article", "annotator", "id", "label", "start", "end", "text", "fragments", "head", "tail"),
    *("attributes", "note", "title", "source", "url", "published"),
)
_NEEDED = frozenset(("kind", "article", "annotator", "start", "end", "text"))
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"-?\d{1,18}")
_PAIR = re.compile(r"(\d{1,18})-(\d{1,18})")

Row = tuple[str, dict[str, str]]  # the line it begins on, its cells by column


class Marked(NamedTuple):
    """The rows of one article."""

    rows: list[Row]


def is_own(names: Sequence[str]) -> bool:
    """Tell whether a header is that of a table with marks."""
    return {*names} >= _NEEDED


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return what was in a cell before it was guarded."""
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell) else cell


def articles_of(
    names: Sequence[str], rows: Iterable[tuple[str, list[str]] | Problem], source: str
) -> Iterator[Raw | Problem]:
    """Yield the rows of each article together; rows before the first one, and of the wrong width, are problems."""
    held: list[Row] = []
    size = 0
    for read in rows:
        if isinstance(read, Problem):
            yield read
            continue
        line, cells = read
        if len(cells) != len(names):
            reason = Message("The row has {count} columns, the header {expected}.",
                             count=len(cells), expected=len(names))  # fmt: skip
            yield rejected(source, line, reason)
            continue
        row = {name: unguarded(cell) for name, cell in zip(names, cells, strict=True)}
        if row["kind"] == "article":
            yield from _whole(held, size, source)
            held, size = [], 0
        elif not held:
            yield rejected(
                source, line, Message("The row belongs to no article: one of the kind “article” comes first.")
            )
            continue
        size += sum(map(len, cells))
        if size <= MAX_LINE:
            held.append((line, row))
    yield from _whole(held, size, source)


def _whole(held: list[Row], size: int, source: str) -> Iterator[Raw | Problem]:
    if not held:
        return
    record = held[0][0]
    if size > MAX_LINE:
        reason = Message("The article has more than {limit} characters, which is the limit.", limit=MAX_LINE)
        yield rejected(source, record, reason)
    else:
        yield Raw(source, record, Marked(held))


def parsed(raw: Raw, annotator: str) -> Parsed:
    """Read the rows of one article; whatever is wrong in one of them rejects it whole, and the row is named."""
    ground = Ground(raw.source, raw.record)
    try:
        document = _document(raw.data.rows, ground, annotator)
    except _BadRow as error:
        return Parsed([], [rejected(raw.source, error.line, error.message)])
    except BadInput as error:
        return Parsed([], [rejected(raw.source, raw.record, error)])
    return Parsed([document], ground.warnings)


class _BadRow(BadInput):
    """What is wrong in the row of one line."""

    def __init__(self, line: str, message: Message) -> None:
        super().__init__(message)
        self.line = line


def _document(rows: list[Row], ground: Ground, annotator: str) -> Document:
    (_, first), *others = rows
    ground.lay(first["text"])
    meta = json_object(first["attributes"]) if first.get("attributes") else {}
    fields = {name: first[name] for name in ("title", "source", "url", "published") if first.get(name)}
    document = article_of({**fields, "id": first["article"]}, ground, meta)
    layers: dict[str, dict[str, Any]] = {}
    for line, row in others:
        layer = layers.setdefault(
            row["annotator"] or annotator,
            {"annotator": row["annotator"] or annotator, "entities": [], "relations": []},
        )
        try:
            _take(layer, row, first["article"])
        except BadInput as error:
            raise _BadRow(line, error.message) from None
        if len(layer["entities"]) > MAX_ENTITIES:
            raise BadInput(
                "The article has {count} entities; the limit is {limit}.",
                count=len(layer["entities"]),
                limit=MAX_ENTITIES,
            )
    return document._replace(layers=tuple(layer_from(layer, ground, annotator) for layer in layers.values()))


def _take(layer: dict[str, Any], row: Mapping[str, str], article: str) -> None:
    """Add a row to the native object of its layer."""
    if row["article"] != article:
        raise BadInput(
            "The row is of the article “{id}”, whose own row does not come before it.", id=row["article"][:60]
        )
    kind = row["kind"]
    if kind == "layer":
        layer["status"] = row.get("label")
    elif kind == "entity":
        layer["entities"].append(_entity(row))
    elif kind == "relation":
        layer["relations"].append({**_mark(row), "head": row.get("head"), "tail": row.get("tail")})
    else:
        wrong("kind", kind, "article, layer, entity or relation")


def _mark(row: Mapping[str, str]) -> dict[str, Any]:
    mark: dict[str, Any] = {name: row[name] for name in ("id", "note") if row.get(name)}
    mark["label"] = row.get("label", "")
    if not mark["label"]:
        raise BadInput("it has no label.")
    if row.get("attributes"):
        mark["attributes"] = json_object(row["attributes"])
        check_depth(mark["attributes"], 6)
    return mark


def _entity(row: Mapping[str, str]) -> dict[str, Any]:
    mark = {**_mark(row), "start": _offset(row["start"]), "end": _offset(row["end"])}
    if row["text"]:
        mark["text"] = row["text"]
    if row.get("fragments"):
        pairs = [_PAIR.fullmatch(pair) for pair in row["fragments"].split(";")]
        mark["fragments"] = [[int(pair[1]), int(pair[2])] if pair else row["fragments"] for pair in pairs]
    return mark


def _offset(cell: str) -> int | str:
    return int(cell) if _NUMBER.fullmatch(cell) else cell
