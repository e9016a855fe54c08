"""Commands by which articles come and go: import, export, formats."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

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

if TYPE_CHECKING:
    from .storage.jobs.export_params import ExportParams


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

    person, named = annotator_or_me(annotator), annotator is not None
    params = ImportParams(paths, format_name, person, encoding, known_types, strict, named)
    with Project.open(project) as opened:
        report = import_files(opened, params, progress)
    record = report.as_json(session.translate)
    answer(record, lambda: counted(record), report.exit_code)


class SplitBy(StrEnum):
    """What decides which part of a split an article goes to."""

    random = "random"
    source = "source"
    time = "time"


class Unit(StrEnum):
    """What is one record of a dataset."""

    article = "article"
    paragraph = "paragraph"
    sentence = "sentence"


@app.command("export")
def export_command(
    project: ProjectArgument,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="A file, or a folder where there is no suffix.")],
    format_name: Annotated[str | None, typer.Option("--format", metavar="F")] = None,
    layer: Annotated[str | None, typer.Option(metavar="NAME|gold|gold-else-done")] = None,
    status: Annotated[Status | None, typer.Option()] = None,
    query: Annotated[str | None, typer.Option(metavar="Q", help="Part of a title, or an id.")] = None,
    where: Annotated[list[str] | None, typer.Option(metavar="KEY=VALUE", help="Of an article's metadata.")] = None,
    only: Annotated[list[str] | None, typer.Option(metavar="LABEL", help="May be given several times.")] = None,
    label_map: Annotated[
        list[str] | None, typer.Option("--map", metavar="NAME|FILE|FROM=TO", help="thainer, lst20, thai-nner, …")
    ] = None,
    unit: Annotated[Unit | None, typer.Option(help="What is one record; an entity is never cut.")] = None,
    split: Annotated[str | None, typer.Option(metavar="80/10/10", help="Shares of train, dev and test.")] = None,
    folds: Annotated[
        int | None, typer.Option(metavar="K", min=2, help="K folders, a train and a test in each.")
    ] = None,
    by: Annotated[SplitBy | None, typer.Option(help="A source stays together; time puts the newest into test.")] = None,
    stratify: Annotated[bool | None, typer.Option(help="Keep the share of each label in each part.")] = None,
    apart: Annotated[bool | None, typer.Option(help="Let near-duplicates go to different parts.")] = None,
    seed: Annotated[int | None, typer.Option(help="Decides which article goes where.")] = None,
    negatives: Annotated[
        int | None, typer.Option(min=0, max=1000, help="Unrelated pairs beside each relation.")
    ] = None,
    nested: Annotated[Nested | None, typer.Option()] = None,
    scheme: Annotated[Scheme | None, typer.Option()] = None,
    card: Annotated[bool | None, typer.Option(help="Write the dataset card, README.md.")] = None,
    recipe: Annotated[str | None, typer.Option(metavar="NAME", help="Begin with the choices kept under NAME.")] = None,
    save_recipe: Annotated[str | None, typer.Option(metavar="NAME", help="Keep these choices in the project.")] = None,
    dry_run: Annotated[bool, typer.Option(help="Report what would be lost, and write nothing.")] = False,
) -> None:
    """Export layers to files."""
    from .storage.jobs import recipes
    from .storage.jobs.export import export, survey
    from .storage.project import Project

    given = {
        "format": format_name,
        "layer": layer,
        "status": status and status.value,
        "query": query,
        "where": tuple(map(_pair, where)) if where else None,
        "only": frozenset(only) if only else None,
        "map": tuple(label_map) if label_map else None,
        "unit": unit and unit.value,
        "split": _shares(split),
        "folds": folds,
        "by": by and by.value,
        "stratify": stratify,
        "apart": apart,
        "seed": seed,
        "negatives": negatives,
        "nested": nested and nested.value,
        "scheme": scheme and scheme.value,
        "card": card,
    }
    with Project.open(project, write=save_recipe is not None) as opened:
        base = recipes.recipe(opened, recipe) if recipe is not None else None
        params = _params(base, {key: value for key, value in given.items() if value is not None})
        report = survey(opened, params, progress) if dry_run else export(opened, out, params, progress)
        if save_recipe is not None:
            recipes.save_recipe(opened, save_recipe, params)
    record = report.as_json(session.translate)
    answer(record, lambda: counted(record), report.exit_code)


def _params(base: ExportParams | None, given: dict[str, Any]) -> ExportParams:
    """Return the choices of a recipe, or the usual ones, with what was given beside them."""
    from .storage.jobs.export_params import ExportParams

    if base is not None:
        return replace(base, **given)
    if "format" not in given:
        raise BadInput("Name the format with --format, or a recipe with --recipe.")
    return ExportParams(**given)


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not key or not equals:
        raise BadInput("“{text}” is no condition: write KEY=VALUE.", text=text)
    return key, value


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
        wide = max(len(entry["name"]) for entry in record["formats"])
        for entry in record["formats"]:
            kept = ", ".join(name for name, keeps in entry["keeps"].items() if keeps)
            able = "R" * entry["reads"] + "W" * entry["writes"]
            lines.append(f"{entry['name']:{wide}}  {able:2}  {kept}".rstrip())
        return "\n".join(lines)

    answer(record, text)
