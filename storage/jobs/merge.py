"""Merge: take over what a bundle holds, one transaction and one step of the history a bundle, twice as good as once.

A layer or an article's state whose version is an ancestor of the other is fast-forwarded.  Where neither came from the
other, what is here stays and theirs is kept beside (`storage/beside.py`); no clock decides.  The same holds for an
article's id, title and metadata and for a type's definition, where ours stays and the difference is reported.
A person is known by the uuid: under another name they are called as here; somebody else of the same name is called
“NAME~” and the first four digits of the uuid.  An article that lies in the bin here is left out and reported.
Roles, the bin, and the history of what concerns no single article stay where they are and never travel.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from ...models.errors import BadInput, Message
from ...models.records import listing, mapping
from ...models.renaming import LabelMap
from ...models.schema import Schema, schema_from_record
from ...models.schema_union import SchemaUnion, unite
from .. import counters, history, people, schemas
from ..bundle_file import BundleFile, refusal
from ..bundle_records import BundledArticle, article_from
from ..project import Project
from .merge_articles import ArticleMerge
from .merge_people import local_names, unite_rejections, unite_words
from .merge_report import MergePlan, MergeReport, Rejection
from .reporting import Cancelled, Progress, Stopped, never, silent

_BATCH = 200
_BATCH_BYTES = 8_000_000


AS_THEY_ARE = LabelMap()


@dataclass(frozen=True)
class MergeParams:
    """How to merge: `labels` says which of our ids stands for one of theirs, as a person has confirmed."""

    labels: LabelMap = AS_THEY_ARE


class _TakenBack(Exception):
    """Leaves a transaction so that nothing of it stays."""


def merge(
    project: Project,
    paths: Sequence[Path],
    params: MergeParams = MergeParams(),
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> MergeReport:
    """Merge bundles into a project.

    Every file is verified before the first one is merged.  Raises BadInput where one is cut short, changed or wrong,
    Stopped where the user cancelled; the bundle at hand then leaves no trace.
    """
    report = MergeReport()
    for path in paths:
        BundleFile(path).close()
    for path in paths:
        try:
            report.add(_merge_one(project, path, params, progress, cancelled, keep=True).report)
        except BadInput as error:
            if len(paths) == 1 or path == paths[0]:
                raise
            report.rejected.append(Rejection(str(path), "", error.message))
    return report


def plan_merge(
    project: Project,
    path: Path,
    params: MergeParams = MergeParams(),
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> MergePlan:
    """Return what merging a bundle would do: it is done, counted, and taken back before anybody can see it."""
    return _merge_one(project, path, params, progress, cancelled, keep=False)


def _merge_one(
    project: Project, path: Path, params: MergeParams, progress: Progress, cancelled: Cancelled, *, keep: bool
) -> MergePlan:
    report = MergeReport()
    file = BundleFile(path)
    try:
        theirs = _schema(file)
        union = unite(project.schema, theirs, params.labels)
        _refuse_unknown(params.labels, union)
        with project.transaction() as connection:
            number = counters.take(connection, "change")
            run = _Run(connection, file, union, params.labels, report, number)
            for done in run.batches(cancelled):
                progress(done, file.articles)
            run.finish(keep=keep)
            people.ensure(connection, project.person.name)
            payload = {"what": "merge", "source": path.name, "articles": run.articles.touched}
            history.record(connection, number, project.person.name, "merge", "merge", payload)
            last = counters.last(connection, "change")
        project.schema = run.schema
        project.acknowledge(last)
    except _TakenBack:
        pass
    finally:
        file.close()
    return MergePlan(report, union)


def _schema(file: BundleFile) -> Schema:
    try:
        return schema_from_record(mapping(file.project, "schema"))
    except BadInput as error:
        raise refusal(file.path, error.message) from None


def _refuse_unknown(labels: LabelMap, union: SchemaUnion) -> None:
    for wanted, known in (
        (labels.entities, union.schema.entity_types),
        (labels.relations, union.schema.relation_types),
    ):
        for label in wanted.values():
            if label not in known:
                raise BadInput("The schema has no type “{label}” to map another one to.", label=label)


class _Run:
    """One bundle on its way into a project, inside one transaction."""

    def __init__(
        self,
        connection: Connection,
        file: BundleFile,
        union: SchemaUnion,
        labels: LabelMap,
        report: MergeReport,
        number: int,
    ) -> None:
        self._connection, self._file, self._report, self._number = connection, file, report, number
        self.schema = union.schema
        self._first_schema = schemas.current(connection)
        for label in union.differing:
            report.differs(
                "", "", Message("“{label}” is defined otherwise there; the present definition is kept.", label=label)
            )
        try:
            names, renamed = local_names(connection, listing(file.project, "people"), report)
            self.changed = renamed
            self.changed |= unite_words(connection, listing(file.project, "words"))
            self.changed |= unite_rejections(connection, listing(file.project, "rejections"), names, labels)
        except BadInput as error:
            raise refusal(file.path, error.message) from None
        self.articles = ArticleMerge(connection, file.path.name, names, labels, report, number)

    def batches(self, cancelled: Cancelled) -> Iterator[int]:
        """Merge the articles, some at a time, and yield how many are done."""
        batch: list[BundledArticle] = []
        size = done = 0
        for done, line in enumerate(self._file.lines(), 1):
            try:
                batch.append(article_from(line, str(self._file.path)))
            except BadInput as error:
                reason = Message("line {line}: {reason}", line=done, reason=error.message)
                raise refusal(self._file.path, reason) from None
            size += len(line)
            if len(batch) >= _BATCH or size >= _BATCH_BYTES:
                self._write(batch, cancelled)
                batch, size = [], 0
                yield done
        if batch:
            self._write(batch, cancelled)
        yield done

    def _write(self, batch: list[BundledArticle], cancelled: Cancelled) -> None:
        if cancelled():
            raise Stopped
        try:
            self.articles.write(batch)
        except BadInput as error:
            raise refusal(self._file.path, error.message) from None

    def finish(self, *, keep: bool) -> None:
        """Add the types that came, also those that marks have and no schema names; raise where nothing is to stay."""
        used = self.articles
        self.schema = self.schema.with_entity_types(sorted(used.entity_labels))
        self.schema = self.schema.with_relation_types(sorted(used.relation_labels))
        self.changed |= used.changed
        if self.schema != self._first_schema:
            schemas.save(self._connection, self.schema, self._number)
            self.changed = True
            for mine, first in (
                (self.schema.entity_types, self._first_schema.entity_types),
                (self.schema.relation_types, self._first_schema.relation_types),
            ):
                self._report.types += sorted(mine.keys() - first.keys())
        if self.changed:
            self._report.changes = [self._number]
        if not self.changed or not keep:
            raise _TakenBack
