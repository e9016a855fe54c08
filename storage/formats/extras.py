"""The optional packages that some formats need, by the name of the extra that installs them."""

from __future__ import annotations

from importlib.util import find_spec

_MODULES = {"cas": "cassis", "html": "trafilatura", "parquet": "pyarrow", "spacy": "spacy"}


def installed(extra: str) -> bool:
    """Tell whether what an extra stands for is there; a format that needs none can always be used."""
    return extra not in _MODULES or find_spec(_MODULES[extra]) is not None
