"""A hostile, tired reviewer: decides while work is merged, takes back and again, changes labels and names meanwhile."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import orjson
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from khaotag.gui.app import App
from khaotag.gui.review.page import ReviewPage
from khaotag.models import decide, schema_edit
from khaotag.models.layer import GOLD, Layer
from khaotag.models.review import review
from khaotag.storage import schemas
from khaotag.storage.jobs import know_people
from khaotag.storage.jobs.bundle import bundle
from khaotag.storage.jobs.check import check
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.jobs.merge import merge
from khaotag.storage.jobs.remove import remove
from khaotag.storage.jobs.review_queue import case_of
from khaotag.storage.project import Project

Open = Callable[..., App]
LONG = bool(os.environ.get("KHAOTAG_LONG_TESTS"))
DISPUTES = 300 if LONG else 50
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PEOPLE = ("anong", "boonmee", "chalida", "dao", "ekachai")
WORDS = ("นายคำรณ", "อบต.หนองแสงทอง", "👨‍👩‍👧‍👦", "الجزيرة", "רשת", "กี๊กี่", "La Sportiva", "๒๕๖๙", "ศรีธารา", "เกี๊ยวน้ำ")
LABELS = ("PERSON", "ORG", "LOCAL_GOV", "LOCATION", "PROJECT")


def article(number: int, disputes: int, people: tuple[str, ...] = PEOPLE) -> dict[str, Any]:
    """An article in which people name every word otherwise, nest, stack, split and relate; the last one has nothing."""
    words = [f"{WORDS[at % len(WORDS)]}{at}" for at in range(disputes)]
    text = f"ข่าว {number} " + " ".join(words)
    starts = [text.index(f" {word} ") + 1 if f" {word} " in text else text.rindex(word) for word in words]
    layers = []
    for who, name in enumerate(people):
        entities: list[dict[str, Any]] = []
        for at, (start, word) in enumerate(zip(starts, words, strict=True)):
            if who == len(people) - 1 or (at + who) % 4 == 3:
                continue
            label = LABELS[(at + who * (at % 3)) % len(LABELS)]
            entities.append({"id": f"e{at}", "label": label, "start": start, "end": start + len(word)})
            if at % 10 == who and at + 1 < disputes:  # a second mark around this word and the next
                end = starts[at + 1] + len(words[at + 1])
                entities.append({"id": f"n{at}", "label": "PROJECT", "start": start, "end": end})
            if at % 15 == 7 and at + 2 < disputes:
                far = starts[at + 2]
                pieces = [[start, start + len(word)], [far, far + len(words[at + 2])]]
                entities.append(
                    {"id": f"d{at}", "label": "GROUP", "start": start, "end": pieces[1][1], "fragments": pieces}
                )
        ids = [one["id"] for one in entities if one["id"].startswith("e")]
        relations = [
            {"id": f"r{at}", "label": "RELATED_TO" if at % 2 else "ALIAS_OF", "head": head, "tail": tail}
            for at, (head, tail) in enumerate(pairwise(ids))
        ]
        layers.append({"annotator": name, "status": "done", "entities": entities, "relations": relations})
    return {"khaotag": 1, "id": f"n{number}", "text": text, "layers": layers}


def made(tmp_path: Path, *records: dict[str, Any]) -> Path:
    path = tmp_path / "p.khaotag"
    (tmp_path / "news.jsonl").write_bytes(b"\n".join(orjson.dumps(record) for record in records))
    with Project.create(path, schemas.named(None)) as project:
        report = import_files(project, ImportParams([tmp_path / "news.jsonl"]))
        assert report.imported == len(records)
        assert not report.rejected
    return path


def reviewing(app: App, qtbot: QtBot) -> ReviewPage:
    app.actions.run("review")
    page = app.pages.page("review")
    assert isinstance(page, ReviewPage)
    qtbot.waitUntil(lambda: page.is_settled and page.review is not None, timeout=30_000)
    return page


def stored(app: App, article_id: str = "n1") -> Layer:
    assert app.workspace.project is not None
    return app.workspace.project.layer(article_id, GOLD)


def same_as_stored(app: App, page: ReviewPage, qtbot: QtBot) -> None:
    """The page shows what is on disk once all is written, and the project is whole."""
    qtbot.waitUntil(lambda: app.workspace.idle and page.is_settled, timeout=60_000)
    qtbot.wait(10)
    assert page.case is not None
    assert page.case.gold == stored(app, page.case.article.id)
    assert page.review == review(page.case)
    assert unexpected(app) == []


def unexpected(app: App) -> list[str]:
    """Return what `check` finds, but for relations between types that people may not join."""
    assert app.workspace.project is not None
    problems = [str(problem) for problem in check(app.workspace.project).problems]
    return [problem for problem in problems if "gold" in problem or "may not join" not in problem]


def test_twenty_decisions_are_taken_back_and_done_again_as_fast_as_keys_come(
    open_app: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    app = open_app(made(tmp_path, article(1, 24)))
    page = reviewing(app, qtbot)
    for number in range(20):
        QTest.keyClick(page, (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_0)[number % 3])
    qtbot.waitUntil(lambda: app.workspace.idle)
    decided = stored(app)
    for _ in range(20):
        QTest.keyClick(app.window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: not page.is_waiting and app.workspace.idle)
    assert not stored(app).entities
    assert not stored(app).decisions
    for _ in range(20):
        QTest.keyClick(app.window, Qt.Key.Key_Z, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: not page.is_waiting and app.workspace.idle)
    assert stored(app) == decided
    same_as_stored(app, page, qtbot)


def test_undo_and_decisions_in_one_breath_come_in_the_order_of_the_keys(
    open_app: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    app = open_app(made(tmp_path, article(1, 24)))
    page = reviewing(app, qtbot)
    failures: list[object] = []
    app.workspace.failed.connect(failures.append)
    for number in range(12):
        QTest.keyClick(page, (Qt.Key.Key_1, Qt.Key.Key_B, Qt.Key.Key_0)[number % 3])
        if number % 2:
            QTest.keyClick(app.window, Qt.Key.Key_Z, CONTROL)
        if number % 5 == 4:
            QTest.keyClick(page, Qt.Key.Key_Delete)
    same_as_stored(app, page, qtbot)
    assert failures == []


def test_deciding_goes_on_while_a_merge_is_running_and_nothing_is_lost(
    open_app: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    path = made(tmp_path, article(1, 30, PEOPLE[:2]), article(2, 30, PEOPLE[:2]))
    (tmp_path / "other").mkdir()
    with Project.open(made(tmp_path / "other", article(1, 30), article(2, 30)), write=False) as other:
        bundle(other, tmp_path / "five")
    app = open_app(path)
    page = reviewing(app, qtbot)
    project = app.workspace.project
    assert project is not None
    assert page.case is not None
    here, failures = page.case.article.id, list[object]()
    app.workspace.failed.connect(failures.append)
    hold, held = threading.Event(), threading.Event()

    def slow(done: int, total: int) -> None:
        held.set()
        hold.wait(10)

    thread = threading.Thread(target=lambda: merge(project, [tmp_path / "five"], progress=slow))
    thread.start()
    held.wait(10)
    for number in range(6):
        QTest.keyClick(page, (Qt.Key.Key_1, Qt.Key.Key_2)[number % 2])
    assert len(page.case.gold.decisions) == 6, "decided and shown, though nothing can be written yet"
    assert len(stored(app, here).decisions) == 0
    hold.set()
    thread.join()
    app.workspace.take_changes()
    QTest.keyClick(page, Qt.Key.Key_1)
    same_as_stored(app, page, qtbot)
    assert failures == []
    assert len(page.case.layers) == len(PEOPLE)
    assert len(page.case.gold.decisions) >= 6


def test_a_decision_that_a_merge_overtook_is_told_and_shown_as_it_is(
    open_app: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    app = open_app(made(tmp_path, article(1, 12)))
    page = reviewing(app, qtbot)
    project = app.workspace.project
    assert project is not None
    case = case_of(project, "n1")
    (first, *_) = review(case).open
    project.commit(decide.reject(case, first, decide.Ruling("other", lambda: "g1")), "other")
    with qtbot.waitSignal(app.workspace.failed):
        QTest.keyClick(page, Qt.Key.Key_Delete)
        QTest.keyClick(page, Qt.Key.Key_1)
        QTest.keyClick(page, Qt.Key.Key_P)
    same_as_stored(app, page, qtbot)
    app.workspace.retry()
    same_as_stored(app, page, qtbot)
    assert stored(app).entities.keys() <= page.case.gold.entities.keys() if page.case else False
    assert not project.layer("n1", app.workspace.by).decisions, "gold's decisions do not end up in a person's layer"


def test_labels_merged_archived_or_gone_and_names_changed_leave_the_page_whole(
    open_app: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    app = open_app(made(tmp_path, article(1, 20)))
    page = reviewing(app, qtbot)
    for _ in range(8):
        QTest.keyClick(page, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: app.workspace.idle)
    project = app.workspace.project
    assert project is not None
    still = len(page.review.open) if page.review else 0
    project.set_schema(schema_edit.merged(project.schema, "LOCATION", "ORG"), app.workspace.by, {"LOCATION": "ORG"})
    know_people.rename(project, "anong", "อนงค์")
    app.workspace.take_changes()
    same_as_stored(app, page, qtbot)
    assert page.review is not None
    assert len(page.review.open) <= still, "no decision is open again"
    assert not any(card.stale for card in page.review.cards)
    while page.review.open:
        before = len(page.review.open)
        QTest.keyClick(page, Qt.Key.Key_1)
        if len(page.review.open) == before:
            QTest.keyClick(page, Qt.Key.Key_0)
    same_as_stored(app, page, qtbot)


def test_an_article_that_is_gone_leaves_an_empty_page_that_takes_no_keys(
    open_app: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    app = open_app(made(tmp_path, article(1, 6), article(2, 6)))
    page = reviewing(app, qtbot)
    project = app.workspace.project
    assert project is not None
    assert page.case is not None
    remove(project, [page.case.article.id], purge=True, by="tester")
    app.workspace.take_changes()
    assert page.case is None
    for key in (Qt.Key.Key_1, Qt.Key.Key_E, Qt.Key.Key_A, Qt.Key.Key_Delete, Qt.Key.Key_N):
        QTest.keyClick(page, key)
    QTest.keyClick(app.window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: app.workspace.idle)
    assert unexpected(app) == []


@pytest.mark.parametrize(("language", "theme"), [("th", "dark"), ("en", "light")] if LONG else [("th", "dark")])
def test_hundreds_of_disputes_in_a_small_window_can_all_be_decided(
    open_app: Open, tmp_path: Path, qtbot: QtBot, language: str, theme: str
) -> None:
    app = open_app(made(tmp_path, article(1, DISPUTES), article(2, 3)), language=language, size=(900, 650))
    app.look.set_theme(theme)
    app.workspace.open_article("n1")
    page = reviewing(app, qtbot)
    assert page.review is not None
    assert len(page.review.cards) > DISPUTES * 0.8
    keys = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_B, Qt.Key.Key_0, Qt.Key.Key_3)
    pressed = 0
    while page.review.open and pressed < 2000:
        before, pressed = page.review.open, pressed + 1
        QTest.keyClick(page, keys[pressed % 5])
        if page.review.open == before:
            QTest.keyClick(page, Qt.Key.Key_0)
    assert not page.review.open
    same_as_stored(app, page, qtbot)
    gold = stored(app)
    assert all({link.head, link.tail} <= gold.entities.keys() for link in gold.relations.values())
    QTest.keyClick(page, Qt.Key.Key_A)
    QTest.keyClick(app.window, Qt.Key.Key_Return, CONTROL)
    same_as_stored(app, page, qtbot)
    assert stored(app).head.status == "done"
