"""The overlay that lists the keys which work now; `?` shows it, any key takes it away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget
from typing_extensions import override

from ..actions import ACTIONS, Action
from ..article_view.bindings import Bindings
from ..article_view.commands import COMMANDS, MODES, State, working_in
from ..article_view.keycaps import DOT, key_caps, pair_caps
from ..guard import guarded
from ..look import Look
from ..translate import tr, translate
from ..widgets import ElidedLabel, Keycap, PlainLabel, clear, column, row, rule

_WIDTH, _CAPS, _LINE, _HEAD = 1120, 132, 24, 42
_SIDE = 24

Entry = tuple[Sequence[str], str]


class KeyOverlay(QWidget):
    """Covers the window; keys of the article view are listed while an article is open."""

    def __init__(self, look: Look, bindings: Bindings, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._bindings = look, bindings
        self._back: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._card = QFrame(self)
        self._card.setProperty("card", True)
        self._title, self._hint = PlainLabel(role="strong"), PlainLabel(role="muted")
        self._close = PlainLabel(role="small")
        self._inside = QWidget()
        self._inside.setObjectName("keyGrid")
        self._inside.setStyleSheet("QWidget#keyGrid { background: transparent; }")
        self._grid = QGridLayout(self._inside)
        self._grid.setHorizontalSpacing(_SIDE)
        self._grid.setVerticalSpacing(0)
        self._grid.setContentsMargins(16, 8, 16, 8)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self._inside)
        self.area.viewport().setAutoFillBackground(False)
        head = row(Keycap("?"), self._title, self._hint, None, self._close, Keycap("Esc"), margins=(16, 10, 16, 10))
        self._card.setLayout(column(head, rule(), self.area, spacing=0))
        self.hide()

    def show_keys(self, state: State | None, labels: Sequence[str] = (), kinds: int = 0) -> None:
        """Show the keys of a state of the article view, or those of the window while there is no article.

        *labels* are the keys of the schema's labels, *kinds* is how many relation types have a digit now.
        """
        parent = self.parentWidget()
        if parent is None:
            return
        self._title.setText(tr("Keys that work now"))
        self._hint.setText(tr("by their place, also under a Thai layout"))
        self._close.setText(tr("close"))
        self._back = parent.window().focusWidget()
        self.setGeometry(parent.rect())
        groups = self._groups(state, labels, kinds)
        self._fill(groups, parent.width(), parent.height())
        self.show()
        self.raise_()
        self.setFocus()

    def _groups(self, state: State | None, labels: Sequence[str], kinds: int) -> dict[str, list[Entry]]:
        groups: dict[str, list[Entry]] = {}
        if state in MODES:
            groups[mode_name(state)] = _letters(state, labels, kinds)
        elif state == "relation" and kinds > 1:
            groups[group_name("Relate")] = [((_span([str(n) for n in range(1, kinds + 1)])), tr("Another relation"))]
        elif state is not None and labels:
            title = tr("Relabel the entity") if state == "entity" else tr("Label the word or selection")
            again = tr("One more label for the same stretch")
            shift = ["Shift", *_span(labels)]
            more: list[Entry] = [(shift, again)] if state == "entity" else []
            groups[group_name("Mark")] = [(_span(labels), title), *more]
        for told in working_in(state) if state is not None else ():
            keys = [self._bindings.keys_of(name)[0] for name in told.commands]
            caps = pair_caps(*keys) if len(keys) == 2 else key_caps(keys[0])
            name = mode_name(state) if state in MODES else group_name(told.group)
            groups.setdefault(name, []).append((caps, translate(told.title)))
        for action in self._window(state):
            entry = (key_caps(self._bindings.keys_of(action.id)[0]), translate(action.title))
            groups.setdefault(group_name(action.group), []).append(entry)
        return groups

    def _window(self, state: State | None) -> list[Action]:
        known = {command.id for command in COMMANDS} if state is not None else set()
        shown = [action for action in ACTIONS if action.id not in known and self._bindings.keys_of(action.id)]
        if state in MODES:
            shown = [action for action in shown if action.id in ("keys", "commands")]
        elif state is None:
            shown = [action for action in shown if not action.needs_project]
        return shown

    def _fill(self, groups: dict[str, list[Entry]], width: int, height: int) -> None:
        """Lay the groups out in as few columns as fit the height, and give the card the size that they need."""
        clear(self._grid)
        lines = [list(_lines(name, entries)) for name, entries in groups.items() if entries]
        room = max(6, (min(height - 64, 760) - _HEAD - 24) // _LINE)
        count = next((n for n in (1, 2, 3) if _deepest(_columns(lines, n)) <= room), 4)
        count = max(1, min(count, (width - 48) // 300))
        columns = _columns(lines, count)
        for at, entries in enumerate(columns):
            self._grid.setColumnStretch(at, 1)
            for place, entry in enumerate(entries):
                self._grid.addWidget(_line(*entry), place, at)
        for at in range(count, self._grid.columnCount()):
            self._grid.setColumnStretch(at, 0)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        wide = min(_WIDTH * count // 3 + 64, width - 48)
        high = min(_deepest(columns) * _LINE + _HEAD + 20, height - 32)
        self._card.setGeometry(QRect((width - wide) // 2, (height - high) // 2, wide, high))

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour("scrim", theme.scrim_alpha))

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt):
            self.leave()

    @override
    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.leave()

    def leave(self) -> None:
        """Take the overlay away and give the keyboard back."""
        self.hide()
        if self._back is not None:
            self._back.setFocus()


def _lines(name: str, entries: Sequence[Entry]) -> list[Entry]:
    return [((), name), *entries, ((), "")]


def _columns(groups: Sequence[Sequence[Entry]], count: int) -> list[list[Entry]]:
    """Deal groups whole into columns, each to the one that is shortest."""
    columns: list[list[Entry]] = [[] for _ in range(count)]
    for entries in sorted(groups, key=len, reverse=True) if count > 1 else groups:
        min(columns, key=len).extend(entries)
    return [entries[:-1] for entries in columns]  # without the empty line after the last group


def _deepest(columns: Sequence[Sequence[Entry]]) -> int:
    return max(len(entries) for entries in columns)


def _line(caps: Sequence[str], title: str) -> QWidget:
    made = QWidget()
    made.setFixedHeight(_LINE)
    if not caps:
        caption = PlainLabel(title, "heading")
        made.setLayout(row(_CAPS + 8, caption, None, spacing=0))
        return made
    held, said = QWidget(), ElidedLabel(title)
    held.setFixedWidth(_CAPS)
    shown = (PlainLabel(cap, "muted") if cap in ("…", DOT) else Keycap(cap) for cap in caps)
    held.setLayout(row(None, *shown, spacing=2))
    entry = row(held, said, spacing=8)
    entry.setStretchFactor(said, 1)
    made.setLayout(entry)
    return made


def _span(keys: Sequence[str]) -> list[str]:
    """Return the first and the last of many keys."""
    return [keys[0].upper(), "…", keys[-1].upper()] if len(keys) > 2 else [key.upper() for key in keys]


def _letters(state: State | None, labels: Sequence[str], kinds: int) -> list[Entry]:
    """Return what letters and digits mean in a mode."""
    if state == "choose":
        return [(_span([str(n) for n in range(1, kinds + 1)]), tr("Choose the relation"))]
    if state == "preview":
        return [(_span(labels), tr("Choose the label"))] if labels else []
    titles = {
        "relate": tr("Take the end with that letter"),
        "jump": tr("Go to the word with that letter"),
        "chain": tr("Join the entity with that letter"),
    }
    return [(["A", "…", "L"], titles[state or "jump"])]


def mode_name(state: State | None) -> str:
    """Return what a mode is called."""
    names = {"jump": tr("Jump"), "preview": tr("Same strings"), "chain": tr("Chain")}
    return names.get(state or "", tr("Relate"))


def group_name(group: str) -> str:
    """Return the name of a group of commands."""
    names = {
        "Move": tr("Move"),
        "Select": tr("Select"),
        "Mark": tr("Mark"),
        "Relate": tr("Relate"),
        "Article": tr("Article"),
        "Window": tr("Window"),
        "Pages": tr("Pages"),
        "Reading": tr("Reading"),
    }
    return names.get(group, group)
