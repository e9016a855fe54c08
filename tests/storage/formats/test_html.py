"""Web pages: the article is found with its title, date and address, and hostile pages are refused in bounded time."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from format_making import read_file, reasons

from khaotag.models.errors import Unavailable
from khaotag.storage.formats.contract import Parsed
from khaotag.storage.formats.html import HtmlReader
from khaotag.storage.formats.registry import name_for

READER = HtmlReader()
BODY = [
    "ผู้ว่าราชการจังหวัดนครสวรรค์เป็นประธานเปิดงานประเพณีเมื่อวานนี้ ที่ศาลากลางจังหวัด 🍊 มีประชาชนร่วมงานจำนวนมาก",
    "นายก้อง ใจดี นายกเทศมนตรี กล่าวว่า งานนี้จัดขึ้นทุกปีเพื่ออนุรักษ์วัฒนธรรมท้องถิ่นและส่งเสริมการท่องเที่ยว",
]
PAGE = (
    '<!DOCTYPE html>\n<html lang="th"><head>{charset}<title>ผู้ว่าฯ เปิดงานประเพณี</title>'
    '<meta property="og:title" content="ผู้ว่าฯ เปิดงานประเพณี">'
    '<meta property="article:published_time" content="2023-10-17T09:00:00+07:00">'
    '<link rel="canonical" href="https://news.example.com/a/1"></head><body>'
    '<nav><ul><li><a href="/">หน้าแรก</a></li><li><a href="/b">ข่าวเด่น</a></li></ul></nav>'
    "<article><h1>ผู้ว่าฯ เปิดงานประเพณี</h1>{body}</article><footer>สงวนลิขสิทธิ์</footer>"
    "<script>alert(1)</script></body></html>"
)

pytest.importorskip("trafilatura", reason="trafilatura, which finds the article in a page, is not installed")


def _page(charset: str = '<meta charset="utf-8">', body: str = "".join(f"<p>{part}</p>" for part in BODY)) -> str:
    return PAGE.format(charset=charset, body=body)


def _read(folder: Path, page: bytes) -> Parsed:
    path = folder / "a.html"
    path.write_bytes(page)
    return read_file(READER, path)


def test_a_page_gives_the_article_with_title_date_and_address(tmp_path: Path) -> None:
    path = tmp_path / "saved"
    path.write_text(_page(), "utf-8")
    assert name_for(path) == "html"
    parsed = read_file(READER, path)
    assert parsed.problems == []
    [document] = parsed.documents
    assert document.article.title == "ผู้ว่าฯ เปิดงานประเพณี"
    [source] = document.article.sources
    assert (source.url, source.published) == ("https://news.example.com/a/1", "2023-10-17")
    assert all(part in document.article.text for part in BODY)
    for other in ("หน้าแรก", "สงวนลิขสิทธิ์", "alert"):
        assert other not in document.article.text


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ('<meta charset="windows-874">', "cp874"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=TIS-620">', "cp874"),
        ('<meta charset="utf-8">', "cp874"),
        ('<meta charset="x-nobody-knows">', "utf-8"),
        ('<meta charset="base64">', "utf-8"),
        ("", "cp874"),
        ("", "utf-16"),
        ("", "utf-8-sig"),
    ],
)
def test_a_page_is_read_in_the_encoding_it_is_in_whatever_it_says(charset: str, encoding: str, tmp_path: Path) -> None:
    page = _page(charset).replace("🍊", "ส้ม")
    parsed = _read(tmp_path, page.encode(encoding))
    assert reasons(parsed) == []
    assert BODY[1] in parsed.documents[0].article.text


def test_a_page_without_an_article_says_so(tmp_path: Path) -> None:
    assert reasons(_read(tmp_path, b"<html><body></body></html>"))[0].startswith("No article was found")
    assert reasons(_read(tmp_path, b"")) == ["The file is empty."]
    assert "binary" in reasons(_read(tmp_path, b"<html>\0\1\2\3" * 99))[0]


@pytest.mark.parametrize(
    "page",
    [
        b"<html>" + b"<p>x</p>" * (8 * 1024 * 1024),
        b"<html><body>" + b"<div>" * 100_000 + b"x" * 300 + b"</div>" * 100_000,
        b"<html><body>" + b"<div>" * 20_000 + b"x" * 300,
        b"<html>" + b"<!--" * 10_000,
        b"<html " + b"a='1' " * 500_000 + b">",
        b'<!DOCTYPE html [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><html><body><p>&b;</p></body></html>',
    ],
)
def test_a_hostile_page_is_done_with_in_bounded_time(page: bytes, tmp_path: Path) -> None:
    began = time.monotonic()
    parsed = _read(tmp_path, page)
    assert time.monotonic() - began < 20
    assert [problem.rejected for problem in parsed.problems] == [True] * (not parsed.documents)


def test_without_the_library_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(Unavailable, match="khaotag\\[html\\]"):
        _read(tmp_path, b"<html></html>")
