"""Taking in articles: new ones in bulk, and texts that are there already by merging."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, insert, select, update

from ..models.article import Article
from ..models.change import RowChange
from ..models.errors import Message
from ..models.layer import Chain, Entity, Layer, LayerHead, Note, Relation
from ..models.records import source_record, state_record
from ..models.text import default_id
from . import articles, counters, layers
from .rows import dump, entity_of, load, relation_of, revision
from .tables import article, article_text, chain, chain_member, entity, layer, note, relation

_BLOCK = 64

_TABLES: dict[str, Table] = {
    "article": article,
    "article_text": article_text,
    "layer": layer,
    "entity": entity,
    "relation": relation,
    "chain": chain,
    "chain_member": chain_member,
    "note": note,
}


class Known(NamedTuple):
    """An article that the project has: its number, id, and whether it lies in the bin."""

    number: int
    id: str
    removed: bool


class NewLayer(NamedTuple):
    """A layer to be written in bulk: rows by table name with any layer number, their hash and the number of marks."""

    annotator: str
    head: LayerHead
    rows: Any
    hash: int
    entities: int
    relations: int


class Intake:
    """Collects new articles and writes them together; `flush` before the transaction ends."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
        self._numbers: dict[str, Iterator[int]] = {}

    def _number(self, name: str) -> int:
        """Return a new number; they are taken by the block, and what a block leaves over is never used."""
        number = next(self._numbers.get(name, iter(())), None)
        if number is None:
            first = counters.take(self._connection, name, _BLOCK)
            self._numbers[name] = iter(range(first + 1, first + _BLOCK))
            return first
        return number

    def known(self, text_hashes: Sequence[bytes]) -> dict[bytes, Known]:
        """Return which of the texts the project has."""
        wanted = select(article.c.text_hash, article.c.number, article.c.id, article.c.removed).where(
            article.c.text_hash.in_(text_hashes)
        )
        return {bytes(row[0]): Known(row[1], row[2], row[3] is not None) for row in self._connection.execute(wanted)}

    def taken(self, ids: Sequence[str]) -> set[str]:
        """Return which of the ids are in use."""
        return set(self._connection.scalars(select(article.c.id).where(article.c.id.in_(ids))))

    def add(self, new: Article, text_hash: bytes, raw_hash: bytes | None, new_layers: Sequence[NewLayer]) -> int:
        """Add an article whose text and id the project does not have; return its number."""
        number = self._number("article")
        status = layers.overall_status({made.head.status for made in new_layers} or {"todo"})
        state = dump(state_record(new.state))
        self._rows["article"].append(
            (
                number, new.id, text_hash, raw_hash, len(new.text), new.title,
                dump([source_record(source) for source in new.sources]), dump(new.meta), state,
                revision(None, 0, state), status,
                sum(made.entities for made in new_layers), sum(made.relations for made in new_layers), None,
            )
        )  # fmt: skip
        self._rows["article_text"].append((number, new.text))
        for made in new_layers:
            self._add_layer(number, made)
        return number

    def _add_layer(self, article_number: int, made: NewLayer) -> None:
        number = self._number("layer")
        head = made.head
        self._rows["layer"].append(
            (
                number, article_number, made.annotator, head.status, dump(head.labels), dump(head.meta),
                made.entities, made.relations, made.hash.to_bytes(32, "big"),
                revision(None, made.hash, head.status, head.labels, head.meta), None,
            )
        )  # fmt: skip
        for name, rows in made.rows.items():
            self._rows[name].extend((number, *row[1:]) for row in rows)

    def flush(self) -> None:
        """Write what was collected."""
        for name, table in _TABLES.items():
            if rows := self._rows.pop(name, None):
                write_rows(self._connection, table, rows)


