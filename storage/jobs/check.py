"""Check: every promise that the database makes, verified row by row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection, select, text, update
from sqlalchemy.exc import DBAPIError

from ...models.article import Article
from ...models.errors import Message, Translate
from ...models.layer import Layer
from ...models.records import Record
from ...models.text import is_boundary, text_hash
from .. import articles, layers
from ..project import Project
from ..rows import MARKS, hash_sum, layer_rows
from ..tables import article, layer
from .reporting import Cancelled, Progress, Stopped, never, silent

_CHUNK = 200


_MISFITS = {
    "entity type": Message("its type is not in the schema"),
    "relation type": Message("its relation type is not in the schema"),
    "relation": Message("it joins types that it may not join"),
    "discontinuous": Message("its type may not be discontinuous"),
}


@dataclass
class CheckReport:
    """What was found; `repaired` are those of the problems that were mended."""

    problems: list[Message] = field(default_factory=list)
    repaired: list[Message] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        """1 where a problem is left."""
        return 1 if self.problems else 0

    def as_json(self, translate: Translate) -> Record:
        """Return the report as INTERFACE words it."""
        record: Record = {"ok": not self.problems, "problems": [p.render(translate) for p in self.problems]}
        if self.repaired:
            record["repaired"] = [p.render(translate) for p in self.repaired]
        return record


def check(
    project: Project, *, repair: bool = False, progress: Progress = silent, cancelled: Cancelled = never
) -> CheckReport:
    """Verify the file, every text's and row's hash, every offset and end, and every count.

    *repair* recounts what is derived: statuses and numbers of marks.  Nothing that a person made is touched.
    """
    report = CheckReport(problems=list(project.warnings))
    with project.reading() as connection:
        report.problems.extend(_file_problems(connection))
        numbers = list(connection.scalars(select(article.c.number).order_by(article.c.number)))
        miscounted: list[int] = []
        for at in range(0, len(numbers), _CHUNK):
            if cancelled():
                raise Stopped
            try:
                _check_chunk(connection, project, numbers[at : at + _CHUNK], report, miscounted)
            except (DBAPIError, ValueError) as error:
                report.problems.append(Message("SQLite reports: {line}", line=str(error).partition("\n")[0]))
            progress(min(at + _CHUNK, len(numbers)), len(numbers))
    if miscounted:
        reasons = [Message("The counts of article number {number} are wrong.", number=n) for n in miscounted]
        if repair:
            _recount(project, miscounted)
            report.repaired.extend(reasons)
        else:
            report.problems.extend(reasons)
    return report


def _file_problems(connection: Connection) -> Iterator[Message]:
    if connection.dialect.name != "sqlite":
        return
    for (line,) in connection.execute(text("PRAGMA integrity_check(20)")):
        if line != "ok":
            yield Message("SQLite reports: {line}", line=line)
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield Message("A row of {table} names a row of {parent} that is not there.", table=row[0], parent=row[2])


def _check_chunk(
    connection: Connection, project: Project, numbers: list[int], report: CheckReport, miscounted: list[int]
) -> None:
    read = layers.read_many(connection, numbers)
    facts = {
        row.number: row
        for row in connection.execute(
            select(
                article.c.number, article.c.text_hash, article.c.status, article.c.entities, article.c.relations
            ).where(article.c.number.in_(numbers))
        )
    }
    for number in numbers:
        of = articles.read(connection, number)
        theirs = read.get(number, {})
        if bytes.fromhex(text_hash(of.text)) != bytes(facts[number].text_hash):
            report.problems.append(Message("The text of {article} is not what was imported.", article=of.id))
        for made in theirs.values():
            report.problems.extend(_mark_problems(of, made))
            for what, mark_id in project.schema.misfits(made):
                report.problems.append(
                    Message(
                        "{article}, {annotator}: “{id}” does not fit the schema ({what}).",
                        article=of.id,
                        annotator=made.annotator,
                        id=mark_id,
                        what=_MISFITS[what],
                    )
                )
        report.problems.extend(_hash_problems(connection, of, number, theirs))
        if _counted(theirs) != (facts[number].status, facts[number].entities, facts[number].relations):
            miscounted.append(number)


def _counted(theirs: dict[str, Layer]) -> tuple[str, int, int]:
    return (
        layers.overall_status({made.head.status for made in theirs.values()} or {"todo"}),
        sum(len(made.entities) for made in theirs.values()),
        sum(len(made.relations) for made in theirs.values()),
    )


def _mark_problems(of: Article, made: Layer) -> Iterator[Message]:
    def problem(mark_id: str, what: Message) -> Message:
        return Message(
            "{article}, {annotator}: “{id}” {what}.", article=of.id, annotator=made.annotator, id=mark_id, what=what
        )

    for entity in made.entities.values():
        for start, end in entity.ranges:
            if not 0 <= start < end <= len(of.text):
                yield problem(entity.id, Message("lies outside the text"))
            elif not (is_boundary(of.text, start) and is_boundary(of.text, end)):
                yield problem(entity.id, Message("cuts a character"))
    for relation in made.relations.values():
        if relation.head not in made.entities or relation.tail not in made.entities:
            yield problem(relation.id, Message("names an entity that is not there"))
    for chain in made.chains.values():
        if any(member not in made.entities for member in chain.members):
            yield problem(chain.id, Message("names an entity that is not there"))


def _hash_problems(connection: Connection, of: Article, number: int, theirs: dict[str, Layer]) -> Iterator[Message]:
    rows = connection.execute(
        select(layer.c.number, layer.c.annotator, layer.c.hash).where(layer.c.article == number)
    ).all()
    for layer_number, annotator, kept in rows:
        made = theirs[annotator]
        _, total = layer_rows(layer_number, made)
        stored = 0
        for kind in MARKS.values():
            shas = connection.scalars(select(kind.table.c.sha).where(kind.table.c.layer == layer_number))
            stored = hash_sum((bytes(sha) for sha in shas), stored)
        if not (total == stored == int.from_bytes(kept, "big")):
            yield Message(
                "The layer of {annotator} in {article} is not what was committed: its rows were damaged or lost.",
                annotator=annotator,
                article=of.id,
            )


def _recount(project: Project, numbers: list[int]) -> None:
    with project.transaction() as connection:
        for number in numbers:
            status, entities, relations = _counted(layers.read(connection, number))
            connection.execute(
                update(article)
                .where(article.c.number == number)
                .values(status=status, entities=entities, relations=relations)
            )
