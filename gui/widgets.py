"""Small widgets that every panel uses; their texts are always plain."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from . import icons
from .guard import guarded
from .look import Look

_PILLS = ("pill", "warnPill")
Box = TypeVar("Box", bound=QBoxLayout)


def explain(widget: QWidget, text: str) -> None:
    """Give a widget a tool tip and an accessible description that are never read as HTML."""
    widget.setToolTip(f"<span>{html.escape(text)}</span>" if text else "")
    widget.setAccessibleDescription(text)


def one_line(text: str) -> str:
    """Return a text on one line, safe for actions and buttons (an ampersand would become a mnemonic)."""
    return " ".join(text.split()).replace("&", "&&")


class PlainLabel(QLabel):
    """A label that shows its text as it is; *role* picks its style."""

    def __init__(self, text: str = "", role: str = "", *, wrap: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(wrap)
        if role:
            self.setProperty("role", role)
        if role in _PILLS:
            self.setFixedHeight(20)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_role(self, role: str) -> None:
        """Wear another style."""
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)


class ElidedLabel(PlainLabel):
    """A label of one line that ends in “…” where it is too long, with the whole text as its tool tip."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__(text, role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @override
    @guarded(QSize(24, 20))
    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        metrics = QFontMetricsF(self.font())
        text = " ".join(self.text().split())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.contentsRect().width())
        if shown != text and not self.toolTip():
            explain(self, self.text())
        with QPainter(self) as painter:
            painter.setPen(self.palette().windowText().color())
            painter.drawText(self.contentsRect(), int(self.alignment()), shown)


class Keycap(PlainLabel):
    """A key as it is printed on a keyboard."""

    def __init__(self, key: str = "") -> None:
        super().__init__(key, "keycap")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedHeight(19)
        self.setMinimumWidth(19)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class IconButton(QToolButton):
    """A button with an icon that follows the theme."""

    def __init__(self, look: Look, name: str, size: int = 32, *, role: str = "muted") -> None:
        super().__init__()
        self._look = look
        self._name = name
        self._role = role
        self.setFixedSize(size, size)
        self.setIconSize(QSize(16, 16))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.repaint_icon)
        self.toggled.connect(self.repaint_icon)
        self.repaint_icon()

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._name = name
        self.repaint_icon()

    def repaint_icon(self) -> None:
        """Paint the icon in the colour that theme and state ask for."""
        role = "accent" if self.isChecked() else self._role
        self.setIcon(icons.icon(self._name, self._look.theme.colour(role)))

    def describe(self, text: str, key: str = "") -> None:
        """Set the name that tool tip and screen reader give, with its key."""
        explain(self, f"{text}  {key}" if key else text)
        self.setAccessibleName(text)


class Segmented(QWidget):
    """A few choices side by side, one of them chosen. *Signal:* `chosen(str)` when a person chooses."""

    chosen = Signal(str)

    def __init__(self, values: Sequence[str] = ()) -> None:
        super().__init__()
        self._row = row(spacing=0)
        self.setLayout(self._row)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if values:
            self.set_values([(value, value) for value in values])

    def set_values(self, values: Sequence[tuple[str, str]]) -> None:
        """Offer (value, shown text) pairs."""
        chosen = self.value()
        for old in self._buttons.values():
            self._group.removeButton(old)
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = {}
        for index, (value, shown) in enumerate(values):
            button = QToolButton()
            button.setText(one_line(shown))
            button.setCheckable(True)
            button.setProperty("segment", True)
            edge = "only" if len(values) == 1 else "first" if index == 0 else "last" if index == len(values) - 1 else ""
            button.setProperty("edge", edge)
            button.clicked.connect(lambda _=False, value=value: self.chosen.emit(value))
            self._group.addButton(button)
            self._row.addWidget(button)
            self._buttons[value] = button
        if chosen in self._buttons:
            self.choose(chosen)

    def choose(self, value: str) -> None:
        """Show *value* as the chosen one without telling anyone."""
        if value in self._buttons:
            self._buttons[value].setChecked(True)

    def value(self) -> str:
        """Return the chosen value, or nothing."""
        return next((value for value, button in self._buttons.items() if button.isChecked()), "")


def button(text: str = "", kind: str = "") -> QPushButton:
    """Return a push button; *kind* is primary, danger or link."""
    made = QPushButton(one_line(text))
    if kind:
        made.setProperty("kind", kind)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def number_field(value: int, low: int, high: int) -> QSpinBox:
    """Return a field for a whole number."""
    made = QSpinBox()
    made.setRange(low, high)
    made.setValue(value)
    # A style sheet's padding does not reach the field inside.
    made.lineEdit().setTextMargins(6, 0, 0, 0)
    return made


def rule(*, vertical: bool = False) -> QFrame:
    """Return a line of one pixel."""
    line = QFrame()
    line.setProperty("rule", "vertical" if vertical else "true")
    return line


def row(*items: QWidget | QLayout | int | None, spacing: int = 8, margins: Sequence[int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Return widgets side by side; a number is a space, None takes what is left."""
    return _filled(QHBoxLayout(), items, spacing, margins)


def column(
    *items: QWidget | QLayout | int | None, spacing: int = 8, margins: Sequence[int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    """Return widgets below one another; a number is a space, None takes what is left."""
    return _filled(QVBoxLayout(), items, spacing, margins)


def _filled(box: Box, items: Iterable[QWidget | QLayout | int | None], spacing: int, margins: Sequence[int]) -> Box:
    box.setSpacing(spacing)
    box.setContentsMargins(*margins)
    for item in items:
        if item is None:
            box.addStretch(1)
        elif isinstance(item, int):
            box.addSpacing(item)
        elif isinstance(item, QWidget):
            box.addWidget(item)
        else:
            box.addLayout(item)
    return box


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while True:
        item: QLayoutItem | None = layout.takeAt(0)
        if item is None:
            return
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
