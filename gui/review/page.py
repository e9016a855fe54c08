"""The page of the review: everybody's layers of the open article, disputes as cards, and the keys that decide them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QStackedLayout, QWidget
from typing_extensions import override

from ...models import decide, edit
from ...models.agreement_values import Agreement
from ...models.change import Change, apply
from ...models.decide import Ruling
from ...models.errors import BadInput, KhaotagError, Message
from ...models.layer import Entity
from ...models.review import Case, Review, review
from ...models.review_cards import Card, entity_cards
from ...models.tokens import Token
from ...storage.jobs.know_people import hidden_names
from ...storage.jobs.review_queue import Waiting, article_agreement, case_of, review_queue
from .. import keys
from ..guard import guarded
from ..pages import Room
from ..translate import tr
from ..widgets import PlainLabel, button, column, row, rule
from ..words import rough_words
from .card_list import CARD, CardList
from .decide_bar import DecideBar
from .editing import Steps, Stretch, resized
from .figures import Figures
from .review_view import ReviewView
from .send_back import SendBackDialog


class ReviewPage(QWidget):
    """The page; see `Room` for the ways out of it."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.setProperty("pane", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._room, self._workspace = room, room.workspace
        self.case: Case | None = None
        self.review: Review | None = None
        self.focused = ""
        self.editing: Stretch | None = None
        self.queue: list[Waiting] = []
        self.hidden = False
        self._names: dict[str, str] = {}
        self._tokens: list[Token] = []
        self._matched: list[Card] = []
        self._steps: Steps | None = None
        self._waits = 0
        self.view, self.cards, self.bar = ReviewView(room.look), CardList(room.look), DecideBar()
        self.figures = Figures()
        self._left, self._aliases = PlainLabel(role="warnPill"), button(kind="link")
        self._title, self._place = PlainLabel(role="strong"), PlainLabel(role="small")
        self._finish = button(kind="primary")
        self._empty = PlainLabel(role="muted", wrap=True)
        self._build()
        self._wire()

    def _build(self) -> None:
        head = row(self._title, self._left, None, self._aliases, margins=(16, 10, 12, 10))
        foot = row(self._place, None, self._finish, margins=(16, 8, 16, 8))
        side = QWidget()
        side.setProperty("pane", "panel")
        side.setMinimumWidth(300)
        side.setLayout(column(head, rule(), self.cards, rule(), self.bar, rule(), foot, spacing=0))
        splitter = QSplitter()
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.view)
        splitter.addWidget(side)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([1000, 384])
        content = QWidget()
        content.setLayout(column(self.figures, rule(), splitter, spacing=0))
        self._empty.setContentsMargins(24, 24, 24, 0)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(content)
        self._stack.addWidget(self._empty)

    def _wire(self) -> None:
        self.cards.selectionModel().currentChanged.connect(self._on_current)
        self.view.card_wanted.connect(self.focus_card)
        self.view.dragged.connect(self._drag)
        self.bar.wanted.connect(self._do)
        self.bar.explained.connect(self.explain)
        self._aliases.clicked.connect(self._hide_names)
        self._finish.clicked.connect(self.finish)
        self._room.look.changed.connect(self._dress)
        self._workspace.article_changed.connect(lambda _: self._follow_article())
        self._workspace.elsewhere.connect(lambda _: self._read())
        self._workspace.project_changed.connect(self._forget)

    @property
    def is_settled(self) -> bool:
        """Whether nothing more will come."""
        return not self._waits

    # --- what is shown

    def refresh(self) -> None:
        """Come to the front with the open article, or with the first of the queue."""
        self._dress()
        project = self._workspace.project
        if project is None:
            return
        self._read_names()
        self._ask(lambda: review_queue(project), self._take_queue)
        self._read()
        self.setFocus()

    def _take_queue(self, queue: list[Waiting]) -> None:
        self.queue = queue
        self._show_place()
        if self.review is None and queue:
            self._workspace.open_article(queue[0].article)

    def _forget(self) -> None:
        self.case = self.review = None
        self.queue = []
        self.view.clear()

    def _dress(self) -> None:
        self.bar.refresh()
        self.view.dress()
        self._title.setText(tr("Disputes"))
        self._finish.setText(tr("Reviewed, next  Ctrl+↵"))
        self._aliases.setText(tr("Show names") if self.hidden else tr("Hide names"))
        self._empty.setText(
            tr("Nothing to review here yet: an article needs marks of at least two people, or one who has finished it.")
        )
        self.cards.viewport().update()

    def _read_names(self) -> None:
        project, language = self._workspace.project, self._room.look.language
        if project is not None and self.hidden:
            self._names = {name: words.in_language(language) for name, words in hidden_names(project).items()}
        else:
            self._names = {}

    def _hide_names(self) -> None:
        self.hidden = not self.hidden
        self._read_names()
        self._dress()
        self._read()

    def _follow_article(self) -> None:
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        """Read the case of the open article again."""
        project, opened = self._workspace.project, self._workspace.article
        if project is None or opened is None or not self.isVisible():
            return
        article_id = opened.article.id
        try:
            case = case_of(project, article_id)
        except KhaotagError as error:
            self._workspace.told.emit(error.message)
            return
        same = self.case is not None and self.case.article.id == article_id
        self.case, self.editing = case, None
        if len(case.layers) < 1:
            self.review = None
            self._stack.setCurrentIndex(1)
            return
        self._stack.setCurrentIndex(0)
        self._matched = entity_cards(case.layers)
        self.review = review(case, self._matched)
        if not same:
            self.focused = ""
            self._tokens = list(opened.tokens) or rough_words(case.article.text)
            self._steps = Steps(case.article.text, self._tokens)
            self.figures.show_agreement(None)
            self._ask(lambda: article_agreement(project, article_id), partial(self._show_figures, article_id))
        self.view.show_case(case, self.review, self._tokens, self._names)
        self._show_cards()
        self._show_place()

    def _show_figures(self, article_id: str, found: Agreement) -> None:
        if self.case is not None and self.case.article.id == article_id:
            self.figures.show_agreement(found)

    def _ask(self, work: Callable[[], object], take: Callable[..., object]) -> None:
        self._waits += 1

        def done(result: object) -> None:
            self._waits -= 1
            take(result)

        def failed(error: KhaotagError) -> None:
            self._waits -= 1
            self._workspace.told.emit(error.message)

        self._room.tasks.start(lambda *_: work(), done, failed, quiet=True)

    def _show_cards(self) -> None:
        if self.review is None:
            return
        cards = self.review.cards
        self.cards.rows.show(self.case, cards, self._names)
        if self.cards.rows.place(self.focused) < 0:
            still = self.review.open or cards
            self.focused = still[0].id if still else ""
        self._show_focus()

    def _show_focus(self) -> None:
        if self.review is None:
            return
        rows = self.cards.rows
        place = rows.place(self.focused)
        if place >= 0:
            index = rows.index(place)
            self.cards.selectionModel().setCurrentIndex(index, self.cards.selectionModel().SelectionFlag.ClearAndSelect)
            self.cards.scrollTo(index)
        numbers = {card.id: at + 1 for at, card in enumerate(rows.cards)}
        self.view.point_at(self._card(), numbers)
        still = len(self.review.open)
        self._left.setText(tr("{n} left", n=still) if still else tr("all decided"))
        self._left.set_role("warnPill" if still else "pill")
        card = self._card()
        decision = card.decision if card is not None else None
        self.bar.show_state(
            decision.reason if decision else None,
            decision.note if decision else None,
            len(self.review.to_accept),
            tr("1 to 9 takes a version. N and P go to the next and the previous."),
        )

    def _show_place(self) -> None:
        place = next((at for at, one in enumerate(self.queue) if self._is_open(one.article)), None)
        here = "—" if place is None else str(place + 1)
        self._place.setText(tr("{here} of {n} in the queue", here=here, n=len(self.queue)))

    def _is_open(self, article_id: str) -> bool:
        return self.case is not None and self.case.article.id == article_id

    def _card(self) -> Card | None:
        return self.review.card(self.focused) if self.review is not None else None

    def focus_card(self, card_id: str) -> None:
        """Go to a card."""
        if card_id != self.focused:
            self._stop_editing()
            self.focused = card_id
            self._show_focus()

    def _on_current(self, index: QModelIndex, _: QModelIndex) -> None:
        card = index.data(CARD)
        if isinstance(card, Card):
            self.focus_card(card.id)

    def step(self, by: int, *, only_open: bool = False) -> None:
        """Go to the next or previous card."""
        cards = self.cards.rows.cards
        at = self.cards.rows.place(self.focused) + by
        while 0 <= at < len(cards):
            if not only_open or cards[at].open:
                self.focus_card(cards[at].id)
                return
            at += by
        if only_open and self.review is not None and self.review.open:
            self.focus_card(self.review.open[0].id)

    # --- deciding

    def _ruling(self) -> Ruling:
        note = self.bar.note.text().strip() or None
        return Ruling(self._workspace.by, lambda: f"g-{uuid4().hex[:12]}", self.bar.reason, note)

    def take(self, number: int) -> None:
        """Take a version of the focused card."""
        card = self._card()
        if card is not None and number <= len(card.versions):
            self._decide(lambda case: decide.take(case, card, number, self._ruling()))

    def _do(self, what: str) -> None:
        card = self._card()
        if what == "agreed":
            self._decide(lambda case: decide.accept_agreed(case, self._ruling()._replace(reason=None, note=None)))
        elif what == "back":
            self.send_back()
        elif card is None:
            return
        elif what == "both":
            numbers = [version.number for version in card.versions if version.marks]
            self._decide(lambda case: decide.keep(case, card, numbers, self._ruling()))
        elif what == "none":
            self._decide(lambda case: decide.reject(case, card, self._ruling()))
        elif what == "edit":
            self._edit(card)
        elif what == "withdraw":
            self._decide(lambda case: decide.withdraw(case, card), stay=True)
        self.setFocus()

    def explain(self) -> None:
        """Keep the reason and the note of a decided card."""
        card, ruling = self._card(), self._ruling()
        if card is None or card.decision is None:
            return
        if (card.decision.reason, card.decision.note) != (ruling.reason, ruling.note):
            self._decide(lambda case: decide.explain(case, card, ruling.reason, ruling.note), stay=True)

    def _decide(self, make: Callable[[Case], Change], *, stay: bool = False) -> None:
        case, writer = self.case, self._workspace.writer
        if case is None or writer is None:
            return
        try:
            change = make(case)
            gold = apply(case.gold, change.rows)
        except BadInput as error:
            self._workspace.told.emit(error.message)
            return
        self.case = case._replace(gold=gold)
        self.review = review(self.case, self._matched)
        self.view.follow(self.case, self.review, self._names)
        self.cards.rows.show(self.case, self.review.cards, self._names)
        if not stay:
            self.step(1, only_open=True)
        self._show_cards()
        writer.commit(change)

    # --- editing a boundary

    def _edit(self, card: Card) -> None:
        marks = [mark for version in card.versions for mark in version.marks if isinstance(mark, Entity)]
        if card.ends or not marks:
            self._workspace.told.emit(Message("A relation has no edges of its own. Change the entities that it joins."))
            return
        first = marks[0]
        self.editing = Stretch(first.label, first.start, first.end)
        self.view.editing = True
        self._show_editing()

    def _show_editing(self) -> None:
        if self.editing is None or self.case is None:
            return
        self.view.select(self.editing.start, self.editing.end)
        kind = self.case.schema.entity_type(self.editing.label).name.in_language(self._room.look.language)
        hint = tr(
            "{label}: Shift+arrows move the end, Ctrl+Shift+arrows the start, Alt by character; "
            "a label's key relabels, Enter decides, Esc leaves.",
            label=kind,
        )
        self._workspace.told.emit(Message("{text}", text=hint))

    def _stop_editing(self) -> None:
        self.editing, self.view.editing = None, False
        self.view.select(0, 0)

    def _drag(self, start: int, end: int) -> None:
        if self.editing is not None and self._steps is not None:
            low, high = self._steps.nearest(start), self._steps.nearest(end)
            if low < high:
                self.editing = self.editing._replace(start=low, end=high)
                self._show_editing()

    def _edit_key(self, key: int, held: Qt.KeyboardModifier) -> bool:
        stretch, steps = self.editing, self._steps
        if stretch is None or steps is None:
            return False
        if key == Qt.Key.Key_Escape:
            self._stop_editing()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            card = self._card()
            marks = [(stretch.label, [(stretch.start, stretch.end)])]
            self._stop_editing()
            if card is not None:
                self._decide(lambda case: decide.correct(case, card, marks, self._ruling()))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            by = -1 if key == Qt.Key.Key_Left else 1
            start = bool(held & Qt.KeyboardModifier.ControlModifier)
            fine = bool(held & Qt.KeyboardModifier.AltModifier)
            self.editing = resized(stretch, steps, by, start=start, fine=fine)
            self._show_editing()
        elif (label := self._label_of(key)) is not None:
            self.editing = stretch._replace(label=label)
            self._show_editing()
        else:
            return False
        return True

    def _label_of(self, key: int) -> str | None:
        char = chr(key).lower() if 0x20 < key < 0x7F else ""
        kind = self.case.schema.by_key.get(char) if self.case is not None else None
        return kind.id if kind is not None else None

    # --- moving on

    def finish(self) -> None:
        """Say that the article is reviewed and open the next one of the queue."""
        case, writer = self.case, self._workspace.writer
        if case is None or writer is None:
            return
        if self.review is not None and self.review.open:
            self._workspace.told.emit(Message("{n} disputes are still open.", n=len(self.review.open)))
            return
        if case.gold.head.status != "done":
            self._decide(_finished, stay=True)
        following = [one.article for one in self.queue if not one.reviewed and not self._is_open(one.article)]
        if following:
            self.queue = [one._replace(reviewed=True) if self._is_open(one.article) else one for one in self.queue]
            self._workspace.open_article(following[0])
        else:
            self._workspace.told.emit(Message("That was the last article of the queue."))

    def go(self, by: int) -> None:
        """Open the next or previous article of the queue."""
        place = next((at for at, one in enumerate(self.queue) if self._is_open(one.article)), -1) + by
        if 0 <= place < len(self.queue):
            self._workspace.open_article(self.queue[place].article)

    def send_back(self) -> None:
        """Ask whose layer is to be opened again, and with which note."""
        if self.case is None:
            return
        dialog = SendBackDialog(self, self._room.look, self.case, self._names)
        dialog.sent.connect(self._send)
        dialog.open()

    def _send(self, changes: list[Change]) -> None:
        writer = self._workspace.writer
        if writer is not None:
            for change in changes:
                writer.commit(change)
            self._workspace.told.emit(Message("Sent back with the note."))
            self._ask(lambda: None, lambda _: self._read())

    def undo(self) -> None:
        """Take back the last decision."""
        self._workspace.undo()

    # --- keys

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the window's actions do while this page is in front."""
        return {"undo": self.undo, "done": self.finish, "next": lambda: self.go(1), "previous": lambda: self.go(-1)}

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = keys.physical(event)
        key, held = pressed.key(), pressed.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.editing is not None:
            if not self._edit_key(key, held):
                super().keyPressEvent(event)
            return
        if held or not self._plain_key(key):
            super().keyPressEvent(event)

    def _plain_key(self, key: int) -> bool:
        steps = {Qt.Key.Key_N: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_P: -1, Qt.Key.Key_Up: -1}
        actions = {
            Qt.Key.Key_B: "both",
            Qt.Key.Key_0: "none",
            Qt.Key.Key_E: "edit",
            Qt.Key.Key_A: "agreed",
            Qt.Key.Key_Delete: "withdraw",
        }
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.take(key - Qt.Key.Key_0)
        elif (by := steps.get(Qt.Key(key))) is not None:
            self.step(by, only_open=key == Qt.Key.Key_N)
        elif (what := actions.get(Qt.Key(key))) is not None:
            self._do(what)
        elif key == Qt.Key.Key_R:
            self.bar.note.setFocus()
        else:
            return False
        return True


def _finished(case: Case) -> Change:
    return edit.set_status(case.article, case.gold, "done")
