"""A reviewer decides disputes with one key each, corrects a boundary, says why, takes it back, and goes on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import orjson
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from khaotag.gui.app import App
from khaotag.gui.review.page import ReviewPage
from khaotag.gui.review.send_back import SendBackDialog
from khaotag.models.layer import GOLD, Layer
from khaotag.storage import schemas
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.project import Project

TEXT = "นายก อบต.หนองแสงทอง แถลง ที่ศรีธารา เมื่อ 5 มกราคม 2569 🍊"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def entity(mark_id: str, label: str, surface: str) -> dict[str, object]:
    start = TEXT.index(surface)
    return {"id": mark_id, "label": label, "start": start, "end": start + len(surface)}


def layers() -> list[dict[str, object]]:
    """Two people who agree on the date and dispute a boundary, a label, and whether something is marked at all."""
    return [
        {
            "annotator": "malee",
            "status": "done",
            "entities": [
                entity("m1", "POSITION", "นายก อบต.หนองแสงทอง"),
                entity("m2", "LOCATION", "ศรีธารา"),
                entity("m3", "DATE", "5 มกราคม 2569"),
            ],
        },
        {
            "annotator": "somchai",
            "status": "done",
            "entities": [
                entity("s1", "POSITION", "นายก"),
                entity("s2", "LOCAL_GOV", "ศรีธารา"),
                entity("s3", "DATE", "5 มกราคม 2569"),
                entity("s4", "PROJECT", "แถลง"),
            ],
        },
    ]


@pytest.fixture
def app(open_app: Callable[..., App], tmp_path: Path) -> App:
    path = tmp_path / "p.khaotag"
    lines = [{"khaotag": 1, "id": "n1", "text": TEXT, "layers": layers()}]
    lines.append({"khaotag": 1, "id": "n2", "text": TEXT + "\nอีกข่าว", "layers": layers()})
    (tmp_path / "news.jsonl").write_bytes(b"\n".join(orjson.dumps(line) for line in lines))
    with Project.create(path, schemas.named(None)) as project:
        assert import_files(project, ImportParams([tmp_path / "news.jsonl"])).imported == 2
    return open_app(path)


@pytest.fixture
def page(app: App, qtbot: QtBot) -> ReviewPage:
    app.actions.run("review")
    made = app.pages.page("review")
    assert isinstance(made, ReviewPage)
    qtbot.waitUntil(lambda: made.is_settled and made.review is not None, timeout=15_000)
    return made


def gold(app: App, article_id: str = "n1") -> Layer:
    project = app.workspace.project
    assert project is not None
    return project.layer(article_id, GOLD)


def marks(layer: Layer) -> list[tuple[str, str]]:
    return [(one.label, one.surface(TEXT)) for one in layer.sorted_entities()]


def test_every_dispute_is_decided_with_one_key_and_kept(app: App, page: ReviewPage, qtbot: QtBot) -> None:
    assert page.review is not None
    kinds = [card.kinds[0] for card in page.review.cards]
    assert kinds == ["boundary", "missing", "label"]
    for key in (Qt.Key.Key_A, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_1):
        QTest.keyClick(page, key)
    assert not page.review.open
    qtbot.waitUntil(lambda: app.workspace.idle)
    kept = gold(app)
    assert ("DATE", "5 มกราคม 2569") in marks(kept)
    assert len(kept.entities) + sum(not one.marks for one in kept.decisions.values()) == 4
    date = next(one for one in kept.entities.values() if one.label == "DATE")
    assert sorted(date.votes) == ["malee:m3", "somchai:s3"]


def test_none_is_right_leaves_no_mark_but_is_remembered(app: App, page: ReviewPage, qtbot: QtBot) -> None:
    QTest.keyClick(page, Qt.Key.Key_0)
    qtbot.waitUntil(lambda: app.workspace.idle)
    assert gold(app).entities == {}
    assert [one.verdict for one in gold(app).decisions.values()] == ["none"]
    assert page.review is not None
    assert page.review.cards[0].decided


def test_several_versions_are_kept_side_by_side(app: App, page: ReviewPage, qtbot: QtBot) -> None:
    QTest.keyClick(page, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: app.workspace.idle)
    assert marks(gold(app)) == [("POSITION", "นายก"), ("POSITION", "นายก อบต.หนองแสงทอง")]


def test_a_boundary_is_corrected_by_keys_with_another_label(app: App, page: ReviewPage, qtbot: QtBot) -> None:
    QTest.keyClick(page, Qt.Key.Key_E)
    assert page.boundary.stretch is not None
    end = page.boundary.stretch.end
    QTest.keyClick(page, Qt.Key.Key_Right, SHIFT)
    assert page.boundary.stretch.end > end
    QTest.keyClick(page, Qt.Key.Key_Left, SHIFT)
    QTest.keyClick(page, Qt.Key.Key_Right, SHIFT | CONTROL)
    assert page.boundary.stretch.start > 0
    QTest.keyClick(page, Qt.Key.Key_6)
    QTest.keyClick(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: app.workspace.idle)
    (made,) = gold(app).entities.values()
    assert made.label == "ORG"
    assert [one.verdict for one in gold(app).decisions.values()] == ["edited"]


def test_the_keys_work_under_the_thai_layout(app: App, page: ReviewPage, qtbot: QtBot) -> None:
    # ิ stands on the key of B under Kedmanee.
    QTest.sendKeyEvent(QTest.KeyAction.Click, page, Qt.Key(0x0E34), "\u0e34", Qt.KeyboardModifier.NoModifier)
    qtbot.waitUntil(lambda: app.workspace.idle)
    assert len(gold(app).entities) == 2


def test_a_decision_has_a_reason_and_is_taken_back_with_ctrl_z(app: App, page: ReviewPage, qtbot: QtBot) -> None:
    page.bar.note.setText("คู่มือ §4.1")
    QTest.keyClick(page, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: app.workspace.idle)
    assert [one.note for one in gold(app).decisions.values()] == ["คู่มือ §4.1"]
    app.actions.run("undo")
    qtbot.waitUntil(lambda: not gold(app).decisions and app.workspace.idle)
    qtbot.waitUntil(lambda: page.review is not None and not page.review.cards[0].decided)


def test_a_reviewed_article_is_finished_and_the_next_comes(app: App, page: ReviewPage, qtbot: QtBot) -> None:
    QTest.keyClick(page, Qt.Key.Key_Return, CONTROL)
    assert gold(app).head.status == "todo", "disputes are still open"
    for _ in range(3):
        QTest.keyClick(page, Qt.Key.Key_1)
    QTest.keyClick(page, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: app.workspace.idle)
    done = [gold(app, name).head.status for name in ("n1", "n2")]
    assert sorted(done) == ["done", "todo"]
    assert page.case is not None
    assert gold(app, page.case.article.id).head.status == "todo"


def test_sending_back_reopens_the_layer_with_a_note(app: App, page: ReviewPage, qtbot: QtBot) -> None:
    page.send_back()
    (dialog,) = page.findChildren(SendBackDialog)
    dialog.accept()
    assert dialog.isVisible(), "without a word it goes nowhere"
    dialog.person.setCurrentIndex(dialog.person.findData("somchai"))
    dialog.text.setPlainText("ดูขอบเขตของตำแหน่งอีกครั้ง")
    dialog.accept()
    project = app.workspace.project
    assert project is not None
    assert page.case is not None
    article_id = page.case.article.id
    qtbot.waitUntil(lambda: project.layer(article_id, "somchai").head.status == "in_progress")
    (note,) = project.layer(article_id, "somchai").notes.values()
    assert note.text == "ดูขอบเขตของตำแหน่งอีกครั้ง"
    assert not note.resolved


def test_lanes_make_room_below_lines_in_dispute_and_names_can_be_hidden(page: ReviewPage) -> None:
    document = page.view.document
    first = document.line_of(0)
    assert document.room_below is not None
    assert document.room_below(first.line.row.start, first.line.row.end) >= 2 * 24
    page._hide_names()
    assert set(page.cards.rows.names) >= {"malee", "somchai"}
    assert "malee" not in page.cards.rows.names.values()
