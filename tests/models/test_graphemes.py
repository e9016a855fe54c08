"""Boundaries lie between grapheme clusters, told quickly and exactly."""

from __future__ import annotations

import regex
from hypothesis import given
from hypothesis import strategies as st

from khaotag.models.text import is_boundary, widen

LETTERS = [
    *"กขาิ์่ำเ \nab1éж漢か",
    "😊",
    "\u200d",
    "👩",
    "🇹",
    "🇭",
    "\u0600",
    "क",
    "\u094d",
    "\u00a0",
    "\u0301",
    "“",
    "ᄀ",
    "ᅡ",
]
texts = st.lists(st.sampled_from(LETTERS), min_size=1, max_size=30).map("".join)


@given(texts)
def test_an_offset_is_a_boundary_exactly_where_a_cluster_begins(text: str) -> None:
    starts = {match.start() for match in regex.finditer(r"\X", text)} | {len(text)}
    assert {at for at in range(len(text) + 1) if is_boundary(text, at)} == starts


@given(texts, st.data())
def test_widening_gives_the_smallest_whole_clusters_around_a_range(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    low, high = widen(text, start, end)
    assert is_boundary(text, low)
    assert is_boundary(text, high)
    assert not any(is_boundary(text, at) for at in range(low + 1, start + 1))
    assert not any(is_boundary(text, at) for at in range(end, high))


def test_a_text_of_nothing_but_marks_is_not_walked_through_for_each_of_them() -> None:
    text = "ก" + "\u0e48" * 1_000_000
    assert not any(is_boundary(text, at) for at in range(1, len(text), 5_000))
