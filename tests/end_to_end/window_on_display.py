"""Runs the real window on a project and tells, whenever it changes, where words and chips are on the screen.

Each line on standard output is a JSON object: `words` and `chips` by their text, each [x, y] in screen pixels.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QPoint, QTimer

from khaotag.gui.app import App, make_application
from khaotag.gui.look import Look
from khaotag.gui.settings import Settings
from khaotag.storage.people import set_person


def _places(app: App) -> dict[str, dict[str, list[int]]]:
    view, opened = app.view, app.workspace.article
    if opened is None or not app.workspace.has_words or not app.window.isActiveWindow():
        return {}
    document, text = view.document, opened.article.text

    def on_screen(x: float, y: float) -> list[int]:
        at = view.viewport().mapToGlobal(QPoint(round(x), round(y)))
        return [at.x(), at.y()]

    words = {}
    for start, end in opened.tokens:
        placed = document.line_of(start)
        words[text[start:end]] = on_screen(document.x_of(placed, start) + 4, placed.baseline - view.top - 6)
    chips = {}
    for entity in opened.layer.entities.values():
        placed = document.line_of(entity.start)
        found = placed.line.decoration.chips if placed.line.decoration else ()
        for chip in found:
            if chip.id == entity.id:
                surface = entity.surface(text)
                chips[surface] = on_screen(56 + chip.box.middle, placed.baseline - view.top + chip.box.y + 9)
    return {"words": words, "chips": chips}


def main() -> None:
    """Open the window and tell its places until it is closed."""
    set_person("noi")
    application = make_application()
    settings = Settings()
    app = App(Look(application, settings, language="th"), settings)
    app.window.setGeometry(0, 0, 1280, 800)
    app.desk.open_project(sys.argv[1])
    app.window.show()
    app.window.activateWindow()
    told = {}

    def tell() -> None:
        nonlocal told
        places = _places(app)
        if places and places != told:
            told = places
            print(json.dumps(places, ensure_ascii=False), flush=True)  # noqa: T201 - the test reads it

    timer = QTimer()
    timer.timeout.connect(tell)
    timer.start(50)
    application.exec()
    app.shut()


if __name__ == "__main__":
    main()
