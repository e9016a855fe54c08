"""Three annotators' layers on the same articles: others' marks, perturbed by a seed, each in a project of their own.

The texts are Han-Coref's news sentences where the larger real files are here, else the bundled articles in variations.
A perturbed mark keeps its id, so that what one base mark became with each person can be followed.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from khaotag.models.text import grapheme_starts
from khaotag.storage import schemas
from khaotag.storage.jobs.edit_lines import Editor
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.project import Project

NAMES = ("anong", "boonmee", "chalida")
_LABELS = ("PERSON", "ORG", "LOCATION", "GROUP", "POSITION", "EVENT")
_BUNDLED = Path(__file__).parents[1] / "resources" / "articles" / "annotations.jsonl"

Record = dict[str, Any]


def articles(count: int, seed: int = 1, peerdata: Path | None = None) -> list[Record]:
    """Return native articles with one layer each, which nobody of the three made."""
    random_ = random.Random(seed)
    source = _han_coref(peerdata / "han-coref" / "val_2152023_newmm.jsonlines", random_) if peerdata else iter(())
    found: dict[str, Record] = {}
    for record in source:
        if len(found) < count and record["entities"]:
            found.setdefault(record["text"], record)
    bundled = list(_bundled())
    while len(found) < count:
        record = _varied(random_.choice(bundled), len(found))
        found.setdefault(record["text"], record)
    return list(found.values())


def layer(article: Record, name: str, seed: int = 1) -> Record:
    """Return what somebody else might have made of an article: a native layer, finished."""
    text = article["text"]
    random_ = random.Random(f"{seed} {name} {text[:80]}")
    edges = [*grapheme_starts(text), len(text)]
    places = {at: place for place, at in enumerate(edges)}
    made: dict[tuple[int, int, str], Record] = {}
    for mark in article["entities"]:
        start, end, label = mark["start"], mark["end"], mark["label"]
        dice = random_.random()
        if dice < 0.08:
            continue
        if dice < 0.20:
            start, end = _moved(random_, edges, places, start, end)
        elif dice < 0.30:
            label = random_.choice(_LABELS)
        one = {"id": mark["id"], "label": label, "start": start, "end": end, "text": text[start:end]}
        made.setdefault((start, end, label), one)
    labels = {mark["id"]: mark["label"] for mark in article["entities"]}
    kept = {mark["id"] for mark in made.values() if mark["label"] == labels[mark["id"]]}
    links = [r for r in article["relations"] if {r["head"], r["tail"]} <= kept and random_.random() < 0.85]
    return {"annotator": name, "status": "done", "entities": list(made.values()), "relations": links}


def write(folder: Path, count: int, seed: int = 1, peerdata: Path | None = None) -> dict[str, Path]:
    """Write each annotator's articles with their layer into a native file."""
    found = articles(count, seed, peerdata)
    paths = {}
    for name in NAMES:
        paths[name] = folder / f"{name}.jsonl"
        lines = [orjson.dumps({"khaotag": 1, "text": a["text"], "layers": [layer(a, name, seed)]}) for a in found]
        paths[name].write_bytes(b"\n".join(lines))
    return paths


def projects(folder: Path, count: int, seed: int = 1, peerdata: Path | None = None) -> dict[str, Path]:
    """Make a project for each annotator, in which some of the work has been done by hand and taken back again."""
    found = {}
    for name, source in write(folder, count, seed, peerdata).items():
        found[name] = folder / f"{name}.khaotag"
        with Project.create(found[name], schemas.named(None)) as project:
            import_files(project, ImportParams([source], annotator=name))
            _work(project, name, random.Random(f"{seed} {name}"), count)
    return found


def _work(project: Project, name: str, random_: random.Random, count: int) -> None:
    """Reopen some articles, change a mark, leave a note, take one step back and finish again."""
    editor = Editor(project, name)
    rows = project.page(limit=count).rows
    for row in random_.sample(rows, max(1, count // 10)):
        marks = project.layer(row.id, name).sorted_entities()
        steps: list[Record] = [{"do": "status", "status": "in_progress"}]
        if marks:
            steps += [{"do": "note", "id": random_.choice(marks).id, "text": "ดูอีกที"}, {"do": "undo"}]
            steps += [{"do": "remove", "id": random_.choice(marks).id}]
        steps += [{"do": "note", "text": f"{name} อ่านแล้ว"}, {"do": "status", "status": "done"}]
        for step in steps:
            editor.do({**step, "article": row.id})


def _moved(random_: random.Random, edges: list[int], places: dict[int, int], start: int, end: int) -> tuple[int, int]:
    """Return a range with one edge moved by a few characters, as it happens where words have no spaces."""
    first, last = places[start], places[end]
    if random_.random() < 0.4:
        first = max(0, first + random_.choice((-3, -2, -1, 1, 2)))
    else:
        last = min(len(edges) - 1, last + random_.choice((-2, -1, 1, 2, 3)))
    return (edges[first], edges[last]) if first < last else (start, end)


def _han_coref(path: Path, random_: random.Random) -> Iterator[Record]:
    """Yield texts whose mentions are the marks; each cluster gets one label."""
    for line in path.read_bytes().splitlines() if path.is_file() else ():
        record = orjson.loads(line)
        text, marks = record["text"], []
        edges = {*grapheme_starts(text), len(text)}
        for cluster in record["clusters"]:
            label = random_.choice(_LABELS)
            marks += [(start, end, label) for start, end in cluster if {start, end} <= edges and start < end]
        entities = [
            {"id": f"e{number}", "label": label, "start": start, "end": end}
            for number, (start, end, label) in enumerate(sorted(set(marks)))
        ]
        yield {"text": text, "entities": entities, "relations": []}


def _bundled() -> Iterator[Record]:
    for line in _BUNDLED.read_bytes().splitlines():
        record = orjson.loads(line)
        if "layers" not in record:
            continue
        fullest = max(record["layers"], key=lambda one: len(one.get("entities", ())))
        entities = [entity for entity in fullest["entities"] if "fragments" not in entity]
        known = {entity["id"] for entity in entities}
        relations = [r for r in fullest.get("relations", ()) if {r["head"], r["tail"]} <= known]
        yield {"text": record["text"], "entities": entities, "relations": relations}


def _varied(article: Record, number: int) -> Record:
    """Return an article under a headline of its own."""
    headline = f"ข่าวที่ {number}\n"
    moved = [
        {
            **{key: e[key] for key in ("id", "label")},
            "start": e["start"] + len(headline),
            "end": e["end"] + len(headline),
        }
        for e in article["entities"]
    ]
    return {**article, "text": headline + article["text"], "entities": moved}
