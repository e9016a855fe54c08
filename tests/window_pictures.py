"""The real window in every dress: a project to show, the states worth a picture, and what is clipped in them."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import orjson
from bench.corpus import articles
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLabel, QLineEdit, QWidget

from khaotag.gui.pages import PAGES
from khaotag.gui.widgets import ElidedLabel
from khaotag.storage import schemas
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.project import Project

SIZE = (1280, 720)
ENTITIES = {0: 500, 30: 700, 300: 2800}  # entities of an article, and its words
PERSON = "noi"
_SLACK = 1


def make_project(folder: Path) -> Path:
    """Make a project with an article for each count of ENTITIES and return its file."""
    lines = []
    for count, words in ENTITIES.items():
        record = orjson.loads(next(articles(1, tokens=words, entities=count, relations=count // 3)))
        lines.append(orjson.dumps(record | {"id": f"with-{count}", "title": f"ข่าวเทศบาลที่มีหน่วย {count} หน่วย"}))
    (folder / "news.jsonl").write_bytes(b"\n".join(lines))
    path = folder / "pictures.khaotag"
    with Project.create(path, schemas.named(None)) as project:
        import_files(project, ImportParams([folder / "news.jsonl"], "khaotag"))
    return path


def states(app: Any) -> Iterator[tuple[str, Callable[[], QWidget | None]]]:
    """Yield what a picture is called and a function that brings the window there; it returns a dialog, if any."""
    for count in ENTITIES:
        yield f"{count} entities", partial(_open, app, count)
    yield "entity in focus", partial(_focus, app)
    for tab in ("suggestions", "consistency", "chains", "notes"):
        yield f"tab {tab}", partial(_tab, app, tab)
    yield "one label", partial(app.calm.toggle_label, "PERSON")
    yield "guideline", partial(_guideline, app)
    yield "only the article", partial(_alone, app)
    yield "keys", partial(_keys, app)
    yield "some steps", partial(_steps, app)
    for page in PAGES:
        yield f"page {page}", partial(_page, app, page)
    yield "settings", partial(_settings, app)


def _open(app: Any, count: int) -> None:
    app.workspace.open_article(f"with-{count}")
    settle(app)
    app.workspace.article.set_suggestions([])


def _focus(app: Any) -> None:
    app.show_side("mark")
    app.view.focus_entity(next(iter(app.workspace.article.layer.entities)))
    app.inspector.refresh()


def _tab(app: Any, name: str) -> None:
    app.show_side(name)


def _guideline(app: Any) -> None:
    app.calm.show_all_labels()
    app.view.focus_entity(next(iter(app.workspace.article.layer.entities)))
    app.calm.turn_guideline()


def _alone(app: Any) -> None:
    app.calm.turn_guideline()
    app.calm.show_alone(alone=True)


def _keys(app: Any) -> None:
    app.calm.show_alone(alone=False)
    app.show_keys()


def _steps(app: Any) -> None:
    _open(app, 0)
    for start in range(20, 26):
        app.view.select(*app.workspace.article.tokens[start])
        app.view.label("PERSON")
    app.workspace.set_status("in_progress")
    app.workspace.undo()


def _page(app: Any, name: str) -> None:
    app.keys.leave()
    app.show_page(name)


def _settings(app: Any) -> QWidget:
    app.show_page("annotate")
    app.desk.show_settings()
    return next(w for w in app.window.findChildren(QWidget) if type(w).__name__ == "SettingsDialog")


def settle(app: Any, rounds: int = 12) -> None:
    """Let what follows in the background come."""
    quiet = 0
    while quiet < rounds:
        QApplication.processEvents()
        time.sleep(0.02)
        settled = app.workspace.has_words and getattr(app.pages.current(), "is_settled", True)
        quiet = quiet + 1 if settled else 0


def clipped(root: QWidget) -> list[str]:
    """Return what cannot be read whole in a window: texts without room, and texts upon one another."""
    texts = [w for w in root.findChildren(QWidget) if w.isVisible() and _text(w) and not w.visibleRegion().isEmpty()]
    found = [f"{_name(w)}: {w.size().toTuple()}, needs {_needs(w)}" for w in texts if not _has_room(w)]
    for one, other in itertools.combinations(texts, 2):
        if one.parentWidget() is other.parentWidget() and _inner(one).intersects(_inner(other)):
            found.append(f"{_name(one)} lies on {_name(other)}")
    return found


def _text(widget: QWidget) -> str:
    if isinstance(widget, ElidedLabel):
        return ""
    if isinstance(widget, QLabel | QAbstractButton):
        return str(widget.text())
    return widget.placeholderText() if isinstance(widget, QLineEdit) and not widget.text() else ""


def _name(widget: QWidget) -> str:
    chain = [type(widget).__name__]
    parent = widget.parentWidget()
    while parent is not None and len(chain) < 4:
        chain.append(type(parent).__name__)
        parent = parent.parentWidget()
    return f"{'/'.join(reversed(chain))} “{_text(widget)[:40]}”"


def _needs(widget: QWidget) -> tuple[int, int]:
    if isinstance(widget, QLineEdit):
        return widget.fontMetrics().horizontalAdvance(widget.placeholderText()) + 8, 0
    if isinstance(widget, QLabel) and widget.wordWrap():
        return 0, widget.heightForWidth(widget.width())
    return widget.sizeHint().width(), widget.fontMetrics().height()


def _has_room(widget: QWidget) -> bool:
    width, height = _needs(widget)
    seen = widget.visibleRegion().boundingRect()
    scrolls = any(isinstance(w, QAbstractScrollArea) for w in _ancestors(widget))
    return (
        widget.width() + _SLACK >= width
        and widget.height() + _SLACK >= height
        and (scrolls or seen.width() + _SLACK >= min(width, widget.width()))
    )


def _ancestors(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()


def _inner(widget: QWidget) -> QRect:
    return widget.geometry().adjusted(_SLACK, _SLACK, -_SLACK, -_SLACK)
