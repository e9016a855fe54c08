"""Commands by which articles come and go: import, export, formats."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from .cli_session import (
    Annotator,
    ProjectArgument,
    Status,
    annotator_or_me,
    answer,
    app,
    counted,
    is_number,
    progress,
    session,
)
from .models.errors import BadInput


class Scheme(StrEnum):
    """How token tags are written."""

    iob2 = "iob2"
    bioes = "bioes"
    io = "io"


class Nested(StrEnum):
    """Which of nested entities a flat format keeps."""

    outermost = "outermost"
    innermost = "innermost"
    layers = "layers"


@app.command("import")
def import_command(
    project: ProjectArgument,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…")],
    format_name: Annotated[str | None, typer.Option("--format", metavar="F")] = None,
    annotator: Annotator = None,
    encoding: Annotated[str | None, typer.Option(metavar="E", help="Of text files, where it cannot be seen.")] = None,
    known_types: Annotated[bool, typer.Option(help="Reject types that the schema lacks.")] = False,
    strict: Annotated[bool, typer.Option(help="Import nothing unless everything is right.")] = False,
) -> None:
    """Import files and folders."""
    from .storage.jobs.import_files import ImportParams, import_files
    from .storage.project import Project

    params = ImportParams(paths, format_name, annotator_or_me(annotator), encoding, known_types, strict)
    with Project.open(project) as opened:
        report = import_files(opened, params, progress)
    record = report.as_json(session.translate)
    answer(record, lambda: counted(record), report.exit_code)


@app.command("export")
def export_command(
    project: ProjectArgument,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="A file, or a folder where there is no suffix.")],
    format_name: Annotated[str, typer.Option("--format", metavar="F")],
    layer: Annotated[str | None, typer.Option(metavar="NAME|gold")] = None,
    status: Annotated[Status | None, typer.Option()] = None,
    split: Annotated[str | None, typer.Option(metavar="80/10/10", help="Shares of train, dev and test.")] = None,
    seed: Annotated[int, typer.Option(help="Decides which article goes where.")] = 0,
    nested: Annotated[Nested, typer.Option()] = Nested.outermost,
    scheme: Annotated[Scheme, typer.Option()] = Scheme.iob2,
    only: Annotated[list[str] | None, typer.Option(metavar="LABEL", help="May be given several times.")] = None,
) -> None:
    """Export layers to files."""
    from .storage.jobs.export import ExportParams, export
    from .storage.project import Project

    params = ExportParams(
        format_name, layer, status, _shares(split), seed, nested.value, scheme.value, frozenset(only) if only else None
    )
    with Project.open(project, write=False) as opened:
        report = export(opened, out, params, progress)
    record = report.as_json(session.translate)
    answer(record, lambda: counted(record), report.exit_code)


def _shares(split: str | None) -> tuple[int, int, int] | None:
    if split is None:
        return None
    parts = split.split("/")
    if len(parts) != 3 or not all(is_number(part) for part in parts):
        raise BadInput("A split is three shares such as 80/10/10.")
    return int(parts[0]), int(parts[1]), int(parts[2])


@app.command()
def formats() -> None:
    """List the formats and what each keeps."""
    from .storage.jobs import describe

    record = describe.formats()

    def text() -> str:
        lines = []
        for entry in record["formats"]:
            kept = ", ".join(name for name, keeps in entry["keeps"].items() if keeps)
            lines.append(f"{entry['name']:10} {'R' * entry['reads']}{'W' * entry['writes']:2} {kept}")
        return "\n".join(lines)

    answer(record, text)
