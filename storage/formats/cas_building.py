"""An article and its marks as a CAS that INCEpTION opens: tokens, paragraphs as sentences, DKPro's named entities.

Relations are a custom layer as INCEpTION makes them, chains are DKPro's coreference.  What neither can say about a mark
or an article stands in types of our own, which other tools pass over.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from ...models.layer import Entity, Layer
from ...models.tokens import cut_at_edges
from .cas_own import article_record, detail_record, hidden_in
from .cas_types import CHAIN, LINK, META_DATA, NAMED_ENTITY, OWN_ARTICLE, OWN_DETAIL, RELATION, SENTENCE, TOKEN
from .contract import ExportDocument, LossSink

Shown = Callable[[str], str]

_STRING, _ANNOTATION = "uima.cas.String", "uima.tcas.Annotation"
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_TYPES: tuple[tuple[str, str, dict[str, str]], ...] = (
    (
        META_DATA,
        "uima.tcas.DocumentAnnotation",
        {"documentTitle": _STRING, "documentId": _STRING, "documentUri": _STRING},
    ),
    (SENTENCE, _ANNOTATION, {"id": _STRING}),
    (TOKEN, _ANNOTATION, {}),
    (NAMED_ENTITY, _ANNOTATION, {"value": _STRING, "identifier": _STRING}),
    (LINK, _ANNOTATION, {"next": LINK, "referenceType": _STRING, "referenceRelation": _STRING}),
    (CHAIN, "uima.cas.AnnotationBase", {"first": LINK}),
    (RELATION, _ANNOTATION, {"Governor": _ANNOTATION, "Dependent": _ANNOTATION, "value": _STRING}),
    (OWN_ARTICLE, "uima.cas.TOP", {"record": _STRING, "hidden": _STRING}),
    (OWN_DETAIL, "uima.cas.TOP", {"target": "uima.cas.TOP", "record": _STRING}),
)


def type_system() -> Any:
    """Return the types of what is written, as cassis has them."""
    from cassis import TypeSystem

    types = TypeSystem()
    for name, parent, _ in _TYPES:
        types.create_type(name, parent)
    for name, _, features in _TYPES:
        for feature, held in features.items():
            types.create_feature(name, feature, held)
    return types


def cas_of(document: ExportDocument, types: Any, shown: Shown, sink: LossSink) -> Any:
    """Return the CAS of an article; nothing of it is lost, only tokens are cut at the edges of entities.

    *shown* makes of a text what the file can hold, of the same length.
    """
    from cassis import Cas

    cas = Cas(types, sofa_string=shown(document.article.text), sofa_mime="text")
    made = _Building(cas, types, shown)
    layer = document.layers[0] if document.layers else Layer("")
    made.about(document)
    made.segments(document, layer, sink)
    made.marks(layer)
    return made.cas


class _Building:
    """Fills a CAS."""

    def __init__(self, cas: Any, types: Any, shown: Shown) -> None:
        self.cas = cas
        self._types = types
        self._shown = shown

    def about(self, document: ExportDocument) -> None:
        """Write what is known of the article."""
        article = document.article
        url = next((source.url for source in article.sources if source.url), None)
        self._add(
            META_DATA,
            begin=0,
            end=len(article.text),
            language="th",
            documentId=self._shown(article.id),
            documentTitle=self._shown(article.title) or None,
            documentUri=self._shown(url) if url else None,
        )
        hidden = hidden_in(article.text) if self._shown(article.text) != article.text else None
        self._add(OWN_ARTICLE, record=article_record(document), hidden=hidden)

    def segments(self, document: ExportDocument, layer: Layer, sink: LossSink) -> None:
        """Write lines as sentences, and tokens other than spaces."""
        text = document.article.text
        for line in _LINE.finditer(text):
            self._add(SENTENCE, begin=line.start(), end=line.end())
        edges = [edge for entity in layer.entities.values() for piece in entity.ranges for edge in piece]
        tokens, cut = cut_at_edges(document.tokens(), edges)
        sink.tokens_split(cut)
        for start, end in tokens:
            if not text[start:end].isspace():
                self._add(TOKEN, begin=start, end=end)

    def marks(self, layer: Layer) -> None:
        """Write entities, relations and chains, each with its detail."""
        entities: dict[str, Any] = {}
        for entity in layer.sorted_entities():
            place = {"begin": entity.start, "end": entity.end}
            entities[entity.id] = self._add(NAMED_ENTITY, value=self._shown(entity.label), **place)
            self._add(OWN_DETAIL, target=entities[entity.id], record=detail_record(entity))
        for _, relation in sorted(layer.relations.items()):
            head, tail = entities[relation.head], entities[relation.tail]
            place = {"begin": tail.begin, "end": tail.end}
            made = self._add(RELATION, Governor=head, Dependent=tail, value=self._shown(relation.label), **place)
            self._add(OWN_DETAIL, target=made, record=detail_record(relation))
        for _, chain in sorted(layer.chains.items()):
            members = [layer.entities[member] for member in chain.members]
            made = self._add(CHAIN, first=self._linked(members, chain.label))
            self._add(OWN_DETAIL, target=made, record=detail_record(chain))

    def _linked(self, members: list[Entity], label: str | None) -> Any:
        following = None
        for entity in reversed(members):
            said = {
                "referenceType": self._shown(entity.label),
                "referenceRelation": self._shown(label) if label else None,
            }
            following = self._add(LINK, begin=entity.start, end=entity.end, next=following, **said)
        return following

    def _add(self, kind: str, **features: Any) -> Any:
        made = self._types.get_type(kind)(**features)
        self.cas.add(made)
        return made
