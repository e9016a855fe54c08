"""What an import would find: formats, counts, the first article and the types that the schema lacks; writes nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import islice

from ...models.article import Article
from ...models.layer import Layer
from ..formats.contract import Problem, ReadOptions
from ..intake import layer_of
from ..project import Project
from .find_files import files_to_read, pieces_of
from .import_files import ImportParams
from .prepare import Prepared, prepare
from .reporting import Cancelled, Stopped, never

_RECORDS = 300  # after so many the counts are “at least”


@dataclass
class ImportPreview:
    """What was recognised; unless `whole`, only the first records were read."""

    formats: Counter[str] = field(default_factory=Counter)
    articles: int = 0
    entities: int = 0
    relations: int = 0
    annotators: Counter[str] = field(default_factory=Counter)
    unknown: list[tuple[str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    first: Article | None = None
    first_layer: Layer | None = None
    whole: bool = True


def preview_import(project: Project, params: ImportParams, cancelled: Cancelled = never) -> ImportPreview:
    """Read the first records as an import would; BadInput where there is nothing to read, Stopped where cancelled."""
    files, problems = files_to_read(params.paths, params.format)
    found = ImportPreview(Counter(name for _, name in files), problems=problems)
    options = ReadOptions(params.annotator, params.encoding)
    named = frozenset(params.paths if params.named else ())
    pieces = pieces_of(files, options, named, found.problems.append)
    for _, piece in islice(pieces, _RECORDS):
        if cancelled():
            raise Stopped
        for entry in prepare([piece], options, project.schema):
            if isinstance(entry, Prepared):
                _count(found, entry)
            else:
                found.problems.append(entry)
    found.whole = next(pieces, None) is None
    return found


def _count(found: ImportPreview, entry: Prepared) -> None:
    found.articles += 1
    found.problems += entry.problems
    found.unknown += [kind for kind in entry.unknown if kind not in found.unknown]
    for made in entry.layers:
        found.entities += made.entities
        found.relations += made.relations
        found.annotators[made.annotator] += 1
    if found.first is None:
        found.first = entry.article
        found.first_layer = layer_of(entry.layers[0].unpacked()) if entry.layers else None
