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
_SHIFTS = (0.5, 0.36, 0.64, 0.25, 0.75)


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
    for stub in sorted(stubs, key=lambda stub: (at[stub.entity].box.x, stub.entity)):
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
        pills.append(Pill(stub.id, stub.entity, box, stub.name, stub.surface, stub.arrow))
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

    for link in sorted(links, key=lambda link: (span(link), link.id)):
        x0, x1 = ports[link.id, link.head], ports[link.id, link.tail]
        low, high = min(x0, x1), max(x0, x1)
        width = min(link.width, lanes.right - lanes.left)
        broken = width + 20 <= high - low
        others = [x for (relation, _), x in ports.items() if relation != link.id]
        middle = _label_middle(low, high, width, others) if broken else _label_above(low, high, width, others)
        label_x = lanes.clamp(middle - width / 2, width)
        reach0, reach1 = min(low, label_x) - 4, max(high, label_x + width) + 4
        top = min((box.y for box in obstacles if box.x < reach1 and reach0 < box.right), default=lanes.base)
        y = top - ARC_CLEAR
        label_y = y - ARC_LABEL / 2 if broken else y - ARC_LABEL - 1
        label = Box(label_x, label_y, width, ARC_LABEL)
        arc = Arc(link.id, x0, at[link.head].box.y, x1, at[link.tail].box.y, y, label, broken, link.symmetric)
        arcs.append(arc)
        obstacles.append(Box(reach0, label_y, reach1 - reach0, ARC_LABEL))
    return tuple(arcs)


def _label_middle(low: float, high: float, width: float, legs: Sequence[float]) -> float:
    """Return where along an arc its label stands: in the middle unless the leg of a higher arc goes through."""
    for share in _SHIFTS:
        middle = low + (high - low) * share
        clear = low + 10 <= middle - width / 2 and middle + width / 2 <= high - 10
        if clear and not any(abs(leg - middle) < width / 2 + 3 for leg in legs):
            return middle
    return (low + high) / 2


def _label_above(low: float, high: float, width: float, legs: Sequence[float]) -> float:
    """Return the middle of a label that is too wide for its arc: over it, but out of the way of other arcs' legs."""
    middle = (low + high) / 2
    farthest = max(0.0, width / 2 - 6)
    for step in range(int(farthest // 4) + 1):
        for place in (middle + 4 * step, middle - 4 * step):
            if not any(abs(leg - place) < width / 2 + 3 for leg in legs):
                return place
    return middle
