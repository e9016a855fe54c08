"""The window's pages beside the article: each made when it is first shown, so that none costs time at the start."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from PySide6.QtWidgets import QStackedWidget, QWidget

from .look import Look
from .tasks import Tasks
from .workspace import Workspace


class Page(Protocol):
    """A widget that fills the window between rail and bars.

    A page may have `handlers()`: what the window's actions (undo, done, next, previous) do while it is in front;
    and `is_settled`: whether nothing more will come, for pictures of it.
    """

    def refresh(self) -> None:
        """Show the present project again; called each time the page comes to the front."""


class Room(NamedTuple):
    """What a page is made of: the shared parts of the window and the ways out of the page."""

    look: Look
    workspace: Workspace
    tasks: Tasks
    run: Callable[[str], None]
    """Does an action of the window by its id."""
    open_article: Callable[[str, int | None], None]
    """Opens an article on the annotation page, at a code point where one is given."""


def _history(room: Room) -> QWidget:
    from .panels.history_panel import HistoryPanel

    page = HistoryPanel(room.look, room.workspace, room.tasks)
    page.chosen.connect(room.open_article)
    page.left.connect(lambda: room.run("annotate"))
    return page


def _concordance(room: Room) -> QWidget:
    from .concordance.page import ConcordancePage

    return ConcordancePage(room)


def _dashboard(room: Room) -> QWidget:
    from .dashboard.page import DashboardPage

    return DashboardPage(room)


def _review(room: Room) -> QWidget:
    from .review.page import ReviewPage

    return ReviewPage(room)


def _schema(room: Room) -> QWidget:
    from .schema_editor.page import SchemaPage

    return SchemaPage(room)


def _team(room: Room) -> QWidget:
    from .team.page import TeamPage

    return TeamPage(room)


# By the name of the action that shows it; the rail and the command line's `screenshot` offer the same names.
PAGES: dict[str, Callable[[Room], QWidget]] = {
    "review": _review,
    "concordance": _concordance,
    "dashboard": _dashboard,
    "history": _history,
    "schema": _schema,
    "team": _team,
}


class Pages:
    """The pages of one window, by name."""

    def __init__(self, stack: QStackedWidget, room: Room) -> None:
        self._stack, self._room = stack, room
        self._made: dict[str, QWidget] = {}

    def show(self, name: str) -> None:
        """Bring a page of PAGES to the front, made now if it was never shown."""
        page = self._made.get(name)
        if page is None:
            page = self._made[name] = PAGES[name](self._room)
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.refresh()  # type: ignore[attr-defined]

    def current(self) -> QWidget | None:
        """Return the page that is in front; None where it is none of PAGES."""
        front = self._stack.currentWidget()
        return front if front in self._made.values() else None

    def page(self, name: str) -> QWidget | None:
        """Return a page that was made before; None if it was not."""
        return self._made.get(name)
