"""Schema: replace a project's labels; nothing that was tagged is dropped, what no longer fits is listed."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import select

from ...models.errors import Translate
from ...models.records import Record
from ...models.schema import Schema
from .. import articles, layers
from ..project import Project
from ..tables import article

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


def misfits(project: Project, schema: Schema) -> list[Record]:
    """Return every mark of the project that *schema* does not allow: article, annotator, id and what is wrong."""
    found: list[Record] = []
    with project.reading() as connection:
        numbers = list(connection.scalars(select(article.c.number).where(article.c.removed.is_(None))))
        for at in range(0, len(numbers), _CHUNK):
            for number, theirs in layers.read_many(connection, numbers[at : at + _CHUNK]).items():
                wrong = [(made.annotator, *misfit) for made in theirs.values() for misfit in schema.misfits(made)]
                if wrong:
                    article_id = articles.read(connection, number).id
                    found.extend(
                        {"article": article_id, "annotator": annotator, "what": what, "id": mark_id}
                        for annotator, what, mark_id in wrong
                    )
    return found
