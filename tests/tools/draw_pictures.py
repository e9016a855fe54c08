"""Draws the real window in both languages and all themes, as it is and at twice the scale, to be looked at.

python tests/tools/draw_pictures.py FOLDER [SCALE …]    a picture of each state, and a contact sheet for each dress
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_COLUMNS, _THUMB = 3, 860


def draw(folder: Path, scale: str) -> None:
    """Draw every state in every dress at the scale of this process."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from window_pictures import PERSON, SIZE, clipped, make_project, settle, states

    from khaotag.gui.app import App, make_application
    from khaotag.gui.look import Look
    from khaotag.gui.settings import Settings
    from khaotag.gui.theme import THEMES
    from khaotag.storage.project import Project

    application = make_application()
    here = folder / f"{scale}x"
    here.mkdir(parents=True)
    target = make_project(here)
    for language in ("th", "en"):
        for theme in THEMES:
            settings = Settings(Path(os.devnull))
            app = App(Look(application, settings, language=language, theme=theme), settings)
            app.window.resize(*SIZE)
            app.workspace.show_project(Project.open(target), by=PERSON)
            app.window.show()
            drawn: list[QImage] = []
            for name, go in states(app):
                dialog = go()
                settle(app)
                shown = dialog or app.window
                picture = shown.grab().toImage()
                for problem in clipped(shown):
                    sys.stdout.write(f"{scale}x {language} {theme} {name}: {problem}\n")
                picture.save(str(here / f"{language}-{theme}-{name.replace(' ', '-')}.png"))
                drawn.append(picture.scaledToWidth(_THUMB, Qt.TransformationMode.SmoothTransformation))
                if dialog is not None:
                    dialog.close()
            height = max(image.height() for image in drawn)
            rows = -(-len(drawn) // _COLUMNS)
            sheet = QImage(_COLUMNS * _THUMB, rows * height, QImage.Format.Format_RGB32)
            sheet.fill(Qt.GlobalColor.darkGray)
            with QPainter(sheet) as painter:
                for at, image in enumerate(drawn):
                    painter.drawImage(at % _COLUMNS * _THUMB, at // _COLUMNS * height, image)
            sheet.save(str(folder / f"sheet-{scale}x-{language}-{theme}.png"))
            app.window.close()
            app.shut()


def main(folder: Path, scales: list[str]) -> None:
    """Draw at each scale, each in a process of its own: Qt reads it once."""
    for scale in scales:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale, "DRAWN_AT": scale}
        subprocess.run([sys.executable, __file__, str(folder)], check=True, env=environment)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    if "DRAWN_AT" in os.environ:
        draw(Path(sys.argv[1]), os.environ["DRAWN_AT"])
    else:
        main(Path(sys.argv[1]), sys.argv[2:] or ["1", "2"])
