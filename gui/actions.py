"""Every action of the window with its keys: one table for shortcuts, the command search and the key overlay."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QKeyCombination, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from .keys import shortcut_of
from .look import Look
from .translate import translate
from .widgets import one_line

if TYPE_CHECKING:
    from .article_view.bindings import Bindings


class Action(NamedTuple):
    """What the window can do; `title` is English, to be translated where it is shown."""

    id: str
    title: str
    keys: tuple[str, ...] = ()
    needs_project: bool = False
    group: str = "Window"


ACTIONS: tuple[Action, ...] = (
    Action("commands", "Find an article or a command", ("Ctrl+K",), needs_project=True),
    Action("keys", "Show the keys that work now", ("?", "F1")),
    Action("done", "Done, next article", ("Ctrl+Return",), needs_project=True),
    Action("next", "Next article", ("Alt+PgDown",), needs_project=True),
    Action("previous", "Previous article", ("Alt+PgUp",), needs_project=True),
    Action("search", "Search the titles", ("/",), needs_project=True),
    Action("undo", "Undo", ("Ctrl+Z",), needs_project=True),
    Action("redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), needs_project=True),
    Action("import", "Import articles …", ("Ctrl+I",), needs_project=True),
    Action("export", "Export a dataset …", ("Ctrl+E",), needs_project=True),
    Action("annotate", "Go to the article", ("Ctrl+1",), needs_project=True, group="Pages"),
    Action("concordance", "Look for a string in all articles", ("Ctrl+F",), needs_project=True, group="Pages"),
    Action("review", "Review what others marked", ("Ctrl+2",), needs_project=True, group="Pages"),
    Action("dashboard", "See how far everybody is, and agrees", ("Ctrl+3",), needs_project=True, group="Pages"),
    Action("team", "Go to the team: people, assignment, merges", ("Ctrl+5",), needs_project=True, group="Pages"),
    Action("merge", "Merge a bundle …", needs_project=True),
    Action("send_work", "Send a copy of my work …", needs_project=True),
    Action("send_project", "Send the whole project …", needs_project=True),
    Action("schema", "Change the schema", ("Ctrl+4",), needs_project=True, group="Pages"),
    Action("history", "Go to the history", ("Ctrl+H",), needs_project=True, group="Pages"),
    Action("confirm_exclusions", "Confirm all proposed exclusions of the article", needs_project=True),
    Action("dismiss_exclusions", "Dismiss all proposed exclusions of the article", needs_project=True),
    Action("status_todo", "Set the article to do", needs_project=True),
    Action("status_in_progress", "Set the article in progress", ("Ctrl+Shift+Return",), needs_project=True),
    Action("status_done", "Set the article done", needs_project=True),
    Action("layer", "Look at another person’s layer of the article …", needs_project=True),
    Action("list", "Show or hide the article list", ("F3",), needs_project=True),
    Action("inspector", "Show or hide the inspector", ("F4",), needs_project=True),
    Action("side_mark", "Show the mark in focus at the right", ("Alt+1",), needs_project=True),
    Action("side_suggestions", "List the suggestions", ("Alt+2",), needs_project=True),
    Action("side_consistency", "List what is inconsistent", ("Alt+3",), needs_project=True),
    Action("side_chains", "List the chains", ("Alt+4",), needs_project=True),
    Action("side_notes", "List notes and questions", ("Alt+5",), needs_project=True),
    Action("new", "New project …", ("Ctrl+N",)),
    Action("open", "Open a project …", ("Ctrl+O",)),
    Action("demo", "Open the sample project"),
    Action("theme", "Next theme: light, dark, high contrast"),
    Action("guideline", "The guideline of the label in hand", ("Ctrl+G",), needs_project=True, group="Reading"),
    Action("focus_mode", "Only the article", ("F11",), needs_project=True, group="Reading"),
    Action("only_label", "Only the label in hand", ("Ctrl+Shift+H",), needs_project=True, group="Reading"),
    Action("all_labels", "Show the marks of all labels", needs_project=True, group="Reading"),
    Action("larger", "Larger text", ("Ctrl+=",), group="Reading"),
    Action("smaller", "Smaller text", ("Ctrl+-",), group="Reading"),
    Action("usual_size", "Text in its usual size", ("Ctrl+0",), group="Reading"),
    Action("looser", "More space between the lines", group="Reading"),
    Action("tighter", "Less space between the lines", group="Reading"),
    Action("wider", "Wider column", group="Reading"),
    Action("narrower", "Narrower column", group="Reading"),
    Action("word_lines", "Show or hide the lines under words", group="Reading"),
    Action("language", "Thai or English"),
    Action("person", "Say who you are …"),
    Action("settings", "Settings …", ("Ctrl+,",)),
    Action("bindings", "Change the keys …"),
    Action("about", "About Khaotag"),
    Action("quit", "Quit", ("Ctrl+Q",)),
)


class Actions(QObject):
    """The actions on a window, each calling its handler."""

    def __init__(
        self, window: QWidget, look: Look, bindings: Bindings, handlers: Mapping[str, Callable[[], object]]
    ) -> None:
        super().__init__(window)
        self._handlers, self._bindings = handlers, bindings
        self._made: dict[str, QAction] = {}
        self._by_key: dict[str, str] = {}
        for action in ACTIONS:
            made = QAction(window)
            made.triggered.connect(lambda _=False, name=action.id: self.run(name))
            window.addAction(made)
            self._made[action.id] = made
        look.changed.connect(self.refresh)
        bindings.changed.connect(self._bind)
        self._bind()
        self.refresh()

    def _bind(self) -> None:
        """Take the present keys."""
        self._by_key = {}
        for action in ACTIONS:
            keys = [QKeySequence(shortcut_of(chord)) for chord in self._bindings.keys_of(action.id)]
            self._made[action.id].setShortcuts(keys)
            self._by_key.update({key.toString(): action.id for key in keys})

    def refresh(self) -> None:
        """Speak the present language."""
        for action in ACTIONS:
            self._made[action.id].setText(one_line(translate(action.title)))

    def show_project(self, *, opened: bool) -> None:
        """Switch off what needs a project while there is none."""
        for action in ACTIONS:
            self._made[action.id].setEnabled(opened or not action.needs_project)

    def is_enabled(self, name: str) -> bool:
        """Tell whether an action can be done now."""
        return self._made[name].isEnabled()

    def run(self, name: str) -> None:
        """Do an action."""
        if self.is_enabled(name):
            self._handlers[name]()

    def run_key(self, pressed: QKeyCombination) -> bool:
        """Do the action of a physical key; tells whether there is one."""
        name = self._by_key.get(QKeySequence(pressed).toString())
        if name is None and pressed.key().value == ord("?"):
            name = self._by_key.get("?")
        if name is None or not self.is_enabled(name):
            return False
        self.run(name)
        return True
