"""Text files, tables and simple JSON Lines: articles without marks, in whatever encoding they come."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson
import pytest
from format_making import read_file, read_line, reasons
from hypothesis import given, settings
from hypothesis import strategies as st

from khaotag.storage.formats import reading
from khaotag.storage.formats.contract import Reader, ReadOptions
from khaotag.storage.formats.csv_rows import CsvReader
from khaotag.storage.formats.jsonl import JsonLinesReader
from khaotag.storage.formats.registry import name_for
from khaotag.storage.formats.txt import TxtReader

TXT, CSV, JSONL = TxtReader(), CsvReader(), JsonLinesReader()
NEWS = "Digiqole ad\n\nผู้ว่าฯ เปิดงานแม่น้ำ\n\nผู้ว่าฯ เปิดงานแม่น้ำ\nเมื่อวานนี้ “ผู้ว่าฯ” เปิดงาน\n.\nที่มา : https://example.org/1\n"


def _file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def _texts(reader: Reader, path: Path, encoding: str | None = None) -> list[str]:
    return [document.article.text for document in read_file(reader, path, ReadOptions("noi", encoding)).documents]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
def test_a_text_file_is_an_article_in_any_usual_encoding(encoding: str, tmp_path: Path) -> None:
    path = _file(tmp_path, "ข่าว.txt", NEWS.replace("\n", "\r\n").encode(encoding))
    [document] = read_file(TXT, path).documents
    article = document.article
    assert article.text == NEWS
    assert article.title == "ผู้ว่าฯ เปิดงานแม่น้ำ"
    assert [(source.name, source.url) for source in article.sources] == [("ข่าว.txt", "https://example.org/1")]
    assert [e.reason for e in article.state.excluded] == ["page leftover", "repeated title", "separator"]
    assert {e.state for e in article.state.excluded} == {"proposed"}
    assert not document.given_id
    assert document.layers == ()


def test_an_encoding_named_by_the_user_is_used(tmp_path: Path) -> None:
    path = _file(tmp_path, "x.txt", "ข่าว".encode("utf-16-le"))
    assert _texts(TXT, path, "utf-16-le") == ["ข่าว"]
    assert "unknown" in reasons(read_file(TXT, path, ReadOptions("noi", "klingon")))[0]
    path = _file(tmp_path, "x.txt", "ข่าว".encode())
    assert "not valid" in reasons(read_file(TXT, path, ReadOptions("noi", "ascii")))[0]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 9, "binary"),
        ("ข่าว".encode() + b"\xff\xfe\xfd", "neither UTF-8"),
        (("ข่าวดี " * 300_000).encode(), "2000000"),
    ],
)
def test_a_file_that_is_no_article_says_why(data: bytes, said: str, tmp_path: Path) -> None:
    parsed = read_file(TXT, _file(tmp_path, "x.txt", data))
    assert parsed.documents == []
    [problem] = parsed.problems
    assert problem.rejected
    assert said in str(problem.reason)


def test_a_file_beyond_all_limits_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_TEXT_FILE", 10)
    assert "the limit is 10" in reasons(read_file(TXT, _file(tmp_path, "x.txt", b"x" * 11)))[0]


def test_the_same_file_has_the_same_id_wherever_it_lies(tmp_path: Path) -> None:
    one, other = _file(tmp_path, "1.txt", NEWS.encode()), _file(tmp_path, "2.txt", NEWS.encode("utf-16"))
    [first], [second] = read_file(TXT, one).documents, read_file(TXT, other).documents
    assert first.article.id == second.article.id


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_read_with_any_usual_encoding_and_delimiter(delimiter: str, encoding: str, tmp_path: Path) -> None:
    held = io.StringIO(newline="")
    rows = csv.writer(held, delimiter=delimiter, lineterminator="\r\n")
    rows.writerow(["รหัส", "หัวข้อ", "เนื้อข่าว", "url", "วันที่", "หมวด"])
    rows.writerow(["7", "ชื่อ", 'บรรทัดหนึ่ง\r\nบรรทัด "สอง", และ; อื่น\tๆ', "https://x", "2023-10-17", "การเมือง"])
    rows.writerow(["", "", "ข่าวสอง", "", "", ""])
    parsed = read_file(CSV, _file(tmp_path, "t.csv", held.getvalue().encode(encoding)))
    assert reasons(parsed) == []
    first, second = parsed.documents
    assert first.article.text == 'บรรทัดหนึ่ง\nบรรทัด "สอง", และ; อื่น\tๆ'
    assert (first.article.id, first.given_id, first.article.title) == ("7", True, "ชื่อ")
    assert first.article.meta == {"หมวด": "การเมือง"}
    [source] = first.article.sources
    assert (source.name, source.url, source.published) == ("t.csv", "https://x", "2023-10-17")
    assert (second.given_id, second.article.title) == (False, "ข่าวสอง")


def test_a_row_that_does_not_fit_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    data = 'text,title\nหนึ่ง,ก\nสอง\n"สาม\nบรรทัด",ข,ค\n,ง\nห้า,จ\n'.encode()
    parsed = read_file(CSV, _file(tmp_path, "t.csv", data))
    assert [document.article.text for document in parsed.documents] == ["หนึ่ง", "ห้า"]
    assert [problem.record for problem in parsed.problems] == ["line 3", "line 4", "line 6"]


def test_a_field_longer_than_the_standard_limit_is_read(tmp_path: Path) -> None:
    text = "ข่าวยาว " * 60_000
    path = _file(tmp_path, "t.csv", f'id,text\n1,"{text}"\n'.encode())
    assert _texts(CSV, path) == [text]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"a,b\n1,2\n", "names no column"),
        (b"\x00\x01\x02,", "binary"),
        (b"text\n\xff\xfe\n", "neither"),
    ],
)
def test_a_table_without_texts_says_so(data: bytes, said: str, tmp_path: Path) -> None:
    parsed = read_file(CSV, _file(tmp_path, "t.csv", data))
    assert parsed.documents == []
    assert said in reasons(parsed)[0]


def test_fields_of_a_json_line_are_found_by_their_usual_names() -> None:
    record = {
        "headline": "ชื่อ",
        "content": "เนื้อข่าว\r\nสอง",
        "link": "https://x",
        "published_at": "2023-10-17",
        "publisher": "สำนักข่าว",
        "_id": 12,
        "tags": ["a"],
        "empty": "",
    }
    [document] = read_line(JSONL, orjson.dumps(record)).documents
    article = document.article
    assert (article.id, document.given_id, article.title) == ("12", True, "ชื่อ")
    assert article.text == "เนื้อข่าว\nสอง"
    assert article.meta == {"tags": ["a"]}
    [source] = article.sources
    assert (source.name, source.url, source.published) == ("สำนักข่าว", "https://x", "2023-10-17")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"title": "x"}', "no text"),
        (b'{"text": ""}', "no text"),
        (b'{"text": " \\n"}', "no text"),
        (b'{"text": ["x"]}', "no text"),
        (b'{"text": "x", "m": ' + b"[" * 64 + b"]" * 64 + b"}", "64 levels"),
        (b'{"text": "\\ud800"}', "surrogate"),
        (b'{"text": "x"', "JSON"),
        (b"[]", "not an object"),
    ],
)
def test_a_json_line_that_is_no_article_says_why(line: bytes, said: str) -> None:
    parsed = read_line(JSONL, line)
    assert parsed.documents == []
    assert said in reasons(parsed)[0]


@settings(max_examples=60)
@given(st.sampled_from([TXT, CSV, JSONL]), st.binary(max_size=300))
def test_no_bytes_make_a_reader_fail(reader: Reader, data: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = _file(Path(folder), "x", data)
        parsed = read_file(reader, path)
        assert all(problem.rejected for problem in parsed.problems)
        for document in parsed.documents:
            document.article.text.encode()


def test_the_line_with_which_a_spreadsheet_names_its_delimiter_is_no_header(tmp_path: Path) -> None:
    path = _file(tmp_path, "x.csv", "\ufeffsep=;\r\nid;text\r\n1;ก, ข\r\n2\r\n".encode())
    parsed = read_file(CSV, path)
    assert [document.article.text for document in parsed.documents] == ["ก, ข"]
    assert [problem.record for problem in parsed.problems] == ["line 4"]


@pytest.mark.parametrize("layout", ['[{"text":"ก"},\n {"text":"ข"}]', '{\n"text": "ก"\n}', '{"text":"ก"}\n'])
def test_articles_may_be_a_list_or_one_object_over_several_lines(layout: str, tmp_path: Path) -> None:
    path = _file(tmp_path, "x.json", layout.encode())
    assert name_for(path) == "jsonl"
    assert _texts(JSONL, path) == ["ก", "ข"][: 1 + layout.count("ข")]


@pytest.mark.parametrize(
    ("reader", "line"),
    [
        (JSONL, b'{"text": "abc", "ents": [{"start": 0, "end": 1, "label": "X"}]}'),
        (JSONL, b'{"text": "abc", "tagged": [[0, 1, "X"]]}'),
        (CSV, (["text", "ents"], ["abc", '[{"start": 0, "end": 1}]'])),
    ],
)
def test_what_seems_marks_but_is_none_of_a_format_is_warned_of(reader: Reader, line: object) -> None:
    parsed = read_line(reader, line)
    assert [document.article.text for document in parsed.documents] == ["abc"]
    assert ["seems to hold marks" in reason for reason in reasons(parsed)] == [True]
