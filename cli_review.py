"""Commands of a reviewer: agreement, adjudicate."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .cli_session import ProjectArgument, annotator_or_me, answer, app, counted, progress, session

if TYPE_CHECKING:
    from .models.agreement_values import Agreement


class RuleChoice(StrEnum):
    """The rules that fill the gold layer."""

    unanimous = "unanimous"
    majority = "majority"
    threshold = "threshold"


@app.command()
def agreement(
    project: ProjectArgument,
    annotators: Annotated[
        list[str] | None, typer.Option(metavar="A B …", help="Whom to compare; everybody who has a layer.")
    ] = None,
    label: Annotated[str | None, typer.Option(metavar="L", help="Entities and relations of this label alone.")] = None,
    csv: Annotated[Path | None, typer.Option(metavar="FILE", help="Write every number with its interval here.")] = None,
) -> None:
    """Measure how far people agree on the articles that both finished, and list every conflict."""
    from .storage.jobs.agree import agree, write_table
    from .storage.project import Project

    with Project.open(project, write=False) as opened:
        if csv is not None:
            opened.refuse_as_target(csv)
        report = agree(opened, annotators, label, progress)
    if csv is not None:
        write_table(report.agreement, csv)
    answer(report.as_json(session.translate), lambda: _told(report.agreement), report.exit_code)


def _told(found: Agreement) -> str:
    """Return the numbers in a line each; “—” with the reason where there is none."""
    from .storage.jobs.agree import scores

    lines = [f"articles: {found.articles}"]
    for what, score in scores(found):
        if score.value is None:
            lines.append(f"{what}: — {'' if score.why is None else score.why.render(session.translate)}")
            continue
        interval = "" if score.low is None or score.high is None else f" [{score.low:.3f}, {score.high:.3f}]"
        lines.append(f"{what}: {score.value:.3f}{interval} n={score.n}")
    lines.append(f"conflicts: {len(found.conflicts)}")
    return "\n".join(lines)


@app.command()
def adjudicate(
    project: ProjectArgument,
    rule: Annotated[RuleChoice, typer.Option(help="Who has to agree.")] = RuleChoice.unanimous,
    min_votes: Annotated[int | None, typer.Option(metavar="N", help="The fewest votes that a mark needs.")] = None,
    confidence: Annotated[
        float | None, typer.Option(metavar="C", help="The share of votes at its place that a mark needs, 0 to 1.")
    ] = None,
    annotator: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who does it; the person of this machine.")
    ] = None,
) -> None:
    """Fill the gold layer where a rule decides, never over a person's decision; one step that can be taken back."""
    from .models.gold_rules import checked_rule
    from .storage.jobs.adjudicate import adjudicate_project
    from .storage.project import Project

    chosen = checked_rule(rule.value, min_votes, confidence)
    with Project.open(project) as opened:
        report = adjudicate_project(opened, chosen, annotator_or_me(annotator), progress)
    record: dict[str, Any] = report.as_json(session.translate)
    answer(record, lambda: counted(record), report.exit_code)
