"""The application: makes the objects of the window, hands them on to each other, and runs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSize, QTimer
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from ..storage import people
from . import fonts
from .actions import Actions
from .annotate_page import AnnotatePage, Centre
from .article_view import ArticleView
from .article_view.bindings import Bindings
from .article_view.keycaps import key_text
from .article_view.offers import offers
from .calm import Calm
from .comfort import Comfort
from .desk import Desk
from .finder import Finder, hint_for
from .latest import Latest
from .look import Look
from .main_window import MainWindow
from .open_article import OpenArticle
from .pages import PAGES, Pages, Room
from .panels.article_header import ArticleHeader
from .panels.article_list import ArticleList
from .panels.chain_panel import ChainPanel
from .panels.command_search import CommandSearch
from .panels.consistency_panel import ConsistencyPanel
from .panels.inspector import Inspector
from .panels.key_overlay import KeyOverlay
from .panels.label_bar import LabelBar
from .panels.note_panel import NotePanel
from .panels.rail import Rail
from .panels.side_panel import SidePanel
from .panels.status_bar import StatusBar
from .panels.suggestion_panel import SuggestionPanel
from .panels.top_bar import TopBar
from .panels.welcome import Welcome
from .settings import Settings
from .suggester import Suggester
from .tasks import Task, Tasks
from .translate import tr
from .workspace import Workspace


class App(QObject):
    """Everything that one window consists of; the parts know each other only through their signals."""

    def __init__(self, look: Look, settings: Settings) -> None:
        super().__init__()
        self.look, self.settings = look, settings
        self.tasks, self.workspace = Tasks(self), Workspace(self)
        self.bindings = Bindings(settings, self)
        self.suggester = Suggester(self.workspace)
        self.view = ArticleView()
        self.view.set_bindings(self.bindings)
        self.articles = ArticleList(look, self.workspace)
        self.header = ArticleHeader(look, self.workspace)
        self.labels = LabelBar(look)
        self.inspector = Inspector(look, self.workspace, self.view)
        self.centre = Centre(self.header, self.view, self.labels)
        self.checker = Latest(self, "khaotag-consistency")
        self.side = SidePanel(look, self.workspace, self.inspector, self._tabs())
        self.page = AnnotatePage(self.articles, self.centre, self.side)
        self.welcome = Welcome(look)
        self.top, self.rail = TopBar(look, self.workspace), Rail(look)
        self.status = StatusBar(look, self.workspace)
        self.window = MainWindow(self.top, self.rail, self.status)
        for page in (self.welcome, self.page):
            self.window.pages.addWidget(page)
        self.search, self.keys = CommandSearch(look, self.window), KeyOverlay(look, self.bindings, self.window)
        self.finder = Finder(look, self.workspace, self.view, self.bindings)
        self.desk = Desk(self.window, look, self.workspace, self.tasks, settings, self.bindings)
        self.calm = Calm(look, self.workspace, self.view, self.labels, self.page, (self.top, self.rail))
        self.finder.more = [Comfort(look).found, self.calm.found]
        self.actions = Actions(
            self.window, look, self.bindings, {**self.desk.handlers(), **self.calm.handlers(), **self._handlers()}
        )
        self.pages = Pages(self.window.pages, Room(look, self.workspace, self.tasks, self.actions.run, self.open_at))
        self._closing = False
        self._wire_window()
        self._wire_article()
        self._dress()
        self.show_page("annotate")

    def _tabs(self) -> dict[str, Callable[[], QWidget]]:
        look, view = self.look, self.view
        return {
            "suggestions": lambda: SuggestionPanel(look, view),
            "consistency": lambda: ConsistencyPanel(look, self.workspace, self.tasks, self.checker, view, self.open_at),
            "chains": lambda: ChainPanel(look, view),
            "notes": lambda: NotePanel(look, view),
        }

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            **{f"side_{name}": partial(self.show_side, name) for name in ("mark", *self._tabs())},
            "commands": self.find_command,
            "keys": self.show_keys,
            "done": partial(self._page_first, "done", self.done_and_next),
            "next": partial(self._page_first, "next", lambda: self.articles.step(1)),
            "previous": partial(self._page_first, "previous", lambda: self.articles.step(-1)),
            "search": self._search_titles,
            "undo": partial(self._page_first, "undo", self.workspace.undo),
            "concordance": self._look_everywhere,
            "layer": self.top.layers.offer,
            "list": lambda: self.page.toggle("list"),
            "inspector": lambda: self.page.toggle("inspector"),
        }

    def _wire_window(self) -> None:
        window, run = self.window, self.actions.run
        window.may_close, window.run_key = self._may_close, self.actions.run_key
        window.dropped.connect(self.desk.take_drop)
        window.resized.connect(self._fit)
        window.closing.connect(self._remember)
        window.left.connect(self._back_to_article)
        self.top.undo.connect(lambda: run("undo"))
        self.top.redo.connect(lambda: run("redo"))
        self.top.search.connect(lambda: run("commands"))
        self.top.person.connect(lambda: run("person"))
        self.rail.wanted.connect(run)
        self.welcome.wanted.connect(run)
        self.welcome.chosen.connect(self.desk.open_project)
        self.status.retry.connect(self.workspace.retry)
        self.desk.page_wanted.connect(self.show_page)
        self.tasks.busy.connect(self._show_busy)
        self.tasks.idle.connect(window.hide_progress)
        self.look.changed.connect(self._dress)
        self.workspace.project_changed.connect(self._on_project)

    def _wire_article(self) -> None:
        view, workspace = self.view, self.workspace
        workspace.article_changed.connect(self._on_article)
        workspace.articles_changed.connect(self._on_articles)
        workspace.stepped.connect(view.show_step)
        workspace.saved.connect(lambda _: self._close_when_idle())
        workspace.failed.connect(lambda _: self._close_when_idle())
        self.articles.chosen.connect(workspace.open_article)
        self.header.done.connect(self.done_and_next)
        self.header.previous.connect(lambda: self.actions.run("previous"))
        self.header.next.connect(lambda: self.actions.run("next"))
        self.labels.chosen.connect(self._label)
        view.focus_changed.connect(self._on_focus)
        view.selection_changed.connect(self._show_place)
        view.caret_moved.connect(self._show_place)
        view.done_requested.connect(self.done_and_next)
        view.undo_requested.connect(workspace.undo)
        view.redo_requested.connect(workspace.redo)
        view.told.connect(self.status.tell)
        view.proposals.rejected.connect(self.suggester.reject)
        view.proposals.taken_back.connect(self._take_back)
        view.label_search_requested.connect(self._search_label)
        view.end_search_requested.connect(self._search_end)
        view.note_requested.connect(self._begin_note)
        view.inspect_requested.connect(self._inspect)
        view.mode_changed.connect(lambda mode: self.labels.grid.dim(away=mode not in ("", "preview")))
        view.offers_changed.connect(lambda: self.inspector.show_offers(offers(view)))

    # --- following

    def _dress(self) -> None:
        self.view.set_theme(self.look.theme)
        self.view.set_language(self.look.language)
        self.view.set_reading(self.look.reading)
        self._title()

    def _title(self) -> None:
        project = self.workspace.project
        self.window.setWindowTitle(f"{project.name} · Khaotag" if project else "Khaotag")

    def _on_project(self) -> None:
        project = self.workspace.project
        self.actions.show_project(opened=project is not None)
        if project is not None:
            self.labels.show_schema(project.schema)
        self._title()
        self._on_articles()
        self.show_page("annotate")

    def _on_articles(self) -> None:
        project = self.workspace.project
        if project is not None:
            self.labels.show_schema(project.schema)
        self.centre.show_article(self.workspace.article, self.articles.model.rowCount())

    def _on_article(self, opened: OpenArticle | None) -> None:
        self.view.show_article(opened)
        self.centre.show_article(opened, self.articles.model.rowCount())
        self.page.close_drawers()
        self.desk.remember_article()
        if opened is not None:
            opened.changed.connect(lambda _: self._show_focused_label())
            opened.locked.connect(self._tell_locked)
            self._show_place()

    def _tell_locked(self) -> None:
        keys = self.bindings.keys_of("status_in_progress")
        self.status.tell(tr("This article is finished. {key} reopens it.", key=key_text(keys[0]) if keys else "Ctrl+K"))

    def _on_focus(self, mark: object) -> None:
        self.inspector.show_focus(mark)  # type: ignore[arg-type]
        self._show_focused_label()
        self._show_place()

    def _show_focused_label(self) -> None:
        entity = self.view.focused_entity()
        self.labels.grid.show_focused(entity.label if entity is not None else "")

    def _show_place(self) -> None:
        opened = self.workspace.article
        if opened is None:
            return
        entity = self.view.focused_entity()
        caret = self.view.scene.caret
        start, end = self.view.selection or ((entity.start, entity.end) if entity else (caret, caret))
        paragraph = self.view.document.paragraph_of(start)
        place = f"{start}" if start == end else f"{start}–{end}"
        self.status.show_place(tr("Paragraph {n} · offset {place}", n=paragraph, place=place))

    def _fit(self, width: int) -> None:
        self.page.fit(width)
        self.top.fit(width)
        self.status.fit(width)

    def _show_busy(self, task: Task) -> None:
        self.window.show_progress(0, None)
        task.progressed.connect(self.window.show_progress)

    def show_page(self, name: str) -> None:
        """Show a page of the window; without a project it is the welcome."""
        project = self.workspace.project is not None
        if name != "annotate" or not project:
            self.calm.show_alone(alone=False)
        self.rail.show_view(name if project else "annotate", project=project)
        if not project:
            self.window.pages.setCurrentWidget(self.welcome)
            self.welcome.begin()
        elif name in PAGES:
            self.workspace.open_layer(self.workspace.by)
            self.pages.show(name)
        else:
            self.window.pages.setCurrentWidget(self.page)
            self.view.setFocus()

    # --- doing

    def _back_to_article(self) -> None:
        self.page.close_drawers()
        self.show_page("annotate")

    def done_and_next(self) -> None:
        """Say that the article is done and open the next one that is not."""
        self.workspace.set_status("done")
        if not self.articles.open_unfinished():
            self.status.tell(tr("That was the last article that was not done."))
        self.view.setFocus()

    def show_side(self, name: str) -> None:
        """Show a tab of the panel at the right, which is brought up where it is hidden."""
        self.show_page("annotate")
        if not self.side.isVisible():
            self.page.toggle("inspector")
        self.side.show_tab(name)

    def _begin_note(self) -> None:
        self.show_side("notes")
        panel = self.side.tab()
        if isinstance(panel, NotePanel):
            panel.begin()

    def _take_back(self) -> None:
        done = self.suggester.take_back()
        self.status.tell(tr("The last rejection is taken back.") if done else tr("Nothing was rejected here."))

    def _label(self, label: str) -> None:
        self.view.setFocus()
        self.view.label(label)

    def _page_first(self, name: str, in_article: Callable[[], object]) -> None:
        """Do an action as the page in front understands it; a page that does not leaves the article alone."""
        page = self.pages.current()
        own: dict[str, Callable[[], object]] = getattr(page, "handlers", dict)() if page is not None else {}
        if name in own:
            own[name]()
        elif page is None or name == "undo":
            in_article()

    def _look_everywhere(self) -> None:
        opened, selection = self.workspace.article, self.view.selection
        in_article = self.window.pages.currentWidget() is self.page
        self.show_page("concordance")
        page = self.pages.page("concordance")
        if opened is not None and selection is not None and in_article and page is not None:
            page.look_for(opened.article.text[slice(*selection)])  # type: ignore[attr-defined]

    def _search_titles(self) -> None:
        self.show_page("annotate")
        if not self.articles.isVisible():
            self.page.toggle("list")
        self.articles.focus_search()

    def find_command(self) -> None:
        """Search commands and articles."""
        hint = tr("Find an article or a command")
        self.search.begin(lambda text: self.finder.commands(self.actions.run, text), hint)

    def _search_label(self) -> None:
        self.search.begin(self.finder.labels, hint_for(self.view))

    def _search_end(self) -> None:
        self.search.begin(self.finder.ends, tr("Find a legal end"))

    def _inspect(self) -> None:
        self.show_side("mark")
        self.inspector.edit()

    def show_keys(self) -> None:
        """Show the keys that work in the present state."""
        opened, view = self.workspace.article, self.view
        on_article = opened is not None and self.window.pages.currentWidget() is self.page
        labels = [kind.key for kind in opened.schema.entities if kind.key] if opened is not None else []
        kinds = len(view.scene.choices) if view.scene.choices else len(view.relations.kinds_of_focused())
        self.keys.show_keys(view.state if on_article else None, labels, kinds if on_article else 0)

    def open_at(self, article_id: str, offset: int | None = None) -> None:
        """Open an article on the annotation page, with the caret at a code point where one is given."""
        self.show_page("annotate")
        self.workspace.open_article(article_id)
        if offset is not None and self.workspace.article is not None:
            self.view.set_caret(offset)

    # --- opening and closing

    def restore(self) -> None:
        """Give the window the place and size that it had."""
        geometry, panels = self.settings.state("window/geometry"), self.settings.state("window/panels")
        if geometry is None or not self.window.restoreGeometry(geometry):
            screen = self.window.screen()
            self.window.resize(QSize(1440, 900).boundedTo(screen.availableGeometry().size()))
        if panels is not None:
            self.page.restore(panels)

    def _remember(self) -> None:
        self.settings.remember("window/geometry", self.window.saveGeometry())
        self.settings.remember("window/panels", self.page.state())
        self.settings.sync()

    def _may_close(self) -> bool:
        self.window.setFocus()  # a note that is being written is handed over
        if self.workspace.idle:
            return True
        self._closing = True
        self.status.tell(tr("The window closes as soon as everything is saved."))
        return False

    def _close_when_idle(self) -> None:
        if self._closing and self.workspace.idle:
            self._closing = False
            QTimer.singleShot(0, self.window.close)

    def shut(self) -> None:
        """Let go of threads and files."""
        self.tasks.close()
        self.workspace.shut()
        self.suggester.close()
        self.checker.close()
        self.look.leave()


def make_application() -> QApplication:
    """Return the application object with its fonts, made once a process."""
    present = QApplication.instance()
    if isinstance(present, QApplication):
        app = present
    else:
        QCoreApplication.setApplicationName("Khaotag")
        app = QApplication([sys.argv[0]])
    app.setDesktopFileName("khaotag")
    fusion = QStyleFactory.create("Fusion")
    if fusion is not None:
        app.setStyle(fusion)
    fonts.load()
    app.setFont(fonts.interface())
    return app


def run(target: str | None = None, language: str | None = None, *, by: str | None = None) -> int:
    """Open the window on a project, else on the last one, and stay until it closes; *by* works in it for this time."""
    application = make_application()
    settings = Settings()
    app = App(Look(application, settings, language=language), settings)
    app.restore()
    last = settings.text("project")
    app.welcome.show_last(last)
    wanted = target or (last if last and ("://" in last or Path(last).is_file()) else None)
    if wanted is not None:
        app.desk.open_project(str(wanted), by=by)
    app.window.show()
    if app.workspace.project is not None and by is None and not people.is_named():
        app.desk.ask_name()
    code = application.exec()
    app.shut()
    return code


def screenshot(
    target: str,
    out_png: Path | str,
    *,
    article: str | None = None,
    view: str = "annotate",
    size: tuple[int, int] = (1440, 900),
    theme: str = "light",
    language: str | None = None,
) -> None:
    """Draw the real window into a picture; BadInput for a view that does not exist."""
    from .picture import draw

    draw(target, Path(out_png), article=article, view=view, size=size, theme=theme, language=language)
