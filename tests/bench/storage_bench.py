"""How fast changes, imports and exports are, beside what the disk and SQLite can do in the same minute."""

from __future__ import annotations

import hashlib
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
from khaotag.storage.jobs.export import export
from khaotag.storage.jobs.export_params import ExportParams
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


def bare_import_and_export(folder: Path, source: Path) -> tuple[float, float]:
    """Import and export a corpus with the bare driver: slices checked, texts hashed, nothing else promised."""
    raw = _bare(folder / "limit.db")
    raw.execute("CREATE TABLE article (number INTEGER PRIMARY KEY, sha BLOB UNIQUE, title TEXT, text TEXT)")
    columns = "(article INTEGER, id TEXT, label TEXT, a, b, PRIMARY KEY (article, id)) WITHOUT ROWID"
    for name in ("entity", "relation"):
        raw.execute(f"CREATE TABLE {name} {columns}")
    began = time.perf_counter()
    raw.execute("BEGIN IMMEDIATE")
    count = 0
    with source.open("rb") as file:
        for count, line in enumerate(file, 1):
            record = orjson.loads(line)
            text, layer = record["text"], record["layers"][0]
            assert all(text[e["start"] : e["end"]] == e["text"] for e in layer["entities"])
            sha = hashlib.sha256(text.encode()).digest()
            raw.execute("INSERT INTO article VALUES (?, ?, ?, ?)", (count, sha, record["title"], text))
            entities = [(count, e["id"], e["label"], e["start"], e["end"]) for e in layer["entities"]]
            raw.executemany("INSERT INTO entity VALUES (?, ?, ?, ?, ?)", entities)
            relations = [(count, r["id"], r["label"], r["head"], r["tail"]) for r in layer["relations"]]
            raw.executemany("INSERT INTO relation VALUES (?, ?, ?, ?, ?)", relations)
    raw.execute("COMMIT")
    imported = count / (time.perf_counter() - began)
    began = time.perf_counter()
    with (folder / "limit.jsonl").open("wb") as out:
        for number, title, text in raw.execute("SELECT number, title, text FROM article"):
            entities = raw.execute("SELECT id, label, a, b FROM entity WHERE article = ?", (number,)).fetchall()
            relations = raw.execute("SELECT id, label, a, b FROM relation WHERE article = ?", (number,)).fetchall()
            made = [{"id": i, "label": lb, "start": a, "end": b, "text": text[a:b]} for i, lb, a, b in entities]
            links = [{"id": i, "label": label, "head": a, "tail": b} for i, label, a, b in relations]
            record = {"title": title, "text": text, "layers": [{"entities": made, "relations": links}]}
            out.write(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE))
    exported = count / (time.perf_counter() - began)
    raw.close()
    return imported, exported


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
    layer = {**corpus.marks(random_, text, spans, tokens * 3 // 20, 0), "status": "in_progress"}
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
    import_limit, export_limit = bare_import_and_export(folder, source)
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
        "limit": {"bare import_s": round(import_limit), "bare export_s": round(export_limit)},
        "goal": "import 2,500/s, export 5,000/s where the bare ones are 6,400 and 11,000; flat memory",
        "import_s": round(articles / imported),
        "import_share_of_limit": round(articles / imported / import_limit, 2),
        "export_with_proof_s": round(articles / exported),
        "export_share_of_limit": round(articles / exported / export_limit, 2),
        "memory_mb": {
            "after import": after_import,
            "after export": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        },
    }
