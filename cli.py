"""The command line: parse, call, print. What a command does is in storage/jobs and gui."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, NoReturn

import orjson
import typer

from .models.errors import BadInput, KhaotagError, Translate
from .storage.language import system_language, translator

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Tag entities and relations in Thai news, review others' work, and export training data.",
    epilog="Every command takes --json (one JSON object on standard output) and --lang th|en.",
)

# What the parser raises for wrong use; typer names only this one of its kinds.
_WrongUse: Any = typer.BadParameter.__mro__[2]

ProjectArgument = Annotated[str, typer.Argument(metavar="PROJECT", help="A .khaotag file or a database URL.")]
Annotator = Annotated[str | None, typer.Option(metavar="NAME", help="Whose layer; the person of this machine.")]


class Scheme(StrEnum):
    """How token tags are written."""

    iob2 = "iob2"
    bioes = "bioes"
    io = "io"


class Nested(StrEnum):
    """Which of nested entities a flat format keeps."""

    outermost = "outermost"
    innermost = "innermost"
    layers = "layers"


class Status(StrEnum):
    """How far a layer is."""

    todo = "todo"
    in_progress = "in_progress"
    done = "done"


class View(StrEnum):
    """A view of the window."""

    annotate = "annotate"
    export = "export"


class Theme(StrEnum):
    """A theme of the window."""

    light = "light"
    dark = "dark"


class _Session:
    """How this call wants to be answered; set once from the words that every command takes."""

    json = False
    language = "en"
    asked_language: str | None = None

    @property
    def translate(self) -> Translate:
        return translator(self.language)


session = _Session()


def _answer(record: dict[str, Any], text: Callable[[], str] | None = None, code: int = 0) -> NoReturn:
    """Print a command's one object, or its text for people, and leave with its exit code."""
    if session.json or text is None:
        option = orjson.OPT_APPEND_NEWLINE | (0 if session.json else orjson.OPT_INDENT_2)
        sys.stdout.buffer.write(orjson.dumps(record, option=option))
    else:
        print(text())
    sys.stdout.flush()
    raise typer.Exit(code)


def _progress(done: int, total: int | None) -> None:
    if sys.stderr.isatty():
        share = f"{100 * done // total:3d} %" if total else str(done)
        print(f"\r{share}", end="", file=sys.stderr, flush=True)


def _annotator(name: str | None) -> str:
    from .storage.people import person_of_this_machine

    return name or person_of_this_machine().name


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
    _answer(
        {"project": str(path), "files": exported, "picture": str(picture)},
        lambda: "\n".join([str(path), *exported, said.format(picture=picture)]),
    )


@app.command()
def new(
    project: ProjectArgument,
    schema: Annotated[str | None, typer.Option(metavar="NAME|FILE", help="A bundled schema or a schema file.")] = None,
) -> None:
    """Make a new project."""
    from .storage import schemas
    from .storage.project import Project

    with Project.create(project, schemas.named(schema)) as made:
        name, target = made.schema.name, str(made.target)
    _answer({"project": target, "schema": name}, lambda: f"{target} ({name})")


@app.command("schema")
def schema_command(
    project: Annotated[str | None, typer.Argument(metavar="[PROJECT]")] = None,
    replace: Annotated[str | None, typer.Option("--set", metavar="FILE", help="Make this the schema.")] = None,
    names: Annotated[bool, typer.Option("--list", help="List the bundled schemas.")] = False,
) -> None:
    """Print a project's schema, replace it, or list the bundled ones."""
    from .storage import schemas
    from .storage.jobs.set_schema import set_schema
    from .storage.project import Project

    if names:
        known = schemas.bundled()
        record = {
            "schemas": [
                {"name": name, "entities": len(s.entities), "relations": len(s.relations)} for name, s in known.items()
            ]
        }
        _answer(record, lambda: "\n".join(known))
    if project is None:
        raise BadInput("Name a project, or list the bundled schemas with --list.")
    if replace is None:
        with Project.open(project, write=False) as opened:
            _answer(opened.schema.to_record())
    with Project.open(project) as opened:
        report = set_schema(opened, schemas.named(replace), _annotator(None))
    _answer(report.as_json(session.translate), code=report.exit_code)


