"""What is measured: the values of an agreement, and the reasons why one of them cannot be computed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .agreement_matching import Difference, Link, Span
from .agreement_sample import Score
from .agreement_units import Tokens
from .errors import Message

UNIT = "forced-cut token"
NOBODY_MARKED = Message("Neither of them marked any of these.")
NOTHING_SHARED = Message("They have finished no article in common.")
ONE_CATEGORY = Message("Everything has the same label, so that chance alone explains the agreement.")
TOO_FEW_UNITS = Message("There are fewer than two entities to compare.")


class Marks(NamedTuple):
    """What one annotator marked in an article."""

    entities: Sequence[Span]
    relations: Sequence[Link] = ()


class Tagged(NamedTuple):
    """An article with what those marked who finished it; `length` in code points."""

    article: str
    length: int
    tokens: Tokens
    people: Mapping[str, Marks]


class Conflict(NamedTuple):
    """One place where two annotators differ: the kind, and what each of them has there, if anything."""

    article: str
    kind: Difference
    a: str
    b: str
    one: Span | Link | None
    other: Span | Link | None


class Match(NamedTuple):
    """Precision and recall of b's marks measured by a's, and the F1 of both, which favours neither."""

    p: float | None
    r: float | None
    f1: Score


class PairAgreement(NamedTuple):
    """Two annotators over the articles that both finished; `n` counts the entities that at least one has.

    `label_only` pairs equal labels wherever they stand in the article; `confusion` counts entities by both labels,
    None standing for no entity there.
    """

    a: str
    b: str
    articles: int
    n: int
    exact: Match
    overlap: Match
    label_only: Match
    kappa: Score
    relations: Match
    relations_overlap: Match
    confusion: Mapping[tuple[str | None, str | None], int]


class LabelAgreement(NamedTuple):
    """One label over all pairs; `disputes` counts conflicts by kind where at least one side has the label."""

    label: str
    exact: Match
    overlap: Match
    alpha: Score
    alpha_u: Score
    disputes: Mapping[Difference, int]


class ArticleAgreement(NamedTuple):
    """One article over all its pairs: exact F1 (None where nobody marked anything), and the conflicts by kind."""

    article: str
    f1: float | None
    n: int
    disputes: Mapping[Difference, int]


class Agreement(NamedTuple):
    """All that is measured; `unit` names what the coefficients count."""

    annotators: tuple[str, ...]
    articles: int
    pairs: tuple[PairAgreement, ...]
    exact: Match
    overlap: Match
    relations: Match
    alpha: Score
    alpha_u: Score
    fleiss: Score
    labels: tuple[LabelAgreement, ...]
    per_article: tuple[ArticleAgreement, ...]
    conflicts: tuple[Conflict, ...]
    unit: str = UNIT
