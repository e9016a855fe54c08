from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from khaotag.gui.article_view.decorations import decorate
from khaotag.gui.article_view.geometry import Decoration, Link, Part, Stub
from khaotag.gui.article_view.metrics import CHIP

UP, DOWN, WIDTH = 21, 10, 700.0
LEFT_OUT = 60.0  # ports may stand a little left of a chip at the column's left edge


@st.composite
def lines(draw: st.DrawFn) -> tuple[list[Part], list[Link], list[Stub]]:
    """Draw a line with entities that nest, cross, repeat and are discontinuous, and relations between any of them."""
    parts = []
    for index in range(draw(st.integers(0, 14))):
        start = draw(st.integers(0, 60))
        end = draw(st.integers(start + 1, 66))
        ranges = [(start * 10.0, end * 10.0)]
        if end - start > 4 and draw(st.booleans()):
            ranges = [(start * 10.0, start * 10.0 + 15), (end * 10.0 - 15, end * 10.0)]
        chip = draw(st.none() | st.floats(18, 90))
        parts.append(Part(f"e{index}", "X", start, end, tuple(ranges), chip))
    with_chip = [part.id for part in parts if part.chip is not None]
    links, stubs = [], []
    if len(with_chip) > 1:
        for index in range(draw(st.integers(0, 8))):
            head, tail = draw(st.sampled_from(list(combinations(with_chip, 2))))
            links.append(Link(f"r{index}", head, tail, draw(st.floats(20, 120)), draw(st.booleans())))
    for index in range(draw(st.integers(0, 10)) if with_chip else 0):
        stubs.append(Stub(f"s{index}", draw(st.sampled_from(with_chip)), draw(st.floats(40, 144))))
    return parts, links, stubs


def laid(drawn: tuple[list[Part], list[Link], list[Stub]], tag: float = 0.0) -> Decoration:
    parts, links, stubs = drawn
    return decorate(parts, links, stubs, up=UP, down=DOWN, left=0, right=WIDTH, gap=14, text_right=660, tag=tag)


@given(lines(), st.sampled_from([0.0, 140.0]))
def test_chips_and_pills_never_overlap_nor_leave_the_column_nor_touch_the_text(
    drawn: tuple[list[Part], list[Link], list[Stub]], tag: float
) -> None:
    found = laid(drawn, tag)
    boxes = [chip.box for chip in found.chips] + [pill.box for pill in found.pills]
    if found.tag is not None:
        boxes.append(found.tag)
    for one, other in combinations(boxes, 2):
        assert not one.overlaps(other)
    for box in boxes:
        assert box.x >= 0
        assert box.right <= WIDTH
        assert box.bottom <= -UP
        assert box.y >= -found.above
        assert box.height == CHIP


@given(lines())
def test_every_chip_pill_and_arc_asked_for_is_there_once(drawn: tuple[list[Part], list[Link], list[Stub]]) -> None:
    parts, links, stubs = drawn
    found = laid(drawn)
    assert sorted(chip.id for chip in found.chips) == sorted(part.id for part in parts if part.chip is not None)
    assert sorted(arc.id for arc in found.arcs) == sorted(link.id for link in links)
    assert sorted(pill.id for pill in found.pills) == sorted(stub.id for stub in stubs)


@given(lines())
def test_arcs_run_above_all_that_they_pass_over_and_their_labels_stay_apart(
    drawn: tuple[list[Part], list[Link], list[Stub]],
) -> None:
    found = laid(drawn)
    boxes = [chip.box for chip in found.chips] + [pill.box for pill in found.pills]
    for arc in found.arcs:
        assert arc.y >= -found.above
        assert arc.label.y >= -found.above
        assert arc.label.x >= 0
        assert arc.label.right <= WIDTH
        assert arc.left >= -LEFT_OUT
        assert arc.right <= WIDTH + LEFT_OUT
        for box in boxes:
            if box.x < arc.right and arc.left < box.right:
                assert arc.y <= box.y
            assert not box.overlaps(arc.label)
    for one, other in combinations(found.arcs, 2):
        assert not one.label.overlaps(other.label)
        if one.left < other.right and other.left < one.right:
            assert abs(one.y - other.y) >= 8


