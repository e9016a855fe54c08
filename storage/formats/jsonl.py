"""Simple JSON Lines: one article a line, no marks. Fields with an unknown name become metadata.

{"title": "ผู้ว่าฯ เปิดงาน", "text": "ผู้ว่าราชการจังหวัดเปิดงาน …", "url": "https://…", "date": "2023-10-17"}
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ...models.errors import BadInput
from .contract import Parsed, Problem, Raw, ReadOptions
from .json_values import check_depth, json_object
from .plain_article import TEXT, document_of_fields, field_named
from .reading import json_lines, rejected, source_of


class JsonLinesReader:
    """Reads JSON Lines that hold articles alone."""

    suffixes: tuple[str, ...] = (".jsonl", ".ndjson")

    def sniff(self, path: Path, head: bytes) -> bool:
        """Tell by the first line: an object with a text."""
        try:
            fields = json_object(head.removeprefix(b"\xef\xbb\xbf").lstrip().split(b"\n", 1)[0])
        except BadInput:
            return False
        key = field_named(fields, TEXT)
        return key is not None and isinstance(fields[key], str)

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: a file stands alone."""
        return ()

    def split(self, path: Path, options: ReadOptions) -> Iterator[Raw | Problem]:
        """Yield the lines."""
        return json_lines(path, options.encoding)

    def parse(self, raw: Raw, options: ReadOptions) -> Parsed:
        """Read one line."""
        try:
            fields = json_object(raw.data)
            check_depth(fields, 1)
            return Parsed([document_of_fields(fields, source_of(Path(raw.source)).name)], [])
        except BadInput as error:
            return Parsed([], [rejected(raw.source, raw.record, error)])
