"""Writing clusters of mentions: the chains of one layer, ends exclusive as in Han-Coref."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ...models.errors import Message
from ...models.layer import Entity, Layer
from .contract import ExportDocument, LossSink, Parsed, Raw, ReadOptions, WriteOptions, Written
from .coref import CLUSTERS, LABELS, SURFACES, CorefReader, Ended
from .holding import Holds, held
from .proven_lines import Line, shown, told_of, write_lines

_HOLDS = Holds(chains=True)


class CorefWriter:
    """Writes the chains of each article as a line."""

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
    layer = document.layers[0] if document.layers else Layer("")
    chained = {member for chain in layer.chains.values() for member in chain.members}
    seen: set[tuple[str, int, int]] = set()

    def refuse(entity: Entity) -> Message | None:
        if entity.id not in chained:
            return Message("It is in no chain; this format holds the members of chains alone.")
        told = entity.label, entity.start, entity.end
        if not entity.fragments and told in seen:
            return Message("Another entity has the same label and words; this format cannot tell them apart.")
        seen.add(told)
        return None

    kept = held(article, layer, _HOLDS, sink, refuse)
    clusters = [[kept.entities[member] for member in chain.members] for chain in kept.chains.values()]
    record = {
        "text": article.text,
        CLUSTERS: [[[e.start, e.end] for e in members] for members in clusters],
        SURFACES: [[article.text[e.start : e.end] for e in members] for members in clusters],
        LABELS: [[e.label for e in members] for members in clusters],
        "id": article.id,
        **told_of(article),
    }
    return Line(article.id, record, article.text, (kept._replace(annotator=""),))


def _read(data: bytes) -> Parsed:
    return CorefReader().parse(Raw("", "", Ended("exclusive", data)), ReadOptions(annotator=""))
