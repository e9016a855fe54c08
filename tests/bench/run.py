"""Prints every figure that is promised, as JSON, with the limit of the stack measured in the same run beside it.

`run.py` runs all of them, `run.py NAME…` some; each runs in a process of its own, so that memory is its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
NAMES = (
    "marks",
    "bulk",
    "exports",
    "search",
    "agreement",
    "reviewing",
    "review_window",
    "merge",
    "start",
    "open",
    "memory",
    "gestures",
    "occurrences",
)


def one(name: str) -> None:
    """Run one benchmark and print its figures."""
    with tempfile.TemporaryDirectory(prefix="khaotag-bench-") as folder:
        os.environ["HOME"] = os.environ["XDG_CONFIG_HOME"] = folder
        if name in ("marks", "bulk"):
            import storage_bench as module
        elif name == "exports":
            import export_bench as module
        elif name == "search":
            import search_bench as module
        elif name in ("agreement", "reviewing"):
            import review_bench as module
        elif name == "review_window":
            import review_window_bench as module
        elif name == "occurrences":
            import occurrences_bench as module
        elif name == "merge":
            import merge_bench as module
        else:
            import window_bench as module
        print(json.dumps(getattr(module, name)(Path(folder)), ensure_ascii=False))


def main(names: list[str]) -> None:
    """Run the benchmarks one after the other and print one object."""
    figures = {}
    for name in names or NAMES:
        done = subprocess.run([sys.executable, __file__, "--one", name], check=False, stdout=subprocess.PIPE)
        figures[name] = json.loads(done.stdout) if done.returncode == 0 else {"failed": done.returncode}
    print(json.dumps(figures, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2])
    else:
        main(sys.argv[1:])
