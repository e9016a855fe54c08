"""The layers' store: reading the marks of an article, and writing the rows of a change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, cast

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, or_, select, update

from ..models.article import NOTHING
from ..models.change import RowChange
from ..models.layer import Chain, Decision, Entity, Layer, LayerHead, Note, Relation, Status
from . import counters, lineage, marks
from .rows import HASH_SPACE, MARKS, decision_of, dump, entity_of, load, relation_of, revision
from .tables import article, chain, chain_member, decision, entity, layer, note, relation

_HEADS = select(layer.c.number, layer.c.annotator, layer.c.status, layer.c.labels, layer.c.meta, layer.c.article)


def _of_layer(table: Any) -> Select[Any]:
    columns = [column for column in table.columns if column.name not in ("layer", "sha")]
    return select(*columns, table.c.layer).where(table.c.layer.in_(bindparam("layers", expanding=True)))


def _bare(table: Any, *names: str) -> Select[Any]:
    """Return the query of what nearly every mark holds, and whether it holds more."""
    further = [c for c in table.columns if c.nullable]
    more = or_(*(column.is_not(None) for column in further))
    wanted = select(table.c.layer, table.c.id, *(table.c[name] for name in names), more)
    return wanted.where(table.c.layer.in_(bindparam("layers", expanding=True)))


_ENTITIES, _RELATIONS, _CHAINS, _NOTES = (_of_layer(table) for table in (entity, relation, chain, note))
_BARE_ENTITIES = _bare(entity, "label", "start", "end", "origin")
_BARE_RELATIONS = _bare(relation, "label", "head", "tail", "origin")
_DECISIONS = _of_layer(decision)
_MEMBERS = _of_layer(chain_member).order_by(chain_member.c.layer, chain_member.c.chain, chain_member.c.place)


def read(connection: Connection, article_number: int) -> dict[str, Layer]:
    """Return every layer of an article by its annotator."""
    return read_many(connection, [article_number]).get(article_number, {})


def read_many(
    connection: Connection, articles: Sequence[int], owners: Mapping[int, str] | None = None
) -> dict[int, dict[str, Layer]]:
    """Return the layers of several articles, by article number and annotator; with *owners* one person's of each."""
    heads = connection.execute(_HEADS.where(layer.c.article.in_(articles))).all()
    if owners is not None:
        heads = [row for row in heads if owners.get(row[5]) == row[1]]
    if not heads:
        return {}
    bound = {"layers": [row[0] for row in heads]}
    entities, relations = _read_entities(connection, bound), _read_relations(connection, bound)
    chains = _read_chains(connection, bound)
    notes: defaultdict[int, dict[str, Note]] = defaultdict(dict)
    for row in connection.execute(_NOTES, bound).all():
        notes[row[-1]][row[0]] = Note(row[0], row[1], row[2], row[3], load(row[4]))
    decisions: defaultdict[int, dict[str, Decision]] = defaultdict(dict)
    for row in connection.execute(_DECISIONS, bound).all():
        decisions[row[-1]][row[0]] = decision_of(row)
    found: dict[int, dict[str, Layer]] = defaultdict(dict)
    for number, owner, status, labels, meta, article_number in heads:
        head = LayerHead(cast("Status", status), tuple(load(labels)), load(meta))
        found[article_number][owner] = Layer(
            owner, head, entities[number], relations[number], chains[number], notes[number], decisions[number]
        )
    return found


def _read_entities(connection: Connection, bound: Mapping[str, Any]) -> dict[int, dict[str, Entity]]:
    """Return the entities of each layer; those that hold more than most are read once more, whole."""
    entities: defaultdict[int, dict[str, Entity]] = defaultdict(dict)
    rich = set()
    make, nothing, last = tuple.__new__, NOTHING, None
    for number, mark, label, start, end, origin, more in _rows(connection, _BARE_ENTITIES, bound):
        if number != last:
            there, last = entities[number], number
        there[mark] = make(Entity, (mark, label, start, end, (), nothing, None, origin, None, (), nothing))
        if more:
            rich.add(number)
    if rich:
        for row in _rows(connection, _ENTITIES, {"layers": sorted(rich)}):
            entities[row[-1]][row[0]] = entity_of(row)
    return entities


