"""CSV: a header row, then one article a row. Columns with an unknown name become metadata.

title,text,url,date
ผู้ว่าฯ เปิดงาน,"ผู้ว่าราชการจังหวัดเปิดงาน …",https://…,2023-10-17

A table with marks, as Khaotag writes them, is known by its columns; see csv_marks.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from ...models.errors import BadInput, Message
from ...models.text import MAX_TEXT
from .contract import MAX_LINE, Parsed, Problem, Raw, ReadOptions
from .csv_marks import Marked, articles_of, is_own, parsed
from .plain_article import TEXT, document_of_fields, field_named, left_as_metadata
from .reading import encoding_of, rejected, source_of

_DELIMITERS = ",;\t|"
_TOLD = re.compile(r'"?sep=([,;\t|])"?[,;\t|]*\s*')
_LONGEST_FIELD = 2 * MAX_TEXT  # characters; quotes inside are doubled


class CsvReader:
    """Reads tables with commas, semicolons, tabs or bars between the columns, in UTF-8, UTF-16 or Windows-874."""

    suffixes: tuple[str, ...] = (".csv", ".tsv")

    def sniff(self, path: Path, head: bytes) -> bool:
        """Return False: the suffix decides."""
        return False

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: a file stands alone."""
        return ()

    def split(self, path: Path, options: ReadOptions) -> Iterator[Raw | Problem]:
        """Yield each row with its column's names."""
        source = str(path)
        try:
            encoding = encoding_of(path, options.encoding)
            with path.open(encoding="utf-8-sig" if encoding == "utf-8" else encoding, newline="") as file:
                yield from rows_in(file, source)
        except UnicodeError:
            yield rejected(source, "", BadInput("The file is not valid {encoding}.", encoding=encoding))
        except BadInput as error:
            yield rejected(source, "", error)

    def parse(self, raw: Raw, options: ReadOptions) -> Parsed:
        """Read one row."""
        if isinstance(raw.data, Marked):
            return parsed(raw, options.annotator)
        names, values = raw.data
        if len(values) != len(names):
            reason = Message(
                "The row has {count} columns, the header {expected}.", count=len(values), expected=len(names)
            )
            return Parsed([], [rejected(raw.source, raw.record, reason)])
        try:
            fields = dict(zip(names, values, strict=True))
            document = document_of_fields(fields, source_of(Path(raw.source)).name)
            return Parsed([document], [*left_as_metadata(raw, document.article.meta)])
        except BadInput as error:
            return Parsed([], [rejected(raw.source, raw.record, error)])


def rows_in(file: IO[str], source: str) -> Iterator[Raw | Problem]:
    """Yield the rows of a table, those of one article together where it has marks; BadInput for a wrong header."""
    rows = _read(file, source)
    header = next(rows, None)
    if header is None:
        raise BadInput("The file is empty.")
    if isinstance(header, Problem):
        yield header
        return
    names = header[1]
    _check_header(names)
    if is_own(names):
        yield from articles_of(names, rows, source)
        return
    for row in rows:
        yield row if isinstance(row, Problem) else Raw(source, row[0], (names, row[1]))


def _read(file: IO[str], source: str) -> Iterator[tuple[str, list[str]] | Problem]:
    """Yield the rows that are not empty with the lines they begin on; a table that breaks off ends with a Problem."""
    # The module's own limit of 131,072 characters is less than a long article; it can be set for the process alone.
    csv.field_size_limit(_LONGEST_FIELD)
    first = file.readline(MAX_LINE)
    told = _TOLD.fullmatch(first)  # Excel writes it above the header
    if told is None:
        file.seek(0)
    rows = csv.reader(file, delimiter=told[1] if told else max(_DELIMITERS, key=first.count))
    skipped = int(told is not None)
    line = 1 + skipped
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield rejected(source, f"line {line}", Message("The row cannot be read: {reason}.", reason=str(error)))
            return
        if any(value.strip() for value in row):
            yield f"line {line}", row
        line = rows.line_num + 1 + skipped


def _check_header(names: list[str]) -> None:
    if field_named(dict.fromkeys(names, "x"), TEXT) is None:
        raise BadInput(
            "The first row names no column of texts; one must be called {names}. It has: {found}.",
            names=", ".join(TEXT),
            found=", ".join(names)[:200],
        )
