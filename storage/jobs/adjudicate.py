"""Adjudicate: fill the gold layer of every article by a rule, as one step that can be taken back as one."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from ...models.change import Change
from ...models.errors import Translate
from ...models.gold_rules import Rule, adjudicate
from ...models.records import Record
from .. import changes, decisions
from ..project import Project
from .reporting import Cancelled, Progress, Stopped, never, silent

_CHUNK = 100


@dataclass
class AdjudicateReport:
    """How many articles were looked at, places decided and places left open; `change` is the step's number, or 0."""

    articles: int = 0
    decided: int = 0
    conflicts: int = 0
    change: int = 0

    @property
    def exit_code(self) -> int:
        """0: a conflict that a rule leaves to a person is no failure."""
        return 0

    def as_json(self, translate: Translate) -> Record:
        """Return the report as INTERFACE words it."""
        del translate
        return {"articles": self.articles, "decided": self.decided, "conflicts": self.conflicts}


def adjudicate_project(
    project: Project, rule: Rule, by: str, progress: Progress = silent, cancelled: Cancelled = never
) -> AdjudicateReport:
    """Fill the gold layers by a rule; a person's decision is never touched, and nothing is written when cancelled.

    Layers that are done count; where nobody has finished an article, all that hold marks.  A gold layer that is done
    stays as it is.  The whole is one step of
    the history: `Project.take_back(report.change, …)`; one article of it can also be undone by itself.
    """
    report = AdjudicateReport()
    last = 0
    with project.reading() as reader, project.transaction() as writer:
        for change in _changes(reader, project, rule, report, progress, cancelled):
            last = changes.write(writer, change, by, step=report.change)
            report.change = report.change or last
    if last:
        project.acknowledge(last)
    return report


def _changes(
    reader: Connection,
    project: Project,
    rule: Rule,
    report: AdjudicateReport,
    progress: Progress,
    cancelled: Cancelled,
) -> Iterator[Change]:
    numbers = decisions.to_adjudicate(reader)
    for at in range(0, len(numbers), _CHUNK):
        if cancelled():
            raise Stopped
        for case in decisions.cases(reader, numbers[at : at + _CHUNK], project.schema):
            if len(case.layers) < rule.votes or case.gold.head.status == "done":
                continue
            ruled = adjudicate(case, rule, lambda: "g" + secrets.token_hex(4))
            report.articles += 1
            report.decided += ruled.decided
            report.conflicts += ruled.conflicts
            if ruled.change is not None:
                yield ruled.change
        progress(min(at + _CHUNK, len(numbers)), len(numbers))
