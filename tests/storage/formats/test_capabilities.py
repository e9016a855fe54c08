"""What `formats` says that each format keeps is so: every cell of the table goes through a file and back."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from format_making import OPTIONS, reasons, tokens_of
from round_trips import links, spans, written_and_read

from khaotag.models.article import Article
from khaotag.models.layer import Chain, Entity, Layer, LayerHead, Relation
from khaotag.models.schema import Schema
from khaotag.storage import schemas
from khaotag.storage.formats.contract import ExportDocument, Keeps, WriteOptions
from khaotag.storage.formats.extras import installed
from khaotag.storage.formats.registry import FORMATS

TEXT = "นายก้อง ใจดี พบ ส.ส.มานี ที่นา"
BOTH_WAYS = [name for name, known in FORMATS.items() if known.reader is not None and known.writer is not None]


def _at(label: str, surface: str) -> Entity:
    start = TEXT.index(surface)
    return Entity(label.lower(), label, start, start + len(surface))


@dataclass(frozen=True)
class Case:
    """Entities that ask for one thing of a format, and the id of what is reported where it cannot be kept."""

    entities: tuple[Entity, ...]
    lost: frozenset[str]
    relations: tuple[Relation, ...] = ()
    annotators: tuple[str, ...] = ("malee",)

    def document(self) -> ExportDocument:
        """Return an article with these marks, its entities in one chain."""
        entities = {entity.id: entity for entity in self.entities}
        chains = {"c": Chain("c", None, tuple(entities))}
        relations = {relation.id: relation for relation in self.relations}
        layers = tuple(Layer(name, LayerHead("done"), entities, relations, chains) for name in self.annotators)
        article = Article("a1", TEXT)
        return ExportDocument(article, layers, lambda: tokens_of(article))


KONG, MANI = _at("PERSON", "นายก้อง ใจดี"), _at("POSITION", "ส.ส.มานี")
APART = Entity("apart", "PERSON", 0, 12, ((0, 3), (8, 12)))
CASES = {
    "nested": Case((KONG, _at("NAME", "ก้อง"), MANI), frozenset(("person", "name"))),
    "crossing": Case((KONG, _at("EVENT", "ใจดี พบ")), frozenset(("person", "event"))),
    "discontinuous": Case((APART, MANI), frozenset(("apart",))),
    "relations": Case((KONG, MANI), frozenset(("r",)), (Relation("r", "MET", "person", "position"),)),
    "attributes": Case((KONG._replace(attributes={"sure": "very"}), MANI), frozenset(("attributes",))),
    "annotators": Case((KONG,), frozenset(), annotators=("malee", "somchai")),
}


def test_every_column_of_the_table_has_a_case() -> None:
    assert tuple(CASES) == Keeps._fields


@pytest.mark.parametrize("name", BOTH_WAYS)
@pytest.mark.parametrize("cell", CASES)
def test_a_cell_of_the_table_is_true(cell: str, name: str) -> None:
    known, case = FORMATS[name], CASES[cell]
    assert known.writer is not None
    if not installed(known.needs):
        pytest.skip(f"the extra “{known.needs}” is not installed")
    document = case.document()
    if cell == "annotators" and known.writer.one_layer:
        assert not known.keeps.annotators
        return
    parsed, ledger = written_and_read(name, [document], WriteOptions(schema=_schema_of(case)))
    assert reasons(parsed) == []
    read = {layer.annotator: layer for one in parsed.documents for layer in one.layers}
    same = [_same(layer, read.get(layer.annotator) or read.get(OPTIONS.annotator)) for layer in document.layers]
    kept = all(same) and read.keys() >= ({*case.annotators} if len(case.annotators) > 1 else set())
    assert kept is getattr(known.keeps, cell)
    assert bool(case.lost & {*ledger.what}) is not kept


def _schema_of(case: Case) -> Schema:
    """Return a schema with every type of a case, as a project that holds such marks has one."""
    schema = schemas.named(None).with_entity_types([entity.label for entity in case.entities])
    return schema.with_relation_types([relation.label for relation in case.relations])


def _same(one: Layer, other: Layer | None) -> bool:
    if other is None:
        return False
    told = [sorted(str(dict(e.attributes)) for e in layer.entities.values() if e.attributes) for layer in (one, other)]
    return spans(one) == spans(other) and links(one) == links(other) and told[0] == told[1]
