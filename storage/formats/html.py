"""Web pages: trafilatura finds the article in them, with its title, date and address; menus and comments are left out.

Pages are hostile input: their size and the number of their tags are bounded before anything looks at them, and nothing
in them is ever loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ...models.article import Source
from ...models.errors import BadInput, Unavailable
from ...models.text import decode
from .contract import Parsed, Problem, Raw, ReadOptions
from .plain_article import plain_document
from .reading import read_bytes, rejected, source_of

if TYPE_CHECKING:
    from trafilatura.settings import Document as Page

_MOST_BYTES = 16 * 1024 * 1024
_MOST_TAGS = 50_000  # what trafilatura takes some ten seconds for
_START = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_HEAD = 4096


class HtmlReader:
    """Reads saved web pages, one article each."""

    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def sniff(self, path: Path, head: bytes) -> bool:
        """Tell by the root element."""
        return _START.match(head.removeprefix(b"\xef\xbb\xbf")[:_HEAD]) is not None

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return nothing: the pictures and styles that a browser saves beside a page are of no format."""
        return ()

    def split(self, path: Path, options: ReadOptions) -> Iterator[Raw | Problem]:
        """Yield the page; Unavailable where the extra is not installed."""
        require_trafilatura()
        try:
            yield Raw(str(path), "", _bytes(path))
        except BadInput as error:
            yield rejected(str(path), "", error)

    def parse(self, raw: Raw, options: ReadOptions) -> Parsed:
        """Read one page."""
        try:
            page = _page(_text(raw.data, options.encoding))
            source = Source(page.sitename or source_of(Path(raw.source)).name, page.url, page.date)
            meta = {"author": page.author} if page.author else {}
            return Parsed([plain_document(page.text or "", page.title, (source,), meta)], [])
        except BadInput as error:
            return Parsed([], [rejected(raw.source, raw.record, error)])


def require_trafilatura() -> None:
    """Raise Unavailable where the extra is not installed."""
    try:
        import trafilatura  # noqa: F401
    except ImportError:
        raise Unavailable("Web pages need the extra “html”: pip install 'khaotag[html]'.") from None


def _bytes(path: Path) -> bytes:
    """Return a page of a size that can be looked at in bounded time."""
    size = path.stat().st_size
    if size > _MOST_BYTES:
        raise BadInput("The file has {size} bytes; the limit is {limit}.", size=size, limit=_MOST_BYTES)
    data = read_bytes(path)
    if (tags := data.count(b"<")) > _MOST_TAGS:
        raise BadInput("The page has {count} tags; the limit is {limit}.", count=tags, limit=_MOST_TAGS)
    return data


def _text(data: bytes, encoding: str | None) -> str:
    """Return a page's text in the encoding that it names, or in one of those that are told without it."""
    named = _CHARSET.search(data[:_HEAD])
    if encoding is None and named is not None:
        try:
            return decode(data, named.group(1).decode())[0]
        except BadInput:
            pass  # pages name encodings that they are not in, or that nobody knows
    return decode(data, encoding)[0]


def _page(text: str) -> Page:
    from trafilatura import bare_extraction

    # lxml refuses a text that says in which encoding it was
    text = re.sub(r"^\s*<\?xml[^>]*>", "", text.replace("\0", "\ufffd"))
    dates = {"extensive_search": False, "original_date": True}
    found = bare_extraction(text, include_comments=False, with_metadata=True, date_extraction_params=dates)
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        raise BadInput("No article was found in the page. Save its text as a .txt file and import that.")
    return found
