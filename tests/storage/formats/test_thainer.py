"""ThaiNER: tags in square brackets, what is wrong with them told with its line, and what is written read again."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from format_making import Ledger, documents, export_of, read_file, reasons
from hypothesis import given, settings
from hypothesis import strategies as st

from khaotag.models.article import Article, ArticleState, Exclusion
from khaotag.models.layer import Entity, Layer
from khaotag.storage.formats.contract import ExportDocument, Nested, Parsed, WriteOptions
from khaotag.storage.formats.registry import name_for
from khaotag.storage.formats.thainer import ThaiNerReader
from khaotag.storage.formats.thainer_writer import ThaiNerWriter

READER = ThaiNerReader()


def _read(folder: Path, text: str, encoding: str = "utf-8") -> Parsed:
    path = folder / "x.txt"
    path.write_bytes(text.encode(encoding))
    return read_file(READER, path)


def _marks(parsed: Parsed) -> list[tuple[str, str]]:
    return [(e.label, e.surface(d.article.text)) for d in parsed.documents for e in d.layers[0].sorted_entities()]


def _write(folder: Path, made: list[ExportDocument], nested: Nested = "outermost") -> tuple[list[Path], Ledger]:
    ledger = Ledger()
    written = ThaiNerWriter().write(made, folder, "data", WriteOptions(nested=nested), ledger)
    return [file.path for file in written], ledger


def _document(text: str, *entities: Entity, **state: object) -> ExportDocument:
    layer = Layer("noi", entities={entity.id: entity for entity in entities})
    return ExportDocument(Article("a", text, state=ArticleState(**state)), (layer,), list)


def test_the_corpus_has_its_lines_and_entities_each_where_its_tags_were(peerdata: Path) -> None:
    path = peerdata / "thai-ner/model/1.5/val.txt"
    assert name_for(path) == "thainer"
    parsed = read_file(READER, path)
    assert parsed.problems == []
    assert len(parsed.documents) == 510
    assert sum(len(d.layers[0].entities) for d in parsed.documents) == 1837
    lines = path.read_text("utf-8-sig").split("\n")
    for line, document in zip(lines, parsed.documents, strict=True):
        for label, surface in _marks(Parsed([document], [])):
            assert f"[{label}]{surface}[/{label}]" in line


def test_the_corpus_is_written_as_it_was(peerdata: Path, tmp_path: Path) -> None:
    path = peerdata / "thai-ner/model/1.5/val.txt"
    [written], ledger = _write(tmp_path, [export_of(d) for d in read_file(READER, path).documents])
    assert ledger.losses == []
    assert written.read_text("utf-8") == path.read_text("utf-8-sig") + "\n"


@settings(max_examples=40)
@given(st.lists(documents(one_layer=True), max_size=2), st.sampled_from(["outermost", "innermost", "layers"]))
def test_every_entity_is_read_back_or_reported(made: list[ExportDocument], nested: Nested) -> None:
    with TemporaryDirectory() as folder:
        paths, ledger = _write(Path(folder), made, nested)
        parsed = [read_file(READER, path) for path in paths if path.stat().st_size]
    wanted = sorted(
        (e.label, d.article.text[e.start : e.end])
        for d in made
        for e in d.layers[0].entities.values()
        if not any(loss.article == d.article.id and loss.what == e.id for loss in ledger.losses)
    )
    assert sorted(mark for read in parsed for mark in _marks(read)) == wanted
    assert not any(problem.rejected for read in parsed for problem in read.problems)


@pytest.mark.parametrize(
    ("line", "text", "marks", "told"),
    [
        ("[PER]ก[/PER]ข", "กข", [("PER", "ก")], None),
        ("[PER]ก[/PER] [PER]ข", "ก ข", [("PER", "ก")], "[PER] at character 14 is never closed"),
        ("[PER]ก[/PER] ข[/PER]", "ก ข", [("PER", "ก")], "[/PER] at character 15 closes what was not opened"),
        ("[PER]ก[PER]ข[/PER]", "กข", [("PER", "ข")], "[PER] at character 1 is never closed"),
        ("[ORG][PER]ก[/PER]ข[/ORG]", "กข", [("ORG", "กข"), ("PER", "ก")], None),
        ("[ORG]ก[PER]ข[/ORG]ค[/PER]", "กขค", [("ORG", "กข"), ("PER", "ขค")], None),
        ("[PER][/PER]ก", "ก", [], "[PER] holds nothing"),
        ("[EN] [1] ข่าว [PER]ก[/PER] [/x] [[", "[EN] [1] ข่าว ก [/x] [[", [("PER", "ก")], None),
        ("[PER]น[/PER]ี่", "นี่", [("PER", "นี่")], "cut a character in two"),
        ("[บุคคล]ก[/บุคคล]", "ก", [("บุคคล", "ก")], None),
    ],
)
def test_tags_that_do_not_match_are_told_and_the_text_kept(
    line: str, text: str, marks: list[tuple[str, str]], told: str | None, tmp_path: Path
) -> None:
    parsed = _read(tmp_path, f"ก\r\n{line}\r\n")
    assert [d.article.text for d in parsed.documents] == ["ก", text]
    assert sorted(_marks(parsed)) == sorted(marks)
    assert [problem.record for problem in parsed.problems] == (["line 2"] if told else [])
    assert all(told is not None and told in reason for reason in reasons(parsed))


def test_a_name_is_a_tag_where_it_is_one_anywhere_in_the_file(tmp_path: Path) -> None:
    parsed = _read(tmp_path, "[T]ข่าว\n\n[T]ก[/T]\n", "utf-8-sig")
    assert [d.article.text for d in parsed.documents] == ["ข่าว", "ก"]
    assert [problem.record for problem in parsed.problems] == ["line 1"]


def test_line_feeds_and_excluded_stretches_survive_or_go(tmp_path: Path) -> None:
    made = _document("ก ข\nค ง", Entity("e", "A", 2, 5), excluded=(Exclusion(0, 1, None, "confirmed"),))
    [path], ledger = _write(tmp_path, [made, made])
    assert path.read_text("utf-8") == " [A]ข\u2028ค[/A] ง\n" * 2
    assert ledger.losses == []
    [document, _] = read_file(READER, path).documents
    assert document.article.text == " ข\nค ง"


def test_a_text_with_brackets_like_tags_is_left_out_and_reported(tmp_path: Path) -> None:
    good, bad = _document("[x] ก", Entity("e1", "A", 0, 3)), _document("[A] ก", Entity("e2", "B", 0, 3))
    closing = _document("[/x]", Entity("e3", "A", 0, 4))
    [path], ledger = _write(tmp_path, [good, bad, closing])
    assert path.read_text("utf-8") == "[A][x][/A] ก\n"
    assert ledger.what == ["text", "e2", "text", "e3"]
    odd = _document("ก", Entity("e4", "[A]", 0, 1))
    assert ThaiNerWriter().preview(odd, WriteOptions(), ledger) == "ก\n"
    assert ledger.what[-1] == "e4"


def test_further_levels_have_files_of_their_own(tmp_path: Path) -> None:
    flat = _document("กข", Entity("e1", "A", 0, 1))
    deep = _document("กข", Entity("e1", "A", 0, 2), Entity("e2", "B", 1, 2))
    paths, ledger = _write(tmp_path, [flat, deep, flat], "layers")
    assert [path.name for path in paths] == ["data.txt", "data.level2.txt"]
    assert paths[1].read_text("utf-8") == "กข\nก[B]ข[/B]\nกข\n"
    assert ledger.losses == []


def test_an_empty_file_says_so_and_many_tags_take_their_time_once(tmp_path: Path) -> None:
    assert reasons(_read(tmp_path, "\n\n")) == ["The file is empty."]
    assert _read(tmp_path, "[A]" * 50_000 + "ก" + "[/A]" * 50_000).documents != []
