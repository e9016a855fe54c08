"""Values as JSON objects with the keys of the native format, and back.

`*_record` writes nulls and empty values not at all; the readers put unknown keys under `meta` of their object.
History, row hashes and the native file all speak through this one place.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, NoReturn

from .article import NOTHING, ArticleState, Exclusion, JsonObject, Source
from .change import Change, Kind, Row, RowChange
from .errors import BadInput, Message
from .layer import HUMAN, STATUSES, VERDICTS, Chain, Decision, Entity, LayerHead, Note, Relation

Record = dict[str, Any]


def entity_record(entity: Entity, surface: str | None = None) -> Record:
    """Return an entity's JSON object; *surface* is written as `text`."""
    mark, label, start, end, fragments, attributes, note, origin, score, votes, meta = entity
    if surface is not None and score is None and not (fragments or attributes or note or votes or meta):
        return {"id": mark, "label": label, "start": start, "end": end, "text": surface, "origin": origin}
    record: Record = {"id": entity.id, "label": entity.label, "start": entity.start, "end": entity.end}
    if entity.fragments:
        record["fragments"] = [list(fragment) for fragment in entity.fragments]
    if surface is not None:
        record["text"] = surface
    return _mark_tail(record, entity)


def relation_record(relation: Relation) -> Record:
    """Return a relation's JSON object."""
    mark, label, head, tail, attributes, note, origin, score, votes, meta = relation
    if score is None and not (attributes or note or votes or meta):
        return {"id": mark, "label": label, "head": head, "tail": tail, "origin": origin}
    record: Record = {"id": relation.id, "label": relation.label, "head": relation.head, "tail": relation.tail}
    return _mark_tail(record, relation)


def _mark_tail(record: Record, mark: Entity | Relation) -> Record:
    if mark.attributes:
        record["attributes"] = mark.attributes
    if mark.note:
        record["note"] = mark.note
    record["origin"] = mark.origin
    if mark.score is not None:
        record["score"] = mark.score
    if mark.votes:
        record["from"] = list(mark.votes)
    if mark.meta:
        record["meta"] = mark.meta
    return record


def chain_record(chain: Chain) -> Record:
    """Return a chain's JSON object."""
    return _filled({"id": chain.id, "label": chain.label, "members": list(chain.members), "meta": chain.meta})


def note_record(note: Note) -> Record:
    """Return a note's JSON object, without the id that the native format does not know."""
    return _filled({"by": note.by, "text": note.text, "resolved": note.resolved, "meta": note.meta})


def decision_record(decision: Decision) -> Record:
    """Return a decision's JSON object, as history and bundles keep it."""
    return _filled(
        {
            "id": decision.id,
            "by": decision.by,
            "verdict": decision.verdict,
            "marks": list(decision.marks),
            "supports": list(decision.supports),
            "seen": [list(pair) for pair in decision.seen],
            "layers": [list(pair) for pair in decision.layers],
            "reason": decision.reason,
            "note": decision.note,
        }
    )


def source_record(source: Source) -> Record:
    """Return a source's JSON object."""
    return _filled({"name": source.name, "url": source.url, "published": source.published, "meta": source.meta})


def exclusion_record(exclusion: Exclusion) -> Record:
    """Return an excluded stretch's JSON object."""
    start, end, reason, state, meta = exclusion
    return _filled({"start": start, "end": end, "reason": reason, "state": state, "meta": meta})


def _filled(record: Record) -> Record:
    return {key: value for key, value in record.items() if value is not None and value not in ("", [], {})}


def wrong(key: str, value: object, expected: str) -> NoReturn:
    """Raise BadInput that names the key, what stands there and what should."""
    shown = repr(value)
    raise BadInput("“{key}” is {value}, not {expected}.", key=key, value=shown[:60], expected=Message(expected))


def string(record: JsonObject, key: str, default: str | None = None) -> str:
    """Return the string under *key*; BadInput where it is missing without a default, or something else."""
    value = record.get(key, default)
    if value is None and default is not None:
        return default
    if not isinstance(value, str):
        wrong(key, value, "a text")
    return value.replace("\0", "\ufffd") if "\0" in value else value


def optional_string(record: JsonObject, key: str) -> str | None:
    """Return the string under *key*, or None where there is none."""
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        wrong(key, value, "a text")
    return value.replace("\0", "\ufffd") if value and "\0" in value else value or None


def offset(record: JsonObject, key: str) -> int:
    """Return the offset under *key*; BadInput for anything but a whole number."""
    value = record.get(key)
    if type(value) is not int:
        wrong(key, value, "a whole number")
    return value


