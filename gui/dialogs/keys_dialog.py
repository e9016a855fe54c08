"""The keys: every command with its key; press another one to change it. Clashes are refused with the reason."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget
from typing_extensions import override

from ...models.errors import BadInput, Message
from ...models.schema import Schema
from ..article_view.bindings import Bindings, Bound
from ..article_view.keycaps import key_text
from ..article_view.keymap import chord
from ..guard import guarded
from ..look import Look
from ..naming import named
from ..panels.key_overlay import group_name
from ..translate import say, tr, translate
from ..widgets import PlainLabel, button, row
from .plain import PlainDialog

_ID = int(Qt.ItemDataRole.UserRole)
_FIXED = frozenset(["Esc", "Tab", "Shift+Tab"])  # without these one could not leave a mode or a field


class KeysDialog(PlainDialog):
    """A table of commands; Enter or a double click waits for the key."""

    def __init__(self, parent: QWidget, look: Look, bindings: Bindings, schema: Schema | None) -> None:
        super().__init__(parent, tr("Keys"), 640)
        self._look, self._bindings, self._schema = look, bindings, schema
        self._waiting = ""
        hint = tr("Keys are known by their place on the keyboard, whatever layout is on. The schema's label keys stay.")
        self.body.addWidget(PlainLabel(hint, "muted", wrap=True))
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Find a command"))
        self.filter.setAccessibleName(tr("Find a command"))
        self.filter.textChanged.connect(self._filter)
        self.body.addWidget(self.filter)
        self.table = QTreeWidget()
        self.table.setColumnCount(2)
        self.table.setHeaderLabels([tr("Command"), tr("Key")])
        self.table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.header().setStretchLastSection(False)
        self.table.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.table.setMinimumHeight(360)
        self.table.setAccessibleName(tr("Keys"))
        self.table.itemActivated.connect(self._wait)
        self.table.installEventFilter(self)
        self.body.addWidget(self.table)
        self.told = PlainLabel(role="bad", wrap=True)
        self.told.setMinimumHeight(36)
        self.body.addWidget(self.told)
        self._add_buttons()
        self._fill()

    def _add_buttons(self) -> None:
        change, reset, everything = button(tr("Change the key")), button(tr("Reset")), button(tr("Reset all"))
        change.clicked.connect(lambda: self._wait(self.table.currentItem()))
        reset.clicked.connect(self._reset)
        everything.clicked.connect(self._reset_all)
        self.body.addLayout(row(change, reset, everything, None))
        self.add_buttons(tr("Close"))
        self.accept_button.setAutoDefault(False)
        self.accept_button.setDefault(False)

    def _fill(self) -> None:
        groups: dict[str, QTreeWidgetItem] = {}
        for bound in self._bindings.table.values():
            group = groups.get(bound.group)
            if group is None:
                group = groups[bound.group] = QTreeWidgetItem([group_name(bound.group)])
                group.setFlags(Qt.ItemFlag.ItemIsEnabled)
                self.table.addTopLevelItem(group)
            item = QTreeWidgetItem([translate(bound.title), ""])
            item.setData(0, _ID, bound.id)
            group.addChild(item)
            self._show_keys(item, bound)
        self._show_labels()
        self.table.expandAll()
        self.table.setCurrentItem(self.items()[0])

    def _show_labels(self) -> None:
        if self._schema is None:
            return
        group = QTreeWidgetItem([tr("Labels of the schema")])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.table.addTopLevelItem(group)
        for key, kind in self._schema.by_key.items():
            item = QTreeWidgetItem([kind.name.in_language(self._look.language), key.upper()])
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            group.addChild(item)

    def _show_keys(self, item: QTreeWidgetItem, bound: Bound) -> None:
        keys = "  ".join(key_text(chord_) for chord_ in self._bindings.keys_of(bound.id))
        item.setText(1, f"{keys}  ●" if self._bindings.is_own(bound.id) else keys)

    def items(self) -> list[QTreeWidgetItem]:
        """Return the lines of commands."""
        groups = [self.table.topLevelItem(at) for at in range(self.table.topLevelItemCount())]
        lines = [group.child(at) for group in groups if group is not None for at in range(group.childCount())]
        return [line for line in lines if line is not None and line.data(0, _ID)]

    def choose(self, name: str) -> None:
        """Go to the line of a command or action."""
        self.table.setCurrentItem(next(item for item in self.items() if item.data(0, _ID) == name))
        self.table.setFocus()

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        for item in self.items():
            bound = self._bindings.table[item.data(0, _ID)]
            names = f"{item.text(0)} {item.text(1)} {bound.title} {self._look.in_thai(bound.title)}".casefold()
            item.setHidden(not all(word in names for word in words))

    def _wait(self, item: QTreeWidgetItem | None) -> None:
        name = item.data(0, _ID) if item is not None else None
        if item is None or name is None:
            return
        self._waiting = name
        item.setText(1, tr("press a key …"))
        self._tell(None)
        self.table.setFocus()

    def _take(self, pressed: str) -> None:
        name, self._waiting = self._waiting, ""
        if pressed in _FIXED - {"Esc"}:
            self._tell(Message("{key} always means the same, so that one finds the way out.", key=pressed))
        elif pressed != "Esc":
            try:
                self._bindings.put(name, pressed, self._schema)
                self._tell(None)
            except BadInput as error:
                self._tell(error.message)
        self._refresh()

    def _tell(self, message: Message | None) -> None:
        self.told.setText(say(named(message, self._schema, self._look.language)) if message is not None else "")

    def _refresh(self) -> None:
        for item in self.items():
            self._show_keys(item, self._bindings.table[item.data(0, _ID)])

    def _reset(self) -> None:
        item = self.table.currentItem()
        name = item.data(0, _ID) if item is not None else None
        if name is not None:
            try:
                self._bindings.reset(name)
                self._tell(None)
            except BadInput as error:
                self._tell(error.message)
            self._refresh()

    def _reset_all(self) -> None:
        self._bindings.reset_all()
        self._tell(None)
        self._refresh()

    @override
    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self._waiting or not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            pressed = chord(event)
            if pressed:
                self._take(pressed)
            return True
        return False
