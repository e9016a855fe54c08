"""A project in which three annotators have finished the same articles, each in their own way."""

from __future__ import annotations

from pathlib import Path

import orjson
from three_annotators import NAMES, articles, layer

from khaotag.storage import schemas
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.project import Project


def team_project(folder: Path, count: int = 6, names: tuple[str, ...] = NAMES) -> Path:
    """Make the project and return its path; articles are called n0, n1 and so on."""
    lines = [
        orjson.dumps({"khaotag": 1, "id": f"n{n}", "text": a["text"], "layers": [layer(a, name) for name in names]})
        for n, a in enumerate(articles(count))
    ]
    (folder / "team.jsonl").write_bytes(b"\n".join(lines))
    path = folder / "team.khaotag"
    with Project.create(path, schemas.named(None)) as project:
        import_files(project, ImportParams([folder / "team.jsonl"]))
    return path
