"""Taking in articles: new ones in bulk, and texts that are there already by merging."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, insert, select, update

from ..models.article import Article, ArticleState
from ..models.change import RowChange
from ..models.errors import Message
from ..models.layer import Chain, Entity, Layer, LayerHead, Note, Relation
from ..models.records import source_record, state_record
from ..models.text import default_id
from . import articles, counters, layers, lineage
from .rows import dump, entity_of, load, relation_of, revision
from .tables import article, article_text, chain, chain_member, decision, entity, layer, note, relation

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
    "decision": decision,
}


class Known(NamedTuple):
    """An article that the project has: its number, id, and whether it lies in the bin."""

    number: int
    id: str
    removed: bool


class NewLayer(NamedTuple):
    """A layer to be written in bulk: rows by table name with any layer number, their hash and the number of marks.

    `revision` and `parent` only where the layer has been a layer before, in another project.
    """

    annotator: str
    head: LayerHead
    rows: Any
    hash: int
    entities: int
    relations: int
    revision: str = ""
    parent: str | None = None


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

    def add(
        self,
        new: Article,
        text_hash: bytes,
        raw_hash: bytes | None,
        new_layers: Sequence[NewLayer],
        state_revision: str = "",
    ) -> int:
        """Add an article whose text and id the project does not have; return its number."""
        number = self._number("article")
        status = layers.overall_status({made.head.status for made in new_layers} or {"todo"})
        state = dump(state_record(new.state))
        self._rows["article"].append(
            (
                number, new.id, text_hash, raw_hash, len(new.text), new.title,
                dump([source_record(source) for source in new.sources]), dump(new.meta), state,
                state_revision or revision(None, 0, state), status,
                sum(made.entities for made in new_layers), sum(made.relations for made in new_layers), None,
            )
        )  # fmt: skip
        self._rows["article_text"].append((number, new.text))
        for made in new_layers:
            self.add_layer(number, made)
        return number

    def add_layer(self, article_number: int, made: NewLayer) -> None:
        """Add a layer to an article that has none of this annotator."""
        number = self._number("layer")
        head = made.head
        self._rows["layer"].append(
            (
                number, article_number, made.annotator, head.status, dump(head.labels), dump(head.meta),
                made.entities, made.relations, made.hash.to_bytes(32, "big"),
                made.revision or revision(None, made.hash, head.status, head.labels, head.meta), made.parent,
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
    differing = [key for key, value in incoming.meta.items() if present.meta.get(key, value) != value]
    if present.title and incoming.title and present.title != incoming.title:
        differing.insert(0, "title")
    values: dict[str, Any] = {
        "title": present.title or incoming.title,
        "sources": dump([source_record(s) for s in sources]),
        "meta": dump(meta),
    }
    state, clashes = _united_state(present.state, incoming.state)
    if state != present.state:
        values |= _next_state(connection, known.number, state)
    for key in (*differing, *clashes):
        warnings.append(
            Message("“{key}” of {id} differs from what is there; the present value is kept.", key=key, id=present.id)
        )
    if known.removed:
        values["removed"] = None
        warnings.append(Message("{id} was in the bin and is back.", id=present.id))
    connection.execute(update(article).where(article.c.number == known.number).values(**values))
    there = layers.read(connection, known.number)
    entities = relations = 0
    for new in incoming_layers:
        old = there.get(new.annotator) or Layer(new.annotator)
        rows, accepted, refused, kept = _additions(old, new)
        rejected.extend(refused)
        warnings.extend(kept)
        entities += accepted[0]
        relations += accepted[1]
        if rows or new.annotator not in there:
            layers.write(connection, known.number, new.annotator, rows)
    return Merged(len(incoming_layers), entities, relations, warnings, rejected)


def _next_state(connection: Connection, number: int, state: ArticleState) -> dict[str, str]:
    before = connection.execute(select(article.c.revision).where(article.c.number == number)).scalar_one()
    record = dump(state_record(state))
    made = revision(before, 0, record)
    lineage.extend(connection, [(made, before)])
    return {"state": record, "revision": made}


def _united_state(present: ArticleState, incoming: ArticleState) -> tuple[ArticleState, list[str]]:
    """Return what two people did to one text, and what of it differs; proposals of the program decide nothing."""
    known = {(e.start, e.end): e for e in present.excluded}
    clashes = []
    for exclusion in incoming.excluded:
        there = known.get((exclusion.start, exclusion.end))
        if there is None or (there.state == "proposed" and exclusion.state != "proposed"):
            known[exclusion.start, exclusion.end] = exclusion
        elif exclusion.state not in ("proposed", there.state):
            clashes.append("excluded")
    united = present._replace(excluded=tuple(sorted(known.values(), key=lambda e: e[:2])))
    if incoming.repaired and not present.repaired:
        united = united._replace(cuts=incoming.cuts, joins=incoming.joins, tokenizer=incoming.tokenizer)
    elif incoming.repaired and (incoming.cuts, incoming.joins) != (present.cuts, present.joins):
        clashes.append("tokens")
    return united, list(dict.fromkeys(clashes))


class _Union:
    """What unites two layers of one annotator: identical marks count once, new ones are added, others are reported."""

    def __init__(self, old: Layer, new: Layer) -> None:
        self.old, self.new = old, new
        self.rows: list[RowChange] = []
        self.rejected: list[Message] = []
        self.kept: list[Message] = []
        self.stands_for: dict[str, str] = {}

    def refuse(self, mark_id: str) -> None:
        self.rejected.append(
            Message(
                "{annotator} has another mark under the id “{id}”; it is left out.",
                annotator=self.new.annotator,
                id=mark_id,
            )
        )

    def lose(self, mark_id: str) -> None:
        self.rejected.append(Message("“{id}” goes with a mark that is left out.", id=mark_id))

    def keep(self, key: str) -> None:
        self.kept.append(
            Message(
                "“{key}” of {annotator}'s layer differs from what is there; the present value is kept.",
                key=key,
                annotator=self.new.annotator,
            )
        )

    def entities(self) -> int:
        """Unite the entities and return how many were accepted."""
        here: defaultdict[tuple[Any, ...], list[Entity]] = defaultdict(list)
        for mark in self.old.entities.values():
            here[mark.label, mark.ranges].append(mark)
        for mark in self.new.entities.values():
            known = self.old.entities.get(mark.id)
            if known is not None and known != mark:
                self.refuse(mark.id)
                continue
            twin = next((e for e in here[mark.label, mark.ranges] if e._replace(id=mark.id) == mark), None)
            self.stands_for[mark.id] = (known or twin or mark).id
            if known is None and twin is None:
                self.rows.append(RowChange("entity", mark.id, None, mark))
        return len(self.stands_for)

    def relations(self) -> int:
        """Unite the relations and return how many were accepted."""
        accepted = 0
        for link in self.new.relations.values():
            if link.head not in self.stands_for or link.tail not in self.stands_for:
                self.lose(link.id)
                continue
            moved = link._replace(head=self.stands_for[link.head], tail=self.stands_for[link.tail])
            known = self.old.relations.get(link.id)
            if known is not None and known != moved:
                self.refuse(link.id)
                continue
            accepted += 1
            if known is None and not any(r._replace(id=link.id) == moved for r in self.old.relations.values()):
                self.rows.append(RowChange("relation", moved.id, None, moved))
        return accepted

    def others(self) -> None:
        """Unite chains and notes."""
        for link in self.new.chains.values():
            moved = link._replace(members=tuple(self.stands_for[m] for m in link.members if m in self.stands_for))
            known = self.old.chains.get(link.id)
            if known is not None and known != moved:
                self.refuse(link.id)
            elif len(moved.members) < len(link.members):
                self.lose(link.id)
            elif known is None:
                self.rows.append(RowChange("chain", moved.id, None, moved))
        for remark in self.new.notes.values():
            known_note = self.old.notes.get(remark.id)
            if known_note is None:
                self.rows.append(RowChange("note", remark.id, None, remark))
            elif known_note != remark:
                self.keep("notes")

    def head(self) -> None:
        """Unite status, labels and metadata."""
        old, new = self.old.head, self.new.head
        status = new.status if old.status == "todo" else old.status
        if new.status not in ("todo", status):
            self.keep("status")
        if any(old.meta.get(key, value) != value for key, value in new.meta.items()):
            self.keep("meta")
        head = LayerHead(status, tuple(sorted({*old.labels, *new.labels})), {**new.meta, **old.meta})
        if head != old:
            self.rows.insert(0, RowChange("layer", self.new.annotator, old, head))


def _additions(old: Layer, new: Layer) -> tuple[list[RowChange], tuple[int, int], list[Message], list[Message]]:
    """Return the rows that unite two layers, how many marks were accepted, what is left out and what is not taken."""
    union = _Union(old, new)
    accepted = union.entities(), union.relations()
    union.others()
    union.head()
    return union.rows, accepted, union.rejected, union.kept


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
