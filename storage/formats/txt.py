"""Plain text: a file is an article, its title the first line that is news.

ผู้ว่าฯ เปิดงานแม่น้ำ

ผู้ว่าราชการจังหวัดเปิดงานเมื่อวานนี้ …
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ...models.errors import BadInput
from ...models.text import decode
from .contract import Parsed, Problem, Raw, ReadOptions
from .plain_article import plain_document
from .reading import read_bytes, rejected, source_of

_SOURCE_LINE = re.compile(
    r"^[ \t]*(?:ที่มา|แหล่งที่มา|source)[ \t]*[:\uff1a][ \t]*(https?://\S+)\s*$", re.MULTILINE | re.IGNORECASE
)


class TxtReader:
    """Reads text files."""

    suffixes: tuple[str, ...] = (".txt", ".text")

    def sniff(self, path: Path, head: bytes) -> bool:
        """Return False: any text could be anything."""
        return False

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: a file stands alone."""
        return ()

    def split(self, path: Path, options: ReadOptions) -> Iterator[Raw | Problem]:
        """Yield the file."""
        try:
            yield Raw(str(path), "", read_bytes(path))
        except BadInput as error:
            yield rejected(str(path), "", error)

    def parse(self, raw: Raw, options: ReadOptions) -> Parsed:
        """Read the file as one article."""
        try:
            text, _ = decode(raw.data, options.encoding)
            url = _SOURCE_LINE.search(text)
            source = source_of(Path(raw.source))._replace(url=url.group(1) if url else None)
            return Parsed([plain_document(text, sources=(source,))], [])
        except BadInput as error:
            return Parsed([], [rejected(raw.source, raw.record, error)])
