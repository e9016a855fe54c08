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
