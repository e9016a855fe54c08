"""JSON within the limits: one object from a line, and free-form values no deeper than 64 levels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from ...models.errors import BadInput
from .contract import MAX_DEPTH


def json_object(line: bytes | str) -> dict[str, Any]:
    """Return the object of one line; BadInput says what is wrong with the JSON and at which character."""
    try:
        value = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise _broken(error) from None
    if type(value) is not dict:
        raise BadInput("The line is JSON, but not an object.")
    return value


def _broken(error: orjson.JSONDecodeError) -> BadInput:
    reason = error.msg.lower()
    if "surrogate" in reason and "utf-8" not in reason:
        return BadInput("The line holds half a surrogate pair; it is damaged (character {at}).", at=error.pos + 1)
    if "utf-8" in reason:
        return BadInput("The line is not valid UTF-8. Name its encoding with --encoding.")
    if "recursion" in reason or "depth" in reason:
        return BadInput("The JSON is nested deeper than {limit} levels, which is the limit.", limit=MAX_DEPTH)
    return BadInput("The line is not valid JSON (character {at}): {reason}.", at=error.pos + 1, reason=error.msg)


def check_depth(value: object, level: int) -> None:
    """Raise BadInput where a value, itself at *level* (1 for the whole line), reaches deeper than 64 levels."""
    found = [(value, level)]
    while found:
        value, level = found.pop()
        if level > MAX_DEPTH:
            raise BadInput("The JSON is nested deeper than {limit} levels, which is the limit.", limit=MAX_DEPTH)
        if isinstance(value, Mapping):
            found.extend((inner, level + 1) for inner in value.values() if isinstance(inner, dict | list))
        elif isinstance(value, list):
            found.extend((inner, level + 1) for inner in value if isinstance(inner, dict | list))
