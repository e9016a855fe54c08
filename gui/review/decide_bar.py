"""The foot of the cards: why it is decided so, and the buttons for what the keys do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from ...models.review import REASONS
from ..translate import tr
from ..widgets import Keycap, PlainLabel, button, column, explain, row


def reason_name(reason: str) -> str:
    """Return a reason in the user's language."""
    return {
        "unclear_text": tr("Text is unclear"),
        "guideline_gap": tr("Guideline is silent"),
        "slip": tr("Slip"),
        "edge_case": tr("Edge case"),
    }[reason]


class DecideBar(QWidget):
    """The foot. *Signal:* `wanted(str)`: both, none, edit, agreed, back; `explained()` when reason or note changed."""

    wanted = Signal(str)
    explained = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("pane", "panel")
        self.note = QLineEdit()
        self.note.editingFinished.connect(self.explained)
        self._reasons = {reason: QToolButton() for reason in REASONS}
        for one in self._reasons.values():
            one.setCheckable(True)
            one.setProperty("boxed", True)
            one.clicked.connect(self._choose)
        self._actions = {name: button(kind="link") for name in ("both", "none", "edit")}
        for name, action in self._actions.items():
            action.clicked.connect(lambda _=False, name=name: self.wanted.emit(name))
        self._hint = PlainLabel(role="small", wrap=True)
        self.agreed, self.back = button(), button()
        self.agreed.clicked.connect(lambda: self.wanted.emit("agreed"))
        self.back.clicked.connect(lambda: self.wanted.emit("back"))
        keys = {"both": "B", "none": "0", "edit": "E"}
        actions = row(
            *(part for name, one in self._actions.items() for part in (Keycap(keys[name]), one)), None, spacing=2
        )
        reasons = list(self._reasons.values())
        chips = column(row(*reasons[:2], None, spacing=6), row(*reasons[2:], None, spacing=6), spacing=4)
        buttons = row(self.agreed, self.back, None)
        self.setLayout(column(self._hint, actions, self.note, chips, buttons, spacing=8, margins=(16, 10, 16, 12)))
        self.refresh()

    def refresh(self) -> None:
        """Speak the present language."""
        for name, text in (
            ("both", tr("Keep several")),
            ("none", tr("None is right")),
            ("edit", tr("Edit the boundary")),
        ):
            self._actions[name].setText(text)
        for reason, one in self._reasons.items():
            one.setText(f"  {reason_name(reason)}  ")
        self.note.setPlaceholderText(tr("Reason or note for this decision"))
        self.note.setAccessibleName(self.note.placeholderText())
        self.back.setText(tr("Send back …"))
        explain(self.back, tr("Reopens a person's layer with a note"))

    @property
    def reason(self) -> str | None:
        """The chosen reason."""
        return next((reason for reason, one in self._reasons.items() if one.isChecked()), None)

    def show_state(self, reason: str | None, note: str | None, waiting: int, hint: str) -> None:
        """Show the reason and note of a card, how many agreed marks wait, and what the keys do."""
        for name, one in self._reasons.items():
            one.setChecked(name == reason)
        self.note.setText(note or "")
        self._hint.setText(hint)
        self.agreed.setText(tr("Take all {n} agreed  A", n=waiting))
        self.agreed.setVisible(waiting > 0)

    def _choose(self) -> None:
        chosen = self.sender()
        for one in self._reasons.values():
            if one is not chosen:
                one.setChecked(False)
        self.explained.emit()
