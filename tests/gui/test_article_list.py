"""The article list: pages, filters, search."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex
from pytestqt.qtbot import QtBot

from khaotag.gui.app import App
from khaotag.gui.panels.article_delegate import counts_text
from khaotag.gui.panels.article_list import status_name
from khaotag.gui.panels.article_model import PAGE, ArticleModel
from khaotag.storage.articles import ArticleSummary, Page

Open = Callable[..., App]
MANY = 100_000


def many(after: int | None) -> Page:
    start = (after or 0) + 1
    rows = [ArticleSummary(n, f"a{n}", f"ข่าว {n}", "todo", 0, 0) for n in range(start, min(start + PAGE, MANY + 1))]
    last = rows[-1].number
    return Page(rows, last if last < MANY else None)


def test_a_hundred_thousand_articles_are_read_page_by_page_without_waiting() -> None:
    model = ArticleModel()
    began = time.perf_counter()
    model.show(many)
    assert time.perf_counter() - began < 0.1
    assert model.rowCount() == PAGE
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert model.rowCount() == 2 * PAGE
    assert model.summary(5 * PAGE) is not None
    assert model.rowCount() == 6 * PAGE
    assert model.summary(MANY + 5) is None
    assert model.rowCount() == MANY
    assert not model.canFetchMore(QModelIndex())


def test_a_status_filters_the_list_and_pressed_again_shows_all(
    open_app: Open, project_file: Path, qtbot: QtBot
) -> None:
    app = open_app(project_file)
    with qtbot.waitSignal(app.workspace.saved):
        app.workspace.set_status("done")
    app.articles.filter("done")
    assert app.articles.model.rowCount() == 1
    app.articles.filter("todo")
    assert app.articles.model.rowCount() == 11
    app.articles.filter("todo")
    assert app.articles.model.rowCount() == 12


def test_the_list_and_the_header_have_the_same_words_for_what_is_not_begun() -> None:
    assert counts_text(ArticleSummary(1, "a", "ข่าว", "todo", 0, 0)) == status_name("todo")


def test_titles_are_searched_and_enter_opens_the_first(open_app: Open, project_file: Path, qtbot: QtBot) -> None:
    app = open_app(project_file)
    app.actions.run("search")
    app.articles.search.setText("ข่าวที่ 11")
    qtbot.waitUntil(lambda: app.articles.model.rowCount() == 1)
    app.articles.open_first()
    opened = app.workspace.article
    assert opened is not None
    assert opened.article.title.startswith("ข่าวที่ 11")
    app.articles.clear_search()
    assert app.articles.model.rowCount() == 12


def test_next_and_previous_follow_the_list(open_app: Open, project_file: Path) -> None:
    app = open_app(project_file)
    first, second = (app.articles.model.summary(place) for place in (0, 1))
    assert first is not None
    assert second is not None
    app.actions.run("next")
    assert app.workspace.article is not None
    assert app.workspace.article.article.id == second.id
    app.actions.run("previous")
    assert app.workspace.article.article.id == first.id


def test_a_search_without_a_hit_says_so(open_app: Open, project_file: Path, qtbot: QtBot) -> None:
    app = open_app(project_file)
    app.articles.search.setText("ไม่มีข่าวนี้")
    qtbot.waitUntil(lambda: app.articles.model.rowCount() == 0)
    assert app.articles._empty.isVisible()
    assert "No article fits" in app.articles._empty.text()
