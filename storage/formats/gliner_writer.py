"""Writing GLiNER's training data, one article a line.

Beside what GLiNER reads stand the text and where each token lies in it, so that Thai comes back to the letter.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ...models.layer import Layer
from .contract import ExportDocument, LossSink, Parsed, Raw, ReadOptions, WriteOptions, Written
from .gliner import ENTITIES, PLACES, RELATIONS, WORDS, GlinerReader
from .holding import Holds
from .proven_lines import Line, shown, told_of, write_lines
from .token_places import fitted

_HOLDS = Holds(relations=True)


class GlinerWriter:
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
    layer = document.layers[0] if document.layers else Layer("")
    made = fitted(document, layer, document.tokens(), _HOLDS, sink)
    entities = made.layer.sorted_entities()
    index = {entity.id: number for number, entity in enumerate(entities)}
    record = {
        WORDS: [article.text[start:end] for start, end in made.tokens],
        ENTITIES: [[*made.span(entity.id), entity.label] for entity in entities],
        RELATIONS: [[index[r.head], index[r.tail], r.label] for _, r in sorted(made.layer.relations.items())],
        "id": article.id,
        "text": article.text,
        PLACES: made.tokens,
        **told_of(article),
    }
    return Line(article.id, record, article.text, (made.layer._replace(annotator=""),))


def _read(data: bytes) -> Parsed:
    return GlinerReader().parse(Raw("", "", data), ReadOptions(annotator=""))
