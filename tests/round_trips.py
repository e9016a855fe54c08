"""Through a format and back: what must come back is what went in, less what was reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from format_making import OPTIONS, Ledger, export_of, read_file, reasons

from khaotag.models.layer import Entity, Layer
from khaotag.storage.formats.contract import Document, ExportDocument, Parsed, WriteOptions
from khaotag.storage.formats.registry import reader_named, writer_named

PLAIN = WriteOptions()


def written_and_read(
    name: str, documents: Iterable[ExportDocument], options: WriteOptions = PLAIN
) -> tuple[Parsed, Ledger]:
    """Return what a format's own reader finds in what its writer wrote, and what the writer reported."""
    ledger = Ledger()
    whole = Parsed([], [])
    with TemporaryDirectory() as folder:
        for written in writer_named(name).write(documents, Path(folder), "data", options, ledger):
            if written.articles:
                parsed = read_file(reader_named(name), written.path, OPTIONS)
                whole.documents.extend(parsed.documents)
                whole.problems.extend(parsed.problems)
    return whole, ledger


def spans(layer: Layer) -> Counter[Any]:
    return Counter((e.label, e.ranges) for e in layer.entities.values())


def links(layer: Layer) -> Counter[Any]:
    def end(entity: Entity) -> Any:
        return entity.label, entity.ranges

    ends = layer.entities
    return Counter((r.label, end(ends[r.head]), end(ends[r.tail])) for r in layer.relations.values())


def groups(layer: Layer) -> Counter[Any]:
    ends = layer.entities
    return Counter(tuple((ends[m].label, ends[m].ranges) for m in c.members) for c in layer.chains.values())


def check_kept_or_reported(name: str, document: ExportDocument, options: WriteOptions = PLAIN) -> None:
    """Assert that each entity and relation of every layer came back or is named in the report."""
    parsed, ledger = written_and_read(name, [document], options)
    assert reasons(parsed) == []
    found = {layer.annotator: layer for read in parsed.documents for layer in read.layers}
    assert {read.article.text for read in parsed.documents} == {document.article.text}
    for layer in document.layers:
        read = found[layer.annotator if len(document.layers) > 1 or layer.annotator in found else OPTIONS.annotator]
        lost = set(ledger.what)
        kept = layer._replace(
            entities={key: e for key, e in layer.entities.items() if key not in lost},
            relations={key: r for key, r in layer.relations.items() if key not in lost},
        )
        assert spans(read) == spans(kept)
        assert links(read) == links(kept)


def check_same_again(name: str, documents: list[Document]) -> None:
    """Assert that what was read from a file by others is the same after writing and reading it in its own format."""
    parsed, ledger = written_and_read(name, map(export_of, documents))
    assert reasons(parsed) == []
    assert ledger.losses == []
    assert [read.article.text for read in parsed.documents] == [read.article.text for read in documents]
    for one, other in zip(documents, parsed.documents, strict=True):
        assert list(map(spans, one.layers)) == list(map(spans, other.layers))
        assert list(map(links, one.layers)) == list(map(links, other.layers))
        assert list(map(groups, one.layers)) == list(map(groups, other.layers))
