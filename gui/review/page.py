"""The page of the review: everybody's layers of the open article, disputes as cards, and the keys that decide them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import suppress
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
from ...models.layer import GOLD
from ...models.review import Case, Review, review
from ...models.review_cards import Card, entity_cards
from ...models.tokens import Token
from ...storage.jobs.know_people import hidden_names
from ...storage.jobs.review_queue import Waiting, article_agreement, case_of, review_queue
from ...storage.project import Project
from .. import keys
from ..guard import guarded
from ..open_article import OpenArticle
from ..pages import Room
from ..translate import tr
from ..widgets import PlainLabel, button, column, row, rule
from ..words import rough_words
from .boundary import Boundary
from .card_list import CARD, CardList
from .decide_bar import DecideBar
from .editing import Stretch
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
        self.queue: list[Waiting] = []
        self.hidden = False
        self._names: dict[str, str] = {}
        self._tokens: list[Token] = []
        self._matched: list[Card] = []
        self._waits = 0
        self._held: deque[Callable[[], object]] = deque()
        self._unread = False
        self.view, self.cards, self.bar = ReviewView(room.look), CardList(room.look), DecideBar()
        self.boundary = Boundary(self.view)
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
        self.boundary.decided.connect(self._correct)
        self.boundary.told.connect(self._workspace.told)
        self.bar.wanted.connect(lambda what: self._in_turn(lambda: self._do(what)))
        self.bar.explained.connect(lambda: self._in_turn(self.explain))
        self.bar.note.returnPressed.connect(self.setFocus)
        self._aliases.clicked.connect(self._hide_names)
        self._finish.clicked.connect(lambda: self._in_turn(self.finish))
        self._room.look.changed.connect(self._dress)
        self._workspace.article_changed.connect(self._follow_article)
        self._workspace.saved.connect(lambda _: self._go_on())
        self._workspace.elsewhere.connect(lambda _: self._read())
        self._workspace.project_changed.connect(self._forget)

    @property
    def is_settled(self) -> bool:
        """Whether nothing more will come."""
        return not self._waits

    @property
    def is_waiting(self) -> bool:
        """Whether keys wait for an undo that is under way."""
        return bool(self._held)

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
        self.queue = []
        self._held.clear()
        self._show_nothing()

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

    def _follow_article(self, opened: OpenArticle | None) -> None:
        if opened is None:
            self._show_nothing()
            return
        # The reviewer may be one of the annotators, and undo a mark of their own.
        opened.changed.connect(lambda _: self._read())
        self._read()

    def _show_nothing(self) -> None:
        self.case = self.review = None
        self.boundary.stop()
        self.cards.show_cards(None, (), self._names)
        self.view.clear()
        self._stack.setCurrentIndex(1)

    def _read(self) -> None:
        """Read the case of the open article again."""
        project, opened = self._workspace.project, self._workspace.article
        if project is None or opened is None or not self.isVisible():
            return
        try:
            case = self._with_waiting(case_of(project, opened.article.id))
        except KhaotagError as error:
            self._show_nothing()
            self._workspace.told.emit(error.message)
            return
        known, before = self.case, self.review
        if not case.layers:
            self._show_nothing()
            return
        self._stack.setCurrentIndex(0)
        self.boundary.stop()
        if known is not None and before is not None and _same_layers(case, known):
            self._show_step(case, before)
            return
        self.case, self._matched = case, entity_cards(case.layers)
        self.review = review(case, self._matched)
        if known is None or known.article.id != case.article.id:
            self._begin(project, opened)
        self.view.show_case(case, self.review, self._tokens, self._names)
        self._show_cards()
        self._show_place()

    def _begin(self, project: Project, opened: OpenArticle) -> None:
        """Forget what belonged to another article."""
        article_id, text = opened.article.id, opened.article.text
        self.focused = ""
        self._tokens = list(opened.tokens) or rough_words(text)
        self.boundary.show_text(text, self._tokens, project.schema)
        self.figures.show_agreement(None)
        self._ask(lambda: article_agreement(project, article_id), partial(self._show_figures, article_id))

    def _with_waiting(self, case: Case) -> Case:
        """Return a case as it will be once what was decided already is on disk."""
        writer, gold = self._workspace.writer, case.gold
        for change in writer.waiting(case.article.id) if writer is not None else ():
            self._unread = True
            if change.annotator == GOLD:
                with suppress(BadInput):  # it is on disk already, and only its answer is on the way
                    gold = apply(gold, change.rows)
        return case._replace(gold=gold)

    def _show_step(self, case: Case, before: Review) -> None:
        """Show other decisions on the same layers, and go to what is open again."""
        left = {card.id for card in before.open}
        self._take(case)
        again = [card.id for card in self.review.open if card.id not in left] if self.review is not None else []
        self.focused = again[0] if again else self.focused
        self._show_cards()

    def _take(self, case: Case) -> None:
        """Take a case whose layers are the same as before."""
        self.case, self.review = case, review(case, self._matched, self.review)
        self.view.follow(case, self.review)

    def _go_on(self) -> None:
        """Read what had not been written before, and do what was asked for while an undo was under way."""
        writer = self._workspace.writer
        if self._unread and (writer is None or writer.idle):
            self._unread = False
            self._read()
        while self._held and not (writer is not None and writer.stepping):
            self._held.popleft()()

    def _in_turn(self, do: Callable[[], object]) -> None:
        """Do it now, or once an undo that is under way is known: a decision would rest on what is no more."""
        writer = self._workspace.writer
        if self._held or (writer is not None and writer.stepping):
            self._held.append(do)
        else:
            do()

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
        self.cards.show_cards(self.case, cards, self._names)
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
            self.boundary.stop()
            self.focused = card_id
            self._show_focus()

    def _on_current(self, index: QModelIndex, _: QModelIndex) -> None:
        card = index.data(CARD)
        if isinstance(card, Card):
            self.focus_card(card.id)

    def step(self, by: int, *, only_open: bool = False) -> None:
        """Go to the next or previous card."""
        wanted = self._beside(by, only_open=only_open)
        if wanted is not None:
            self.focus_card(wanted.id)

    def _beside(self, by: int, *, only_open: bool) -> Card | None:
        """Return the next or previous card; of open ones the first comes after the last."""
        cards = self.review.cards if self.review is not None else ()
        at = self.cards.rows.place(self.focused) + by
        while 0 <= at < len(cards):
            if not only_open or cards[at].open:
                return cards[at]
            at += by
        return next((card for card in cards if card.open), None) if only_open else None

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
            self.boundary.begin(card, self._room.look.language)
        elif what == "withdraw":
            self._decide(lambda case: decide.withdraw(case, card), stay=True)
        self.setFocus()

    def _correct(self, stretch: Stretch) -> None:
        card, marks = self._card(), [(stretch.label, [(stretch.start, stretch.end)])]
        if card is not None:
            self._decide(lambda case: decide.correct(case, card, marks, self._ruling()))

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
        self._take(case._replace(gold=gold))
        following = None if stay else self._beside(1, only_open=True)
        if following is not None:
            self.focused = following.id
        self._show_cards()
        writer.commit(change)

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
            self._unread = True

    def undo(self) -> None:
        """Take back the last decision."""
        self._in_turn(self._workspace.undo)

    def redo(self) -> None:
        """Decide again what was taken back last."""
        self._in_turn(self._workspace.redo)

    # --- keys

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the window's actions do while this page is in front."""
        return {
            "undo": self.undo,
            "redo": self.redo,
            "done": lambda: self._in_turn(self.finish),
            "next": lambda: self._in_turn(lambda: self.go(1)),
            "previous": lambda: self._in_turn(lambda: self.go(-1)),
        }

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = keys.physical(event)
        key, held = pressed.key(), pressed.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._held or (self._workspace.writer is not None and self._workspace.writer.stepping):
            self._in_turn(lambda: self._key(key, held))
        elif not self._key(key, held):
            super().keyPressEvent(event)

    def _key(self, key: int, held: Qt.KeyboardModifier) -> bool:
        if self.boundary.stretch is not None:
            return self.boundary.key(key, held)
        return not held and self._plain_key(key)

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


def _same_layers(case: Case, other: Case) -> bool:
    """Tell whether two cases differ in nothing but gold."""
    return (case.article, case.layers, case.schema) == (other.article, other.layers, other.schema)


def _finished(case: Case) -> Change:
    return edit.set_status(case.article, case.gold, "done")
