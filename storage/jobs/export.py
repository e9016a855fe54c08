"""Export: chosen layers of a project become files in a format, proven before they get their names."""

from __future__ import annotations

import os
import random
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from ...models.article import Article
from ...models.errors import BadInput, Translate, Unavailable
from ...models.layer import GOLD, Layer
from ...models.records import Record
from ...models.tokens import Token
from .. import articles, layers, schemas, tokens
from ..database import told
from ..formats.contract import ExportDocument, Loss, Nested, Scheme, WriteOptions
from ..formats.registry import writer_named
from ..project import Project
from ..tables import article, article_text, layer
from .reporting import Cancelled, Progress, Stopped, never, silent

_CHUNK = 100


@dataclass(frozen=True)
class ExportParams:
    """What to export and how; `layer` None means gold, else the only one, else every one where the format can."""

    format: str
    layer: str | None = None
    status: str | None = None
    split: tuple[int, int, int] | None = None
    seed: int = 0
    nested: Nested = "outermost"
    scheme: Scheme = "iob2"
    only: frozenset[str] | None = None


class ExportedFile(NamedTuple):
    """A file as it was written; `articles` is 0 for one that goes with the others."""

    path: Path
    sha256: str
    articles: int


@dataclass
class ExportReport:
    """What an export did or, from `survey`, would do."""

    articles: int = 0
    entities: int = 0
    relations: int = 0
    dropped: list[Loss] = field(default_factory=list)
    cut_tokens: int = 0
    whole_entities: int = 0
    judged_entities: int = 0
    files: list[ExportedFile] = field(default_factory=list)
    splits: dict[str, int] = field(default_factory=dict)
    without_layer: int = 0
    _present: ExportDocument | None = None

    @property
    def exit_code(self) -> int:
        """1 where something was left out, else 0."""
        return 1 if self.dropped else 0

    def as_json(self, translate: Translate) -> Record:
        """Return the report as INTERFACE words it."""
        return {
            "articles": self.articles,
            "entities": self.entities,
            "relations": self.relations,
            "dropped": [
                {"article": loss.article, "what": loss.what, "why": loss.why.render(translate)} for loss in self.dropped
            ],
            "tokens_split": self.cut_tokens,
            **(
                {"survive": {"entities": self.whole_entities, "of": self.judged_entities}}
                if self.judged_entities
                else {}
            ),
            "files": [
                {"path": str(file.path), "sha256": file.sha256, "articles": file.articles} for file in self.files
            ],
            "splits": self.splits,
            **({"without_layer": self.without_layer} if self.without_layer else {}),
        }

    def begin(self, document: ExportDocument) -> None:
        """Count a document that is about to be written."""
        self._present = document
        self.articles += 1
        self.entities += sum(len(made.entities) for made in document.layers)
        self.relations += sum(len(made.relations) for made in document.layers)

    def lost(self, loss: Loss) -> None:
        """Take one loss; a mark that is lost no longer counts as written."""
        self.dropped.append(loss)
        for made in self._present.layers if self._present else ():
            if loss.what in made.entities:
                self.entities -= 1
            elif loss.what in made.relations:
                self.relations -= 1

    def tokens_split(self, count: int) -> None:
        """Add the number of tokens that were cut at an entity's edge."""
        self.cut_tokens += count

    def survived(self, count: int, of: int) -> None:
        """Add how many of the written entities the target's own tokenizer leaves whole."""
        self.whole_entities += count
        self.judged_entities += of


def export(
    project: Project, out: Path, params: ExportParams, progress: Progress = silent, cancelled: Cancelled = never
) -> ExportReport:
    """Write a project's articles to a file or folder and report what the format could not hold.

    Nothing has a final name before everything was written and read back.  Raises BadInput for a wrong choice of format,
    layer or target, Unavailable where the files cannot be written, Stopped where the user cancelled.
    """
    writer = writer_named(params.format)
    options = WriteOptions(params.scheme, params.nested, project.schema)
    one_file = bool(out.suffix) and not out.is_dir()
    if one_file and (params.split or writer.needs_folder(options)):
        raise BadInput(
            "This export writes several files, so name a folder instead of “{path}”.",
            path=out,
        )
    if not out.name:
        raise BadInput("Name the file or folder to write to.")
    if out.exists() and not out.is_dir() and not one_file:
        raise BadInput("“{path}” is a file. Name another folder for the export.", path=out)
    report = ExportReport()
    with project.reading() as connection:
        chosen = _choose(connection, params)
        report.without_layer = chosen.without
        parts = _split(chosen.articles, params)
        report.splits = {name: len(part) for name, part in parts.items()} if params.split else {}
        source = partial(_documents, connection, chosen.layer, params, report, cancelled)
        with told(out), _unnamed(out) as folder:
            for name, part in parts.items():
                documents = _told_of(source(part), report, len(chosen.articles), progress)
                for written in writer.write(documents, folder, name, options, report):
                    goal = out if one_file else out / written.path.relative_to(folder)
                    project.refuse_as_target(goal)
                    report.files.append(ExportedFile(goal, _digest(written.path), written.articles))
            _give_names(folder, out, report.files)
    return report


def survey(
    project: Project, params: ExportParams, progress: Progress = silent, cancelled: Cancelled = never
) -> ExportReport:
    """Return the report that `export` would give, without writing anything."""
    writer = writer_named(params.format)
    options = WriteOptions(params.scheme, params.nested, project.schema)
    report = ExportReport()
    with project.reading() as connection:
        chosen = _choose(connection, params)
        report.without_layer = chosen.without
        parts = _split(chosen.articles, params)
        report.splits = {name: len(part) for name, part in parts.items()} if params.split else {}
        documents = _documents(connection, chosen.layer, params, report, cancelled, chosen.articles)
        for document in _told_of(documents, report, len(chosen.articles), progress):
            writer.preview(document, options, report)
    return report


