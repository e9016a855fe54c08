"""Comfort: what the commands for type size, spacing, column and word boundaries do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from .fonts import thai_families
from .look import Look
from .panels.command_search import Found
from .reading import COLUMNS, SPACINGS, USUAL, Reading
from .translate import tr

_SPACING, _COLUMN = 10, 120


class Comfort:
    """Changes how articles are set, a step at a time."""

    def __init__(self, look: Look) -> None:
        self._look = look

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what each of the window's actions does."""
        return {
            "larger": lambda: self._set(self._look.reading.sized(1)),
            "smaller": lambda: self._set(self._look.reading.sized(-1)),
            "usual_size": lambda: self._set(self._look.reading._replace(size=USUAL.size)),
            "looser": partial(self._space, _SPACING),
            "tighter": partial(self._space, -_SPACING),
            "wider": partial(self._widen, _COLUMN),
            "narrower": partial(self._widen, -_COLUMN),
            "word_lines": lambda: self._set(self._look.reading._replace(words=not self._look.reading.words)),
        }

    def found(self) -> Sequence[Found]:
        """Return the reading fonts, for the search."""
        title = "Reading font: {name}"
        return [
            Found(
                tr("Reading font: {name}", name=family),
                f"{title} {self._look.in_thai(title)}",
                "✓" if family == self._look.reading.family else "",
                partial(self._set_family, family),
            )
            for family in thai_families()
        ]

    def _set(self, reading: Reading) -> None:
        self._look.set_reading(reading)

    def _set_family(self, family: str) -> None:
        self._set(self._look.reading._replace(family=family))

    def _space(self, step: int) -> None:
        reading = self._look.reading
        self._set(reading._replace(spacing=_between(reading.spacing + step, SPACINGS)))

    def _widen(self, step: int) -> None:
        reading = self._look.reading
        self._set(reading._replace(column=_between(reading.column + step, COLUMNS)))


def _between(value: int, limits: tuple[int, int]) -> int:
    return max(limits[0], min(limits[1], value))
