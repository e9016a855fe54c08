"""Bundle: articles, layers, schema and history as one file that another project can merge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import orjson
from sqlalchemy import Connection, select

from ...models.article import Article
from ...models.errors import BadInput, Translate, Unavailable
from ...models.layer import GOLD, Layer
from ...models.records import Record
from ...models.schema import Schema
from .. import articles, layers, lineage, people, schemas
from ..articles import Listing
from ..bundle_file import Sealed, write_bundle
from ..bundle_records import Assigned, BundledArticle, BundledLayer, Line, Version, article_line
from ..project import Project
from ..tables import article, article_text, assignment, history, layer, rejection, suggestion, word
from .reporting import Cancelled, Progress, Stopped, never, silent

_CHUNK = 100


@dataclass(frozen=True)
class BundleParams:
    """What to bundle: everything, or one annotator's layers, of all articles or those that a query finds."""

    annotator: str | None = None
    query: str | None = None


@dataclass
class BundleReport:
    """What a bundle holds."""

    articles: int = 0
    layers: int = 0
    entities: int = 0
    file: Sealed | None = None
    _people: set[str] = field(default_factory=set)

    @property
    def exit_code(self) -> int:
        """0: a bundle is whole or not there."""
        return 0

    def as_json(self, translate: Translate) -> Record:
        """Return the report with the keys of a merge into an empty project."""
        del translate
        assert self.file is not None
        return {
            "articles": self.articles,
            "layers_added": self.layers,
            "layers_updated": 0,
            "unchanged": 0,
            "conflicts": [],
            "rejected": [],
            "path": str(self.file.path),
            "sha256": self.file.sha256,
        }

    def restart(self) -> None:
        """Count from nought."""
        self.articles = self.layers = self.entities = 0
        self._people = {""}

    def count(self, made: BundledArticle) -> None:
        """Count an article that is written."""
        self.articles += 1
        self.layers += len(made.layers)
        self.entities += sum(len(bundled.layer.entities) for bundled in made.layers)
        self._people |= made.people

    @property
    def people(self) -> set[str]:
        """Everybody who is named in what was written."""
        return self._people


