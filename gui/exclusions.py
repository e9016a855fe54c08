"""Decides on every proposed exclusion of an article at once."""

from __future__ import annotations

from ..models.article import Article, Exclusion
from ..models.change import Change, RowChange
from ..models.errors import BadInput


def decided_exclusions(article: Article, annotator: str, *, confirmed: bool) -> Change:
    """Return the one change that confirms or dismisses every proposed exclusion of an article."""
    state = article.state
    proposed = [entry for entry in state.excluded if entry.state == "proposed"]
    if not proposed:
        raise BadInput("Nothing is proposed for exclusion in this article.")
    decided: tuple[Exclusion, ...] = tuple(
        entry._replace(state="confirmed" if confirmed else "dismissed") if entry.state == "proposed" else entry
        for entry in state.excluded
    )
    row = RowChange("article", article.id, state, state._replace(excluded=decided))
    return Change("exclude", article.id, annotator, (row,))
