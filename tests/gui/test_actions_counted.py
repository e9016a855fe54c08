"""How many actions each gesture takes, with real keys and a real pointer, and a whole article without a pointer."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import orjson
import pytest
from hands import SHIFT, Hands
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from khaotag.gui.app import App
from khaotag.models.layer import Entity, Relation
from khaotag.storage import schemas
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.project import Project

ENTITIES, RELATIONS = 20, 8
# Actions for an entity and for a relation, each with its label in the head already, and what the hands have to hold:
# from the tools' guides and key maps, as the knowledge of this project collects them.
PEERS = {
    "brat": (3, 3, "mouse and keys"),
    "Prodigy": (2, 3, "mouse and keys"),
    "doccano": (2, 3, "mouse and keys"),
    "INCEpTION": (3, 3, "mouse and keys"),
    "Label Studio": (2, 4, "mouse and keys"),
}


@pytest.fixture
def sample() -> tuple[str, list[Entity], list[Relation]]:
    """An article of the sample project: its text, its first entities and the relations between them."""
    lines = files("khaotag").joinpath("resources", "articles", "annotations.jsonl").read_bytes().splitlines()
    record = max(map(orjson.loads, lines), key=lambda r: len(r.get("layers", ())) * 1000 - len(r["text"]) / 1000)
    layer = max(record["layers"], key=lambda layer: len(layer["relations"]))
    by_id = {e["id"]: Entity(e["id"], e["label"], e["start"], e["end"]) for e in layer["entities"]}
    joined = sorted(layer["relations"], key=lambda r: max(by_id[r["head"]].start, by_id[r["tail"]].start))
    relations = [Relation(r["id"], r["label"], r["head"], r["tail"]) for r in joined[:RELATIONS]]
    ends = {end for relation in relations for end in (relation.head, relation.tail)}
    order = sorted(by_id.values(), key=lambda e: (e.id not in ends, e.place))
    return record["text"], sorted(order[:ENTITIES], key=lambda e: e.place), relations


@pytest.fixture
def tagging(open_app: Any, tmp_path: Path, sample: Any) -> App:
    """The window on a project that holds the article and no marks."""
    (tmp_path / "sample.txt").write_text(sample[0], "utf-8")
    path = tmp_path / "sample.khaotag"
    with Project.create(path, schemas.named(None)) as project:
        import_files(project, ImportParams([tmp_path / "sample.txt"]))
    app: App = open_app(path)
    app.view.setFocus()
    return app


def test_an_entity_takes_two_actions_with_the_mouse_and_a_relation_two(tagging: App, sample: Any) -> None:
    view, hands = tagging.view, Hands(tagging.view)
    text = sample[0]
    opened = view.document.opened
    marks = [e for e in sample[1] if e.label in ("PERSON", "TITLE")][:2]
    for entity in marks:
        before = hands.actions
        hands.drag(hands.point(entity.start, dx=8), hands.point(entity.end, dx=-3))
        hands.type(opened.schema.entity_types[entity.label].key or "")
        assert hands.actions - before == 2
    made = {e.label: e for e in opened.layer.entities.values()}
    assert {(e.label, e.surface(text)) for e in made.values()} == {(e.label, e.surface(text)) for e in marks}
    before = hands.actions
    person, title = made["PERSON"].id, made["TITLE"].id
    hands.drag(hands.chip(person), hands.chip(title))
    if view.relating.choosing:
        hands.type("1")
    assert hands.actions - before <= 2
    assert [r.head for r in opened.layer.relations.values()] == [person]


def test_an_entity_takes_move_extend_and_one_key_and_a_relation_three_keys(tagging: App, sample: Any) -> None:
    view, hands = tagging.view, Hands(tagging.view)
    opened = view.document.opened
    text = sample[0]
    person = next(e for e in sample[1] if e.label == "PERSON")
    place = next(e for e in sample[1] if e.label in ("LOCATION", "LOCAL_GOV", "PARTY"))
    view.set_caret(person.start)
    hands.type("e" if view.ranges.whole(*(view.edits.word() or (0, 0))) == (person.start, person.end) else "")
    while view.selection != (person.start, person.end):
        hands.press(Qt.Key.Key_Right, SHIFT)
    extend = hands.actions
    hands.type("1")
    assert hands.actions == extend + 1
    view.select(place.start, place.end)
    hands.type(opened.schema.entity_types[place.label].key or "")
    first, second = sorted(opened.layer.entities.values(), key=lambda e: e.label != "PERSON")
    assert (first.surface(text), second.surface(text)) == (person.surface(text), place.surface(text))
    view.focus_entity(first.id)
    before = hands.actions
    hands.type("r")
    hands.type(view.scene.hints[second.id])
    if view.relating.choosing:
        hands.type("1")
    assert hands.actions - before <= 3
    assert len(opened.layer.relations) == 1


def test_a_whole_article_is_tagged_without_a_mouse(
    tagging: App, sample: Any, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    _, entities, relations = sample
    view, hands = tagging.view, Hands(tagging.view)
    opened = view.document.opened
    assert (len(entities), len(relations)) == (ENTITIES, RELATIONS)
    new: dict[str, str] = {}
    relating = 0
    for entity in entities:
        known = set(opened.layer.entities)
        hands.mark(opened.schema.entity_types[entity.label].key or "", (entity.start, entity.end))
        [new[entity.id]] = set(opened.layer.entities) - known
        before = hands.actions
        for relation in relations:
            # A relation is made when its second end has just been marked.
            if entity.id in (relation.head, relation.tail) and {relation.head, relation.tail} <= set(new):
                hands.relate(new[relation.head], new[relation.tail], relation.label)
        relating += hands.actions - before
    marking = hands.actions - relating
    QApplication.processEvents()
    made = {(e.label, e.start, e.end) for e in opened.layer.entities.values()}
    assert made == {(e.label, e.start, e.end) for e in entities}
    links = {(r.label, r.head, r.tail) for r in opened.layer.relations.values()}
    assert links == {(r.label, new[r.head], new[r.tail]) for r in relations}
    assert hands.mouse_actions == 0
    qtbot.waitUntil(lambda: tagging.workspace.idle)
    with capsys.disabled():
        print("\n" + table(marking, relating))  # noqa: T201 - the figures are to be seen
    assert marking <= 4.75 * ENTITIES
    assert relating <= 4 * RELATIONS


def table(marking: int, relating: int) -> str:
    """Return the number of actions for the article beside what the peers need, who all need a pointer."""
    rows = [(name, ENTITIES * one, RELATIONS * other, hold) for name, (one, other, hold) in PEERS.items()]
    rows.append(("Khaotag", ENTITIES * 2, RELATIONS * 2, "mouse and keys"))
    rows.append(("Khaotag", marking, relating, "keys alone"))
    head = f"{ENTITIES} entities and {RELATIONS} relations: actions, at the least"
    lines = [f"  {n:<14}{e:>5} + {r:>3} = {e + r:>4}   {hold}" for n, e, r, hold in rows]
    return "\n".join([head, *lines])
