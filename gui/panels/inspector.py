"""The inspector: all about the focused entity or relation, or about the article while nothing is focused."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from ...models.layer import Entity, Relation
from ..article_view.offers import Offers
from ..look import Look
from ..open_article import OpenArticle
from ..widgets import clear, column
from ..workspace import Workspace
from .article_card import article_card
from .entity_card import Cards, Jumps
from .relating_card import relating_card

# The article view paints first; the inspector follows when the hand rests.
_REST = 30


class Inspector(QWidget):
    """The panel at the right."""

    def __init__(self, look: Look, workspace: Workspace, jumps: Jumps) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(264)
        self._look, self._workspace, self._jumps = look, workspace, jumps
        self._opened: OpenArticle | None = None
        self._focused: str | None = None
        self._shown: object = None
        self._offers: Offers | None = None
        inside = QWidget()
        inside.setProperty("pane", "clear")
        inside.setObjectName("inspectorInside")
        inside.setStyleSheet("QWidget#inspectorInside { background: transparent; }")
        self._column = column(spacing=0)
        inside.setLayout(self._column)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inside)
        self._area.viewport().setAutoFillBackground(False)
        self.setLayout(column(self._area, spacing=0, margins=(1, 0, 0, 0)))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST)
        self._timer.timeout.connect(self.refresh)
        look.changed.connect(self._start_afresh)
        workspace.article_changed.connect(self.show_article)

    def show_article(self, opened: OpenArticle | None) -> None:
        """Follow another article."""
        self._opened, self._focused, self._offers = opened, None, None
        if opened is not None:
            opened.changed.connect(lambda _: self._timer.start())
        self._start_afresh()

    def show_focus(self, mark: Entity | Relation | None) -> None:
        """Show another mark, soon."""
        self._focused = mark.id if mark is not None else None
        self._timer.start()

    def show_offers(self, offers: Offers | None) -> None:
        """Show what a relation that is being made may lead to, or the focused mark again."""
        self._offers = offers
        self._timer.start()

    def edit(self) -> None:
        """Give the keyboard to the first field of the focused mark."""
        self._timer.stop()
        self.refresh()
        # What was made just now is shown with the next round of events, and takes the keyboard only then.
        QTimer.singleShot(0, self, self._focus_first)

    def _focus_first(self) -> None:
        editors = (QLineEdit, QComboBox, QAbstractButton, QPlainTextEdit)
        for field in self.findChildren(QWidget):
            if isinstance(field, editors) and field.isVisibleTo(self) and field.property("kind") != "danger":
                field.setFocus(Qt.FocusReason.TabFocusReason)
                self._area.ensureWidgetVisible(field)
                return

    def _start_afresh(self) -> None:
        self._shown = None
        self.refresh()

    def _mark(self) -> Entity | Relation | None:
        if self._opened is None or self._focused is None:
            return None
        layer = self._opened.layer
        return layer.entities.get(self._focused) or layer.relations.get(self._focused)

    def refresh(self) -> None:
        """Show the focused mark as it is now; a field that somebody is typing in stays as it is."""
        opened, mark = self._opened, self._mark()
        if opened is None:
            clear(self._column)
            self._shown = None
            return
        shown = self._state(opened, mark) if self._offers is None else ("offers", self._offers)
        if shown == self._shown or (self._same_mark(shown) and self._is_typing()):
            return
        self._shown = shown
        focus = QApplication.focusWidget()
        field = focus.accessibleName() if focus is not None and self.isAncestorOf(focus) else ""
        self.setUpdatesEnabled(False)
        clear(self._column)
        for part in self._parts(opened, mark):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.setUpdatesEnabled(True)
        again = next((w for w in self.findChildren(QWidget) if field and w.accessibleName() == field), None)
        if again is not None:
            again.setFocus()

    def _parts(self, opened: OpenArticle, mark: Entity | Relation | None) -> list[QWidget]:
        if self._offers is not None:
            return relating_card(self._look, opened, self._offers, self._jumps.choose_end)
        if mark is None:
            return article_card(self._look, self._workspace, opened)
        cards = Cards(self._look, opened, self._jumps)
        return cards.entity(mark) if isinstance(mark, Entity) else cards.relation(mark)

    @staticmethod
    def _state(opened: OpenArticle, mark: Entity | Relation | None) -> tuple[object, ...]:
        layer = opened.layer
        if mark is None:
            return (None, opened.article.state, layer.head.labels)
        if isinstance(mark, Relation):
            return (mark.id, mark, layer.entities.get(mark.head), layer.entities.get(mark.tail))
        relations = layer.relations_of(mark.id)
        others = tuple(layer.entities.get(r.tail if r.head == mark.id else r.head) for r in relations)
        return (mark.id, mark, tuple(relations), others)

    def _same_mark(self, shown: tuple[object, ...]) -> bool:
        return isinstance(self._shown, tuple) and self._shown[0] == shown[0]

    def _is_typing(self) -> bool:
        focus: QObject | None = QApplication.focusWidget()
        return isinstance(focus, QWidget) and self.isAncestorOf(focus) and focus.inherits("QPlainTextEdit")
