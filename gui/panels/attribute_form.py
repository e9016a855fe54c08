"""Editors for the attributes of an entity or relation, one kind each, and for its note."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from ...models.schema import Attribute
from ..article_view.keymap import chord, claims
from ..combo import ComboBox
from ..guard import guarded
from ..look import Look
from ..translate import tr
from ..widgets import PlainLabel, Segmented

Put = Callable[[dict[str, Any]], object]
SEND = "Ctrl+Return"


class AttributeForm(QWidget):
    """A line for each attribute; *put* gets {id: value} as soon as a value is set, None clearing it."""

    def __init__(self, look: Look, attributes: tuple[Attribute, ...], values: Mapping[str, Any], put: Put) -> None:
        super().__init__()
        self._look, self._put = look, put
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, 76)
        grid.setColumnStretch(1, 1)
        for line, attribute in enumerate(attributes):
            label = PlainLabel(attribute.name.in_language(look.language), "muted", wrap=True)
            grid.addWidget(label, line, 0)
            editor = self._editor(attribute, values.get(attribute.id))
            editor.setAccessibleName(label.text())
            grid.addWidget(editor, line, 1)

    def _editor(self, attribute: Attribute, value: Any) -> QWidget:
        if attribute.kind == "choice":
            return self._choice(attribute, value)
        if attribute.kind == "boolean":
            return self._boolean(attribute, value)
        field = QLineEdit(value if isinstance(value, str) else "")
        if attribute.kind == "link":
            field.setPlaceholderText("https://")
        field.editingFinished.connect(lambda: self._put_text(attribute.id, field, value))
        return field

    def _put_text(self, attribute_id: str, field: QLineEdit, before: Any) -> None:
        text = field.text().strip()
        if text != (before or "") and text != field.property("put"):
            field.setProperty("put", text)
            self._put({attribute_id: text or None})

    def _choice(self, attribute: Attribute, value: Any) -> QWidget:
        box = ComboBox(self._look)
        box.addItem("—", None)
        for choice in attribute.choices:
            box.addItem(choice.name.in_language(self._look.language), choice.id)
        box.setCurrentIndex(max(0, box.findData(value)))
        box.activated.connect(lambda _: self._put({attribute.id: box.currentData()}))
        return box

    def _boolean(self, attribute: Attribute, value: Any) -> QWidget:
        box = Segmented()
        box.set_values([("yes", tr("Yes")), ("no", tr("No")), ("unset", "—")])
        box.choose("unset" if value is None else "yes" if value else "no")
        box.chosen.connect(lambda chosen: self._put({attribute.id: {"yes": True, "no": False}.get(chosen)}))
        return box


class NoteField(QPlainTextEdit):
    """A note. *Signals:* `noted(str)` when it is left changed; `left()` on Ctrl+Enter, and on Esc, undone before."""

    noted = Signal(str)
    left = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._before = text
        self.setTabChangesFocus(True)
        self.setPlaceholderText(tr("What the next reader should know"))
        self.setAccessibleName(tr("Note"))
        self.setFixedHeight(64)

    def put(self) -> None:
        """Hand the note over if it is another one."""
        text = self.toPlainText().strip()
        if text != self._before:
            self._before = text
            self.noted.emit(text)

    @override
    @guarded()
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.put()
        super().focusOutEvent(event)

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
            self.setPlainText(self._before)
        if pressed in ("Esc", SEND):
            self.put()
            self.left.emit()
        else:
            super().keyPressEvent(event)
