"""Splits tear no group apart and come as close to the shares as groups allow."""

from __future__ import annotations

import random
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from khaotag.models.datasets.splits import Group, by_lot, by_time, stratified, targets, united

SIZES = st.lists(st.integers(1, 4), max_size=40)


def groups_of(sizes: list[int]) -> list[Group]:
    found, at = [], 0
    for size in sizes:
        found.append(Group(tuple(range(at, at + size)), {"A": size}, f"2026-01-{at % 28 + 1:02}"))
        at += size
    return found


def sizes_of(groups: list[Group], chosen: list[int], parts: int) -> list[int]:
    return [sum(len(g.members) for g, part in zip(groups, chosen, strict=True) if part == p) for p in range(parts)]


@given(SIZES, st.integers(0, 99))
def test_each_part_has_what_it_should_give_or_take_a_group(sizes: list[int], seed: int) -> None:
    groups = groups_of(sizes)
    wanted = targets(sum(sizes), (80, 10, 10))
    assert sum(wanted) == sum(sizes)
    for chosen in (by_lot(groups, wanted, seed), stratified(groups, wanted, seed), by_time(groups, wanted)):
        assert all(abs(had - asked) <= 4 for had, asked in zip(sizes_of(groups, chosen, 3), wanted, strict=True))


def test_single_articles_fill_the_parts_exactly_and_the_seed_decides_which() -> None:
    groups = groups_of([1] * 100)
    wanted = targets(100, (80, 10, 10))
    one, other = by_lot(groups, wanted, 1), by_lot(groups, wanted, 2)
    assert sizes_of(groups, one, 3) == [80, 10, 10]
    assert one != other
    assert one == by_lot(groups, wanted, 1)


def test_stratified_shares_of_every_label_come_close_to_those_asked_for() -> None:
    random_ = random.Random(3)
    common, rare = ["PERSON", "ORG", "LOCATION"], ["LAW", "PARTY"]
    groups = []
    for place in range(400):
        labels = {label: random_.randrange(1, 12) for label in random_.sample(common, 2)}
        labels |= {label: 1 for label in rare if random_.random() < 0.05}
        groups.append(Group((place,), labels))
    chosen = stratified(groups, targets(400, (80, 10, 10)), 7)
    assert sizes_of(groups, chosen, 3) == [320, 40, 40]
    total = sum((Counter(group.labels) for group in groups), Counter[str]())
    for part, share in enumerate((0.8, 0.1, 0.1)):
        had = sum((Counter(g.labels) for g, p in zip(groups, chosen, strict=True) if p == part), Counter[str]())
        for label, count in total.items():
            assert abs(had[label] - share * count) <= max(1, 0.02 * count), (label, part)


def test_by_time_nothing_in_train_is_newer_than_the_oldest_in_test() -> None:
    groups = [Group((n,), {}, f"2026-{random.Random(n).randrange(1, 13):02}-11") for n in range(50)]
    chosen = by_time(groups, targets(50, (60, 20, 20)))
    newest = [max(g.published for g, p in zip(groups, chosen, strict=True) if p == part) for part in range(3)]
    oldest = [min(g.published for g, p in zip(groups, chosen, strict=True) if p == part) for part in range(3)]
    assert newest[0] <= oldest[1]
    assert newest[1] <= oldest[2]


def test_articles_that_share_a_key_in_either_way_are_one_group() -> None:
    assert united(5, [["a", "b", "a", None, None], [1, 2, 3, 2, 4]]) == [(0, 2), (1, 3), (4,)]
