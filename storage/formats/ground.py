"""The text that marks of a file are placed on."""

from __future__ import annotations

from ...models.errors import BadInput
from ...models.offsets import OffsetMap
from ...models.text import canonicalise
from .contract import Problem
from .reading import check_range, warning, whole_graphemes


class Ground:
    """The text that marks of one record are placed on, and what is to be warned about."""

    def __init__(self, source: str, record: str) -> None:
        self.source = source
        self.record = record
        self.raw = self.text = ""
        self.moved = OffsetMap(())
        self.warnings: list[Problem] = []

    def lay(self, raw: str) -> None:
        """Take the text as it stands in the file."""
        self.raw = raw
        self.text, self.moved = canonicalise(raw)

    def warn(self, template: str, **values: object) -> None:
        """Note something odd that does not reject the record."""
        self.warnings.append(warning(self.source, self.record, template, **values))


def range_on(ground: Ground, start: int, end: int, what: str) -> tuple[int, int]:
    """Return a range of the raw text on the canonical one, widened to whole graphemes with a warning."""
    check_range(start, end, len(ground.raw))
    if ground.moved.shifts:
        start, end = ground.moved(start), ground.moved(end)
        if start == end:
            raise BadInput("The range {start} to {end} is empty.", start=start, end=end)
    wide = whole_graphemes(ground.text, start, end)
    if wide != (start, end):
        ground.warn(
            "An edge of {what}, {start} to {end}, cut a character in two; widened to {wide_start} to {wide_end}.",
            what=what,
            start=start,
            end=end,
            wide_start=wide[0],
            wide_end=wide[1],
        )
    return wide


def merged(ranges: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return the ranges, those joined that overlap now that they are wider."""
    found = ranges[:1]
    for start, end in ranges[1:]:
        if start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)
