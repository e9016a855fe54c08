"""The article view: the widget that ties layout, painting, mouse and keyboard together."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QElapsedTimer, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from ...models.change import Change
from ...models.layer import Entity, Relation
from ..guard import guarded
from ..open_article import OpenArticle
from ..theme import READING_FONT, READING_SIZE, Theme
from .banner import Banner
from .bar import SlimBar
from .canvas import Canvas
from .commands import COMMANDS, Command
from .document import Document
from .edits import Edits
from .failure import FailurePanel
from .gestures import Mouse
from .keyboard import Keyboard
from .keymap import chord
from .metrics import make_fonts
from .relate import Relating
from .scene import Scene
from .speech import describe
from .steps import Clusters, cluster_starts

_FRESH_MS, _IDLE_MS, _SLICE_MS = 600, 12, 4


class ArticleView(QAbstractScrollArea):
    """Shows an open article and lets people mark it.

    *Signals:* `focus_changed(Entity | Relation | None)`; `selection_changed()`; `label_search_requested()`: the person
    wants to find a label by name; `done_requested()`, `undo_requested()`, `redo_requested()`; `told(str)`: one line for
    the status bar; `mode_changed(str)`: “relate”, “jump” or “”; `error_shown(Exception)`.
    """

    focus_changed = Signal(object)
    selection_changed = Signal()
    label_search_requested = Signal()
    done_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    told = Signal(str)
    mode_changed = Signal(str)
    error_shown = Signal(object)

    commands: ClassVar[tuple[Command, ...]] = COMMANDS

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = Canvas()
        self._opened: OpenArticle | None = None
        self.clusters: Clusters = cluster_starts
        self.relation_owner: str | None = None
        self.edits = Edits(self)
        self.relating = Relating(self)
        self.keyboard = Keyboard(self)
        self._mouse = Mouse(self)
        self._failure = FailurePanel(self)
        self.banner = Banner(self)
        self.banner.restyle(self._canvas.theme)
        self.banner.wanted.connect(self._make_room)
        self._idle = QTimer(self, interval=_IDLE_MS)
        self._idle.timeout.connect(self._lay_more)
        self._fade = QTimer(self, interval=_FRESH_MS, singleShot=True)
        self._fade.timeout.connect(self._faded)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._bar = SlimBar(self)
        self.setVerticalScrollBar(self._bar)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("Article")

    # ---- what is shown

    def show_article(self, opened: OpenArticle | None) -> None:
        """Show another article, or none."""
        if self._opened is not None:
            self._opened.changed.disconnect(self._on_changed)
            self._opened.replaced.disconnect(self._rebuild)
            self._opened.tokens_changed.disconnect(self._on_tokens)
        self._opened = opened
        self._canvas.scene = Scene(active=self.hasFocus())
        self._canvas.document = None
        self._failure.hide()
        if opened is not None:
            opened.changed.connect(self._on_changed)
            opened.replaced.connect(self._rebuild)
            opened.tokens_changed.connect(self._on_tokens)
            self._canvas.show(opened, self.viewport().width())
            self._idle.start()
        self.verticalScrollBar().setValue(0)
        self._sync()
        self.focus_changed.emit(None)
        self.selection_changed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._canvas.restyle(theme)
        self.banner.restyle(theme)
        self._bar.restyle(theme)
        self.viewport().update()

    def set_language(self, language: str) -> None:
        """Show labels in “th” or “en”."""
        self._canvas.speak(language)
        self._idle.start()
        self._sync()

    def set_reading_font(self, family: str = READING_FONT, size: int = READING_SIZE) -> None:
        """Set the article in another font."""
        self._canvas.fonts = make_fonts(family, size)
        self._rebuild()

    @property
    def document(self) -> Document:
        """The laid-out article; only to be asked for while one is shown."""
        if self._canvas.document is None:
            raise LookupError("no article is shown")
        return self._canvas.document

    @property
    def scene(self) -> Scene:
        """The passing state."""
        return self._canvas.scene

    @property
    def top(self) -> float:
        """The document's y at the top of the viewport."""
        return float(self.verticalScrollBar().value())

    # ---- focus and selection

    @property
    def selection(self) -> tuple[int, int] | None:
        """The selected [start, end) in code points, if any."""
        return self.scene.selection

    @property
    def focused_id(self) -> str | None:
        """The id of the focused entity or relation."""
        return self.scene.focus

    def focused_entity(self) -> Entity | None:
        """Return the focused entity."""
        return self._opened.layer.entities.get(self.scene.focus or "") if self._opened is not None else None

    def focused_relation(self) -> Relation | None:
        """Return the focused relation."""
        return self._opened.layer.relations.get(self.scene.focus or "") if self._opened is not None else None

    def focus_entity(self, entity_id: str | None) -> None:
        """Focus an entity and bring it into view."""
        self.focus_mark(entity_id)
        self.reveal_focus()

    def focus_relation(self, relation_id: str | None) -> None:
        """Focus a relation and bring its head into view."""
        self.focus_mark(relation_id)
        self.reveal_focus()

    def focus_mark(self, mark_id: str | None, *, at: int | None = None, owner: str | None = None) -> None:
        """Focus an entity or a relation, or nothing; *owner* is the entity from which a relation was reached."""
        if self._opened is None:
            return
        scene, layer = self.scene, self._opened.layer
        entity, relation = layer.entities.get(mark_id or ""), layer.relations.get(mark_id or "")
        previous = scene.focus
        if relation is not None:
            ends = (relation.head, relation.tail)
            known = self.relation_owner if previous == mark_id else previous
            self.relation_owner = owner or (known if known in ends else relation.head)
        scene.focus = mark_id if entity is not None or relation is not None else None
        scene.accented = self._accented()
        if at is not None or entity is not None:
            scene.caret = at if at is not None else entity.start if entity is not None else scene.caret
        selected, scene.anchor = scene.selection, None
        self.setAccessibleDescription(describe(self.document, scene))
        self.viewport().update()
        if selected is not None:
            self.selection_changed.emit()
        self.focus_changed.emit(entity or relation)

    def _accented(self) -> frozenset[str]:
        if self.focused_relation() is not None:
            return frozenset([self.scene.focus or ""])
        return frozenset(self.document.index.relations_of(self.scene.focus or ""))

    def set_caret(self, offset: int, *, extend: bool = False, keep_focus: bool = False) -> None:
        """Put the caret somewhere, or extend the selection to there."""
        scene = self.scene
        anchor = (scene.caret if scene.anchor is None else scene.anchor) if extend else None
        self._set_selection(anchor, offset, keep_focus=keep_focus)
        self.reveal(offset)

    def select(self, anchor: int, offset: int, *, keep_focus: bool = False) -> None:
        """Select from *anchor* to *offset*, where the caret is put."""
        self._set_selection(anchor, offset, keep_focus=keep_focus)

    def _set_selection(self, anchor: int | None, offset: int, *, keep_focus: bool) -> None:
        scene = self.scene
        before = scene.selection
        scene.anchor, scene.caret = anchor, offset
        if scene.focus is not None and not keep_focus:
            scene.focus, scene.accented = None, frozenset()
            self.focus_changed.emit(None)
        self.setAccessibleDescription(describe(self.document, scene))
        self.viewport().update()
        if scene.selection != before:
            self.selection_changed.emit()

    def show_fresh(self, entity_id: str) -> None:
        """Focus an entity that was labelled just now and let its chip stand out for a moment."""
        entity = self.document.opened.layer.entities.get(entity_id)
        self.focus_mark(entity_id, at=entity.end if entity is not None else None)
        self.scene.fresh = entity_id
        self._fade.start()

    def _faded(self) -> None:
        self.scene.fresh = None
        self.viewport().update()

    def label(self, label_id: str, *, second: bool = False) -> None:
        """Do what a label's key or a click on the label bar does."""
        if self._opened is not None and not self.relating.active:
            self.edits.label(label_id, second=second)

    def run(self, command: str) -> None:
        """Do a command of the table by its id."""
        if self._opened is not None:
            self.keyboard.run(command)

    def leave(self, *, forward: bool) -> None:
        """Give the keyboard to the next or previous widget."""
        super().focusNextPrevChild(forward)

    def stop_jump(self) -> None:
        """Take the hint letters of the words away."""
        if self.scene.token_hints:
            self.scene.token_hints, self.scene.typed = {}, ""
            self.mode_changed.emit("")

    def scroll_to(self, offset: int) -> None:
        """Bring an offset into view, a third down from the top."""
        if self._opened is not None:
            self._put(offset, self.viewport().height() / 3)

    def reveal(self, offset: int) -> None:
        """Scroll as little as shows the line of an offset whole."""
        placed, room = self.document.line_of(offset), self.viewport().height()
        if placed.top < self.top:
            self._put(offset, 8)
        elif placed.top + placed.line.height > self.top + room:
            self._put(offset, max(0.0, room - placed.line.height - 8))

    def _put(self, offset: int, y: float) -> None:
        """Scroll so that the line of an offset begins *y* below the top."""
        document = self.document
        for _ in range(2):
            # Laying out what comes into view may move the line; the second time all of that is known.
            self._canvas.settle(document.line_of(offset).top - y, self.viewport().height())
        self._follow(document.line_of(offset).top - y)
        self.viewport().update()

    def reveal_focus(self) -> None:
        """Bring the focused mark into view."""
        entity, relation = self.focused_entity(), self.focused_relation()
        if entity is None and relation is not None and self._opened is not None:
            entity = self._opened.layer.entities.get(relation.head)
        if entity is not None:
            self.reveal(entity.start)

    # ---- following the article

    def _on_changed(self, change: Change) -> None:
        if any(row.kind == "article" for row in change.rows):
            self._rebuild()
            return
        self.document.apply(change)
        if self.scene.focus is not None and self.focused_entity() is None and self.focused_relation() is None:
            self.focus_mark(None)
        else:
            self.scene.accented = self._accented()
        if self.relating.active:
            self.relating.refresh()
        self._idle.start()
        self._sync()

    def _on_tokens(self) -> None:
        self._rebuild()

    def _rebuild(self) -> None:
        """Lay everything out anew and keep the first visible line where it is."""
        if self._opened is None:
            return
        if self.relating.active:
            self.relating.stop()
        self.stop_jump()
        old = self._canvas.document
        first = old.line_at(self.top + 1) if old is not None else None
        at, y = (first.line.row.start, first.top - self.top) if first is not None else (0, 0.0)
        scene = self.scene
        self._canvas.show(self._opened, self.viewport().width())
        end = len(self._opened.article.text)
        scene.caret = min(scene.caret, end)
        scene.anchor = None if scene.anchor is None else min(scene.anchor, end)
        scene.hover = None
        if self.top > 0:
            self._put(at, y)
        if scene.focus is not None and self.focused_entity() is None and self.focused_relation() is None:
            self.focus_mark(None)
        scene.accented = self._accented()
        self._idle.start()
        self._sync()

    def _sync(self) -> None:
        """Lay out what is on screen, give the scroll bar the range of all, and paint."""
        document = self._canvas.document
        room = self.viewport().height()
        self._bar.setPageStep(max(1, room))
        if document is None:
            self._bar.setRange(0, 0)
        else:
            settled, _, _ = self._canvas.settle(self.top, room)
            self._follow(settled)
        self.viewport().update()

    def _lay_more(self) -> None:
        """Lay out what is not on screen yet, a few milliseconds at a time, without moving what is."""
        document = self._canvas.document
        if document is None:
            self._idle.stop()
            return
        clock = QElapsedTimer()
        clock.start()
        near = document.block_at(self.top)
        within = self.top - float(document.tops[near])
        for _ in self._canvas.lay_some(near):
            if clock.elapsed() >= _SLICE_MS:
                break
        else:
            self._idle.stop()
        self._follow(float(document.tops[near]) + within)

    def _make_room(self, height: int) -> None:
        """Give the banner room without moving the text on screen, unless it is at the very top."""
        grown = height - self.viewportMargins().top()
        self.setViewportMargins(0, height, 0, 0)
        if self.top > 0:
            self.verticalScrollBar().setValue(round(self.top + grown))

    def _follow(self, scroll: float) -> None:
        """Set the scroll bar to where the same text stands now."""
        document = self.document
        bar = self.verticalScrollBar()
        top = max(0, int(document.height - self.viewport().height()))
        if bar.maximum() != top:
            bar.setRange(0, top)
        if round(scroll) != bar.value():
            bar.setValue(round(scroll))

    # ---- Qt's virtuals

    def show_error(self, error: Exception) -> None:
        """Show the reason of a fault in the view; called by `guarded`, also from within painting."""
        QTimer.singleShot(0, self, lambda: self._failure.tell(error, self._canvas.theme))
        self.error_shown.emit(error)

    @guarded()
    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), self._canvas.theme.colour("paper"))
            if self._canvas.document is None:
                return
            settled, lines, points = self._canvas.settle(self.top, self.viewport().height())
            # What was an estimate may have become exact; the bar takes it without another round of painting.
            if settled != self.top:
                self.viewport().update()
            blocked = self.verticalScrollBar().blockSignals(True)
            self._follow(settled)
            self.verticalScrollBar().blockSignals(blocked)
            self._canvas.paint(painter, self.top, event.rect(), lines, points)

    @guarded()
    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        document = self._canvas.document
        self._failure.place()
        self.banner.place(self.width())
        if document is None:
            return
        first = document.line_at(self.top + 1)
        at, y, column = first.line.row.start, first.top - self.top, document.column
        document.resize(self.viewport().width())
        if document.column != column and self.top > 0:
            self._put(at, y)
        self._idle.start()
        self._sync()
        self.relating.refresh()

    @guarded()
    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self.scene.choice_box is None and self.scene.drag is None:
            self.viewport().scroll(0, dy)
        else:
            self.viewport().update()
        if self.relating.active:
            self.relating.refresh()
        self.stop_jump()

    @guarded()
    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = chord(event)
        if self._canvas.document is None or not pressed or not self.keyboard.press(pressed):
            super().keyPressEvent(event)
            return
        event.accept()

    @guarded(default=False)
    @override
    def event(self, event: QEvent) -> bool:
        # Keys that mean something here are not to be taken by the window's shortcuts.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = chord(event)
            if self._canvas.document is not None and pressed and self.keyboard.knows(pressed):
                event.accept()
                return True
        return super().event(event)

    @guarded(default=False)
    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        # Tab goes from entity to entity; F6 leaves.
        return self._canvas.document is None and super().focusNextPrevChild(next)

    @guarded()
    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.scene.active = True
        self.viewport().update()
        super().focusInEvent(event)

    @guarded()
    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.scene.active = False
        self.viewport().update()
        super().focusOutEvent(event)

    @guarded()
    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._canvas.document is not None and event.button() == Qt.MouseButton.LeftButton:
            self._mouse.press(event)

    @guarded()
    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._canvas.document is not None:
            self._mouse.move(event)

    @guarded()
    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._canvas.document is not None and event.button() == Qt.MouseButton.LeftButton:
            self._mouse.release(event)

    @guarded()
    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._canvas.document is not None and event.button() == Qt.MouseButton.LeftButton:
            self._mouse.double(event)

    @guarded(default=False)
    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave and self._canvas.document is not None:
            self._mouse.leave()
        return super().viewportEvent(event)
