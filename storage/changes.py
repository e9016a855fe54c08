"""Changes as they are written, taken back and done again; one step may be many changes, over many articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, insert, select, update

from ..models.article import ArticleState
from ..models.change import Change, RowChange, compose
from ..models.errors import BadInput
from ..models.locking import refuse_change
from ..models.records import state_from, state_record
from ..models.renaming import decision_with_labels
from ..models.schema import Schema
from . import articles, counters, history, layers, lineage, loose_ends, people, schemas
from .history import Recorded, Step
from .rows import dump, load, revision
from .tables import article, entity, layer, relation, word

MERGE = "merge_labels"


def write(
    connection: Connection, change: Change, by: str, kind: Step = "change", undoes: int | None = None, step: int = 0
) -> int:
    """Write one change and its line of the history, and return its number; *step* is the first number of a longer step.

    Raises BadInput where the project is not as the change expects, or the layer is finished.  Labels that are merged
    are merged in finished layers too.
    """
    number = counters.take(connection, "change")
    if not step:
        people.ensure(connection, by)  # for a longer step its first line has done that
    at: int | None = None
    written: tuple[str | None, str | None] = (None, None)
    if change.article is not None:
        at = articles.number_of(connection, change.article)
        if change.annotator is not None and any(row.kind not in ("article", "word") for row in change.rows):
            parent, made, status = layers.write(connection, at, change.annotator, change.rows)
            written = parent, made
            if kind == "change":
                loose_ends.refuse(connection, at, change.annotator, change.rows)
            if status == "done" and change.what != MERGE and not (undoes and _is_merge(connection, undoes)):
                refuse_change(change, by, reviewer=people.is_reviewer(connection, by))
    for row in change.rows:
        if row.kind == "article" and at is not None:
            written = _write_state(connection, at, row)
        elif row.kind == "word":
            _write_word(connection, row)
    history.record(
        connection,
        number,
        by,
        kind,
        change.what,
        history.payload_of(change),
        article_number=at,
        annotator=change.annotator,
        undoes=undoes,
        revision=written,
        step=step or number,
    )
    return number


def _is_merge(connection: Connection, number: int) -> bool:
    return history.what(connection, number) == MERGE


def write_step(connection: Connection, changes: Sequence[Change], by: str) -> list[Recorded]:
    """Write several changes as one step, which can be taken back as one."""
    made: list[Recorded] = []
    for change in changes:
        number = write(connection, change, by, step=made[0].number if made else 0)
        made.append(Recorded(number, change))
    return made


def write_schema(
    connection: Connection, schema: Schema, by: str, merges: Mapping[str, str], undoes: int | None = None, step: int = 0
) -> int:
    """Keep a schema as the project's own; what was labelled with a key of *merges* gets the label it stands for."""
    number = counters.take(connection, "change")
    people.ensure(connection, by)
    before = schemas.version(connection)
    after = schemas.save(connection, schema, number)
    payload = {"schema": schema.name, "before": before, "after": after}
    history.record(connection, number, by, "schema", "schema", payload, undoes=undoes, step=step or number)
    for label, into in merges.items():
        for change in _merging(connection, label, into):
            write(connection, change, by, step=number)
    return number


def _merging(connection: Connection, label: str, into: str) -> Iterator[Change]:
    """Yield a change for each layer that has the label."""
    found: dict[int, str] = {}
    for table in (entity, relation):
        wanted = (
            select(layer.c.article, article.c.id).join_from(layer, table).join(article).where(table.c.label == label)
        )
        found.update(dict(connection.execute(wanted.distinct()).all()))
    for number, article_id in sorted(found.items()):
        for annotator, made in sorted(layers.read(connection, number).items()):
            entities = [one for one in made.entities.values() if one.label == label]
            relations = [one for one in made.relations.values() if one.label == label]
            rows = (
                *(RowChange("entity", one.id, one, one._replace(label=into)) for one in entities),
                *(RowChange("relation", one.id, one, one._replace(label=into)) for one in relations),
                *(
                    RowChange("decision", key, one, after)
                    for key, one in made.decisions.items()
                    if (after := decision_with_labels(one, {label: into})) is not one
                ),
            )
            if rows:
                yield Change(MERGE, article_id, annotator, rows)


def step_back(connection: Connection, article_id: str, by: str, kind: Step) -> Recorded | None:
    """Take back, or do again, a person's last change of an article; None where there is none."""
    at = articles.number_of(connection, article_id)
    found = (history.to_undo if kind == "undo" else history.to_redo)(connection, at, by)
    return None if found is None else _invert(connection, found, by, kind, 0)


