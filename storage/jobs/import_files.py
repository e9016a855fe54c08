"""Import: files in any format that Khaotag reads become articles and layers, in batches that hold or do not."""

from __future__ import annotations

import gc
import multiprocessing
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection

from ...models.article import Article
from ...models.errors import Message, Translate
from ...models.layer import GOLD
from ...models.records import Record
from ...models.schema import Schema
from ...models.tokens import repairs_between
from .. import counters, history, people, schemas, tokens
from ..formats.contract import Problem, ReadOptions
from ..intake import Intake, Known, free_id, layer_of, merge
from ..project import Project
from .collecting import SELDOM, seldom_collected
from .find_files import files_to_read, pieces_of
from .prepare import Piece, Prepared, prepare
from .reporting import Cancelled, Progress, Stopped, never, silent

_BATCH = 256
_BATCH_BYTES = 4_000_000
_LARGE = 6_000_000  # below this many bytes, starting another process costs more than it saves
_AHEAD = 6


@dataclass(frozen=True)
class ImportParams:
    """What to import: files and folders, the format (None: found by content), whose marks, and how strictly.

    `named` says that a person named the annotator; then no name of a file that was named too says otherwise.
    """

    paths: Sequence[Path]
    format: str | None = None
    annotator: str = "annotator"
    encoding: str | None = None
    known_types: bool = False
    strict: bool = False
    named: bool = False


@dataclass
class ImportReport:
    """What an import did; `entities` and `relations` were read and accepted."""

    imported: int = 0
    duplicates: int = 0
    layers: int = 0
    entities: int = 0
    relations: int = 0
    rejected: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    refused: bool = False
    articles: list[str] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        """2 where nothing was changed, 1 where something was left out or found wrong, else 0."""
        if self.refused or self.imported + self.duplicates == 0:
            return 2
        return 1 if self.rejected or self.warnings else 0

    def as_json(self, translate: Translate) -> Record:
        """Return the report as INTERFACE words it."""
        return {
            "imported": self.imported,
            "duplicates": self.duplicates,
            "layers": self.layers,
            "entities": self.entities,
            "relations": self.relations,
            "rejected": [_problem_json(problem, translate) for problem in self.rejected],
            "warnings": [_problem_json(problem, translate) for problem in self.warnings],
        }


def _problem_json(problem: Problem, translate: Translate) -> Record:
    return {"source": problem.source, "record": problem.record, "reason": problem.reason.render(translate)}


def import_files(
    project: Project, params: ImportParams, progress: Progress = silent, cancelled: Cancelled = never
) -> ImportReport:
    """Import files and folders into a project.

    Each batch is one transaction; with `strict` all of them are one, which any rejection or warning takes back.
    Raises BadInput where there is nothing to read, Stopped where the user cancelled.
    """
    if params.annotator != GOLD:
        people.checked_name(params.annotator)
    files, problems = files_to_read(params.paths, params.format)
    report = ImportReport()
    for problem in problems:
        _note(report, problem)
    run = _Import(project, params, report)
    with ExitStack() as stack, seldom_collected():
        options = ReadOptions(params.annotator, params.encoding)
        named = frozenset(params.paths if params.named else ())
        raw = pieces_of(files, options, named, lambda problem: _note(report, problem))
        pieces = _with_progress(raw, files, progress)
        size = sum(file.stat().st_size for file, _ in files)
        batches = _prepared_batches(stack, pieces, params, project.schema, size)
        if params.strict:
            run.all_or_nothing(batches, cancelled)
        else:
            for batch in batches:
                _stop_if(cancelled)
                run.write(batch)
    return report


def _stop_if(cancelled: Cancelled) -> None:
    if cancelled():
        raise Stopped


def _note(report: ImportReport, problem: Problem) -> None:
    (report.rejected if problem.rejected else report.warnings).append(problem)


# --- reading and preparing


def _with_progress(
    pieces: Iterator[tuple[int, Piece]], files: list[tuple[Path, str]], progress: Progress
) -> Iterator[Piece]:
    sizes = [file.stat().st_size for file, _ in files]
    total, done, last = sum(sizes), 0, -1
    for index, piece in pieces:
        if index != last:
            done, last = sum(sizes[:index]), index
            progress(done, total)
        yield piece
        done += _size(piece)
        progress(min(done, total), total)
    progress(total, total)


def _size(piece: Piece) -> int:
    return len(piece.raw.data) if isinstance(piece.raw.data, bytes | str) else 0


def _batched(pieces: Iterator[Piece]) -> Iterator[list[Piece]]:
    batch: list[Piece] = []
    size = 0
    for piece in pieces:
        batch.append(piece)
        size += _size(piece)
        if len(batch) >= _BATCH or size >= _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _prepared_batches(
    stack: ExitStack, pieces: Iterator[Piece], params: ImportParams, schema: Schema, size: int
) -> Iterator[list[Prepared | Problem]]:
    """Prepare batches here, or in a process beside this one when there is much to read."""
    options = ReadOptions(params.annotator, params.encoding)
    batches = _batched(pieces)
    if size < _LARGE:
        for batch in batches:
            yield prepare(batch, options, schema)
        return
    # Spawned, never forked: a forked process would hold the open database.
    pool = stack.enter_context(
        ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), gc.set_threshold, (SELDOM,))
    )
    running: deque[Future[list[Prepared | Problem]]] = deque()
    stack.callback(pool.shutdown, cancel_futures=True)
    for batch in batches:
        running.append(pool.submit(prepare, batch, options, schema))
        if len(running) >= _AHEAD:
            yield running.popleft().result()
    while running:
        yield running.popleft().result()


