"""An article without marks, from text and from the fields that tables and JSON objects have for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...models.article import NOTHING, Article, ArticleState, JsonObject, Source
from ...models.errors import BadInput
from ...models.leftovers import propose_exclusions, title_of
from ...models.text import canonicalise, default_id, text_hash
from .contract import Document, Problem, Raw
from .reading import warning

# The names that a field goes by, the most usual first; compared in lower case.
TEXT = ("text", "content", "body", "article", "ข้อความ", "เนื้อข่าว", "เนื้อหา", "เนื้อความ", "ข่าว", "รายละเอียด")
TITLE = ("title", "headline", "หัวข้อ", "หัวข้อข่าว", "พาดหัว", "พาดหัวข่าว", "ชื่อข่าว", "ชื่อเรื่อง")
URL = ("url", "link", "source_url", "ลิงก์", "ลิงค์")
PUBLISHED = ("published", "date", "published_at", "publish_date", "pubdate", "datetime", "วันที่", "วันที่เผยแพร่")
ID = ("id", "_id", "article_id", "รหัส")
SOURCE = ("source", "publisher", "site", "แหล่งข่าว", "ที่มา", "สำนักข่าว")


def plain_document(
    raw: str,
    title: str | None = None,
    sources: tuple[Source, ...] = (),
    meta: JsonObject = NOTHING,
    given_id: str | None = None,
) -> Document:
    """Return an article with proposed exclusions; without a title its first line is one."""
    text, _ = canonicalise(raw)
    if not text.strip():
        raise BadInput("There is no text in it.")
    article = Article(
        given_id or default_id(text_hash(text)),
        text,
        title or title_of(text),
        sources,
        meta,
        ArticleState(propose_exclusions(text)),
    )
    return Document(article, given_id=given_id is not None)


def field_named(fields: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    """Return the key under which the first of *names* stands, with something in it."""
    keys = {key.strip().lower(): key for key in fields}
    for name in names:
        key = keys.get(name)
        if key is not None and fields[key] not in (None, ""):
            return key
    return None


def document_of_fields(fields: Mapping[str, Any], source_name: str | None) -> Document:
    """Return the article that the fields of a row or object tell; those with another meaning become metadata."""
    used: set[str] = set()

    def taken(names: tuple[str, ...]) -> str | None:
        key = field_named(fields, names)
        if key is None or not isinstance(fields[key], str | int) or isinstance(fields[key], bool):
            return None
        used.add(key)
        return str(fields[key])

    text = taken(TEXT)
    if text is None:
        raise BadInput("There is no text in it: none of the fields {names} holds one.", names=", ".join(TEXT))
    title, given_id = taken(TITLE), taken(ID)
    source = Source(taken(SOURCE) or source_name, taken(URL), taken(PUBLISHED))
    meta = {key: value for key, value in fields.items() if key not in used and value not in (None, "")}
    return plain_document(text, title, (source,), meta, given_id)


def left_as_metadata(raw: Raw, meta: JsonObject) -> Iterator[Problem]:
    """Yield a warning for each field that seems to hold marks: they are kept as metadata and are no entities."""
    for key, value in meta.items():
        if _seem_marks(value):
            yield warning(
                raw.source,
                raw.record,
                "“{key}” seems to hold marks, in a form that no format here has; it was kept as metadata.",
                key=str(key)[:60],
            )


def _seem_marks(value: Any) -> bool:
    if isinstance(value, str):
        return value.startswith('[{"') and '"start"' in value and '"end"' in value
    if isinstance(value, dict):
        return {"start", "end"} <= value.keys()
    first = value[0] if isinstance(value, list) and value else None
    if isinstance(first, dict):
        return {"start", "end"} <= first.keys() or {"start_offset", "end_offset"} <= first.keys()
    return isinstance(first, list) and len(first) == 3 and [type(part) for part in first[:2]] == [int, int]
