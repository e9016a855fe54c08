"""Writing spaCy's training data: a DocBin whose words are cut at the entities' edges, and a configuration to train on.

Every entity is in `doc.spans["sc"]`, the outermost ones are in `doc.ents` too, relations are in `doc._.relations`.
Under “khaotag” the user data hold the article as the native format has it, so that our own reading loses nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from ...models.article import ArticleState
from ...models.errors import Message
from ...models.layer import Entity, Layer, Relation
from ...models.tokens import cut_at_edges, token_range
from .contiguous import contiguous
from .contract import ExportDocument, Loss, LossSink, WriteOptions, Written
from .docbin import Doc, Span, require_spacy
from .docbin_file import DocBinFile
from .flatten import flatten
from .kept_text import covering, kept_text
from .native_writer import native_line
from .spacy_config import CONFIG, config_text
from .spacy_survival import surviving

GROUP = "sc"
OWN = "khaotag"
RELATIONS = ("._.", "relations", None, None)  # where spaCy keeps the extension attribute `relations`


class Made(NamedTuple):
    """A document, and the length of its longest entity in words."""

    doc: Doc
    longest: int


class SpacyWriter:
    """Writes `NAME.spacy` and `config.cfg`."""

    one_layer = True

    def needs_folder(self, options: WriteOptions) -> bool:
        """Return True: the configuration lies beside the documents."""
        return True

    def write(
        self, documents: Iterable[ExportDocument], folder: Path, name: str, options: WriteOptions, sink: LossSink
    ) -> list[Written]:
        """Write the documents, each read back before the next; the parts of a split share one configuration."""
        require_spacy()
        path = folder / f"{name}.spacy"
        file = DocBinFile(path)
        count = longest = 0
        try:
            for document in documents:
                made = made_of(document, sink)
                if made.doc.words:
                    file.add(made.doc)
                    count += 1
                    longest = max(longest, made.longest)
            file.finish()
        finally:
            file.close()
        config = folder / CONFIG
        if not config.exists():
            config.write_text(config_text(name, longest), encoding="utf-8", newline="\n")
        return [Written(path, count), Written(config, 0)]

    def preview(self, document: ExportDocument, options: WriteOptions, sink: LossSink) -> str:
        """Return the document's words, entities and user data as JSON."""
        doc = made_of(document, sink).doc
        shown = {
            "words": doc.words,
            "ents": [_shown(doc, span) for span in doc.entities],
            f"spans[{GROUP}]": [_shown(doc, span) for span in doc.groups[GROUP]],
            "relations": doc.user_data[RELATIONS],
        }
        return orjson.dumps(shown, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()


def _shown(doc: Doc, span: Span) -> list[Any]:
    return [span.label, span.first, span.after, "".join(doc.words[span.first : span.after])]


def made_of(document: ExportDocument, sink: LossSink) -> Made:
    """Return an article as spaCy has it; what has no place in it goes to *sink*."""
    article = document.article
    kept = kept_text(article)
    layer = document.layers[0] if document.layers else Layer("")
    marks = contiguous(article, layer, sink, excluded=article.state.confirmed())
    entities = [kept.moved_entity(entity) for entity in marks.entities]
    proposed = document.tokens()
    tokens = list(covering(kept.text, kept.moved_tokens(proposed)))
    tokens, cut = cut_at_edges(tokens, [edge for entity in entities for edge in (entity.start, entity.end)])
    sink.tokens_split(cut)
    ranges = [(entity.start, entity.end) for entity in entities]
    sink.survived(surviving(kept.text, ranges, proposed if document.plain else None), len(entities))
    if not tokens:
        sink.lost(Loss(article.id, "text", Message("Nothing of the text is left outside what is excluded.")))
    spans = {entity.id: Span(entity.label, *token_range(tokens, entity.start, entity.end)) for entity in entities}
    group = list(dict.fromkeys(spans.values()))
    words = [kept.text[start:end] for start, end in tokens]
    user_data: dict[Any, Any] = {
        RELATIONS: _relations(marks.relations, spans, group),
        OWN: _own(document, kept.text, layer, entities, marks.relations),
    }
    doc = Doc(words, [False] * len(words), _outermost(entities, spans, words), {GROUP: group}, user_data)
    return Made(doc, max((span.after - span.first for span in group), default=0))


def _outermost(entities: list[Entity], spans: dict[str, Span], words: list[str]) -> list[Span]:
    """Return what goes into `doc.ents`, where spaCy can neither learn nested entities nor spaces at an edge."""
    chosen = (spans[entity.id] for entity in flatten(entities, "outermost")[0])
    return [span for span in chosen if not (words[span.first].isspace() or words[span.after - 1].isspace())]


def _relations(relations: list[Relation], spans: dict[str, Span], group: list[Span]) -> list[dict[str, Any]]:
    """Return relations with the ids of their ends, and the places of these in the span group."""
    place = {span: index for index, span in enumerate(group)}
    return [
        {
            "id": relation.id,
            "label": relation.label,
            "head": relation.head,
            "tail": relation.tail,
            "head_span": place[spans[relation.head]],
            "tail_span": place[spans[relation.tail]],
        }
        for relation in relations
    ]


def _own(
    document: ExportDocument, text: str, layer: Layer, entities: list[Entity], relations: list[Relation]
) -> dict[str, Any]:
    """Return the article's object of the native format without its text, which the words are."""
    there = {entity.id: entity for entity in entities}
    chains = {
        chain.id: chain._replace(members=members)
        for chain in layer.chains.values()
        if (members := tuple(member for member in chain.members if member in there))
    }
    kept = layer._replace(entities=there, relations={r.id: r for r in relations}, chains=chains)
    article = document.article._replace(text=text, state=ArticleState())
    layers = (kept,) if document.layers else ()
    record: dict[str, Any] = orjson.loads(native_line(ExportDocument(article, layers, document.tokens)))
    del record["text"]
    return record
