"""Which keys do what: the keys of the tables, with those that the person has put in their place."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from ...models.errors import BadInput, Message
from ...models.schema import Schema
from ..actions import ACTIONS
from ..settings import Settings
from .commands import AT_REST, COMMANDS, State

_FOLDER = "keys/"


class Bound(NamedTuple):
    """Something that keys can do, wherever it is done: in the article view, in the window, or in both."""

    id: str
    title: str
    group: str
    keys: tuple[str, ...]
    states: tuple[State, ...]


def _bound() -> dict[str, Bound]:
    found = {c.id: Bound(c.id, c.title, c.group, c.keys, c.states) for c in COMMANDS}
    for action in ACTIONS:
        found.setdefault(action.id, Bound(action.id, action.title, "Window", action.keys, AT_REST))
    return found


def tidy(chord: str) -> str:
    """Return the name under which a key is known: “?” and its like are told by the key that they stand on."""
    return {"?": "Shift+/"}.get(chord, chord)


class Bindings(QObject):
    """The keys of every command and action, by its id. *Signal:* `changed()`."""

    changed = Signal()

    def __init__(self, settings: Settings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.table = _bound()
        self._own: dict[str, tuple[str, ...]] = {}
        for name in self.table if settings is not None else ():
            stored = settings.text(_FOLDER + name) if settings is not None else ""
            if stored:
                self._own[name] = tuple(stored.split())
        self._by_chord: dict[str, list[Bound]] = {}
        self._sort()

    def _sort(self) -> None:
        by_chord: defaultdict[str, list[Bound]] = defaultdict(list)
        for name, bound in self.table.items():
            for chord in self.keys_of(name):
                by_chord[tidy(chord)].append(bound)
        self._by_chord = dict(by_chord)

    def keys_of(self, name: str) -> tuple[str, ...]:
        """Return the keys of a command or action, the first one to be shown."""
        own = self._own.get(name)
        return own if own is not None else self.table[name].keys

    def is_own(self, name: str) -> bool:
        """Tell whether the person has given it another key."""
        return name in self._own

    def name_of(self, chord: str, state: State) -> str:
        """Return what a chord does in a state of the view, or what it would do in another; empty for nothing."""
        found = self._by_chord.get(chord, ())
        return next((bound.id for bound in found if state in bound.states), found[0].id if found else "")

    def clash(self, name: str, chord: str, schema: Schema | None = None) -> Message | None:
        """Return why a chord cannot be the key of a command or action, if it cannot."""
        bare = chord.removeprefix("Shift+").lower()
        label = schema.by_key.get(bare) if schema is not None and len(bare) == 1 else None
        if label is not None:
            return Message("{key} is the key of the label “{label}”.", key=chord, label=label.id)
        mine = self.table[name]
        for bound in self._by_chord.get(tidy(chord), ()):
            if bound.id != name and set(bound.states) & set(mine.states):
                return Message("{key} is taken: {title}.", key=chord, title=Message(bound.title))
        return None

    def put(self, name: str, chord: str, schema: Schema | None = None) -> None:
        """Give a command or action this key in place of its own; BadInput where it clashes."""
        clash = self.clash(name, chord, schema)
        if clash is not None:
            raise BadInput(clash)
        self._own[name] = (chord,)
        if self._settings is not None:
            self._settings.remember(_FOLDER + name, chord)
        self._sort()
        self.changed.emit()

    def reset(self, name: str) -> None:
        """Give a command or action the key of the table again; BadInput where another one has got that."""
        for key in self.table[name].keys:
            clash = self.clash(name, key)
            if clash is not None:
                raise BadInput(clash)
        self._own.pop(name, None)
        if self._settings is not None:
            self._settings.forget(_FOLDER + name)
        self._sort()
        self.changed.emit()

    def reset_all(self) -> None:
        """Give everything the keys of the tables again."""
        for name in self._own:
            if self._settings is not None:
                self._settings.forget(_FOLDER + name)
        self._own = {}
        self._sort()
        self.changed.emit()
