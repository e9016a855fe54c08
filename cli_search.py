"""Commands that look through all articles: search, suggest."""

from __future__ import annotations

from typing import Annotated

import typer

from .cli_session import (
    Annotator,
    ProjectArgument,
    annotator_or_me,
    answer,
    app,
    counted,
    progress,
    session,
)


@app.command()
def search(
    project: ProjectArgument,
    query: Annotated[str, typer.Argument(metavar="QUERY", help="A string; empty with --label for each mention.")],
    ignore_tones: Annotated[bool, typer.Option(help="Find the string in any tone.")] = False,
    whole_word: Annotated[bool, typer.Option(help="Find it only where it is whole words.")] = False,
    label: Annotated[str | None, typer.Option(metavar="L", help="Only where it is marked so.")] = None,
    limit: Annotated[int, typer.Option(min=0, max=1_000_000, help="How many hits are shown; all are counted.")] = 50,
) -> None:
    """Find a string or the mentions of a label in all articles."""
    from .models.concordance import Query
    from .storage.jobs.search import SearchParams
    from .storage.jobs.search import search as look
    from .storage.project import Project

    with Project.open(project, write=False) as opened:
        report = look(opened, SearchParams(Query(query, ignore_tones, whole_word), label), limit)

    def text() -> str:
        lines = [f"{h.article} {h.start}-{h.end}: {h.left}[{h.match}]{h.right}" for h in report.hits]
        return "\n".join([*lines, str(report.total)])

    answer({**report.as_json(lambda english: english)}, text)


@app.command()
def suggest(
    project: ProjectArgument,
    engine: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Which engines; all.")] = None,
    accept_above: Annotated[
        float | None, typer.Option(metavar="S", min=0, max=1, help="Mark what has a higher score.")
    ] = None,
    annotator: Annotator = None,
) -> None:
    """Let engines propose entities in every article; nothing is marked unless --accept-above says so."""
    from .storage.jobs.suggest import SuggestParams
    from .storage.jobs.suggest import suggest as look
    from .storage.project import Project

    person = annotator_or_me(annotator) if accept_above is not None else annotator
    with Project.open(project) as opened:
        report = look(opened, SuggestParams(engine or (), accept_above, person), progress)
    record = report.as_json(session.translate)
    shown = {**record, "engines": [{"name": name} for name in report.engines]}
    answer(record, lambda: counted(shown), report.exit_code)