def preview(project: Project, params: ExportParams, limit: int = 3) -> str:
    """Return the first *limit* articles as they would be written."""
    writer = writer_named(params.format)
    options = WriteOptions(params.scheme, params.nested, project.schema)
    report = ExportReport()
    with project.reading() as connection:
        chosen = _choose(connection, params)
        documents = _documents(connection, chosen.layer, params, report, never, chosen.articles[:limit])
        return "".join(writer.preview(document, options, report) for document in documents)


# --- which articles and which layers


class _Chosen(NamedTuple):
    """The layer to write (None: every one), the articles in the order of their ids, and how many lack the layer."""

    layer: str | None
    articles: list[int]
    without: int


def _choose(connection: Connection, params: ExportParams) -> _Chosen:
    name = _choose_layer(connection, params)
    _refuse_unknown_labels(connection, params)
    wanted = select(article.c.number).where(article.c.removed.is_(None)).order_by(article.c.id)
    if name is not None:
        wanted = wanted.join(layer).where(layer.c.annotator == name)
    if params.status:
        wanted = wanted.where((article.c.status if name is None else layer.c.status) == params.status)
    chosen = list(connection.scalars(wanted))
    present = connection.execute(select(func.count()).where(article.c.removed.is_(None))).scalar_one()
    return _Chosen(name, chosen, present - len(chosen) if name is not None and not params.status else 0)


def _refuse_unknown_labels(connection: Connection, params: ExportParams) -> None:
    schema = schemas.current(connection)
    unknown = sorted((params.only or frozenset()) - schema.entity_types.keys() - schema.relation_types.keys())
    if unknown:
        raise BadInput("The schema has no type {labels}.", labels=", ".join(unknown))


def _choose_layer(connection: Connection, params: ExportParams) -> str | None:
    known = layers.annotators(connection)
    if params.layer is not None:
        if params.layer not in known:
            raise BadInput("There is no layer of “{name}”. There are: {known}.",
                           name=params.layer, known=", ".join(known) or "—")  # fmt: skip
        return params.layer
    if not writer_named(params.format).one_layer:
        return None
    if GOLD in known:
        return GOLD
    if len(known) == 1:
        return known[0]
    if not known:
        raise BadInput("Nobody has tagged an article of this project yet.")
    raise BadInput("This format holds one layer. Choose one with --layer: {known}.", known=", ".join(known))


def _split(numbers: Sequence[int], params: ExportParams) -> dict[str, list[int]]:
    """Return the articles of each split; the seed decides, the order within a split stays."""
    if params.split is None:
        return {"data": list(numbers)}
    total = sum(params.split)
    if total <= 0 or min(params.split) < 0:
        raise BadInput("A split is three shares such as 80/10/10.")
    places = list(range(len(numbers)))
    random.Random(params.seed).shuffle(places)  # noqa: S311 - a seed must give the same split again
    train = round(len(places) * params.split[0] / total)
    dev = round(len(places) * (params.split[0] + params.split[1]) / total)
    cuts = {"train": places[:train], "dev": places[train:dev], "test": places[dev:]}
    return {name: [numbers[place] for place in sorted(part)] for name, part in cuts.items()}


# --- what goes into the writer


def _documents(
    connection: Connection,
    layer_name: str | None,
    params: ExportParams,
    report: ExportReport,
    cancelled: Cancelled,
    numbers: Sequence[int],
) -> Iterator[ExportDocument]:
    taught = tokens.words(connection)
    for at in range(0, len(numbers), _CHUNK):
        if cancelled():
            raise Stopped
        chunk = numbers[at : at + _CHUNK]
        rows = {row[0]: row[1:] for row in connection.execute(_TEXTS.where(article.c.number.in_(chunk)))}
        theirs = layers.read_many(connection, chunk, layer_name)
        for number in chunk:
            read = articles.article_of(rows[number])
            if sha256(read.text.encode()).digest() != bytes(rows[number][-1]):
                raise Unavailable("The text of {article} is not what was imported. Run: khaotag check", article=read.id)
            kept = [_filtered(made, params.only) for made in theirs.get(number, {}).values() if not made.is_blank]
            document = ExportDocument(read, tuple(kept), partial(_tokens_of, connection, read, taught))
            report.begin(document)
            yield document


_TEXTS = select(
    article.c.number,
    article.c.id,
    article_text.c.text,
    article.c.title,
    article.c.sources,
    article.c.meta,
    article.c.state,
    article.c.text_hash,
).join_from(article, article_text)


def _tokens_of(connection: Connection, of: Article, taught: frozenset[str]) -> Sequence[Token]:
    known = tokens.cached(connection, of, taught)
    return (known or tokens.repaired(of, tokens.compute(of, taught))).spans


def _filtered(made: Layer, only: frozenset[str] | None) -> Layer:
    """Return the layer with the chosen labels alone; relations go with their ends, chains with their members."""
    if only is None:
        return made
    entities = {e.id: e for e in made.entities.values() if e.label in only}
    named = any(r.label in only for r in made.relations.values())
    relations = {
        r.id: r
        for r in made.relations.values()
        if r.head in entities and r.tail in entities and (not named or r.label in only)
    }
    chains = {}
    for link in made.chains.values():
        members = tuple(member for member in link.members if member in entities)
        if len(members) > 1:
            chains[link.id] = link._replace(members=members)
    return made._replace(entities=entities, relations=relations, chains=chains)


def _told_of(
    documents: Iterator[ExportDocument], report: ExportReport, total: int, progress: Progress
) -> Iterator[ExportDocument]:
    for document in documents:
        yield document
        progress(report.articles, total)


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
