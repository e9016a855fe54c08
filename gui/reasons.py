"""Why a suggestion is made, in the user's words."""

from __future__ import annotations

from ..models.schema import Schema
from ..models.suggest import Suggestion
from .translate import tr

_SHOWN = 3


def told_reason(suggestion: Suggestion, schema: Schema, language: str) -> str:
    """Return a suggestion's reason as one line: how often it was called what, how often it was rejected."""
    reason = suggestion.reason
    called = ", ".join(
        f"{count}× {schema.entity_type(label).short.in_language(language)}" for label, count in reason.votes[:_SHOWN]
    )
    rejected = ""
    if reason.rejected == 1:
        rejected = tr("rejected once")
    elif reason.rejected == 2:
        rejected = tr("rejected twice")
    elif reason.rejected:
        rejected = tr("rejected {count} times", count=reason.rejected)
    return "; ".join(part for part in (called, reason.text, rejected) if part)
