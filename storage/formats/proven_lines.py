"""Writing JSON Lines of other tools, each line read back from the file by our own reader before the next batch."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import orjson

from ...models.article import Article, Source
from ...models.layer import Entity, Layer
from .contract import ExportDocument, NotTheSame, Parsed, Written

_PROOF_EVERY = 256  # lines that are held until they were read back


class Line(NamedTuple):
    """One line and what must come back from it."""

    article: str
    record: dict[str, Any]
    text: str
    layers: tuple[Layer, ...]


Read = Callable[[bytes], Parsed]


LinesOf = Callable[[ExportDocument], Iterable[Line]]


def write_lines(path: Path, documents: Iterable[ExportDocument], lines_of: LinesOf, read: Read) -> Written:
    """Write the lines of each article; raises NotTheSame where one is read back otherwise."""
    count = 0
    with path.open("wb") as file, path.open("rb") as back:
        batch: list[tuple[Line, int]] = []
        for document in documents:
            count += 1
            batch += [(line, file.write(bytes_of(line))) for line in lines_of(document)]
            if len(batch) >= _PROOF_EVERY:
                _prove(batch, file, back, read)
                batch = []
        _prove(batch, file, back, read)
    return Written(path, count)


def shown(lines: Iterable[Line]) -> str:
    """Return lines as they will stand in the file."""
    return b"".join(map(bytes_of, lines)).decode()


def bytes_of(line: Line) -> bytes:
    """Return a line as it stands in the file."""
    return orjson.dumps(line.record, option=orjson.OPT_APPEND_NEWLINE)


def _prove(batch: list[tuple[Line, int]], file: BinaryIO, back: BinaryIO, read: Read) -> None:
    file.flush()
    for line, size in batch:
        prove(line, read(back.read(size)))


def prove(line: Line, parsed: Parsed) -> None:
    """Raise NotTheSame unless what was read is what went in."""
    document = parsed.documents[0] if parsed.documents else None
    same = (
        document is not None
        and not parsed.problems
        and document.article.text == line.text
        and [layer.annotator for layer in document.layers] == [layer.annotator for layer in line.layers]
        and all(map(same_marks, document.layers, line.layers))
    )
    if not same:
        raise NotTheSame(
            "“{article}” was read back differently from how it was written. {reason}",
            article=line.article,
            reason=parsed.problems[0].reason if parsed.problems else "",
        )


def told_of(article: Article) -> dict[str, Any]:
    """Return what other tools may keep of an article beside its text, under names that our readers know."""
    source = article.sources[0] if article.sources else Source()
    told = {
        "title": article.title,
        "source": source.name,
        "url": source.url,
        "published": source.published,
        "meta": dict(sorted(article.meta.items())),
    }
    return {key: value for key, value in told.items() if value}


def same_marks(one: Layer, other: Layer) -> bool:
    """Tell whether two layers say the same of a text, whatever the ids of their marks are."""
    return one is other or _content(one) == _content(other)


def _content(layer: Layer) -> Any:
    told = {mark: _told(entity) for mark, entity in layer.entities.items()}
    relations = [
        (r.label, told[r.head], told[r.tail], _sorted_json(r.attributes), r.note or "")
        for r in layer.relations.values()
    ]
    chains = [(chain.label or "", [told[member] for member in chain.members]) for chain in layer.chains.values()]
    notes = sorted((note.by, note.text) for note in layer.notes.values())
    return sorted(told.values()), sorted(relations), sorted(chains), notes, sorted(layer.head.labels)


def _told(entity: Entity) -> tuple[Any, ...]:
    return entity.label, entity.ranges, _sorted_json(entity.attributes), entity.note or ""


def _sorted_json(value: object) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
