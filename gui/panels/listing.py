"""What the side panels share: a heading with a count, a hint, a list, and buttons with their keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from ...models.text import grapheme_starts
from ..look import Look
from ..translate import tr
from ..widgets import Keycap, PlainLabel, button, column, one_line, row, rule
from .line_list import MOST, Line, LineList
from .sections import SIDE


class KeyButton(QPushButton):
    """A button that names its key; the list takes the key as well."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._text, self._key = PlainLabel(), key
        self.setLayout(row(self._text, Keycap(key), spacing=6, margins=(8, 0, 6, 0)))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def say(self, text: str) -> None:
        """Show another text."""
        if text == self._text.text():
            return
        self._text.setText(text)
        self.setAccessibleName(one_line(text))
        layout = self.layout()
        self.setMinimumWidth(layout.sizeHint().width() if layout is not None else 0)


class Listing(QWidget):
    """A side panel with one list; those who build on it fill it in `refresh`."""

    def __init__(self, look: Look, name: str, leave: Callable[[], object]) -> None:
        super().__init__()
        self._look = look
        self._title, self._hint = PlainLabel(role="title"), PlainLabel(role="small", wrap=True)
        self._more = PlainLabel(role="small")
        self.list = LineList(look, name)
        self.list.left.connect(leave)
        self.setFocusProxy(self.list)
        head = column(self._title, self._hint, spacing=2, margins=(SIDE, 12, SIDE, 8))
        self._extra = column(spacing=6, margins=(SIDE, 0, SIDE, 0))
        self._foot = column(self._more, spacing=6, margins=(SIDE, 8, SIDE, 12))
        self.setLayout(column(head, self._extra, self.list, rule(), self._foot, spacing=0))

    def add_buttons(self, *buttons: QPushButton) -> None:
        """Put buttons side by side under the list."""
        self._foot.addLayout(row(*buttons, None, spacing=6))

    def show_lines(self, title: str, hint: str, lines: Sequence[Line], total: int = 0) -> None:
        """Show the list under a title; of *total* entries, or as many as there are lines, the first are listed."""
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.list.show_lines(lines)
        listed = sum(line.data is not None for line in lines[:MOST])
        hidden = max(total, sum(line.data is not None for line in lines)) - listed
        self._more.setText(tr("… and {count} more", count=hidden) if hidden else "")
        self._more.setVisible(hidden > 0)


def link(text: str) -> QPushButton:
    """Return a button that looks like a link and takes no focus."""
    made = button(text, "link")
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


def around(text: str, start: int, end: int, reach: int = 18) -> str:
    """Return a stretch with what is around it on its line, cut at graphemes."""
    low = max(text.rfind("\n", 0, start) + 1, start - reach)
    stop = text.find("\n", end)
    high = min(len(text) if stop < 0 else stop, end + reach)
    before, after = text[low:start], text[end:high]
    starts = list(grapheme_starts(before))
    if low and text[low - 1 : low] != "\n" and len(starts) > 1:
        before = "…" + before[starts[1] :]
    return f"{before}[{text[start:end]}]{after}"
