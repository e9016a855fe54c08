"""How fast a string is found among 100,000 articles with the index filled, beside a plain SELECT of as many texts."""

from __future__ import annotations

import random
import statistics
import time
from itertools import islice
from pathlib import Path

import corpus
from sqlalchemy import select

from khaotag.models.concordance import Query
from khaotag.storage import schemas
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.jobs.search import SearchParams, fill_index, hits, labelled
from khaotag.storage.project import Project
from khaotag.storage.tables import article_text

ARTICLES, FIRST = 100_000, 50


def search(folder: Path) -> dict[str, object]:
    """Return milliseconds until the first 50 hits: a common, a rare and a missing string, one and two characters."""
    random_ = random.Random(3)
    source = corpus.write(folder / "news.jsonl", ARTICLES, entities=0, relations=0)
    with Project.create(folder / "p.khaotag", schemas.named(None)) as project:
        import_files(project, ImportParams([source]))
        rare = folder / "rare.jsonl"
        rare.write_text('{"text": "ปลาสลิดบางบ่อสามน้ำ"}\n', "utf-8")
        import_files(project, ImportParams([rare]))
        began = time.perf_counter()
        blocks = fill_index(project)
        filled = time.perf_counter() - began
        figures: dict[str, object] = {"articles": ARTICLES, "blocks": blocks, "fill_s": round(filled, 1)}
        for name, text in (
            ("word", random_.choice(corpus.WORDS)),
            ("phrase", "ศรีธาราประชุม"),
            ("rare", "สลิดบางบ่อ"),
            ("missing", "ฮฮฮฮ"),
            ("two", "กต"),
            ("one", "ฐ"),
            ("one_missing", "ฬ"),
        ):
            figures[f"{name}_ms"] = _first(project, SearchParams(Query(text)))
        figures["tones_ms"] = _first(project, SearchParams(Query("นำสะอาด", ignore_tones=True)))
        figures["plain_select_ms"] = _plain(project)
        return figures


def _first(project: Project, params: SearchParams) -> float:
    taken = []
    for _ in range(5):
        began = time.perf_counter()
        with project.reading() as connection:
            found = []
            count = 0
            for part in hits(connection, params):
                found.append(part)
                count += len(part.spans)
                if count >= FIRST:
                    break
            list(islice(labelled(connection, found), FIRST))
        taken.append(time.perf_counter() - began)
    return round(1000 * statistics.median(taken), 1)


def _plain(project: Project) -> float:
    """Return what reading 50 texts takes: the limit of the stack."""
    taken = []
    for _ in range(5):
        began = time.perf_counter()
        with project.reading() as connection:
            connection.execute(select(article_text.c.text).limit(FIRST)).all()
        taken.append(time.perf_counter() - began)
    return round(1000 * statistics.median(taken), 1)
