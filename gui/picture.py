"""Pictures of the real window, drawn without a display."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from ..models.errors import BadInput, Unavailable
from ..storage.project import Project
from .app import App, make_application
from .dialogs.export_dialog import ExportDialog
from .look import Look
from .pages import PAGES
from .settings import Settings

VIEWS = ("annotate", "export", *PAGES)
_PATIENCE, _STEP, _QUIET = 10.0, 0.02, 8


def draw(
    target: str,
    out: Path,
    *,
    article: str | None,
    view: str,
    size: tuple[int, int],
    theme: str,
    language: str | None,
) -> None:
    """Draw a view of a project into a picture once its words are known."""
    if view not in VIEWS:
        raise BadInput("There is no view “{view}”. There are: {views}.", view=view, views=", ".join(VIEWS))
    application = make_application()
    settings = Settings(Path(os.devnull))
    app = App(Look(application, settings, language=language, theme=theme), settings)
    try:
        app.window.resize(*size)
        project = Project.open(target, write=False)
        project.refuse_as_target(out)
        app.workspace.show_project(project, by=_whose(project, article))
        wanted = article or _fullest(project, app.workspace.by)
        if wanted is not None:
            app.workspace.open_article(wanted)
        app.window.show()
        if view in PAGES:
            app.show_page(view)
            _fill(app, view)
        dialog = ExportDialog(app.window, app.look, app.workspace, app.tasks) if view == "export" else None
        if dialog is not None:
            dialog.show()
        _settle(application, lambda: _is_settled(app) and (dialog is None or dialog.report is not None))
        if not _grabbed(app, dialog).save(str(out), "PNG"):
            raise Unavailable("“{path}” cannot be written.", path=out)
    finally:
        app.window.close()
        app.shut()


def _whose(project: Project, article: str | None) -> str:
    """Return whose work is shown: this machine's person's, or somebody's where that person has done nothing."""
    mine = project.person.name
    rows = project.page(annotator=mine).rows
    if any(row.status != "todo" for row in rows) or not rows:
        return mine
    fullest = article or max(project.page().rows, key=lambda row: row.entities).id
    layers = project.layers(fullest)
    return max((name for name in layers if name != "gold"), key=lambda name: len(layers[name].entities), default=mine)


def _fullest(project: Project, by: str) -> str | None:
    rows = project.page(annotator=by).rows
    begun = [row for row in rows if row.status == "in_progress"] or rows
    return max(begun, key=lambda row: row.relations).id if begun else None


def _fill(app: App, view: str) -> None:
    """Look for something where a page waits to be asked: what the article names most often."""
    opened = app.workspace.article
    if view == "concordance" and opened is not None and opened.layer.entities:
        marks = opened.layer.entities.values()
        (surface, label), _ = Counter((one.surface(opened.article.text), one.label) for one in marks).most_common(1)[0]
        app.pages.page(view).look_for(surface, label)  # type: ignore[union-attr]


def _is_settled(app: App) -> bool:
    return app.workspace.has_words and getattr(app.pages.current(), "is_settled", True)


def _settle(application: QApplication, ready: Callable[[], bool]) -> None:
    end, quiet = time.monotonic() + _PATIENCE, 0
    while time.monotonic() < end and quiet < _QUIET:
        application.processEvents()
        time.sleep(_STEP)
        quiet = quiet + 1 if ready() else 0


def _grabbed(app: App, dialog: QWidget | None) -> QPixmap:
    picture = app.window.grab()
    if dialog is None:
        return picture
    theme = app.look.theme
    with QPainter(picture) as painter:
        painter.fillRect(app.window.rect(), theme.colour("scrim", theme.scrim_alpha))
        at = QPoint((app.window.width() - dialog.width()) // 2, (app.window.height() - dialog.height()) // 2)
        painter.drawPixmap(at, dialog.grab())
        painter.setPen(theme.colour("border"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(dialog.rect().translated(at).adjusted(0, 0, -1, -1))
    return picture
