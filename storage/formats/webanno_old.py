"""WebAnno TSV 2: rows without offsets, `B-` and `I-` before each value, and a first line that names the columns.

 # ….pos.POS | PosValue # ….dependency.Dependency | DependencyType | AttachTo=….pos.POS
#id=1
#text=The quick brown fox
1-1	The	B-DT	B-DET	1-4
"""

from __future__ import annotations

import re

from ...models.errors import BadInput
from .contract import Problem
from .reading import rejected
from .webanno_cells import NOTHING, NULL, Column, Kind, TsvLayer, escaped, parts
from .webanno_marks import Unit

OLD = re.compile(r" ?# ?[\w.]+\.[\w.]+ \| .+")
_TEXT = "#text="
_ROW = re.compile(r"(\d+-\d+)\t([^\t]+)(?:\t(.*))?")


def old_layers(line: str) -> list[TsvLayer]:
    """Return the layers that the first line names."""
    found: list[TsvLayer] = []
    first = 0
    for part in line.strip().removeprefix("#").split(" # "):
        name, *fields = (field.strip() for field in part.split("|"))
        columns = tuple(_column(field) for field in fields if field) or (Column(""),)
        kind: Kind = "relation" if columns[-1].target is not None else "span"
        found.append(TsvLayer(kind, name, first, columns))
        first += len(columns)
    return found


def _column(field: str) -> Column:
    target = field.removeprefix("AttachTo=")
    return Column("", target=target) if target != field else Column(field)


def old_units(lines: list[str], layers: list[TsvLayer], source: str, problems: list[Problem]) -> tuple[str, list[Unit]]:
    """Return the sentences, a line each, and the rows with cells as version 3 has them."""
    text = ""
    at = 0
    units: list[Unit] = []
    cells = _OldCells(layers)
    for number, line in enumerate(lines[1:], 2):
        if line.startswith(_TEXT):
            at = len(text) + bool(text)
            text = f"{text}\n{line.removeprefix(_TEXT)}" if text else line.removeprefix(_TEXT)
        elif line.strip() and not line.startswith("#"):
            found = _ROW.fullmatch(line)
            start = text.find(found.group(2), at) if found else -1
            if found is None or start < 0:
                reason = BadInput("The row has no word that follows in its sentence: {line}", line=line[:80])
                problems.append(rejected(source, f"line {number}", reason))
                continue
            at = start + len(found.group(2))
            read = cells.read((found.group(3) or "").split("\t"))
            units.append(Unit(found.group(1), start, at, read, f"line {number}"))
    return text, units


class _OldCells:
    """Turns `B-X` and `I-X` into values that say by their numbers which annotation goes on."""

    def __init__(self, layers: list[TsvLayer]) -> None:
        self._of = {
            layer.first + index: (layer.kind, layer.name) for layer in layers for index in range(len(layer.columns))
        }
        self._open: dict[tuple[str, int], int] = {}
        self._begun: dict[tuple[str, int], bool] = {}
        self._count = 0

    def read(self, cells: list[str]) -> list[str]:
        """Return the cells of a row."""
        self._begun = {}
        return [self._cell(cell, *self._of[index]) for index, cell in enumerate(cells) if index in self._of]

    def _cell(self, cell: str, kind: str, name: str) -> str:
        if cell in (NOTHING, "O", ""):
            return NOTHING
        return "|".join(self._value(part, kind, name, index) for index, part in enumerate(parts(cell, "|")))

    def _value(self, part: str, kind: str, name: str, index: int) -> str:
        mark, dash, value = part.partition("-")
        if not dash or mark not in ("B", "I"):
            return part
        value = NULL if value in (f"{name}_", "") else escaped(value)
        if kind == "relation":
            return value
        key = name, index
        if not self._begun.get(key):
            self._begun[key] = True
            if mark == "B" or key not in self._open:
                self._count += 1
                self._open[key] = self._count
        return f"{value}[{self._open[key]}]"
