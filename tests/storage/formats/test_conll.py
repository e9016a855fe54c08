"""CoNLL: words and tags that name the same entities again, and a report of each one that has no tag."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from format_making import Ledger, documents, export_of, read_file, read_line, reasons, tokens_of
from hypothesis import given, settings
from hypothesis import strategies as st

from khaotag.models.article import Article, ArticleState, Exclusion
from khaotag.models.layer import Entity, Layer, Relation
from khaotag.models.tokens import Token
from khaotag.storage.formats import columns
from khaotag.storage.formats.columns import Block
from khaotag.storage.formats.conll import ConllReader
from khaotag.storage.formats.conll_schemes import scheme_of
from khaotag.storage.formats.conll_sentences import sentences_of, spans_of
from khaotag.storage.formats.conll_writer import ConllWriter
from khaotag.storage.formats.contract import ExportDocument, Nested, NotTheSame, Parsed, Scheme, WriteOptions
from khaotag.storage.formats.flatten import flatten, levels
from khaotag.storage.formats.thainer import ThaiNerReader

READER = ConllReader()
SCHEMES: tuple[Scheme, ...] = ("iob2", "bioes", "io")
TEXT = "นาย ก้อง ไป อบต.นาคำ"


def _read(text: str) -> Parsed:
    return read_line(READER, Block(1, text.split("\n")))


def _marks(parsed: Parsed) -> list[tuple[str, str]]:
    [document] = parsed.documents
    return [(e.label, e.surface(document.article.text)) for e in document.layers[0].sorted_entities()]


def _document(
    *entities: Entity, text: str = TEXT, tokens: Sequence[Token] | None = None, **state: object
) -> ExportDocument:
    article = Article("a1", text, state=ArticleState(**state))
    layer = Layer("noi", entities={entity.id: entity for entity in entities})
    return ExportDocument(article, (layer,), lambda: tokens if tokens is not None else tokens_of(article))


def _write(
    folder: Path, made: list[ExportDocument], scheme: Scheme = "iob2", nested: Nested = "outermost"
) -> tuple[list[str], Ledger]:
    ledger = Ledger()
    written = ConllWriter().write(made, folder, "data", WriteOptions(scheme, nested), ledger)
    return [file.path.read_text("utf-8") for file in written], ledger


@settings(max_examples=120)
@given(documents(one_layer=True), st.sampled_from(SCHEMES), st.sampled_from(["outermost", "innermost", "layers"]))
def test_every_entity_is_read_back_or_reported(document: ExportDocument, scheme: Scheme, nested: Nested) -> None:
    with TemporaryDirectory() as folder:
        ledger = Ledger()
        written = ConllWriter().write([document], Path(folder), "data", WriteOptions(scheme, nested), ledger)
        read = []
        for file in written:
            for line in file.path.read_text("utf-8").split("\n\n"):
                for sentence in sentences_of(line.split("\n"), 1):
                    read += [(s.label, "".join(sentence.words[s.first : s.after])) for s in sentence.spans]
    [layer] = document.layers
    kept = [e for e in layer.sorted_entities() if e.id not in ledger.what]
    text = document.article.text
    if scheme == "io":
        assert len(read) == len(kept)
    else:
        assert sorted(read) == sorted((e.label, text[e.start : e.end]) for e in kept)
    assert set(layer.relations) <= set(ledger.what)


def _words_of(block: str) -> list[list[str]]:
    """Return the words of each paragraph of one article's lines."""
    parts = [part for part in block.split("\n\n") if part]
    return [[line.rpartition("\t")[0] for line in part.split("\n") if line] for part in parts]


