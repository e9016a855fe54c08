"""The page of the team: people, who tags what, and what merges left to be settled."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from ...models.errors import KhaotagError, Message
from ...storage import people
from ...storage.beside import Kept
from ...storage.jobs import assign, know_people, settle
from ...storage.jobs.assign import AssignParams, AssignReport
from ...storage.people import Role
from ..dialogs.plain import show_error
from ..pages import Room
from ..translate import tr
from ..widgets import PlainLabel, Segmented, button, column, row, rule
from .assignment_grid import AssignmentGrid
from .assignment_model import AssignmentModel, Pair
from .beside_list import BesideList
from .deal_dialog import DealDialog
from .people_list import PeopleList
from .person_dialog import PersonDialog
from .reading import Team, read_team
from .steps import Steps

_TABS = ("people", "assignment", "beside")


class TeamPage(QWidget):
    """The page; see `Room` for the ways out of it."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.setProperty("pane", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._room, self._workspace = room, room.workspace
        self.hidden = False
        self.team: Team | None = None
        self._steps, self._made = Steps(room.tasks), list[int]()
        self._reading = 0
        self.people, self.beside = PeopleList(room.look), BesideList(room.look)
        self.model = AssignmentModel(self)
        self.grid = AssignmentGrid(room.look, self.model)
        self._title, self._hint = PlainLabel(role="title"), PlainLabel(role="small", wrap=True)
        self._aliases, self._merge = button(kind="link"), button()
        self._all, self._send = button(), button(kind="primary")
        self.deal, self.idle = button(), button()
        self.tabs, self._stack = Segmented(), QStackedWidget()
        self._build()
        self._wire()

    def _build(self) -> None:
        head = row(
            self._title, 8, self.tabs, None, self._aliases, self._merge, self._all, self._send, margins=(24, 8, 16, 8)
        )
        assignment = QWidget()
        foot = row(self.deal, self.idle, None, margins=(24, 8, 24, 12))
        hint = row(self._hint, margins=(24, 12, 24, 8))
        assignment.setLayout(column(hint, rule(), row(self.grid, margins=(16, 0, 0, 0)), rule(), foot, spacing=0))
        for widget in (self.people, assignment, self.beside):
            self._stack.addWidget(widget)
        self.setLayout(column(head, rule(), self._stack, spacing=0))

    def _wire(self) -> None:
        self.tabs.chosen.connect(self.show_tab)
        self._aliases.clicked.connect(self._hide_names)
        self._merge.clicked.connect(lambda: self._room.run("merge"))
        self._send.clicked.connect(lambda: self._room.run("send_work"))
        self._all.clicked.connect(lambda: self._room.run("send_project"))
        self.people.rename_wanted.connect(self._ask_for_name)
        self.people.role_wanted.connect(self.set_role)
        self.people.person_wanted.connect(self._ask_for_person)
        self.model.changed.connect(self._give)
        self.deal.clicked.connect(partial(self._ask_for_rule, idle=False))
        self.idle.clicked.connect(partial(self._ask_for_rule, idle=True))
        self.beside.mine_wanted.connect(self.take_mine)
        self.beside.theirs_wanted.connect(self.take_theirs)
        self.beside.opened.connect(lambda article_id: self._room.open_article(article_id, None))
        self._room.look.changed.connect(self._dress)
        self._workspace.project_changed.connect(self._forget)
        self._workspace.articles_changed.connect(self._follow)

    @property
    def is_settled(self) -> bool:
        """Whether nothing more will come."""
        return not self._reading and self._steps.is_idle

    def refresh(self) -> None:
        """Come to the front: read everything again."""
        self._dress()
        self._read()
        self._focus_tab()

    def _focus_tab(self) -> None:
        (self.people, self.grid, self.beside)[self._stack.currentIndex()].setFocus()

    def show_tab(self, name: str) -> None:
        """Show “people”, “assignment” or “beside”."""
        self.tabs.choose(name)
        self._stack.setCurrentIndex(_TABS.index(name))
        self._focus_tab()

    def _forget(self) -> None:
        self.team, self._made = None, []

    def _follow(self) -> None:
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        project = self._workspace.project
        if project is None:
            return
        self._reading += 1

        def take(team: Team) -> None:
            self._reading -= 1
            # Ticks that were set meanwhile are told by the next reading.
            if not self._reading and self._steps.is_idle and self._workspace.project is project:
                self.team = team
                self._show()

        def fail(error: KhaotagError) -> None:
            self._reading -= 1
            self._workspace.told.emit(error.message)

        self._room.tasks.start(lambda *_: read_team(project), take, fail, quiet=True)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the window's actions do while this page is in front."""
        return {"undo": self.undo}

    # --- what is shown

    def _dress(self) -> None:
        self._title.setText(tr("Team"))
        self._aliases.setText(tr("Show names") if self.hidden else tr("Hide names"))
        self._merge.setText(tr("Merge …"))
        self._send.setText(tr("Send my work …"))
        self._all.setText(tr("Send all …"))
        self.deal.setText(tr("Deal out by rule …"))
        self.idle.setText(tr("Deal idle ones anew …"))
        self._hint.setText(
            tr("A click or Space gives an article to somebody or takes it back; layers stay. Ctrl+Z takes a step back.")
        )
        self._show()

    def _show(self) -> None:
        team = self.team
        waiting = len(team.waiting) if team is not None else 0
        beside = tr("Kept beside ({n})", n=waiting) if waiting else tr("Kept beside")
        self.tabs.set_values([("people", tr("People")), ("assignment", tr("Assignment")), ("beside", beside)])
        self.tabs.choose(_TABS[self._stack.currentIndex()])
        if team is None:
            return
        self.people.show_people(team.people, team.aliases, hidden=self.hidden)
        self.model.show_queues(team.articles, [one.name for one in team.people], team.queues, self._names())
        self.beside.show_waiting(team.waiting, self._names())

    def _names(self) -> dict[str, str]:
        if self.team is None or not self.hidden:
            return {}
        language = self._room.look.language
        return {name: words.in_language(language) for name, words in self.team.aliases.items()}

    def _hide_names(self) -> None:
        self.hidden = not self.hidden
        self._dress()

    # --- doing

    def _do(self, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        def fail(error: KhaotagError) -> None:
            show_error(self, error)
            self._read()

        self._steps.do(work, done, fail)

    def _after(self, made: int) -> None:
        """Follow a step of assigning."""
        if made:
            self._made.append(made)
        if self._steps.is_idle:
            self._workspace.take_changes([])

    def _give(self, pairs: list[Pair], given: bool) -> None:
        project, job = self._workspace.project, assign.give if given else assign.take_back
        if project is not None:
            self._do(lambda: job(project, pairs), self._after)

    def _ask_for_rule(self, *, idle: bool) -> None:
        if self.team is None:
            return
        names = [one.name for one in self.team.people]
        dialog = DealDialog(self, self._room.look, names, self._names(), idle=idle)
        dialog.wanted.connect(self.deal_out)
        dialog.open()

    def deal_out(self, params: AssignParams, days: int) -> None:
        """Deal articles out by rule, or those anew that lay idle for so many days."""
        project = self._workspace.project
        if project is None:
            return

        def told(report: AssignReport) -> None:
            self._workspace.told.emit(
                Message("{n} articles went to too few people.", n=len(report.short))
                if report.short
                else Message("The articles are dealt out. Ctrl+Z takes it back.")
            )
            self._after(report.change)

        if days:
            self._do(lambda: assign.reassign_idle(project, days, params), told)
        else:
            self._do(lambda: assign.assign(project, params), told)

    def undo(self) -> None:
        """Take back the last step of assigning that was made here."""
        project = self._workspace.project
        if project is not None and self._made:
            number = self._made.pop()
            self._do(lambda: assign.undo_assign(project, number), lambda _: self._workspace.take_changes([]))
        else:
            self._workspace.told.emit(Message("No step of assigning was made here that could be taken back."))

    def _ask_for_person(self) -> None:
        dialog = PersonDialog(self, tr("Add a person"), "")
        dialog.named.connect(lambda name: self.set_role(name, "annotator"))
        dialog.open()

    def _ask_for_name(self, name: str) -> None:
        dialog = PersonDialog(self, tr("Rename"), name)
        dialog.named.connect(partial(self.rename, name))
        dialog.open()

    def rename(self, old: str, new: str) -> None:
        """Give a person another name; one's own goes with the machine's."""
        project, workspace = self._workspace.project, self._workspace
        if project is None or old == new:
            return

        def done(_: int) -> None:
            if old == people.person_of_this_machine().name:
                people.set_person(new)
            if old == workspace.by:
                workspace.rename_person(new)
                self._room.run("team")
            else:
                workspace.take_changes()

        self._do(lambda: know_people.rename(project, old, new), done)

    def set_role(self, name: str, role: str) -> None:
        """Make somebody a reviewer or an annotator, or known to the project."""
        project = self._workspace.project
        if project is not None:
            chosen = cast("Role", role)
            self._do(lambda: know_people.set_role(project, name, chosen), lambda _: self._read())

    def take_mine(self, kept: Kept) -> None:
        """Keep what is here."""
        self._settle(kept, settle.take_mine)

    def take_theirs(self, kept: Kept) -> None:
        """Take what is kept beside."""
        self._settle(kept, settle.take_theirs)

    def _settle(self, kept: Kept, job: Callable[..., int]) -> None:
        project, by = self._workspace.project, self._workspace.by
        if project is not None:
            self._do(lambda: job(project, kept, by), lambda _: self._workspace.take_changes([kept.article]))
