"""Text is made canonical once, and no boundary falls inside what a reader sees as one character."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from khaotag.models.errors import BadInput
from khaotag.models.offsets import Utf16Map
from khaotag.models.text import canonicalise, decode, grapheme_starts, is_boundary, suspects, widen

THAI = "กขคงนมยรลวสหอะาำิีึืุูเแโใไๅๆ็่้๊๋์ํฯ"
TEXTS = st.text(
    st.sampled_from(
        [*THAI, *"aZ 0.", "\n", "🍊", "\u200d", "👩", "🇹", "🇭", "\ufe0f", "\u0301", "\u200b", "ب", "가", "ᄀ"]
    ),
    max_size=60,
)


@given(TEXTS)
def test_boundaries_are_exactly_those_between_grapheme_clusters(text: str) -> None:
    edges = {0, len(text), *(match.start() for match in regex.finditer(r"\X", text))}
    assert [at for at in range(len(text) + 1) if is_boundary(text, at)] == sorted(edges)


@given(TEXTS, st.data())
def test_widening_gives_the_smallest_range_of_whole_characters(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    low, high = widen(text, start, end)
    edges = sorted({*grapheme_starts(text), 0, len(text)})
    assert low == max(edge for edge in edges if edge <= start)
    assert high == min(edge for edge in edges if edge >= end)


@given(st.text(st.sampled_from([*"กขa", "\r", "\n", "\ufeff", "\u2028", "\u2029", "\u0085", "\0", "🍊"]), max_size=40))
def test_the_offset_map_leads_each_character_to_itself(raw: str) -> None:
    text, moved = canonicalise(raw)
    assert "\r" not in text
    assert canonicalise(text)[0] == text or text.startswith("\ufeff")
    assert moved(len(raw)) == len(text)
    for at, char in enumerate(raw):
        if char in "กขa🍊":
            assert text[moved(at)] == char
            assert moved(at + 1) == moved(at) + 1


@given(TEXTS)
def test_code_points_and_utf_16_units_lead_to_each_other(text: str) -> None:
    units = Utf16Map(text)
    for at in range(len(text) + 1):
        unit = len(text[:at].encode("utf-16-le")) // 2
        assert units.to_units(at) == unit
        assert units.to_point(unit) == at


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
def test_thai_is_read_in_each_encoding_that_thai_files_have(encoding: str) -> None:
    text = "นายกฯ กล่าวว่า “น้ำ” ที่นี่ใส…"
    decoded, _ = decode(text.encode(encoding))
    assert canonicalise(decoded)[0] == text


def test_damaged_utf_8_is_not_taken_for_another_encoding() -> None:
    with pytest.raises(BadInput, match="--encoding"):
        decode("ข่าวเด่นวันนี้".encode()[:-1])


def test_an_unknown_encoding_is_named() -> None:
    with pytest.raises(BadInput, match="klingon"):
        decode(b"abc", "klingon")


def test_what_looks_wrong_is_counted_and_kept() -> None:
    text = "เเละ\u200bน\u0e4d\u0e32"
    assert suspects(text) == {"ZWSP": 1, "เเ": 1, "ํา": 1}
    assert canonicalise(text)[0] == text
