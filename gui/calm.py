"""Calm: only the article in focus mode, only some labels' marks, and the guideline of the label in hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ..models.schema import Schema
from .annotate_page import AnnotatePage
from .article_view import ArticleView
from .article_view.keymap import chord
from .guard import guarded
from .look import Look
from .panels.command_search import Found
from .panels.label_bar import LabelBar
from .translate import tr
from .workspace import Workspace

if TYPE_CHECKING:
    from .panels.guideline import GuidelineDrawer


class Calm(QObject):
    """What is folded away, dimmed or laid beside the article; Esc in the article takes it back, one thing a press."""

    def __init__(
        self,
        look: Look,
        workspace: Workspace,
        view: ArticleView,
        labels: LabelBar,
        page: AnnotatePage,
        frame: Sequence[QWidget],
    ) -> None:
        super().__init__(page)
        self._look, self._workspace, self._view = look, workspace, view
        self._labels, self._page, self._frame = labels, page, frame
        self._guideline: GuidelineDrawer | None = None
        self._pointed = ""
        self.alone = False
        labels.only.connect(self.toggle_label)
        labels.every.connect(self.show_all_labels)
        labels.grid.hovered.connect(self._point)
        view.focus_changed.connect(lambda _: self._follow())
        workspace.project_changed.connect(self.show_all_labels)
        workspace.article_changed.connect(lambda _: self._follow())
        view.installEventFilter(self)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what each of the window's actions does."""
        return {
            "focus_mode": lambda: self.show_alone(alone=not self.alone),
            "guideline": self.turn_guideline,
            "only_label": self.show_only_label_in_hand,
            "all_labels": self.show_all_labels,
        }

    def found(self) -> Sequence[Found]:
        """Return a command for each label, for the search."""
        title, language, shown = "Show only: {name}", self._look.language, self._view.shown_labels
        schema = self._schema()
        if schema is None:
            return ()
        return [
            Found(
                tr("Show only: {name}", name=kind.name.in_language(language)),
                f"{title} {self._look.in_thai(title)} {kind.id} {kind.name.th} {kind.name.en}",
                "✓" if shown is not None and kind.id in shown else "",
                partial(self.toggle_label, kind.id),
            )
            for kind in schema.entities
            if not kind.archived
        ]

    def _schema(self) -> Schema | None:
        project = self._workspace.project
        return project.schema if project is not None else None

    # --- only the article

    def show_alone(self, *, alone: bool) -> None:
        """Fold everything but the article, its labels and the status line away, or bring it back."""
        if alone == self.alone:
            return
        self.alone = alone
        for widget in self._frame:
            widget.setVisible(not alone)
        self._page.show_alone(alone=alone)
        self._view.setFocus()
        if alone:
            self._view.told.emit(tr("Only the article is shown. Esc or F11 brings everything back."))

    # --- only some labels

    def toggle_label(self, label: str) -> None:
        """Dim what has other labels; a second one joins the first, and the last one taken out ends it."""
        shown = (self._view.shown_labels or frozenset()) ^ {label}
        self._show_labels(shown or None)

    def show_only_label_in_hand(self) -> None:
        """Dim what has another label than the one in hand, or show all again."""
        label = self.label_in_hand()
        if self._view.shown_labels is not None:
            self.show_all_labels()
        elif label:
            self._show_labels(frozenset([label]))
        else:
            self._view.told.emit(tr("Focus a mark, or point at a label below the article."))

    def show_all_labels(self) -> None:
        """Show the marks of all labels."""
        self._show_labels(None)

    def _show_labels(self, shown: frozenset[str] | None) -> None:
        self._view.show_labels(shown)
        self._labels.show_only(shown)

    # --- the guideline

    def label_in_hand(self) -> str:
        """Return the focused entity's label, else the one used last, else the one under the mouse in the label bar."""
        entity = self._view.focused_entity()
        return entity.label if entity is not None else self._view.edits.last_label or self._pointed

    def turn_guideline(self) -> None:
        """Show or hide the guideline of the label in hand."""
        from .panels.guideline import GuidelineDrawer

        if self._guideline is None:
            self._guideline = GuidelineDrawer(self._look, self._page)
        if self._guideline.isVisible():
            self._guideline.hide()
        else:
            self._guideline.appear()
            self._follow()

    def _point(self, label: str) -> None:
        self._pointed = label
        self._follow(label)

    def _follow(self, pointed: str = "") -> None:
        """Show the label that is pointed at, else the one in hand."""
        schema, drawer = self._schema(), self._guideline
        if drawer is None or not drawer.isVisible() or schema is None:
            return
        relation = self._view.focused_relation()
        label = pointed or self.label_in_hand()
        if relation is not None and not pointed:
            drawer.show_kind(schema.relation_type(relation.label))
        else:
            drawer.show_kind(schema.entity_type(label) if label else None)

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or chord(event) != "Esc":
            return False
        if self._guideline is not None and self._guideline.isVisible():
            self._guideline.hide()
            return True
        if self._view.state != "caret":
            return False  # the view has something of its own to leave
        if self._view.shown_labels is not None:
            self.show_all_labels()
            return True
        if self.alone:
            self.show_alone(alone=False)
            return True
        return False
