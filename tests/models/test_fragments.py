from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from khaotag.models.fragments import joined, with_fragment, with_range, without_fragment
from khaotag.models.layer import Entity

RANGES = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)).map(lambda at: (at[0], at[0] + at[1])), min_size=1)


def covered(ranges: tuple[tuple[int, int], ...]) -> set[int]:
    return {at for start, end in ranges for at in range(start, end)}


@settings(max_examples=60)
@given(RANGES)
def test_joined_ranges_cover_the_same_and_stand_apart_in_order(drawn: list[tuple[int, int]]) -> None:
    found = joined(drawn)
    assert covered(found) == covered(tuple(drawn))
    assert all(one[1] < other[0] for one, other in pairwise(found))


def test_a_fragment_comes_moves_and_goes() -> None:
    entity = Entity("e1", "PERSON", 0, 20, ((0, 4), (10, 20)))
    assert with_fragment(entity, (6, 8)) == ((0, 4), (6, 8), (10, 20))
    assert with_fragment(entity, (4, 10)) == ((0, 20),)
    assert without_fragment(entity, 0) == ((10, 20),)
    assert with_range(entity, 1, (12, 15)) == ((0, 4), (12, 15))
    assert without_fragment(entity._replace(fragments=()), 0) == ()