@settings(max_examples=60)
@given(st.lists(documents(one_layer=True), max_size=4), st.sampled_from(SCHEMES))
def test_a_file_of_several_articles_gives_each_one_its_words(made: list[ExportDocument], scheme: Scheme) -> None:
    with TemporaryDirectory() as folder:
        [text], _ = _write(Path(folder), made, scheme)
        parsed = read_file(READER, Path(folder) / "data.conll")
    blocks = [_words_of(block) for block in text.split("-DOCSTART-\tO\n\n") if block]
    assert len(parsed.documents) == len(blocks)
    for document, words in zip(parsed.documents, blocks, strict=True):
        joined = "\n".join("".join(part) for part in words)
        # where nothing is Thai and no word is a space, the words are taken for English
        assert document.article.text in (joined, "\n".join(" ".join(part) for part in words))
        assert document.article.text == joined or not re.search("[ก-๛ ]", joined)


def test_a_word_is_cut_where_an_entity_ends_inside_it_and_the_cuts_are_counted(tmp_path: Path) -> None:
    whole = [(0, 3), (3, 4), (4, 8), (8, 9), (9, 11), (11, 12), (12, 20)]
    entity = Entity("e1", "LOCAL_GOV", 12, 16)
    inside = Entity("e2", "PERSON", 4, 8)
    [text], ledger = _write(tmp_path, [_document(entity, inside, tokens=whole)])
    assert text == "นาย\tO\n \tO\nก้อง\tB-PERSON\n \tO\nไป\tO\n \tO\nอบต.\tB-LOCAL_GOV\nนาคำ\tO\n\n"
    assert ledger.cut == 1
    assert ledger.losses == []


@pytest.mark.parametrize(
    ("scheme", "tags"),
    [
        ("iob2", ["B-A", "I-A", "I-A", "B-A", "O"]),
        ("bioes", ["B-A", "I-A", "E-A", "S-A", "O"]),
        ("io", ["I-A", "I-A", "I-A", "I-A", "O"]),
    ],
)
def test_each_scheme_spells_two_neighbours_in_its_way(scheme: Scheme, tags: list[str], tmp_path: Path) -> None:
    pair = _document(
        Entity("e1", "A", 0, 3), Entity("e2", "A", 3, 4), text="กขคงจ", tokens=[(i, i + 1) for i in range(5)]
    )
    [text], ledger = _write(tmp_path, [pair], scheme)
    assert [line.split("\t")[1] for line in text.strip().split("\n")] == tags
    assert ledger.what == (["e2"] if scheme == "io" else [])


def test_nested_entities_are_kept_by_choice_and_the_others_reported(tmp_path: Path) -> None:
    outer, inner, twin = Entity("e1", "ORG", 0, 8), Entity("e2", "PERSON", 4, 8), Entity("e3", "A", 0, 8)
    made = [_document(outer, inner, twin)]
    [text], ledger = _write(tmp_path, made)
    assert "B-A" in text
    assert sorted(ledger.what) == ["e1", "e2"]
    [text], ledger = _write(tmp_path, made, nested="innermost")
    assert "B-PERSON" in text
    assert sorted(ledger.what) == ["e1", "e3"]


def test_with_layers_every_level_has_a_file_with_all_words_of_all_articles(tmp_path: Path) -> None:
    flat = _document(Entity("e1", "PERSON", 4, 8))
    deep = _document(Entity("e1", "ORG", 0, 8), Entity("e2", "PERSON", 4, 8))
    texts, ledger = _write(tmp_path, [flat, deep, flat], nested="layers")
    assert sorted(path.name for path in tmp_path.glob("data*")) == ["data.conll", "data.level2.conll"]
    words = [[line.rpartition("\t")[0] for line in text.split("\n")] for text in texts]
    assert words[0] == words[1]
    assert [text.count("B-PERSON") for text in texts] == [2, 1]
    assert ledger.losses == []
    assert ConllWriter().needs_folder(WriteOptions(nested="layers"))
    assert not ConllWriter().needs_folder(WriteOptions())


