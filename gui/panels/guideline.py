"""The guideline of the label in hand: a drawer at the right that is read and never takes the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from ...models.schema import Attribute, EntityType, RelationType
from ..chips import Chip
from ..guard import guarded
from ..look import Look
from ..theme import INSPECTOR
from ..translate import tr
from ..widgets import IconButton, Keycap, PlainLabel, clear, column, row, rule

_SIDE = 16
Kind = EntityType | RelationType


class GuidelineDrawer(QFrame):
    """Lies over the right edge of its parent while it is shown."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._kind: Kind | None = None
        self.setObjectName("sidePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title, self._close = PlainLabel(role="heading"), IconButton(look, "close", 24)
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close.clicked.connect(self.hide)
        inside = QWidget()
        inside.setObjectName("guidelineInside")
        inside.setStyleSheet("QWidget#guidelineInside { background: transparent; }")
        self._column = column(spacing=10, margins=(_SIDE, 12, _SIDE, 16))
        inside.setLayout(self._column)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        area.viewport().setAutoFillBackground(False)
        keys = (Keycap("Ctrl"), Keycap("G"))
        head = row(self._title, None, *keys, 4, self._close, spacing=4, margins=(_SIDE, 8, 8, 8))
        self.setLayout(column(head, rule(), area, spacing=0, margins=(1, 0, 0, 0)))
        parent.installEventFilter(self)
        look.changed.connect(self._speak)
        self.hide()

    def show_kind(self, kind: Kind | None) -> None:
        """Show the guideline of a type, or how to get at one."""
        self._kind = kind
        self._speak()

    def appear(self) -> None:
        """Come to the front."""
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            width = min(INSPECTOR + 16, parent.width())
            self.setGeometry(QRect(parent.width() - width, 0, width, parent.height()))

    def _speak(self) -> None:
        self._title.setText(tr("Guideline"))
        self.setAccessibleName(tr("Guideline"))
        self._close.describe(tr("Close the guideline"), "Esc")
        clear(self._column)
        for part in self._parts():
            self._column.addWidget(part)
        self._column.addStretch(1)

    def _parts(self) -> list[QWidget]:
        kind, language = self._kind, self._look.language
        if kind is None:
            return [PlainLabel(tr("Focus a mark, or point at a label below the article."), "muted", wrap=True)]
        parts: list[QWidget] = []
        if isinstance(kind, EntityType):
            chip = QWidget()
            chip.setLayout(row(Chip(self._look, kind), *([Keycap(kind.key.upper())] if kind.key else []), None))
            parts.append(chip)
        parts.append(PlainLabel(kind.name.in_language(language), "title", wrap=True))
        text = kind.guideline.in_language(language)
        parts.append(PlainLabel(text or tr("The schema has no guideline for this label yet."), "", wrap=True))
        for title, sign, role, examples in (
            (tr("So it is right"), "✓", "ok", kind.right),
            (tr("So it is wrong"), "✗", "bad", kind.wrong),
        ):
            if examples:
                parts.append(PlainLabel(title, "heading"))
                parts.extend(_example(sign, role, example) for example in examples)
        if kind.attributes:
            parts.append(PlainLabel(tr("Attributes"), "heading"))
            parts.extend(PlainLabel(_attribute(one, language), wrap=True) for one in kind.attributes)
        return parts

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False


def _example(sign: str, role: str, text: str) -> QWidget:
    made, mark = QWidget(), PlainLabel(sign, role)
    mark.setAlignment(Qt.AlignmentFlag.AlignTop)
    line = row(mark, PlainLabel(text, wrap=True))
    line.setStretch(1, 1)
    made.setLayout(line)
    return made


def _attribute(attribute: Attribute, language: str) -> str:
    name = attribute.name.in_language(language)
    choices = ", ".join(choice.name.in_language(language) for choice in attribute.choices)
    return f"{name}: {choices}" if choices else name
