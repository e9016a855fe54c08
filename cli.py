"""The command line: parse, call, print. What a command does is in storage/jobs and gui."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import orjson
import typer

from . import cli_exchange, cli_project, cli_review, cli_search, cli_team, cli_window
from .cli_session import app, session
from .models.errors import BadInput, KhaotagError
from .storage.language import system_language

# Importing a module of commands registers them.
COMMANDS = (cli_window, cli_project, cli_exchange, cli_review, cli_team, cli_search)

_WrongUse: Any = typer.BadParameter.__mro__[2]


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line; errors that are a user's to mend are told without a traceback."""
    logging.basicConfig(level=logging.ERROR)
    try:
        words = _shared_words(list(sys.argv[1:] if arguments is None else arguments))
        sys.exit(app(words or ["open"], prog_name="khaotag", standalone_mode=False))
    except KhaotagError as error:
        if os.environ.get("KHAOTAG_DEBUG"):
            raise
        told = error.message.render(session.translate)
        print(told, file=sys.stderr)
        _fail(told, error.exit_code)
    except _WrongUse as error:
        error.show()
        _fail(error.format_message(), 2)
    except (typer.Abort, BrokenPipeError):
        sys.exit(3)


def _fail(told: str, code: int) -> NoReturn:
    """Leave with an exit code; a program that asked for JSON gets its one object here too."""
    if session.json:
        sys.stdout.buffer.write(orjson.dumps({"error": told}, option=orjson.OPT_APPEND_NEWLINE))
        sys.stdout.flush()
    sys.exit(code)


def _shared_words(words: list[str]) -> list[str]:
    """Take --json and --lang, which every command knows, out of the words; the rest is the command's."""
    rest: list[str] = []
    session.json = "--json" in words
    session.language, session.asked_language = system_language(), None
    at = 0
    while at < len(words):
        word = words[at]
        if word == "--":
            return rest + words[at:]
        if word == "--json":
            session.json = True
        elif word.startswith("--lang"):
            given = word.partition("=")[2] or (words[at + 1] if at + 1 < len(words) else "")
            at += "=" not in word
            if given not in ("th", "en"):
                raise BadInput("The language is said as --lang th or --lang en.")
            session.language = session.asked_language = given
        elif word == "--annotators":
            # Several names follow it, as INTERFACE words it; the parser takes one each time.
            while at + 1 < len(words) and not words[at + 1].startswith("--"):
                at += 1
                rest += [word, words[at]]
        else:
            rest.append(word)
        at += 1
    return rest


if __name__ == "__main__":
    main()
