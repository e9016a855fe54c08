"""Relations on one line: ports on chips, pills beside them, and arcs above all. Pure geometry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from .geometry import Arc, Box, Chip, Link, Pill, Stub
from .lanes import Lanes
from .metrics import ARC_CLEAR, ARC_LABEL, PORT

# (relation id, entity id) -> x at which the relation leaves or enters the entity's chip
Ports = Mapping[tuple[str, str], float]
_PILL_GAP = 5.0
_FAR = 150.0  # a pill stands no farther from its chip
_CUTS, _LEAST = (1.0, 0.8, 0.6, 0.45, 0.3), 18.0  # how far a label may be cut, and what is too little to be read


def ports_of(chips: Sequence[Chip], links: Sequence[Link]) -> Ports:
    """Return the ports, at least 7 px apart on a chip, in an order in which arcs to either side do not cross."""
    middles = {chip.id: chip.box.middle for chip in chips}
    ends: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for link in links:
        distance = middles[link.tail] - middles[link.head]
        ends[link.head].append((distance, link.id))
        ends[link.tail].append((-distance, link.id))
    ports: dict[tuple[str, str], float] = {}
    for chip in chips:
        # to the left the near ones first, then to the right the far ones first
        order = sorted(ends[chip.id], key=lambda end: (end[0] > 0, -end[0], end[1]))
        x = chip.box.middle - PORT * (len(order) - 1) / 2
        for index, (_, relation) in enumerate(order):
            ports[relation, chip.id] = x + PORT * index
    return ports


def place_pills(chips: Sequence[Chip], stubs: Sequence[Stub], lanes: Lanes, ports: Ports) -> tuple[Pill, ...]:
    """Return the pills, each right of its chip or in the lowest lane above it that no chip, pill or arc needs."""
    at = {chip.id: chip for chip in chips}
    legs = [(x, at[entity].lane) for (_, entity), x in ports.items()]
    pills: list[Pill] = []
    cursor: dict[str, float] = {}
    for stub in sorted(stubs, key=lambda stub: (at[stub.entity].box.x, stub.entity, stub.more)):
        chip = at[stub.entity]
        width = min(stub.width, lanes.right - lanes.left)
        beside = cursor.get(chip.id, chip.box.right + _PILL_GAP)
        clear = (x for leg, _ in legs for x in (leg + _PILL_GAP, leg - _PILL_GAP - width))
        near = [x for x in clear if -_FAR < x - chip.box.x < _FAR]
        above = [chip.box.x, *(x for _, x in sorted((abs(x - chip.box.x), x) for x in near))]
        lane, x = _room(lanes, legs, chip.lane, width, beside, above)
        box = lanes.take(lane, x, width)
        if lane == chip.lane:
            cursor[chip.id] = box.right + _PILL_GAP
        pills.append(Pill(stub.id, stub.entity, box, stub.name, stub.surface, stub.arrow, stub.more))
    return tuple(pills)


def _room(
    lanes: Lanes, legs: Sequence[tuple[float, int]], lane: int, width: float, beside: float, above: Sequence[float]
) -> tuple[int, float]:
    for level in range(lane, len(lanes.taken) + 1):
        for start in (beside, *above) if level == lane else above:
            x = lanes.clamp(start, width)
            crossed = any(low < level and x - 3 < leg < x + width + 3 for leg, low in legs)
            if not crossed and lanes.is_free(level, x, width):
                return level, x
    # Every place is crossed by an arc's leg: the lowest that is free of chips and pills, then.
    x = lanes.clamp(above[0], width)
    level = lane
    while not lanes.is_free(level, x, width):
        level += 1
    return level, x


def place_arcs(chips: Sequence[Chip], links: Sequence[Link], ports: Ports, lanes: Lanes) -> tuple[Arc, ...]:
    """Return the arcs, short ones first, each above everything that it passes over."""
    at = {chip.id: chip for chip in chips}
    obstacles = lanes.boxes()
    arcs: list[Arc] = []

    def span(link: Link) -> float:
        return abs(ports[link.id, link.head] - ports[link.id, link.tail])

    ordered = sorted(links, key=lambda link: (span(link), link.id))
    for index, link in enumerate(ordered):
        x0, x1 = ports[link.id, link.head], ports[link.id, link.tail]
        low, high = min(x0, x1), max(x0, x1)
        # Only what is laid out later goes higher, and so has legs beside this label.
        legs = [ports[later.id, end] for later in ordered[index + 1 :] for end in (later.head, later.tail)]
        label_x, width, broken = _label(low, high, min(link.width, lanes.right - lanes.left), legs, lanes)
        reach0, reach1 = min(low, label_x) - 4, max(high, label_x + width) + 4
        top = min((box.y for box in obstacles if box.x < reach1 and reach0 < box.right), default=lanes.base)
        y = top - ARC_CLEAR
        label_y = y - ARC_LABEL / 2 if broken else y - ARC_LABEL - 1
        label = Box(label_x, label_y, width, ARC_LABEL)
        arc = Arc(link.id, x0, at[link.head].box.y, x1, at[link.tail].box.y, y, label, broken, link.symmetric)
        arcs.append(arc)
        obstacles.append(Box(reach0, label_y, reach1 - reach0, ARC_LABEL))
    return tuple(arcs)


def _label(low: float, high: float, width: float, legs: Sequence[float], lanes: Lanes) -> tuple[float, float, bool]:
    """Return (x, width, whether the line is broken for it) of the label of an arc from *low* to *high*.

    It stands in the middle of the line, or as near to it as no leg of a higher arc goes through; over the line where
    that is too short; cut where legs leave too little room, and away where they leave none.
    """
    for share in _CUTS:
        cut = width * share
        for broken in (True, False):
            free = (high - low - cut) / 2 - 10 if broken else (high - low + cut) / 2 - 6
            x = _free_of(legs, (low + high) / 2, cut, free, lanes) if cut >= _LEAST else None
            if x is not None:
                return x, cut, broken
    return lanes.clamp((low + high) / 2, 0.0), 0.0, True


def _free_of(legs: Sequence[float], middle: float, width: float, free: float, lanes: Lanes) -> float | None:
    """Return the x nearest to the middle, at most *free* away from it, that no leg goes through."""
    for step in range(int(max(-1.0, free) // 3) + 1):
        for place in (middle + 3 * step, middle - 3 * step):
            x = lanes.clamp(place - width / 2, width)
            if not any(x - 3 < leg < x + width + 3 for leg in legs):
                return x
    return None
