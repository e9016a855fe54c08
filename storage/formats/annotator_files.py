"""Whose marks a file holds that names nobody: in a folder with one file a person, the file's name says it."""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from ...models.layer import GOLD
from .contract import ReadOptions
from .reading import MAX_TEXT_FILE

# INCEpTION's own names for the result of the curation and for the text before anybody worked on it.
_CURATED, _INITIAL = "CURATION_USER", "INITIAL_CAS"
_MOST = 64  # people who tag one text; a folder with more files is no folder of one text


def annotator_of(path: Path, text_in: Callable[[bytes], bytes], options: ReadOptions) -> str:
    """Return a file's annotator: its name where a neighbour of its kind holds the same text, else that of *options*.

    *text_in* cuts from a file's bytes what is equal for equal texts.
    """
    otherwise = options.annotator
    if not options.by_file or path.stem == _INITIAL or path.stem.lower() == GOLD:
        return otherwise
    if path.stem == _CURATED:
        return GOLD
    neighbour = _neighbour(path)
    if neighbour is None or neighbour.stat().st_size > MAX_TEXT_FILE:
        return otherwise
    text = text_in(path.read_bytes())
    return path.stem if text and text == text_in(neighbour.read_bytes()) else otherwise


def _neighbour(path: Path) -> Path | None:
    """Return the file before or behind this one, by name, of those with its suffix."""
    with os.scandir(path.parent) as entries:
        same = (entry for entry in entries if entry.name.endswith(path.suffix) and entry.is_file())
        names = sorted(entry.name for entry in islice(same, _MOST + 1))
    if len(names) > _MOST or path.name not in names or len(names) < 2:
        return None
    at = names.index(path.name)
    return path.with_name(names[at - 1] if at else names[1])
