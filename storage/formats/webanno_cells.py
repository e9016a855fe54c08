r"""The columns and cells of WebAnno TSV 3: `PER[1]|ORG[2]` is two values with their numbers, `*` one without a value.

Characters with a meaning are escaped by a backslash; `_` in a cell is nothing at all.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

NOTHING, NULL = "_", "*"

_ESCAPED = {"t": "\t", "n": "\n", "f": "\f", "r": "\r", "b": "\b"}
_UNESCAPE = re.compile(r"\\(->|.)", re.DOTALL)
_UNESCAPE_JAVA = re.compile(r"\\(u[0-9A-Fa-f]{4}|.)", re.DOTALL)
_VALUE = re.compile(r"[\\\[\]|_;*\t\n\r]|->")
_TEXT = re.compile("[\\\\\0-\x0a\x0c-\x1f]")
_SHORT = {value: key for key, value in _ESCAPED.items()}
_NUMBER = re.compile(r"(?<!\\)((?:\\\\)*)\[(\d{1,9})\]$")
_LINK = re.compile(r"(?<!\\)((?:\\\\)*)->(\d{1,9})-(\d{1,9})$")
_REFERENCE = re.compile(r"([\d.-]+)(?:\[(\d{1,9})(?:_(\d{1,9}))?\])?")
_PARTS = {sep: re.compile(rf"(?:\\.|[^\\{re.escape(sep)}])*", re.DOTALL) for sep in "|;"}

Kind = Literal["span", "chain", "relation"]


class Column(NamedTuple):
    """A column: a plain feature, or where a slot or relation leads to (`target` is the layer that lies there)."""

    feature: str
    role: bool = False
    target: str | None = None


class TsvLayer(NamedTuple):
    """A layer and its columns, the first of which has this index among all."""

    kind: Kind
    name: str
    first: int
    columns: tuple[Column, ...]


class Value(NamedTuple):
    """One of the stacked values of a cell: None for `*`; the number tells it from others, 0 where there is none."""

    text: str | None
    number: int = 0


class Reference(NamedTuple):
    """Where a relation or slot leads: the unit's id, and the numbers of source and target."""

    unit: str
    source: int = 0
    target: int = 0


def layers_of(header: list[str]) -> list[TsvLayer]:
    """Return the layers that the header declares."""
    kinds: dict[str, Kind] = {"#T_SP": "span", "#T_CH": "chain", "#T_RL": "relation"}
    found: list[TsvLayer] = []
    first = 0
    for line in header:
        mark, _, rest = line.partition("=")
        if mark in kinds:
            name, *fields = rest.split("|")
            columns = _columns([field for field in fields if field])
            found.append(TsvLayer(kinds[mark], name.strip(), first, columns))
            first += len(columns)
    return found


def _columns(fields: list[str]) -> tuple[Column, ...]:
    found: list[Column] = []
    for field in fields:
        if field.startswith("ROLE_"):
            feature = field.partition(":")[2].partition("_")[0]
            found.append(Column(feature, role=True))
        elif field.startswith("BT_"):
            found.append(Column("", target=field.removeprefix("BT_")))
        elif found and found[-1].role:
            found.append(Column(found[-1].feature, target=field))
        else:
            found.append(Column(field))
    return tuple(found) or (Column(""),)


def parts(cell: str, separator: str) -> list[str]:
    """Return the parts between unescaped separators."""
    found: list[str] = []
    at = 0
    while True:
        match = _PARTS[separator].match(cell, at)
        assert match is not None
        found.append(match.group())
        at = match.end() + 1
        if at > len(cell):
            return found


def values(cell: str) -> list[Value]:
    """Return the stacked values of a cell, none where it is empty."""
    return [] if cell in (NOTHING, "") else [value(part) for part in parts(cell, "|")]


def value(part: str) -> Value:
    """Return a value and its number."""
    number = 0
    if found := _NUMBER.search(part):
        number, part = int(found.group(2)), part[: found.end(1)]
    return Value(None if part == NULL else unescaped(part), number)


def link(part: str) -> tuple[Value, int, int] | None:
    """Return what links to the next in a chain, the chain's number, and that of the link; None where it is none."""
    found = _LINK.search(part)
    return (value(part[: found.end(1)]), int(found.group(2)), int(found.group(3))) if found else None


def reference(part: str) -> Reference | None:
    """Return where a relation or slot leads; None where this is no place."""
    found = _REFERENCE.fullmatch(part)
    return Reference(found.group(1), int(found.group(2) or 0), int(found.group(3) or 0)) if found else None


def unescaped(text: str, java: bool = False) -> str:
    """Return what an escaped value or text means; before version 3.2 texts also had Java's escapes."""
    if "\\" not in text:
        return text
    plain = (_UNESCAPE_JAVA if java else _UNESCAPE).sub(_meant, text)
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass") if java else plain


def _meant(found: re.Match[str]) -> str:
    escape = found.group(1)
    return chr(int(escape[1:], 16)) if len(escape) == 5 else _ESCAPED.get(escape, escape)


def escaped(text: str) -> str:
    """Return a value as a cell may hold it."""
    return _VALUE.sub(lambda found: "\\" + _SHORT.get(found.group(), found.group()), text)


def escaped_text(text: str) -> str:
    """Return a line of text, or a token, as it may stand in the file."""
    return _TEXT.sub(lambda found: "\\" + _SHORT.get(found.group(), found.group()), text)
