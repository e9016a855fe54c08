"""What to export and how: one frozen value, so that the same one gives the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..formats.contract import Nested, Scheme

GOLD_ELSE_DONE = "gold-else-done"

SplitBy = Literal["random", "source", "time"]
Unit = Literal["article", "paragraph", "sentence"]
SPLITS: tuple[SplitBy, ...] = ("random", "source", "time")
UNITS: tuple[Unit, ...] = ("article", "paragraph", "sentence")


@dataclass(frozen=True)
class ExportParams:
    """The choices of an export.

    `layer` None means gold, else the only one, else every one where the format can; “gold-else-done” takes of each
    article the gold layer, else the finished one (the first by name where there are several).  `only` holds labels of
    the project, `map` the names of label maps, files, or pairs such as “PARTY=ORGANIZATION”, applied in that order.
    `where` are (key, value) of an article's metadata.  Near-duplicates stay in one part of a split unless `apart`.
    """

    format: str
    layer: str | None = None
    status: str | None = None
    split: tuple[int, int, int] | None = None
    seed: int = 0
    nested: Nested = "outermost"
    scheme: Scheme = "iob2"
    only: frozenset[str] | None = None
    where: tuple[tuple[str, str], ...] = ()
    query: str | None = None
    by: SplitBy = "random"
    stratify: bool = False
    apart: bool = False
    folds: int = 0
    map: tuple[str, ...] = ()
    unit: Unit = "article"
    negatives: int = 0
    card: bool = False

    @property
    def parted(self) -> bool:
        """Whether the articles go to more than one part."""
        return self.split is not None or self.folds > 0
