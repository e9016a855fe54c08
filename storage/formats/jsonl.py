"""Simple JSON Lines, or a list: articles without marks. Fields with an unknown name become metadata.

{"title": "ผู้ว่าฯ เปิดงาน", "text": "ผู้ว่าราชการจังหวัดเปิดงาน …", "url": "https://…", "date": "2023-10-17"}
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ...models.errors import BadInput
from .contract import Parsed, Problem, Raw, ReadOptions
from .json_records import first_record, json_records
from .json_values import check_depth, json_object
from .plain_article import TEXT, document_of_fields, field_named, left_as_metadata
from .reading import rejected, source_of


class JsonLinesReader:
    """Reads JSON Lines that hold articles alone."""

    suffixes: tuple[str, ...] = (".jsonl", ".ndjson")

    def sniff(self, path: Path, head: bytes) -> bool:
        """Tell by the first record: an object with a text."""
        try:
            fields = json_object(first_record(path, head))
        except BadInput:
            return False
        key = field_named(fields, TEXT)
        return key is not None and isinstance(fields[key], str)

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: a file stands alone."""
        return ()

    def split(self, path: Path, options: ReadOptions) -> Iterator[Raw | Problem]:
        """Yield the records."""
        return json_records(path, options.encoding)

    def parse(self, raw: Raw, options: ReadOptions) -> Parsed:
        """Read one record."""
        try:
            fields = json_object(raw.data)
            check_depth(fields, 1)
            document = document_of_fields(fields, source_of(Path(raw.source)).name)
            return Parsed([document], [*left_as_metadata(raw, document.article.meta)])
        except BadInput as error:
            return Parsed([], [rejected(raw.source, raw.record, error)])
