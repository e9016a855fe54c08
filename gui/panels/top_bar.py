"""The bar along the top: project, undo, search, language, theme and who is at work."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget
from typing_extensions import override

from .. import icons
from ..guard import guarded
from ..look import Look
from ..theme import RAIL, TOP_BAR, next_theme
from ..translate import tr
from ..widgets import IconButton, Keycap, PlainLabel, Segmented, explain, row
from ..workspace import Workspace
from .layer_chooser import LayerChooser


def initials(name: str) -> str:
    """Return one or two letters that stand for a person."""
    parts = name.replace("_", " ").replace(".", " ").split()
    letters = [next((c for c in part if c.isalnum() and c not in "เแโใไ"), part[0]) for part in parts[:2]]
    return "".join(letters).upper()


class SearchField(QFrame):
    """Looks like a field and opens the command search. *Signal:* `pressed()`."""

    pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("box", True)
        self.setFixedHeight(28)
        self.setMinimumWidth(140)
        self.setMaximumWidth(224)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._icon = QLabel()
        self._text = PlainLabel(role="muted")
        self.setLayout(row(self._icon, self._text, None, Keycap("Ctrl"), Keycap("K"), spacing=4, margins=(8, 0, 5, 0)))

    def refresh(self) -> None:
        """Speak the present language and wear the present theme."""
        self._icon.setPixmap(icons.pixmap("search", self._look.theme.colour("muted")))
        self._text.setText(tr("Find or command"))
        self.setAccessibleName(tr("Find or command"))

    @override
    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()


class Logo(QWidget):
    """The mark in the corner."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(RAIL, TOP_BAR)
        look.changed.connect(self.update)

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        box = QRectF(13, 11, 22, 22)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("text"))
            painter.drawRoundedRect(box, 5, 5)
            painter.setBrush(QColor("#FFD54A"))
            painter.drawRoundedRect(QRectF(17.5, 16, 13, 2.5), 1, 1)
            painter.setBrush(theme.colour("panel"))
            painter.drawRoundedRect(QRectF(17.5, 21, 13, 2.5), 1, 1)
            painter.drawRoundedRect(QRectF(17.5, 26, 8, 2.5), 1, 1)


class TopBar(QWidget):
    """The bar. *Signals:* `undo()`, `redo()`, `search()`, `person()`."""

    undo = Signal()
    redo = Signal()
    search = Signal()
    person = Signal()

    def __init__(self, look: Look, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(TOP_BAR)
        self._look, self._workspace = look, workspace
        self._name = PlainLabel(role="strong")
        self.layers = LayerChooser(look, workspace)
        self._schema = PlainLabel(role="pill")
        self._undo, self._redo = IconButton(look, "undo"), IconButton(look, "redo")
        self._field = SearchField(look)
        self._languages = Segmented()
        self._languages.set_values([("th", "ไทย"), ("en", "EN")])
        self._theme = IconButton(look, "theme-light")
        self._person = Avatar()
        items = (self._undo, self._redo, 4, self._field, self._languages, self._theme, self._person)
        self.setLayout(row(Logo(look), 4, self._name, self.layers, self._schema, None, *items, margins=(0, 0, 16, 0)))
        self._undo.clicked.connect(self.undo)
        self._redo.clicked.connect(self.redo)
        self._field.pressed.connect(self.search)
        self._languages.chosen.connect(look.set_language)
        self._theme.clicked.connect(self._turn_theme)
        self._person.pressed.connect(self.person)
        look.changed.connect(self.refresh)
        workspace.project_changed.connect(self.refresh)
        workspace.article_changed.connect(lambda _: self.refresh())
        self.refresh()

    def refresh(self) -> None:
        """Show the present project, person, language and theme."""
        project, by = self._workspace.project, self._workspace.by
        self._name.setText(project.name if project else "Khaotag")
        self._schema.setText(project.schema.title.in_language(self._look.language) if project else "")
        for widget in (self.layers, self._schema, self._undo, self._redo, self._field, self._person):
            widget.setVisible(project is not None)
        for button in (self._undo, self._redo):
            button.setEnabled(self._workspace.article is not None)
        self._undo.describe(tr("Undo"), "Ctrl+Z")
        self._redo.describe(tr("Redo"), "Ctrl+Shift+Z")
        self._field.refresh()
        self._languages.choose(self._look.language)
        self._languages.setAccessibleName(tr("Language"))
        theme = self._look.theme.name
        self._theme.set_icon(f"theme-{theme}")
        following = {"light": tr("Light theme"), "dark": tr("Dark theme"), "contrast": tr("High contrast")}
        self._theme.describe(following[next_theme(theme)])
        self._person.setText(initials(by))
        explain(self._person, by)

    def fit(self, width: int) -> None:
        """Leave out what a narrow window has no room for."""
        project = self._workspace.project is not None
        self._schema.setVisible(project and width >= 1200)
        self.layers.setVisible(project and width >= 800)

    def _turn_theme(self) -> None:
        self._look.set_theme(next_theme(self._look.theme.name))


class Avatar(PlainLabel):
    """A person's initials in a disc. *Signal:* `pressed()`."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__(role="avatar")
        self.setFixedSize(28, 28)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()
