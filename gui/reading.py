"""How a person likes articles to be set: one small value that settings keep and the layout is handed."""

from __future__ import annotations

from typing import NamedTuple

from .settings import Settings
from .theme import READING_FONT, READING_SIZE

SIZES, SPACINGS, COLUMNS = (12, 40), (90, 200), (480, 2000)
_COLUMN = 920
_PLAIN, _MARKED, _PARAGRAPH = 8, 14, 10
# The pitch of two lines in ems, of which the spacing is a percentage.
_PITCH = 1.9


class Reading(NamedTuple):
    """The reading font in pixels, the line spacing in percent, the widest column in pixels, and whether words show."""

    family: str = READING_FONT
    size: int = READING_SIZE
    spacing: int = 100
    column: int = _COLUMN
    words: bool = True

    @property
    def plain_gap(self) -> int:
        """The room under a line without marks."""
        return max(2, _PLAIN + self._more)

    @property
    def marked_gap(self) -> int:
        """The room under a line's lowest underline."""
        return max(8, _MARKED + self._more)

    @property
    def paragraph_gap(self) -> int:
        """The room between two paragraphs."""
        return max(6, _PARAGRAPH + self._more)

    @property
    def _more(self) -> int:
        return round(self.size * _PITCH * (self.spacing - 100) / 100)

    def sized(self, step: int) -> Reading:
        """Return the same in a size that is so many pixels larger."""
        low, high = SIZES
        return self._replace(size=max(low, min(high, self.size + step)))

    def remember(self, settings: Settings) -> None:
        """Keep it for the next start."""
        for name, value in self._asdict().items():
            settings.remember(f"reading/{name}", str(int(value)) if name != "family" else str(value))


USUAL = Reading()


def remembered(settings: Settings) -> Reading:
    """Return what a person chose last; what is missing or damaged is as at the first start."""
    usual = USUAL
    return Reading(
        settings.text("reading/family", usual.family),
        settings.number("reading/size", usual.size, *SIZES),
        settings.number("reading/spacing", usual.spacing, *SPACINGS),
        settings.number("reading/column", usual.column, *COLUMNS),
        settings.text("reading/words", "1") != "0",
    )
