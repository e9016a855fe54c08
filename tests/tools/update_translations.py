"""Collects every string that people read and rewrites resources/translations: run it after adding or changing one.

python tests/tools/update_translations.py            keeps the translations, adds what is new, drops what is gone
python tests/tools/update_translations.py --missing  prints what has no Thai yet
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "resources" / "translations" / "khaotag_th.ts"
COMPILED = SOURCE.with_suffix(".qm")
PLACES = ("gui/**/*.py", "models/**/*.py", "storage/**/*.py", "cli*.py")
# Which argument of a call is an English text to be translated.
CALLS = {
    "tr": 0,
    "translate": 0,
    "Message": 0,
    "BadInput": 0,
    "Unavailable": 0,
    "KhaotagError": 0,
    "NotTheSame": 0,
    "_named": 0,
    "wrong": 2,
    "warn": 0,
    "warning": 2,
    "Action": 1,
    "Command": 2,
    "Pair": 1,
    "Title": 2,
}
SUPERS = ("Stopped",)
FIELD = re.compile(r"\{(\w*)[^}]*\}")


def strings_in(tree: ast.AST) -> Iterator[str]:
    """Yield the texts of a module that are to be translated."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and node.name in SUPERS:
            yield from (text for text in _supers(node))
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        place = CALLS.get(name)
        if place is not None and len(node.args) > place:
            yield from _constants(node.args[place])


def _supers(node: ast.ClassDef) -> Iterator[str]:
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "__init__":
            yield from (text for argument in call.args for text in _constants(argument))


def _constants(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _constants(node.body)
        yield from _constants(node.orelse)


def sources() -> list[str]:
    """Return every English text of the package, in order."""
    found: set[str] = set()
    for place in PLACES:
        for file in sorted(ROOT.glob(place)):
            found.update(text for text in strings_in(ast.parse(file.read_text("utf-8"))) if text.strip())
    return sorted(found)


def translations() -> dict[str, str]:
    """Return the Thai of every text that has one."""
    if not SOURCE.exists():
        return {}
    root = ET.parse(SOURCE).getroot()
    pairs = ((m.findtext("source") or "", m.findtext("translation") or "") for m in root.iter("message"))
    return {source: thai for source, thai in pairs if thai}


def fields(text: str) -> set[str]:
    """Return the names of the values in a text."""
    return set(FIELD.findall(text))


def write(known: dict[str, str]) -> None:
    """Write the source file for all present texts."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>", '<TS version="2.1" language="th_TH">']
    lines += ["<context>", "    <name>khaotag</name>"]
    for text in sources():
        thai = known.get(text, "")
        state = "" if thai else ' type="unfinished"'
        lines += ["    <message>", f"        <source>{escape(text)}</source>"]
        lines += [f"        <translation{state}>{escape(thai)}</translation>", "    </message>"]
    lines += ["</context>", "</TS>", ""]
    SOURCE.write_text("\n".join(lines), "utf-8")


def compile_to(target: Path) -> None:
    """Compile the source file to what Qt reads."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    # Qt's hashes begin with a random number, and the file is written in their order.
    environment = {**os.environ, "QT_HASH_SEED": "0"}
    subprocess.run([tool, "-silent", str(SOURCE), "-qm", str(target)], check=True, env=environment)


def main(arguments: list[str]) -> None:
    """Update, or list what is missing."""
    known = translations()
    if arguments == ["--missing"]:
        print("\n".join(text for text in sources() if text not in known))  # noqa: T201 - that is the answer
        return
    write(known)
    compile_to(COMPILED)


if __name__ == "__main__":
    main(sys.argv[1:])
