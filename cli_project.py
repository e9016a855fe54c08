"""Commands on a project and its articles: new, schema, info, articles, tokens, edit, history, remove, check."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer

from .cli_session import Annotator, ProjectArgument, Status, annotator_or_me, answer, app, progress, session
from .models.errors import BadInput


@app.command()
def new(
    project: ProjectArgument,
    schema: Annotated[str | None, typer.Option(metavar="NAME|FILE", help="A bundled schema or a schema file.")] = None,
) -> None:
    """Make a new project."""
    from .storage import schemas
    from .storage.project import Project

    with Project.create(project, schemas.named(schema)) as made:
        name, target = made.schema.name, str(made.target)
    answer({"project": target, "schema": name}, lambda: f"{target} ({name})")


@app.command("schema")
def schema_command(
    project: Annotated[str | None, typer.Argument(metavar="[PROJECT]")] = None,
    replace: Annotated[str | None, typer.Option("--set", metavar="FILE", help="Make this the schema.")] = None,
    names: Annotated[bool, typer.Option("--list", help="List the bundled schemas.")] = False,
) -> None:
    """Print a project's schema, replace it, or list the bundled ones."""
    from .storage import schemas
    from .storage.jobs.set_schema import set_schema
    from .storage.project import Project

    if names:
        known = schemas.bundled()
        record = {
            "schemas": [
                {"name": name, "entities": len(s.entities), "relations": len(s.relations)} for name, s in known.items()
            ]
        }
        answer(record, lambda: "\n".join(known))
    if project is None:
        raise BadInput("Name a project, or list the bundled schemas with --list.")
    if replace is None:
        with Project.open(project, write=False) as opened:
            answer(opened.schema.to_record())
    with Project.open(project) as opened:
        report = set_schema(opened, schemas.named(replace), annotator_or_me(None))
    answer(report.as_json(session.translate), code=report.exit_code)


@app.command()
def info(project: ProjectArgument) -> None:
    """Tell what a project holds."""
    from .storage.jobs import describe
    from .storage.project import Project

    with Project.open(project, write=False) as opened:
        record = describe.info(opened)
        for warning in opened.warnings:
            print(warning.render(session.translate), file=sys.stderr)
    answer(record)


@app.command()
def articles(
    project: ProjectArgument,
    query: Annotated[str | None, typer.Option(metavar="Q", help="Part of a title, or an id.")] = None,
    status: Annotated[Status | None, typer.Option()] = None,
    annotator: Annotated[str | None, typer.Option(metavar="NAME")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1_000_000)] = 50,
    after: Annotated[str | None, typer.Option(metavar="ID", help="Go on behind this article.")] = None,
) -> None:
    """List articles, a page at a time."""
    from .storage.jobs import describe
    from .storage.project import Project

    with Project.open(project, write=False) as opened:
        record = describe.list_articles(opened, query, status, annotator, limit, after)
    answer(record, lambda: "\n".join(f"{a['id']}  {a['status']:11} {a['entities']:5}  {a['title']}"
                                      for a in record["articles"]))  # fmt: skip


@app.command()
def tokens(project: ProjectArgument, article: Annotated[str, typer.Argument(metavar="ARTICLE")]) -> None:
    """Print an article's tokens."""
    from .storage.jobs import describe
    from .storage.project import Project

    with Project.open(project, write=False) as opened:
        record = describe.list_tokens(opened, article)
    answer(record, lambda: orjson.dumps(record).decode())


@app.command()
def edit(
    project: ProjectArgument,
    file: Annotated[str, typer.Argument(metavar="[FILE|-]", help="One gesture a line as JSON.")] = "-",
    annotator: Annotator = None,
) -> None:
    """Carry out gestures, each answered on a line of its own after its commit."""
    from .storage.jobs.edit_lines import Editor
    from .storage.project import Project

    done = failed = 0
    with Project.open(project) as opened, _lines(file) as lines:
        editor = Editor(opened, annotator_or_me(annotator))
        for line in lines:
            if not line.strip():
                continue
            try:
                answer = editor.do_line(line)
                done += 1
            except BadInput as error:
                answer = {"error": error.message.render(session.translate)}
                failed += 1
            sys.stdout.buffer.write(orjson.dumps(answer, option=orjson.OPT_APPEND_NEWLINE))
            sys.stdout.buffer.flush()
    raise typer.Exit(0 if not failed else 1 if done else 2)


def _lines(file: str) -> Any:
    if file == "-":
        return sys.stdin.buffer
    try:
        return Path(file).open("rb")
    except OSError as error:
        raise BadInput("“{path}” cannot be read: {reason}.", path=file, reason=error.strerror or str(error)) from None


@app.command()
def history(
    project: ProjectArgument, article: Annotated[str | None, typer.Argument(metavar="[ARTICLE]")] = None
) -> None:
    """List every change of a project or an article, the oldest first."""
    from .storage.jobs import describe
    from .storage.project import Project

    with Project.open(project, write=False) as opened:
        record = describe.list_history(opened, article)
    answer(record, lambda: "\n".join(f"{c['change']:6}  {c['when']}  {c['who']}  {c['what']}"
                                      for c in record["changes"]))  # fmt: skip


@app.command()
def remove(
    project: ProjectArgument,
    article: Annotated[list[str], typer.Argument(metavar="ARTICLE…")],
    purge: Annotated[bool, typer.Option(help="For good, with the history.")] = False,
) -> None:
    """Put articles into the bin; importing the same text brings them back."""
    from .storage.jobs.remove import remove as remove_articles
    from .storage.project import Project

    with Project.open(project) as opened:
        report = remove_articles(opened, article, purge=purge, by=annotator_or_me(None))
    answer(report.as_json(session.translate), code=report.exit_code)


@app.command()
def check(
    project: ProjectArgument,
    repair: Annotated[bool, typer.Option(help="Mend what is derived: counts and statuses.")] = False,
) -> None:
    """Check every promise that the database makes."""
    from .storage.jobs.check import check as check_project
    from .storage.project import Project

    with Project.open(project, write=repair) as opened:
        report = check_project(opened, repair=repair, progress=progress)
    record = report.as_json(session.translate)
    answer(record, lambda: "\n".join(record["problems"]) or "ok", report.exit_code)
