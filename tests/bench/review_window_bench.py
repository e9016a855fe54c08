"""How fast the review page is: from the wish to the paint, and from a key to the paint and to the disk; offscreen."""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import Any

import corpus
import orjson
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from review_bench import PEOPLE, perturbed
from storage_bench import Figures, milliseconds

from khaotag.gui.app import App, make_application
from khaotag.gui.look import Look
from khaotag.gui.review.page import ReviewPage
from khaotag.gui.settings import Settings
from khaotag.storage import schemas
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.people import set_person
from khaotag.storage.project import Project

_ARTICLES = 8


def disputed(path: Path) -> Path:
    """Write articles of 700 words with five layers of a hundred entities each."""
    random_ = random.Random(5)
    with path.open("wb") as file:
        for number in range(_ARTICLES):
            text, spans = corpus.text(random_, 700)
            layer = corpus.marks(random_, text, spans, 100, 0)
            layers = [{"annotator": n, "status": "done", "entities": perturbed(random_, layer, spans)} for n in PEOPLE]
            record = {"khaotag": 1, "id": f"a{number}", "text": text, "layers": layers}
            file.write(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE))
    return path


class Review:
    """A review page in a real window."""

    def __init__(self, target: Path) -> None:
        found = QApplication.instance()
        self.application = found if isinstance(found, QApplication) else make_application()
        settings = Settings()
        self.app = App(Look(self.application, settings, language="th"), settings)
        self.app.window.resize(1440, 900)
        self.app.desk.open_project(str(target))
        self.app.window.show()
        self.app.actions.run("review")
        page = self.app.pages.page("review")
        assert isinstance(page, ReviewPage)
        self.page = page
        self.settle()

    def settle(self) -> None:
        """Wait until nothing more comes."""
        until = time.perf_counter() + 1
        while time.perf_counter() < until or not (self.page.is_settled and self.app.workspace.idle):
            self.application.processEvents()

    def open(self, article: str) -> float:
        """Return the seconds from the wish to the paint of cards, text and lanes."""
        began = time.perf_counter()
        self.app.workspace.open_article(article)
        self.app.window.repaint()
        self.page.view.viewport().repaint()
        self.page.cards.viewport().repaint()
        taken = time.perf_counter() - began
        self.settle()
        return taken

    def decide(self, painted: list[float], kept: list[float]) -> None:
        """Decide every dispute of the open article by a key."""
        page = self.page
        assert page.review is not None
        for number in range(len(page.review.open)):
            before = len(page.review.open)
            began = time.perf_counter()
            QTest.keyClick(page, (Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_2)[number % 3])
            self.application.processEvents()  # every part that has changed is painted
            painted.append(time.perf_counter() - began)
            while not self.app.workspace.idle:
                self.application.processEvents()
            kept.append(time.perf_counter() - began)
            assert page.review is not None
            assert len(page.review.open) < before

    def close(self) -> None:
        self.app.window.close()
        self.app.shut()


def review_window(folder: Path) -> Figures:
    """Open to painted, key to painted, and key to acknowledged, with five layers of a hundred entities."""
    target = folder / "disputed.khaotag"
    with Project.create(target, schemas.named(None)) as project:
        import_files(project, ImportParams([disputed(folder / "disputed.jsonl")]))
        for row in project.page().rows:
            project.tokens(project.read(row.id))
    set_person("wipa")
    window = Review(target)
    opened, painted, kept = [], list[float](), list[float]()
    for number in range(1, _ARTICLES):
        opened.append(window.open(f"a{number}"))
        window.decide(painted, kept)
    window.close()
    figures: dict[str, Any] = {
        "goals_ms": {"open": 100, "decision painted p99": 16},
        "opened": milliseconds(opened),
        "decisions": len(painted),
        "decision painted": milliseconds(painted),
        "decision acknowledged": milliseconds(kept),
    }
    return figures
