"""Consistency over a whole project: one person's layers, each against what all of them call by a name."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ...models.article import Article
from ...models.consistency import Finding, check, looked_at
from ...models.consistency_rules import RULES
from .. import articles, layers, suggestions
from ..project import Project
from .reporting import Cancelled, Progress, Stopped, never, silent
from .suggest import known_names

_PAGE = 100


class Inconsistent(NamedTuple):
    """An article with what was found in one person's layer of it, in the order of the text."""

    article: Article
    findings: list[Finding]


def look_through(
    project: Project,
    annotator: str,
    tell: Callable[[Inconsistent], object],
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> int:
    """Call *tell* with each article in which something is found, as soon as it is; return how many findings there are.

    Articles that the annotator has not begun are passed over.
    """
    with project.reading() as connection:
        right = suggestions.right(connection, annotator)
    names = known_names(project, (annotator,), cancelled)
    total = sum(count for status, count in project.counts(annotator).items() if status != "todo")
    after: int | None = None
    done = count = 0
    while True:
        page = project.page(annotator=annotator, after=after, limit=_PAGE)
        begun = [row.number for row in page.rows if row.entities]
        with project.reading() as connection:
            known = layers.read_many(connection, begun, dict.fromkeys(begun, annotator))
            found = [(articles.read(connection, number), known[number][annotator]) for number in begun]
        for article, layer in found:
            if cancelled():
                raise Stopped
            tokens = project.known_tokens(article)
            looked = looked_at(article, layer, project.schema, tokens.spans if tokens is not None else (), names)
            findings = check(looked, RULES, right)
            if findings:
                tell(Inconsistent(article, findings))
            count += len(findings)
            done += 1
            progress(done, total)
        if page.next is None:
            return count
        after = page.next
