"""What a line of the history says, with the names that labels, entities and articles have."""

from __future__ import annotations

from ...models.change import RowChange
from ...models.errors import Message
from ...models.layer import Entity, LayerHead, Note, Relation
from ...storage.jobs.timeline import Line
from ..step_names import done_told, step_told

_LONGEST = 60  # code points of a surface or note
_STATUS = {"todo": Message("Not begun"), "in_progress": Message("In progress"), "done": Message("Done")}
_VERBS = {
    "mark": Message("marked an entity"),
    "mark_many": Message("marked many places"),
    "mend": Message("mended inconsistencies"),
    "relabel": Message("changed a label"),
    "resize": Message("moved an edge"),
    "remove": Message("removed a mark"),
    "relate": Message("related two entities"),
    "flip": Message("turned a relation round"),
    "unrelate": Message("removed a relation"),
    "note": Message("wrote a note"),
    "attributes": Message("set attributes"),
    "chain": Message("changed a chain"),
    "unchain": Message("dissolved a chain"),
    "status": Message("set the status"),
    "labels": Message("set article labels"),
    "exclude": Message("decided on an exclusion"),
    "split_token": Message("split a word"),
    "merge_tokens": Message("joined words"),
    "one_word": Message("made a stretch one word"),
    "teach": Message("taught a word"),
    "merge_labels": Message("gave marks the label that theirs was merged into"),
    "decide": Message("decided on a dispute"),
    "agree": Message("accepted what all agree on"),
    "explain": Message("gave a decision its reason"),
    "withdraw": Message("withdrew a decision"),
    "adjudicate": Message("filled the gold layer by a rule"),
    "keep": Message("kept a version beside"),
    "take_theirs": Message("took the version of the bundle"),
    "take_mine": Message("kept the version that is here"),
    "restore": Message("made the article as it was"),
    "schema": Message("changed the schema"),
    "assign": Message("assigned articles"),
    "role": Message("said who reviews"),
    "undo": Message("undid a step"),
    "redo": Message("did a step again"),
}
# By which the history is filtered; the verbs of each.
KINDS: dict[str, frozenset[str]] = {
    "marks": frozenset(["mark", "mark_many", "mend", "relabel", "resize", "remove", "attributes", "merge_labels"]),
    "relations": frozenset(["relate", "flip", "unrelate", "chain", "unchain"]),
    "notes": frozenset(["note"]),
    "article": frozenset(
        ["status", "labels", "exclude", "split_token", "merge_tokens", "one_word", "teach", "restore"]
    ),
    "review": frozenset(["decide", "agree", "explain", "withdraw", "adjudicate", "keep", "take_theirs", "take_mine"]),
    "project": frozenset(["import", "merge", "schema", "purge", "assign", "role", "rename"]),
    "back": frozenset(["undo", "redo"]),
}


def line_told(line: Line) -> Message:
    """Return what a line did."""
    if line.kind in ("import", "merge", "remove") and "articles" in line.facts:
        return _many(line)
    change = line.change
    if change is None or not change.rows:
        return _verb(line.what)
    if line.lines > 1 and line.number == line.step:
        return Message("{what}, in {count} places of the project", what=_verb(line.what), count=f"{line.lines:,}")
    if line.what in ("undo", "redo"):
        return step_told(change, line.text) if line.text else _verb(line.what)
    return row_told(change.rows[-1], line) if len(change.rows) == 1 else _several(line)


def _verb(what: str) -> Message:
    return _VERBS.get(what, Message(what.replace("_", " ")))


def _many(line: Line) -> Message:
    count = f"{len(line.facts['articles']):,}"
    if line.kind == "import":
        return Message("imported {count} articles", count=count)
    if line.kind == "remove":
        return Message("removed {count} articles", count=count) if line.what == "remove" else Message("purged articles")
    return Message("merged “{source}” with {count} articles", source=line.facts.get("source", ""), count=count)


def _several(line: Line) -> Message:
    change = line.change
    assert change is not None
    entities = [row for row in change.rows if row.kind == "entity"]
    if line.text and line.what not in ("decide", "agree", "withdraw", "adjudicate", "exclude", "restore", "note"):
        marks = [row for row in change.rows if row.kind not in ("layer", "chain")]
        return row_told(marks[0], line) if len(marks) == 1 else done_told(change, line.text)
    if line.what in ("mark_many", "mend", "restore", "merge_labels", "agree", "adjudicate") and entities:
        return Message("{what}: {count} entities", what=_verb(line.what), count=f"{len(entities):,}")
    return _verb(line.what)


def row_told(row: RowChange, line: Line) -> Message:
    """Return what one row of a line's change did."""
    before, after = row.before, row.after
    if isinstance(after, LayerHead) and isinstance(before, LayerHead | None):
        if before is None or before.status != after.status:
            return Message("set the status: {status}", status=_STATUS[after.status])
        return _verb("labels")
    if isinstance(after, Note):
        return Message("wrote the note “{words}”", words=" ".join(after.text.split())[:_LONGEST])
    if row.kind in ("entity", "relation") and line.text and line.change is not None:
        ends = _ends(row, line)
        return ends or done_told(line.change._replace(rows=(row,)), line.text)
    if row.kind == "word":
        if after is None:
            return Message("forgot the word “{words}”", words=row.id)
        return Message("taught the word “{words}”", words=row.id)
    return _verb(line.what)


def _ends(row: RowChange, line: Line) -> Message | None:
    """Return what was done to a relation whose ends still stand."""
    before, after = row.before, row.after
    relation = after if isinstance(after, Relation) else before
    if not isinstance(relation, Relation) or relation.head not in line.ends or relation.tail not in line.ends:
        return None
    first, second = (line.text[slice(*line.ends[mark])][:_LONGEST] for mark in (relation.head, relation.tail))
    named = {"relation": relation.label, "first": first, "second": second}
    if before is None:
        return Message("related “{first}” to “{second}” as {relation}", **named)
    if after is None:
        return Message("removed the relation {relation} from “{first}” to “{second}”", **named)
    return None


def place_of(line: Line) -> int | None:
    """Return the code point at which a line's change shows in its article, if it shows anywhere."""
    for row in line.change.rows if line.change is not None else ():
        for mark in (row.after, row.before):
            if isinstance(mark, Entity):
                return mark.start
            if isinstance(mark, Relation) and mark.head in line.ends:
                return line.ends[mark.head][0]
    return None
