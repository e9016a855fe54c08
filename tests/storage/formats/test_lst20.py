"""LST20: its columns are read by what is in them, its slips named, and what is written comes back."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from format_making import Ledger, documents, read_file, reasons
from hypothesis import example, given, settings

from khaotag.models.article import Article
from khaotag.models.layer import Entity, Layer
from khaotag.storage.formats.contract import ExportDocument, Parsed, WriteOptions
from khaotag.storage.formats.lst20 import Lst20Reader
from khaotag.storage.formats.lst20_writer import Lst20Writer
from khaotag.storage.formats.registry import name_for

READER = Lst20Reader()


def _read(folder: Path, text: str) -> Parsed:
    path = folder / "T00001.txt"
    path.write_bytes(text.encode())
    return read_file(READER, path)


def _marks(parsed: Parsed) -> list[tuple[str, str]]:
    return [(e.label, e.surface(d.article.text)) for d in parsed.documents for e in d.layers[0].sorted_entities()]


def _write(folder: Path, made: list[ExportDocument]) -> tuple[Path, Ledger]:
    ledger = Ledger()
    [written] = Lst20Writer().write(made, folder, "data", WriteOptions(), ledger)
    return written.path, ledger


def test_stanzas_excerpt_has_its_words_entities_and_text(peerdata: Path) -> None:
    folder = peerdata / "stanza-lst20"
    path = folder / "small_lst_sample.txt"
    assert name_for(path) == "lst20"
    parsed = read_file(READER, path)
    [document] = parsed.documents
    text = document.article.text
    assert text == (folder / "EXPECTED_text_space_between_sentences.txt").read_text("utf-8").strip("\n")
    assert parsed.problems == []
    assert _marks(parsed) == [("PER", "สุรยุทธ์"), ("ORG", "อียู"), ("DTM", "1 กันยายน 2550"), ("DTM", "12:21 น.")]
    assert document.tokens is not None
    # 32 words of the file, and the two spaces between its sentences
    assert len(document.tokens) == 32 + 2
    assert "".join(text[start:end] for start, end in document.tokens) == text


def test_what_was_read_of_stanzas_excerpt_is_written_and_read_again(peerdata: Path, tmp_path: Path) -> None:
    [document] = read_file(READER, peerdata / "stanza-lst20/small_lst_sample.txt").documents
    tokens = document.tokens or ()
    path, ledger = _write(tmp_path, [ExportDocument(document.article, document.layers, lambda: tokens)])
    assert (ledger.losses, ledger.cut) == ([], 0)
    [again] = read_file(READER, path).documents
    assert (again.article.text, again.tokens, again.layers) == (
        document.article.text,
        document.tokens,
        document.layers,
    )


@settings(max_examples=80)
@example(ExportDocument(Article("a", "\tก"), (Layer("noi"),), lambda: [(0, 2)]))  # a word that makes its line wider
@given(documents(one_layer=True))
def test_every_entity_is_read_back_or_reported(document: ExportDocument) -> None:
    with TemporaryDirectory() as folder:
        path, ledger = _write(Path(folder), [document])
        parsed = read_file(READER, path) if path.stat().st_size else Parsed([], [])
    [layer] = document.layers
    kept = [e for e in layer.sorted_entities() if e.id not in ledger.what]
    assert [problem for problem in parsed.problems if problem.rejected] == []
    text = document.article.text
    read = sorted((label, surface.replace("_", " ")) for label, surface in _marks(parsed))
    assert read == sorted((e.label, text[e.start : e.end].replace("_", " ")) for e in kept)


def test_two_articles_are_two_again_and_their_paragraphs_sentences(tmp_path: Path) -> None:
    made = [
        ExportDocument(Article("a", "ก ข\nค"), (Layer("noi", entities={"e": Entity("e", "PER", 0, 1)}),),
                       lambda: [(0, 1), (1, 2), (2, 3), (4, 5)]),
        ExportDocument(Article("b", "ง  จ 5"), (Layer("noi", entities={"e": Entity("e", "LOC", 0, 4)}),),
                       lambda: [(0, 1), (1, 3), (3, 4), (4, 5), (5, 6)]),
    ]  # fmt: skip
    path, ledger = _write(tmp_path, made)
    assert path.read_text("utf-8") == (
        "ก\tXX\tB_PER\tO\n_\tPU\tO\tO\nข\tXX\tO\tO\n\nค\tXX\tO\tO\n\n\n"
        "ง\tXX\tB_LOC\tO\n_\tPU\tI_LOC\tO\n_\tPU\tI_LOC\tO\nจ\tXX\tE_LOC\tO\n_\tPU\tO\tO\n5\tNU\tO\tO\n\n"
    )
    assert ledger.losses == []
    parsed = read_file(READER, path)
    assert [document.article.text for document in parsed.documents] == ["ก ข ค", "ง  จ 5"]
    assert _marks(parsed) == [("PER", "ก"), ("LOC", "ง  จ")]


def test_an_underscore_alone_is_reported_for_it_will_be_a_space(tmp_path: Path) -> None:
    made = ExportDocument(Article("a", "ก_ข"), (), lambda: [(0, 1), (1, 2), (2, 3)])
    path, ledger = _write(tmp_path, [made])
    assert ledger.what == ["text"]
    assert read_file(READER, path).documents[0].article.text == "ก ข"


@pytest.mark.parametrize(
    ("lines", "marks"),
    [
        ("ก\tNN\tB_PER\tB_CLS\nข\tNN\tE_PER\tE_CLS", [("PER", "กข")]),
        ("ก\tB_PER\nข\tB_PER", [("PER", "ก"), ("PER", "ข")]),
        ("ก\tB-PER\tB_CLS\nข\tI-PER\tE_CLS", [("PER", "กข")]),
        ("ก\tNN\tO\tB_CLS\nข\tNN\tO\tE_CLS", []),
        ("ก NN B_PER B_CLS\n_ PU I_PER I_CLS\nข NN E_PER E_CLS", [("PER", "ก ข")]),
        ("-DOCSTART-\tXX\tO\tO\n\nก\tNN\tB_ORG\tO\r\n \tPU\tI_ORG\tO\r\nข\tNN\tE_ORG\tO\r\n", [("ORG", "ก ข")]),
    ],
)
def test_the_column_of_entities_is_found_in_files_of_two_to_four(
    lines: str, marks: list[tuple[str, str]], tmp_path: Path
) -> None:
    parsed = _read(tmp_path, lines)
    assert reasons(parsed) == []
    assert _marks(parsed) == marks


def test_slips_of_the_corpus_are_mended_and_named_with_their_lines(tmp_path: Path) -> None:
    filler = "".join(f"ก{n}\tNN\tO\tO\n" for n in range(40))
    parsed = _read(
        tmp_path, f"{filler}ข\tNN\tB_ORG\tO\nค\tNN\tORG_I\tO\nง\tNN\tOBRN_B\tO\nจ\tNN\t__\tO\nฉ\tNN\tMEA_BI\tO\n"
    )
    assert [(problem.record, problem.rejected) for problem in parsed.problems] == [
        ("line 42", False), ("line 43", False), ("line 44", False), ("line 45", False)
    ]  # fmt: skip
    assert _marks(parsed) == [("ORG", "ขค"), ("BRN", "ง"), ("MEA", "ฉ")]


def test_a_line_without_its_columns_costs_its_sentence_alone(tmp_path: Path) -> None:
    parsed = _read(tmp_path, "ก\tNN\tB_PER\tO\n\nข\tNN\n\nค\tNN\tB_LOC\tO\nง\tNN\tE_LOC\tO\n")
    assert [(problem.record, problem.rejected) for problem in parsed.problems] == [("line 3", True)]
    assert _marks(parsed) == [("PER", "ก"), ("LOC", "คง")]
    assert reasons(_read(tmp_path, "ก\tข\nค\tง\n"))[0].startswith("No column")


def test_words_that_cut_a_character_are_put_together(tmp_path: Path) -> None:
    [document] = _read(tmp_path, "น\tXX\tO\tO\nี่\tXX\tO\tO\nน\tXX\tB_PER\tO\n").documents
    assert document.tokens == ((0, 3), (3, 4))
