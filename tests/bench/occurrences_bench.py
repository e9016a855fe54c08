"""Every same string of a large article: framed, then marked, from the key to the paint, with each tab open."""

from __future__ import annotations

import multiprocessing
import random
import time
from pathlib import Path

import corpus
import orjson
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from storage_bench import milliseconds
from window_bench import Figures, Window

from khaotag.storage import schemas
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.project import Project

NAME, PLACES, TOKENS = "อบต.หนองแสงทอง", 500, 50_000


def _prepare(target: Path) -> None:
    """Make a project of one article of 50,000 tokens in which a name stands 500 times, 30 % of the rest marked."""
    random_ = random.Random(5)
    content, spans = corpus.text(random_, TOKENS)
    every = len(spans) // PLACES
    cuts = [spans[place * every][0] for place in range(PLACES)]
    parts = [content[low:high] for low, high in zip([0, *cuts], [*cuts, len(content)], strict=True)]
    layer = corpus.marks(random_, content, spans, TOKENS * 3 // 20, TOKENS // 20)
    entities = layer["entities"]
    assert isinstance(entities, list)
    kept = []
    for entity in entities:
        before = sum(cut <= entity["start"] for cut in cuts)
        if before == sum(cut < entity["end"] for cut in cuts):
            shift = before * len(NAME)
            kept.append({**entity, "start": entity["start"] + shift, "end": entity["end"] + shift})
    names = {entity["id"] for entity in kept}
    relations = layer["relations"]
    assert isinstance(relations, list)
    layer = {**layer, "status": "in_progress", "entities": kept}
    layer["relations"] = [r for r in relations if r["head"] in names and r["tail"] in names]
    source = target.with_suffix(".jsonl")
    source.write_bytes(orjson.dumps({"khaotag": 1, "text": NAME.join(parts), "layers": [layer]}))
    with Project.create(target, schemas.named(None)) as project:
        import_files(project, ImportParams([source]))
        project.tokens(project.read(project.page().rows[0].id))


def occurrences(folder: Path) -> Figures:
    """From A to the frames, from Enter to the marks, painted; and a mark with each tab of the side panel open."""
    target = folder / "names.khaotag"
    maker = multiprocessing.get_context("spawn").Process(target=_prepare, args=(target,))
    maker.start()
    maker.join()
    window = Window(target)
    window.open()
    app, view = window.app, window.view
    opened = app.workspace.article
    assert opened is not None
    at = opened.article.text.index(NAME)
    framed, marked, own = [], [], []
    for _ in range(5):
        view.setFocus()
        view.select(at, at + len(NAME))
        view.edits.last_label = "LOCAL_GOV"
        window.application.processEvents()
        began, alone = time.perf_counter(), time.thread_time()
        QTest.keyClick(view, Qt.Key.Key_A)
        window.application.processEvents()
        framed.append(time.perf_counter() - began)
        own.append(time.thread_time() - alone)
        before = len(opened.layer.entities)
        began = time.perf_counter()
        QTest.keyClick(view, Qt.Key.Key_Return)
        window.application.processEvents()
        marked.append(time.perf_counter() - began)
        assert len(opened.layer.entities) == before + PLACES
        window.rest()
        app.workspace.undo()
        window.rest()
    figures: Figures = {
        "goals_ms": {"framed": 50, "marked": 100, "a mark p99": 16},
        "places": PLACES,
        "framed": milliseconds(framed),
        "framed, by the window's thread alone": milliseconds(own),
        "marked": milliseconds(marked),
    }
    for name in ("suggestions", "consistency", "chains", "notes"):
        app.show_side(name)
        window.rest()
        time.sleep(1.0)
        window.application.processEvents()
        figures[f"a mark with {name} open"] = milliseconds(window.mark(60))
    window.close()
    return figures