def test_what_tags_cannot_say_is_reported_with_a_reason(tmp_path: Path) -> None:
    text = "ก ข\nค ง"
    marks = {
        "split": Entity("split", "A", 0, 3, ((0, 1), (2, 3))),
        "lines": Entity("lines", "A", 2, 5),
        "out": Entity("out", "A", 6, 7, attributes={"x": True}, note="n"),
    }
    layer = Layer("noi", entities=marks, relations={"r1": Relation("r1", "R", "out", "lines")})
    article = Article("a1", text, state=ArticleState((Exclusion(5, 7, None, "confirmed"),)))
    ledger = Ledger()
    document = ExportDocument(article, (layer,), lambda: tokens_of(article))
    ConllWriter().write([document], tmp_path, "data", WriteOptions(), ledger)
    told = {loss.what: str(loss.why) for loss in ledger.losses}
    assert sorted(told) == ["attributes", "lines", "notes", "out", "r1", "split"]
    assert "discontinuous" in told["split"]
    assert "paragraph" in told["lines"]
    assert "excluded" in told["out"]


def test_confirmed_exclusions_are_left_out_and_proposed_ones_are_not(tmp_path: Path) -> None:
    stretch = (Exclusion(0, 3), Exclusion(4, 8, None, "confirmed"))
    [text], _ = _write(tmp_path, [_document(excluded=stretch)])
    written = "".join(line.rpartition("\t")[0] for line in text.split("\n"))
    assert written == "นาย" + TEXT[3] + TEXT[8:]


def test_articles_are_told_apart_and_one_alone_has_no_line_between(tmp_path: Path) -> None:
    one, two = _document(text="ก ข\nค"), _document(Entity("e1", "A", 0, 1), text="ง จ")
    [text], _ = _write(tmp_path, [one])
    assert "-DOCSTART-" not in text
    _write(tmp_path, [one, two])
    parsed = read_file(READER, tmp_path / "data.conll")
    assert [document.article.text for document in parsed.documents] == ["ก ข\nค", "ง จ"]
    assert [len(document.layers[0].entities) for document in parsed.documents] == [0, 1]


def test_a_text_that_looks_like_the_format_is_still_read_back(tmp_path: Path) -> None:
    text = "-DOCSTART- x\ta\tO\n# y\t\t\n \t "
    document = _document(text=text, tokens=[(0, 10), (10, 11), (11, 16), (17, 18), (18, 20), (20, 22), (23, 26)])
    _write(tmp_path, [document])
    parsed = read_file(READER, tmp_path / "data.conll")
    assert [d.article.text for d in parsed.documents] == [text]


def test_a_file_that_comes_back_otherwise_does_not_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("khaotag.storage.formats.conll_writer._tags", lambda *given: ["O"] * given[1])
    with pytest.raises(NotTheSame):
        _write(tmp_path, [_document(Entity("e1", "PERSON", 4, 8))])


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ("B-A I-A O B-A", [("A", 0, 2), ("A", 3, 4)]),
        ("I-A I-A B-A I-A", [("A", 0, 2), ("A", 2, 4)]),
        ("I-A I-B I-B O", [("A", 0, 1), ("B", 1, 3)]),
        ("S-A B-A E-A B-A I-A E-A", [("A", 0, 1), ("A", 1, 3), ("A", 3, 6)]),
        ("U-A B-A L-A O", [("A", 0, 1), ("A", 1, 3)]),
        ("E-A I-A S-A", [("A", 0, 1), ("A", 1, 2), ("A", 2, 3)]),
        ("B-A I-B", [("A", 0, 1), ("B", 1, 2)]),
    ],
)
def test_tags_of_every_scheme_spell_entities(tags: str, spans: list[tuple[str, int, int]]) -> None:
    pairs = [("O", "") if tag == "O" else (tag[0], tag[2:]) for tag in tags.split()]
    assert [tuple(span) for span in spans_of(pairs)] == spans


