"""How fast the window is: from its start, from opening an article, and from a key to the paint; drawn offscreen."""

from __future__ import annotations

import multiprocessing
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import corpus
import orjson
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from storage_bench import milliseconds

from khaotag.gui.app import App, make_application
from khaotag.gui.look import Look
from khaotag.gui.settings import Settings
from khaotag.storage import schemas
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.people import set_person
from khaotag.storage.project import Project

Figures = dict[str, Any]

_STACK = """
import sys, time
from PySide6 import QtCore, QtGui, QtWidgets
import sqlalchemy
app = QtWidgets.QApplication([])
window = QtWidgets.QWidget(); window.show(); app.processEvents()
print(time.time() - float(sys.argv[1]))
"""
_WINDOW = """
import sys, time
import khaotag.cli
from khaotag.gui.app import App, make_application
from khaotag.gui.look import Look
from khaotag.gui.settings import Settings
application = make_application()
settings = Settings()
app = App(Look(application, settings), settings)
app.restore()
app.desk.open_project(sys.argv[2])
app.window.show()
application.processEvents()
app.window.repaint()
assert app.articles.model.rowCount() > 0
print(time.time() - float(sys.argv[1]), "pythainlp" in sys.modules)
app.window.close()
app.shut()
"""


def start(folder: Path, articles: int = 100_000) -> Figures:
    """Process start to the window shown with its list, beside importing Qt and SQLAlchemy and showing a bare widget."""
    source = corpus.write(folder / "many.jsonl", articles, tokens=30, entities=0, relations=0)
    target = folder / "many.khaotag"
    with Project.create(target, schemas.named(None)) as project:
        import_files(project, ImportParams([source]))
    set_person("noi")
    _seconds(_WINDOW, str(target))
    limits, windows = [], []
    for _ in range(5):
        limits.append(_seconds(_STACK))
        windows.append(_seconds(_WINDOW, str(target)))
    return {
        "articles": articles,
        "limit": {"Qt, SQLAlchemy and a bare widget, s": round(sorted(limits)[2], 3)},
        "goal_s": 0.8,
        "window_shown_s": round(sorted(windows)[2], 3),
    }


def _seconds(program: str, *words: str) -> float:
    # As an installed program starts: with its modules compiled.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-c", program, str(time.time()), *words],
        check=True, capture_output=True, text=True, env=environment,
    )  # fmt: skip
    return float(done.stdout.split()[0])


def _prepare(target: Path, tokens: int) -> None:
    """Make a project with one article of so many tokens, 30 % of them in entities, its words cached."""
    random_ = random.Random(5)
    text, spans = corpus.text(random_, tokens)
    layer = {**corpus.marks(random_, text, spans, tokens * 3 // 20, tokens // 20), "status": "in_progress"}
    source = target.with_suffix(".jsonl")
    source.write_bytes(orjson.dumps({"khaotag": 1, "text": text, "layers": [layer]}))
    with Project.create(target, schemas.named(None)) as project:
        import_files(project, ImportParams([source]))
        project.tokens(project.read(project.page().rows[0].id))


def prepared(folder: Path, tokens: int) -> Path:
    """Return a project of one article of so many tokens, made in a process of its own."""
    target = folder / f"{tokens}.khaotag"
    maker = multiprocessing.get_context("spawn").Process(target=_prepare, args=(target, tokens))
    maker.start()
    maker.join()
    return target


class Window:
    """The real window on a project of one article; the tokenizer is not loaded, because the words are cached."""

    def __init__(self, target: Path) -> None:
        set_person("noi")
        self.application: QApplication = make_application()
        settings = Settings()
        self.app = App(Look(self.application, settings), settings)
        self.app.window.resize(1440, 900)
        self.app.window.show()
        self.app.workspace.open(str(target))
        assert self.app.workspace.project is not None
        self.article = self.app.workspace.project.page().rows[0].id
        self.application.processEvents()
        self.view = self.app.view

    def paint(self) -> None:
        self.view.viewport().repaint()

    def open(self) -> float:
        self.app.workspace.leave_article()
        self.application.processEvents()
        began = time.perf_counter()
        self.app.workspace.open_article(self.article)
        self.paint()
        taken = time.perf_counter() - began
        self.application.processEvents()
        return taken

    def mark(self, count: int) -> list[float]:
        """Select a word that can be seen and press a label's key, again and again."""
        times = []
        opened = self.app.workspace.article
        assert opened is not None
        self.view.setFocus()
        # A word that is an entity would be relabelled, which is another gesture.
        taken = {(entity.start, entity.end) for entity in opened.layer.entities.values()}
        for start, end in opened.tokens:
            if opened.article.text[start:end].isspace() or (start, end) in taken:
                continue
            self.view.select(start, end)
            self.application.processEvents()
            before = len(opened.layer.entities)
            began = time.perf_counter()
            QTest.keyClick(self.view, Qt.Key.Key_L)
            self.application.processEvents()  # every panel that follows is painted too
            times.append(time.perf_counter() - began)
            assert len(opened.layer.entities) == before + 1
            if len(times) == count:
                break
        return times

    def scroll(self, count: int) -> list[float]:
        bar = self.view.verticalScrollBar()
        bar.setValue(0)
        times = []
        for _ in range(count):
            began = time.perf_counter()
            bar.setValue(bar.value() + 48)
            self.application.processEvents()
            times.append(time.perf_counter() - began)
        return times

    def rest(self) -> None:
        """Wait until everything is on disk."""
        while not self.app.workspace.idle:
            self.application.processEvents()

    def close(self) -> None:
        self.rest()
        self.app.window.close()
        self.app.shut()


def _memory() -> int:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) // 1024
    return 0


def open(folder: Path) -> Figures:  # noqa: A001 - it is the benchmark's name
    """Open to painted, and the memory with the large article open."""
    figures: Figures = {"goals_ms": {"5000": 60, "50000": 400}}
    for tokens in (5000, 50_000):
        window = Window(prepared(folder, tokens))
        figures[f"{tokens} tokens, first"] = round(window.open() * 1000, 1)
        figures[f"{tokens} tokens"] = milliseconds([window.open() for _ in range(7)])
        window.close()
    return figures


def memory(folder: Path) -> Figures:
    """The memory of a process that has the large article open."""
    window = Window(prepared(folder, 50_000))
    window.open()
    figures = {"goal_mb": 250, "50000 tokens open, mb": _memory()}
    window.close()
    return figures


def gestures(folder: Path) -> Figures:
    """A mark from the key to the paint, and painting while scrolling."""
    figures: Figures = {"goals_ms": {"mark p99": 16, "scroll median": 2.5}}
    for tokens in (5000, 50_000):
        window = Window(prepared(folder, tokens))
        window.open()
        figures[f"mark, {tokens} tokens"] = milliseconds(window.mark(150))
        figures[f"scroll, {tokens} tokens"] = milliseconds(window.scroll(200))
        window.close()
    return figures