@app.command("import")
def import_command(
    project: ProjectArgument,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…")],
    format_name: Annotated[str | None, typer.Option("--format", metavar="F")] = None,
    annotator: Annotator = None,
    encoding: Annotated[str | None, typer.Option(metavar="E", help="Of text files, where it cannot be seen.")] = None,
    known_types: Annotated[bool, typer.Option(help="Reject types that the schema lacks.")] = False,
    strict: Annotated[bool, typer.Option(help="Import nothing unless everything is right.")] = False,
) -> None:
    """Import files and folders."""
    from .storage.jobs.import_files import ImportParams, import_files
    from .storage.project import Project

    params = ImportParams(paths, format_name, _annotator(annotator), encoding, known_types, strict)
    with Project.open(project) as opened:
        report = import_files(opened, params, _progress)
    record = report.as_json(session.translate)
    _answer(record, lambda: _counted(record), report.exit_code)


@app.command("export")
def export_command(
    project: ProjectArgument,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="A file, or a folder where there is no suffix.")],
    format_name: Annotated[str, typer.Option("--format", metavar="F")],
    layer: Annotated[str | None, typer.Option(metavar="NAME|gold")] = None,
    status: Annotated[Status | None, typer.Option()] = None,
    split: Annotated[str | None, typer.Option(metavar="80/10/10", help="Shares of train, dev and test.")] = None,
    seed: Annotated[int, typer.Option(help="Decides which article goes where.")] = 0,
    nested: Annotated[Nested, typer.Option()] = Nested.outermost,
    scheme: Annotated[Scheme, typer.Option()] = Scheme.iob2,
    only: Annotated[list[str] | None, typer.Option(metavar="LABEL", help="May be given several times.")] = None,
) -> None:
    """Export layers to files."""
    from .storage.jobs.export import ExportParams, export
    from .storage.project import Project

    params = ExportParams(
        format_name, layer, status, _shares(split), seed, nested.value, scheme.value, frozenset(only) if only else None
    )
    with Project.open(project, write=False) as opened:
        report = export(opened, out, params, _progress)
    record = report.as_json(session.translate)
    _answer(record, lambda: _counted(record), report.exit_code)


def _shares(split: str | None) -> tuple[int, int, int] | None:
    if split is None:
        return None
    parts = split.split("/")
    if len(parts) != 3 or not all(_is_number(part) for part in parts):
        raise BadInput("A split is three shares such as 80/10/10.")
    return int(parts[0]), int(parts[1]), int(parts[2])


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10


def _counted(record: dict[str, Any]) -> str:
    """Return a report's counts in a line each, and each entry of its lists below."""
    lines = [f"{key}: {value}" for key, value in record.items() if isinstance(value, int)]
    for key, value in record.items():
        if isinstance(value, list) and value:
            lines.append(f"{key}:")
            lines += ["  " + " · ".join(str(part) for part in entry.values() if part != "") for entry in value]
    return "\n".join(lines)


@app.command()
def formats() -> None:
    """List the formats and what each keeps."""
    from .storage.jobs import describe

    record = describe.formats()

    def text() -> str:
        lines = []
        for entry in record["formats"]:
            kept = ", ".join(name for name, keeps in entry["keeps"].items() if keeps)
            lines.append(f"{entry['name']:10} {'R' * entry['reads']}{'W' * entry['writes']:2} {kept}")
        return "\n".join(lines)

    _answer(record, text)


@app.command()
def info(project: ProjectArgument) -> None:
    """Tell what a project holds."""
    from .storage.jobs import describe
    from .storage.project import Project

    with Project.open(project, write=False) as opened:
        record = describe.info(opened)
        for warning in opened.warnings:
            print(warning.render(session.translate), file=sys.stderr)
    _answer(record)


@app.command()
def articles(
    project: ProjectArgument,
    query: Annotated[str | None, typer.Option(metavar="Q", help="Part of a title, or an id.")] = None,
    status: Annotated[Status | None, typer.Option()] = None,
    annotator: Annotated[str | None, typer.Option(metavar="NAME")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1_000_000)] = 50,
    after: Annotated[str | None, typer.Option(metavar="ID", help="Go on behind this article.")] = None,
) -> None:
    """List articles, a page at a time."""
    from .storage.jobs import describe
    from .storage.project import Project

    with Project.open(project, write=False) as opened:
        record = describe.list_articles(opened, query, status, annotator, limit, after)
    _answer(record, lambda: "\n".join(f"{a['id']}  {a['status']:11} {a['entities']:5}  {a['title']}"
                                      for a in record["articles"]))  # fmt: skip