def bundle(
    project: Project,
    out: Path,
    params: BundleParams = BundleParams(),
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> BundleReport:
    """Write a bundle.  The same project and choice give the same bytes.

    Raises BadInput where nobody is called so or nothing was found, Unavailable where the file cannot be written.
    """
    project.refuse_as_target(out)
    if not out.name or out.is_dir():
        raise BadInput("“{path}” is a folder. Name a file for the bundle.", path=out)
    if not out.parent.is_dir():
        raise BadInput("There is no folder “{path}”.", path=out.parent)
    report = BundleReport()
    with project.reading() as connection:
        numbers = _chosen(connection, params)
        lines = partial(_lines, connection, numbers, params, report, progress, cancelled)
        shared = partial(_shared, connection, schemas.current(connection), params, report)
        report.file = write_bundle(out, lines, shared, lambda: {"articles": report.articles, "layers": report.layers})
    return report


def _chosen(connection: Connection, params: BundleParams) -> list[int]:
    numbers = articles.numbers(connection, Listing(params.query))
    if params.annotator is not None:
        if params.annotator not in layers.annotators(connection):
            known = ", ".join(layers.annotators(connection)) or "—"
            raise BadInput("There is no layer of “{name}”. There are: {known}.", name=params.annotator, known=known)
        theirs = set(connection.scalars(select(layer.c.article).where(layer.c.annotator == params.annotator)))
        numbers = [number for number in numbers if number in theirs]
    if not numbers:
        raise BadInput("No article was found for the bundle.")
    return numbers


def _lines(
    connection: Connection,
    numbers: Sequence[int],
    params: BundleParams,
    report: BundleReport,
    progress: Progress,
    cancelled: Cancelled,
) -> Iterator[bytes]:
    report.restart()
    for at in range(0, len(numbers), _CHUNK):
        if cancelled():
            raise Stopped
        for made in _bundled(connection, numbers[at : at + _CHUNK], params.annotator):
            report.count(made)
            yield article_line(made)
        progress(min(at + _CHUNK, len(numbers)), len(numbers))


# --- reading what belongs to articles


class _Row(NamedTuple):
    article: Article
    text_hash: bytes
    raw_hash: bytes | None
    revision: str


_ROWS = select(
    article.c.number, article.c.id, article_text.c.text, article.c.title, article.c.sources, article.c.meta,
    article.c.state, article.c.text_hash, article.c.raw_hash, article.c.revision,
).join_from(article, article_text)  # fmt: skip


def _bundled(connection: Connection, numbers: Sequence[int], annotator: str | None) -> Iterator[BundledArticle]:
    rows = {
        row[0]: _Row(articles.article_of(row[1:]), bytes(row[7]), bytes(row[8]) if row[8] else None, row[9])
        for row in connection.execute(_ROWS.where(article.c.number.in_(numbers)))
    }
    theirs = layers.read_many(connection, numbers, dict.fromkeys(numbers, annotator) if annotator else None)
    revisions = layers.revisions(connection, numbers)
    heads = [row.revision for row in rows.values()] + [head for known in revisions.values() for head in known.values()]
    above = lineage.ancestors(connection, heads)
    assigned = _assigned(connection, numbers, annotator)
    proposed = _suggestions(connection, [row.text_hash for row in rows.values()]) if annotator is None else {}
    told = _history(connection, numbers, annotator)
    for number in numbers:
        row = rows[number]
        if sha256(row.article.text.encode()).digest() != row.text_hash:
            raise Unavailable(
                "The text of {article} is not what was imported. Run: khaotag check", article=row.article.id
            )
        yield BundledArticle(
            row.article,
            row.raw_hash,
            Version(row.revision, above[row.revision]),
            [_layer(made, revisions[number][name], above) for name, made in theirs.get(number, {}).items()
             if not made.is_blank],
            assigned[number],
            proposed.get(row.text_hash, []),
            told[number],
        )  # fmt: skip


def _layer(made: Layer, revision: str, above: dict[str, frozenset[str]]) -> BundledLayer:
    return BundledLayer(made, Version(revision, above[revision]))


def _assigned(connection: Connection, numbers: Sequence[int], annotator: str | None) -> dict[int, list[Assigned]]:
    wanted = select(assignment.c.article, assignment.c.annotator, assignment.c.place, assignment.c.turn).where(
        assignment.c.article.in_(numbers)
    )
    if annotator is not None:
        wanted = wanted.where(assignment.c.annotator == annotator)
    found: defaultdict[int, list[Assigned]] = defaultdict(list)
    for number, *cell in connection.execute(wanted):
        found[number].append(Assigned(*cell))
    return found


def _suggestions(connection: Connection, hashes: Sequence[bytes]) -> dict[bytes, list[Record]]:
    found: defaultdict[bytes, list[Record]] = defaultdict(list)
    for row in connection.execute(select(suggestion).where(suggestion.c.text_hash.in_(hashes))).mappings():
        entry = {str(key): value for key, value in row.items() if key not in ("number", "text_hash")}
        found[bytes(row["text_hash"])].append(entry)
    return found


def _history(connection: Connection, numbers: Sequence[int], annotator: str | None) -> dict[int, list[Line]]:
    wanted = select(history).where(history.c.article.in_(numbers)).order_by(history.c.number)
    if annotator is not None:
        wanted = wanted.where(history.c.annotator == annotator)
    rows = connection.execute(wanted).mappings().all()
    names = {row["number"]: bytes(row["hash"]).hex() for row in rows}
    found: defaultdict[int, list[Line]] = defaultdict(list)
    for row in rows:
        found[row["article"]].append(_line(row, names))
    return found


def _line(row: Any, names: dict[int, str]) -> Line:
    change = orjson.loads(row["change"])
    for key in ("article", "annotator"):
        change.pop(key, None)  # they may be called otherwise elsewhere
    return Line(
        names[row["number"]], row["at"], row["who"], row["kind"], row["what"], row["annotator"],
        names.get(row["undoes"]), row["revision"], row["parent"], change,
    )  # fmt: skip


# --- what they share


def _shared(connection: Connection, schema: Schema, params: BundleParams, report: BundleReport) -> Record:
    named = report.people
    refused = select(rejection.c.context, rejection.c.label, rejection.c.person)
    if params.annotator is not None:
        refused = refused.where(rejection.c.person == params.annotator)
    rejections = sorted([*row] for row in connection.execute(refused))
    named |= {person for *_, person in rejections}
    known = {who.name: who.uuid for who in people.listed(connection)}
    return {
        "schema": schema.to_record(),
        "people": [[name, known.get(name) or people.by_name_only(name)] for name in sorted(named - {GOLD, ""})],
        "words": sorted(connection.scalars(select(word.c.word))),
        "rejections": rejections,
    }
