"""Suggest: engines look through all articles; what they propose is kept apart, or accepted above a score."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ...models.article import Article
from ...models.errors import BadInput, Message, Translate
from ...models.layer import GOLD, Entity, Layer
from ...models.names import Names
from ...models.occurrences import mark_all
from ...models.records import Record
from ...models.suggest import Engine, Given, Rejected, Suggestion, repeat
from .. import articles, layers, suggestions
from ..project import Project
from .reporting import Cancelled, Progress, Stopped, never, silent

# What each engine is made of: the names that the project gives its marks.
ENGINES: Mapping[str, Callable[[Names], Engine]] = {repeat.NAME: repeat.Repeat}
_PAGE = 200


class LeftOut(NamedTuple):
    """An article in which nothing was accepted, and why."""

    article: str
    why: Message


@dataclass(frozen=True)
class SuggestParams:
    """Which engines, all where none is named; what scores above *accept_above* becomes a mark of *annotator*."""

    engines: Sequence[str] = ()
    accept_above: float | None = None
    annotator: str | None = None


@dataclass
class SuggestReport:
    """How many suggestions are kept, in how many articles, and how many were accepted."""

    engines: list[str] = field(default_factory=list)
    articles: int = 0
    suggestions: int = 0
    accepted: int = 0
    left_out: list[LeftOut] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        """0, or 1 where something was left out."""
        return 1 if self.left_out else 0

    def as_json(self, translate: Translate) -> Record:
        """Return the report as INTERFACE words it; `left_out` only where there is something."""
        record: Record = {
            "engines": self.engines,
            "articles": self.articles,
            "suggestions": self.suggestions,
            "accepted": self.accepted,
        }
        if self.left_out:
            record["left_out"] = [{"article": e.article, "why": e.why.render(translate)} for e in self.left_out]
        return record


def suggest(
    project: Project, params: SuggestParams, progress: Progress = silent, cancelled: Cancelled = never
) -> SuggestReport:
    """Let engines look through every article; raises BadInput for an engine that is not there."""
    chosen = list(params.engines) or list(ENGINES)
    for name in chosen:
        if name not in ENGINES:
            raise BadInput("There is no engine “{name}”. There are: {known}.", name=name, known=", ".join(ENGINES))
    report = SuggestReport(engines=chosen)
    names = known_names(project, None if params.annotator is None else (params.annotator, GOLD), cancelled)
    engines = [ENGINES[name](names) for name in chosen]
    total = sum(project.counts().values())
    with project.reading() as connection:
        rejected = suggestions.rejected(connection, params.annotator or project.person.name)
    for article, layer in _work(project, params.annotator):
        if cancelled():
            raise Stopped
        _look(project, params, engines, article, layer, rejected, report)
        report.articles += 1
        progress(report.articles, total)
    return report


def known_names(project: Project, annotators: Sequence[str] | None, cancelled: Cancelled = never) -> Names:
    """Return what the layers of some annotators, or all, call by which name."""
    names = Names()
    with project.reading() as connection:
        for batch in suggestions.marks(connection, annotators):
            if cancelled():
                raise Stopped
            for string, label in batch:
                names.add(string, label)
    return names


def _work(project: Project, annotator: str | None) -> Iterator[tuple[Article, Layer]]:
    """Yield each article with the annotator's layer, or with everybody's marks as one."""
    after: int | None = None
    while True:
        page = project.page(after=after, limit=_PAGE)
        with project.reading() as connection:
            known = layers.read_many(connection, [row.number for row in page.rows])
            found = [(articles.read(connection, row.number), known.get(row.number, {})) for row in page.rows]
        for article, theirs in found:
            yield article, _joined(theirs) if annotator is None else theirs.get(annotator, Layer(annotator))
        if page.next is None:
            return
        after = page.next


def _joined(theirs: Mapping[str, Layer]) -> Layer:
    marks: dict[str, Entity] = {}
    for name, layer in theirs.items():
        marks.update({f"{name}:{entity_id}": entity for entity_id, entity in layer.entities.items()})
    return Layer("", entities=marks)


def _look(
    project: Project,
    params: SuggestParams,
    engines: Sequence[Engine],
    article: Article,
    layer: Layer,
    rejected: Rejected,
    report: SuggestReport,
) -> None:
    given = Given(article, layer, project.tokens(article).spans, rejected)
    by_engine = {e.name: [one for line in given.lines() for one in e.suggest(given, line)] for e in engines}
    if params.accept_above is not None and params.annotator is not None:
        by_engine = _accept(project, params.annotator, params.accept_above, article, layer, by_engine, report)
    with project.transaction() as connection:
        for name, found in by_engine.items():
            suggestions.keep(connection, article, name, found)
            report.suggestions += len(found)


def _accept(
    project: Project,
    annotator: str,
    above: float,
    article: Article,
    layer: Layer,
    by_engine: Mapping[str, list[Suggestion]],
    report: SuggestReport,
) -> dict[str, list[Suggestion]]:
    """Mark what scores above a limit, one engine after the other; return what is left to suggest."""
    wanted: list[Suggestion] = []
    for found in by_engine.values():
        free = [one for one in found if not any(one.start < o.end and o.start < one.end for o in wanted)]
        wanted += [one for one in free if one.score > above]
    if not wanted:
        return dict(by_engine)
    try:
        marks = [one.entity("e" + secrets.token_hex(4)) for one in wanted]
        project.commit(mark_all(article, layer, project.schema, marks), annotator)
    except BadInput as error:
        report.left_out.append(LeftOut(article.id, error.message))
        return dict(by_engine)
    report.accepted += len(wanted)
    taken = set(wanted)
    return {name: [one for one in found if one not in taken] for name, found in by_engine.items()}
