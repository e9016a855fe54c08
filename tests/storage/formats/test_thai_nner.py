"""Thai N-NER: words and spans of words, nested at will, are read, refused where wrong, and written again."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from format_making import Ledger, documents, read_file, reasons
from hypothesis import given, settings

from khaotag.models.article import Article, ArticleState, Exclusion
from khaotag.models.layer import Entity, Layer
from khaotag.storage.formats.conll_writer import ConllWriter
from khaotag.storage.formats.contract import Document, ExportDocument, Nested, Parsed, WriteOptions
from khaotag.storage.formats.registry import name_for
from khaotag.storage.formats.thai_nner import ThaiNnerReader
from khaotag.storage.formats.thai_nner_writer import ThaiNnerWriter

READER = ThaiNnerReader()
GOOD = {"tokens": ["นาย", "_", "ก้อง", "."], "entities": [{"span": [0, 3], "entity_type": "person"}]}


def _read(folder: Path, *records: Any) -> Parsed:
    path = folder / "x.json"
    path.write_text(json.dumps(list(records)), "utf-8")
    return read_file(READER, path)


def _write(folder: Path, made: list[ExportDocument]) -> tuple[Path, Ledger]:
    ledger = Ledger()
    [written] = ThaiNnerWriter().write(made, folder, "data", WriteOptions(), ledger)
    return written.path, ledger


def _to_write(document: Document) -> ExportDocument:
    assert document.tokens is not None
    tokens = document.tokens
    return ExportDocument(document.article, document.layers, lambda: tokens)


@pytest.fixture
def corpus(peerdata: Path) -> Parsed:
    path = peerdata / "thai-nner/sample_train.json"
    assert name_for(path) == "thai-nner"
    return read_file(READER, path)


def _spans(document: Document) -> list[tuple[int, int, str]]:
    return [(e.start, e.end, e.label) for e in document.layers[0].sorted_entities()]


def test_the_corpus_has_its_documents_words_entities_and_nested_pairs(corpus: Parsed, peerdata: Path) -> None:
    assert corpus.problems == []
    spans = [_spans(document) for document in corpus.documents]
    pairs = [pair for found in spans for pair in combinations(found, 2)]
    same = sum(one[:2] == other[:2] for one, other in pairs)
    inside = sum(
        (one[0] <= other[0] and other[1] <= one[1]) or (other[0] <= one[0] and one[1] <= other[1])
        for one, other in pairs
    )
    assert len(corpus.documents) == 71
    # one word of the corpus begins with the mark above the letter before it, “์น”, which no token of ours does
    assert sum(len(document.tokens or ()) for document in corpus.documents) == 6910 - 1
    assert sum(map(len, spans)) == 1409
    assert sum(len(set(found)) for found in spans) == 1405
    assert inside - same == 868
    assert same == 8
    records = json.loads((peerdata / "thai-nner/sample_train.json").read_text("utf-8"))
    for record, document in zip(records, corpus.documents, strict=True):
        surfaces = sorted(e["text"].replace(" ", "").replace("_", " ") for e in record["entities"])
        assert sorted(e.surface(document.article.text) for e in document.layers[0].entities.values()) == surfaces


def test_the_corpus_is_written_as_it_was(corpus: Parsed, peerdata: Path, tmp_path: Path) -> None:
    path, ledger = _write(tmp_path, [_to_write(document) for document in corpus.documents])
    assert (ledger.losses, ledger.cut) == ([], 0)
    records = json.loads((peerdata / "thai-nner/sample_train.json").read_text("utf-8"))
    written = json.loads(path.read_text("utf-8"))
    same = [one for one, other in zip(written, records, strict=True) if one["tokens"] == other["tokens"]]
    assert len(same) == 71 - 1
    for one, other in zip(written, records, strict=True):
        told = [sorted(json.dumps(e, sort_keys=True) for e in record["entities"]) for record in (one, other)]
        assert one not in same or (told[0] == told[1] and one["text"] == other["text"])
    again = read_file(READER, path)
    assert [d.article for d in again.documents] == [
        d.article._replace(sources=again.documents[0].article.sources) for d in corpus.documents
    ]
    assert [d.layers for d in again.documents] == [d.layers for d in corpus.documents]


@pytest.mark.parametrize(("nested", "written"), [("outermost", 662), ("innermost", 0), ("layers", 1409)])
def test_nothing_nested_is_lost_to_conll_without_a_word(
    corpus: Parsed, nested: Nested, written: int, tmp_path: Path
) -> None:
    ledger = Ledger()
    files = ConllWriter().write(
        map(_to_write, corpus.documents), tmp_path, "data", WriteOptions("bioes", nested), ledger
    )
    text = "".join(file.path.read_text("utf-8") for file in files)
    count = sum(line.split("\t")[1][:2] in ("B-", "S-") for line in text.split("\n") if "\t" in line)
    assert count + len(ledger.losses) == 1409
    told = {(loss.article, loss.what) for loss in ledger.losses}
    assert len(told) == len(ledger.losses)
    assert ledger.cut == 0
    if nested != "innermost":
        assert count == written
    for document in corpus.documents:
        kept = [e for e in document.layers[0].entities.values() if (document.article.id, e.id) not in told]
        if nested != "layers":
            assert all(one.end <= other.start or other.end <= one.start for one, other in combinations(kept, 2))


@settings(max_examples=60)
@given(documents(one_layer=True))
def test_every_entity_is_read_back_or_reported(document: ExportDocument) -> None:
    with TemporaryDirectory() as folder:
        path, ledger = _write(Path(folder), [document])
        parsed = read_file(READER, path) if document.tokens() or "text" not in ledger.what else Parsed([], [])
    text = document.article.text
    read = [(e.label, e.surface(d.article.text)) for d in parsed.documents for e in d.layers[0].entities.values()]
    kept = [e for e in document.layers[0].entities.values() if e.id not in ledger.what]
    wanted = [(e.label, text[e.start : e.end].replace("_", " ")) for e in kept]
    assert sorted((label, surface.replace("_", " ")) for label, surface in read) == sorted(wanted)
    if not document.article.state.confirmed():
        assert [d.article.text.replace("_", " ") for d in parsed.documents] == [text.replace("_", " ")]


def test_line_feeds_spaces_and_excluded_stretches_become_words_or_go(tmp_path: Path) -> None:
    text = "ก  ข\n\nค_ ง"
    article = Article("a", text, state=ArticleState((Exclusion(8, 10, None, "confirmed"),)))
    layer = Layer("noi", entities={"e1": Entity("e1", "X", 3, 7), "e2": Entity("e2", "X", 9, 10)})
    tokens = [(0, 1), (1, 3), (3, 4), (6, 7), (7, 8)]
    path, ledger = _write(tmp_path, [ExportDocument(article, (layer,), lambda: tokens)])
    [record] = json.loads(path.read_text("utf-8"))
    assert record["tokens"] == ["ก", "_", "_", "ข", "\n", "\n", "ค", "_"]
    assert record["entities"] == [{"span": [3, 7], "entity_type": "X", "text": "ข \n \n ค"}]
    assert ledger.what == ["e2", "text"]
    assert read_file(READER, path).documents[0].article.text == "ก  ข\n\nค "


@pytest.mark.parametrize(
    ("span", "told"),
    [
        ([-1, 2], "negative"),
        ([3, 1], "reversed"),
        ([1, 1], "empty"),
        ([0, 5], "word 5, but there are 4"),
        ([0, 10**30], "not valid JSON|but there are 4|whole numbers"),
        ([0, 1.0], "whole numbers"),
        ([False, True], "whole numbers"),
        (["0", "1"], "whole numbers"),
        ([0], "whole numbers"),
        (7, "a list"),
        (None, "whole numbers"),
        ([0, float("nan")], "not valid JSON"),
    ],
)
def test_a_span_that_is_none_rejects_its_sentence_alone(span: Any, told: str, tmp_path: Path) -> None:
    bad = {**GOOD, "entities": [*GOOD["entities"], {"span": span, "entity_type": "x"}]}
    parsed = _read(tmp_path, GOOD, bad, {**GOOD, "tokens": ["ข", "_", "ค"]})
    assert [(problem.record, problem.rejected) for problem in parsed.problems] == [("record 2", True)]
    assert any(part in reasons(parsed)[0] for part in told.split("|"))
    assert [d.article.text for d in parsed.documents] == ["นาย ก้อง.", "ข ค"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"tokens": []}, "no words"),
        ({"tokens": "กข"}, "a list"),
        ({"tokens": ["ก", 1]}, "a text"),
        ({"entities": {}}, "a list"),
        ({"entities": [1]}, "an object"),
        ({"entities": [{"span": [0, 1]}]}, "a text"),
        ({"entities": [{"span": [0, 1], "entity_type": ""}]}, "no label"),
        ({"entities": [{"span": [0, 1], "entity_type": "x", "text": "นาง"}]}, "“นาง”"),
        ({"x": [[[[[0] * 3] * 2] * 2] * 2]}, None),
    ],
)
def test_what_else_is_wrong_is_said(change: dict[str, Any], told: str | None, tmp_path: Path) -> None:
    parsed = _read(tmp_path, {**GOOD, **change})
    assert [told in reason for reason in reasons(parsed) if told] == ([True] if told else [])
    assert len(parsed.documents) == (told is None)


def test_the_same_mark_twice_is_two_marks_with_ids_that_stay(tmp_path: Path) -> None:
    twice = {**GOOD, "entities": GOOD["entities"] * 2, "extra": {"a": 1}, "pos": ["NN"]}
    [document] = _read(tmp_path, twice).documents
    assert sorted(document.layers[0].entities) == ["person-0-8", "person-0-8~2"]
    assert document.article.meta == {"extra": {"a": 1}}
    assert document.tokens == ((0, 3), (3, 4), (4, 8), (8, 9))


def test_lines_are_read_as_a_list_is(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(f"{json.dumps(GOOD, ensure_ascii=False)}\n{json.dumps({**GOOD, 'tokens': list('กขค')})}\n", "utf-8")
    assert name_for(path) == "thai-nner"
    assert [d.article.text for d in read_file(READER, path).documents] == ["นาย ก้อง.", "กขค"]


def test_the_text_of_an_entity_may_be_its_words(tmp_path: Path) -> None:
    entity = {"span": [0, 3], "entity_type": "person", "text": ["นาย", "_", "ก้อง"]}
    parsed = _read(tmp_path, {**GOOD, "entities": [entity]}, {**GOOD, "entities": [{**entity, "text": ["นาง"]}]})
    assert [_spans(document) for document in parsed.documents] == [[(0, 8, "person")]]
    assert ["its text is “นาง”" in reason for reason in reasons(parsed)] == [True]
