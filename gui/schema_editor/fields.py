"""Fields of the forms: captions, texts in two languages, lists of examples."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from ...models.schema import Words
from ..guard import guarded
from ..translate import tr
from ..widgets import PlainLabel, column, row


def captioned(caption: str, *content: QWidget | QLayout) -> QLayout:
    """Return a field below its caption."""
    return column(PlainLabel(caption, "small"), *content, spacing=4)


def text_field(value: str, put: Callable[[str], object], name: str) -> QLineEdit:
    """Return a line of text; *put* gets it when the person leaves it changed."""
    field = QLineEdit(value)
    field.setCursorPosition(0)
    field.setAccessibleName(name)
    field.editingFinished.connect(lambda: put(field.text().strip()) if field.text().strip() != value else None)
    return field


def words_fields(thai: str, english: str, words: Words, put: Callable[[Words], object]) -> QHBoxLayout:
    """Return two lines side by side for the same words in Thai and English, under these captions."""
    first = text_field(words.th, lambda text: put(words._replace(th=text)), thai)
    second = text_field(words.en, lambda text: put(words._replace(en=text)), english)
    return row(captioned(thai, first), captioned(english, second), spacing=12)


class Paragraph(QPlainTextEdit):
    """A longer text; *put* gets it when the person leaves it changed."""

    def __init__(self, value: str, put: Callable[[str], object], name: str, height: int = 64) -> None:
        super().__init__(value)
        self._value, self._put = value, put
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(height)

    @override
    @guarded()
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hand_over()

    def hand_over(self) -> None:
        """Give the text on, if it is another one."""
        text = self.toPlainText().strip()
        if text != self._value:
            self._value = text
            self._put(text)


def examples_fields(
    right: tuple[str, ...], wrong: tuple[str, ...], put: Callable[[tuple[str, ...], tuple[str, ...]], object]
) -> QHBoxLayout:
    """Return two texts side by side: right and wrong examples, one a line."""
    good = Paragraph("\n".join(right), lambda text: put(_lines(text), wrong), tr("Right examples"), 72)
    bad = Paragraph("\n".join(wrong), lambda text: put(right, _lines(text)), tr("Wrong examples"), 72)
    ok, no = PlainLabel(tr("Right examples"), "ok"), PlainLabel(tr("Wrong examples"), "bad")
    return row(column(ok, good, spacing=4), column(no, bad, spacing=4), spacing=12)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
