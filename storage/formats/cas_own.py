"""What a CAS has no place for, kept in two types of Khaotag's own as records of the native format.

`khaotag.Article` holds the article without its text and marks; `khaotag.Detail` what there is to say about the mark
that it points at.  XML forbids control characters, so the text has U+FFFD for them; `hidden` says what stood where.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import orjson

from ...models.errors import BadInput
from ...models.layer import Chain, Entity, Layer, Relation
from ...models.records import chain_record, entity_record, relation_record
from .cas_structures import Ref, Structure
from .cas_types import OWN_ARTICLE
from .contract import Document, ExportDocument, Raw, ReadOptions
from .ground import Ground
from .json_values import json_object
from .native import NativeReader
from .native_writer import native_line

_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INSTEAD = "\ufffd"


def visible(text: str) -> str:
    """Return a text with U+FFFD for each character that XML forbids."""
    return _FORBIDDEN.sub(_INSTEAD, text)


def _packed(record: Mapping[str, Any]) -> str:
    """Return JSON in which forbidden characters, which stand in its strings alone, are escaped."""
    return _FORBIDDEN.sub(lambda found: f"\\u{ord(found.group()):04x}", orjson.dumps(record).decode())


class OwnArticle(NamedTuple):
    """The record of an article, and (offset, character) of what XML would not have."""

    record: dict[str, Any]
    hidden: tuple[tuple[int, str], ...]

    def restored(self, text: str) -> str:
        """Return the text with the forbidden characters back in their places."""
        letters = list(text)
        for at, char in self.hidden:
            if at < len(letters) and letters[at] == _INSTEAD:
                letters[at] = char
        return "".join(letters)

    def document(self, ground: Ground, layer: Layer) -> Document:
        """Return the article with a layer's marks; BadInput where the record is damaged."""
        line = orjson.dumps({**self.record, "text": ground.text})
        parsed = NativeReader().parse(Raw(ground.source, ground.record, line), ReadOptions(layer.annotator))
        for problem in parsed.problems:
            raise BadInput(problem.reason)
        [document] = parsed.documents
        for told in document.layers:
            layer = layer._replace(head=told.head, notes=told.notes)
        return document._replace(layers=(layer,))


def own_article(members: list[Structure]) -> OwnArticle | None:
    """Return what Khaotag wrote about the article; None in the files of others.  BadInput where it is damaged."""
    for one in members:
        if one.type == OWN_ARTICLE:
            record = json_object(str(one.features.get("record")))
            hidden = re.findall(r"(\d{1,9}):([0-9a-f]{1,6})(?= |$)", str(one.features.get("hidden") or ""))
            return OwnArticle(record, tuple((int(at), chr(int(code, 16) % 0x110000)) for at, code in hidden))
    return None


def own_detail(detail: Structure) -> tuple[str, dict[str, Any]]:
    """Return the id of the mark that a detail is about, and its record; BadInput where it is damaged."""
    target = detail.features.get("target")
    if not isinstance(target, Ref):
        raise BadInput("it points at nothing.")
    return target.id, json_object(str(detail.features.get("record")))


def article_record(document: ExportDocument) -> str:
    """Return the record of an article: its native line without text and marks."""
    heads = tuple(Layer("", layer.head, notes=layer.notes) for layer in document.layers)
    record = json_object(native_line(ExportDocument(document.article, heads, document.tokens)))
    del record["text"]
    return _packed(record)


def hidden_in(text: str) -> str:
    """Return what `hidden` says of a text, empty where XML takes all of it."""
    return " ".join(f"{found.start()}:{ord(found.group()):x}" for found in _FORBIDDEN.finditer(text))


def detail_record(mark: Entity | Relation | Chain) -> str:
    """Return the record of a mark without what the CAS says itself."""
    if isinstance(mark, Entity):
        record = entity_record(mark)
        said = {"start", "end"}
    elif isinstance(mark, Relation):
        record, said = relation_record(mark), {"head", "tail"}
    else:
        record, said = chain_record(mark), set()
    if isinstance(mark, Entity | Relation) and visible(mark.label) == mark.label:
        said.add("label")
    return _packed({key: value for key, value in record.items() if key not in said})
