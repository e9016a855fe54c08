"""spaCy: its own library reads what is written, trains on it with the shipped configuration, and bombs are refused."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import zlib
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from format_making import Ledger, documents, read_file, reasons
from hypothesis import given, settings

from khaotag.models.article import Article, ArticleState, Exclusion, Source
from khaotag.models.layer import Chain, Entity, Layer, LayerHead, Note, Relation
from khaotag.models.text import grapheme_starts
from khaotag.models.tokens import tokenise
from khaotag.storage.engines import newmm
from khaotag.storage.formats.contract import Document, ExportDocument, NotTheSame, Parsed, WriteOptions
from khaotag.storage.formats.docbin import Doc
from khaotag.storage.formats.reading import note_id
from khaotag.storage.formats.registry import name_for
from khaotag.storage.formats.spacy_docs import SpacyReader
from khaotag.storage.formats.spacy_survival import surviving
from khaotag.storage.formats.spacy_writer import SpacyWriter
from khaotag.storage.formats.thai_nner import ThaiNnerReader

spacy = pytest.importorskip("spacy", reason="spaCy is not installed")
srsly = pytest.importorskip("srsly")

READER = SpacyReader()
TEXT = "นายก้อง 🍊 อบต.นา\nข่าว"
TOKENS = [(0, 3), (3, 7), (7, 8), (8, 9), (9, 10), (10, 16), (17, 21)]


def _write(folder: Path, made: Sequence[ExportDocument], name: str = "data") -> tuple[Path, Ledger]:
    ledger = Ledger()
    written = SpacyWriter().write(made, folder, name, WriteOptions(), ledger)
    assert [file.path.name for file in written] == [f"{name}.spacy", "config.cfg"]
    return written[0].path, ledger


def _docs(path: Path) -> list[Any]:
    if not spacy.tokens.Doc.has_extension("relations"):
        spacy.tokens.Doc.set_extension("relations", default=[])
    return list(spacy.tokens.DocBin().from_disk(path).get_docs(spacy.vocab.Vocab()))


def _document(text: str = TEXT, tokens: Sequence[tuple[int, int]] = TOKENS, **layer: Any) -> ExportDocument:
    made = Layer("noi", LayerHead("done", ("news",)), **layer)
    article = Article("a1", text, "ชื่อ", (Source("x.txt"),), {"desk": "local"})
    return ExportDocument(article, (made,), lambda: tokens)


@pytest.fixture
def corpus(peerdata: Path) -> list[Document]:
    return read_file(ThaiNnerReader(), peerdata / "thai-nner/sample_train.json").documents


def _to_write(document: Document) -> ExportDocument:
    tokens = document.tokens or ()
    return ExportDocument(document.article, document.layers, lambda: tokens)


def test_spacy_reads_every_unique_entity_of_the_corpus_and_the_outermost_ones(
    corpus: list[Document], tmp_path: Path
) -> None:
    path, ledger = _write(tmp_path, [_to_write(document) for document in corpus])
    assert (ledger.losses, ledger.cut) == ([], 0)
    docs = _docs(path)
    assert [doc.text for doc in docs] == [document.article.text for document in corpus]
    assert sum(len(doc.spans["sc"]) for doc in docs) == 1405
    assert sum(len(doc.ents) for doc in docs) == 662
    for doc, document in zip(docs, corpus, strict=True):
        told = {(e.label, e.start, e.end) for e in document.layers[0].entities.values()}
        assert {(s.label_, s.start_char, s.end_char) for s in doc.spans["sc"]} == told
    again = read_file(READER, path)
    assert again.problems == []
    assert [d.layers for d in again.documents] == [d.layers for d in corpus]
    assert name_for(path) == "spacy"


def test_all_of_them_survive_spacys_own_reading_with_the_shipped_configuration(
    corpus: list[Document], tmp_path: Path
) -> None:
    _, ledger = _write(tmp_path, [_to_write(document) for document in corpus])
    config = spacy.util.load_config(tmp_path / "config.cfg", {"paths.train": str(tmp_path / "data.spacy")})
    nlp = spacy.blank("th")
    found: dict[bool, int] = {}
    for gold in (True, False):
        assert config["corpora"]["train"]["gold_preproc"] is True
        reader = spacy.training.Corpus(tmp_path / "data.spacy", gold_preproc=gold)
        found[gold] = sum(len(example.get_aligned_spans_y2x(list(example.y.spans["sc"]), allow_overlap=True))
                          for example in reader(nlp))  # fmt: skip
    assert found[True] == 1405
    # what the report says of newmm without our cuts; four of the 1,409 are the same mark twice
    count, of = ledger.survivors
    assert of == 1409
    assert found[False] <= count <= found[False] + 4


def test_survival_is_judged_as_newmm_cuts_the_whole_text(corpus: list[Document]) -> None:
    from pythainlp.tokenize import word_tokenize

    for document in corpus[:12]:
        text = document.article.text
        edges = set(accumulate(map(len, word_tokenize(text)), initial=0))
        ranges = [(e.start, e.end) for e in document.layers[0].entities.values()]
        assert surviving(text, ranges) == sum(start in edges and end in edges for start, end in ranges)


def test_survival_is_known_of_our_own_words_without_cutting_again() -> None:
    from pythainlp.tokenize import word_tokenize

    # a word with a space in it, numbers that newmm joins, and signs that it does not part as we do
    text = "ในอำเภอต่าง ๆ เวลา12:30น. (22, “COVID-19”)\nพรรคMFP, ฯลฯ\n" + "9" * 60 + "บาท"
    edges = {0, text.index("9" * 60), len(text) - 3, *accumulate(map(len, word_tokenize(text)))}
    plain = tokenise(text, newmm.cutter())
    for at in (*grapheme_starts(text), len(text)):
        if not text[at - 1 : at + 1].isdecimal():
            found = surviving(text, [(at, at)]), surviving(text, [(at, at)], plain)
            assert found == (at in edges, at in edges), text[:at]


# Both commands in one process: most of a short one's time goes into importing the library.
_COMMANDS = """
import sys
from spacy.cli import app
from typer.main import get_command