def take_back(connection: Connection, step: int, by: str) -> list[Recorded]:
    """Take back one step, old or new, of any article, with all that belongs to it; an undo is done again.

    Raises BadInput where later work depends on it, where it is somebody else's, or where there is nothing to take back.
    """
    lines = history.of_step(connection, step)
    if not lines:
        raise BadInput("Change {number} cannot be taken back, or was already.", number=step)
    if any(line.who != by for line in lines) and not people.is_reviewer(connection, by):
        raise BadInput("This step is by {name}. Only they or a reviewer can take it back.", name=lines[0].who)
    made: list[Recorded] = []
    for line in lines:
        if line.kind == "schema":
            _take_schema_back(connection, line.number, by, made[0].number if made else 0)
            continue
        found = history.recorded(connection, line.number)
        if found is None:
            raise BadInput("Change {number} cannot be taken back, or was already.", number=line.number)
        kind: Step = "redo" if line.kind == "undo" else "undo"
        made.append(_invert(connection, found, by, kind, made[0].number if made else 0))
    _refuse_dangling(connection, made)
    return made


def restoring(connection: Connection, article_id: str, annotator: str, number: int) -> Change | None:
    """Return the change that makes a layer of an article as it was right after change *number*; None if it still is.

    Raises BadInput where something was imported since, which keeps no rows of what it changed.
    """
    at = articles.number_of(connection, article_id)
    since = history.since(connection, at, annotator, number)
    if any(line.change is None for line in since):
        raise BadInput("Something was imported or merged since then, so the article cannot be made as it was.")
    changes = [line.change.inverse("restore") for line in since if line.change is not None]
    if not changes:
        return None
    whole = compose(changes)._replace(what="restore", article=article_id, annotator=annotator)
    return whole if whole.rows else None


def restore(connection: Connection, article_id: str, annotator: str, number: int, by: str) -> Recorded | None:
    """Make a layer of an article as it was right after change *number*; None where it still is.

    Raises BadInput where it cannot be, or the layer is somebody else's and *by* is no reviewer.
    """
    if annotator != by and not people.is_reviewer(connection, by):
        raise BadInput("This layer is by {name}. Only they or a reviewer can make it as it was.", name=annotator)
    whole = restoring(connection, article_id, annotator, number)
    return None if whole is None else Recorded(write(connection, whole, by), whole)


def _invert(connection: Connection, found: Recorded, by: str, kind: Step, step: int) -> Recorded:
    inverse = found.change.inverse(kind)
    number = write(connection, inverse, by, kind, found.number, step)
    history.set_live(connection, found.number, False)
    undone = history.undone_by(connection, found.number)
    if kind == "redo" and undone is not None:
        history.set_live(connection, undone, True)
    return Recorded(number, inverse)


def _take_schema_back(connection: Connection, number: int, by: str, step: int) -> None:
    payload = history.payload(connection, number)
    if payload.get("after") != schemas.version(connection) or not payload.get("before"):
        raise BadInput("The schema was changed again since then, so this step cannot be taken back alone.")
    write_schema(connection, schemas.numbered(connection, payload["before"]), by, {}, number, step)
    history.set_live(connection, number, False)


def _refuse_dangling(connection: Connection, made: Sequence[Recorded]) -> None:
    for article_id, annotator in {(one.change.article, one.change.annotator) for one in made}:
        if article_id is None or annotator is None:
            continue
        layer = layers.read(connection, articles.number_of(connection, article_id)).get(annotator)
        if layer is not None and any(
            end not in layer.entities for link in layer.relations.values() for end in (link.head, link.tail)
        ):
            raise BadInput("A relation that was made later depends on this step, so it cannot be taken back alone.")
        if layer is not None and any(
            member not in layer.entities for chain in layer.chains.values() for member in chain.members
        ):
            raise BadInput("A chain that was made later depends on this step, so it cannot be taken back alone.")


def _write_state(connection: Connection, number: int, row: RowChange) -> tuple[str | None, str]:
    before = connection.execute(select(article.c.state, article.c.revision).where(article.c.number == number)).one()
    known = state_from(load(before[0]))
    if known != row.before or not isinstance(row.after, ArticleState):
        raise BadInput("“{id}” was changed in the meantime, so this step cannot be applied.", id=row.id)
    state = dump(state_record(row.after))
    made = revision(before[1] or None, 0, state)
    connection.execute(update(article).where(article.c.number == number).values(state=state, revision=made))
    lineage.extend(connection, [(made, before[1])])
    return before[1] or None, made


def _write_word(connection: Connection, row: RowChange) -> None:
    known = connection.execute(select(word.c.word).where(word.c.word == row.id)).first() is not None
    if known != (row.before is not None):
        raise BadInput("“{id}” was changed in the meantime, so this step cannot be applied.", id=row.id)
    if row.after is None:
        connection.execute(word.delete().where(word.c.word == row.id))
    else:
        connection.execute(insert(word), {"word": row.id})
