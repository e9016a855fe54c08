"""Notes and questions of the open article: on the article itself, an entity or a relation, open or resolved."""

from __future__ import annotations

import secrets

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from ...models import edit, remarks
from ...models.layer import Entity, Note, Relation
from ...models.remarks import Remark
from ..article_view import ArticleView
from ..article_view.keymap import chord
from ..guard import guarded
from ..look import Look
from ..open_article import OpenArticle
from ..translate import tr
from ..widgets import PlainLabel
from .line_list import Line
from .listing import KeyButton, Listing


class _Field(QLineEdit):
    """One line of a note. *Signal:* `left()` on Esc."""

    left = Signal()

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if chord(event) == "Esc":
            self.left.emit()
        else:
            super().keyPressEvent(event)


class NotePanel(Listing):
    """Enter goes to what a note is about, R resolves it or opens it again, Delete takes it away."""

    def __init__(self, look: Look, view: ArticleView) -> None:
        super().__init__(look, tr("Notes and questions"), view.setFocus)
        self._view = view
        self._opened: OpenArticle | None = None
        self._about, self.field = PlainLabel(role="small", wrap=True), _Field()
        self._extra.addWidget(self._about)
        self._extra.addWidget(self.field)
        self._extra.addSpacing(8)
        self._resolve, self._remove = KeyButton("R"), KeyButton("Del")
        self.add_buttons(self._resolve, self._remove)
        self.field.returnPressed.connect(self._leave_note)
        self.field.left.connect(view.setFocus)
        self.list.chosen.connect(self._go)
        self.list.pressed.connect(self._press)
        self._resolve.clicked.connect(lambda: self._press("r", self.list.current()))
        self._remove.clicked.connect(lambda: self._press("Del", self.list.current()))
        view.focus_changed.connect(lambda _: self._show_about())

    def follow(self, opened: OpenArticle | None) -> None:
        """Show another article's notes."""
        self._opened = opened
        self.field.clear()

    def leave(self) -> None:
        """Nothing is shown in the article for this panel."""

    def begin(self) -> None:
        """Let the person write a note on the mark in focus, or on the article."""
        mark = self._mark()
        self.field.setText((mark.note or "") if mark is not None else "")
        self.field.setFocus()

    def _mark(self) -> Entity | Relation | None:
        return self._view.focused_entity() or self._view.focused_relation()

    def refresh(self) -> None:
        """Show the notes as they are now."""
        self._resolve.say(tr("Resolve or reopen"))
        self._remove.say(tr("Take away"))
        self.field.setPlaceholderText(tr("A note or a question, then Enter"))
        self.field.setAccessibleName(tr("Note"))
        self._show_about()
        found = remarks.remarks(self._opened.layer) if self._opened is not None else []
        ordered = sorted(found, key=lambda remark: remark.resolved)
        waiting = sum(not remark.resolved for remark in found)
        title = f"{tr('Notes and questions')}  {waiting}" if found else tr("Notes and questions")
        self.show_lines(title, "", [self._line(remark) for remark in ordered])
        for button in (self._resolve, self._remove):
            button.setEnabled(bool(found))

    def _show_about(self) -> None:
        if not self.isVisible():
            return
        mark, text = self._mark(), self._opened.article.text if self._opened is not None else ""
        if isinstance(mark, Entity):
            self._about.setText(tr("On “{surface}”", surface=mark.surface(text)))
        else:
            self._about.setText(tr("On the relation in focus") if mark is not None else tr("On the article"))

    def _line(self, remark: Remark) -> Line:
        theme = self._look.theme
        chip = tr("resolved") if remark.resolved else tr("open")
        ink = theme.colour("ok" if remark.resolved else "warn")
        about = " · ".join(part for part in (self._named(remark), remark.by) if part)
        return Line(remark.text, about, chip, ink, faint=remark.resolved, data=remark)

    def _named(self, remark: Remark) -> str:
        if self._opened is None or remark.on is None:
            return tr("Article")
        layer, text = self._opened.layer, self._opened.article.text
        relation = layer.relations.get(remark.on)
        if relation is None:
            return layer.entities[remark.on].surface(text)
        ends = (layer.entities[relation.head].surface(text), layer.entities[relation.tail].surface(text))
        return f"{ends[0]} → {ends[1]}"

    def _leave_note(self) -> None:
        opened, text, mark = self._opened, self.field.text().strip(), self._mark()
        if opened is None or (not text and mark is None):
            return
        if mark is not None:
            done = opened.perform(lambda: edit.annotate(opened.article, opened.layer, mark.id, text))
        else:
            note = Note("n" + secrets.token_hex(4), opened.layer.annotator, text)
            done = opened.perform(lambda: edit.leave_note(opened.article, opened.layer, note))
        if done is not None:
            self.field.clear()
            self.refresh()

    def _go(self, remark: Remark) -> None:
        if remark.on is not None:
            self._view.focus_mark(remark.on)
            self._view.reveal_focus()
        self._view.setFocus()

    def _press(self, pressed: str, remark: Remark | None) -> None:
        opened = self._opened
        if opened is None or remark is None:
            return
        if pressed == "r":
            answered = not remark.resolved
            opened.perform(lambda: remarks.resolve(opened.article, opened.layer, remark.id, resolved=answered))
        elif pressed in ("Del", "Backspace"):
            opened.perform(lambda: remarks.withdraw(opened.article, opened.layer, remark.id))
        self.refresh()
