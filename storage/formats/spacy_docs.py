"""spaCy's `.spacy` files: entities and span groups of each document; our own ones give back all they were made of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from ...models.article import Article
from ...models.errors import BadInput, Message
from ...models.layer import Entity, Layer, LayerHead
from ...models.leftovers import title_of
from ...models.text import default_id, text_hash
from .columns import Laid
from .conll import laid
from .conll_sentences import Sentence
from .contract import MAX_ENTITIES, Document, Parsed, Problem, Raw, ReadOptions
from .docbin import Doc, Span, docs_in, require_spacy
from .ground import Ground, range_on
from .native import NativeReader
from .reading import mark_id, rejected, source_of
from .spacy_relations import relations_of
from .spacy_writer import GROUP, OWN
from .token_text import tokens_at

_MAGIC = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")  # zlib


class SpacyReader:
    """Reads DocBin files; whatever is wrong in a document rejects it whole."""

    suffixes: tuple[str, ...] = (".spacy",)

    def sniff(self, path: Path, head: bytes) -> bool:
        """Tell by the suffix and by zlib's first bytes."""
        return path.suffix.lower() == ".spacy" and head[:2] in _MAGIC

    def companions(self, path: Path) -> tuple[Path, ...]:
        """Return the configuration beside it."""
        return (path.with_name("config.cfg"),)

    def split(self, path: Path, options: ReadOptions) -> Iterator[Raw | Problem]:
        """Yield the documents; Unavailable where the extra is not installed."""
        require_spacy()
        source = str(path)
        number = 0
        try:
            for number, doc in enumerate(docs_in(path), 1):
                record = f"document {number}"
                yield rejected(source, record, doc) if isinstance(doc, BadInput) else Raw(source, record, doc)
        except BadInput as error:
            yield rejected(source, "", error)
            return
        if not number:
            yield rejected(source, "", Message("The file is empty."))

    def parse(self, raw: Raw, options: ReadOptions) -> Parsed:
        """Read one document."""
        doc: Doc = raw.data
        ground = Ground(raw.source, raw.record)
        try:
            words = _laid(doc)
            marks = list(_marks(doc))
            own = _own(doc, words, marks, raw, options) if OWN in doc.user_data else None
            if own is not None:
                return own
            return Parsed([_document(doc, words, marks, ground, options.annotator)], ground.warnings)
        except BadInput as error:
            return Parsed([], [rejected(raw.source, raw.record, error)])


def _laid(doc: Doc) -> Laid:
    """Return the words as a text: with the spaces that the file knows of, else by the rule for words alone."""
    if doc.spaces is None:
        return laid([Sentence(1, list(doc.words), [])])
    starts: list[int] = []
    parts: list[str] = []
    at = 0
    for word, space in zip(doc.words, doc.spaces, strict=True):
        starts.append(at)
        parts += (word, " ") if space else (word,)
        at += len(word) + space
    return Laid([starts], "".join(parts))


def _marks(doc: Doc) -> Iterator[tuple[Span, str]]:
    """Yield each span once, with the name of its group where that is none of the usual."""
    seen: set[Span] = set()
    groups = [(GROUP, doc.groups.get(GROUP, ())), ("", doc.entities), *sorted(doc.groups.items())]
    for name, spans in groups:
        for span in spans:
            if span not in seen:
                seen.add(span)
                yield span, "" if name == GROUP else name


def _own(doc: Doc, words: Laid, marks: list[tuple[Span, str]], raw: Raw, options: ReadOptions) -> Parsed | None:
    """Return the article as we wrote it, None where its user data are not ours or say otherwise than its spans."""
    told = doc.user_data[OWN]
    if not isinstance(told, dict):
        return None
    try:
        line = orjson.dumps({**told, "text": words.text}, option=orjson.OPT_NON_STR_KEYS)
    except (TypeError, ValueError):
        return None
    parsed = NativeReader().parse(Raw(raw.source, raw.record, line), options)
    document = parsed.documents[0] if parsed.documents else None
    if document is None or document.article.text != words.text:
        return None
    known = {(e.label, e.start, e.end) for layer in document.layers for e in layer.entities.values()}
    return parsed if known == {_place(span, doc, words) for span, _ in marks} else None


def _place(span: Span, doc: Doc, words: Laid) -> tuple[str, int, int]:
    [starts] = words.starts
    return span.label, starts[span.first], starts[span.after - 1] + len(doc.words[span.after - 1])


def _document(doc: Doc, words: Laid, marks: list[tuple[Span, str]], ground: Ground, annotator: str) -> Document:
    ground.lay(words.text)
    text = ground.text
    if not text.strip():
        raise BadInput("There is no text in it.")
    if len(marks) > MAX_ENTITIES:
        raise BadInput("The article has {count} entities; the limit is {limit}.", count=len(marks), limit=MAX_ENTITIES)
    if OWN in doc.user_data:
        ground.warn("The spans were changed since they were written here; what else was kept of them is left out.")
    entities: dict[str, Entity] = {}
    found: dict[Span, str] = {}
    for span, group in marks:
        label, start, end = _place(span, doc, words)
        if not label:
            raise BadInput("The range {start} to {end} has no label.", start=start, end=end)
        start, end = range_on(ground, start, end, f"“{label}”")
        mark = mark_id(label, start, end)
        attributes: dict[str, Any] = {"group": group} if group else {}
        entities.setdefault(mark, Entity(mark, label, start, end, attributes=attributes))
        found[span] = mark
    article = Article(default_id(text_hash(text)), text, title_of(text), (source_of(Path(ground.source)),))
    # our own name places in a group that is no longer what it was
    relations = {} if OWN in doc.user_data else relations_of(doc, found, ground)
    layer = Layer(annotator, LayerHead("in_progress" if entities else "todo"), entities, relations)
    edges = (
        ground.moved(at + size) for at, word in zip(words.starts[0], doc.words, strict=True) for size in (0, len(word))
    )
    return Document(article, (layer,), tokens=tokens_at(text, edges))