def listing(record: JsonObject, key: str) -> list[Any]:
    """Return the list under *key*, empty where there is none."""
    value = record.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        wrong(key, value, "a list")
    return value


def mapping(record: JsonObject, key: str) -> JsonObject:
    """Return the object under *key*, empty where there is none."""
    value = record.get(key)
    if value is None:
        return NOTHING
    if not isinstance(value, dict):
        wrong(key, value, "an object")
    return value


def meta_of(record: JsonObject, known: frozenset[str]) -> JsonObject:
    """Return `meta` with the keys that are not *known* added to it."""
    if record.keys() <= known:
        return mapping(record, "meta")
    return {**mapping(record, "meta"), **{key: value for key, value in record.items() if key not in known}}


_MARK = frozenset(("id", "label", "attributes", "note", "origin", "score", "from", "meta"))
_ENTITY = _MARK | {"start", "end", "fragments", "text"}
_RELATION = _MARK | {"head", "tail"}
_CHAIN = frozenset(("id", "label", "members", "meta"))
_NOTE = frozenset(("by", "text", "resolved", "meta"))
_SOURCE = frozenset(("name", "url", "published", "meta"))
_EXCLUSION = frozenset(("start", "end", "reason", "state", "meta"))


# Most marks of most files hold these keys alone; they are read without looking at each key that is not there.
_BARE_ENTITY = frozenset(("id", "label", "start", "end", "text", "origin"))
_BARE_RELATION = frozenset(("id", "label", "head", "tail", "origin"))


def entity_from(record: JsonObject) -> Entity:
    """Return the entity of a JSON object; offsets are whole numbers but not yet compared with any text."""
    if record.keys() <= _BARE_ENTITY:
        get = record.get
        mark, label, start, end, origin = get("id"), get("label"), get("start"), get("end"), get("origin", HUMAN)
        if type(mark) is str and type(label) is str and type(start) is int and type(end) is int and type(origin) is str:
            return tuple.__new__(Entity, (mark, label, start, end, (), NOTHING, None, origin, None, (), NOTHING))
    return _entity_from(record)


def _entity_from(record: JsonObject) -> Entity:
    fragments: tuple[tuple[int, int], ...] = ()
    if record.get("fragments"):
        fragments = tuple(_range(pair) for pair in listing(record, "fragments"))
        start, end = fragments[0][0], fragments[-1][1]
        if len(fragments) == 1:
            fragments = ()
    else:
        start, end = offset(record, "start"), offset(record, "end")
    return Entity(
        string(record, "id"),
        string(record, "label"),
        start,
        end,
        fragments,
        mapping(record, "attributes"),
        optional_string(record, "note"),
        string(record, "origin", HUMAN),
        _score(record),
        strings(record, "from"),
        meta_of(record, _ENTITY),
    )


def relation_from(record: JsonObject) -> Relation:
    """Return the relation of a JSON object."""
    if record.keys() <= _BARE_RELATION:
        get = record.get
        mark, label, head, tail, origin = get("id"), get("label"), get("head"), get("tail"), get("origin", HUMAN)
        if type(mark) is str and type(label) is str and type(head) is str and type(tail) is str and type(origin) is str:
            return tuple.__new__(Relation, (mark, label, head, tail, NOTHING, None, origin, None, (), NOTHING))
    return _relation_from(record)


def _relation_from(record: JsonObject) -> Relation:
    return Relation(
        string(record, "id"),
        string(record, "label"),
        string(record, "head"),
        string(record, "tail"),
        mapping(record, "attributes"),
        optional_string(record, "note"),
        string(record, "origin", HUMAN),
        _score(record),
        strings(record, "from"),
        meta_of(record, _RELATION),
    )


def chain_from(record: JsonObject) -> Chain:
    """Return the chain of a JSON object."""
    return Chain(
        string(record, "id"), optional_string(record, "label"), strings(record, "members"), meta_of(record, _CHAIN)
    )


def note_from(record: JsonObject, note_id: str) -> Note:
    """Return the note of a JSON object under an id of the caller's."""
    return Note(
        note_id,
        string(record, "by", ""),
        string(record, "text", ""),
        bool(record.get("resolved", False)),
        meta_of(record, _NOTE),
    )


def decision_from(record: JsonObject) -> Decision:
    """Return the decision of a JSON object."""
    verdict = record.get("verdict")
    if verdict not in VERDICTS:
        wrong("verdict", verdict, "taken, several, edited or none")
    return Decision(
        string(record, "id"),
        string(record, "by"),
        verdict,
        strings(record, "marks"),
        strings(record, "supports"),
        _pairs(record, "seen"),
        _pairs(record, "layers"),
        optional_string(record, "reason"),
        optional_string(record, "note"),
    )


