"""Units, steps, wrapping and key names: the parts that need no widget."""

from __future__ import annotations

import itertools
from itertools import pairwise

import numpy as np
import regex
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from khaotag.gui.article_view.hints import hint_letters
from khaotag.gui.article_view.keymap import chord
from khaotag.gui.article_view.steps import cluster_starts, cluster_step, phrase_at
from khaotag.gui.article_view.units import LONGEST, tokens_between, unit_edges
from khaotag.gui.article_view.wrapping import Stretch, wrap
from khaotag.models.text import is_boundary
from khaotag.models.tokens import tokenise

ALPHABET = "กขคงนมยวอา ะำิีึืุู่้๊๋์ัเแโใไๆฯ12ab.(\u200b\u00a0\u0301🍊👍🏽\u200d👩🇹🇭حر"
texts = st.text(ALPHABET, max_size=60)


@given(texts, st.lists(st.integers(0, 60), max_size=20))
def test_units_cover_a_line_without_a_gap_and_never_cut_a_grapheme(text: str, cuts: list[int]) -> None:
    points = sorted({0, len(text), *(at for at in cuts if at <= len(text) and is_boundary(text, at))})
    tokens = [pair for index, pair in enumerate(itertools.pairwise(points)) if index % 3]
    edges = unit_edges(text, 0, len(text), tokens_between(tokens, 0, len(text)))
    assert edges[0] == 0
    assert edges[-1] == len(text)
    assert edges == sorted(set(edges))
    assert all(is_boundary(text, edge) for edge in edges)


@given(texts)
def test_units_of_a_text_without_tokens_are_short_and_whole(text: str) -> None:
    edges = unit_edges(text * 9, 0, len(text) * 9, [])
    assert all(is_boundary(text * 9, edge) for edge in edges)


def test_a_giant_token_is_cut_at_graphemes() -> None:
    text = "น้ำ" * 400
    edges = unit_edges(text, 0, len(text), [(0, len(text))])
    assert max(b - a for a, b in itertools.pairwise(edges)) <= LONGEST + 3
    assert all(edge % 3 == 0 for edge in edges)


@given(texts, st.integers(0, 60), st.sampled_from([1, -1]))
def test_cluster_steps_go_on_and_land_on_graphemes(text: str, at: int, direction: int) -> None:
    starts = [match.start() for match in regex.finditer(r"\X", text)] + [len(text)]
    offset = max(start for start in starts if start <= at)
    found = cluster_step(text, 0, len(text), offset, direction, cluster_starts)
    assert found in starts
    assert found > offset or direction < 0 or offset == len(text)
    assert found < offset or direction > 0 or offset == 0


def test_a_vowel_around_its_consonant_is_one_cluster() -> None:
    def clusters(word: str) -> list[str]:
        starts = [*cluster_starts(word), len(word)]
        return [word[a:b] for a, b in itertools.pairwise(starts)]

    assert clusters("เกี๊ยว") == ["เกี๊ย", "ว"]
    assert clusters("น้ำใจ") == ["น้ำ", "ใจ"]
    assert clusters("เรือนะ") == ["เรือ", "นะ"]
    assert clusters("👨‍👩‍👧‍👦กา") == ["👨‍👩‍👧‍👦", "กา"]


def test_a_phrase_reaches_from_space_to_space() -> None:
    assert phrase_at("หนึ่ง สองสาม สี่", 0, 16, 7) == (6, 12)


@st.composite
def stretches(draw: st.DrawFn) -> Stretch:
    widths = draw(st.lists(st.floats(0.5, 300), min_size=1, max_size=40))
    right = np.cumsum(np.array(widths))
    left = np.concatenate([[0.0], right[:-1]])
    space = np.array(draw(st.lists(st.booleans(), min_size=len(widths), max_size=len(widths))))
    firsts = draw(st.none() | st.sets(st.integers(1, len(widths)), max_size=20))
    groups = None if firsts is None else [0, *sorted(first for first in firsts if first < len(widths)), len(widths)]
    return Stretch(list(range(0, 10 * len(widths) + 1, 10)), left, right, space, groups)


@given(stretches(), st.floats(40, 400))
def test_rows_cover_the_text_in_order_and_fit_the_column(stretch: Stretch, width: float) -> None:
    def split(unit: int) -> list[tuple[int, float]]:
        start, end = stretch.edges[unit], stretch.edges[unit + 1]
        x0, x1 = float(stretch.left[unit]), float(stretch.right[unit])
        return [(start + i, x0 + (x1 - x0) * i / (end - start)) for i in range(end - start + 1)]

    rows = wrap(stretch, width, split)
    assert rows[0].start == 0
    assert rows[-1].end == stretch.edges[-1]
    for row, following in itertools.pairwise(rows):
        assert row.end == following.start
        assert row.start < row.end
    assert all(row.x1 - row.x0 <= width + 0.02 for row in rows)


def test_hint_letters_are_different_and_none_begins_another() -> None:
    for count in (0, 1, 9, 10, 26, 27, 200, 600, 1500):
        names = hint_letters(count)
        assert len(set(names)) == count
        assert names == sorted(names, key=len), "the shortest first"
        ordered = sorted(names)
        assert not any(other.startswith(one) for one, other in pairwise(ordered))


def named(key: int, held: Qt.KeyboardModifier, scan: int, text: str) -> str:
    return chord(QKeyEvent(QEvent.Type.KeyPress, key, held, scan, 0, 0, text))


def test_keys_are_named_by_their_place_on_thai_and_by_their_letter_on_latin_layouts() -> None:
    plain, shift, ctrl = (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.ControlModifier,
    )
    assert named(ord("/"), plain, 11, "/") == "2", "Kedmanee has the slash on the physical 2"
    assert named(ord("-"), plain, 12, "-") == "3"
    assert named(Qt.Key.Key_Slash, plain, 61, "/") == "/"
    assert named(ord("ฤ"), shift, 38, "ฤ") == "Shift+A"
    assert named(ord("ไ"), ctrl, 0, "") == "Ctrl+W"
    assert named(Qt.Key.Key_A, plain, 24, "a") == "a", "a French keyboard has its A where the US one has Q"
    assert named(Qt.Key.Key_Exclam, shift, 0, "!") == "Shift+1"
    assert named(Qt.Key.Key_Shift, shift, 50, "") == ""


def test_tokens_of_the_model_are_units() -> None:
    text = "ตาก ลม (22"
    tokens = tokenise(text, lambda piece: piece.split("ก") and [piece])
    assert unit_edges(text, 0, len(text), tokens)[-1] == len(text)
