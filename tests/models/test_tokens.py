"""Tokens tile what is not excluded, never cut a character, and can be repaired."""

from __future__ import annotations

import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from khaotag.models.text import grapheme_starts
from khaotag.models.tokens import cut_at_edges, repair, repairs_between, token_range, tokenise
from khaotag.storage.engines import newmm

TEXTS = st.text(st.sampled_from([*"กานมที่น้ำเรือง ", "\n", *'aB1,.:“”("', "🍊", "👩", "\u200d"]), max_size=80)


@given(TEXTS)
def test_tokens_tile_every_line_and_keep_characters_whole(text: str) -> None:
    tokens = tokenise(text, newmm.cutter())
    assert "".join(text[start:end] for start, end in tokens) == text.replace("\n", "")
    edges = {*grapheme_starts(text), len(text)}
    assert all(start < end and {start, end} <= edges for start, end in tokens)


@given(TEXTS, st.data())
def test_any_other_tokens_over_the_same_ground_are_reached_by_repairs(text: str, data: st.DataObject) -> None:
    tokens = tokenise(text, newmm.cutter())
    inner = sorted({*grapheme_starts(text)} - {0})
    chosen = {at for at in inner if text[at - 1] == "\n" or text[at] == "\n" or data.draw(st.booleans())}
    bounds = sorted({*chosen, 0, len(text)})
    wanted = [(a, b) for a, b in pairwise(bounds) if text[a:b] != "\n"]
    wanted = [(a, b) for a, b in wanted if "\n" not in text[a:b]]
    covered = {at for a, b in wanted for at in range(a, b)}
    if covered != {at for a, b in tokens for at in range(a, b)}:
        return
    cuts, joins = repairs_between(tokens, wanted)
    assert repair(tokens, cuts, joins) == wanted


def test_quotes_and_brackets_are_parted_from_latin_words_and_numbers() -> None:
    text = "“MFP Today” (22 ตุลาคม 2566) 10:30 น. 1,412,600.50 บาท"
    words = [text[start:end] for start, end in tokenise(text, newmm.cutter())]
    for word in ("“", "MFP", "Today", "”", "(", "22", "2566", ")", "10:30", "1,412,600.50"):
        assert word in words


def test_confirmed_exclusions_hold_no_token() -> None:
    text = "ข่าวดี Facebook Comments ข่าวดี"
    tokens = tokenise(text, newmm.cutter(), [(7, 24)])
    assert all(end <= 7 or start >= 24 for start, end in tokens)


def test_a_long_run_of_digits_takes_no_quadratic_time() -> None:
    text = "เลขที่ " + "7" * 40_000 + " จบ"
    began = time.perf_counter()
    tokens = tokenise(text, newmm.cutter())
    assert (7, 40_007) in tokens
    assert time.perf_counter() - began < 5


def test_tokens_are_cut_at_entity_edges_and_counted() -> None:
    assert cut_at_edges([(0, 5), (5, 9)], [3, 5, 7, 8]) == ([(0, 3), (3, 5), (5, 7), (7, 8), (8, 9)], 2)


def test_the_tokens_that_a_range_touches_are_found() -> None:
    tokens = [(0, 3), (3, 6), (7, 9)]
    assert token_range(tokens, 4, 8) == (1, 3)
    assert token_range(tokens, 3, 6) == (1, 2)
    assert token_range(tokens, 6, 7) == (2, 2)
