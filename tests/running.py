"""Runs the command line inside this process and returns what it answered."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from typing import Any

import orjson

from khaotag.cli import main


@dataclass
class Answer:
    """A command's exit code, standard output and standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one object on standard output."""
        return orjson.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """The objects of `edit`, one a line."""
        return [orjson.loads(line) for line in self.out.splitlines()]


def khaotag(*words: object, stdin: str = "") -> Answer:
    """Run `khaotag WORDS…`."""
    kept = sys.stdin, sys.stdout, sys.stderr
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin.encode()), "utf-8")
    sys.stdout, sys.stderr = out, err
    try:
        main([str(word) for word in words])
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else 1
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept
    out.flush()
    assert isinstance(out.buffer, io.BytesIO)
    return Answer(code, out.buffer.getvalue().decode(), err.getvalue())
