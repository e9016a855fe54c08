"""Real articles with many marks and emoji, by command line through every format that keeps them, and back."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path
from typing import Any

import orjson
import pytest
from format_making import edges_of
from running import khaotag

from khaotag.storage.formats.extras import installed
from khaotag.storage.formats.registry import FORMATS

KEEPING = [
    name
    for name, known in FORMATS.items()
    if known.reader and known.writer and known.keeps.nested and known.keeps.crossing and known.keeps.relations
]


def _tagged(path: Path, seed: int) -> dict[str, Any]:
    """Return an article as a native line: nested, crossing and touching entities with emoji, and relations."""
    chance = random.Random(seed)
    text = path.read_text("utf-8-sig").replace("\r\n", "\n").rstrip() + "\n👩\u200d🌾🍊 ชาวสวน🍊ส้ม 🇹🇭\n"
    edges = edges_of(text)
    entities: dict[str, dict[str, Any]] = {}
    while len(entities) < 60:
        at = chance.randrange(len(edges) - 1) if len(entities) > 20 else len(edges) - 1 - chance.randrange(1, 24)
        start, end = edges[at], edges[min(at + chance.randrange(1, 15), len(edges) - 1)]
        if not text[start:end].strip() or text[start:end] != text[start:end].strip():
            continue
        mark = f"e{len(entities):02}"
        label = chance.choice(["PERSON", "ORGANIZATION", "LOCATION"])
        entities[mark] = {"id": mark, "label": label, "start": start, "end": end, "text": text[start:end]}
    relations = [
        {"id": f"r{n}", "label": "MEMBER_OF", "head": chance.choice([*entities]), "tail": chance.choice([*entities])}
        for n in range(20)
    ]
    layer = {"annotator": "noi", "status": "done", "entities": [*entities.values()], "relations": relations}
    return {"khaotag": 1, "text": text, "layers": [layer]}


def _marks(file: Path, dropped: set[str]) -> tuple[Counter[Any], Counter[Any]]:
    entities: Counter[Any] = Counter()
    relations: Counter[Any] = Counter()
    for line in file.read_bytes().splitlines():
        record = orjson.loads(line)
        for layer in record["layers"]:
            told = {e["id"]: (record["text"], e["label"], e["start"], e["end"]) for e in layer["entities"]}
            entities.update(place for mark, place in told.items() if mark not in dropped)
            relations.update(
                (r["label"], told[r["head"]], told[r["tail"]])
                for r in layer.get("relations", ())
                if r["id"] not in dropped
            )
    return entities, relations


@pytest.mark.parametrize("name", KEEPING)
def test_marks_on_real_articles_come_back(name: str, shared_articles: list[Path], tmp_path: Path) -> None:
    if not installed(FORMATS[name].needs):
        pytest.skip(f"the extra “{FORMATS[name].needs}” is not installed")
    source = tmp_path / "tagged.jsonl"
    source.write_bytes(orjson.dumps(_tagged(shared_articles[0], 7)))
    one, other = tmp_path / "one.khaotag", tmp_path / "other.khaotag"
    for project in (one, other):
        assert khaotag("new", project).code == 0
    assert khaotag("import", one, source).code == 1  # relations that the schema does not allow are warned of
    answer = khaotag("export", one, tmp_path / "out", "--format", name, "--layer", "noi", "--json")
    assert answer.code in (0, 1), answer
    dropped = {loss["what"] for loss in answer.json["dropped"]}
    # sentences cannot hold what crosses them
    assert name == "dygie" or not dropped, answer.json["dropped"]
    assert khaotag("import", other, tmp_path / "out", "--annotator", "noi").code == 1
    for project, out in ((one, "first.jsonl"), (other, "second.jsonl")):
        khaotag("export", project, tmp_path / out, "--format", "khaotag")
    assert _marks(tmp_path / "second.jsonl", set()) == _marks(tmp_path / "first.jsonl", dropped)


def test_the_list_of_formats_has_columns_also_for_long_names() -> None:
    lines = khaotag("formats").out.splitlines()
    assert len(lines) == len(FORMATS)
    wide = max(len(name) for name in FORMATS)
    assert {line[:wide].strip() for line in lines} == set(FORMATS)
    assert {line[wide : wide + 2] for line in lines} == {"  "}
    assert {line[wide + 2 : wide + 4].strip() for line in lines} == {"RW", "R", "W"}