def _read_relations(connection: Connection, bound: Mapping[str, Any]) -> dict[int, dict[str, Relation]]:
    """Return the relations of each layer, as `_read_entities` does."""
    relations: defaultdict[int, dict[str, Relation]] = defaultdict(dict)
    rich = set()
    for number, mark, label, head, tail, origin, more in _rows(connection, _BARE_RELATIONS, bound):
        values = (mark, label, head, tail, NOTHING, None, origin, None, (), NOTHING)
        relations[number][mark] = tuple.__new__(Relation, values)
        if more:
            rich.add(number)
    if rich:
        for row in _rows(connection, _RELATIONS, {"layers": sorted(rich)}):
            relations[row[-1]][row[0]] = relation_of(row)
    return relations


def _rows(connection: Connection, wanted: Select[Any], bound: Mapping[str, Any]) -> Sequence[Any]:
    """Return the driver's own rows, which are plain tuples: wrapping each would take longer than reading it."""
    return connection.execute(wanted, bound).cursor.fetchall()


def _read_chains(connection: Connection, bound: dict[str, list[int]]) -> dict[int, dict[str, Chain]]:
    chains: defaultdict[int, dict[str, Chain]] = defaultdict(dict)
    rows = connection.execute(_CHAINS, bound).all()
    if rows:
        members: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
        for chain_id, _, member, number in connection.execute(_MEMBERS, bound):
            members[number, chain_id].append(member)
        for row in rows:
            chains[row[-1]][row[0]] = Chain(row[0], row[1], tuple(members[row[-1], row[0]]), load(row[2]))
    return chains


class Written(NamedTuple):
    """What writing a change made of a layer: its revision before and after, and the status that it had."""

    parent: str | None
    revision: str
    status: str


class _Head(NamedTuple):
    number: int
    status: str
    labels: str
    meta: str
    entities: int
    relations: int
    hash: bytes
    revision: str


_HEAD = select(
    layer.c.number, layer.c.status, layer.c.labels, layer.c.meta,
    layer.c.entities, layer.c.relations, layer.c.hash, layer.c.revision,
).where(layer.c.article == bindparam("article"), layer.c.annotator == bindparam("annotator"))  # fmt: skip
_UPDATE = update(layer).where(layer.c.number == bindparam("key"))
_STATUSES = select(layer.c.status).where(layer.c.article == bindparam("article"))
_UPDATE_STATUS = update(article).where(article.c.number == bindparam("key")).values(status=bindparam("now"))
_UPDATE_ARTICLE = (
    update(article)
    .where(article.c.number == bindparam("key"))
    .values(
        entities=article.c.entities + bindparam("more_entities"),
        relations=article.c.relations + bindparam("more_relations"),
    )
)


def write(connection: Connection, article_number: int, annotator: str, rows: Iterable[RowChange]) -> Written:
    """Write the rows of a change to a layer, which is made where it is missing; each row must be as before it.

    Raises BadInput where one is not: something else has changed it in the meantime.
    """
    head = _head(connection, article_number, annotator)
    wanted = LayerHead(cast("Status", head.status), tuple(load(head.labels)), load(head.meta))
    rows = list(rows)
    for row in rows:
        if row.kind == "layer":
            marks.expect(row.before is None or row.before == wanted, row.id)
            wanted = row.after if isinstance(row.after, LayerHead) else LayerHead()
    total = int.from_bytes(head.hash, "big") + marks.write(connection, head.number, rows)
    grown = {
        kind: sum((row.after is not None) - (row.before is not None) for row in rows if row.kind == kind)
        for kind in ("entity", "relation")
    }
    total %= HASH_SPACE
    made = revision(head.revision or None, total, wanted.status, wanted.labels, wanted.meta)
    connection.execute(
        _UPDATE,
        {
            "key": head.number,
            "status": wanted.status,
            "labels": dump(wanted.labels),
            "meta": dump(wanted.meta),
            "entities": head.entities + grown["entity"],
            "relations": head.relations + grown["relation"],
            "hash": total.to_bytes(32, "big"),
            "revision": made,
            "parent": head.revision or None,
        },
    )
    if head.revision:
        lineage.extend(connection, [(made, head.revision)])
    if any(grown.values()):
        connection.execute(
            _UPDATE_ARTICLE,
            {"key": article_number, "more_entities": grown["entity"], "more_relations": grown["relation"]},
        )
    if wanted.status != head.status or not head.revision:
        refresh_status(connection, article_number)
    return Written(head.revision or None, made, head.status)


