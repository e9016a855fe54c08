"""Export: choose, map, cut into units, split, write, prove, describe; nothing has its name before all of it is done."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection

from ...models.errors import BadInput
from ..database import is_database, told
from ..formats.contract import ExportDocument, WriteOptions, Writer
from ..formats.registry import writer_named
from ..project import Project
from .card_agreement import agreement_lines
from .choose_articles import Choice, choose
from .collecting import seldom_collected
from .dataset_card import CARD, CARD_ALWAYS, card
from .export_documents import Documents
from .export_params import ExportParams
from .export_report import ExportedFile, ExportReport
from .label_map_files import Renaming, renaming
from .reporting import Cancelled, Progress, never, silent
from .split_articles import split


def export(
    project: Project, out: Path, params: ExportParams, progress: Progress = silent, cancelled: Cancelled = never
) -> ExportReport:
    """Write a project's articles to a file or folder and report what the format could not hold.

    Nothing has a final name before everything was written and read back.  Raises BadInput for a wrong choice of format,
    layer or target, Unavailable where the files cannot be written, Stopped where the user cancelled.
    """
    plan = _Plan(project, params, cancelled)
    with told(out):
        one_file = bool(out.suffix) and not out.is_dir()
        _refuse_target(out, params, plan, one_file=one_file)
    # Measured by a reading of its own, before this one begins.
    agreement = list(agreement_lines(project)) if plan.carded else []
    with closing(plan), project.reading() as connection, seldom_collected():
        parts = plan.parts(connection)
        with told(out), _unnamed(out) as folder:
            for name, numbers in parts.items():
                below, _, split_name = name.rpartition("/")
                (folder / below).mkdir(exist_ok=True)
                documents = plan.documents(connection, name, numbers, progress)
                for written in plan.writer.write(documents, folder / below, split_name, plan.options, plan.report):
                    goal = out if one_file else out / written.path.relative_to(folder)
                    project.refuse_as_target(goal)
                    plan.report.add_file(ExportedFile(goal, _digest(written.path), written.articles))
            if plan.carded:
                project.refuse_as_target(out / CARD)
                text = card(connection, project.name, params, plan.schema, plan.report, agreement, out)
                (folder / CARD).write_bytes(text.encode())
                plan.report.add_file(ExportedFile(out / CARD, _digest(folder / CARD), 0))
            _give_names(folder, out, plan.report.files)
    return plan.report


def survey(
    project: Project, params: ExportParams, progress: Progress = silent, cancelled: Cancelled = never
) -> ExportReport:
    """Return the report that `export` would give, without writing anything."""
    plan = _Plan(project, params, cancelled)
    with closing(plan), project.reading() as connection:
        for name, numbers in plan.parts(connection).items():
            for document in plan.documents(connection, name, numbers, progress):
                plan.writer.preview(document, plan.options, plan.report)
    return plan.report


def preview(project: Project, params: ExportParams, limit: int = 3) -> str:
    """Return the first *limit* documents as they would be written."""
    plan = _Plan(project, params, never)
    shown: list[str] = []
    with project.reading() as connection:
        numbers = choose(connection, params).articles[:limit]
        for document in plan.documents(connection, "data", numbers, silent):
            shown.append(plan.writer.preview(document, plan.options, plan.report))
            if len(shown) == limit:
                break
    return "".join(shown)


@dataclass
class _Plan:
    """What an export has settled before it reads: the writer, the labels as they are written, and who is told."""

    project: Project
    params: ExportParams
    cancelled: Cancelled

    def __post_init__(self) -> None:
        self.writer: Writer = writer_named(self.params.format)
        self.renaming: Renaming | None = renaming(self.params.map, self.project.schema)
        self.schema = self.renaming.schema if self.renaming else self.project.schema
        params = self.params
        self.options = WriteOptions(params.scheme, params.nested, self.schema, params.negatives, params.seed)
        self.carded = params.card or params.format in CARD_ALWAYS
        self.report = ExportReport(by_label=self.carded)
        self._choice: Choice | None = None
        self._source: Documents | None = None
        self._done = self._total = 0

    def parts(self, connection: Connection) -> dict[str, list[int]]:
        """Return the articles of each part."""
        choice = self._chosen(connection)
        self.report.without_layer = choice.without
        parts = split(connection, choice, self.params, self.renaming, self.report, self.cancelled)
        self._total = sum(map(len, parts.values()))
        return parts

    def _chosen(self, connection: Connection) -> Choice:
        if self._choice is None:
            self._choice = choose(connection, self.params)
        return self._choice

    def documents(
        self, connection: Connection, part: str, numbers: list[int], progress: Progress
    ) -> Iterator[ExportDocument]:
        """Yield what is to be written of one part, counted in the report."""
        self.report.begin_part(part)
        if self._source is None:
            choice = self._chosen(connection)
            self._source = Documents(connection, choice, self.params, self.renaming, self.report, self.cancelled)
        for document in self._source.read(numbers):
            yield document
            self._done += 1
            progress(min(self._done, self._total), self._total)

    def close(self) -> None:
        """Let go of what reading needed."""
        if self._source is not None:
            self._source.close()


def _refuse_target(out: Path, params: ExportParams, plan: _Plan, *, one_file: bool) -> None:
    several = params.parted or plan.carded
    if one_file and (several or plan.writer.needs_folder(plan.options)):
        raise BadInput(
            "This export writes several files, so name a folder instead of “{path}”.",
            path=out,
        )
    if not out.name:
        raise BadInput("Name the file or folder to write to.")
    if is_database(out):
        raise BadInput("“{path}” is a project or another database. Choose another name.", path=out)
    if out.exists() and not out.is_dir() and not one_file:
        raise BadInput("“{path}” is a file. Name another folder for the export.", path=out)


# --- names come last


@contextmanager
def _unnamed(out: Path) -> Iterator[Path]:
    """Give a folder beside *out* in which files have no final name yet; whatever is left in it goes."""
    if not out.parent.is_dir():
        raise BadInput("There is no folder “{path}”.", path=out.parent)
    folder = Path(tempfile.mkdtemp(prefix=f".{out.name}.", suffix=".part", dir=out.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _give_names(folder: Path, out: Path, files: list[ExportedFile]) -> None:
    for file in files:
        half = folder / file.path.relative_to(out) if file.path != out else next(folder.rglob("*.*"))
        with half.open("rb") as written:
            os.fsync(written.fileno())
        file.path.parent.mkdir(parents=True, exist_ok=True)
        half.replace(file.path)


def _digest(path: Path) -> str:
    digest = sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