# --- writing


class _Refused(Exception):
    """A strict import found something to report; the transaction is taken back."""


class _Import:
    """Writes prepared batches and counts what it did."""

    def __init__(self, project: Project, params: ImportParams, report: ImportReport) -> None:
        self._project = project
        self._params = params
        self._report = report
        self._schema = project.schema

    def all_or_nothing(self, batches: Iterator[list[Prepared | Problem]], cancelled: Cancelled) -> None:
        """Write every batch in one transaction, and take it back when anything is to be reported."""
        try:
            with self._project.transaction() as connection:
                number = counters.take(connection, "change")
                for batch in batches:
                    _stop_if(cancelled)
                    self._write(connection, batch, number)
                self._refuse_any_problem()
        except _Refused:
            kept = self._report
            kept.imported = kept.duplicates = kept.layers = kept.entities = kept.relations = 0
            kept.refused = True
            return
        self._finish(number)

    def _refuse_any_problem(self) -> None:
        if self._report.rejected or self._report.warnings:
            raise _Refused

    def write(self, batch: list[Prepared | Problem]) -> None:
        """Write one batch as a transaction of its own."""
        with self._project.transaction() as connection:
            number = counters.take(connection, "change")
            self._write(connection, batch, number)
        self._finish(number)

    def _finish(self, number: int) -> None:
        self._project.schema = self._schema
        self._project.acknowledge(number)

    def _write(self, connection: Connection, batch: list[Prepared | Problem], number: int) -> None:
        made = [entry for entry in batch if isinstance(entry, Prepared)]
        for entry in batch:
            if isinstance(entry, Problem):
                _note(self._report, entry)
        intake = Intake(connection)
        known = intake.known([entry.text_hash for entry in made])
        taken = intake.taken([entry.article.id for entry in made])
        touched: list[str] = []
        for entry in made:
            if not self._accept_types(connection, entry, number):
                continue
            for problem in entry.problems:
                _note(self._report, problem)
            there = known.get(entry.text_hash)
            if there is not None:
                intake.flush()
                self._merge(connection, there, entry)
                touched.append(there.id)
            else:
                added = self._add(connection, intake, entry, taken)
                known[entry.text_hash] = added
                touched.append(added.id)
        intake.flush()
        if touched:
            owners = {layer.annotator for entry in made for layer in entry.layers}
            for name in sorted({self._params.annotator, *owners} - {GOLD}):
                people.ensure(connection, name)
            payload = {"what": "import", "articles": touched}
            history.record(connection, number, self._project.person.name, "import", "import", payload)
            self._report.articles.extend(touched)

    def _accept_types(self, connection: Connection, entry: Prepared, number: int) -> bool:
        """Add the types that the schema lacks, with a warning, or reject the record where only known ones may come."""
        lacking = [
            (kind, label)
            for kind, label in entry.unknown
            if label not in (self._schema.entity_types if kind == "entity" else self._schema.relation_types)
        ]
        if not lacking:
            return True
        labels = ", ".join(label for _, label in lacking)
        if self._params.known_types:
            reason = Message("The schema has no type {labels}.", labels=labels)
            _note(self._report, Problem(entry.source, entry.record, reason, rejected=True))
            return False
        reason = Message("The schema had no type {labels}; it was added.", labels=labels)
        _note(self._report, Problem(entry.source, entry.record, reason, rejected=False))
        self._schema = self._schema.with_entity_types(
            [label for kind, label in lacking if kind == "entity"]
        ).with_relation_types([label for kind, label in lacking if kind == "relation"])
        schemas.save(connection, self._schema, number)
        return True

    def _add(self, connection: Connection, intake: Intake, entry: Prepared, taken: set[str]) -> Known:
        wanted = entry.article.id
        given = free_id(wanted, entry.text_hash, taken)
        if given != wanted:
            reason = Message(
                "The id {wanted} belongs to another text; this one is called {given}.", wanted=wanted, given=given
            )
            _note(self._report, Problem(entry.source, entry.record, reason, rejected=False))
        taken.add(given)
        article = self._with_repairs(connection, entry)._replace(id=given)
        new_layers = [made.unpacked() for made in entry.layers]
        number = intake.add(article, entry.text_hash, entry.raw_hash, new_layers)
        self._report.imported += 1
        self._report.layers += len(new_layers)
        self._report.entities += sum(layer.entities for layer in new_layers)
        self._report.relations += sum(layer.relations for layer in new_layers)
        return Known(number, given, removed=False)

    def _merge(self, connection: Connection, there: Known, entry: Prepared) -> None:
        article = self._with_repairs(connection, entry)
        merged = merge(connection, there, article, [layer_of(made.unpacked()) for made in entry.layers])
        self._report.duplicates += 1
        self._report.layers += merged.layers
        self._report.entities += merged.entities
        self._report.relations += merged.relations
        for reasons, rejected in ((merged.warnings, False), (merged.rejected, True)):
            for reason in reasons:
                _note(self._report, Problem(entry.source, entry.record, reason, rejected))

    def _with_repairs(self, connection: Connection, entry: Prepared) -> Article:
        """Return the article with the tokens of its file as repairs of our own."""
        article = entry.article
        if entry.tokens is None:
            return article
        proposed = tokens.compute(article, tokens.words(connection))
        cuts, joins = repairs_between(proposed, entry.tokens)
        return article._replace(state=article.state._replace(cuts=cuts, joins=joins, tokenizer=entry.tokenizer))
