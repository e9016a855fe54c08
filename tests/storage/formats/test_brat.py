"""brat: every kind of line is read, each bad one named, and what is written comes back."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from format_making import OPTIONS, Ledger, documents, read_file, reasons
from hypothesis import given, settings

from khaotag.models.article import Article
from khaotag.models.layer import Chain, Entity, Layer, Relation
from khaotag.models.schema import EntityType, RelationType, Schema, Words
from khaotag.storage.formats.brat import BratReader
from khaotag.storage.formats.brat_writer import BratWriter
from khaotag.storage.formats.contract import ExportDocument, NotTheSame, Parsed, WriteOptions

READER = BratReader()
TEXT = "นายก้อง ใจดี\nพบ ส.ส.🍊 ที่นา\n"


def _read(folder: Path, ann: str, text: str = TEXT) -> Parsed:
    (folder / "x.txt").write_bytes(text.encode())
    (folder / "x.ann").write_bytes(ann.encode())
    return read_file(READER, folder / "x.ann")


def _layer(parsed: Parsed) -> Layer:
    [document] = parsed.documents
    [layer] = document.layers
    return layer


def _write(
    folder: Path, layer: Layer, text: str = TEXT, schema: Schema | None = None, article: str = "a1"
) -> tuple[str, Ledger]:
    ledger = Ledger()
    document = ExportDocument(Article(article, text), (layer,), list)
    written = BratWriter().write([document], folder, "data", WriteOptions(schema=schema), ledger)
    assert [file.articles for file in written] == [0, 1, 0]
    return written[1].path.read_text("utf-8"), ledger


@settings(max_examples=100)
@given(documents(one_layer=True))
def test_every_mark_is_read_back_or_reported(document: ExportDocument) -> None:
    with TemporaryDirectory() as folder:
        ledger = Ledger()
        written = BratWriter().write([document], Path(folder), "data", WriteOptions(), ledger)
        parsed = read_file(READER, written[1].path)
    [layer], text = document.layers, document.article.text
    assert reasons(parsed) == []
    [read] = parsed.documents
    assert (read.article.id, read.article.text, read.given_id) == (document.article.id, text, True)
    kept = [e for e in layer.sorted_entities() if not any(what.split(" ")[0] == e.id for what in ledger.what)]
    found = {(e.label, e.ranges) for e in read.layers[0].entities.values()}
    assert {(e.label, e.ranges) for e in kept} <= found
    lost = [e for e in layer.entities if e in ledger.what]
    assert len(read.layers[0].entities) == len(layer.entities) - len(lost)
    assert len(read.layers[0].relations) == sum(r not in ledger.what for r in layer.relations)


def test_every_kind_of_line_is_read_in_any_order(tmp_path: Path) -> None:
    parsed = _read(
        tmp_path,
        "*\tEquiv T1 T2\n"
        "#1\tAnnotatorNotes R1\tดูอีกครั้ง\n"
        "#2\tAnnotatorNotes T1\tหนึ่ง\n"
        "#3\tLemma T1\tก้อง\n"
        "R1\tMEMBER_OF Arg1:T1 Arg2:T2\t\n"
        "A1\tconfidence E1 very high\n"
        "A2\tformer T1\n"
        "M1\tnegated R1\n"
        "E1\tMEET:T3 Agent:T1 Theme2:T2 Part:E2\n"
        "E2\tMEET:T4\n"
        "N1\tReference T1 Wikipedia:534366\tKong\n"
        "T1\tPERSON 0 7;8 12\tนายก้อง ใจดี\n"
        "T2\tPOSITION 16 20\tส.ส.\n"
        "T3\tMEET 13 15\tพบ\n"
        "T4\tMEET 22 27\tที่นา\n",
    )
    assert reasons(parsed) == []
    layer = _layer(parsed)
    assert layer.annotator == OPTIONS.annotator
    kong = layer.entities["T1"]
    assert kong.fragments == ((0, 7), (8, 12))
    assert kong.attributes == {"former": True, "Wikipedia": "534366"}
    assert kong.note == "หนึ่ง\nLemma: ก้อง"
    assert kong.meta == {"Wikipedia:534366": "Kong"}
    assert layer.entities["T3"].attributes == {"confidence": "very high"}
    assert layer.relations["R1"].attributes == {"negated": True}
    assert layer.relations["R1"].note == "ดูอีกครั้ง"
    assert {(r.label, r.head, r.tail) for r in layer.relations.values() if r.meta == {"event": "E1"}} == {
        ("Agent", "T3", "T1"),
        ("Theme", "T3", "T2"),
        ("Part", "T3", "T4"),
    }
    assert [chain.members for chain in layer.chains.values()] == [("T1", "T2")]


GOOD = "T1\tPERSON 0 7\tนายก้อง\nT2\tPOSITION 16 20\tส.ส.\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("T3\tPERSON 0 999\tนาย", "past the end"),
        ("T3\tPERSON 7 0\tนาย", "reversed"),
        ("T3\tPERSON -1 4\tนาย", "negative"),
        ("T3\tPERSON 4 4\t", "empty"),
        ("T3\tPERSON a b\tนาย", "not a label with its offsets"),
        ("T3\tPERSON 0 " + "9" * 5000 + "\tนาย", "past the end"),
        ("T3\tPERSON 0 7;3 9\tนาย", "overlap"),
        ("T3\tPERSON 0 3\tนาง", "its text is “นาง”"),
        ("T1\tPERSON 0 3\tนาย", "same id"),
        ("R1\tX Arg1:T1 Arg2:T9", "“T9” is not there"),
        ("R1\tX Arg1:T1", "two arguments"),
        ("E1\tPERSON:T9", "trigger “T9”"),
        ("E1\tMEET:T1", "not a “MEET”"),
        ("E1\tPERSON:T1 Theme:T9", "“T9” is not there"),
        ("E1 PERSON:T1", "unknown"),
        ("A1\tsure T9", "“T9” is not there"),
        ("N1\tReference T1 Wikipedia", "no reference"),
        ("#1\tAnnotatorNotes T9\tx", "“T9” is not there"),
        ("*\tEquiv T1 T9", "“T9” is not there"),
        ("*\tEquiv T1", "two members"),
        ("X1\tFoo 1 2", "unknown"),
        ("what is this", "unknown"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_kept(line: str, said: str, tmp_path: Path) -> None:
    parsed = _read(tmp_path, f"{line}\n{GOOD}" if line[:2] != "T1" else f"{GOOD}{line}\n")
    [problem] = parsed.problems
    assert problem.rejected
    assert problem.record == ("line 3" if line[:2] == "T1" else "line 1")
    assert said in str(problem.reason)
    assert set(_layer(parsed).entities) == {"T1", "T2"}


def test_whatever_refers_to_a_bad_line_goes_with_it(tmp_path: Path) -> None:
    bad = "T3\tX 0 999\tx\nE1\tX:T3\nA1\tsure E1\nR1\tX Arg1:E1 Arg2:T1\n#1\tAnnotatorNotes R1\tx\n*\tEquiv T1 T3\n"
    parsed = _read(tmp_path, bad + GOOD)
    assert [problem.record for problem in parsed.problems] == [f"line {number}" for number in range(1, 7)]
    layer = _layer(parsed)
    assert (set(layer.entities), layer.relations, layer.chains) == ({"T1", "T2"}, {}, {})


def test_two_values_of_one_attribute_are_not_silently_one(tmp_path: Path) -> None:
    parsed = _read(tmp_path, GOOD + "A1\tsure T1 yes\nA2\tsure T1 no\nA3\tsure T1 yes\n")
    assert [problem.record for problem in parsed.problems] == ["line 4"]
    assert _layer(parsed).entities["T1"].attributes == {"sure": "yes"}


def test_a_boundary_inside_a_character_is_widened_with_a_warning(tmp_path: Path) -> None:
    parsed = _read(tmp_path, "T1\tPERSON 0 4\tนายก\n")
    assert [(problem.record, problem.rejected) for problem in parsed.problems] == [("line 1", False)]
    assert _layer(parsed).entities["T1"].end == 5


@pytest.mark.parametrize("start", [14, 13])
def test_offsets_behind_crlf_are_understood_whether_they_count_it_as_two_or_as_one(start: int, tmp_path: Path) -> None:
    line = f"T1\tX {start} {start + 2}\tพบ\r\nT2\tX 0 3\tนาย\r\n"
    parsed = _read(tmp_path, line, TEXT.replace("\n", "\r\n"))
    assert reasons(parsed) == []
    assert (parsed.documents[0].article.text, _layer(parsed).entities["T1"].start) == (TEXT, 13)


def test_an_entity_across_lines_is_written_in_fragments_and_read_in_one_piece(tmp_path: Path) -> None:
    entity = Entity("T1", "X", 8, 15)
    ann, ledger = _write(tmp_path, Layer("noi", entities={"T1": entity}))
    assert ann == "T1\tX 8 12;13 15\tใจดี พบ\n"
    assert ledger.losses == []
    assert _layer(read_file(READER, tmp_path / "a1.ann")).entities == {"T1": entity}


def test_an_entity_of_line_ends_alone_is_a_loss_with_its_relations(tmp_path: Path) -> None:
    marks = {"e1": Entity("e1", "X", 12, 13), "e2": Entity("e2", "X", 0, 3)}
    layer = Layer("noi", entities=marks, relations={"r1": Relation("r1", "R", "e2", "e1")})
    ann, ledger = _write(tmp_path, layer)
    assert ann == "T1\tX 0 3\tนาย\n"
    assert ledger.what == ["e1", "r1"]


def test_thai_labels_become_words_that_brat_can_hold_and_come_back(tmp_path: Path) -> None:
    schema = Schema(
        "s",
        1,
        Words("s", "s"),
        (EntityType("บุคคล", Words("บุคคล", "Person name"), Words()), EntityType("ORG", Words(), Words())),
        (RelationType("สังกัด", Words("สังกัด", ""), joins=((("บุคคล",), ("ORG",)),)),),
    )
    marks = {
        "e1": Entity("e1", "บุคคล", 0, 7, attributes={"มั่นใจ": "สูง", "old": True}, note="หนึ่ง\nสอง"),
        "e2": Entity("e2", "ORG", 16, 20),
        "T7": Entity("T7", "ใหม่", 22, 27),
    }
    layer = Layer(
        "noi",
        entities=marks,
        relations={"r1": Relation("r1", "สังกัด", "e1", "e2")},
        chains={"c1": Chain("c1", "ชื่อ", ("e1", "e2")), "c2": Chain("c2", None, ("e1", "T7"))},
    )
    ann, ledger = _write(tmp_path, layer, schema=schema)
    assert ledger.losses == []
    types = {line.split("\t")[1].split(" ")[0] for line in ann.splitlines() if line[0] in "TRA*"}
    assert all(name.isascii() for name in types)
    conf = (tmp_path / "annotation.conf").read_text("utf-8")
    assert all(f"\n{name}" in conf for name in types - {"Equiv"} if "L_" not in name)
    assert "Person_name_" in conf
    read = _layer(read_file(READER, tmp_path / "a1.ann"))
    assert read.entities == {
        "T1": marks["e1"]._replace(id="T1"),
        "T2": marks["e2"]._replace(id="T2"),
        "T7": marks["T7"],
    }
    assert read.relations == {"R1": Relation("R1", "สังกัด", "T1", "T2")}
    assert {(chain.label, chain.members) for chain in read.chains.values()} == {
        ("ชื่อ", ("T1", "T2")),
        (None, ("T1", "T7")),
    }


def test_attributes_and_notes_that_brat_cannot_hold_are_reported(tmp_path: Path) -> None:
    entity = Entity("e1", "X", 0, 3, attributes={"n": 3, "off": False, "two": "a\nb", "ok": "x"}, note="a\n\nb")
    ann, ledger = _write(tmp_path, Layer("noi", entities={"e1": entity}))
    assert "A1\tok T1 x\n" in ann
    assert sorted(ledger.what) == ["attributes", "notes"]
    assert "n, off, two" in str(ledger.losses[0].why)


@pytest.mark.parametrize("article", ["../../etc/passwd", "CON/ข่าว", ".hidden", "/", "x" * 300, "A1"])
def test_an_id_becomes_a_file_name_inside_the_folder_and_comes_back(article: str, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    ledger = Ledger()
    made = [ExportDocument(Article(name, name), (), list) for name in (article, "a1")]
    written = BratWriter().write(made, folder, "data", WriteOptions(), ledger)
    assert {file.path.parent for file in written} == {folder}
    assert len({file.path.name.lower() for file in written}) == 5
    read = [read_file(READER, file.path).documents[0] for file in written if file.path.suffix == ".ann"]
    assert [document.article.id for document in read] == [article, "a1"]


def test_the_parts_of_a_split_have_folders_of_their_own(tmp_path: Path) -> None:
    for name in ("train", "dev"):
        BratWriter().write([ExportDocument(Article("a1", name), (), list)], tmp_path, name, WriteOptions(), Ledger())
    assert (tmp_path / "train/a1.txt").read_text() == "train"
    assert (tmp_path / "dev/annotation.conf").exists()


def test_a_pair_that_comes_back_otherwise_does_not_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("khaotag.storage.formats.brat_writer.StandOff.ann", lambda _: "T1\tX 0 3\tนาย\n")
    with pytest.raises(NotTheSame):
        _write(tmp_path, Layer("noi", entities={"e1": Entity("e1", "X", 0, 7)}))


def test_annotations_without_their_text_say_which_file_is_missing(tmp_path: Path) -> None:
    (tmp_path / "x.ann").write_text(GOOD, "utf-8")
    parsed = read_file(READER, tmp_path / "x.ann")
    assert parsed.documents == []
    assert "x.txt" in reasons(parsed)[0]


def test_a_text_without_annotations_is_read_when_asked_for(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(TEXT, "utf-8")
    assert _layer(read_file(READER, tmp_path / "x.txt")).entities == {}


def test_text_and_configuration_go_with_their_annotations() -> None:
    names = {path.name for path in READER.companions(Path("d/x.ann"))}
    assert {"x.txt", "annotation.conf", "visual.conf"} <= names
    assert READER.companions(Path("d/x.txt")) == ()


def _counts(folder: Path) -> dict[str, int]:
    """Return what brat's own parser counts: entities, relations, arguments of events, attributes, notes, chains."""
    counts = dict.fromkeys(("documents", "T", "R", "arguments", "A", "notes", "equiv", "discontinuous"), 0)
    for path in sorted(folder.rglob("*.ann")):
        for document in read_file(READER, path).documents:
            [layer] = document.layers
            marks: list[Entity | Relation] = [*layer.entities.values(), *layer.relations.values()]
            counts["documents"] += 1
            counts["T"] += len(layer.entities)
            counts["R"] += sum(not relation.meta for relation in layer.relations.values())
            counts["arguments"] += sum(bool(relation.meta) for relation in layer.relations.values())
            counts["A"] += sum(len(mark.attributes) for mark in marks)
            counts["notes"] += sum(mark.note is not None for mark in marks)
            counts["equiv"] += len(layer.chains)
            counts["discontinuous"] += sum(bool(entity.fragments) for entity in layer.entities.values())
    return counts


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("brat/example-data/tutorials/bio", {"T": 107, "R": 6, "A": 9, "notes": 4, "equiv": 2}),
        # the one N line is an attribute here
        ("brat/example-data/tutorials/news", {"T": 119, "R": 8, "A": 11 + 1, "notes": 4, "equiv": 2}),
        ("brat/example-data/corpora/NCBI-disease", {"documents": 20, "T": 226, "A": 226}),
        ("edsnlp/brat_data", {"T": 11, "R": 2, "A": 8, "notes": 1, "discontinuous": 1}),
        ("edsnlp/relations", {"T": 30, "R": 15, "A": 37}),
    ],
)
def test_real_files_give_the_counts_of_brats_own_parser(folder: str, expected: dict[str, int], peerdata: Path) -> None:
    counts = _counts(peerdata / folder)
    assert {key: counts[key] for key in expected} == expected