def test_columns_between_word_and_tag_are_passed_over_and_spaces_are_words() -> None:
    four = "ส.ส.\tNN\tx\tB-POSITION\n \tPU\tx\tO\nบุญ\tNN\tx\tB-PERSON\nมี\tNN\tx\tI-PERSON"
    parsed = _read(four)
    assert parsed.documents[0].article.text == "ส.ส. บุญมี"
    assert _marks(parsed) == [("POSITION", "ส.ส."), ("PERSON", "บุญมี")]
    english = _read("EU NNP B-NP B-ORG\nrejects VBZ B-VP O\n\nPeter NNP B-NP B-PER\nBlackburn NNP I-NP I-PER")
    assert english.documents[0].article.text == "EU rejects\nPeter Blackburn"
    assert _marks(english) == [("ORG", "EU"), ("PER", "Peter Blackburn")]


def test_what_stands_between_words_is_told_from_the_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "x.conll"
    path.write_text("นาย\tB-PER\n\n-DOCSTART-\tO\n\n-\tO\n-\tO\nA\tO\n", "utf-8")
    assert [d.article.text for d in read_file(READER, path).documents] == ["นาย", "--A"]
    path.write_text("EU B-ORG\n\n-DOCSTART- O\n\nleft O\nParis B-LOC\n", "utf-8")
    assert [d.article.text for d in read_file(READER, path).documents] == ["EU", "left Paris"]


def test_labels_without_prefixes_are_tags_where_no_tag_has_one() -> None:
    assert _marks(_read("ก\tPERSON\nข\tPERSON\nค\tO")) == [("PERSON", "กข")]


@pytest.mark.parametrize("line", ["ข", "ข\tPERSON", "\tO", "ข\tB-", "ข\tB-A\tx", "ข B-A"])
def test_a_bad_line_rejects_its_sentence_and_leaves_the_others(line: str) -> None:
    parsed = _read(f"ก\tB-A\n\nก\tO\n{line}\nค\tB-A\n\nง\tB-A")
    assert [(problem.record, problem.rejected) for problem in parsed.problems] == [("line 4", True)]
    assert parsed.documents[0].article.text == "ก\nง"
    assert _marks(parsed) == [("A", "ก"), ("A", "ง")]


def test_a_tag_that_cuts_a_character_is_widened_with_a_warning() -> None:
    parsed = _read("น\tB-A\nี่\tO\nน\tO")
    assert [problem.rejected for problem in parsed.problems] == [False]
    assert _marks(parsed) == [("A", "นี่")]


@pytest.mark.parametrize(
    ("tags", "scheme", "strays"),
    [
        ("B-A I-A O B-A B-A I-B", "IOB2", "I-B"),
        ("I-A I-A B-A O I-B I-B O B-A", "IOB1", "B-A"),
        ("I-A I-A O I-B I-A", "IO", ""),
        ("S-A B-A I-A E-A O B-B I-B O", "BIOES", "O"),
        ("U-A B-A L-A I-B", "BILOU", "I-B"),
        ("S-A B-A", "BIOES", "B-A"),
        ("B-A I-A O B-B O", "IOB2", ""),
        ("O O", "", ""),
        ("PERSON O", "", ""),
    ],
)
def test_the_scheme_is_told_from_the_whole_file_and_what_is_not_in_it_reported(
    tags: str, scheme: str, strays: str, tmp_path: Path
) -> None:
    path = tmp_path / "x.conll"
    path.write_text("\n".join(f"ก\t{tag}" for tag in tags.split()) + "\n", "utf-8")
    told = reasons(read_file(READER, path))
    assert (f"“{strays}”" in told[0] and f"in {scheme}," in told[0]) if strays else told == []
    assert scheme_of(path.read_text("utf-8").splitlines()) == scheme


def test_a_file_without_a_sentence_says_so(tmp_path: Path) -> None:
    path = tmp_path / "x.conll"
    path.write_text("\n\n")
    assert reasons(read_file(READER, path)) == ["The file is empty."]
    assert read_line(READER, Block(1, ["x"])).documents == []


