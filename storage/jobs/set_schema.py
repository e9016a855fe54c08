"""Schema: replace a project's labels; nothing that was tagged is dropped, what no longer fits is listed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import func, select

from ...models.errors import Translate
from ...models.layer import Layer
from ...models.records import Record
from ...models.schema import Schema
from .. import articles, layers
from ..project import Project
from ..tables import article, entity, relation

_CHUNK = 500


@dataclass
class SchemaReport:
    """The new schema and the marks that it does not allow."""

    schema: Schema
    misfits: list[Record] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        """1 where marks no longer fit."""
        return 1 if self.misfits else 0

    def as_json(self, translate: Translate) -> Record:
        """Return the schema with the list of what does not fit it."""
        del translate
        return {**self.schema.to_record(), "misfits": self.misfits}


def set_schema(project: Project, schema: Schema, by: str) -> SchemaReport:
    """Make *schema* the project's own and list each mark that it does not allow."""
    project.set_schema(schema, by)
    return SchemaReport(schema, misfits(project, schema))


@dataclass
class Foresight:
    """What a schema would do before it does it: marks by label as they are, and those that would no longer fit.

    `new` are misfits that the present schema allows, the rest of `misfits` are old ones.
    """

    used: dict[str, int] = field(default_factory=dict)
    misfits: list[Record] = field(default_factory=list)
    new: list[Record] = field(default_factory=list)


def foresee(project: Project, schema: Schema, merges: Mapping[str, str] | None = None) -> Foresight:
    """Return what making *schema* the project's own would do, after *merges* of labels, without doing it."""
    seen = Foresight(usage(project))
    present = {_key(entry) for entry in misfits(project, project.schema)}
    seen.misfits = misfits(project, schema, merges)
    seen.new = [entry for entry in seen.misfits if _key(entry) not in present]
    return seen


def usage(project: Project) -> dict[str, int]:
    """Return how many entities and relations bear each label, in every layer."""
    with project.reading() as connection:
        counts: dict[str, int] = {}
        for table in (entity, relation):
            counts |= dict(connection.execute(select(table.c.label, func.count()).group_by(table.c.label)).all())
        return counts


def _key(entry: Record) -> tuple[str, ...]:
    return tuple(str(entry[name]) for name in ("article", "annotator", "what", "id"))


def misfits(project: Project, schema: Schema, merges: Mapping[str, str] | None = None) -> list[Record]:
    """Return every mark of the project that *schema* does not allow: article, annotator, id and what is wrong.

    With *merges*, marks count as what they would be labelled.
    """
    found: list[Record] = []
    with project.reading() as connection:
        numbers = list(connection.scalars(select(article.c.number).where(article.c.removed.is_(None))))
        for at in range(0, len(numbers), _CHUNK):
            for number, theirs in layers.read_many(connection, numbers[at : at + _CHUNK]).items():
                wrong = [
                    (made.annotator, *misfit)
                    for made in theirs.values()
                    for misfit in schema.misfits(_merged(made, merges or {}))
                ]
                if wrong:
                    article_id = articles.read(connection, number).id
                    found.extend(
                        {"article": article_id, "annotator": annotator, "what": what, "id": mark_id}
                        for annotator, what, mark_id in wrong
                    )
    return found


def _merged(made: Layer, merges: Mapping[str, str]) -> Layer:
    if not merges:
        return made
    entities = {k: e._replace(label=merges.get(e.label, e.label)) for k, e in made.entities.items()}
    relations = {k: r._replace(label=merges.get(r.label, r.label)) for k, r in made.relations.items()}
    return made._replace(entities=entities, relations=relations)
