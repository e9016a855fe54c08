"""Demo: a project made of the bundled articles with their layers and gold, and exports of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

from .. import schemas
from ..project import Project
from .export import export
from .export_params import ExportParams
from .export_report import ExportReport
from .import_files import ImportParams, import_files

PERSON = "malee"  # whose layers the samples are fullest with; the demo's window works as her
NAME = "demo.khaotag"
FORMATS = ("khaotag", "conll", "brat")


@contextmanager
def sample_articles() -> Iterator[Path]:
    """Give the folder of the bundled articles."""
    package = __package__.partition(".storage")[0]
    with as_file(files(package).joinpath("resources", "articles")) as folder:
        yield folder


def make_demo(folder: Path) -> tuple[Path, list[ExportReport]]:
    """Make (or complete) a sample project in *folder* and export it; return the project's path and the reports."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / NAME
    project = Project.open(path) if path.exists() else Project.create(path, schemas.named(None))
    with project:
        with sample_articles() as articles:
            import_files(project, ImportParams([articles / "annotations.jsonl"], "khaotag"))
        reports = [export(project, folder / name, ExportParams(name)) for name in FORMATS]
    return path, reports