run = get_command(app)
for line in sys.argv[1:]:
    run(line.split(), standalone_mode=False)
"""


def _run(folder: Path, *lines: str) -> str:
    given = {**os.environ, "PYTHAINLP_READ_ONLY": "1", "PYTHAINLP_OFFLINE": "1", "NO_COLOR": "1"}
    command = [sys.executable, "-W", "ignore", "-c", _COMMANDS, *lines]
    ran = subprocess.run(command, cwd=folder, env=given, capture_output=True, text=True, check=False, timeout=120)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


@pytest.mark.slow
def test_spacy_finds_the_data_good_and_trains_on_it(corpus: list[Document], tmp_path: Path) -> None:
    short = sorted(corpus, key=lambda document: len(document.tokens or ()))[:12]
    # spaCy calls fewer than a hundred documents an error
    _write(tmp_path, [_to_write(document) for document in short[4:]] * 13, "train")
    _write(tmp_path, [_to_write(document) for document in short[:4]], "dev")
    told = _run(
        tmp_path,
        "debug data config.cfg --no-format",
        "train config.cfg --output model --training.max_steps 2 --training.eval_frequency 2 "
        "--components.spancat.suggester.max_size 4",
    )
    assert "misaligned tokens in the training data" not in told
    assert "104 training docs" in told
    assert (tmp_path / "model/model-last/meta.json").exists()


def test_everything_but_the_second_range_comes_back(tmp_path: Path) -> None:
    entities = {
        "e1": Entity("e1", "PERSON", 0, 7, (), {"ชนิด": "เต็ม"}, "note", "suggestion:rules", 0.5, ("a:e1",), {"x": 1}),
        "e2": Entity("e2", "ORG", 10, 16),
        "e3": Entity("e3", "PERSON", 3, 7),
        "e4": Entity("e4", "PERSON", 3, 7),
        "e5": Entity("e5", "X", 0, 9, ((0, 3), (8, 9))),
        "e6": Entity("e6", "ORG", 7, 16),
    }
    relations = {"r1": Relation("r1", "IN", "e1", "e2", {"y": True}), "r2": Relation("r2", "IN", "e1", "e5")}
    layer = {
        "entities": entities,
        "relations": relations,
        "chains": {"c1": Chain("c1", None, ("e1", "e3"))},
        "notes": {note_id("noi", "?", 0): Note(note_id("noi", "?", 0), "noi", "?")},
    }
    document = _document(**layer)
    path, ledger = _write(tmp_path, [document])
    assert ledger.what == ["e5", "r2"]
    [doc] = _docs(path)
    assert doc.text == TEXT
    assert [(s.label_, s.text) for s in doc.spans["sc"]] == [
        ("PERSON", "นายก้อง"), ("PERSON", "ก้อง"), ("ORG", " 🍊 อบต.นา"), ("ORG", "อบต.นา")
    ]  # fmt: skip
    # an entity with a space at its edge is none that spaCy's recogniser can learn
    assert [ent.text for ent in doc.ents] == ["นายก้อง"]
    [link] = doc._.relations
    assert (link["label"], link["head"], link["tail"]) == ("IN", "e1", "e2")
    assert doc.spans["sc"][link["tail_span"]].text == "อบต.นา"
    [read] = read_file(READER, path).documents
    kept = {key: entity for key, entity in entities.items() if key != "e5"}
    assert read.layers == (document.layers[0]._replace(entities=kept, relations={"r1": relations["r1"]}),)
    assert read.article == document.article
    assert '"PERSON"' in SpacyWriter().preview(document, WriteOptions(), ledger)


@settings(max_examples=30)
@given(documents(one_layer=True))
def test_every_mark_is_read_back_or_reported(document: ExportDocument) -> None:
    with TemporaryDirectory() as folder:
        path, ledger = _write(Path(folder), [document])
        parsed = read_file(READER, path)
        docs = _docs(path)
    lost = set(ledger.what)
    assert len(docs) == len(parsed.documents) == ("text" not in lost)
    for read, doc in zip(parsed.documents, docs, strict=True):
        [layer] = document.layers
        entities = {key: e for key, e in layer.entities.items() if key not in lost}
        mine = read.layers[0]
        assert doc.text == read.article.text
        assert mine.entities.keys() == entities.keys()
        assert mine.relations.keys() == layer.relations.keys() - lost
        if not document.article.state.confirmed():
            assert read.article.text == document.article.text
            assert all(mine.entities[key]._replace(note=e.note) == e for key, e in entities.items())


def test_what_is_excluded_is_left_out_and_the_marks_move_with_the_text(tmp_path: Path) -> None:
    excluded = (Exclusion(0, 8, None, "confirmed"),)
    article = Article("a1", TEXT, state=ArticleState(excluded))
    layer = Layer("noi", entities={"e1": Entity("e1", "PERSON", 0, 7), "e2": Entity("e2", "ORG", 10, 14)})
    path, ledger = _write(tmp_path, [ExportDocument(article, (layer,), lambda: TOKENS[3:])])
    assert (ledger.what, ledger.cut) == (["e1"], 1)
    [read] = read_file(READER, path).documents
    assert read.article.text == TEXT[8:]
    assert [e.surface(read.article.text) for e in read.layers[0].entities.values()] == ["อบต."]


def test_what_others_wrote_is_read_with_its_groups_and_spaces(tmp_path: Path) -> None:
    vocab = spacy.vocab.Vocab()
    doc = spacy.tokens.Doc(vocab, words=["Somchai", "left", "Nan", "."], spaces=[True, True, False, False])
    doc.ents = [spacy.tokens.Span(doc, 0, 1, "PERSON")]
    doc.spans["sc"] = [spacy.tokens.Span(doc, 0, 1, "PERSON"), spacy.tokens.Span(doc, 0, 3, "EVENT")]
    doc.spans["malee"] = [spacy.tokens.Span(doc, 2, 3, "PLACE")]
    bare = spacy.tokens.Doc(vocab, words=["นาย", "ก้อง"])
    spacy.tokens.DocBin(docs=[doc, bare]).to_disk(tmp_path / "x.spacy")
    parsed = read_file(READER, tmp_path / "x.spacy")
    assert parsed.problems == []
    assert [d.article.text for d in parsed.documents] == ["Somchai left Nan.", "นายก้อง"]
    marks = parsed.documents[0].layers[0].sorted_entities()
    assert [(e.label, e.start, e.end, e.attributes) for e in marks] == [
        ("PERSON", 0, 7, {}), ("EVENT", 0, 16, {}), ("PLACE", 13, 16, {"group": "malee"})
    ]  # fmt: skip


def test_spans_that_were_changed_in_spacy_win_over_our_user_data(tmp_path: Path) -> None:
    path, _ = _write(tmp_path, [_document(entities={"e1": Entity("e1", "PERSON", 0, 7)})])
    [doc] = _docs(path)
    doc.spans["sc"] = [spacy.tokens.Span(doc, 1, 2, "PERSON")]
    doc.ents = []
    spacy.tokens.DocBin(docs=[doc], store_user_data=True).to_disk(path)
    parsed = read_file(READER, path)
    assert [(e.start, e.end) for e in parsed.documents[0].layers[0].entities.values()] == [(3, 7)]
    assert [problem.rejected for problem in parsed.problems] == [False]


def test_the_same_articles_give_the_same_bytes_and_parts_one_configuration(tmp_path: Path) -> None:
    made = [_document(entities={"e1": Entity("e1", "PERSON", 0, 7)})] * 3
    one, _ = _write(tmp_path, made, "train")
    two, _ = _write(tmp_path, made, "dev")
    assert one.read_bytes() == two.read_bytes()
    assert 'train = "train.spacy"\ndev = "dev.spacy"' in (tmp_path / "config.cfg").read_text("utf-8")


def test_a_document_that_comes_back_otherwise_does_not_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = Doc([], [], [], {}, {})
    monkeypatch.setattr("khaotag.storage.formats.docbin_file.decoded", lambda *_: nothing)
    with pytest.raises(NotTheSame):
        _write(tmp_path, [_document()])


def _packed(folder: Path, **change: Any) -> Parsed:
    path, _ = _write(folder, [_document(entities={"e1": Entity("e1", "PERSON", 0, 7)})])
    message = srsly.msgpack_loads(zlib.decompress(path.read_bytes()))
    path.write_bytes(zlib.compress(srsly.msgpack_dumps({**message, **change})))
    return read_file(READER, path)


class _Evil:
    def __reduce__(self) -> tuple[Any, ...]:
        return os.system, ("touch evil",)


@pytest.mark.parametrize(
    "change",
    [
        {"lengths": b"\xff\xff\xff\xff"},
        {"lengths": (2**31 - 1).to_bytes(4, "little")},
        {"lengths": b"x"},
        {"tokens": b""},
        {"strings": []},
        {"strings": 7},
        {"attrs": []},
        {"attrs": [77]},
        {"span_groups": [b"x"]},
        {"span_groups": [srsly.msgpack_dumps({srsly.msgpack_dumps({"name": "sc", "spans": [b"1"]}): ["sc"]})]},
        {"user_data": [b"\xc1"]},
        {"user_data": [pickle.dumps(_Evil())]},
        {"user_data": [b"\x91" * 5000]},
        {"user_data": [b"\xc7\x01\x05x"]},
    ],
)
def test_a_damaged_or_evil_file_is_refused_and_runs_nothing(change: dict[str, Any], tmp_path: Path) -> None:
    parsed = _packed(tmp_path, **change)
    assert parsed.documents == []
    assert [problem.rejected for problem in parsed.problems] == [True]
    assert not Path("evil").exists()


def test_spans_outside_the_words_are_refused(tmp_path: Path) -> None:
    for first, after in ((-1, 2), (3, 1), (0, 99), (2, 2)):
        span = (bytes(16) + spacy.strings.get_string_id("PERSON").to_bytes(8, "big")
                + b"".join(at.to_bytes(4, "big", signed=True) for at in (first, after, 0, 0)))  # fmt: skip
        group = srsly.msgpack_dumps({"name": "sc", "attrs": {}, "spans": [span]})
        parsed = _packed(tmp_path, span_groups=[srsly.msgpack_dumps({group: ["sc"]})])
        assert "is none; there are" in reasons(parsed)[0]


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "x.spacy"
    packer = zlib.compressobj(1)
    with path.open("wb") as file:
        for _ in range(80):
            file.write(packer.compress(bytes(1 << 20)))
        file.write(packer.flush())
    assert path.stat().st_size < 500_000
    assert "unpacks to more than" in reasons(read_file(READER, path))[0]
    path.write_bytes(b"\x78\x9cno")
    assert "damaged" in reasons(read_file(READER, path))[0]
    path.write_bytes(zlib.compress(b"\x80"))
    assert "DocBin" in reasons(read_file(READER, path))[0]


def test_relations_that_other_programs_left_in_user_data_are_read(tmp_path: Path) -> None:
    doc = spacy.tokens.Doc(spacy.vocab.Vocab(), words=["A", "met", "B"])
    spans = [spacy.tokens.Span(doc, 0, 1, label="X"), spacy.tokens.Span(doc, 2, 3, label="Y")]
    doc.ents = doc.spans["sc"] = spans
    doc.user_data["._.", "rel", None, None] = {(0, 2): {"MET": 1.0, "HIT": 0.0}, (1, 2): {"MET": 1.0}}
    doc.user_data["._.", "relations", None, None] = [
        {"label": "SAW", "head_span": 1, "tail_span": 0},
        {"label": "SAW", "head_span": 7, "tail_span": 0},
    ]
    path = tmp_path / "x.spacy"
    spacy.tokens.DocBin(store_user_data=True, docs=[doc]).to_disk(path)
    parsed = read_file(READER, path)
    [layer] = parsed.documents[0].layers
    ends = {(r.label, layer.entities[r.head].label, layer.entities[r.tail].label) for r in layer.relations.values()}
    assert ends == {("MET", "X", "Y"), ("SAW", "Y", "X")}
    assert [reason[:11] for reason in reasons(parsed)] == ["2 relations"]
