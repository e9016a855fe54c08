"""What a web page leaves in a text is proposed, never more."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaotag.models.leftovers import MAX_TITLE, propose_exclusions, title_of
from khaotag.models.text import canonicalise, is_boundary


def _proposed(text: str) -> list[tuple[str, str | None]]:
    return [(text[e.start : e.end], e.reason) for e in propose_exclusions(text)]


@pytest.mark.parametrize(
    "line",
    [
        *("Facebook Comments", "facebook comments", "Related post", "Related posts", "Social sharing", "Digiqole ad"),
        *("แชร์ข่าวนี้", "Facebook", "LINE", "Line", "Twitter", "StarStarStarStarStar", "คะแนนโหวต : 4.5 จาก 5"),
        *("ข่าวเด่น", "ข่าวที่เกี่ยวข้อง", "Advertisement", "  Related post "),
    ],
)
def test_a_line_that_a_page_leaves_is_proposed_whole(line: str) -> None:
    text = f"ชื่อข่าว\n{line}\nเนื้อข่าว"
    assert _proposed(text) == [(line, "page leftover")]


@pytest.mark.parametrize("line", [".", "...", "-----", "* * *", "— —"])
def test_a_line_of_dots_or_dashes_is_a_separator(line: str) -> None:
    assert _proposed(f"ชื่อข่าว\n{line}\nเนื้อข่าว") == [(line, "separator")]


def test_a_title_that_comes_again_is_proposed_even_when_spaced_otherwise() -> None:
    text = "Digiqole ad\n\nชื่อ  ข่าวยาว\n\n ชื่อ ข่าวยาว \nเนื้อข่าว"
    assert _proposed(text) == [("Digiqole ad", "page leftover"), (" ชื่อ ข่าวยาว ", "repeated title")]


def test_a_headline_behind_the_name_of_the_site_is_the_same_title() -> None:
    headline = "นายกรัฐมนตรีแจงไม่ห้ามชุมนุม"
    assert _proposed(f"รัฐบาลไทย-{headline}\n{headline}\nเนื้อข่าว") == [(headline, "repeated title")]


@pytest.mark.parametrize("line", ["เขาโพสต์ใน Facebook ว่า", "ข่าวเด่นวันนี้คือ", "1.", "ไลน์", "ว่า…"])
def test_news_that_looks_a_little_like_it_is_left_alone(line: str) -> None:
    assert _proposed(f"ชื่อข่าว\n{line}\nเนื้อข่าว") == []


def test_the_title_is_the_first_line_that_is_news_and_not_a_whole_paragraph() -> None:
    assert title_of("\n \nDigiqole ad\n.\n ชื่อ  ข่าว \nเนื้อ") == "ชื่อ ข่าว"
    assert title_of("\n.\n") == ""
    assert len(title_of("ก" * 1000)) == MAX_TITLE + 1


@given(st.text(st.sampled_from("กข่ำ \n.-LINEx\t\u00a0😊"), max_size=60).map(lambda raw: canonicalise(raw)[0]))
def test_proposals_lie_in_the_text_in_order_on_whole_characters(text: str) -> None:
    last = 0
    for exclusion in propose_exclusions(text):
        assert last <= exclusion.start < exclusion.end <= len(text)
        assert exclusion.state == "proposed"
        assert is_boundary(text, exclusion.start)
        assert is_boundary(text, exclusion.end)
        last = exclusion.end


def test_the_real_articles_have_their_leftovers_found(shared_articles: list[Path]) -> None:
    for path in shared_articles:
        text = path.read_text("utf-8")
        reasons = [reason for _, reason in _proposed(text)]
        assert "repeated title" in reasons
        leftovers = [line for line in text.split("\n") if line in ("Digiqole ad", "Facebook Comments", "Related post")]
        assert reasons.count("page leftover") >= len(leftovers)
        assert not title_of(text).startswith("Digiqole")