def write_rows(connection: Connection, table: Table, rows: list[tuple[Any, ...]]) -> None:
    """Insert complete rows in the order of the table's columns; for SQLite at the driver's own speed."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(str(insert(table).compile(dialect=connection.dialect)), rows)
    else:
        names = table.columns.keys()
        connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows])


def free_id(wanted: str, text_hash: bytes, taken: set[str]) -> str:
    """Return *wanted* if it is free, else the default id, made longer in the unlikely case that it is taken too."""
    if wanted not in taken:
        return wanted
    sha = text_hash.hex()
    made = default_id(sha)
    return made if made not in taken else f"a-{sha}"


class Merged(NamedTuple):
    """What merging a text that was there did."""

    layers: int
    entities: int
    relations: int
    warnings: list[Message]
    rejected: list[Message]


def merge(connection: Connection, known: Known, incoming: Article, incoming_layers: Sequence[Layer]) -> Merged:
    """Merge a record into the article with the same text: sources are added, layers united, differences told."""
    warnings: list[Message] = []
    rejected: list[Message] = []
    present = articles.read(connection, known.number)
    sources = present.sources + tuple(source for source in incoming.sources if source not in present.sources)
    meta = {**incoming.meta, **present.meta}
    for key, value in incoming.meta.items():
        if present.meta.get(key, value) != value:
            warnings.append(
                Message(
                    "“{key}” of {id} differs from what is there; the present value is kept.", key=key, id=present.id
                )
            )
    values: dict[str, Any] = {"sources": dump([source_record(s) for s in sources]), "meta": dump(meta)}
    if present.state == type(present.state)() and incoming.state != present.state:
        values["state"] = dump(state_record(incoming.state))
    if known.removed:
        values["removed"] = None
        warnings.append(Message("{id} was in the bin and is back.", id=present.id))
    connection.execute(update(article).where(article.c.number == known.number).values(**values))
    there = layers.read(connection, known.number)
    entities = relations = 0
    for new in incoming_layers:
        old = there.get(new.annotator) or Layer(new.annotator)
        rows, accepted, differing = _additions(old, new)
        rejected.extend(differing)
        entities += accepted[0]
        relations += accepted[1]
        if rows or new.annotator not in there:
            layers.write(connection, known.number, new.annotator, rows)
    return Merged(len(incoming_layers), entities, relations, warnings, rejected)


def _additions(old: Layer, new: Layer) -> tuple[list[RowChange], tuple[int, int], list[Message]]:
    """Return the rows that unite two layers of one annotator, how many marks were accepted, and what differs."""
    rows: list[RowChange] = []
    differing: list[Message] = []
    here = {(e.label, e.ranges): e.id for e in old.entities.values()}
    stands_for: dict[str, str] = {}
    accepted = [0, 0]

    def differs(mark_id: str) -> None:
        differing.append(
            Message(
                "{annotator} has another mark under the id “{id}”; it is left out.", annotator=new.annotator, id=mark_id
            )
        )

    for mark in new.entities.values():
        known = old.entities.get(mark.id)
        twin = here.get((mark.label, mark.ranges))
        if known is not None and known != mark:
            differs(mark.id)
            continue
        accepted[0] += 1
        stands_for[mark.id] = mark.id if known is not None else twin or mark.id
        if known is None and twin is None:
            rows.append(RowChange("entity", mark.id, None, mark))
    links = {(r.label, r.head, r.tail) for r in old.relations.values()}
    for link in new.relations.values():
        known_link = old.relations.get(link.id)
        if link.head not in stands_for or link.tail not in stands_for:
            differs(link.id)
            continue
        moved = link._replace(head=stands_for[link.head], tail=stands_for[link.tail])
        if known_link is not None and known_link != moved:
            differs(link.id)
            continue
        accepted[1] += 1
        if known_link is None and (moved.label, moved.head, moved.tail) not in links:
            rows.append(RowChange("relation", moved.id, None, moved))
    rows += _other_additions(old, new, stands_for, differs)
    head = _united(old.head, new.head)
    if head != old.head:
        rows.insert(0, RowChange("layer", new.annotator, old.head, head))
    return rows, (accepted[0], accepted[1]), differing


def _other_additions(old: Layer, new: Layer, stands_for: dict[str, str], differs: Any) -> list[RowChange]:
    rows: list[RowChange] = []
    for link in new.chains.values():
        moved = link._replace(members=tuple(stands_for[m] for m in link.members if m in stands_for))
        known = old.chains.get(link.id)
        if known is None and len(moved.members) > 1:
            rows.append(RowChange("chain", moved.id, None, moved))
        elif known is not None and known != moved:
            differs(link.id)
    for remark in new.notes.values():
        if remark.id not in old.notes:
            rows.append(RowChange("note", remark.id, None, remark))
    return rows


def _united(old: LayerHead, new: LayerHead) -> LayerHead:
    status = new.status if old.status == "todo" else old.status
    return LayerHead(status, tuple(sorted({*old.labels, *new.labels})), {**new.meta, **old.meta})


def layer_of(made: NewLayer) -> Layer:
    """Return the layer that rows made for bulk writing stand for."""

    def marks(name: str) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = made.rows.get(name, [])
        return rows

    members: defaultdict[str, list[str]] = defaultdict(list)
    for row in marks("chain_member"):
        members[row[1]].append(row[3])
    entities: dict[str, Entity] = {row[1]: entity_of(row[1:]) for row in marks("entity")}
    relations: dict[str, Relation] = {row[1]: relation_of(row[1:]) for row in marks("relation")}
    chains = {row[1]: Chain(row[1], row[2], tuple(members[row[1]]), load(row[3])) for row in marks("chain")}
    notes = {row[1]: Note(row[1], row[2], row[3], row[4], load(row[5])) for row in marks("note")}
    return Layer(made.annotator, made.head, entities, relations, chains, notes)
