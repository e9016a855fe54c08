"""What every command of the command line shares: the application, how this call wants to be answered, and printing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any, NoReturn

import orjson
import typer

from .models.errors import Translate
from .storage.language import translator

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Tag entities and relations in Thai news, review others' work, and export training data.",
    epilog="Every command takes --json (one JSON object on standard output) and --lang th|en.",
)

ProjectArgument = Annotated[str, typer.Argument(metavar="PROJECT", help="A .khaotag file or a database URL.")]
Annotator = Annotated[str | None, typer.Option(metavar="NAME", help="Whose layer; the person of this machine.")]


class Status(StrEnum):
    """How far a layer is."""

    todo = "todo"
    in_progress = "in_progress"
    done = "done"


class Session:
    """How this call wants to be answered; set once from the words that every command takes."""

    json = False
    language = "en"
    asked_language: str | None = None

    @property
    def translate(self) -> Translate:
        """Says messages in this call's language."""
        return translator(self.language)


session = Session()


def answer(record: dict[str, Any], text: Callable[[], str] | None = None, code: int = 0) -> NoReturn:
    """Print a command's one object, or its text for people, and leave with its exit code."""
    if session.json or text is None:
        option = orjson.OPT_APPEND_NEWLINE | (0 if session.json else orjson.OPT_INDENT_2)
        sys.stdout.buffer.write(orjson.dumps(record, option=option))
    else:
        print(text())
    sys.stdout.flush()
    raise typer.Exit(code)


def progress(done: int, total: int | None) -> None:
    """Show on a terminal how far a command is."""
    if sys.stderr.isatty():
        share = f"{100 * done // total:3d} %" if total else str(done)
        print(f"\r{share}", end="", file=sys.stderr, flush=True)


def annotator_or_me(name: str | None) -> str:
    """Return *name*, or the person of this machine where none was given."""
    from .storage.people import person_of_this_machine

    return name or person_of_this_machine().name


def is_number(text: str) -> bool:
    """Tell whether *text* is a plain number of ASCII digits, short enough to be meant."""
    return text.isascii() and text.isdigit() and len(text) < 10


def counted(record: dict[str, Any]) -> str:
    """Return a report's counts in a line each, and each entry of its lists below."""
    lines = [f"{key}: {value}" for key, value in record.items() if isinstance(value, int)]
    for key, value in record.items():
        if isinstance(value, list) and value:
            lines.append(f"{key}:")
            lines += ["  " + " · ".join(str(part) for part in entry.values() if part != "") for entry in value]
    return "\n".join(lines)
