"""Commands by which people share work: bundle, merge, assign, people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .cli_session import ProjectArgument, answer, app, counted, progress, session
from .models.errors import BadInput

if TYPE_CHECKING:
    from .models.renaming import LabelMap


@app.command()
def bundle(
    project: ProjectArgument,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file to write, such as mine.khaotag-bundle.")],
    annotator: Annotated[str | None, typer.Option(metavar="NAME", help="Only this person's layers.")] = None,
    query: Annotated[str | None, typer.Option(metavar="Q", help="Part of a title, or an id.")] = None,
) -> None:
    """Put articles, layers, schema and history into one file for another project to merge."""
    from .storage.jobs.bundle import BundleParams
    from .storage.jobs.bundle import bundle as write
    from .storage.project import Project

    with Project.open(project, write=False) as opened:
        report = write(opened, out, BundleParams(annotator, query), progress)
    record = report.as_json(session.translate)
    answer(record, lambda: f"{counted({'articles': report.articles, 'layers': report.layers})}\n{out}")


@app.command()
def merge(
    project: ProjectArgument,
    bundles: Annotated[list[Path], typer.Argument(metavar="BUNDLE…")],
    labels: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="THEIRS=OURS", help="Take a type of theirs for one of ours."),
    ] = None,
    plan: Annotated[bool, typer.Option("--plan", help="Tell what would change, and change nothing.")] = False,
) -> None:
    """Take over what bundles hold; doing so twice changes nothing, and newer work is never overwritten."""
    from .storage.jobs.merge import MergeParams, plan_merge
    from .storage.jobs.merge import merge as take_over
    from .storage.jobs.merge_report import MergeReport
    from .storage.project import Project

    with Project.open(project) as opened:
        params = MergeParams(_labels(labels or [], set(opened.schema.relation_types)))
        if plan:
            report = MergeReport()
            for path in bundles:
                report.add(plan_merge(opened, path, params, progress).report)
        else:
            report = take_over(opened, bundles, params, progress)
    record = report.as_json(session.translate)
    answer(record, lambda: counted(record), report.exit_code)


def _labels(pairs: list[str], relations: set[str]) -> LabelMap:
    from .models.renaming import LabelMap

    found: dict[str, str] = {}
    for pair in pairs:
        theirs, equals, ours = pair.partition("=")
        if not (theirs and equals and ours):
            raise BadInput("A mapping is written THEIRS=OURS, not “{pair}”.", pair=pair)
        found[theirs] = ours
    return LabelMap(
        {theirs: ours for theirs, ours in found.items() if ours not in relations},
        {theirs: ours for theirs, ours in found.items() if ours in relations},
    )


@app.command()
def assign(
    project: ProjectArgument,
    annotators: Annotated[list[str], typer.Option(metavar="A B …", help="To whom; several names may follow.")],
    per_article: Annotated[int, typer.Option(metavar="N", min=1, help="How many people each article needs.")],
    seed: Annotated[int, typer.Option(metavar="N", help="Decides who gets which.")] = 0,
) -> None:
    """Deal articles out; what people have already stays with them and counts."""
    from .storage.jobs.assign import AssignParams
    from .storage.jobs.assign import assign as deal_out
    from .storage.project import Project

    with Project.open(project) as opened:
        report = deal_out(opened, AssignParams(annotators, per_article, seed))
    record = report.as_json(session.translate)
    answer(
        record,
        lambda: "\n".join(f"{name}: {' '.join(theirs)}" for name, theirs in report.assignments.items()),
        report.exit_code,
    )


@app.command("people")
def people_command(
    project: ProjectArgument,
    reviewer: Annotated[str | None, typer.Option(metavar="NAME", help="Make this person a reviewer.")] = None,
    rename: Annotated[str | None, typer.Option(metavar="OLD=NEW", help="Give a person another name.")] = None,
) -> None:
    """List a project's people. Who made the project is its first reviewer; reviewers reopen what others finished."""
    from .storage.jobs import know_people
    from .storage.project import Project

    with Project.open(project, write=reviewer is not None or rename is not None) as opened:
        if reviewer is not None:
            know_people.set_role(opened, reviewer, "reviewer")
        if rename is not None:
            old, equals, new = rename.partition("=")
            if not equals:
                raise BadInput("A new name is given as OLD=NEW, not “{pair}”.", pair=rename)
            know_people.rename(opened, old, new)
        known = know_people.people_of(opened)
    answer(
        {"people": [entry._asdict() for entry in known]},
        lambda: "\n".join(
            f"{p.name:20} {p.role:10} {p.done}/{p.layers} finished, {p.assigned} dealt  {p.uuid}" for p in known
        ),
    )
