"""Notes and questions of the open article: on the article itself, an entity or a relation, open or resolved."""

from __future__ import annotations

import secrets

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from ...models import edit, remarks
from ...models.layer import Entity, Note
from ...models.remarks import Remark
from ..article_view import ArticleView
from ..article_view.keymap import chord, claims
from ..guard import guarded
from ..look import Look
from ..open_article import OpenArticle
from ..translate import tr
from ..widgets import PlainLabel
from .attribute_form import SEND
from .line_list import Line
from .listing import KeyButton, Listing


class _Field(QLineEdit):
    """One line of a note. *Signals:* `finished()` on Enter or when the keyboard goes elsewhere, `left()` on Esc."""

    finished, left = Signal(), Signal()

    @override
    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        # Ctrl+Enter sends a note off in most programs; it is not to finish the article meanwhile.
        return claims(event, SEND) or super().event(event)

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = chord(event)
        if pressed == "Esc":
            self.left.emit()
        elif pressed in ("Return", SEND):
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    @override
    @guarded()
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.finished.emit()


class NotePanel(Listing):
    """Enter goes to what a note is about, R resolves it or opens it again, Delete takes it away."""

    def __init__(self, look: Look, view: ArticleView) -> None:
        super().__init__(look, tr("Notes and questions"), view.setFocus)
        self._view = view
        self._opened: OpenArticle | None = None
        self._on: str | None = None  # the mark that the field is about
        self._before = ""
        self._about, self.field = PlainLabel(role="small", wrap=True), _Field()
        self._extra.addWidget(self._about)
        self._extra.addWidget(self.field)
        self._extra.addSpacing(8)
        self._resolve, self._remove = KeyButton("R"), KeyButton("Del")
        self.add_buttons(self._resolve, self._remove)
        self.field.finished.connect(self._leave_note)
        self.field.left.connect(self._drop_note)
        self.list.chosen.connect(self._go)
        self.list.pressed.connect(self._press)
        self._resolve.clicked.connect(lambda: self._press("r", self.list.current()))
        self._remove.clicked.connect(lambda: self._press("Del", self.list.current()))
        view.focus_changed.connect(lambda _: self._take_up())

    def follow(self, opened: OpenArticle | None) -> None:
        """Show another article's notes, once the one that is being written is left."""
        if opened is not self._opened:
            self._leave_note()
            self._opened, self._on, self._before = opened, None, ""
            self.field.clear()

    def leave(self) -> None:
        """Nothing is shown in the article for this panel."""

    def begin(self) -> None:
        """Let the person write a note on the mark in focus, or on the article."""
        self._take_up()
        self.field.setFocus()

    def _take_up(self) -> None:
        """Let the field be about the mark in focus, unless something else is being written."""
        if not self.isVisible() or self.field.hasFocus():
            return
        mark = self._view.focused_entity() or self._view.focused_relation()
        self._on, self._before = (mark.id, mark.note or "") if mark is not None else (None, "")
        self.field.setText(self._before)
        text = self._opened.article.text if self._opened is not None else ""
        if isinstance(mark, Entity):
            self._about.setText(tr("On “{surface}”", surface=mark.surface(text)))
        else:
            self._about.setText(tr("On the relation in focus") if mark is not None else tr("On the article"))

    def refresh(self) -> None:
        """Show the notes as they are now."""
        self._resolve.say(tr("Resolve or reopen"))
        self._remove.say(tr("Take away"))
        self.field.setPlaceholderText(tr("A note or a question, then Enter"))
        self.field.setAccessibleName(tr("Note"))
        self._take_up()
        found = remarks.remarks(self._opened.layer) if self._opened is not None else []
        ordered = sorted(found, key=lambda remark: remark.resolved)
        waiting = sum(not remark.resolved for remark in found)
        title = f"{tr('Notes and questions')}  {waiting}" if found else tr("Notes and questions")
        self.show_lines(title, "", [self._line(remark) for remark in ordered])
        for button in (self._resolve, self._remove):
            button.setEnabled(bool(found))

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

    def _drop_note(self) -> None:
        self.field.setText(self._before)
        self._view.setFocus()

    def _leave_note(self) -> None:
        opened, text, on = self._opened, self.field.text().strip(), self._on
        if opened is None or text == self._before:
            return
        if on is not None:
            done = opened.perform(lambda: edit.annotate(opened.article, opened.layer, on, text))
        else:
            note = Note("n" + secrets.token_hex(4), opened.layer.annotator, text)
            done = opened.perform(lambda: edit.leave_note(opened.article, opened.layer, note))
        if done is not None:
            self._before = text if on is not None else ""
            self.field.setText(self._before)
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