def _head(connection: Connection, article_number: int, annotator: str) -> _Head:
    found = connection.execute(_HEAD, {"article": article_number, "annotator": annotator}).first()
    if found is not None:
        return _Head(*found)
    number = counters.take(connection, "layer")
    connection.execute(insert(layer), empty_layer(number, article_number, annotator))
    return _Head(number, "todo", "[]", "{}", 0, 0, bytes(32), "")


def empty_layer(number: int, article_number: int, annotator: str) -> dict[str, Any]:
    """Return the row of a layer that holds nothing yet."""
    return {
        "number": number, "article": article_number, "annotator": annotator, "status": "todo", "labels": "[]",
        "meta": "{}", "entities": 0, "relations": 0, "hash": bytes(32), "revision": "", "parent": None,
    }  # fmt: skip


def drop(connection: Connection, numbers: Sequence[int]) -> None:
    """Delete layers, by number, with all their marks."""
    for table in (chain_member, *(kind.table for kind in MARKS.values())):
        connection.execute(delete(table).where(table.c.layer.in_(numbers)))
    connection.execute(delete(layer).where(layer.c.number.in_(numbers)))


_CHUNK = 500


def recount(connection: Connection, articles: Collection[int]) -> None:
    """Set counts and status of articles, by number, from their layers."""
    numbers = sorted(articles)
    for at in range(0, len(numbers), _CHUNK):
        chunk = numbers[at : at + _CHUNK]
        found = {number: (set[str](), 0, 0) for number in chunk}
        columns = (layer.c.article, layer.c.status, layer.c.entities, layer.c.relations)
        for number, status, entities, relations in connection.execute(
            select(*columns).where(layer.c.article.in_(chunk))
        ):
            statuses, many, links = found[number]
            found[number] = (statuses | {status}, many + entities, links + relations)
        connection.execute(
            _RECOUNT,
            [
                {"key": number, "now": overall_status(statuses), "many": many, "links": links}
                for number, (statuses, many, links) in found.items()
            ],
        )


_RECOUNT = (
    update(article)
    .where(article.c.number == bindparam("key"))
    .values(status=bindparam("now"), entities=bindparam("many"), relations=bindparam("links"))
)


def refresh_status(connection: Connection, article_number: int) -> None:
    """Set an article's status from its layers: begun by one is in progress, finished by all is done."""
    statuses = {row[0] for row in connection.execute(_STATUSES, {"article": article_number})}
    connection.execute(_UPDATE_STATUS, {"key": article_number, "now": overall_status(statuses)})


def overall_status(statuses: set[str]) -> str:
    """Return an article's status for the statuses of its layers."""
    if statuses == {"done"}:
        return "done"
    return "in_progress" if statuses - {"todo"} else "todo"


def revisions(connection: Connection, articles: Sequence[int]) -> dict[int, dict[str, str]]:
    """Return the revision of each layer of several articles, by article number and annotator."""
    wanted = select(layer.c.article, layer.c.annotator, layer.c.revision).where(layer.c.article.in_(articles))
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for number, owner, made in connection.execute(wanted):
        found[number][owner] = made
    return found


def annotators(connection: Connection) -> list[str]:
    """Return everybody who has a layer in the project, gold included."""
    wanted = select(layer.c.annotator).join_from(layer, article).where(article.c.removed.is_(None)).distinct()
    return sorted(connection.scalars(wanted))


def count_marks(connection: Connection) -> dict[str, int]:
    """Return the project's number of layers, entities and relations."""
    wanted = (
        select(func.count(), func.sum(layer.c.entities), func.sum(layer.c.relations))
        .select_from(layer.join(article))
        .where(article.c.removed.is_(None))
    )
    layers, entities, relations = connection.execute(wanted).one()
    return {"layers": layers, "entities": entities or 0, "relations": relations or 0}