def test_an_article_beyond_the_limit_is_reported_and_the_next_one_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(columns, "MAX_LINE", 100)
    path = tmp_path / "x.conll"
    path.write_text("ก\tO\n" * 200 + "-DOCSTART-\tO\n\nข\tO\n", "utf-8")
    parsed = read_file(READER, path)
    assert [document.article.text for document in parsed.documents] == ["ข"]
    assert "100" in reasons(parsed)[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
def test_a_file_is_read_in_the_encoding_it_has(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "x.conll"
    path.write_bytes("นายก\tB-POSITION\r\n \tO\r\nสมชาย\tB-PERSON\r\n".encode(encoding))
    parsed = read_file(READER, path)
    assert reasons(parsed) == []
    assert _marks(parsed) == [("POSITION", "นายก"), ("PERSON", "สมชาย")]


def test_flattening_keeps_no_two_that_overlap_and_levels_keep_all() -> None:
    entities = [Entity(f"e{i}", "A", i % 7, i % 7 + 1 + i % 5) for i in range(40)]
    for nested in ("outermost", "innermost"):
        kept, dropped = flatten(entities, nested)
        assert len(kept) + len(dropped) == len(entities)
        assert all(one.end <= other.start for one, other in pairwise(kept))
        assert all(e.start < other.end and other.start < e.end for e, other in dropped)
    assert sorted(e.id for level in levels(entities) for e in level) == sorted(e.id for e in entities)


def test_doccanos_examples_are_read_and_the_invalid_line_named(peerdata: Path) -> None:
    folder = peerdata / "doccano/data_import/data/sequence_labeling"
    assert _marks(read_file(READER, folder / "example.conll")) == [("LOC", "JAPAN"), ("PER", "Nadim Ladki")]
    assert _marks(read_file(READER, folder / "labeling.trailing.conll")) == [("LOC", "JAPAN"), ("PER", "CHINA")]
    invalid = read_file(READER, folder / "labeling.invalid.conll")
    assert [problem.record for problem in invalid.problems] == ["line 1"]
    assert _marks(invalid) == [("PER", "Nadim Ladki"), ("LOC", "AL-AIN"), ("LOC", "United Arab Emirates")]


@pytest.mark.parametrize("scheme", ["iob2", "bioes"])
def test_seqeval_counts_the_same_entities_in_what_is_written(scheme: Scheme, peerdata: Path, tmp_path: Path) -> None:
    pytest.importorskip("seqeval", reason="seqeval, which counts entities of tags, is not installed")
    from seqeval.metrics.sequence_labeling import get_entities
    from seqeval.scheme import IOB2, IOBES, Entities

    read = read_file(ThaiNerReader(), peerdata / "thai-ner/model/1.5/val.txt")
    [text], ledger = _write(tmp_path, [export_of(document) for document in read.documents], scheme)
    assert ledger.losses == []
    blocks = [block.split("\n") for block in text.removesuffix("\n\n").split("\n\n") if "-DOCSTART-" not in block]
    tags = [[line.rpartition("\t")[2] for line in block] for block in blocks]
    strict = Entities(tags, IOB2 if scheme == "iob2" else IOBES, suffix=False)
    assert sum(map(len, strict.entities)) == 1837
    assert len(get_entities(tags)) == 1837
    again = read_file(READER, tmp_path / "data.conll")
    assert sum(len(document.layers[0].entities) for document in again.documents) == 1837
    assert [d.article.text for d in again.documents] == [d.article.text for d in read.documents]


def test_a_line_beyond_the_limit_is_told_even_where_nothing_else_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(columns, "MAX_LINE", 100)
    path = tmp_path / "x.conll"
    path.write_text("a" * 300 + "\tO\n-DOCSTART- O\n\nb\tB-X\n", "utf-8")
    parsed = read_file(READER, path)
    assert _marks(parsed) == [("X", "b")]
    assert [reason[:23] for reason in reasons(parsed)] == ["The article has more th"]
