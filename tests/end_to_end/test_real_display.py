"""The window on a real X display, with a real pointer and a Thai keyboard: drag, label, relate, undo."""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest
from running import khaotag

NEEDED = ("Xvfb", "xdotool", "setxkbmap")
TEXT = "ข่าวทดสอบ\n\nธารา ใจดี เป็น นายก ของ อบต.นาคำ วันนี้\n"
PATIENCE = 20.0


@pytest.fixture
def display() -> Iterator[str]:
    """A virtual X display with the Thai keyboard layout alone."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        pytest.skip(f"{', '.join(missing)} is not installed")
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[writer], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writer)
    with os.fdopen(reader) as told:
        name = f":{told.readline().strip()}"
    try:
        subprocess.run(["setxkbmap", "-display", name, "th"], check=True, stderr=subprocess.DEVNULL)
        yield name
    finally:
        server.terminate()
        server.wait(timeout=10)


class Person:
    """Somebody in front of the window: sees where things are, moves the pointer, presses keys."""

    def __init__(self, display: str, project: Path) -> None:
        self.environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self.window = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("window_on_display.py")), str(project)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment, text=True,
        )  # fmt: skip
        self._seen: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()
        self.places: dict[str, Any] = {"words": {}, "chips": {}}

    def _read(self) -> None:
        assert self.window.stdout is not None
        for line in self.window.stdout:
            self._seen.put(line)

    def wait(self, ready: Callable[[dict[str, Any]], bool]) -> None:
        """Look until something is there and nothing moves any more."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                self.places = json.loads(self._seen.get(timeout=0.3))
            except queue.Empty:
                if ready(self.places):
                    return
                assert self.window.poll() is None, self.window.communicate()
            if time.monotonic() > deadline:
                pytest.fail(f"the window did not come so far: {self.places}")

    def do(self, *words: object) -> None:
        """Give the pointer or the keyboard an order."""
        subprocess.run(["xdotool", *map(str, words)], check=True, env=self.environment)

    def drag(self, start: list[int], end: list[int]) -> None:
        """Drag with the left button."""
        self.do("mousemove", *start, "mousedown", 1)
        for share in (0.3, 0.6, 1.0):
            self.do("mousemove", *(round(a + (b - a) * share) for a, b in zip(start, end, strict=True)))
            time.sleep(0.03)
        self.do("mouseup", 1)

    def press(self, keycode: int, *held: str) -> None:
        """Press a physical key by its X keycode, whatever the layout writes on it."""
        for name in held:
            self.do("keydown", name)
        self.do("key", keycode)
        for name in held:
            self.do("keyup", name)

    def leave(self) -> None:
        """End the window's process."""
        self.window.terminate()
        self.window.wait(timeout=10)
        self._reader.join(timeout=10)
        assert self.window.stdout is not None
        assert self.window.stderr is not None
        self.window.stdout.close()
        self.window.stderr.close()


def _layer(project: Path, out: Path) -> dict[str, Any]:
    khaotag("export", project, out, "--format", "khaotag")
    layers = orjson.loads(out.read_bytes()).get("layers", [{}])
    return layers[0]


def _wait_for(project: Path, out: Path, ready: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    deadline = time.monotonic() + PATIENCE
    while True:
        layer = _layer(project, out)
        if ready(layer):
            return layer
        assert time.monotonic() < deadline, layer
        time.sleep(0.1)


KEY_1, KEY_3, KEY_R, KEY_Z = 10, 12, 27, 52


def test_drag_label_relate_and_undo_with_a_real_pointer_under_the_thai_layout(display: str, tmp_path: Path) -> None:
    project, out = tmp_path / "p.khaotag", tmp_path / "out.jsonl"
    source = tmp_path / "a.txt"
    source.write_text(TEXT, "utf-8")
    khaotag("new", project)
    khaotag("import", project, source)
    person = Person(display, project)
    try:
        person.wait(lambda places: "นายก" in places["words"])
        words = person.places["words"]
        person.drag(words["ธา"] if "ธา" in words else words["ธารา"], words["ใจดี"])
        person.press(KEY_1)
        person.wait(lambda places: "ธารา ใจดี" in places["chips"])
        person.do("mousemove", *words["นายก"], "click", "--repeat", 2, "--delay", 60, 1)
        person.press(KEY_3)
        person.wait(lambda places: "นายก" in places["chips"])
        marked = _wait_for(project, out, lambda layer: len(layer.get("entities", [])) == 2)
        assert [(e["label"], e["text"]) for e in marked["entities"]] == [("PERSON", "ธารา ใจดี"), ("POSITION", "นายก")]
        chips = person.places["chips"]
        person.drag(chips["ธารา ใจดี"], chips["นายก"])
        related = _wait_for(project, out, lambda layer: "relations" in layer)
        assert related["relations"][0]["label"] == "HOLDS_POSITION"
        person.press(KEY_Z, "ctrl")
        undone = _wait_for(project, out, lambda layer: "relations" not in layer)
        assert len(undone["entities"]) == 2
    finally:
        person.leave()
    assert khaotag("check", project).code == 0
