"""The columns of a Parquet data set, and what the `datasets` library is told of them in the file's metadata.

The description stands as JSON under the key “huggingface” of the schema, so that no loading script is needed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import orjson

from ...models.errors import Unavailable

if TYPE_CHECKING:
    import pyarrow as pa

KEY = b"huggingface"


def require_pyarrow() -> None:
    """Raise Unavailable where the extra is not installed."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError:
        raise Unavailable("Parquet files need the extra “parquet”: pip install 'khaotag[parquet]'.") from None


def schema_of(labels: Sequence[str]) -> pa.Schema:
    """Return the columns that are written; an entity's label is its place in *labels*."""
    import pyarrow as pa

    text, offset = pa.string(), pa.int32()
    entity = pa.struct([("id", text), ("label", pa.int64()), ("start", offset), ("end", offset), ("origin", text)])
    relation = pa.struct([("id", text), ("label", text), ("head", text), ("tail", text)])
    schema = pa.schema(
        [("id", text), ("text", text), ("entities", pa.list_(entity)), ("relations", pa.list_(relation))]
    )
    return schema.with_metadata({KEY: orjson.dumps({"info": {"features": _features(labels)}})})


def _features(labels: Sequence[str]) -> dict[str, Any]:
    text, offset = {"dtype": "string", "_type": "Value"}, {"dtype": "int32", "_type": "Value"}
    label = {"names": list(labels), "_type": "ClassLabel"}
    return {
        "id": text,
        "text": text,
        "entities": {
            "feature": {"id": text, "label": label, "start": offset, "end": offset, "origin": text},
            "_type": "List",
        },
        "relations": {"feature": {"id": text, "label": text, "head": text, "tail": text}, "_type": "List"},
    }


def class_names(metadata: Mapping[bytes, bytes] | None) -> dict[str, list[str]]:
    """Return the names of every column, or member of one, that holds classes: “entities.label”, “ner_tags”."""
    try:
        told = orjson.loads((metadata or {}).get(KEY, b"{}"))
        features = told["info"]["features"]
    except (ValueError, KeyError, TypeError):
        return {}
    found: dict[str, list[str]] = {}
    _walk(features, "", found, 0)
    return found


_DEEPEST = 8


def _walk(feature: Any, path: str, found: dict[str, list[str]], depth: int) -> None:
    """Find the classes in a feature; lists are spelt in two ways by older and newer versions of the library."""
    if isinstance(feature, list) and len(feature) == 1:
        _walk(feature[0], path, found, depth)
    if not isinstance(feature, dict) or depth > _DEEPEST:
        return
    kind = feature.get("_type")
    if kind == "ClassLabel":
        names = feature.get("names")
        if isinstance(names, list) and all(isinstance(name, str) for name in names):
            found[path] = names
    elif kind in ("List", "LargeList", "Sequence"):
        _walk(feature.get("feature"), path, found, depth + 1)
    elif not isinstance(kind, str):
        for name, inner in feature.items():
            _walk(inner, f"{path}.{name}" if path else str(name), found, depth + 1)
