"""A killed program loses nothing that it acknowledged, and leaves nothing half done."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import orjson
from running import khaotag

KILLS = int(os.environ.get("KHAOTAG_KILLS", "4"))


def test_every_acknowledged_change_is_found_again_after_a_kill(tmp_path: Path) -> None:
    project = tmp_path / "p.khaotag"
    source = tmp_path / "a.txt"
    source.write_text("ก ข ค ง จ ฉ ช ซ " * 2000, "utf-8")
    khaotag("new", project)
    khaotag("import", project, source)
    article = khaotag("articles", project, "--json").json["articles"][0]["id"]
    random_ = random.Random(11)
    acknowledged: dict[str, int] = {}
    place = 0
    for _ in range(KILLS):
        editor = subprocess.Popen(
            [sys.executable, "-m", "khaotag", "edit", str(project), "--annotator", "noi"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        assert editor.stdin is not None
        assert editor.stdout is not None
        answers: list[dict[str, object]] = []

        def read(stream=editor.stdout, into=answers) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
            for line in stream:
                if line.endswith(b"\n"):
                    into.append(orjson.loads(line))

        reader = threading.Thread(target=read)
        reader.start()
        deadline = time.monotonic() + 20
        wanted = random_.randrange(1, 60)
        sent = 0
        while len(answers) < wanted and time.monotonic() < deadline:
            if sent - len(answers) < 20:
                gesture = {"do": "mark", "article": article, "label": "PERSON", "start": place, "end": place + 1}
                editor.stdin.write(orjson.dumps(gesture) + b"\n")
                editor.stdin.flush()
                place += 2
                sent += 1
            else:
                time.sleep(random_.random() / 500)
        editor.send_signal(signal.SIGKILL)
        editor.wait()
        reader.join()
        editor.stdin.close() if not editor.stdin.closed else None
        editor.stdout.close()
        assert answers
        assert all("change" in answer for answer in answers), answers
        acknowledged.update({str(answer["id"]): int(str(answer["change"])) for answer in answers})
    khaotag("export", project, tmp_path / "out.jsonl", "--format", "khaotag")
    found = {e["id"] for e in orjson.loads((tmp_path / "out.jsonl").read_bytes())["layers"][0]["entities"]}
    changes = {c["change"] for c in khaotag("history", project, "--json").json["changes"] if c["what"] == "mark"}
    assert set(acknowledged) <= found
    assert set(acknowledged.values()) <= changes
    assert len(found) == len(changes)
    assert khaotag("check", project, "--json").json == {"ok": True, "problems": []}
    sys.stdout.write(f"{KILLS} kills, {len(acknowledged)} acknowledged, {len(found)} found\n")
