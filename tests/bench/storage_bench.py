"""How fast changes, imports and exports are, beside what the disk and SQLite can do in the same minute."""

from __future__ import annotations

import random
import resource
import sqlite3
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import corpus
import orjson

from khaotag.models import edit
from khaotag.models.change import apply
from khaotag.storage import schemas
from khaotag.storage.jobs.export import ExportParams, export
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.project import Project

Figures = dict[str, Any]


def milliseconds(times: list[float]) -> Figures:
    """Return median and 99th percentile."""
    ordered = sorted(times)
    return {
        "median_ms": round(statistics.median(ordered) * 1000, 3),
        "p99_ms": round(ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))] * 1000, 3),
    }


def timed(action: Callable[[int], object], count: int) -> list[float]:
    """Return how long each of *count* calls took, in seconds."""
    times = []
    for number in range(count):
        began = time.perf_counter()
        action(number)
        times.append(time.perf_counter() - began)
    return times


def bare_commit(folder: Path) -> Figures:
    """Commit one row at a time with the bare driver, as durably as a project does."""
    raw = _bare(folder / "bare.db")

    def commit(number: int) -> None:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("INSERT INTO t VALUES (?, 'x')", (number,))
        raw.execute("COMMIT")

    times = timed(commit, 400)
    raw.close()
    return milliseconds(times)


def bare_insert(folder: Path) -> float:
    """Return how many rows a second the bare driver inserts into a table like that of entities."""
    raw = _bare(folder / "insert.db")
    raw.execute(
        'CREATE TABLE e (layer INTEGER, id TEXT, label TEXT, start INTEGER, "end" INTEGER, origin TEXT, sha BLOB,'
        " PRIMARY KEY (layer, id)) WITHOUT ROWID"
    )
    rows = [(layer, f"e{n:02}", "PERSON", n, n + 3, "human", bytes(32)) for layer in range(2000) for n in range(30)]
    began = time.perf_counter()
    raw.execute("BEGIN IMMEDIATE")
    raw.executemany("INSERT INTO e VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    raw.execute("COMMIT")
    taken = time.perf_counter() - began
    raw.close()
    return len(rows) / taken


def _bare(path: Path) -> sqlite3.Connection:
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA journal_mode=WAL")
    raw.execute("PRAGMA synchronous=FULL")
    raw.execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT)")
    return raw


def acknowledged_marks(folder: Path, tokens: int, count: int = 300) -> Figures:
    """Mark *count* entities in an article of so many tokens, 30 % of them in entities, and time the commits."""
    random_ = random.Random(3)
    text, spans = corpus.text(random_, tokens)
    layer = corpus.marks(random_, text, spans, tokens * 3 // 20, 0)
    source = folder / f"{tokens}.jsonl"
    source.write_bytes(orjson.dumps({"khaotag": 1, "text": text, "layers": [layer]}))
    with Project.create(folder / f"marks-{tokens}.khaotag", schemas.named(None)) as project:
        import_files(project, ImportParams([source]))
        article = project.read(project.page().rows[0].id)
        present = project.layer(article.id, "noi")
        times = []
        while len(times) < count:
            start, end = random_.choice(spans)
            try:
                ranges = [(start, end)]
                change = edit.mark(article, present, project.schema, f"n{len(times)}", "GROUP", ranges)
            except edit.BadInput:
                continue
            began = time.perf_counter()
            project.commit(change, "noi")
            times.append(time.perf_counter() - began)
            present = apply(present, change.rows)
    return milliseconds(times)


def marks(folder: Path) -> Figures:
    """Marks acknowledged, as multiples of a bare commit taken before and after."""
    for name in ("a", "b"):
        (folder / name).mkdir()
    before = bare_commit(folder / "a")
    small, large = acknowledged_marks(folder, 5000), acknowledged_marks(folder, 50_000)
    after = bare_commit(folder / "b")
    limit = (before["median_ms"] + after["median_ms"]) / 2
    return {
        "limit": {"bare commit, median_ms": round(limit, 3)},
        "goal": "median 8 x, p99 25 x the limit",
        **{
            f"{tokens} tokens": {**found, "median_x": round(found["median_ms"] / limit, 1),
                                 "p99_x": round(found["p99_ms"] / limit, 1)}
            for tokens, found in (("5000", small), ("50000", large))
        },
    }  # fmt: skip


def bulk(folder: Path, articles: int = 10_000) -> Figures:
    """Import and export so many articles of 30 entities and 10 relations, and the memory that it took."""
    source = corpus.write(folder / "corpus.jsonl", articles)
    limit = bare_insert(folder)
    with Project.create(folder / "bulk.khaotag", schemas.named(None)) as project:
        began = time.perf_counter()
        report = import_files(project, ImportParams([source]))
        imported = time.perf_counter() - began
        assert report.imported == articles, report.as_json(str)
        after_import = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        began = time.perf_counter()
        export(project, folder / "out.jsonl", ExportParams("khaotag"))
        exported = time.perf_counter() - began
    return {
        "articles": articles,
        "bytes_an_article": source.stat().st_size // articles,
        "limit": {"bare inserts, 43 rows an article, articles_s": round(limit / 43)},
        "goal": "import 2,500/s, export 5,000/s, flat memory",
        "import_s": round(articles / imported),
        "export_with_proof_s": round(articles / exported),
        "memory_mb": {
            "after import": after_import,
            "after export": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        },
    }
