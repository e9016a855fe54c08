"""Tables with marks: nothing a spreadsheet would compute, and everything back from our own reader."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from format_making import Ledger, documents, export_of, read_file, reasons
from hypothesis import given, settings
from hypothesis import strategies as st
from round_trips import PLAIN, check_kept_or_reported, written_and_read

from khaotag.models.article import Article, Source
from khaotag.models.layer import Entity, Layer, LayerHead, Relation
from khaotag.storage.formats.contract import ExportDocument, Parsed
from khaotag.storage.formats.csv_marks import COLUMNS, guarded, unguarded
from khaotag.storage.formats.csv_rows import CsvReader
from khaotag.storage.formats.csv_writer import CsvWriter
from khaotag.storage.formats.registry import name_for

READER = CsvReader()
TEXT = "=cmd|' /C calc'!A0 นายก้อง\nใจดี 🍊"
HEADER = ",".join(COLUMNS)


def _read(folder: Path, *rows: str) -> Parsed:
    path = folder / "x.csv"
    path.write_bytes("\r\n".join([HEADER, *rows]).encode())
    assert name_for(path) == "csv"
    return read_file(READER, path)


def _row(**cells: object) -> str:
    return ",".join(str(cells.get(name, "")) for name in COLUMNS)


ARTICLE = _row(kind="article", article="a1", text="กขคง")
ENTITY = {"kind": "entity", "article": "a1", "annotator": "noi", "id": "e1", "label": "X", "start": 0, "end": 2}


@settings(max_examples=40)
@given(documents())
def test_every_mark_is_read_back_or_reported(document: ExportDocument) -> None:
    for layer in document.layers:
        check_kept_or_reported("csv", document._replace(layers=(layer,)))
    parsed, _ = written_and_read("csv", [document, document])
    for read in parsed.documents:
        assert [layer.annotator for layer in read.layers] == [layer.annotator for layer in document.layers]


@settings(max_examples=200)
@given(st.text(st.sampled_from("'=+-@\t\r\nก1＝ "), max_size=5))
def test_a_guarded_cell_is_no_formula_and_comes_back(cell: str) -> None:
    written = guarded(cell)
    assert not written or written[0] not in "=+-@\t\r\n＝＋－＠"
    assert unguarded(written) == cell


def test_all_that_it_keeps_comes_back_under_the_same_ids() -> None:
    entities = {
        "=e1": Entity("=e1", "+PERSON", 0, 4, attributes={"a": [1, True, {"b": "=x"}]}, note="-ดู\n\tอีก"),
        "e2": Entity("e2", "ORG", 2, 29, ((2, 9), (20, 29))),
    }
    one = Layer("@noi", LayerHead("done"), entities, {"R": Relation("R", "R", "=e1", "e2", {"x": 1}, "'=")})
    source = Source("a.txt", "https://example.org", "2023-10-17")
    article = Article("a1", TEXT, "=1+1", (source,), {"desk": "=x"})
    parsed, ledger = written_and_read("csv", [ExportDocument(article, (one, Layer("gold")), list)])
    assert ledger.losses == []
    [read] = parsed.documents
    assert read.article._replace(state=article.state) == article
    assert read.layers == (one, Layer("gold"))


def test_no_cell_of_an_export_is_a_formula() -> None:
    layer = Layer("=noi", entities={"+e": Entity("+e", "@X", 0, 4, attributes={"x": "=1"}, note="=2")})
    table = CsvWriter().preview(ExportDocument(Article("-a", TEXT), (layer,), list), PLAIN, Ledger())
    cells = [cell for row in csv.reader(io.StringIO(table, newline="")) for cell in row if cell]
    assert len(cells) > 10
    assert all(cell[0] not in "=+-@\t\r\n" for cell in cells)


def test_a_table_that_a_person_wrote_needs_few_columns(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text(
        "kind;article;annotator;label;start;end;text;head\narticle;a1;;;;;กขคง;\nentity;a1;;X;1;3;ขค;\n", "utf-8"
    )
    parsed = read_file(READER, path)
    assert reasons(parsed) == []
    [layer] = parsed.documents[0].layers
    assert (layer.annotator, list(layer.entities)) == ("noi", ["X-1-3"])


@pytest.mark.parametrize(
    ("rows", "line", "said"),
    [
        ([ARTICLE, _row(**{**ENTITY, "end": 99})], 2, "past the end"),
        ([ARTICLE, _row(**{**ENTITY, "start": -1})], 2, "negative"),
        ([ARTICLE, _row(**{**ENTITY, "start": 3})], 2, "reversed"),
        ([ARTICLE, _row(**{**ENTITY, "start": "1.0"})], 2, "whole number"),
        ([ARTICLE, _row(**{**ENTITY, "start": "NaN"})], 2, "whole number"),
        ([ARTICLE, _row(**{**ENTITY, "start": "=1+1"})], 2, "whole number"),
        ([ARTICLE, _row(**{**ENTITY, "text": "ง"})], 2, "its text is “ง”"),
        ([ARTICLE, _row(**{**ENTITY, "fragments": "0-1;x"})], 2, "a pair of whole numbers"),
        ([ARTICLE, _row(**{**ENTITY, "end": 3, "fragments": "0-2;1-3"})], 2, "overlap"),
        ([ARTICLE, _row(**{**ENTITY, "label": ""})], 3, "no label"),
        ([ARTICLE, _row(**{**ENTITY, "attributes": "[1]"})], 3, "not an object"),
        ([ARTICLE, _row(**ENTITY), _row(**ENTITY)], 2, "same id"),
        ([ARTICLE, _row(**{**ENTITY, "article": "a2"})], 3, "whose own row"),
        ([ARTICLE, _row(**{**ENTITY, "kind": "chain"})], 3, "article, layer, entity or relation"),
        ([ARTICLE, _row(**{**ENTITY, "kind": "relation", "head": "e1", "tail": "e2"})], 2, "is not there"),
        ([_row(**ENTITY)], 2, "belongs to no article"),
        ([_row(kind="article", article="a1")], 2, "no text"),
        (["article,a1"], 2, "has 2 columns"),
    ],
)
def test_a_row_that_does_not_fit_is_named_and_its_article_left_out(
    rows: list[str], line: int, said: str, tmp_path: Path
) -> None:
    other = _row(kind="article", article="a9", text="ข่าว")
    parsed = _read(tmp_path, *rows, other)
    assert "a9" in [document.article.id for document in parsed.documents]
    assert "a1" not in [document.article.id for document in parsed.documents]
    assert [problem.record for problem in parsed.problems] == [f"line {line}"]
    assert said in reasons(parsed)[0]


def test_a_plain_table_is_read_as_before(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("text,start\nข่าว,1\n", "utf-8")
    [document] = read_file(READER, path).documents
    assert document.article.meta == {"start": "1"}
    table = CsvWriter().preview(export_of(document), PLAIN, Ledger())
    assert table.startswith("article,a-")
