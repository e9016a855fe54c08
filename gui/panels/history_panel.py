"""The page of the history: every change of the article or the project, one step back, or the article as it was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHeaderView, QMessageBox, QTreeView, QWidget
from typing_extensions import override

from ...models.change import Change
from ...models.errors import Message
from ...storage.history import Recorded
from ...storage.jobs.timeline import Line, Wanted, everybody
from ...storage.project import Project
from ..article_view.keymap import chord
from ..combo import ComboBox
from ..dialogs.plain import show_error
from ..guard import guarded
from ..look import Look
from ..tasks import Tasks
from ..translate import tr
from ..widgets import PlainLabel, Segmented, column, row, rule
from ..workspace import Workspace
from .history_model import WHAT, HistoryModel, Shown
from .history_words import KINDS, place_of
from .listing import KeyButton
from .restore_dialog import RestoreDialog

_WIDTHS = (150, 130, 520)


class HistoryTree(QTreeView):
    """The lines; keys go to *take_key* first."""

    def __init__(self, model: HistoryModel, take_key: Callable[[str], bool]) -> None:
        super().__init__()
        self._take_key = take_key
        self.setModel(model)
        self.setUniformRowHeights(True)
        self.setIndentation(18)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Interactive)
        for section, width in enumerate(_WIDTHS):
            self.setColumnWidth(section, width)

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(chord(event)):
            super().keyPressEvent(event)


class HistoryPanel(QWidget):
    """The page. *Signals:* `chosen(article id, code point or None)`; `left()` for back to the article."""

    chosen = Signal(str, object)
    left = Signal()

    def __init__(self, look: Look, workspace: Workspace, tasks: Tasks) -> None:
        super().__init__()
        self.setProperty("pane", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look, self._workspace, self._tasks = look, workspace, tasks
        self._title, self._hint = PlainLabel(role="title"), PlainLabel(role="muted")
        self.scope, self.person, self.kind = Segmented(), ComboBox(look), ComboBox(look)
        self.model = HistoryModel(look, self)
        self.tree = HistoryTree(self.model, self._take_key)
        self.tree.setAccessibleName("history")
        self.back, self.restore = KeyButton("Del"), KeyButton("R")
        self._why = PlainLabel(role="small")
        for combo in (self.person, self.kind):
            combo.setFixedWidth(190)
        head = row(self._title, self._hint, None, spacing=12, margins=(24, 12, 24, 4))
        choices = row(self.scope, 8, self.person, self.kind, None, margins=(24, 0, 24, 4))
        foot = row(self.back, self.restore, self._why, None, margins=(24, 8, 24, 8))
        self.setLayout(column(head, choices, row(self.tree, margins=(16, 0, 16, 0)), rule(), foot, spacing=4))
        self.setFocusProxy(self.tree)
        self._connect()

    def _connect(self) -> None:
        workspace = self._workspace
        self.scope.chosen.connect(lambda _: self.refresh())
        self.person.activated.connect(lambda _: self.refresh())
        self.kind.activated.connect(lambda _: self.refresh())
        self.back.clicked.connect(self.take_back)
        self.restore.clicked.connect(self.ask_to_restore)
        self.tree.activated.connect(lambda _: self._open())
        self.tree.selectionModel().currentChanged.connect(lambda *_: self._show_what_can_be_done())
        self.model.dataChanged.connect(lambda *_: self._show_what_can_be_done())
        self._look.changed.connect(self._speak)
        workspace.saved.connect(lambda _: self._follow())
        workspace.articles_changed.connect(self._follow)
        workspace.article_changed.connect(lambda _: self._on_article())
        self.scope.set_values([("article", ""), ("project", "")])
        self.scope.choose("article" if workspace.article is not None else "project")
        self._speak()

    # --- following

    def _speak(self) -> None:
        """Speak the present language."""
        self._title.setText(tr("History"))
        self._hint.setText(tr("Enter opens the article where it was changed."))
        self.scope.set_values([("article", tr("This article")), ("project", tr("The whole project"))])
        self.back.say(tr("Take this step back"))
        self.restore.say(tr("Make the article as it was after this"))
        self.tree.setAccessibleName(tr("History"))
        names = {
            "": tr("Every kind of step"),
            "marks": tr("Entities"),
            "relations": tr("Relations and chains"),
            "notes": tr("Notes"),
            "article": tr("Status, words, exclusions"),
            "review": tr("Review"),
            "project": tr("Imports, merges, schema"),
            "back": tr("Steps back"),
        }
        _fill(self.kind, list(names.items()))
        self.kind.setAccessibleName(tr("Kind of step"))
        self.person.setAccessibleName(tr("Who"))
        self._show_people()
        self.tree.viewport().update()
        self._show_what_can_be_done()

    def _show_people(self) -> None:
        project = self._workspace.project
        names = everybody(project) if project is not None else []
        _fill(self.person, [("", tr("Everybody")), *((name, name) for name in names)])

    def wanted(self) -> Wanted:
        """Return what the choices above the list ask for."""
        opened = self._workspace.article
        article = opened.article.id if opened is not None and self.scope.value() == "article" else None
        return Wanted(article, self.person.currentData() or None, KINDS.get(self.kind.currentData()))

    def refresh(self) -> None:
        """Show what the choices ask for; what is shown already is only followed."""
        project = self._workspace.project
        if self.model.is_of(project, self.wanted()):
            self.model.take_new()
        else:
            self._show_people()
            self.model.read(project, self.wanted())
        if not self.tree.currentIndex().isValid() and self.model.rowCount():
            self.tree.setCurrentIndex(self.model.index(0, 0))
        self._show_what_can_be_done()
        self.tree.setFocus()

    def _follow(self) -> None:
        if self.isVisible():
            self.model.take_new()

    def _on_article(self) -> None:
        if self.isVisible() and not self.model.is_of(self._workspace.project, self.wanted()):
            self.refresh()

    @override
    @guarded()
    def showEvent(self, event: QShowEvent) -> None:
        self._show_what_can_be_done()

    # --- doing

    def current(self) -> Shown | None:
        """Return the line that the keyboard is on."""
        return self.model.shown(self.tree.currentIndex())

    def _show_what_can_be_done(self) -> None:
        shown = self.current()
        back, restore = shown is not None and shown.line.can_be_taken_back, shown is not None and _is_of_layer(shown)
        self.back.setEnabled(back)
        self.restore.setEnabled(restore)
        if shown is None:
            self._why.setText("" if self.model.rowCount() else tr("There is no such step yet."))
        elif back:
            self._why.setText("")
        elif not shown.line.live:
            self._why.setText(tr("This step was taken back."))
        else:
            self._why.setText(tr("The history keeps no rows of this step, so it cannot be taken back."))

    def _take_key(self, pressed: str) -> bool:
        does: dict[str, Callable[[], object]] = {
            "Del": self.take_back,
            "Backspace": self.take_back,
            "r": self.ask_to_restore,
            "Return": self._open,
            "Esc": self.left.emit,
        }
        if pressed in does:
            does[pressed]()
        return pressed in does

    def _open(self) -> None:
        shown = self.current()
        if shown is not None and shown.article is not None:
            self.chosen.emit(shown.article, place_of(shown.line) if shown.told.template else None)

    def take_back(self) -> None:
        """Take the step of the current line back; one of somebody else, or of many places, only after a question."""
        shown, project = self.current(), self._workspace.project
        if shown is None or project is None or not shown.line.can_be_taken_back:
            return
        question = self._question(shown.line)
        if question:
            self._ask(question, partial(self._take_back, project, shown.line.step))
        else:
            self._take_back(project, shown.line.step)

    def _question(self, line: Line) -> str:
        if line.who != self._workspace.by:
            return tr("This step is by {name}. Take it back?", name=line.who)
        if line.lines > 1 or line.step != line.number:
            return tr("This step changed several places of the project. Take it back in all of them?")
        return ""

    def _ask(self, question: str, yes: Callable[[], object]) -> None:
        box = QMessageBox(self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(tr("Take this step back"))
        box.setText(question)
        take = box.addButton(tr("Take this step back"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.buttonClicked.connect(lambda button: yes() if button is take else None)
        box.open()

    def _take_back(self, project: Project, step: int) -> None:
        by = self._workspace.by
        self._tasks.start(lambda *_: project.take_back(step, by), self._took_back, partial(show_error, self))

    def _took_back(self, made: Sequence[Recorded]) -> None:
        articles = {one.change.article for one in made}
        everywhere = None in articles or not articles
        self._workspace.take_changes(None if everywhere else sorted(one for one in articles if one))
        self._workspace.told.emit(Message("The step is taken back."))
        self._follow()

    def ask_to_restore(self) -> None:
        """Show what would change if the article were as it was after the current line, and ask."""
        shown, project = self.current(), self._workspace.project
        if shown is None or project is None or not _is_of_layer(shown):
            return
        line = shown.line
        article, annotator = str(line.article), str(line.annotator)

        def preview(*_: object) -> tuple[Change | None, str]:
            text = project.read(article).text
            return project.restoring(article, annotator, line.number), text

        self._tasks.start(preview, partial(self._preview, line), partial(show_error, self))

    def _preview(self, line: Line, found: tuple[Change | None, str]) -> None:
        change, text = found
        if change is None:
            self._workspace.told.emit(Message("The article is still as it was after this."))
            return
        dialog = RestoreDialog(self, self._look, self._workspace, line, change, text)
        dialog.accepted.connect(partial(self._restore, line))
        dialog.open()

    def _restore(self, line: Line) -> None:
        project, by = self._workspace.project, self._workspace.by
        article, annotator = str(line.article), str(line.annotator)
        if project is not None:
            self._tasks.start(
                lambda *_: project.restore(article, annotator, line.number, by),
                self._restored,
                partial(show_error, self),
            )

    def _restored(self, made: Recorded | None) -> None:
        if made is not None and made.change.article is not None:
            self._workspace.take_changes([made.change.article])
            self._workspace.told.emit(Message("The article is as it was. Undo takes that back."))
        self._follow()


def _is_of_layer(shown: Shown) -> bool:
    return bool(shown.told.template) and shown.line.article is not None and shown.line.annotator is not None


def _fill(combo: ComboBox, values: Sequence[tuple[str, str]]) -> None:
    """Offer (value, shown text) pairs and keep what is chosen."""
    chosen = combo.currentData()
    if [(combo.itemData(at), combo.itemText(at)) for at in range(combo.count())] == list(values):
        return
    combo.clear()
    for value, shown in values:
        combo.addItem(shown, value)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
