"""Commands that show or draw the window: open, demo, screenshot."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from .cli_session import ProjectArgument, answer, app, is_number, session
from .models.errors import BadInput


class View(StrEnum):
    """A view of the window."""

    annotate = "annotate"
    review = "review"
    dashboard = "dashboard"
    export = "export"
    schema = "schema"
    concordance = "concordance"
    history = "history"
    team = "team"


class Theme(StrEnum):
    """A theme of the window."""

    light = "light"
    dark = "dark"
    contrast = "contrast"


@app.command("open")
def open_window(project: Annotated[str | None, typer.Argument(metavar="[PROJECT]")] = None) -> None:
    """Open the window, on the last project where none is named."""
    from .gui.app import run

    raise typer.Exit(run(project, session.asked_language))


@app.command()
def demo(
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the sample project goes.")] = Path("khaotag-demo"),
) -> None:
    """Make a sample project, export it, and open it (or draw a picture of it where there is no display)."""
    from .storage.jobs.make_demo import PERSON, make_demo

    path, reports = make_demo(out)
    exported = [str(file.path) for report in reports for file in report.files]
    shown = sys.platform in ("win32", "darwin") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if shown and not session.json:
        print(path, *exported, sep="\n")
        from .gui.app import run

        raise typer.Exit(run(str(path), session.asked_language, by=PERSON))
    picture = out / "khaotag-demo.png"
    _draw(str(path), picture, None, View.annotate, (1440, 900), Theme.light)
    said = session.translate("There is no display, so the window was drawn into {picture}.")
    answer(
        {"project": str(path), "files": exported, "picture": str(picture)},
        lambda: "\n".join([str(path), *exported, said.format(picture=picture)]),
    )


@app.command()
def screenshot(
    project: ProjectArgument,
    out: Annotated[Path, typer.Argument(metavar="OUT.png")],
    article: Annotated[str | None, typer.Option(metavar="ID")] = None,
    view: Annotated[View, typer.Option()] = View.annotate,
    size: Annotated[str, typer.Option(metavar="WxH")] = "1440x900",
    theme: Annotated[Theme, typer.Option()] = Theme.light,
) -> None:
    """Draw the real window into a picture, without a display."""
    width, _, height = size.partition("x")
    if not (is_number(width) and is_number(height) and 320 <= int(width) <= 8000 and 240 <= int(height) <= 8000):
        raise BadInput("A size is WIDTHxHEIGHT in pixels, such as 1440x900, from 320x240 to 8000x8000.")
    if out.suffix.lower() != ".png":
        raise BadInput("The picture is a PNG file: “{path}” needs the ending .png.", path=out)
    _draw(project, out, article, view, (int(width), int(height)), theme)
    answer({"picture": str(out)}, lambda: str(out))


def _draw(project: str, out: Path, article: str | None, view: View, size: tuple[int, int], theme: Theme) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from .gui.app import screenshot as draw

    draw(project, out, article=article, view=view.value, size=size, theme=theme.value, language=session.language)
