"""The lock: a finished layer stays as it is until its owner or a reviewer reopens it."""

from __future__ import annotations

from .change import Change
from .errors import BadInput
from .layer import Layer, LayerHead

_OPEN_KINDS = frozenset(("note", "article", "word"))  # a finished layer can still be talked about


def is_locked(layer: Layer) -> bool:
    """Tell whether a layer is finished, so that its marks and labels cannot be changed."""
    return layer.head.status == "done"


def refuse_locked(layer: Layer) -> None:
    """Raise BadInput where a layer is finished."""
    if is_locked(layer):
        raise _locked(layer.annotator)


def refuse_change(change: Change, by: str, *, reviewer: bool) -> None:
    """Raise BadInput where a change to a finished layer does more than reopen it, or is not for *by* to make.

    *reviewer* says whether *by* reviews the project.  Notes may come at any time.
    """
    owner = change.annotator or ""
    for row in change.rows:
        if row.kind in _OPEN_KINDS:
            continue
        if row.kind != "layer" or not _only_status(row.before, row.after):
            raise _locked(owner)
        if by != owner and not reviewer:
            raise BadInput(
                "Only {annotator} or a reviewer can reopen this finished layer; {by} is neither.",
                annotator=owner,
                by=by,
            )


def _only_status(before: object, after: object) -> bool:
    if not isinstance(before, LayerHead) or not isinstance(after, LayerHead):
        return False
    return before._replace(status="todo") == after._replace(status="todo")


def _locked(annotator: str) -> BadInput:
    return BadInput(
        "{annotator} has finished this layer, so its marks are locked. Reopen it first: set its status to in progress.",
        annotator=annotator,
    )
