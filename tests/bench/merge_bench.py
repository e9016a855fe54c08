"""How long bundling and merging take, and how much memory, with what SQLite needs for bare rows beside it."""

from __future__ import annotations

import multiprocessing
import resource
import time
from pathlib import Path
from typing import Any

import corpus
import orjson
from storage_bench import bare_import_and_export

from khaotag.storage import schemas
from khaotag.storage.jobs.bundle import bundle
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.jobs.merge import merge as take_over
from khaotag.storage.project import Project

Figures = dict[str, Any]


def _prepare(folder: Path, articles: int) -> None:
    """Make two projects of the same articles, each with one person's layers."""
    source = corpus.write(folder / "noi.jsonl", articles)
    with source.open("rb") as file, (folder / "lek.jsonl").open("wb") as other:
        for line in file:
            record = orjson.loads(line)
            record["layers"][0]["annotator"] = "lek"
            other.write(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE))
    for name in ("noi", "lek"):
        with Project.create(folder / f"{name}.khaotag", schemas.named(None)) as project:
            import_files(project, ImportParams([folder / f"{name}.jsonl"], annotator=name))


def merge(folder: Path, articles: int = 10_000) -> Figures:
    """Bundle and merge so many articles of 30 entities and 10 relations: new ones, then a second layer, then again."""
    maker = multiprocessing.get_context("spawn").Process(target=_prepare, args=(folder, articles))
    maker.start()
    maker.join()
    limit, _ = bare_import_and_export(folder, folder / "noi.jsonl")
    figures: Figures = {
        "articles": articles,
        "limit": {"bare import, s": round(articles / limit, 1)},
        "goal": "each merge in 20 s; flat memory",
    }
    paths = []
    for name in ("noi", "lek"):
        paths.append(folder / f"{name}.khaotag-bundle")
        began = time.perf_counter()
        with Project.open(folder / f"{name}.khaotag", write=False) as project:
            bundle(project, paths[-1])
        figures["bundle_s"] = round(time.perf_counter() - began, 1)
    figures["bundle_mb"] = round(paths[0].stat().st_size / 1e6, 1)
    with Project.create(folder / "all.khaotag", schemas.named(None)) as project:
        for what, path in (("new articles", paths[0]), ("a second layer", paths[1]), ("nothing new", paths[1])):
            began = time.perf_counter()
            report = take_over(project, [path])
            figures[f"merge, {what}_s"] = round(time.perf_counter() - began, 1)
            assert report.exit_code == 0
            assert report.layers_added == (0 if what == "nothing new" else articles)
    figures["memory_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return figures