def _pairs(record: JsonObject, key: str) -> tuple[tuple[str, str], ...]:
    pairs = listing(record, key)
    for pair in pairs:
        if not isinstance(pair, list) or len(pair) != 2 or not all(isinstance(text, str) for text in pair):
            wrong(key, pair, "a pair of texts")
    return tuple((name, text) for name, text in pairs)


def source_from(record: JsonObject) -> Source:
    """Return the source of a JSON object."""
    return Source(
        optional_string(record, "name"),
        optional_string(record, "url"),
        optional_string(record, "published"),
        meta_of(record, _SOURCE),
    )


def exclusion_from(record: JsonObject) -> Exclusion:
    """Return the excluded stretch of a JSON object."""
    state = record.get("state", "proposed")
    if state not in ("proposed", "confirmed", "dismissed"):
        wrong("state", state, "proposed, confirmed or dismissed")
    return Exclusion(
        offset(record, "start"),
        offset(record, "end"),
        optional_string(record, "reason"),
        state,
        meta_of(record, _EXCLUSION),
    )


def _range(pair: Any) -> tuple[int, int]:
    if not isinstance(pair, list) or len(pair) != 2 or type(pair[0]) is not int or type(pair[1]) is not int:
        wrong("fragments", pair, "a pair of whole numbers")
    return pair[0], pair[1]


def _score(record: JsonObject) -> float | None:
    value = record.get("score")
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or math.isnan(value):
        wrong("score", value, "a number")
    return value


def strings(record: JsonObject, key: str) -> tuple[str, ...]:
    """Return the texts in the list under *key*, none where there is no list."""
    values = listing(record, key)
    for value in values:
        if not isinstance(value, str):
            wrong(key, value, "a text")
    return tuple(values)


def row_record(row: Row) -> Any:
    """Return any row of a change as JSON."""
    if isinstance(row, Entity):
        return entity_record(row)
    if isinstance(row, Relation):
        return relation_record(row)
    if isinstance(row, Chain):
        return chain_record(row)
    if isinstance(row, Note):
        return {"id": row.id, **note_record(row)}
    if isinstance(row, Decision):
        return decision_record(row)
    if isinstance(row, LayerHead):
        return _filled({"status": row.status, "labels": list(row.labels), "meta": row.meta})
    if isinstance(row, ArticleState):
        return state_record(row)
    return row


def state_record(state: ArticleState) -> Record:
    """Return an article's state as JSON."""
    return _filled(
        {
            "excluded": [exclusion_record(exclusion) for exclusion in state.excluded],
            "cuts": list(state.cuts),
            "joins": list(state.joins),
            "tokenizer": state.tokenizer,
        }
    )


def state_from(record: JsonObject) -> ArticleState:
    """Return an article's state from JSON."""
    return ArticleState(
        tuple(exclusion_from(entry) for entry in record.get("excluded", ())),
        tuple(record.get("cuts", ())),
        tuple(record.get("joins", ())),
        record.get("tokenizer"),
    )


def head_from(record: JsonObject) -> LayerHead:
    """Return a layer's head from JSON."""
    status = record.get("status", "todo")
    if status not in STATUSES:
        wrong("status", status, "todo, in_progress or done")
    return LayerHead(status, strings(record, "labels"), mapping(record, "meta"))


_READERS: dict[Kind, Callable[[Any], Row]] = {
    "entity": entity_from,
    "relation": relation_from,
    "chain": chain_from,
    "note": lambda record: note_from({k: v for k, v in record.items() if k != "id"}, record["id"]),
    "decision": decision_from,
    "layer": head_from,
    "article": state_from,
    "word": str,
}


def change_record(change: Change) -> Record:
    """Return a change as JSON, as the history keeps it."""
    rows = [
        [
            row.kind,
            row.id,
            None if row.before is None else row_record(row.before),
            None if row.after is None else row_record(row.after),
        ]
        for row in change.rows
    ]
    return _filled({"what": change.what, "article": change.article, "annotator": change.annotator, "rows": rows})


def change_from(record: JsonObject) -> Change:
    """Return the change that `change_record` wrote."""
    rows = tuple(
        RowChange(
            kind,
            row_id,
            None if before is None else _READERS[kind](before),
            None if after is None else _READERS[kind](after),
        )
        for kind, row_id, before, after in record.get("rows", ())
    )
    return Change(record["what"], record.get("article"), record.get("annotator"), rows)
