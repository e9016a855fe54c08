"""The dashboard shows progress and agreement; each number leads to the conflicts behind it, each chart to a picture."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot
from team_making import team_project

from khaotag.gui.app import App
from khaotag.gui.dashboard.chart import Chart, Spot
from khaotag.gui.dashboard.conflict_list import ConflictList
from khaotag.gui.dashboard.page import DashboardPage
from khaotag.gui.review.page import ReviewPage
from khaotag.models import edit
from khaotag.storage.jobs.agree import agree
from khaotag.storage.project import Project


@pytest.fixture
def app(open_app: Callable[..., App], tmp_path: Path) -> App:
    return open_app(team_project(tmp_path))


@pytest.fixture
def page(app: App, qtbot: QtBot) -> DashboardPage:
    QTest.keyClick(app.window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    made = app.pages.page("dashboard")
    assert isinstance(made, DashboardPage)
    qtbot.waitUntil(lambda: made.is_settled, timeout=10_000)
    return made


def project_of(app: App) -> Project:
    assert app.workspace.project is not None
    return app.workspace.project


def click(chart: Chart, spot: Spot) -> None:
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=spot.box.center().toPoint())


def dialog_of(page: DashboardPage, qtbot: QtBot) -> ConflictList:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(ConflictList)), timeout=5000)
    return next(one for one in page.findChildren(ConflictList) if one.isVisible())


def test_a_cell_of_the_heat_map_says_what_it_is_and_lists_the_conflicts_of_its_pair(
    app: App, page: DashboardPage, qtbot: QtBot
) -> None:
    found = agree(project_of(app)).agreement
    assert len(page.heat.spots) == 6
    first = page.heat.spots[0]
    pair = found.pairs[0]
    assert f"{pair.exact.f1.value:.3f}" in first.tip
    assert f"n {pair.exact.f1.n:,}" in first.tip
    click(page.heat, first)
    dialog = dialog_of(page, qtbot)
    of_pair = [one for one in found.conflicts if (one.a, one.b) == (pair.a, pair.b) and one.kind != "relation"]
    assert len(dialog.conflicts) == len(of_pair)
    assert dialog.list.count() == len(of_pair)


def test_enter_on_a_listed_conflict_opens_its_article_in_the_review(
    app: App, page: DashboardPage, qtbot: QtBot
) -> None:
    page.disputes.setFocus()
    QTest.keyClick(page.disputes, Qt.Key.Key_Down)
    QTest.keyClick(page.disputes, Qt.Key.Key_Return)
    dialog = dialog_of(page, qtbot)
    assert "“" in dialog.list.item(0).text()
    article = dialog.conflicts[-1].article
    dialog.list.setCurrentRow(dialog.list.count() - 1)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert isinstance(app.pages.current(), ReviewPage)
    assert app.workspace.article is not None
    assert app.workspace.article.article.id == article


def test_the_article_most_in_dispute_opens_by_key_and_by_double_click(
    app: App, page: DashboardPage, qtbot: QtBot
) -> None:
    least = min(
        (one for one in agree(project_of(app)).agreement.per_article if one.f1 is not None), key=lambda one: one.f1 or 0
    )
    assert page.disputed.spots[0].data == least.article
    click(page.disputed, page.disputed.spots[1])
    assert app.pages.current() is page
    page.disputed.setFocus()
    QTest.keyClick(page.disputed, Qt.Key.Key_Home)
    QTest.keyClick(page.disputed, Qt.Key.Key_Return)
    assert isinstance(app.pages.current(), ReviewPage)
    assert app.workspace.article is not None
    assert app.workspace.article.article.id == least.article
    app.actions.run("dashboard")
    second = page.disputed.spots[1]
    QTest.mouseDClick(page.disputed, Qt.MouseButton.LeftButton, pos=second.box.center().toPoint())
    assert isinstance(app.pages.current(), ReviewPage)
    assert app.workspace.article.article.id == second.data


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_a_hovered_number_is_told_as_plain_text(page: DashboardPage) -> None:
    spot = page.people.spots[0]
    point = spot.box.center().toPoint()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, point, page.people.mapToGlobal(point))
    QApplication.sendEvent(page.people, event)
    assert QToolTip.text() == f"<span>{spot.tip}</span>"
    QToolTip.hideText()


def test_charts_are_saved_as_png_and_as_svg_and_the_table_as_csv(app: App, page: DashboardPage, tmp_path: Path) -> None:
    for name, card in page.cards.items():
        page.save(card.chart, tmp_path / f"{name}.png")
        page.save(card.chart, tmp_path / f"{name}.svg")
        image = QImage(str(tmp_path / f"{name}.png"))
        assert image.width() > 2 * card.chart.width()
        drawing = ET.parse(tmp_path / f"{name}.svg")
        words = "".join(drawing.getroot().itertext())
        assert card.chart.title in words
    page.save_table(tmp_path / "table.csv")
    with (tmp_path / "table.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["measure"]: row for row in csv.DictReader(file)}
    exact = agree(project_of(app)).agreement.exact.f1
    assert rows["exact"]["value"] == f"{exact.value:.4f}"
    assert rows["exact"]["n"] == str(exact.n)


def test_a_number_that_cannot_be_computed_is_a_dash_with_its_reason(
    open_app: Callable[..., App], tmp_path: Path, qtbot: QtBot
) -> None:
    path = team_project(tmp_path, 3)
    with Project.open(path) as project:
        for n in range(3):
            layer = project.layer(f"n{n}", "chalida")
            project.commit(edit.set_status(project.read(f"n{n}"), layer, "in_progress"), "chalida")
    app = open_app(path)
    app.actions.run("dashboard")
    page = app.pages.page("dashboard")
    assert isinstance(page, DashboardPage)
    qtbot.waitUntil(lambda: page.is_settled, timeout=10_000)
    dashes = [spot.tip for spot in page.heat.spots if "—" in spot.tip]
    assert len(dashes) == 4
    assert all("They have finished no article in common." in tip for tip in dashes)


def test_what_changes_is_measured_again_and_nothing_else_is(app: App, page: DashboardPage, qtbot: QtBot) -> None:
    before = page._compared
    app.actions.run("annotate")
    app.actions.run("dashboard")
    qtbot.waitUntil(lambda: page.is_settled, timeout=10_000)
    assert page._compared is before
    app.workspace.open_article("n0")
    app.actions.run("status_done")
    qtbot.waitUntil(lambda: app.workspace.idle, timeout=5000)
    app.actions.run("dashboard")
    qtbot.waitUntil(lambda: page.is_settled and page._compared is not before, timeout=10_000)
    assert "tester" in [spot.tip.partition(":")[0] for spot in page.people.spots]


def test_names_can_be_hidden_everywhere_on_the_page(page: DashboardPage) -> None:
    page._aliases.click()
    said = [spot.tip for chart in (page.people, page.heat, page.confusion) for spot in chart.spots]
    assert said
    assert not [tip for tip in said if "anong" in tip or "boonmee" in tip]
    assert "anong" not in page.pair.currentText()


@pytest.mark.parametrize(("width", "columns"), [(900, 2), (1440, 3), (700, 1)])
def test_the_page_reflows_and_nothing_is_wider_than_the_window(
    open_app: Callable[..., App], tmp_path: Path, qtbot: QtBot, width: int, columns: int
) -> None:
    app = open_app(team_project(tmp_path, 2), size=(width, 700))
    app.actions.run("dashboard")
    page = app.pages.page("dashboard")
    assert isinstance(page, DashboardPage)
    qtbot.waitUntil(lambda: page.is_settled and page.columns.count == columns, timeout=10_000)
    assert app.window.width() == width
    for card in page.cards.values():
        right = card.chart.mapTo(app.window, QPoint(card.chart.width(), 0)).x()
        assert right <= width
        assert all(spot.box.right() <= card.chart.width() + 0.5 for spot in card.chart.spots)


def test_few_examples_are_warned_of(page: DashboardPage) -> None:
    counts = page._progress.labels if page._progress is not None else {}
    rare = [spot.tip for spot in page.labels.spots if spot.data is not None and counts.get(spot.data.label, 0) < 10]
    assert rare
    assert page.labels.height() > 34 * len(page.labels.spots) + 20


def test_nothing_is_said_of_a_number_before_it_is_known(app: App, qtbot: QtBot) -> None:
    app.actions.run("dashboard")
    page = app.pages.page("dashboard")
    assert isinstance(page, DashboardPage)
    assert page.measuring.is_running
    assert all(card.chart.is_waiting and not card.chart.spots for card in page.cards.values())
    qtbot.waitUntil(lambda: page.is_settled, timeout=10_000)
    assert not any(card.chart.is_waiting for card in page.cards.values())


def test_leaving_the_page_ends_the_measuring_and_coming_back_begins_it_again(app: App, qtbot: QtBot) -> None:
    app.actions.run("dashboard")
    page = app.pages.page("dashboard")
    assert isinstance(page, DashboardPage)
    app.actions.run("annotate")
    assert not page.measuring.is_running
    app.actions.run("dashboard")
    qtbot.waitUntil(lambda: page.is_settled and bool(page.heat.spots), timeout=10_000)