@given(lines())
def test_no_leg_of_an_arc_goes_through_the_label_of_another(drawn: tuple[list[Part], list[Link], list[Stub]]) -> None:
    arcs = laid(drawn).arcs
    for one in arcs:
        for other in arcs:
            for x, foot in ((other.x0, other.y0), (other.x1, other.y1)):
                if one.id == other.id or not one.label.width or not one.label.x < x < one.label.right:
                    continue
                assert other.y >= one.label.bottom or foot <= one.label.y


@settings(max_examples=30)
@given(lines())
def test_the_label_of_an_arc_with_no_other_beside_it_is_whole(
    drawn: tuple[list[Part], list[Link], list[Stub]],
) -> None:
    found = laid((drawn[0], drawn[1][:1], drawn[2]))
    for arc in found.arcs:
        assert arc.label.width == drawn[1][0].width


@given(lines())
def test_ports_on_a_chip_are_at_least_seven_pixels_apart(drawn: tuple[list[Part], list[Link], list[Stub]]) -> None:
    found = laid(drawn)
    links = {link.id: link for link in drawn[1]}
    ports: dict[str, list[float]] = {}
    for arc in found.arcs:
        ports.setdefault(links[arc.id].head, []).append(arc.x0)
        ports.setdefault(links[arc.id].tail, []).append(arc.x1)
    for xs in ports.values():
        assert all(b - a >= 7 - 1e-6 for a, b in zip(sorted(xs), sorted(xs)[1:], strict=False))


@given(lines())
def test_underlines_lie_under_the_text_the_inner_nearer_and_none_upon_another(
    drawn: tuple[list[Part], list[Link], list[Stub]],
) -> None:
    found = laid(drawn)
    size = {part.id: part.end - part.start for part in drawn[0]}
    for line in found.underlines:
        assert DOWN <= line.y <= found.below - 2
    for one, other in combinations(found.underlines, 2):
        if one.id != other.id and one.x0 < other.x1 - 1 and other.x0 < one.x1 - 1:
            assert one.y != other.y
            if size[one.id] < size[other.id]:
                assert one.y < other.y


def test_a_chip_pushed_up_keeps_a_stem_to_its_text() -> None:
    parts = [Part("a", "X", 0, 9, ((0.0, 90.0),), 50.0), Part("b", "X", 1, 9, ((20.0, 90.0),), 50.0)]
    found = laid((parts, [], []))
    lanes = {chip.id: chip.lane for chip in found.chips}
    assert lanes == {"a": 1, "b": 0}
    assert next(chip.stem_x for chip in found.chips if chip.id == "a") == 0.0


def test_a_pill_stands_right_of_its_chip_and_out_of_an_arcs_way() -> None:
    parts = [Part("a", "X", 0, 4, ((0.0, 40.0),), 40.0), Part("b", "X", 30, 40, ((300.0, 400.0),), 40.0)]
    alone = laid((parts, [], [Stub("s", "a", 100.0)]))
    assert alone.pills[0].box.x == 45.0
    assert alone.pills[0].box.y == alone.chips[0].box.y
    near = [parts[0], Part("c", "X", 6, 9, ((60.0, 90.0),), 40.0), parts[1]]
    linked = laid((near, [Link("r", "a", "b", 40.0), Link("q", "c", "b", 40.0)], [Stub("s", "a", 100.0)]))
    pill = linked.pills[0].box
    legs = [(arc.x0, arc.y0) for arc in linked.arcs] + [(arc.x1, arc.y1) for arc in linked.arcs]
    assert not any(pill.x < x < pill.right and pill.y < y for x, y in legs)