def test_every_event_of_the_tutorials_gives_a_relation_to_each_argument(peerdata: Path) -> None:
    folder = peerdata / "brat/example-data/tutorials"
    lines = [line for path in folder.rglob("*.ann") for line in path.read_text("utf-8").split("\n")]
    arguments = sum(len(line.split()) - 2 for line in lines if line.startswith("E"))
    assert _counts(folder)["arguments"] == arguments


def test_malformed_events_of_edsnlp_are_named_by_line(peerdata: Path) -> None:
    [path] = (peerdata / "edsnlp/brat_data").rglob("doc-1.ann")
    assert [problem.record for problem in read_file(READER, path).problems] == ["line 23", "line 24"]


def test_files_of_bratutils_say_that_their_text_is_missing(peerdata: Path) -> None:
    paths = list((peerdata / "bratutils").rglob("*.ann"))
    assert paths
    assert all(".txt" in reasons(read_file(READER, path))[0] for path in paths)


@pytest.mark.parametrize("folder", ["brat/example-data", "edsnlp/relations"])
def test_real_files_are_written_again_with_the_same_marks(folder: str, peerdata: Path, tmp_path: Path) -> None:
    for path in sorted((peerdata / folder).rglob("*.ann")):
        [document] = read_file(READER, path).documents
        made = ExportDocument(document.article, document.layers, list)
        ledger = Ledger()
        written = BratWriter().write([made], tmp_path, "data", WriteOptions(), ledger)
        [again] = read_file(READER, written[1].path).documents
        before, after = document.layers[0], again.layers[0]
        assert ledger.losses == []
        assert {e.id: e._replace(meta={}) for e in before.entities.values()} == after.entities
        assert len(before.relations) == len(after.relations)
