"""Where the decorations of one line go: bands, underlines and chips here, pills and arcs in `links`. Pure geometry."""

from __future__ import annotations

from collections.abc import Sequence

from .geometry import Band, Box, Chip, Decoration, Link, Part, Proposed, Stub, Underline
from .lanes import Lanes
from .links import place_arcs, place_pills, ports_of
from .metrics import (
    ABOVE,
    CHIP,
    CHIP_GAP,
    UNDERLINE,
    UNDERLINE_GAP,
    UNDERLINE_STEP,
)


def decorate(
    parts: Sequence[Part],
    links: Sequence[Link],
    stubs: Sequence[Stub],
    *,
    up: float,
    down: float,
    left: float,
    right: float,
    gap: float,
    text_right: float = 0.0,
    tag: float = 0.0,
    proposed: Sequence[Proposed] = (),
) -> Decoration:
    """Lay out one line whose text reaches *up* and *down* from the baseline, between *left* and *right*.

    *gap* is left under it.
    *tag* is the width of a note at the right edge; it stands beside the text, or above it where the text ends too late.
    The chips of *proposed* bring their width and get their place here.
    """
    lanes = Lanes(-up - CHIP_GAP - CHIP, left, right)
    tag_box = _place_tag(lanes, tag, text_right, up, down)
    underlines = place_underlines(parts, down)
    chips = place_chips(parts, lanes)
    outlined = place_proposed(proposed, lanes)
    ports = ports_of(chips, links)
    pills = place_pills(chips, stubs, lanes, ports)
    arcs = place_arcs(chips, links, ports, lanes)
    top = min(
        [-up - ABOVE, lanes.top - ABOVE if lanes.used else 0.0]
        + [min(arc.y - CHIP / 2, arc.label.y) - ABOVE for arc in arcs]
    )
    deepest = max([down] + [line.y + UNDERLINE for line in underlines])
    if proposed:
        # As deep as with the first underline, so that accepting one moves no text.
        deepest = max(deepest, down + UNDERLINE_GAP + UNDERLINE)
    bands = place_bands(parts)
    return Decoration(bands, underlines, chips, pills, arcs, tag_box, outlined, above=-top, below=deepest + gap)


def place_bands(parts: Sequence[Part]) -> tuple[Band, ...]:
    """Return the bands, outer ones first, each with the number of bands under it."""
    ordered = sorted(parts, key=lambda part: (part.start - part.end, part.start, part.id))
    bands: list[Band] = []
    for index, part in enumerate(ordered):
        for x0, x1 in part.ranges:
            depth = sum(
                1 for outer in ordered[:index] if any(low < x1 - 1 and x0 + 1 < high for low, high in outer.ranges)
            )
            bands.append(Band(part.id, part.label, x0, x1, depth))
    return tuple(bands)


def place_underlines(parts: Sequence[Part], down: float) -> tuple[Underline, ...]:
    """Return the underlines: the innermost nearest the text, none upon another."""
    levels: list[list[tuple[float, float]]] = []
    lines: list[Underline] = []
    for part in sorted(parts, key=lambda part: (part.end - part.start, part.start, part.id)):
        x0, x1 = part.x0, part.x1
        # A part with something nested in it goes under that; only what lies wholly beside may share a level.
        level = 1 + max(
            (i for i, taken in enumerate(levels) if any(low < x1 - 0.5 and x0 + 0.5 < high for low, high in taken)),
            default=-1,
        )
        if level == len(levels):
            levels.append([])
        levels[level].append((x0, x1))
        y = down + UNDERLINE_GAP + level * UNDERLINE_STEP
        lines.extend(Underline(part.id, part.label, low, high, y) for low, high in part.ranges)
        for (_, low), (high, _) in zip(part.ranges, part.ranges[1:], strict=False):
            lines.append(Underline(part.id, part.label, low, high, y, gap=True))
    return tuple(lines)


def place_chips(parts: Sequence[Part], lanes: Lanes) -> tuple[Chip, ...]:
    """Return the chips of the entities that begin on the line.

    They are laid from the right, and of two that begin together the shorter first: so the stem of a lifted chip
    comes down beside what pushed it up.
    """
    begun = [part for part in parts if part.chip is not None]
    chips: list[Chip] = []
    for part in sorted(begun, key=lambda part: (-part.x0, part.end - part.start, part.id)):
        width = min(part.chip or 0.0, lanes.right - lanes.left)
        x = lanes.clamp(part.x0, width)
        lane = lanes.first_free(x, width)
        chips.append(Chip(part.id, part.label, lanes.take(lane, x, width), lane, part.x0))
    return tuple(reversed(chips))


def place_proposed(proposed: Sequence[Proposed], lanes: Lanes) -> tuple[Proposed, ...]:
    """Return the suggestions with their chips in the lowest lanes that the entities' chips leave free."""
    placed = []
    for one in proposed:
        if one.chip is not None:
            width = min(one.chip.width, lanes.right - lanes.left)
            x = lanes.clamp(one.x0, width)
            one = one._replace(chip=lanes.take(lanes.first_free(x, width), x, width))
        placed.append(one)
    return tuple(placed)


def _place_tag(lanes: Lanes, width: float, text_right: float, up: float, down: float) -> Box | None:
    if not width:
        return None
    width = min(width, lanes.right - lanes.left)
    x = lanes.right - width
    if x > text_right + 16:
        return Box(x, (down - up) / 2 - CHIP / 2 - 1, width, CHIP)
    return lanes.take(lanes.first_free(x, width), x, width)
