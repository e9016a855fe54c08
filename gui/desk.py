"""The desk: what each action of the window does, in terms of workspace, panels and dialogs.

Dialogs are imported when they are opened: what they need from storage would double the time to the first window.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ..models.errors import KhaotagError, Message
from ..models.schema import Schema
from ..storage import people
from .article_view.bindings import Bindings
from .comfort import Comfort
from .dialogs.plain import DetailsDialog, show_error
from .look import Look
from .settings import Settings
from .tasks import Tasks
from .theme import next_theme
from .translate import tr
from .workspace import Workspace

if TYPE_CHECKING:
    from .team.sharing import Sharing


class Desk(QObject):
    """Handlers of the actions. *Signal:* `page_wanted(str)` another page of the window."""

    page_wanted = Signal(str)

    def __init__(
        self, window: QWidget, look: Look, workspace: Workspace, tasks: Tasks, settings: Settings, bindings: Bindings
    ) -> None:
        super().__init__(window)
        self._window, self._look, self._workspace = window, look, workspace
        self._tasks, self._settings, self._bindings = tasks, settings, bindings

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what each action does that is not the business of a panel."""
        status = {f"status_{s}": partial(self._workspace.set_status, s) for s in ("todo", "in_progress", "done")}
        return {
            **status,
            "undo": self._workspace.undo,
            "redo": self._workspace.redo,
            "import": self.import_files,
            "export": self.export,
            "annotate": lambda: self.page_wanted.emit("annotate"),
            "history": lambda: self.page_wanted.emit("history"),
            "review": lambda: self.page_wanted.emit("review"),
            "dashboard": lambda: self.page_wanted.emit("dashboard"),
            "team": lambda: self.page_wanted.emit("team"),
            "merge": lambda: self._sharing().ask_which(),
            "send_work": lambda: self._sharing().ask_where(whole=False),
            "send_project": lambda: self._sharing().ask_where(whole=True),
            "schema": lambda: self.page_wanted.emit("schema"),
            "confirm_exclusions": lambda: self._workspace.decide_exclusions(confirmed=True),
            "dismiss_exclusions": lambda: self._workspace.decide_exclusions(confirmed=False),
            "new": self.new_project,
            "open": self.choose_project,
            "demo": self.open_demo,
            "theme": lambda: self._look.set_theme(next_theme(self._look.theme.name)),
            **Comfort(self._look).handlers(),
            "language": lambda: self._look.set_language("en" if self._look.language == "th" else "th"),
            "person": self.ask_name,
            "settings": self.show_settings,
            "bindings": self.change_keys,
            "about": self.about,
            "quit": self._window.close,
        }

    # --- projects

    def open_project(self, target: str, *, by: str | None = None) -> bool:
        """Open a project, as this machine's person or as *by*; a failure is told and leaves the present one."""
        present = self._workspace.project
        if present is not None and present.path is not None and present.path.absolute() == Path(target).absolute():
            return True
        try:
            self._workspace.open(target, by=by)
        except KhaotagError as error:
            show_error(self._window, error)
            return False
        self._settings.remember("project", target if "://" in target else str(Path(target).absolute()))
        self._open_last_article(by)
        return True

    def _open_last_article(self, by: str | None) -> None:
        project = self._workspace.project
        if project is None:
            return
        last = self._settings.text(f"article/{project.facts['instance']}")
        first = project.page(annotator=self._workspace.by, limit=1).rows
        if not last and by is not None:
            begun = project.page(annotator=by).rows
            last = max(begun, key=lambda row: row.relations).id if begun else ""
        wanted = last or (first[0].id if first else "")
        if wanted:
            self._workspace.open_article(wanted)
        if self._workspace.article is None and first:
            self._workspace.open_article(first[0].id)

    def remember_article(self) -> None:
        """Remember which article is open, for the next start."""
        project, opened = self._workspace.project, self._workspace.article
        if project is not None and opened is not None:
            self._settings.remember(f"article/{project.facts['instance']}", opened.article.id)

    def choose_project(self) -> None:
        """Ask for a project and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, tr("Open a project"), "", f"{tr('Khaotag projects')} (*.khaotag)"
        )
        if name:
            self.open_project(name)

    def new_project(self) -> None:
        """Ask for a name and a schema and make a project."""
        from .dialogs.new_project import NewProjectDialog

        dialog = NewProjectDialog(self._window, self._look)
        dialog.chosen.connect(self._create)
        dialog.open()

    def _create(self, target: str, schema: Schema) -> None:
        try:
            self._workspace.create(target, schema)
        except KhaotagError as error:
            show_error(self._window, error)
            return
        self._settings.remember("project", str(Path(target).absolute()))
        if not people.is_named():
            self.ask_name()

    def open_demo(self) -> None:
        """Make the sample project in a folder of the home if it is not there, and open it."""
        from ..storage.jobs.make_demo import NAME, PERSON, make_demo

        folder = Path.home() / "Khaotag"
        if (folder / NAME).exists():
            self.open_project(str(folder / NAME), by=PERSON)
            return
        self._workspace.told.emit(Message("Making the sample project …"))
        self._tasks.start(
            lambda *_: make_demo(folder),
            lambda result: self.open_project(str(result[0]), by=PERSON),
            lambda error: show_error(self._window, error),
        )

    # --- dialogs

    def import_files(self, paths: Sequence[Path] = ()) -> None:
        """Ask what to import; paths that were dropped are imported at once."""
        if self._workspace.project is None:
            return
        from .dialogs.import_dialog import ImportDialog

        dialog = ImportDialog(self._window, self._look, self._workspace, self._tasks)
        dialog.open()
        if paths:
            dialog.add(paths)
            dialog.begin()

    def take_drop(self, paths: Sequence[Path]) -> None:
        """Open a dropped project, merge dropped bundles, or import dropped files and folders."""
        from ..storage.bundle_file import SUFFIX

        projects = [path for path in paths if path.suffix == ".khaotag"]
        bundles = [path for path in paths if path.suffix == SUFFIX]
        if projects:
            self.open_project(str(projects[0]))
        elif self._workspace.project is None:
            self._workspace.told.emit(Message("Make or open a project first, then drop articles."))
        else:
            rest = [path for path in paths if path not in bundles]
            if rest:
                self.import_files(rest)
            self._sharing().merge(bundles)

    def _sharing(self) -> Sharing:
        from .team.sharing import Sharing

        return Sharing(self._window, self._look, self._workspace, self._tasks)

    def export(self) -> None:
        """Show the export dialog."""
        from .dialogs.export_dialog import ExportDialog

        if self._workspace.project is not None:
            ExportDialog(self._window, self._look, self._workspace, self._tasks).open()

    def ask_name(self) -> None:
        """Ask who works on this machine."""
        from .dialogs.name_dialog import NameDialog

        dialog = NameDialog(self._window, people.person_of_this_machine().name)
        dialog.named.connect(self._name)
        dialog.open()

    def _name(self, name: str) -> None:
        try:
            person = people.set_person(name)
        except KhaotagError as error:
            show_error(self._window, error)
        else:
            self._workspace.rename_person(person.name)

    def show_settings(self) -> None:
        """Show the settings."""
        from .dialogs.settings_dialog import SettingsDialog

        project = self._workspace.project
        SettingsDialog(self._window, self._look, project.schema if project is not None else None).open()

    def change_keys(self) -> None:
        """Let the person change the keys."""
        from .dialogs.keys_dialog import KeysDialog

        project = self._workspace.project
        KeysDialog(self._window, self._look, self._bindings, project.schema if project is not None else None).open()

    def about(self) -> None:
        """Say what this is."""
        from .. import __version__

        sentence = tr("Khaotag {version}: a desktop app in which people tag Thai news.", version=__version__)
        fonts = tr("Apache License 2.0. Fonts: IBM Plex Sans Thai and Sarabun, SIL Open Font License.")
        DetailsDialog(self._window, tr("About Khaotag"), f"{sentence}\n{fonts}", "").open()
