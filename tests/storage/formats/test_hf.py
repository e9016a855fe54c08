"""Parquet data sets: `datasets` reads what is written, our reader reads what others write, absurd files are refused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from format_making import Ledger, documents, export_of, read_file, reasons
from hypothesis import given, settings
from hypothesis import strategies as st

from khaotag.models.article import Article
from khaotag.models.layer import Entity, Layer, LayerHead, Note, Relation
from khaotag.models.schema import Schema, Words
from khaotag.storage.formats import hf
from khaotag.storage.formats.contract import ExportDocument, NotTheSame, Parsed, WriteOptions
from khaotag.storage.formats.hf import HfReader
from khaotag.storage.formats.hf_writer import HfWriter
from khaotag.storage.formats.registry import name_for
from khaotag.storage.formats.thai_nner import ThaiNnerReader

pa = pytest.importorskip("pyarrow", reason="pyarrow, which writes Parquet, is not installed")
pq = pytest.importorskip("pyarrow.parquet")

READER = HfReader()
TEXT = "นายก้อง 🍊 อบต.นา"
ENTITIES = {
    "e1": Entity("e1", "PERSON", 0, 7, origin="suggestion:rules"),
    "e2": Entity("e2", "ORG", 10, 16),
    "e3": Entity("e3", "PERSON", 3, 7),
    "e4": Entity("e4", "ORG", 10, 16),
}
RELATION = Relation("r1", "IN", "e1", "e2")


def _options(*labels: str) -> WriteOptions:
    return WriteOptions(schema=Schema("news", 1, Words(), ()).with_entity_types(list(labels)))


OPTIONS = _options("ORG", "PERSON", "LOCATION", "บุคคล", "ชื่อ เล่น", "x-1", "T1")


def _document(layer: Layer, text: str = TEXT) -> ExportDocument:
    return ExportDocument(Article("a1", text), (layer,), list)


def _write(folder: Path, made: Sequence[ExportDocument], name: str = "data") -> tuple[Path, Ledger]:
    ledger = Ledger()
    [written] = HfWriter().write(made, folder, name, OPTIONS, ledger)
    assert written.path == folder / "data" / f"{name}.parquet"
    assert written.articles == len(made)
    return written.path, ledger


def _table(folder: Path, columns: dict[str, Any], features: str | None = None) -> Parsed:
    table = pa.table(columns)
    if features:
        table = table.replace_schema_metadata({"huggingface": features})
    pq.write_table(table, folder / "x.parquet")
    return read_file(READER, folder / "x.parquet")


def test_what_is_written_is_read_again_with_ids_and_origins(tmp_path: Path) -> None:
    layer = Layer("noi", LayerHead("done"), ENTITIES, {"r1": RELATION})
    path, ledger = _write(tmp_path, [_document(layer)])
    assert ledger.losses == []
    assert name_for(path) == "hf"
    [document] = read_file(READER, path).documents
    assert (document.article.id, document.article.text, document.given_id) == ("a1", TEXT, True)
    assert document.layers[0].entities == ENTITIES
    assert document.layers[0].relations == {"r1": RELATION}
    assert tmp_path / "README.md" in READER.companions(path)


@settings(max_examples=60)
@given(st.lists(documents(one_layer=True), max_size=3))
def test_every_entity_and_relation_is_read_back_or_reported(made: list[ExportDocument]) -> None:
    with TemporaryDirectory() as folder:
        path, ledger = _write(Path(folder), made)
        parsed = read_file(READER, path)
    assert not any(problem.rejected for problem in parsed.problems if made)
    for document, read in zip(made, parsed.documents, strict=True):
        lost = [loss.what for loss in ledger.losses]
        assert read.article.text == document.article.text
        for kind in ("entities", "relations"):
            before, after = (getattr(d.layers[0], kind) for d in (document, read))
            assert after.keys() <= before.keys()
            assert before.keys() - after.keys() <= set(lost)
        entities = document.layers[0].entities
        assert [e[:4] for e in read.layers[0].entities.values()] == [
            entities[key][:4] for key in read.layers[0].entities
        ]


def test_the_datasets_library_reads_the_folder_with_class_names(tmp_path: Path, peerdata: Path) -> None:
    datasets = pytest.importorskip("datasets", reason="the datasets library is not installed")
    read = read_file(ThaiNnerReader(), peerdata / "thai-nner/sample_train.json")
    labels = sorted({e.label for d in read.documents for e in d.layers[0].entities.values()})
    parts = {"train": read.documents[:60], "test": read.documents[60:]}
    for name, part in parts.items():
        HfWriter().write(map(export_of, part), tmp_path, name, _options(*labels), Ledger())
    loaded = datasets.load_dataset(str(tmp_path), cache_dir=str(tmp_path / "cache"))
    assert {name: len(part) for name, part in loaded.items()} == {"train": 60, "test": 11}
    features = loaded["train"].features
    assert features["entities"].feature["label"].names == labels
    found = 0
    for name, part in parts.items():
        for row, document in zip(loaded[name], part, strict=True):
            assert row["text"] == document.article.text
            told = [(labels[e["label"]], row["text"][e["start"] : e["end"]]) for e in row["entities"]]
            entities = document.layers[0].sorted_entities()
            assert told == [(e.label, e.surface(document.article.text)) for e in entities]
            found += len(told)
    assert found == 1409


def test_what_it_has_no_place_for_is_reported(tmp_path: Path) -> None:
    entities = {
        "e1": Entity("e1", "ORG", 0, 7, attributes={"x": 1}, note="n", score=0.5),
        "e2": Entity("e2", "ORG", 0, 9, ((0, 3), (8, 9))),
        "e3": Entity("e3", "GHOST", 0, 3),
    }
    relations = {"r1": Relation("r1", "IN", "e1", "e2")}
    layer = Layer("noi", LayerHead("done", ("news",)), entities, relations, {}, {"n": Note("n", "noi", "?")})
    path, ledger = _write(tmp_path, [_document(layer)])
    assert ledger.what == ["e3", "e2", "r1", "attributes", "notes", "labels", "scores"]
    assert list(read_file(READER, path).documents[0].layers[0].entities) == ["e1"]
    shown = HfWriter().preview(_document(layer), OPTIONS, ledger)
    assert '"label": "ORG"' in shown


def test_the_same_articles_give_the_same_bytes(tmp_path: Path) -> None:
    made = [_document(Layer("noi", entities=ENTITIES))] * 3
    one, _ = _write(tmp_path, made, "one")
    two, _ = _write(tmp_path, made, "two")
    assert one.read_bytes() == two.read_bytes()


def test_a_file_that_comes_back_otherwise_does_not_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter(range(9))
    monkeypatch.setattr("khaotag.storage.formats.hf_writer._digest", lambda _: bytes([next(ticks)]))
    with pytest.raises(NotTheSame):
        _write(tmp_path, [_document(Layer("noi"))])


TAGGED = '{"info": {"features": {"ner_tags": {"_type": "Sequence", "feature": {"_type": "ClassLabel", "names": ["O", "B-PER", "I-PER"]}}}}}'  # noqa: E501 - as it stands in such files


def test_words_with_tags_are_read_by_their_class_names(tmp_path: Path) -> None:
    parsed = _table(tmp_path, {"tokens": [["นาย", " ", "ก้อง"], ["ไป"]], "ner_tags": [[1, 2, 2], [7]]}, TAGGED)
    assert [d.article.text for d in parsed.documents] == ["นาย ก้อง"]
    assert [(e.label, e.start, e.end) for e in parsed.documents[0].layers[0].entities.values()] == [("PER", 0, 8)]
    assert reasons(parsed) == ["The class 7 has no name; there are 3."]
    english = _table(tmp_path, {"words": [["John", "Doe", "left"]], "ner": [["B-PER", "I-PER", "O"]]})
    assert english.documents[0].article.text == "John Doe left"
    assert "number" in reasons(_table(tmp_path, {"tokens": [["ก"]], "ner_tags": [[1]]}))[0]


def test_a_table_of_texts_gives_articles_with_what_else_it_says(tmp_path: Path) -> None:
    day = datetime(2023, 10, 17, tzinfo=UTC)
    parsed = _table(tmp_path, {"ข่าว": ["ผู้ว่าฯ เปิดงาน"], "desk": ["local"], "date": [day.date()], "raw": [b"x"]})
    [document] = parsed.documents
    assert document.article.sources[0].published == "2023-10-17"
    assert document.article.meta == {"desk": "local"}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"start": -1}, "negative"),
        ({"start": 9, "end": 3}, "reversed"),
        ({"end": 99}, "past the end"),
        ({"start": 0.5, "end": 3.0}, "whole number"),
        ({"start": float("nan"), "end": 3.0}, "whole number"),
        ({"start": True, "end": True}, "whole number"),
        ({"label": 4}, "no name"),
        ({"text": "ข"}, "“ข”"),
    ],
)
def test_an_entity_that_is_none_rejects_its_row_alone(change: dict[str, Any], told: str, tmp_path: Path) -> None:
    entity = {"start": 0, "end": 3, "label": "A", **change}
    both = {"text": ["นายก้อง", "ข่าว"], "entities": pa.array([[entity], []])}
    parsed = _table(tmp_path, both)
    assert [d.article.text for d in parsed.documents] == ["ข่าว"]
    assert [(problem.record, problem.rejected) for problem in parsed.problems] == [("row 1", True)]
    assert told in reasons(parsed)[0]


def test_a_relation_to_nowhere_and_an_id_twice_reject_the_row(tmp_path: Path) -> None:
    entity = {"id": "e", "start": 0, "end": 3, "label": "A"}
    link = {"label": "R", "head": "e", "tail": "x"}
    rows = {"text": ["กขค", "กขค"], "entities": [[entity, entity], [entity]], "relations": [[], [link]]}
    assert [reason.split(":")[0] for reason in reasons(_table(tmp_path, rows))] == ["Entity 2", "Relation 1"]


def test_a_row_group_that_unpacks_to_too_much_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "bomb.parquet"
    text = "ก" * 5_000_000
    pq.write_table(pa.table({"text": [text]}), path, compression="zstd", use_dictionary=False)
    assert path.stat().st_size < 100_000
    [reason] = reasons(read_file(READER, path))
    assert "unpacks to" in reason


def test_too_many_values_are_refused_and_damage_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hf, "_MOST_VALUES", 10)
    assert "more than 10 values" in reasons(_table(tmp_path, {"text": ["ก"] * 11}))[0]
    path = tmp_path / "x.parquet"
    data = path.read_bytes()
    path.write_bytes(data[:-20])
    assert "damaged" in reasons(read_file(READER, path))[0]
    path.write_bytes(b"PAR1" + bytes(200) + b"PAR1")
    assert "damaged" in reasons(read_file(READER, path))[0]


def test_the_class_of_a_text_is_told_by_name_and_what_seems_marks_is_warned_of(tmp_path: Path) -> None:
    features = '{"info": {"features": {"label": {"names": ["sport", "politics"], "_type": "ClassLabel"}}}}'
    spans = [[{"start": 0, "end": 3, "label": "X"}]]
    parsed = _table(tmp_path, {"text": [TEXT], "label": [1], "spans": spans}, features)
    assert parsed.documents[0].article.meta == {"label": "politics", "spans": spans[0]}
    assert [reason[:7] for reason in reasons(parsed)] == ["“spans”"]
