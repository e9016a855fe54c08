"""Writing doccano's JSON Lines with entities and relations.

Offsets are code points, as scripts that read such files count; each entity carries its surface, so that nobody need
guess.  Ids are numbers, because doccano takes no others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from ...models.layer import Layer
from .contract import ExportDocument, LossSink, Parsed, Raw, ReadOptions, WriteOptions, Written
from .doccano import Counted, DoccanoReader
from .holding import Holds, held
from .proven_lines import Line, shown, told_of, write_lines
from .units import POINTS

_HOLDS = Holds(relations=True, labels=True)

_NUMBER = re.compile(r"0|[1-9]\d{0,8}")


class DoccanoWriter:
    """Writes one layer of each article as a line."""

    one_layer = True

    def needs_folder(self, options: WriteOptions) -> bool:
        """Return False: there is one file."""
        return False

    def write(
        self, documents: Iterable[ExportDocument], folder: Path, name: str, options: WriteOptions, sink: LossSink
    ) -> list[Written]:
        """Write `NAME.jsonl`, each batch of lines read back from the file before the next."""
        return [write_lines(folder / f"{name}.jsonl", documents, lambda document: [_line(document, sink)], _read)]

    def preview(self, document: ExportDocument, options: WriteOptions, sink: LossSink) -> str:
        """Return the article's line."""
        return shown([_line(document, sink)])


def _line(document: ExportDocument, sink: LossSink) -> Line:
    article = document.article
    layer = held(article, document.layers[0] if document.layers else Layer(""), _HOLDS, sink)
    numbers = _numbers(layer.entities)
    links = _numbers(layer.relations)
    record = {
        "id": article.id,
        "text": article.text,
        **told_of(article),
        "entities": [
            {
                "id": numbers[e.id],
                "label": e.label,
                "start_offset": e.start,
                "end_offset": e.end,
                "text": article.text[e.start : e.end],
            }
            for e in layer.sorted_entities()
        ],
        "relations": [
            {"id": links[r.id], "from_id": numbers[r.head], "to_id": numbers[r.tail], "type": r.label}
            for _, r in sorted(layer.relations.items())
        ],
    }
    if layer.head.labels:
        record["cats"] = list(layer.head.labels)
    return Line(article.id, record, article.text, (layer._replace(annotator=""),))


def _numbers(ids: Iterable[str]) -> dict[str, int]:
    """Return the number of each id: its own where it is one, else the next free one."""
    ids = list(ids)
    kept = {mark for mark in ids if _NUMBER.fullmatch(mark)}
    free = (number for number in range(2 * len(ids) + 1) if str(number) not in kept)
    return {mark: int(mark) if mark in kept else next(free) for mark in ids}


def _read(data: bytes) -> Parsed:
    return DoccanoReader().parse(Raw("", "", Counted(POINTS, data)), ReadOptions(annotator=""))