@app.command()
def tokens(project: ProjectArgument, article: Annotated[str, typer.Argument(metavar="ARTICLE")]) -> None:
    """Print an article's tokens."""
    from .storage.jobs import describe
    from .storage.project import Project

    with Project.open(project, write=False) as opened:
        record = describe.list_tokens(opened, article)
    _answer(record, lambda: orjson.dumps(record).decode())


@app.command()
def edit(
    project: ProjectArgument,
    file: Annotated[str, typer.Argument(metavar="[FILE|-]", help="One gesture a line as JSON.")] = "-",
    annotator: Annotator = None,
) -> None:
    """Carry out gestures, each answered on a line of its own after its commit."""
    from .storage.jobs.edit_lines import Editor
    from .storage.project import Project

    done = failed = 0
    with Project.open(project) as opened, _lines(file) as lines:
        editor = Editor(opened, _annotator(annotator))
        for line in lines:
            if not line.strip():
                continue
            try:
                answer = editor.do_line(line)
                done += 1
            except BadInput as error:
                answer = {"error": error.message.render(session.translate)}
                failed += 1
            sys.stdout.buffer.write(orjson.dumps(answer, option=orjson.OPT_APPEND_NEWLINE))
            sys.stdout.buffer.flush()
    raise typer.Exit(0 if not failed else 1 if done else 2)


def _lines(file: str) -> Any:
    if file == "-":
        return sys.stdin.buffer
    try:
        return Path(file).open("rb")
    except OSError as error:
        raise BadInput("“{path}” cannot be read: {reason}.", path=file, reason=error.strerror or str(error)) from None


@app.command()
def history(
    project: ProjectArgument, article: Annotated[str | None, typer.Argument(metavar="[ARTICLE]")] = None
) -> None:
    """List every change of a project or an article, the oldest first."""
    from .storage.jobs import describe
    from .storage.project import Project

    with Project.open(project, write=False) as opened:
        record = describe.list_history(opened, article)
    _answer(record, lambda: "\n".join(f"{c['change']:6}  {c['when']}  {c['who']}  {c['what']}"
                                      for c in record["changes"]))  # fmt: skip


@app.command()
def remove(
    project: ProjectArgument,
    article: Annotated[list[str], typer.Argument(metavar="ARTICLE…")],
    purge: Annotated[bool, typer.Option(help="For good, with the history.")] = False,
) -> None:
    """Put articles into the bin; importing the same text brings them back."""
    from .storage.jobs.remove import remove as remove_articles
    from .storage.project import Project

    with Project.open(project) as opened:
        report = remove_articles(opened, article, purge=purge, by=_annotator(None))
    _answer(report.as_json(session.translate), code=report.exit_code)


@app.command()
def check(
    project: ProjectArgument,
    repair: Annotated[bool, typer.Option(help="Mend what is derived: counts and statuses.")] = False,
) -> None:
    """Check every promise that the database makes."""
    from .storage.jobs.check import check as check_project
    from .storage.project import Project

    with Project.open(project, write=repair) as opened:
        report = check_project(opened, repair=repair, progress=_progress)
    record = report.as_json(session.translate)
    _answer(record, lambda: "\n".join(record["problems"]) or "ok", report.exit_code)


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
    if not (_is_number(width) and _is_number(height) and 320 <= int(width) <= 8000 and 240 <= int(height) <= 8000):
        raise BadInput("A size is WIDTHxHEIGHT in pixels, such as 1440x900, from 320x240 to 8000x8000.")
    if out.suffix.lower() != ".png":
        raise BadInput("The picture is a PNG file: “{path}” needs the ending .png.", path=out)
    _draw(project, out, article, view, (int(width), int(height)), theme)
    _answer({"picture": str(out)}, lambda: str(out))


def _draw(project: str, out: Path, article: str | None, view: View, size: tuple[int, int], theme: Theme) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from .gui.app import screenshot as draw

    draw(project, out, article=article, view=view.value, size=size, theme=theme.value, language=session.language)


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
        else:
            rest.append(word)
        at += 1
    return rest


if __name__ == "__main__":
    main()
